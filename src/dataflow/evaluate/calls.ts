import type { TSESTree } from '@typescript-eslint/utils';
import { isFunction, unwrap, type ClassNode, type FunctionNode, type Node } from '../syntax/nodes.js';
import { builtinResult } from './builtins.js';
import { deciderIn, isUnreachable } from './conditions.js';
import { requiredValues } from './modules.js';
import type { Evaluator } from '../model/evaluator.js';
import { extend } from '../model/access-path.js';
import { typeValues } from './declared-types.js';
import {
  type CallContext,
  isNothing,
  unknown,
  type ClassValue,
  type FunctionValue,
  type AbstractValue,
} from '../model/abstract-value.js';
import { returnedExpressions } from '../syntax/statements.js';

/** What a call gives back. */
export function callValues(
  node: TSESTree.CallExpression,
  frame: CallContext,
  tracker: Evaluator,
): readonly AbstractValue[] {
  const callee = unwrap(node.callee);
  if (callee.type === 'Identifier' && callee.name === 'require' && !frame.unit.variable(callee)) {
    const source = node.arguments[0];
    return source ? requiredValues(source, frame, node, tracker) : [unknown('require', node)];
  }
  const builtin = builtinResult(node, callee, frame, tracker);
  if (builtin) return builtin;
  return tracker.values(callee, frame).flatMap((value) => {
    const [source] = node.arguments;
    if (source && isMadeRequire(value)) return requiredValues(source, frame, node, tracker);
    return tracker.call(value, node, node.arguments, frame);
  });
}

/** `createRequire(import.meta.url)`. */
function isMadeRequire(value: AbstractValue): boolean {
  if (value.kind !== 'path' || value.step?.kind !== 'call' || value.root.kind !== 'module') return false;
  const made = value.parent?.step;
  return (
    made?.kind === 'member' &&
    made.name === 'createRequire' &&
    /^(?:node:)?module$/.test(value.root.specifier)
  );
}

/** What `new` makes. */
export function newValues(
  node: TSESTree.NewExpression,
  frame: CallContext,
  tracker: Evaluator,
): readonly AbstractValue[] {
  return tracker.values(node.callee, frame).map((value): AbstractValue => {
    if (value.kind === 'path') {
      return extend(value, { kind: 'new', site: node, args: node.arguments, frame }, node);
    }
    if (value.kind === 'class') return instanceOf(value, node, node.arguments, frame);
    return unknown('instance of a class that is not in view', node);
  });
}

/** An instance of a class of the project, its constructor bound to the arguments. */
export function instanceOf(
  cls: ClassValue,
  site: Node,
  args: readonly Node[],
  caller: CallContext,
): AbstractValue {
  const fn = constructorOf(cls.node) ?? cls.node;
  const frame = cls.frame.bind({ fn, args, caller, site });
  return frame
    ? { kind: 'instance', node: cls.node, frame }
    : unknown('calls nested too deep to follow', site);
}

/** The constructor that a class writes itself; signatures of overloads stand before it. */
export function constructorOf(cls: ClassNode): FunctionNode | null {
  for (const member of cls.body.body) {
    const isConstructor = member.type === 'MethodDefinition' && member.kind === 'constructor';
    if (isConstructor && isFunction(member.value)) return member.value;
  }
  return null;
}

/** `super(…)` in the constructor of a class. */
export function superCallOf(cls: ClassNode): TSESTree.CallExpression | undefined {
  const body = constructorOf(cls)?.body;
  for (const statement of body?.type === 'BlockStatement' ? body.body : []) {
    if (statement.type !== 'ExpressionStatement') continue;
    const call = unwrap(statement.expression);
    if (call.type === 'CallExpression' && call.callee.type === 'Super') return call;
  }
  return undefined;
}

/** What `new` of a value runs, as a function: the constructor of a class of the project. */
export function constructorIn(value: AbstractValue): FunctionValue | null {
  const fn = value.kind === 'class' ? constructorOf(value.node) : null;
  return fn && value.kind === 'class' ? { kind: 'function', node: fn, frame: value.frame } : null;
}

/**
 * The parameter that an argument of a call is given for, those that `bind` gave counted.
 *
 * @returns `list` where a function may reach the argument as part of a list: `(...all)`, `arguments`, `bind(…list)`;
 *   `undefined` where it takes no such argument
 */
export function parameterFor(
  { node, frame, bound }: FunctionValue,
  index: number,
): Node | 'list' | undefined {
  const position = index + (bound?.args?.length ?? 0);
  const isRest = node.params.at(-1)?.type === 'RestElement' && position >= node.params.length - 1;
  if (bound?.args === null || isRest || frame.unit.usesArguments(node)) return 'list';
  const param = node.params[position];
  return param?.type === 'AssignmentPattern' ? param.left : param;
}

/** What a function returns: its `return` expressions, else its declared type. */
export function returnedValues(
  fn: FunctionNode,
  frame: CallContext,
  node: Node,
  tracker: Evaluator,
): readonly AbstractValue[] {
  const values = returnedIn(fn, frame, tracker).flatMap((expression) => tracker.values(expression, frame));
  const filled = values.filter((value) => !isNothing(value));
  if (fn.returnType && filled.every((value) => tracker.saysNothing(value))) {
    const typed = typeValues(fn.returnType.typeAnnotation, frame, tracker);
    if (typed.length > 0) return typed;
  }
  return values.length > 0 ? values : [{ kind: 'constant', value: undefined, node }];
}

/** The expressions that a function may return in a frame, as far as conditions are decided there. */
export function returnedIn(fn: FunctionNode, frame: CallContext, tracker: Evaluator): readonly Node[] {
  const all = returnedExpressions(fn);
  if (all.length < 2) return all;
  const decide = deciderIn(frame, tracker);
  return all.filter((expression) => !isUnreachable(expression, fn, decide));
}
