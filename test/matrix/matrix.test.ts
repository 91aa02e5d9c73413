import { afterAll, describe, expect, it } from 'vitest';
import { known } from './known.js';
import { Workspace } from './outcomes.js';
import { faultsOf, keyOf, totals, type Known } from './table.js';
import { groups } from './ways/index.js';

const HINT = 'If it became better, or `known.ts` conflicts: npx tsx test/matrix/update.ts';

const workspace = new Workspace();
const measured: Known[] = [];

afterAll(() => {
  workspace.remove();
  console.log(totals(measured));
});

describe('each way of each kind of value has the outcome that is known', () => {
  it.each(Object.keys(groups))('%s', (group) => {
    const faults = faultsOf(group, workspace);
    measured.push(...faults);
    const names = new Set(groups[group]!.map(({ name }) => name));
    const expected = known.filter(([way]) => names.has(way));
    expect(faults.map(keyOf).toSorted(), HINT).toEqual(expected.map(keyOf).toSorted());
  });
});

describe('what is known', () => {
  it('is of ways that there are', () => {
    const names = new Set(Object.values(groups).flatMap((group) => group.map(({ name }) => name)));
    expect(known.filter(([way]) => !names.has(way))).toEqual([]);
  });
});
