import { readFileSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { checker } from '../../src/cli/checker.js';
import { main } from '../../src/cli/main.js';
import { findings, project, run } from './helpers.js';

const bad = "import OpenAI from 'openai';\nnew OpenAI().responses.create({ store: true });\n";
const clean = bad.replace('true', 'false');
const slow = bad.replace('store', 'background');

describe('exit code', () => {
  it('is 0 when nothing is found', async () => {
    const { code, stdout, stderr } = await run(project({ 'a.ts': clean }), 'check');
    expect({ code, stdout }).toEqual({ code: 0, stdout: '' });
    expect(stderr).toBe(
      "Checked 1 file (1 parsed), 1 OpenAI request found; OpenAI's policy as of 2026-11-13, libraries as of 2026-11-22.\n",
    );
  });

  it('is 0 when there are only warnings', async () => {
    const { code, stdout } = await run(project({ 'a.ts': slow }), 'check');
    expect(code).toBe(0);
    expect(stdout).toContain('openai-zdr/no-background');
  });

  it('is 1 when there are errors', async () => {
    expect((await run(project({ 'a.ts': bad }), 'check')).code).toBe(1);
    expect((await run(project({ 'a.ts': slow }), 'check', '--strict')).code).toBe(1);
  });

  it('is 1 when there are too many warnings', async () => {
    const cwd = project({ 'a.ts': slow, 'b.ts': slow });
    expect((await run(cwd, 'check', '--max-warnings', '2')).code).toBe(0);
    const { code, stderr } = await run(cwd, 'check', '--max-warnings=1', '--quiet');
    expect(code).toBe(1);
    expect(stderr).toContain('2 warnings, at most 1 allowed\n');
  });

  it('is 2 when no file was read', async () => {
    const { code, stderr } = await run(project({ 'readme.md': 'openai' }), 'check');
    expect(code).toBe(2);
    expect(stderr).toContain(
      'No JavaScript, TypeScript or Python file found in .\nChecked 0 files (0 parsed), 0 OpenAI',
    );
  });

  it.each([
    [[], 'What to do? Name a command.'],
    [['lint'], "Unknown command 'lint'"],
    [['chekc'], 'Did you mean check?'],
    [['src/a.ts'], 'To check files: openai-zdr check src/a.ts'],
    [['check', '--fox'], "Unknown option '--fox'. Did you mean --fix?"],
    [
      ['check', '--max-warnings', 'few'],
      "Option '--max-warnings <n>' argument 'few' is invalid. It takes a number.",
    ],
    [['explain'], "Missing required argument 'thing'"],
    [['endpoints', '--verdict', 'kept'], 'Allowed choices are'],
    [['verify', '--probe'], 'add --yes-send-a-test-request'],
    [['verify', '--base', 'http://example.com'], '--base takes an address that begins with https://'],
    [['check', '--format', 'nonesuch'], 'nonesuch'],
    [['check', '--format', './nonesuch.js'], 'nonesuch.js'],
  ])('is 2 for %j', async (argv, message) => {
    const { code, stdout, stderr } = await run(project({ 'a.ts': bad }), ...argv);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain(message);
  });
});

it('knows itself', async () => {
  expect(await run('/', '--version')).toEqual({ code: 0, stdout: '1.2.3\n', stderr: '' });
  const { code, stdout } = await run('/', 'check', '-h');
  expect(code).toBe(0);
  expect(stdout).toContain('Usage: openai-zdr check');
});

describe('what is checked', () => {
  it('JavaScript and TypeScript, with and without JSX', async () => {
    const names = ['a.js', 'b.mjs', 'c.cjs', 'd.jsx', 'e.ts', 'f.mts', 'g.cts', 'h.tsx'];
    const cwd = project(Object.fromEntries(names.map((name) => [name, bad])));
    expect(await findings(cwd)).toEqual(names.map((name) => [name, 'openai-zdr/no-store']));
  });

  it('only what a language has', async () => {
    const jsx = `${bad}<a b={1} />;`;
    const types = `${bad}let a: string;`;
    const cwd = project({
      'a.js': jsx,
      'b.jsx': jsx,
      'c.tsx': jsx + types.slice(bad.length),
      'd.mts': types,
    });
    expect((await findings(cwd)).map(([, rule]) => rule)).toEqual(Array(4).fill('openai-zdr/no-store'));
  });

  it('paths that are named, below, above and outside of the working folder, each file once', async () => {
    const root = project({ 'app/src/a.ts': bad, 'app/src/b.ts': bad, 'lib/c.ts': bad, 'd.ts': bad });
    const cwd = path.join(root, 'app');
    const paths = ['src', 'src/a.ts', '.', '../lib', path.join(root, 'd.ts')];
    expect((await findings(cwd, ...paths)).map(([file]) => file).sort()).toEqual([
      '../d.ts',
      '../lib/c.ts',
      'src/a.ts',
      'src/b.ts',
    ]);
    const { stdout } = await run(cwd, 'check', '../lib');
    expect(stdout).toContain('../lib/c.ts:2:33');
  });

  it('not node_modules, and not what .gitignore files say', async () => {
    const cwd = project({
      '.git/hooks/a.js': bad,
      '.gitignore': 'dist/\n*.gen.ts\n!keep.gen.ts\n/top.ts\n',
      'node_modules/a/index.js': bad,
      'packages/b/node_modules/a/index.js': bad,
      'dist/index.js': bad,
      'packages/b/dist/index.js': bad,
      'packages/b/a.gen.ts': bad,
      'packages/b/keep.gen.ts': bad,
      'packages/b/top.ts': bad,
      'packages/c/.gitignore': '!a.gen.ts\nlocal.ts\n',
      'packages/c/a.gen.ts': bad,
      'packages/c/local.ts': bad,
      'top.ts': bad,
      '.config/d.ts': bad,
    });
    const expected = ['.config/d.ts', 'packages/b/keep.gen.ts', 'packages/b/top.ts', 'packages/c/a.gen.ts'];
    expect((await findings(cwd)).map(([file]) => file)).toEqual(expected);
    // The same from below: the rules of the folders above hold.
    expect((await findings(path.join(cwd, 'packages/c'))).map(([file]) => file)).toEqual(['a.gen.ts']);
    // Naming is asking for it.
    const named = ['dist', 'top.ts', 'node_modules/a', 'packages/b/a.gen.ts'];
    expect((await findings(cwd, ...named)).map(([file]) => file)).toEqual([
      'dist/index.js',
      'node_modules/a/index.js',
      'packages/b/a.gen.ts',
      'top.ts',
    ]);
  });

  it('a .gitignore of a folder above that is no repository says nothing', async () => {
    const root = project({ '.gitignore': '*', 'app/a.ts': bad });
    expect(await findings(path.join(root, 'app'))).toHaveLength(1);
  });

  it('links in circles end', async () => {
    const cwd = project({ 'src/a.ts': bad, 'other/b.ts': bad });
    symlinkSync('..', path.join(cwd, 'src/up'));
    symlinkSync('../other', path.join(cwd, 'src/other'));
    symlinkSync('a.ts', path.join(cwd, 'src/again.ts'));
    symlinkSync('nowhere.ts', path.join(cwd, 'src/dead.ts'));
    symlinkSync('src', path.join(cwd, 'named'));
    expect((await findings(cwd, '.')).map(([file]) => file)).toEqual(['other/b.ts', 'src/a.ts']);
    expect((await findings(cwd, 'named', 'src')).map(([file]) => file)).toEqual(['named/a.ts']);
  });

  it('names with signs that patterns use', async () => {
    const cwd = project({
      'app/[id]/(group)/{a}/!b*.ts': bad,
      '.hidden.ts': bad,
      'node_modules/p/x.ts': bad,
    });
    expect(await findings(cwd)).toHaveLength(2);
    expect(await findings(path.join(cwd, 'node_modules/p'))).toHaveLength(1);
  });

  it('a file that the text gate rules out is read, but not parsed', async () => {
    const cwd = project({ 'a.ts': clean, 'b.ts': 'does (not parse', 'c.ts': 'const a = 1;' });
    const { code, stderr } = await run(cwd, 'check');
    expect(code).toBe(0);
    expect(stderr).toContain('Checked 3 files (1 parsed), 1 OpenAI request found');
  });
});

describe('what goes wrong with one path leaves the others checked', () => {
  const check = async (files: Record<string, string>, ...paths: string[]) => {
    const cwd = project({ 'a.ts': bad, ...files });
    const { code, stdout, stderr } = await run(cwd, 'check', ...paths);
    expect(code).toBe(2);
    expect(stdout).toContain('openai-zdr/no-store');
    return { stdout, stderr: stderr.split('\n') };
  };

  it('a missing path', async () => {
    const { stderr } = await check({}, 'missing', 'src/b.ts', 'a.ts');
    expect(stderr.slice(0, 2)).toEqual([
      'missing: does not exist',
      `${path.join('src', 'b.ts')}: does not exist`,
    ]);
  });

  it('a file that does not parse', async () => {
    const { stdout } = await check({ 'b.ts': 'import "openai";\nlet a = ;' });
    expect(stdout).toMatch(
      /^b\.ts:2:9 {2}error {2}parse error\n(?:.*\n)*? {2}Parsing error: Unexpected token/m,
    );
  });

  it('a file that would overflow the parser', async () => {
    const { stdout } = await check({ 'b.js': `import "openai";${'('.repeat(100_000)}` });
    expect(stdout).toContain('nested too deep');
  });

  it('a file that would overflow ESLint', async () => {
    const { stdout } = await check({ 'b.js': `import "openai";a${'+a'.repeat(4_000)}` });
    expect(stdout).toContain('nested too deep');
  });

  it('a rule that throws', async () => {
    const { stderr } = await check({ 'b.js': 'import "openai"; crash;' });
    expect(stderr[0]).toMatch(/^b\.js: not checked because of a defect of this command \(The rule crashed/);
    expect(stderr[0]).toMatch(/report it with this file at https:\/\/example\.com\/issues$/);
  });

  it('an analysis that fails', async () => {
    const { stderr } = await check({ 'b.js': 'import "openai"; broken;' });
    expect(stderr[0]).toBe(
      'b.js: not checked because of a defect of this command (It broke); report it with this file at https://example.com/issues',
    );
  });

  it('a stack that overflows in code that is not deep', async () => {
    const { stdout, stderr } = await check({ 'b.js': 'import "openai"; overflow;' });
    expect(stdout).not.toContain('nested too deep');
    expect(stderr[0]).toMatch(/^b\.js: not checked because of a defect of this command \(Maximum call stack/);
  });

  it('but a named file of another kind is only skipped', async () => {
    const cwd = project({ 'a.ts': clean, 'b.rb': 'require "openai"' });
    const { code, stderr } = await run(cwd, 'check', 'a.ts', 'b.rb');
    expect(code).toBe(0);
    expect(stderr).toContain('b.rb: skipped, not a JavaScript, TypeScript or Python file\n');
  });

  it('but files of other languages in a folder are counted as not checked, by language', async () => {
    const cwd = project({
      'a.ts': clean,
      'jobs/b.go': '',
      'cmd.go': '',
      'notes.md': '',
      'old/d.go': '',
      '.gitignore': 'old/',
      '.git/HEAD': '',
    });
    const { code, stderr } = await run(cwd, 'check');
    expect(code).toBe(0);
    expect(stderr).toContain('2 Go files not checked\n');
    expect((await run(project({ 'a.ts': clean, 'notes.md': '' }), 'check')).stderr).not.toContain(
      'not checked',
    );
  });
});

describe('a foreign project', () => {
  const lint = (text: string, ...options: string[]) =>
    findings(project({ 'a.js': `${text}\n${bad}` }), ...options);

  it.each([
    [
      'directives of other plugins',
      '// eslint-disable-next-line n/no-sync, no-console\n/* eslint-disable foo/bar */',
    ],
    ['comments about environments', '/* eslint-env node, browser */'],
    ['rules of ESLint', '/* eslint semi: "error", no-var: 2 */ var a'],
    [
      'rules that need tokens',
      '/* eslint indent: 2, quotes: ["error", "double"], "no-multi-spaces": "error" */',
    ],
    ['rules of other plugins', '/* eslint foo/bar: "error", @b/c: ["warn", { "d": ["openai"] }] */'],
    ['globals', '/* global a, b: writable, c: nonsense */\n/* exported d */'],
    ['broken directives', '/* eslint a: [ */\n/* eslint-disable-line\n no-console */\n/* eslint "b */'],
    ['unused directives', '/* eslint-enable */ // eslint-disable-line'],
    [
      'other type checkers',
      '// @ts-nocheck\n// @flow\n/* istanbul ignore next */\n/* jshint esversion: 6 */',
    ],
  ])('%s', async (_name, text) => {
    expect(await lint(text)).toEqual([['a.js', 'openai-zdr/no-store']]);
    expect(await lint(text, '--fix')).toEqual([]);
  });

  it('its own ESLint config is not read', async () => {
    const cwd = project({
      'eslint.config.js': 'throw new Error()',
      '.eslintrc': '{',
      'package.json': '{',
      'a.ts': bad,
    });
    expect(await findings(cwd)).toEqual([['a.ts', 'openai-zdr/no-store']]);
  });
});

describe('our own directives', () => {
  it.each([
    '// eslint-disable-next-line openai-zdr/no-store -- approved\nopenai.create({ store: true });',
    'openai.create({ store: true }); // eslint-disable-line openai-zdr/no-store',
    '/* eslint-disable openai-zdr/no-store */ openai.create({ store: true });',
    '/* eslint-disable */ openai.create({ store: true });',
    '/* eslint openai-zdr/no-store: "off" */ openai.create({ store: true });',
    '/* eslint openai-zdr/no-store: 0, semi: 2 */ openai.create({ store: true });',
    '/* eslint "semi": ["error", "never"], "openai-zdr/no-store": ["off"] -- why: "openai-zdr/no-store": 2 */ openai.create({ store: true });',
  ])('%s', async (text) => expect(await findings(project({ 'a.js': text }))).toEqual([]));

  it('turn a warning into an error', async () => {
    const cwd = project({ 'a.js': `/* eslint openai-zdr/no-background: "error" */\n${slow}` });
    expect((await run(cwd, 'check')).code).toBe(1);
  });
});

describe('reports', () => {
  it('leave stdout to the format', async () => {
    const { stdout, stderr } = await run(project({ 'a.ts': bad, 'b.ts': clean }), 'check', '-f', 'json');
    const results = JSON.parse(stdout) as { filePath: string; errorCount: number; source?: string }[];
    expect(results).toMatchObject([
      { errorCount: 1, fixableErrorCount: 1, source: bad, messages: [{ line: 2, column: 33, severity: 2 }] },
      { errorCount: 0, messages: [] },
    ]);
    expect(stderr).toMatch(/^Checked 2 files .*\n$/);
  });

  it('hold the addresses of the rules', async () => {
    const cwd = project({ 'a.ts': bad });
    for (const format of ['html', 'json-with-metadata'])
      expect((await run(cwd, 'check', '--format', format)).stdout).toContain('https://example.com/no-store');
  });

  it('can be of any package or file', async () => {
    const format = 'module.exports = (results) => `found ${results[0].messages.length}`;';
    const cwd = project({
      'a.ts': bad,
      'format.cjs': format,
      'node_modules/eslint-formatter-mine/index.js': format,
    });
    for (const name of ['./format.cjs', 'mine', 'eslint-formatter-mine'])
      expect((await run(cwd, 'check', '--format', name)).stdout).toBe('found 1\n');
  });

  it('without warnings if asked', async () => {
    const cwd = project({ 'a.ts': bad + slow });
    expect(await findings(cwd, '--quiet')).toEqual([['a.ts', 'openai-zdr/no-store']]);
    expect((await run(project({ 'a.ts': slow }), 'check', '--quiet')).stdout).toBe('');
  });
});

it('--fix writes the fixes, and nothing else', async () => {
  const cwd = project({ 'a.ts': `\ufeff#!/usr/bin/env node\r\n${bad}`, 'b.ts': slow });
  const { code, stdout } = await run(cwd, 'check', '--fix');
  expect(code).toBe(0);
  expect(stdout).not.toContain('no-store');
  expect(readFileSync(path.join(cwd, 'a.ts'), 'utf8')).toBe(`\ufeff#!/usr/bin/env node\r\n${clean}`);
  expect(readFileSync(path.join(cwd, 'b.ts'), 'utf8')).toBe(slow);
});

describe('settings', () => {
  const wrong = '{ "control": "other" }';

  it('come from openai-zdr.json', async () => {
    const cwd = project({ 'openai-zdr.json': '{ "$schema": "x", "control": "zdr" }', 'a.ts': bad });
    expect((await run(cwd, 'check')).code).toBe(1);
  });

  it('come from the nearest folder above', async () => {
    const cwd = project({ 'openai-zdr.json': wrong, 'app/openai-zdr.json': '{}', 'app/src/deep/a.ts': bad });
    expect((await run(path.join(cwd, 'app/src/deep'), 'check')).code).toBe(1);
    const { code, stderr } = await run(cwd, 'check');
    expect({ code, stderr }).toEqual({ code: 2, stderr: 'openai-zdr.json: control: not "other"\n' });
  });

  it('name the file when it is in a folder above', async () => {
    const cwd = project({ 'openai-zdr.json': wrong, 'src/a.ts': bad });
    const { stderr } = await run(path.join(cwd, 'src'), 'check');
    expect(stderr).toBe(`${path.join(cwd, 'openai-zdr.json')}: control: not "other"\n`);
  });

  it('do not come from outside of the repository', async () => {
    const cwd = project({ 'openai-zdr.json': wrong, 'app/.git/': '', 'app/src/a.ts': bad });
    expect((await run(path.join(cwd, 'app/src'), 'check')).code).toBe(1);
  });

  it.each([
    [wrong, 'openai-zdr.json: control: not "other"'],
    ['{ "control": ', 'openai-zdr.json: '],
  ])('stop the run when they are wrong: %s', async (text, message) => {
    const { code, stdout, stderr } = await run(project({ 'openai-zdr.json': text, 'a.ts': bad }), 'check');
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain(message);
  });

  it.each([
    ['null', 'openai-zdr.json: expected an object, got null.'],
    ['["zdr"]', 'openai-zdr.json: expected an object, got ["zdr"].'],
    ['{ "contol": "zdr" }', 'openai-zdr.json: unknown key "contol". Did you mean "control"?'],
    ['{ "hosts": [{}] }', 'openai-zdr.json: hosts[0]: expected a non-empty string, got {}.'],
  ])('name the file and the place: %s', async (text, message) => {
    const cwd = project({ 'openai-zdr.json': text, 'a.ts': bad });
    const output: string[] = [];
    const io = {
      cwd,
      stdout: (part: string) => output.push(part),
      stderr: (part: string) => output.push(part),
    };
    expect(await main(['check'], io as never, checker)).toBe(2);
    expect(output.join('')).toContain(message);
  });

  it('stop the run when they cannot be read', async () => {
    const { code, stderr } = await run(project({ 'openai-zdr.json/': '', 'a.ts': bad }), 'check');
    expect(code).toBe(2);
    expect(stderr).toMatch(/^openai-zdr\.json: cannot be read: /);
  });
});
