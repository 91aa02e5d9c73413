import type { TSESTree } from '@typescript-eslint/utils';
import { isObjectAssign, unwrap, type Node } from './ast.js';
import type { Frame } from './frame.js';
import { memberName, propertyKey } from './members.js';
import { Tracker } from './tracker.js';
import type { Unit } from './unit.js';

type Literal = TSESTree.ObjectExpression;

/** An expression through which an object is changed, and the keys at which a holder has that object. */
export interface Change {
  readonly node: Node;
  /** Empty when it is the object itself. */
  readonly keys: readonly string[];
}

interface Child {
  readonly key: string;
  readonly child: Literal;
}

/** Literals that are spread into one, directly or not, and looked into. */
const MAX_LITERALS = 40;

interface Known {
  /** The expressions through which what a literal makes is changed. */
  readonly changes: ReadonlyMap<Literal, readonly Node[]>;
  /** What is put into an object later: `holder.key = object`. */
  readonly held: ReadonlyMap<Literal, readonly { readonly key: string; readonly child: Literal }[]>;
}

/**
 * Finds where an object is changed through another expression than the one that is read. Two expressions may be the same
 * object when they may come from the same literal. Asks a tracker of its own, so that a large file that spends its
 * budget here loses nothing but this.
 */
export class Aliases {
  readonly #tracker: Tracker;
  readonly #known = new Map<Unit, Known>();
  readonly #held = new WeakMap<Frame, Map<Literal, readonly Child[]>>();

  constructor(tracker: Tracker) {
    this.#tracker = new Tracker(tracker.resolveModule, tracker.isKnown);
  }

  /** The changes of what an expression may be, and of the objects that it holds directly. */
  changesOf(use: Node, frame: Frame): readonly Change[] {
    const known = this.#of(frame.unit);
    if (known.changes.size === 0) return [];
    const found: Change[] = [];
    for (const literal of this.#literals(use, frame)) {
      const children = [...this.#children(literal, frame), ...(known.held.get(literal) ?? [])];
      for (const { key, child } of children) {
        for (const node of known.changes.get(child) ?? []) found.push({ node, keys: [key] });
      }
      for (const node of known.changes.get(literal) ?? []) found.push({ node, keys: [] });
    }
    return found.sort((one, other) => one.node.range[0] - other.node.range[0]);
  }

  #of(unit: Unit): Known {
    let known = this.#known.get(unit);
    if (!known) this.#known.set(unit, (known = this.#find(unit)));
    return known;
  }

  #find(unit: Unit): Known {
    const held = new Map<Literal, { key: string; child: Literal }[]>();
    for (const [key, writes] of unit.memberWrites) {
      for (const { object, value } of writes) {
        const children = this.#literals(value, unit.root);
        if (children.length === 0) continue;
        for (const holder of this.#literals(object, unit.root)) {
          for (const child of children) listIn(held, holder).push({ key, child });
        }
      }
    }
    for (const call of unit.calls) {
      if (!isObjectAssign(call)) continue;
      const [target, ...sources] = call.arguments;
      const children = sources.flatMap((source) =>
        this.#literals(source, unit.root).flatMap((literal) => this.#children(literal, unit.root)),
      );
      if (!target || children.length === 0) continue;
      for (const holder of this.#literals(target, unit.root)) listIn(held, holder).push(...children);
    }
    const changes = new Map<Literal, Node[]>();
    for (const node of unit.changed) {
      const own = this.#literals(node, unit.root);
      for (const literal of new Set([...own, ...this.#heldAt(node, held, unit)]))
        listIn(changes, literal).push(node);
    }
    return { changes, held };
  }

  /** What `holder.key` may be because of what is put into the holder later. */
  #heldAt(node: Node, held: Known['held'], unit: Unit): readonly Literal[] {
    const member = unwrap(node);
    if (member.type !== 'MemberExpression') return [];
    const name = memberName(member, unit.root, this.#tracker);
    return this.#literals(member.object, unit.root).flatMap((holder) =>
      (held.get(holder) ?? []).flatMap(({ key, child }) => (key === name ? [child] : [])),
    );
  }

  /** The objects that a literal holds, those of objects spread into it included. Each literal is looked into once. */
  #children(literal: Literal, frame: Frame): readonly Child[] {
    const known = this.#held.get(frame) ?? new Map<Literal, readonly Child[]>();
    this.#held.set(frame, known);
    let children = known.get(literal);
    if (!children) {
      const found: Child[] = [];
      this.#collectChildren(literal, frame, new Set(), found);
      known.set(literal, (children = found));
    }
    return children;
  }

  #collectChildren(literal: Literal, frame: Frame, seen: Set<Literal>, found: Child[]): void {
    if (seen.has(literal) || seen.size > MAX_LITERALS) return;
    seen.add(literal);
    for (const property of literal.properties) {
      if (property.type === 'SpreadElement') {
        for (const spread of this.#literals(property.argument, frame)) {
          this.#collectChildren(spread, frame, seen, found);
        }
        continue;
      }
      const type = unwrap(property.value).type;
      if (type === 'Literal' || type === 'TemplateLiteral') continue;
      const key = propertyKey(property, frame, this.#tracker);
      if (key === undefined) continue;
      for (const child of this.#literals(property.value, frame)) found.push({ key, child });
    }
  }

  #literals(node: Node, frame: Frame): readonly Literal[] {
    return this.#tracker
      .values(node, frame)
      .flatMap((value) => (value.kind === 'object' ? [value.node] : []));
  }
}

function listIn<K, V>(map: Map<K, V[]>, key: K): V[] {
  const known = map.get(key);
  if (known) return known;
  const list: V[] = [];
  map.set(key, list);
  return list;
}
