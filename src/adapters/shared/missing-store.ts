import type { OptionsView } from '../../facts/facts.js';
import { withReadings } from '../../facts/options-view.js';
import type { Node } from '../../dataflow/syntax/nodes.js';
import type { Alternative, Reading } from '../../dataflow/model/object-state.js';

/** The same body where a missing `store` says nothing, because something that cannot be read decides about it. */
export function blurred(body: OptionsView, reason: string, because: Node): OptionsView {
  const unknown: Alternative = { kind: 'unknown', reason, node: because };
  return withStore(body, (reading) => [
    ...reading.filter(({ kind }) => kind !== 'absent'),
    ...(reading.some(({ kind }) => kind === 'absent') ? [unknown] : []),
  ]);
}

/** The same body where another place is asked to say `store`. */
export function withoutMissing(body: OptionsView): OptionsView {
  return withStore(body, (reading) => reading.filter(({ kind }) => kind !== 'absent'));
}

/** The same body with another reading of `store`. */
export function withStore(body: OptionsView, change: (reading: Reading) => Reading): OptionsView {
  return withReadings(body, (reading, path) => (path === 'store' ? change(reading) : reading));
}
