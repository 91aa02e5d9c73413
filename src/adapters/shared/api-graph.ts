import type { AccessPath, AccessRoot, AccessStep } from '../../dataflow/model/abstract-value.js';

/**
 * What an access path is, given what the path without its last step is; `null` for what is nothing that a library knows.
 * May ask for other paths: a wrapper is what its argument is.
 */
export type Classify<Kind> = (path: AccessPath, before: Kind | null) => Kind | null;

/** Paths that are classified inside one another; deeper ones are unknown. Keeps the stack small on hostile input. */
const MAX_NESTED = 60;

/**
 * Classifies access paths step by step, each path once. A path whose classification asks for the path itself
 * (`client = wrap(client)`) is unknown to that question: what is made of itself is decided by its other alternatives.
 */
export class AccessPaths<Kind extends object> {
  readonly #known = new WeakMap<AccessPath, { readonly kind: Kind | null }>();
  /** The paths that are being classified, the outermost first. */
  readonly #active: AccessPath[] = [];
  /** Position in `#active` of the outermost path that a question met again; what follows from there is provisional. */
  #met = Infinity;
  readonly #provisional: AccessPath[] = [];

  constructor(readonly classify: Classify<Kind>) {}

  /** What a path is. */
  of(path: AccessPath): Kind | null {
    // Iterative: member chains can be long.
    const chain: AccessPath[] = [];
    let at: AccessPath | null = path;
    while (at && !this.#known.has(at)) {
      chain.push(at);
      at = at.parent;
    }
    let kind = at ? this.#known.get(at)!.kind : null;
    for (const next of chain.reverse()) kind = this.#classified(next, kind);
    return kind;
  }

  #classified(path: AccessPath, before: Kind | null): Kind | null {
    const depth = this.#active.length;
    const again = this.#active.findIndex((active) => isSamePath(active, path));
    if (again >= 0 || depth >= MAX_NESTED) {
      this.#met = Math.min(this.#met, Math.max(again, 0));
      return null;
    }
    const inside = this.#provisional.length;
    this.#active.push(path);
    try {
      const kind = this.classify(path, before);
      this.#known.set(path, { kind });
      return kind;
    } finally {
      this.#active.pop();
      if (this.#met < depth) this.#provisional.push(path);
      else {
        // Inside of it, answers were given without this one.
        for (const one of this.#provisional.splice(inside)) this.#known.delete(one);
        this.#met = Infinity;
      }
    }
  }
}

/** Whether two paths apply the same steps at the same places. Paths in a cycle are made anew each time. */
function isSamePath(one: AccessPath, other: AccessPath): boolean {
  let a: AccessPath | null = one;
  let b: AccessPath | null = other;
  for (; a && b && a !== b; a = a.parent, b = b.parent) {
    if (a.node !== b.node || !isSameStep(a.step, b.step)) return false;
  }
  return a === b || (!a && !b && isSameRoot(one.root, other.root));
}

function isSameRoot(one: AccessRoot, other: AccessRoot): boolean {
  if (one.kind === 'module') return other.kind === 'module' && one.specifier === other.specifier;
  return other.kind === 'global' && one.name === other.name;
}

function isSameStep(one: AccessStep | null, other: AccessStep | null): boolean {
  if (one?.kind !== other?.kind) return false;
  if (one?.kind === 'member') return one.name === (other as typeof one).name;
  if (one?.kind !== 'call' && one?.kind !== 'new') return true;
  const { args, frame } = other as typeof one;
  return (
    one.frame === frame && one.args.length === args.length && one.args.every((arg, i) => arg === args[i])
  );
}
