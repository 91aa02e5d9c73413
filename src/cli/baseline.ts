/** Findings that a project has accepted for now: a file to commit, which can only shrink by itself. */
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { reason } from './files.js';
import type { Finding } from './formats/findings.js';

/** Findings that are alike: of one rule, in one file, in calls with the same text. */
interface Accepted {
  readonly file: string;
  readonly rule: string;
  readonly text: string;
  readonly count: number;
}

export interface Baseline {
  readonly version: 1;
  readonly findings: readonly Accepted[];
}

/** Of a longer line the beginning is written, and a hash of the whole. */
const MAX_TEXT = 160;

/**
 * Reads a baseline; one that does not exist is empty.
 *
 * @throws Error with a sentence for the user
 */
export async function readBaseline(file: string): Promise<Baseline> {
  let text: string;
  try {
    text = await readFile(file, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return { version: 1, findings: [] };
    throw new Error(`${file}: ${reason(error)}`, { cause: error });
  }
  let found: Partial<Baseline> | null;
  try {
    found = JSON.parse(text) as Partial<Baseline> | null;
  } catch (error) {
    throw new Error(`${file}: ${(error as Error).message}`, { cause: error });
  }
  if (found?.version !== 1 || !Array.isArray(found.findings) || !found.findings.every(isAccepted))
    throw new Error(`${file}: not a baseline; write one with --update-baseline`);
  return found as Baseline;
}

export interface Compared {
  /** Findings that the baseline does not hold. */
  readonly fresh: ReadonlySet<Finding>;
  readonly accepted: number;
  /** What the baseline holds and is no longer there, in files that were looked at. */
  readonly gone: readonly Accepted[];
}

/** @param isLookedAt whether a file was checked, or is no longer there */
export function comparedWith(
  { findings: known }: Baseline,
  findings: readonly Finding[],
  isLookedAt: (file: string) => boolean,
): Compared {
  const left = new Map(known.map((accepted) => [keyOf(accepted), accepted.count]));
  const fresh = new Set<Finding>();
  for (const finding of findings) {
    const key = keyOf(finding);
    const count = left.get(key) ?? 0;
    if (count > 0) left.set(key, count - 1);
    else fresh.add(finding);
  }
  const gone = known.flatMap((accepted) => {
    const count = left.get(keyOf(accepted)) ?? 0;
    return count > 0 && isLookedAt(accepted.file) ? [{ ...accepted, count }] : [];
  });
  return { fresh, accepted: findings.length - fresh.size, gone };
}

/** The baseline of what was found; files that were not looked at keep theirs. Parse errors cannot be accepted. */
export function baselineOf(
  findings: readonly Finding[],
  before: Baseline,
  isLookedAt: (file: string) => boolean,
): Baseline {
  const groups = new Map<string, Accepted>();
  for (const { file, rule, text, message } of findings) {
    if (message.fatal) continue;
    const entry = { file, rule, text: shortened(text), count: 1 };
    const known = groups.get(keyOf(entry));
    groups.set(keyOf(entry), known ? { ...known, count: known.count + 1 } : entry);
  }
  const kept = before.findings.filter(({ file }) => !isLookedAt(file));
  return {
    version: 1,
    findings: [...kept, ...groups.values()].sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1)),
  };
}

function keyOf({ file, rule, text }: Pick<Accepted, 'file' | 'rule' | 'text'>): string {
  return JSON.stringify([file, rule, shortened(text)]);
}

function shortened(text: string): string {
  if (text.length <= MAX_TEXT) return text;
  const hash = createHash('sha256').update(text).digest('hex').slice(0, 16);
  return `${text.slice(0, MAX_TEXT - hash.length - 1)}…${hash}`;
}

function isAccepted(entry: unknown): entry is Accepted {
  const { file, rule, text, count } = (entry ?? {}) as Partial<Record<keyof Accepted, unknown>>;
  return [file, rule, text].every((part) => typeof part === 'string') && Number.isInteger(count);
}
