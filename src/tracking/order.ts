import type { Frame } from './frame.js';
import { contains, enclosingFunction, isFunction, start, type FunctionNode, type Node } from './ast.js';

/** Whether an effect has happened by the time of a use: surely, on some ways through the code, or not. */
export type Reach = 'certain' | 'maybe' | 'no';

const LOOPS = new Set([
  'ForStatement',
  'ForInStatement',
  'ForOfStatement',
  'WhileStatement',
  'DoWhileStatement',
]);

/**
 * Does an effect (an assignment, a mutating call) reach a use of the same variable? `since` is the write that made the
 * object: a loop around all three makes a new one each time. The frame tells from where a function around the use is
 * called, when that is in view.
 */
export function reaches(effect: Node, place: Node, frame: Frame, since?: Node): Reach {
  const home = enclosingFunction(effect);
  const use = placeIn(home, place, frame);
  if (home !== enclosingFunction(use)) {
    const isOutside = !home || contains(home, use);
    if (!isOutside || conditionAround(effect, use) !== 'none') return 'maybe';
    // Set up outside, used inside: the set-up ran first, unless it stands below the function.
    return momentOf(effect) <= start(use) ? 'certain' : 'maybe';
  }
  if (momentOf(effect) > start(use)) {
    // What outlives a call of the function is met again by the next call.
    const isOutliving = home !== null && !(since && contains(home, since));
    return isOutliving || sharesLoop(effect, use, since) ? 'maybe' : 'no';
  }
  const condition = conditionAround(effect, use);
  if (condition === 'none') return 'certain';
  return condition === 'open' ? 'maybe' : 'no';
}

/** The place in a function, or at module level, from which a use is reached: the call of the function around it. */
function placeIn(home: FunctionNode | null, use: Node, frame: Frame): Node {
  let at = use;
  let from: Frame = frame;
  for (let fn = enclosingFunction(at); fn && fn !== home; fn = enclosingFunction(at)) {
    const binding = from.bindingOf(fn);
    if (!binding || binding.caller.unit !== frame.unit || !isAround(home, binding.site)) return at;
    at = binding.site;
    from = binding.caller;
  }
  return at;
}

function isAround(home: FunctionNode | null, node: Node): boolean {
  return !home || contains(home, node);
}

/** An assignment happens after its right side was evaluated, a call after its arguments. */
function momentOf(effect: Node): number {
  for (let inner = effect, outer = effect.parent; outer; inner = outer, outer = outer.parent) {
    switch (outer.type) {
      case 'AssignmentExpression':
        return outer.left === inner ? outer.range[1] : start(effect);
      case 'VariableDeclarator':
        return outer.id === inner ? outer.range[1] : start(effect);
      case 'CallExpression':
        return outer.callee === inner ? start(effect) : outer.range[1];
      case 'MemberExpression':
      case 'ChainExpression':
      case 'ObjectPattern':
      case 'ArrayPattern':
      case 'AssignmentPattern':
      case 'Property':
      case 'RestElement':
      case 'TSAsExpression':
      case 'TSNonNullExpression':
      case 'TSSatisfiesExpression':
      case 'TSTypeAssertion':
        break;
      default:
        return start(effect);
    }
  }
  return start(effect);
}

/**
 * The condition under which an effect happens, seen from a use: `none`; `open` when the code goes on to the use;
 * `closed` when the effect's branch never gets there (it returns first, or the use is in the other branch).
 */
function conditionAround(effect: Node, use: Node): 'none' | 'open' | 'closed' {
  let isOpen = false;
  for (let inner = effect, outer = effect.parent; outer; inner = outer, outer = outer.parent) {
    if (!isBranch(outer, inner)) {
      if (outer.type.includes('Function') && contains(outer, use)) break;
      continue;
    }
    if (contains(inner, use)) continue;
    if (contains(outer, use) && isInOtherBranch(outer, use)) return 'closed';
    if (leavesEarly(inner)) return 'closed';
    isOpen = true;
  }
  return isOpen ? 'open' : 'none';
}

/** `true` when `inner` is a part of `outer` that runs only sometimes. */
function isBranch(outer: Node, inner: Node): boolean {
  switch (outer.type) {
    case 'IfStatement':
    case 'ConditionalExpression':
      return inner !== outer.test;
    case 'LogicalExpression':
      return inner === outer.right;
    case 'SwitchCase':
      return inner !== outer.test;
    case 'CatchClause':
      return true;
    case 'TryStatement':
      // It may have failed before the effect, and the code goes on after the handler.
      return inner === outer.block && !!outer.handler && !leavesEarly(outer.handler.body);
    default:
      return LOOPS.has(outer.type) && 'body' in outer && outer.body === inner;
  }
}

/** The use stands in a branch that excludes the effect's. The test of the condition is no branch. */
function isInOtherBranch(outer: Node, use: Node): boolean {
  if (outer.type !== 'IfStatement' && outer.type !== 'ConditionalExpression') return false;
  return !contains(outer.test, use);
}

/** A branch that ends by leaving does not go on to what follows it. */
function leavesEarly(branch: Node): boolean {
  const last = branch.type === 'BlockStatement' ? branch.body.at(-1) : branch;
  return (
    last?.type === 'ReturnStatement' ||
    last?.type === 'ThrowStatement' ||
    last?.type === 'ContinueStatement' ||
    (last?.type === 'BreakStatement' && branch.parent?.type !== 'SwitchCase')
  );
}

/**
 * Do effects that each happen only sometimes together leave no way to a use without one of them: one in each branch of
 * an `if`, of a `switch` with a default?
 */
export function coverAllWays(all: readonly Node[], use: Node): boolean {
  const home = enclosingFunction(use);
  const effects = all.filter((effect) => enclosingFunction(effect) === home);
  for (let inner: Node = use, outer = use.parent; outer; inner = outer, outer = outer.parent) {
    if (outer.type === 'BlockStatement' || outer.type === 'Program') {
      const before = outer.body.slice(0, outer.body.indexOf(inner as never));
      if (before.some((statement) => isCovered(statement, effects))) return true;
    }
    if (isFunction(outer)) return false;
  }
  return false;
}

function isCovered(statement: Node, effects: readonly Node[]): boolean {
  const inside = effects.filter((effect) => contains(statement, effect));
  if (inside.length === 0) return false;
  switch (statement.type) {
    case 'BlockStatement':
      return statement.body.some((child) => isCovered(child, inside));
    case 'IfStatement':
      return (
        !!statement.alternate &&
        isCovered(statement.consequent, inside) &&
        isCovered(statement.alternate, inside)
      );
    case 'SwitchStatement':
      return (
        statement.cases.some(({ test }) => test === null) &&
        statement.cases.every(({ consequent }) => consequent.some((child) => isCovered(child, inside)))
      );
    default:
      return inside.some((effect) => conditionAround(effect, statement) === 'none');
  }
}

function sharesLoop(one: Node, other: Node, since: Node | undefined): boolean {
  for (let up = one.parent; up; up = up.parent) {
    if (LOOPS.has(up.type) && contains(up, other) && !(since && contains(up, since))) return true;
  }
  return false;
}

/** Has an effect happened by the time its function returns? */
export function reachesEnd(effect: Node, fn: FunctionNode): Reach {
  if (enclosingFunction(effect) !== fn) return 'maybe';
  for (
    let inner = effect, outer = effect.parent;
    outer && outer !== fn;
    inner = outer, outer = outer.parent
  ) {
    if (isBranch(outer, inner)) return 'maybe';
  }
  return 'certain';
}
