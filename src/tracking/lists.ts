import type { TSESTree } from '@typescript-eslint/utils';
import type { Argument } from './arguments.js';
import { programOf, unwrap, type Node } from './ast.js';
import { calledName } from './builtins.js';
import { returnedExpressions } from './calls.js';
import { argumentsPutInto, listsPutInto } from './collections.js';
import type { Frame } from './frame.js';
import type { Tracker } from './tracker.js';
import { unknown, type UnknownValue } from './value.js';

/** Methods that give a list with the same elements, or some of them. */
const KEEPS_ELEMENTS = new Set([
  'concat',
  'filter',
  'reverse',
  'slice',
  'sort',
  'toReversed',
  'toSorted',
  'flat',
]);

interface Found {
  readonly elements: Argument[];
  readonly unknown: UnknownValue[];
  /** What was read already: lists can be put into each other, and be made of what they were before. */
  readonly lists: Map<Node, Set<Frame>>;
  readonly expressions: Map<Node, Set<Frame>>;
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
export function elementsIn(node: Node, frame: Frame, tracker: Tracker): Elements {
  const found: Found = { elements: [], unknown: [], lists: new Map(), expressions: new Map() };
  collect(node, frame, tracker, found, 0);
  return found;
}

function collect(node: Node, frame: Frame, tracker: Tracker, found: Found, depth: number): void {
  const expression = unwrap(node);
  if (!isNew(expression, frame, found.expressions)) return;
  if (depth > MAX_DEPTH) {
    found.unknown.push(unknown('lists nested too deep to follow', expression));
    return;
  }
  const callee = expression.type === 'CallExpression' ? unwrap(expression.callee) : null;
  if (expression.type === 'CallExpression' && callee?.type === 'MemberExpression') {
    const name = calledName(callee);
    if (name !== undefined && KEEPS_ELEMENTS.has(name)) {
      const others = name === 'concat' ? expression.arguments : [];
      for (const list of [callee.object, ...others]) collect(list, frame, tracker, found, depth + 1);
      return;
    }
    const made = name === 'map' || name === 'flatMap' ? madeByCallback(expression, frame, tracker) : [];
    for (const element of made) {
      if (name === 'map') found.elements.push(element);
      else collect(element.node, element.frame, tracker, found, depth + 1);
    }
    if (made.length > 0) return;
  }
  for (const value of tracker.values(expression, frame)) {
    const isCalled = value.kind === 'unknown' || value.kind === 'path';
    // A variable that holds `items.map(…)` is the list that the call gives.
    if (isCalled && value.node !== expression && isListCall(value.node, frame))
      collect(value.node, frame, tracker, found, depth + 1);
    else if (value.kind === 'unknown') found.unknown.push(value);
    else if (value.kind === 'path') found.unknown.push(unknown('a list from another module', value.node));
    else if (value.kind === 'array' && isNew(value.node, value.frame, found.lists)) {
      for (const element of value.node.elements) {
        if (element?.type === 'SpreadElement')
          collect(element.argument, value.frame, tracker, found, depth + 1);
        else if (element) found.elements.push({ node: element, frame: value.frame });
      }
      found.elements.push(...argumentsPutInto(value, tracker));
      for (const list of listsPutInto(value, tracker))
        collect(list.node, list.frame, tracker, found, depth + 1);
    }
  }
}

/** Does a call in this file give a list of which elements may be in view? */
function isListCall(node: Node, frame: Frame): boolean {
  if (node.type !== 'CallExpression' || programOf(node) !== programOf(frame.unit.source.ast)) return false;
  const name = calledName(unwrap(node.callee)) ?? '';
  return name === 'map' || name === 'flatMap' || KEEPS_ELEMENTS.has(name);
}

function isNew(node: Node, frame: Frame, seen: Map<Node, Set<Frame>>): boolean {
  const frames = seen.get(node) ?? new Set();
  seen.set(node, frames);
  const before = frames.size;
  return frames.add(frame).size > before;
}

/** What the callback of `items.map((item) => …)` gives for each element. */
function madeByCallback(call: TSESTree.CallExpression, frame: Frame, tracker: Tracker): readonly Argument[] {
  const [callback] = call.arguments;
  if (!callback || callback.type === 'SpreadElement') return [];
  const functions = tracker.values(callback, frame);
  if (!functions.every((value) => value.kind === 'function')) return [];
  return functions.flatMap((fn) => returnedExpressions(fn.node).map((node) => ({ node, frame: fn.frame })));
}
