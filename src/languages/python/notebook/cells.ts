/** The code cells of a notebook as one Python text, with the way back into the notebook's JSON. */
import type { Node } from 'jsonc-parser';
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

/**
 * Reads a notebook of format 3 or 4.
 *
 * @param text the JSON text of an `.ipynb` file
 * @returns `null` for what is no notebook, or none of Python; a text that is no JSON counts as none
 */
export function readNotebook(text: string): Notebook | null {
  const errors: unknown[] = [];
  const bom = text.startsWith('\uFEFF') ? 1 : 0;
  const root = json().parseTree(text.slice(bom), errors as never, { disallowComments: true });
  if (!root || root.type !== 'object' || errors.length > 0 || !isOfPython(root)) return null;
  const joined = new JoinedCells(text, bom);
  for (const [at, cell] of cellsOf(root).entries())
    if (valueAt(cell, 'cell_type') === 'code') joined.add(at + 1, sourcesOf(cell));
  return joined.notebook();
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
  readonly #offset: number;
  readonly #characters: string[] = [];
  readonly #starts: number[] = [];
  readonly #ends: number[] = [];
  readonly #cells: Cell[] = [];

  constructor(text: string, offset: number) {
    this.#text = text;
    this.#offset = offset;
  }

  add(number: number, strings: readonly Node[]): void {
    const last = strings.at(-1);
    if (!last) return;
    const start = this.#characters.length;
    for (const string of strings) this.#addString(string);
    this.#cells.push({ number, start, end: this.#characters.length });
    // What ends a cell ends its last line, and stands nowhere in the JSON.
    this.#push('\n', this.#offset + last.offset + last.length - 1, 0);
  }

  #addString({ offset, length }: Node): void {
    const end = this.#offset + offset + length - 1;
    for (let at = this.#offset + offset + 1; at < end;) {
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
