import { isFunction, type CallLike, type Node } from '../../dataflow/syntax/nodes.js';
import type { Argument } from '../../dataflow/evaluate/arguments.js';
import type { ObjectState } from '../../dataflow/model/object-state.js';
import { calledName } from '../../dataflow/syntax/names.js';
import type { CallContext, AccessPath } from '../../dataflow/model/abstract-value.js';
import type { FileView } from '../shared/file-view.js';
import { readTexts, textsOf, unreadable } from '../shared/reading.js';
import { bodyOf, bodyOfAlternative, together, type Body } from './bodies.js';
import type { OptionNames, Signature } from './clients.js';
import type { Instance } from './api-graph.js';
import { prefixed, resolved, urlsOf, urlsOfValues, type Url } from './urls.js';
import { append } from '../../util/append.js';
import { rootContext } from '../../dataflow/model/call-context.js';

/** A call of something that sends. */
export interface SendingCall {
  readonly node: CallLike;
  /** The last name of what is called: `post` in `axios.post(…)`. */
  readonly name: Node;
  /** A `null` stands for arguments that cannot be read. */
  readonly args: readonly (Argument | null)[];
  readonly frame: CallContext;
  readonly signature: Signature;
  readonly of: Instance;
}

/** The options of a call: an argument of their own, or the first one in place of the URL. */
export function optionsOf({ args, signature, node }: SendingCall, view: FileView): readonly ObjectState[] {
  const { url, options, keys } = signature;
  const first = url === undefined ? undefined : args[url];
  if (first && (keys.url ?? keys.path) && isObject(first, view))
    return view.reader.bags(first.node, first.frame);
  if (options === undefined || options === url) return [];
  if (args.slice(0, options + 1).includes(null)) return [unreadable('spread arguments', node)];
  const argument = args[options];
  return argument && !isCallback(argument) ? view.reader.bags(argument.node, argument.frame) : [];
}

/** The URLs that a call may send to. */
export function urlsOfCall(
  call: SendingCall,
  options: readonly ObjectState[],
  view: FileView,
): readonly Url[] {
  const { args, signature } = call;
  const first = signature.url === undefined ? undefined : args[signature.url];
  const isWritten = first && !((signature.keys.url ?? signature.keys.path) && isObject(first, view));
  const written = isWritten
    ? urlsOf(first.node, first.frame, view)
    : urlsIn(options, signature.keys.url, view);
  const given = written.length > 0 ? written : inParts(call, options, view);
  const bases = basesOf(call, options, 'base', view);
  const against = basesOf(call, options, 'resolvedAgainst', view);
  return given
    .flatMap((url) => (bases.length > 0 ? bases.map((base) => prefixed(url, base)) : [url]))
    .flatMap((url) => (against.length > 0 ? against.map((base) => resolved(url, base)) : [url]));
}

/** `{ hostname, path }`, `new Pool(origin).request({ path })`. */
function inParts(
  { signature, of }: SendingCall,
  options: readonly ObjectState[],
  view: FileView,
): readonly Url[] {
  const paths = urlsIn(options, signature.keys.path, view);
  const named = urlsIn(options, signature.keys.host, view);
  const made = of.made.findLast(({ isOrigin }) => isOrigin)?.step;
  const origin = made?.args[0];
  const hosts = named.length > 0 || !origin ? named : urlsOf(origin, made.frame, view);
  return hosts.flatMap((host) => paths.map((path) => prefixed(path, withScheme(host))));
}

function withScheme(url: Url): Url {
  return /^[a-z]+:\/\//i.test(url.text) ? url : { ...url, text: `https://${url.text}` };
}

/** What a relative URL is put after: of the options of the call, else of what made the instance. */
function basesOf(
  { signature, of }: SendingCall,
  options: readonly ObjectState[],
  which: 'base' | 'resolvedAgainst',
  view: FileView,
): readonly Url[] {
  const names = signature.keys[which];
  if (!names) return [];
  const own = urlsIn(options, names, view);
  if (own.length > 0) return own;
  for (const { step } of of.made.toReversed()) {
    const [first] = step.args;
    const found = first ? urlsIn(view.reader.bags(first, step.frame), names, view) : [];
    if (found.length > 0) return found;
  }
  return which === 'base' ? writtenBases(of, view) : [];
}

/** `axios.defaults.baseURL = …` */
function writtenBases({ made }: Instance, view: FileView): readonly Url[] {
  const { unit, tracker } = view;
  const maker = made.at(-1)?.step.site;
  return (unit.memberWrites.get('baseURL') ?? []).flatMap((write) => {
    const isOfInstance = tracker.values(write.object, rootContext(unit)).some((value) => {
      if (value.kind !== 'path' || value.step?.kind !== 'member' || value.step.name !== 'defaults')
        return false;
      return maker ? value.parent?.node === maker : value.parent?.step?.kind !== 'call';
    });
    return isOfInstance ? urlsOf(write.value, rootContext(unit), view) : [];
  });
}

function urlsIn(
  bags: readonly ObjectState[],
  names: readonly string[] | undefined,
  view: FileView,
): readonly Url[] {
  for (const name of names ?? []) {
    const found = view.reader
      .read(bags, name)
      .flatMap((alternative) => (alternative.kind === 'set' ? [alternative.value] : []));
    if (found.length > 0) return urlsOfValues(found, view);
  }
  return [];
}

/** The verbs that a call may send with, in capitals; `null` for one that cannot be read. */
export function verbsOf(
  call: SendingCall,
  options: readonly ObjectState[],
  view: FileView,
): readonly (string | null)[] {
  const { signature, args } = call;
  if (signature.method) return [signature.method];
  if (signature.methodArgument !== undefined) {
    const argument = args[signature.methodArgument];
    const texts = argument ? textsOf(view.tracker.values(argument.node, argument.frame)) : [];
    return texts.length > 0 ? texts.map((text) => text.toUpperCase()) : [null];
  }
  for (const name of signature.keys.method ?? []) {
    const reading = view.reader.read(options, name);
    if (reading.length === 0 || reading.every(({ kind }) => kind === 'absent')) continue;
    const texts = readTexts(options, name, view).map((text) => text.toUpperCase());
    const isDefault = reading.some(({ kind }) => kind === 'absent');
    return [...texts, ...(isDefault ? ['GET'] : []), ...(texts.length > 0 || isDefault ? [] : [null])];
  }
  return ['GET'];
}

/** The body of a call. */
export function bodyOfCall(call: SendingCall, options: readonly ObjectState[], view: FileView): Body {
  const { signature, args, node } = call;
  const { body, keys, bodyCalls } = signature;
  const found: Body[] = [];
  if (body !== undefined) {
    const argument = args[body];
    if (args.slice(0, body + 1).includes(null))
      found.push({ bags: [unreadable('spread arguments', node)], calls: [] });
    else if (argument) found.push(bodyOf(argument.node, argument.frame, 'json', view));
  }
  append(found, bodiesIn(options, keys, view));
  if (bodyCalls) append(found, laterBodies(call, bodyCalls, view));
  return together(found);
}

function bodiesIn(
  options: readonly ObjectState[],
  { json = [], text = [] }: OptionNames,
  view: FileView,
): readonly Body[] {
  return [
    ...json.map((name) => [name, 'json'] as const),
    ...text.map((name) => [name, 'text'] as const),
  ].flatMap(([name, encoding]) =>
    view.reader.read(options, name).map((alternative) => bodyOfAlternative(alternative, encoding, view)),
  );
}

/** What later calls on the result are handed: `req.write(body)`, `.send(body)`. */
function laterBodies(call: SendingCall, names: readonly string[], view: FileView): readonly Body[] {
  const encoding = names.includes('send') ? 'json' : 'text';
  return call.frame.unit.calls.flatMap((later) => {
    const callee = later.callee;
    if (callee.type !== 'MemberExpression' || !names.includes(calledName(callee) ?? '')) return [];
    const [first] = later.arguments;
    if (!first || first.type === 'SpreadElement') return [];
    const isOnResult = view.tracker
      .values(callee.object, call.frame)
      .some((value) => value.kind === 'path' && comesFrom(value, call.node));
    return isOnResult ? [{ ...bodyOf(first, call.frame, encoding, view), sentBy: [later] }] : [];
  });
}

function comesFrom(path: AccessPath, call: Node): boolean {
  for (let at: AccessPath | null = path; at; at = at.parent) if (at.node === call) return true;
  return false;
}

function isObject({ node, frame }: Argument, view: FileView): boolean {
  return view.tracker.values(node, frame).every(({ kind }) => kind === 'object');
}

function isCallback({ node }: Argument): boolean {
  return isFunction(node);
}
