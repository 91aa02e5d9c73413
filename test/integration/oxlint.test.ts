import { mkdirSync, readFileSync, readdirSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import path from 'node:path';
import * as parser from '@typescript-eslint/parser';
import { Linter } from 'eslint';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import plugin from '../../src/index.js';
import { parseFile } from '../../src/languages/javascript/parse/parse.js';
import { blocksIn } from '../docs/blocks.js';
import { folderWith, run, write } from './project.js';

/**
 * oxlint runs ESLint plugins in Node, on its own syntax tree and scopes. It must find the same and fix the same. One run
 * of it is one pass, which leaves out a fix that touches another; ESLint goes on until nothing changes.
 */
const rules = plugin.configs.strict.rules!;

let folder: string;
beforeAll(() => {
  folder = folderWith({});
});
afterAll(() => rm(folder, { recursive: true }));

/** Writes the files into a new folder with a config for oxlint. */
function project(name: string, files: Readonly<Record<string, string>>, settings: object = {}): string {
  const cwd = path.join(folder, name);
  mkdirSync(cwd);
  write(cwd, files);
  write(cwd, {
    '.oxlintrc.json': {
      categories: { correctness: 'off' },
      jsPlugins: [path.resolve('dist/src/index.js')],
      rules,
      settings: { 'openai-zdr': settings },
    },
  });
  return cwd;
}

function oxlint(cwd: string, ...args: string[]): string {
  return run(cwd, path.resolve('node_modules/.bin/oxlint'), [...args, '.'], [0, 1]).stdout;
}

interface Diagnostic {
  message: string;
  code: string;
  filename: string;
  labels: { span: { line: number; column: number } }[];
}

/** Lines of `file:line:column rule: message`. */
function foundByOxlint(cwd: string): string[] {
  const { diagnostics } = JSON.parse(oxlint(cwd, '--format', 'json')) as { diagnostics: Diagnostic[] };
  return diagnostics
    .map(({ message, code, filename, labels }) => {
      const { line, column } = labels[0]!.span;
      const rule = code.replace(/\((.*)\)/, '/$1');
      return `${path.basename(filename)}:${line}:${column} ${rule}: ${message}`;
    })
    .sort();
}

const linter = new Linter();

function configOf(settings: object): Linter.Config[] {
  return [
    plugin.configs.strict,
    { files: ['**/*.{ts,js,cjs}'], settings: { 'openai-zdr': settings } },
    { files: ['**/*.ts'], languageOptions: { parser } },
  ];
}

function foundByEslint(files: Readonly<Record<string, string>>, settings: object = {}): string[] {
  return Object.entries(files)
    .flatMap(([filename, text]) =>
      linter
        .verify(text, configOf(settings), filename)
        .map(({ line, column, ruleId, message }) => `${filename}:${line}:${column} ${ruleId}: ${message}`),
    )
    .sort();
}

function fixedByEslint(filename: string, text: string): string {
  return linter.verifyAndFix(text, configOf({}), filename).output;
}

function read(cwd: string): Record<string, string> {
  const files = readdirSync(cwd).filter((file) => !file.startsWith('.'));
  return Object.fromEntries(files.map((file) => [file, readFileSync(path.join(cwd, file), 'utf8')]));
}

/** The code blocks of the rules' pages. */
const examples = Object.fromEntries(
  readdirSync('docs/rules').flatMap((page) =>
    blocksIn(readFileSync(path.join('docs/rules', page), 'utf8'))
      .filter(({ language }) => ['ts', 'js', 'cjs'].includes(language))
      .map(({ language, line, code }) => [`${page}-${line}.${language}`, code]),
  ),
);

const everyRule = `import OpenAI from 'openai';
const openai = new OpenAI({ store: false });
const body = { model: 'gpt-5', input: 'Hello', store: true };
await openai.responses.create(body);
await openai.responses.create({ model: 'gpt-5', input: 'Hello' });
await openai.responses.create({ model: 'gpt-5', input: 'Hello', zero_retention: true });
await openai.chat.completions.create({ model: 'gpt-5', messages: [] }, { headers: { 'X-OpenAI-No-Store': '1' } });
await openai.files.create({ file, purpose: 'user_data' });
for (const name of names) await openai.vectorStores.create({ name });
function ask(client = openai) {
  return client.responses.create({ ...defaults, model: 'gpt-5', store: true });
}
`;

const typed = `import OpenAI from 'openai';
import type { ResponseCreateParams } from 'openai/resources/responses/responses';
enum Model { Best = 'gpt-5' }
export class Service<T extends string> {
  constructor(private readonly client: OpenAI, readonly input: T) {}
  async ask(): Promise<string> {
    const params: ResponseCreateParams = { model: Model.Best, input: this.input, store: true };
    const { output_text } = await this.client.responses.create({ model: 'gpt-5', input: this.input } as const);
    await this.client!.files.create({ file: this.input as never, purpose: 'user_data' } satisfies object);
    return output_text + (await this.client.responses.create(params));
  }
}
`;

describe('finds what ESLint finds', () => {
  it.each([
    ['in JavaScript', { 'every.js': everyRule }],
    ['in TypeScript', { 'every.ts': everyRule, 'typed.ts': typed }],
  ])('%s', (name, files) => {
    const found = foundByOxlint(project(name, files));
    expect(found).toEqual(foundByEslint(files));
    expect(new Set(found.map((line) => line.split(':')[0]))).toEqual(new Set(Object.keys(files)));
  });

  it('in the examples of every rule', () => {
    const found = foundByOxlint(project('examples', examples));
    expect(found).toEqual(foundByEslint(examples));
    // Where no SDK is installed the newest counts, which writes no bodies into its log.
    // And oxlint reads no Python, which is the only language with misused awaits.
    const silent = ['openai-zdr/no-sdk-debug-logging', 'openai-zdr/no-misused-await'];
    const expected = Object.keys(rules).filter((rule) => !silent.includes(rule));
    expect(new Set(found.map((line) => line.split(/[ :]/)[3]))).toEqual(new Set(expected));
  });

  it('with settings', () => {
    const code = `import OpenAI from 'openai';
const openai = new OpenAI({ baseURL: 'https://llm.example.com/v1' });
await openai.responses.create({ model: 'gpt-5', input: 'Hello', store: true });
`;
    expect(foundByOxlint(project('no-host', { 'a.js': code }))).toEqual([]);
    const settings = { hosts: ['llm.example.com'] };
    const found = foundByOxlint(project('host', { 'a.js': code }, settings));
    expect(found).toEqual(foundByEslint({ 'a.js': code }, settings));
    expect(found).toEqual([expect.stringMatching(/^a\.js:3:65 openai-zdr\/no-store: /)]);
  });

  it('and says which setting is wrong', () => {
    const cwd = project('wrong', { 'a.js': everyRule }, { hostz: [] });
    expect(oxlint(cwd)).toContain('settings[\'openai-zdr\']: unknown key "hostz". Did you mean "hosts"?');
  });
});

/** Bodies on which two rules act at once: properties, order, comments, layout. */
function bodies(): string[] {
  const found: string[] = [];
  const invented = "data_usage: 'none'";
  for (const base of [[], ['model']])
    for (const store of [[], ['store: true'], ['store: false'], ["'store': true"]])
      for (const order of ['first', 'between', 'last', 'twice', 'never'])
        for (const trailing of ['', ','])
          for (const layout of ['line', 'lines', 'comments', 'blocks']) {
            const rest = [...base, ...store];
            const properties =
              order === 'first'
                ? [invented, ...rest]
                : order === 'between'
                  ? [...base, invented, ...store]
                  : order === 'last'
                    ? [...rest, invented]
                    : order === 'twice'
                      ? [invented, ...rest, 'zero_retention: true']
                      : rest;
            if (properties.length > 0) found.push(objectOf(properties, trailing, layout));
          }
  return [...new Set(found)];
}

function objectOf(properties: readonly string[], trailing: string, layout: string): string {
  const last = properties.length - 1;
  const withCommas = properties.map((property, i) => property + (i < last ? ',' : trailing));
  if (layout === 'line') return `{ ${withCommas.join(' ')} }`;
  if (layout === 'lines') return `{\n  ${withCommas.join('\n  ')}\n}`;
  if (layout === 'comments') return `{\n  ${withCommas.join(' // about it\n  ')}\n  // the end\n}`;
  return `{ /* begin */ ${withCommas.join(' /* on */ ')} /* end */ }`;
}

const calls = ['openai.responses.create', 'openai.chat.completions.create'];

describe('fixes what ESLint fixes', () => {
  it('when two rules speak about one call', () => {
    const files = Object.fromEntries(
      calls.flatMap((call, c) =>
        bodies().map((body, b) => {
          const filename = `${c}-${b}.${b % 2 === 0 ? 'ts' : 'js'}`;
          return [
            filename,
            `import OpenAI from 'openai';\nconst openai = new OpenAI();\n${call}(${body});\n`,
          ];
        }),
      ),
    );
    const cwd = project('pairs', files);

    const brokenAfter = (texts: Readonly<Record<string, string>>) =>
      Object.entries(texts).filter(([name, text]) => !parseFile(text, name).ok || count(text, 'store') > 1);
    oxlint(cwd, '--fix');
    expect(brokenAfter(read(cwd))).toEqual([]);
    for (let pass = 2; pass <= 3; pass++) oxlint(cwd, '--fix');
    const fixed = read(cwd);
    expect(brokenAfter(fixed)).toEqual([]);

    const wrong = Object.entries(fixed).filter(
      ([, text]) => count(text, 'store') !== 1 || /store'?: true/.test(text),
    );
    expect(wrong).toEqual([]);
    expect(Object.keys(fixed).length).toBe(Object.keys(files).length);
    for (const [name, text] of Object.entries(files))
      expect(fixed[name], text).toBe(fixedByEslint(name, text));
  });

  it('in the examples of every rule', () => {
    const cwd = project('fixed-examples', examples);
    for (let pass = 1; pass <= 3; pass++) oxlint(cwd, '--fix');
    for (const [name, text] of Object.entries(read(cwd))) {
      expect(text, name).toBe(fixedByEslint(name, examples[name]!));
    }
  });

  it.each([
    ["{ model, messages, store: true, data_usage: 'none' }", '{ model, messages, store: false }'],
    ["{ model, data_usage: 'none' }", '{ model, store: false }'],
    ["{ data_usage: 'none' }", '{ store: false }'],
    ["{ model, data_usage: 'none', zero_retention: true, }", '{ model, store: false, }'],
    ["{\n  model,\n  data_usage: 'none',\n}", '{\n  model,\n  store: false,\n}'],
  ])('%s', (before, after) => {
    for (const call of calls) {
      const code = `import OpenAI from 'openai';\nnew OpenAI()${call.replace('openai', '')}(`;
      expect(fixedByEslint('a.js', `${code}${before});\n`)).toBe(`${code}${after});\n`);
    }
  });
});

function count(text: string, word: string): number {
  return text.split(word).length - 1;
}
