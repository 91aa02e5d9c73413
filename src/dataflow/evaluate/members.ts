import type { TSESTree } from '@typescript-eslint/utils';
import {
  isClass,
  isInStaticMember,
  isObjectAssign,
  isPrototype,
  thisHolder,
  unwrap,
  type ClassNode,
  type FunctionNode,
  type Node,
} from '../syntax/nodes.js';
import { instanceOf, returnedValues, superCallOf } from './calls.js';
import { collectedElements, isMadeCollection, isShifted, putInto } from './collections.js';
import { enumMember, enumMembers } from './enums.js';
import { exportedValues } from './modules.js';
import type { Evaluator } from '../model/evaluator.js';
import { type History } from '../model/evaluator.js';
import { extend } from '../model/access-path.js';
import { asOptional, isOptionalType } from './optional-values.js';
import { primitiveType, typeValues } from './declared-types.js';
import {
  type CallContext,
  isNothing,
  unknown,
  type ArrayValue,
  type ClassValue,
  type InstanceValue,
  type ObjectValue,
  type TypedValue,
  type AbstractValue,
} from '../model/abstract-value.js';
import { parameterValues } from './variables.js';
import { append } from '../../util/append.js';
import { rootContext } from '../model/call-context.js';

const GLOBAL_OBJECTS = new Set(['globalThis', 'global', 'window', 'self']);

/** What `object.name` or `object[key]` may be. */
export function memberExpressionValues(
  node: TSESTree.MemberExpression,
  frame: CallContext,
  tracker: Evaluator,
): readonly AbstractValue[] {
  const names = memberNames(node, frame, tracker);
  if (node.object.type === 'Super') return superMemberValues(node, names[0], frame, tracker);
  const objects = tracker.values(node.object, frame);
  if (names.length === 0) return tracker.elements(objects, node);
  if (tracker.history && objects.some(({ kind }) => kind === 'object')) {
    return heldMembers(node.object, objects, names, frame, tracker.history, tracker);
  }
  const values = objects.flatMap((object) =>
    names.flatMap(
      (name) => globalMember(object, name, frame, tracker) ?? memberOf(object, name, node, tracker),
    ),
  );
  return node.optional ? values.map(asOptional) : values;
}

/** Members of object literals at a use. */
function heldMembers(
  expression: Node,
  objects: readonly AbstractValue[],
  names: readonly string[],
  frame: CallContext,
  history: History,
  tracker: Evaluator,
): readonly AbstractValue[] {
  const self = objects.find((value) => value.kind === 'object')!;
  return names.flatMap((name) => [
    ...history.memberValues(expression, [name], frame).map((value) => withSelf(value, self)),
    ...objects
      .filter(({ kind }) => kind !== 'object' && kind !== 'constant')
      .flatMap(
        (object) => globalMember(object, name, frame, tracker) ?? memberOf(object, name, expression, tracker),
      ),
  ]);
}

/** The name that a member expression asks for; `undefined` when it is computed from something unknown. */
export function memberName(
  node: TSESTree.MemberExpression,
  frame: CallContext,
  tracker: Evaluator,
): string | undefined {
  if (node.property.type === 'PrivateIdentifier') return `#${node.property.name}`;
  if (!node.computed) return (node.property as TSESTree.Identifier).name;
  return tracker.constantKey(node.property, frame);
}

/** The names that a member expression may ask for; none when it is computed from something unknown. */
function memberNames(
  node: TSESTree.MemberExpression,
  frame: CallContext,
  tracker: Evaluator,
): readonly string[] {
  if (node.computed) return tracker.constantKeys(node.property, frame);
  const name = memberName(node, frame, tracker);
  return name === undefined ? [] : [name];
}

/** The key of a property or class member; `undefined` when it is computed from something unknown. */
export function propertyKey(
  property: { readonly key: Node; readonly computed: boolean },
  frame: CallContext,
  tracker: Evaluator,
): string | undefined {
  const { key } = property;
  if (key.type === 'PrivateIdentifier') return `#${key.name}`;
  if (!property.computed && key.type === 'Identifier') return key.name;
  if (key.type === 'Literal') return String(key.value);
  return tracker.constantKey(key, frame);
}

export function memberOf(
  object: AbstractValue,
  name: string,
  node: Node,
  tracker: Evaluator,
): readonly AbstractValue[] {
  switch (object.kind) {
    case 'path':
      return [extend(object, { kind: 'member', name }, node)];
    case 'object':
      return objectMember(object, name, tracker);
    case 'instance':
      return instanceMember(object, name, node, tracker);
    case 'class':
      return staticMember(object, name, node, tracker);
    case 'typed':
      return typedMember(object, name, node, tracker);
    case 'module':
      return exportedValues(object.frame.unit, name, node, tracker);
    case 'array': {
      const element = /^\d+$/.test(name) ? object.node.elements[Number(name)] : undefined;
      const isPlain = element && object.node.elements.every((other) => other?.type !== 'SpreadElement');
      if (isPlain) {
        const own = tracker.values(element, object.frame);
        return isShifted(object, tracker) ? [...own, ...elementsOf([object], node, tracker)] : own;
      }
      const put = /^\d+$/.test(name) ? putInto(object, tracker) : [];
      return put.length > 0 ? put : [unknown('member of a list', node)];
    }
    case 'function': {
      const written = writtenMembers(object, name, tracker);
      return written.length > 0 ? written : [unknown(`\`${name}\` of a function`, node)];
    }
    case 'constant':
    case 'text':
      return [unknown(`\`${name}\` of a plain value`, node)];
    case 'enum':
      return enumMember(object, name, tracker);
    case 'unknown':
      return [object.is ? unknown(object.reason, object.node) : object];
  }
}

/** Any element of a list, a map's values included. */
export function elementsOf(
  list: readonly AbstractValue[],
  node: Node,
  tracker: Evaluator,
): readonly AbstractValue[] {
  const found = list.flatMap((value): readonly AbstractValue[] => {
    if (value.kind === 'path') {
      const isCollected = isMadeCollection(value);
      return isCollected
        ? collectedElements(value, node, tracker)
        : [extend(value, { kind: 'element' }, node)];
    }
    if (value.kind === 'object') {
      // `o = { ...o }` holds itself.
      return tracker.ask('elements', value.node, value.frame, () => heldValues(value, node, tracker));
    }
    if (value.kind === 'enum') return enumMembers(value, tracker);
    if (value.kind === 'typed' && value.element) return typeValues(value.element, value.frame, tracker);
    if (value.kind !== 'array') return [unknown('element of a list that is not in view', node)];
    // `list = [...list, more]` spreads itself.
    return tracker.ask('elements', value.node, value.frame, () => [
      ...listedElements(value, tracker),
      ...putInto(value, tracker),
    ]);
  });
  return found.length > 0 ? found : [unknown('element of an empty list', node)];
}

/** What any key of an object may hold. */
function heldValues(object: ObjectValue, node: Node, tracker: Evaluator): readonly AbstractValue[] {
  const written = [...object.frame.unit.memberWrites.keys()].flatMap((name) =>
    writtenMembers(object, name, tracker),
  );
  const own = object.node.properties.flatMap((property): readonly AbstractValue[] => {
    // A method that the object is iterated with is none of its values.
    if (property.type === 'Property' && property.computed && property.key.type === 'MemberExpression')
      return [unknown('a key that is computed', property)];
    if (property.type === 'Property') return tracker.values(property.value, object.frame);
    const spread = tracker.values(property.argument, object.frame).filter(({ kind }) => kind !== 'constant');
    return spread.length > 0 ? elementsOf(spread, node, tracker) : [];
  });
  return [...own, ...written];
}

function listedElements(list: ArrayValue, tracker: Evaluator): readonly AbstractValue[] {
  return list.node.elements.flatMap((element) => {
    if (!element) return [];
    if (element.type !== 'SpreadElement') return tracker.values(element, list.frame);
    return elementsOf(tracker.values(element.argument, list.frame), element, tracker);
  });
}

/** `globalThis.client`, where the file assigns it: the assigned value; a plain global otherwise. */
function globalMember(
  object: AbstractValue,
  name: string,
  frame: CallContext,
  tracker: Evaluator,
): readonly AbstractValue[] | null {
  if (!isGlobalObject(object)) return null;
  const written = (frame.unit.memberWrites.get(name) ?? [])
    .filter((write) => tracker.values(write.object, rootContext(frame.unit)).some(isGlobalObject))
    .flatMap((write) => tracker.values(write.value, rootContext(frame.unit)));
  return written.length > 0
    ? written
    : [{ kind: 'path', root: { kind: 'global', name }, parent: null, step: null, node: object.node }];
}

function isGlobalObject(value: AbstractValue): boolean {
  return (
    value.kind === 'path' &&
    value.step === null &&
    value.root.kind === 'global' &&
    GLOBAL_OBJECTS.has(value.root.name)
  );
}

/** `params = { ...params, more }` is made of itself: each member of a literal is read once. */
function objectMember(object: ObjectValue, name: string, tracker: Evaluator): readonly AbstractValue[] {
  const { mayBeChanged = false } = object;
  return tracker.ask(mayBeChanged ? `?.${name}` : `.${name}`, object.node, object.frame, () => {
    const found = literalMember(object, name, tracker);
    if (mayBeChanged && found.length === 0)
      return [unknown('an object that may have been changed', object.node)];
    return found.length > 0 ? found : [{ kind: 'constant', value: undefined, node: object.node }];
  });
}

function literalMember(object: ObjectValue, name: string, tracker: Evaluator): readonly AbstractValue[] {
  let found: readonly AbstractValue[] = [];
  let isOwn = false;
  for (const property of [...object.node.properties].reverse()) {
    if (property.type === 'SpreadElement') {
      const spread = tracker
        .values(property.argument, object.frame)
        .flatMap((value) => memberOf(value, name, property.argument, tracker));
      found = [...found, ...spread.filter((value) => !isNothing(value))];
      continue;
    }
    const written = propertyKey(property, object.frame, tracker);
    if (written === undefined && tracker.history)
      found = [...found, unknown('a key that is computed', property)];
    if (written !== name) continue;
    found = [...found, ...propertyValues(property, object, tracker)];
    isOwn = true;
    break;
  }
  if (!isOwn) found = [...found, ...inheritedMember(object, name, tracker)];
  return [...found, ...writtenMembers(object, name, tracker), ...assignedMembers(object, name, tracker)];
}

/** What `Object.assign(object, source)` may put under a key, anywhere in the file. */
function assignedMembers(object: ObjectValue, name: string, tracker: Evaluator): readonly AbstractValue[] {
  // With a history that is read at its place.
  if (tracker.history) return [];
  const root = rootContext(object.frame.unit);
  return root.unit.callsNamed('assign').flatMap((call) => {
    const [target, ...sources] = call.arguments;
    const isTarget =
      target && isObjectAssign(call) && tracker.values(target, root).some((one) => isSameObject(one, object));
    if (!isTarget) return [];
    return sources.flatMap((source) => {
      if (source.type === 'SpreadElement') return [unknown('spread arguments', source)];
      const held = tracker.values(source, root).filter(({ kind }) => kind !== 'constant');
      return held.flatMap((one) => memberOf(one, name, source, tracker)).filter((one) => !isNothing(one));
    });
  });
}

/** What an object has from the prototype that is written into it: `{ __proto__: base }`. */
function inheritedMember(object: ObjectValue, name: string, tracker: Evaluator): readonly AbstractValue[] {
  const prototype = object.node.properties.find(isPrototype);
  if (!prototype) return [];
  return tracker
    .values(prototype.value, object.frame)
    .flatMap((value) => memberOf(value, name, prototype, tracker));
}

function propertyValues(
  property: TSESTree.Property,
  object: ObjectValue,
  tracker: Evaluator,
): readonly AbstractValue[] {
  if (property.kind === 'set') return [];
  if (property.kind === 'get') return getterValues(property.value as FunctionNode, object, tracker);
  return tracker.values(property.value, object.frame).map((value) => withSelf(value, object));
}

function getterValues(
  getter: FunctionNode,
  self: ObjectValue | InstanceValue | ClassValue,
  tracker: Evaluator,
): readonly AbstractValue[] {
  const inside = self.frame.bind({ fn: getter, args: [], caller: self.frame, site: getter, self });
  return inside
    ? returnedValues(getter, inside, getter, tracker)
    : [unknown('calls nested too deep to follow', getter)];
}

/** A method remembers the object that it was read from. */
function withSelf(value: AbstractValue, self: AbstractValue): AbstractValue {
  return value.kind === 'function' && value.node.type !== 'ArrowFunctionExpression'
    ? { ...value, self }
    : value;
}

function instanceMember(
  object: InstanceValue,
  name: string,
  node: Node,
  tracker: Evaluator,
): readonly AbstractValue[] {
  return tracker.ask(`.${name}`, object.node, object.frame, () =>
    ownOrInherited(object, name, node, tracker),
  );
}

function ownOrInherited(
  object: InstanceValue,
  name: string,
  node: Node,
  tracker: Evaluator,
): readonly AbstractValue[] {
  const own = classMember(object, false, name, node, tracker);
  if (own.some((value) => value.kind !== 'unknown') || !object.node.superClass) {
    return own.length > 0 ? own : [unknown(`\`${name}\` is set out of view`, node)];
  }
  return superInstances(object.node, object.frame, tracker).flatMap((value) =>
    memberOf(value, name, node, tracker),
  );
}

function staticMember(
  object: ClassValue,
  name: string,
  node: Node,
  tracker: Evaluator,
): readonly AbstractValue[] {
  return tracker.ask(`static .${name}`, object.node, object.frame, () =>
    ownOrInheritedStatic(object, name, node, tracker),
  );
}

function ownOrInheritedStatic(
  object: ClassValue,
  name: string,
  node: Node,
  tracker: Evaluator,
): readonly AbstractValue[] {
  const own = classMember(object, true, name, node, tracker);
  if (own.length > 0) return own;
  if (!object.node.superClass) return [unknown(`\`${name}\` is set out of view`, node)];
  const base = tracker.values(object.node.superClass, object.frame);
  return base.flatMap((value) => memberOf(value, name, node, tracker));
}

/** An attribute that a class and its instances have in common, as in Python. */
function isShared(member: TSESTree.ClassElement): boolean {
  return (member as { readonly isShared?: boolean }).isShared === true;
}

function classMember(
  object: InstanceValue | ClassValue,
  isStatic: boolean,
  name: string,
  node: Node,
  tracker: Evaluator,
): readonly AbstractValue[] {
  const found: AbstractValue[] = [];
  let annotation: TSESTree.TypeNode | undefined;
  for (const member of object.node.body.body) {
    if (member.type === 'StaticBlock' || member.type === 'TSIndexSignature') continue;
    if (!isStatic && member.type === 'MethodDefinition' && member.kind === 'constructor') {
      append(found, parameterPropertyValues(member.value as FunctionNode, object.frame, name, node, tracker));
    } else if (
      (member.static === isStatic || isShared(member)) &&
      propertyKey(member, object.frame, tracker) === name
    ) {
      if ('typeAnnotation' in member) annotation = member.typeAnnotation?.typeAnnotation;
      append(found, declaredMemberValues(member, object, tracker));
    }
  }
  append(found, writtenMembers(object, name, tracker));
  const filled = found.filter((value) => !isNothing(value));
  if (annotation && filled.every((value) => tracker.saysNothing(value))) {
    const typed = typeValues(annotation, object.frame, tracker);
    if (typed.length > 0) return typed;
  }
  return filled.length > 0 ? filled : found;
}

function declaredMemberValues(
  member: Exclude<TSESTree.ClassElement, TSESTree.StaticBlock | TSESTree.TSIndexSignature>,
  object: InstanceValue | ClassValue,
  tracker: Evaluator,
): readonly AbstractValue[] {
  if (member.type === 'PropertyDefinition' || member.type === 'AccessorProperty') {
    if (!member.value) return [];
    return tracker.values(member.value, object.frame).map((value) => withSelf(value, object));
  }
  if (member.type === 'TSAbstractMethodDefinition') {
    const result = member.value.returnType?.typeAnnotation;
    if (!result) return [];
    if (member.kind === 'get') return typeValues(result, object.frame, tracker);
    return [{ kind: 'typed', members: [], result, frame: object.frame, node: member }];
  }
  if (member.value?.type !== 'FunctionExpression' || !('kind' in member)) return [];
  const fn: FunctionNode = member.value;
  if (member.kind === 'get') return getterValues(fn, object, tracker);
  return member.kind === 'method' ? [{ kind: 'function', node: fn, frame: object.frame, self: object }] : [];
}

/** `constructor(private readonly client: OpenAI)` declares a field. */
function parameterPropertyValues(
  constructor: FunctionNode,
  frame: CallContext,
  name: string,
  node: Node,
  tracker: Evaluator,
): readonly AbstractValue[] {
  for (const param of constructor.params) {
    if (param.type !== 'TSParameterProperty') continue;
    const inner = param.parameter.type === 'AssignmentPattern' ? param.parameter.left : param.parameter;
    if (inner.type === 'Identifier' && inner.name === name) {
      return parameterValues(constructor, inner, frame, node, tracker);
    }
  }
  return [];
}

/** Values assigned to `object.name` anywhere in the object's own file. */
function writtenMembers(
  object: Extract<AbstractValue, { kind: 'object' | 'instance' | 'class' | 'function' }>,
  name: string,
  tracker: Evaluator,
): readonly AbstractValue[] {
  const { unit } = object.frame;
  return (unit.memberWrites.get(name) ?? []).flatMap((write) => {
    const target = unwrap(write.object);
    if (target.type === 'ThisExpression') {
      const isSame =
        thisHolder(target) === object.node && isInStaticMember(target) === (object.kind === 'class');
      return isSame || (object.kind === 'object' && thisHolder(target) === object.node)
        ? tracker.values(write.value, object.frame)
        : [];
    }
    const isSame = tracker.values(target, rootContext(unit)).some((value) => isSameObject(value, object));
    return isSame ? tracker.values(write.value, rootContext(unit)) : [];
  });
}

function isSameObject(one: AbstractValue, other: AbstractValue): boolean {
  return one.kind === other.kind && one.node === other.node && one.kind !== 'unknown' && one.kind !== 'path';
}

/** The base-class part of an instance: made by `super(…)`, or by the arguments of `new` where no constructor is written. */
export function superInstances(
  cls: ClassNode,
  frame: CallContext,
  tracker: Evaluator,
): readonly AbstractValue[] {
  const superCall = superCallOf(cls);
  const site = superCall ?? cls;
  const inherited = superCall ? null : frame.bindingOf(cls);
  const args: readonly Node[] = superCall?.arguments ?? inherited?.args ?? [];
  const argFrame = inherited?.caller ?? frame;
  return tracker.values(cls.superClass!, frame).map((value): AbstractValue => {
    if (value.kind === 'path') return extend(value, { kind: 'new', site, args, frame: argFrame }, site);
    if (value.kind === 'class') return instanceOf(value, site, args, argFrame);
    return unknown('base class out of view', cls);
  });
}

function superMemberValues(
  node: Node,
  name: string | undefined,
  frame: CallContext,
  tracker: Evaluator,
): readonly AbstractValue[] {
  const holder = thisHolder(node);
  if (!isClass(holder) || !holder.superClass || name === undefined)
    return [unknown('`super` out of view', node)];
  return superInstances(holder, frame, tracker).flatMap((value) => memberOf(value, name, node, tracker));
}

function typedMember(
  object: TypedValue,
  name: string,
  node: Node,
  tracker: Evaluator,
): readonly AbstractValue[] {
  const { frame } = object;
  for (const member of object.members) {
    if (member.type !== 'TSPropertySignature' && member.type !== 'TSMethodSignature') continue;
    if (propertyKey(member, frame, tracker) !== name) continue;
    if (member.type === 'TSMethodSignature') {
      return [{ kind: 'typed', members: [], result: member.returnType?.typeAnnotation, frame, node: member }];
    }
    const annotation = member.typeAnnotation?.typeAnnotation;
    const typed = annotation ? typeValues(annotation, frame, tracker) : [];
    const isOptional = member.optional || isOptionalType(annotation);
    if (typed.length > 0) return isOptional ? typed.map(asOptional) : typed;
    const is = annotation && primitiveType(annotation);
    const value = unknown(`\`${name}\` of a type that is not followed`, node);
    if (is) return [{ ...value, is, ...(isOptional ? { isOptional } : {}) }];
    if (isOptional) return [{ ...value, isOptional }];
  }
  const typed = object.element ? typeValues(object.element, frame, tracker) : [];
  if (typed.length > 0) return typed;
  return [unknown(`\`${name}\` of a type that is not followed`, node)];
}
