import { describe, expect, it } from 'vitest';
import { lint, ruleIds } from './lint.js';
import { formsOf, programs } from './programs.js';

describe('every spelling of a request that leaves store out is found', () => {
  for (const program of programs) {
    for (const { language, code } of formsOf(program)) {
      it(`${program.name} (${language})`, () => {
        const expected = Array.from({ length: program.reports ?? 1 }, () => 'require-store-false');
        expect(ruleIds(lint(code, language))).toEqual(expected);
      });
    }
  }
});
