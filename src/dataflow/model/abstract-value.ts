import type { TSESTree } from '@typescript-eslint/utils';
import type { ClassNode, FunctionNode, Node } from '../syntax/nodes.js';
import type { Frame } from './call-context.js';

/**
 * One operation on a value that came from outside the file. `new` and `call` keep the arguments and the frame to read
 * them in; `typed` stands for "an instance of this type, made somewhere out of view".
 */
export type Step =
  | { readonly kind: 'member'; readonly name: string }
  | {
      readonly kind: 'call' | 'new';
      readonly site: Node;
      readonly args: readonly Node[];
      readonly frame: Frame;
    }
  | { readonly kind: 'typed'; readonly isOptional?: true }
  | { readonly kind: 'element' };

/** Where an access path starts. */
export type Root =
  | { readonly kind: 'module'; readonly specifier: string }
  | { readonly kind: 'global'; readonly name: string };

/** Arguments that `bind` gave, which stand before those of the call. */
export interface Bound {
  /** `null` where they cannot be told apart: `bind(...list)`. */
  readonly args: readonly Node[] | null;
  readonly frame: Frame;
}

/** A value that came from outside: the root and the operations applied to it since, as a list from the end. */
export interface Path {
  readonly kind: 'path';
  readonly root: Root;
  readonly parent: Path | null;
  readonly step: Step | null;
  /** The expression that applied the last step. */
  readonly node: Node;
  readonly bound?: Bound;
}

export interface ObjectValue {
  readonly kind: 'object';
  readonly node: TSESTree.ObjectExpression;
  readonly frame: Frame;
  /** The call that made of the literal what it is, where the literal alone is not enough: `Object.assign`. */
  readonly made?: { readonly node: Node; readonly frame: Frame };
  /** The way from the literal is not known step by step, so it may hold other keys than those that are written. */
  readonly mayBeChanged?: boolean;
}

export interface ArrayValue {
  readonly kind: 'array';
  readonly node: TSESTree.ArrayExpression;
  readonly frame: Frame;
}

export interface FunctionValue {
  readonly kind: 'function';
  readonly node: FunctionNode;
  readonly frame: Frame;
  /** What `this` is inside, when it was read off an object. */
  readonly self?: Value;
  readonly bound?: Bound;
}

export interface ClassValue {
  readonly kind: 'class';
  readonly node: ClassNode;
  readonly frame: Frame;
}

export interface InstanceValue {
  readonly kind: 'instance';
  readonly node: ClassNode;
  /** Binds the constructor when the `new` is in view. */
  readonly frame: Frame;
}

/** A value of which only the type is in view: an interface, a type literal, a list, a function. */
export interface TypedValue {
  readonly kind: 'typed';
  readonly members: readonly TSESTree.TypeElement[];
  /** The type of any element or of any member that is not named: of `T[]`, `Map<K, T>`, `Record<K, T>`. */
  readonly element?: TSESTree.TypeNode | undefined;
  /** The type of what a call gives back. */
  readonly result?: TSESTree.TypeNode | undefined;
  readonly frame: Frame;
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
  readonly holes: readonly (Path | null)[];
  readonly node: Node;
}

/** The namespace of another module of the project. */
export interface ModuleValue {
  readonly kind: 'module';
  readonly frame: Frame;
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
  readonly frame: Frame;
}

export type Value =
  | Path
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
export function isNothing(value: Value): boolean {
  return value.kind === 'constant' && (value.value === undefined || value.value === null);
}

/** Member names from the root to the end of a path, calls and instances left out: `['env', 'OPENAI_BASE_URL']`. */
export function memberNames(path: Path): string[] {
  const names: string[] = [];
  for (let at: Path | null = path; at; at = at.parent) {
    if (at.step?.kind === 'member') names.unshift(at.step.name);
  }
  return names;
}

/** A module of the project itself, by its spelling: relative, or by one of the usual aliases. */
export function isLocalSpecifier(specifier: string): boolean {
  return /^(?:\.|\/|@\/|~|#|src\/)/.test(specifier);
}
