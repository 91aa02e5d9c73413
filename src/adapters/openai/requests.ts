import type { TSESTree } from '@typescript-eslint/utils';
import { endpointAt, methodNames, operationNamed, rawMethods, type HttpMethod, type Operation } from '../../catalog/index.js';
import type { ApiRequest, Client, WireOperation } from '../../facts.js';
import { parameterRowsOf } from '../../policy/index.js';
import { argumentsOf, listed, type Argument } from '../../tracking/arguments.js';
import { contains, unwrap, type ClassNode, type FunctionNode, type Node } from '../../tracking/ast.js';
import type { Bag } from '../../tracking/bag.js';
import { calledName } from '../../tracking/builtins.js';
import { contextsOf } from '../../tracking/contexts.js';
import type { Frame } from '../../tracking/frame.js';
import { enter } from '../../tracking/tracker.js';
import { HOLE } from '../../tracking/value.js';
import { optionsView, type FileView } from '../file-view.js';
import type { Thing, Things } from './things.js';

/** A `null` stands for arguments that cannot be read. */
type Arguments = readonly (Argument | null)[];

/** Keys of bodies that no rule judges and that hold what the user types; they decide nothing about retention. */
const NOT_JUDGED = new Set(['input', 'instructions', 'messages', 'temperature', 'max_tokens', 'max_output_tokens']);

/** The requests that the calls of a file send through the `openai` package. */
export function requestsIn(view: FileView, things: Things): ApiRequest[] {
  const found: ApiRequest[] = [];
  for (const call of view.unit.calls) {
    if (call.type !== 'CallExpression' || !mayBeRequest(call, view)) continue;
    const frames = contextsOf(view.unit, view.tracker, (frame) => {
      for (const request of requestsAt(call, frame, view, things)) touchJudgedKeys(request, view);
    });
    for (const frame of frames) {
      found.push(...requestsAt(call, frame, view, things).map((request) => withAnchor(request, view)));
      found.push(...requestsBehind(call, frame, view, things));
    }
  }
  return found;
}

/**
 * Requests that a function of another file sends with a body that it is given here: `ask({ input })`, where `ask` is
 * imported and calls `client.responses.create({ ...options, model })`. Everything else about them is that file's matter.
 */
function requestsBehind(
  call: TSESTree.CallExpression,
  frame: Frame,
  view: FileView,
  things: Things,
): readonly ApiRequest[] {
  return view.tracker.values(call.callee, frame).flatMap((fn) => {
    if (fn.kind !== 'function' || fn.frame.unit === view.unit) return [];
    const inside = enter(fn, call, call.arguments, frame);
    if (!inside) return [];
    return fn.frame.unit.calls
      .filter((inner) => contains(fn.node, inner))
      .flatMap((inner) => {
        if (inner.type !== 'CallExpression' || !mayBeRequest(inner, { ...view, unit: fn.frame.unit })) return [];
        const isGivenBody = (request: ApiRequest) => unboundInBody(request, fn.frame, view).has(fn.node);
        return requestsAt(inner, inside, view, things)
          .filter(isGivenBody)
          .map((request) => ({ ...request, anchor: lastName(unwrap(call.callee)), isCalledHere: false }));
      });
  });
}

/** A cheap test of the callee's last name, before anything is tracked. */
function mayBeRequest(call: TSESTree.CallExpression, view: FileView): boolean {
  const callee = unwrap(call.callee);
  if (callee.type === 'Identifier') {
    const variable = view.unit.variable(callee);
    if (variable?.defs.some((def) => def.type === ('ImportBinding' as string))) return mayBeSender(callee, view);
    return variable !== undefined && variable.defs.some((def) => def.type !== ('FunctionName' as string));
  }
  if (callee.type !== 'MemberExpression') return callee.type === 'ConditionalExpression';
  if (callee.computed) return true;
  const name = calledName(callee);
  if (name === undefined) return false;
  if (mayBeSender(callee, view)) return true;
  return methodNames().has(name) || rawMethods.has(name) || name === 'call' || name === 'apply';
}

/** Resources whose methods take a body, and what passes on the exports of other modules. */
const SENDS_OR_PASSES_ON = /\b(?:responses|completions|client_secrets)\b|\bexport\s*(?:\*|\{[^}]*\})\s*from\b/;

/** Does a callee start at an imported name, so that its function may be one of another file that sends what it is given? */
function mayBeSender(callee: Node, view: FileView): boolean {
  let root: Node = callee;
  while (root.type === 'MemberExpression') root = unwrap(root.object);
  const variable = root.type === 'Identifier' ? view.unit.variable(root) : undefined;
  const binding = variable?.defs.find((def) => def.type === ('ImportBinding' as string));
  const declaration = (binding?.node as Node | undefined)?.parent;
  return declaration?.type === 'ImportDeclaration' && view.mentions(declaration.source.value, SENDS_OR_PASSES_ON);
}

function requestsAt(call: TSESTree.CallExpression, frame: Frame, view: FileView, things: Things): ApiRequest[] {
  const callee = unwrap(call.callee);
  const isCall = callee.type === 'MemberExpression' && calledName(callee) === 'call';
  const isApply = callee.type === 'MemberExpression' && calledName(callee) === 'apply';
  const target = isCall || isApply ? (callee as TSESTree.MemberExpression).object : callee;
  const list = call.arguments[1];
  const args = isApply
    ? list && listed(list, frame, view.tracker)
    : argumentsOf(isCall ? call.arguments.slice(1) : call.arguments, frame, view.tracker);
  const found: ApiRequest[] = [];
  for (const value of view.tracker.values(target, frame)) {
    const thing = value.kind === 'path' ? things.of(value) : null;
    if (!thing) continue;
    const request = requestOf(thing, call, unwrap(target), args ?? [], frame, view);
    if (request) found.push(request);
  }
  return found;
}

function requestOf(
  thing: Thing,
  call: TSESTree.CallExpression,
  target: Node,
  args: Arguments,
  frame: Frame,
  view: FileView,
): ApiRequest | null {
  switch (thing.kind) {
    case 'operation':
      return operationRequest(thing.client, thing.operation, call, target, args, frame, view);
    case 'raw':
      return rawRequest(thing, call, target, args, frame, view);
    case 'entry':
      return entryRequest(thing, call, target, args, frame, view);
    default:
      return null;
  }
}

function operationRequest(
  client: Client,
  operation: Operation,
  call: TSESTree.CallExpression,
  target: Node,
  args: Arguments,
  frame: Frame,
  view: FileView,
): ApiRequest {
  const isLegacy = operation.majors.every((major) => major < 4);
  const options = argumentBags(args, operation.optionsArgument, view, frame);
  // The axios config of 3.x cannot replace the body; the request options of 4 and later can.
  const given = argumentBags(args, operation.bodyArgument, view, frame);
  const body = isLegacy ? given : replacedBy(options, 'body', given, view);
  const redirected = isLegacy ? null : redirectedOperations(options, operation, view);
  const operations = redirected ?? chosenOperations(operation, given, view);
  return {
    ...common(call, target, frame),
    name: operation.name,
    operations,
    knownNames: redirected ? null : [...operation.bodyNames, ...operation.queryNames],
    client,
    body: optionsView(body, view.reader),
    headers: optionsView(nested(options, 'headers', view), view.reader),
    requestOptions: optionsView(isLegacy ? [] : options, view.reader),
  };
}

/** `client.post('/files', { body, headers })`, `client.request({ method, path, body })`. */
function rawRequest(
  thing: Extract<Thing, { kind: 'raw' }>,
  call: TSESTree.CallExpression,
  target: Node,
  args: Arguments,
  frame: Frame,
  view: FileView,
): ApiRequest | null {
  const { method, pathArgument, optionsArgument } = thing.method;
  const options = argumentBags(args, optionsArgument, view, frame);
  const pathGiven = pathArgument === undefined ? undefined : args[pathArgument];
  const paths = pathGiven ? texts(pathGiven.node, pathGiven.frame, view) : readTexts(options, 'path', view);
  const methods = method && thing.name !== 'getAPIList' ? [method] : readTexts(options, 'method', view);
  const operations = paths.flatMap((path) => {
    const verb = (methods[0] ?? method ?? 'GET').toUpperCase() as HttpMethod;
    const operation = operationAtPath(verb, path);
    return operation ? [operation] : [];
  });
  if (operations.length === 0) return null;
  return {
    ...common(call, target, frame),
    name: `${thing.name} ${operations[0]!.path}`,
    operations,
    knownNames: null,
    client: thing.client,
    body: optionsView(nested(options, 'body', view), view.reader),
    headers: optionsView(nested(options, 'headers', view), view.reader),
    requestOptions: optionsView([], view.reader),
  };
}

/** Helper classes and functions of the package that send: `new ResponsesToolRunner(…).run(client, body)`. */
function entryRequest(
  thing: Extract<Thing, { kind: 'entry' }>,
  call: TSESTree.CallExpression,
  target: Node,
  args: Arguments,
  frame: Frame,
  view: FileView,
): ApiRequest | null {
  const [point] = thing.points;
  if (!point || !thing.isInstance || point.transport !== 'http' || point.operation === undefined) return null;
  const operation = operationNamed(point.operation);
  if (!operation) return null;
  const body = argumentBags(args, point.bodyArgument, view, frame);
  return {
    ...common(call, target, frame),
    name: point.member ? `${point.exportName}.${point.member}` : point.exportName,
    operations: operation.endpoints.map((endpoint) => ({ ...endpoint, transport: 'http' })),
    knownNames: null,
    client: { library: 'openai', node: call, host: { class: 'unseen' }, options: optionsView([], view.reader), parent: null },
    body: optionsView(body, view.reader),
    headers: optionsView([], view.reader),
    requestOptions: optionsView([], view.reader),
  };
}

function common(call: TSESTree.CallExpression, target: Node, frame: Frame) {
  const callee = lastName(target);
  return { node: call, callee, anchor: callee, frame, evidence: 'certain' as const, isCalledHere: true };
}

/**
 * A body that is put together from a function's parameters belongs to the call of that function: the report goes there.
 * A body that only shares the function with a handed-in client stays where it is.
 */
function withAnchor(request: ApiRequest, view: FileView): ApiRequest {
  let frame: Frame = request.frame;
  while (frame.outer?.binding) frame = frame.outer;
  const site = frame.binding?.site;
  if (site?.type !== 'CallExpression' && site?.type !== 'NewExpression') return request;
  const isGivenBody = unboundInBody(request, view.unit.root, view).size > 0;
  return isGivenBody ? { ...request, anchor: lastName(unwrap(site.callee)) } : request;
}

/** The functions on whose parameters the judged part of a request's body depends. */
function unboundInBody(request: ApiRequest, frame: Frame, view: FileView): ReadonlySet<FunctionNode | ClassNode> {
  const names = judgedNames(request);
  const { unbound } = view.tracker.recording(() => {
    for (const arg of argumentsOf(request.node.arguments, frame, view.tracker)) {
      if (!arg) continue;
      const bags = view.reader.bags(arg.node, arg.frame);
      for (const name of names) view.reader.read(bags, name);
    }
  });
  return unbound;
}

/** `create` in `client.responses.create`. */
function lastName(callee: Node): Node {
  return callee.type === 'MemberExpression' ? callee.property : callee;
}

/** `responses.stream({ response_id })` reads a stored response instead of making one. */
function chosenOperations(operation: Operation, body: readonly Bag[], view: FileView): readonly WireOperation[] {
  const all = operation.endpoints.map((endpoint): WireOperation => ({ ...endpoint, transport: 'http' }));
  if (!operation.bodyNames.includes('response_id') || !operation.name.endsWith('responses.stream')) return all;
  const isReading = view.reader.read(body, 'response_id').some(({ kind }) => kind === 'set');
  return all.filter(({ effect }) => (effect === 'reads') === isReading);
}

/** `create(body, { path: '/files', method: 'post' })` sends to another endpoint. */
function redirectedOperations(
  options: readonly Bag[],
  operation: Operation,
  view: FileView,
): readonly WireOperation[] | null {
  const paths = readTexts(options, 'path', view);
  if (paths.length === 0) return null;
  const [method = operation.endpoints[0]?.method ?? 'POST'] = readTexts(options, 'method', view);
  return paths.flatMap((path) => operationAtPath(method.toUpperCase() as HttpMethod, path) ?? []);
}

/** The catalogued call with this verb and path; a path that the catalog does not know is no request to OpenAI's API. */
function operationAtPath(method: HttpMethod, path: string): WireOperation | null {
  const relative = path
    .replace(/^https?:\/\/[^/]*/, '')
    .replace(/[?#].*$/s, '')
    .replace(/^\/v1(?=\/)/, '')
    .replaceAll(HOLE, '{}');
  const endpoint = endpointAt(method, relative.startsWith('/') ? relative : `/${relative}`);
  return endpoint ? { ...endpoint, transport: 'http' } : null;
}

function argumentBags(
  args: Arguments,
  index: number | undefined,
  view: FileView,
  frame: Frame,
): readonly Bag[] {
  if (index === undefined) return [];
  if (args.slice(0, index + 1).includes(null)) return [unreadable('spread arguments', frame.unit.source.ast)];
  const arg = args[index];
  return arg ? view.reader.bags(arg.node, arg.frame) : [{ parts: [], literal: null, node: frame.unit.source.ast }];
}

/** Bags of a nested object, `[]` when it is absent. */
function nested(bags: readonly Bag[], key: string, view: FileView): readonly Bag[] {
  return view.reader.read(bags, key).flatMap((alternative) => {
    if (alternative.kind === 'absent') return [];
    if (alternative.kind === 'unknown') return [unreadable(alternative.reason, alternative.node)];
    return view.reader.bags(alternative.valueNode, alternative.frame);
  });
}

/** The request options can replace what the first argument said. */
function replacedBy(
  options: readonly Bag[],
  key: string,
  given: readonly Bag[],
  view: FileView,
): readonly Bag[] {
  const reading = view.reader.read(options, key);
  if (options.length === 0 || reading.every(({ kind }) => kind === 'absent')) return given;
  const kept = reading.some(({ kind }) => kind === 'absent') ? given : [];
  return [...kept, ...nested(options, key, view)];
}

function texts(node: Node, frame: Frame, view: FileView): readonly string[] {
  return view.tracker.values(node, frame).flatMap((value) => {
    if (value.kind === 'text') return [value.text];
    return value.kind === 'constant' && typeof value.value === 'string' ? [value.value] : [];
  });
}

function readTexts(bags: readonly Bag[], key: string, view: FileView): readonly string[] {
  return view.reader.read(bags, key).flatMap((alternative) => {
    if (alternative.kind !== 'set') return [];
    const { value } = alternative;
    if (value.kind === 'text') return [value.text];
    return value.kind === 'constant' && typeof value.value === 'string' ? [value.value] : [];
  });
}

function unreadable(reason: string, node: Node): Bag {
  return { parts: [{ kind: 'unknown', reason, node, isCertain: true }], literal: null, node };
}

/** Evaluates the keys that rules judge, so that parameters on which they depend are met. */
function touchJudgedKeys(request: ApiRequest, view: FileView): void {
  for (const name of judgedNames(request)) request.body.read(name);
  for (const { value, frame } of request.headers.keys()) view.tracker.values(value, frame);
}

/** Top-level names of the body that some policy row speaks of. */
function judgedNames(request: ApiRequest): ReadonlySet<string> {
  const names = request.operations.flatMap(({ method, path }) =>
    parameterRowsOf(method, path).map(({ parameter }) => parameter.split(/[.[]/)[0]!),
  );
  return new Set(names.filter((name) => !NOT_JUDGED.has(name)));
}
