import type { Node } from '../../dataflow/syntax/nodes.js';

interface Declaration {
  readonly name?: { readonly text?: string };
  readonly parent?: { readonly name?: { readonly text?: string } };
  getSourceFile(): { readonly fileName: string };
}
interface TypeChecker {
  getResolvedSignature(call: unknown): { readonly declaration?: Declaration } | undefined;
}

/** The little of TypeScript's program that is asked; nothing here imports `typescript`. */
export interface TypeServices {
  readonly program: { getTypeChecker(): TypeChecker } | null;
  readonly esTreeNodeToTSNodeMap: { get(node: Node): unknown };
}
