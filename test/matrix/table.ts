import type { HarmlessOutcome, KeptOutcome, Workspace } from './outcomes.js';
import { kinds, type Kind } from './way.js';
import { groups } from './ways/index.js';

/** An outcome that is not the best one; `reported` is that of a harmless twin. */
export type Fault = Exclude<KeptOutcome, 'found'> | Exclude<HarmlessOutcome, 'quiet'>;

/** Way, kind of value, outcome, reason. */
export type Known = readonly [way: string, kind: Kind, outcome: Fault, reason: string];

/** What is compared; reasons are for people. */
export function keyOf([way, kind, outcome]: Known): string {
  return `${way} / ${kind}: ${outcome}`;
}

/** All faults of a group of ways. */
export function faultsOf(group: string, workspace: Workspace): readonly Known[] {
  return groups[group]!.flatMap((way) =>
    (way.kinds ?? kinds).flatMap((kind) => {
      const found: Known[] = [];
      const kept = workspace.kept(way, kind);
      if (kept.outcome !== 'found') found.push([way.name, kind, kept.outcome, kept.reason]);
      const harmless = workspace.harmless(way, kind);
      if (harmless.outcome !== 'quiet') found.push([way.name, kind, harmless.outcome, harmless.reason]);
      return found;
    }),
  );
}

/** How many programs there are of each kind of value. */
export function programsByKind(): Readonly<Record<Kind, number>> {
  const ways = Object.values(groups).flat();
  const count = (kind: Kind) => ways.filter((way) => (way.kinds ?? kinds).includes(kind)).length;
  return Object.fromEntries(kinds.map((kind) => [kind, count(kind)])) as Record<Kind, number>;
}

/** The share of each outcome, by kinds and over all, as lines of text. */
export function totals(faults: readonly Known[]): string {
  const programs = programsByKind();
  const line = (name: string, count: number, own: readonly Known[]) => {
    const numberOf = (fault: Fault) => own.filter(([, , outcome]) => outcome === fault).length;
    const share = (number: number) => `${((100 * number) / count).toFixed(1)} %`.padStart(7);
    const found = count - numberOf('misplaced') - numberOf('unproven') - numberOf('silent');
    return [
      name.padEnd(8),
      `${String(count).padStart(5)} programs`,
      `found ${share(found)}`,
      `misplaced ${share(numberOf('misplaced'))}`,
      `unproven ${share(numberOf('unproven'))}`,
      `silent ${share(numberOf('silent'))} (${numberOf('silent')})`,
      `twins reported ${numberOf('reported')}`,
    ].join('  ');
  };
  const all = Object.values(programs).reduce((sum, count) => sum + count, 0);
  return [
    ...kinds.map((kind) =>
      line(
        kind,
        programs[kind],
        faults.filter(([, of]) => of === kind),
      ),
    ),
    line('all', all, faults),
  ].join('\n');
}
