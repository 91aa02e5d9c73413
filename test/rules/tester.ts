import { RuleTester as TypeScriptTester } from '@typescript-eslint/rule-tester';
import { RuleTester as JavaScriptTester } from 'eslint';
import { afterAll, describe, it } from 'vitest';
import { rules } from '../../rules/index.js';
import { policyAsOf, rowById } from '../../src/policy/index.js';

Object.assign(JavaScriptTester, { describe, it, itOnly: it.only, afterAll });

type Language = 'ts' | 'js' | 'cjs';

interface Common {
  readonly code: string;
  /** Without it `ts` and `js`. */
  readonly only?: readonly Language[];
  readonly options?: object;
  readonly settings?: object;
}

export interface Finding {
  readonly messageId: string;
  readonly data: Readonly<Record<string, string>>;
  /** The text after the one suggestion. */
  readonly suggestion?: {
    readonly messageId: string;
    readonly data?: Readonly<Record<string, string>>;
    readonly output: string;
  };
}

export interface Invalid extends Common {
  /** Each finding stands in the code between « and ». */
  readonly code: string;
  readonly findings: readonly Finding[];
  /** The text after the fix. */
  readonly output?: string;
}

export type Valid = string | Common;

/** Runs one rule's cases with typescript-eslint's parser, and with ESLint's own as a module and as CommonJS. */
export function testRule(
  name: keyof typeof rules,
  cases: { valid: readonly Valid[]; invalid: readonly Invalid[] },
): void {
  const valid = cases.valid.map((one) => (typeof one === 'string' ? { code: one } : one));
  for (const language of ['ts', 'js', 'cjs'] as const) {
    const isHere = ({ only = ['ts', 'js'] }: Common) => only.includes(language);
    const good = valid.filter(isHere).map((one) => common(one));
    const bad = cases.invalid.filter(isHere).map((one) => invalidCase(one));
    if (good.length + bad.length === 0) continue;
    describe(language, () => {
      const rule = rules[name] as never;
      const tests = { valid: good, invalid: bad } as never;
      if (language === 'ts') new TypeScriptTester().run(name, rule, tests);
      else {
        const sourceType = language === 'cjs' ? 'commonjs' : 'module';
        new JavaScriptTester({ languageOptions: { sourceType } }).run(name, rule, tests);
      }
    });
  }
}

function common({ code, options, settings }: Common) {
  return {
    code,
    ...(options ? { options: [options] } : {}),
    ...(settings ? { settings: { 'openai-zdr': settings } } : {}),
  };
}

function invalidCase(one: Invalid) {
  const { code, places } = unmarked(one.code);
  if (places.length !== one.findings.length) throw new Error(`${places.length} marks in ${one.code}`);
  const errors = one.findings.map(({ messageId, data, suggestion }, i) => ({
    messageId,
    data,
    ...places[i],
    ...(suggestion ? { suggestions: [suggestion] } : {}),
  }));
  return { ...common({ ...one, code }), errors, output: one.output ?? null };
}

/** Takes out « and » and tells where they stood. */
function unmarked(marked: string) {
  const places: { line: number; column: number; endLine: number; endColumn: number }[] = [];
  let code = '';
  let start = { line: 1, column: 1 };
  for (const char of marked) {
    const lines = code.split('\n');
    const here = { line: lines.length, column: lines.at(-1)!.length + 1 };
    if (char === '«') start = here;
    else if (char === '»') places.push({ ...start, endLine: here.line, endColumn: here.column });
    else code += char;
  }
  return { code, places };
}

/** What a message shows of a policy row. */
export function row(id: string): { keeps: string; remedy: string; asOf: string } {
  const found = rowById(id);
  if (!found) throw new Error(`No row ${id}`);
  const { keeps, remedy, asOf } = found;
  return { keeps, remedy, asOf };
}

/** The same where the settings say that ZDR does not apply. */
export function rowWithoutZdr(id: string): { keeps: string; remedy: string; asOf: string } {
  const shown = row(id);
  return { ...shown, keeps: rowById(id)?.otherwise ?? shown.keeps };
}

export const newest = policyAsOf().newest;

export const IMPORT = `import OpenAI from 'openai';\n`;
export const CLIENT = `${IMPORT}const client = new OpenAI();\n`;
export const REQUIRE = `const OpenAI = require('openai');\nconst client = new OpenAI();\n`;
/** A client of the same package that talks to another vendor. */
export const GROQ = `${IMPORT}const client = new OpenAI({ baseURL: 'https://api.groq.com/openai/v1' });\n`;
