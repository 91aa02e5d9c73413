import { argumentsOf, type Argument } from './arguments.js';
import { isFunction, outermost, unwrap, type CallLike, type Node } from '../syntax/nodes.js';
import { calledName } from '../syntax/names.js';
import { constructorIn, parameterFor } from './calls.js';
import { PUTS } from './collections.js';
import { mayChange } from '../objects/mutation-sites.js';
import { enter } from '../model/call-context.js';
import type { Evaluator } from '../model/evaluator.js';
import { type CallContext, unknown, type FunctionValue, type UnknownValue } from '../model/abstract-value.js';

/** What functions put into a list that they are handed: `addTools(tools)`. */
export interface ElementsAddedByCallees {
  readonly put: readonly Argument[];
  readonly unknown: readonly UnknownValue[];
}

/** Functions that hand a list on to others are followed this deep. */
const MAX_DEPTH = 3;

/** Methods of lists that leave the list as it is, or give another one. */
const ONLY_READS = new Set([
  'at',
  'concat',
  'entries',
  'every',
  'filter',
  'find',
  'findIndex',
  'findLast',
  'flat',
  'flatMap',
  'forEach',
  'includes',
  'indexOf',
  'join',
  'keys',
  'lastIndexOf',
  'length',
  'map',
  'pop',
  'reduce',
  'reduceRight',
  'reverse',
  'shift',
  'slice',
  'some',
  'sort',
  'toReversed',
  'toSorted',
  'values',
]);

/** What the calls that a named list is handed to put into it; unknown where a function may that is not in view. */
export function elementsAddedByCallees(
  name: Node,
  frame: CallContext,
  tracker: Evaluator,
  depth = 0,
): ElementsAddedByCallees {
  const variable = name.type === 'Identifier' ? frame.unit.variable(name) : undefined;
  return joined(
    (variable?.references ?? []).map((reference): ElementsAddedByCallees => {
      const use = outermost(reference.identifier as Node);
      const call = use.parent;
      if (call?.type !== 'CallExpression' && call?.type !== 'NewExpression') return NOTHING;
      const index = call.arguments.indexOf(use as never);
      return index < 0 ? NOTHING : putByCall(call, index, frame, tracker, depth);
    }),
  );
}

const NOTHING: ElementsAddedByCallees = { put: [], unknown: [] };

function joined(all: readonly ElementsAddedByCallees[]): ElementsAddedByCallees {
  return { put: all.flatMap(({ put }) => put), unknown: all.flatMap((one) => one.unknown) };
}

function unread(reason: string, node: Node): ElementsAddedByCallees {
  return { put: [], unknown: [unknown(reason, node)] };
}

function putByCall(
  call: CallLike,
  index: number,
  frame: CallContext,
  tracker: Evaluator,
  depth: number,
): ElementsAddedByCallees {
  const called = calledName(unwrap(call.callee)) ?? '';
  const isNew = call.type === 'NewExpression';
  return joined(
    tracker.values(call.callee, frame).map((callee) => {
      const fn = isNew ? constructorIn(callee) : callee;
      if (fn?.kind === 'function') return putByFunction(fn, call, index, frame, tracker, depth);
      return mayChange(callee, called, isNew, tracker)
        ? unread(`\`${called || 'a function'}\` is handed the list`, call)
        : NOTHING;
    }),
  );
}

/** What a function puts into the list that one of its parameters is. */
function putByFunction(
  fn: FunctionValue,
  call: CallLike,
  index: number,
  frame: CallContext,
  tracker: Evaluator,
  depth: number,
): ElementsAddedByCallees {
  const param = parameterFor(fn, index);
  if (param === 'list') return unread('a function that uses its arguments as a list', call);
  // A list that is taken apart is only read.
  if (param?.type !== 'Identifier') return NOTHING;
  const inside = enter(fn, call, call.arguments, frame);
  if (!inside || depth >= MAX_DEPTH) return unread('calls nested too deep to follow', call);
  return putInto(param, inside, tracker, depth, new Set());
}

/** What happens to the list that a name stands for inside a function, and to its other names. */
function putInto(
  name: Node,
  inside: CallContext,
  tracker: Evaluator,
  depth: number,
  seen: Set<object>,
): ElementsAddedByCallees {
  const variable = inside.unit.variable(name);
  if (!variable || seen.has(variable)) return NOTHING;
  seen.add(variable);
  return joined(
    variable.references
      .filter((reference) => reference.isRead())
      .map((reference) => putByUse(outermost(reference.identifier as Node), inside, tracker, depth, seen)),
  );
}

/** What one use of a list puts into it; unknown for a use of which nothing is known. */
function putByUse(
  use: Node,
  inside: CallContext,
  tracker: Evaluator,
  depth: number,
  seen: Set<object>,
): ElementsAddedByCallees {
  const parent = use.parent;
  switch (parent?.type) {
    case 'MemberExpression':
      return parent.object === use ? putByMember(parent, inside, tracker) : NOTHING;
    case 'CallExpression':
    case 'NewExpression': {
      const index = parent.arguments.indexOf(use as never);
      return index < 0 ? NOTHING : putByCall(parent, index, inside, tracker, depth + 1);
    }
    case 'VariableDeclarator':
      return parent.id.type === 'Identifier' ? putInto(parent.id, inside, tracker, depth, seen) : NOTHING;
    case 'SpreadElement':
    case 'ForOfStatement':
    case 'ReturnStatement':
    case 'IfStatement':
    case 'BinaryExpression':
    case 'UnaryExpression':
    case 'ConditionalExpression':
    case 'LogicalExpression':
      return isReadOnly(parent, use) ? NOTHING : unread('a list that has another name', use);
    default:
      return isFunction(parent) ? NOTHING : unread('a list that has another name', use);
  }
}

/** Is a list only looked at: spread, looped over, given back, tested? */
function isReadOnly(parent: Node, use: Node): boolean {
  if (parent.type === 'ConditionalExpression') return parent.test === use;
  return parent.type !== 'LogicalExpression' || (parent.left === use && parent.operator === '&&');
}

function putByMember(
  member: Extract<Node, { type: 'MemberExpression' }>,
  inside: CallContext,
  tracker: Evaluator,
): ElementsAddedByCallees {
  const access = outermost(member);
  const call = access.parent;
  const name = calledName(member);
  const first = name === undefined ? undefined : PUTS.get(name);
  if (call?.type === 'CallExpression' && call.callee === access && first !== undefined) {
    const args = argumentsOf(call.arguments.slice(first), inside, tracker);
    return {
      put: args.filter((arg) => arg !== null),
      unknown: args.includes(null) ? [unknown('spread arguments', call)] : [],
    };
  }
  const isWritten =
    (call?.type === 'AssignmentExpression' && call.left === access) || call?.type === 'UpdateExpression';
  if (isWritten) return unread('an element that is written', call);
  const isElement = member.computed || (name !== undefined && ONLY_READS.has(name));
  return isElement ? NOTHING : unread(`\`${name ?? 'a member'}\` of a list`, member);
}
