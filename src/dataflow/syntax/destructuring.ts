import type { Node } from './nodes.js';

/** One step from a destructured value to a name inside the pattern. */
export type PatternStep =
  | { readonly kind: 'member'; readonly name: string }
  | { readonly kind: 'computed'; readonly key: Node }
  | { readonly kind: 'default'; readonly value: Node }
  | { readonly kind: 'rest'; readonly without: readonly (string | Node)[] };

export interface PatternPath {
  /** From the outside in. */
  readonly steps: readonly PatternStep[];
  /** The outermost pattern node: a declarator's id, an assignment's left side, a function's parameter. */
  readonly top: Node;
  /** The loop that supplies the value, for `for (const x of …)`; otherwise the parent of `top`. */
  readonly host: Node | undefined;
}

/** How a name in a destructuring pattern is reached from the value that is taken apart. */
export function patternPath(name: Node): PatternPath {
  const steps: PatternStep[] = [];
  let at = name;
  for (;;) {
    const parent = at.parent;
    if (parent?.type === 'AssignmentPattern' && parent.left === at) {
      steps.unshift({ kind: 'default', value: parent.right });
    } else if (parent?.type === 'Property' && parent.value === at && parent.parent.type === 'ObjectPattern') {
      steps.unshift(propertyStep(parent));
    } else if (parent?.type === 'RestElement' && parent.argument === at) {
      steps.unshift({ kind: 'rest', without: siblingNames(parent) });
    } else if (parent?.type === 'ArrayPattern') {
      if (at.type !== 'RestElement')
        steps.unshift({ kind: 'member', name: String(parent.elements.indexOf(at as never)) });
    } else if (parent?.type !== 'ObjectPattern' && parent?.type !== 'TSParameterProperty') {
      return { steps, top: at, host: hostOf(at) };
    }
    at = parent!;
  }
}

function propertyStep(property: Extract<Node, { type: 'Property' }>): PatternStep {
  const { key } = property;
  if (!property.computed && key.type === 'Identifier') return { kind: 'member', name: key.name };
  if (key.type === 'Literal') return { kind: 'member', name: String(key.value) };
  return { kind: 'computed', key };
}

/** The names beside a rest element; for computed ones the expression. */
function siblingNames(rest: Extract<Node, { type: 'RestElement' }>): (string | Node)[] {
  if (rest.parent.type !== 'ObjectPattern') return [];
  return rest.parent.properties.flatMap((property): (string | Node)[] => {
    if (property.type !== 'Property') return [];
    const step = propertyStep(property);
    return step.kind === 'member' ? [step.name] : step.kind === 'computed' ? [step.key] : [];
  });
}

/** The loop that supplies a pattern's value, or the pattern's parent. */
export function hostOf(top: Node): Node | undefined {
  const parent = top.parent;
  if (parent?.type !== 'VariableDeclarator') return parent;
  const statement = parent.parent.parent;
  const isLoop = statement?.type === 'ForOfStatement' || statement?.type === 'ForInStatement';
  return isLoop && statement.left === parent.parent ? statement : parent;
}

/** `params.a` in `[params.a] = list`, `({ x: params.a } = other)`, `for (params.a of list)`. */
export function isPatternTarget(node: Node): boolean {
  const parent = node.parent;
  switch (parent?.type) {
    case 'ArrayPattern':
    case 'RestElement':
      return true;
    case 'AssignmentPattern':
    case 'ForOfStatement':
    case 'ForInStatement':
      return parent.left === node;
    case 'Property':
      return parent.parent.type === 'ObjectPattern' && parent.value === node;
    default:
      return false;
  }
}
