import { readFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { findings, folderWith, run, write, type Run } from './project.js';

interface Setup {
  manager: 'npm' | 'pnpm';
  eslint: string;
  /** `null`: not installed, so that a project has JavaScript only. */
  typescript: string | null;
  /** Versions that work with that ESLint. */
  markdown: string;
  json: string;
}

const newest = { markdown: '8.0.3', json: '2.1.1' };

/** Every value of each kind stands in one of them. */
const setups: Setup[] = [
  { manager: 'npm', eslint: '9.22.0', typescript: '6.0.3', markdown: '6.6.0', json: '0.13.2' },
  { manager: 'npm', eslint: '10.15.0', typescript: '7.0.2', ...newest },
  { manager: 'npm', eslint: '10.15.0', typescript: null, ...newest },
  { manager: 'pnpm', eslint: '10.15.0', typescript: '7.0.2', ...newest },
];

const app = `import OpenAI from 'openai';
const client = new OpenAI();
await client.responses.create({ model: 'gpt-5', input: 'Hello', store: true });
await client.responses.create({ model: 'gpt-5', input: 'Hello' });
await client.files.create({ file, purpose: 'user_data' });
`;

const appFixed = app
  .replace('store: true', 'store: false')
  .replace("input: 'Hello' }", "input: 'Hello', store: false }");

const typed = `import OpenAI from 'openai';
export async function ask(client: OpenAI, input: string): Promise<string> {
  const response = await client.responses.create({ model: 'gpt-5', input, store: true } as const);
  return response.output_text;
}
`;

const inMarkdown = ['# Usage', '', '```js', ...app.split('\n').slice(0, 3), '```', ''].join('\n');

const appFindings = [
  'app.js:3:65 openai-zdr/no-store',
  'app.js:4:24 openai-zdr/require-store-false',
  'app.js:5:20 openai-zdr/no-file-upload',
];
const typedFindings = ['typed.ts:3:75 openai-zdr/no-store'];

const config = (withTypes: boolean) => `
import { defineConfig } from 'eslint/config';
import json from '@eslint/json';
import markdown from '@eslint/markdown';
import openaiZdr from 'eslint-plugin-openai-zdr';
${withTypes ? "import parser from '@typescript-eslint/parser';" : ''}

export default defineConfig([
  { plugins: { 'openai-zdr': openaiZdr }, extends: ['openai-zdr/recommended'] },
  { files: ['data.json'], plugins: { json }, language: 'json/json', rules: { 'json/no-duplicate-keys': 'error' } },
  { files: ['README.md'], plugins: { markdown }, language: 'markdown/gfm', rules: { 'markdown/no-html': 'error' } },
  { files: ['docs/*.md'], plugins: { markdown }, processor: 'markdown/markdown' },
  ${withTypes ? "{ files: ['**/*.ts'], languageOptions: { parser } }," : ''}
]);
`;

const commonJsConfig = `
const { defineConfig } = require('eslint/config');
const openaiZdr = require('eslint-plugin-openai-zdr');
module.exports = defineConfig([{ files: ['**/*.js'], plugins: { 'openai-zdr': openaiZdr }, extends: ['openai-zdr/strict'] }]);
`;

const typesConfig = `
import { defineConfig } from 'eslint/config';
import openaiZdr from 'eslint-plugin-openai-zdr';

export default defineConfig([
  openaiZdr.configs.recommended,
  { plugins: { 'openai-zdr': openaiZdr }, extends: ['openai-zdr/strict'] },
]);
export const name: string = openaiZdr.meta.name;
// @ts-expect-error There is no such preset.
openaiZdr.configs.recomended;
`;

describe.each(setups)('with eslint $eslint, typescript $typescript, $manager', (setup) => {
  const { manager, typescript } = setup;
  const withTypes = typescript?.startsWith('6') ?? false;
  let folder: string;

  beforeAll(() => {
    folder = folderWith({
      'package.json': {
        private: true,
        type: 'module',
        devDependencies: {
          '@eslint/json': setup.json,
          '@eslint/markdown': setup.markdown,
          eslint: setup.eslint,
          'eslint-plugin-openai-zdr': `file:${inject('tarball')}`,
          ...(typescript ? { typescript } : {}),
          ...(withTypes ? { '@typescript-eslint/parser': '8.72.0' } : {}),
        },
      },
      'eslint.config.js': config(withTypes),
      'commonjs/eslint.config.cjs': commonJsConfig,
      'types/config.ts': typesConfig,
      'app.js': app,
      'typed.ts': typed,
      'docs/usage.md': inMarkdown,
      'README.md': '# Title <br>\n',
      'data.json': '{ "store": true, "store": true }\n',
    });
    const install = ['install', '--prefer-offline', '--ignore-scripts'];
    if (manager === 'npm') run(folder, 'npm', [...install, '--no-audit', '--no-fund', '--no-package-lock']);
    else run(folder, path.resolve('node_modules/.bin/pnpm'), [...install, '--ignore-workspace']);
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  const bin = (name: string, args: readonly string[], expected?: readonly number[]): Run =>
    run(folder, path.join(folder, 'node_modules/.bin', name), args, expected);
  const eslint = (...args: string[]): Run => bin('eslint', ['--format', 'json', ...args], [0, 1]);
  const read = (file: string): string => readFileSync(path.join(folder, file), 'utf8');

  it('ESLint reports, beside Markdown and JSON', () => {
    const result = eslint('.');
    expect(findings(result, folder).sort()).toEqual(
      [
        'README.md:1:9 markdown/no-html',
        ...appFindings,
        'data.json:1:18 json/no-duplicate-keys',
        'docs/usage.md:6:65 openai-zdr/no-store',
        ...(withTypes ? typedFindings : []),
      ].sort(),
    );
    expect(result).toMatchObject({ status: 1, stderr: '' });
  });

  it('a CommonJS config gets the plugin through require()', () => {
    const result = eslint('--config', 'commonjs/eslint.config.cjs', 'app.js');
    expect(findings(result, folder)).toEqual(appFindings);
    expect(result).toMatchObject({ status: 1, stderr: '' });
  });

  it('the command reports in JavaScript and TypeScript', () => {
    const result = bin('openai-zdr', ['check', '--format', 'json', 'app.js', 'typed.ts'], [1]);
    expect(findings(result, folder)).toEqual([...appFindings, ...typedFindings]);
    expect(result.stderr).toMatch(
      /^Checked 2 files \(2 parsed\), 4 OpenAI requests found; OpenAI's policy as of .*, libraries as of /,
    );
  });

  it('the command explains and verifies', () => {
    expect(bin('openai-zdr', ['explain', 'files.create']).stdout).toContain('(endpoint:/files');
    expect(bin('openai-zdr', ['endpoints', '--verdict', 'stored']).stdout).toContain('/v1/files');
    const env = { OPENAI_ADMIN_KEY: '', OPENAI_API_KEY: '' };
    const result = run(folder, path.join(folder, 'node_modules/.bin/openai-zdr'), ['verify'], [2], env);
    expect(result).toMatchObject({
      stdout: '',
      stderr: expect.stringContaining('OPENAI_ADMIN_KEY is not set') as string,
    });
  });

  it.runIf(typescript)('the types fit those of ESLint', () => {
    const options = { module: 'nodenext', target: 'es2023', strict: true, types: [], noEmit: true };
    write(folder, { 'types/tsconfig.json': { compilerOptions: options } });
    expect(bin('tsc', ['-p', 'types'], [0, 1, 2])).toEqual({ status: 0, stdout: '', stderr: '' });
  });

  // Last, because they change the files.
  it('ESLint fixes', () => {
    const result = eslint('--fix', 'app.js');
    expect(findings(result, folder)).toEqual(appFindings.slice(2));
    expect(read('app.js')).toBe(appFixed);
  });

  it('the command fixes', () => {
    const result = bin('openai-zdr', ['check', '--fix', 'typed.ts']);
    expect(result.stdout).toBe('');
    expect(read('typed.ts')).toBe(typed.replace('store: true', 'store: false'));
    write(folder, { 'app.js': app });
    expect(bin('openai-zdr', ['check', '--fix', 'app.js'], [1]).stdout).toContain('no-file-upload');
    expect(read('app.js')).toBe(appFixed);
  });
});

it('the tarball holds what is needed to run, and nothing else', () => {
  const packed = inject('packed');
  const code = /^dist\/(?:src|rules)\/.*\.js$/;
  const texts = ['CHANGELOG.md', 'LICENSE', 'README.md'];
  expect(packed.filter((file) => !code.test(file) && !texts.includes(file)).sort()).toEqual([
    'dist/src/index.d.ts',
    'dist/src/plugin/preset-name.d.ts',
    'inventory.schema.json',
    'package.json',
    'policy.json',
    'policy.schema.json',
    'settings.schema.json',
  ]);
  expect(packed).toContain('dist/src/cli/bin.js');
});
