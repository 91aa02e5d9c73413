import type { TSESTree } from '@typescript-eslint/utils';
import { entryPoints, methodNames, rawMethods } from '../../catalog/index.js';
import type { ApiRequest } from '../../facts.js';
import { parameterRowsOf } from '../../policy/index.js';
import { argumentsOf, listed } from '../../tracking/arguments.js';
import {
  contains,
  programOf,
  unwrap,
  type ClassNode,
  type FunctionNode,
  type Node,
} from '../../tracking/ast.js';
import { calledName } from '../../tracking/builtins.js';
import { contextsOf } from '../../tracking/contexts.js';
import type { Frame } from '../../tracking/frame.js';
import { enter } from '../../tracking/tracker.js';
import type { Value } from '../../tracking/value.js';
import type { FileView } from '../file-view.js';
import { subpathOf } from './packages.js';
import { requestOf } from './sends.js';
import { typedThing } from './typed.js';
import type { Things } from './things.js';

/** Keys of bodies that no rule judges and that hold what the user types; they decide nothing about retention. */
const NOT_JUDGED = new Set([
  'input',
  'instructions',
  'messages',
  'temperature',
  'max_tokens',
  'max_output_tokens',
]);

/** Last names of callees that send, besides the operations' own. */
const OTHER_SENDERS = new Set(['call', 'apply', ...entryPoints.flatMap(({ member }) => member ?? [])]);

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
        if (inner.type !== 'CallExpression' || !mayBeRequest(inner, { ...view, unit: fn.frame.unit }))
          return [];
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
    if (variable?.defs.some((def) => def.type === ('ImportBinding' as string)))
      return mayBeSender(callee, view);
    return variable !== undefined && variable.defs.some((def) => def.type !== ('FunctionName' as string));
  }
  if (callee.type !== 'MemberExpression') return callee.type === 'ConditionalExpression';
  if (callee.computed) return true;
  const name = calledName(callee);
  if (name === undefined) return false;
  if (mayBeSender(callee, view)) return true;
  return methodNames().has(name) || rawMethods.has(name) || OTHER_SENDERS.has(name);
}

/** Resources whose methods take a body, and what passes on the exports of other modules. */
export const SENDS_OR_PASSES_ON =
  /\b(?:responses|completions|client_secrets)\b|\bexport\s*(?:\*|\{[^}]*\})\s*from\b/;

/** Does a callee start at an imported name, so that its function may be one of another file that sends what it is given? */
function mayBeSender(callee: Node, view: FileView): boolean {
  let root: Node = callee;
  while (root.type === 'MemberExpression') root = unwrap(root.object);
  const variable = root.type === 'Identifier' ? view.unit.variable(root) : undefined;
  const binding = variable?.defs.find((def) => def.type === ('ImportBinding' as string));
  const declaration = (binding?.node as Node | undefined)?.parent;
  if (declaration?.type !== 'ImportDeclaration') return false;
  const specifier = declaration.source.value;
  return subpathOf(specifier) !== null || view.mentions(specifier, SENDS_OR_PASSES_ON);
}

function requestsAt(
  node: TSESTree.CallExpression,
  frame: Frame,
  view: FileView,
  things: Things,
): ApiRequest[] {
  const { target, args } = applied(node, frame, view);
  const call = { node, name: lastName(target), args, frame };
  const values = view.tracker.values(target, frame);
  const found = values.flatMap((value) => {
    const thing = value.kind === 'path' ? things.of(value) : null;
    const request = thing && requestOf(thing, call, things);
    return request ? [withHint(request)] : [];
  });
  if (found.length > 0 || !view.types || !isOpen(node, values, view)) return found;
  const thing = typedThing(node, view.types, view);
  const request = thing && requestOf(thing, call, things);
  return request ? [request] : found;
}

/** Asking the checker costs: only about methods that the SDK has, on receivers that nothing else could place. */
function isOpen(node: TSESTree.CallExpression, values: readonly Value[], view: FileView): boolean {
  const name = calledName(unwrap(node.callee));
  const isCandidate = name !== undefined && (methodNames().has(name) || rawMethods.has(name));
  return (
    isCandidate &&
    view.unit.source.ast === programOf(node) &&
    values.every((v) => view.tracker.saysNothing(v))
  );
}

/** Models that OpenAI does not serve. */
const OTHER_VENDORS_MODEL =
  /^(?!openai\/)(?:[\w.-]+\/|(?:claude|codestral|command|deepseek|gemini|gemma|grok|kimi|llama|mi[sx]tral|phi|qwen|sonar)[\w.:-]*$)/i;

/** A client that is made out of view and asked for another vendor's model does not talk to OpenAI. */
function withHint(request: ApiRequest): ApiRequest {
  if (request.client.host.class !== 'unseen') return request;
  const models = request.body.read('model');
  const isOther = models.some(
    (model) =>
      model.kind === 'set' &&
      model.value.kind === 'constant' &&
      OTHER_VENDORS_MODEL.test(String(model.value.value)),
  );
  return isOther ? { ...request, client: { ...request.client, host: { class: 'other-vendor' } } } : request;
}

/** What is called with which arguments, also through `f.call(self, …)` and `f.apply(self, list)`. */
function applied(node: TSESTree.CallExpression, frame: Frame, view: FileView) {
  const callee = unwrap(node.callee);
  const how = callee.type === 'MemberExpression' ? calledName(callee) : undefined;
  if (callee.type !== 'MemberExpression' || (how !== 'call' && how !== 'apply')) {
    return { target: callee, args: argumentsOf(node.arguments, frame, view.tracker) };
  }
  const target = unwrap(callee.object);
  const list = node.arguments[1];
  if (how === 'call') return { target, args: argumentsOf(node.arguments.slice(1), frame, view.tracker) };
  return { target, args: list ? listed(list, frame, view.tracker) : [] };
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

/** The functions out of whose parameters a request's body is put together; a parameter that is one key's value does not count. */
function unboundInBody(
  request: ApiRequest,
  frame: Frame,
  view: FileView,
): ReadonlySet<FunctionNode | ClassNode> {
  const { unbound } = view.tracker.recording(() => {
    for (const arg of argumentsOf(request.node.arguments, frame, view.tracker)) {
      if (arg) view.reader.bags(arg.node, arg.frame);
    }
  });
  return unbound;
}

/** `create` in `client.responses.create`. */
function lastName(callee: Node): Node {
  return callee.type === 'MemberExpression' ? callee.property : callee;
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
