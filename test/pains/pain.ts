import type { Language } from '../adapters/lint.js';

/**
 * What hurts people who work under ZDR, by the number under which it was collected, in the code that caused it. Behind
 * `//=>` stands which rule speaks of a line, and a part of what it says; the mended code is silent under `strict`.
 */
export interface Pain {
  readonly name: string;
  readonly preset: 'recommended' | 'strict';
  /** The forms of the language; JavaScript and TypeScript without it. */
  readonly only?: readonly Language[];
  readonly code: string;
  readonly mended: string;
  /** For mended code that `strict` has a word about for another reason. */
  readonly mendedUnder?: 'recommended';
}
