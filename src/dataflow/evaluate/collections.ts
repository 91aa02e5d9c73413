import type { Argument } from './arguments.js';
import { calledName } from '../syntax/names.js';
import type { Evaluator } from '../model/evaluator.js';
import { outermost, unwrap, type CallLike, type Node } from '../syntax/nodes.js';
import { isPatternTarget } from '../syntax/destructuring.js';
import type { SourceModule } from '../syntax/source-module.js';
import type {
  CallContext,
  ArrayValue,
  AccessPath,
  AccessStep,
  AbstractValue,
} from '../model/abstract-value.js';
import { rootContext } from '../model/call-context.js';

/** Methods that put values into a collection, with the index of the first argument that is put. */
export const PUTS: ReadonlyMap<string, number> = new Map([
  ['add', 0],
  ['fill', 0],
  ['push', 0],
  ['set', 1],
  ['splice', 2],
  ['unshift', 0],
]);

const CLASSES = new Set(['Map', 'Set', 'WeakMap']);

/** A map or set that the file makes. */
export function isMadeCollection(value: AbstractValue): boolean {
  return value.kind === 'path' && value.step?.kind === 'new' && CLASSES.has(globalClass(value) ?? '');
}

/** Does a value hold others that a method of it hands out? */
export function isCollection(value: AbstractValue): boolean {
  return (
    value.kind === 'array' ||
    (value.kind === 'typed' && value.element !== undefined) ||
    isMadeCollection(value)
  );
}

/** The values of a map or set: what its constructor is given, and what is put into it. */
export function collectedElements(
  collection: AccessPath,
  node: Node,
  tracker: Evaluator,
): readonly AbstractValue[] {
  const { step } = collection;
  if (step?.kind !== 'new') return putInto(collection, tracker);
  // `all = new Map(all)` is made of itself.
  return tracker.ask('elements', step.site, step.frame, () => [
    ...givenElements(collection, step, node, tracker),
    ...putInto(collection, tracker),
  ]);
}

/** What a collection is made with: a list, of pairs for a map. */
function givenElements(
  collection: AccessPath,
  { args, frame }: Extract<AccessStep, { kind: 'new' | 'call' }>,
  node: Node,
  tracker: Evaluator,
): readonly AbstractValue[] {
  const [first] = args;
  if (!first || first.type === 'SpreadElement') return [];
  const given = tracker.values(first, frame);
  // What a map or set of the file holds is handed on as it is; pairs are lists of the file.
  const copied = given.filter(isMadeCollection);
  const entries = tracker.elements(
    given.filter((value) => !isMadeCollection(value)),
    node,
  );
  return [
    ...tracker.elements(copied, node),
    ...(globalClass(collection) === 'Set'
      ? entries
      : entries.flatMap((entry) => tracker.member(entry, '1', node))),
  ];
}

/** What the calls of the file put into a collection: `clients.push(client)`, `clients.set(key, client)`. */
export function putInto(collection: ArrayValue | AccessPath, tracker: Evaluator): readonly AbstractValue[] {
  return argumentsPutInto(collection, tracker).flatMap(({ node, frame }) =>
    node.type === 'SpreadElement' ? [] : tracker.values(node, frame),
  );
}

/** Methods that move the elements of a list. */
const SHIFTS = new Set(['splice', 'unshift']);

/** Does a call of the file move the elements of a list? */
export function isShifted(list: ArrayValue, tracker: Evaluator): boolean {
  const root = rootContext(list.frame.unit);
  return callsThatPut(list.frame.unit).some(
    ({ call, collection }) =>
      SHIFTS.has(calledName(call.callee) ?? '') &&
      tracker.values(collection, root).some(({ node }) => node === list.node),
  );
}

/** The same as expressions; spreads are lists whose elements are put: `items.push(...more)`. */
function argumentsPutInto(collection: ArrayValue | AccessPath, tracker: Evaluator): readonly Argument[] {
  const frame =
    collection.kind === 'array'
      ? collection.frame
      : collection.step?.kind === 'new'
        ? collection.step.frame
        : null;
  return frame ? argumentsPutIntoMade(collection.node, frame, tracker) : [];
}

/** The same for the collection that an expression makes: a literal, `new Set()`, `items.concat(more)`. */
export function argumentsPutIntoMade(
  made: Node,
  frame: CallContext,
  tracker: Evaluator,
): readonly Argument[] {
  const root = rootContext(frame.unit);
  const isMade = (node: Node) => tracker.values(node, root).some((value) => value.node === made);
  const put = callsThatPut(frame.unit).flatMap(({ call, collection, first }) =>
    isMade(collection) ? call.arguments.slice(first).map((node) => ({ node, frame: root })) : [],
  );
  const written = writesByIndex(frame.unit).flatMap(({ list, value }) =>
    isMade(list) ? [{ node: value, frame: root }] : [],
  );
  return [...put, ...written];
}

/** What the code puts into collections in ways of which the values are not read. */
export interface UnreadPut {
  readonly collection: Node;
  readonly node: Node;
}

const unreadPuts = new WeakMap<SourceModule, readonly UnreadPut[]>();

const BORROWS = new Set(['apply', 'bind', 'call']);

/** The list of `list.push.apply(list, values)`, `[].push.call(list, value)`, `Reflect.apply(list.push, list, values)`. */
function listOfBorrowed(call: CallLike): Node | null {
  const callee = unwrap(call.callee);
  if (callee.type !== 'MemberExpression' || !BORROWS.has(calledName(callee) ?? '')) return null;
  const [first, second] = call.arguments;
  const isReflect = callee.object.type === 'Identifier' && callee.object.name === 'Reflect';
  const [method, list] = isReflect ? [first, second] : [callee.object, first];
  const isPut = method?.type === 'MemberExpression' && PUTS.has(calledName(method) ?? '');
  return isPut && list && list.type !== 'SpreadElement' ? list : null;
}

/** `list[name](value)`, `[list[0]] = values`, `list.push.apply(list, values)`. */
export function unreadPutsOf(unit: SourceModule): readonly UnreadPut[] {
  let found = unreadPuts.get(unit);
  if (!found) {
    const calls = unit.calls.flatMap((call): UnreadPut[] => {
      const callee = unwrap(call.callee);
      const borrowed = listOfBorrowed(call);
      if (borrowed) return [{ collection: borrowed, node: call }];
      const isUnread =
        callee.type === 'MemberExpression' && callee.computed && callee.property.type !== 'Literal';
      return isUnread ? [{ collection: callee.object, node: call }] : [];
    });
    const targets = unit.changed.flatMap((list): UnreadPut[] => {
      const member = list.parent;
      const isTarget =
        member?.type === 'MemberExpression' && member.computed && isPatternTarget(outermost(member));
      return isTarget ? [{ collection: list, node: member }] : [];
    });
    unreadPuts.set(unit, (found = [...calls, ...targets]));
  }
  return found;
}

/** All that is put into collections of a file, whichever they are. */
export function putsIn(unit: SourceModule): readonly UnreadPut[] {
  return [
    ...unreadPutsOf(unit),
    ...callsThatPut(unit).map(({ call, collection }) => ({ collection, node: call })),
    ...writesByIndex(unit).map(({ list, value }) => ({ collection: list, node: value })),
  ];
}

interface IndexWrite {
  readonly list: Node;
  readonly value: Node;
}

const indexWrites = new WeakMap<SourceModule, readonly IndexWrite[]>();

/** `list[i] = value`, looked for once. */
function writesByIndex(unit: SourceModule): readonly IndexWrite[] {
  let known = indexWrites.get(unit);
  if (!known) {
    known = unit.changed.flatMap((list): IndexWrite[] => {
      const member = list.parent;
      const write = member?.parent;
      const isWrite =
        member?.type === 'MemberExpression' &&
        member.computed &&
        member.object === list &&
        write?.type === 'AssignmentExpression' &&
        write.left === member;
      return isWrite ? [{ list, value: write.right }] : [];
    });
    indexWrites.set(unit, known);
  }
  return known;
}

interface PuttingCall {
  readonly call: CallLike;
  readonly collection: Node;
  /** The first argument that is put. */
  readonly first: number;
}

const puttingCalls = new WeakMap<SourceModule, readonly PuttingCall[]>();

/** Few of a file's calls put something into a collection: they are looked for once. */
function callsThatPut(unit: SourceModule): readonly PuttingCall[] {
  let known = puttingCalls.get(unit);
  if (!known) {
    known = unit.calls.flatMap((call): PuttingCall[] => {
      const callee = unwrap(call.callee);
      if (callee.type !== 'MemberExpression') return [];
      const { property } = callee;
      const first = PUTS.get(
        property.type === 'Literal' ? String(property.value) : (calledName(callee) ?? ''),
      );
      return first === undefined ? [] : [{ call, collection: callee.object, first }];
    });
    puttingCalls.set(unit, known);
  }
  return known;
}

function globalClass({ root, parent }: AccessPath): string | null {
  return root.kind === 'global' && parent?.step === null ? root.name : null;
}
