import type { Notebook } from './cells.js';

export interface TextEdit {
  readonly range: readonly [number, number];
  readonly text: string;
}

/** An edit as ESLint has it. */
export interface JsonEdit {
  range: [number, number];
  text: string;
}

/**
 * An edit of the cells' text as one of the JSON text, which stays valid JSON.
 *
 * @returns `null` where it would reach over a cell's end, or into what is no Python
 */
export function editInJson(edit: TextEdit, notebook: Notebook): JsonEdit | null {
  const { range, text } = trimmed(edit, notebook.text);
  const [from, to] = range;
  const cell = notebook.cells.find(({ start, end }) => start <= from && to <= end);
  if (!cell || notebook.text.slice(from, to) !== notebook.written.slice(from, to)) return null;
  const start = notebook.starts[from]!;
  return {
    range: [start, from === to ? start : notebook.ends[to - 1]!],
    text: JSON.stringify(text).slice(1, -1),
  };
}

/** Without what stays as it is: ESLint joins edits that belong together with all the text between them. */
function trimmed({ range: [from, to], text }: TextEdit, of: string): TextEdit {
  const before = of.slice(from, to);
  let head = 0;
  while (head < text.length && head < before.length && text[head] === before[head]) head++;
  let tail = 0;
  const most = Math.min(text.length, before.length) - head;
  while (tail < most && text.at(-1 - tail) === before.at(-1 - tail)) tail++;
  return { range: [from + head, to - tail], text: text.slice(head, text.length - tail) };
}
