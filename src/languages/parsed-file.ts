/** A file that was parsed, in the form that the analysis reads: ESTree as typescript-eslint has it, with scopes. */
import type { ScopeManager } from '@typescript-eslint/scope-manager';
import type { TSESTree } from '@typescript-eslint/utils';
import { visitorKeys, type VisitorKeys } from '@typescript-eslint/visitor-keys';

export interface ParsedFile {
  ok: true;
  /** The tree as typescript-eslint has it, with `range`, `loc` and `parent`, but without tokens. */
  ast: TSESTree.Program;
  /** Always a module scope below the global one, also for a script or CommonJS: every file's names are its own. */
  scopeManager: ScopeManager;
  visitorKeys: VisitorKeys;
  /** In source order; a hashbang line is not one of them. */
  comments: TSESTree.Comment[];
}
export interface ParseFailure {
  ok: false;
  message: string;
  /** 1-based; `column` counts UTF-16 units. */
  line: number;
  column: number;
}
/** Gives every node `loc` and `parent`, which the parser leaves out. */
export function completeTree(ast: TSESTree.Program, lines: number[]): void {
  const pending: TSESTree.Node[] = [ast];
  for (let node = pending.pop(); node; node = pending.pop()) {
    node.loc = { start: positionAt(lines, node.range[0]), end: positionAt(lines, node.range[1]) };
    for (const key of visitorKeys[node.type] ?? []) {
      const value = (node as unknown as Record<string, unknown>)[key];
      if (Array.isArray(value)) for (const child of value) adopt(child as TSESTree.Node | null, node);
      else adopt(value as TSESTree.Node | null | undefined, node);
    }
  }
  function adopt(child: TSESTree.Node | null | undefined, parent: TSESTree.Node): void {
    if (!child) return;
    child.parent = parent as never;
    pending.push(child);
  }
}
/** The offset at which each line begins; ECMAScript has more line terminators than `\n`. */
export function lineStarts(text: string): number[] {
  const starts = [0];
  for (const match of text.matchAll(/\r\n|[\n\r\u2028\u2029]/g)) starts.push(match.index + match[0].length);
  return starts;
}
/** Line (1-based) and column (0-based) of an offset. */

export function positionAt(lines: number[], offset: number): TSESTree.Position {
  let low = 0;
  let high = lines.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (lines[middle]! <= offset) low = middle;
    else high = middle - 1;
  }
  return { line: low + 1, column: offset - lines[low]! };
}
