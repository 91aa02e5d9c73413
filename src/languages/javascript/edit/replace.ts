import type { TSESTree } from '@typescript-eslint/utils';
import { type Edit, type Source, commentsBetween, isLineComment, lineBreak } from './source.js';

type Wrapper =
  | TSESTree.TSAsExpression
  | TSESTree.TSSatisfiesExpression
  | TSESTree.TSTypeAssertion
  | TSESTree.TSNonNullExpression;

/**
 * Writes another value in place of an expression. What TypeScript says about the old value (`as boolean`, `!`) goes
 * with it; only `as const` fits every value but `null`. Comments inside are kept, behind the new value.
 *
 * @param value source text of an expression that needs no parentheses, such as `false`
 */
export function replaceNode(source: Source, node: TSESTree.Node, value: string): Edit {
  const { range } = whatToReplace(node, value);
  const [start, end] = range;
  const { text } = source;
  const comments = commentsBetween(source, start, end).map(
    (comment) => ` ${text.slice(...comment.range)}${isLineComment(source, comment) ? lineBreak(text) : ''}`,
  );
  // `case"a"` needs no space, `case false` does.
  const before = isWord(text[start - 1]) && isWord(value[0]) ? ' ' : '';
  const behind = comments.length === 0 && isWord(text[end]) && isWord(value.at(-1)) ? ' ' : '';
  return { range: [start, end], text: before + value + comments.join('') + behind };
}

/** Sets the value of a property; null for a method or an accessor, which have none. */
export function setPropertyValue(source: Source, property: TSESTree.Property, value: string): Edit | null {
  if (property.method || property.kind !== 'init') return null;
  if (!property.shorthand) return replaceNode(source, property.value, value);
  const [start, end] = property.range;
  return { range: [start, end], text: `${source.text.slice(...property.key.range)}: ${value}` };
}

function whatToReplace(node: TSESTree.Node, value: string): TSESTree.Node {
  const stays = (wrapper: Wrapper): boolean => value !== 'null' && isConstAssertion(wrapper);
  let found = node;
  while (isWrapper(found) && stays(found)) found = found.expression;
  for (let wrapper = node.parent; wrapper && isWrapper(wrapper); wrapper = wrapper.parent)
    if (!stays(wrapper)) found = wrapper;
  return found;
}

function isWrapper(node: TSESTree.Node): node is Wrapper {
  return (
    node.type === 'TSAsExpression' ||
    node.type === 'TSSatisfiesExpression' ||
    node.type === 'TSTypeAssertion' ||
    node.type === 'TSNonNullExpression'
  );
}

function isConstAssertion(node: Wrapper): boolean {
  if (node.type !== 'TSAsExpression' && node.type !== 'TSTypeAssertion') return false;
  const type = node.typeAnnotation;
  return (
    type.type === 'TSTypeReference' && type.typeName.type === 'Identifier' && type.typeName.name === 'const'
  );
}

const isWord = (char: string | undefined): boolean => char !== undefined && /[\w$\u0080-\uffff]/.test(char);
