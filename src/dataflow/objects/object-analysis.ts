import type { CallContext } from '../model/abstract-value.js';
import type { Evaluator } from '../model/evaluator.js';
import type { ObjectState, Contribution } from '../model/object-state.js';
import type { Decide } from '../evaluate/conditions.js';
import type { Node } from '../syntax/nodes.js';
import type { Aliases } from './aliases.js';
import type { MutationSites } from './mutation-sites.js';

/** What side effects ask of the reader of objects, which asks them in turn. */
export interface ObjectAnalysis {
  readonly tracker: Evaluator;
  readonly aliases: Aliases;
  readonly touches: MutationSites;
  /** Takes steps of work; `false` when there are none left: what follows from there is unknown. */
  spend(steps: number): boolean;
  /** What happens because of an expression is found once for each frame, and for each way of looking at it. */
  learnt(
    how: string,
    node: Node,
    frame: CallContext,
    find: () => readonly Contribution[],
  ): readonly Contribution[];
  /** What an options object may hold at a use, as alternatives. */
  bags(node: Node, frame: CallContext): readonly ObjectState[];
  /** Decides conditions whose values are known in a frame. */
  decider(frame: CallContext): Decide;
}
