import { Linter } from 'eslint';
import { describe, expect, it } from 'vitest';
import { rules } from '../rules/index.js';
import plugin from '../src/index.js';
import { programsOf, rows } from './row-programs.js';

/**
 * For every row that a rule owns, the smallest program that does what the row speaks of; the rule has to report it. So
 * no row can promise what no rule sees.
 */
/** Rows that no program of this kind can show, each with the reason. A row that is reported after all must go. */
const NOT_SHOWN: Readonly<Record<string, string>> = {
  'endpoint:/prompts':
    'no version of the SDK calls it, and raw requests are read by the catalog of its calls',
};

const owned = rows.filter(
  ({ owner, confidence }) => owner !== null && owner in rules && confidence !== 'low',
);

function rulesReporting(code: string): readonly (string | null)[] {
  const found = new Linter().verify(code, [plugin.configs.all], 'program.js');
  return found.map(({ ruleId, fatal, message }) => (fatal ? message : ruleId));
}

describe('a row of the policy is reported by the rule that owns it', () => {
  it.each(owned.map((row) => [row.id, row] as const))('%s', (id, row) => {
    const programs = programsOf(row);
    const silent = programs.filter((code) => !rulesReporting(code).includes(`openai-zdr/${row.owner}`));
    if (id in NOT_SHOWN) {
      // The reason must still hold.
      expect(silent.length, NOT_SHOWN[id]).toBe(programs.length);
    } else {
      expect(programs).not.toEqual([]);
      expect(silent).toEqual([]);
    }
  });

  it('except for rows that are there, with a reason', () => {
    expect(Object.keys(NOT_SHOWN).filter((id) => !owned.some((row) => row.id === id))).toEqual([]);
  });
});

describe("a row that is eligible, or of low confidence, is no rule's cause", () => {
  const quiet = rows.filter(
    ({ owner, confidence, kind }) =>
      (kind === 'endpoint' || kind === 'tool') && (owner === null || confidence === 'low'),
  );
  /** What a request leaves out is another row's matter, and that a row is doubtful is no proof. */
  const OTHER = new Set(['openai-zdr/require-store-false', 'openai-zdr/no-unproven-request']);

  it.each(quiet.map((row) => [row.id, row] as const))('%s', (_id, row) => {
    for (const code of programsOf(row)) {
      expect(
        rulesReporting(code).filter((rule) => !OTHER.has(rule ?? '')),
        code,
      ).toEqual([]);
    }
  });
});
