import { readFileSync } from 'node:fs';
import type { Linter } from 'eslint';
import { describe, expect, it } from 'vitest';
import plugin from '../../src/index.js';
import { hazards } from './hazards.js';
import { lint, ruleIds, type Language } from './lint.js';
import { formsOf, programs } from './programs.js';
import { traps } from './traps.js';

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

describe('every spelling of another hazard is found by its rule, and by no other', () => {
  const rules = plugin.configs.strict.rules as Linter.RulesRecord;
  for (const hazard of hazards) {
    for (const { language, code } of formsOf(hazard)) {
      it(`${hazard.name} (${language})`, () => {
        expect(ruleIds(lint(code, language, { rules })), code).toEqual([hazard.rule]);
      });
    }
  }
});

describe('what only looks like a hazard is not reported', () => {
  for (const trap of traps) {
    for (const { language, code } of formsOf(trap)) {
      it(`${trap.name} (${language})`, () => {
        expect(lint(code, language)).toEqual([]);
      });
    }
  }
});

describe('known limits', () => {
  const text = readFileSync(new URL('../../docs/limits.md', import.meta.url), 'utf8');
  const sections = text.split(/^## /m).slice(1);
  const [, second = ''] = text.split(/^# What may be taken for clean$/m);
  const clean = second.split(/^## /m).slice(1);

  it('have a second list', () => {
    expect(clean.length).toBeGreaterThan(3);
  });

  it('are numbered without gaps', () => {
    const numbers = sections.map((section) => Number.parseInt(section, 10));
    expect(numbers).toEqual(sections.map((_section, i) => i + 1));
  });

  for (const section of sections) {
    const blocks = [...section.matchAll(/^```(js|ts)\n(.*?)^```/gms)];
    it(`${section.slice(0, section.indexOf('\n'))}`, () => {
      expect(blocks.length).toBeGreaterThan(0);
      for (const [, language, code] of blocks) expect(lint(code!, language as Language)).toEqual([]);
      // What may be taken for clean is not even doubted.
      const rules = plugin.configs.strict.rules as Linter.RulesRecord;
      if (clean.includes(section))
        for (const [, language, code] of blocks)
          expect(lint(code!, language as Language, { rules })).toEqual([]);
    });
  }
});
