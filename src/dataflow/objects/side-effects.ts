import type { Variable } from '@typescript-eslint/scope-manager';
import type { TSESTree } from '@typescript-eslint/utils';
import { argumentsOf, type Argument } from '../evaluate/arguments.js';
import {
  contains,
  enclosingFunction,
  isCallLike,
  isFunction,
  isNamed,
  outermost,
  start,
  unwrap,
  type CallLike,
  type FunctionNode,
  type Node,
} from '../syntax/nodes.js';
import type { Contribution } from '../model/object-state.js';
import { globalName } from '../syntax/names.js';
import { calledName } from '../syntax/names.js';
import { constructorIn, parameterFor } from '../evaluate/calls.js';
import { memberName } from '../evaluate/members.js';
import {
  BranchCover,
  isSurelyBefore,
  reaches,
  reachesEnd,
  type Reachability,
} from '../control/control-flow.js';
import type { ObjectAnalysis } from './object-analysis.js';
import { patternPath } from '../syntax/destructuring.js';
import { handedOver, isChanged, mayChange } from './mutation-sites.js';
import { isPatternTarget } from '../syntax/destructuring.js';
import { enter } from '../model/call-context.js';
import { definitionsOf } from '../evaluate/variables.js';
import type { CallContext, AbstractValue } from '../model/abstract-value.js';

/** Functions that are handed an object are looked into this deep. */
const MAX_DEPTH = 3;

/**
 * What happened to the object in a variable between a write and a use: `params.store = …`, `delete params.store`,
 * `Object.assign(params, …)`, calls that are handed it. In the order of the code.
 */
export function effectsOn(
  variable: Variable,
  since: Node,
  use: Node,
  frame: CallContext,
  reader: ObjectAnalysis,
): readonly Contribution[] {
  const anew = madeAnew(variable, since, use);
  const decide = reader.decider(frame);
  const reach = (node: Node): Reachability => {
    if (node === use) return 'no';
    const reached = reaches(node, use, frame, anew, decide);
    // What the value of an assignment does while it is evaluated, it does to what the variable held before.
    if (contains(since, node) && enclosingFunction(since) === enclosingFunction(node)) return 'no';
    if (start(node) >= start(since)) return reached;
    // Unless a loop or a call comes back to it, it was done to what the variable held before.
    const isEarlier = reaches(since, node, frame, variable.defs[0]?.name as Node | undefined) === 'no';
    return isEarlier || reached === 'no' ? 'no' : 'maybe';
  };
  const names = new Set<Variable>();
  const found = collect(originOf(variable, frame), frame, reader, 0, use, reach, names);
  const isDeep = found.some((part) => 'keys' in part && part.keys.length > 1);
  // In an object that holds itself, a chain of keys means another place once something in the chain has changed.
  const parts = isDeep && reader.aliases.holdsItself(use, frame) ? found.map(uncertainWhenDeep) : found;
  return [...withCoveredWrites(parts, since, use), ...effectsElsewhere(use, frame, reader, reach, names)];
}

/** What makes a new object each time before a use: the write; else the variable, where each round has its own. */
function madeAnew(variable: Variable, since: Node, use: Node): Node | undefined {
  if (isSurelyBefore(since, use)) return since;
  const declared = variable.defs[0];
  const declaration = declared?.parent as Node | null | undefined;
  const isShared = declaration?.type === 'VariableDeclaration' && declaration.kind === 'var';
  return isShared ? undefined : (declared?.name as Node | undefined);
}

/** What happens to an object through other expressions that may be the same object: `holder.params.store = true`. */
export function effectsElsewhere(
  use: Node,
  frame: CallContext,
  reader: ObjectAnalysis,
  reach: (node: Node) => Reachability = (node) => reaches(node, use, frame, undefined, reader.decider(frame)),
  names: ReadonlySet<Variable> = new Set(),
): readonly Contribution[] {
  const own = keysOf(use, frame, reader) ?? [];
  const all: Contribution[] = [];
  const isOver = workIsOver(use, frame, reader);
  for (const { node, keys, frame: inside } of reader.aliases.changesOf(use, frame, names)) {
    if (!reader.spend(1)) return [...all, tooMuch(use)];
    if (node === use || isOver(node) || isFound(node, inside, names, [...own, ...keys], reader)) continue;
    const reached = reach(node);
    if (reached === 'no') continue;
    const isCertain = keys.length === 0 && reached === 'certain' && isSurelySame(node, use, frame, reader);
    const found = effectOf(node, isCertain, isCertain ? frame : inside, reader, 0);
    const parts = isCertain ? found : found.map(unordered);
    for (const part of parts) all.push(keys.length > 0 ? under(keys, part) : part);
  }
  return [...all, ...untracedEffects(use, frame, reader, reach)];
}

/** What happens through expressions that are not followed back, to objects that may have got there. */
function untracedEffects(
  use: Node,
  frame: CallContext,
  reader: ObjectAnalysis,
  reach: (node: Node) => Reachability,
): Contribution[] {
  return reader.aliases.untracedChangesOf(use, frame).flatMap(({ node, key }): Contribution[] => {
    if (node === use || reach(node) === 'no') return [];
    const reason = 'it may be changed under another name';
    return [{ kind: 'unknown', key, isAnywhere: true, reason, node, isCertain: false }];
  });
}

/**
 * Tells of a change whether it belongs to the work of a function that has returned by the time of a use: it made the
 * object, changed it in a variable of its own, and gave it back. What the function did is read where it is called.
 */
function workIsOver(use: Node, frame: CallContext, reader: ObjectAnalysis): (change: Node) => boolean {
  let makers: ReadonlySet<FunctionNode | null> | undefined;
  return (change) => {
    const maker = enclosingFunction(change);
    if (!maker || maker.generator || contains(maker, use)) return false;
    const name = rootName(change);
    const definition = name && frame.unit.variable(name)?.defs[0];
    const isOwn =
      definition?.type === ('Variable' as string) && enclosingFunction(definition.node as Node) === maker;
    if (!isOwn) return false;
    for (let at: CallContext | null = frame; at; at = at.outer) {
      if (at.binding && contains(maker, at.binding.site)) return false;
    }
    makers ??= makersOf(use, frame, reader);
    return makers.size === 1 && makers.has(maker);
  };
}

/** The functions in which the literals stand that an expression may be; none where it may be something else. */
function makersOf(
  use: Node,
  frame: CallContext,
  { tracker }: ObjectAnalysis,
): ReadonlySet<FunctionNode | null> {
  const { result } = tracker.aside(() => tracker.values(use, frame));
  if (!result.every((value) => value.kind === 'object')) return new Set();
  return new Set(result.map(({ node }) => enclosingFunction(node)));
}

/** Methods that take an object in and leave it as it is. */
const TAKES_IN = new Set(['add', 'concat', 'includes', 'indexOf', 'push', 'unshift']);

/**
 * What happens to an object after it was put into a list, until the list is used. Where the list is used later than it
 * is seen to be, that something happens is all that can be said.
 */
export function effectsAfter(
  put: Node,
  use: Node,
  frame: CallContext,
  reader: ObjectAnalysis,
): readonly Contribution[] {
  const variable = put.type === 'Identifier' ? frame.unit.variable(put) : undefined;
  const changes = reader.aliases.changesOf(put, frame, new Set());
  const untraced = untracedEffects(put, frame, reader, (node) =>
    reaches(node, use, frame) === 'no' && start(node) < start(put) ? 'no' : 'maybe',
  );
  const known = changes.flatMap(({ node, keys, frame: inside }): readonly Contribution[] => {
    const parent = outermost(node).parent;
    const isTakenIn =
      parent?.type === 'CallExpression' && TAKES_IN.has(calledName(unwrap(parent.callee)) ?? '');
    if (isTakenIn || contains(put, node) || start(node) < start(put)) return [];
    const reached = reaches(node, use, frame);
    const isLater = reached === 'no' && start(node) > start(use) && !isHandedOver(use);
    if (reached === 'no' && !isLater) return [];
    const isSame =
      variable !== undefined && isWrittenOnce(variable) && frame.unit.variable(node) === variable;
    const isCertain = isSame && keys.length === 0 && reached === 'certain';
    const parts = effectOf(node, isCertain, inside, reader, 0).map((part) => under(keys, part));
    return isLater ? parts.map(unsure) : parts;
  });
  return [...known, ...untraced];
}

/** Does an expression stand in an argument of a call, so that what happens below it comes too late? */
function isHandedOver(use: Node): boolean {
  for (let at = outermost(use); at.parent; at = outermost(at.parent)) {
    const { parent } = at;
    if (parent.type === 'CallExpression' || parent.type === 'NewExpression') return parent.callee !== at;
    if (parent.type !== 'Property' && parent.type !== 'ObjectExpression' && parent.type !== 'SpreadElement')
      return false;
  }
  return false;
}

function unsure(part: Contribution): Contribution {
  const key = 'keys' in part ? part.keys[0] : 'key' in part ? part.key : undefined;
  const named = key === undefined ? {} : { key };
  return {
    kind: 'unknown',
    ...named,
    reason: 'a part that is changed later',
    node: part.node,
    isCertain: false,
  };
}

/** Is a change found by the name of the object already, and the keys behind it? An object that holds itself has others. */
function isFound(
  node: Node,
  frame: CallContext,
  names: ReadonlySet<Variable>,
  keys: readonly string[],
  reader: ObjectAnalysis,
): boolean {
  let left = keys;
  for (let at: Argument | null | undefined = { node, frame }; at;) {
    const name = rootName(at.node);
    const variable = name && at.frame.unit.variable(name);
    const own = variable && keysOf(at.node, at.frame, reader);
    const isEnd = own?.every((key, i) => key === left[left.length - own.length + i]);
    if (!own || !isEnd) return false;
    left = left.slice(0, left.length - own.length);
    if (names.has(variable)) return left.length === 0;
    at = argumentFor(variable, at.frame, reader);
  }
  return false;
}

/** What the call in view hands to a parameter that is a plain name. */
function argumentFor(
  variable: Variable,
  frame: CallContext,
  reader: ObjectAnalysis,
): Argument | null | undefined {
  const definition = variable.defs.find(({ type }) => type === ('Parameter' as string));
  const fn = definition?.node as Node | undefined;
  const binding = isFunction(fn) ? frame.bindingOf(fn) : null;
  if (!isFunction(fn) || !binding) return null;
  const index = fn.params.indexOf(definition!.name as never);
  return index < 0 || binding.args.slice(0, index + 1).some(({ type }) => type === 'SpreadElement')
    ? null
    : argumentsOf(binding.args, binding.caller, reader.tracker)[index];
}

/** The same chain of names from the same start, `this.options.params`, with no new value for any of them in between. */
function isSurelySame(one: Node, use: Node, frame: CallContext, reader: ObjectAnalysis): boolean {
  const names = chainOf(one, frame, reader);
  if (!names || names.length < 2 || names.join() !== chainOf(use, frame, reader)?.join()) return false;
  if (reader.aliases.holdsItself(one, frame)) return false;
  const isBetween = ({ assignment }: { assignment: Node }) =>
    start(one) < start(assignment) && start(assignment) < start(use);
  return names.every(
    (name) =>
      !frame.unit.memberWrites
        .get(name)
        ?.some((write) => isBetween(write) && !contains(write.assignment, use)) || name === names[0],
  );
}

/** The start of a chain, as a text that is its alone, and the keys. */
function chainOf(node: Node, frame: CallContext, reader: ObjectAnalysis): readonly string[] | null {
  const keys = keysOf(node, frame, reader);
  if (!keys) return null;
  let at = unwrap(node);
  while (at.type === 'MemberExpression') at = unwrap(at.object);
  if (at.type === 'ThisExpression') return [`this ${start(enclosingFunction(at) ?? at)}`, ...keys];
  const variable = at.type === 'Identifier' ? frame.unit.variable(at) : undefined;
  return variable && isWrittenOnce(variable)
    ? [`${variable.name} ${start(variable.defs[0]!.node as Node)}`, ...keys]
    : null;
}

/** `b`, `c` in `a.b.c`; `null` when one of them is computed from something unknown. */
function keysOf(node: Node, frame: CallContext, reader: ObjectAnalysis): readonly string[] | null {
  const keys: string[] = [];
  for (let at = unwrap(node); at.type === 'MemberExpression'; at = unwrap(at.object)) {
    const key = memberName(at, frame, reader.tracker);
    if (key === undefined) return null;
    keys.unshift(key);
  }
  return keys;
}

/** `a` in `a.b.c`. */
export function rootName(node: Node): TSESTree.Identifier | null {
  let at = unwrap(node);
  while (at.type === 'MemberExpression') at = unwrap(at.object);
  return at.type === 'Identifier' ? at : null;
}

/** The first name of an object that has several: `a` for `const b = a`. */
function originOf(variable: Variable, frame: CallContext): Variable {
  let at = variable;
  for (const seen = new Set<Variable>(); !seen.has(at);) {
    seen.add(at);
    const [only, ...others] = definitionsOf(at);
    const { steps, host } = only ? patternPath(only.identifier) : { steps: [], host: undefined };
    const isPlain = only && others.length === 0 && steps.length === 0 && host?.type === 'VariableDeclarator';
    const source = isPlain ? unwrap(only.source) : null;
    const origin = source?.type === 'Identifier' ? frame.unit.variable(source) : undefined;
    if (!origin || !isWrittenOnce(origin)) return at;
    at = origin;
  }
  return at;
}

/** Does a variable mean one value all along? */
function isWrittenOnce(variable: Variable): boolean {
  const isGiven = variable.defs.some(({ type }) => type !== ('Variable' as string));
  return definitionsOf(variable).length + Number(isGiven) === 1;
}

/** Writes of one key in all branches: from the first of them on, the key is surely written. */
function withCoveredWrites(parts: readonly Contribution[], since: Node, use: Node): readonly Contribution[] {
  const counts = new Map<string, number>();
  let most = 0;
  for (const part of parts) {
    if (part.kind !== 'write' || part.isCertain) continue;
    const key = part.keys.join('\0');
    const count = (counts.get(key) ?? 0) + 1;
    counts.set(key, count);
    most = Math.max(most, count);
  }
  if (most < 2) return parts;
  const later = new Map<string, BranchCover>();
  return parts
    .toReversed()
    .map((part): Contribution => {
      if (part.kind !== 'write' || part.isCertain || part.node.operator !== '=') return part;
      if (start(part.node) < start(since)) return part;
      const key = part.keys.join('\0');
      if (counts.get(key)! < 2) return part;
      const cover = later.get(key) ?? new BranchCover(use);
      const isCovered = cover.add(part.node);
      const isFirst = !later.has(key);
      later.set(key, cover);
      return isCovered && !isFirst ? { ...part, isCertain: true } : part;
    })
    .toReversed();
}

/** A parameter that is taken apart: the object keeps its keys, what they hold may be changed. */
function patternEffects(
  pattern: Node,
  call: CallLike,
  isCertain: boolean,
  inside: CallContext,
  reader: ObjectAnalysis,
): Contribution[] {
  if (pattern.type !== 'ObjectPattern') {
    return [{ kind: 'unknown', reason: 'a parameter that is taken apart', node: call, isCertain }];
  }
  return pattern.properties.flatMap((property): Contribution[] => {
    const names = namesIn(property.type === 'Property' ? property.value : property.argument);
    const isChanged = names.some((name) => {
      const variable = inside.unit.variable(name);
      return !variable || reader.touches.of(variable, inside).length > 0;
    });
    const { key } = property.type === 'Property' ? property : { key: null };
    const isKnown = key?.type === 'Identifier' && property.type === 'Property' && !property.computed;
    if (!isChanged) return [];
    const named = isKnown ? { key: key.name } : {};
    return [
      { kind: 'unknown', ...named, reason: 'a part that is handed to a function', node: call, isCertain },
    ];
  });
}

/** The names that a pattern gives values to. */
function namesIn(pattern: Node): readonly Node[] {
  switch (pattern.type) {
    case 'Identifier':
      return [pattern];
    case 'AssignmentPattern':
      return namesIn(pattern.left);
    case 'RestElement':
      return namesIn(pattern.argument);
    case 'ArrayPattern':
      return pattern.elements.flatMap((element) => (element ? namesIn(element) : []));
    case 'ObjectPattern':
      return pattern.properties.flatMap((property) =>
        namesIn(property.type === 'Property' ? property.value : property.argument),
      );
    default:
      return [];
  }
}

/** What happens to the object in a variable, in the order of the code. */
function collect(
  variable: Variable,
  frame: CallContext,
  reader: ObjectAnalysis,
  depth: number,
  use: Node,
  reach: (node: Node) => Reachability,
  names: Set<Variable>,
): Contribution[] {
  const isHereOrAround = (home: FunctionNode | null) => !home || contains(home, use);
  const found = effectsByPlace(variable, frame, reader, depth, reach, names, isHereOrAround);
  return found
    .sort((one, other) => one.depth - other.depth || one.at - other.at)
    .flatMap(({ parts }) => parts);
}

interface Effect {
  /** How many functions are around it. */
  readonly depth: number;
  readonly at: number;
  readonly parts: readonly Contribution[];
}

function effectsByPlace(
  variable: Variable,
  frame: CallContext,
  reader: ObjectAnalysis,
  depth: number,
  reach: (node: Node) => Reachability,
  names: Set<Variable>,
  isHereOrAround: (home: FunctionNode | null) => boolean,
): Effect[] {
  if (names.has(variable)) return [];
  names.add(variable);
  const found: Effect[] = [];
  for (const { node, alias, moment, home, depth: around } of reader.touches.of(variable, frame)) {
    if (!reader.spend(1)) {
      // Whatever has been found, there may be more.
      found.push({ depth: Number.MAX_SAFE_INTEGER, at: Infinity, parts: [tooMuch(node)] });
      break;
    }
    if (alias) {
      // What happens through another name has its own place.
      const isSame = isWrittenOnce(alias) && isWrittenOnce(variable);
      const reachThere = isSame ? reach : (at: Node) => (reach(at) === 'no' ? 'no' : 'maybe');
      const there = effectsByPlace(alias, frame, reader, depth, reachThere, names, isHereOrAround);
      for (const effect of there) found.push(effect);
      continue;
    }
    const reached = reach(node);
    if (reached === 'no') continue;
    // What stands in functions further out came first. In another function it may happen later than all of it.
    const isHere = reached === 'certain' || isHereOrAround(home);
    const parts = reader.learnt(`effect ${reached === 'certain'} ${isHere} ${depth}`, node, frame, () => {
      const effects = effectOf(node, reached === 'certain', frame, reader, depth);
      return isHere ? effects : effects.map(unordered);
    });
    found.push({ depth: isHere ? around : Number.MAX_SAFE_INTEGER, at: moment, parts });
  }
  return found;
}

/** What is left when there is more to look at than is looked at. */
function tooMuch(node: Node): Contribution {
  return { kind: 'unknown', reason: 'more happens to it than is followed', node, isCertain: true };
}

function effectOf(
  node: Node,
  isCertain: boolean,
  frame: CallContext,
  reader: ObjectAnalysis,
  depth: number,
): Contribution[] {
  const expression = outermost(node);
  const parent = expression.parent;
  if (parent?.type === 'MemberExpression' && parent.object === expression) {
    return memberEffect(parent, isCertain, frame, reader, depth);
  }
  if (isCallLike(parent) && parent.arguments.includes(expression as never)) {
    return callEffect(parent, expression, isCertain, frame, reader, depth);
  }
  const handed = handedOver(expression);
  return handed ? [handedInside(handed.call, isCertain)] : [];
}

/** A call out of view that is handed a literal with the object in it. */
function handedInside(call: CallLike, isCertain: boolean): Contribution {
  const name = calledName(unwrap(call.callee)) ?? 'a function';
  return { kind: 'unknown', reason: `\`${name}\` is handed the object`, node: call, isCertain };
}

/** `params.a.b = value` and `delete params.a`. */
function memberEffect(
  member: TSESTree.MemberExpression,
  isCertain: boolean,
  frame: CallContext,
  reader: ObjectAnalysis,
  depth: number,
): Contribution[] {
  const keys: string[] = [];
  let at: TSESTree.MemberExpression = member;
  for (;;) {
    const key = memberName(at, frame, reader.tracker);
    const outer = outermost(at);
    const parent = outer.parent;
    const isTaken = isPatternTarget(outer);
    const isTarget = isChanged(outer);
    if (isTarget && key === undefined) {
      return [{ kind: 'unknown', key: keys[0], reason: 'a key that is computed', node: at, isCertain }];
    }
    if (key === undefined) return changedBehind(outer, keys[0], isCertain, frame, reader, depth);
    keys.push(key);
    if (parent?.type === 'MemberExpression' && parent.object === outer) {
      at = parent;
      continue;
    }
    if (isCallLike(parent) && parent.arguments.includes(outer as never)) {
      return callEffect(parent, outer, isCertain, frame, reader, depth).map((part) => under(keys, part));
    }
    if (!isTarget) return [];
    if (isTaken || frame.unit.setters.has(key))
      return [{ kind: 'unknown', key: keys[0], reason: 'computed value', node: at, isCertain }];
    if (key === '__proto__')
      return [{ kind: 'unknown', reason: 'a prototype that is set', node: at, isCertain: false }];
    if (parent?.type === 'UnaryExpression') return [{ kind: 'remove', keys, node: parent, isCertain }];
    return [
      writePart(parent as TSESTree.AssignmentExpression | TSESTree.UpdateExpression, keys, isCertain, frame),
    ];
  }
}

/** `params[key].a = value`, `f(params[key])`: any of its parts may be changed. */
function changedBehind(
  member: Node,
  key: string | undefined,
  isCertain: boolean,
  frame: CallContext,
  reader: ObjectAnalysis,
  depth: number,
): Contribution[] {
  let at = member;
  while (at.parent?.type === 'MemberExpression' && at.parent.object === at) at = outermost(at.parent);
  const { parent } = at;
  const isHarmed =
    isChanged(at) ||
    (isCallLike(parent) &&
      parent.arguments.includes(at as never) &&
      callEffect(parent, at, isCertain, frame, reader, depth).length > 0);
  return isHarmed
    ? [{ kind: 'unknown', key, reason: 'a key that is computed', node: member, isCertain: false }]
    : [];
}

function writePart(
  node: TSESTree.AssignmentExpression | TSESTree.UpdateExpression,
  keys: readonly string[],
  isCertain: boolean,
  frame: CallContext,
): Contribution {
  if (node.type === 'UpdateExpression' || !/^(?:=|\?\?=|\|\|=|&&=)$/.test(node.operator)) {
    return { kind: 'unknown', key: keys[0], reason: 'computed value', node, isCertain };
  }
  return { kind: 'write', keys, node, value: node.right, frame, isCertain };
}

function uncertainWhenDeep(part: Contribution): Contribution {
  return 'isCertain' in part && 'keys' in part && part.keys.length > 1 ? { ...part, isCertain: false } : part;
}

function unordered(part: Contribution): Contribution {
  return part.kind === 'write' ? { ...part, isUnordered: true } : part;
}

/** What happens to an object, as seen from one that holds it. */
function under(keys: readonly string[], part: Contribution): Contribution {
  if (keys.length === 0) return part;
  switch (part.kind) {
    case 'write':
    case 'remove':
      return { ...part, keys: [...keys, ...part.keys] };
    case 'unknown':
      return { ...part, key: keys[0] };
    case 'spread':
    case 'given':
    case 'property': {
      const isCertain = part.kind !== 'spread' || part.isCertain;
      return {
        kind: 'unknown',
        key: keys[0],
        reason: 'a part that is changed as a whole',
        node: part.node,
        isCertain,
      };
    }
  }
}

/** A call that is handed the object. What it does is unknown, unless it is known to leave the object as it is. */
function callEffect(
  call: CallLike,
  arg: Node,
  isCertain: boolean,
  frame: CallContext,
  reader: ObjectAnalysis,
  depth: number,
): Contribution[] {
  const callee = unwrap(call.callee);
  const index = call.arguments.indexOf(arg as never);
  const global = call.type === 'CallExpression' ? globalName(callee, frame) : undefined;
  if (global === 'Object.assign') {
    if (index > 0) return [];
    return call.arguments.slice(1).map((source): Contribution => {
      if (source.type === 'SpreadElement') {
        return { kind: 'unknown', reason: 'spread arguments', node: source, isCertain };
      }
      return { kind: 'spread', node: source, bags: reader.bags(source, frame), isCertain };
    });
  }
  const definition = index === 0 && global ? definedProperty(call, global, isCertain, frame, reader) : null;
  if (definition) return [definition];
  const name = calledName(callee) ?? '';
  const unknownPart: Contribution = {
    kind: 'unknown',
    reason: `\`${name || 'a function'}\` is handed the object`,
    node: call,
    isCertain,
  };
  return reader.tracker.values(callee, frame).flatMap((value): Contribution[] => {
    const fn = call.type === 'NewExpression' ? constructorIn(value) : value;
    if (fn?.kind === 'function') return calleeEffects(fn, call, index, isCertain, frame, reader, depth);
    return mayChange(value, name, call.type === 'NewExpression', reader.tracker) ? [unknownPart] : [];
  });
}

/** `Object.defineProperty(params, 'store', { value })`, `Reflect.set(params, 'store', value)`. */
function definedProperty(
  call: CallLike,
  global: string,
  isCertain: boolean,
  frame: CallContext,
  reader: ObjectAnalysis,
): Contribution | null {
  if (!/^(?:Object|Reflect)\.(?:defineProperty|deleteProperty|set)$/.test(global)) return null;
  const [, name, third] = call.arguments;
  const key = name && name.type !== 'SpreadElement' ? reader.tracker.constantKey(name, frame) : undefined;
  const unread: Contribution = {
    kind: 'unknown',
    key,
    reason: 'a property that is defined',
    node: call,
    isCertain,
  };
  if (key === undefined || !isCertain || third?.type !== 'ObjectExpression') return unread;
  const [value, ...others] = third.properties.filter(
    (property) => property.type === 'Property' && !property.computed && isNamed(property.key, 'value'),
  );
  const isPlain = value?.type === 'Property' && others.length === 0 && global.endsWith('defineProperty');
  const isHidden = !third.properties.some(
    (property) => property.type === 'Property' && isNamed(property.key, 'enumerable'),
  );
  // What is not enumerable does not get into a body.
  if (!isPlain || isHidden) return unread;
  return { kind: 'property', key, node: value, value: value.value, frame };
}

/** What a function of the file does to the object that it is handed. */
function calleeEffects(
  fn: Extract<AbstractValue, { kind: 'function' }>,
  call: CallLike,
  index: number,
  isCertain: boolean,
  frame: CallContext,
  reader: ObjectAnalysis,
  depth: number,
): Contribution[] {
  const param = parameterFor(fn, index);
  const inside = enter(fn, call, call.arguments, frame);
  if (param === 'list') {
    return [{ kind: 'unknown', reason: 'arguments that are used as a list', node: call, isCertain }];
  }
  if (!param) return [];
  if (param.type !== 'Identifier')
    return inside ? patternEffects(param, call, isCertain, inside, reader) : [];
  const variable = fn.frame.unit.variable(param);
  if (!variable || !inside || depth >= MAX_DEPTH) {
    return [{ kind: 'unknown', reason: 'calls nested too deep to follow', node: call, isCertain }];
  }
  const decide = reader.decider(inside);
  const reach = (node: Node): Reachability => {
    const reached = reachesEnd(node, fn.node, decide);
    return reached === 'certain' && !isCertain ? 'maybe' : reached;
  };
  return collect(variable, inside, reader, depth + 1, fn.node.body ?? fn.node, reach, new Set());
}
