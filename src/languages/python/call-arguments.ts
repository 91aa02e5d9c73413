import type { TSESTree } from '@typescript-eslint/utils';
import { keyName } from './dialect.js';
import { identifier, objectOf, property, type Expression, type ObjectMember, type Range } from './nodes.js';

export type Argument = Expression | TSESTree.SpreadElement;
export interface Arguments {
  readonly positional: readonly Argument[];
  /** `key=value` and `**more`. */
  readonly keywords: readonly ObjectMember[];
  /** Behind the closing parenthesis. */
  readonly end: number;
}

/** A call by the value of whose callee nothing is decided, only by how it is written. */
export interface Call extends Arguments {
  readonly callee: Expression;
  readonly range: Range;
}

/**
 * Keyword arguments as one object, whose braces are the character before them and the closing parenthesis. `isKeywords` says so to whoever binds
 * the arguments of a call to parameters, and to edits.
 */
export function keywordsObject(keywords: readonly ObjectMember[], end: number): TSESTree.ObjectExpression {
  const range: Range = [keywords[0]!.range[0] - 1, end];
  return { ...objectOf(keywords, range), isKeywords: true } as TSESTree.ObjectExpression;
}

export function isKey(entry: ObjectMember, name: string): entry is TSESTree.PropertyNonComputedName {
  return entry.type === 'Property' && entry.key.type === 'Identifier' && entry.key.name === name;
}

export function valueOf(keywords: readonly ObjectMember[], name: string): Expression | undefined {
  return keywords.find((entry) => isKey(entry, name))?.value as Expression | undefined;
}

/** Where a name stands that is not written. */
export function startOf([start]: Range): Range {
  return [start, start];
}

/** `a.b.c` of names alone. */
export function dottedName(node: Expression): string | undefined {
  if (node.type === 'Identifier') return node.name;
  if (node.type !== 'MemberExpression' || node.computed || node.property.type !== 'Identifier')
    return undefined;
  const object = dottedName(node.object);
  return object === undefined ? undefined : `${object}.${node.property.name}`;
}

/** Options of a client, under the names that the analysis knows. */
export function clientOptions(keywords: readonly ObjectMember[]): readonly ObjectMember[] {
  return keywords.map((entry) =>
    entry.type === 'Property' && entry.key.type === 'Identifier'
      ? property(identifier(keyName(entry.key.name), entry.key.range), entry.value as Expression, entry.range)
      : entry,
  );
}
