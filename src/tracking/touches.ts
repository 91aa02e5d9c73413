import type { Variable } from '@typescript-eslint/scope-manager';
import { enclosingFunction, outermost, unwrap, type FunctionNode, type Node } from './ast.js';
import { calledName, globalName } from './builtins.js';
import type { Frame } from './frame.js';
import { momentOf } from './order.js';
import type { Tracker } from './tracker.js';
import type { Unit } from './unit.js';
import { isLocalSpecifier, type Value } from './value.js';

/** Library functions that change their first argument. */
const CHANGES_ARGUMENT = /^(?:assign(?:in|with)?|defaults(?:deep)?|extend|merge(?:with|deep)?|set|unset)$/i;

/** Names of functions that only look at what they are given. */
const ONLY_LOOKS =
  /log|debug|info|warn|error|trace|print|stringify|track|emit|assert|expect|valid|parse|hash|count|measure/i;

/** A place where the object in a variable may be changed, or gets another name. */
export interface Touch {
  readonly node: Node;
  /** The other name. */
  readonly alias: Variable | undefined;
  readonly moment: number;
  readonly home: FunctionNode | null;
  /** How many functions are around it. */
  readonly depth: number;
}

const touches = new WeakMap<Variable, readonly Touch[]>();

/** What the code alone, without any values, shows of a variable: found once, in the order of the code. */
function touchesOf(variable: Variable, unit: Unit): readonly Touch[] {
  let known = touches.get(variable);
  if (!known) touches.set(variable, (known = findTouches(variable, unit)));
  return known;
}

function findTouches(variable: Variable, unit: Unit): readonly Touch[] {
  const found: Touch[] = [];
  for (const reference of variable.references) {
    if (reference.isWrite() && !reference.isRead()) continue;
    const node = reference.identifier as Node;
    const alias = otherName(node, unit);
    if (!alias && !mayTouch(node)) continue;
    found.push({
      node,
      alias,
      moment: momentOf(node),
      home: enclosingFunction(node),
      depth: functionsAround(node),
    });
  }
  return found.sort((one, other) => one.moment - other.moment);
}

/** Finds where objects may be changed, with what is called there. Learns about each place once. */
export class Touches {
  readonly #variables = new WeakMap<Frame, Map<Variable, readonly Touch[]>>();

  constructor(readonly tracker: Tracker) {}

  of(variable: Variable, frame: Frame): readonly Touch[] {
    const memo = this.#variables.get(frame) ?? new Map<Variable, readonly Touch[]>();
    this.#variables.set(frame, memo);
    let known = memo.get(variable);
    if (!known) {
      known = touchesOf(variable, frame.unit).filter(
        ({ node, alias }) => alias || !this.isInert(node, frame),
      );
      memo.set(variable, known);
    }
    return known;
  }

  /** Is an expression handed to something that surely leaves it as it is? */
  isInert(node: Node, frame: Frame): boolean {
    let arg = outermost(node);
    while (arg.parent?.type === 'MemberExpression' && arg.parent.object === arg) arg = outermost(arg.parent);
    const call = arg.parent;
    if (call?.type !== 'CallExpression' || !call.arguments.includes(arg as never)) return false;
    const callee = unwrap(call.callee);
    if (globalName(callee, frame) === 'Object.assign') return call.arguments[0] !== arg;
    const name = calledName(callee) ?? '';
    const { result, unbound } = this.tracker.aside(() => this.tracker.values(callee, frame));
    // With a call in view, a parameter may be a function that is in view.
    return (
      unbound.size === 0 && result.every((value) => value.kind !== 'function' && !mayChange(value, name))
    );
  }
}

/** May something that is not in view change what it is handed? */
export function mayChange(callee: Value, name: string): boolean {
  return isForeign(callee) ? CHANGES_ARGUMENT.test(name) : !ONLY_LOOKS.test(name);
}

/** Packages and globals; a module of the project that could not be followed is not foreign. */
function isForeign(value: Value): boolean {
  if (value.kind !== 'path') return false;
  return value.root.kind === 'global' || !isLocalSpecifier(value.root.specifier);
}

/** Is a name, or something behind it, written, deleted, or handed to a call? */
function mayTouch(node: Node): boolean {
  for (let at = outermost(node), isMember = false; ; isMember = true) {
    const parent = at.parent;
    if (isMember && isChanged(at)) return true;
    if (parent?.type === 'CallExpression') return parent.arguments.includes(at as never);
    if (parent?.type !== 'MemberExpression' || parent.object !== at) return false;
    at = outermost(parent);
  }
}

/** `params.a` in `params.a = …`, `params.a++`, `delete params.a`, `[params.a] = list`. */
export function isChanged(target: Node): boolean {
  const parent = target.parent;
  return (
    isPatternTarget(target) ||
    (parent?.type === 'AssignmentExpression' && parent.left === target) ||
    parent?.type === 'UpdateExpression' ||
    (parent?.type === 'UnaryExpression' && parent.operator === 'delete')
  );
}

/** `params.a` in `[params.a] = list`, `({ x: params.a } = other)`, `for (params.a of list)`. */
export function isPatternTarget(node: Node): boolean {
  const parent = node.parent;
  switch (parent?.type) {
    case 'ArrayPattern':
    case 'RestElement':
      return true;
    case 'AssignmentPattern':
    case 'ForOfStatement':
    case 'ForInStatement':
      return parent.left === node;
    case 'Property':
      return parent.parent.type === 'ObjectPattern' && parent.value === node;
    default:
      return false;
  }
}

/** `b` in `const b = a`. */
function otherName(node: Node, unit: Unit): Variable | undefined {
  const expression = outermost(node);
  const parent = expression.parent;
  if (parent?.type !== 'VariableDeclarator' || parent.init !== expression) return undefined;
  return parent.id.type === 'Identifier' ? unit.variable(parent.id) : undefined;
}

function functionsAround(node: Node): number {
  let count = 0;
  for (let fn = enclosingFunction(node); fn; fn = enclosingFunction(fn)) count++;
  return count;
}
