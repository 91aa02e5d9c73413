import type { TSESTree } from '@typescript-eslint/utils';
import { isFunction, unwrap, type Node } from '../dataflow/syntax/nodes.js';
import type { SourceModule } from '../dataflow/syntax/source-module.js';
import { keyOf } from './keys.js';

/**
 * The proxy that hands a member on under the name by which it is asked for: `get: (_, name) => client[name]`. It is what
 * the client is, made when it is first used.
 *
 * @param key what the member is looked up by
 * @returns the `new Proxy(…)`; `null` where the key is no parameter of its trap
 */
export function proxyOf(key: Node, unit: SourceModule): TSESTree.NewExpression | null {
  const name = unwrap(key);
  const definition = name.type === 'Identifier' ? unit.variable(name)?.defs[0] : undefined;
  const trap = definition?.node as Node | undefined;
  if (!isFunction(trap) || trap.params[1] !== (definition?.name as Node)) return null;
  const member = trap.parent as Node;
  if (member.type !== 'Property' || keyOf(member.key, member.computed) !== 'get') return null;
  const made = member.parent.parent as Node;
  if (made.type !== 'NewExpression' || made.arguments[1] !== member.parent) return null;
  const { callee } = made;
  const isProxy = callee.type === 'Identifier' && callee.name === 'Proxy' && !unit.variable(callee);
  return isProxy ? made : null;
}
