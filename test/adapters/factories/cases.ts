import { expect } from 'vitest';
import { lint, ruleIds, type Language, type LintOptions } from '../lint.js';

/** A program, and what the preset says of it: `rule:line`, in order; without `says` it must be silent. */
export interface Case extends LintOptions {
  readonly code: string;
  readonly says?: readonly string[];
  /** Parts of the messages, in order. */
  readonly tells?: readonly RegExp[];
  /** Without it TypeScript and JavaScript. */
  readonly only?: readonly Language[];
}

export const both: readonly Language[] = ['ts', 'js'];

/** Lints a program in each of its languages and compares. */
export function check({ code, says = [], tells = [], only = both, ...options }: Case): void {
  for (const language of only) {
    const messages = lint(code, language, options);
    const found = messages.map((message) => `${ruleIds([message])[0]!}:${message.line}`);
    expect(found, language).toEqual(says);
    for (const [i, part] of tells.entries()) expect(messages[i]!.message).toMatch(part);
  }
}
