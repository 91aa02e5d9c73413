/**
 * The reader against reality: programs that build an options object are run, and what reached `send` must be among what
 * was read at that `send`. The programs are the same in every run, so that a change is judged by itself;
 * `ORACLE_SEED=random ORACLE_RUNS=50000 npx vitest run test/oracle/reader.test.ts` looks for new ones. A failure prints
 * the seed, and `ORACLE_SEED` repeats it.
 */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compare, explained } from './compare.js';
import { anyProgram, deepPaths, roundaboutProgram, straightProgram, type Program } from './programs.js';

const RUNS = Number(process.env['ORACLE_RUNS'] ?? 1200);
const SEED = process.env['ORACLE_SEED'] ?? '20261122';
const TIMEOUT = 60_000 + RUNS * 100;

interface Share {
  readings: number;
  known: number;
  exact: number;
}

/** Checks every program, and counts how much was known of what it sends. */
function check(programs: fc.Arbitrary<Program>, numRuns: number): Share {
  const share: Share = { readings: 0, known: 0, exact: 0 };
  const seed = SEED === 'random' ? {} : { seed: Number(SEED) };
  fc.assert(
    fc.property(programs, (program) => {
      const comparisons = compare(program, deepPaths);
      for (const { reading, path } of comparisons) {
        // What is read of a list is what any of its elements may have.
        if (path.includes('[*]')) continue;
        share.readings++;
        const isKnown = reading.every(({ kind }) => kind !== 'unknown');
        share.known += Number(isKnown);
        share.exact += Number(isKnown && reading.length === 1);
      }
      const wrong = comparisons.filter(({ missed }) => missed.length > 0);
      if (wrong.length > 0) throw new Error([program.typed, ...wrong.map(explained)].join('\n'));
    }),
    { numRuns, ...seed },
  );
  return share;
}

const percent = (part: number, whole: number) => Math.round((1000 * part) / whole) / 10;

describe('what is read is what happens', () => {
  it(`in programs with branches, loops and functions`, { timeout: TIMEOUT }, () => {
    const { readings, known } = check(anyProgram(), RUNS);
    console.log(`branching: ${readings} readings, ${percent(known, readings)} % without an unknown`);
    expect(percent(known, readings)).toBeGreaterThan(KNOWN_WITH_BRANCHES);
  });

  it('in programs that change objects in roundabout ways', { timeout: TIMEOUT }, () => {
    const { readings, known } = check(roundaboutProgram(), RUNS);
    console.log(`roundabout: ${readings} readings, ${percent(known, readings)} % without an unknown`);
    expect(percent(known, readings)).toBeGreaterThan(KNOWN_ROUNDABOUT);
  });

  it('in programs in which one thing can happen', { timeout: TIMEOUT }, () => {
    const { readings, known, exact } = check(straightProgram(), RUNS);
    console.log(
      `straight: ${readings} readings, ${percent(known, readings)} % without an unknown, ${percent(exact, readings)} % exactly one`,
    );
    expect(percent(known, readings)).toBeGreaterThan(KNOWN_STRAIGHT);
    expect(percent(exact, readings)).toBeGreaterThan(EXACT_STRAIGHT);
  });
});

/** Floors, a little below what is measured: a change of the reader must not make it vague. */
const KNOWN_WITH_BRANCHES = 83;
const KNOWN_ROUNDABOUT = 70;
const KNOWN_STRAIGHT = 90;
const EXACT_STRAIGHT = 85;
