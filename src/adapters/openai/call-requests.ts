import type { TSESTree } from '@typescript-eslint/utils';
import {
  endpointAt,
  endpointOnOwnHost,
  operationNamed,
  type EntryPoint,
  type HttpMethod,
  type Operation,
} from '../../catalog/index.js';
import type { ApiRequest, Client, WireOperation } from '../../facts/facts.js';
import type { Argument } from '../../dataflow/evaluate/arguments.js';
import { coroutineUse, isStreamingResponse } from '../../dataflow/control/coroutine-uses.js';
import { isPythonTree } from '../../languages/python/tree.js';
import type { Node } from '../../dataflow/syntax/nodes.js';
import type { ObjectState } from '../../dataflow/model/object-state.js';
import { type CallContext, HOLE } from '../../dataflow/model/abstract-value.js';
import { optionsView, type FileView } from '../shared/file-view.js';
import { isOwnHost, hostOfUrl } from '../shared/hosts.js';
import { messageOperations } from '../shared/socket-messages.js';
import { nested, readTexts, textsOf, unreadable } from '../shared/reading.js';
import { unseenClient } from './clients.js';
import type { ApiGraph } from './api-graph.js';
import type { ApiNode } from './api-node.js';

/** A call of something from the package that may send. */
export interface Call {
  readonly node: TSESTree.CallExpression;
  /** The last name of what is called: `create` in `client.responses.create.call(…)`. */
  readonly name: Node;
  /** A `null` stands for arguments that cannot be read. */
  readonly args: readonly (Argument | null)[];
  readonly frame: CallContext;
}

/** What a call of a thing from the package sends; `null` when it sends nothing. */
export function requestOf(thing: ApiNode, call: Call, things: ApiGraph): ApiRequest | null {
  switch (thing.kind) {
    case 'operation':
      return operationRequest(thing, call, things.view);
    case 'raw':
      return rawRequest(thing, call, things.view);
    case 'entry':
      return entryRequest(thing, call, things);
    default:
      return null;
  }
}

/** `client.responses.create(body, options)` */
function operationRequest(
  { client, operation, bodyArgument }: Extract<ApiNode, { kind: 'operation' }>,
  call: Call,
  view: FileView,
): ApiRequest {
  const isLegacy = operation.majors.every((major) => major < 4);
  const isConfigured = bodyArgument !== undefined;
  const options = isConfigured ? [] : argumentBags(call, operation.optionsArgument, view);
  const given = argumentBags(call, bodyArgument ?? operation.bodyArgument, view);
  // The axios config of 3.x cannot replace the request; the request options of 4 and later can.
  const body = isLegacy ? given : replacedBody(options, given, view);
  const target = isLegacy ? client : aimedAt(readTexts(options, 'path', view), call.name, client, view);
  const redirected = isLegacy ? null : redirectedOperations(options, operation, target, view);
  return {
    ...common(call),
    name: operation.name,
    operations: redirected ?? chosenOperations(operation, given, view),
    knownNames: redirected
      ? null
      : [...operation.bodyNames, ...operation.queryNames, ...(client.bodyNames ?? [])],
    client: target,
    body: optionsView(body, view.reader),
    ...extraBody(call, bodyArgument ?? operation.bodyArgument, view),
    ...resultOf(call, operation),
    headers: optionsView(nested(options, 'headers', view), view.reader),
    requestOptions: optionsView(isLegacy ? [] : options, view.reader),
  };
}

/** `extra_body={…}`, which the front end for Python spreads over the other arguments. */
function extraBody({ args }: Call, index: number | undefined, view: FileView): Pick<ApiRequest, 'extraBody'> {
  const body = index === undefined ? undefined : args[index];
  if (body?.node.type !== 'ObjectExpression') return {};
  const bags = body.node.properties.flatMap((entry) =>
    (entry as { readonly isExtraBody?: boolean }).isExtraBody && entry.type === 'SpreadElement'
      ? view.reader.bags(entry.argument, body.frame)
      : [],
  );
  return bags.length > 0 ? { extraBody: optionsView(bags, view.reader) } : {};
}

/**
 * Methods of Python's SDK that answer with a context manager or with pages, which send when they are entered or iterated
 * (openai-python 3.3.1, `resources/`).
 */
const SENDS_LATER = /(?:^|\.)(?:list\w*|search|content|connect|permissions\.create|\w*[sS]tream)$/;

function resultOf({ node, frame }: Call, { name }: Operation): Pick<ApiRequest, 'result'> {
  if (!isPythonTree(frame.unit.source.ast) || SENDS_LATER.test(name) || isStreamingResponse(node)) return {};
  const result = coroutineUse(node, frame.unit);
  return result ? { result } : {};
}

/** `client.post('/files', { body, headers })`, `client.request({ method, path, body })`. */
function rawRequest(thing: Extract<ApiNode, { kind: 'raw' }>, call: Call, view: FileView): ApiRequest | null {
  const { method, pathArgument, optionsArgument } = thing.method;
  const options = argumentBags(call, optionsArgument, view);
  const path = pathArgument === undefined ? undefined : call.args[pathArgument];
  const written = path
    ? textsOf(view.tracker.values(path.node, path.frame))
    : readTexts(options, 'path', view);
  // A path out of view may be any.
  const paths = written.length === 0 && path ? [HOLE] : written;
  const methods = readTexts(options, 'method', view);
  const verb = (
    method && thing.name !== 'getAPIList' ? method : (methods[0] ?? method ?? 'GET')
  ).toUpperCase();
  const client = aimedAt(paths, call.name, thing.client, view);
  const operations = paths.flatMap((text) => operationAtPath(verb as HttpMethod, text, client) ?? []);
  if (operations.length === 0) return null;
  return {
    ...common(call),
    name: `${thing.name} ${operations[0]!.path}`,
    operations,
    knownNames: null,
    client,
    body: optionsView(nested(options, 'body', view), view.reader),
    headers: optionsView(nested(options, 'headers', view), view.reader),
    requestOptions: optionsView([], view.reader),
  };
}

/** A whole URL instead of a path decides where the request goes. */
function aimedAt(paths: readonly string[], node: Node, client: Client, view: FileView): Client {
  const url = paths.find((path) => /^https?:/.test(path));
  return url === undefined ? client : { ...client, host: { ...hostOfUrl(url, view.settings), node } };
}

/** Helpers of the package that send, `runner.run(client, body)`, and messages over its sockets, `socket.send(message)`. */
function entryRequest(
  thing: Extract<ApiNode, { kind: 'entry' }>,
  call: Call,
  things: ApiGraph,
): ApiRequest | null {
  const { view } = things;
  const [point] = thing.points;
  if (!point || !thing.isInstance) return null;
  const body = argumentBags(call, point.bodyArgument, view);
  const operations = point.transport === 'http' ? operationsOf(point) : messageOperations(point, body, view);
  if (operations.length === 0) return null;
  const client = thing.client ?? things.clientAmong(call.node.arguments, call.frame);
  return {
    ...common(call),
    name: point.member ? `${point.exportName}.${point.member}` : point.exportName,
    operations,
    knownNames: null,
    client: client ?? unseenClient('OpenAI', call.node, view),
    body: optionsView(body, view.reader),
    headers: optionsView([], view.reader),
    requestOptions: optionsView([], view.reader),
  };
}

function common({ node, name, frame }: Call) {
  return {
    node,
    stage: 'call' as const,
    callee: name,
    anchor: name,
    frame,
    evidence: 'certain' as const,
    isCalledHere: true,
  };
}

function operationsOf(point: EntryPoint): readonly WireOperation[] {
  const operation = point.operation === undefined ? undefined : operationNamed(point.operation);
  return operation?.endpoints.map((endpoint): WireOperation => ({ ...endpoint, transport: 'http' })) ?? [];
}

/** `responses.stream({ response_id })` reads a stored response instead of making one. */
function chosenOperations(
  operation: Operation,
  body: readonly ObjectState[],
  view: FileView,
): readonly WireOperation[] {
  const all = operation.endpoints.map((endpoint): WireOperation => ({ ...endpoint, transport: 'http' }));
  if (!operation.bodyNames.includes('response_id') || !operation.name.endsWith('responses.stream'))
    return all;
  const isReading = view.reader.read(body, 'response_id').some(({ kind }) => kind === 'set');
  return all.filter(({ effect }) => (effect === 'reads') === isReading);
}

/** `create(body, { path: '/files', method: 'post' })` sends to another endpoint. */
function redirectedOperations(
  options: readonly ObjectState[],
  operation: Operation,
  client: Client,
  view: FileView,
): readonly WireOperation[] | null {
  const paths = readTexts(options, 'path', view);
  if (paths.length === 0) return null;
  const [method = operation.endpoints[0]?.method ?? 'POST'] = readTexts(options, 'method', view);
  return paths.flatMap((path) => operationAtPath(method.toUpperCase() as HttpMethod, path, client) ?? []);
}

/** The call with this verb and path. Where the client does not surely reach OpenAI, only paths that the SDK has count. */
function operationAtPath(method: HttpMethod, path: string, { host }: Client): WireOperation | null {
  const relative = path
    .replace(/^https?:\/\/[^/]*/, '')
    .replace(/[?#].*$/s, '')
    .replace(/^\/v1(?=\/)/, '')
    .replaceAll(HOLE, '{}');
  const below = relative.startsWith('/') ? relative : `/${relative}`;
  const endpoint = isOwnHost(host) ? endpointOnOwnHost(method, below) : endpointAt(method, below);
  return endpoint ? { ...endpoint, transport: 'http' } : null;
}

function argumentBags(
  { args, node }: Call,
  index: number | undefined,
  view: FileView,
): readonly ObjectState[] {
  if (index === undefined) return [];
  if (args.slice(0, index + 1).includes(null)) return [unreadable('spread arguments', node)];
  const arg = args[index];
  return arg ? view.reader.bags(arg.node, arg.frame) : [{ parts: [], literal: null, node }];
}

/** The request options can replace what the first argument said. */
function replacedBody(
  options: readonly ObjectState[],
  given: readonly ObjectState[],
  view: FileView,
): readonly ObjectState[] {
  const reading = view.reader.read(options, 'body');
  if (reading.every(({ kind }) => kind === 'absent')) return given;
  const kept = reading.some(({ kind }) => kind === 'absent') ? given : [];
  return [...kept, ...nested(options, 'body', view)];
}
