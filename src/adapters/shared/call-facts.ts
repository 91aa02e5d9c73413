import { parameterRowsOf } from '../../policy/index.js';
import type { ApiRequest, Facts } from '../../facts/facts.js';
import { argumentsOf, listed, type Argument } from '../../dataflow/evaluate/arguments.js';
import {
  contains,
  enclosingFunction,
  programOf,
  unwrap,
  type CallLike,
  type ClassNode,
  type FunctionNode,
  type Node,
} from '../../dataflow/syntax/nodes.js';
import { withInner, type ObjectState } from '../../dataflow/model/object-state.js';
import { globalName } from '../../dataflow/syntax/names.js';
import { calledName } from '../../dataflow/syntax/names.js';
import { callingContexts } from '../../dataflow/control/call-graph.js';
import type { CallContext } from '../../dataflow/model/abstract-value.js';
import { enter, rootContext } from '../../dataflow/model/call-context.js';
import type { SourceModule } from '../../dataflow/syntax/source-module.js';
import type { FileView } from './file-view.js';

/** What an adapter finds at calls and at `new`. */
export interface CallReader {
  /** A cheap test, before anything is tracked. */
  mayMatter(call: CallLike, unit: SourceModule): boolean;
  /** What a call means, read in one context. */
  at(call: CallLike, frame: CallContext): Partial<Facts>;
  /** How to evaluate what the body of a call is made of; without it the arguments are. */
  bodyOf?(call: CallLike, frame: CallContext): () => void;
  /** Words in whose absence a module sends nothing through the library. */
  readonly sends: RegExp;
}

/** Keys of bodies that no rule judges and that hold what the user types; they decide nothing about retention. */
const NOT_JUDGED = new Set([
  'input',
  'instructions',
  'messages',
  'temperature',
  'max_tokens',
  'max_output_tokens',
]);

/**
 * What the calls of a file mean, each read in every context: once for each way in which the file calls the functions on
 * whose parameters it depends.
 */
export function factsAtCalls(view: FileView, reader: CallReader): Partial<Facts> {
  const found: Partial<Facts>[] = [];
  for (const call of view.reached?.calls ?? view.unit.calls) {
    const maySend = call.type === 'CallExpression' && mayCallSender(call, reader.sends, view);
    const mayMatter = maySend || view.reached?.isCalled(call) || reader.mayMatter(call, view.unit);
    // Where more was asked about the file than is answered, only of calls that something reaches is more asked.
    if (!mayMatter || (view.tracker.isSpent && !view.mayBeReached(call))) continue;
    const cuts = cutsIn(view);
    const frames = callingContexts(view.unit, view.tracker, (frame) => {
      for (const request of reader.at(call, frame).requests ?? []) touchJudgedKeys(request);
    });
    for (const frame of frames) {
      const here = reader.at(call, frame);
      found.push({
        ...here,
        requests: (here.requests ?? []).map((request) => withAnchor(request, view, reader)),
      });
      if (maySend) found.push({ requests: requestsBehind(call, frame, view, reader) });
    }
    if (cutsIn(view) > cuts) found.push({ unanalysed: [{ node: call, cause: 'work' }] });
  }
  return mergedFacts(found);
}

/** How many questions were not answered to the end. */
function cutsIn({ tracker, reader }: FileView): number {
  return tracker.cuts + reader.cuts;
}

/** All that several readings found. A client that several of them met is one. */
export function mergedFacts(found: readonly Partial<Facts>[]): Facts {
  return {
    requests: found.flatMap(({ requests }) => requests ?? []),
    clients: [...new Set(found.flatMap(({ clients }) => clients ?? []))],
    features: found.flatMap(({ features }) => features ?? []),
    thirdParties: found.flatMap(({ thirdParties }) => thirdParties ?? []),
    headers: found.flatMap(({ headers }) => headers ?? []),
    environment: found.flatMap(({ environment }) => environment ?? []),
    unanalysed: found.flatMap(({ unanalysed }) => unanalysed ?? []),
  };
}

/**
 * Requests that a function of another file sends with a body that it is given here: `ask({ input })`, where `ask` is
 * imported and calls `client.responses.create({ ...options, model })`. Everything else about them is that file's matter.
 */
function requestsBehind(
  call: CallLike,
  frame: CallContext,
  view: FileView,
  reader: CallReader,
): readonly ApiRequest[] {
  return view.tracker.values(call.callee, frame).flatMap((fn) => {
    if (fn.kind !== 'function' || fn.frame.unit === view.unit) return [];
    const inside = enter(fn, call, call.arguments, frame);
    if (!inside) return [];
    return callsInside(fn.node, fn.frame.unit)
      .filter((inner) => reader.mayMatter(inner, fn.frame.unit))
      .flatMap((inner) => {
        const anchor = lastName(unwrap(call.callee));
        const isGivenBody = (request: ApiRequest) =>
          unboundInBody(request, fn.frame, view, reader).has(fn.node);
        const bound = reader.at(inner, inside).requests ?? [];
        if (bound.length === 0) return [];
        const unbound = reader.at(inner, fn.frame).requests ?? [];
        return bound.flatMap((request): ApiRequest[] => {
          // Where it goes is decided here: to the other file it is no request, or one to an unknown host.
          if (isToOpenAI(request) && !unbound.some((plain) => isSameEndpoint(plain, request)))
            return [{ ...request, anchor, callee: anchor }];
          const isDecidedHere = isGivenBody(request) && isWrittenAt(call, request.body.bags);
          return isDecidedHere ? [{ ...request, anchor, isCalledHere: false }] : [];
        });
      });
  });
}

function isToOpenAI({ client: { host } }: ApiRequest): boolean {
  return host.class === 'openai' || host.class === 'unseen';
}

function isSameEndpoint(one: ApiRequest, other: ApiRequest): boolean {
  const paths = other.operations.map(({ method, path }) => `${method} ${path}`);
  return (
    isToOpenAI(one) &&
    one.operations.length === paths.length &&
    one.operations.every(({ method, path }) => paths.includes(`${method} ${path}`))
  );
}

const callsOf = new WeakMap<FunctionNode, readonly CallLike[]>();

/** The calls inside a function, looked for once. */
function callsInside(fn: FunctionNode, unit: SourceModule): readonly CallLike[] {
  let calls = callsOf.get(fn);
  if (!calls) callsOf.set(fn, (calls = unit.calls.filter((call) => contains(fn, call))));
  return calls;
}

/** Does a callee start at an imported name, so that its function may be one of another file that sends what it is given? */
function mayCallSender(call: CallLike, sends: RegExp, view: FileView): boolean {
  const specifier = importedFrom(call.callee, view.unit);
  if (specifier !== undefined) return mayLeadTo(specifier, sends, view);
  // `this.send(…)` may be inherited, and `service.ask(…)` a method of an imported class.
  return unwrap(call.callee).type === 'MemberExpression' && importsSender(sends, view);
}

const sendersOf = new WeakMap<SourceModule, Map<RegExp, boolean>>();

/** Does a file import a module that sends? Asked at each of its calls, found once. */
function importsSender(sends: RegExp, view: FileView): boolean {
  const { unit } = view;
  const known = sendersOf.get(unit) ?? new Map<RegExp, boolean>();
  sendersOf.set(unit, known);
  let found = known.get(sends);
  if (found === undefined) {
    found = unit.source.ast.body.some(
      (statement) => statement.type === 'ImportDeclaration' && mayLeadTo(statement.source.value, sends, view),
    );
    known.set(sends, found);
  }
  return found;
}

function mayLeadTo(specifier: string, sends: RegExp, { mentions }: FileView): boolean {
  return mentions(specifier, sends) || mentions(specifier, PASSES_ON);
}

/** What passes on the exports of other modules. */
export const PASSES_ON = /\bexport\s*(?:\*|\{[^}]*\})\s*from\b/;

/** The module from which the name at the start of a callee is imported. */
export function importedFrom(callee: Node, unit: SourceModule): string | undefined {
  let root: Node = unwrap(callee);
  while (root.type === 'MemberExpression') root = unwrap(root.object);
  const variable = root.type === 'Identifier' ? unit.variable(root) : undefined;
  const binding = variable?.defs.find((def) => def.type === ('ImportBinding' as string));
  const declaration = (binding?.node as Node | undefined)?.parent;
  return declaration?.type === 'ImportDeclaration' ? declaration.source.value : undefined;
}

/**
 * A body that is put together from a function's parameters belongs to the call of that function: the report goes there.
 * A body that only shares the function with a handed-in client stays where it is.
 */
function withAnchor(request: ApiRequest, view: FileView, reader: CallReader): ApiRequest {
  let frame: CallContext = request.frame;
  while (frame.outer?.binding) frame = frame.outer;
  const site = frame.binding?.site;
  if (site?.type !== 'CallExpression' && site?.type !== 'NewExpression') return request;
  const isGivenBody =
    unboundInBody(request, rootContext(view.unit), view, reader).size > 0 &&
    isWrittenAt(site, request.body.bags);
  return isGivenBody ? { ...request, anchor: lastName(unwrap(site.callee)) } : request;
}

/** Whether a caller writes, or leaves out, an object that the body is made of; data that it hands on decides nothing. */
function isWrittenAt(site: CallLike, bags: readonly ObjectState[]): boolean {
  const home = enclosingFunction(site);
  const spread = ({ parts }: ObjectState) =>
    parts.flatMap((part) => (part.kind === 'spread' ? part.bags : []));
  for (const bag of withInner(bags, spread)) {
    const node = bag.literal ?? bag.node;
    // What a default gives is left out by the caller.
    if (bag.literal?.parent.type === 'AssignmentPattern') return true;
    const isRead = bag.literal !== null || bag.parts.length === 0 || isOwnArgument(node, site);
    const around = enclosingFunction(node);
    const isInView = around === home || around === null || contains(around, site);
    if (isRead && programOf(node) === programOf(site) && isInView) return true;
  }
  return false;
}

/** Whether a call is given just this, and not what its own function is given. */
function isOwnArgument(node: Node, { arguments: args }: CallLike): boolean {
  if (!args.includes(node as never) || node.type !== 'Identifier') return false;
  const home = enclosingFunction(node);
  return !home?.params.some((param) => param.type === 'Identifier' && param.name === node.name);
}

/** The functions out of whose parameters a request's body is put together; a parameter that is one key's value does not count. */
function unboundInBody(
  request: ApiRequest,
  frame: CallContext,
  view: FileView,
  reader: CallReader,
): ReadonlySet<FunctionNode | ClassNode> {
  const evaluate = reader.bodyOf?.(request.node, frame);
  // The function that is called is no part of the body.
  const { args } = applied(request.node, frame, view);
  const { unbound } = view.tracker.recording(() => {
    if (evaluate) return evaluate();
    for (const arg of args) {
      if (arg) view.reader.bags(arg.node, arg.frame);
    }
  });
  return unbound;
}

/** What a call calls, with its arguments; a `null` ends a list that cannot be read further. */
export interface Applied {
  readonly target: Node;
  readonly args: readonly (Argument | null)[];
}

/**
 * What is called with which arguments, also through `f.call(self, …)` and `f.apply(self, list)`, those that
 * `f.bind(self, …)` gave included.
 */
export function applied(node: CallLike, frame: CallContext, view: FileView): Applied {
  const { target, args } = appliedHere(node, frame, view);
  const given = boundTo(target, frame, view);
  return { target, args: given.includes(null) ? given : [...given, ...args] };
}

/** What `bind` gave a function before it is called; a `null` where that differs from case to case. */
function boundTo(target: Node, frame: CallContext, view: FileView): readonly (Argument | null)[] {
  const values = view.tracker.values(target, frame);
  const bounds = new Set(
    values.map((value) => (value.kind === 'path' || value.kind === 'function' ? value.bound : undefined)),
  );
  const [bound, ...others] = bounds;
  if (others.length > 0) return [null];
  if (!bound) return [];
  return bound.args ? argumentsOf(bound.args, bound.frame, view.tracker) : [null];
}

function appliedHere(node: CallLike, frame: CallContext, view: FileView): Applied {
  const callee = unwrap(node.callee);
  const how = callee.type === 'MemberExpression' ? calledName(callee) : undefined;
  const [first, , third] = node.arguments;
  if (how === 'apply' && first && globalName(callee, frame) === 'Reflect.apply')
    return { target: unwrap(first), args: third ? listed(third, frame, view.tracker) : [] };
  if (callee.type !== 'MemberExpression' || (how !== 'call' && how !== 'apply')) {
    return { target: callee, args: argumentsOf(node.arguments, frame, view.tracker) };
  }
  const target = unwrap(callee.object);
  const list = node.arguments[1];
  if (how === 'call') return { target, args: argumentsOf(node.arguments.slice(1), frame, view.tracker) };
  return { target, args: list ? listed(list, frame, view.tracker) : [] };
}

/** `create` in `client.responses.create`. */
export function lastName(callee: Node): Node {
  return callee.type === 'MemberExpression' ? callee.property : callee;
}

/** Evaluates the keys that rules judge, so that parameters on which they depend are met. */
function touchJudgedKeys(request: ApiRequest): void {
  for (const name of judgedNames(request)) request.body.read(name);
  for (const { value, frame } of request.headers.keys()) request.headers.inside(value, frame);
}

/** Top-level names of the body that some policy row speaks of. */
function judgedNames(request: ApiRequest): ReadonlySet<string> {
  const names = request.operations.flatMap(({ method, path }) =>
    parameterRowsOf(method, path).map(({ parameter }) => parameter.split(/[.[]/)[0]!),
  );
  return new Set(names.filter((name) => !NOT_JUDGED.has(name)));
}
