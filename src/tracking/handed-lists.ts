import { argumentsOf, type Argument } from './arguments.js';
import { outermost, type CallLike, type Node } from './ast.js';
import { calledName } from './builtins.js';
import { PUTS } from './collections.js';
import type { Frame } from './frame.js';
import { mayChange } from './touches.js';
import { enter, type Tracker } from './tracker.js';
import { unknown, type FunctionValue, type UnknownValue } from './value.js';

/** What functions put into a list that they are handed: `addTools(tools)`. */
export interface PutByOthers {
  readonly put: readonly Argument[];
  readonly unknown: readonly UnknownValue[];
}

/** What the calls that a named list is handed to put into it; unknown where a function may that is not in view. */
export function putByOthers(name: Node, frame: Frame, tracker: Tracker): PutByOthers {
  const put: Argument[] = [];
  const unread: UnknownValue[] = [];
  const variable = name.type === 'Identifier' ? frame.unit.variable(name) : undefined;
  for (const reference of variable?.references ?? []) {
    const use = outermost(reference.identifier as Node);
    const call = use.parent;
    if (call?.type !== 'CallExpression' && call?.type !== 'NewExpression') continue;
    const index = call.arguments.indexOf(use as never);
    if (index < 0) continue;
    for (const callee of tracker.values(call.callee, frame)) {
      const called = calledName(call.callee) ?? '';
      if (callee.kind === 'function') {
        for (const one of putByFunction(callee, call, index, frame, tracker)) {
          if (one) put.push(one);
          else unread.push(unknown('spread arguments', call));
        }
      } else if (mayChange(callee, called))
        unread.push(unknown(`\`${called || 'a function'}\` is handed the list`, call));
    }
  }
  return { put, unknown: unread };
}

/** `list.push(…)` inside a function, for the parameter that the list is given for; `null` for spreads out of view. */
function putByFunction(
  fn: FunctionValue,
  call: CallLike,
  index: number,
  frame: Frame,
  tracker: Tracker,
): readonly (Argument | null)[] {
  const param = fn.node.params[index];
  const variable = param?.type === 'Identifier' ? fn.frame.unit.variable(param) : undefined;
  const inside = variable ? enter(fn, call, call.arguments, frame) : null;
  if (!variable || !inside) return [];
  return variable.references.flatMap((reference) => {
    const use = outermost(reference.identifier as Node);
    const method = use.parent;
    const put = method?.type === 'MemberExpression' && method.object === use ? method.parent : undefined;
    if (put?.type !== 'CallExpression' || put.callee !== method) return [];
    const first = PUTS.get(calledName(method) ?? '');
    if (first === undefined) return [];
    return argumentsOf(put.arguments.slice(first), inside, tracker);
  });
}
