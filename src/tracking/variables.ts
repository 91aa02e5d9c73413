import type { Definition, Variable } from '@typescript-eslint/scope-manager';
import { argumentsOf } from './arguments.js';
import { isClass, isFunction, type FunctionNode, type Node } from './ast.js';
import { callbackArgument } from './builtins.js';
import { isNothing } from './expressions.js';
import type { Frame } from './frame.js';
import { importBindingValues } from './modules.js';
import { patternPath, type PatternStep } from './patterns.js';
import type { Tracker } from './tracker.js';
import { annotationOf, typeValues } from './type-values.js';
import { unknown, type Value } from './value.js';

/** What a variable may hold, all its writes taken together. */
export function variableValues(
  variable: Variable,
  frame: Frame,
  node: Node,
  tracker: Tracker,
): readonly Value[] {
  const values: Value[] = [];
  for (const definition of variable.defs) {
    values.push(...definitionValues(definition, variable, frame, node, tracker));
  }
  for (const { identifier, source } of writesOf(variable)) {
    values.push(...writtenValues(identifier, source, frame, tracker));
  }
  // `let client;` before `client = new OpenAI()`: the empty start is not what a use sees.
  const filled = values.filter((value) => !isNothing(value));
  if (filled.every((value) => tracker.saysNothing(value))) {
    const typed = annotatedValues(variable, frame, tracker);
    if (typed) return typed;
  }
  if (filled.length > 0) return filled;
  return values.length > 0 ? values : [unknown(`\`${variable.name}\` has no value in view`, node)];
}

export interface VariableWrite {
  /** The name that is written, possibly inside a pattern. */
  readonly identifier: Node;
  /** The expression whose value, or part of it, is written. */
  readonly source: Node;
}

/** The assignments and initialisers of a variable. Defaults inside patterns are part of the pattern, not writes. */
export function writesOf(variable: Variable): VariableWrite[] {
  const writes: VariableWrite[] = [];
  for (const reference of variable.references) {
    const source = reference.writeExpr as Node | null | undefined;
    if (!reference.isWrite() || !source) continue;
    const isDefault = source.parent?.type === 'AssignmentPattern' && source.parent.right === source;
    if (!isDefault) writes.push({ identifier: reference.identifier as Node, source });
  }
  return writes;
}

function definitionValues(
  definition: Definition,
  variable: Variable,
  frame: Frame,
  node: Node,
  tracker: Tracker,
): readonly Value[] {
  const at = definition.node as Node;
  switch (definition.type as string) {
    case 'ImportBinding':
      return importBindingValues(at, frame, node, tracker);
    case 'FunctionName':
      return isFunction(at) ? [{ kind: 'function', node: at, frame }] : [];
    case 'ClassName':
      return isClass(at) ? [{ kind: 'class', node: at, frame }] : [];
    case 'Parameter':
      return isFunction(at) ? parameterValues(at, definition.name as Node, frame, node, tracker) : [];
    case 'Variable':
      return [];
    default:
      return [unknown(`\`${variable.name}\` is not followed`, node)];
  }
}

/** The value that a write gives to a name, through destructuring patterns and loops. */
function writtenValues(target: Node, source: Node, frame: Frame, tracker: Tracker): readonly Value[] {
  const { steps, host } = patternPath(target);
  if (host?.type === 'ForInStatement') return [unknown('key of an object', target)];
  const values = tracker.values(source, frame);
  const taken = host?.type === 'ForOfStatement' ? tracker.elements(values, target) : values;
  return along(taken, steps, frame, target, tracker);
}

/** The parts of values that a destructuring pattern takes. */
export function along(
  values: readonly Value[],
  steps: readonly PatternStep[],
  frame: Frame,
  node: Node,
  tracker: Tracker,
): readonly Value[] {
  let at = values;
  for (const step of steps) {
    switch (step.kind) {
      case 'member':
        at = at.flatMap((value) => tracker.member(value, step.name, node));
        break;
      case 'computed': {
        const key = tracker.constantKey(step.key, frame);
        at =
          key === undefined
            ? [unknown('computed key', node)]
            : at.flatMap((v) => tracker.member(v, key, node));
        break;
      }
      case 'default':
        at = [...at.filter((value) => !isNothing(value)), ...tracker.values(step.value, frame)];
        break;
      case 'rest':
        // What is left of a client still is one; what is left of an object literal is read as a whole elsewhere.
        at = at.map((value) => (value.kind === 'array' ? unknown('rest of a list', node) : value));
        break;
    }
  }
  return at;
}

/** What a parameter may be: the argument of the call in view, else what its type or the callback's caller says. */
export function parameterValues(
  fn: FunctionNode,
  name: Node,
  frame: Frame,
  node: Node,
  tracker: Tracker,
): readonly Value[] {
  const { steps, top } = patternPath(name);
  const index = fn.params.indexOf(top as never);
  const typed = () => annotatedPart(top, steps, frame, node, tracker);
  const given = givenValues(fn, index, frame, node, tracker);
  if (given) {
    const reached = along(given, steps, frame, node, tracker);
    return reached.every((value) => tracker.saysNothing(value)) ? (typed() ?? reached) : reached;
  }
  tracker.unbound.add(fn);
  const label = name.type === 'Identifier' ? `parameter \`${name.name}\`` : 'parameter';
  const defaults = along([], steps, frame, node, tracker);
  return typed() ?? [...defaults, unknown(label, node)];
}

/** The values that the call in view passes for a parameter; `null` when none is in view. */
function givenValues(
  fn: FunctionNode,
  index: number,
  frame: Frame,
  node: Node,
  tracker: Tracker,
): readonly Value[] | null {
  const binding = frame.bindingOf(fn);
  if (!binding) return callbackArgument(fn, index, frame, tracker);
  if (fn.params[index]?.type === 'RestElement') return [unknown('rest parameter', node)];
  const args = argumentsOf(binding.args, binding.caller, tracker);
  if (args.slice(0, index + 1).includes(null)) return [unknown('argument from a spread', node)];
  const arg = args[index];
  return arg
    ? tracker.values(arg.node, arg.frame)
    : [{ kind: 'constant', value: undefined, node: binding.site }];
}

function annotatedPart(
  top: Node,
  steps: readonly PatternStep[],
  frame: Frame,
  node: Node,
  tracker: Tracker,
): readonly Value[] | null {
  const annotation = annotationOf(top);
  if (!annotation) return null;
  const members = steps.filter((step) => step.kind !== 'default');
  const typed = along(typeValues(annotation, frame, tracker), members, frame, node, tracker);
  const known = typed.filter((value) => value.kind !== 'unknown');
  return known.length > 0 ? known : null;
}

function annotatedValues(variable: Variable, frame: Frame, tracker: Tracker): readonly Value[] | null {
  for (const definition of variable.defs) {
    if (definition.type !== ('Variable' as string)) continue;
    const name = definition.name as Node;
    const { steps, top } = patternPath(name);
    const typed = annotatedPart(top, steps, frame, name, tracker);
    if (typed) return typed;
  }
  return null;
}
