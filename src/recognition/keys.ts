import type { Node } from '../tracking/ast.js';

/** The name of a key that is written out; `undefined` for one that is computed. */
export function keyOf(key: Node, isComputed: boolean): string | undefined {
  if (key.type === 'PrivateIdentifier') return `#${key.name}`;
  if (key.type === 'Literal') return String(key.value);
  return !isComputed && key.type === 'Identifier' ? key.name : undefined;
}
