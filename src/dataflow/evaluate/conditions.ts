import type { TSESTree } from '@typescript-eslint/utils';
import { isFunction, unwrap, type FunctionNode, type Node } from '../syntax/nodes.js';
import type { Evaluator } from '../model/evaluator.js';
import {
  type CallContext,
  HOLE,
  isNothing,
  unknown,
  type ConstantValue,
  type AbstractValue,
} from '../model/abstract-value.js';

/** Says of a condition whether it holds; `undefined` where that is not known. */
export type Decide = (test: Node) => boolean | undefined;

/** Nothing is known about any condition. */
export const UNDECIDED: Decide = () => undefined;

/** Comparisons that are decided. */
const COMPARISONS: ReadonlySet<string> = new Set(['===', '!==', '==', '!=', '<', '<=', '>', '>=']);

/**
 * Decides conditions over what is known in a frame: the arguments of a call in view, constants.
 *
 * @param tracker one that knows what a variable holds at a use; any other decides nothing
 */
export function deciderIn(frame: CallContext, tracker: Evaluator): Decide {
  if (!tracker.history) return UNDECIDED;
  return (test) => {
    if (!isDecidable(test)) return undefined;
    const { result, isComplete } = tracker.settled(test, frame);
    return isComplete ? truthOf(result) : undefined;
  };
}

/** Other conditions depend on what functions do. */
function isDecidable(test: Node): boolean {
  const node = unwrap(test);
  switch (node.type) {
    case 'Identifier':
    case 'Literal':
    case 'MemberExpression':
    case 'TemplateLiteral':
      return true;
    case 'UnaryExpression':
      return (node.operator === '!' || node.operator === 'typeof') && isDecidable(node.argument);
    case 'BinaryExpression':
      return isDecidable(node.left) && isDecidable(node.right);
    case 'LogicalExpression':
      return isDecidable(node.left) && isDecidable(node.right);
    case 'CallExpression':
      return keyThatIsAskedFor(node) !== null;
    default:
      return false;
  }
}

/** The truth of a value whose alternatives agree; `undefined` when it is not known. */
export function truthOf(values: readonly AbstractValue[]): boolean | undefined {
  const [first, ...others] = new Set(values.map(truthOfOne));
  return others.length === 0 ? first : undefined;
}

function truthOfOne(value: AbstractValue): boolean | undefined {
  switch (value.kind) {
    case 'constant':
      return Boolean(value.value);
    case 'text':
      return value.text.replaceAll(HOLE, '') === '' ? undefined : true;
    case 'path':
      return value.step?.kind === 'new' ? true : undefined;
    case 'unknown':
    case 'typed':
      return undefined;
    default:
      return true;
  }
}

/** What `left === right` gives, where it is known. */
export function comparedValues(
  node: TSESTree.BinaryExpression,
  frame: CallContext,
  tracker: Evaluator,
): readonly AbstractValue[] {
  if (!COMPARISONS.has(node.operator)) return [unknown('computed value', node)];
  const left = tracker.settled(node.left, frame);
  const right = tracker.settled(node.right, frame);
  if (!left.isComplete || !right.isComplete) return [undecided(node)];
  const results = new Set(
    left.result.flatMap((one) =>
      right.result.map((other) => compared(one, other, node.operator, tracker.history !== null)),
    ),
  );
  const [only] = results;
  return results.size === 1 && only !== undefined
    ? [{ kind: 'constant', value: only, node }]
    : [undecided(node)];
}

function compared(
  one: AbstractValue,
  other: AbstractValue,
  operator: string,
  isAtUse: boolean,
): boolean | undefined {
  if (one.kind === 'constant' && other.kind === 'constant') {
    // Without regard to time, that a variable was empty once is forgotten.
    if (!isAtUse && isNothing(one) !== isNothing(other)) return undefined;
    return comparedConstants(one.value, other.value, operator);
  }
  const nothing = [one, other].find(
    (value): value is ConstantValue => value.kind === 'constant' && isNothing(value),
  );
  const value = nothing === one ? other : one;
  if (!nothing || !isAtUse || !isSomething(value)) return undefined;
  if (operator === '===' || operator === '==') return false;
  return operator === '!==' || operator === '!=' ? true : undefined;
}

function comparedConstants(
  one: ConstantValue['value'],
  other: ConstantValue['value'],
  operator: string,
): boolean | undefined {
  switch (operator) {
    case '===':
      return one === other;
    case '!==':
      return one !== other;
    case '==':
    case '!=': {
      const areNothing = [one, other].map((value) => value === undefined || value === null);
      if (areNothing[0] !== areNothing[1]) return operator === '!=';
      if (areNothing[0]) return operator === '==';
      return typeof one === typeof other ? (one === other) === (operator === '==') : undefined;
    }
    default:
      if (typeof one !== 'number' || typeof other !== 'number') return undefined;
      return { '<': one < other, '<=': one <= other, '>': one > other, '>=': one >= other }[operator];
  }
}

/** Is a value surely neither `undefined` nor `null`? */
function isSomething(value: AbstractValue): boolean {
  if (value.kind === 'constant') return !isNothing(value);
  return value.kind === 'text' || truthOfOne(value) === true;
}

/** What `typeof` gives of a value; `undefined` where it is not known. */
export function typeName(value: AbstractValue): string | undefined {
  switch (value.kind) {
    case 'constant':
      return value.value === null ? 'object' : typeof value.value;
    case 'text':
      return 'string';
    case 'unknown':
      return value.is === 'text' ? 'string' : undefined;
    case 'object':
    case 'array':
    case 'instance':
    case 'module':
    case 'enum':
      return 'object';
    case 'function':
    case 'class':
      return 'function';
    case 'path':
      return value.step?.kind === 'new' ? 'object' : undefined;
    case 'typed':
      return undefined;
  }
}

/** Is a key there: `'key' in object`, `Object.hasOwn(object, 'key')`, `object.hasOwnProperty('key')`. */
export function presenceValues(
  object: Node,
  key: Node,
  node: Node,
  frame: CallContext,
  tracker: Evaluator,
): readonly AbstractValue[] {
  const name = tracker.constantKey(key, frame);
  const isThere = name === undefined ? undefined : tracker.history?.has(object, name, frame);
  return [isThere === undefined ? undecided(node) : { kind: 'constant', value: isThere, node }];
}

/** The object and key of `Object.hasOwn(object, key)` and its older forms; `null` for other calls. */
export function keyThatIsAskedFor(
  call: TSESTree.CallExpression,
): { readonly object: Node; readonly key: Node } | null {
  const callee = unwrap(call.callee);
  const [first, second] = call.arguments;
  if (callee.type !== 'MemberExpression' || callee.computed || callee.property.type !== 'Identifier')
    return null;
  const isOfObject = callee.object.type === 'Identifier' && callee.object.name === 'Object';
  if (isOfObject && callee.property.name === 'hasOwn' && first && second)
    return { object: first, key: second };
  return callee.property.name === 'hasOwnProperty' && first && !second
    ? { object: callee.object, key: first }
    : null;
}

function undecided(node: Node): AbstractValue {
  return unknown('a condition that is not known', node);
}

/**
 * Is a part of a branching statement or expression run, as far as its condition is decided?
 *
 * @returns `undefined` where that is not known, or where `outer` is no such branch
 */
export function isTaken(outer: Node, inner: Node, decide: Decide): boolean | undefined {
  switch (outer.type) {
    case 'IfStatement':
    case 'ConditionalExpression': {
      const truth = decide(outer.test);
      return truth === undefined ? undefined : (inner === outer.consequent) === truth;
    }
    case 'LogicalExpression': {
      if (outer.operator === '??') return undefined;
      const truth = decide(outer.left);
      return truth === undefined ? undefined : (outer.operator === '&&') === truth;
    }
    default:
      return undefined;
  }
}

/** Is a statement of a function never reached, because a decided condition leads elsewhere? */
export function isUnreachable(node: Node, fn: FunctionNode, decide: Decide): boolean {
  for (let inner = node, outer = node.parent; outer && inner !== fn; inner = outer, outer = outer.parent) {
    if (isFunction(inner) && inner !== node) return false;
    const isTest =
      (outer.type === 'IfStatement' || outer.type === 'ConditionalExpression') && inner === outer.test;
    const isLeft = outer.type === 'LogicalExpression' && inner === outer.left;
    if (!isTest && !isLeft && isTaken(outer, inner, decide) === false) return true;
    if (outer.type !== 'BlockStatement') continue;
    const before = outer.body.slice(0, outer.body.indexOf(inner as TSESTree.Statement));
    if (before.some((statement) => leadsAway(statement, decide))) return true;
  }
  return false;
}

/** Does the code surely not go on behind a statement? */
function leadsAway(statement: Node, decide: Decide): boolean {
  if (statement.type !== 'IfStatement') return false;
  const truth = decide(statement.test);
  if (truth === undefined) return false;
  const branch = truth ? statement.consequent : statement.alternate;
  return branch !== null && isLeaving(branch);
}

function isLeaving(branch: Node): boolean {
  const last = branch.type === 'BlockStatement' ? branch.body.at(-1) : branch;
  return last?.type === 'ReturnStatement' || last?.type === 'ThrowStatement';
}
