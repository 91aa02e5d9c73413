import type { TSESTree } from '@typescript-eslint/utils';
import {
  type Edit,
  type Source,
  commentsBetween,
  commentsOnLine,
  endsLine,
  indentation,
  indentationStep,
  isLineComment,
  lineBreak,
  skipForward,
  startsLine,
} from './source.js';

/**
 * Adds a property to an object literal.
 *
 * @param after the property that the new one follows; null: the new one comes first
 * @param property such as `store: false`
 */
export function insertProperty(
  source: Source,
  object: TSESTree.ObjectExpression,
  after: TSESTree.ObjectLiteralElement | null,
  property: string,
): Edit {
  if (object.properties.length === 0) return insertOnly(source, object, property);
  return after ? insertAfter(source, object, after, property) : insertFirst(source, object, property);
}

function insertOnly(source: Source, object: TSESTree.ObjectExpression, property: string): Edit {
  const { text } = source;
  const open = object.range[0] + 1;
  const close = object.range[1] - 1;
  const inner = indentation(text, object.range[0]) + indentationStep(text);
  const comment = commentsBetween(source, open, close).at(-1);
  if (comment) {
    const end = comment.range[1];
    const indent = startsLine(text, comment.range[0]) ? indentation(text, comment.range[0]) : inner;
    return insert(end, endsLine(text, end) ? lineBreak(text) + indent + property : ` ${property}`);
  }
  if (!text.slice(open, close).includes('\n')) return { range: [open, close], text: ` ${property} ` };
  const outer = startsLine(text, close) ? indentation(text, close) : '';
  return { range: [open, close], text: lineBreak(text) + inner + property + lineBreak(text) + outer };
}

function insertFirst(source: Source, object: TSESTree.ObjectExpression, property: string): Edit {
  const { text } = source;
  const open = object.range[0] + 1;
  // A comment behind the brace stays there; one before the first property stays with that.
  const end = commentsOnLine(source, open).at(-1)?.range[1] ?? open;
  if (endsLine(text, end)) {
    const indent = indentation(text, object.properties[0]!.range[0]);
    return insert(end, `${lineBreak(text)}${indent}${property},`);
  }
  return insert(open, /\s/.test(text[open]!) ? ` ${property},` : `${property}, `);
}

function insertAfter(
  source: Source,
  object: TSESTree.ObjectExpression,
  after: TSESTree.ObjectLiteralElement,
  property: string,
): Edit {
  const { text } = source;
  const next = object.properties[object.properties.indexOf(after) + 1];
  const end = after.range[1];
  const delimiter = skipForward(source, end);
  const hasComma = text[delimiter] === ',';
  const from = hasComma ? delimiter + 1 : end;
  const comment = commentsOnLine(source, from).at(-1);
  const to = comment?.range[1] ?? from;

  if (next && !endsLine(text, to)) return insert(from, ` ${property},`);
  const ownLine = startsLine(text, after.range[0]) || (comment && isLineComment(source, comment));
  const glue = ownLine ? lineBreak(text) + indentationBeside(source, object, after, next) : ' ';
  if (hasComma) return insert(to, `${glue}${property},`);
  return { range: [end, to], text: `,${text.slice(end, to)}${glue}${property}` };
}

/** The indentation of a line between two properties. */
function indentationBeside(
  { text }: Source,
  object: TSESTree.ObjectExpression,
  ...neighbours: (TSESTree.ObjectLiteralElement | undefined)[]
): string {
  const model = neighbours.find((neighbour) => neighbour && startsLine(text, neighbour.range[0]));
  if (model) return indentation(text, model.range[0]);
  return indentation(text, object.range[0]) + indentationStep(text);
}

const insert = (offset: number, text: string): Edit => ({ range: [offset, offset], text });
