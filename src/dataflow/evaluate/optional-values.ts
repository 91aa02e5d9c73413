import type { TSESTree } from '@typescript-eslint/utils';
import { isEmptyObject, isFunction, unwrap, type Node } from '../syntax/nodes.js';
import type { PatternStep } from '../syntax/destructuring.js';
import type { AbstractValue } from '../model/abstract-value.js';

/** Whether whoever calls a function may leave out a parameter, so that it is nothing then. */
export function isOptionalParameter(parameter: Node, steps: readonly PatternStep[]): boolean {
  if (steps.some((step) => step.kind === 'default')) {
    const [step, ...others] = steps;
    return step?.kind === 'default' && others.length === 0 && isEmptyObject(step.value);
  }
  if (steps.length > 0) return false;
  const name = parameter.type === 'TSParameterProperty' ? parameter.parameter : parameter;
  if (name.type === 'AssignmentPattern') return isEmptyObject(name.right);
  if (name.type !== 'Identifier' && name.type !== 'ObjectPattern') return false;
  return name.optional || isOptionalType(name.typeAnnotation?.typeAnnotation);
}

/** Whether a type has `undefined` or `null` among its values. */
export function isOptionalType(type: TSESTree.TypeNode | undefined): boolean {
  return (
    type?.type === 'TSUnionType' &&
    type.types.some((part) => part.type === 'TSUndefinedKeyword' || part.type === 'TSNullKeyword')
  );
}

/** The value, as one that may also be left out. */
export function asOptional(value: AbstractValue): AbstractValue {
  if (value.kind === 'unknown') return { ...value, isOptional: true };
  const isTyped = value.kind === 'path' && value.step?.kind === 'typed';
  return isTyped ? { ...value, step: { kind: 'typed', isOptional: true } } : value;
}

/** The value, as one that is surely given. */
export function asGiven(value: AbstractValue): AbstractValue {
  if (value.kind !== 'unknown' || !value.isOptional) return value;
  const { isOptional: _isOptional, ...given } = value;
  return given;
}

/** Whether a condition around the use of a variable, or one that ends the function before it, asks about the variable. */
export function isGuarded(use: Node): boolean {
  if (use.type !== 'Identifier') return false;
  for (let at: Node = use; at.parent && !isFunction(at); at = at.parent) {
    const up: Node = at.parent;
    const isBranch = (up.type === 'IfStatement' || up.type === 'ConditionalExpression') && up.test !== at;
    if (isBranch && asksAbout(up.test, use.name)) return true;
    if (up.type === 'LogicalExpression' && up.right === at && asksAbout(up.left, use.name)) return true;
    if (up.type !== 'BlockStatement') continue;
    const before = up.body.slice(0, up.body.indexOf(at as TSESTree.Statement));
    if (before.some((statement) => isExit(statement) && asksAbout(statement.test, use.name))) return true;
  }
  return false;
}

/** `if (…) throw …`, `if (…) { …; return; }`. */
function isExit(statement: Node): statement is TSESTree.IfStatement {
  if (statement.type !== 'IfStatement') return false;
  const { consequent } = statement;
  const last = consequent.type === 'BlockStatement' ? consequent.body.at(-1) : consequent;
  return last?.type === 'ThrowStatement' || last?.type === 'ReturnStatement';
}

function asksAbout(test: Node, name: string): boolean {
  const node = unwrap(test);
  switch (node.type) {
    case 'Identifier':
      return node.name === name;
    case 'UnaryExpression':
      return asksAbout(node.argument, name);
    case 'BinaryExpression':
    case 'LogicalExpression':
      return asksAbout(node.left, name) || asksAbout(node.right, name);
    case 'CallExpression':
      return node.arguments.some((argument) => asksAbout(argument, name));
    default:
      return false;
  }
}
