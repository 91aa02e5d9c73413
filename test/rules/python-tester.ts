/** Runs one rule's cases on Python programs through ESLint's rule tester. */
import { RuleTester } from 'eslint';
import { afterAll, describe, it } from 'vitest';
import { rules } from '../../rules/index.js';
import plugin from '../../src/index.js';

Object.assign(RuleTester, { describe, it, itOnly: it.only, afterAll });

export interface PythonCase {
  readonly name: string;
  readonly code: string;
}

export interface InvalidPythonCase extends PythonCase {
  readonly errors: readonly {
    readonly messageId: string;
    readonly line: number;
    readonly suggestions?: readonly { readonly messageId: string; readonly output: string }[];
  }[];
  /** The program after one round of fixes; `null` where nothing is fixed. */
  readonly output: string | null;
}

export function testPythonRule(
  name: keyof typeof rules,
  cases: { readonly valid: readonly PythonCase[]; readonly invalid: readonly InvalidPythonCase[] },
): void {
  const tester = new RuleTester({
    plugins: { 'openai-zdr': plugin },
    language: 'openai-zdr/python',
  } as never);
  const messages = rules[name]!.meta.messages as Readonly<Record<string, string>>;
  const inFile = (one: PythonCase) => ({ ...one, filename: 'program.py' });
  tester.run(name, rules[name] as never, {
    valid: cases.valid.map(inFile) as never,
    invalid: cases.invalid.map((one) => ({
      ...inFile(one),
      errors: one.errors.map(({ messageId, line, suggestions = [] }) => ({
        message: patternOf(messages[messageId]!),
        line,
        suggestions: suggestions.map(({ messageId: id, output }) => ({ desc: messages[id], output })),
      })),
    })) as never,
  });
}

/** What a message looks like, with any data: messages about Python are spelled anew, so they have no id. */
function patternOf(message: string): RegExp {
  const parts = message.split(/\{\{\w+\}\}/).map((part) => part.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(`^${parts.join('.+')}$`, 's');
}
