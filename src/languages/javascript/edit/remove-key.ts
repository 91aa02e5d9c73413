import type { TSESTree } from '@typescript-eslint/utils';
import { removePropertyOrHolder, type Edit, type Source } from './index.js';
import { unwrap, type Node } from '../../../dataflow/syntax/nodes.js';

/**
 * Taking out something that is written: done by itself, or offered because a comment or statement hangs on it, or because
 * its value may do something besides.
 */
export interface RemovalRemedy {
  readonly edits: readonly Edit[];
  readonly isSafe: boolean;
}

/** The edits that remove a property of an object literal, or the statement that assigns a member. */
export function removalOf(node: Node, source: Source): RemovalRemedy | null {
  if (node.type === 'Property' && node.parent.type === 'ObjectExpression') {
    if (node.computed && node.key.type !== 'Literal') return null;
    const removal = removePropertyOrHolder(source, node.parent as TSESTree.ObjectExpression, node);
    return { edits: [removal], isSafe: !removal.keepsComment && !mayDoSomething(node.value) };
  }
  const statement = node.type === 'AssignmentExpression' ? node.parent : null;
  if (statement?.type !== 'ExpressionStatement' || statement.parent.type === 'IfStatement') return null;
  return { edits: [{ range: [statement.range[0], statement.range[1]], text: '' }], isSafe: false };
}

/** Whether an expression may do more than have a value: only plain values surely do not. */
function mayDoSomething(node: Node): boolean {
  const value = unwrap(node);
  switch (value.type) {
    case 'Identifier':
    case 'Literal':
    case 'ArrowFunctionExpression':
    case 'FunctionExpression':
      return node.type === 'AwaitExpression';
    case 'MemberExpression':
      return mayDoSomething(value.object) || (value.computed && mayDoSomething(value.property));
    case 'TemplateLiteral':
      return value.expressions.some(mayDoSomething);
    case 'UnaryExpression':
      return value.operator === 'delete' || mayDoSomething(value.argument);
    case 'BinaryExpression':
    case 'LogicalExpression':
      return mayDoSomething(value.left) || mayDoSomething(value.right);
    case 'ConditionalExpression':
      return [value.test, value.consequent, value.alternate].some(mayDoSomething);
    case 'ArrayExpression':
      return value.elements.some((element) => element !== null && mayDoSomething(element));
    case 'ObjectExpression':
      return value.properties.some(
        (property) =>
          property.type !== 'Property' ||
          mayDoSomething(property.value) ||
          (property.computed && mayDoSomething(property.key)),
      );
    default:
      return true;
  }
}
