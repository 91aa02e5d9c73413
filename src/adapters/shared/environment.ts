import type { TSESTree } from '@typescript-eslint/utils';
import type { EnvironmentWrite } from '../../facts/facts.js';
import { unwrap, type Node } from '../../dataflow/syntax/nodes.js';
import type { SourceModule } from '../../dataflow/syntax/source-module.js';
import { constantText } from './headers.js';

/** The assignments to environment variables of a file. */
export function environmentWritesIn(unit: SourceModule): EnvironmentWrite[] {
  const found: EnvironmentWrite[] = [];
  for (const [name, writes] of unit.memberWrites) {
    for (const { object, assignment, value } of writes) {
      if (!isEnvironment(object)) continue;
      const { property: node } = assignment.left as TSESTree.MemberExpression;
      found.push({ name, node, value: constantText(value) });
    }
  }
  return found;
}

/** `process.env`, `import.meta.env`, `Deno.env` has a method instead. */
function isEnvironment(node: Node): boolean {
  const object = unwrap(node);
  if (object.type !== 'MemberExpression' || object.property.type !== 'Identifier') return false;
  if (object.property.name !== 'env') return false;
  const holder = unwrap(object.object);
  return (holder.type === 'Identifier' && holder.name === 'process') || holder.type === 'MetaProperty';
}
