import { unwrap, type CallLike, type Node } from '../dataflow/syntax/nodes.js';
import type { ApiRequest, Facts } from '../facts/facts.js';
import type { ForwardTracker } from '../recognition/tracker.js';
import { isUnread } from '../catalog/index.js';
import { ObjectReader } from '../dataflow/objects/object-reader.js';
import { DataflowEvaluator } from '../dataflow/evaluate/evaluator.js';
import { adapters } from '../adapters/index.js';
import type { FileView } from '../adapters/shared/file-view.js';

/**
 * All requests of a file: those that are found, and those that are missed where a value is followed back from its use,
 * because the way leads through something that is not understood, and that are found by following the libraries' values
 * forward.
 *
 * @param found what is known already; its calls are not looked at again, unless the path is not known
 */
export function withRequestsReached(
  view: FileView,
  found: Facts,
  forward: ForwardTracker,
): readonly ApiRequest[] {
  const open = new Set(found.requests.filter(isOpen));
  const known = new Set<Node>(found.requests.filter((one) => !open.has(one)).map(({ node }) => node));
  const calls = new Set([...forward.calls].filter((call) => !known.has(call)));
  if (calls.size === 0) return found.requests;
  const { resolveModule, isKnown } = view.tracker;
  const tracker = new DataflowEvaluator(resolveModule, isKnown, null, view.tracker.limits, forward);
  const isCalled = ({ callee }: CallLike) => forward.hasAny(unwrap(callee as Node));
  const reached = { calls, isCalled };
  const again: FileView = {
    ...view,
    tracker,
    reader: new ObjectReader(tracker, view.reader.literals),
    reached,
  };
  const more = adapters
    .flatMap((adapter) => adapter.facts(again).requests ?? [])
    .filter(({ node }) => calls.has(node));
  const better = new Set(more.map(({ node }) => node));
  return [...found.requests.filter((one) => !open.has(one) || !better.has(one.node)), ...more];
}

/** Goes to OpenAI, but nobody knows to which endpoint; or only its names say that it does. */
function isOpen({ evidence, operations }: ApiRequest): boolean {
  return evidence === 'likely' || operations.every(({ path }) => isUnread(path));
}
