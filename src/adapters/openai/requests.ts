import type { TSESTree } from '@typescript-eslint/utils';
import { entryPoints, methodNames, rawMethods } from '../../catalog/index.js';
import { operationOnlyOpenAIHas } from '../../catalog/only-openai.js';
import type { ApiRequest } from '../../facts/facts.js';
import { programOf, unwrap, type CallLike, type Node } from '../../dataflow/syntax/nodes.js';
import { calledName } from '../../dataflow/syntax/names.js';
import type { SourceModule } from '../../dataflow/syntax/source-module.js';
import type { CallContext, AbstractValue } from '../../dataflow/model/abstract-value.js';
import { isLocalSpecifier } from '../../dataflow/model/access-path.js';
import { applied, factsAtCalls, importedFrom, lastName } from '../shared/call-facts.js';
import type { FileView } from '../shared/file-view.js';
import { dependsOnSdk } from '../../versions/installed.js';
import { unseenClient } from './clients.js';
import { subpathOf } from './packages.js';
import { requestOf } from './call-requests.js';
import { typedThing } from './typed.js';
import type { ApiGraph } from './api-graph.js';
import type { ApiNode } from './api-node.js';

/** Last names of callees that send, besides the operations' own. */
const OTHER_SENDERS = new Set(['call', 'apply', ...entryPoints.flatMap(({ member }) => member ?? [])]);

/** The requests that the calls of a file send through the `openai` package. */
export function requestsIn(view: FileView, things: ApiGraph): readonly ApiRequest[] {
  const { requests = [] } = factsAtCalls(view, {
    sends: SENDS,
    mayMatter: mayBeRequest,
    at: (call, frame) =>
      call.type === 'CallExpression' ? { requests: requestsAt(call, frame, view, things) } : {},
  });
  // Where one caller hands in a client that is known, the names need not speak for themselves.
  const certain = new Set(requests.flatMap(({ node, evidence }) => (evidence === 'certain' ? [node] : [])));
  return requests.filter(({ node, evidence }) => evidence === 'certain' || !certain.has(node));
}

/** A cheap test of the callee's last name, before anything is tracked. */
function mayBeRequest(call: CallLike, unit: SourceModule): boolean {
  if (call.type === 'NewExpression') return false;
  const callee = unwrap(call.callee);
  if (callee.type === 'Identifier') {
    const variable = unit.variable(callee);
    const isOf = (type: string) => variable?.defs.some((def) => def.type === (type as never)) ?? false;
    if (isOf('ImportBinding')) return isImportedFrom(callee, unit);
    return variable !== undefined && !variable.defs.every((def) => def.type === ('FunctionName' as string));
  }
  if (callee.type !== 'MemberExpression') return callee.type === 'ConditionalExpression';
  if (callee.computed) return true;
  const name = calledName(callee);
  if (name === undefined) return false;
  return (
    methodNames().has(name) || rawMethods.has(name) || OTHER_SENDERS.has(name) || isImportedFrom(callee, unit)
  );
}

/** Does a callee start at a name that is imported from the package? */
function isImportedFrom(callee: Node, unit: SourceModule): boolean {
  const specifier = importedFrom(callee, unit);
  return specifier !== undefined && subpathOf(specifier) !== null;
}

/** Resources whose methods take a body. */
export const SENDS = /\b(?:responses|completions|client_secrets)\b/;

function requestsAt(
  node: TSESTree.CallExpression,
  frame: CallContext,
  view: FileView,
  things: ApiGraph,
): ApiRequest[] {
  const { target, args } = applied(node, frame, view);
  const call = { node, name: lastName(target), args, frame };
  const values = view.tracker.values(target, frame);
  const found = values.flatMap((value) => {
    const thing = value.kind === 'path' ? things.of(value) : null;
    const request = thing && requestOf(thing, call, things);
    return request ? [withHint(request)] : [];
  });
  if (found.length > 0 || !isOpen(node, values, view)) return found;
  const typed = view.types && typedThing(node, view.types, view);
  const thing = typed ?? likelyThing(target, values, frame, view);
  const request = thing && requestOf(thing, call, things);
  if (!request) return found;
  return [typed ? request : { ...request, evidence: 'likely' }];
}

/**
 * What a call of something out of view is by its names, where only OpenAI's SDK has them and the package that the file
 * belongs to depends on it.
 */
function likelyThing(
  callee: Node,
  values: readonly AbstractValue[],
  frame: CallContext,
  view: FileView,
): ApiNode | null {
  const operation = operationOnlyOpenAIHas(namesIn(callee));
  if (!operation || !dependsOnSdk(view.file)) return null;
  let client = callee;
  for (let i = operation.name.split('.').length; i > 0; i--)
    client = unwrap((client as TSESTree.MemberExpression).object);
  const isOpen = [...values, ...view.tracker.values(client, frame)].every(isOutOfView);
  if (!isOpen) return null;
  return { kind: 'operation', client: unseenClient('OpenAI', callee, view), operation };
}

/** `b`, `c` in `a.b.c`. */
function namesIn(callee: Node): readonly string[] {
  const names: string[] = [];
  for (let at = callee; at.type === 'MemberExpression'; at = unwrap(at.object)) {
    const name = calledName(at);
    if (name === undefined) break;
    names.unshift(name);
  }
  return names;
}

/** Of another package it is known what it is: not OpenAI's. */
function isOutOfView(value: AbstractValue): boolean {
  if (value.kind === 'path') return value.root.kind === 'module' && isLocalSpecifier(value.root.specifier);
  return value.kind === 'unknown';
}

/** Asking the checker costs: only about methods that the SDK has, on receivers that nothing else could place. */
function isOpen(node: TSESTree.CallExpression, values: readonly AbstractValue[], view: FileView): boolean {
  const name = calledName(unwrap(node.callee));
  const isCandidate = name !== undefined && (methodNames().has(name) || rawMethods.has(name));
  return (
    isCandidate &&
    view.unit.source.ast === programOf(node) &&
    values.every((v) => view.tracker.saysNothing(v))
  );
}

/** Models that OpenAI does not serve. */
export const OTHER_VENDORS_MODEL =
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
