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
 * object: a loop around all three makes a new one each time.
 */
export function reaches(effect: Node, use: Node, since?: Node): Reach {
  const home = enclosingFunction(effect);
  if (home !== enclosingFunction(use)) {
    // Set up outside, used inside: the set-up ran first. Any other function may or may not have been called.
    const isOutside = !home || contains(home, use);
    return isOutside && conditionAround(effect, use) === 'none' ? 'certain' : 'maybe';
  }
  if (start(effect) > start(use)) return sharesLoop(effect, use, since) ? 'maybe' : 'no';
  const condition = conditionAround(effect, use);
  if (condition === 'none') return 'certain';
  return condition === 'open' ? 'maybe' : 'no';
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
export function coverAllWays(effects: readonly Node[], use: Node): boolean {
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
