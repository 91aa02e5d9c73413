import type { FunctionNode, Node } from '../syntax/nodes.js';
import type { SourceModule } from '../syntax/source-module.js';
import { CallContext, type Bound, type AbstractValue } from './abstract-value.js';

const roots = new WeakMap<SourceModule, CallContext>();

/** The context of a module's own statements, in which no call is bound. */
export function rootContext(unit: SourceModule): CallContext {
  let root = roots.get(unit);
  if (!root) roots.set(unit, (root = new CallContext(unit)));
  return root;
}

/** The arguments of a call with those that `bind` gave before them; `null` where they are read in different frames. */
export function withBound(
  { bound }: { readonly bound?: Bound },
  args: readonly Node[],
  frame: CallContext,
): readonly Node[] | null {
  if (!bound) return args;
  return bound.args && bound.frame === frame ? [...bound.args, ...args] : null;
}

/** The frame inside a function for one call of it; `null` when calls are nested too deep. */
export function enter(
  callee: {
    readonly node: FunctionNode;
    readonly frame: CallContext;
    readonly self?: AbstractValue;
    readonly bound?: Bound;
  },
  site: Node,
  args: readonly Node[],
  caller: CallContext,
): CallContext | null {
  const self = callee.self ? { self: callee.self } : {};
  const given = withBound(callee, args, caller);
  return given && callee.frame.bind({ fn: callee.node, args: given, caller, site, ...self });
}
