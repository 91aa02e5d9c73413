import { readFileSync } from 'node:fs';
import { statOf } from '../util/stat.js';
import { importedIn } from './follow.js';
import { resolveImport } from './resolve.js';

/** Modules that are looked at for one file; behind more of them everything is taken for possible. */
const MAX_MODULES = 300;
/** Larger files are generated or bundled. In bytes. */
const MAX_SIZE = 1_000_000;
/** How long it holds that nothing comes from a module. In milliseconds: files change, but not while one is linted. */
const LIFE = 500;

interface Known {
  readonly time: number;
  readonly size: number;
  readonly isOrigin: boolean;
  readonly imports: readonly string[];
}

/**
 * Which files may be handed something that others make, by the texts of the modules that they import, and of those that
 * these import. Modules are read once in a process and anew when they change.
 */
export class Origins {
  readonly #known = new Map<string, Known | null>();
  /** Until when it holds that no origin is behind a module. */
  readonly #clean = new Map<string, number>();

  /**
   * @param isOrigin tells by its text whether a module makes what is looked for
   * @param isFollowed `false` for packages
   */
  constructor(
    readonly isOrigin: (text: string) => boolean,
    readonly isFollowed: (specifier: string) => boolean,
  ) {}

  /** Is an origin behind the imports of a text? */
  isBehind(text: string, file: string): boolean {
    return this.#isAmong(this.#targets(importedIn(text), file));
  }

  /** Is the module that an import means an origin, or is one behind it? */
  isThrough(specifier: string, from: string): boolean {
    return this.#isAmong(this.#targets([specifier], from));
  }

  #isAmong(queue: string[]): boolean {
    const now = Date.now();
    const seen = new Set<string>();
    for (let target = queue.pop(); target !== undefined; target = queue.pop()) {
      if (seen.has(target) || (this.#clean.get(target) ?? 0) > now) continue;
      seen.add(target);
      const module = this.#module(target);
      if (module?.isOrigin || seen.size > MAX_MODULES) return true;
      if (module) queue.push(...this.#targets(module.imports, target));
    }
    // All that is behind any of them was seen.
    for (const target of seen) this.#clean.set(target, now + LIFE);
    return false;
  }

  #targets(specifiers: readonly string[], from: string): string[] {
    return specifiers.flatMap((specifier) =>
      this.isFollowed(specifier) ? (resolveImport(specifier, from) ?? []) : [],
    );
  }

  #module(file: string): Known | null {
    const stat = statOf(file);
    const known = this.#known.get(file);
    if (known !== undefined && known?.time === stat?.mtimeMs && known?.size === stat?.size) return known;
    const module = stat?.isFile() && stat.size <= MAX_SIZE ? this.#read(file, stat.mtimeMs, stat.size) : null;
    this.#known.set(file, module);
    return module;
  }

  #read(file: string, time: number, size: number): Known | null {
    try {
      const text = readFileSync(file, 'utf8');
      return { time, size, isOrigin: this.isOrigin(text), imports: importedIn(text) };
    } catch {
      return null;
    }
  }
}
