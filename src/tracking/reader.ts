import type { Variable } from '@typescript-eslint/scope-manager';
import type { TSESTree } from '@typescript-eslint/utils';
import { argumentsOf } from './arguments.js';
import { isFunction, start, unwrap, type ClassNode, type FunctionNode, type Node } from './ast.js';
import type { Alternative, Bag, Part, Reading, WrittenKey } from './bag.js';
import { globalName } from './builtins.js';
import { returnedExpressions } from './calls.js';
import { effectsOn } from './effects.js';
import { takenBranches } from './expressions.js';
import type { Frame } from './frame.js';
import { propertyKey } from './members.js';
import { coverAllWays, reaches } from './order.js';
import { patternPath } from './patterns.js';
import { enter, type Tracker } from './tracker.js';
import type { Value } from './value.js';
import { writesOf, type VariableWrite } from './variables.js';

/** Bags inside bags are read this deep. */
const MAX_DEPTH = 40;
/** Bags built per file; past it everything is unknown. */
const MAX_BAGS = 20_000;

/** Calls that give back their argument, or a copy of it. */
const COPIES = new Set(['Object.freeze', 'Object.seal', 'structuredClone', 'Promise.resolve']);

interface BuiltBags {
  readonly result: readonly Bag[];
  readonly unbound: ReadonlySet<FunctionNode | ClassNode>;
}

/** Reads options objects: what a key may be, given everything that happened to the object before its use. */
export class Reader {
  readonly #memo = new WeakMap<Frame, Map<Node, BuiltBags>>();
  readonly #readings = new WeakMap<Bag, Map<string, Reading>>();
  readonly #active = new Set<Node>();
  #built = 0;

  constructor(readonly tracker: Tracker) {}

  /** What an options object may hold at a use, as alternatives. */
  bags(node: Node, frame: Frame): readonly Bag[] {
    const expression = unwrap(node);
    const memo = this.#memo.get(frame) ?? new Map<Node, BuiltBags>();
    this.#memo.set(frame, memo);
    const known = memo.get(expression);
    if (known) {
      for (const fn of known.unbound) this.tracker.unbound.add(fn);
      return known.result;
    }
    if (this.#active.has(expression)) return [unknownBag('an object that refers to itself', expression)];
    if (this.#active.size > MAX_DEPTH || ++this.#built > MAX_BAGS) {
      return [unknownBag('the code is too deep to follow', expression)];
    }
    this.#active.add(expression);
    const built = this.tracker.recording(() => this.#build(expression, frame));
    this.#active.delete(expression);
    memo.set(expression, built);
    return built.result;
  }

  /** What a path of keys may be: `read(bags, 'session', 'tracing')`. */
  read(bags: readonly Bag[], ...path: string[]): Reading {
    return unique(bags.flatMap((bag) => this.#readBag(bag, path)));
  }

  /** Every key that is written in some alternative, overridden ones included. */
  keys(bags: readonly Bag[]): readonly WrittenKey[] {
    const found = new Map<Node, WrittenKey>();
    const seen = new Set<Bag>();
    const stack = [...bags];
    while (stack.length > 0) {
      const bag = stack.pop()!;
      if (seen.has(bag)) continue;
      seen.add(bag);
      for (const part of bag.parts) {
        if (part.kind === 'spread') stack.push(...part.bags);
        const key = part.kind === 'property' ? part.key : part.kind === 'write' ? part.keys[0] : undefined;
        if (key === undefined || (part.kind !== 'property' && part.kind !== 'write')) continue;
        if (part.kind === 'write' && part.keys.length > 1) continue;
        found.set(part.node, { key, node: part.node, value: part.value, frame: part.frame });
      }
    }
    return [...found.values()];
  }

  // -------------------------------------------------------------------------------------------------- reading

  #readBag(bag: Bag, path: readonly string[]): Reading {
    const id = path.join('\u0000');
    const memo = this.#readings.get(bag) ?? new Map<string, Reading>();
    this.#readings.set(bag, memo);
    let reading = memo.get(id);
    if (!reading) memo.set(id, (reading = unique(this.#readParts(bag, bag.parts.length - 1, path))));
    return reading;
  }

  /** Reads the parts from the last one down to the first that decides. */
  #readParts(bag: Bag, last: number, path: readonly string[]): Reading {
    const found: Alternative[] = [];
    for (let i = last; i >= 0; i--) {
      const part = bag.parts[i]!;
      switch (part.kind) {
        case 'property':
          if (part.key === undefined)
            return [...found, unknownAlternative('a key that is computed', part.node)];
          if (part.key === path[0]) return [...found, ...this.#readValue(part, path.slice(1), bag)];
          break;
        case 'spread': {
          // A key that the spread object sets to `undefined` overrides; one that it lacks does not.
          const inner = this.read(part.bags, ...path);
          const said = inner.filter(
            (alternative) => alternative.kind !== 'absent' || alternative.node !== null,
          );
          found.push(...said);
          if (part.isCertain && said.length === inner.length) return found;
          break;
        }
        case 'write': {
          if (!part.keys.every((key, k) => key === path[k])) break;
          const written = this.#readValue(part, path.slice(part.keys.length), bag);
          if (part.isFallback) return [...found, ...this.#fallback(bag, i, path, written)];
          found.push(...written);
          if (part.isCertain) return found;
          break;
        }
        case 'remove':
          if (part.key !== path[0]) break;
          found.push({ kind: 'absent', literal: null, node: null });
          if (part.isCertain) return found;
          break;
        case 'unknown':
          found.push(unknownAlternative(part.reason, part.node));
          if (part.isCertain) return found;
          break;
      }
    }
    return [...found, { kind: 'absent', literal: bag.literal, node: null }];
  }

  /** `params.store ??= false`: what was set stays, what was absent is filled. */
  #fallback(bag: Bag, at: number, path: readonly string[], written: Reading): Reading {
    const before = this.#readParts(bag, at - 1, path);
    const set = before.filter(({ kind }) => kind !== 'absent');
    return set.length === before.length ? set : [...set, ...written];
  }

  #readValue(part: Extract<Part, { value: Node }>, rest: readonly string[], bag: Bag): Reading {
    if (rest.length > 0) return this.read(this.bags(part.value, part.frame), ...rest);
    return this.tracker.values(part.value, part.frame).map((value): Alternative => {
      if (value.kind === 'unknown') return unknownAlternative(value.reason, value.node);
      if (value.kind === 'constant' && value.value === undefined) {
        const isOwn = bag.literal !== null && part.node.parent === bag.literal;
        return { kind: 'absent', literal: isOwn ? bag.literal : null, node: part.node };
      }
      return { kind: 'set', value, node: part.node, valueNode: part.value, frame: part.frame };
    });
  }

  // -------------------------------------------------------------------------------------------------- building

  #build(node: Node, frame: Frame): readonly Bag[] {
    switch (node.type) {
      case 'ObjectExpression':
        return [this.#literalBag(node, frame)];
      case 'Identifier': {
        const variable = frame.unit.variable(node);
        if (!variable) return this.#valueBags(node, frame);
        return this.#variableBags(variable, node, frame);
      }
      case 'ConditionalExpression':
        return takenBranches(node, frame, this.tracker).flatMap((branch) => this.bags(branch, frame));
      case 'LogicalExpression':
        return this.#logicalBags(node, frame);
      case 'AssignmentExpression':
        return node.operator === '=' ? this.bags(node.right, frame) : this.#valueBags(node, frame);
      case 'SequenceExpression':
        return this.bags(node.expressions.at(-1)!, frame);
      case 'CallExpression':
        return this.#callBags(node, frame);
      default:
        return this.#valueBags(node, frame);
    }
  }

  #literalBag(literal: TSESTree.ObjectExpression, frame: Frame): Bag {
    const parts = literal.properties.map((property): Part => {
      if (property.type === 'SpreadElement') {
        const bags = this.bags(property.argument, frame);
        return { kind: 'spread', node: property, bags, isCertain: true };
      }
      if (property.kind !== 'init') {
        return { kind: 'unknown', reason: 'an accessor', node: property, isCertain: true };
      }
      const key = propertyKey(property, frame, this.tracker);
      return { kind: 'property', key, node: property, value: property.value, frame };
    });
    return { parts, literal, node: literal };
  }

  #logicalBags(node: TSESTree.LogicalExpression, frame: Frame): readonly Bag[] {
    const right = this.bags(node.right, frame);
    if (node.operator === '&&') return [emptyBag(node.left), ...right];
    // `options ?? {}`: an empty left side falls through to the right one.
    const left = this.bags(node.left, frame).filter((bag) => !isEmpty(bag));
    return [...left, ...right];
  }

  #callBags(call: TSESTree.CallExpression, frame: Frame): readonly Bag[] {
    const callee = unwrap(call.callee);
    const name = globalName(callee, frame);
    const [first] = call.arguments;
    if (name === 'Object.assign' && first) return [this.#assignedBag(call, frame)];
    if (name && COPIES.has(name) && first) return this.bags(first, frame);
    if (name === 'JSON.parse' && first) {
      const inner = unwrap(first);
      const isCopy =
        inner.type === 'CallExpression' && globalName(unwrap(inner.callee), frame) === 'JSON.stringify';
      if (isCopy && inner.arguments[0]) return this.bags(inner.arguments[0], frame);
    }
    const functions = this.tracker.values(callee, frame);
    if (functions.length === 0 || !functions.every((value) => value.kind === 'function')) {
      return this.#valueBags(call, frame);
    }
    return functions.flatMap((fn) => {
      const inside = enter(fn, call, call.arguments, frame);
      if (!inside) return [unknownBag('calls nested too deep to follow', call)];
      const returned = returnedExpressions(fn.node);
      if (returned.length === 0) return [emptyBag(call)];
      return returned.flatMap((expression) => this.bags(expression, inside));
    });
  }

  /** `Object.assign(target, …sources)` as one bag: later arguments win. */
  #assignedBag(call: TSESTree.CallExpression, frame: Frame): Bag {
    const parts = call.arguments.map((arg): Part => {
      if (arg.type === 'SpreadElement') {
        return { kind: 'unknown', reason: 'spread arguments', node: arg, isCertain: true };
      }
      return { kind: 'spread', node: arg, bags: this.bags(arg, frame), isCertain: true };
    });
    const last = call.arguments.at(-1);
    const literal = last?.type === 'ObjectExpression' ? last : null;
    return { parts, literal, node: call };
  }

  /** For expressions whose history is not followed: the literals that they may be. */
  #valueBags(node: Node, frame: Frame): readonly Bag[] {
    return this.tracker.values(node, frame).map((value) => this.#valueBag(value, node));
  }

  #valueBag(value: Value, node: Node): Bag {
    switch (value.kind) {
      case 'object':
        return this.bags(value.node, value.frame)[0] ?? unknownBag('an object out of view', node);
      case 'constant':
        return emptyBag(node);
      case 'unknown':
        return unknownBag(value.reason, value.node);
      case 'path':
        return unknownBag('a value from another module', node);
      default:
        return unknownBag('a value that is not an object literal', node);
    }
  }

  // -------------------------------------------------------------------------------------------------- variables

  #variableBags(variable: Variable, use: TSESTree.Identifier, frame: Frame): readonly Bag[] {
    const parameter = variable.defs.find((def) => def.type === ('Parameter' as string));
    if (parameter && isFunction(parameter.node as Node)) {
      return this.#parameterBags(
        variable,
        parameter.node as FunctionNode,
        parameter.name as Node,
        use,
        frame,
      );
    }
    const writes = lastWrites(variable, use);
    if (writes.length === 0) return this.#valueBags(use, frame);
    return writes.flatMap((write) => {
      const bags = this.#writtenBags(write, use, frame);
      return this.#withEffects(bags, variable, write.source, use, frame);
    });
  }

  #writtenBags(write: VariableWrite, use: Node, frame: Frame): readonly Bag[] {
    const { steps, host } = patternPath(write.identifier);
    if (host?.type === 'ForOfStatement') return this.#valueBags(use, frame);
    if (steps.length === 0) return this.bags(write.source, frame);
    const [only] = steps;
    if (steps.length > 1 || only?.kind !== 'rest') return this.#valueBags(use, frame);
    // `const { store, ...rest } = params` is the object without the keys that were taken.
    const removed = only.without.map((key): Part => ({
      kind: 'remove',
      key,
      node: write.identifier,
      isCertain: true,
    }));
    return this.bags(write.source, frame).map((bag) => ({
      parts: [{ kind: 'spread', node: bag.node, bags: [bag], isCertain: true }, ...removed],
      literal: null,
      node: write.identifier,
    }));
  }

  #parameterBags(
    variable: Variable,
    fn: FunctionNode,
    name: Node,
    use: TSESTree.Identifier,
    frame: Frame,
  ): readonly Bag[] {
    const { steps, top } = patternPath(name);
    const index = fn.params.indexOf(top as never);
    const binding = frame.bindingOf(fn);
    const args = binding ? argumentsOf(binding.args, binding.caller, this.tracker) : [];
    const isPlain = steps.every(({ kind }) => kind === 'default');
    if (!binding || !isPlain || args.slice(0, index + 1).includes(null)) {
      return this.#withEffects(this.#valueBags(use, frame), variable, name, use, frame);
    }
    const arg = args[index];
    const fallback = steps.find((step) => step.kind === 'default');
    const bags = arg
      ? this.bags(arg.node, arg.frame)
      : fallback
        ? this.bags(fallback.value, frame)
        : [emptyBag(binding.site)];
    return this.#withEffects(bags, variable, name, use, frame);
  }

  /** The bags after everything that happened to a variable between a write and a use. */
  #withEffects(
    bags: readonly Bag[],
    variable: Variable,
    since: Node,
    use: Node,
    frame: Frame,
  ): readonly Bag[] {
    const effects = effectsOn(variable, since, use, frame, this);
    if (effects.length === 0) return bags;
    return bags.map((bag) => ({
      parts: [{ kind: 'spread', node: bag.node, bags: [bag], isCertain: true }, ...effects],
      literal: bag.literal,
      node: bag.node,
    }));
  }
}

/** The writes of a variable that a use may see: from the last one back to the first that surely happened. */
function lastWrites(variable: Variable, use: Node): readonly VariableWrite[] {
  const seen: VariableWrite[] = [];
  const ordered = writesOf(variable).sort((a, b) => start(b.identifier) - start(a.identifier));
  for (const write of ordered) {
    // `params = { ...params, store: false }` does not see itself.
    if (write.source.range[0] <= start(use) && start(use) < write.source.range[1]) continue;
    const reach = reaches(write.identifier, use);
    if (reach === 'no') continue;
    seen.push(write);
    if (
      reach === 'certain' ||
      coverAllWays(
        seen.map(({ identifier }) => identifier),
        use,
      )
    )
      break;
  }
  return seen;
}

function emptyBag(node: Node): Bag {
  return { parts: [], literal: null, node };
}

function unknownBag(reason: string, node: Node): Bag {
  return { parts: [{ kind: 'unknown', reason, node, isCertain: true }], literal: null, node };
}

function isEmpty(bag: Bag): boolean {
  return bag.parts.length === 0 && bag.literal === null;
}

function unknownAlternative(reason: string, node: Node): Alternative {
  return { kind: 'unknown', reason, node };
}

/** Alternatives that say the same of the same place count once. */
function unique(reading: Reading): Reading {
  const seen = new Map<string, Alternative>();
  const ids = new Map<Node | null, number>();
  const id = (node: Node | null) => {
    if (!ids.has(node)) ids.set(node, ids.size);
    return ids.get(node);
  };
  for (const alternative of reading) {
    const key =
      alternative.kind === 'set'
        ? `set ${id(alternative.node)} ${id(alternative.value.node)}`
        : alternative.kind === 'absent'
          ? `absent ${id(alternative.literal)} ${id(alternative.node)}`
          : `unknown ${id(alternative.node)}`;
    if (!seen.has(key)) seen.set(key, alternative);
  }
  return [...seen.values()];
}
