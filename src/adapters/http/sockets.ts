import type { ApiRequest, WireOperation } from '../../facts/facts.js';
import type { CallLike } from '../../dataflow/syntax/nodes.js';
import type { ObjectState } from '../../dataflow/model/object-state.js';
import type { CallContext } from '../../dataflow/model/abstract-value.js';
import { applied, lastName } from '../shared/call-facts.js';
import { optionsView, type FileView } from '../shared/file-view.js';
import { messageOperations } from '../shared/socket-messages.js';
import { nested } from '../shared/reading.js';
import { bodyOf, isOnlyFor } from './bodies.js';
import { knownNames } from './requests.js';
import type { ApiGraph } from './api-graph.js';
import { destinationOf, urlsOf } from './urls.js';

/** Types of the messages that carry a body, by the path of the socket. */
const MESSAGE_TYPES: readonly (readonly [RegExp, readonly string[]])[] = [
  [/^\/responses$/, ['response.create']],
  [/^\/(?:realtime|live)(?:\/|$)/, ['session.start', 'session.update', 'response.create']],
];

/** `socket.send(JSON.stringify({ type, … }))`, where the socket was opened to OpenAI. */
export function messagesAt(
  call: CallLike,
  frame: CallContext,
  view: FileView,
  things: ApiGraph,
): readonly ApiRequest[] {
  const { target, args } = applied(call, frame, view);
  const [first] = args;
  if (!first) return [];
  return view.tracker.values(target, frame).flatMap((value) => {
    const thing = value.kind === 'path' ? things.of(value) : null;
    const url = thing?.kind === 'socket-send' ? thing.step.args[0] : undefined;
    if (thing?.kind !== 'socket-send' || !url) return [];
    const places = urlsOf(url, thing.step.frame, view).flatMap((one) => destinationOf(one, view) ?? []);
    const place = places.find(({ host }) => host.class === 'openai') ?? places[0];
    const path = place?.path.replace(/^.*\/v1(?=\/)/, '');
    const messageTypes = MESSAGE_TYPES.find(([pattern]) => pattern.test(path ?? ''))?.[1];
    if (!place || path === undefined || !messageTypes) return [];
    const body = bodyOf(first.node, first.frame, 'text', view);
    const operations = messageOperations({ transport: 'websocket', path, messageTypes }, body.bags, view);
    if (operations.length === 0) return [];
    const name = lastName(target);
    return [
      {
        node: call,
        stage: 'call',
        callee: name,
        anchor: name,
        frame,
        evidence: 'certain',
        isCalledHere: true,
        name: `WebSocket /v1${path}`,
        operations,
        knownNames: knownInMessage(operations),
        bodyCalls: body.calls.filter((made) => isOnlyFor(made, [call], frame)),
        client: {
          library: 'WebSocket',
          node: name,
          host: { ...place.host, node: url },
          options: optionsView([], view.reader),
          parent: null,
        },
        body: optionsView(inMessage(body.bags, view), view.reader),
        headers: optionsView([], view.reader),
        requestOptions: optionsView([], view.reader),
      } satisfies ApiRequest,
    ];
  });
}

/** Some write the fields of a response under a key of their own. */
function inMessage(message: readonly ObjectState[], view: FileView): readonly ObjectState[] {
  const inside = nested(message, 'response', view);
  return inside.length > 0 ? inside : message;
}

/** Of the fields of a voice session the SDK says nothing here. */
function knownInMessage(operations: readonly WireOperation[]): readonly string[] | null {
  const names = operations.some(({ path }) => path === '/responses') ? knownNames(operations) : null;
  return names && [...names, 'type', 'event_id'];
}
