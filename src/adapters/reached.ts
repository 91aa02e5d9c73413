import { unwrap, type CallLike, type Node } from '../tracking/ast.js';
import type { ApiRequest, Facts } from '../facts.js';
import type { ForwardTracker } from '../recognition/tracker.js';
import { Reader } from '../tracking/reader.js';
import { Tracker } from '../tracking/tracker.js';
import { adapters } from './index.js';
import type { FileView } from './file-view.js';

/**
 * Requests that are missed where a value is followed back from its use, because the way leads through something that is not
 * understood, and that are found by following the libraries' values forward.
 *
 * @param found what is known already; its calls are not looked at again
 */
export function requestsReached(
  view: FileView,
  found: Facts,
  forward: ForwardTracker,
): readonly ApiRequest[] {
  const known = new Set(found.requests.map(({ node }) => node));
  const calls = [...forward.calls].filter((call) => !known.has(call));
  if (calls.length === 0) return [];
  const { resolveModule, isKnown } = view.tracker;
  const tracker = new Tracker(resolveModule, isKnown, null, view.tracker.limits, forward);
  const isCalled = ({ callee }: CallLike) => forward.hasAny(unwrap(callee as Node));
  const reached = { calls, isCalled };
  const again: FileView = {
    ...view,
    tracker,
    reader: new Reader(tracker, undefined, view.reader.literals),
    reached,
  };
  const isNew = ({ node }: ApiRequest) => calls.includes(node);
  return adapters.flatMap((adapter) => (adapter.facts(again).requests ?? []).filter(isNew));
}
