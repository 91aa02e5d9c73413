/** Checks single programs: what came out of a run must be among what was read. */
import { describe, expect, it } from 'vitest';
import { compare, explained } from './compare.js';
import { deepPaths } from './programs.js';

export function checkCases(groups: Readonly<Record<string, readonly string[]>>): void {
  for (const [group, programs] of Object.entries(groups)) {
    describe(group, () => {
      it.each(programs)('%s', (program) => {
        const comparisons = compare({ typed: program, plain: program }, deepPaths);
        expect(comparisons.length).toBeGreaterThan(0);
        expect(comparisons.filter(({ missed }) => missed.length > 0).map(explained)).toEqual([]);
      });
    });
  }
}
