import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import * as typescriptParser from '@typescript-eslint/parser';
import { Linter } from 'eslint';
import { expect, onTestFinished } from 'vitest';
import plugin from '../../src/index.js';

export type Files = Readonly<Record<string, string>>;

export interface Project {
  readonly root: string;
  write(name: string, text: string): void;
  link(name: string, target: string): void;
  /** What `recommended` says of one of the files, as `rule: the marked text`. */
  findings(name: string, settings?: Readonly<Record<string, unknown>>): string[];
  messages(name: string, settings?: Readonly<Record<string, unknown>>): Linter.LintMessage[];
}

/** A folder with these files, gone after the test. */
export function project(files: Files): Project {
  const root = realpathSync(mkdtempSync(path.join(tmpdir(), 'openai-zdr-')));
  onTestFinished(() => rmSync(root, { recursive: true, force: true }));
  const texts = new Map<string, string>();
  const write = (name: string, text: string) => {
    const file = path.join(root, name);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, text);
    texts.set(name, text);
  };
  for (const [name, text] of Object.entries(files)) write(name, text);

  function messages(name: string, settings?: Readonly<Record<string, unknown>>) {
    const text = texts.get(name)!;
    const found = verify(text, path.join(root, name), root, settings);
    for (const message of found) expectInside(message, text);
    return found;
  }

  return {
    root,
    write,
    link(name, target) {
      mkdirSync(path.dirname(path.join(root, name)), { recursive: true });
      symlinkSync(path.join(root, target), path.join(root, name), 'dir');
    },
    messages,
    findings: (name, settings) =>
      messages(name, settings).map((message) => marked(message, texts.get(name)!)),
  };
}

/** Lints a text under any file name. */
export function verify(
  text: string,
  filename: string,
  cwd: string,
  settings?: Readonly<Record<string, unknown>>,
): Linter.LintMessage[] {
  const { name: _name, ...recommended } = plugin.configs.recommended;
  const config: Linter.Config[] = [
    {
      ...recommended,
      files: ['**/*.{ts,tsx,mts,js,jsx,mjs,cjs}', '**/<*>'],
      ...(settings ? { settings: { 'openai-zdr': settings } } : {}),
      languageOptions: {
        sourceType: /\.cjs$/.test(filename) ? 'commonjs' : 'module',
        parserOptions: { ecmaFeatures: { jsx: true } },
        ...(/ts$/.test(filename) ? { parser: typescriptParser } : {}),
      },
    },
  ];
  const messages = new Linter({ cwd }).verify(text, config, filename);
  const fatal = messages.find((message) => message.fatal || message.ruleId === null);
  if (fatal) throw new Error(`${fatal.message} at ${fatal.line}:${fatal.column}\n${text}`);
  return messages;
}

function offsetOf(text: string, line: number, column: number): number {
  const before = text.split('\n').slice(0, line - 1);
  return before.reduce((sum, { length }) => sum + length + 1, 0) + column - 1;
}

function marked({ ruleId, line, column, endLine, endColumn }: Linter.LintMessage, text: string): string {
  const name = ruleId?.replace('openai-zdr/', '') ?? '';
  return `${name}: ${text.slice(offsetOf(text, line, column), offsetOf(text, endLine ?? line, endColumn ?? column))}`;
}

/** A report marks whole tokens of the linted file, and what it changes is in it and still parses. */
function expectInside(message: Linter.LintMessage, text: string): void {
  const { line, column, endLine = line, endColumn = column } = message;
  const start = offsetOf(text, line, column);
  const end = offsetOf(text, endLine, endColumn);
  expect(start).toBeLessThan(end);
  expect(end).toBeLessThanOrEqual(text.length);
  expect(/\w/.test(text[start - 1] ?? '') && /\w/.test(text[start]!), 'starts inside a word').toBe(false);
  expect(/\w/.test(text[end] ?? '') && /\w/.test(text[end - 1]!), 'ends inside a word').toBe(false);
  const edits = [message.fix, ...(message.suggestions ?? []).map(({ fix }) => fix)];
  for (const edit of edits) {
    if (!edit) continue;
    expect(edit.range[1]).toBeLessThanOrEqual(text.length);
    const edited = text.slice(0, edit.range[0]) + edit.text + text.slice(edit.range[1]);
    expect(() => typescriptParser.parseForESLint(edited, { range: true })).not.toThrow();
  }
}
