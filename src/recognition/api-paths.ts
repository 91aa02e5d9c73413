import type { Node } from '../dataflow/syntax/nodes.js';
import type { AccessPath, AccessRoot, AccessStep } from '../dataflow/model/abstract-value.js';

/** The graphs of the libraries: which of their values are worth following. */
export interface ApiGraphs {
  /** Is an import specifier one of a library's? */
  isSource(specifier: string): boolean;
  /**
   * Does a path still lie in the API of its library?
   *
   * @param steps what was done since the import: names of members, `()` for a call, `new` for an instance
   */
  isPart(specifier: string, steps: readonly string[]): boolean;
}

/** Calls in one path; with the sites that each can have only once it keeps the paths of a program few. */
const MAX_CALLS = 4;

/** The part of a path that a call or `new` gave; `null` where the path does not go through it. */
function madeAt(site: Node, path: AccessPath): AccessPath | null {
  for (let at: AccessPath | null = path; at; at = at.parent) {
    if (at.step && 'site' in at.step && at.step.site === site) return at;
  }
  return null;
}

/** Makes access paths, each one once, and only those of which a library's graph knows. */
export class ApiPaths {
  readonly #roots = new Map<string, AccessPath>();
  readonly #next = new Map<AccessPath, Map<string, AccessPath | null>>();
  readonly #steps = new Map<AccessPath, readonly string[]>();
  readonly #ids = new Map<Node, number>();

  constructor(readonly graphs: ApiGraphs) {}

  /** The module that a specifier names; `null` where it is no library's. */
  root(specifier: string, node: Node): AccessPath | null {
    if (!this.graphs.isSource(specifier)) return null;
    let path = this.#roots.get(specifier);
    if (!path) {
      const root: AccessRoot = { kind: 'module', specifier };
      path = { kind: 'path', root, parent: null, step: null, node };
      this.#roots.set(specifier, path);
      this.#steps.set(path, []);
    }
    return path;
  }

  /** A path with one more step; `null` where the library's API ends. */
  extended(path: AccessPath, step: AccessStep, node: Node): AccessPath | null {
    const site =
      step.kind === 'call' || step.kind === 'new' ? step.site : step.kind === 'typed' ? node : null;
    const token = step.kind === 'member' ? step.name : step.kind === 'call' ? '()' : 'new';
    const before = site && madeAt(site, path);
    // What is made of itself, `client = client.withOptions(…)`, is what it was the first time.
    if (before) return before;
    const key = site ? `${step.kind} ${this.#id(site)}` : token;
    let known = this.#next.get(path);
    if (!known) this.#next.set(path, (known = new Map()));
    let longer = known.get(key);
    if (longer === undefined) {
      const steps = [...this.#steps.get(path)!, token];
      const isPart =
        path.root.kind === 'module' &&
        steps.filter((name) => name === '()').length <= MAX_CALLS &&
        this.graphs.isPart(path.root.specifier, steps);
      longer = isPart ? { kind: 'path', root: path.root, parent: path, step, node } : null;
      if (longer) this.#steps.set(longer, steps);
      known.set(key, longer);
    }
    return longer;
  }

  #id(node: Node): number {
    let id = this.#ids.get(node);
    if (id === undefined) this.#ids.set(node, (id = this.#ids.size));
    return id;
  }
}
