import type { Node } from '../dataflow/syntax/nodes.js';
import type { Reaching } from '../dataflow/model/evaluator.js';
import type { CallContext, AbstractValue } from '../dataflow/model/abstract-value.js';
import { ForwardTracker, isLostIn, type Program } from './tracker.js';

/** What literals reach which expressions of a file: followed when somebody asks for the first time. */
export class ReachedLiterals implements Reaching {
  #found: ForwardTracker | undefined;

  constructor(readonly program: Omit<Program, 'follows'>) {}

  get #reaching(): ForwardTracker {
    return (this.#found ??= new ForwardTracker({ ...this.program, follows: 'literals' }));
  }

  hasAny(node: Node): boolean {
    return this.#reaching.hasAny(node);
  }

  at(node: Node, frame: CallContext): readonly AbstractValue[] {
    const reaching = this.#reaching;
    const found = reaching.at(node).filter((value) => reaching.mayComeBy(value, frame));
    // A function that goes through what it is handed gives back the whole, not each of its parts.
    return found.filter((value) => !found.some(({ node: object }) => reaching.isInside(value, object)));
  }

  isHolder(value: AbstractValue): boolean {
    return isLostIn(value, this.program.graphs);
  }
}
