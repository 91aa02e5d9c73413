/**
 * Spellings of the other hazards, as data: parameters, tools and headers in every way in which bodies, lists and headers
 * are put together. They are linted and run like the programs that leave `store` out.
 */
import type { Program } from './programs.js';

/** A program with the one rule that speaks of it, under the preset `strict`. */
export interface Hazard extends Program {
  readonly rule: string;
  /** What is read is more than what one run sends: a branch that is not taken. */
  readonly branches?: true;
  /** It is not read, and `no-unproven-request` has to say so. */
  readonly unread?: true;
}

const IMPORT = `import OpenAI from 'openai';\n`;
const CLIENT = `${IMPORT}const client = new OpenAI();\n`;
const BASE = `model: 'gpt-5.1', input: 'Hi', store: false`;

type Extra = Omit<Hazard, 'name' | 'code' | 'rule'>;
const JS: Extra = { only: ['js', 'cjs'] };
const TS: Extra = { types: true };

/** A way of writing a key with a value into a body. */
type Spelling = readonly [name: string, code: (key: string, value: string) => string, extra?: Extra];

const create = (body: string): string => `await client.responses.create(${body});`;

const bodySpellings: readonly Spelling[] = [
  ['in place', (key, value) => create(`{ ${BASE}, ${key}: ${value} }`)],
  ['quoted key', (key, value) => create(`{ ${BASE}, '${key}': ${value} }`)],
  ['computed key', (key, value) => create(`{ ${BASE}, ['${key}']: ${value} }`)],
  ['constant key', (key, value) => `const KEY = '${key}';\n${create(`{ ${BASE}, [KEY]: ${value} }`)}`],
  ['joined key', (key, value) => create(`{ ${BASE}, ['${key.slice(0, 4)}' + '${key.slice(4)}']: ${value} }`)],
  ['value in a constant', (key, value) => `const given = ${value};\n${create(`{ ${BASE}, ${key}: given }`)}`],
  ['shorthand', (key, value) => `const ${key} = ${value};\n${create(`{ ${BASE}, ${key} }`)}`],
  [
    'body in a variable',
    (key, value) => `const params = { ${BASE}, ${key}: ${value} };\n${create('params')}`,
  ],
  ['before other keys', (key, value) => create(`{ ${key}: ${value}, ${BASE} }`)],
  [
    'defaults that are spread',
    (key, value) => `const defaults = { ${key}: ${value} };\n${create(`{ ...defaults, ${BASE} }`)}`,
  ],
  [
    'defaults of defaults',
    (key, value) =>
      `const one = { ${key}: ${value} };\nconst two = { ...one, temperature: 1 };\n${create(`{ ...two, ${BASE} }`)}`,
  ],
  [
    'frozen',
    (key, value) => `const PARAMS = Object.freeze({ ${BASE}, ${key}: ${value} });\n${create('PARAMS')}`,
  ],
  ['Object.assign', (key, value) => create(`Object.assign({ ${BASE} }, { ${key}: ${value} })`)],
  [
    'later write',
    (key, value) => `const params = { ${BASE} };\nparams.${key} = ${value};\n${create('params')}`,
    JS,
  ],
  [
    'later write with a quoted key',
    (key, value) => `const params = { ${BASE} };\nparams['${key}'] = ${value};\n${create('params')}`,
    JS,
  ],
  [
    '??=',
    (key, value) => `const params = { ${BASE} };\nparams.${key} ??= ${value};\n${create('params')}`,
    JS,
  ],
  [
    'written over',
    (key, value) =>
      `const params = { ${BASE}, ${key}: undefined };\nparams.${key} = ${value};\n${create('params')}`,
    JS,
  ],
  [
    'undone and done again',
    (key, value) => create(`{ ${BASE}, ...{ ${key}: undefined }, ...{ ${key}: ${value} } }`),
  ],
  [
    'in one branch',
    (key, value) =>
      `const params = { ${BASE} };\nif (process.env.HOME !== '') params.${key} = ${value};\n${create('params')}`,
    { ...JS, branches: true },
  ],
  [
    'conditional spread',
    (key, value) => create(`{ ${BASE}, ...(process.env.HOME !== '' && { ${key}: ${value} }) }`),
    { branches: true },
  ],
  [
    'conditional value',
    (key, value) => create(`{ ${BASE}, ${key}: process.env.HOME !== '' ? ${value} : undefined }`),
    { branches: true },
  ],
  [
    'nullish value',
    (key, value) => `const given = undefined;\n${create(`{ ${BASE}, ${key}: given ?? ${value} }`)}`,
  ],
  [
    'builder',
    (key, value) =>
      `const build = (input) => ({ ${BASE}, input, ${key}: ${value} });\n${create(`build('Hi')`)}`,
  ],
  [
    'builder that adds to what it is given',
    (key, value) =>
      `const long = (params) => ({ ...params, ${key}: ${value} });\n${create(`long({ ${BASE} })`)}`,
  ],
  [
    'helper that changes what it is given',
    (key, value) =>
      `function prepare(params) {\n  params.${key} = ${value};\n}\nconst params = { ${BASE} };\nprepare(params);\n${create('params')}`,
    JS,
  ],
  [
    'parameter of a function',
    (key, value) =>
      `const ask = (params) => client.responses.create({ ${BASE}, ...params });\nawait ask({ ${key}: ${value} });`,
    JS,
  ],
  [
    'default of a parameter',
    (key, value) =>
      `const ask = (given = ${value}) => client.responses.create({ ${BASE}, ${key}: given });\nawait ask();`,
    JS,
  ],
  [
    'class field',
    (key, value) =>
      `class Bot {\n  params = { ${BASE}, ${key}: ${value} };\n  ask() {\n    return client.responses.create(this.params);\n  }\n}\nawait new Bot().ask();`,
  ],
  [
    'static table',
    (key, value) => `const PROMPTS = { hello: { ${BASE}, ${key}: ${value} } };\n${create('PROMPTS.hello')}`,
  ],
  ['structuredClone', (key, value) => create(`structuredClone({ ${BASE}, ${key}: ${value} })`)],
  [
    'rest',
    (key, value) =>
      `const { user, ...params } = { user: 'a', ${BASE}, ${key}: ${value} };\nvoid user;\n${create('params')}`,
  ],
  ['raw post', (key, value) => `await client.post('/responses', { body: { ${BASE}, ${key}: ${value} } });`],
  ['request option', (key, value) => create(`{ ${BASE} }, { body: { ${BASE}, ${key}: ${value} } }`)],
  ['stream', (key, value) => create(`{ ${BASE}, stream: true, ${key}: ${value} }`)],
  ['parse', (key, value) => `await client.responses.parse({ ${BASE}, ${key}: ${value} });`],
  ['as any', (key, value) => create(`{ ${BASE}, ${key}: ${value} } as any`), TS],
  ['as const', (key, value) => create(`{ ${BASE}, ${key}: ${value} } as const`), TS],
  [
    'satisfies',
    (key, value) => create(`{ ${BASE}, ${key}: ${value} } satisfies OpenAI.Responses.ResponseCreateParams`),
    TS,
  ],
  [
    'typed variable',
    (key, value) =>
      `const params: OpenAI.Responses.ResponseCreateParamsNonStreaming = { ${BASE}, ${key}: ${value} };\n${create('params')}`,
    TS,
  ],
];

const parameters: readonly (readonly [key: string, value: string, rule: string])[] = [
  ['background', 'true', 'no-background'],
  ['previous_response_id', `'resp_1'`, 'no-server-state'],
  ['conversation', `'conv_1'`, 'no-server-state'],
  ['conversation', `{ id: 'conv_1' }`, 'no-server-state'],
  ['prompt_cache_retention', `'24h'`, 'no-prompt-cache-retention'],
  ['prompt_cache_options', `{ ttl: '12h' }`, 'no-prompt-cache-retention'],
  ['prompt', `{ id: 'pmpt_1' }`, 'no-server-state'],
  ['tools', `[{ type: 'file_search', vector_store_ids: ['vs_1'] }]`, 'no-hosted-tools'],
  ['tools', `[{ type: 'code_interpreter', container: { type: 'auto' } }]`, 'no-hosted-containers'],
];

const inBodies: readonly Hazard[] = parameters.flatMap(([key, value, rule]) =>
  bodySpellings.map(([name, code, extra]) => ({
    name: `${key}: ${value}, ${name}`,
    code: CLIENT + code(key, value),
    rule,
    ...extra,
  })),
);

/** A way of handing over a tool. */
type ToolSpelling = readonly [name: string, code: (tool: string) => string, extra?: Extra];

const withTools = (tools: string): string => create(`{ ${BASE}, tools: ${tools} }`);
const FUNCTION = `{ type: 'function', name: 'f', parameters: {}, strict: false }`;

const toolSpellings: readonly ToolSpelling[] = [
  ['in place', (tool) => withTools(`[${tool}]`)],
  ['among others', (tool) => withTools(`[${FUNCTION}, ${tool}]`)],
  ['tool in a constant', (tool) => `const tool = ${tool};\n${withTools('[tool]')}`],
  ['list in a constant', (tool) => `const tools = [${tool}];\n${create(`{ ${BASE}, tools }`)}`],
  ['spread of a list', (tool) => `const base = [${tool}];\n${withTools(`[...base, ${FUNCTION}]`)}`],
  ['concat', (tool) => withTools(`[${FUNCTION}].concat([${tool}])`)],
  ['push', (tool) => `const tools = [];\ntools.push(${tool});\n${create(`{ ${BASE}, tools }`)}`, JS],
  [
    'unshift',
    (tool) => `const tools = [${FUNCTION}];\ntools.unshift(${tool});\n${create(`{ ${BASE}, tools }`)}`,
    JS,
  ],
  [
    'push in a branch',
    (tool) =>
      `const tools = [${FUNCTION}];\nif (process.env.HOME !== '') tools.push(${tool});\n${create(`{ ${BASE}, tools }`)}`,
    { ...JS, branches: true },
  ],
  [
    'conditional spread',
    (tool) => withTools(`[...(process.env.HOME !== '' ? [${tool}] : [])]`),
    { branches: true },
  ],
  [
    'conditional list',
    (tool) => withTools(`process.env.HOME !== '' ? [${tool}] : [${FUNCTION}]`),
    { branches: true },
  ],
  [
    'filter of what is not there',
    (tool) => withTools(`[process.env.HOME !== '' && ${tool}].filter(Boolean)`),
    { branches: true },
  ],
  ['map', (tool) => withTools(`[1].map(() => (${tool}))`)],
  [
    'filter of what is not there, with an assertion',
    (tool) =>
      `const tools = [process.env.HOME !== '' && ${tool}].filter(Boolean) as any[];\n${create(`{ ${BASE}, tools }`)}`,
    { ...TS, branches: true },
  ],
  [
    'copy of a list that has a type',
    (tool) =>
      `const base = [${tool}] as any[];\nconst tools: OpenAI.Responses.Tool[] = base.slice();\n${create(`{ ${BASE}, tools }`)}`,
    TS,
  ],
  [
    'function that has a type',
    (tool) =>
      `const toolsFor = (): OpenAI.Responses.Tool[] => [1].map(() => (${tool} as any));\n${withTools('toolsFor()')}`,
    TS,
  ],
  ['concat of a list', (tool) => withTools(`[${FUNCTION}].concat([${tool}])`), JS],
  ['concat of a tool', (tool) => withTools(`[${FUNCTION}].concat(${tool})`), JS],
  [
    'concat of a tool in a constant',
    (tool) => `const tool = ${tool};\n${withTools(`[${FUNCTION}].concat(tool, [])`)}`,
    JS,
  ],
  [
    'concat of a tool or nothing',
    (tool) => withTools(`[${FUNCTION}].concat(process.env.HOME !== '' ? ${tool} : [])`),
    { ...JS, branches: true },
  ],
  [
    'splice',
    (tool) => `const tools = [${FUNCTION}];\ntools.splice(0, 1, ${tool});\n${create(`{ ${BASE}, tools }`)}`,
    { ...JS, branches: true },
  ],
  ['what splice takes out', (tool) => `const tools = [${tool}];\n${withTools('tools.splice(0, 1)')}`, JS],
  ['fill', (tool) => withTools(`[${FUNCTION}].fill(${tool})`), { ...JS, branches: true }],
  ['with', (tool) => withTools(`[${FUNCTION}].with(0, ${tool})`), { ...JS, branches: true }],
  ['flat', (tool) => withTools(`[[${tool}]].flat()`)],
  ['flat of what is no list', (tool) => withTools(`[${tool}].flat()`)],
  ['flatMap to a tool', (tool) => withTools(`[1].flatMap(() => (${tool}))`)],
  ['flatMap', (tool) => withTools(`[1].flatMap(() => [${tool}])`)],
  ['function', (tool) => `const toolsFor = () => [${tool}];\n${withTools('toolsFor()')}`],
  ['table', (tool) => `const TOOLS = { search: ${tool} };\n${withTools('[TOOLS.search]')}`],
  [
    'values of a table',
    (tool) => `const TOOLS = { search: ${tool} };\n${withTools('Object.values(TOOLS)')}`,
    { unread: true },
  ],
  ['frozen', (tool) => `const TOOLS = Object.freeze([${tool}]);\n${withTools('TOOLS')}`],
  ['static list', (tool) => `class Tools {\n  static all = [${tool}];\n}\n${withTools('Tools.all')}`],
  ['spread of a tool', (tool) => `const tool = ${tool};\n${withTools('[{ ...tool }]')}`],
  [
    'type written later',
    (tool) =>
      `const tool = { ...${tool}, type: 'function' };\ntool.type = ${typeOf(tool)};\n${withTools('[tool]')}`,
    JS,
  ],
  [
    'type in a constant',
    (tool) => `const TYPE = ${typeOf(tool)};\n${withTools(`[{ ...${tool}, type: TYPE }]`)}`,
  ],
  [
    'type from a table',
    (tool) => `const TYPES = { it: ${typeOf(tool)} };\n${withTools(`[{ ...${tool}, type: TYPES.it }]`)}`,
  ],
  ['quoted', (tool) => withTools(`[${tool.replace('type:', `'type':`)}]`)],
  ['in a namespace', (tool) => withTools(`[{ type: 'namespace', name: 'n', tools: [${tool}] }]`)],
  ['copy of a list', (tool) => `const base = [${tool}];\n${withTools('base.slice()')}`],
  [
    'parameter',
    (tool) => `const ask = (tools) => client.responses.create({ ${BASE}, tools });\nawait ask([${tool}]);`,
    JS,
  ],
  [
    'rest parameter',
    (tool) => `const ask = (...tools) => client.responses.create({ ${BASE}, tools });\nawait ask(${tool});`,
    { ...JS, unread: true },
  ],
  ['as const', (tool) => withTools(`[${tool}] as const`), TS],
  [
    'typed list',
    (tool) => `const tools: OpenAI.Responses.Tool[] = [${tool} as any];\n${create(`{ ${BASE}, tools }`)}`,
    TS,
  ],
  ['satisfies', (tool) => withTools(`[${tool} satisfies { type: string }]`), TS],
];

/** `'mcp'` of `{ type: 'mcp', … }` */
function typeOf(tool: string): string {
  return /type: ('[^']*')/.exec(tool)![1]!;
}

const tools: readonly (readonly [tool: string, rule: string])[] = [
  [`{ type: 'file_search', vector_store_ids: ['vs_1'] }`, 'no-hosted-tools'],
  [`{ type: 'code_interpreter', container: { type: 'auto' } }`, 'no-hosted-containers'],
  [`{ type: 'shell', environment: { type: 'container_auto' } }`, 'no-hosted-containers'],
  [`{ type: 'mcp', server_label: 'x', server_url: 'https://mcp.example.com' }`, 'no-third-party-tools'],
  [`{ type: 'web_search' }`, 'no-third-party-tools'],
];

const inTools: readonly Hazard[] = tools.flatMap(([tool, rule]) =>
  toolSpellings.map(([name, code, extra]) => ({
    name: `${typeOf(tool)}, ${name}`,
    code: CLIENT + code(tool),
    rule: extra?.unread ? 'no-unproven-request' : rule,
    ...extra,
  })),
);

const HEADER = 'X-OpenAI-No-Training';
const header = (name: string, code: string, extra: Extra = {}): Hazard => ({
  name: `header: ${name}`,
  code,
  rule: 'no-invented-parameters',
  ...extra,
});
const ASK = create(`{ ${BASE} }`);
const made = (options: string, before = ''): string =>
  `${IMPORT}${before}const client = new OpenAI(${options});\n${ASK}`;
const asked = (options: string, before = ''): string =>
  `${CLIENT}${before}${create(`{ ${BASE} }, ${options}`)}`;

const inHeaders: readonly Hazard[] = [
  header('of the client', made(`{ defaultHeaders: { '${HEADER}': 'true' } }`)),
  header('in lower case', made(`{ defaultHeaders: { '${HEADER.toLowerCase()}': 'true' } }`)),
  header('in a variable', made(`{ defaultHeaders: headers }`, `const headers = { '${HEADER}': 'true' };\n`)),
  header('under its name', made(`{ defaultHeaders }`, `const defaultHeaders = { '${HEADER}': 'true' };\n`)),
  header(
    'spread',
    made(`{ defaultHeaders: { ...common, 'X-Team': 'a' } }`, `const common = { '${HEADER}': 'true' };\n`),
  ),
  header(
    'of options in a variable',
    made('options', `const options = { maxRetries: 0, defaultHeaders: { '${HEADER}': 'true' } };\n`),
  ),
  header(
    'with a constant name',
    made(`{ defaultHeaders: { [NAME]: 'true' } }`, `const NAME = '${HEADER}';\n`),
  ),
  header('with a joined name', made(`{ defaultHeaders: { ['X-OpenAI-' + 'No-Training']: 'true' } }`)),
  header('with a template', made('{ defaultHeaders: { [`' + HEADER + `\`]: 'true' } }`)),
  header(
    'in a conditional spread',
    made(`{ defaultHeaders: { ...(process.env.HOME !== '' && { '${HEADER}': 'true' }) } }`),
    { branches: true },
  ),
  header(
    'written later',
    made(`{ defaultHeaders: headers }`, `const headers = {};\nheaders['${HEADER}'] = 'true';\n`),
    JS,
  ),
  header(
    'of Object.assign',
    made(`{ defaultHeaders: Object.assign({ 'X-Team': 'a' }, { '${HEADER}': 'true' }) }`),
  ),
  header(
    'of a function',
    made(`{ defaultHeaders: headers() }`, `const headers = () => ({ '${HEADER}': 'true' });\n`),
  ),
  header(
    'of a subclass',
    `${IMPORT}class Api extends OpenAI {\n  constructor() {\n    super({ defaultHeaders: { '${HEADER}': 'true' } });\n  }\n}\nconst client = new Api();\n${ASK}`,
  ),
  header(
    'of withOptions',
    `${CLIENT}await client.withOptions({ defaultHeaders: { '${HEADER}': 'true' } }).responses.create({ ${BASE} });`,
    { since: 5 },
  ),
  header('of a request', asked(`{ headers: { '${HEADER}': 'true' } }`)),
  header('of a request, in a variable', asked(`{ headers }`, `const headers = { '${HEADER}': 'true' };\n`)),
  header(
    'of a request, options in a variable',
    asked('options', `const options = { headers: { '${HEADER}': 'true' } };\n`),
  ),
  header(
    'of a request, spread',
    asked(`{ timeout: 1000, ...extra }`, `const extra = { headers: { '${HEADER}': 'true' } };\n`),
  ),
  header(
    'of a raw request',
    `${CLIENT}await client.post('/responses', { body: { ${BASE} }, headers: { '${HEADER}': 'true' } });`,
  ),
  header('of a Headers object', asked(`{ headers: new Headers({ '${HEADER}': 'true' }) }`), { since: 5 }),
  header('of a list of pairs', asked(`{ headers: new Headers([['${HEADER}', 'true']]) }`), { since: 5 }),
  header(
    'set on a Headers object',
    asked(`{ headers }`, `const headers = new Headers();\nheaders.set('${HEADER}', 'true');\n`),
    { since: 5 },
  ),
  header(
    'appended to a Headers object',
    asked(`{ headers }`, `const headers = new Headers();\nheaders.append('${HEADER}', 'true');\n`),
    { since: 5 },
  ),
  header('value of a real header', made(`{ defaultHeaders: { 'OpenAI-Beta': 'zero-data-retention' } }`)),
  header(
    'value of a real header of a request',
    asked(`{ headers: { 'OpenAI-Beta': 'zero-data-retention' } }`),
  ),
];

export const hazards: readonly Hazard[] = [...inBodies, ...inTools, ...inHeaders];
