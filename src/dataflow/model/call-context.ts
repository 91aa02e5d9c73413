import { contains, type ClassNode, type FunctionNode, type Node } from '../syntax/nodes.js';
import type { Unit } from '../syntax/source-module.js';
import type { Value } from './abstract-value.js';

/** What a function's parameters stand for, because one call of it is in view. */
export interface Binding {
  /** The function; the class itself when it has no constructor of its own. */
  readonly fn: FunctionNode | ClassNode;
  readonly args: readonly Node[];
  /** Frame in which the arguments are read. */
  readonly caller: Frame;
  readonly site: Node;
  /** What `this` is inside. */
  readonly self?: Value;
  /** It counts in other methods of the class, too: what one of them keeps, `this.item = item`, another one uses. */
  readonly isAssumed?: true;
}

/** One call hands over different arguments where `bind` gave some of them. */
function isSameList(one: readonly Node[], other: readonly Node[]): boolean {
  return one === other || (one.length === other.length && one.every((node, i) => node === other[i]));
}

/** The same object, function or class; values are made anew each time that a cycle is gone round. */
function isSameSelf(one: Value | undefined, other: Value | undefined): boolean {
  if (one === other || !one || !other) return one === other;
  if (one.kind === 'path' || one.kind !== other.kind || one.node !== other.node) return false;
  return 'frame' in one && 'frame' in other && one.frame === other.frame;
}

/** Functions inside functions are bound this deep; what depends on the others is unknown. */
const MAX_NESTED = 6;
/** Calls inside calls that are bound; what depends on the others is unknown. */
const MAX_CALLS = 16;
/** How often a function is entered from inside itself: once more tells what a recursion makes of what it is given. */
const MAX_RECURSION = 2;

/**
 * The circumstances in which an expression is read: its file, and the calls through which it was reached. The same
 * function read for two callers has two frames, so the client of one never meets the body of the other.
 */
export class Frame {
  readonly #children = new Map<Node, Map<Frame, Frame[]>>();
  /** How many calls led here. */
  readonly #calls: number;
  /** The code that sees the binding: the function; for what `new` makes and what methods keep the whole class. */
  readonly #scope: Node | null;

  constructor(
    readonly unit: Unit,
    readonly binding: Binding | null = null,
    readonly outer: Frame | null = null,
    readonly depth = 0,
  ) {
    this.#calls = binding ? binding.caller.#calls + 1 : 0;
    this.#scope = binding && (classSeeing(binding) ?? binding.fn);
  }

  /** The frame for the inside of a function at one call: the same object for the same call; `null` past a limit. */
  bind(binding: Binding): Frame | null {
    const ofSite = this.#children.get(binding.site) ?? new Map<Frame, Frame[]>();
    const siblings = ofSite.get(binding.caller) ?? [];
    const known = siblings.find(
      ({ binding: other }) =>
        other!.fn === binding.fn &&
        other!.isAssumed === binding.isAssumed &&
        isSameSelf(other!.self, binding.self) &&
        isSameList(other!.args, binding.args),
    );
    if (known) return known;
    if (this.depth >= MAX_NESTED || binding.caller.#calls >= MAX_CALLS || isRecursion(binding)) return null;
    const frame = new Frame(this.unit, binding, this, this.depth + 1);
    siblings.push(frame);
    ofSite.set(binding.caller, siblings);
    this.#children.set(binding.site, ofSite);
    return frame;
  }

  /**
   * The frame in which a node means the same as in this one: without the calls of functions that are not around it. What
   * stands outside of a function is the same for all its calls.
   */
  around(node: Node): Frame {
    let frame: Frame = this;
    while (frame.#scope && (frame.#scope === node || !contains(frame.#scope, node))) {
      frame = frame.outer!;
    }
    return frame;
  }

  /** The binding of a function's parameters, if one of its calls is in view. */
  bindingOf(fn: FunctionNode | ClassNode): Binding | null {
    for (let frame: Frame | null = this; frame; frame = frame.outer) {
      if (frame.binding?.fn === fn) return frame.binding;
    }
    return null;
  }
}

/** The class in all of which a binding counts. */
function classSeeing({ fn, isAssumed }: Binding): Node | null {
  const member = fn.parent;
  const isSeen = member?.type === 'MethodDefinition' && (isAssumed || member.kind === 'constructor');
  return isSeen ? member.parent.parent : null;
}

/** Whether a call enters a function that is under way often enough. */
function isRecursion({ fn, caller }: Binding): boolean {
  let count = 0;
  for (let at: Frame | undefined = caller; at; at = at.binding?.caller)
    if (at.binding?.fn === fn && ++count >= MAX_RECURSION) return true;
  return false;
}
