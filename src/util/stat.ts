import { statSync, type Stats } from 'node:fs';

const known = new Map<string, Stats | undefined>();

/**
 * What a path is; `undefined` where nothing is there, also below a file: code blocks have names such as `README.md/0.js`.
 * It is looked up once for each analysis.
 */
export function statOf(path: string): Stats | undefined {
  if (known.has(path)) return known.get(path);
  const stat = lookedUp(path);
  known.set(path, stat);
  return stat;
}

function lookedUp(path: string): Stats | undefined {
  try {
    return statSync(path, { throwIfNoEntry: false });
  } catch {
    return undefined;
  }
}

/** Looks everything up anew from here on: files may have changed since the last analysis. */
export function forgetStats(): void {
  known.clear();
}
