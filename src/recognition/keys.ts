import type { Node } from '../dataflow/syntax/nodes.js';

/** The name under which an object's iterator is kept. */
export const ITERATOR = '@@iterator';

/** `Symbol.iterator`, `Symbol.asyncIterator` */
function isSymbolIterator(key: Node): boolean {
  return (
    key.type === 'MemberExpression' &&
    key.object.type === 'Identifier' &&
    key.object.name === 'Symbol' &&
    key.property.type === 'Identifier' &&
    /^(?:asyncIterator|iterator)$/.test(key.property.name)
  );
}

/** The name of a key that is written out; `undefined` for one that is computed. */
export function keyOf(key: Node, isComputed: boolean): string | undefined {
  if (key.type === 'PrivateIdentifier') return `#${key.name}`;
  if (key.type === 'Literal') return String(key.value);
  if (isComputed && isSymbolIterator(key)) return ITERATOR;
  return !isComputed && key.type === 'Identifier' ? key.name : undefined;
}
