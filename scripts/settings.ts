/**
 * Writes `settings.schema.json`, the schema of `openai-zdr.json`, so that editors complete and check it.
 *
 * `tsx scripts/settings.ts` writes it; `--check` writes nothing, prints what differs and exits with 1 when it is stale.
 */
import { fileURLToPath } from 'node:url';
import { allOperations } from '../src/catalog/index.js';
import { controls, verdicts } from '../src/policy/index.js';
import { RANGE } from '../src/versions/range.js';
import { CLIENT_KINDS, CLOUDS, DAY, HOST, OVERRIDE_KINDS } from '../src/settings/read.js';
import { formatted, object } from './json.js';
import { writeOrCheck, type Files } from './stale.js';

const FILE = 'settings.schema.json';
const text = { type: 'string', minLength: 1 };
const texts = { type: 'object', additionalProperties: text };

export async function settingsFiles(): Promise<Files> {
  return { [FILE]: await formatted(FILE, settingsSchema()) };
}

/** The content of `settings.schema.json`; says yes where `readSettings` of `src/settings/read.ts` does. */
function settingsSchema(): object {
  const list = (items: object, description: string): object => ({ type: 'array', items, description });
  const name = described(text, 'As it is written in imports: "@/lib/openai".');
  const exported = {
    type: 'array',
    minItems: 1,
    items: text,
    default: ['default'],
    description: 'Names of the exports.',
  };
  const override = {
    paths: list(text, 'Files for which it holds, with * and **; all without it.'),
    until: {
      type: 'string',
      pattern: DAY.source,
      description: 'The last day on which it holds: "2027-06-30".',
    },
  };
  const kinds = {
    endpoint: described(text, 'A path of the API: "/files".'),
    parameter: described(text, 'A field of a body: "background".'),
    tool: described(text, 'The type of a tool: "mcp".'),
    model: described(text, 'A model, with * for any run of characters: "gpt-image-*".'),
  } satisfies Record<(typeof OVERRIDE_KINDS)[number], object>;
  const reason = described(text, 'Why, for whoever audits it.');
  /** One form per kind, so that there is exactly one of them. */
  const overrides = (more: object): object => ({
    anyOf: OVERRIDE_KINDS.map((kind) => object({ [kind]: kinds[kind], ...more, reason }, override)),
  });

  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: 'Settings of eslint-plugin-openai-zdr',
    ...object(
      {},
      {
        $schema: text,
        control: {
          enum: controls,
          default: 'zdr',
          description: 'The control that OpenAI has approved for the project.',
        },
        clients: list(
          {
            anyOf: [
              object(
                { module: name, is: { enum: CLIENT_KINDS.filter((kind) => kind !== 'sends') } },
                { exports: exported },
              ),
              object(
                {
                  module: name,
                  operation: {
                    enum: allOperations()
                      .map((operation) => operation.name)
                      .sort(),
                    description: 'What the exported function sends: "responses.create".',
                  },
                },
                {
                  is: { const: 'sends' },
                  exports: exported,
                  body: {
                    type: 'integer',
                    minimum: 0,
                    default: 0,
                    description: 'Index of the argument that becomes the body.',
                  },
                },
              ),
            ],
          },
          'Modules that hand out clients, or that send what they are given, and cannot be read.',
        ),
        hosts: list(
          { type: 'string', pattern: HOST.source },
          'Gateways of your own that pass requests on to OpenAI: "llm.example.com", "*.llm.internal".',
        ),
        clouds: list({ enum: CLOUDS }, 'Clouds whose requests are judged too.'),
        policy: list(
          overrides({ verdict: { enum: verdicts } }),
          'Your own verdicts on parts of the policy, stricter or laxer; the first that fits wins.',
        ),
        allow: list(overrides({}), 'Exceptions that were agreed on; they come before those of "policy".'),
        versions: {
          type: 'object',
          additionalProperties: { type: 'string', pattern: RANGE.source },
          description: 'Versions of packages that run, as in package.json: { "ai": "^5" }.',
        },
        env: {
          ...texts,
          description: 'Environment variables that are set wherever the code runs, before it starts.',
        },
        setup: list(text, 'Modules that run before all others; paths from the working directory.'),
        followImports: {
          type: 'boolean',
          default: true,
          description: 'Read the modules of the project that a file imports.',
        },
        typeEvidence: {
          type: 'boolean',
          default: false,
          description: 'Ask TypeScript about what nothing else can place. The type-checked presets set it.',
        },
      },
    ),
  };
}
function described(schema: object, description: string): object {
  return { ...schema, description };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  writeOrCheck(await settingsFiles(), 'npm run policy');
}
