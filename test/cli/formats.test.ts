import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import type { Linter } from 'eslint';
import { describe, expect, it } from 'vitest';
import type { Finding } from '../../src/cli/formats/findings.js';
import { githubOf, gitlabOf, sarifOf } from '../../src/cli/formats/machine-formats.js';
import { prettyOf, wrapped } from '../../src/cli/formats/pretty.js';
import { project, run } from './helpers.js';

function finding(over: Partial<Linter.LintMessage> = {}, lines: readonly string[] = LINES): Finding {
  const message = {
    ruleId: 'openai-zdr/no-store',
    severity: 2,
    message: 'It is kept for 30 days. Write store: false.',
    line: 2,
    column: 3,
    endLine: 2,
    endColumn: 8,
    ...over,
  } as Linter.LintMessage;
  const rule = message.ruleId?.replace('openai-zdr/', '') ?? 'parse error';
  return { file: 'src/a, b.ts', message, rule, text: (lines[message.line - 1] ?? '').trim(), lines };
}

const LINES = ['ask({', '  store: true,', '});'];
const urlOf = (rule: string): string | null => (rule === 'no-store' ? 'https://example.com/no-store' : null);
const plain = { width: 80, hasColor: false, urlOf };

describe('pretty', () => {
  it('shows place, code, message and a summary by rule', () => {
    expect(prettyOf([finding({ fix: { range: [0, 0], text: '' } })], plain)).toBe(
      `src/a, b.ts:2:3  error  openai-zdr/no-store
  1 | ask({
  2 |   store: true,
    |   ^^^^^
  It is kept for 30 days. Write store: false.

no-store   1  --fix repairs 1
              https://example.com/no-store

1 error, 0 warnings
`,
    );
  });

  it('names the page of a rule once', () => {
    const text = prettyOf([finding(), finding({ line: 3, column: 1, endLine: 3, endColumn: 2 })], plain);
    expect(text.split('https://example.com/no-store')).toHaveLength(2);
  });

  it('is nothing where nothing was found', () => {
    expect(prettyOf([], plain)).toBe('');
  });

  it('fits the terminal, and shows the marked part of a long line', () => {
    const code = `${'a'.repeat(500)}store${'b'.repeat(500)}`;
    const text = prettyOf(
      [
        finding({ message: 'word '.repeat(60).trim(), line: 1, column: 501, endLine: 1, endColumn: 506 }, [
          code,
        ]),
      ],
      { ...plain, width: 60 },
    );
    const lines = text.split('\n');
    expect(Math.max(...lines.map(({ length }) => length))).toBeLessThanOrEqual(60);
    const [shown, mark] = [
      lines.find((line) => line.startsWith('  1 | '))!,
      lines.find((line) => line.includes('^'))!,
    ];
    expect(shown.slice(mark.indexOf('^'), mark.lastIndexOf('^') + 1)).toBe('store');
  });

  it('keeps the mark below what it marks behind tabs, and to the end of the first of several lines', () => {
    const text = prettyOf(
      [finding({ line: 1, column: 2, endLine: 3, endColumn: 1 }, ['\task({', '})'])],
      plain,
    );
    expect(text).toContain('1 |  ask({\n    |  ^^^^^\n');
  });

  it('does without code where there is none', () => {
    expect(prettyOf([finding({ ruleId: null, message: 'Parsing error: x', line: 9 })], plain)).toContain(
      'src/a, b.ts:9:3  error  parse error\n  Parsing error: x\n',
    );
  });

  it('is the same in colour', () => {
    const colored = prettyOf([finding()], { ...plain, hasColor: true });
    expect(colored).not.toBe(prettyOf([finding()], plain));
    expect(stripVTControlCharacters(colored)).toBe(prettyOf([finding()], plain));
  });

  it('gives a word that is too long a line of its own', () => {
    expect(wrapped('a bb ccccccc d', 4)).toEqual(['a bb', 'ccccccc', 'd']);
  });
});

describe('formats for services', () => {
  it('github escapes what has a meaning there', () => {
    expect(githubOf([finding({ message: '100 %\nkept' })])).toBe(
      '::error file=src/a%2C b.ts,line=2,endLine=2,col=3,endColumn=8,title=no-store::100 %25%0Akept\n',
    );
    expect(githubOf([finding({ severity: 1 })])).toMatch(/^::warning /);
  });

  it('gitlab gives each finding a fingerprint of its own, which moved lines do not change', () => {
    const prints = (findings: readonly Finding[]): string[] =>
      (JSON.parse(gitlabOf(findings)) as { fingerprint: string }[]).map(({ fingerprint }) => fingerprint);
    const two = prints([finding(), finding()]);
    expect(new Set(two).size).toBe(2);
    expect(prints([finding({ line: 4 }, ['', '', '', '  store: true,'])])).toEqual([two[0]]);
    expect(prints([finding({ ruleId: 'openai-zdr/no-background' })])).not.toEqual([two[0]]);
  });

  it('sarif has the rule with its page, the region and the fingerprint', () => {
    const log = JSON.parse(sarifOf([finding()], { version: '1.2.3', urlOf })) as {
      runs: [{ tool: { driver: { rules: object[] } }; results: object[] }];
    };
    expect(log.runs[0].tool.driver.rules).toEqual([
      { id: 'no-store', helpUri: 'https://example.com/no-store' },
    ]);
    expect(log.runs[0].results[0]).toMatchObject({
      ruleId: 'no-store',
      ruleIndex: 0,
      level: 'error',
      locations: [
        {
          physicalLocation: {
            artifactLocation: { uri: 'src/a%2C%20b.ts' },
            region: { startLine: 2, startColumn: 3, endLine: 2, endColumn: 8 },
          },
        },
      ],
      partialFingerprints: { 'openaiZdr/v1': expect.stringMatching(/^[0-9a-f]{32}$/) as string },
    });
  });
});

const STORES = `const openai = 1;\nask({ store: true });\n`;

describe('several formats', () => {
  it('go to the terminal and to files', async () => {
    const cwd = project({ 'a.ts': STORES });
    const { stdout, code } = await run(
      cwd,
      'check',
      '-f',
      'pretty',
      '-f',
      'sarif=zdr.sarif',
      '-f',
      'json=a.json',
    );
    expect(code).toBe(1);
    expect(stdout).toContain('a.ts:2:7  error  openai-zdr/no-store');
    expect(readFileSync(path.join(cwd, 'zdr.sarif'), 'utf8')).toContain('"no-store"');
    expect(JSON.parse(readFileSync(path.join(cwd, 'a.json'), 'utf8'))).toHaveLength(1);
  });

  it('of which one may go to the standard output', async () => {
    const { code, stderr } = await run(project({ 'a.ts': '' }), 'check', '-f', 'pretty', '-f', 'json');
    expect(code).toBe(2);
    expect(stderr).toContain('Only one format can go to the standard output');
  });

  it('cannot go to one file', async () => {
    const { code, stderr } = await run(project({ 'a.ts': '' }), 'check', '-f', 'sarif=o', '-f', 'gitlab=o');
    expect(code).toBe(2);
    expect(stderr).toContain('Two formats cannot go to the same file');
  });

  it('can be a file alone', async () => {
    const cwd = project({ 'a.ts': STORES });
    const { stdout } = await run(cwd, 'check', '--format', 'github', '--output-file', 'out.txt');
    expect(stdout).toBe('');
    expect(readFileSync(path.join(cwd, 'out.txt'), 'utf8')).toMatch(/^::error file=a.ts,line=2/);
  });

  it('say so where the file cannot be written', async () => {
    const cwd = project({ 'a.ts': STORES });
    const { code, stderr } = await run(cwd, 'check', '--output-file', 'no/such/folder.txt');
    expect(code).toBe(2);
    expect(stderr).toContain('no/such/folder.txt: does not exist');
  });
});

describe('a baseline', () => {
  const withBaseline = ['check', '--baseline', 'base.json'];

  async function accepted(files: Record<string, string>): Promise<string> {
    const cwd = project(files);
    const { code, stderr } = await run(cwd, ...withBaseline, '--update-baseline');
    expect(code).toBe(0);
    expect(stderr).toMatch(/written to base\.json/);
    return cwd;
  }

  it('accepts what it holds, also when lines move', async () => {
    const cwd = await accepted({ 'a.ts': STORES });
    writeFileSync(path.join(cwd, 'a.ts'), `\n\n${STORES}`);
    const { code, stdout, stderr } = await run(cwd, ...withBaseline);
    expect([code, stdout]).toEqual([0, '']);
    expect(stderr).toContain('1 finding accepted by base.json');
  });

  it('reports what is new, in another file, of another rule, and one more of the same', async () => {
    const cwd = await accepted({ 'a.ts': STORES });
    writeFileSync(path.join(cwd, 'a.ts'), `${STORES}ask({ store: true });\nask({ background: true });\n`);
    writeFileSync(path.join(cwd, 'b.ts'), STORES);
    const { code, stdout } = await run(cwd, ...withBaseline, '--format', 'github');
    expect(code).toBe(1);
    expect(
      stdout
        .trim()
        .split('\n')
        .map((line) => /file=(\S+),line=(\d+).*title=([\w-]+)/.exec(line)!.slice(1)),
    ).toEqual([
      ['a.ts', '3', 'no-store'],
      ['a.ts', '4', 'no-background'],
      ['b.ts', '2', 'no-store'],
    ]);
  });

  it('names what is gone, and forgets it when told so', async () => {
    const cwd = await accepted({ 'a.ts': STORES, 'b.ts': STORES });
    writeFileSync(path.join(cwd, 'a.ts'), '');
    const { code, stderr } = await run(cwd, ...withBaseline);
    expect(code).toBe(0);
    expect(stderr).toContain('a.ts: no-store no longer there; --update-baseline forgets it');
    await run(cwd, ...withBaseline, '--update-baseline');
    expect(readFileSync(path.join(cwd, 'base.json'), 'utf8')).not.toContain('a.ts');
  });

  it('keeps what belongs to files that were not looked at', async () => {
    const cwd = await accepted({ 'a/a.ts': STORES, 'b/b.ts': STORES });
    const { stderr } = await run(cwd, ...withBaseline, 'a');
    expect(stderr).not.toContain('no longer there');
    const before = readFileSync(path.join(cwd, 'base.json'), 'utf8');
    await run(cwd, ...withBaseline, '--update-baseline', 'a');
    expect(readFileSync(path.join(cwd, 'base.json'), 'utf8')).toBe(before);
  });

  it('does not accept files that do not parse', async () => {
    const cwd = project({ 'a.ts': `const openai = ;` });
    expect((await run(cwd, ...withBaseline, '--update-baseline')).code).toBe(2);
    expect((await run(cwd, ...withBaseline)).code).toBe(2);
  });

  it.each([
    ['{', 'JSON'],
    ['{"version":1}', 'not a baseline'],
    ['null', 'not a baseline'],
    ['{"version":1,"findings":[{}]}', 'not a baseline'],
    ['{"version":1,"findings":[null]}', 'not a baseline'],
  ])('that is %s is refused', async (text, message) => {
    const { code, stderr } = await run(project({ 'a.ts': STORES, 'base.json': text }), ...withBaseline);
    expect(code).toBe(2);
    expect(stderr).toContain(message);
  });

  it('knows a long line by the whole of it', async () => {
    const line = (end: string): string =>
      `const openai = 1; ask({ store: true, a: '${'x'.repeat(300)}', b: ${end} });\n`;
    const cwd = await accepted({ 'a.ts': line('1') });
    expect((await run(cwd, ...withBaseline)).code).toBe(0);
    writeFileSync(path.join(cwd, 'a.ts'), line('secrets'));
    expect((await run(cwd, ...withBaseline)).code).toBe(1);
  });

  it('knows a call by all of its arguments', async () => {
    const call = (input: string): string =>
      `const openai = 1;\nask(openai, { store: true,\n  input: ${input},\n});\n`;
    const cwd = await accepted({ 'a.ts': call('greeting') });
    expect((await run(cwd, ...withBaseline)).code).toBe(0);
    writeFileSync(path.join(cwd, 'a.ts'), call('patientRecords'));
    expect((await run(cwd, ...withBaseline)).code).toBe(1);
  });

  it('is the same from each folder', async () => {
    const cwd = await accepted({ 'a.ts': STORES, 'below/b.ts': STORES });
    const below = path.join(cwd, 'below');
    const before = readFileSync(path.join(cwd, 'base.json'), 'utf8');
    expect((await run(below, 'check', 'b.ts', '--baseline', '../base.json')).code).toBe(0);
    await run(below, 'check', 'b.ts', '--baseline', '../base.json', '--update-baseline');
    expect(readFileSync(path.join(cwd, 'base.json'), 'utf8')).toBe(before);
  });

  it('that is a folder is refused by name', async () => {
    const { code, stderr } = await run(project({ 'a.ts': STORES, 'b/': '' }), 'check', '--baseline', 'b');
    expect(code).toBe(2);
    expect(stderr).toMatch(/\/b: cannot be read/);
  });

  it('that cannot be written is said', async () => {
    const cwd = project({ 'a.ts': STORES });
    const { code, stderr } = await run(cwd, 'check', '--baseline', 'no/such.json', '--update-baseline');
    expect(code).toBe(2);
    expect(stderr).toMatch(/^no\/such\.json: /m);
  });

  it('is not written without a name', async () => {
    const { code, stderr } = await run(project({ 'a.ts': STORES }), 'check', '--update-baseline');
    expect(code).toBe(2);
    expect(stderr).toContain('--update-baseline needs --baseline');
  });
});
