import type { PackedCatalog, PackedOperation } from '../../src/catalog/packed.js';
import type { MethodFacts, VersionFacts } from './facts.js';

/** Folds the facts of all versions, oldest first, into the table that the plugin ships. */
export function mergeVersions(versions: readonly VersionFacts[]): PackedCatalog {
  const lists = new NameLists();
  const current = versions.filter((facts) => facts.major >= 4);
  const legacy = versions.filter((facts) => facts.major < 4);
  return {
    versions: versions.map((facts) => facts.version),
    clientOptions: union(current.map((facts) => facts.clientOptions)).join(' '),
    requestOptions: union(current.map((facts) => facts.requestOptions)).join(' '),
    resources: mergedResources(current),
    operations: mergedOperations(current, lists),
    legacyOperations: mergedOperations(legacy, lists),
    names: lists.all,
  };
}

/** Lists of names, each stored once; many methods take the same parameters. */
class NameLists {
  readonly all: string[] = [''];

  indexOf(names: readonly string[]): number {
    const list = names.join(' ');
    const known = this.all.indexOf(list);
    return known < 0 ? this.all.push(list) - 1 : known;
  }
}

/** One method in one version. */
interface Occurrence {
  readonly major: number;
  readonly facts: MethodFacts;
}

function mergedOperations(
  versions: readonly VersionFacts[],
  lists: NameLists,
): Record<string, PackedOperation> {
  const occurrences = new Map<string, Occurrence[]>();
  for (const { major, methods } of versions) {
    for (const facts of methods) {
      const known = occurrences.get(facts.name) ?? [];
      occurrences.set(facts.name, [...known, { major, facts }]);
    }
  }
  const sorted = [...occurrences].sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(sorted.map(([name, list]) => [name, packedOperation(list, lists)]));
}

function packedOperation(occurrences: readonly Occurrence[], lists: NameLists): PackedOperation {
  // The newest version comes first: its endpoint is the one that calls reach today.
  const newestFirst = occurrences.map(({ facts }) => facts).reverse();
  const positional = newestFirst[0]!.positional?.join(' ');
  return [
    union(occurrences.map(({ major }) => [String(major)])).join(''),
    [...new Set(newestFirst.flatMap((facts) => facts.calls))].join(','),
    packedArguments(occurrences),
    lists.indexOf(union(newestFirst.map((facts) => facts.bodyNames))),
    lists.indexOf(union(newestFirst.map((facts) => facts.queryNames))),
    ...(positional === undefined ? ([] as const) : ([positional] as const)),
  ];
}

/** `<body> <options>`, and both again for major 4 where they differ; `-` stands for none. */
function packedArguments(occurrences: readonly Occurrence[]): string {
  const newest = occurrences.at(-1)!;
  // Positions changed with 5.0; within a major, only arguments were added, so its last version says most.
  const newestIn4 = occurrences.filter(({ major }) => major === 4).at(-1) ?? newest;
  for (const occurrence of occurrences) {
    checkBodyPosition(occurrence, occurrence.major === 4 ? newestIn4 : newest);
  }
  const positions = argumentPositions(newest);
  const positionsIn4 = argumentPositions(newestIn4);
  return positionsIn4 === positions ? positions : `${positions} ${positionsIn4}`;
}

/**
 * One position has to serve a whole range of versions; if an SDK breaks that, the catalog needs another form.
 */
function checkBodyPosition(found: Occurrence, expected: Occurrence): void {
  const position = found.facts.bodyArgument;
  if (position === undefined || position === expected.facts.bodyArgument) return;
  throw new Error(
    `${found.facts.name}: the body is argument ${position} in one version of ${found.major} only`,
  );
}

function argumentPositions({ facts }: Occurrence): string {
  return `${facts.bodyArgument ?? '-'} ${facts.optionsArgument ?? '-'}`;
}

/** `path → '<file> <class>,…'`, for the resources that lead to an operation. */
function mergedResources(versions: readonly VersionFacts[]): Record<string, string> {
  const names = versions.flatMap(({ methods }) => methods.map((method) => method.name));
  const resources = versions.flatMap((facts) => facts.resources);
  const paths = union([resources.map(({ path }) => path)]);
  const leading = paths.filter((path) => names.some((name) => name.startsWith(`${path}.`)));
  return Object.fromEntries(
    leading.map((path) => {
      const classes = resources.filter((resource) => resource.path === path);
      return [path, union([classes.map(({ file, className }) => `${file} ${className}`)]).join(',')];
    }),
  );
}

function union(lists: readonly (readonly string[])[]): string[] {
  return [...new Set(lists.flat())].sort();
}
