import type { Variable } from '@typescript-eslint/scope-manager';
import {
  contains,
  enclosingFunction,
  isClass,
  isFunction,
  outermost,
  start,
  type FunctionNode,
  type Node,
} from '../syntax/nodes.js';
import { statementsOf } from '../syntax/statements.js';
import { isTaken, UNDECIDED, type Decide } from '../evaluate/conditions.js';
import type { CallContext } from '../model/abstract-value.js';
import type { SourceModule } from '../syntax/source-module.js';
import { append } from '../../util/append.js';

/** Whether an effect has happened by the time of a use: surely, on some ways through the code, or not. */
export type Reachability = 'certain' | 'maybe' | 'no';

const LOOPS = new Set([
  'ForStatement',
  'ForInStatement',
  'ForOfStatement',
  'WhileStatement',
  'DoWhileStatement',
]);

/**
 * Does an effect (an assignment, a mutating call) reach a use of the same variable? `since` is what makes a new object,
 * or a new variable, each time before the use: nothing is left from the last round of a loop, or the last call of a
 * function, around all three. The frame tells from where a function around the use is called, when that is in view.
 */
export function reaches(
  effect: Node,
  place: Node,
  frame: CallContext,
  since?: Node,
  decide: Decide = UNDECIDED,
): Reachability {
  // Fields are given their values when an instance is made, not where they stand.
  if (fieldAround(effect) !== fieldAround(place)) return 'maybe';
  const home = enclosingFunction(effect);
  const use = placeIn(home, place, frame);
  if (home !== enclosingFunction(use)) {
    const isOutside = !home || contains(home, use);
    if (!isOutside) return 'maybe';
    const condition = conditionAround(effect, use, decide);
    if (condition === 'never') return 'no';
    if (condition !== 'none') return 'maybe';
    // Set up outside, used inside: the set-up ran first, unless the function may be called before it.
    const moment = executionOffset(effect);
    return moment <= start(use) && !isCalledBefore(moment, use, home, frame.unit) ? 'certain' : 'maybe';
  }
  const around = conditionAround(effect, use, decide);
  if (around === 'never') return 'no';
  const condition = executionOffset(effect) > start(use) ? 'closed' : around;
  if (condition === 'none') return 'certain';
  if (condition === 'open') return 'maybe';
  // What outlives a call of the function is met again by the next call.
  const isOutliving = home !== null && !(since && contains(home, since));
  return isOutliving || sharesLoop(effect, use, since) ? 'maybe' : 'no';
}

/** The field of an instance in whose initial value a node stands. */
function fieldAround(node: Node): Node | null {
  for (let at: Node | undefined = node; at && !isFunction(at); at = at.parent)
    if (at.type === 'PropertyDefinition') return at.static ? null : at;
  return null;
}

/** Does a write surely come before a use, each time that the use is reached? */
export function isSurelyBefore(write: Node, use: Node): boolean {
  return (
    executionOffset(write) <= start(use) &&
    !contains(write, use) &&
    enclosingFunction(write) === enclosingFunction(use) &&
    conditionAround(write, use, UNDECIDED) === 'none'
  );
}

/**
 * May the function around a use be called before a moment of the code around it? Declarations can stand below the calls
 * of them; a function expression without a name of its own can be called from where it stands.
 */
function isCalledBefore(moment: number, use: Node, home: FunctionNode | null, unit: SourceModule): boolean {
  const seen = new Set<Node>();
  const stack = [use];
  while (stack.length > 0) {
    const fn = outermostFunction(stack.pop()!, home);
    if (!fn || seen.has(fn)) continue;
    seen.add(fn);
    const name = nameOf(fn, unit);
    if (!name) {
      if (start(fn) < moment) return true;
      continue;
    }
    for (const { identifier } of name.references) {
      const reference = identifier as Node;
      const isExport = reference.parent?.type === 'ExportSpecifier';
      if (isExport || isInitialised(reference) || contains(fn, reference)) continue;
      if (outermostFunction(reference, home)) stack.push(reference);
      else if (start(reference) < moment) return true;
    }
  }
  return false;
}

/** The function directly inside another one, or at module level, that a node is in. */
function outermostFunction(node: Node, home: FunctionNode | null): FunctionNode | null {
  let found: FunctionNode | null = null;
  for (let fn = enclosingFunction(node); fn && fn !== home; fn = enclosingFunction(fn)) found = fn;
  return found;
}

/** The variable through which a function is called: its own, that of the class whose method it is. */
function nameOf(fn: FunctionNode, unit: SourceModule): Variable | undefined {
  if (fn.type === 'FunctionDeclaration') return fn.id ? unit.variable(fn.id) : undefined;
  const holder = outermost(fn).parent;
  if (holder?.type === 'VariableDeclarator') return unit.variable(holder.id);
  const cls =
    holder?.type === 'MethodDefinition' || holder?.type === 'PropertyDefinition'
      ? holder.parent.parent
      : null;
  return isClass(cls) && cls.id ? unit.variable(cls.id) : undefined;
}

/** The name in `const name = …`, which calls nothing. */
function isInitialised(reference: Node): boolean {
  return reference.parent?.type === 'VariableDeclarator' && reference.parent.id === reference;
}

/** The place in a function, or at module level, from which a use is reached: the call of the function around it. */
function placeIn(home: FunctionNode | null, use: Node, frame: CallContext): Node {
  let at = use;
  let from: CallContext = frame;
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
export function executionOffset(effect: Node): number {
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
 * `closed` when the effect's branch never gets there (it returns first, or the use is in the other branch); `never` when
 * the condition is decided against it.
 */
function conditionAround(effect: Node, use: Node, decide: Decide): 'none' | 'open' | 'closed' | 'never' {
  let isOpen = false;
  for (let inner = effect, outer = effect.parent; outer; inner = outer, outer = outer.parent) {
    if (!isBranch(outer, inner, use)) {
      if (outer.type.includes('Function') && contains(outer, use)) break;
      continue;
    }
    if (contains(inner, use)) continue;
    if (contains(outer, use) && isInOtherBranch(outer, use)) return 'closed';
    if (isLeaving(inner, use)) return 'closed';
    const taken = isTaken(outer, inner, decide);
    if (taken === false) return 'never';
    if (taken === undefined) isOpen = true;
  }
  return isOpen ? 'open' : 'none';
}

/** `true` when `inner` is a part of `outer` that runs only sometimes. Without a use, seen from the function's end. */
function isBranch(outer: Node, inner: Node, use: Node | null): boolean {
  switch (outer.type) {
    case 'IfStatement':
    case 'ConditionalExpression':
      return inner !== outer.test;
    case 'LogicalExpression':
      return inner === outer.right;
    case 'AssignmentExpression':
      return inner === outer.right && /^(?:\?\?|\|\||&&)=$/.test(outer.operator);
    case 'SwitchCase':
      return inner !== outer.test;
    case 'CatchClause':
      return true;
    case 'LabeledStatement':
      // `break label` may skip the rest.
      return inner === outer.body && !LOOPS.has(inner.type);
    case 'TryStatement': {
      // It may have failed before the effect, and the code goes on in or after the handler.
      if (inner !== outer.block) return false;
      const { handler, finalizer } = outer;
      const isBehind = !!use && [handler, finalizer].some((part) => part && contains(part, use));
      return isBehind || (!!handler && !isLeaving(handler.body, use));
    }
    default:
      return (
        LOOPS.has(outer.type) &&
        (('body' in outer && outer.body === inner) || ('left' in outer && outer.left === inner))
      );
  }
}

/** The use stands in a branch that excludes the effect's. The test of the condition is no branch. */
function isInOtherBranch(outer: Node, use: Node): boolean {
  if (outer.type !== 'IfStatement' && outer.type !== 'ConditionalExpression') return false;
  return !contains(outer.test, use);
}

/** A branch that ends by leaving does not go on to a use, or to the end of its function. */
function isLeaving(branch: Node, use: Node | null): boolean {
  const last = branch.type === 'BlockStatement' ? branch.body.at(-1) : branch;
  switch (last?.type) {
    case 'ReturnStatement':
      return use !== null && !isCleanedUp(last, use);
    case 'ThrowStatement':
      return !isCaught(last);
    case 'ContinueStatement':
    case 'BreakStatement':
      return use !== null && contains(leftBy(last), use);
    default:
      return false;
  }
}

/** A `return` inside a `try` goes through its `finally`. */
function isCleanedUp(statement: Node, use: Node): boolean {
  return somethingAround(
    statement,
    (outer) => outer.type === 'TryStatement' && !!outer.finalizer && contains(outer.finalizer, use),
  );
}

/** By a `try` of the same function. */
function isCaught(statement: Node): boolean {
  return somethingAround(statement, (outer, inner) => outer.type === 'TryStatement' && outer.block === inner);
}

function somethingAround(node: Node, test: (outer: Node, inner: Node) => boolean): boolean {
  for (let inner = node, outer = node.parent; outer; inner = outer, outer = outer.parent) {
    if (isFunction(outer)) return false;
    if (test(outer, inner)) return true;
  }
  return false;
}

/** The loop, `switch` or labelled statement that a `break` or `continue` leaves or repeats. */
function leftBy(statement: Extract<Node, { type: 'BreakStatement' | 'ContinueStatement' }>): Node {
  const { label } = statement;
  let at: Node = statement;
  while (at.parent && !isFunction(at.parent)) {
    at = at.parent;
    if (label) {
      if (at.type === 'LabeledStatement' && at.label.name === label.name) return at;
    } else if (LOOPS.has(at.type) || (at.type === 'SwitchStatement' && statement.type === 'BreakStatement')) {
      return at;
    }
  }
  return at;
}

/**
 * Do effects that each happen only sometimes together leave no way to a use without one of them: one in each branch of
 * an `if`, of a `switch` with a default? They are added one by one; only the statement that holds the new one is looked
 * at again.
 */
export class BranchCover {
  readonly #home: FunctionNode | null;
  readonly #inside = new Map<Node, Node[]>();
  #isCovered = false;

  constructor(readonly use: Node) {
    this.#home = enclosingFunction(use);
  }

  /** `true` from the effect on with which all ways are covered. */
  add(effect: Node): boolean {
    const statement = this.#isCovered ? null : this.#statementBefore(effect);
    if (!statement) return this.#isCovered;
    const effects = this.#inside.get(statement) ?? [];
    this.#inside.set(statement, effects);
    effects.push(effect);
    return (this.#isCovered = isCovered(statement, effects));
  }

  /** The statement with the effect in it that runs before the use, in a block around the use. */
  #statementBefore(effect: Node): Node | null {
    for (let inner = effect, outer = effect.parent; outer; inner = outer, outer = outer.parent) {
      if (isFunction(inner) || contains(inner, this.use)) return null;
      if (!contains(outer, this.use)) continue;
      const isList = outer.type === 'BlockStatement' || outer.type === 'Program';
      return isList && start(inner) < start(this.use) && enclosingFunction(inner) === this.#home
        ? inner
        : null;
    }
    return null;
  }
}

function isCovered(statement: Node, effects: readonly Node[]): boolean {
  const inside = effects.filter((effect) => contains(statement, effect));
  if (inside.length === 0) return false;
  switch (statement.type) {
    case 'BlockStatement':
      return isOneCovered(statement.body, inside);
    case 'IfStatement':
      return (
        !!statement.alternate &&
        isCovered(statement.consequent, inside) &&
        isCovered(statement.alternate, inside)
      );
    case 'SwitchStatement':
      return (
        statement.cases.some(({ test }) => test === null) &&
        statement.cases.every(({ consequent }) => isOneCovered(consequent, inside))
      );
    default:
      return inside.some((effect) => conditionAround(effect, statement, UNDECIDED) === 'none');
  }
}

/** One of a list of statements, with no way out of the list before it. */
function isOneCovered(list: readonly Node[], effects: readonly Node[]): boolean {
  const at = list.findIndex((child) => isCovered(child, effects));
  return at >= 0 && !list.slice(0, at).some((child) => has(child, 'BreakStatement'));
}

/** Is there a statement of a kind in another one, functions inside it left out? */
function has(statement: Node, kind: `${Node['type']}`, before = Infinity): boolean {
  const stack = [statement];
  while (stack.length > 0) {
    const at = stack.pop()!;
    if (at.type === kind && start(at) < before) return true;
    append(stack, statementsOf(at));
  }
  return false;
}

function sharesLoop(one: Node, other: Node, since: Node | undefined): boolean {
  for (let up = one.parent; up; up = up.parent) {
    if (LOOPS.has(up.type) && contains(up, other) && !(since && contains(up, since))) return true;
  }
  return false;
}

/** Has an effect happened by the time its function returns? */
export function reachesEnd(effect: Node, fn: FunctionNode, decide: Decide): Reachability {
  if (enclosingFunction(effect) !== fn) return 'maybe';
  let isSure = !(fn.body && has(fn.body, 'ReturnStatement', start(effect)));
  for (
    let inner = effect, outer = effect.parent;
    outer && outer !== fn;
    inner = outer, outer = outer.parent
  ) {
    if (!isBranch(outer, inner, null)) continue;
    const taken = isTaken(outer, inner, decide);
    if (taken === false) return 'no';
    if (taken === undefined) isSure = false;
  }
  return isSure ? 'certain' : 'maybe';
}
