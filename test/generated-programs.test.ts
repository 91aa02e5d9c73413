import { Linter } from 'eslint';
import { describe, expect, it } from 'vitest';
import { rules } from '../rules/index.js';
import { allOperations, legacyOperationNamed, methodNames, type Endpoint } from '../src/catalog/index.js';
import plugin from '../src/index.js';
import { allRows, endpointRow, type EndpointSelector, type PolicyRow } from '../src/policy/index.js';
import { selects } from '../src/policy/selectors.js';

/**
 * For every row that a rule owns, the smallest program that does what the row speaks of; the rule has to report it. So
 * no row can promise what no rule sees.
 */
const CLIENT = `import OpenAI from 'openai';\nconst client = new OpenAI();\n`;

/** Rows that no program of this kind can show, each with the reason. A row that is reported after all must go. */
const NOT_SHOWN: Readonly<Record<string, string>> = {
  'endpoint:/prompts':
    'no version of the SDK calls it, and raw requests are read by the catalog of its calls',
};

type Row = Exclude<PolicyRow, { kind: 'feature' | 'account' }>;

const rows = allRows().filter((row): row is Row => row.kind !== 'feature' && row.kind !== 'account');
const owned = rows.filter(
  ({ owner, confidence }) => owner !== null && owner in rules && confidence !== 'low',
);

const legacyOperations = [...methodNames()].flatMap((name) => legacyOperationNamed(name) ?? []);

const endpoints: readonly Endpoint[] = [
  ...new Map(
    [...allOperations(), ...legacyOperations].flatMap((operation) =>
      operation.endpoints.map((endpoint) => [`${endpoint.method} ${endpoint.path}`, endpoint] as const),
    ),
  ).values(),
];

/** The catalogued calls that a row's selectors take. */
function callsOf(selectors: readonly EndpointSelector[]): readonly Endpoint[] {
  return endpoints.filter(({ method, path }) =>
    selectors.some((selector) => selects(selector, method, path)),
  );
}

function programsOf(row: Row): readonly string[] {
  switch (row.kind) {
    case 'endpoint':
      return callsOf(row.endpoints)
        .filter(({ method, path }) => endpointRow(method, path) === row)
        .map((endpoint) => sent(endpoint, {}));
    case 'parameter': {
      const body = {
        ...(row.when === 'written' ? bodyOf(row) : {}),
        ...(row.models ? { model: nameFor(row.models[0]!) } : {}),
      };
      return callsOf(row.endpoints).map((endpoint) => sent(endpoint, body));
    }
    case 'tool':
      return row.toolTypes.map((type) => sent(RESPONSES, { tools: [toolOf(row, type)] }));
    case 'model':
      return row.models.map((pattern) => sent(RESPONSES, { model: nameFor(pattern), store: false }));
  }
}

const RESPONSES: Endpoint = { method: 'POST', path: '/responses', effect: 'infers' };

function sent({ method, path }: Endpoint, body: object): string {
  const url = path.replaceAll('{}', 'id-1');
  return `${CLIENT}await client.${method.toLowerCase()}('${url}', { body: ${JSON.stringify(body)} });\n`;
}

/** `input[*].content[*].file_id` → `{ input: [{ content: [{ file_id: value }] }] }` */
function bodyWith(path: string, value: unknown): object {
  const built = path.split('.').reduceRight<unknown>((inner, part) => {
    const isList = part.endsWith('[*]');
    return { [isList ? part.slice(0, -3) : part]: isList ? [inner] : inner };
  }, value);
  return built as object;
}

function bodyOf({ parameter, values, ofTypes }: Extract<Row, { kind: 'parameter' }>): object {
  const body = bodyWith(parameter, values?.[0] ?? 'x');
  const [list = '', key = ''] = parameter.split('[*].');
  return ofTypes ? { ...body, [list]: [{ type: ofTypes[0], [key]: 'x' }] } : body;
}

function toolOf({ having }: Extract<Row, { kind: 'tool' }>, type: string): object {
  if (type === 'skill_reference') return { type: 'shell', environment: { skills: [{ type }] } };
  return { type, ...(having ? bodyWith(having.path, having.values?.[0] ?? 'x') : {}) };
}

function nameFor(pattern: string): string {
  return pattern.replaceAll('*', 'x');
}

function rulesReporting(code: string): readonly (string | null)[] {
  const found = new Linter().verify(code, [plugin.configs.all], 'program.js');
  return found.map(({ ruleId, fatal, message }) => (fatal ? message : ruleId));
}

describe('a row of the policy is reported by the rule that owns it', () => {
  it.each(owned.map((row) => [row.id, row] as const))('%s', (id, row) => {
    const programs = programsOf(row);
    const silent = programs.filter((code) => !rulesReporting(code).includes(`openai-zdr/${row.owner}`));
    if (id in NOT_SHOWN) {
      // The reason must still hold.
      expect(silent.length, NOT_SHOWN[id]).toBe(programs.length);
    } else {
      expect(programs).not.toEqual([]);
      expect(silent).toEqual([]);
    }
  });

  it('except for rows that are there, with a reason', () => {
    expect(Object.keys(NOT_SHOWN).filter((id) => !owned.some((row) => row.id === id))).toEqual([]);
  });
});

describe("a row that is eligible, or of low confidence, is no rule's cause", () => {
  const quiet = rows.filter(
    ({ owner, confidence, kind }) =>
      (kind === 'endpoint' || kind === 'tool') && (owner === null || confidence === 'low'),
  );
  /** What a request leaves out is another row's matter, and that a row is doubtful is no proof. */
  const OTHER = new Set(['openai-zdr/require-store-false', 'openai-zdr/no-unproven-request']);

  it.each(quiet.map((row) => [row.id, row] as const))('%s', (_id, row) => {
    for (const code of programsOf(row)) {
      expect(
        rulesReporting(code).filter((rule) => !OTHER.has(rule ?? '')),
        code,
      ).toEqual([]);
    }
  });
});
