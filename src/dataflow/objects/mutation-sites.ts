import type { Variable } from '@typescript-eslint/scope-manager';
import {
  enclosingFunction,
  outermost,
  unwrap,
  type CallLike,
  type FunctionNode,
  type Node,
} from '../syntax/nodes.js';
import { globalName } from '../syntax/names.js';
import { calledName } from '../syntax/names.js';
import { executionOffset } from '../control/control-flow.js';
import type { Evaluator } from '../model/evaluator.js';
import type { SourceModule } from '../syntax/source-module.js';
import type { CallContext, AbstractValue } from '../model/abstract-value.js';
import { isLocalSpecifier } from '../model/access-path.js';
import { memberNames } from '../model/access-path.js';
import { isPatternTarget } from '../syntax/destructuring.js';

/** Functions of the language, and of every host, that leave what they are handed as it is. */
const HARMLESS_GLOBALS =
  /^(?:console\.\w+|JSON\.stringify|Object\.(?:create|entries|freeze|fromEntries|getOwnPropertyNames|hasOwn|is|isFrozen|keys|preventExtensions|seal|values)|Array\.(?:from|isArray|of)|Promise\.\w+|Reflect\.(?:get|getOwnPropertyDescriptor|has|ownKeys)|Math\.\w+|Number\.\w+|String|Number|Boolean|BigInt|Symbol|structuredClone|fetch|encodeURIComponent|btoa|isNaN|parseInt|parseFloat|setTimeout|queueMicrotask|Buffer\.from|performance\.\w+)$/;

/** The same for what is made with `new`. Maps, sets and lists hold the object; what is done to their elements is followed. */
const HARMLESS_CLASSES =
  /^(?:Array|Blob|Error|File|FormData|Headers|Map|Promise|Request|Response|Set|TypeError|URL|URLSearchParams|WeakMap|WeakRef|WeakSet)$/;

/** Packages whose functions look at data, copy it or write it out. */
const HARMLESS_PACKAGES =
  /^(?:node:(?:assert|buffer|console|crypto|fs|util)(?:\/\w+)?|assert|crypto|fs(?:\/promises)?|util|zod(?:\/.*)?|yup|joi|valibot|ajv|superstruct|@sinclair\/typebox|pino|winston|bunyan|loglevel|consola|debug|chalk|signale|tslog|fast-deep-equal|dequal|object-hash|hash-object|fast-json-stable-stringify|safe-stable-stringify|superjson|js-tiktoken|tiktoken|gpt-tokenizer|vitest|@jest\/globals|chai|sinon)$/;

/** Functions of libraries that are known to give back something new. */
const COPYING_PACKAGES =
  /^(?:lodash|lodash-es|radash|ramda|remeda|es-toolkit|rfdc|klona|clone|just-clone|immer)(?:\/.*)?$/;
const CHANGES_ARGUMENT =
  /^(?:assign(?:In|InWith|With)?|defaults(?:Deep)?|extend(?:With)?|fill|merge(?:With)?|pull\w*|remove|set|setWith|unset|update|updateWith)$/;

/** The first word of names of functions that only look at what they are given: `logRequest`, `validate`, `countTokens`. */
const LOOKS =
  /^(?:assert|count|debug|error|estimate|expect|format|hash|info|inspect|is|has|log|measure|print|serialize|stringify|trace|track|validate|warn)(?=$|[A-Z_])/;

/** A place where the object in a variable may be changed, or gets another name. */
export interface MutationSite {
  readonly node: Node;
  /** The other name. */
  readonly alias: Variable | undefined;
  readonly moment: number;
  readonly home: FunctionNode | null;
  /** How many functions are around it. */
  readonly depth: number;
}

const touches = new WeakMap<Variable, readonly MutationSite[]>();

/** What the code alone, without any values, shows of a variable: found once, in the order of the code. */
function touchesOf(variable: Variable, unit: SourceModule): readonly MutationSite[] {
  let known = touches.get(variable);
  if (!known) touches.set(variable, (known = findTouches(variable, unit)));
  return known;
}

function findTouches(variable: Variable, unit: SourceModule): readonly MutationSite[] {
  const found: MutationSite[] = [];
  for (const reference of variable.references) {
    if (reference.isWrite() && !reference.isRead()) continue;
    const node = reference.identifier as Node;
    const alias = otherName(node, unit);
    if (!alias && !mayTouch(node)) continue;
    found.push({
      node,
      alias,
      moment: executionOffset(node),
      home: enclosingFunction(node),
      depth: functionsAround(node),
    });
  }
  return found.sort((one, other) => one.moment - other.moment);
}

/** Finds where objects may be changed, with what is called there. Learns about each place once. */
export class MutationSites {
  readonly #variables = new WeakMap<CallContext, Map<Variable, readonly MutationSite[]>>();

  constructor(readonly tracker: Evaluator) {}

  of(variable: Variable, frame: CallContext): readonly MutationSite[] {
    const memo = this.#variables.get(frame) ?? new Map<Variable, readonly MutationSite[]>();
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
  isInert(node: Node, frame: CallContext): boolean {
    let arg = outermost(node);
    while (arg.parent?.type === 'MemberExpression' && arg.parent.object === arg) arg = outermost(arg.parent);
    const handed = handedOver(arg);
    if (!handed) return false;
    const { call, isInside } = handed;
    const isNew = call.type === 'NewExpression';
    const callee = unwrap(call.callee);
    if (!isNew && !isInside && globalName(callee, frame) === 'Object.assign')
      return call.arguments[0] !== arg;
    const name = calledName(callee) ?? '';
    const { result, unbound } = this.tracker.aside(() => this.tracker.values(callee, frame));
    const isInView = ({ kind }: AbstractValue) => kind === 'function' || kind === 'class';
    // What a function of the project does to what a literal holds is found by the object's other names.
    if (isInside && result.every(isInView)) return true;
    // With a call in view, a parameter may be a function that is in view.
    return (
      unbound.size === 0 &&
      result.every((value) => !isInView(value) && !mayChange(value, name, isNew, this.tracker))
    );
  }
}

/** A call that an expression is handed to. */
export interface HandedOver {
  readonly call: CallLike;
  /** Inside a literal, or spread: `f({ body })`, `f(...[body])`. */
  readonly isInside: boolean;
}

/** The call of which an expression is an argument, or stands in a literal that is one; `null` where there is none. */
export function handedOver(expression: Node): HandedOver | null {
  for (let at = expression, isInside = false; ; isInside = true) {
    const { parent } = at;
    switch (parent?.type) {
      case 'CallExpression':
      case 'NewExpression':
        return parent.arguments.includes(at as never) ? { call: parent, isInside } : null;
      case 'Property':
        if (parent.value !== at || parent.parent.type !== 'ObjectExpression') return null;
        at = outermost(parent.parent);
        break;
      case 'ArrayExpression':
        at = outermost(parent);
        break;
      case 'SpreadElement':
        // A copy of an object is another one; a list hands over what it holds.
        if (parent.parent.type === 'ObjectExpression') return null;
        at = parent;
        break;
      default:
        return null;
    }
  }
}

/** May something that is not in view change what it is handed? It may, unless it is known not to. */
export function mayChange(
  callee: AbstractValue,
  name: string,
  isNew: boolean,
  { isKnown }: Evaluator,
): boolean {
  if (callee.kind !== 'path') return isNew || !LOOKS.test(name);
  const { root } = callee;
  if (root.kind === 'global') {
    const path = [root.name, ...memberNames(callee)].join('.');
    return !(isNew ? HARMLESS_CLASSES : HARMLESS_GLOBALS).test(path) && !LOOKS.test(name);
  }
  // A body is what the libraries that send it are handed.
  if (COPYING_PACKAGES.test(root.specifier)) return CHANGES_ARGUMENT.test(name);
  const isLibrary = isKnown(root.specifier) && !isLocalSpecifier(root.specifier);
  if (isLibrary || HARMLESS_PACKAGES.test(root.specifier)) return false;
  return isNew || !LOOKS.test(name);
}

/** Is a name, or something behind it, written, deleted, or handed to a call? */
function mayTouch(node: Node): boolean {
  for (let at = outermost(node), isMember = false; ; isMember = true) {
    const parent = at.parent;
    if (isMember && isChanged(at)) return true;
    if (handedOver(at)) return true;
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

/** `b` in `const b = a`. */
function otherName(node: Node, unit: SourceModule): Variable | undefined {
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
