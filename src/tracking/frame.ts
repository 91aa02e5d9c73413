import type { ClassNode, FunctionNode, Node } from './ast.js';
import type { Unit } from './unit.js';
import type { Value } from './value.js';

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
}

/** One call hands over different arguments where `bind` gave some of them. */
function isSameList(one: readonly Node[], other: readonly Node[]): boolean {
  return one === other || (one.length === other.length && one.every((node, i) => node === other[i]));
}

/** Deeper chains of calls are not bound; what depends on them is unknown. */
const MAX_BINDINGS = 6;

/**
 * The circumstances in which an expression is read: its file, and the calls through which it was reached. The same
 * function read for two callers has two frames, so the client of one never meets the body of the other.
 */
export class Frame {
  readonly #children = new Map<Node, Frame[]>();

  constructor(
    readonly unit: Unit,
    readonly binding: Binding | null = null,
    readonly outer: Frame | null = null,
    readonly depth = 0,
  ) {}

  /** The frame for the inside of a function at one call: the same object for the same call; `null` past the limit. */
  bind(binding: Binding): Frame | null {
    const siblings = this.#children.get(binding.site) ?? [];
    const known = siblings.find(
      ({ binding: other }) =>
        other!.caller === binding.caller &&
        other!.fn === binding.fn &&
        other!.self === binding.self &&
        isSameList(other!.args, binding.args),
    );
    if (known) return known;
    if (this.depth >= MAX_BINDINGS) return null;
    const frame = new Frame(this.unit, binding, this, this.depth + 1);
    siblings.push(frame);
    this.#children.set(binding.site, siblings);
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
