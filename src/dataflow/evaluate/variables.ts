import type { Definition, Variable } from '@typescript-eslint/scope-manager';
import type { TSESTree } from '@typescript-eslint/utils';
import { argumentsOf, type Argument } from './arguments.js';
import {
  contains,
  enclosingFunction,
  isClass,
  isEmptyObject,
  isFunction,
  outermost,
  unwrap,
  type FunctionNode,
  type Node,
} from '../syntax/nodes.js';
import { callbackArgument } from './builtins.js';
import { enumMember } from './enums.js';
import { deciderIn, type Decide } from './conditions.js';
import { importBindingValues } from './modules.js';
import { BranchCover, executionOffset, reaches } from '../control/control-flow.js';
import { hostOf, patternPath, type PatternStep } from '../syntax/destructuring.js';
import { asGiven, asOptional, isGuarded, isOptionalParameter } from './optional-values.js';
import type { Evaluator } from '../model/evaluator.js';
import { primitiveType, typeValues } from './declared-types.js';
import { annotationOf } from '../syntax/names.js';
import { type CallContext, HOLE, isNothing, unknown, type AbstractValue } from '../model/abstract-value.js';
import { append } from '../../util/append.js';

/** Writes of one variable that are followed from one use. */
const MAX_WRITES = 48;

/** A variable to which more is appended is a text of which only the start is read. */
const MAX_APPENDED = 8;

export const TOO_MANY_WRITES = 'more assignments than are followed';

/** What a variable may hold, all its writes taken together. */
export function variableValues(
  variable: Variable,
  frame: CallContext,
  node: Node,
  tracker: Evaluator,
): readonly AbstractValue[] {
  if (tracker.history && frame.unit.variable(node) === variable)
    return heldValues(variable, frame, node, tracker);
  const values: AbstractValue[] = [];
  for (const definition of variable.defs) {
    append(values, definitionValues(definition, variable, frame, node, tracker));
  }
  const writes = definitionsOf(variable);
  const appending = writes.filter(({ operator }) => operator === '+=');
  const isBuilt = appending.length > MAX_APPENDED;
  for (const write of writes) {
    if (!isBuilt || write.operator !== '+=') append(values, writtenValues(write, frame, tracker));
  }
  if (isBuilt) append(values, withMore(values, node));
  // `let client;` before `client = new OpenAI()`: the empty start is not what a use sees.
  const filled = values.filter((value) => !isNothing(value));
  if (filled.every((value) => tracker.saysNothing(value))) {
    const typed = annotatedValues(variable, frame, tracker);
    if (typed) return typed;
  }
  if (filled.length > 0) return filled;
  return values.length > 0 ? values : [unknown(`\`${variable.name}\` has no value in view`, node)];
}

/** What a text that is written to often may be: what it starts as, and then something. */
function withMore(values: readonly AbstractValue[], node: Node): readonly AbstractValue[] {
  const starts = values.flatMap((value) =>
    value.kind === 'constant' && typeof value.value === 'string' ? [value.value] : [],
  );
  const texts = starts.map((start): AbstractValue => ({
    kind: 'text',
    text: start + HOLE,
    holes: [null],
    node,
  }));
  const is = texts.length > 0 ? 'text' : 'primitive';
  return [...texts, { ...unknown('text that is computed', node), is }];
}

/** What a variable may hold at a use. */
function heldValues(
  variable: Variable,
  frame: CallContext,
  use: Node,
  tracker: Evaluator,
): readonly AbstractValue[] {
  const { writes, isCertain, isCut } = reachingDefinitions(variable, use, frame, deciderIn(frame, tracker));
  const values = writes.flatMap((write) => writtenValues(write, frame, tracker));
  if (isCut) values.push(unknown(TOO_MANY_WRITES, use));
  if (!isCertain) {
    for (const definition of variable.defs) {
      append(values, definitionValues(definition, variable, frame, use, tracker));
    }
    if (variable.defs.some(isEmptyDeclaration)) values.push(notSet(variable, writes, use));
  }
  const typed =
    values.every((value) => tracker.saysNothing(value)) && annotatedValues(variable, frame, tracker);
  if (typed) return typed;
  return values.length > 0 ? values : [unknown(`\`${variable.name}\` has no value in view`, use)];
}

/** `let name;` */
function isEmptyDeclaration({ node, type }: Definition): boolean {
  const declarator = node as Node;
  if (type !== ('Variable' as string) || declarator.type !== 'VariableDeclarator' || declarator.init)
    return false;
  return (
    !('declare' in declarator.parent && declarator.parent.declare) && hostOf(declarator.id) === declarator
  );
}

/** Where another function sets a variable, nobody can tell whether it has done so. */
function notSet(variable: Variable, writes: readonly VariableDefinition[], use: Node): AbstractValue {
  const isLocal = writes.every(({ identifier }) => enclosingFunction(identifier) === enclosingFunction(use));
  if (isLocal) return { kind: 'constant', value: undefined, node: use };
  return unknown(`\`${variable.name}\` may not be set yet`, use);
}

/**
 * The writes of a variable that a use may see: from the last one back to the first that surely happened. `isCertain`
 * when nothing from before them can be left; `isCut` when there are more than are followed.
 */
export function reachingDefinitions(
  variable: Variable,
  use: Node,
  frame: CallContext,
  decide: Decide,
): { readonly writes: readonly VariableDefinition[]; readonly isCertain: boolean; readonly isCut?: boolean } {
  const writes: VariableDefinition[] = [];
  const all = latestFirst(variable);
  // What another function writes may happen later than all that is written here.
  const ordered =
    all.length > 1
      ? [
          ...all.filter(({ identifier }) => isElsewhere(identifier, use)),
          ...all.filter(({ identifier }) => !isElsewhere(identifier, use)),
        ]
      : all;
  const cover = new BranchCover(use);
  for (const write of ordered) {
    const declared = variable.defs[0]?.name as Node | undefined;
    const reach = reaches(write.identifier, use, frame, declared, decide);
    if (reach === 'no') continue;
    if (writes.length >= MAX_WRITES) return { writes, isCertain: true, isCut: true };
    writes.push(write);
    if (reach === 'certain' || cover.add(write.identifier)) return { writes, isCertain: true };
  }
  return { writes, isCertain: false };
}

const latestWrites = new WeakMap<Variable, readonly VariableDefinition[]>();

function latestFirst(variable: Variable): readonly VariableDefinition[] {
  let known = latestWrites.get(variable);
  if (!known) {
    const placed = definitionsOf(variable).map((write) => ({
      write,
      moment: executionOffset(write.identifier),
    }));
    known = placed.sort((one, other) => other.moment - one.moment).map(({ write }) => write);
    latestWrites.set(variable, known);
  }
  return known;
}

/** Is a write in a function that is not around a use? */
function isElsewhere(write: Node, use: Node): boolean {
  const home = enclosingFunction(write);
  return home !== null && !contains(home, use);
}

export interface VariableDefinition {
  /** The name that is written, possibly inside a pattern. */
  readonly identifier: Node;
  /** The expression whose value, or part of it, is written. */
  readonly source: Node;
  /** `=`, or the operator that makes the new value of the old one. */
  readonly operator: string;
}

/** The assignments and initialisers of a variable. Defaults inside patterns are part of the pattern, not writes. */
export function definitionsOf(variable: Variable): readonly VariableDefinition[] {
  let known = knownWrites.get(variable);
  if (!known) knownWrites.set(variable, (known = findWrites(variable)));
  return known;
}

const knownWrites = new WeakMap<Variable, readonly VariableDefinition[]>();

function findWrites(variable: Variable): readonly VariableDefinition[] {
  const writes: VariableDefinition[] = [];
  for (const reference of variable.references) {
    if (!reference.isWrite()) continue;
    const identifier = reference.identifier as Node;
    const holder = outermost(identifier).parent;
    if (holder?.type === 'UpdateExpression') {
      writes.push({ identifier, source: holder, operator: holder.operator });
      continue;
    }
    const source = reference.writeExpr as Node | null | undefined;
    if (!source) continue;
    const isDefault = source.parent?.type === 'AssignmentPattern' && source.parent.right === source;
    if (isDefault) continue;
    const isAssigned = holder?.type === 'AssignmentExpression' && holder.right === source;
    writes.push({ identifier, source, operator: isAssigned ? holder.operator : '=' });
  }
  return writes;
}

function definitionValues(
  definition: Definition,
  variable: Variable,
  frame: CallContext,
  node: Node,
  tracker: Evaluator,
): readonly AbstractValue[] {
  const at = definition.node as Node;
  switch (definition.type as string) {
    case 'ImportBinding':
      return importBindingValues(at, frame, node, tracker);
    case 'FunctionName':
      return isFunction(at) ? [{ kind: 'function', node: at, frame: frame.around(at) }] : [];
    case 'ClassName':
      return isClass(at) ? [{ kind: 'class', node: at, frame: frame.around(at) }] : [];
    case 'Parameter':
      return isFunction(at) ? parameterValues(at, definition.name as Node, frame, node, tracker) : [];
    case 'Variable':
      return [];
    case 'TSEnumName':
      return definition === variable.defs[0] ? [enumOf(variable, frame)] : [];
    case 'TSEnumMemberName':
      // Inside of its enum a member is called by its own name.
      return at.type === 'TSEnumMember' ? enumMemberValues(at, variable.name, frame, tracker) : [];
    default:
      return [unknown(`\`${variable.name}\` is not followed`, node)];
  }
}

function enumMemberValues(
  member: TSESTree.TSEnumMember,
  name: string,
  frame: CallContext,
  tracker: Evaluator,
): readonly AbstractValue[] {
  const declaration = member.parent.parent as Node;
  if (declaration.type !== 'TSEnumDeclaration') return [];
  return enumMember({ kind: 'enum', node: declaration, declarations: [declaration], frame }, name, tracker);
}

function enumOf(variable: Variable, frame: CallContext): AbstractValue {
  const declarations = variable.defs
    .map((definition) => definition.node as Node)
    .filter((node) => node.type === 'TSEnumDeclaration');
  return { kind: 'enum', node: declarations[0]!, declarations, frame };
}

/** The value that a write gives to a name, through destructuring patterns and loops. */
function writtenValues(
  { identifier: target, source, operator }: VariableDefinition,
  frame: CallContext,
  tracker: Evaluator,
): readonly AbstractValue[] {
  if (operator !== '=') {
    // Without regard to time, what an empty variable is filled with is one more of its values.
    const isFilled = !tracker.history && /^(?:\?\?|\|\||&&)=$/.test(operator);
    return tracker.values(isFilled || source.type === 'UpdateExpression' ? source : source.parent!, frame);
  }
  const { steps, host } = patternPath(target);
  if (host?.type === 'ForInStatement') return [unknown('key of an object', target)];
  const values = tracker.values(source, frame);
  if (host?.type === 'ForOfStatement')
    return along(tracker.elements(values, target), steps, frame, target, tracker);
  return taken({ node: source, frame }, values, steps, frame, target, tracker);
}

/** The part of a value that a pattern takes. */
function taken(
  source: Argument,
  values: readonly AbstractValue[],
  steps: readonly PatternStep[],
  frame: CallContext,
  node: Node,
  tracker: Evaluator,
): readonly AbstractValue[] {
  const mayLackDefault = tracker.history !== null || isAlwaysTheSame(source);
  if (mayLackDefault && steps[0]?.kind === 'default' && values.length > 0 && values.every(isDefined)) {
    return taken(source, values, steps.slice(1), frame, node, tracker);
  }
  const count = steps.findIndex(({ kind }) => kind === 'default' || kind === 'rest');
  const members = count < 0 ? steps : steps.slice(0, count);
  const isHeld = tracker.history && members.length > 0 && values.some(({ kind }) => kind === 'object');
  if (!isHeld) return along(values, steps, frame, node, tracker);
  const path = members.flatMap((step): (string | undefined)[] => {
    if (step.kind === 'member') return [step.name];
    return step.kind === 'computed' ? [tracker.constantKey(step.key, frame)] : [];
  });
  const isKnown = path.every((name) => name !== undefined);
  const held = isKnown
    ? tracker.history!.memberValues(source.node, path, source.frame)
    : [unknown('computed key', node)];
  const others = values.filter(({ kind }) => kind !== 'object' && kind !== 'constant');
  const found = [...held, ...along(others, members, frame, node, tracker)];
  return along(found, steps.slice(members.length), frame, node, tracker);
}

/** The parts of values that a destructuring pattern takes. */
export function along(
  values: readonly AbstractValue[],
  steps: readonly PatternStep[],
  frame: CallContext,
  node: Node,
  tracker: Evaluator,
): readonly AbstractValue[] {
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
        if (tracker.history && at.length > 0 && at.every(isDefined)) break;
        at = [
          ...at.filter((value) => (tracker.history ? !isUndefined(value) : !isNothing(value))),
          ...tracker.values(step.value, frame),
        ];
        break;
      case 'rest':
        // What is left of a client still is one; what is left of an object literal is read as a whole elsewhere.
        at = at.map((value) => {
          const isOther = value.kind === 'array' || (tracker.history && value.kind === 'object');
          return isOther ? unknown('rest of an object', node) : value;
        });
        break;
    }
  }
  return at;
}

function isUndefined(value: AbstractValue): boolean {
  return value.kind === 'constant' && value.value === undefined;
}

/** Is it surely something, so that a default does not count? */
function isDefined(value: AbstractValue): boolean {
  if (value.kind === 'path') return value.step?.kind === 'new';
  return !isUndefined(value) && value.kind !== 'typed' && value.kind !== 'unknown';
}

const MADE_IN_PLACE: ReadonlySet<string> = new Set([
  'ArrayExpression',
  'ArrowFunctionExpression',
  'FunctionExpression',
  'Literal',
  'NewExpression',
  'ObjectExpression',
  'TemplateLiteral',
]);

/** Does an expression mean the same at all times: what is made in place, or a constant that is given a value once? */
function isAlwaysTheSame({ node, frame }: Argument): boolean {
  const expression = unwrap(node);
  if (expression.type !== 'Identifier') return MADE_IN_PLACE.has(expression.type);
  const declarator = frame.unit.variable(expression)?.defs[0]?.node as Node | undefined;
  return declarator?.type === 'VariableDeclarator' && declarator.parent.kind === 'const';
}

/** What a parameter may be: the argument of the call in view, else what its type or the callback's caller says. */
export function parameterValues(
  fn: FunctionNode,
  name: Node,
  frame: CallContext,
  node: Node,
  tracker: Evaluator,
): readonly AbstractValue[] {
  const { steps, top } = patternPath(name);
  const index = fn.params.indexOf(top as never);
  const typed = () => annotatedPart(top, steps, frame, node, tracker);
  const given = givenValues(fn, index, frame, node, tracker);
  if (given) {
    const reached = given.source
      ? taken(given.source, given.values, steps, frame, node, tracker)
      : along(given.values, steps, frame, node, tracker);
    return reached.every((value) => tracker.saysNothing(value)) ? (typed() ?? reached) : reached;
  }
  tracker.unbound.add(fn);
  const label = name.type === 'Identifier' ? `parameter \`${name.name}\`` : 'parameter';
  const optional =
    isOptionalParameter(top, steps) || typedPart(top, steps, frame, node, tracker).some(isLeftOut);
  // Callers out of view decide whether an empty default counts.
  const defaults = along([], steps, frame, node, tracker).filter(
    (value) => value.kind !== 'object' || !isEmptyObject(value.node),
  );
  const annotation = steps.every(({ kind }) => kind === 'default') ? annotationOf(top) : undefined;
  const is = annotation && primitiveType(annotation);
  const values = typed() ?? [...defaults, { ...unknown(label, node), ...(is ? { is } : {}) }];
  return optional && !isGuarded(node) ? values.map(asOptional) : values;
}

function isLeftOut(value: AbstractValue): boolean {
  return value.kind === 'unknown' && value.isOptional === true;
}

/** The values that the call in view passes for a parameter; `null` when none is in view. */
function givenValues(
  fn: FunctionNode,
  index: number,
  frame: CallContext,
  node: Node,
  tracker: Evaluator,
): { readonly values: readonly AbstractValue[]; readonly source?: Argument } | null {
  const binding = frame.bindingOf(fn);
  if (!binding) {
    const values = callbackArgument(fn, index, frame, tracker);
    return values && { values };
  }
  if (fn.params[index]?.type === 'RestElement') return { values: [unknown('rest parameter', node)] };
  const args = argumentsOf(binding.args, binding.caller, tracker);
  if (args.slice(0, index + 1).includes(null)) return { values: [unknown('argument from a spread', node)] };
  const source = args[index];
  return source
    ? { values: tracker.values(source.node, source.frame), source }
    : { values: [{ kind: 'constant', value: undefined, node: binding.site }] };
}

function annotatedPart(
  top: Node,
  steps: readonly PatternStep[],
  frame: CallContext,
  node: Node,
  tracker: Evaluator,
): readonly AbstractValue[] | null {
  const known = typedPart(top, steps, frame, node, tracker).filter((value) => value.kind !== 'unknown');
  return known.length > 0 ? known : null;
}

/** What the type of a parameter or variable says of a part of it. */
function typedPart(
  top: Node,
  steps: readonly PatternStep[],
  frame: CallContext,
  node: Node,
  tracker: Evaluator,
): readonly AbstractValue[] {
  const annotation = annotationOf(top);
  if (!annotation) return [];
  const members = steps.filter((step) => step.kind !== 'default');
  const typed = along(typeValues(annotation, frame, tracker), members, frame, node, tracker);
  // A default stands for what is left out.
  return members.length < steps.length ? typed.map(asGiven) : typed;
}

function annotatedValues(
  variable: Variable,
  frame: CallContext,
  tracker: Evaluator,
): readonly AbstractValue[] | null {
  for (const definition of variable.defs) {
    if (definition.type !== ('Variable' as string)) continue;
    const name = definition.name as Node;
    const { steps, top } = patternPath(name);
    const typed = annotatedPart(top, steps, frame, name, tracker);
    if (typed) return typed;
  }
  return null;
}
