import type { TSESTree } from '@typescript-eslint/utils';
import {
  type Edit,
  type Source,
  type SourceComment,
  commentsBefore,
  commentsBetween,
  commentsOnLine,
  endOfLine,
  endOfSpace,
  endsLine,
  isLineComment,
  skipForward,
  startOfLine,
  startOfSpace,
  startsLine,
} from './source.js';

export interface Removal extends Edit {
  /**
   * A comment stands beside or in what goes, and may not fit any more: a case for a person, so for a suggestion. One
   * beside it is kept, one inside it goes with it.
   */
  keepsComment: boolean;
}

type Range = [start: number, end: number];

/**
 * Removes a property from an object literal, with its comma, its line if it stands alone there, and a `@ts-expect-error`
 * or `@ts-ignore` above that line, which would have nothing left to silence.
 */
export function removeProperty(
  source: Source,
  object: TSESTree.ObjectExpression,
  property: TSESTree.ObjectLiteralElement,
): Removal {
  const { text } = source;
  const [start, end] = property.range;
  const delimiter = skipForward(source, end);
  const hasComma = text[delimiter] === ',';
  const stop = hasComma ? delimiter + 1 : end;

  const inside = commentsBetween(source, start, end);
  const beforeComma = hasComma ? commentsBetween(source, end, delimiter) : [];
  const isLast = object.properties.at(-1) === property;
  const onLine = commentsOnLine(source, stop);
  // A comment between two properties on one line belongs to the second.
  const behind = isLast || endsLine(text, onLine.at(-1)?.range[1] ?? stop) ? onLine : [];
  const above = commentsBefore(source, start);

  const ownsLine = startsLine(text, start) && endsLine(text, stop) && beforeComma.length === 0;
  const isOwnDirective = (comment: SourceComment): boolean =>
    ownsLine && isTypeScriptDirective(comment) && isAloneOnLine(text, comment);
  const directives = above.filter(isOwnDirective);
  const keepsComment =
    beforeComma.length + behind.length + above.length > directives.length ||
    !inside.every(isTypeScriptDirective);

  const [open, close] = [object.range[0] + 1, object.range[1] - 1];
  const isOnly = object.properties.length === 1;
  if (isOnly && commentsBetween(source, open, close).length === inside.length + directives.length)
    return { ...cut(text, [[open, close]]), keepsComment };

  const cuts: Range[] = [];
  if (isLast && !isOnly && !hasComma) cuts.push(commaBefore(source, object));
  if (ownsLine) {
    cuts.push(...directives.map((comment) => linesOf(text, ...comment.range)), linesOf(text, start, stop));
  } else if (beforeComma.length > 0) {
    cuts.push([start, endOfSpace(text, end)], [delimiter, stop]);
  } else if (isLast ? behind.length > 0 : !endsLine(text, stop) || startsLine(text, start)) {
    cuts.push([start, endOfSpace(text, stop)]);
  } else {
    cuts.push([startOfRemovableSpace(source, start), stop]);
  }
  return { ...cut(text, cuts), keepsComment };
}

/**
 * As `removeProperty`, but when the property is the only one of an object that is itself the value of a property
 * (`headers: { … }`), removes that one: an empty object would only puzzle.
 */
export function removePropertyOrHolder(
  source: Source,
  object: TSESTree.ObjectExpression,
  property: TSESTree.ObjectLiteralElement,
): Removal {
  let value: TSESTree.Node | undefined = object;
  while (value?.parent && wrappers.has(value.parent.type)) value = value.parent;
  const holder = value?.parent;
  if (object.properties.length === 1 && holder?.type === 'Property' && holder.value === value) {
    const outer = holder.parent;
    if (outer.type === 'ObjectExpression') return removeProperty(source, outer, holder);
  }
  return removeProperty(source, object, property);
}

const wrappers = new Set([
  'TSAsExpression',
  'TSSatisfiesExpression',
  'TSTypeAssertion',
  'TSNonNullExpression',
]);

function isTypeScriptDirective({ value }: SourceComment): boolean {
  return /^[\s/*]*@ts-(?:expect-error|ignore)\b/.test(value);
}

function isAloneOnLine(text: string, { range }: SourceComment): boolean {
  return startsLine(text, range[0]) && endsLine(text, range[1]);
}

/** The comma before the last property; on a line of its own start (comma-first style) also the space before it. */
function commaBefore(source: Source, object: TSESTree.ObjectExpression): Range {
  const previous = object.properties.at(-2)!.range[1];
  const comma = skipForward(source, previous);
  const start = endOfSpace(source.text, previous) === comma ? previous : comma;
  return [start, comma + 1];
}

/** Where the space before `offset` begins, but never the line break that ends a line comment. */
function startOfRemovableSpace(source: Source, offset: number): number {
  const start = startOfSpace(source.text, offset);
  const comment = commentsBetween(source, startOfLine(source.text, start), offset).at(-1);
  return comment?.range[1] === start && isLineComment(source, comment) ? offset : start;
}

const linesOf = (text: string, start: number, end: number): Range => [
  startOfLine(text, start),
  endOfLine(text, end),
];

/** One edit that takes out all the ranges. */
function cut(text: string, ranges: Range[]): Edit {
  const sorted = ranges.toSorted((a, b) => a[0] - b[0]);
  const start = sorted[0]![0];
  let kept = '';
  let position = start;
  for (const range of sorted) {
    kept += text.slice(position, Math.max(position, range[0]));
    position = Math.max(position, range[1]);
  }
  return { range: [start, position], text: kept };
}
