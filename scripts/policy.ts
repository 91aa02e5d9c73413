/**
 * Writes `policy.json` and `policy.schema.json`, the published form of `src/policy`, for gateways and auditors.
 *
 * `tsx scripts/policy.ts` writes them; `--check` writes nothing, prints what differs and exits with 1 when they are stale.
 */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import {
  allRows,
  confidences,
  controls,
  invented,
  inventedPlaces,
  librariesAsOf,
  policyAsOf,
  reviewDay,
  ruleNames,
  rowsDue,
  unaddressed,
  verdicts,
} from '../src/policy/index.js';
import { formatted, object } from './json.js';
import { writeOrCheck, type Files } from './stale.js';

const ROOT = new URL('../', import.meta.url);

/** The texts that belong into the two files, formatted. */
export async function policyFiles(): Promise<Files> {
  return {
    'policy.json': await formatted('policy.json', policyDocument()),
    'policy.schema.json': await formatted('policy.schema.json', policySchema()),
  };
}

/** The content of `policy.json`. */
export function policyDocument(): object {
  const { name, version } = JSON.parse(readFileSync(new URL('package.json', ROOT), 'utf8')) as {
    name: string;
    version: string;
  };
  return {
    $schema: './policy.schema.json',
    generatedFrom: `${name}@${version}`,
    asOf: { ...policyAsOf(), libraries: librariesAsOf() },
    rows: publishedRows(),
    invented,
    unaddressed,
  };
}

/** The rows, each with the day by which its sources have to be looked at again. */
export function publishedRows(): readonly object[] {
  return allRows().map((row) => {
    const reviewBy = reviewDay(row);
    return reviewBy === null ? row : { ...row, reviewBy };
  });
}

/** The content of `policy.schema.json`; the enumerations come from the types. */
export function policySchema(): object {
  const date = { type: 'string', pattern: '^\\d{4}-(0[1-9]|1[0-2])(-(0[1-9]|[12]\\d|3[01]))?$' };
  const text = { type: 'string', minLength: 1 };
  const sentence = { type: 'string', pattern: '\\.$' };
  const texts = { type: 'array', items: text };
  const sources = { type: 'array', minItems: 1, items: { type: 'string', pattern: '^(https?://|npm:)' } };
  const values = { type: 'array', minItems: 1, items: { type: ['string', 'boolean'] } };
  const confidence = { enum: confidences };
  const endpoints = { type: 'array', minItems: 1, items: { $ref: '#/definitions/endpoint' } };

  const common = {
    id: { type: 'string', description: 'Stable and unique.', pattern: '^[a-z]+:' },
    title: text,
    under: {
      ...object(Object.fromEntries(controls.map((control) => [control, { enum: verdicts }]))),
      description: 'What each control means for the thing.',
    },
    keeps: { ...sentence, description: 'What is kept and how long, or which error comes back, under ZDR.' },
    remedy: {
      type: 'string',
      pattern: '(^|\\.)$',
      description: 'What to do instead; empty where nothing has to be done.',
    },
    owner: {
      enum: [...ruleNames, null],
      description: 'The one lint rule that reports it; null when no code can show it.',
    },
    asOf: { ...date, description: 'Day or month of the newest source.' },
    sources,
    confidence,
  };
  const otherwise = { ...sentence, description: 'What is kept without ZDR, where that is another matter.' };
  const reviewBy = { ...date, description: 'The day by which the sources have to be looked at again.' };
  const goneFrom = {
    ...object({ day: date, keeps: sentence, remedy: sentence }, { owner: { enum: ruleNames } }),
    description: 'From this day on the verdict is gone, and these sentences hold.',
  };
  const row = (kinds: readonly string[], own: object, optional: object = {}): object =>
    object({ kind: { enum: kinds }, ...common, ...own }, { otherwise, reviewBy, goneFrom, ...optional });

  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: 'What OpenAI keeps under each data control',
    ...object(
      {
        generatedFrom: text,
        asOf: object({ oldest: date, newest: date, libraries: date }),
        rows: {
          type: 'array',
          minItems: 1,
          items: {
            oneOf: [
              row(['endpoint'], { endpoints }, { onlyListedModels: { const: true } }),
              row(
                ['parameter'],
                { parameter: text, endpoints, when: { enum: ['written', 'omitted'] } },
                {
                  values,
                  models: texts,
                  isAlone: { const: true },
                  ofTypes: texts,
                  without: text,
                  transport: { const: 'http' },
                },
              ),
              row(
                ['tool'],
                { toolTypes: texts },
                { having: object({ path: text }, { values }), onlyListedModels: { const: true } },
              ),
              row(['model'], { models: texts }),
              row(['feature', 'account'], {}, { ofLibrary: { const: true } }),
            ],
          },
        },
        invented: {
          type: 'array',
          minItems: 1,
          items: object({
            name: text,
            aliases: texts,
            places: { type: 'array', minItems: 1, items: { enum: inventedPlaces } },
            failsLoudly: { type: 'boolean' },
            effect: sentence,
            asOf: date,
            sources,
            confidence,
          }),
        },
        unaddressed: { type: 'array', items: object({ endpoints, why: sentence }) },
      },
      { $schema: { type: 'string' } },
    ),
    definitions: {
      endpoint: object(
        {
          path: {
            type: 'string',
            pattern: '^/',
            description: 'Below /v1; {} stands for an id, /** for everything below.',
          },
        },
        {
          methods: { type: 'array', minItems: 1, items: { enum: ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'] } },
          notInCatalog: { const: true },
        },
      ),
    },
  };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  writeOrCheck(await policyFiles(), 'npm run policy');
  // Said, not failed: a day that passes breaks no build.
  for (const row of rowsDue()) console.log(`${row.id}: look at its sources again (as of ${row.asOf})`);
}
