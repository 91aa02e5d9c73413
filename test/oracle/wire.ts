/** Runs programs against published versions of the SDK with a `fetch` of ours, and tells what they would have sent. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import { factsInFile } from '../../src/analysis/analyze-file.js';
import type { Facts } from '../../src/facts/facts.js';
import { parseFile } from '../../src/languages/javascript/parse/parse.js';
import { readSettings } from '../../src/settings/read.js';
import type { Language } from '../adapters/lint.js';
import { formsOf, type Program } from '../adapters/programs.js';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const RUNNER = path.join(ROOT, 'test/oracle/run-programs.mjs');

export const versions = [
  { major: 4, name: 'openai-4' },
  { major: 5, name: 'openai-5' },
  { major: 6, name: 'openai-6' },
  { major: 7, name: 'openai' },
];

export interface Sent {
  readonly method: string;
  readonly host: string;
  readonly path: string;
  /** Those that carry OpenAI's name, in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Readonly<Record<string, unknown>> | null;
}
export type Outcome = { readonly sent: readonly Sent[]; readonly error: string | null };

/** A program in the one form in which it is run. */
export interface Subject {
  readonly program: Program;
  readonly language: Language;
  readonly code: string;
}

export function subjectOf(program: Program): Subject {
  const forms = formsOf(program);
  return { program, ...(forms.find(({ language }) => language === 'js') ?? forms[0]!) };
}

/** File name and JavaScript of a program. */
export function runnable({ program, language }: Subject, code: string, index: number): [string, string] {
  const text = `${code}\n${program.run ?? ''}\n`;
  if (language !== 'ts') return [`${index}.${language === 'cjs' ? 'cjs' : 'mjs'}`, text];
  const isCommonJs = /import \w+ = require/.test(code);
  const module = isCommonJs ? ts.ModuleKind.CommonJS : ts.ModuleKind.ESNext;
  const { outputText } = ts.transpileModule(text, {
    compilerOptions: { target: ts.ScriptTarget.ES2022, module },
  });
  return [`${index}.${isCommonJs ? 'cjs' : 'mjs'}`, outputText];
}

/** Runs programs against one version; outcomes by the programs' indexes. */
export function run(major: number, name: string, codes: readonly [string, string][]): Outcome[] {
  const folder = mkdtempSync(path.join(tmpdir(), 'wire-'));
  try {
    mkdirSync(path.join(folder, 'node_modules'));
    symlinkSync(path.join(ROOT, 'node_modules', name), path.join(folder, 'node_modules/openai'), 'junction');
    writeFileSync(path.join(folder, 'prelude.mjs'), `import 'openai/shims/web';\n`);
    for (const [file, code] of codes) writeFileSync(path.join(folder, file), code);
    const { stdout, stderr } = spawnSync(process.execPath, [RUNNER, folder, String(major)], {
      encoding: 'utf8',
      maxBuffer: 64e6,
      timeout: 120_000,
    });
    if (!stdout) throw new Error(stderr);
    const found = JSON.parse(stdout.slice(stdout.indexOf('{"'))) as Record<string, Outcome>;
    return codes.map(([file]) => found[file]!);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** What the analysis says of a program. */
export function factsOf({ code, language }: Subject): Facts {
  const filename = { ts: 'file.ts', js: 'file.mjs', cjs: 'file.cjs' }[language];
  const parsed = parseFile(code, filename);
  if (!parsed.ok) throw new Error(parsed.message);
  return factsInFile({ ...parsed, text: code }, filename, readSettings({}));
}
