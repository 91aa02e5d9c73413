import type { Variable } from '@typescript-eslint/scope-manager';
import type { TSESTree } from '@typescript-eslint/utils';
import { argumentsOf, type Argument } from '../evaluate/arguments.js';
import {
  isFunction,
  isPrototype,
  unwrap,
  type ClassNode,
  type FunctionNode,
  type Node,
} from '../syntax/nodes.js';
import {
  withInner,
  type Alternative,
  type ObjectState,
  type Contribution,
  type Reading,
  type WrittenKey,
} from '../model/object-state.js';
import { jsonCopied } from '../evaluate/builtins.js';
import { globalName } from '../syntax/names.js';
import { returnedIn } from '../evaluate/calls.js';
import { deciderIn, truthOf, type Decide } from '../evaluate/conditions.js';
import { Aliases } from './aliases.js';
import type { ObjectAnalysis } from './object-analysis.js';
import { effectsAfter, effectsElsewhere, effectsOn, rootName } from './side-effects.js';
import { takenBranches, type Logical } from '../evaluate/expressions.js';
import { memberName, propertyKey } from '../evaluate/members.js';

import { patternPath, type PatternStep } from '../syntax/destructuring.js';
import { MutationSites } from './mutation-sites.js';
import { enter } from '../model/call-context.js';
import { DataflowEvaluator } from '../evaluate/evaluator.js';
import { type Reaching } from '../model/evaluator.js';
import { type CallContext, unknown, type AbstractValue } from '../model/abstract-value.js';
import { TOO_MANY_WRITES, reachingDefinitions, type VariableDefinition } from '../evaluate/variables.js';
import { append } from '../../util/append.js';

/** Bags inside bags are read this deep. */
const MAX_DEPTH = 40;

/** Keys inside keys; an object that holds itself has no end of them. */
const MAX_PATH = 16;

/** Bags built per file; past it everything is unknown. */
const MAX_BAGS = 20_000;

/**
 * Steps per file: places looked at, parts and alternatives gone through. Past it everything is unknown. What most files
 * need is a few thousand.
 */
const MAX_WORK = 400_000;

/** Writes of one key by `??=` and the like that are read back through. */
const MAX_CONDITIONALS = 200;

/** Parts in which keys are looked for when the work is spent. */
const MANY_KEYS = 100;

/** From here on the parts of a bag are found by key. */
const MANY_PARTS = 12;

const TOO_DEEP = 'the code is too deep to follow';

/** Calls that give back their argument, or a copy of it. */
const COPIES = new Set(['Object.freeze', 'Object.seal', 'structuredClone', 'Promise.resolve']);

interface BuiltBags {
  readonly result: ObjectState[];
  unbound: ReadonlySet<FunctionNode | ClassNode>;
  isBuilt: boolean;
}

interface Learnt {
  readonly parts: readonly Contribution[];
  readonly unbound: ReadonlySet<FunctionNode | ClassNode>;
}

/** Reads options objects: what a key may be, given everything that happened to the object before its use. */
export class ObjectReader implements ObjectAnalysis {
  readonly #memo = new WeakMap<CallContext, Map<Node, BuiltBags>>();
  readonly #readings = new WeakMap<ObjectState, Map<string, Reading>>();
  #depth = 0;
  /** Readings under way, by bag and path. */
  readonly #active = new Map<ObjectState, Set<string>>();
  /** Some reading under way met itself, so those inside it may lack alternatives. */
  #isCyclic = false;
  /** Steps taken so far. */
  #work = 0;
  #conditionals = 0;
  readonly #learnt = new WeakMap<CallContext, Map<string, Map<Node, Learnt>>>();
  readonly #indexes = new WeakMap<ObjectState, PartIndex>();
  /** Evaluates what is written into the objects, at the place where it is written. */
  readonly #precise: DataflowEvaluator;
  #built = 0;

  /** Which other expressions may be the same object. */
  readonly aliases: Aliases;
  /** Where objects may be changed. */
  readonly touches: MutationSites;

  constructor(
    readonly tracker: DataflowEvaluator,
    readonly literals: Reaching | null = null,
    readonly maxWork = MAX_WORK,
  ) {
    this.touches = new MutationSites(tracker);
    this.aliases = new Aliases(tracker);
    const history = {
      memberValues: (object: Node, path: readonly string[], frame: CallContext) =>
        this.#memberValues(object, path, frame),
      has: (object: Node, key: string, frame: CallContext) => this.#has(object, key, frame),
    };
    this.#precise = new DataflowEvaluator(
      tracker.resolveModule,
      tracker.isKnown,
      history,
      tracker.limits,
      tracker.reaching,
      literals,
    );
  }

  spend(steps: number): boolean {
    this.#work += steps;
    return this.#work <= this.maxWork;
  }

  /** How often an answer is not complete because of the work that it would take. */
  get cuts(): number {
    return this.#precise.cuts;
  }

  /** Steps of work taken so far. */
  get work(): number {
    return this.#work;
  }

  learnt(
    how: string,
    node: Node,
    frame: CallContext,
    find: () => readonly Contribution[],
  ): readonly Contribution[] {
    const memo = this.#learnt.get(frame) ?? new Map<string, Map<Node, Learnt>>();
    this.#learnt.set(frame, memo);
    const ofKind = memo.get(how) ?? new Map<Node, Learnt>();
    memo.set(how, ofKind);
    const known = ofKind.get(node);
    if (known) {
      for (const fn of known.unbound) this.tracker.unbound.add(fn);
      return known.parts;
    }
    const { result: parts, unbound } = this.tracker.recording(find);
    ofKind.set(node, { parts, unbound });
    return parts;
  }

  bags(node: Node, frame: CallContext): readonly ObjectState[] {
    const expression = unwrap(node);
    const memo = this.#memo.get(frame) ?? new Map<Node, BuiltBags>();
    this.#memo.set(frame, memo);
    const known = memo.get(expression);
    if (known) {
      for (const fn of known.unbound) this.tracker.unbound.add(fn);
      // A loop can make an object from itself: what it will be is referred to, and there when it is read.
      return known.isBuilt ? known.result : [spreadBag(known.result, expression)];
    }
    if (this.#depth > MAX_DEPTH || ++this.#built > MAX_BAGS || !this.spend(1)) {
      return [unknownBag(TOO_DEEP, expression)];
    }
    const entry: BuiltBags = { result: [], unbound: new Set(), isBuilt: false };
    memo.set(expression, entry);
    this.#depth++;
    const { result, unbound } = this.tracker.recording(() =>
      this.#withReached(expression, frame, this.#build(expression, frame)),
    );
    this.#depth--;
    append(entry.result, result);
    entry.unbound = unbound;
    entry.isBuilt = true;
    return entry.result;
  }

  /** What an element of a list may hold where the list is used. */
  elementBags(node: Node, frame: CallContext, use: Node): readonly ObjectState[] {
    return withParts(this.bags(node, frame), effectsAfter(unwrap(node), use, frame, this));
  }

  /** What a path of keys may be: `read(bags, 'session', 'tracing')`. */
  read(bags: readonly ObjectState[], ...path: string[]): Reading {
    const [only, ...others] = bags;
    const found =
      only && others.length === 0
        ? this.#readBag(only, path)
        : unique(bags.flatMap((bag) => this.#readBag(bag, path)));
    if (bags.length > 1) this.spend(found.length + bags.length);
    const isLost = found.length === 0 && this.#active.size === 0 && bags.length > 0;
    return isLost ? [unknownAlternative('an object that is made of itself', bags[0]!.node)] : found;
  }

  /** Every key that is written in some alternative, overridden ones included; some of them once the work is spent. */
  keys(bags: readonly ObjectState[]): readonly WrittenKey[] {
    const found = new Map<Node, WrittenKey>();
    const seen = new Set<ObjectState>();
    const stack = [...bags];
    let visited = 0;
    while (stack.length > 0) {
      const bag = stack.pop()!;
      if (seen.has(bag)) continue;
      seen.add(bag);
      for (const part of bag.parts) {
        // The keys that are left out here are unknown to whoever reads them.
        if (!this.spend(1) && ++visited > MANY_KEYS) return [...found.values()];
        if (part.kind === 'spread') append(stack, this.#spreadBags(part));
        if (part.kind === 'spread' && part.inside !== undefined)
          for (const key of writesUnder(part.bags, [part.inside])) found.set(key.node, key);
        const key = part.kind === 'property' ? part.key : part.kind === 'write' ? part.keys[0] : undefined;
        if (key === undefined || (part.kind !== 'property' && part.kind !== 'write')) continue;
        if (part.kind === 'write' && part.keys.length > 1) continue;
        found.set(part.node, { key, node: part.node, value: part.value, frame: part.frame });
      }
    }
    return [...found.values()];
  }

  #spreadBags(part: Extract<Contribution, { kind: 'spread' }>): readonly ObjectState[] {
    if (part.inside === undefined) return part.bags;
    return this.read(part.bags, part.inside).flatMap((alternative) =>
      alternative.kind === 'set' ? this.bags(alternative.valueNode, alternative.frame) : [],
    );
  }

  // -------------------------------------------------------------------------------------------------- reading

  #readBag(bag: ObjectState, path: readonly string[]): Reading {
    const id = path.join('\u0000');
    const memo = this.#readings.get(bag) ?? new Map<string, Reading>();
    this.#readings.set(bag, memo);
    const known = memo.get(id);
    if (known) return known;
    const active = this.#active.get(bag) ?? new Set<string>();
    if (active.has(id)) {
      // What a loop adds by going round once more is what it has added before.
      this.#isCyclic = true;
      this.#precise.interrupted();
      return [];
    }
    if (!this.spend(1) || path.length > MAX_PATH) return [unknownAlternative(TOO_DEEP, bag.node)];
    this.#active.set(bag, active.add(id));
    const { result, isComplete } = this.#precise.recording(() =>
      unique(this.#readParts(bag, bag.parts.length - 1, path)),
    );
    active.delete(id);
    if (active.size === 0) this.#active.delete(bag);
    if (this.#active.size > 0 || !this.#isCyclic) {
      if (isComplete && !this.#isCyclic) memo.set(id, result);
    } else if (this.#precise.settle()) {
      this.#isCyclic = false;
      memo.set(id, result);
    }
    return result;
  }

  /** Reads the parts from the last one down to the first that decides. */
  #readParts(bag: ObjectState, last: number, path: readonly string[], isDisturbed = false): Reading {
    const found: Alternative[] = [];
    const places = this.#placesOf(bag, path[0]);
    for (let at = places ? places.length - 1 : last; at >= 0; at--) {
      const i = places ? places[at]! : at;
      if (i > last) continue;
      const part = bag.parts[i]!;
      if (!this.spend(places ? 1 : 0)) return [...found, unknownAlternative(TOO_DEEP, part.node)];
      switch (part.kind) {
        case 'property':
          if (part.key === undefined)
            return [...found, unknownAlternative('a key that is computed', part.node)];
          if (part.key === path[0]) return [...found, ...this.#readValue(part, path.slice(1), bag)];
          break;
        case 'spread': {
          // A key that the spread object sets to `undefined` overrides; one that it lacks does not.
          const inner =
            part.inside === undefined
              ? this.read(part.bags, ...path)
              : deeper(this.read(part.bags, part.inside, ...path), -1);
          const isLacking = (alternative: Alternative) =>
            alternative.kind === 'absent' &&
            (alternative.lacksAt === 0 || (part.isJson === true && path.length === 1));
          const said = inner.filter((alternative) => !isLacking(alternative));
          append(found, said);
          if (part.isCertain && said.length === inner.length) return found;
          break;
        }
        case 'write': {
          if (!part.keys.every((key, k) => key === path[k])) break;
          const written = this.#readValue(part, path.slice(part.keys.length), bag);
          if (part.node.operator !== '=') {
            // What may happen to the key later may also have happened before.
            const isMoved = isDisturbed || part.isUnordered === true || found.length > 0;
            const held = this.#conditional(bag, i, path, part, written, isMoved || !part.isCertain);
            return isMoved ? [...found, ...held, ...written] : held;
          }
          append(found, written);
          if (part.isCertain) return found;
          break;
        }
        case 'given':
          if (!part.keys.every((key, k) => key === path[k])) break;
          return [...found, givenAlternative(part, path.length - part.keys.length)];
        case 'remove':
          if (!part.keys.every((key, k) => key === path[k])) break;
          found.push({ kind: 'absent', literal: null, node: null, lacksAt: part.keys.length - 1 });
          if (part.isCertain) return found;
          break;
        case 'unknown':
          if (part.key !== undefined && !(part.isAnywhere ? path.includes(part.key) : part.key === path[0]))
            break;
          found.push({
            ...unknownAlternative(part.reason, part.node),
            ...(part.isOptional ? { isOptional: part.isOptional } : {}),
          });
          if (part.isCertain) return found;
          break;
      }
    }
    if (bag.isPart) return found;
    return [...found, { kind: 'absent', literal: bag.literal, node: null, lacksAt: 0 }];
  }

  /** The places of the parts that matter for a key, where there are many others. */
  #placesOf(bag: ObjectState, key: string | undefined): readonly number[] | null {
    if (bag.parts.length < MANY_PARTS || key === undefined) return null;
    let index = this.#indexes.get(bag);
    if (!index) this.#indexes.set(bag, (index = indexOf(bag.parts)));
    const own = index.byKey.get(key);
    if (!own) return index.others;
    return index.others.length === 0 ? own : [...own, ...index.others].sort((one, other) => one - other);
  }

  /** `params.store ??= false`: what was set stays, what was absent is filled. */
  #conditional(
    bag: ObjectState,
    at: number,
    path: readonly string[],
    part: Extract<Contribution, { kind: 'write' }>,
    written: Reading,
    isDisturbed: boolean,
  ): Reading {
    if (this.#conditionals >= MAX_CONDITIONALS) return [unknownAlternative(TOO_DEEP, part.node)];
    this.#conditionals++;
    const before = this.#readParts(bag, at - 1, path, isDisturbed);
    this.#conditionals--;
    const stays = before.map((alternative) => isKept(alternative, part.node.operator));
    const kept = part.isCertain ? before.filter((_, i) => stays[i] !== false) : before;
    return stays.every((stay) => stay === true) ? kept : [...kept, ...written];
  }

  #readValue(
    part: Extract<Contribution, { value: Node }>,
    rest: readonly string[],
    bag: ObjectState,
  ): Reading {
    if (rest.length > 0) {
      const depth = part.kind === 'write' ? part.keys.length : 1;
      return deeper(this.read(this.bags(part.value, part.frame), ...rest), depth);
    }
    return this.#values(part.value, part.frame).map((value): Alternative => {
      if (value.kind === 'unknown') {
        const { reason, node, is, isOptional } = value;
        const more = { ...(is ? { is } : {}), ...(isOptional ? { isOptional } : {}) };
        return { kind: 'unknown', reason, node, written: part.node, ...more };
      }
      if (value.kind === 'constant' && value.value === undefined) {
        const isOwn = bag.literal !== null && part.node.parent === bag.literal;
        return { kind: 'absent', literal: isOwn ? bag.literal : null, node: part.node };
      }
      return { kind: 'set', value, node: part.node, valueNode: part.value, frame: part.frame };
    });
  }

  /** What an expression may be at its place. */
  #values(node: Node, frame: CallContext): readonly AbstractValue[] {
    return this.#noting(() => this.#precise.values(node, frame));
  }

  /** Runs something with the other tracker; whoever records here learns of the parameters that it met unbound. */
  #noting<T>(run: () => T): T {
    const { result, unbound } = this.#precise.recording(run);
    for (const fn of unbound) this.tracker.unbound.add(fn);
    return result;
  }

  #memberValues(object: Node, path: readonly string[], frame: CallContext): readonly AbstractValue[] {
    const { result, unbound } = this.tracker.recording(() => this.read(this.bags(object, frame), ...path));
    for (const fn of unbound) this.#precise.unbound.add(fn);
    return result.map((alternative): AbstractValue => {
      if (alternative.kind === 'set') return alternative.value;
      if (alternative.kind === 'unknown')
        return {
          ...unknown(alternative.reason, alternative.node),
          ...(alternative.isOptional ? { isOptional: true } : {}),
        };
      return { kind: 'constant', value: undefined, node: alternative.node ?? object };
    });
  }

  #has(object: Node, key: string, frame: CallContext): boolean | undefined {
    if (!this.#values(object, frame).every(({ kind }) => kind === 'object')) return undefined;
    const { result, unbound, isComplete } = this.tracker.recording(() =>
      this.read(this.bags(object, frame), key),
    );
    for (const fn of unbound) this.#precise.unbound.add(fn);
    if (!isComplete || this.#isCyclic) return undefined;
    if (result.every(({ kind }) => kind === 'set')) return true;
    // A key that is there and holds nothing is there.
    return result.every((found) => found.kind === 'absent' && found.node === null) ? false : undefined;
  }

  /** Decides conditions over what is known in a frame. */
  decider(frame: CallContext): Decide {
    const decide = deciderIn(frame, this.#precise);
    return (test) => this.#noting(() => decide(test));
  }

  // -------------------------------------------------------------------------------------------------- building

  #build(node: Node, frame: CallContext): readonly ObjectState[] {
    switch (node.type) {
      case 'ObjectExpression':
        return [this.#literalBag(node, frame)];
      case 'Identifier': {
        const variable = frame.unit.variable(node);
        if (!variable) return this.#valueBags(node, frame);
        return this.#variableBags(variable, node, frame);
      }
      case 'ConditionalExpression':
        return this.#noting(() => takenBranches(node, frame, this.#precise)).flatMap((branch) =>
          this.bags(branch, frame),
        );
      case 'LogicalExpression':
        return this.#logicalBags(node, frame);
      case 'AssignmentExpression':
        return node.operator === '=' ? this.bags(node.right, frame) : this.#valueBags(node, frame);
      case 'SequenceExpression':
        return this.bags(node.expressions.at(-1)!, frame);
      case 'CallExpression':
        return this.#callBags(node, frame);
      case 'MemberExpression':
        return this.#memberBags(node, frame);
      default:
        return this.#valueBags(node, frame);
    }
  }

  /** Where following an object back leads nowhere, the literals that are known to reach it by other ways. */
  #withReached(node: Node, frame: CallContext, bags: readonly ObjectState[]): readonly ObjectState[] {
    if (!this.literals || !bags.some((bag) => this.#isUnknown(bag)) || !this.literals.hasAny(node))
      return bags;
    return [...bags, ...this.literals.at(node, frame).flatMap((value) => this.#reachedBags(value))];
  }

  /** Is nothing known of an object but what happened to it since? */
  #isUnknown(bag: ObjectState): boolean {
    const spread = ({ parts: [first] }: ObjectState) =>
      first?.kind === 'spread' && first.inside === undefined ? first.bags : [];
    for (const { parts } of withInner([bag], spread)) {
      const [first] = parts;
      if (first?.kind === 'unknown' && first.key === undefined) return true;
      if (first?.kind !== 'spread' || first.inside === undefined) continue;
      if (this.read(first.bags, first.inside).some(({ kind }) => kind === 'unknown')) return true;
    }
    return false;
  }

  /** Of a literal whose way is not known only what it holds is said; the rest is said to be unknown beside it. */
  #reachedBags(value: AbstractValue): readonly ObjectState[] {
    return value.kind === 'object'
      ? [{ ...this.#literalBag(value.node, value.frame), literal: null, isPart: true }]
      : [];
  }

  #literalBag(literal: TSESTree.ObjectExpression, frame: CallContext): ObjectState {
    const parts = literal.properties.map((property): Contribution => {
      if (property.type === 'SpreadElement') {
        const bags = this.bags(property.argument, frame);
        return { kind: 'spread', node: property, bags, isCertain: true };
      }
      if (property.kind !== 'init') {
        const key = propertyKey(property, frame, this.tracker);
        return { kind: 'unknown', key, reason: 'an accessor', node: property, isCertain: true };
      }
      const key = propertyKey(property, frame, this.tracker);
      return { kind: 'property', key, node: property, value: property.value, frame };
    });
    const prototype = parts.find((part) => part.kind === 'property' && isPrototype(part.node));
    if (!prototype) return { parts, literal, node: literal };
    // What the object inherits gives way to all that it has itself, wherever it stands.
    const inherited: Contribution = {
      kind: 'unknown',
      reason: 'a prototype that is set',
      node: prototype.node,
      isCertain: true,
    };
    return { parts: [inherited, ...parts.filter((part) => part !== prototype)], literal, node: literal };
  }

  #logicalBags(node: Logical, frame: CallContext): readonly ObjectState[] {
    const { result: left, isComplete } = this.tracker.recording(() => this.#values(node.left, frame));
    const isObject = left.every(({ kind }) => kind === 'object');
    const truth = isComplete ? truthOf(left) : undefined;
    if (node.operator === '&&') {
      if (truth === false) return [spreadBag([emptyBag(node.left)], node.left)];
      const right = this.bags(node.right, frame);
      if (truth === true) return right;
      // A left side that is false is no object, but not nothing either: `(c && { … }) ?? other` does not go on.
      return isObject ? right : [spreadBag([emptyBag(node.left)], node.left), ...right];
    }
    if (isObject) return this.bags(node.left, frame);
    // `options ?? {}`: an empty left side falls through to the right one.
    const filled = this.bags(node.left, frame).filter((bag) => !isEmpty(bag));
    return [...filled, ...this.bags(node.right, frame)];
  }

  /** `holder.params`: part of an object, with all that happened to it. */
  #memberBags(node: TSESTree.MemberExpression, frame: CallContext): readonly ObjectState[] {
    const key = memberName(node, frame, this.tracker);
    const values = this.#values(node, frame);
    const holders = this.tracker.values(node.object, frame);
    const isHeld =
      holders.every(({ kind }) => kind === 'object') && values.some(({ kind }) => kind === 'object');
    if (key === undefined || !isHeld) return this.#valueBags(node, frame);
    const literals = values.map((value) => (value.kind === 'object' && !value.made ? value.node : null));
    const part: Contribution = {
      kind: 'spread',
      node,
      bags: this.bags(node.object, frame),
      isCertain: true,
      inside: key,
    };
    const bag: ObjectState = { parts: [part], literal: literals.length === 1 ? literals[0]! : null, node };
    const name = rootName(node);
    const variable = name && frame.unit.variable(name);
    return withParts(
      [bag],
      effectsElsewhere(node, frame, this, undefined, variable ? new Set([variable]) : undefined),
    );
  }

  #callBags(call: TSESTree.CallExpression, frame: CallContext): readonly ObjectState[] {
    const callee = unwrap(call.callee);
    const name = globalName(callee, frame);
    const [first] = call.arguments;
    if (name === 'Object.assign' && first) return [this.#assignedBag(call, frame)];
    if (name && COPIES.has(name) && first) return this.bags(first, frame);
    const copied = jsonCopied(call, frame);
    if (copied) {
      const bags = this.bags(copied, frame);
      return bags.map((bag) => ({ ...spreadBag([bag], call, { isJson: true }), literal: bag.literal }));
    }
    const functions = this.tracker.values(callee, frame);
    if (functions.length === 0 || !functions.every((value) => value.kind === 'function')) {
      return this.#valueBags(call, frame);
    }
    return functions.flatMap((fn) => {
      const inside = enter(fn, call, call.arguments, frame);
      if (!inside) return [unknownBag('calls nested too deep to follow', call)];
      const returned = this.#noting(() => returnedIn(fn.node, inside, this.#precise));
      if (returned.length === 0) return [emptyBag(call)];
      return returned.flatMap((expression) => this.bags(expression, inside));
    });
  }

  /** `Object.assign(target, …sources)` as one bag: later arguments win. */
  #assignedBag(call: TSESTree.CallExpression, frame: CallContext): ObjectState {
    const parts = call.arguments.map((arg): Contribution => {
      if (arg.type === 'SpreadElement') {
        return { kind: 'unknown', reason: 'spread arguments', node: arg, isCertain: true };
      }
      return { kind: 'spread', node: arg, bags: this.bags(arg, frame), isCertain: true };
    });
    const last = call.arguments.at(-1);
    const literal = last?.type === 'ObjectExpression' ? last : null;
    return { parts, literal, node: call };
  }

  /** For expressions whose history is not followed: the literals that they may be. */
  #valueBags(node: Node, frame: CallContext): readonly ObjectState[] {
    const values = this.#values(node, frame);
    const isObject = values.some(({ kind }) => kind === 'object');
    const bags = values.flatMap((value) =>
      // Beside objects a text is no options: it is not known which of the values it is.
      isObject && value.kind === 'constant' && value.value
        ? [unknownBag('a value that is not an object literal', node)]
        : this.#bagsOf(value, node),
    );
    return withParts(bags, effectsElsewhere(node, frame, this));
  }

  #bagsOf(value: AbstractValue, node: Node): readonly ObjectState[] {
    if (value.kind !== 'object') return [this.#emptyOrUnknown(value, node)];
    if (value.mayBeChanged) return this.#reachedBags(value);
    const { node: from, frame } = value.made ?? value;
    return this.bags(from, frame);
  }

  #emptyOrUnknown(value: AbstractValue, node: Node): ObjectState {
    switch (value.kind) {
      case 'constant':
        return emptyBag(node);
      case 'unknown':
        return unknownBag(value.reason, value.node, value.isOptional);
      case 'path':
        return unknownBag(
          'a value from another module',
          node,
          value.step?.kind === 'typed' ? value.step.isOptional : undefined,
        );
      default:
        return unknownBag('a value that is not an object literal', node);
    }
  }

  // -------------------------------------------------------------------------------------------------- variables

  #variableBags(variable: Variable, use: TSESTree.Identifier, frame: CallContext): readonly ObjectState[] {
    const { writes, isCertain, isCut } = reachingDefinitions(variable, use, frame, this.decider(frame));
    const written = writes.flatMap((write) =>
      this.#withEffects(this.#writtenBags(write, use, frame), variable, write.source, use, frame),
    );
    if (isCut) written.push(unknownBag(TOO_MANY_WRITES, use));
    const parameter = variable.defs.find((def) => def.type === ('Parameter' as string));
    const name = parameter?.name as Node | undefined;
    if (!isCertain && name && isFunction(parameter?.node as Node)) {
      const given = this.#parameterBags(parameter!.node as FunctionNode, name, use, frame);
      return [...this.#withEffects(given, variable, name, use, frame), ...written];
    }
    return writes.length > 0 ? written : this.#valueBags(use, frame);
  }

  #writtenBags(write: VariableDefinition, use: Node, frame: CallContext): readonly ObjectState[] {
    const { steps, host } = patternPath(write.identifier);
    if (host?.type === 'ForOfStatement') return this.#valueBags(use, frame);
    const { identifier: left, source: right, operator } = write;
    if (steps.length === 0 && operator === '=') return this.bags(right, frame);
    if (/^(?:\?\?|\|\||&&)=$/.test(operator)) {
      const kind = operator.slice(0, -1) as Logical['operator'];
      return this.#logicalBags(
        { left: left as Logical['left'], right: right as Logical['right'], operator: kind },
        frame,
      );
    }
    if (operator !== '=') return [unknownBag('a value that is computed', right)];
    return this.#takenBags({ node: write.source, frame }, steps, use, frame);
  }

  #parameterBags(
    fn: FunctionNode,
    name: Node,
    use: TSESTree.Identifier,
    frame: CallContext,
  ): readonly ObjectState[] {
    const { steps, top } = patternPath(name);
    const index = fn.params.indexOf(top as never);
    const binding = frame.bindingOf(fn);
    const args = binding ? argumentsOf(binding.args, binding.caller, this.tracker) : [];
    if (!binding || top.type === 'RestElement' || args.slice(0, index + 1).includes(null)) {
      return this.#valueBags(use, frame);
    }
    const arg = args[index];
    if (arg) return this.#takenBags(arg, steps, use, frame);
    const [first] = steps;
    if (first?.kind !== 'default') return [emptyBag(binding.site)];
    return this.#takenBags({ node: first.value, frame }, steps.slice(1), use, frame);
  }

  /** What a destructuring pattern takes of an object. */
  #takenBags(
    source: Argument,
    steps: readonly PatternStep[],
    use: Node,
    frame: CallContext,
  ): readonly ObjectState[] {
    const isObject = this.#values(source.node, source.frame).every(
      ({ kind }) => kind === 'object' || kind === 'constant' || kind === 'unknown',
    );
    if (!isObject && steps.some(({ kind }) => kind !== 'default')) return this.#valueBags(use, frame);
    let bags = this.bags(source.node, source.frame);
    let isDefined =
      steps[0]?.kind === 'default' && this.#values(source.node, source.frame).every(isObjectValue);
    for (const step of steps) {
      switch (step.kind) {
        case 'member':
        case 'computed': {
          const key = step.kind === 'member' ? step.name : this.tracker.constantKey(step.key, frame);
          if (key === undefined) return [unknownBag('a key that is computed', use)];
          isDefined = this.read(bags, key).every(
            (found) => found.kind === 'set' && isObjectValue(found.value),
          );
          bags = [spreadBag(bags, use, { inside: key })];
          break;
        }
        case 'default':
          if (!isDefined) bags = [...bags.filter((bag) => !isEmpty(bag)), ...this.bags(step.value, frame)];
          break;
        case 'rest':
          bags = bags.map((bag) => ({
            ...spreadBag([bag], use),
            parts: [...spreadBag([bag], use).parts, ...this.#without(step, use, frame)],
          }));
      }
    }
    return bags;
  }

  /** `const { store, ...rest } = params` is the object without the keys that were taken. */
  #without(
    step: Extract<PatternStep, { kind: 'rest' }>,
    node: Node,
    frame: CallContext,
  ): readonly Contribution[] {
    return step.without.map((name): Contribution => {
      const key = typeof name === 'string' ? name : this.tracker.constantKey(name, frame);
      if (key === undefined)
        return { kind: 'unknown', reason: 'a key that is computed', node, isCertain: true };
      return { kind: 'remove', keys: [key], node, isCertain: true };
    });
  }

  /** The bags after everything that happened to a variable between a write and a use. */
  #withEffects(
    bags: readonly ObjectState[],
    variable: Variable,
    since: Node,
    use: Node,
    frame: CallContext,
  ): readonly ObjectState[] {
    const parts = effectsOn(variable, since, use, frame, this);
    this.spend(parts.length * bags.length);
    return withParts(bags, parts);
  }
}

interface PartIndex {
  readonly byKey: ReadonlyMap<string, readonly number[]>;
  /** Places of the parts that may be about any key. */
  readonly others: readonly number[];
}

function indexOf(parts: readonly Contribution[]): PartIndex {
  const byKey = new Map<string, number[]>();
  const others: number[] = [];
  parts.forEach((part, i) => {
    const isAnywhere = part.kind === 'unknown' && part.isAnywhere === true;
    const key = 'keys' in part ? part.keys[0] : 'key' in part && !isAnywhere ? part.key : undefined;
    if (key === undefined) others.push(i);
    else if (byKey.has(key)) byKey.get(key)!.push(i);
    else byKey.set(key, [i]);
  });
  return { byKey, others };
}

/** `h.held.key = …`, where what `h` holds is read: the keys that are written through a holder. */
function writesUnder(bags: readonly ObjectState[], path: readonly string[]): readonly WrittenKey[] {
  const found: WrittenKey[] = [];
  const seen = new Set<ObjectState>();
  const stack = bags.map((bag) => ({ bag, path }));
  while (stack.length > 0) {
    const { bag, path: at } = stack.pop()!;
    if (seen.has(bag)) continue;
    seen.add(bag);
    for (const part of bag.parts) {
      if (part.kind === 'spread') {
        const inside = part.inside === undefined ? at : [part.inside, ...at];
        if (inside.length <= MAX_PATH)
          append(
            stack,
            part.bags.map((one) => ({ bag: one, path: inside })),
          );
      }
      if (part.kind !== 'write' || part.keys.length !== at.length + 1) continue;
      if (at.every((key, i) => key === part.keys[i]))
        found.push({ key: part.keys.at(-1)!, node: part.node, value: part.value, frame: part.frame });
    }
  }
  return found;
}

/** Each bag with more parts after its own. */
function withParts(bags: readonly ObjectState[], parts: readonly Contribution[]): readonly ObjectState[] {
  if (parts.length === 0) return bags;
  return bags.map((bag) => ({
    parts: [{ kind: 'spread', node: bag.node, bags: [bag], isCertain: true }, ...parts],
    literal: bag.literal,
    node: bag.node,
  }));
}

function emptyBag(node: Node): ObjectState {
  return { parts: [], literal: null, node };
}

function unknownBag(reason: string, node: Node, isOptional?: true): ObjectState {
  const part: Contribution = {
    kind: 'unknown',
    reason,
    node,
    isCertain: true,
    ...(isOptional ? { isOptional } : {}),
  };
  return { parts: [part], literal: null, node };
}

function spreadBag(
  bags: readonly ObjectState[],
  node: Node,
  how: { isJson?: boolean; inside?: string } = {},
): ObjectState {
  return { parts: [{ kind: 'spread', node, bags, isCertain: true, ...how }], literal: null, node };
}

/** What was read inside an object, as seen from one that holds it; the other way round for a negative depth. */
function deeper(reading: Reading, depth: number): Reading {
  return reading.map((alternative) =>
    alternative.kind === 'absent' && alternative.lacksAt !== undefined
      ? { ...alternative, lacksAt: Math.max(0, alternative.lacksAt + depth) }
      : alternative,
  );
}

/** Does a value stay what it is under `??=`, `||=`, `&&=`? `undefined` when that is not known. */
function isKept(alternative: Alternative, operator: string): boolean | undefined {
  if (alternative.kind === 'unknown') return undefined;
  const value = alternative.kind === 'set' ? alternative.value : null;
  switch (value?.kind) {
    case 'path':
    case 'text':
    case 'typed':
    case 'module':
    case 'unknown':
      return undefined;
    default: {
      const held =
        value === null || value === undefined ? undefined : value.kind === 'constant' ? value.value : {};
      if (operator === '??=') return held !== undefined && held !== null;
      return operator === '||=' ? Boolean(held) : !held;
    }
  }
}

function isObjectValue({ kind }: AbstractValue): boolean {
  return kind === 'object';
}

function isEmpty(bag: ObjectState): boolean {
  return bag.parts.length === 0 && bag.literal === null;
}

function unknownAlternative(reason: string, node: Node): Alternative {
  return { kind: 'unknown', reason, node };
}

/** A constant that a library writes; it holds no keys of its own. */
function givenAlternative(
  { value, node, frame }: Extract<Contribution, { kind: 'given' }>,
  depth: number,
): Alternative {
  if (depth > 0) return { kind: 'absent', literal: null, node: null, lacksAt: 1 };
  return { kind: 'set', value: { kind: 'constant', value, node }, node, valueNode: node, frame };
}

/** What sets apart values of one expression. */
function textOf(value: AbstractValue): string {
  return value.kind === 'constant' ? String(value.value) : value.kind === 'text' ? value.text : '';
}

/** Alternatives that say the same of the same place count once. */
function unique(reading: Reading): Reading {
  if (reading.length < 2) return reading;
  const seen = new Map<string, Alternative>();
  const ids = new Map<Node | null, number>();
  const id = (node: Node | null) => {
    if (!ids.has(node)) ids.set(node, ids.size);
    return ids.get(node);
  };
  for (const alternative of reading) {
    const key =
      alternative.kind === 'set'
        ? `set ${id(alternative.node)} ${id(alternative.value.node)} ${textOf(alternative.value)}`
        : alternative.kind === 'absent'
          ? `absent ${id(alternative.literal)} ${id(alternative.node)} ${alternative.lacksAt}`
          : `unknown ${id(alternative.node)}`;
    if (!seen.has(key)) seen.set(key, alternative);
  }
  return [...seen.values()];
}
