import type { TSESTree } from '@typescript-eslint/utils';
import { calledName } from '../syntax/names.js';
import { enclosingFunction, outermost, unwrap, type Node } from '../syntax/nodes.js';
import type { SourceModule } from '../syntax/source-module.js';

/**
 * What the code around a call does with what the call returns.
 *
 * - `awaited`: an `await`, an `async for` or a function of asyncio takes it; `node` is that
 * - `discarded`: nothing reads it; `node` is the statement
 */
export interface CoroutineUse {
  readonly kind: 'awaited' | 'discarded';
  readonly node: Node;
}

/** Functions of asyncio that await what they are given (Python 3.14, `asyncio-task.html`). */
const AWAITING = new Set([
  'create_task',
  'ensure_future',
  'gather',
  'run',
  'run_coroutine_threadsafe',
  'shield',
  'wait_for',
]);

/** What happens to the result of a call of Python's: it is awaited, or nothing reads it; `null` for any other use. */
export function coroutineUse(call: Node, unit: SourceModule): CoroutineUse | null {
  const result = outermost(call);
  const holder = result.parent;
  switch (holder?.type) {
    case 'AwaitExpression':
      return { kind: 'awaited', node: holder };
    case 'ForOfStatement':
      return holder.await && holder.right === result ? { kind: 'awaited', node: holder } : null;
    case 'CallExpression':
      return isArgument(result, holder) && isOfAsyncio(holder, unit)
        ? { kind: 'awaited', node: holder }
        : null;
    case 'ExpressionStatement':
      return { kind: 'discarded', node: holder };
    case 'VariableDeclarator':
      return holder.init === result && isNeverRead(holder.id, unit)
        ? { kind: 'discarded', node: holder }
        : null;
    default:
      return null;
  }
}

/** Whether a call answers with a context manager: `client.responses.with_streaming_response.create(…)`. */
export function isStreamingResponse({ callee }: TSESTree.CallExpression): boolean {
  return (
    callee.type === 'MemberExpression' &&
    (callee.object as { readonly isStreamingResponse?: boolean }).isStreamingResponse === true
  );
}

function isArgument(node: Node, { arguments: args }: TSESTree.CallExpression): boolean {
  return args.some((argument) => argument === node);
}

function isOfAsyncio({ callee }: TSESTree.CallExpression, unit: SourceModule): boolean {
  const name = calledName(callee);
  const called = unwrap(callee);
  const root = called.type === 'MemberExpression' ? called.object : called;
  const definition = root.type === 'Identifier' ? unit.variable(root)?.defs[0] : undefined;
  const declaration = (definition?.node as Node | undefined)?.parent;
  return (
    name !== undefined &&
    AWAITING.has(name) &&
    declaration?.type === 'ImportDeclaration' &&
    declaration.source.value === 'asyncio'
  );
}

/** A variable of a function that nothing reads; another module may read one of a module. */
function isNeverRead(name: Node, unit: SourceModule): boolean {
  if (name.type !== 'Identifier' || !enclosingFunction(name)) return false;
  const variable = unit.variable(name);
  return variable !== undefined && !variable.references.some((reference) => reference.isRead());
}
