import type { TSESTree } from '@typescript-eslint/utils';
import { removePropertyOrHolder, type Edit, type Source } from './fix/index.js';
import type { Node } from './tracking/ast.js';

/** Taking out something that is written: done by itself, or offered because a comment or statement hangs on it. */
export interface RemovalRemedy {
  readonly edits: readonly Edit[];
  readonly isSafe: boolean;
}

/** The edits that remove a property of an object literal, or the statement that assigns a member. */
export function removalOf(node: Node, source: Source): RemovalRemedy | null {
  if (node.type === 'Property' && node.parent.type === 'ObjectExpression') {
    if (node.computed && node.key.type !== 'Literal') return null;
    const removal = removePropertyOrHolder(source, node.parent as TSESTree.ObjectExpression, node);
    return { edits: [removal], isSafe: !removal.keepsComment };
  }
  const statement = node.type === 'AssignmentExpression' ? node.parent : null;
  if (statement?.type !== 'ExpressionStatement' || statement.parent.type === 'IfStatement') return null;
  return { edits: [{ range: [statement.range[0], statement.range[1]], text: '' }], isSafe: false };
}
