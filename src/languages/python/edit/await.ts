import type { Node } from '../../../dataflow/syntax/nodes.js';
import type { Edit, Source } from '../../javascript/edit/index.js';

/** `await` before an expression. */
export function insertAwait({ range: [start] }: Node): readonly Edit[] {
  return [{ range: [start, start], text: 'await ' }];
}

/** The edit that takes an `await` out; `null` where more than space stands between the keyword and its operand. */
export function removeAwait(node: Node, { text }: Source): readonly Edit[] | null {
  if (node.type !== 'AwaitExpression') return null;
  const [start] = node.range;
  const [end] = node.argument.range;
  return /^await\s+$/.test(text.slice(start, end)) ? [{ range: [start, end], text: '' }] : null;
}
