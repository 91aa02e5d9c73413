/** The code cells of a notebook as one Python text, with the way back into the notebook's JSON. */
import type { Node, ParseError } from 'jsonc-parser';
import { onDemand } from '../../../util/lazy-require.js';
import { withoutMagics } from './magics.js';

const json = onDemand<typeof import('jsonc-parser')>('jsonc-parser');

/** A code cell. */
export interface Cell {
  /** Its place among all cells of the notebook, from 1, as people count them. */
  readonly number: number;
  /** Where it stands in the joined text. */
  readonly start: number;
  readonly end: number;
}

export interface Notebook {
  /** All code cells, each behind the other, as they share their names. Magics are comments in it. */
  readonly text: string;
  /** The same with the magics as they stand. */
  readonly written: string;
  /** Offset in the JSON text of each character of the joined text, and of its end. */
  readonly starts: readonly number[];
  /** Offset in the JSON text behind each character of the joined text. */
  readonly ends: readonly number[];
  readonly cells: readonly Cell[];
}

/** A text that is no JSON. */
export interface NotebookFailure {
  readonly message: string;
  readonly offset: number;
}

/**
 * Reads a notebook of format 3 or 4.
 *
 * @param text the JSON text of an `.ipynb` file, without a byte order mark
 * @returns `null` for JSON that is no notebook, or none of Python
 */
export function readNotebook(text: string): Notebook | NotebookFailure | null {
  const errors: ParseError[] = [];
  let root: Node | undefined;
  try {
    root = json().parseTree(text, errors, { disallowComments: true });
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return { message: 'The notebook is nested too deep', offset: 0 };
  }
  const [error] = errors;
  if (error) return { message: 'The notebook is no JSON', offset: error.offset };
  if (root?.type !== 'object' || !isOfPython(root)) return null;
  const joined = new JoinedCells(text);
  for (const [at, cell] of cellsOf(root).entries())
    if (valueAt(cell, 'cell_type') === 'code') joined.add(at + 1, sourcesOf(cell));
  return joined.notebook();
}

export function isFailure(read: Notebook | NotebookFailure): read is NotebookFailure {
  return 'message' in read;
}

/** As ESLint counts: its offsets leave a byte order mark out. */
export function withoutMark(text: string): string {
  return text.startsWith('\uFEFF') ? text.slice(1) : text;
}

function isOfPython(root: Node): boolean {
  const language =
    valueAt(root, 'metadata', 'kernelspec', 'language') ??
    valueAt(root, 'metadata', 'language_info', 'name') ??
    'python';
  return typeof language === 'string' && /^i?python/i.test(language);
}

/** Format 3 has its cells in worksheets. */
function cellsOf(root: Node): readonly Node[] {
  const sheets = at(root, 'worksheets')?.children ?? [];
  return [root, ...sheets].flatMap((holder) => at(holder, 'cells')?.children ?? []);
}

/** The strings that a cell's source is made of: one, or one a line. Format 3 calls it `input`. */
function sourcesOf(cell: Node): readonly Node[] {
  const source = at(cell, 'source') ?? at(cell, 'input');
  const parts = source?.type === 'array' ? (source.children ?? []) : source ? [source] : [];
  return parts.filter(({ type }) => type === 'string');
}

function at(node: Node, ...path: string[]): Node | undefined {
  return json().findNodeAtLocation(node, path);
}

function valueAt(node: Node, ...path: string[]): unknown {
  return at(node, ...path)?.value as unknown;
}

const ESCAPES: Readonly<Record<string, string>> = { n: '\n', t: '\t', r: '\r', b: '\b', f: '\f' };

class JoinedCells {
  readonly #text: string;
  readonly #characters: string[] = [];
  readonly #starts: number[] = [];
  readonly #ends: number[] = [];
  readonly #cells: Cell[] = [];

  constructor(text: string) {
    this.#text = text;
  }

  add(number: number, strings: readonly Node[]): void {
    const last = strings.at(-1);
    if (!last) return;
    const start = this.#characters.length;
    for (const string of strings) this.#addString(string);
    this.#cells.push({ number, start, end: this.#characters.length });
    // What ends a cell ends its last line, and stands nowhere in the JSON.
    this.#push('\n', last.offset + last.length - 1, 0);
  }

  #addString({ offset, length }: Node): void {
    const end = offset + length - 1;
    for (let at = offset + 1; at < end;) {
      const character = this.#text[at]!;
      if (character !== '\\') {
        this.#push(character, at++, 1);
        continue;
      }
      const escaped = this.#text[at + 1]!;
      const isCode = escaped === 'u';
      const written = isCode
        ? String.fromCharCode(Number.parseInt(this.#text.slice(at + 2, at + 6), 16))
        : (ESCAPES[escaped] ?? escaped);
      this.#push(written, at, isCode ? 6 : 2);
      at += isCode ? 6 : 2;
    }
  }

  #push(character: string, start: number, length: number): void {
    this.#characters.push(character);
    this.#starts.push(start);
    this.#ends.push(start + length);
  }

  notebook(): Notebook {
    const written = this.#characters.join('');
    const text = this.#cells
      .map(({ start, end }) => `${withoutMagics(written.slice(start, end))}\n`)
      .join('');
    const last = this.#ends.at(-1) ?? this.#text.length;
    return {
      text,
      written,
      starts: [...this.#starts, last],
      ends: this.#ends,
      cells: this.#cells,
    };
  }
}
