import type { TSESTree } from '@typescript-eslint/utils';
import { entryPoints, methodNames, rawMethods } from '../../catalog/index.js';
import { operationFewOthersHave, operationOnlyOpenAIHas } from '../../catalog/only-openai.js';
import type { ApiRequest } from '../../facts/facts.js';
import { isTypeOnly, programOf, unwrap, type CallLike, type Node } from '../../dataflow/syntax/nodes.js';
import { calledName } from '../../dataflow/syntax/names.js';
import type { SourceModule } from '../../dataflow/syntax/source-module.js';
import { isNothing, type CallContext, type AbstractValue } from '../../dataflow/model/abstract-value.js';
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
  const others = values.filter((value) => !isNothing(value));
  if (found.length > 0 && found.length < others.length) return found.map(withoutMode);
  if (found.length > 0 || !isOpen(node, values, view)) return found;
  const typed = view.types && typedThing(node, view.types, view);
  const thing = typed ?? likelyThing(call, target, values, view);
  const request = thing && requestOf(thing, call, things);
  if (!request) return found;
  return [typed ? request : { ...request, evidence: 'likely' }];
}

/**
 * What a call of something out of view is by its names: where only OpenAI's SDK has them and the package that the file
 * belongs to depends on it, or where the file gets clients from the SDK and few other packages have the names.
 */
function likelyThing(
  { node, frame }: { readonly node: TSESTree.CallExpression; readonly frame: CallContext },
  callee: Node,
  values: readonly AbstractValue[],
  view: FileView,
): ApiNode | null {
  const names = namesIn(callee);
  const onlyOpenAIs = operationOnlyOpenAIHas(names);
  const operation = onlyOpenAIs ?? operationFewOthersHave(names);
  if (!operation || (operation.name === 'files.create' && !node.arguments.some(hasPurpose))) return null;
  let client = callee;
  for (let i = operation.name.split('.').length; i > 0; i--)
    client = unwrap((client as TSESTree.MemberExpression).object);
  const sources = [...values, ...view.tracker.values(client, frame)];
  if (!sources.every((value) => isOutOfView(value, client))) return null;
  const isLikely =
    hasSdk(view.unit) || comesFromSdk(callee, view) || (onlyOpenAIs !== undefined && dependsOnSdk(view.file));
  return isLikely ? { kind: 'operation', client: unseenClient('OpenAI', callee, view), operation } : null;
}

/** Whether a callee starts at a name that is imported from a module which gets something from the SDK. */
function comesFromSdk(callee: Node, { unit, mentions }: FileView): boolean {
  const specifier = importedFrom(callee, unit);
  return specifier !== undefined && isLocalSpecifier(specifier) && mentions(specifier, IMPORTS_SDK);
}

/** `{ purpose: … }` */
function hasPurpose(body: Node): boolean {
  return (
    body.type === 'ObjectExpression' &&
    body.properties.some(
      (entry) => entry.type === 'Property' && entry.key.type === 'Identifier' && entry.key.name === 'purpose',
    )
  );
}

/** A module that gets something from the SDK. */
const IMPORTS_SDK = /(?:\bfrom|\bimport|\brequire\()\s*['"](?:npm:)?openai(?:@[^/'"]*)?(?:\/[^'"]*)?['"]/;

const knownToHaveSdk = new WeakMap<SourceModule, boolean>();

/** Whether a file imports values of the SDK; types hand out no client. */
function hasSdk(unit: SourceModule): boolean {
  let known = knownToHaveSdk.get(unit);
  if (known === undefined) {
    const isOfSdk = (source: Node | undefined) =>
      source?.type === 'Literal' && typeof source.value === 'string' && subpathOf(source.value) !== null;
    known =
      unit.source.ast.body.some(
        (statement) =>
          statement.type === 'ImportDeclaration' && isOfSdk(statement.source) && !isTypeOnly(statement),
      ) || unit.callsNamed('require').some(({ arguments: [specifier] }) => isOfSdk(specifier));
    knownToHaveSdk.set(unit, known);
  }
  return known;
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

/**
 * Whether it is unknown what a value is. Of another package it is known: not OpenAI's. Of the SDK only members that it does
 * not have are asked about, and a global inside of `with` may be a property of its object.
 */
function isOutOfView(value: AbstractValue, client: Node): boolean {
  if (value.kind !== 'path') return value.kind === 'unknown';
  if (value.root.kind === 'module') return isLocalSpecifier(value.root.specifier) || isOfSdk(value);
  return isInsideWith(client);
}

function isInsideWith(node: Node): boolean {
  for (let at: Node | undefined = node; at; at = at.parent) if (at.type === 'WithStatement') return true;
  return false;
}

/** Asking the checker costs: only about methods that the SDK has, on receivers that nothing else could place. */
function isOpen(node: TSESTree.CallExpression, values: readonly AbstractValue[], view: FileView): boolean {
  const name = calledName(unwrap(node.callee));
  const isCandidate = name !== undefined && (methodNames().has(name) || rawMethods.has(name));
  return (
    isCandidate &&
    view.unit.source.ast === programOf(node) &&
    values.every((v) => view.tracker.saysNothing(v) || isOutOfView(v, node))
  );
}

/** Something behind the SDK, though not of its own: a member that it does not have. */
function isOfSdk(value: AbstractValue): boolean {
  return value.kind === 'path' && value.root.kind === 'module' && subpathOf(value.root.specifier) !== null;
}

/** Models that OpenAI does not serve. */
export const OTHER_VENDORS_MODEL =
  /^(?!openai\/)(?:[\w.-]+\/|(?:claude|codestral|command|deepseek|gemini|gemma|grok|kimi|llama|mi[sx]tral|phi|qwen|sonar)[\w.:-]*$)/i;

/** What is called may be something else, which answers in its own way. */
function withoutMode(request: ApiRequest): ApiRequest {
  const { mode: _mode, ...client } = request.client;
  return request.client.mode ? { ...request, client } : request;
}

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
