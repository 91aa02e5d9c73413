import type { Variable } from '@typescript-eslint/scope-manager';
import { unwrap, type ClassNode, type FunctionNode, type Node } from '../syntax/nodes.js';
import { Budget, type Limits } from '../model/budget.js';
import { returnedValues } from './calls.js';
import { evaluate, valuesOfCast } from './expressions.js';
import { elementsOf, memberOf } from './members.js';
import { declarationValues, typeValues } from './declared-types.js';
import { variableValues } from './variables.js';
import { enter, withBound } from '../model/call-context.js';
import { type CallContext, isNothing, unknown, type AbstractValue } from '../model/abstract-value.js';
import { extend } from '../model/access-path.js';
import {
  NOT_ANALYSED,
  type Evaluator,
  type History,
  type ModuleResolver,
  type Reaching,
} from '../model/evaluator.js';

/** Expressions nested deeper than this are unknown; keeps the stack small on hostile input. */
const MAX_DEPTH = 120;

/** Evaluations. Most questions take less than a hundred. */
const STEPS: Limits = { question: 10_000, file: 60_000, least: 50 };

/** Alternatives kept for one expression. */
const MAX_ALTERNATIVES = 24;

interface Answer {
  readonly values: readonly AbstractValue[];
  readonly unbound: ReadonlySet<FunctionNode | ClassNode>;
  /** Position of the outermost evaluation that it waits for, in a cycle; `Infinity` when it is complete. */
  readonly waitsFor: number;
  /** The work that a question may take did not suffice for it. */
  readonly isCut: boolean;
}

/** Answers that hold only until something that is under way has come to its end. */
interface Provisional<Key = never> {
  readonly memo: Map<Key, Answer>;
  readonly key: Key;
}

/** The evaluator: remembers answers, keeps cycles finite, and counts the work. */
export class DataflowEvaluator implements Evaluator {
  unbound = new Set<FunctionNode | ClassNode>();
  cuts = 0;
  readonly #memo = new WeakMap<CallContext, Map<Node, Answer>>();
  /** Answers to further questions, by the node and what is asked about it. */
  readonly #further = new WeakMap<CallContext, Map<string, Answer>>();
  readonly #active = new Map<string, number>();
  readonly #ids = new WeakMap<object, number>();
  #nextId = 0;
  readonly #budget: Budget;
  /** Position in `#active` of the outermost evaluation that a cycle ran into. */
  #cycle = Infinity;
  #isCut = false;
  /** Answers inside a cycle that is not finished, kept so that a cycle costs no more than a straight line. */
  readonly #incomplete: Provisional[] = [];
  /** Answers that lack something because the question that asked had no work left; others may have. */
  readonly #cut: Provisional[] = [];

  constructor(
    readonly resolveModule: ModuleResolver = () => null,
    readonly isKnown: (specifier: string) => boolean = () => true,
    readonly history: History | null = null,
    readonly limits: Limits = STEPS,
    readonly reaching: Reaching | null = null,
    readonly literals: Reaching | null = null,
  ) {
    this.#budget = new Budget(limits);
  }

  get isSpent(): boolean {
    return this.#budget.isSpent;
  }

  values(node: Node, frame: CallContext): readonly AbstractValue[] {
    const values = this.#orReached(this.#values(unwrap(node), frame), unwrap(node), frame);
    if (values.every((value) => this.saysNothing(value))) return valuesOfCast(node, frame, this) ?? values;
    return values;
  }

  /** Where following a value back leads nowhere, what is known to reach it. */
  #orReached(values: readonly AbstractValue[], node: Node, frame: CallContext): readonly AbstractValue[] {
    const { reaching, literals } = this;
    if (reaching?.hasAny(node) && values.every((value) => isNothing(value) || isLost(value, reaching)))
      return reaching.at(node, frame);
    const isPart = literals && values.some((value) => isLost(value, literals)) && literals.hasAny(node);
    return isPart ? [...values, ...literals.at(node, frame)] : values;
  }

  #values(node: Node, at: CallContext): readonly AbstractValue[] {
    const frame = at.around(node);
    let memo = this.#memo.get(frame);
    if (!memo) this.#memo.set(frame, (memo = new Map<Node, Answer>()));
    const known = memo.get(node);
    if (known) return this.#again(known);
    const name = `${this.#id(frame)}:${this.#id(node)}`;
    return this.#answered(name, { memo, key: node }, node, () => evaluate(node, frame, this));
  }

  ask(
    what: string,
    node: Node,
    frame: CallContext,
    find: () => readonly AbstractValue[],
  ): readonly AbstractValue[] {
    let memo = this.#further.get(frame);
    if (!memo) this.#further.set(frame, (memo = new Map<string, Answer>()));
    const key = `${this.#id(node)} ${what}`;
    const known = memo.get(key);
    if (known) return this.#again(known);
    return this.#answered(`${this.#id(frame)}:${key}`, { memo, key }, node, find);
  }

  #again(known: Answer): readonly AbstractValue[] {
    for (const fn of known.unbound) this.unbound.add(fn);
    this.#cycle = Math.min(this.#cycle, known.waitsFor);
    if (known.isCut) this.#cutOff();
    return known.values;
  }

  #answered<Key>(
    name: string,
    { memo, key }: Provisional<Key>,
    node: Node,
    find: () => readonly AbstractValue[],
  ): readonly AbstractValue[] {
    const position = this.#active.get(name);
    if (position !== undefined) {
      this.#cycle = Math.min(this.#cycle, position);
      return [];
    }
    const depth = this.#active.size;
    if (depth === 0) this.#budget.begin();
    if (!this.#budget.spend(1) || depth > MAX_DEPTH) {
      this.#cutOff();
      return [unknown(NOT_ANALYSED, node)];
    }
    const outer = { cycle: this.#cycle, isCut: this.#isCut };
    this.#active.set(name, depth);
    this.#cycle = Infinity;
    this.#isCut = false;
    try {
      const inside = this.#incomplete.length;
      const { result, unbound } = this.recording(() => this.#limit(find(), node));
      const isComplete = this.#cycle >= depth;
      const entry = { memo, key } as unknown as Provisional;
      memo.set(key, {
        values: result,
        unbound,
        waitsFor: isComplete ? Infinity : this.#cycle,
        isCut: this.#isCut,
      });
      if (!isComplete) this.#incomplete.push(entry);
      // The cycle ends here: what was learnt inside it is asked again when it is needed, now with an answer to start from.
      else for (const other of this.#incomplete.splice(inside)) other.memo.delete(other.key);
      // The question itself is not asked again: it would be cut off once more.
      if (depth === 0) for (const other of this.#cut.splice(0)) other.memo.delete(other.key);
      else if (this.#isCut) this.#cut.push(entry);
      return result;
    } finally {
      this.#active.delete(name);
      this.#cycle = Math.min(outer.cycle, this.#cycle >= depth ? Infinity : this.#cycle);
      this.#isCut ||= outer.isCut;
    }
  }

  #cutOff(): void {
    this.#isCut = true;
    this.cuts++;
  }

  saysNothing(value: AbstractValue): boolean {
    if (value.kind === 'path') return value.root.kind === 'module' && !this.isKnown(value.root.specifier);
    return value.kind === 'unknown';
  }

  recording<T>(run: () => T): {
    readonly result: T;
    readonly unbound: ReadonlySet<FunctionNode | ClassNode>;
    readonly isComplete: boolean;
  } {
    const outer = this.unbound;
    const outerCycle = this.#cycle;
    const inner = new Set<FunctionNode | ClassNode>();
    this.unbound = inner;
    this.#cycle = Infinity;
    try {
      return { result: run(), unbound: inner, isComplete: this.#cycle === Infinity };
    } finally {
      for (const fn of inner) outer.add(fn);
      this.unbound = outer;
      this.#cycle = Math.min(outerCycle, this.#cycle);
    }
  }

  aside<T>(run: () => T): { readonly result: T; readonly unbound: ReadonlySet<FunctionNode | ClassNode> } {
    const outer = this.unbound;
    this.unbound = new Set();
    try {
      return { result: run(), unbound: this.unbound };
    } finally {
      this.unbound = outer;
    }
  }

  interrupted(): void {
    this.#cycle = -1;
  }

  settle(): boolean {
    if (this.#active.size > 0) return false;
    for (const entry of this.#incomplete.splice(0)) entry.memo.delete(entry.key);
    return true;
  }

  settled(
    node: Node,
    frame: CallContext,
  ): { readonly result: readonly AbstractValue[]; readonly isComplete: boolean } {
    return this.recording(() => this.values(node, frame));
  }

  member(object: AbstractValue, name: string, node: Node): readonly AbstractValue[] {
    return memberOf(object, name, node, this);
  }

  elements(list: readonly AbstractValue[], node: Node): readonly AbstractValue[] {
    return elementsOf(list, node, this);
  }

  returned(fn: FunctionNode, frame: CallContext, node: Node): readonly AbstractValue[] {
    return returnedValues(fn, frame, node, this);
  }

  variable(variable: Variable, frame: CallContext, node: Node): readonly AbstractValue[] {
    return variableValues(variable, frame, node, this);
  }

  declared(declaration: Node, frame: CallContext): readonly AbstractValue[] {
    return declarationValues(declaration, frame, this);
  }

  call(
    callee: AbstractValue,
    site: Node,
    args: readonly Node[],
    frame: CallContext,
  ): readonly AbstractValue[] {
    if (callee.kind === 'path') {
      const given = withBound(callee, args, frame);
      if (!given) return [unknown('arguments of `bind`', site)];
      return [extend(callee, { kind: 'call', site, args: given, frame }, site)];
    }
    if (callee.kind === 'typed' && callee.result) {
      const values = typeValues(callee.result, callee.frame, this);
      if (values.length > 0) return values;
    }
    if (callee.kind !== 'function') return [unknown('call of something that is not in view', site)];
    const inside = enter(callee, site, args, frame);
    if (!inside) return [unknown('calls nested too deep to follow', site)];
    return returnedValues(callee.node, inside, site, this);
  }

  constantKey(node: Node, frame: CallContext): string | undefined {
    const [only, ...others] = this.constantKeys(node, frame);
    return others.length > 0 ? undefined : only;
  }

  constantKeys(node: Node, frame: CallContext): readonly string[] {
    const keys = this.values(node, frame).map((value) =>
      value.kind === 'constant' && (typeof value.value === 'string' || typeof value.value === 'number')
        ? String(value.value)
        : undefined,
    );
    return keys.every((key) => key !== undefined) ? keys : [];
  }

  #limit(values: readonly AbstractValue[], node: Node): readonly AbstractValue[] {
    if (values.length < 2) return values;
    const unique = new Map<string, AbstractValue>();
    for (const value of values) {
      const key = this.#identity(value);
      if (!unique.has(key)) unique.set(key, value);
    }
    const all = [...unique.values()];
    if (all.length <= MAX_ALTERNATIVES) return all;
    return [...all.slice(0, MAX_ALTERNATIVES), unknown('more alternatives than are followed', node)];
  }

  #identity(value: AbstractValue): string {
    const frame = 'frame' in value ? this.#id(value.frame) : 0;
    const parent = value.kind === 'path' && value.parent ? this.#id(value.parent) : 0;
    // One expression can have several constants as its values.
    const text = value.kind === 'constant' ? String(value.value) : value.kind === 'text' ? value.text : '';
    const made = value.kind === 'object' && value.made ? this.#id(value.made.node) : 0;
    const bound = 'bound' in value && value.bound ? value.bound.args?.map((arg) => this.#id(arg)).join() : '';
    return `${value.kind}:${this.#id(value.node)}:${frame}:${parent}:${made}:${bound}:${text}`;
  }

  idOf(object: object): number {
    return this.#id(object);
  }

  #id(object: object): number {
    let id = this.#ids.get(object);
    if (id === undefined) this.#ids.set(object, (id = ++this.#nextId));
    return id;
  }
}

/** Does following a value back end in it without an answer? */
function isLost(value: AbstractValue, reaching: Reaching): boolean {
  return value.kind === 'unknown' || reaching.isHolder(value);
}
