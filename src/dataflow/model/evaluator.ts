import type { Variable } from '@typescript-eslint/scope-manager';
import type { ClassNode, FunctionNode, Node } from '../syntax/nodes.js';
import type { SourceModule } from '../syntax/source-module.js';
import type { CallContext, AbstractValue } from './abstract-value.js';
import type { Limits } from './budget.js';

/** Finds the file of the project that an import means; `null` for packages and for what is not followed. */
export type ModuleResolver = (specifier: string, from: SourceModule) => SourceModule | null;

/** Reads members of object literals with regard to what happened to the object before the use. */
export interface History {
  memberValues(object: Node, path: readonly string[], frame: CallContext): readonly AbstractValue[];
  /** Whether a key is there at a use; `undefined` where that is not known. */
  has(object: Node, key: string, frame: CallContext): boolean | undefined;
}

/** What is known to reach an expression by other ways than following it back. */
export interface Reaching {
  hasAny(node: Node): boolean;
  /** @param frame the calls in which it is asked; what other calls pass in does not count there */
  at(node: Node, frame: CallContext): readonly AbstractValue[];
  /** Whether a value stands for something that others put into it: a global, a reference of a framework. */
  isHolder(value: AbstractValue): boolean;
}

/** Why a value is unknown that was not looked at to the end. */
export const NOT_ANALYSED = 'the code takes more work than is done, so it is not analysed to the end';

/**
 * Answers, for one file and the modules it follows, where the value of an expression comes from. Every answer is a list
 * of alternatives and never empty: what is not known is an `unknown` with its reason.
 *
 * The functions in `evaluate/` and `objects/` know each other through this interface only.
 */
export interface Evaluator {
  readonly resolveModule: ModuleResolver;
  /** Tells the packages about whose exports somebody will ask. */
  readonly isKnown: (specifier: string) => boolean;
  /** Answers with what a variable or member holds at a use; without it, with all that it ever holds. */
  readonly history: History | null;
  /** What is known to reach an expression by other ways, for where following it back leads nowhere. */
  readonly reaching: Reaching | null;
  /** The same of what literals make: some of what an expression may be. */
  readonly literals: Reaching | null;
  readonly limits: Limits;
  /** Functions whose parameters were asked for without a call in view; whoever asked may bind their calls. */
  readonly unbound: Set<FunctionNode | ClassNode>;
  /** How often an answer is not complete because of the work that it would take. */
  readonly cuts: number;
  /** Whether more was asked about the file than is answered at length. */
  readonly isSpent: boolean;

  /** The values of an expression. */
  values(node: Node, frame: CallContext): readonly AbstractValue[];
  /** The values of something on which a decision depends; `isComplete` is `false` in a cycle, where more may come. */
  settled(
    node: Node,
    frame: CallContext,
  ): { readonly result: readonly AbstractValue[]; readonly isComplete: boolean };
  /**
   * A further question about what stands at a node: a member of it, its elements. It is answered once, counts as work
   * like any other, and the second time round it adds nothing.
   */
  ask(
    what: string,
    node: Node,
    frame: CallContext,
    find: () => readonly AbstractValue[],
  ): readonly AbstractValue[];
  /** The member of a value, whatever kind of value it is. */
  member(object: AbstractValue, name: string, node: Node): readonly AbstractValue[];
  /** Any element of a list. */
  elements(list: readonly AbstractValue[], node: Node): readonly AbstractValue[];
  /** What calling a value returns. */
  call(
    callee: AbstractValue,
    site: Node,
    args: readonly Node[],
    frame: CallContext,
  ): readonly AbstractValue[];
  /** What a function returns inside one call of it. */
  returned(fn: FunctionNode, frame: CallContext, node: Node): readonly AbstractValue[];
  /** What a variable holds. */
  variable(variable: Variable, frame: CallContext, node: Node): readonly AbstractValue[];
  /** The values of a declared type, read in the module that declares it. */
  declared(declaration: Node, frame: CallContext): readonly AbstractValue[];
  /** A constant that can be a key, as a string. */
  constantKey(node: Node, frame: CallContext): string | undefined;
  /** The constants that a key may be, as strings; none when one of them is not known. */
  constantKeys(node: Node, frame: CallContext): readonly string[];
  /** Whether a declared type is the better evidence: the value is unknown, or from a module that nobody knows. */
  saysNothing(value: AbstractValue): boolean;

  /** Runs something and tells which functions' parameters it met unbound. */
  recording<T>(run: () => T): {
    readonly result: T;
    readonly unbound: ReadonlySet<FunctionNode | ClassNode>;
    /** `false` when it ran into a cycle that is not finished: there may be more to the result. */
    readonly isComplete: boolean;
  };
  /** The same for a question on the side, of which whoever records here learns nothing. */
  aside<T>(run: () => T): { readonly result: T; readonly unbound: ReadonlySet<FunctionNode | ClassNode> };
  /** Marks what is being evaluated as incomplete: something that is not finished elsewhere may add to it. */
  interrupted(): void;
  /** Forgets what was learnt while something elsewhere was not finished; `false` in the middle of an evaluation. */
  settle(): boolean;
  /** A number that stands for an object, the same each time. */
  idOf(object: object): number;
}
