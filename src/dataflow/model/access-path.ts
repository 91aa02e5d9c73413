import type { Node } from '../syntax/nodes.js';
import type { AccessPath, AccessStep } from './abstract-value.js';

/** A path with one more operation. */
export function extend(path: AccessPath, step: AccessStep, node: Node): AccessPath {
  return { kind: 'path', root: path.root, parent: path, step, node };
}

/** Member names from the root to the end of a path, calls and instances left out: `['env', 'OPENAI_BASE_URL']`. */
export function memberNames(path: AccessPath): string[] {
  const names: string[] = [];
  for (let at: AccessPath | null = path; at; at = at.parent) {
    if (at.step?.kind === 'member') names.unshift(at.step.name);
  }
  return names;
}

/** A module of the project itself, by its spelling: relative, or by one of the usual aliases. */
export function isLocalSpecifier(specifier: string): boolean {
  return /^(?:\.|\/|@\/|~|#|src\/)/.test(specifier);
}
