import type { TSESTree } from '@typescript-eslint/utils';
import {
  isClass,
  isInStaticMember,
  thisHolder,
  unwrap,
  type FunctionNode,
  type Node,
} from '../syntax/nodes.js';
import { callValues, newValues } from './calls.js';
import { comparedValues, presenceValues, truthOf, typeName } from './conditions.js';
import { memberExpressionValues } from './members.js';
import { importedValues } from './modules.js';
import { asGiven, asOptional } from './optional-values.js';
import type { Evaluator } from '../model/evaluator.js';
import { typeValues } from './declared-types.js';
import {
  type CallContext,
  HOLE,
  isNothing,
  unknown,
  type AccessPath,
  type AbstractValue,
} from '../model/abstract-value.js';
import { variableValues } from './variables.js';

/** Combinations of template parts that are spelled out. */
const MAX_TEXTS = 12;

/** What an expression, already unwrapped, may be. */
export function evaluate(node: Node, frame: CallContext, tracker: Evaluator): readonly AbstractValue[] {
  switch (node.type) {
    case 'Identifier':
      return identifierValues(node, frame, tracker);
    case 'Literal':
      return [literalValue(node)];
    case 'TemplateLiteral':
      return templateValues(node, frame, tracker);
    case 'ObjectExpression':
      return [{ kind: 'object', node, frame }];
    case 'ArrayExpression':
      return [{ kind: 'array', node, frame }];
    case 'FunctionExpression':
    case 'ArrowFunctionExpression':
    case 'FunctionDeclaration':
      return [{ kind: 'function', node, frame }];
    case 'ClassExpression':
    case 'ClassDeclaration':
      return [{ kind: 'class', node, frame }];
    case 'ThisExpression':
      return thisValues(node, frame);
    case 'MetaProperty':
      return newTargetValues(node, frame);
    case 'MemberExpression':
      return memberExpressionValues(node, frame, tracker);
    case 'CallExpression':
      return callValues(node, frame, tracker);
    case 'NewExpression':
      return newValues(node, frame, tracker);
    case 'ImportExpression':
      return importedValues(node.source, frame, node, tracker);
    case 'ConditionalExpression':
      return conditionalValues(node, frame, tracker);
    case 'LogicalExpression':
      return logicalValues(node, frame, tracker);
    case 'AssignmentExpression':
      return assignmentValues(node, frame, tracker);
    case 'SequenceExpression':
      return tracker.values(node.expressions.at(-1)!, frame);
    case 'UnaryExpression':
      return unaryValues(node, frame, tracker);
    case 'BinaryExpression':
      if (node.operator === '+') return concatenatedValues(node, frame, tracker);
      return node.operator === 'in'
        ? presenceValues(node.right, node.left, node, frame, tracker)
        : comparedValues(node, frame, tracker);
    default:
      return [unknown('computed value', node)];
  }
}

/** `x as OpenAI`, for when nothing is known about `x` itself. */
export function valuesOfCast(
  node: Node,
  frame: CallContext,
  tracker: Evaluator,
): readonly AbstractValue[] | null {
  const inner = unwrap(node);
  for (let at = node; at !== inner;) {
    if (at.type === 'TSAsExpression' || at.type === 'TSTypeAssertion') {
      const typed = typeValues(at.typeAnnotation, frame, tracker);
      if (typed.length > 0) return typed;
    }
    at = at.type === 'AwaitExpression' ? at.argument : (at as TSESTree.TSAsExpression).expression;
  }
  return null;
}

function identifierValues(
  node: TSESTree.Identifier,
  frame: CallContext,
  tracker: Evaluator,
): readonly AbstractValue[] {
  const variable = frame.unit.variable(node);
  if (variable) return variableValues(variable, frame, node, tracker);
  if (node.name === 'undefined') return [{ kind: 'constant', value: undefined, node }];
  return [{ kind: 'path', root: { kind: 'global', name: node.name }, parent: null, step: null, node }];
}

function literalValue(node: TSESTree.Literal): AbstractValue {
  if ('regex' in node) return unknown('regular expression', node);
  return { kind: 'constant', value: node.value, node };
}

function thisValues(node: Node, frame: CallContext): readonly AbstractValue[] {
  const fn = functionOfThis(node);
  const self = fn && frame.bindingOf(fn)?.self;
  if (self) return [self];
  const holder = thisHolder(node);
  if (!holder) return [unknown('`this` out of view', node)];
  if (!isClass(holder)) return [{ kind: 'object', node: holder, frame }];
  if (isInStaticMember(node)) return [{ kind: 'class', node: holder, frame }];
  return [{ kind: 'instance', node: holder, frame }];
}

/** `new.target` in a class: the class itself, unless one that extends it is made. */
function newTargetValues(node: TSESTree.MetaProperty, frame: CallContext): readonly AbstractValue[] {
  const holder = node.meta.name === 'new' ? thisHolder(node) : null;
  return isClass(holder) ? [{ kind: 'class', node: holder, frame }] : [unknown('computed value', node)];
}

/** The function whose call decides `this`: arrows pass it through. */
function functionOfThis(node: Node): FunctionNode | null {
  for (let up = node.parent; up; up = up.parent) {
    if (up.type === 'FunctionExpression' || up.type === 'FunctionDeclaration') return up;
    if (isClass(up)) return null;
  }
  return null;
}

/** `a ?? b`, and the value of `a ??= b`. */
export type Logical = Pick<TSESTree.LogicalExpression, 'left' | 'operator' | 'right'>;

function conditionalValues(
  node: TSESTree.ConditionalExpression,
  frame: CallContext,
  tracker: Evaluator,
): readonly AbstractValue[] {
  return takenBranches(node, frame, tracker).flatMap((branch) => tracker.values(branch, frame));
}

/** The branches of a conditional that may be taken: one where the condition is a constant. */
export function takenBranches(
  node: TSESTree.ConditionalExpression,
  frame: CallContext,
  tracker: Evaluator,
): readonly Node[] {
  const test = tracker.settled(node.test, frame);
  const truth = test.isComplete ? truthIn(tracker, test.result) : undefined;
  if (truth === undefined) return [node.consequent, node.alternate];
  return [truth ? node.consequent : node.alternate];
}

function logicalValues(node: Logical, frame: CallContext, tracker: Evaluator): readonly AbstractValue[] {
  const { result: left, isComplete } = tracker.settled(node.left, frame);
  const right = () => tracker.values(node.right, frame);
  const isConstant = left.every((value) => value.kind === 'constant');
  if (node.operator === '&&') {
    const truth = isComplete ? truthIn(tracker, left) : undefined;
    if (truth === false) return left;
    if (truth === true) return right();
    if (tracker.history) {
      const falsy = left.filter((value) =>
        value.kind === 'constant' ? !value.value : !isAlwaysTruthy(value),
      );
      return [...falsy, ...right()];
    }
    // The falsy side of a condition that is not known acts as nothing wherever a value of interest could stand.
    return [{ kind: 'constant', value: undefined, node: node.left }, ...right()];
  }
  const kept = left.filter((value) => {
    if (value.kind !== 'constant') return true;
    return node.operator === '??' ? value.value !== undefined && value.value !== null : Boolean(value.value);
  });
  const isDecided = isComplete && kept.length === left.length && (isConstant || left.every(isAlwaysTruthy));
  if (isDecided) return kept;
  const otherwise = right();
  // `url || null` may be nothing; `url || other` is something, whatever `url` is.
  return [...kept.map(otherwise.every(isNothing) ? asOptional : asGiven), ...otherwise];
}

function isAlwaysTruthy(value: AbstractValue): boolean {
  return value.kind !== 'path' && value.kind !== 'unknown' && value.kind !== 'typed' && value.kind !== 'text'
    ? value.kind !== 'constant' || Boolean(value.value)
    : false;
}

function assignmentValues(
  node: TSESTree.AssignmentExpression,
  frame: CallContext,
  tracker: Evaluator,
): readonly AbstractValue[] {
  switch (node.operator) {
    case '=':
      return tracker.values(node.right, frame);
    case '+=':
      return concatenatedValues(node, frame, tracker);
    case '??=':
    case '||=':
    case '&&=': {
      const { left, right } = node;
      const operator = node.operator.slice(0, -1) as Logical['operator'];
      if (tracker.history) return logicalValues({ left, right, operator }, frame, tracker);
      const before = tracker.values(node.left, frame).filter((value) => value.kind !== 'unknown');
      return [...before.filter((value) => !isNothing(value)), ...tracker.values(node.right, frame)];
    }
    default:
      return [unknown('computed value', node)];
  }
}

function unaryValues(
  node: TSESTree.UnaryExpression,
  frame: CallContext,
  tracker: Evaluator,
): readonly AbstractValue[] {
  if (node.operator === 'void') return [{ kind: 'constant', value: undefined, node }];
  if (node.operator === 'typeof') {
    const { result, isComplete } = tracker.settled(node.argument, frame);
    return result.map((value): AbstractValue => {
      const name = isComplete && tracker.history ? typeName(value) : undefined;
      return name === undefined ? unknown('computed value', node) : { kind: 'constant', value: name, node };
    });
  }
  if (node.operator !== '!') return [unknown('computed value', node)];
  const { result, isComplete } = tracker.settled(node.argument, frame);
  const unsettled = unknown('a condition that is not known', node);
  const values = result.map((value): AbstractValue => {
    if (value.kind === 'constant') return { kind: 'constant', value: !value.value, node };
    return isAlwaysTruthy(value) ? { kind: 'constant', value: false, node } : unsettled;
  });
  return isComplete ? values : [...values, unsettled];
}

/** A string as far as it is known, with what stands in its holes. */
interface Text {
  readonly text: string;
  readonly holes: readonly (AccessPath | null)[];
}

const HOLE_ALONE: Text = { text: HOLE, holes: [null] };

function templateValues(
  node: TSESTree.TemplateLiteral,
  frame: CallContext,
  tracker: Evaluator,
): readonly AbstractValue[] {
  let texts: readonly Text[] = [textOf(node.quasis[0]?.value.cooked ?? '')];
  node.expressions.forEach((expression, i) => {
    const tail = textOf(node.quasis[i + 1]?.value.cooked ?? '');
    const parts = textsOf(settledValues(expression, frame, tracker));
    texts = limited(texts.flatMap((text) => parts.map((part) => joined(joined(text, part), tail))));
  });
  return texts.map((text) => textValue(text, node));
}

/** `a + b`, and the value of `a += b`. */
function concatenatedValues(
  node: { readonly left: Node; readonly right: Node } & Node,
  frame: CallContext,
  tracker: Evaluator,
): readonly AbstractValue[] {
  const left = settledValues(node.left, frame, tracker);
  const right = settledValues(node.right, frame, tracker);
  // Of numbers and of what is not known it may be a sum.
  if (!left.every(isText) && !right.every(isText)) return [unknown('computed value', node)];
  const tails = textsOf(right);
  const texts = textsOf(left).flatMap((text) => tails.map((tail) => joined(text, tail)));
  return limited(texts).map((text) => textValue(text, node));
}

/** The values of an expression, and an unknown where more may come. */
function settledValues(node: Node, frame: CallContext, tracker: Evaluator): readonly AbstractValue[] {
  const { result, isComplete } = tracker.settled(node, frame);
  return isComplete && result.length > 0
    ? result
    : [...result, unknown('a value that is not known yet', node)];
}

function isText(value: AbstractValue): boolean {
  return value.kind === 'text' || (value.kind === 'constant' && typeof value.value === 'string');
}

function textsOf(values: readonly AbstractValue[]): readonly Text[] {
  const texts = values.map((value): Text => {
    if (value.kind === 'constant') return textOf(String(value.value));
    if (value.kind === 'text') return value;
    return value.kind === 'path' ? { text: HOLE, holes: [value] } : HOLE_ALONE;
  });
  // Holes of which nothing is known are all the same.
  const isKnown = ({ text, holes }: Text, i: number) =>
    holes.some((hole) => hole !== null) || texts.findIndex((other) => other.text === text) === i;
  return texts.filter(isKnown);
}

/** No more texts than are spelled out, and an unknown for the others. */
function limited(texts: readonly Text[]): readonly Text[] {
  return texts.length <= MAX_TEXTS ? texts : [...texts.slice(0, MAX_TEXTS), HOLE_ALONE];
}

function textOf(text: string): Text {
  return { text, holes: [] };
}

function joined(left: Text, right: Text): Text {
  return { text: left.text + right.text, holes: [...left.holes, ...right.holes] };
}

function textValue({ text, holes }: Text, node: Node): AbstractValue {
  if (text === HOLE) return { ...unknown('text that is computed', node), is: 'text' };
  return holes.length > 0 ? { kind: 'text', text, holes, node } : { kind: 'constant', value: text, node };
}

/** The truth of a condition whose alternatives agree; `undefined` when it is not known. */
function constantTruth(values: readonly AbstractValue[]): boolean | undefined {
  const truths = new Set(
    values.map((value) => (value.kind === 'constant' ? Boolean(value.value) : undefined)),
  );
  return truths.size === 1 ? [...truths][0] : undefined;
}

/** Without regard to time, that a variable was empty once is forgotten: then only constants decide. */
function truthIn(tracker: Evaluator, values: readonly AbstractValue[]): boolean | undefined {
  return tracker.history ? truthOf(values) : constantTruth(values);
}
