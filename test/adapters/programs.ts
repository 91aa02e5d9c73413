/**
 * Spellings of one hazard, as data: a request to `POST /responses` that leaves `store` out. They are linted as
 * TypeScript, as a JavaScript module and as CommonJS, and run for real against several versions of the SDK.
 */
export interface Program {
  readonly name: string;
  readonly code: string;
  /** Has syntax of TypeScript, so it exists in no JavaScript form. */
  readonly types?: true;
  /** The forms in which it is linted; without it all that exist. */
  readonly only?: readonly ('ts' | 'js' | 'cjs')[];
  /** What is added when it is run, because the file alone does nothing. */
  readonly run?: string;
  /** Why it cannot run alone. */
  readonly notRun?: string;
  /** The first major version of the SDK that has what it uses; 5 where the Responses API itself is enough. */
  readonly since?: 4 | 5 | 6 | 7;
  /** Reports; 1 without it. */
  readonly reports?: number;
  /** Requests on the wire; 1 without it. */
  readonly requests?: number;
}

const BODY = `{ model: 'gpt-5.5', input: 'Hi' }`;
const IMPORT = `import OpenAI from 'openai';\n`;
const CLIENT = `${IMPORT}const client = new OpenAI();\n`;
const CALL = `responses.create(${BODY})`;

type Extra = Omit<Program, 'name' | 'code'>;

const program = (name: string, code: string, extra: Extra = {}): Program => ({ name, code, ...extra });
/** After the default import. */
const from = (name: string, code: string, extra?: Extra) => program(name, IMPORT + code, extra);
/** After `const client = new OpenAI()`. */
const withClient = (name: string, code: string, extra?: Extra) => program(name, CLIENT + code, extra);
/** Around a body that is put together before the call. */
const withBody = (name: string, code: string, extra?: Extra) =>
  withClient(`body: ${name}`, `${code}\nawait client.responses.create(params);`, extra);

const TS = { types: true } as const;
const JS_ONLY = { only: ['js'] } as const;
const CJS_ONLY = { only: ['cjs'] } as const;

const imports: readonly Program[] = [
  from('default import', `await new OpenAI().${CALL};`),
  program('named import', `import { OpenAI } from 'openai';\nawait new OpenAI().${CALL};`),
  program('alias of a named import', `import { OpenAI as Ai } from 'openai';\nawait new Ai().${CALL};`),
  program('default import under another name', `import Api from 'openai';\nawait new Api().${CALL};`),
  program('`default as`', `import { default as Api } from 'openai';\nawait new Api().${CALL};`),
  program('namespace', `import * as ai from 'openai';\nawait new ai.OpenAI().${CALL};`),
  program('default of a namespace', `import * as ai from 'openai';\nawait new ai.default().${CALL};`),
  program(
    'namespace taken apart',
    `import * as ai from 'openai';\nconst { OpenAI: Api } = ai;\nawait new Api().${CALL};`,
  ),
  program('quoted import name', `import { 'default' as Api } from 'openai';\nawait new Api().${CALL};`, {
    only: ['js'],
  }),
  program('import-equals', `import OpenAI = require('openai');\nvoid new OpenAI().${CALL};`, TS),
  program('require of the class', `const OpenAI = require('openai');\nvoid new OpenAI().${CALL};`, CJS_ONLY),
  program(
    'require taken apart',
    `const { OpenAI } = require('openai');\nvoid new OpenAI().${CALL};`,
    CJS_ONLY,
  ),
  program(
    'require taken apart under another name',
    `const { OpenAI: Api } = require('openai');\nvoid new Api().${CALL};`,
    CJS_ONLY,
  ),
  program(
    'require and default',
    `const OpenAI = require('openai').default;\nvoid new OpenAI().${CALL};`,
    CJS_ONLY,
  ),
  program(
    'require and member',
    `const OpenAI = require('openai').OpenAI;\nvoid new OpenAI().${CALL};`,
    CJS_ONLY,
  ),
  program('require in place', `void new (require('openai'))().${CALL};`, CJS_ONLY),
  program('require in place, with a member', `void new (require('openai').OpenAI)().${CALL};`, CJS_ONLY),
  program(
    'require of the module object',
    `const ai = require('openai');\nvoid new ai.OpenAI().${CALL};`,
    CJS_ONLY,
  ),
  program(
    'require inside a function',
    `function ask() {\n  const OpenAI = require('openai');\n  return new OpenAI().${CALL};\n}\nvoid ask();`,
    CJS_ONLY,
  ),
  program(
    'what TypeScript makes of an import',
    `var openai_1 = __importDefault(require('openai'));\nvoid new openai_1.default().${CALL};\nfunction __importDefault(mod) { return mod && mod.__esModule ? mod : { default: mod }; }`,
    CJS_ONLY,
  ),
  program(
    'createRequire',
    `import { createRequire } from 'node:module';\nconst require = createRequire(import.meta.url);\nconst OpenAI = require('openai');\nawait new OpenAI().${CALL};`,
    JS_ONLY,
  ),
  program(
    'dynamic import taken apart',
    `const { OpenAI } = await import('openai');\nawait new OpenAI().${CALL};`,
  ),
  program(
    'dynamic import, default taken apart',
    `const { default: OpenAI } = await import('openai');\nawait new OpenAI().${CALL};`,
  ),
  program(
    'dynamic import and member',
    `const OpenAI = (await import('openai')).OpenAI;\nawait new OpenAI().${CALL};`,
  ),
  program('dynamic import in place', `await new (await import('openai')).default().${CALL};`),
  program('dynamic import with then', `await import('openai').then((ai) => new ai.OpenAI().${CALL});`),
  program(
    'dynamic import with then taken apart',
    `await import('openai').then(({ default: OpenAI }) => new OpenAI().${CALL});`,
  ),
  program(
    'dynamic import of a constant',
    `const name = 'openai';\nconst { OpenAI } = await import(name);\nawait new OpenAI().${CALL};`,
  ),
  program('npm specifier', `import OpenAI from 'npm:openai@^6';\nawait new OpenAI().${CALL};`, {
    notRun: 'Deno',
  }),
  program('jsr specifier', `import OpenAI from 'jsr:@openai/openai';\nawait new OpenAI().${CALL};`, {
    notRun: 'Deno',
  }),
  program('CDN', `import OpenAI from 'https://esm.sh/openai@6.1.0';\nawait new OpenAI().${CALL};`, {
    notRun: 'browser',
  }),
  program('index file', `import OpenAI from 'openai/index.mjs';\nawait new OpenAI().${CALL};`, {
    only: ['ts', 'js'],
  }),
  program('client file', `import { OpenAI } from 'openai/client';\nawait new OpenAI().${CALL};`, {
    since: 5,
  }),
  program(
    'resource class',
    `import OpenAI from 'openai';\nimport { Responses } from 'openai/resources/responses/responses';\nawait new Responses(new OpenAI()).create(${BODY});`,
  ),
  program(
    'resource class of the index',
    `import OpenAI from 'openai';\nimport { Responses } from 'openai/resources';\nawait new Responses(new OpenAI()).create(${BODY});`,
  ),
  from('static resource class', `await new OpenAI.Responses(new OpenAI()).create(${BODY});`),
  from('static self reference', `await new OpenAI.OpenAI().${CALL};`),
  program(
    'import with a re-export beside it',
    `import OpenAI from 'openai';\nexport { OpenAI };\nawait new OpenAI().${CALL};`,
  ),
];

const constructions: readonly Program[] = [
  from('client in a constant', `const client = new OpenAI();\nawait client.${CALL};`),
  from('new without parentheses', `const client = new OpenAI;\nawait client.${CALL};`),
  from(
    'options in a variable',
    `const options = { maxRetries: 0 };\nconst client = new OpenAI(options);\nawait client.${CALL};`,
  ),
  from(
    'base URL of OpenAI',
    `const client = new OpenAI({ baseURL: 'https://api.openai.com/v1' });\nawait client.${CALL};`,
  ),
  from(
    'base URL of OpenAI in Europe',
    `const client = new OpenAI({ baseURL: 'https://eu.api.openai.com/v1' });\nawait client.${CALL};`,
  ),
  from(
    'base URL from the environment',
    `const client = new OpenAI({ baseURL: process.env.OPENAI_BASE_URL });\nawait client.${CALL};`,
  ),
  from(
    'base URL with OpenAI as the default',
    `const client = new OpenAI({ baseURL: process.env.LLM_URL ?? 'https://api.openai.com/v1' });\nawait client.${CALL};`,
  ),
  from('base URL null', `const client = new OpenAI({ baseURL: null });\nawait client.${CALL};`),
  from(
    'options with a spread',
    `const common = { maxRetries: 0 };\nconst client = new OpenAI({ ...common, timeout: 1000 });\nawait client.${CALL};`,
  ),
  from('class under another name', `const Api = OpenAI;\nawait new Api().${CALL};`),
  from('subclass', `class Api extends OpenAI {}\nawait new Api().${CALL};`),
  from(
    'subclass with a constructor',
    `class Api extends OpenAI {\n  constructor() {\n    super({ maxRetries: 0 });\n  }\n}\nawait new Api().${CALL};`,
  ),
  from(
    'subclass that hands its options on',
    `class Api extends OpenAI {\n  constructor(options) {\n    super(options);\n  }\n}\nawait new Api({ maxRetries: 0 }).${CALL};`,
  ),
  from(
    'subclass that calls itself',
    `class Api extends OpenAI {\n  ask() {\n    return this.${CALL};\n  }\n}\nawait new Api().ask();`,
  ),
  from(
    'subclass of a subclass',
    `class Base extends OpenAI {}\nclass Api extends Base {}\nawait new Api().${CALL};`,
  ),
  from('class expression', `const Api = class extends OpenAI {};\nawait new Api().${CALL};`),
  from('subclass in place', `await new (class extends OpenAI {})().${CALL};`),
  from('arrow factory', `const getClient = () => new OpenAI();\nawait getClient().${CALL};`),
  from('function factory', `function getClient() {\n  return new OpenAI();\n}\nawait getClient().${CALL};`),
  from(
    'async factory',
    `async function getClient() {\n  return new OpenAI();\n}\nawait (await getClient()).${CALL};`,
  ),
  from(
    'async factory with then',
    `const getClient = async () => new OpenAI();\nawait getClient().then((client) => client.${CALL});`,
  ),
  from(
    'method factory',
    `const factory = {\n  make() {\n    return new OpenAI();\n  },\n};\nawait factory.make().${CALL};`,
  ),
  from(
    'static factory',
    `class Factory {\n  static make() {\n    return new OpenAI();\n  }\n}\nawait Factory.make().${CALL};`,
  ),
  from(
    'factories of several levels',
    `const one = () => new OpenAI();\nconst two = () => one();\nfunction three() {\n  return two();\n}\nawait three().${CALL};`,
  ),
  from(
    'factory with an option',
    `const make = (maxRetries) => new OpenAI({ maxRetries });\nawait make(0).${CALL};`,
  ),
  from(
    'factory that returns an object',
    `function setUp() {\n  const client = new OpenAI();\n  return { client };\n}\nconst { client } = setUp();\nawait client.${CALL};`,
  ),
  from('factory in place', `const client = (() => new OpenAI())();\nawait client.${CALL};`),
  from(
    'factory of a factory',
    `const makeFactory = () => () => new OpenAI();\nawait makeFactory()().${CALL};`,
  ),
  from(
    'lazy singleton',
    `let client;\nconst getClient = () => (client ??= new OpenAI());\nawait getClient().${CALL};`,
  ),
  from(
    'lazy singleton with if',
    `let client = null;\nfunction getClient() {\n  if (!client) client = new OpenAI();\n  return client;\n}\nawait getClient().${CALL};`,
  ),
  from(
    'lazy singleton with or',
    `let client;\nfunction getClient() {\n  client = client || new OpenAI();\n  return client;\n}\nawait getClient().${CALL};`,
  ),
  from('later assignment', `let client;\nclient = new OpenAI();\nawait client.${CALL};`),
  from(
    'assignment in a try',
    `let client;\ntry {\n  client = new OpenAI();\n} catch {\n  throw new Error('no key');\n}\nawait client.${CALL};`,
  ),
  from(
    'assignment in a hook',
    `let client;\nfunction before() {\n  client = new OpenAI();\n}\nbefore();\nawait client.${CALL};`,
  ),
  from('assignment in place', `let client;\nawait (client = new OpenAI()).${CALL};`),
  from(
    'conditional',
    `const client = process.env.FAST ? new OpenAI({ timeout: 1 }) : new OpenAI();\nawait client.${CALL};`,
  ),
  from('or', `const given = undefined;\nconst client = given || new OpenAI();\nawait client.${CALL};`),
  from(
    'default parameter',
    `async function ask(client = new OpenAI()) {\n  await client.${CALL};\n}\nawait ask();`,
  ),
  from(
    'default in a pattern',
    `async function ask({ client = new OpenAI() } = {}) {\n  await client.${CALL};\n}\nawait ask();`,
  ),
  from('global', `globalThis.openai ??= new OpenAI();\nawait globalThis.openai.${CALL};`),
  from(
    'global in a constant',
    `const client = globalThis.openai ?? new OpenAI();\nglobalThis.openai = client;\nawait client.${CALL};`,
  ),
  from(
    'typed global',
    `const holder = globalThis as unknown as { openai?: OpenAI };\nconst client = holder.openai ?? new OpenAI();\nholder.openai = client;\nawait client.${CALL};`,
    TS,
  ),
  from(
    'useMemo',
    `import { useMemo } from 'react';\nexport function Chat() {\n  const client = useMemo(() => new OpenAI(), []);\n  return client.${CALL};\n}`,
    { notRun: 'React' },
  ),
  from(
    'cache',
    `import { cache } from 'react';\nconst getClient = cache(() => new OpenAI());\nexport const ask = () => getClient().${CALL};`,
    { notRun: 'React' },
  ),
  from('first of a list', `const clients = [new OpenAI()];\nawait clients[0].${CALL};`),
  from(
    'any of a list',
    `const clients = [new OpenAI(), new OpenAI({ maxRetries: 0 })];\nconst i = Date.now() % 2;\nawait clients[i].${CALL};`,
  ),
  from('at of a list', `const clients = [new OpenAI()];\nawait clients.at(-1).${CALL};`),
  from('list in a loop', `for (const client of [new OpenAI()]) await client.${CALL};`),
  from(
    'list with map',
    `const clients = [new OpenAI()];\nawait Promise.all(clients.map((client) => client.${CALL}));`,
  ),
  from('list taken apart', `const [client] = [new OpenAI()];\nawait client.${CALL};`),
  from('list that is filled', `const clients = [];\nclients.push(new OpenAI());\nawait clients[0].${CALL};`),
  from('map', `const clients = new Map([['main', new OpenAI()]]);\nawait clients.get('main').${CALL};`),
  from(
    'map that is filled',
    `const clients = new Map();\nclients.set('main', new OpenAI());\nawait clients.get('main').${CALL};`,
  ),
  from('table', `const clients = { main: new OpenAI() };\nawait clients.main.${CALL};`),
  from(
    'table with a computed key',
    `const clients = { a: new OpenAI(), b: new OpenAI() };\nconst key = Date.now() % 2 ? 'a' : 'b';\nawait clients[key].${CALL};`,
  ),
  from(
    'table that is filled',
    `const clients = {};\nclients.main = new OpenAI();\nawait clients.main.${CALL};`,
  ),
  from(
    'Promise.all',
    `const [client] = await Promise.all([Promise.resolve(new OpenAI())]);\nawait client.${CALL};`,
  ),
  from('frozen client', `const client = Object.freeze(new OpenAI());\nawait client.${CALL};`),
  from('withOptions', `const client = new OpenAI().withOptions({ timeout: 1000 });\nawait client.${CALL};`, {
    since: 5,
  }),
  from(
    'withOptions twice',
    `const client = new OpenAI().withOptions({ timeout: 1000 }).withOptions({ maxRetries: 0 });\nawait client.${CALL};`,
    { since: 5 },
  ),
];

const holders: readonly Program[] = [
  from(
    'class field',
    `class Bot {\n  client = new OpenAI();\n  ask() {\n    return this.client.${CALL};\n  }\n}\nawait new Bot().ask();`,
  ),
  from(
    'field set by the constructor',
    `class Bot {\n  constructor() {\n    this.client = new OpenAI();\n  }\n  ask() {\n    return this.client.${CALL};\n  }\n}\nawait new Bot().ask();`,
    { only: ['js', 'cjs'] },
  ),
  from(
    'typed field set by the constructor',
    `class Bot {\n  private readonly client: OpenAI;\n  constructor() {\n    this.client = new OpenAI();\n  }\n  ask() {\n    return this.client.${CALL};\n  }\n}\nawait new Bot().ask();`,
    TS,
  ),
  from(
    'parameter property',
    `class Bot {\n  constructor(private readonly client: OpenAI) {}\n  ask() {\n    return this.client.${CALL};\n  }\n}\nawait new Bot(new OpenAI()).ask();`,
    TS,
  ),
  from(
    'parameter property with a default',
    `class Bot {\n  constructor(private readonly client = new OpenAI()) {}\n  ask() {\n    return this.client.${CALL};\n  }\n}\nawait new Bot().ask();`,
    TS,
  ),
  from(
    'field from a constructor parameter',
    `class Bot {\n  constructor(client) {\n    this.client = client;\n  }\n  ask() {\n    return this.client.${CALL};\n  }\n}\nawait new Bot(new OpenAI()).ask();`,
    { only: ['js', 'cjs'] },
  ),
  from(
    'private name',
    `class Bot {\n  #client = new OpenAI();\n  ask() {\n    return this.#client.${CALL};\n  }\n}\nawait new Bot().ask();`,
  ),
  from(
    'private name set later',
    `class Bot {\n  #client;\n  constructor() {\n    this.#client = new OpenAI();\n  }\n  async ask() {\n    await this.#client.${CALL};\n  }\n}\nawait new Bot().ask();`,
  ),
  from(
    'static field',
    `class Bot {\n  static client = new OpenAI();\n  static ask() {\n    return Bot.client.${CALL};\n  }\n}\nawait Bot.ask();`,
  ),
  from(
    'static block',
    `class Bot {\n  static client;\n  static {\n    this.client = new OpenAI();\n  }\n  static ask() {\n    return this.client.${CALL};\n  }\n}\nawait Bot.ask();`,
  ),
  from(
    'getter',
    `class Bot {\n  get client() {\n    return new OpenAI();\n  }\n  ask() {\n    return this.client.${CALL};\n  }\n}\nawait new Bot().ask();`,
  ),
  from(
    'lazy getter',
    `class Bot {\n  #client;\n  get client() {\n    return (this.#client ??= new OpenAI());\n  }\n  ask() {\n    return this.client.${CALL};\n  }\n}\nawait new Bot().ask();`,
  ),
  from(
    'accessor field',
    `class Bot {\n  accessor client = new OpenAI();\n  ask() {\n    return this.client.${CALL};\n  }\n}\nawait new Bot().ask();`,
    TS,
  ),
  from(
    'method that makes the client',
    `class Bot {\n  client() {\n    return new OpenAI();\n  }\n  ask() {\n    return this.client().${CALL};\n  }\n}\nawait new Bot().ask();`,
  ),
  from(
    'inherited field',
    `class Base {\n  client = new OpenAI();\n}\nclass Bot extends Base {\n  ask() {\n    return this.client.${CALL};\n  }\n}\nawait new Bot().ask();`,
  ),
  from(
    'inherited field, from outside',
    `class Base {\n  client = new OpenAI();\n}\nclass Bot extends Base {}\nawait new Bot().client.${CALL};`,
  ),
  from(
    'super method',
    `class Base {\n  client() {\n    return new OpenAI();\n  }\n}\nclass Bot extends Base {\n  ask() {\n    return super.client().${CALL};\n  }\n}\nawait new Bot().ask();`,
  ),
  from(
    'field handed to super',
    `class Base {\n  constructor(client) {\n    this.client = client;\n  }\n}\nclass Bot extends Base {\n  constructor() {\n    super(new OpenAI());\n  }\n  ask() {\n    return this.client.${CALL};\n  }\n}\nawait new Bot().ask();`,
    { only: ['js', 'cjs'] },
  ),
  from(
    'arrow field',
    `class Bot {\n  client = new OpenAI();\n  ask = () => this.client.${CALL};\n}\nawait new Bot().ask();`,
  ),
  from(
    'instance used from outside',
    `class Bot {\n  client = new OpenAI();\n}\nconst bot = new Bot();\nawait bot.client.${CALL};`,
  ),
  from(
    'object with a method',
    `const bot = {\n  client: new OpenAI(),\n  ask() {\n    return this.client.${CALL};\n  },\n};\nawait bot.ask();`,
  ),
  from(
    'object that names itself',
    `const bot = {\n  client: new OpenAI(),\n  ask: () => bot.client.${CALL},\n};\nawait bot.ask();`,
  ),
  from(
    'object with a getter',
    `const bot = {\n  get client() {\n    return new OpenAI();\n  },\n};\nawait bot.client.${CALL};`,
  ),
  from(
    'object in an object',
    `const services = { ai: { client: new OpenAI() } };\nawait services.ai.client.${CALL};`,
  ),
  from(
    'object with a spread',
    `const base = { client: new OpenAI() };\nconst services = { ...base, name: 'x' };\nawait services.client.${CALL};`,
  ),
  from(
    'object with a shorthand',
    `const client = new OpenAI();\nconst context = { client };\nawait context.client.${CALL};`,
  ),
  from(
    'closure',
    `function makeBot() {\n  const client = new OpenAI();\n  return { ask: () => client.${CALL} };\n}\nawait makeBot().ask();`,
  ),
  from(
    'closure over a parameter',
    `const makeBot = (client) => ({ ask: () => client.${CALL} });\nawait makeBot(new OpenAI()).ask();`,
  ),
  from(
    'alias of this',
    `class Bot {\n  client = new OpenAI();\n  ask() {\n    const self = this;\n    return self.client.${CALL};\n  }\n}\nawait new Bot().ask();`,
  ),
  from(
    'this taken apart',
    `class Bot {\n  client = new OpenAI();\n  ask() {\n    const { client } = this;\n    return client.${CALL};\n  }\n}\nawait new Bot().ask();`,
  ),
  from(
    'property of a function',
    `function ask() {\n  return ask.client.${CALL};\n}\nask.client = new OpenAI();\nawait ask();`,
  ),
  from(
    'resource in a field',
    `class Bot {\n  responses = new OpenAI().responses;\n  ask() {\n    return this.responses.create(${BODY});\n  }\n}\nawait new Bot().ask();`,
  ),
];

const handedOn: readonly Program[] = [
  from(
    'parameter of the client type',
    `export async function ask(client: OpenAI) {\n  await client.${CALL};\n}`,
    { ...TS, run: 'await ask(new OpenAI());' },
  ),
  program(
    'parameter of a type-only import',
    `import type OpenAI from 'openai';\nexport const ask = (client: OpenAI) => client.${CALL};`,
    { ...TS, run: `await ask(new (await import('openai')).OpenAI());` },
  ),
  program(
    'parameter of an inline type import',
    `import { type OpenAI } from 'openai';\nexport const ask = (client: OpenAI) => client.${CALL};`,
    { ...TS, run: `await ask(new (await import('openai')).OpenAI());` },
  ),
  program('import type in place', `export const ask = (client: import('openai').OpenAI) => client.${CALL};`, {
    ...TS,
    run: `await ask(new (await import('openai')).OpenAI());`,
  }),
  from('resource type', `export const ask = (responses: OpenAI.Responses) => responses.create(${BODY});`, {
    ...TS,
    run: 'await ask(new OpenAI().responses);',
  }),
  program(
    'resource type of a subpath',
    `import type { Responses } from 'openai/resources/responses/responses';\nexport const ask = (responses: Responses) => responses.create(${BODY});`,
    { ...TS, run: `await ask(new (await import('openai')).OpenAI().responses);` },
  ),
  from('Pick', `export const ask = (client: Pick<OpenAI, 'responses'>) => client.${CALL};`, {
    ...TS,
    run: 'await ask(new OpenAI());',
  }),
  from(
    'indexed access type',
    `export const ask = (responses: OpenAI['responses']) => responses.create(${BODY});`,
    { ...TS, run: 'await ask(new OpenAI().responses);' },
  ),
  from('optional parameter', `export const ask = (client?: OpenAI) => client?.${CALL};`, {
    ...TS,
    run: 'await ask(new OpenAI());',
  }),
  from('parameter that may be null', `export const ask = (client: OpenAI | null) => client!.${CALL};`, {
    ...TS,
    run: 'await ask(new OpenAI());',
  }),
  from(
    'promise of a client',
    `export const ask = async (client: Promise<OpenAI>) => (await client).${CALL};`,
    { ...TS, run: 'await ask(Promise.resolve(new OpenAI()));' },
  ),
  from(
    'list of clients',
    `export const ask = async (clients: OpenAI[]) => {\n  for (const client of clients) await client.${CALL};\n};`,
    { ...TS, run: 'await ask([new OpenAI()]);' },
  ),
  from(
    'parameter that is a record of clients',
    `export const ask = (clients: Record<string, OpenAI>) => clients.main!.${CALL};`,
    { ...TS, run: 'await ask({ main: new OpenAI() });' },
  ),
  from(
    'local interface',
    `interface Deps {\n  readonly openai: OpenAI;\n}\nexport const ask = (deps: Deps) => deps.openai.${CALL};`,
    { ...TS, run: 'await ask({ openai: new OpenAI() });' },
  ),
  from(
    'local interface that extends one',
    `interface Base {\n  openai: OpenAI;\n}\ninterface Deps extends Base {\n  name: string;\n}\nexport const ask = (deps: Deps) => deps.openai.${CALL};`,
    { ...TS, run: `await ask({ openai: new OpenAI(), name: '' });` },
  ),
  from(
    'interface that extends the client',
    `interface Api extends OpenAI {\n  name?: string;\n}\nexport const ask = (client: Api) => client.${CALL};`,
    { ...TS, run: 'await ask(new OpenAI());' },
  ),
  from(
    'type alias',
    `type Deps = { openai: OpenAI };\nexport const ask = ({ openai }: Deps) => openai.${CALL};`,
    { ...TS, run: 'await ask({ openai: new OpenAI() });' },
  ),
  from(
    'alias of the client type',
    `type Api = OpenAI;\nexport const ask = (client: Api) => client.${CALL};`,
    { ...TS, run: 'await ask(new OpenAI());' },
  ),
  from('type literal', `export const ask = ({ openai }: { openai: OpenAI }) => openai.${CALL};`, {
    ...TS,
    run: 'await ask({ openai: new OpenAI() });',
  }),
  from('bounded generic', `export function ask<T extends OpenAI>(client: T) {\n  return client.${CALL};\n}`, {
    ...TS,
    run: 'await ask(new OpenAI());',
  }),
  from(
    'bounded generic with a member',
    `export function ask<T extends { openai: OpenAI }>(deps: T) {\n  return deps.openai.${CALL};\n}`,
    { ...TS, run: 'await ask({ openai: new OpenAI() });' },
  ),
  from(
    'getter function of a typed parameter',
    `export const ask = (getClient: () => OpenAI) => getClient().${CALL};`,
    { ...TS, run: 'await ask(() => new OpenAI());' },
  ),
  from(
    'method of a local interface',
    `interface Pool {\n  take(): OpenAI;\n}\nexport const ask = (pool: Pool) => pool.take().${CALL};`,
    { ...TS, run: 'await ask({ take: () => new OpenAI() });' },
  ),
  from('declared constant', `declare const client: OpenAI;\nexport const ask = () => client.${CALL};`, {
    ...TS,
    notRun: 'only declared',
  }),
  from(
    'typed constant from elsewhere',
    `import { make } from './make';\nconst client: OpenAI = make();\nexport const ask = () => client.${CALL};`,
    { ...TS, notRun: 'needs another module' },
  ),
  from(
    'cast of a value from elsewhere',
    `import { make } from './make';\nconst client = make() as OpenAI;\nexport const ask = () => client.${CALL};`,
    { ...TS, notRun: 'needs another module' },
  ),
  from(
    'function with a return type',
    `import { registry } from './registry';\nfunction getClient(): OpenAI {\n  return registry.get('openai');\n}\nexport const ask = () => getClient().${CALL};`,
    { ...TS, notRun: 'needs another module' },
  ),
  from(
    'abstract member',
    `abstract class Bot {\n  protected abstract readonly client: OpenAI;\n  ask() {\n    return this.client.${CALL};\n  }\n}\nclass Real extends Bot {\n  protected readonly client = new OpenAI();\n}\nawait new Real().ask();`,
    TS,
  ),
  from(
    'typed field',
    `class Bot {\n  client!: OpenAI;\n  ask() {\n    return this.client.${CALL};\n  }\n}\nconst bot = new Bot();\nbot.client = new OpenAI();\nawait bot.ask();`,
    TS,
  ),
  from(
    'ReturnType',
    `const make = () => new OpenAI();\nexport const ask = (client: ReturnType<typeof make>) => client.${CALL};`,
    { ...TS, run: 'await ask(make());' },
  ),
  from('typeof', `const main = new OpenAI();\nexport const ask = (client: typeof main) => client.${CALL};`, {
    ...TS,
    run: 'await ask(main);',
  }),
  from('InstanceType', `export const ask = (client: InstanceType<typeof OpenAI>) => client.${CALL};`, {
    ...TS,
    run: 'await ask(new OpenAI());',
  }),
  from(
    'parameter that every call fills',
    `const ask = (client) => client.${CALL};\nawait ask(new OpenAI());`,
    { only: ['js', 'cjs'] },
  ),
  from(
    'second parameter',
    `function ask(prompt, client) {\n  return client.responses.create({ model: 'gpt-5.5', input: prompt });\n}\nawait ask('Hi', new OpenAI());`,
    { only: ['js', 'cjs'] },
  ),
  from(
    'destructured parameter',
    `function ask({ client, prompt }) {\n  return client.responses.create({ model: 'gpt-5.5', input: prompt });\n}\nawait ask({ client: new OpenAI(), prompt: 'Hi' });`,
    { only: ['js', 'cjs'] },
  ),
  from(
    'parameter through two functions',
    `const inner = (client) => client.${CALL};\nconst outer = (client) => inner(client);\nawait outer(new OpenAI());`,
    { only: ['js', 'cjs'] },
  ),
  from(
    'callback that is handed the client',
    `const withClient = (use) => use(new OpenAI());\nawait withClient((client) => client.${CALL});`,
    { only: ['js', 'cjs'] },
  ),
  from(
    'async callback that is handed the client',
    `async function withClient(use) {\n  const client = new OpenAI();\n  return await use(client);\n}\nawait withClient(async (client) => {\n  await client.${CALL};\n});`,
    { only: ['js', 'cjs'] },
  ),
  from(
    'method that is handed the client',
    `const bot = {\n  ask(client) {\n    return client.${CALL};\n  },\n};\nawait bot.ask(new OpenAI());`,
    { only: ['js', 'cjs'] },
  ),
];

const takenApart: readonly Program[] = [
  withClient('resource taken apart', `const { responses } = client;\nawait responses.create(${BODY});`),
  withClient(
    'resource taken apart under another name',
    `const { responses: api } = client;\nawait api.create(${BODY});`,
  ),
  withClient('resource in a constant', `const api = client.responses;\nawait api.create(${BODY});`),
  withClient('quoted member', `await client['responses'].create(${BODY});`),
  withClient('quoted method', `await client.responses['create'](${BODY});`),
  withClient('template as member', 'await client[`responses`].create(' + BODY + ');'),
  withClient('constant key', `const key = 'responses';\nawait client[key].create(${BODY});`),
  withClient('joined key', `await client['respon' + 'ses']['cre' + 'ate'](${BODY});`),
  withClient(
    'one of two methods',
    `const method = Date.now() ? 'create' : 'parse';\nawait client.responses[method](${BODY});`,
  ),
  withClient(
    'bind',
    `const create = client.responses.create.bind(client.responses);\nawait create(${BODY});`,
  ),
  withClient(
    'bind with the body',
    `const create = client.responses.create.bind(client.responses, ${BODY});\nawait create();`,
  ),
  withClient(
    'bind with a part of the arguments',
    `const post = client.post.bind(client, '/responses');\nawait post({ body: ${BODY} });`,
  ),
  withClient(
    'bind of bind',
    `const create = client.responses.create.bind(client.responses);\nconst ask = create.bind(null, ${BODY});\nawait ask();`,
  ),
  withClient(
    'bind that is handed around',
    `const run = (send) => send();\nawait run(client.responses.create.bind(client.responses, ${BODY}));`,
    { only: ['js', 'cjs'] },
  ),
  withClient('call', `await client.responses.create.call(client.responses, ${BODY});`),
  withClient('apply', `await client.responses.create.apply(client.responses, [${BODY}]);`),
  withClient(
    'arrow around it',
    `const create = (body) => client.responses.create(body);\nawait create(${BODY});`,
  ),
  withClient(
    'arrow with rest',
    `const create = (...args) => client.responses.create(...args);\nawait create(${BODY});`,
  ),
  withClient(
    'method handed to a helper',
    `const retry = (run) => run();\nawait retry(() => client.${CALL});`,
  ),
  withClient(
    'method handed with its body',
    `const invoke = (method, body) => method.call(client.responses, body);\nawait invoke(client.responses.create, ${BODY});`,
  ),
  withClient('withOptions in place', `await client.withOptions({ timeout: 1000 }).${CALL};`, { since: 5 }),
  withClient('client of a resource', `await client.responses._client.${CALL};`),
  withClient('optional chain', `await client?.responses?.create?.(${BODY});`),
  withClient('parentheses', `await ((client).responses).create((${BODY}));`),
  withClient(
    'comments',
    `await /* a */ client /* b */ . /* c */ responses /* d */ . create /* e */ ( /* f */ ${BODY} /* g */ );`,
  ),
  withClient('comma', `await (0, client).responses.create((0, ${BODY}));`),
  withClient('line breaks', `await client\n  .responses\n  .create(\n    ${BODY},\n  );`),
  withClient('with response', `await client.${CALL}.withResponse();`),
  withClient('as response', `await client.${CALL}.asResponse();`),
  withClient('then', `await client.${CALL}.then((response) => response.output_text);`),
  withClient('in a template', 'const text = `${(await client.' + CALL + ').output_text}`;\nvoid text;'),
  withClient('streaming', `await client.responses.create({ model: 'gpt-5.5', input: 'Hi', stream: true });`),
  withClient('stream helper', `await client.responses.stream(${BODY}).finalResponse().catch(() => {});`),
  withClient('parse helper', `await client.responses.parse(${BODY});`),
  withClient('raw post', `await client.post('/responses', { body: ${BODY} });`),
  withClient(
    'raw post with a whole URL',
    `await client.post('https://api.openai.com/v1/responses', { body: ${BODY} });`,
  ),
  withClient(
    'raw post with a constant path',
    `const PATH = '/responses';\nawait client.post(PATH, { body: ${BODY} });`,
  ),
  withClient('raw request', `await client.request({ method: 'post', path: '/responses', body: ${BODY} });`),
  withClient(
    'request option with the body',
    `await client.responses.create({ model: 'gpt-5.5', input: 'Hi', store: false }, { body: ${BODY} });`,
  ),
  withClient('redirected request', `await client.chat.completions.create(${BODY}, { path: '/responses' });`),
  program(
    'tool runner',
    `import OpenAI from 'openai';\nimport { ResponsesToolRunner } from 'openai/helpers/responses-tool-runner';\nawait new ResponsesToolRunner({ tools: [] }).run(new OpenAI(), ${BODY}).catch(() => {});`,
    { since: 7 },
  ),
];

const wrapped: readonly Program[] = [
  withClient('as any', `await (client as any).${CALL};`, TS),
  withClient('as unknown as', `await (client as unknown as OpenAI).${CALL};`, TS),
  withClient('angle brackets', `await (<any>client).${CALL};`, TS),
  withClient('satisfies', `await (client satisfies OpenAI).${CALL};`, TS),
  withClient('non-null', `await client!.responses!.create!(${BODY});`, TS),
  withClient('body as const', `await client.responses.create(${BODY} as const);`, TS),
  withClient('body as any', `await client.responses.create(${BODY} as any);`, TS),
  withClient(
    'body satisfies',
    `await client.responses.create(${BODY} satisfies OpenAI.Responses.ResponseCreateParams);`,
    TS,
  ),
  withClient(
    'typed body',
    `const params: OpenAI.Responses.ResponseCreateParamsNonStreaming = ${BODY};\nawait client.responses.create(params);`,
    TS,
  ),
  withClient('instantiation', `await client.responses.parse<any, never>(${BODY});`, TS),
  withClient(
    'generic method in a constant',
    `const parse = client.responses.parse<any, never>;\nawait parse.call(client.responses, ${BODY});`,
    TS,
  ),
  from(
    'client as const holder',
    `const holder = { client: new OpenAI() } as const;\nawait holder.client.${CALL};`,
    TS,
  ),
];

const bodies: readonly Program[] = [
  withBody('variable', `const params = ${BODY};`),
  withBody('later write of another key', `const params = ${BODY};\nparams.temperature = 1;`, {
    only: ['js', 'cjs'],
  }),
  withBody(
    'store deleted',
    `const params = { model: 'gpt-5.5', input: 'Hi', store: false };\ndelete params.store;`,
  ),
  withBody('store undefined', `const params = { model: 'gpt-5.5', input: 'Hi', store: undefined };`),
  withClient(
    'body: store undefined in place',
    `await client.responses.create({ model: 'gpt-5.5', input: 'Hi', store: undefined });`,
  ),
  withClient(
    'body: store void',
    `await client.responses.create({ model: 'gpt-5.5', input: 'Hi', store: void 0 });`,
  ),
  withBody('reassigned', `let params = { model: 'gpt-5.5', input: 'Hi', store: false };\nparams = ${BODY};`),
  withBody('store in one branch only', `const params = ${BODY};\nif (Date.now() < 0) params.store = false;`, {
    only: ['js', 'cjs'],
  }),
  withBody('conditional body', `const params = Date.now() ? ${BODY} : { model: 'gpt-5', input: 'Hi' };`),
  withClient(
    'body: conditional spread',
    `const isPrivate = Date.now() < 0;\nawait client.responses.create({ model: 'gpt-5.5', input: 'Hi', ...(isPrivate && { store: false }) });`,
  ),
  withClient(
    'body: conditional spread with an empty branch',
    `const isPrivate = Date.now() < 0;\nawait client.responses.create({ model: 'gpt-5.5', input: 'Hi', ...(isPrivate ? { store: false } : {}) });`,
  ),
  withClient(
    'body: spread of defaults',
    `const defaults = { model: 'gpt-5.5' };\nawait client.responses.create({ ...defaults, input: 'Hi' });`,
  ),
  withClient(
    'body: spread that undoes it',
    `const rest = { store: undefined };\nawait client.responses.create({ model: 'gpt-5.5', input: 'Hi', store: false, ...rest });`,
  ),
  withClient(
    'body: Object.assign',
    `await client.responses.create(Object.assign({ model: 'gpt-5.5' }, { input: 'Hi' }));`,
  ),
  withClient(
    'body: nullish default',
    `const given = undefined;\nawait client.responses.create(given ?? ${BODY});`,
  ),
  withClient(
    'body: builder function',
    `const build = (input) => ({ model: 'gpt-5.5', input });\nawait client.responses.create(build('Hi'));`,
  ),
  withClient(
    'body: builder with statements',
    `function build(input) {\n  const params = { model: 'gpt-5.5' };\n  params.input = input;\n  return params;\n}\nawait client.responses.create(build('Hi'));`,
    { only: ['js', 'cjs'] },
  ),
  withClient(
    'body: async builder',
    `const build = async () => (${BODY});\nawait client.responses.create(await build());`,
  ),
  withClient(
    'body: static class constant',
    `class Prompts {\n  static readonly HELLO = ${BODY};\n}\nawait client.responses.create(Prompts.HELLO);`,
    TS,
  ),
  withClient(
    'body: member of an object',
    `const prompts = { hello: ${BODY} };\nawait client.responses.create(prompts.hello);`,
  ),
  withClient(
    'body: structuredClone',
    `const base = ${BODY};\nawait client.responses.create(structuredClone(base));`,
  ),
  withClient('body: frozen', `const BASE = Object.freeze(${BODY});\nawait client.responses.create(BASE);`),
  withClient(
    'body: frozen and spread',
    `const BASE = Object.freeze({ model: 'gpt-5.5' });\nawait client.responses.create({ ...BASE, input: 'Hi' });`,
  ),
  withClient('body: through JSON', `await client.responses.create(JSON.parse(JSON.stringify(${BODY})));`),
  withClient(
    'body: without store',
    `const { store, ...params } = { model: 'gpt-5.5', input: 'Hi', store: false };\nvoid store;\nawait client.responses.create(params);`,
  ),
  withClient(
    'body: parameter of a function',
    `function ask(params) {\n  return client.responses.create(params);\n}\nawait ask(${BODY});`,
    { only: ['js', 'cjs'] },
  ),
  withClient(
    'body: parameter of a function that is called twice',
    `function ask(params) {\n  return client.responses.create(params);\n}\nawait ask(${BODY});\nawait ask({ model: 'gpt-5.5', input: 'Ho', store: false });`,
    { only: ['js', 'cjs'], requests: 2 },
  ),
  withClient(
    'body: value from a parameter',
    `function ask(input, store) {\n  return client.responses.create({ model: 'gpt-5.5', input, store });\n}\nawait ask('Hi');`,
    { only: ['js', 'cjs'] },
  ),
  withClient(
    'body: method of a class',
    `class Bot {\n  params() {\n    return ${BODY};\n  }\n  ask() {\n    return client.responses.create(this.params());\n  }\n}\nawait new Bot().ask();`,
  ),
  withClient(
    'body: mutated by a helper',
    `const params = { model: 'gpt-5.5', input: 'Hi', store: false };\nfunction clean(target) {\n  delete target.store;\n}\nclean(params);\nawait client.responses.create(params);`,
  ),
  withClient(
    'body: class field',
    `class Bot {\n  params = ${BODY};\n  ask() {\n    return client.responses.create(this.params);\n  }\n}\nawait new Bot().ask();`,
  ),
  withClient('body: quoted keys', `await client.responses.create({ 'model': 'gpt-5.5', 'input': 'Hi' });`),
  withClient('body: from a list', `for (const params of [${BODY}]) await client.responses.create(params);`),
  withClient(
    'body: mapped',
    `await Promise.all(['Hi'].map((input) => client.responses.create({ model: 'gpt-5.5', input })));`,
  ),
  withClient(
    'body: assigned in place',
    `let params;\nawait client.responses.create((params = ${BODY}));\nvoid params;`,
  ),
  withClient(
    'body: store in the wrong argument',
    `await client.responses.create(${BODY}, { timeout: 1000 });`,
  ),
];

export const programs: readonly Program[] = [
  ...imports,
  ...constructions,
  ...holders,
  ...handedOn,
  ...takenApart,
  ...wrapped,
  ...bodies,
];

/** The forms in which a program can be written, with its text. */
export function formsOf(
  program: Program,
): { readonly language: 'ts' | 'js' | 'cjs'; readonly code: string }[] {
  const all = program.types ? (['ts'] as const) : (['ts', 'js', 'cjs'] as const);
  return (program.only ?? all).map((language) => ({
    language,
    code:
      language === 'cjs' && /^import |\bawait\b/m.test(program.code)
        ? asCommonJs(program.code)
        : program.code,
  }));
}

/** The same program with `require`, and in an async function because CommonJS has no `await` at the top. */
export function asCommonJs(code: string): string {
  const [imports, others] = partition(code.split('\n'), (line) => /^import [^(]/.test(line));
  const requires = imports.map((line) =>
    line
      .replace(/^import \* as (\w+) from (.+);$/, 'const $1 = require($2);')
      .replace(/^import (\w+) from (.+);$/, 'const $1 = require($2);')
      .replace(/^import (\{.+\}) from (.+);$/, (_all, names: string, from: string) => {
        return `const ${names.replaceAll(' as ', ': ')} = require(${from});`;
      }),
  );
  const body = others.filter((line) => !/^export \{/.test(line)).map((line) => line.replace(/^export /, ''));
  if (!body.some((line) => /(?:^|[^\w.])await /.test(line))) return [...requires, ...body].join('\n');
  return [...requires, 'module.exports = (async () => {', ...body, '})();'].join('\n');
}

function partition(lines: readonly string[], test: (line: string) => boolean): [string[], string[]] {
  return [lines.filter(test), lines.filter((line) => !test(line))];
}
