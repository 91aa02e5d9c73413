import type { Facts } from '../facts.js';
import type { FileView } from './file-view.js';

/** One library, or one way without a library, through which requests reach OpenAI. */
export interface Adapter {
  /** As it is named in docs: `AI SDK`. */
  readonly library: string;
  /** Is an import specifier one of the library's? Such modules are never looked into. */
  owns(specifier: string): boolean;
  /** Words in a file's text without which the adapter finds nothing in it; `openai` in any case always counts. */
  readonly words?: RegExp;
  /**
   * Words in whose absence a module sends nothing through the library. A file that calls a function of a module with
   * these words may decide what that function sends.
   */
  readonly sends?: RegExp;
  /** What a file does through the library. */
  facts(view: FileView): Partial<Facts>;
}
