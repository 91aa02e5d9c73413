import { expect } from 'vitest';
import { fixed, lint, ruleIds, type Language, type LintOptions } from '../lint.js';

/** A program, in the languages in which it exists, with what is said of which line: `2 no-file-upload`. */
export interface Case {
  readonly name: string;
  readonly code: string;
  readonly findings: readonly string[];
  readonly only?: readonly Language[];
  readonly settings?: Readonly<Record<string, unknown>>;
  /** The text after all fixes and suggestions. */
  readonly fixed?: string;
}

export const RESPONSES = 'https://api.openai.com/v1/responses';
export const BODY = `{ model: 'gpt-5.5', input: 'Hi' }`;
export const POST = `{ method: 'POST', body: JSON.stringify(${BODY}) }`;
export const MISSING = 'require-store-false';

export function expectFindings(one: Case): void {
  for (const language of one.only ?? (['ts', 'js'] as const)) {
    const options: LintOptions = one.settings ? { settings: one.settings } : {};
    const messages = lint(one.code, language, options);
    const found = messages.map((message, i) => `${message.line} ${ruleIds(messages)[i]!}`);
    expect(found, language).toEqual(one.findings);
    if (one.fixed !== undefined) expect(fixed(one.code, language, options)).toBe(one.fixed);
  }
}
