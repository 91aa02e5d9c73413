import type { TSESTree } from '@typescript-eslint/utils';

export type Node = TSESTree.Node;
export type FunctionNode =
  TSESTree.FunctionDeclaration | TSESTree.FunctionExpression | TSESTree.ArrowFunctionExpression;
export type ClassNode = TSESTree.ClassDeclaration | TSESTree.ClassExpression;
export type CallLike = TSESTree.CallExpression | TSESTree.NewExpression;

/**
 * The expression inside wrappers that do not change a value: `as`, `satisfies`, `!`, `<T>`, `?.` chains, parentheses
 * (some parsers keep them), `f<T>` instantiations, `await`.
 */
export function unwrap(node: Node): Node {
  let inner: Node = node;
  for (;;) {
    switch (inner.type as string) {
      case 'TSAsExpression':
      case 'TSSatisfiesExpression':
      case 'TSNonNullExpression':
      case 'TSTypeAssertion':
      case 'TSInstantiationExpression':
      case 'ChainExpression':
      case 'ParenthesizedExpression':
        inner = (inner as unknown as { expression: Node }).expression;
        break;
      case 'AwaitExpression':
        inner = (inner as TSESTree.AwaitExpression).argument;
        break;
      default:
        return inner;
    }
  }
}

/** The outermost wrapper around an expression: the inverse of `unwrap`, without `await`. */
export function outermost(node: Node): Node {
  let outer = node;
  for (;;) {
    const parent = outer.parent;
    if (!parent) return outer;
    switch (parent.type as string) {
      case 'TSAsExpression':
      case 'TSSatisfiesExpression':
      case 'TSNonNullExpression':
      case 'TSTypeAssertion':
      case 'TSInstantiationExpression':
      case 'ChainExpression':
      case 'ParenthesizedExpression':
        outer = parent;
        break;
      default:
        return outer;
    }
  }
}

export function isFunction(node: Node | null | undefined): node is FunctionNode {
  return (
    node?.type === 'FunctionDeclaration' ||
    node?.type === 'FunctionExpression' ||
    node?.type === 'ArrowFunctionExpression'
  );
}

export function isClass(node: Node | null | undefined): node is ClassNode {
  return node?.type === 'ClassDeclaration' || node?.type === 'ClassExpression';
}

/** `Object.assign(…)`, by its spelling. */
export function isObjectAssign(node: Node): node is TSESTree.CallExpression {
  if (node.type !== 'CallExpression' || node.callee.type !== 'MemberExpression') return false;
  const { object, property } = node.callee;
  return (
    object.type === 'Identifier' &&
    object.name === 'Object' &&
    property.type === 'Identifier' &&
    property.name === 'assign'
  );
}

/** The innermost function around a node, not the node itself; `null` at module level. */
export function enclosingFunction(node: Node): FunctionNode | null {
  for (let up = node.parent; up; up = up.parent) if (isFunction(up)) return up;
  return null;
}

/** The class or object literal that `this` means at a node; `null` where it cannot be told. */
export function thisHolder(node: Node): ClassNode | TSESTree.ObjectExpression | null {
  let from: Node = node;
  for (let up = node.parent; up; from = up, up = up.parent) {
    if (isClass(up)) return up.body === from ? up : null;
    if (up.type === 'FunctionDeclaration') return null;
    if (up.type === 'FunctionExpression') {
      const holder = up.parent;
      if (holder?.type === 'MethodDefinition') return holder.parent.parent;
      if (holder?.type === 'Property' && holder.value === up && holder.parent.type === 'ObjectExpression') {
        return holder.parent;
      }
      return null;
    }
  }
  return null;
}

/** `true` when the class member that holds a node is static, so that `this` is the class itself. */
export function isInStaticMember(node: Node): boolean {
  for (let up: Node | undefined = node; up; up = up.parent) {
    if (up.type === 'StaticBlock') return true;
    if (up.type === 'MethodDefinition' || up.type === 'PropertyDefinition') return up.static;
    if (isClass(up)) return false;
  }
  return false;
}

/** The position of a node, for comparing places in one file. */
export function start(node: Node): number {
  return node.range[0];
}

export function contains(outer: Node, inner: Node): boolean {
  return outer.range[0] <= inner.range[0] && inner.range[1] <= outer.range[1];
}

/** The root of the tree that a node is in. */
export function programOf(node: Node): Node {
  let at = node;
  while (at.parent) at = at.parent;
  return at;
}

export function isCallLike(node: Node | undefined): node is CallLike {
  return node?.type === 'CallExpression' || node?.type === 'NewExpression';
}

/** Is a key that is written out this one? */
export function isNamed(key: Node, name: string): boolean {
  return key.type === 'Identifier' ? key.name === name : key.type === 'Literal' && key.value === name;
}

/** `__proto__: base`, which sets the prototype; a computed or a short one is a key like any other. */
export function isPrototype(property: TSESTree.ObjectLiteralElement): property is TSESTree.Property {
  return (
    property.type === 'Property' &&
    !property.computed &&
    !property.shorthand &&
    isNamed(property.key, '__proto__')
  );
}

/** `{}` */
export function isEmptyObject(node: Node): boolean {
  return node.type === 'ObjectExpression' && node.properties.length === 0;
}

/** Whether an import brings in types only, which leave nothing behind. */
export function isTypeOnly({ importKind, specifiers }: TSESTree.ImportDeclaration): boolean {
  return (
    importKind === 'type' ||
    (specifiers.length > 0 &&
      specifiers.every((one) => one.type === 'ImportSpecifier' && one.importKind === 'type'))
  );
}
