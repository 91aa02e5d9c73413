import { setPropertyValue, type Edit, type Source } from './index.js';
import type { Node } from '../../../dataflow/syntax/nodes.js';

/** The edits that give a written property, or a member that is assigned, another value; `null` where neither is written. */
export function rewriteOf(node: Node, value: string, source: Source): readonly Edit[] | null {
  if (node.type === 'Property') {
    const edit = setPropertyValue(source, node, value);
    return edit && [edit];
  }
  if (node.type !== 'AssignmentExpression' || node.operator !== '=') return null;
  return [{ range: [node.right.range[0], node.right.range[1]], text: value }];
}
