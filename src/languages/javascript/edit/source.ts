/** What the edit verbs know of a file: its text and its comments. No host's token API is needed. */

export interface SourceComment {
  value: string;
  range: readonly [number, number];
}

export interface Source {
  text: string;
  /** In source order. */
  comments: readonly SourceComment[];
}

/** Replaces the text in `range` by `text`. Each edit is complete alone. */
export interface Edit {
  range: [number, number];
  text: string;
}

/** The first offset from `offset` on that holds neither white space nor a comment. */
export function skipForward(source: Source, offset: number): number {
  for (let position = offset; ;) {
    position = endOfSpace(source.text, position);
    const comment = source.comments[firstCommentFrom(source, position)];
    if (comment?.range[0] !== position) return position;
    position = comment.range[1];
  }
}

export function commentsBetween(source: Source, start: number, end: number): SourceComment[] {
  const found: SourceComment[] = [];
  for (let index = firstCommentFrom(source, start); index < source.comments.length; index++) {
    const comment = source.comments[index]!;
    if (comment.range[1] > end) break;
    found.push(comment);
  }
  return found;
}

/** The comments that follow `offset` on its line, with nothing but spaces between. */
export function commentsOnLine(source: Source, offset: number): SourceComment[] {
  const found: SourceComment[] = [];
  for (let index = firstCommentFrom(source, offset), position = offset; ; index++) {
    const comment = source.comments[index];
    if (!comment || !/^[^\S\n]*$/.test(source.text.slice(position, comment.range[0]))) return found;
    found.push(comment);
    position = comment.range[1];
    if (source.text.slice(...comment.range).includes('\n')) return found;
  }
}

/**
 * The comments that stand directly before `offset`, nearest first: on its line, or on lines of their own above it
 * without a blank line between. A comment behind other code on an earlier line belongs to that code.
 */
export function commentsBefore(source: Source, offset: number): SourceComment[] {
  const { text, comments } = source;
  const found: SourceComment[] = [];
  let position = offset;
  for (let index = firstCommentFrom(source, offset) - 1; index >= 0; index--) {
    const comment = comments[index]!;
    const space = text.slice(comment.range[1], position);
    if (space.trim() !== '' || space.split('\n').length > 2) break;
    if (space.includes('\n') && !startsLine(text, comment.range[0])) break;
    found.push(comment);
    position = comment.range[0];
  }
  return found;
}

/** The text of the comments on the lines of a piece of code, and of those that stand directly above it. */
export function textBeside(source: Source, [start, end]: readonly [number, number]): string {
  const { text } = source;
  const line = startOfLine(text, start);
  const above = commentsBefore(source, endOfSpace(text, line)).reverse();
  const beside = commentsBetween(source, line, endOfLine(text, end));
  const found = new Set([...above, ...beside]);
  return [...found].map(({ value }) => value.replaceAll(/^[^\S\n]*\*+/gm, '').trim()).join('\n');
}

/** The index of the first comment that begins at or after `offset`. */
function firstCommentFrom(source: Source, offset: number): number {
  let low = 0;
  let high = source.comments.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (source.comments[middle]!.range[0] < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

export function isLineComment(source: Source, comment: SourceComment): boolean {
  const { text } = source;
  // Python's begin with `#`.
  return text.startsWith('//', comment.range[0]) || text[comment.range[0]] === '#';
}

/** Where the white space that begins at `offset` ends. */
export function endOfSpace(text: string, offset: number): number {
  let end = offset;
  while (end < text.length && /\s/.test(text[end]!)) end++;
  return end;
}

/** Where the white space that ends at `offset` begins. */
export function startOfSpace(text: string, offset: number): number {
  let start = offset;
  while (start > 0 && /\s/.test(text[start - 1]!)) start--;
  return start;
}

/** Whether nothing but white space stands before `offset` on its line. */
export function startsLine(text: string, offset: number): boolean {
  return text.slice(startOfLine(text, offset), offset).trim() === '';
}

/** Whether nothing but white space follows `offset` on its line, and another line follows. */
export function endsLine(text: string, offset: number): boolean {
  return /[^\S\n]*\n/y.test(text.slice(offset, endOfLine(text, offset)));
}

export function startOfLine(text: string, offset: number): number {
  return text.lastIndexOf('\n', offset - 1) + 1;
}

/** Behind the line break. */
export function endOfLine(text: string, offset: number): number {
  const end = text.indexOf('\n', offset);
  return end < 0 ? text.length : end + 1;
}

/** The white space at the beginning of the line of `offset`. */
export function indentation(text: string, offset: number): string {
  const start = startOfLine(text, offset);
  return /[^\S\n]*/y.exec(text.slice(start, offset))![0];
}

/** What one step of indentation is in this file. */
export function indentationStep(text: string): string {
  return /^(?:\t| {2,8}(?=\S))/m.exec(text)?.[0] ?? '  ';
}

export function lineBreak(text: string): string {
  return text.includes('\r\n') ? '\r\n' : '\n';
}
