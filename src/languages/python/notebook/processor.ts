/** ESLint's processor `openai-zdr/notebook`: the code cells of a notebook as one Python file. */
import type { Linter } from 'eslint';
import { lineStarts, positionAt } from '../../parsed-file.js';
import { isFailure, readNotebook, withoutMark, type Notebook, type NotebookFailure } from './cells.js';
import { editInJson, type TextEdit } from './edit.js';
import { CELLS } from './place.js';

export interface OpenNotebook {
  readonly json: string;
  readonly notebook: Notebook;
}

interface UnreadNotebook {
  readonly json: string;
  readonly failure: NotebookFailure;
}

/** What is being checked, by the file's name: ESLint calls `preprocess` and `postprocess` in turn for each file. */
const open = new Map<string, OpenNotebook | UnreadNotebook>();

export const notebookProcessor = {
  meta: { name: 'openai-zdr/notebook', version: '1' },
  supportsAutofix: true,

  preprocess(text: string, filename: string): { text: string; filename: string }[] {
    const json = withoutMark(text);
    const notebook = readNotebook(json);
    if (!notebook) return [];
    if (isFailure(notebook)) {
      open.set(filename, { json, failure: notebook });
      return [];
    }
    open.set(filename, { json, notebook });
    return [{ text: notebook.text, filename: CELLS }];
  },

  postprocess([messages = []]: Linter.LintMessage[][], filename: string): Linter.LintMessage[] {
    const file = open.get(filename);
    open.delete(filename);
    if (!file) return messages;
    if ('failure' in file) return [fatal(file)];
    const place = placesIn(file);
    return messages.map((message) => inNotebook(message, file, place));
  },
};

function fatal({ json, failure }: UnreadNotebook): Linter.LintMessage {
  const { line, column } = positionAt(lineStarts(json), failure.offset);
  const message = `Parsing error: ${failure.message}`;
  return { ruleId: null, fatal: true, severity: 2, message, line, column: column + 1 } as Linter.LintMessage;
}

export interface Place {
  readonly line: number;
  /** 1-based. */
  readonly column: number;
  /** `cell 3, line 2` */
  readonly words: string | null;
}

export type PlaceOf = (line: number, column: number, isEnd?: boolean) => Place;

/** From a line and column of the cells' text to those of the JSON text. */
export function placesIn({ json, notebook }: OpenNotebook): PlaceOf {
  const { text, starts, ends, cells } = notebook;
  const textLines = lineStarts(text);
  const jsonLines = lineStarts(json);
  return (line, column, isEnd = false) => {
    const offset = Math.min((textLines[line - 1] ?? 0) + column - 1, starts.length - 1);
    const inJson = isEnd && offset > 0 ? ends[offset - 1]! : starts[offset]!;
    const position = positionAt(jsonLines, inJson);
    const cell = cells.find(({ start, end }) => start <= offset && offset <= end);
    const above = cell ? positionAt(textLines, cell.start).line : 0;
    return {
      line: position.line,
      column: position.column + 1,
      words: cell ? `cell ${cell.number}, line ${line - above + 1}` : null,
    };
  };
}

function inNotebook(
  message: Linter.LintMessage,
  { notebook }: OpenNotebook,
  placeOf: PlaceOf,
): Linter.LintMessage {
  const { fix, suggestions, endLine, endColumn, ...rest } = message;
  const start = placeOf(message.line, message.column);
  const end = endLine === undefined || endColumn === undefined ? null : placeOf(endLine, endColumn, true);
  const edit = fix ? editInJson(fix as TextEdit, notebook) : null;
  const offered = suggestions?.flatMap((suggestion) => {
    const change = editInJson(suggestion.fix as TextEdit, notebook);
    return change ? [{ ...suggestion, fix: change }] : [];
  });
  return {
    ...rest,
    message: start.words === null ? message.message : `${message.message} (In ${start.words}.)`,
    line: start.line,
    column: start.column,
    ...(end ? { endLine: end.line, endColumn: end.column } : {}),
    ...(edit ? { fix: edit } : {}),
    ...(offered && offered.length > 0 ? { suggestions: offered } : {}),
  } as Linter.LintMessage;
}
