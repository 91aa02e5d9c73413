/** Major, minor, patch. */
export type Version = readonly [number, number, number];

/** Versions from the first on, up to but without the second. */
export type Interval = readonly [Version, Version];

const ENDLESS: Version = [Infinity, 0, 0];

/** Is something that holds for some versions true for all that a file may run with, for none, or for a part? */
export function holdsFor(versions: readonly Interval[], where: Interval): 'all' | 'none' | 'some' {
  const isInside = ([from, before]: Interval) =>
    compare(from, where[0]) >= 0 && compare(before, where[1]) <= 0;
  const isOutside = ([from, before]: Interval) =>
    compare(before, where[0]) <= 0 || compare(from, where[1]) >= 0;
  if (versions.every(isInside)) return 'all';
  return versions.every(isOutside) ? 'none' : 'some';
}

/**
 * The intervals that a range of package.json means; `null` for what is no range of versions (`catalog:`, `latest`, a
 * branch). Versions before a release (`7.0.0-beta.1`) count as the release.
 */
export function rangeOf(text: string, name = 'openai'): readonly Interval[] | null {
  const range = text.trim().replace(`npm:${name}@`, '');
  const alternatives = range.split('||').map((part) => intervalOf(part.trim()));
  return alternatives.every((interval) => interval !== null) ? alternatives : null;
}

const VERSION = String.raw`[v=]?(\d+|[xX*])(?:\.(\d+|[xX*]))?(?:\.(\d+|[xX*]))?(?:[-+][\w.+-]+)?`;
const COMPARATOR = new RegExp(String.raw`^(\^|~>?|>=|<=|>|<|)\s*${VERSION}$`);
const HYPHEN = new RegExp(`^(${VERSION})\\s+-\\s+(${VERSION})$`);

const PLAIN_VERSION = VERSION.replaceAll('(\\d', '(?:\\d');
const SIGNED = String.raw`(?:(?:\^|~>?|[<>]=?)\s*)?${PLAIN_VERSION}`;
const ALL_OF = String.raw`(?:${PLAIN_VERSION}\s+-\s+${PLAIN_VERSION}|${SIGNED}(?:\s+${SIGNED})*)`;
/** Texts of which `rangeOf` knows the versions: `^5`, `>=4.36 <5 || 6.x`, `7.57.0`. */
export const RANGE = new RegExp(String.raw`^\s*${ALL_OF}(?:\s*\|\|\s*${ALL_OF})*\s*$`);

function intervalOf(text: string): Interval | null {
  const hyphen = HYPHEN.exec(text);
  const parts = hyphen
    ? [`>=${hyphen[1]!}`, `<=${hyphen[5]!}`]
    : text.replaceAll(/(\^|~>?|[<>]=?|=)\s+/g, '$1').split(/\s+/);
  let from: Version = [0, 0, 0];
  let before = ENDLESS;
  for (const part of parts) {
    const interval = part === '' ? ([from, before] as const) : comparatorInterval(part);
    if (!interval) return null;
    if (compare(interval[0], from) > 0) from = interval[0];
    if (compare(interval[1], before) < 0) before = interval[1];
  }
  return [from, before];
}

/** `^6.1.0`, `~6.1`, `>=5`, `6.x`, `6.49.0` */
function comparatorInterval(text: string): Interval | null {
  const match = COMPARATOR.exec(text);
  if (!match) return null;
  const [, sign, ...written] = match;
  const numbers = written.map((part) => (part === undefined || /[xX*]/.test(part) ? null : Number(part)));
  const firstOpen = numbers.indexOf(null);
  const isWhole = firstOpen < 0;
  const from: Version = [numbers[0] ?? 0, numbers[1] ?? 0, numbers[2] ?? 0];
  if (firstOpen === 0) return [[0, 0, 0], ENDLESS];
  // The first version behind all that the written numbers mean: 6.1 ends before 6.2.0, 6.1.2 before 6.1.3.
  const end = raised(from, isWhole ? 2 : firstOpen - 1);
  switch (sign) {
    case '^':
      return [from, raised(from, from[0] > 0 || numbers[1] === null ? 0 : from[1] > 0 ? 1 : 2)];
    case '~':
    case '~>':
      return [from, raised(from, numbers[1] === null ? 0 : 1)];
    case '>=':
      return [from, ENDLESS];
    case '>':
      return [end, ENDLESS];
    case '<':
      return [[0, 0, 0], from];
    case '<=':
      return [[0, 0, 0], end];
    default:
      return [from, end];
  }
}

/** The next version at a place: 6.1.2 raised at 1 is 6.2.0. */
function raised(version: Version, place: number): Version {
  return version.map((part, at) => (at < place ? part : at === place ? part + 1 : 0)) as unknown as Version;
}

function compare(one: Version, other: Version): number {
  for (const [at, part] of one.entries()) {
    if (part !== other[at]) return part < other[at]! ? -1 : 1;
  }
  return 0;
}
