import { readdirSync, readFileSync } from 'node:fs';
import * as parser from '@typescript-eslint/parser';
import Ajv from 'ajv';
import { ESLint, Linter, type Rule } from 'eslint';
import { describe, expect, it } from 'vitest';
import { rules } from '../rules/index.js';
import { statistics } from '../src/analysis/analyze-file.js';
import * as entry from '../src/index.js';
import plugin from '../src/index.js';
import { oxcParser } from '../src/languages/javascript/parse/parse.js';
import { SettingsError } from '../src/settings/read.js';

const root = new URL('../', import.meta.url);
const packageJson = JSON.parse(readFileSync(new URL('package.json', root), 'utf8')) as {
  name: string;
  version: string;
};
const named = Object.entries(rules);

describe('the package', () => {
  it('exports the plugin, for import and for require()', () => {
    expect(Object.keys(entry).sort()).toEqual(['default', 'module.exports']);
    expect(entry['module.exports']).toBe(plugin);
    expect(Object.keys(plugin).sort()).toEqual(['configs', 'languages', 'meta', 'processors', 'rules']);
  });

  it('says who it is', () => {
    const { name, version } = packageJson;
    expect(plugin.meta).toEqual({ name, version, namespace: 'openai-zdr' });
  });

  it('has every rule of the folder, under the name of its file', () => {
    const files = readdirSync(new URL('rules', root)).filter((file) => file !== 'index.ts');
    expect(Object.keys(plugin.rules).sort()).toEqual(files.map((file) => file.replace(/\.ts$/, '')).sort());
  });
});

describe('the presets', () => {
  it('have names, and apply to whatever files the user has', () => {
    const more: Readonly<Record<string, readonly string[]>> = {
      python: ['rules', 'files', 'language'],
      // It hands Python to the preset before.
      notebook: ['files', 'processor'],
      'recommended-type-checked': ['rules', 'settings'],
      'strict-type-checked': ['rules', 'settings'],
    };
    for (const [name, config] of Object.entries(plugin.configs)) {
      expect(config.name).toBe(`openai-zdr/${name}`);
      expect(config.plugins).toEqual({ 'openai-zdr': plugin });
      expect(Object.keys(config)).toEqual(['name', 'plugins', ...(more[name] ?? ['rules'])]);
    }
  });

  it('follow from the rules', () => {
    for (const { name, rules, settings } of Object.values(plugin.configs)) {
      expect({ rules, settings }).toMatchSnapshot(name);
    }
  });

  it('all turns on every rule, and strict whatever is in recommended', () => {
    expect(Object.keys(plugin.configs.all.rules!)).toEqual(named.map(([name]) => `openai-zdr/${name}`));
    expect(Object.keys(plugin.configs.strict.rules!)).toEqual(
      expect.arrayContaining(Object.keys(plugin.configs.recommended.rules!)),
    );
  });

  it('pass the schemas of the rules', async () => {
    for (const preset of Object.values(plugin.configs)) {
      const eslint = new ESLint({ overrideConfigFile: true, overrideConfig: preset });
      await expect(eslint.lintText('openai;\n')).resolves.toMatchObject([{ messages: [] }]);
    }
  });
});

describe.each(named)('%s', (name, rule) => {
  const { meta } = rule;

  it('describes itself', () => {
    expect(meta.type).toMatch(/^(?:problem|suggestion)$/);
    expect(meta.docs!.url).toMatch(new RegExp(`^https://.+/docs/rules/${name}\\.md$`));
    expect(meta.docs!.description).toMatch(/^[A-Z].*\.$/);
    expect(meta.docs!.recommended).toBeDefined();
    expect(meta.docs!.strict).toBeDefined();
  });

  it('has options with types, descriptions and defaults', () => {
    const [schema] = meta.schema as unknown as [{ properties: Record<string, { description?: string }> }];
    const [defaults] = meta.defaultOptions as [Record<string, unknown>];
    expect(schema).toMatchObject({ type: 'object', additionalProperties: false });
    expect(Object.keys(defaults).sort()).toEqual(Object.keys(schema.properties).sort());
    for (const option of Object.values(schema.properties)) expect(option.description).toMatch(/^[A-Z].*\.$/);
    expect(new Ajv.default().validate(schema, defaults)).toBe(true);
  });

  it('speaks in sentences, and promises no compliance', () => {
    for (const message of Object.values(meta.messages)) {
      expect(message).toMatch(/[.)]$/);
      expect(message).not.toMatch(/complian|certif|guarantee/i);
    }
  });
});

const linter = new Linter();

type Entry = Linter.RulesRecord;

const allRules: Entry = Object.fromEntries(named.map(([name]) => [`openai-zdr/${name}`, 'error']));

function verify(
  code: string,
  {
    filename = 'file.js',
    settings,
    rules: entries = allRules,
    languageOptions = {},
  }: {
    filename?: string;
    settings?: unknown;
    rules?: Entry;
    languageOptions?: Linter.LanguageOptions;
  } = {},
): Linter.LintMessage[] {
  return linter.verify(
    code,
    [
      {
        files: ['**/*.js', '**/*.ts'],
        plugins: { 'openai-zdr': plugin },
        rules: entries,
        languageOptions,
        ...(settings === undefined ? {} : { settings: { 'openai-zdr': settings } }),
      },
    ],
    filename,
  );
}

const call = `import OpenAI from 'openai';\nnew OpenAI().responses.create({ model: 'gpt-5', input: 'Hello' });\n`;

describe('a file is analysed', () => {
  function analysesDuring(action: () => void): number {
    const before = statistics.analyses;
    action();
    return statistics.analyses - before;
  }

  it('once for all rules', () => {
    expect(analysesDuring(() => expect(verify(call)).not.toEqual([]))).toBe(1);
  });

  it('once for all rules if nothing is found in it', () => {
    expect(analysesDuring(() => expect(verify("const name = 'openai';\n")).toEqual([]))).toBe(1);
  });

  it('not at all if nothing of OpenAI is in it', () => {
    expect(analysesDuring(() => verify('client.responses.create({ store: true });\n'))).toBe(0);
  });

  it('again under other settings', () => {
    verify(call);
    const sourceCode = linter.getSourceCode();
    const lint = (settings: object) => () => {
      linter.verify(sourceCode, [
        plugin.configs.strict,
        { settings: { 'openai-zdr': settings }, languageOptions: { sourceType: 'module' } },
      ]);
    };
    expect(analysesDuring(lint({ control: 'mam' }))).toBe(1);
    expect(analysesDuring(lint({ hosts: ['llm.example.com'] }))).toBe(1);
  });
});

describe('nothing makes a rule throw', () => {
  const modules: Record<string, string> = {
    nothing: '',
    'white space': ' \n\t\n',
    'only a comment': '// openai',
    'a byte order mark and a hashbang': "\uFEFF#!/usr/bin/env node\nimport 'openai';\n",
    'line ends of all kinds': "import OpenAI from 'openai';\r\nnew OpenAI();\rnew OpenAI()\u2028new OpenAI()",
    'letters beyond the first plane':
      "import { OpenAI as 𝒪 } from 'openai'; new 𝒪({ '🔒': 1 }).responses.create({ ['🔒']: 1 });",
    'calls without arguments':
      "import OpenAI from 'openai'; new OpenAI().responses.create(); new OpenAI().files.create();",
    'spread arguments': "import OpenAI from 'openai'; new OpenAI(...a).responses.create(...b, ...c);",
    'a client of itself':
      "import OpenAI from 'openai'; let a = new OpenAI(); a = a; a = a.a; a.responses.create(a);",
    'functions that call themselves': `import OpenAI from 'openai';
      const f = (x) => g(x), g = (x) => f(x); f(new OpenAI()).responses.create(g({ store: f }));`,
    'objects that hold themselves': `import OpenAI from 'openai';
      const a = { ...b }, b = { ...a, store: a.store }; new OpenAI().responses.create({ ...a, ...b });`,
    'lists that hold themselves': `import OpenAI from 'openai';
      let clients = []; for (const key of keys) clients = [...clients, new OpenAI({ apiKey: key })];
      for (const client of clients) client.responses.create({ store: false }); clients.at(0).responses.create();`,
    'odd properties': `import OpenAI from 'openai'; new OpenAI().responses.create({
      get store() { return true }, set store(v) {}, async *input() {}, [Symbol.iterator]: 1, 1: 2, __proto__: null,
      ['a' + b]: 1, 0x10: 1, 1n: 1, 'constructor': {}, hasOwnProperty: 1, [\`store\`]: true });`,
    'names that objects inherit': `import OpenAI from 'openai'; const c = new OpenAI();
      c.constructor.create({}); c.__proto__.toString(); c.hasOwnProperty('a'); c.responses.valueOf().create({});
      c['__proto__']['constructor']({ __proto__: { store: true } });`,
    'patterns with holes':
      "import OpenAI from 'openai'; const [, { responses: { create } = {} } = {}] = [, new OpenAI(), ,]; create({});",
    'code that is never reached':
      "import OpenAI from 'openai'; for (;;) {} new OpenAI().responses.create({});",
    'tagged templates, chains, private names': `import OpenAI from 'openai';
      class A { #c = new OpenAI(); static { OpenAI?.()?.responses?.[\`create\`]; openai\`a\`; } f() { return #c in this && this.#c?.responses.create?.({}) } }`,
    'exports of all kinds':
      "export * from 'openai'; export * as o from 'openai'; export { default } from 'openai'; export const a = 1;",
    'a long chain': `import OpenAI from 'openai'; new OpenAI()${'.withOptions({})'.repeat(300)}.responses.create({});`,
    'deep nesting': `import OpenAI from 'openai'; new OpenAI().responses.create(${'{ a: ['.repeat(150)}${'] }'.repeat(150)});`,
    'a long file': `import OpenAI from 'openai';\n${'{ const c = new OpenAI(); c.responses.create({ store: c }); }\n'.repeat(300)}`,
  };
  const scripts: Record<string, string> = {
    'sloppy code':
      "var OpenAI = require('openai'); with (new OpenAI()) { responses.create({ store: true, store: 01 }); } delete OpenAI;",
    'a return at the top':
      "const { OpenAI } = require('openai'); return new OpenAI().files.create(arguments);",
  };
  const typed: Record<string, string> = {
    declarations: `declare module 'openai' { export default class OpenAI {} }
      declare const openai: import('openai').OpenAI; openai.responses.create({}); export = openai;`,
    'everything that only types have': `import OpenAI, { type ClientOptions } from 'openai'; import fs = require('openai');
      enum E { A = 'openai' } namespace N { export const c = new OpenAI(<any>{}); }
      abstract class C<const T extends OpenAI = OpenAI> { constructor(private c: T, @dec() readonly d?: OpenAI) { c.responses.create({} as const satisfies object)!; } abstract f(this: OpenAI): asserts this is OpenAI; [key: string]: unknown; accessor x = 1; }
      function f(client: OpenAI | undefined, ...rest: OpenAI[]): void; function f(...a: any[]) { a[0]!.responses.create<string>({}); }
      export type { ClientOptions }; export as namespace Z;`,
  };

  const cases = [
    ...Object.entries(modules).map(([name, code]) => ({ name, code, sourceType: 'module' as const })),
    ...Object.entries(scripts).map(([name, code]) => ({ name, code, sourceType: 'commonjs' as const })),
  ];
  it.each(cases)('$name', ({ code, sourceType }) => {
    expect(problemsOf(verify(code, { languageOptions: { sourceType } }))).toEqual([]);
  });
  it.each(cases)('$name, with parsers for TypeScript', ({ code, sourceType }) => {
    for (const languageOptions of [
      { sourceType, parser },
      { sourceType, parser: oxcParser },
    ]) {
      // They refuse some of the code, which is no error of a rule.
      verify(code, { filename: 'file.ts', languageOptions: languageOptions as Linter.LanguageOptions });
    }
  });
  it.each(Object.entries(typed))('%s', (_, code) => {
    expect(problemsOf(verify(code, { filename: 'file.ts', languageOptions: { parser } }))).toEqual([]);
  });

  it.each(named)('%s alone on all of it', (name) => {
    for (const { code, sourceType } of cases) {
      verify(code, { rules: { [`openai-zdr/${name}`]: 'error' }, languageOptions: { sourceType } });
    }
    expect(verify('', { rules: { [`openai-zdr/${name}`]: 'error' } })).toEqual([]);
  });

  /** What is said by ESLint and not by a rule: the code must be code. */
  function problemsOf(messages: readonly Linter.LintMessage[]): Linter.LintMessage[] {
    return messages.filter(({ ruleId }) => ruleId === null);
  }
});

describe('settings that cannot be read stop the run', () => {
  it.each<[unknown, string]>([
    [{ contol: 'zdr' }, ': unknown key "contol". Did you mean "control"? Accepted: "control", '],
    [{ frobnicate: 1 }, ': unknown key "frobnicate". Accepted: "control", '],
    [
      { control: 'zrd' },
      '.control: "zrd" is not accepted. Did you mean "zdr"? Accepted: "zdr", "mam", "none".',
    ],
    [{ control: null }, '.control: null is not accepted. Accepted: "zdr", "mam", "none".'],
    [{ clouds: ['azur'] }, '.clouds[0]: "azur" is not accepted. Did you mean "azure"? Accepted: '],
    [{ hosts: 'llm.example.com' }, '.hosts: expected a list, got "llm.example.com".'],
    [
      { hosts: ['https://llm.example.com'] },
      '.hosts[0]: expected a host name such as "llm.example.com", got ',
    ],
    [{ clients: [{}] }, '.clients[0].module: expected a non-empty string, got undefined.'],
    [
      { clients: [{ module: 'a', is: 'cilent' }] },
      '.clients[0].is: "cilent" is not accepted. Did you mean "client"?',
    ],
    [{ clients: [{ modul: 'a' }] }, '.clients[0]: unknown key "modul". Did you mean "module"? Accepted: '],
    [[], ': expected an object, got [].'],
    ['zdr', ': expected an object, got "zdr".'],
  ])('%j', (settings, message) => {
    const [error] = errorsOf(() => verify(call, { settings }));
    expect(error).toBeInstanceOf(SettingsError);
    expect((error as Error).message).toContain(`settings['openai-zdr']${message}`);
  });

  it('also for a file without OpenAI', () => {
    expect(errorsOf(() => verify('', { settings: { contol: 'zdr' } }))).toHaveLength(1);
  });

  it('and options that no rule has', () => {
    const options: Entry = { 'openai-zdr/no-store': ['error', { nothing: true }] };
    expect(() => verify('', { rules: options })).toThrow('Unexpected property "nothing"');
  });

  function errorsOf(action: () => unknown): unknown[] {
    try {
      action();
      return [];
    } catch (error) {
      return [error];
    }
  }
});

it.each([
  `import openaiZdr from 'eslint-plugin-openai-zdr';
  const settings = { 'openai-zdr': { control: 'mam', hosts: ['llm.example.com'] } };
  export default [openaiZdr.configs.strict, { plugins: { 'openai-zdr': openaiZdr }, settings, rules: { 'openai-zdr/no-store': 'off' } }];`,
  `import zdr from './openai-zdr.json' with { type: 'json' };
  export default [{ plugins: { 'openai-zdr': await import('eslint-plugin-openai-zdr') }, settings: { 'openai-zdr': zdr } }];`,
  `import { readFileSync } from 'node:fs';
  export default [{ settings: { 'openai-zdr': JSON.parse(readFileSync('openai-zdr.json', 'utf8')) } }];`,
])('rules are silent about the config that turns them on: %s', (config) => {
  expect(verify(config, { rules: plugin.configs.all.rules as Entry })).toEqual([]);
});

it('rules are silent in files that hold no JavaScript', () => {
  for (const [name, rule] of named) {
    const sourceCode = { text: 'openai', ast: {}, getAllComments: () => [] };
    const context = {
      sourceCode,
      settings: {},
      options: [],
      filename: 'a.md',
    } as unknown as Rule.RuleContext;
    expect((rule as unknown as Rule.RuleModule).create(context), name).toEqual({});
  }
});
