import type { TSESTree } from '@typescript-eslint/utils';
import { unwrap } from './ast.js';
import type { Frame } from './frame.js';
import type { Tracker } from './tracker.js';
import { unknown, type Value } from './value.js';

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
  frame: Frame,
  tracker: Tracker,
): readonly Value[] | null {
  const change = name === 'replace' ? withoutSlashes(call) : Object.hasOwn(PLAIN, name) ? PLAIN[name]! : null;
  if (!change) return null;
  const receivers = tracker.values(callee.object, frame);
  if (!receivers.some((value) => textOf(value) !== null)) {
    // Only texts have such methods.
    const isText = receivers.every(({ kind }) => kind === 'unknown' || kind === 'text');
    return isText && TEXT_ONLY.has(name) ? [{ ...unknown('text that is computed', call), is: 'text' }] : null;
  }
  return receivers.flatMap((value): readonly Value[] => {
    const text = textOf(value);
    if (text !== null) return [{ kind: 'constant', value: change(text), node: call }];
    if (value.kind !== 'path') return [{ ...unknown('text that is computed', call), is: 'text' }];
    return tracker
      .member(value, name, callee)
      .flatMap((method) => tracker.call(method, call, call.arguments, frame));
  });
}

function textOf(value: Value): string | null {
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
