import type { TSESTree } from '@typescript-eslint/utils';
import { contains, type ClassNode, type FunctionNode, type Node } from '../syntax/nodes.js';
import { argumentsInOrder } from '../syntax/keywords.js';
import type { SourceModule } from '../syntax/source-module.js';

/**
 * One operation on a value that came from outside the file. `new` and `call` keep the arguments and the frame to read
 * them in; `typed` stands for "an instance of this type, made somewhere out of view".
 */
export type AccessStep =
  | { readonly kind: 'member'; readonly name: string }
  | {
      readonly kind: 'call' | 'new';
      readonly site: Node;
      readonly args: readonly Node[];
      readonly frame: CallContext;
    }
  | { readonly kind: 'typed'; readonly isOptional?: true }
  | { readonly kind: 'element' };

/** Where an access path starts. */
export type AccessRoot =
  | { readonly kind: 'module'; readonly specifier: string }
  | { readonly kind: 'global'; readonly name: string };

/** Arguments that `bind` gave, which stand before those of the call. */
export interface Bound {
  /** `null` where they cannot be told apart: `bind(...list)`. */
  readonly args: readonly Node[] | null;
  readonly frame: CallContext;
}

/** A value that came from outside: the root and the operations applied to it since, as a list from the end. */
export interface AccessPath {
  readonly kind: 'path';
  readonly root: AccessRoot;
  readonly parent: AccessPath | null;
  readonly step: AccessStep | null;
  /** The expression that applied the last step. */
  readonly node: Node;
  readonly bound?: Bound;
}

export interface ObjectValue {
  readonly kind: 'object';
  readonly node: TSESTree.ObjectExpression;
  readonly frame: CallContext;
  /** The call that made of the literal what it is, where the literal alone is not enough: `Object.assign`. */
  readonly made?: { readonly node: Node; readonly frame: CallContext };
  /** The way from the literal is not known step by step, so it may hold other keys than those that are written. */
  readonly mayBeChanged?: boolean;
}

export interface ArrayValue {
  readonly kind: 'array';
  readonly node: TSESTree.ArrayExpression;
  readonly frame: CallContext;
}

export interface FunctionValue {
  readonly kind: 'function';
  readonly node: FunctionNode;
  readonly frame: CallContext;
  /** What `this` is inside, when it was read off an object. */
  readonly self?: AbstractValue;
  readonly bound?: Bound;
}

export interface ClassValue {
  readonly kind: 'class';
  readonly node: ClassNode;
  readonly frame: CallContext;
}

export interface InstanceValue {
  readonly kind: 'instance';
  readonly node: ClassNode;
  /** Binds the constructor when the `new` is in view. */
  readonly frame: CallContext;
}

/** A value of which only the type is in view: an interface, a type literal, a list, a function. */
export interface TypedValue {
  readonly kind: 'typed';
  readonly members: readonly TSESTree.TypeElement[];
  /** The type of any element or of any member that is not named: of `T[]`, `Map<K, T>`, `Record<K, T>`. */
  readonly element?: TSESTree.TypeNode | undefined;
  /** The type of what a call gives back. */
  readonly result?: TSESTree.TypeNode | undefined;
  readonly frame: CallContext;
  readonly node: Node;
}

export interface ConstantValue {
  readonly kind: 'constant';
  readonly value: string | number | boolean | bigint | null | undefined;
  readonly node: Node;
}

/** A string of which parts are not known; `HOLE` stands for each unknown part. */
export interface TextValue {
  readonly kind: 'text';
  readonly text: string;
  /** What stands in each hole, in their order, where it is a value of its own: `process.env.OPENAI_BASE_URL`. */
  readonly holes: readonly (AccessPath | null)[];
  readonly node: Node;
}

/** The namespace of another module of the project. */
export interface ModuleValue {
  readonly kind: 'module';
  readonly frame: CallContext;
  readonly node: Node;
}

/** A result of operations on unknowns; `reason` is for people. */
export interface UnknownValue {
  readonly kind: 'unknown';
  readonly reason: string;
  readonly node: Node;
  /** What it is in any case, where that much is known. */
  readonly is?: Primitive;
  /** Whoever passes it may also leave it out: `url?: string`. */
  readonly isOptional?: true;
}

/** What is no object, function or class: no client, no model of a library's, no callback. */
export type Primitive = 'text' | 'primitive';

/** An enum of TypeScript's. */
export interface EnumValue {
  readonly kind: 'enum';
  readonly node: TSESTree.TSEnumDeclaration;
  /** More than one where declarations of the same name are merged. */
  readonly declarations: readonly TSESTree.TSEnumDeclaration[];
  readonly frame: CallContext;
}

export type AbstractValue =
  | AccessPath
  | ObjectValue
  | ArrayValue
  | FunctionValue
  | ClassValue
  | InstanceValue
  | TypedValue
  | ConstantValue
  | EnumValue
  | TextValue
  | ModuleValue
  | UnknownValue;

/** Stands for an unknown part in a `TextValue`; cannot occur in source that means a URL. */
export const HOLE = '\u0000';

export function unknown(reason: string, node: Node): UnknownValue {
  return { kind: 'unknown', reason, node };
}

/** `undefined` and `null`: the start of a lazily filled variable, no value of interest. */
export function isNothing(value: AbstractValue): boolean {
  return value.kind === 'constant' && (value.value === undefined || value.value === null);
}

/** What a function's parameters stand for, because one call of it is in view. */
export interface Binding {
  /** The function; the class itself when it has no constructor of its own. */
  readonly fn: FunctionNode | ClassNode;
  readonly args: readonly Node[];
  /** Frame in which the arguments are read. */
  readonly caller: CallContext;
  readonly site: Node;
  /** What `this` is inside. */
  readonly self?: AbstractValue;
  /** It counts in other methods of the class, too: what one of them keeps, `this.item = item`, another one uses. */
  readonly isAssumed?: true;
}

/** One call hands over different arguments where `bind` gave some of them. */
function isSameList(one: readonly Node[], other: readonly Node[]): boolean {
  return one === other || (one.length === other.length && one.every((node, i) => node === other[i]));
}

/** The same object, function or class; values are made anew each time that a cycle is gone round. */
function isSameSelf(one: AbstractValue | undefined, other: AbstractValue | undefined): boolean {
  if (one === other || !one || !other) return one === other;
  if (one.kind === 'path' || one.kind !== other.kind || one.node !== other.node) return false;
  return 'frame' in one && 'frame' in other && one.frame === other.frame;
}

/** Functions inside functions are bound this deep; what depends on the others is unknown. */
const MAX_NESTED = 6;

/** Calls inside calls that are bound; what depends on the others is unknown. */
const MAX_CALLS = 16;

/** How often a function is entered from inside itself: once more tells what a recursion makes of what it is given. */
const MAX_RECURSION = 2;

/**
 * The circumstances in which an expression is read: its file, and the calls through which it was reached. The same
 * function read for two callers has two frames, so the client of one never meets the body of the other.
 */
export class CallContext {
  readonly #children = new Map<Node, Map<CallContext, CallContext[]>>();
  /** How many calls led here. */
  readonly #calls: number;
  /** The code that sees the binding: the function; for what `new` makes and what methods keep the whole class. */
  readonly #scope: Node | null;

  constructor(
    readonly unit: SourceModule,
    readonly binding: Binding | null = null,
    readonly outer: CallContext | null = null,
    readonly depth = 0,
  ) {
    this.#calls = binding ? binding.caller.#calls + 1 : 0;
    this.#scope = binding && (classSeeing(binding) ?? binding.fn);
  }

  /** The frame for the inside of a function at one call: the same object for the same call; `null` past a limit. */
  bind(given: Binding): CallContext | null {
    const args = argumentsInOrder(given.fn, given.args, given.site);
    const binding = args === given.args ? given : { ...given, args };
    const ofSite = this.#children.get(binding.site) ?? new Map<CallContext, CallContext[]>();
    const siblings = ofSite.get(binding.caller) ?? [];
    const known = siblings.find(
      ({ binding: other }) =>
        other!.fn === binding.fn &&
        other!.isAssumed === binding.isAssumed &&
        isSameSelf(other!.self, binding.self) &&
        isSameList(other!.args, binding.args),
    );
    if (known) return known;
    if (this.depth >= MAX_NESTED || binding.caller.#calls >= MAX_CALLS || isRecursion(binding)) return null;
    const frame = new CallContext(this.unit, binding, this, this.depth + 1);
    siblings.push(frame);
    ofSite.set(binding.caller, siblings);
    this.#children.set(binding.site, ofSite);
    return frame;
  }

  /**
   * The frame in which a node means the same as in this one: without the calls of functions that are not around it. What
   * stands outside of a function is the same for all its calls.
   */
  around(node: Node): CallContext {
    let frame: CallContext = this;
    while (frame.#scope && (frame.#scope === node || !contains(frame.#scope, node))) {
      frame = frame.outer!;
    }
    return frame;
  }

  /** The binding of a function's parameters, if one of its calls is in view. */
  bindingOf(fn: FunctionNode | ClassNode): Binding | null {
    for (let frame: CallContext | null = this; frame; frame = frame.outer) {
      if (frame.binding?.fn === fn) return frame.binding;
    }
    return null;
  }
}

/** The class in all of which a binding counts. */
function classSeeing({ fn, isAssumed }: Binding): Node | null {
  const member = fn.parent;
  const isSeen = member?.type === 'MethodDefinition' && (isAssumed || member.kind === 'constructor');
  return isSeen ? member.parent.parent : null;
}

/** Whether a call enters a function that is under way often enough. */
function isRecursion({ fn, caller }: Binding): boolean {
  let count = 0;
  for (let at: CallContext | undefined = caller; at; at = at.binding?.caller)
    if (at.binding?.fn === fn && ++count >= MAX_RECURSION) return true;
  return false;
}
