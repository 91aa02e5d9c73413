import { unwrap, type Node } from '../dataflow/syntax/nodes.js';
import type { SourceModule } from '../dataflow/syntax/source-module.js';

/** The module and the name of it that an imported name stands for; `null` for names that are not imported. */
export function importBinding(
  name: Node,
  unit: SourceModule,
): { readonly source: string; readonly name: string } | null {
  const at = unit.variable(name)?.defs[0]?.node as Node | undefined;
  const declaration = at?.parent;
  if (declaration?.type !== 'ImportDeclaration') return null;
  const source = declaration.source.value;
  if (at?.type !== 'ImportSpecifier') return { source, name: 'default' };
  return { source, name: at.imported.type === 'Identifier' ? at.imported.name : at.imported.value };
}

/** What the initial value of a variable starts with: `express` in `const app = express().use(…)`. */
export function startOfInitial(name: Node, unit: SourceModule): Node | null {
  const at = unit.variable(name)?.defs[0]?.node as Node | undefined;
  return at?.type === 'VariableDeclarator' && at.init ? startOf(at.init) : null;
}

/** `a` in `a.b(…).c`. */
export function startOf(expression: Node): Node {
  let start = unwrap(expression);
  while (
    start.type === 'MemberExpression' ||
    start.type === 'CallExpression' ||
    start.type === 'NewExpression'
  )
    start = unwrap(start.type === 'MemberExpression' ? start.object : start.callee);
  return start;
}
