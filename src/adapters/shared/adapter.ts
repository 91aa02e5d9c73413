import type { Facts } from '../../facts/facts.js';
import type { FileView } from './file-view.js';

/** What the docs say of an adapter; `docs/libraries.md` is made of it. */
export interface AdapterDocs {
  /** Names of packages, with the versions that were read. */
  readonly packages: readonly string[];
  /** Those of them that a suite runs, to compare what they send with what is read. */
  readonly run: readonly string[];
  /** What somebody writes, where it goes, and what is kept when nothing else is written. */
  readonly entries: readonly {
    readonly code: string;
    readonly endpoint: string;
    readonly unwritten: string;
  }[];
  /** What is checked besides, in sentences. */
  readonly checked: readonly string[];
  /** What is not read, in sentences, with the number of its limit where it has one. */
  readonly notRead: readonly string[];
}

/** One library, or one way without a library, through which requests reach OpenAI. */
export interface Adapter {
  /** As it is named in docs: `AI SDK`. */
  readonly library: string;
  /** Is an import specifier one of the library's? Such modules are never looked into. */
  owns(specifier: string): boolean;
  /**
   * Is what some steps behind an import lead to still of the library's API? Without it, a few steps are.
   *
   * @param steps names of members, `()` for a call, `new` for an instance
   */
  isPart?(specifier: string, steps: readonly string[]): boolean;
  /** Words in a file's text without which the adapter finds nothing in it; `openai` in any case always counts. */
  readonly words?: RegExp;
  /**
   * Words in whose absence a module sends nothing through the library. A file that calls a function of a module with
   * these words may decide what that function sends.
   */
  readonly sends?: RegExp;
  readonly docs: AdapterDocs;
  /** What a file does through the library. */
  facts(view: FileView): Partial<Facts>;
}
