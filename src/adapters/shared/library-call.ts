import { endpointAt, operationNamed } from '../../catalog/index.js';
import type { ApiRequest, Client, ElementView, Host, LibraryTerms, OptionsView } from '../../facts/facts.js';
import { argumentsOf } from '../../dataflow/evaluate/arguments.js';
import { unwrap, type CallLike, type Node } from '../../dataflow/syntax/nodes.js';
import type { ObjectState, Contribution } from '../../dataflow/model/object-state.js';
import type { CallContext, AccessPath } from '../../dataflow/model/abstract-value.js';
import { memberNames } from '../../dataflow/model/access-path.js';
import { hostOfFetch, urlHost } from './base-url.js';
import { lastName } from './call-facts.js';
import { optionsView, type FileView } from './file-view.js';
import { layeredView } from './layered-view.js';
import { textsOf, unreadable } from './reading.js';
import { importedPackage } from './packages.js';

/** Does a file, or a module that it imports, name a package? What follows is too dear for files that only use its words. */
export function mayUse(words: RegExp, { unit, mentions }: FileView): boolean {
  if (words.test(unit.source.text)) return true;
  return unit.source.ast.body.some(
    (statement) => statement.type === 'ImportDeclaration' && mentions(statement.source.value, words),
  );
}

/** What a call of a library sends, as far as libraries differ in it. */
interface LibraryCall {
  readonly call: CallLike;
  readonly frame: CallContext;
  /** Below `/v1`. */
  readonly path: string;
  readonly stage: ApiRequest['stage'];
  readonly client: Client;
  readonly body: OptionsView;
  /** Options around the body. */
  readonly beside?: OptionsView;
  readonly terms: LibraryTerms;
}

const OPERATIONS: Readonly<Record<string, string>> = {
  '/responses': 'responses.create',
  '/chat/completions': 'chat.completions.create',
};

/** The request of a library that posts one body and takes nothing else with it. */
export function requestOf({ path, ...sent }: LibraryCall, { reader }: FileView): ApiRequest {
  const anchor = lastName(unwrap(sent.call.callee));
  const endpoint = endpointAt('POST', path);
  return {
    ...sent,
    node: sent.call,
    anchor,
    callee: anchor,
    name: anchor.type === 'Identifier' ? anchor.name : '',
    operations: endpoint ? [{ ...endpoint, transport: 'http' }] : [],
    knownNames: operationNamed(OPERATIONS[path] ?? '')?.bodyNames ?? null,
    headers: optionsView([], reader),
    requestOptions: optionsView([], reader),
    evidence: 'certain',
    isCalledHere: true,
  };
}

/** A client that a library makes of options: of OpenAI, unless they name another base URL. */
export function clientOf(
  library: string,
  node: Node,
  bags: readonly ObjectState[],
  view: FileView,
  urlKey = 'baseURL',
): Client {
  const options = optionsView(bags, view.reader);
  const own: Host = { class: 'openai', name: 'api.openai.com' };
  const host = hostOfFetch(options.read('fetch')) ?? urlHost(options.read(urlKey), view, own);
  return { library, node, host, options, parent: null };
}

/** What something was called with. */
export interface Given {
  readonly args: readonly Node[];
  readonly frame: CallContext;
  /** The call. */
  readonly site: Node;
}

/** The options that an argument is; `[]` where there is none. */
export function bagsAt(
  { args, frame, site }: Given,
  index: number,
  { tracker, reader }: FileView,
): readonly ObjectState[] {
  const given = argumentsOf(args, frame, tracker).slice(0, index + 1);
  if (given.includes(null)) return [unreadable('spread arguments', site)];
  const argument = given[index];
  return argument ? reader.bags(argument.node, argument.frame) : [];
}

/** The model that an argument names, as a part of the body; nothing where it cannot be read. */
export function modelAt(
  { args, frame, site }: Given,
  index: number,
  { tracker }: FileView,
): readonly ObjectState[] {
  const argument = argumentsOf(args, frame, tracker)[index];
  const [only, ...others] = argument ? textsOf(tracker.values(argument.node, argument.frame)) : [];
  if (!argument || only === undefined || others.length > 0) return [];
  return [givenBag({ model: only }, site, frame)];
}

/** What a library writes by itself. */
function givenBag(keys: Readonly<Record<string, string>>, node: Node, frame: CallContext): ObjectState {
  const parts = Object.entries(keys).map(([key, value]): Contribution => ({
    kind: 'given',
    keys: [key],
    value,
    node,
    frame,
  }));
  return { parts, literal: null, node };
}

/** A tool of a type that a library makes of options, as it goes over the wire. */
export function toolElement(
  type: string,
  options: readonly ObjectState[],
  node: Node,
  frame: CallContext,
  { reader }: FileView,
): ElementView {
  return {
    node,
    view: layeredView([{ bags: options }, { bags: [givenBag({ type }, node, frame)] }], reader),
  };
}

/** `OpenAiTool.FileSearch`, also of a module of its own: what is read off a package, by names; `undefined` for others. */
export function exportedName(path: AccessPath, packageName: string): string | undefined {
  const from = path.root.kind === 'module' ? importedPackage(path.root.specifier) : null;
  if (from?.name !== packageName) return undefined;
  const names = memberNames(path).filter((name) => name !== 'default');
  return [...(from.subpath === '' ? [] : [from.subpath]), ...names].join('.');
}
