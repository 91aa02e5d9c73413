import type { TSESTree } from '@typescript-eslint/utils';
import { argumentsOf, type Argument } from './arguments.js';
import { isFunction, programOf, unwrap, type Node } from '../syntax/nodes.js';
import { calledName } from '../syntax/names.js';
import { returnedExpressions } from '../syntax/statements.js';
import { argumentsPutIntoMade, putsIn, unreadPutsOf, type UnreadPut } from './collections.js';
import { escapes, mayBeMadeHere } from '../objects/escapes.js';
import { takenBranches } from './expressions.js';
import { elementsAddedByCallees } from './callee-elements.js';
import { patternPath } from '../syntax/destructuring.js';
import { enter, rootContext } from '../model/call-context.js';
import type { Evaluator } from '../model/evaluator.js';
import type { SourceModule } from '../syntax/source-module.js';
import {
  type CallContext,
  unknown,
  type ArrayValue,
  type UnknownValue,
  type AbstractValue,
} from '../model/abstract-value.js';
import { definitionsOf } from './variables.js';
import { append } from '../../util/append.js';

/** Methods that give a list with the same elements, or some of them, or with their arguments besides. */
const KEEPS_ELEMENTS = new Set([
  'concat',
  'copyWithin',
  'fill',
  'filter',
  'flat',
  'reverse',
  'slice',
  'sort',
  'splice',
  'toReversed',
  'toSorted',
  'toSpliced',
  'with',
]);

/** The first argument of a method that is an element of the list that it gives. */
const ADDS_ARGUMENTS: ReadonlyMap<string, number> = new Map([
  ['fill', 0],
  ['toSpliced', 2],
  ['with', 1],
]);

/** Values whose methods are not those of a list, and which are one element where a list takes either. */
const HAS_OWN_METHODS: ReadonlySet<AbstractValue['kind']> = new Set([
  'object',
  'instance',
  'class',
  'module',
  'function',
]);

interface Found {
  readonly elements: Argument[];
  readonly unknown: UnknownValue[];
  /** What was read already: lists can be put into each other, and be made of what they were before. */
  readonly lists: Map<Node, Set<CallContext>>;
  readonly expressions: Map<Node, Set<CallContext>>;
}

/** Lists inside lists are read this deep. */
const MAX_DEPTH = 12;

/** The elements that a list may have, each with the frame to read it in, and what could not be read. */
export interface Elements {
  readonly elements: readonly Argument[];
  readonly unknown: readonly UnknownValue[];
}

/**
 * The elements of the list that an expression is: literals, spreads, conditional spreads, what is pushed to it anywhere
 * in the file, what a callback makes of each element. Which of them are there at run time is not asked: each is there on
 * some way through the code.
 */
export function elementsIn(node: Node, frame: CallContext, tracker: Evaluator): Elements {
  const found: Found = { elements: [], unknown: [], lists: new Map(), expressions: new Map() };
  collect(node, frame, tracker, found, 0);
  return found;
}

function collect(node: Node, frame: CallContext, tracker: Evaluator, found: Found, depth: number): void {
  const expression = unwrap(node);
  if (!isNew(expression, frame, found.expressions)) return;
  if (depth > MAX_DEPTH) {
    found.unknown.push(unknown('lists nested too deep to follow', expression));
    return;
  }
  if (expression.type === 'CallExpression' && collectOfMethod(expression, frame, tracker, found, depth)) {
    collectPutInto(expression, frame, tracker, found, depth);
    return;
  }
  const others = elementsAddedByCallees(expression, frame, tracker);
  for (const put of others.put) collectElement(put, tracker, found, depth);
  append(found.unknown, others.unknown);
  const values = tracker.values(expression, frame);
  // A type, or a result that is not followed, says less than what the variable is given or the function returns.
  const sources = values.every(isRead) ? null : sourcesOf(expression, frame, tracker);
  for (const source of sources ?? []) collect(source.node, source.frame, tracker, found, depth + 1);
  for (const value of values) {
    if (value.kind === 'array') collectOfLiteral(value, tracker, found, depth);
    else if (isRead(value) || sources) continue;
    // A member that holds `items.map(…)` is the list that the call gives.
    else if (value.node !== expression && isListCall(value.node, frame))
      collect(value.node, frame, tracker, found, depth + 1);
    else found.unknown.push(unread(value, expression));
  }
}

/** Lists, and what surely has no elements that a request could be asked about. */
function isRead({ kind }: AbstractValue): boolean {
  return kind === 'array' || kind === 'constant' || kind === 'text';
}

function unread(value: AbstractValue, expression: Node): UnknownValue {
  switch (value.kind) {
    case 'unknown':
      return value;
    case 'path':
      return unknown('a list from another module', value.node);
    case 'typed':
      return unknown('a list of which only the type is in view', expression);
    default:
      return unknown('a value that is no list', expression);
  }
}

function collectOfLiteral(list: ArrayValue, tracker: Evaluator, found: Found, depth: number): void {
  if (!isNew(list.node, list.frame, found.lists)) return;
  for (const element of list.node.elements) {
    if (element?.type === 'SpreadElement') collect(element.argument, list.frame, tracker, found, depth + 1);
    else if (element) found.elements.push({ node: element, frame: list.frame });
  }
  collectPutInto(list.node, list.frame, tracker, found, depth);
}

/** What is pushed, anywhere in the file, to the list that an expression makes. */
function collectPutInto(
  made: Node,
  frame: CallContext,
  tracker: Evaluator,
  found: Found,
  depth: number,
): void {
  for (const put of argumentsPutIntoMade(made, frame, tracker)) collectElement(put, tracker, found, depth);
  append(found.unknown, unreadInto(made, frame, tracker));
}

/** What may be put into a list that is not read: under another name, or by a method that is computed. */
function unreadInto(made: Node, { unit }: CallContext, tracker: Evaluator): readonly UnknownValue[] {
  const isMade = (node: Node) => tracker.values(node, rootContext(unit)).some((value) => value.node === made);
  const direct = unreadPutsOf(unit).filter(({ collection }) => isMade(collection));
  const untraced = untracedPutsOf(unit, tracker);
  const all = untraced.length > 0 && escapes(made, unit, tracker) ? [...direct, ...untraced] : direct;
  return all.map(({ node }) => unknown('what is put into a list under another name', node));
}

const untracedPuts = new WeakMap<Evaluator, WeakMap<SourceModule, readonly UnreadPut[]>>();

/** What the code puts into lists that are not followed back to where they are made. */
function untracedPutsOf(unit: SourceModule, tracker: Evaluator): readonly UnreadPut[] {
  const ofTracker = untracedPuts.get(tracker) ?? new WeakMap<SourceModule, readonly UnreadPut[]>();
  untracedPuts.set(tracker, ofTracker);
  let found = ofTracker.get(unit);
  if (!found) {
    // Whatever asks for a list meanwhile gets the ways that are read.
    ofTracker.set(unit, []);
    found = putsIn(unit).filter(({ collection }) =>
      tracker
        .aside(() => tracker.values(collection, rootContext(unit)))
        .result.some((value) => mayBeMadeHere(value, tracker)),
    );
    ofTracker.set(unit, found);
  }
  return found;
}

/** What a method of a list gives; `false` when it is no such method. */
function collectOfMethod(
  call: TSESTree.CallExpression,
  frame: CallContext,
  tracker: Evaluator,
  found: Found,
  depth: number,
): boolean {
  const callee = unwrap(call.callee);
  const name = callee.type === 'MemberExpression' ? calledName(callee) : undefined;
  if (callee.type !== 'MemberExpression' || name === undefined) return false;
  const isMapped = name === 'map' || name === 'flatMap';
  if (!isMapped && !KEEPS_ELEMENTS.has(name)) return false;
  // An object of the file can have a method of that name which gives something else.
  if (tracker.values(callee.object, frame).some(({ kind }) => HAS_OWN_METHODS.has(kind))) return false;
  if (isMapped) {
    const made = madeByCallback(call, frame, tracker);
    if (name === 'map') append(found.elements, made);
    else for (const one of made) collectEither(one, tracker, found, depth);
    return made.length > 0;
  }
  if (name === 'flat') {
    const inner: Found = { ...found, elements: [] };
    collect(callee.object, frame, tracker, inner, depth + 1);
    for (const element of inner.elements) collectEither(element, tracker, found, depth);
    return true;
  }
  collect(callee.object, frame, tracker, found, depth + 1);
  const first = name === 'concat' ? 0 : (ADDS_ARGUMENTS.get(name) ?? Infinity);
  for (const node of call.arguments.slice(first)) {
    // `concat` takes lists and elements, the spread of a list of lists too.
    if (name !== 'concat') collectElement({ node, frame }, tracker, found, depth);
    else if (node.type === 'SpreadElement') found.unknown.push(unknown('spread arguments', node));
    else collectEither({ node, frame }, tracker, found, depth);
  }
  return true;
}

function collectElement({ node, frame }: Argument, tracker: Evaluator, found: Found, depth: number): void {
  if (node.type === 'SpreadElement') collect(node.argument, frame, tracker, found, depth + 1);
  else found.elements.push({ node, frame });
}

/** What is put in as it is, or with its elements where it is a list: an argument of `concat`. */
function collectEither(given: Argument, tracker: Evaluator, found: Found, depth: number): void {
  const { frame } = given;
  const node = unwrap(given.node);
  if (node.type === 'ConditionalExpression') {
    for (const branch of takenBranches(node, frame, tracker))
      collectEither({ node: branch, frame }, tracker, found, depth);
    return;
  }
  const values = tracker.values(node, frame);
  const isElement = values.some(({ kind }) => HAS_OWN_METHODS.has(kind));
  if (isElement) found.elements.push({ node, frame });
  else collect(node, frame, tracker, found, depth + 1);
}

/** The expressions that give a name its values or a call its result; `null` when not all of them are in view. */
function sourcesOf(node: Node, frame: CallContext, tracker: Evaluator): readonly Argument[] | null {
  switch (node.type) {
    case 'Identifier':
      return sourcesOfName(node, frame, tracker);
    case 'ConditionalExpression':
      return takenBranches(node, frame, tracker).map((branch) => ({ node: branch, frame }));
    case 'LogicalExpression':
      return (node.operator === '&&' ? [node.right] : [node.left, node.right]).map((side) => ({
        node: side,
        frame,
      }));
    case 'AssignmentExpression':
      return node.operator === '=' ? [{ node: node.right, frame }] : null;
    case 'CallExpression': {
      const functions = tracker.values(node.callee, frame);
      const returned = functions.flatMap((fn): readonly (Argument | null)[] => {
        const inside = fn.kind === 'function' ? enter(fn, node, node.arguments, frame) : null;
        const found = fn.kind === 'function' ? returnedExpressions(fn.node) : [];
        return inside && found.length > 0 ? found.map((one) => ({ node: one, frame: inside })) : [null];
      });
      return allKnown(returned);
    }
    default:
      return null;
  }
}

function sourcesOfName(
  name: TSESTree.Identifier,
  frame: CallContext,
  tracker: Evaluator,
): readonly Argument[] | null {
  const variable = frame.unit.variable(name);
  const given = variable?.defs.flatMap((definition): readonly (Argument | null)[] => {
    if (definition.type === ('Variable' as string)) return [];
    const fn = definition.node as Node;
    const binding = isFunction(fn) ? frame.bindingOf(fn) : null;
    const { steps, top } = patternPath(definition.name as Node);
    if (!binding || !isFunction(fn) || top.type === 'RestElement') return [null];
    const [step, ...others] = steps;
    if (others.length > 0 || (step && step.kind !== 'default')) return [null];
    const index = fn.params.indexOf(top as never);
    const args = argumentsOf(binding.args, binding.caller, tracker);
    if (args.slice(0, index + 1).includes(null)) return [null];
    return [args[index] ?? (step ? { node: step.value, frame } : null)];
  });
  if (!variable || !given) return null;
  const written = definitionsOf(variable).map(({ identifier, source, operator }): Argument | null => {
    const { steps, host } = patternPath(identifier);
    const isPlain = steps.length === 0 && host?.type !== 'ForOfStatement' && host?.type !== 'ForInStatement';
    return isPlain && /^(?:\?\?|\|\||&&)?=$/.test(operator) ? { node: source, frame } : null;
  });
  return allKnown([...given, ...written]);
}

function allKnown(sources: readonly (Argument | null)[]): readonly Argument[] | null {
  return sources.length > 0 && sources.every((source) => source !== null) ? sources : null;
}

/** Does a call in this file give a list of which elements may be in view? */
function isListCall(node: Node, frame: CallContext): boolean {
  if (node.type !== 'CallExpression' || programOf(node) !== programOf(frame.unit.source.ast)) return false;
  const name = calledName(unwrap(node.callee)) ?? '';
  return name === 'map' || name === 'flatMap' || KEEPS_ELEMENTS.has(name);
}

function isNew(node: Node, frame: CallContext, seen: Map<Node, Set<CallContext>>): boolean {
  const frames = seen.get(node) ?? new Set();
  seen.set(node, frames);
  const before = frames.size;
  return frames.add(frame).size > before;
}

/** What the callback of `items.map((item) => …)` gives for each element. */
function madeByCallback(
  call: TSESTree.CallExpression,
  frame: CallContext,
  tracker: Evaluator,
): readonly Argument[] {
  const [callback] = call.arguments;
  if (!callback || callback.type === 'SpreadElement') return [];
  const functions = tracker.values(callback, frame);
  if (!functions.every((value) => value.kind === 'function')) return [];
  return functions.flatMap((fn) => returnedExpressions(fn.node).map((node) => ({ node, frame: fn.frame })));
}
