import { allOperations, type HttpMethod } from '../../catalog/index.js';
import type { ApiRequest, WireOperation } from '../../facts/facts.js';
import { isOthers } from '../shared/host-alternatives.js';
import { unwrap, type CallLike, type Node } from '../../dataflow/syntax/nodes.js';
import type { ObjectState } from '../../dataflow/model/object-state.js';
import { calledName } from '../../dataflow/syntax/names.js';
import type { CallContext, AbstractValue } from '../../dataflow/model/abstract-value.js';
import { cloudClass } from '../shared/hosts.js';
import { applied, lastName } from '../shared/call-facts.js';
import { optionsView, type FileView } from '../shared/file-view.js';
import { nested, readTexts } from '../shared/reading.js';
import { bodyOf, isOnlyFor, type Body } from './bodies.js';
import { bodyOfCall, optionsOf, urlsOfCall, verbsOf, type SendingCall } from './calls.js';
import { FETCH, fetchClient } from './clients.js';
import type { ApiNode, ApiGraph } from './api-graph.js';
import { destinationOf, operationAt, type Destination, type Url } from './urls.js';

/** The requests that a call sends without a library of OpenAI's. */
export function requestsAt(
  call: CallLike,
  frame: CallContext,
  view: FileView,
  things: ApiGraph,
): readonly ApiRequest[] {
  const { target, args } = applied(call, frame, view);
  const values = view.tracker.values(target, frame);
  return sendersOf(call, values, view, things).flatMap((sender) => {
    const request = requestOf({ ...sender, node: call, name: lastName(target), args, frame }, view, things);
    return request ? [request] : [];
  });
}

/** How to evaluate what the body of a call is made of; what is called is no part of it. */
export function bodyEvaluation(
  call: CallLike,
  frame: CallContext,
  view: FileView,
  things: ApiGraph,
): () => void {
  const { target, args } = applied(call, frame, view);
  const senders = sendersOf(call, view.tracker.values(target, frame), view, things);
  return () => {
    // A message over a socket.
    const [first] = args;
    if (senders.length === 0 && first) bodyOf(first.node, first.frame, 'text', view);
    for (const sender of senders) {
      const sending = { ...sender, node: call, name: target, args, frame };
      bodyOfCall(sending, optionsOf(sending, view), view);
    }
  };
}

type Sender = Pick<SendingCall, 'signature' | 'of'> & { readonly isGuess?: true };

function sendersOf(
  call: CallLike,
  values: readonly AbstractValue[],
  view: FileView,
  things: ApiGraph,
): readonly Sender[] {
  const found = values.flatMap((value) => {
    const sender = value.kind === 'path' ? senderOf(things.of(value), call) : null;
    return sender ? [sender] : [];
  });
  const isOpen = found.length === 0 && values.every((value) => view.tracker.saysNothing(value));
  return isOpen && isNamedFetch(call) ? [{ signature: FETCH, of: fetchClient, isGuess: true }] : found;
}

function senderOf(thing: ApiNode | null, call: CallLike): Sender | null {
  const isNew = call.type === 'NewExpression';
  switch (thing?.kind) {
    case 'sender':
      return isNew ? null : thing;
    case 'instance':
      return isNew || !thing.of.client.called ? null : { signature: thing.of.client.called, of: thing.of };
    case 'request-class':
      return isNew ? { signature: FETCH, of: thing.of } : null;
    default:
      return null;
  }
}

/** A function of that name which is handed in, or comes from out of view: SvelteKit's `fetch`, `fetchWithRetry`. */
function isNamedFetch(call: CallLike): boolean {
  const name = calledName(unwrap(call.callee)) ?? '';
  return call.type === 'CallExpression' && /fetch/i.test(name) && !/mock|stub|spy|fake|prefetch/i.test(name);
}

function requestOf(call: SendingCall & Sender, view: FileView, things: ApiGraph): ApiRequest | null {
  const options = optionsOf(call, view);
  const body = bodyOfCall(call, options, view);
  const verbs = verbsOf(call, options, view).flatMap(
    (verb) => verb ?? (body.bags.length > 0 ? ['POST'] : []),
  );
  const targets = targetsOf(urlsOfCall(call, options, view), verbs, call, view);
  const [first] = targets;
  if (!first || (call.isGuess && !isSurelyFetch(first, options, view)) || isOfRequest(call, view, things))
    return null;
  const { host } = first.destination;
  const headers = headersOf(options, view);
  const operations = distinct(targets.map(({ operation }) => operation));
  return {
    node: call.node,
    stage: 'call',
    callee: call.name,
    anchor: call.name,
    frame: call.frame,
    evidence: 'certain',
    isCalledHere: true,
    name: `${operations[0]!.method} /v1${operations[0]!.path}`,
    operations,
    ...(operations.length > 1 ? { areAlternatives: true as const } : {}),
    knownNames: knownNames(operations),
    client: {
      library: call.of.client.name,
      node: call.name,
      // A whole URL decides the host at the call itself.
      host: {
        ...host,
        node: host.class === 'unknown' ? urlNode(call) : call.name,
        ...(first.isOneOf && !isOthers(host.class) ? { isOneOf: true as const } : {}),
        ...(first.isByDefault ? { isByDefault: true as const } : {}),
      },
      options: optionsView([], view.reader),
      parent: null,
    },
    body: optionsView(isSessionDescription(headers, view) ? [] : body.bags, view.reader),
    bodyCalls: bodyCalls(body, call),
    headers: optionsView(headers, view.reader),
    requestOptions: optionsView([], view.reader),
  };
}

/** Calls through which the body reaches this request and nothing else. */
function bodyCalls({ calls, sentBy = [] }: Body, { node, frame }: SendingCall): readonly Node[] {
  const takers: Node[] = [node, ...sentBy];
  for (let at: CallContext | null = frame; at; at = at.outer) if (at.binding) takers.push(at.binding.site);
  return [...sentBy, ...calls.filter((made) => isOnlyFor(made, takers, frame))];
}

interface Target {
  readonly operation: WireOperation;
  readonly destination: Destination;
  /** Other alternatives of the URL are somebody else's. */
  readonly isOneOf?: true;
  /** Somebody may pass another address, which is not known. */
  readonly isByDefault?: true;
}

/** The calls of OpenAI's API among what is sent; of several hosts the one that is surely OpenAI's. */
function targetsOf(
  urls: readonly Url[],
  verbs: readonly string[],
  call: SendingCall,
  view: FileView,
): readonly Target[] {
  const found = urls.flatMap((url) => {
    const destination = destinationOf(url, view);
    const place = destination && placed(destination, call, view);
    if (!place) return [];
    return verbs.flatMap((verb) => {
      const operation = operationAt(verb as HttpMethod, place);
      return operation ? [{ operation, destination: place }] : [];
    });
  });
  const classes = urls.flatMap((url) => destinationOf(url, view)?.host.class ?? []);
  const isElsewhere = classes.some(isOthers);
  const decided =
    found.find(({ destination }) => destination.host.class === 'openai') ??
    found.find(({ destination }) => destination.host.class === 'unknown') ??
    found[0];
  const isByDefault = decided?.destination.host.class === 'openai' && urls.some((url) => url.isPassed);
  return found
    .filter(({ destination }) => destination.host.class === decided?.destination.host.class)
    .map((target) => ({
      ...target,
      ...(isElsewhere || isByDefault ? { isOneOf: true as const } : {}),
      ...(isByDefault ? { isByDefault } : {}),
    }));
}

/** A host out of view counts only where something else speaks of OpenAI. */
function placed(destination: Destination, call: SendingCall, view: FileView): Destination | null {
  const { host, path } = destination;
  if (host.class !== 'unknown') return destination;
  if (/^\/openai\/deployments\//.test(path))
    return { ...destination, host: { class: cloudClass('azure', view.settings), name: 'azure' } };
  const places = [
    ...call.args.flatMap((arg) => arg ?? []),
    ...call.of.made.map(({ step }) => ({ node: step.site, frame: step.frame })),
  ];
  const isHinted = places.some(({ node, frame }) => {
    const text = frame.unit.source.text.slice(...node.range);
    return /openai/i.test(text.replace(/\/openai\b/gi, '')) && !/azure/i.test(text);
  });
  return isHinted ? destination : null;
}

/** `fetch(new Request(…))`: the `new` is the request. */
function isOfRequest({ signature, args, node }: SendingCall, view: FileView, things: ApiGraph): boolean {
  const first = signature.url === undefined ? undefined : args[signature.url];
  if (!first || node.type === 'NewExpression') return false;
  return view.tracker
    .values(first.node, first.frame)
    .some((value) => value.kind === 'path' && things.of(value)?.kind === 'request');
}

/** Nobody else takes a URL of OpenAI's and the options of `fetch`. */
function isSurelyFetch({ destination }: Target, options: readonly ObjectState[], view: FileView): boolean {
  const { host } = destination;
  if (host.class !== 'openai' || host.name === undefined) return false;
  return ['method', 'headers', 'body'].some((name) =>
    view.reader.read(options, name).some(({ kind }) => kind === 'set'),
  );
}

/**
 * Whether the body is the offer of a WebRTC call, which says nothing of the session: that was configured where the key of
 * the call was made.
 */
function isSessionDescription(headers: readonly ObjectState[], view: FileView): boolean {
  return ['Content-Type', 'content-type'].some((name) =>
    readTexts(headers, name, view).some((type) => type.toLowerCase().startsWith('application/sdp')),
  );
}

/** `headers: { … }`, `headers: new Headers({ … })`. */
function headersOf(options: readonly ObjectState[], view: FileView): readonly ObjectState[] {
  return view.reader.read(options, 'headers').flatMap((alternative) => {
    if (alternative.kind !== 'set') return [];
    const { value } = alternative;
    const isMade = value.kind === 'path' && value.step?.kind === 'new' && value.root.kind === 'global';
    if (!isMade || value.step?.kind !== 'new') return nested(options, 'headers', view);
    const [first] = value.step.args;
    return first ? view.reader.bags(first, value.step.frame) : [];
  });
}

function urlNode({ args, signature, name }: SendingCall): Node {
  return args[signature.url ?? signature.options ?? 0]?.node ?? name;
}

function distinct(operations: readonly WireOperation[]): readonly WireOperation[] {
  return [
    ...new Map(operations.map((operation) => [`${operation.method} ${operation.path}`, operation])).values(),
  ];
}

/** What the SDK's methods for the same calls know in the body: the API knows nothing else. */
export function knownNames(operations: readonly WireOperation[]): readonly string[] | null {
  const known = operations.flatMap(({ method, path }) =>
    allOperations()
      .filter(({ endpoints }) =>
        endpoints.some((endpoint) => endpoint.method === method && endpoint.path === path),
      )
      .flatMap(({ bodyNames, queryNames }) => [...bodyNames, ...queryNames]),
  );
  return known.length > 0 ? [...new Set(known)] : null;
}
