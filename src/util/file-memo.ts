import { readFileSync } from 'node:fs';
import { statOf } from './stat.js';

interface Made<T> {
  readonly time: number;
  readonly size: number;
  readonly value: T;
}

/** What is made of files, of each once, and anew when its time or size has changed, so that an editor sees new content. */
export class FileMemo<T> {
  /** The least recently used first, where only some are kept. */
  readonly #made = new Map<string, Made<T>>();

  /**
   * @param maxSize in bytes; larger files count as not there
   * @param maxFiles of how many files what was made is kept
   */
  constructor(
    readonly make: (file: string) => T,
    readonly maxSize = Infinity,
    readonly maxFiles = Infinity,
  ) {}

  /** `null` where there is no such file, or where it is too large. */
  of(file: string): T | null {
    const stat = statOf(file);
    if (!stat?.isFile() || stat.size > this.maxSize) return null;
    const known = this.#made.get(file);
    const isFresh = known?.time === stat.mtimeMs && known.size === stat.size;
    const entry = isFresh ? known : { time: stat.mtimeMs, size: stat.size, value: this.make(file) };
    if (this.maxFiles < Infinity) this.#made.delete(file);
    this.#made.set(file, entry);
    if (this.#made.size > this.maxFiles) this.#made.delete(this.#made.keys().next().value!);
    return entry.value;
  }
}

/** A file's text; `null` where it cannot be read. */
export function textIn(file: string): string | null {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return null;
  }
}
