import type { Variable } from '@typescript-eslint/scope-manager';
import type { TSESTree } from '@typescript-eslint/utils';
import {
  isFunction,
  outermost,
  unwrap,
  type CallLike,
  type FunctionNode,
  type Node,
} from '../syntax/nodes.js';
import { globalName } from '../syntax/names.js';
import { calledName } from '../syntax/names.js';
import { returnedExpressions } from '../syntax/statements.js';
import { PUTS } from '../evaluate/collections.js';
import { memberName } from '../evaluate/members.js';
import { isChanged, MutationSites } from './mutation-sites.js';
import type { Evaluator } from '../model/evaluator.js';
import type { SourceModule } from '../syntax/source-module.js';
import { type AbstractValue } from '../model/abstract-value.js';
import { isLocalSpecifier } from '../model/access-path.js';
import { rootContext } from '../model/call-context.js';

/** Functions that hand a value on to others are followed this deep. */
const MAX_DEPTH = 2;

/** Expressions that are looked at for one literal. */
const MAX_PLACES = 400;

/** Methods of objects and lists that give their elements to nothing. */
const KEEPS_TO_ITSELF = new Set([
  ...PUTS.keys(),
  'hasOwnProperty',
  'includes',
  'indexOf',
  'join',
  'lastIndexOf',
  'toString',
]);

/** An expression that holds a value, or something in which the value is. */
interface Place {
  readonly node: Node;
  /** How many functions it was handed to. */
  readonly depth: number;
  /** Whether the expression is a holder of the value. */
  readonly isHeld: boolean;
}

/** Functions of the language that give back what they are handed, or a copy that the tracker takes for the same. */
const GIVES_BACK =
  /^(?:JSON\.(?:parse|stringify)|Object\.(?:assign|freeze|preventExtensions|seal)|Promise\.resolve|structuredClone)$/;

/** Those that give back, keep or call something with what it holds. */
const HOLDS =
  /^(?:Object\.(?:create|entries|fromEntries|values)|Array(?:\.(?:from|of))?|Promise(?:\.\w+)?|Reflect\.get\w*|Map|Set|Weak\w+|Proxy|setTimeout|queueMicrotask)$/;

interface Known {
  readonly touches: MutationSites;
  readonly answers: WeakMap<Node, boolean>;
}

const known = new WeakMap<Evaluator, Known>();

/**
 * Whether what a literal makes may get to an expression that the tracker does not follow back to the literal: because
 * it is put into a list, handed to a function out of view, or kept by one in view. Such an expression may change it.
 */
export function escapes(literal: Node, unit: SourceModule, tracker: Evaluator): boolean {
  const { touches, answers } = known.get(tracker) ?? {
    touches: new MutationSites(tracker),
    answers: new WeakMap(),
  };
  known.set(tracker, { touches, answers });
  let answer = answers.get(literal);
  if (answer === undefined) answers.set(literal, (answer = new Search(unit, touches).escapes(literal)));
  return answer;
}

/** Whether a value may be something that the file makes, though it is not followed back to there. */
export function mayBeMadeHere(value: AbstractValue, { isKnown }: Evaluator): boolean {
  switch (value.kind) {
    case 'unknown':
      return value.is === undefined;
    case 'typed':
      return true;
    case 'path':
      // What a library gives back is its own.
      return value.root.kind === 'global'
        ? value.step !== null
        : isLocalSpecifier(value.root.specifier) || !isKnown(value.root.specifier);
    default:
      return false;
  }
}

class Search {
  readonly #stack: Place[] = [];
  readonly #seen = new Set<Node>();

  constructor(
    readonly unit: SourceModule,
    readonly touches: MutationSites,
  ) {}

  escapes(literal: Node): boolean {
    this.#stack.push({ node: literal, depth: 0, isHeld: false });
    for (let place = this.#stack.pop(); place; place = this.#stack.pop()) {
      if (this.#seen.has(place.node)) continue;
      this.#seen.add(place.node);
      if (this.#seen.size > MAX_PLACES || this.#leaves(place)) return true;
    }
    return false;
  }

  /** Whether the value leaves what is followed where an expression stands; the places that it goes on to are noted. */
  #leaves(place: Place): boolean {
    const at = outermost(place.node);
    const { parent } = at;
    switch (parent?.type) {
      case 'VariableDeclarator':
        return parent.init === at && this.#isTakenApart(parent.id, place);
      case 'AssignmentExpression':
        return parent.right === at && this.#isAssigned(parent, place);
      case 'Property':
        if (parent.value !== at) return false;
        if (parent.parent.type !== 'ObjectExpression') return true;
        return (parent.computed && parent.key.type !== 'Literal') || this.#goesOn(parent.parent, place, true);
      case 'SpreadElement':
        return parent.parent.type !== 'ObjectExpression' || this.#goesOn(parent.parent, place);
      case 'ArrayExpression':
        return this.#goesOn(parent, place, true);
      case 'CallExpression':
      case 'NewExpression':
        return parent.callee !== at && this.#isHandedTo(parent, at, place);
      case 'MemberExpression':
        return parent.object === at && this.#isAsked(parent, place);
      case 'ConditionalExpression':
        return parent.test !== at && this.#goesOn(parent, place);
      case 'LogicalExpression':
      case 'AwaitExpression':
        return this.#goesOn(parent, place);
      case 'SequenceExpression':
        return parent.expressions.at(-1) === at && this.#goesOn(parent, place);
      case 'ReturnStatement':
        return this.#isReturned(parent, place);
      case 'ArrowFunctionExpression':
        return parent.body === at && this.#isReturnedBy(parent, place);
      case 'ExportDefaultDeclaration':
      case 'ExpressionStatement':
      case 'BinaryExpression':
      case 'UnaryExpression':
      case 'UpdateExpression':
      case 'IfStatement':
      case 'WhileStatement':
      case 'DoWhileStatement':
      case 'ForInStatement':
      case 'SwitchStatement':
      case 'SwitchCase':
      case 'ThrowStatement':
        return false;
      case 'TemplateLiteral':
        return parent.parent.type === 'TaggedTemplateExpression';
      default:
        return true;
    }
  }

  #goesOn(node: Node, { depth, isHeld }: Place, isHolder = false): false {
    this.#stack.push({ node, depth, isHeld: isHeld || isHolder });
    return false;
  }

  /** `const q = p`, `const { n } = p`. */
  #isTakenApart(pattern: Node, place: Place): boolean {
    switch (pattern.type) {
      case 'Identifier':
        return this.#isNamed(this.unit.variable(pattern), place);
      case 'AssignmentPattern':
        return this.#isTakenApart(pattern.left, place);
      case 'ObjectPattern':
        return pattern.properties.some(
          (property) =>
            property.type !== 'Property' ||
            (property.computed && property.key.type !== 'Literal') ||
            this.#isTakenApart(property.value, place),
        );
      case 'ArrayPattern':
        return pattern.elements.some(
          (element) => element && (element.type === 'RestElement' || this.#isTakenApart(element, place)),
        );
      default:
        return true;
    }
  }

  #isNamed(variable: Variable | undefined, place: Place): boolean {
    if (!variable) return true;
    for (const reference of variable.references) {
      if (reference.isRead()) this.#goesOn(reference.identifier as Node, place);
    }
    return false;
  }

  #isAssigned({ left }: TSESTree.AssignmentExpression, place: Place): boolean {
    const target = unwrap(left);
    // What a function keeps of what it is handed is not followed to where it is kept.
    if (target.type !== 'Identifier')
      return target.type !== 'MemberExpression' || place.depth > 0 || !this.#isPlain(target);
    return place.depth > 0 || this.#isNamed(this.unit.variable(target), place);
  }

  /** A call that is handed the value. */
  #isHandedTo(call: CallLike, arg: Node, place: Place): boolean {
    const root = rootContext(this.unit);
    const callee = unwrap(call.callee);
    const global = globalName(callee, root);
    if (global && GIVES_BACK.test(global)) return this.#goesOn(call, place);
    if (global && HOLDS.test(global)) return true;
    if (this.touches.isInert(arg, root)) return false;
    // What a function without a name is handed is not followed into it.
    if (isFunction(callee)) return true;
    const index = call.arguments.indexOf(arg as never);
    if (call.arguments.slice(0, index).some(({ type }) => type === 'SpreadElement')) return true;
    if (place.depth >= MAX_DEPTH) return true;
    const { result } = this.touches.tracker.aside(() => this.touches.tracker.values(call.callee, root));
    return result.some((fn) => {
      if (fn.kind !== 'function' || fn.bound || call.type === 'NewExpression') return true;
      const param = fn.node.params[index];
      if (!param) return this.unit.usesArguments(fn.node);
      if (fn.frame.unit !== this.unit || this.unit.usesArguments(fn.node)) return true;
      return this.#isTakenApart(param, { ...place, depth: place.depth + 1 });
    });
  }

  /** A member of the value, or a method that is called on it. */
  #isAsked(member: TSESTree.MemberExpression, place: Place): boolean {
    const outer = outermost(member);
    const { parent } = outer;
    if (parent?.type === 'CallExpression' && parent.callee === outer) {
      const name = calledName(member);
      if (name === undefined || !KEEPS_TO_ITSELF.has(name)) return true;
      // What is put into a list that was handed on in a holder is looked for at its own name only.
      return PUTS.has(name) && place.depth > 0 && place.isHeld;
    }
    // Not all that is at a computed key is found: `p[key].a = 1`.
    if (isChanged(outer)) return false;
    const key = memberName(member, rootContext(this.unit), this.touches.tracker);
    return key === undefined || this.#goesOn(member, place);
  }

  #isReturned(statement: Node, place: Place): boolean {
    let fn = statement.parent;
    while (fn && !isFunction(fn)) fn = fn.parent;
    return !fn || this.#isReturnedBy(fn, place);
  }

  /** Results are followed where a function is called by its name, or where it stands. */
  #isReturnedBy(fn: FunctionNode, place: Place): boolean {
    if (fn.generator || returnedExpressions(fn).length === 0) return true;
    const holder = outermost(fn).parent;
    if (holder?.type === 'CallExpression' && holder.callee === outermost(fn))
      return this.#goesOn(holder, place);
    const name = fn.id ?? (holder?.type === 'VariableDeclarator' ? holder.id : null);
    const variable = name && this.unit.variable(name);
    if (!variable) return true;
    return variable.references.some((reference) => {
      const use = outermost(reference.identifier as Node);
      if (reference.isWrite() && !reference.isRead()) return false;
      const call = use.parent;
      if (call?.type === 'ExportSpecifier') return false;
      return call?.type !== 'CallExpression' || call.callee !== use || this.#goesOn(call, place);
    });
  }

  /** Whether what is assigned to a member is found by the name of what holds it: `a.b.c`. */
  #isPlain(member: TSESTree.MemberExpression): boolean {
    let at: Node = member;
    while (at.type === 'MemberExpression') {
      if (at.computed && at.property.type !== 'Literal') return false;
      at = unwrap(at.object);
    }
    return this.unit.variable(at)?.defs.every(({ type }) => type === ('Variable' as string)) ?? false;
  }
}
