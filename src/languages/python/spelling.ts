/** How edits and messages, which are made in JavaScript's spelling, read in Python. */
import type { TSESTree } from '@typescript-eslint/utils';
import { visitorKeys } from '@typescript-eslint/visitor-keys';
import { isKeywords } from '../../dataflow/syntax/keywords.js';
import { pythonName } from './dialect.js';

const CONSTANTS: Readonly<Record<string, string>> = {
  true: 'True',
  false: 'False',
  null: 'None',
  undefined: 'None',
};

/**
 * The text of an edit: `store: false` is `store=False` among the arguments of a call, `"store": False` in a dictionary.
 *
 * @param offset where the text is put
 */
export function spellEdit(text: string, offset: number, program: TSESTree.Program): string {
  const isArgument = isKeywords(objectAround(program, offset));
  let depth = 0;
  return text.replace(
    /[{}]|(['"])(?:\\.|(?!\1).)*\1|\b([A-Za-z_]\w*)(: )?/g,
    (whole, quote: string | undefined, name: string | undefined, colon: string | undefined) => {
      if (whole === '{') depth++;
      if (whole === '}') depth--;
      if (quote !== undefined || name === undefined) return whole;
      if (colon === undefined) return CONSTANTS[name] ?? name;
      return isArgument && depth === 0 ? `${name}=` : `"${name}": `;
    },
  );
}

/** Code in a message: `store: false` is `store=False`, `vectorStores.create` is `vector_stores.create`. */
export function spellMessage(text: string): string {
  return text
    .replaceAll(
      /\b([A-Za-z_]\w*): (true|false|null)\b/g,
      (_, name: string, value: string) => `${name}=${CONSTANTS[value]!}`,
    )
    .replaceAll(/(?<![\w/{])[a-z]+(?:[A-Z][a-z\d]*)+\b(?!\}\})/g, (name) => pythonName(name));
}

/** The innermost object of a tree around an offset. */
function objectAround(program: TSESTree.Program, offset: number): TSESTree.Node | undefined {
  let innermost: TSESTree.Node | undefined;
  const stack: TSESTree.Node[] = [program];
  while (stack.length > 0) {
    const node = stack.pop()!;
    const isAround = node.range[0] <= offset && offset <= node.range[1];
    // Imports and declared names stand at the start of the program, wherever they are written.
    if (!isAround && node !== program) continue;
    const isInner = !innermost || node.range[1] - node.range[0] <= innermost.range[1] - innermost.range[0];
    if (node.type === 'ObjectExpression' && isInner) innermost = node;
    for (const key of visitorKeys[node.type] ?? []) {
      const child = (node as unknown as Record<string, TSESTree.Node | TSESTree.Node[] | null>)[key];
      if (Array.isArray(child)) stack.push(...child.filter((one) => one !== null));
      else if (child) stack.push(child);
    }
  }
  return innermost;
}
