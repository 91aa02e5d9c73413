/** Programs made from the rows of the policy. */
import { allOperations, legacyOperationNamed, methodNames, type Endpoint } from '../src/catalog/index.js';
import { allRows, endpointRow, type EndpointSelector, type PolicyRow } from '../src/policy/index.js';
import type { InventedName, InventedPlace } from '../src/policy/types.js';
import { selects } from '../src/policy/selectors.js';

const CLIENT = `import OpenAI from 'openai';\nconst client = new OpenAI();\n`;

export type Row = Exclude<PolicyRow, { kind: 'feature' | 'account' }>;

/** The rows that code can show. */
export const rows = allRows().filter((row): row is Row => row.kind !== 'feature' && row.kind !== 'account');
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

/** The smallest programs that do what a row speaks of, one for each call or name. */
export function programsOf(row: Row): readonly string[] {
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

/** Programs that write an invented name, and each of its other names, where it is said to work. */
export function programsOfInvented({ name, aliases, places }: InventedName): readonly string[] {
  return places.flatMap((place) => [name, ...aliases].map((written) => programWith(written, place)));
}

function programWith(name: string, place: InventedPlace): string {
  const key = JSON.stringify(name);
  switch (place) {
    case 'client-option':
      return `import OpenAI from 'openai';\nexport const client = new OpenAI({ ${key}: true });\n`;
    case 'header':
      return `import OpenAI from 'openai';\nexport const client = new OpenAI({ defaultHeaders: { ${key}: 'true' } });\n`;
    case 'header-value': {
      const [header = '', value = ''] = name.split(/:\s*/);
      return programWith(header, 'header').replace(`'true'`, JSON.stringify(value));
    }
    case 'environment':
      return `import 'openai';\nprocess.env.${name} = 'true';\n`;
    case 'metadata':
      return `${CLIENT}await client.responses.create({ store: false, metadata: { ${key}: 'true' } });\n`;
    case 'query':
      return `${CLIENT}await client.responses.create({ store: false }, { query: { ${key}: 'true' } });\n`;
    case 'body':
      return `${CLIENT}await client.responses.create({ store: false, ${key}: true });\n`;
  }
}
