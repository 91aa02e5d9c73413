import type { parser } from '@lezer/python';
import type { TSESTree } from '@typescript-eslint/utils';
import type { Expression, Range, Statement } from './nodes.js';

export type Tree = ReturnType<(typeof parser)['parse']>;

/** A node of the parser's concrete tree. */
export type SyntaxNode = Tree['topNode'];

/** What is known of the function or class around what is lowered. */
export interface Surroundings {
  /** The name of the first parameter of the method around: `self`, `cls`. */
  readonly self: string | null;
  /** Names that the function says are bound further out: `global x`, `nonlocal x`. */
  readonly outer: ReadonlySet<string>;
  /** Inside of a function or method. */
  readonly isInFunction: boolean;
  /** What it yields is what its caller gets: `@contextmanager`, a fixture of a test. */
  readonly yieldsResult: boolean;
}

/** The functions that lower the parts of a file know each other through this. */
export interface Lowering {
  readonly text: string;
  readonly around: Surroundings;
  /** Names that an expression binds in the function around it: `(x := f())`. They are declared at its start. */
  readonly bound: Set<string>;
  /** Names of the file that stand for an argument that is not given. */
  readonly notGiven: Set<string>;
  expression(node: SyntaxNode): Expression;
  /** Several expressions are a tuple. */
  expressions(nodes: readonly SyntaxNode[], range: Range): Expression;
  statements(nodes: readonly SyntaxNode[]): Statement[];
  /** What is assigned to. */
  target(nodes: readonly SyntaxNode[]): TSESTree.Node;
  call(callee: Expression, list: SyntaxNode, range: Range): Expression;
  definition(node: SyntaxNode, decorators: readonly SyntaxNode[]): Statement[];
  /** The parameters of a function or lambda. */
  parameters(list: SyntaxNode | undefined, skipsFirst: boolean): readonly TSESTree.Parameter[];
  annotation(node: SyntaxNode | undefined): TSESTree.TSTypeAnnotation | undefined;
  /** Lowers something inside other surroundings; names that its expressions bind are declared there. */
  inside(around: Surroundings, lower: () => readonly Statement[]): Statement[];
}

const PUNCTUATION = new Set(['(', ')', '[', ']', '{', '}', ',', ':', '⚠']);

/** The children of a node without its comments. */
export function childrenOf(node: SyntaxNode): SyntaxNode[] {
  const children: SyntaxNode[] = [];
  for (let child = node.firstChild; child; child = child.nextSibling) {
    if (child.name !== 'Comment') children.push(child);
  }
  return children;
}

export function isPunctuation(node: SyntaxNode): boolean {
  return PUNCTUATION.has(node.name);
}

const EXPRESSION =
  /Expression$|^(?:VariableName|String|FormatString|ContinuedString|Number|Boolean|None|Ellipsis)$/;

export function isExpression(node: SyntaxNode): boolean {
  return EXPRESSION.test(node.name);
}

export function rangeOf(first: { readonly from: number }, last: { readonly to: number }): Range {
  return [first.from, last.to];
}

/** The runs of nodes between separators. */
export function splitAt(
  nodes: readonly SyntaxNode[],
  isSeparator: (node: SyntaxNode) => boolean,
): SyntaxNode[][] {
  const runs: SyntaxNode[][] = [[]];
  for (const node of nodes) {
    if (isSeparator(node)) runs.push([]);
    else runs.at(-1)!.push(node);
  }
  return runs;
}

export function isComma(node: SyntaxNode): boolean {
  return node.name === ',';
}

export function textOf(node: SyntaxNode, { text }: Pick<Lowering, 'text'>): string {
  return text.slice(node.from, node.to);
}
