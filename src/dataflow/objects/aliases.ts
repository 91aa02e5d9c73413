import type { Variable } from '@typescript-eslint/scope-manager';
import type { TSESTree } from '@typescript-eslint/utils';
import { isObjectAssign, outermost, unwrap, type Node } from '../syntax/nodes.js';
import { calledName } from '../syntax/names.js';
import { callingContexts } from '../control/call-graph.js';
import { escapes, mayBeMadeHere } from './escapes.js';
import { memberName, propertyKey } from '../evaluate/members.js';
import { MutationSites } from './mutation-sites.js';
import { DataflowEvaluator } from '../evaluate/evaluator.js';
import type { SourceModule } from '../syntax/source-module.js';
import { type CallContext, isNothing } from '../model/abstract-value.js';
import { append } from '../../util/append.js';

type Literal = TSESTree.ObjectExpression;

/** An expression through which an object is changed, and the keys at which a holder has that object. */
export interface Change {
  readonly node: Node;
  /** Empty when it is the object itself. */
  readonly keys: readonly string[];
  /** Where the expression is that object: inside a function, for one of its calls. */
  readonly frame: CallContext;
}

interface Place {
  readonly node: Node;
  readonly frame: CallContext;
}

interface Child {
  readonly key: string;
  readonly child: Literal;
}

/** What a literal holds as it is written, and the literals that it is made of: itself, and those spread into it. */
interface Content {
  readonly children: readonly Child[];
  readonly sources: ReadonlySet<Literal>;
}

/** Literals that are spread into one, directly or not, and looked into. */
const MAX_LITERALS = 40;

/** Places by the variable that stands there alone; under `null` all others. */
type Places = ReadonlyMap<Variable | null, readonly Place[]>;

/** A change of something that is not followed back to where it is made. */
export interface UntracedChange {
  readonly node: Node;
  /** `undefined` where any key may be meant. */
  readonly key: string | undefined;
}

interface Known {
  readonly untraced: readonly UntracedChange[];
  /** The expressions through which what a literal makes is changed. */
  readonly changes: ReadonlyMap<Literal, Places>;
  /** What is put into an object later: `holder.key = object`. */
  readonly held: ReadonlyMap<Literal, readonly Child[]>;
}

/**
 * Finds where an object is changed through another expression than the one that is read. Two expressions may be the same
 * object when they may come from the same literal. Asks a tracker of its own, so that a large file that spends its
 * budget here loses nothing but this.
 */
export class Aliases {
  readonly #tracker: DataflowEvaluator;
  readonly #known = new Map<SourceModule, Known>();
  readonly #contents = new WeakMap<CallContext, Map<Literal, Content>>();

  readonly #uses = new WeakMap<CallContext, Map<Node, { keys: readonly string[]; places: Places }[]>>();
  readonly #touches: MutationSites;

  constructor(tracker: DataflowEvaluator) {
    this.#tracker = new DataflowEvaluator(tracker.resolveModule, tracker.isKnown);
    this.#touches = new MutationSites(this.#tracker);
  }

  /** The changes of things that are not followed, any of which may be what an expression is or holds. */
  untracedChangesOf(use: Node, frame: CallContext): readonly UntracedChange[] {
    const { untraced, held } = this.#of(frame.unit);
    if (untraced.length === 0) return [];
    const mayLeave = this.#tracker.values(use, frame).some((value) => {
      if (value.kind !== 'object') return false;
      const children = this.#children(value.node, held, frame).map(({ child }) => child);
      // Of a copy it matters where the copy gets to.
      return [value.node, ...(value.made ? [value.made.node] : []), ...children].some((made) =>
        escapes(made, frame.unit, this.#tracker),
      );
    });
    return mayLeave ? untraced : [];
  }

  /**
   * The changes of what an expression may be, and of the objects that it holds directly; those of a plain name left out
   * that stand where one of the given variables does.
   */
  changesOf(use: Node, frame: CallContext, names: ReadonlySet<Variable>): readonly Change[] {
    const found: Change[] = [];
    const isName = unwrap(use).type === 'Identifier';
    const seen = new Map<string, Set<Place>>();
    for (const { keys, places } of this.#placesOf(use, frame)) {
      const known = seen.get(keys.join()) ?? new Set<Place>();
      seen.set(keys.join(), known);
      for (const [variable, group] of places) {
        if (isName && keys.length === 0 && variable && names.has(variable)) continue;
        for (const place of group) {
          if (known.has(place)) continue;
          known.add(place);
          found.push({ ...place, keys });
        }
      }
    }
    return found.sort((one, other) => one.node.range[0] - other.node.range[0]);
  }

  #placesOf(
    use: Node,
    frame: CallContext,
  ): readonly { readonly keys: readonly string[]; readonly places: Places }[] {
    const known = this.#of(frame.unit);
    if (known.changes.size === 0) return [];
    const memo = this.#uses.get(frame) ?? new Map<Node, { keys: readonly string[]; places: Places }[]>();
    this.#uses.set(frame, memo);
    let found = memo.get(use);
    if (found) return found;
    found = [];
    for (const literal of this.#literals(use, frame)) {
      for (const { key, child } of this.#children(literal, known.held, frame)) {
        const places = known.changes.get(child);
        if (places) found.push({ keys: [key], places });
      }
      const places = known.changes.get(literal);
      if (places) found.push({ keys: [], places });
    }
    memo.set(use, found);
    return found;
  }

  /** May an object hold itself, directly or in what it holds? */
  holdsItself(use: Node, frame: CallContext): boolean {
    const { held } = this.#of(frame.unit);
    if (held.size === 0) return false;
    return this.#literals(use, frame).some((literal) => {
      const seen = new Set<Literal>();
      const stack = [literal];
      while (stack.length > 0 && seen.size <= MAX_LITERALS) {
        const holder = stack.pop()!;
        if (seen.has(holder)) continue;
        seen.add(holder);
        for (const { child } of this.#children(holder, held, frame)) {
          if (child === literal) return true;
          stack.push(child);
        }
      }
      return seen.size > MAX_LITERALS;
    });
  }

  #of(unit: SourceModule): Known {
    let known = this.#known.get(unit);
    if (!known) this.#known.set(unit, (known = this.#find(unit)));
    return known;
  }

  #find(unit: SourceModule): Known {
    const held = new Map<Literal, Child[]>();
    for (const [key, writes] of unit.memberWrites) {
      for (const { object, value } of writes) {
        // A function may put something into what it is handed.
        const holdersIn = (frame: CallContext) => this.#literals(object, frame);
        for (const frame of callingContexts(unit, this.#tracker, holdersIn)) {
          const holders = holdersIn(frame);
          if (holders.length === 0) continue;
          for (const child of this.#literals(value, frame))
            for (const holder of holders) hold(held, holder, { key, child });
        }
      }
    }
    for (const call of unit.calls) {
      if (!isObjectAssign(call)) continue;
      const [target, ...sources] = call.arguments;
      if (!target) continue;
      const holdersIn = (frame: CallContext) => this.#literals(target, frame);
      for (const frame of callingContexts(unit, this.#tracker, holdersIn)) {
        const holders = holdersIn(frame);
        if (holders.length === 0) continue;
        const children = sources.flatMap((source) =>
          this.#literals(source, frame).flatMap((literal) => this.#children(literal, held, frame)),
        );
        for (const child of children) for (const holder of holders) hold(held, holder, child);
      }
    }
    const changes = new Map<Literal, Map<Variable | null, Place[]>>();
    const untraced: UntracedChange[] = [];
    for (const node of unit.changed) {
      const literalsIn = (frame: CallContext) =>
        new Set([...this.#literals(node, frame), ...this.#heldAt(node, held, frame)]);
      const variable = (node.type === 'Identifier' && unit.variable(node)) || null;
      for (const frame of callingContexts(unit, this.#tracker, literalsIn)) {
        const literals = literalsIn(frame);
        if (this.#isUntraced(node, frame)) append(untraced, untracedAt(node));
        if (literals.size === 0 || this.#touches.isInert(node, frame)) continue;
        const place: Place = { node, frame };
        for (const literal of literals) {
          const places = changes.get(literal) ?? new Map<Variable | null, Place[]>();
          changes.set(literal, places);
          listIn(places, variable).push(place);
        }
      }
    }
    return { changes, held, untraced };
  }

  /** Whether an expression may be something that was made in the file without being followed back to there. */
  #isUntraced(node: Node, frame: CallContext): boolean {
    const values = this.#tracker.values(node, frame);
    return (
      values.every(isNothing) ||
      values.some((value) => mayBeMadeHere(value, this.#tracker)) ||
      this.#hasFallback(node, frame)
    );
  }

  /** Whether an expression is `member ?? other` of a member that is not found, though it may be there. */
  #hasFallback(node: Node, frame: CallContext): boolean {
    const expression = valueBehind(node, frame.unit);
    if (expression.type !== 'LogicalExpression' || expression.operator === '&&') return false;
    const left = unwrap(expression.left);
    return left.type === 'MemberExpression' && this.#tracker.values(left, frame).every(isNothing);
  }

  /** What `holder.key` may be because of what is put into the holder later. */
  #heldAt(node: Node, held: Known['held'], frame: CallContext): readonly Literal[] {
    const value = valueBehind(node, frame.unit);
    const member = unwrap(value.type === 'LogicalExpression' ? value.left : value);
    if (member.type !== 'MemberExpression') return [];
    const name = memberName(member, frame, this.#tracker);
    return this.#literals(member.object, frame).flatMap((holder) =>
      this.#children(holder, held, frame).flatMap(({ key, child }) =>
        name === undefined || key === name ? [child] : [],
      ),
    );
  }

  /** The objects that a literal holds, those of objects spread into it and those put into them later included. */
  #children(literal: Literal, held: Known['held'], frame: CallContext): readonly Child[] {
    const { children, sources } = this.#content(literal, frame);
    return [...children, ...[...sources].flatMap((source) => held.get(source) ?? [])];
  }

  /** Each literal is looked into once. */
  #content(literal: Literal, frame: CallContext): Content {
    const known = this.#contents.get(frame) ?? new Map<Literal, Content>();
    this.#contents.set(frame, known);
    let content = known.get(literal);
    if (!content) {
      const children: Child[] = [];
      const sources = new Set<Literal>();
      this.#collect(literal, frame, sources, children);
      known.set(literal, (content = { children, sources }));
    }
    return content;
  }

  #collect(literal: Literal, frame: CallContext, sources: Set<Literal>, children: Child[]): void {
    if (sources.has(literal) || sources.size > MAX_LITERALS) return;
    sources.add(literal);
    for (const property of literal.properties) {
      if (property.type === 'SpreadElement') {
        for (const spread of this.#literals(property.argument, frame))
          this.#collect(spread, frame, sources, children);
        continue;
      }
      const type = unwrap(property.value).type;
      if (type === 'Literal' || type === 'TemplateLiteral') continue;
      const key = propertyKey(property, frame, this.#tracker);
      if (key === undefined) continue;
      for (const child of this.#literals(property.value, frame)) children.push({ key, child });
    }
  }

  #literals(node: Node, frame: CallContext): readonly Literal[] {
    return this.#tracker
      .values(node, frame)
      .flatMap((value) => (value.kind === 'object' ? [value.node] : []));
  }
}

/** The expression itself, or the one that a variable stands for that is declared once. */
function valueBehind(node: Node, unit: SourceModule): Node {
  const [definition, ...others] = (node.type === 'Identifier' && unit.variable(node)?.defs) || [];
  const declarator = definition?.node as Node | undefined;
  const isNamed =
    declarator?.type === 'VariableDeclarator' && declarator.id.type === 'Identifier' && others.length === 0;
  return unwrap(isNamed ? (declarator.init ?? node) : node);
}

/** The keys that an expression is changed at; none where it is handed to a function, of which more is asked there. */
function untracedAt(node: Node): readonly UntracedChange[] {
  const object = outermost(node);
  const { parent } = object;
  if (parent?.type === 'MemberExpression' && parent.object === object) {
    const { property } = parent;
    if (!parent.computed && property.type === 'Identifier') return [{ node, key: property.name }];
    return [{ node, key: property.type === 'Literal' ? String(property.value) : undefined }];
  }
  if (parent?.type !== 'CallExpression' || parent.arguments[0] !== object) return [];
  if (!CHANGES_FIRST.test(calledName(unwrap(parent.callee)) ?? '')) return [];
  if (!isObjectAssign(parent)) return [{ node, key: undefined }];
  return parent.arguments.slice(1).flatMap((source) => {
    if (source.type !== 'ObjectExpression') return [{ node, key: undefined }];
    return source.properties.map((property) => {
      const isNamed =
        property.type === 'Property' && !property.computed && property.key.type === 'Identifier';
      return { node, key: isNamed ? (property.key as TSESTree.Identifier).name : undefined };
    });
  });
}

/** Functions of the language that change their first argument. */
const CHANGES_FIRST = /^(?:assign|define(?:Property|Properties)|deleteProperty|set|setPrototypeOf)$/;

/** Notes once what an object holds: an object that is assigned to itself holds nothing more than before. */
function hold(held: Map<Literal, Child[]>, holder: Literal, { key, child }: Child): void {
  const children = listIn(held, holder);
  if (!children.some((known) => known.key === key && known.child === child)) children.push({ key, child });
}

function listIn<K, V>(map: Map<K, V[]>, key: K): V[] {
  const known = map.get(key);
  if (known) return known;
  const list: V[] = [];
  map.set(key, list);
  return list;
}
