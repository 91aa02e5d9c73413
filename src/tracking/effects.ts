import type { Variable } from '@typescript-eslint/scope-manager';
import type { TSESTree } from '@typescript-eslint/utils';
import { outermost, start, unwrap, type Node } from './ast.js';
import type { Part } from './bag.js';
import { calledName, globalName } from './builtins.js';
import type { Frame } from './frame.js';
import { memberName } from './members.js';
import { coverAllWays, reaches, reachesEnd, type Reach } from './order.js';
import type { Reader } from './reader.js';
import { enter } from './tracker.js';
import type { Value } from './value.js';

/** Functions that are handed an object are looked into this deep. */
const MAX_DEPTH = 3;

/** Library functions that change their first argument. */
const CHANGES_ARGUMENT = /^(?:assign(?:in|with)?|defaults(?:deep)?|extend|merge(?:with|deep)?|set|unset)$/i;

/** Names of functions that only look at what they are given. */
const ONLY_LOOKS =
  /log|debug|info|warn|error|trace|print|stringify|track|emit|assert|expect|valid|parse|hash|count|measure/i;

/**
 * What happened to the object in a variable between a write and a use: `params.store = …`, `delete params.store`,
 * `Object.assign(params, …)`, calls that are handed it. In the order of the code.
 */
export function effectsOn(
  variable: Variable,
  since: Node,
  use: Node,
  frame: Frame,
  reader: Reader,
): readonly Part[] {
  const parts = collect(variable, frame, reader, 0, (node) => {
    const isEarlier = start(node) < start(since) && reaches(node, since) !== 'maybe';
    return node === use || isEarlier ? 'no' : reaches(node, use, since);
  });
  return withCoveredWrites(parts, use);
}

/** Writes of one key in all branches: from the first of them on, the key is surely written. */
function withCoveredWrites(parts: readonly Part[], use: Node): readonly Part[] {
  const later = new Map<string, Node[]>();
  return parts
    .toReversed()
    .map((part): Part => {
      if (part.kind !== 'write' || part.isCertain || part.isFallback) return part;
      const key = part.keys.join('\0');
      const nodes = [...(later.get(key) ?? []), part.node];
      later.set(key, nodes);
      return nodes.length > 1 && coverAllWays(nodes, use) ? { ...part, isCertain: true } : part;
    })
    .toReversed();
}

function collect(
  variable: Variable,
  frame: Frame,
  reader: Reader,
  depth: number,
  reach: (node: Node) => Reach,
): Part[] {
  const parts: Part[] = [];
  for (const reference of variable.references) {
    if (reference.isWrite() && !reference.isRead()) continue;
    const node = reference.identifier as Node;
    const reached = reach(node);
    if (reached !== 'no') parts.push(...effectOf(node, reached === 'certain', frame, reader, depth, reach));
  }
  return parts;
}

function effectOf(
  node: Node,
  isCertain: boolean,
  frame: Frame,
  reader: Reader,
  depth: number,
  reach: (node: Node) => Reach,
): Part[] {
  const expression = outermost(node);
  const parent = expression.parent;
  if (parent?.type === 'MemberExpression' && parent.object === expression) {
    return memberEffect(parent, isCertain, frame, reader);
  }
  if (parent?.type === 'CallExpression' && parent.arguments.includes(expression as never)) {
    return callEffect(parent, expression, isCertain, frame, reader, depth);
  }
  if (
    parent?.type === 'VariableDeclarator' &&
    parent.init === expression &&
    parent.id.type === 'Identifier'
  ) {
    const alias = frame.unit.variable(parent.id);
    return alias && depth < MAX_DEPTH ? collect(alias, frame, reader, depth + 1, reach) : [];
  }
  return [];
}

/** `params.a.b = value` and `delete params.a`. */
function memberEffect(
  member: TSESTree.MemberExpression,
  isCertain: boolean,
  frame: Frame,
  reader: Reader,
): Part[] {
  const keys: string[] = [];
  let at: TSESTree.MemberExpression = member;
  for (;;) {
    const key = memberName(at, frame, reader.tracker);
    const outer = outermost(at);
    const parent = outer.parent;
    const isChanged =
      (parent?.type === 'AssignmentExpression' && parent.left === outer) ||
      (parent?.type === 'UnaryExpression' && parent.operator === 'delete');
    if (isChanged && key === undefined) {
      return [{ kind: 'unknown', reason: 'a key that is computed', node: at, isCertain }];
    }
    if (key === undefined) return [];
    keys.push(key);
    if (parent?.type === 'MemberExpression' && parent.object === outer) {
      at = parent;
      continue;
    }
    if (!isChanged) return [];
    if (parent.type === 'UnaryExpression') {
      return keys.length === 1 ? [{ kind: 'remove', key, node: parent, isCertain }] : [];
    }
    return [writePart(parent as TSESTree.AssignmentExpression, keys, isCertain, frame)];
  }
}

function writePart(
  node: TSESTree.AssignmentExpression,
  keys: readonly string[],
  isCertain: boolean,
  frame: Frame,
): Part {
  const isFallback = node.operator === '??=' || node.operator === '||=';
  return { kind: 'write', keys, node, value: node.right, frame, isCertain, isFallback };
}

/** A call that is handed the object. */
function callEffect(
  call: TSESTree.CallExpression,
  arg: Node,
  isCertain: boolean,
  frame: Frame,
  reader: Reader,
  depth: number,
): Part[] {
  const callee = unwrap(call.callee);
  const index = call.arguments.indexOf(arg as never);
  if (globalName(callee, frame) === 'Object.assign') {
    if (index > 0) return [];
    return call.arguments.slice(1).map((source): Part => {
      if (source.type === 'SpreadElement') {
        return { kind: 'unknown', reason: 'spread arguments', node: source, isCertain };
      }
      return { kind: 'spread', node: source, bags: reader.bags(source, frame), isCertain };
    });
  }
  const name = calledName(callee) ?? '';
  return reader.tracker.values(callee, frame).flatMap((value): Part[] => {
    if (value.kind === 'function') return calleeEffects(value, call, index, isCertain, frame, reader, depth);
    const mayChange = isForeign(value) ? CHANGES_ARGUMENT.test(name) : !ONLY_LOOKS.test(name);
    return mayChange
      ? [
          {
            kind: 'unknown',
            reason: `\`${name || 'a function'}\` is handed the object`,
            node: call,
            isCertain,
          },
        ]
      : [];
  });
}

/** Packages and globals; a module of the project that could not be followed is not foreign. */
function isForeign(value: Value): boolean {
  if (value.kind !== 'path') return false;
  return value.root.kind === 'global' || !/^(?:\.|@\/|~|#|src\/)/.test(value.root.specifier);
}

/** What a function of the file does to the object that it is handed. */
function calleeEffects(
  fn: Extract<Value, { kind: 'function' }>,
  call: TSESTree.CallExpression,
  index: number,
  isCertain: boolean,
  frame: Frame,
  reader: Reader,
  depth: number,
): Part[] {
  const param = fn.node.params[index];
  if (param?.type !== 'Identifier') return [];
  const variable = fn.frame.unit.variable(param);
  const inside = enter(fn, call, call.arguments, frame);
  if (!variable || !inside || depth >= MAX_DEPTH) {
    return [{ kind: 'unknown', reason: 'calls nested too deep to follow', node: call, isCertain }];
  }
  return collect(variable, inside, reader, depth + 1, (node) => {
    const reached = reachesEnd(node, fn.node);
    return reached === 'certain' && !isCertain ? 'maybe' : reached;
  });
}
