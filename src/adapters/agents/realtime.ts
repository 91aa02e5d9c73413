import type { FeatureUse, Host } from '../../facts/facts.js';
import { unwrap, type Node } from '../../dataflow/syntax/nodes.js';
import type { Alternative, ObjectState } from '../../dataflow/model/object-state.js';
import { calledName } from '../../dataflow/syntax/names.js';
import { urlHost } from '../shared/base-url.js';
import { lastName } from '../shared/call-facts.js';
import { optionsView } from '../shared/file-view.js';
import { OWN_HOST } from './client-host.js';
import type { Process } from './process.js';
import { argumentBags, type Made, type ApiNode } from './api-graph.js';
import { rootContext } from '../../dataflow/model/call-context.js';

/** What a voice session writes to OpenAI's dashboard. */
export function realtimeFeatures(
  thing: Extract<ApiNode, { kind: 'made' }>,
  process: Process,
): readonly FeatureUse[] {
  if (thing.name !== 'RealtimeSession' || thing.made.isUnseen) return [];
  const { view } = process.things;
  const { reader } = view;
  const { made } = thing;
  const options = argumentBags(made, 1, view);
  if (!reader.read(options, 'tracingDisabled').some(isOff)) return [];
  const client = {
    library: '@openai/agents',
    node: made.node,
    host: hostOf(made, options, process),
    options: optionsView([], reader),
    parent: null,
  };
  const call = unwrap(made.node);
  const node = call.type === 'NewExpression' ? lastName(unwrap(call.callee)) : made.node;
  const use = { near: node, client };
  const ineffective = reader
    .read(options, 'config', 'tracing')
    .flatMap((tracing) => (isNull(tracing) ? [tracing.node as Node] : []));
  return [
    { ...use, row: 'feature:agents-realtime-tracing', node, name: 'RealtimeSession' },
    ...ineffective.map((written) => ({
      ...use,
      row: 'feature:agents-realtime-config-tracing',
      node: written,
      name: 'tracing',
    })),
  ];
}

/** Not written, or written and false. */
function isOff(alternative: Alternative): boolean {
  if (alternative.kind === 'absent') return true;
  return alternative.kind === 'set' && alternative.value.kind === 'constant' && !alternative.value.value;
}

function isNull(alternative: Alternative): boolean {
  return (
    alternative.kind === 'set' && alternative.value.kind === 'constant' && alternative.value.value === null
  );
}

/** A transport, or the call that connects, may name another URL. */
function hostOf(session: Made, options: readonly ObjectState[], process: Process): Host {
  const { view } = process.things;
  if (hasStandIn(options, process)) return { class: 'local', name: 'a stand-in for tests' };
  const urls = [...transportUrls(options, process), ...connectedUrls(session, process)];
  return urlHost(
    urls.filter(({ kind }) => kind !== 'absent'),
    view,
    OWN_HOST,
  );
}

/** `new ScriptedRealtimeTransport()` of the SDK's own helpers for tests. */
function hasStandIn(options: readonly ObjectState[], { things }: Process): boolean {
  return things.view.reader.read(options, 'transport').some((transport) => {
    const isPath = transport.kind === 'set' && transport.value.kind === 'path';
    const thing = isPath ? things.of(transport.value) : null;
    return thing?.kind === 'made' && thing.package === 'testing';
  });
}

function transportUrls(options: readonly ObjectState[], { things }: Process): readonly Alternative[] {
  const { view } = things;
  return view.reader.read(options, 'transport').flatMap((transport): readonly Alternative[] => {
    if (transport.kind === 'absent') return [];
    if (transport.kind === 'unknown') return [transport];
    if (transport.value.kind === 'constant') return [];
    const thing = transport.value.kind === 'path' ? things.of(transport.value) : null;
    if (thing?.kind !== 'made')
      return [{ kind: 'unknown', reason: 'a transport of its own', node: transport.node }];
    const own = argumentBags(thing.made, 0, view);
    return ['url', 'baseUrl'].flatMap((key) => view.reader.read(own, key));
  });
}

/** `session.connect({ apiKey, url })` */
function connectedUrls(session: Made, { things }: Process): readonly Alternative[] {
  const { view } = things;
  return view.unit.calls.flatMap((call) => {
    const callee = unwrap(call.callee);
    if (callee.type !== 'MemberExpression' || calledName(callee) !== 'connect') return [];
    const isOfSession = view.tracker
      .values(callee.object, rootContext(view.unit))
      .some(({ node }) => unwrap(node) === unwrap(session.node));
    if (!isOfSession) return [];
    const made: Made = { node: call, args: call.arguments, frame: rootContext(view.unit) };
    return view.reader.read(argumentBags(made, 0, view), 'url');
  });
}
