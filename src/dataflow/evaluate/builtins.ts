import type { TSESTree } from '@typescript-eslint/utils';
import { isFunction, unwrap, type FunctionNode, type Node } from '../syntax/nodes.js';
import { isCollection } from './collections.js';
import { keyThatIsAskedFor, presenceValues } from './conditions.js';
import { joinedText, textMethodResult } from './strings.js';
import { enter, withBound } from '../model/call-context.js';
import type { Evaluator } from '../model/evaluator.js';
import { type CallContext, unknown, type AbstractValue } from '../model/abstract-value.js';
import { calledName, globalName } from '../syntax/names.js';

/** `Object.x(value)` and the like, which give back their argument or a copy of it. */
const RETURNS_ARGUMENT = new Set([
  'Object.freeze',
  'Object.seal',
  'Object.preventExtensions',
  'Promise.all',
  'Promise.resolve',
  'structuredClone',
]);

/** Calls that run a function once and give back its result: `useMemo(() => new Client())`. */
const RUNS_CALLBACK = new Set(['useMemo', 'remember', 'singleton', 'runInContext', 'lazySingleton']);

/** Calls that give back a function with the same results: `cache(() => new Client())`. */
const WRAPS_CALLBACK = new Set(['cache', 'lazy', 'memo', 'memoize', 'memoizeOne', 'once', 'useCallback']);

/** List methods that hand each element to a callback. */
const EACH_ELEMENT = new Set(['every', 'filter', 'find', 'findLast', 'flatMap', 'forEach', 'map', 'some']);

/** List methods that give back an element. */
const GIVES_ELEMENT = new Set(['at', 'find', 'findLast', 'get', 'pop', 'shift']);

/** What a call of a known helper of the language or of a well-known library gives back; `null` for other calls. */
export function builtinResult(
  call: TSESTree.CallExpression,
  callee: Node,
  frame: CallContext,
  tracker: Evaluator,
): readonly AbstractValue[] | null {
  const [first, second] = call.arguments;
  const callback = [first, second].find((arg) => arg && isFunction(unwrap(arg)));
  const name = calledName(callee);
  const global = globalName(callee, frame);
  if (global && RETURNS_ARGUMENT.has(global) && first) return tracker.values(first, frame);
  const copied = jsonCopied(call, frame);
  if (copied) return madeBy(call, tracker.values(copied, frame), frame, tracker);
  if (global === 'Object.assign' && first) {
    const target = tracker.values(first, frame);
    if (tracker.history && target.every(({ kind }) => kind === 'object'))
      return madeBy(call, target, frame, tracker);
    return call.arguments.flatMap((arg) => assigned(arg, frame, tracker));
  }
  const asked = tracker.history && keyThatIsAskedFor(call);
  if (asked) return presenceValues(asked.object, asked.key, call, frame, tracker);
  if (callback && name && RUNS_CALLBACK.has(name) && isFromOutside(callee, frame, tracker)) {
    return tracker.returned(unwrap(callback) as FunctionNode, frame, call);
  }
  if (callback && name && WRAPS_CALLBACK.has(name) && isFromOutside(callee, frame, tracker))
    return tracker.values(callback, frame);
  if (callee.type === 'MemberExpression') return methodResult(call, callee, frame, tracker);
  return null;
}

/** A function of the project is read itself, whatever its name is. */
function isFromOutside(callee: Node, frame: CallContext, tracker: Evaluator): boolean {
  return tracker.values(callee, frame).every(({ kind }) => kind === 'path');
}

/** Objects that a call changes or copies: what they hold is read at the call. */
function madeBy(
  call: Node,
  values: readonly AbstractValue[],
  frame: CallContext,
  tracker: Evaluator,
): readonly AbstractValue[] {
  if (!tracker.history) return values;
  return values.map((value) => (value.kind === 'object' ? { ...value, made: { node: call, frame } } : value));
}

/** `value` in `JSON.parse(JSON.stringify(value))`. */
export function jsonCopied(call: TSESTree.CallExpression, frame: CallContext): Node | null {
  const inner = call.arguments[0] && unwrap(call.arguments[0]);
  if (inner?.type !== 'CallExpression' || globalName(unwrap(call.callee), frame) !== 'JSON.parse')
    return null;
  return globalName(unwrap(inner.callee), frame) === 'JSON.stringify' ? (inner.arguments[0] ?? null) : null;
}

/** What a callback is handed for a parameter by the call that it is an argument of; `null` when that is not known. */
export function callbackArgument(
  fn: FunctionNode,
  index: number,
  frame: CallContext,
  tracker: Evaluator,
): readonly AbstractValue[] | null {
  const call = fn.parent;
  if (call?.type !== 'CallExpression' || !call.arguments.includes(fn as never)) return null;
  const callee = unwrap(call.callee);
  const name = calledName(callee);
  const isFirst = index === 0 && call.arguments[0] === fn && callee.type === 'MemberExpression';
  if (isFirst && name === 'then') return tracker.values(callee.object, frame);
  if (!isFirst || !name || !EACH_ELEMENT.has(name)) return handedToCallback(fn, index, call, frame, tracker);
  const receiver = tracker.values(callee.object, frame);
  return receiver.some(isCollection) ? tracker.elements(receiver, fn) : null;
}

/** `const withClient = (use) => use(new Client())`: what a function of the file hands to the callback it is given. */
function handedToCallback(
  fn: FunctionNode,
  index: number,
  call: TSESTree.CallExpression,
  frame: CallContext,
  tracker: Evaluator,
): readonly AbstractValue[] | null {
  const position = call.arguments.indexOf(fn as never);
  const found = tracker.values(call.callee, frame).flatMap((callee): readonly AbstractValue[] => {
    if (callee.kind !== 'function') return [];
    const param = callee.node.params[position + (callee.bound?.args?.length ?? 0)];
    if (param?.type !== 'Identifier') return [];
    const inside = enter(callee, call, call.arguments, frame);
    const uses = callee.frame.unit.variable(param)?.references ?? [];
    return uses.flatMap(({ identifier }) => {
      const site = identifier.parent as Node | undefined;
      if (!inside || site?.type !== 'CallExpression' || site.callee !== (identifier as Node)) return [];
      const arg = site.arguments[index];
      return arg && arg.type !== 'SpreadElement' ? tracker.values(arg, inside) : [];
    });
  });
  return found.length > 0 ? found : null;
}

function methodResult(
  call: TSESTree.CallExpression,
  callee: TSESTree.MemberExpression,
  frame: CallContext,
  tracker: Evaluator,
): readonly AbstractValue[] | null {
  const name = calledName(callee);
  const [first] = call.arguments;
  if (name === 'bind') return bound(tracker.values(callee.object, frame), call, frame);
  if (name === 'call' || name === 'apply') {
    // The receiver in the first argument is the resource that the method was read from, or a local `this`.
    const args =
      name === 'call' ? call.arguments.slice(1) : appliedArguments(call.arguments[1], frame, tracker);
    if (!args) return [unknown('arguments of `apply`', call)];
    return tracker.values(callee.object, frame).flatMap((value) => tracker.call(value, call, args, frame));
  }
  if (name === 'then' && first && isFunction(unwrap(first))) {
    return tracker.returned(unwrap(first) as FunctionNode, frame, call);
  }
  if (name === 'catch' || name === 'finally') return tracker.values(callee.object, frame);
  const joined = name === 'join' ? joinedText(call, callee, frame, tracker) : null;
  if (joined) return joined;
  const text = name === undefined ? null : textMethodResult(call, callee, name, frame, tracker);
  if (text) return text;
  if (name && GIVES_ELEMENT.has(name)) {
    const receiver = tracker.values(callee.object, frame).filter(isCollection);
    return receiver.length > 0 ? tracker.elements(receiver, call) : null;
  }
  return null;
}

/** What `bind` makes of functions: the same with arguments that stand before those of the call. */
function bound(
  values: readonly AbstractValue[],
  call: TSESTree.CallExpression,
  frame: CallContext,
): readonly AbstractValue[] {
  const args = call.arguments.slice(1);
  if (args.length === 0 && call.arguments[0]?.type !== 'SpreadElement') return values;
  return values.map((value): AbstractValue => {
    if (value.kind !== 'path' && value.kind !== 'function') return value;
    const given = call.arguments[0]?.type === 'SpreadElement' ? null : withBound(value, args, frame);
    return { ...value, bound: { args: given, frame } };
  });
}

function appliedArguments(
  list: Node | undefined,
  frame: CallContext,
  tracker: Evaluator,
): readonly Node[] | null {
  if (!list) return [];
  const [only, ...others] = tracker.values(list, frame);
  if (others.length > 0 || only?.kind !== 'array') return null;
  return only.node.elements.filter((element) => element !== null);
}

function assigned(arg: Node, frame: CallContext, tracker: Evaluator): readonly AbstractValue[] {
  return arg.type === 'SpreadElement' ? [unknown('spread arguments', arg)] : tracker.values(arg, frame);
}
