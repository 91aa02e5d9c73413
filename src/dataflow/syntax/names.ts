import type { TSESTree } from '@typescript-eslint/utils';
import type { CallContext } from '../model/abstract-value.js';
import { unwrap, type Node } from './nodes.js';

/** The last name of a callee: `useMemo`, also in `React.useMemo`. */
export function calledName(callee: Node): string | undefined {
  if (callee.type === 'Identifier') return callee.name;
  if (callee.type !== 'MemberExpression' || callee.computed) return undefined;
  return callee.property.type === 'Identifier' ? callee.property.name : undefined;
}

/** `Object.assign` as a name, when `Object` is the global one. */
export function globalName(callee: Node, frame: CallContext): string | undefined {
  if (callee.type === 'Identifier') return frame.unit.variable(callee) ? undefined : callee.name;
  if (callee.type !== 'MemberExpression' || callee.computed) return undefined;
  const object = unwrap(callee.object);
  if (object.type !== 'Identifier' || frame.unit.variable(object)) return undefined;
  return callee.property.type === 'Identifier' ? `${object.name}.${callee.property.name}` : undefined;
}

/** The type written on a parameter, a variable or a pattern. */
export function annotationOf(name: Node): TSESTree.TypeNode | undefined {
  let at = name;
  if (at.type === 'TSParameterProperty') at = at.parameter;
  if (at.type === 'AssignmentPattern') at = at.left;
  return (at as { typeAnnotation?: TSESTree.TSTypeAnnotation }).typeAnnotation?.typeAnnotation;
}
