import type { TSESTree } from '@typescript-eslint/utils';

/** What travels. */
export const kinds = ['client', 'body', 'address', 'flag', 'tool', 'method'] as const;
export type Kind = (typeof kinds)[number];

/** Kinds that are no primitive values. */
export const objects: readonly Kind[] = ['client', 'body', 'tool', 'method'];
/** Kinds whose absence keeps nothing: a request without a body or without `store` is stored. */
export const optional: readonly Kind[] = ['client', 'address', 'tool', 'method'];
/** Kinds that survive being written as JSON. */
export const data: readonly Kind[] = ['body', 'address', 'flag', 'tool'];

/**
 * A program in which a value travels from where it is made to where it is used. `VALUE` stands for the expression that makes
 * the value, `USE(expression)` for the expression that uses it.
 */
export interface Way {
  readonly name: string;
  /** The text of `main.ts`, or of all files by their names. */
  readonly code: string | Readonly<Record<string, string>>;
  /** The file that `code` is the text of, where it is not `main.ts`. */
  readonly file?: string;
  /** The kinds of values that can go this way; all of them if left out. */
  readonly kinds?: readonly Kind[];
  /** The node types that the value goes through; the program is the example of them. */
  readonly nodes?: readonly `${TSESTree.AST_NODE_TYPES}`[];
  /** An expression over `main`, the exports of the program, that starts what a caller or a framework would start. */
  readonly run?: string;
  /** Why the program cannot be run by the test. */
  readonly notRun?: string;
}

/** A group of ways. */
export type Ways = readonly Way[];
