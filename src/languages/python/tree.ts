import type { TSESTree } from '@typescript-eslint/utils';

/** Whether a tree was lowered from Python. */
export function isPythonTree(program: TSESTree.Node): boolean {
  return (program as { readonly language?: string }).language === 'python';
}
