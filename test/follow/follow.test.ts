import { chmodSync, rmSync, utimesSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { project, verify, type Files } from './project.js';

const CLIENT = `import OpenAI from 'openai';\n`;
const EXPORTED = `${CLIENT}export const client = new OpenAI();\n`;
const BODY = `{ model: 'gpt-5.5', input: 'Hi' }`;
const CALL = `client.responses.create(${BODY})`;
/** One request without `store`, reported on the name of the method. */
const MISSING = ['require-store-false: create'];

interface Case {
  readonly name: string;
  readonly files: Files;
  /** The file that is linted. */
  readonly file?: string;
  readonly finds?: readonly string[];
  readonly settings?: Readonly<Record<string, unknown>>;
  readonly links?: Readonly<Record<string, string>>;
}

/** `main.ts` takes the client from a module. */
const uses = (specifier: string, more: Files, rest: Partial<Case> = {}): Case => ({
  name: specifier,
  files: { 'main.ts': `import { client } from '${specifier}';\nawait ${CALL};\n`, ...more },
  ...rest,
});

const paths: readonly Case[] = [
  uses('./lib/openai', { 'lib/openai.ts': EXPORTED }),
  uses('./lib/openai.ts', { 'lib/openai.ts': EXPORTED }),
  uses('./lib/openai.js', { 'lib/openai.ts': EXPORTED }),
  uses('./lib/openai.mjs', { 'lib/openai.mts': EXPORTED }),
  uses('./lib', { 'lib/index.ts': EXPORTED }),
  uses('./lib/', { 'lib/index.js': EXPORTED }),
  uses('./lib/openai', { 'lib/openai.js': EXPORTED }),
  uses('./lib/openai', { 'lib/openai.tsx': EXPORTED }),
  uses('./lib/openai', { 'lib/openai.mjs': EXPORTED }),
  {
    ...uses('../lib/openai', {}),
    name: 'a folder above',
    file: 'app/main.ts',
    files: {
      'app/main.ts': `import { client } from '../lib/openai';\nawait ${CALL};\n`,
      'lib/openai.ts': EXPORTED,
    },
  },
  uses('@/openai', {
    'tsconfig.json': `{ "compilerOptions": { "paths": { "@/*": ["./lib/*"] } } }`,
    'lib/openai.ts': EXPORTED,
  }),
  uses('openai-client', {
    'tsconfig.json': `{ "compilerOptions": { "baseUrl": "lib" } }`,
    'lib/openai-client.ts': EXPORTED,
  }),
  {
    ...uses('~/openai', {
      'tsconfig.base.json': `{ // comments are allowed\n "compilerOptions": { "baseUrl": ".", "paths": { "~/*": ["lib/*"] }, } }`,
      'tsconfig.json': `{ "extends": "./tsconfig.base.json" }`,
      'lib/openai.ts': EXPORTED,
    }),
    name: 'paths of a tsconfig that is extended',
  },
  {
    name: 'paths of a jsconfig',
    file: 'main.js',
    files: {
      'main.js': `import { client } from '@/openai';\nawait ${CALL};\n`,
      'jsconfig.json': `{ "compilerOptions": { "paths": { "@/*": ["./lib/*"] } } }`,
      'lib/openai.js': EXPORTED,
    },
  },
  uses('#lib/openai', {
    'package.json': `{ "name": "app", "type": "module", "imports": { "#lib/*": "./lib/*.ts" } }`,
    'lib/openai.ts': EXPORTED,
  }),
  uses(
    '@acme/ai',
    {
      'packages/ai/package.json': `{ "name": "@acme/ai", "main": "./src/index.ts" }`,
      'packages/ai/src/index.ts': EXPORTED,
    },
    { links: { 'node_modules/@acme/ai': 'packages/ai' } },
  ),
  uses(
    '@acme/ai/client',
    {
      'packages/ai/package.json': `{ "name": "@acme/ai", "exports": { "./client": { "types": "./dist/client.d.ts", "import": "./src/client.ts" } } }`,
      'packages/ai/src/client.ts': EXPORTED,
    },
    { links: { 'node_modules/@acme/ai': 'packages/ai' } },
  ),
  uses(
    'acme-ai',
    {
      'node_modules/acme-ai/package.json': `{ "main": "index.js" }`,
      'node_modules/acme-ai/index.js': EXPORTED,
    },
    { finds: [] },
  ),
  uses('./lib/openai', { 'lib/openai.ts': EXPORTED }, { settings: { followImports: false }, finds: [] }),
  uses('./gone', {}, { finds: [] }),
  uses('./data.json', { 'data.json': '{}' }, { finds: [] }),
];

const exports_: readonly Case[] = [
  {
    ...uses('./lib', { 'lib/index.ts': `export * from './openai';\n`, 'lib/openai.ts': EXPORTED }),
    name: 'export *',
  },
  {
    ...uses('./lib', {
      'lib/index.ts': `export { ai as client } from './openai';\n`,
      'lib/openai.ts': `${CLIENT}const ai = new OpenAI();\nexport { ai };\n`,
    }),
    name: 'export under another name',
  },
  {
    ...uses('./lib', {
      'lib/index.ts': `import { ai } from './openai';\nexport { ai as client };\n`,
      'lib/openai.ts': `${CLIENT}export const ai = new OpenAI();\n`,
    }),
    name: 'import and export',
  },
  {
    name: 'export * as',
    files: {
      'main.ts': `import { ai } from './lib';\nawait ai.${CALL};\n`,
      'lib/index.ts': `export * as ai from './openai';\n`,
      'lib/openai.ts': EXPORTED,
    },
  },
  {
    name: 'default export of a value',
    files: {
      'main.ts': `import client from './openai';\nawait ${CALL};\n`,
      'openai.ts': `${CLIENT}export default new OpenAI();\n`,
    },
  },
  {
    name: 'default export of a name',
    files: {
      'main.ts': `import client from './openai';\nawait ${CALL};\n`,
      'openai.ts': `${CLIENT}const ai = new OpenAI();\nexport default ai;\n`,
    },
  },
  {
    name: 'default export of a class',
    files: {
      'main.ts': `import Ai from './openai';\nconst client = new Ai();\nawait ${CALL};\n`,
      'openai.ts': `${CLIENT}export default class Ai extends OpenAI {}\n`,
    },
  },
  {
    name: 'default export of a function',
    files: {
      'main.ts': `import getClient from './openai';\nconst client = getClient();\nawait ${CALL};\n`,
      'openai.ts': `${CLIENT}export default function getClient() { return new OpenAI(); }\n`,
    },
  },
  {
    name: 're-exported default',
    files: {
      'main.ts': `import { client } from './lib';\nawait ${CALL};\n`,
      'lib/index.ts': `export { default as client } from './openai';\n`,
      'lib/openai.ts': `${CLIENT}export default new OpenAI();\n`,
    },
  },
  {
    name: 'namespace',
    files: { 'main.ts': `import * as ai from './openai';\nawait ai.${CALL};\n`, 'openai.ts': EXPORTED },
  },
  {
    name: 'dynamic import',
    files: {
      'main.ts': `const { client } = await import('./openai');\nawait ${CALL};\n`,
      'openai.ts': EXPORTED,
    },
  },
  {
    name: 'the class of the package, passed on',
    files: {
      'main.ts': `import { Api } from './openai';\nconst client = new Api();\nawait ${CALL};\n`,
      'openai.ts': `export { OpenAI as Api } from 'openai';\n`,
    },
  },
  {
    name: 'cycle',
    files: {
      'main.ts': `import { client } from './a';\nexport const x = 1;\nawait ${CALL};\n`,
      'a.ts': `export * from './b';\nimport { x } from './main';\nvoid x;\n`,
      'b.ts': `export * from './a';\n${EXPORTED}`,
    },
  },
  {
    name: 'cycle without an end',
    files: {
      'main.ts': `import { client } from './a';\nawait ${CALL};\n`,
      'a.ts': `export { client } from './b';\n`,
      'b.ts': `export { client } from './a';\n`,
    },
    finds: [],
  },
  {
    name: 'module.exports of an object',
    file: 'main.cjs',
    files: {
      'main.cjs': `const { client } = require('./openai');\nvoid ${CALL};\n`,
      'openai.cjs': `const OpenAI = require('openai');\nmodule.exports = { client: new OpenAI() };\n`,
    },
  },
  {
    name: 'module.exports of the client',
    file: 'main.cjs',
    files: {
      'main.cjs': `const client = require('./openai');\nvoid ${CALL};\n`,
      'openai.cjs': `const OpenAI = require('openai');\nmodule.exports = new OpenAI();\n`,
    },
  },
  {
    name: 'exports.client',
    file: 'main.cjs',
    files: {
      'main.cjs': `const { client } = require('./openai');\nvoid ${CALL};\n`,
      'openai.cjs': `const OpenAI = require('openai');\nexports.client = new OpenAI();\n`,
    },
  },
  {
    name: 'module.exports.client',
    file: 'main.cjs',
    files: {
      'main.cjs': `const lib = require('./openai');\nvoid lib.${CALL};\n`,
      'openai.cjs': `const OpenAI = require('openai');\nmodule.exports.client = new OpenAI();\n`,
    },
  },
  {
    name: 'import of a CommonJS module',
    files: {
      'main.ts': `import lib from './openai.cjs';\nawait lib.${CALL};\n`,
      'openai.cjs': `const OpenAI = require('openai');\nmodule.exports = { client: new OpenAI() };\n`,
    },
  },
];

const SERVICE = `${CLIENT}
export class OpenaiService {
  readonly openAi = new OpenAI();
}
`;

const shapes: readonly Case[] = [
  {
    name: 'service whose type is the class of another module',
    files: {
      'main.ts': `import { OpenaiService } from './openai.service';
export class Bot {
  constructor(private readonly openaiService: OpenaiService) {}
  ask() {
    return this.openaiService.openAi.beta.threads.create();
  }
}
`,
      'openai.service.ts': SERVICE,
    },
    finds: ['no-non-zdr-endpoint: create'],
  },
  {
    name: 'type-only import of a service',
    files: {
      'main.ts': `import type { OpenaiService } from './openai.service';\nexport const ask = (service: OpenaiService) => service.openAi.responses.create(${BODY});\n`,
      'openai.service.ts': SERVICE,
    },
  },
  {
    name: 'interface of another module',
    files: {
      'main.ts': `import type { Deps } from './types';\nexport const ask = ({ client }: Deps) => ${CALL};\n`,
      'types.ts': `import type OpenAI from 'openai';\nexport interface Deps { client: OpenAI }\n`,
    },
  },
  {
    name: 'type alias of another module, through a barrel',
    files: {
      'main.ts': `import type { Ai } from './types';\nexport const ask = (client: Ai) => ${CALL};\n`,
      'types/index.ts': `export * from './ai';\n`,
      'types/ai.ts': `import type { OpenAI } from 'openai';\nexport type Ai = OpenAI;\n`,
    },
  },
  {
    name: 'class extended across modules',
    files: {
      'main.ts': `import { Base } from './base';\nexport class Bot extends Base {\n  ask() {\n    return this.${CALL};\n  }\n}\n`,
      'base.ts': `${CLIENT}export abstract class Base {\n  protected readonly client = new OpenAI();\n}\n`,
    },
  },
  {
    name: 'base URL in the other module',
    files: {
      'main.ts': `import { client } from './openai';\nawait ${CALL};\n`,
      'openai.ts': `${CLIENT}export const client = new OpenAI({ baseURL: 'https://api.groq.com/openai/v1' });\n`,
    },
    finds: [],
  },
  {
    name: 'constant of another module for the base URL',
    files: {
      'main.ts': `${CLIENT}import { BASE_URL } from './constants';\nconst client = new OpenAI({ baseURL: BASE_URL });\nawait ${CALL};\n`,
      'constants.ts': `export const BASE_URL = 'https://api.groq.com/openai/v1';\n`,
    },
    finds: [],
  },
  {
    name: 'option defaults of another module that leave store out',
    files: {
      'main.ts': `${CLIENT}import { DEFAULTS } from './constants';\nconst client = new OpenAI();\nawait client.responses.create({ ...DEFAULTS, input: 'Hi' });\n`,
      'constants.ts': `export const DEFAULTS = { model: 'gpt-5.5' } as const;\n`,
    },
  },
  {
    name: 'option defaults of another module that have it',
    files: {
      'main.ts': `${CLIENT}import { DEFAULTS } from './constants';\nconst client = new OpenAI();\nawait client.responses.create({ ...DEFAULTS, input: 'Hi' });\n`,
      'constants.ts': `export const DEFAULTS = { model: 'gpt-5.5', store: false } as const;\n`,
    },
    finds: [],
  },
  {
    name: 'defaults of another module that store',
    files: {
      'main.ts': `${CLIENT}import { DEFAULTS } from './constants';\nconst client = new OpenAI();\nawait client.responses.create({ ...DEFAULTS, input: 'Hi' });\n`,
      'constants.ts': `// ${'long text '.repeat(20)}\nexport const DEFAULTS = { model: 'gpt-5.5', store: true };\n`,
    },
    finds: ['no-store: create'],
  },
  {
    name: 'builder of another module',
    files: {
      'main.ts': `${CLIENT}import { build } from './build';\nconst client = new OpenAI();\nawait client.responses.create(build('Hi'));\n`,
      'build.ts': `export function build(input: string) {\n  return { model: 'gpt-5.5', input };\n}\n`,
    },
  },
  {
    name: 'builder of another module that adds store: false',
    files: {
      'main.ts': `${CLIENT}import { build } from './build';\nconst client = new OpenAI();\nawait client.responses.create(build({ input: 'Hi' }));\n`,
      'build.ts': `export const build = (body: object) => ({ model: 'gpt-5.5', ...body, store: false });\n`,
    },
    finds: [],
  },
  {
    name: 'function of another module that changes the body',
    files: {
      'main.ts': `${CLIENT}import { secure } from './secure';\nconst client = new OpenAI();\nconst body: any = { model: 'gpt-5.5', input: 'Hi' };\nsecure(body);\nawait client.responses.create(body);\n`,
      'secure.ts': `export function secure(body: any) {\n  body.store = false;\n}\n`,
    },
    finds: [],
  },
  {
    name: 'wrapper of another module that is given the body',
    files: {
      'main.ts': `import { ask } from './ask';\nawait ask({ input: 'Hi' });\n`,
      'ask.ts': `${CLIENT}const client = new OpenAI();\nexport const ask = (options: any) => client.responses.create({ model: 'gpt-5.5', ...options });\n`,
    },
    finds: ['require-store-false: ask'],
  },
  {
    name: 'wrapper of another module that is given store: true',
    files: {
      'main.ts': `import { ask } from './ask';\nawait ask({ input: 'Hi', store: true });\n`,
      'ask.ts': `${CLIENT}const client = new OpenAI();\nexport const ask = (options: any) => client.responses.create({ model: 'gpt-5.5', ...options });\n`,
    },
    finds: ['no-store: store: true'],
  },
  {
    name: 'wrapper of another module that is given store: false',
    files: {
      'main.ts': `import { ask } from './ask';\nawait ask({ input: 'Hi', store: false });\n`,
      'ask.ts': `${CLIENT}const client = new OpenAI();\nexport const ask = (options: any) => client.responses.create({ model: 'gpt-5.5', ...options });\n`,
    },
    finds: [],
  },
  {
    name: 'wrapper of another module that leaves store out itself',
    files: {
      'main.ts': `import { ask } from './ask';\nawait ask('Hi');\n`,
      'ask.ts': `${CLIENT}const client = new OpenAI();\nexport const ask = (input: string) => client.responses.create({ model: 'gpt-5.5', input });\n`,
    },
    finds: [],
  },
  {
    name: 'client that is handed to a function of another module',
    files: {
      'main.ts': `${CLIENT}import { ask } from './ask';\nawait ask(new OpenAI());\n`,
      'ask.ts': `export const ask = (client: any) => client.responses.create({ model: 'gpt-5.5', input: 'Hi' });\n`,
    },
    finds: ['require-store-false: ask'],
  },
  {
    name: 'mocked module',
    file: 'main.test.ts',
    files: {
      'main.test.ts': `import { vi } from 'vitest';\nimport { client } from './lib/openai';\nvi.mock('./lib/openai');\nawait ${CALL};\n`,
      'lib/openai.ts': EXPORTED,
    },
    finds: [],
  },
  {
    name: 'mocked package',
    file: 'main.test.ts',
    files: {
      'main.test.ts': `import { vi } from 'vitest';\nimport { client } from './lib/openai';\nvi.mock('openai');\nawait ${CALL};\n`,
      'lib/openai.ts': EXPORTED,
    },
    finds: [],
  },
];

const table = {
  'finds the module': paths,
  'reads what it exports': exports_,
  'follows values through': shapes,
};

for (const [what, cases] of Object.entries(table)) {
  describe(what, () => {
    for (const { name, files, file = 'main.ts', finds = MISSING, settings, links = {} } of cases) {
      it(`${name} (${Object.keys(files).at(-1)})`, () => {
        const made = project(files);
        for (const [link, target] of Object.entries(links)) made.link(link, target);
        expect(made.findings(file, settings)).toEqual(finds);
      });
    }
  });
}

describe('bounds', () => {
  it('reads a limited number of modules', () => {
    const chain = (length: number): Files =>
      Object.fromEntries(
        Array.from({ length }, (_, i) => [
          `m${i}.ts`,
          i === length - 1 ? EXPORTED : `export * from './m${i + 1}';\n`,
        ]),
      );
    const main = { 'main.ts': `import { client } from './m0';\nawait ${CALL};\n` };
    expect(project({ ...main, ...chain(40) }).findings('main.ts')).toEqual(MISSING);
    expect(project({ ...main, ...chain(200) }).findings('main.ts')).toEqual([]);
  });

  it('goes down a very long chain without trouble', () => {
    const files: Record<string, string> = {
      'main.ts': `import { x } from './m0';\nimport OpenAI from 'openai';\nvoid x;\n`,
    };
    for (let i = 0; i < 90; i++)
      files[`m${i}.ts`] =
        `import { x as y } from './m${(i + 1) % 90}';\nexport const x = { ...y, i: ${i} };\n`;
    expect(project(files).findings('main.ts')).toEqual([]);
  });

  it.each([
    ['broken', 'export const client = = ;'],
    ['empty', ''],
    ['binary', '\u0000\u0001\uFFFD'],
    ['nested very deep', `export const client = ${'['.repeat(20_000)}${']'.repeat(20_000)};`],
    ['huge', `${EXPORTED}// ${'x'.repeat(1_100_000)}`],
  ])('a module that is %s is out of view', (_name, text) => {
    expect(
      project({ 'main.ts': `import { client } from './lib';\nawait ${CALL};\n`, 'lib.ts': text }).findings(
        'main.ts',
      ),
    ).toEqual([]);
  });

  it.skipIf(process.getuid?.() === 0 || process.platform === 'win32')(
    'a module that cannot be opened is out of view',
    () => {
      const made = project({
        'main.ts': `import { client } from './lib';\nawait ${CALL};\n`,
        'lib.ts': EXPORTED,
      });
      chmodSync(path.join(made.root, 'lib.ts'), 0);
      expect(made.findings('main.ts')).toEqual([]);
    },
  );

  it('a folder with the name of a module is out of view', () => {
    expect(
      project({
        'main.ts': `import { client } from './lib.ts';\nawait ${CALL};\n`,
        'lib.ts/readme.md': '',
      }).findings('main.ts'),
    ).toEqual([]);
  });

  it.each(['x.ts', 'src/x.ts', '<input>', '<text>', '__placeholder__.ts', 'README.md/0_0.ts'])(
    'file name %s',
    (filename) => {
      const text = `import { client } from './lib';\nimport OpenAI from 'openai';\nawait ${CALL};\nawait new OpenAI().responses.create(${BODY});\n`;
      const { root } = project({ 'lib.ts': EXPORTED });
      const found = verify(text, filename, root).map(({ line }) => line);
      expect(found).toContain(4);
    },
  );
});

describe('other files change', () => {
  const main = { 'main.ts': `import { client } from './lib';\nawait ${CALL};\n` };
  const elsewhere = `${CLIENT}export const client = new OpenAI({ baseURL: 'https://api.groq.com/openai/v1' });\n`;

  it('an edit is seen', () => {
    const made = project({ ...main, 'lib.ts': EXPORTED });
    expect(made.findings('main.ts')).toEqual(MISSING);
    made.write('lib.ts', elsewhere);
    expect(made.findings('main.ts')).toEqual([]);
  });

  it('an edit of the same length is seen by its time', () => {
    const made = project({ ...main, 'lib.ts': EXPORTED });
    expect(made.findings('main.ts')).toEqual(MISSING);
    made.write('lib.ts', EXPORTED.replace('openai', 'groqai'));
    utimesSync(path.join(made.root, 'lib.ts'), new Date(), new Date(Date.now() + 5000));
    expect(made.findings('main.ts')).toEqual([]);
  });

  it('a file that appears is seen', () => {
    const made = project(main);
    expect(made.findings('main.ts')).toEqual([]);
    made.write('lib.ts', EXPORTED);
    expect(made.findings('main.ts')).toEqual(MISSING);
  });

  it('a file that goes is seen', () => {
    const made = project({ ...main, 'lib.ts': EXPORTED });
    expect(made.findings('main.ts')).toEqual(MISSING);
    rmSync(path.join(made.root, 'lib.ts'));
    expect(made.findings('main.ts')).toEqual([]);
  });

  it('a file that takes the place of another is seen', () => {
    const made = project({ ...main, 'lib/index.ts': elsewhere });
    expect(made.findings('main.ts')).toEqual([]);
    rmSync(path.join(made.root, 'lib'), { recursive: true });
    made.write('lib.ts', EXPORTED);
    expect(made.findings('main.ts')).toEqual(MISSING);
  });
});

describe('a report about what stands in another file', () => {
  const options = `export const options = { model: 'gpt-5.1', store: true };\nexport const tool = { type: 'file_search', vector_store_ids: ['vs_1'] } as const;\n`;
  const main = `${CLIENT}import { options, tool } from '../lib/options';\nconst client = new OpenAI();\nawait client.responses.create({ ...options, input: 'Hi' });\nawait client.responses.create({ model: 'gpt-5.1', input: 'Hi', store: false, tools: [tool] });\n`;

  it('names the file, from the working directory', () => {
    const found = project({ 'src/main.ts': main, 'lib/options.ts': options }).messages('src/main.ts');
    expect(found.map(({ ruleId, line, message }) => [ruleId, line, /\(.*?\)$/.exec(message)?.[0]])).toEqual([
      ['openai-zdr/no-store', 4, '(OpenAI policy as of 2026-11-13.) (Decided in lib/options.ts.)'],
      ['openai-zdr/no-hosted-tools', 5, '(OpenAI policy as of 2026-10.) (Decided in lib/options.ts.)'],
    ]);
  });

  it('does not where all of it is in the linted file', () => {
    const [found] = project({
      'main.ts': `${CLIENT}import { input } from './input';\nawait new OpenAI().responses.create({ input, store: true });\n`,
      'input.ts': `export const input = 'Hi';\n`,
    }).messages('main.ts');
    expect(found?.message).toMatch(/\(OpenAI policy as of [\d-]+\.\)$/);
    expect(found?.messageId).toBe('stored');
  });
});
