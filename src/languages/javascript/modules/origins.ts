import { FileMemo, textIn } from '../../../util/file-memo.js';
import { importedIn, MAX_SIZE } from './follow.js';
import { resolveImport } from './resolve.js';

/** Modules that are looked at for one file; behind more of them everything is taken for possible. */
const MAX_MODULES = 300;
/** How long it holds that nothing comes from a module. In milliseconds: files change, but not while one is linted. */
const LIFE = 500;

/**
 * Which files may be handed something that others make, by the texts of the modules that they import, and of those that
 * these import.
 */
export class Origins {
  readonly #modules = new FileMemo((file) => {
    const text = textIn(file);
    return text === null ? null : { isOrigin: this.isOrigin(text), imports: importedIn(text) };
  }, MAX_SIZE);
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
      const module = this.#modules.of(target);
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
}
