import type { TSESTree } from '@typescript-eslint/utils';
import { visitorKeys } from '@typescript-eslint/visitor-keys';

/** How deep a tree nests. Does not recurse, so that it answers for every tree. */
export function depthOf(ast: TSESTree.Program): number {
  let deepest = 0;
  const stack: { readonly node: TSESTree.Node; readonly depth: number }[] = [{ node: ast, depth: 1 }];
  while (stack.length > 0) {
    const { node, depth } = stack.pop()!;
    deepest = Math.max(deepest, depth);
    for (const key of visitorKeys[node.type] ?? []) {
      const child = (node as unknown as Record<string, unknown>)[key];
      for (const one of Array.isArray(child) ? child : [child])
        if (one) stack.push({ node: one as TSESTree.Node, depth: depth + 1 });
    }
  }
  return deepest;
}
