import { statSync, type Stats } from 'node:fs';

/** What a path is; `undefined` where nothing is there, also below a file: code blocks have names such as `README.md/0.js`. */
export function statOf(path: string): Stats | undefined {
  try {
    return statSync(path, { throwIfNoEntry: false });
  } catch {
    return undefined;
  }
}
