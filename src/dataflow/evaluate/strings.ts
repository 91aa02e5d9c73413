import type { TSESTree } from '@typescript-eslint/utils';
import { unwrap } from '../syntax/nodes.js';
import type { Evaluator } from '../model/evaluator.js';
import { type CallContext, HOLE, unknown, type AbstractValue } from '../model/abstract-value.js';

/** Methods without arguments of interest. */
const PLAIN: Readonly<Record<string, (text: string) => string>> = {
  toLowerCase: (text: string) => text.toLowerCase(),
  toString: (text: string) => text,
  toUpperCase: (text: string) => text.toUpperCase(),
  trim: (text: string) => text.trim(),
  trimEnd: (text: string) => text.trimEnd(),
  trimStart: (text: string) => text.trimStart(),
};

/** Methods that nothing but a text has. */
const TEXT_ONLY = new Set(['toLowerCase', 'toUpperCase', 'trim', 'trimEnd', 'trimStart']);

/** `/\/+$/`: what people take off the end of a base URL. Other patterns are not run: they come from the linted code. */
const TRAILING_SLASHES = new Set(['\\/$', '\\/+$', '\\/*$', '\\/?$']);

/**
 * What a method of strings makes of a text that is known, `BASE.replace(/\/$/, '')`; `null` when the receiver is no such
 * text or the method another one.
 */
export function textMethodResult(
  call: TSESTree.CallExpression,
  callee: TSESTree.MemberExpression,
  name: string,
  frame: CallContext,
  tracker: Evaluator,
): readonly AbstractValue[] | null {
  const change = changeBy(call, name, frame, tracker);
  if (!change) return null;
  const receivers = tracker.values(callee.object, frame);
  if (!receivers.some((value) => textOf(value) !== null)) {
    // Only texts have such methods.
    const isText = receivers.every(({ kind }) => kind === 'unknown' || kind === 'text');
    return isText && TEXT_ONLY.has(name) ? [{ ...unknown('text that is computed', call), is: 'text' }] : null;
  }
  return receivers.flatMap((value): readonly AbstractValue[] => {
    const text = textOf(value);
    if (text !== null) return [{ kind: 'constant', value: change(text), node: call }];
    if (value.kind !== 'path') return [{ ...unknown('text that is computed', call), is: 'text' }];
    return tracker
      .member(value, name, callee)
      .flatMap((method) => tracker.call(method, call, call.arguments, frame));
  });
}

/** What a method does to a text, as far as its arguments are known. */
function changeBy(
  call: TSESTree.CallExpression,
  name: string,
  frame: CallContext,
  tracker: Evaluator,
): ((text: string) => string) | null {
  if (Object.hasOwn(PLAIN, name)) return PLAIN[name]!;
  const plain = name === 'replace' ? withoutSlashes(call) : null;
  if (plain || !WITH_ARGUMENTS.has(name)) return plain;
  const given = call.arguments.map((argument) => {
    const [only, ...others] = argument.type === 'SpreadElement' ? [] : tracker.values(argument, frame);
    return only?.kind === 'constant' && others.length === 0 ? only.value : undefined;
  });
  const isKnown = given.every((value) => typeof value === 'string' || typeof value === 'number');
  if (!isKnown) return null;
  return (text) => {
    const method = text[name as 'slice'] as (...args: readonly unknown[]) => string;
    return method.apply(text, given);
  };
}

/** Methods that make texts of texts; `repeat` and `padEnd` are left out, which can make very long ones. */
const WITH_ARGUMENTS = new Set(['concat', 'normalize', 'replace', 'replaceAll', 'slice', 'substring']);

/** `['https://api.openai.com/v1', 'files'].join('/')`; `null` where a part of it is not in view. */
export function joinedText(
  call: TSESTree.CallExpression,
  callee: TSESTree.MemberExpression,
  frame: CallContext,
  tracker: Evaluator,
): readonly AbstractValue[] | null {
  const [list, ...others] = tracker.values(callee.object, frame);
  const [by] = call.arguments;
  const separator = by ? (by.type === 'SpreadElement' ? undefined : tracker.constantKey(by, frame)) : ',';
  if (list?.kind !== 'array' || others.length > 0 || separator === undefined) return null;
  const parts = list.node.elements.map((element) => {
    if (!element || element.type === 'SpreadElement') return null;
    const [only, ...more] = tracker.values(element, list.frame);
    if (only?.kind === 'constant' && more.length === 0) return String(only.value ?? '');
    return HOLE;
  });
  if (parts.some((part) => part === null)) return null;
  const text = parts.join(separator);
  if (!text.includes(HOLE)) return [{ kind: 'constant', value: text, node: call }];
  return [{ kind: 'text', text, holes: parts.flatMap((part) => (part === HOLE ? [null] : [])), node: call }];
}

function textOf(value: AbstractValue): string | null {
  return value.kind === 'constant' && typeof value.value === 'string' ? value.value : null;
}

function withoutSlashes({ arguments: [pattern, by] }: TSESTree.CallExpression) {
  const expression = pattern && unwrap(pattern);
  const replacement = by && unwrap(by);
  const isKnown =
    expression?.type === 'Literal' &&
    'regex' in expression &&
    TRAILING_SLASHES.has(expression.regex.pattern) &&
    replacement?.type === 'Literal' &&
    replacement.value === '';
  if (!isKnown) return null;
  const isOne = !/[+*]/.test(expression.regex.pattern);
  return (text: string) => text.replace(isOne ? /\/$/ : /\/+$/, '');
}
