import type { FunctionNode, ClassNode, Node } from '../syntax/nodes.js';
import { unwrap } from '../syntax/nodes.js';
import { Budget, type Limits } from '../model/budget.js';
import { returnedValues } from './calls.js';
import { evaluate, valuesOfCast } from './expressions.js';
import type { Frame } from '../model/call-context.js';
import { elementsOf, memberOf } from './members.js';
import type { Unit } from '../syntax/source-module.js';
import { typeValues } from './declared-types.js';
import { isNothing, unknown, type Bound, type Path, type Step, type Value } from '../model/abstract-value.js';

/** Expressions nested deeper than this are unknown; keeps the stack small on hostile input. */
const MAX_DEPTH = 120;
/** Evaluations. Most questions take less than a hundred. */
const STEPS: Limits = { question: 10_000, file: 60_000, least: 50 };
/** Alternatives kept for one expression. */
const MAX_ALTERNATIVES = 24;

/** Finds the file of the project that an import means; `null` for packages and for what is not followed. */
export type ModuleResolver = (specifier: string, from: Unit) => Unit | null;

/** Reads members of object literals with regard to what happened to the object before the use. */
export interface History {
  memberValues(object: Node, path: readonly string[], frame: Frame): readonly Value[];
  /** Is a key there at a use? `undefined` where that is not known. */
  has(object: Node, key: string, frame: Frame): boolean | undefined;
}

/** What is known to reach an expression by other ways than following it back. */
export interface Reaching {
  hasAny(node: Node): boolean;
  /** @param frame the calls in which it is asked; what other calls hand over does not count there */
  at(node: Node, frame: Frame): readonly Value[];
  /** Does a value stand for something that others put into it: a global, a reference of a framework? */
  isHolder(value: Value): boolean;
}

interface Answer {
  readonly values: readonly Value[];
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

/** Why a value is unknown that was not looked at to the end. */
export const NOT_ANALYSED = 'the code takes more work than is done, so it is not analysed to the end';

/**
 * Answers, for one file and the modules it follows, where the value of an expression comes from. Every answer is a list
 * of alternatives and never empty: what is not known is an `unknown` with its reason.
 */
export class Tracker {
  /** Functions whose parameters were asked for without a call in view; whoever asked may bind their calls. */
  unbound = new Set<FunctionNode | ClassNode>();
  /** How often it had to give an answer that is not complete because of the work that it would take. */
  cuts = 0;
  readonly #memo = new WeakMap<Frame, Map<Node, Answer>>();
  /** Answers to further questions, by the node and what is asked about it. */
  readonly #further = new WeakMap<Frame, Map<string, Answer>>();
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

  /**
   * @param resolveModule follows imports to modules of the project
   * @param isKnown tells the packages about whose exports somebody will ask
   * @param history answers with what a variable or member holds at a use; without it, with all that it ever holds
   * @param limits how much work its questions may take
   * @param reaching tells what is known to reach an expression by other ways, for where following it back leads nowhere
   * @param literals the same of what literals make: some of what an expression may be where following it back leads nowhere
   */
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

  /** Whether more was asked about the file than is answered at length. */
  get isSpent(): boolean {
    return this.#budget.isSpent;
  }

  values(node: Node, frame: Frame): readonly Value[] {
    const values = this.#orReached(this.#values(unwrap(node), frame), unwrap(node), frame);
    if (values.every((value) => this.saysNothing(value))) return valuesOfCast(node, frame, this) ?? values;
    return values;
  }

  /** Where following a value back leads nowhere, what is known to reach it. */
  #orReached(values: readonly Value[], node: Node, frame: Frame): readonly Value[] {
    const { reaching, literals } = this;
    if (reaching?.hasAny(node) && values.every((value) => isNothing(value) || isLost(value, reaching)))
      return reaching.at(node, frame);
    const isPart = literals && values.some((value) => isLost(value, literals)) && literals.hasAny(node);
    return isPart ? [...values, ...literals.at(node, frame)] : values;
  }

  #values(node: Node, at: Frame): readonly Value[] {
    const frame = at.around(node);
    let memo = this.#memo.get(frame);
    if (!memo) this.#memo.set(frame, (memo = new Map<Node, Answer>()));
    const known = memo.get(node);
    if (known) return this.#again(known);
    const name = `${this.#id(frame)}:${this.#id(node)}`;
    return this.#answered(name, { memo, key: node }, node, () => evaluate(node, frame, this));
  }

  /**
   * A further question about what stands at a node: a member of it, its elements. It is answered once, counts as work
   * like any other, and the second time round it adds nothing.
   */
  ask(what: string, node: Node, frame: Frame, find: () => readonly Value[]): readonly Value[] {
    let memo = this.#further.get(frame);
    if (!memo) this.#further.set(frame, (memo = new Map<string, Answer>()));
    const key = `${this.#id(node)} ${what}`;
    const known = memo.get(key);
    if (known) return this.#again(known);
    return this.#answered(`${this.#id(frame)}:${key}`, { memo, key }, node, find);
  }

  #again(known: Answer): readonly Value[] {
    for (const fn of known.unbound) this.unbound.add(fn);
    this.#cycle = Math.min(this.#cycle, known.waitsFor);
    if (known.isCut) this.#cutOff();
    return known.values;
  }

  #answered<Key>(
    name: string,
    { memo, key }: Provisional<Key>,
    node: Node,
    find: () => readonly Value[],
  ): readonly Value[] {
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

  /** Is a declared type the better evidence: is the value unknown, or from a module that nobody knows? */
  saysNothing(value: Value): boolean {
    if (value.kind === 'path') return value.root.kind === 'module' && !this.isKnown(value.root.specifier);
    return value.kind === 'unknown';
  }

  /** Runs something and tells which functions' parameters it met unbound. */
  recording<T>(run: () => T): {
    readonly result: T;
    readonly unbound: ReadonlySet<FunctionNode | ClassNode>;
    /** `false` when it ran into a cycle that is not finished: there may be more to the result. */
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

  /** The same for a question on the side, of which whoever records here learns nothing. */
  aside<T>(run: () => T): { readonly result: T; readonly unbound: ReadonlySet<FunctionNode | ClassNode> } {
    const outer = this.unbound;
    this.unbound = new Set();
    try {
      return { result: run(), unbound: this.unbound };
    } finally {
      this.unbound = outer;
    }
  }

  /** Whatever is being evaluated has run into something that is not finished elsewhere: there may be more to it. */
  interrupted(): void {
    this.#cycle = -1;
  }

  /** Forgets what was learnt while something elsewhere was not finished; `false` in the middle of an evaluation. */
  settle(): boolean {
    if (this.#active.size > 0) return false;
    for (const entry of this.#incomplete.splice(0)) entry.memo.delete(entry.key);
    return true;
  }

  /** The values of something on which a decision depends; `isComplete` is `false` in a cycle, where more may come. */
  settled(node: Node, frame: Frame): { readonly result: readonly Value[]; readonly isComplete: boolean } {
    return this.recording(() => this.values(node, frame));
  }

  /** The member of a value, whatever kind of value it is. */
  member(object: Value, name: string, node: Node): readonly Value[] {
    return memberOf(object, name, node, this);
  }

  /** Any element of a list. */
  elements(list: readonly Value[], node: Node): readonly Value[] {
    return elementsOf(list, node, this);
  }

  /** What calling a value returns. */
  call(callee: Value, site: Node, args: readonly Node[], frame: Frame): readonly Value[] {
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

  /** A constant that can be a key, as a string. */
  constantKey(node: Node, frame: Frame): string | undefined {
    const [only, ...others] = this.constantKeys(node, frame);
    return others.length > 0 ? undefined : only;
  }

  /** The constants that a key may be, as strings; none when one of them is not known. */
  constantKeys(node: Node, frame: Frame): readonly string[] {
    const keys = this.values(node, frame).map((value) =>
      value.kind === 'constant' && (typeof value.value === 'string' || typeof value.value === 'number')
        ? String(value.value)
        : undefined,
    );
    return keys.every((key) => key !== undefined) ? keys : [];
  }

  #limit(values: readonly Value[], node: Node): readonly Value[] {
    if (values.length < 2) return values;
    const unique = new Map<string, Value>();
    for (const value of values) {
      const key = this.#identity(value);
      if (!unique.has(key)) unique.set(key, value);
    }
    const all = [...unique.values()];
    if (all.length <= MAX_ALTERNATIVES) return all;
    return [...all.slice(0, MAX_ALTERNATIVES), unknown('more alternatives than are followed', node)];
  }

  #identity(value: Value): string {
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
function isLost(value: Value, reaching: Reaching): boolean {
  return value.kind === 'unknown' || reaching.isHolder(value);
}

/** A path with one more operation. */
export function extend(path: Path, step: Step, node: Node): Path {
  return { kind: 'path', root: path.root, parent: path, step, node };
}

/** The arguments of a call with those that `bind` gave before them; `null` where they are read in different frames. */
export function withBound(
  { bound }: { readonly bound?: Bound },
  args: readonly Node[],
  frame: Frame,
): readonly Node[] | null {
  if (!bound) return args;
  return bound.args && bound.frame === frame ? [...bound.args, ...args] : null;
}

/** The frame inside a function for one call of it; `null` when calls are nested too deep. */
export function enter(
  callee: {
    readonly node: FunctionNode;
    readonly frame: Frame;
    readonly self?: Value;
    readonly bound?: Bound;
  },
  site: Node,
  args: readonly Node[],
  caller: Frame,
): Frame | null {
  const self = callee.self ? { self: callee.self } : {};
  const given = withBound(callee, args, caller);
  return given && callee.frame.bind({ fn: callee.node, args: given, caller, site, ...self });
}
