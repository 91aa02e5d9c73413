import { isFunction, type Node } from '../syntax/nodes.js';
import type { CallContext } from '../model/abstract-value.js';
import { patternPath } from '../syntax/destructuring.js';
import type { Evaluator } from '../model/evaluator.js';
import { append } from '../../util/append.js';

/** An argument of a call, with the frame in which it is read. */
export interface Argument {
  readonly node: Node;
  readonly frame: CallContext;
}

/**
 * The arguments of a call with those that spreads contribute: `create(...[body])`, and `create(...args)` inside
 * `(...args) => …` where a call of that function is in view. Ends with `null` where a spread cannot be read.
 */
export function argumentsOf(
  args: readonly Node[],
  frame: CallContext,
  tracker: Evaluator,
): readonly (Argument | null)[] {
  const found: (Argument | null)[] = [];
  for (const node of args) {
    if (node.type !== 'SpreadElement') {
      found.push({ node, frame });
      continue;
    }
    append(found, restArguments(node.argument, frame, tracker) ?? listed(node.argument, frame, tracker));
    if (found.at(-1) === null) break;
  }
  return found;
}

/** The elements of the one list that an expression is. */
export function listed(node: Node, frame: CallContext, tracker: Evaluator): readonly (Argument | null)[] {
  const [only, ...others] = tracker.values(node, frame);
  if (others.length > 0 || only?.kind !== 'array') return [null];
  const elements = only.node.elements;
  if (elements.some((element) => element === null)) return [null];
  return argumentsOf(elements as readonly Node[], only.frame, tracker);
}

/** What the call in view passes for a rest parameter; `null` for anything else. */
function restArguments(
  node: Node,
  frame: CallContext,
  tracker: Evaluator,
): readonly (Argument | null)[] | null {
  const definition = frame.unit.variable(node)?.defs[0];
  const fn = definition?.node as Node | undefined;
  if (definition?.type !== ('Parameter' as string) || !isFunction(fn)) return null;
  const { top } = patternPath(definition.name as Node);
  if (top.type !== 'RestElement' || top.argument !== (definition.name as Node)) return null;
  const binding = frame.bindingOf(fn);
  if (!binding) {
    tracker.unbound.add(fn);
    return [null];
  }
  const index = fn.params.indexOf(top);
  const given = argumentsOf(binding.args, binding.caller, tracker);
  return given.length < index ? [null] : given.slice(index);
}
