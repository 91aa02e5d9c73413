import type { ApiRequest, HostClass, OptionsView } from '../../facts/facts.js';
import { withReadings } from '../../facts/options-view.js';
import type { Node } from '../../dataflow/syntax/nodes.js';
import type { Alternative, Reading } from '../../dataflow/model/object-state.js';

/** Hosts of others: a place that sends to one of them and to OpenAI has a body that both may be given. */
const OTHERS: ReadonlySet<HostClass> = new Set(['other-cloud', 'gateway', 'other-vendor', 'local']);

export function isOthers(host: HostClass): boolean {
  return OTHERS.has(host);
}

const LOOK_FIRST = 'the same body may also go to another host';

/**
 * Requests as they are, except where one place in the code sends to OpenAI or to somebody else, or to a host that cannot
 * be read, as a condition decides.
 * There the same condition may decide about the body, so that an option which is written for some alternative counts as
 * not known for the others; what is in the body may be the other host's; and nobody but a person can edit it.
 */
export function apartByHost(requests: readonly ApiRequest[]): readonly ApiRequest[] {
  const shared = new Set<Node>(
    requests
      .filter(({ client: { host } }) => host.isOneOf || host.class === 'unknown' || isOthers(host.class))
      .map(({ node }) => node),
  );
  return requests.map((request) => {
    if (!shared.has(request.node) || isOthers(request.client.host.class)) return request;
    const { lookFirst = LOOK_FIRST, ...terms } = request.terms ?? {};
    return {
      ...request,
      knownNames: null,
      body: apartByCondition(request.body),
      terms: { ...terms, lookFirst },
    };
  });
}

/** A body of which a condition decides that also decides about who is asked. */
export function apartByCondition(body: OptionsView): OptionsView {
  return withReadings(body, apart);
}

function apart(reading: Reading): Reading {
  const isWritten = reading.some(({ kind }) => kind === 'set');
  const isSwitchedBothWays = [true, false].every((on) => reading.some((found) => isConstant(found, on)));
  return reading.map((found): Alternative => {
    const isOpen =
      (found.kind === 'absent' && isWritten) ||
      (isSwitchedBothWays && (isConstant(found, true) || isConstant(found, false)));
    if (!isOpen || found.kind === 'unknown') return found;
    const node = found.node ?? (found.kind === 'absent' ? found.literal : null);
    const other = reading.find((one) => one.kind === 'set');
    return {
      kind: 'unknown',
      reason: 'an option that depends on who is asked',
      node: node ?? (other as Extract<Alternative, { kind: 'set' }>).node,
    };
  });
}

function isConstant(found: Alternative, value: boolean): boolean {
  return found.kind === 'set' && found.value.kind === 'constant' && found.value.value === value;
}
