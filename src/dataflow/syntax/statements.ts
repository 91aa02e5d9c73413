import type { TSESTree } from '@typescript-eslint/utils';
import { append } from '../../util/append.js';
import type { FunctionNode, Node } from './nodes.js';

/** Statements directly inside a statement; expressions hold no `return` of the same function. */
export function statementsOf(node: Node): readonly Node[] {
  switch (node.type) {
    case 'BlockStatement':
      return node.body;
    case 'IfStatement':
      return node.alternate ? [node.consequent, node.alternate] : [node.consequent];
    case 'TryStatement':
      return [node.block, node.handler?.body, node.finalizer].filter(
        (part): part is TSESTree.BlockStatement => !!part,
      );
    case 'SwitchStatement':
      return node.cases.flatMap((branch) => branch.consequent);
    case 'ForStatement':
    case 'ForInStatement':
    case 'ForOfStatement':
    case 'WhileStatement':
    case 'DoWhileStatement':
    case 'LabeledStatement':
    case 'WithStatement':
      return [node.body];
    default:
      return [];
  }
}

export const returnsOf = new WeakMap<FunctionNode, readonly Node[]>();
/** The expressions that a function may return, those of functions inside it left out. */
export function returnedExpressions(fn: FunctionNode): readonly Node[] {
  const known = returnsOf.get(fn);
  if (known) return known;
  const found: Node[] = [];
  const stack: Node[] = fn.body ? [fn.body] : [];
  if (fn.body && fn.body.type !== 'BlockStatement') found.push(stack.pop()!);
  while (stack.length > 0) {
    const statement = stack.pop()!;
    if (statement.type === 'ReturnStatement') {
      if (statement.argument) found.push(statement.argument);
    } else {
      append(stack, statementsOf(statement));
    }
  }
  returnsOf.set(fn, found);
  return found;
}
