import type { TSESTree } from '@typescript-eslint/utils';
import { unwrap, type CallLike, type Node } from '../dataflow/syntax/nodes.js';
import {
  CONTEXT,
  ELEMENT,
  EVENT,
  INSTANCE,
  isEvent,
  elementPosition,
  filled,
  filledPosition,
  handed,
  handedPosition,
  isElement,
  isOf,
  isProperty,
  ITEM,
  JSON_TEXT,
  property,
  REJECTED,
  RESULT,
  RETURNED,
  STATE,
  STORED,
  type Selector,
} from './selector.js';
import { isAtHand, next, type State } from './state.js';
import type { Flow, Module } from './flow.js';
import { importBinding, startOfInitial } from './imports.js';
import { ITERATOR, keyOf } from './keys.js';
import { isFramework, isProviderKey, lookupAt, providedToken } from './containers.js';
import { proxyOf } from './proxies.js';

/**
 * What the language's own helpers, and the holders of frameworks, do with what they are handed, by kind. They apply only
 * where the callee is no function of the project.
 */

/** Methods that give an element of what they are called on. */
const GIVES_ELEMENT = new Set([
  'at',
  'deref',
  'find',
  'findLast',
  'get',
  'pop',
  'shift',
  'splice',
  'reduce',
  'reduceRight',
]);

/** Methods that give something with the same elements. */
const GIVES_SAME = new Set([
  'concat',
  'copyWithin',
  'difference',
  'entries',
  'fill',
  'filter',
  'flat',
  'intersection',
  'reverse',
  'slice',
  'sort',
  'splice',
  'symmetricDifference',
  'toReversed',
  'toSorted',
  'toSpliced',
  'union',
  'values',
  'with',
  'drop',
  'take',
  'toArray',
  ITERATOR,
]);

/** Methods that hand each element to a callback. */
const CALLS_BACK = new Set([
  'every',
  'filter',
  'find',
  'findIndex',
  'findLast',
  'findLastIndex',
  'flatMap',
  'forEach',
  'map',
  'reduce',
  'reduceRight',
  'some',
]);

/** Methods by which a collection, or a container of a framework, takes a value. */
const TAKES = new Set([
  'add',
  'append',
  'decorate',
  'enqueue',
  'fill',
  'provide',
  'push',
  'register',
  'set',
  'splice',
  'unshift',
  'value',
  'with',
]);

/** Methods that give a set of the elements of both. */
const UNITES = new Set(['symmetricDifference', 'union']);

/** Methods of what a container is told about that give it back. */
const GIVES_ITSELF = new Set(['inSingletonScope', 'inTransientScope', 'scoped', 'singleton', 'transient']);

/** Methods by which a container takes a function that makes what it gives. */
const CONTAINS = new Set(['bind', 'factory', 'provide', 'register', 'registerSingleton', 'singleton']);

/** Methods by which an emitter takes a value, behind the name of an event. */
const EMITS = new Set(['dispatch', 'emit', 'publish']);

/** Functions that run a callback later, with the position of what it is handed. */
const TIMERS: Readonly<Record<string, number>> = {
  queueMicrotask: 1,
  setImmediate: 1,
  setInterval: 2,
  setTimeout: 2,
};

/** Methods that hand what is emitted to a callback. */
const LISTENS = new Set(['addEventListener', 'addListener', 'on', 'once', 'prependListener', 'subscribe']);

/** Methods of promises. */
const PROMISE = new Set(['catch', 'finally', 'then']);

/** Methods of texts after which an address is still the address, or the start of one. */
const KEEPS_TEXT = new Set([
  'concat',
  'normalize',
  'padEnd',
  'repeat',
  'replace',
  'replaceAll',
  'slice',
  'substring',
  'toString',
  'trim',
  'trimEnd',
  'trimStart',
  'valueOf',
]);

/** Functions that change only how a value is written. */
const CONVERTS = new Set([
  'Boolean',
  'Object',
  'String',
  'decodeURI',
  'decodeURIComponent',
  'encodeURI',
  'encodeURIComponent',
  'structuredClone',
]);

/** A value at the receiver of a method call. */
export function receiverSummary(
  name: string,
  call: TSESTree.CallExpression,
  state: State,
  module: Module,
  flow: Flow,
): void {
  const top = next(state);
  if (name === 'bind') return flow.flow(call, state, module);
  if (name === 'call' || name === 'apply') return applied(call, name, state, module, flow);
  if (PROMISE.has(name)) {
    settled(call, name, state, module, flow);
    return;
  }
  if (GIVES_ITSELF.has(name)) flow.flow(call, state, module);
  if (isAtHand(state)) {
    if (isText(state) && KEEPS_TEXT.has(name)) flow.flow(call, state, module);
    return;
  }
  if (name === 'getStore' && top === STORED) flow.flow(call, flow.pop(state), module);
  if (top === RETURNED && name === 'next')
    flow.flow(call, flow.push(flow.pop(state), property('value')), module);
  if (
    (top === ELEMENT || top === ITEM) &&
    TAKES.has(name) &&
    handedPosition(next(flow.pop(state))) !== null
  ) {
    // A list of callbacks hands on to each that is put into it.
    for (const argument of call.arguments) flow.into(argument, flow.pop(state), module);
  }
  if (LISTENS.has(name) && isEvent(top)) {
    handBack(
      call,
      call.arguments.length - 1,
      Number(top!.slice(EVENT.length)),
      flow.pop(state),
      module,
      flow,
    );
  }
  if (!isElement(top)) return;
  const element = flow.pop(state);
  const any = flow.push(element, ELEMENT);
  if (name === 'next') flow.flow(call, flow.push(element, property('value')), module);
  if (GIVES_ELEMENT.has(name)) flow.flow(call, element, module);
  if (name === 'flat' && isElement(next(element)))
    flow.flow(call, flow.push(flow.pop(element), ELEMENT), module);
  if (GIVES_SAME.has(name)) flow.flow(call, any, module);
  if (!CALLS_BACK.has(name)) return;
  const isReducing = name.startsWith('reduce');
  handBack(call, 0, isReducing ? 1 : 0, element, module, flow);
  handBack(call, 0, isReducing ? 3 : 2, state, module, flow);
  if (isReducing) handBack(call, 0, 0, element, module, flow);
}

/** `promise.then(…)`: what the promise holds goes to the first callback, what it is rejected with to the second. */
function settled(
  call: TSESTree.CallExpression,
  name: string,
  state: State,
  module: Module,
  flow: Flow,
): void {
  const isRejected = next(state) === REJECTED;
  if (!isRejected) {
    if (name === 'then') handBack(call, 0, 0, state, module, flow);
    else flow.flow(call, state, module);
    return;
  }
  if (name === 'catch') handBack(call, 0, 0, flow.pop(state), module, flow);
  else if (name === 'then') handBack(call, 1, 0, flow.pop(state), module, flow);
  if (name !== 'catch') flow.flow(call, state, module);
}

function isText({ value }: State): boolean {
  return value.kind === 'text' || value.kind === 'constant';
}

/** A callback among the arguments of a call is handed something. */
function handBack(
  call: CallLike,
  argument: number,
  position: number,
  state: State,
  module: Module,
  flow: Flow,
): void {
  const callback = call.arguments[argument];
  if (callback && callback.type !== 'SpreadElement')
    flow.into(callback, flow.push(state, handed(position)), module);
}

/** `f.call(self, …)`: what `f` gives back, and what its parameters are filled with. */
function applied(
  call: TSESTree.CallExpression,
  how: 'call' | 'apply',
  state: State,
  module: Module,
  flow: Flow,
): void {
  if (next(state) === RESULT) flow.flow(call, flow.pop(state), module);
  if (how === 'call' && next(state)?.startsWith('<')) {
    const argument = call.arguments[Number(next(state)!.slice(1)) + 1];
    if (argument) flow.into(argument, flow.pop(state), module);
  }
}

/** A value among the arguments of a `new` of something that is not the project's. */
export function constructorSummary(
  call: TSESTree.NewExpression,
  at: Node,
  state: State,
  module: Module,
  flow: Flow,
): void {
  const callee = unwrap(call.callee);
  const name = callee.type === 'Identifier' && !module.unit.variable(callee) ? callee.name : undefined;
  const top = next(state);
  switch (name) {
    case 'Map':
    case 'WeakMap':
      // A list of entries.
      if (isElement(top)) flow.flow(call, flow.push(withoutEntry(flow.pop(state), flow), ELEMENT), module);
      break;
    case 'Set':
    case 'WeakSet':
    case 'Array':
      if (isElement(top)) flow.flow(call, flow.push(flow.pop(state), ELEMENT), module);
      else if (name === 'Array') flow.flow(call, flow.push(state, ELEMENT), module);
      break;
    case 'WeakRef':
      flow.flow(call, flow.push(state, ELEMENT), module);
      break;
    case 'Proxy':
      if (call.arguments[0] === at && isTransparent(call.arguments[1])) flow.flow(call, state, module);
      trapped(call, at, state, module, flow);
      break;
    case 'CustomEvent':
    case 'MessageEvent':
      flow.flow(call, state, module);
      break;
    case 'URL':
      flow.flow(call, state, module);
      break;
    case 'Request':
      // The request itself is found where it is made.
      flow.flow(call, flow.push(state, property('url')), module);
      break;
    case 'Promise': {
      // `new Promise((resolve) => resolve(value))`: the callback's parameter is handed the value.
      const given = top === filled(0) || top === filled(1) ? flow.pop(state) : null;
      if (!given || next(given) !== handed(0)) break;
      const held = flow.pop(given);
      flow.flow(call, top === filled(0) ? held : flow.push(held, REJECTED), module);
      break;
    }
    default:
      // `new Error(text, { cause })`
      if (name?.endsWith('Error') && isOf(top, 'cause')) flow.flow(call, state, module);
      // `new InjectionToken(name, { factory })`
      if (isOf(top, 'factory') && next(flow.pop(state)) === RESULT)
        flow.provide(call, flow.pop(flow.pop(state)), module);
  }
}

/** What the traps of a proxy are handed, and what is read through the one that answers for each member. */
function trapped(call: TSESTree.NewExpression, at: Node, state: State, module: Module, flow: Flow): void {
  const [target, handler] = call.arguments;
  if (at === target && handler) {
    for (const trap of TRAPS) flow.into(handler, flow.push(state, handed(0), property(trap)), module);
  }
  if (at !== handler || !isOf(next(state), 'get')) return;
  const given = flow.pop(state);
  if (next(given) === RESULT) flow.flow(call, flow.push(flow.pop(given), ELEMENT), module);
}

/** Traps of a proxy that change what is read from it, or what a call of it does. */
const TRAPS = new Set(['apply', 'construct', 'get']);

/** A handler that is in view and lets everything through. */
function isTransparent(handler: Node | undefined): boolean {
  if (handler?.type !== 'ObjectExpression') return false;
  return handler.properties.every(
    (trap) => trap.type === 'Property' && !TRAPS.has(keyOf(trap.key, trap.computed) ?? 'get'),
  );
}

/** The value of an entry `[key, value]`. */
function withoutEntry(state: State, flow: Flow): State {
  return isElement(next(state)) ? flow.pop(state) : state;
}

/**
 * A value among the arguments of a call of something that is not the project's.
 *
 * @returns `false` where nothing is known about what is called
 */
export function argumentSummary(
  call: TSESTree.CallExpression,
  index: number,
  state: State,
  module: Module,
  flow: Flow,
): boolean {
  const callee = unwrap(call.callee);
  provided(call, index, state, module, flow);
  if (index === 1 && next(state) === INSTANCE && isInherits(callee)) {
    // `util.inherits(Own, Base)`
    flow.into(call.arguments[0]!, state, module);
    return true;
  }
  if (callee.type === 'Identifier') return calledByName(callee, call, index, state, module, flow);
  if (callee.type === 'CallExpression') {
    // `create<State>()((set) => ({ … }))`
    const inner = unwrap(callee.callee);
    return inner.type === 'Identifier' && calledByName(inner, call, index, state, module, flow);
  }
  if (callee.type !== 'MemberExpression') return false;
  const name = keyOf(callee.property, callee.computed);
  if (name === undefined) return false;
  const object = unwrap(callee.object);
  if (object.type === 'Identifier') {
    if (!module.unit.variable(object)) {
      if (globalSummary(`${object.name}.${name}`, call, index, state, module, flow)) return true;
    } else {
      // `React.useRef(client)`
      const source = importBinding(object, module.unit)?.source;
      if (source !== undefined && holderSummary(source, name, call, state, module, flow)) return true;
    }
  }
  const borrowed = name === 'call' && index === 0 ? methodOfLists(object) : undefined;
  if (borrowed !== undefined) {
    // `Array.prototype.slice.call(arguments)`
    receiverSummary(borrowed, call, state, module, flow);
    return true;
  }
  return methodSummary(name, callee.object, call, index, state, module, flow);
}

/** `inherits`, `util.inherits` */
function isInherits(callee: Node): boolean {
  if (callee.type !== 'MemberExpression') return callee.type === 'Identifier' && callee.name === 'inherits';
  const { object } = callee;
  return (
    object.type === 'Identifier' &&
    object.name === 'util' &&
    keyOf(callee.property, callee.computed) === 'inherits'
  );
}

/** `slice` in `Array.prototype.slice` and `[].slice`. */
function methodOfLists(node: Node): string | undefined {
  if (node.type !== 'MemberExpression') return undefined;
  const { object } = node;
  const isList =
    object.type === 'ArrayExpression' ||
    (object.type === 'MemberExpression' &&
      object.object.type === 'Identifier' &&
      object.object.name === 'Array' &&
      keyOf(object.property, object.computed) === 'prototype');
  const name = keyOf(node.property, node.computed);
  return isList && name !== undefined && (GIVES_SAME.has(name) || GIVES_ELEMENT.has(name)) ? name : undefined;
}

/** Is it the object that says what is provided, not what is? */
function isProvider(state: State): boolean {
  const { value } = state;
  return (
    isAtHand(state) &&
    value.kind === 'object' &&
    value.node.properties.some(
      (member) => member.type === 'Property' && isProviderKey(keyOf(member.key, member.computed) ?? ''),
    )
  );
}

/** What a container is told to give: `provide(TOKEN, value)`, `bind(TOKEN).toDynamicValue(() => value)`. */
function provided(
  call: TSESTree.CallExpression,
  index: number,
  state: State,
  module: Module,
  flow: Flow,
): void {
  const top = next(state);
  const token = providedToken(call, index);
  if (token && !isProvider(state)) {
    const isMade = top === RESULT || top === INSTANCE;
    const isNamed = top?.startsWith('.') && isProviderKey(top.slice(1));
    const held = isNamed || isMade ? flow.pop(state) : state;
    flow.provide(token, isNamed && next(held) === RESULT ? flow.pop(held) : held, module);
    if (!isMade && !isNamed && token.type === 'Literal' && unwrap(call.callee).type === 'MemberExpression') {
      // `context.set('item', item)` is `context.var.item`, `app.decorate('item', item)` is `app.item`.
      const receiver = (unwrap(call.callee) as TSESTree.MemberExpression).object;
      flow.into(receiver, flow.push(state, property(String(token.value)), property('var')), module);
    }
  }
  // A class by which its instance is asked for.
  if (index === 0 && top === INSTANCE && lookupAt(call)) flow.flow(call, flow.pop(state), module);
}

/** A value handed to a method: of a collection, of a promise, of a function. */
function methodSummary(
  name: string,
  receiver: Node,
  call: TSESTree.CallExpression,
  index: number,
  state: State,
  module: Module,
  flow: Flow,
): boolean {
  const top = next(state);
  if (name === 'call' || name === 'apply' || name === 'bind') {
    boundOrApplied(name, receiver, index, state, module, flow);
    return true;
  }
  if (PROMISE.has(name)) {
    if (top === RESULT) flow.flow(call, flow.pop(state), module);
    return true;
  }
  if (CONTAINS.has(name) && top === RESULT) flow.into(receiver, flow.push(flow.pop(state), ELEMENT), module);
  if (name === 'register' && index === 0 && top?.startsWith('.')) {
    // `container.register({ item: asValue(item) })`
    flow.into(receiver, flow.push(state, property('cradle')), module);
    flow.provide(top.slice(1), flow.pop(state), module);
  }
  if (name === 'decorate' && call.arguments[0]?.type === 'Literal' && index === 1) {
    flow.into(receiver, flow.push(state, property(String(call.arguments[0].value))), module);
    return true;
  }
  if (TAKES.has(name)) {
    flow.into(receiver, flow.push(state, ITEM), module);
    flow.flow(call, flow.push(state, ITEM), module);
    return true;
  }
  if (UNITES.has(name)) {
    if (isElement(top)) flow.flow(call, flow.push(flow.pop(state), ELEMENT), module);
    return true;
  }
  if (name === 'toSpliced') {
    flow.flow(call, flow.push(state, ELEMENT), module);
    return true;
  }
  if (name === 'dispatchEvent') {
    flow.into(receiver, flow.push(state, `${EVENT}0`), module);
    return true;
  }
  if (index === 0 && (name === 'run' || name === 'enterWith'))
    flow.into(receiver, flow.push(state, STORED), module);
  if ((name === 'replace' || name === 'replaceAll') && index === 1 && isAtHand(state) && isText(state)) {
    flow.flow(call, state, module);
    return true;
  }
  if (EMITS.has(name) && index > 0) {
    flow.into(receiver, flow.push(state, `${EVENT}${index - 1}`), module);
    return true;
  }
  if (name === 'concat') {
    flow.flow(call, isElement(top) ? flow.push(flow.pop(state), ELEMENT) : flow.push(state, ELEMENT), module);
    if (isAtHand(state) && state.value.kind !== 'path') flow.flow(call, state, module);
    return true;
  }
  if (!CALLS_BACK.has(name) || index > 1) return false;
  const position = filledPosition(top);
  if (index === 0 && position === (name.startsWith('reduce') ? 1 : 0)) {
    // What the callback does to its element, it does to those of the list.
    flow.into(receiver, flow.push(flow.pop(state), ELEMENT), module);
    return true;
  }
  // The callback's results, or the start of a reduction.
  const isReducing = name.startsWith('reduce');
  if (index === 1 && isReducing) {
    flow.flow(call, state, module);
    handBack(call, 0, 0, state, module, flow);
    return true;
  }
  if (top === RESULT) {
    const result = flow.pop(state);
    if (isReducing) {
      flow.flow(call, result, module);
      handBack(call, 0, 0, result, module, flow);
    } else if (name === 'flatMap' && isElement(next(result)))
      flow.flow(call, flow.push(flow.pop(result), ELEMENT), module);
    else if (name === 'map' || name === 'flatMap') flow.flow(call, flow.push(result, ELEMENT), module);
  }
  return true;
}

/** `f.call(self, value)`, `f.apply(self, list)`, `f.bind(self, value)`. */
function boundOrApplied(
  how: 'call' | 'apply' | 'bind',
  receiver: Node,
  index: number,
  state: State,
  module: Module,
  flow: Flow,
): void {
  if (index === 0) {
    for (const { fn, home } of flow.functionsAt(receiver, module)) flow.self(fn, state, home);
  } else if (how !== 'apply') flow.into(receiver, flow.push(state, handed(index - 1)), module);
  else if (isElement(next(state))) {
    const top = next(state)!;
    const element = flow.pop(state);
    const position = top === ELEMENT ? 0 : Number(top.slice(1));
    flow.into(receiver, flow.push(element, handed(position)), module);
  }
}

function globalSummary(
  name: string,
  call: TSESTree.CallExpression,
  index: number,
  state: State,
  module: Module,
  flow: Flow,
): boolean {
  const [first, second] = call.arguments;
  const top = next(state);
  switch (name) {
    case 'Object.assign':
      if (index > 0 && first) flow.into(first, state, module);
      flow.flow(call, state, module);
      return true;
    case 'Object.freeze':
    case 'Object.seal':
    case 'Object.preventExtensions':
    case 'Object.getPrototypeOf':
    case 'Promise.resolve':
    case 'Promise.all':
      flow.flow(call, state, module);
      return true;
    case 'Promise.race':
    case 'Promise.any':
      if (isElement(top)) flow.flow(call, flow.pop(state), module);
      return true;
    case 'Promise.allSettled':
      if (isElement(top)) flow.flow(call, flow.push(flow.pop(state), property('value'), top!), module);
      return true;
    case 'Object.create':
      if (index === 0) flow.flow(call, state, module);
      else flow.flow(call, ofDescriptors(state, flow), module);
      return true;
    case 'Object.setPrototypeOf':
      if (index === 1 && first) flow.into(first, state, module);
      flow.flow(call, state, module);
      return true;
    case 'Object.getOwnPropertyDescriptor': {
      const key = keySelector(second);
      if (index === 0 && top !== undefined && (key === ELEMENT || top === ELEMENT || top === key))
        flow.flow(call, flow.push(flow.pop(state), property('value')), module);
      return true;
    }
    case 'Object.getOwnPropertyDescriptors':
      if (isProperty(top)) flow.flow(call, flow.push(flow.pop(state), property('value'), top!), module);
      return true;
    case 'Object.groupBy':
    case 'Map.groupBy':
      if (index === 0 && isElement(top))
        flow.flow(call, flow.push(flow.pop(state), ELEMENT, ELEMENT), module);
      return true;
    case 'JSON.stringify':
      if (index === 0) flow.flow(call, flow.push(state, JSON_TEXT), module);
      return true;
    case 'JSON.parse':
      if (top === JSON_TEXT) flow.flow(call, flow.pop(state), module);
      return true;
    case 'process.nextTick':
      if (index > 0) handBack(call, 0, index - 1, state, module, flow);
      return true;
    case 'Promise.reject':
      flow.flow(call, flow.push(state, REJECTED), module);
      return true;
    case 'Array.from':
      if (isElement(top)) flow.flow(call, flow.push(flow.pop(state), ELEMENT), module);
      else if (top === RESULT && index === 1) flow.flow(call, flow.push(flow.pop(state), ELEMENT), module);
      if (isElement(top)) handBack(call, 1, 0, flow.pop(state), module, flow);
      return true;
    case 'Array.of':
      flow.flow(call, flow.push(state, property(String(index))), module);
      return true;
    case 'Object.values':
      if (top !== undefined) flow.flow(call, flow.push(flow.pop(state), ELEMENT), module);
      return true;
    case 'Object.entries':
      if (top !== undefined) flow.flow(call, flow.push(flow.pop(state), property('1'), ELEMENT), module);
      return true;
    case 'Object.fromEntries':
      if (isElement(top)) flow.flow(call, flow.push(withoutEntry(flow.pop(state), flow), ELEMENT), module);
      return true;
    case 'Object.defineProperty':
    case 'Reflect.defineProperty':
      if (index === 2 && first) defined(first, second, state, module, flow);
      return true;
    case 'Object.defineProperties':
      if (index === 1 && first) flow.into(first, ofDescriptors(state, flow), module);
      return true;
    case 'Reflect.set':
      if (index === 2 && first) flow.into(first, flow.push(state, keySelector(second)), module);
      return true;
    case 'Reflect.get': {
      const key = keySelector(second);
      const isAsked = key === ELEMENT || top === ELEMENT || top === key;
      if (index === 0 && top !== undefined && isAsked) flow.flow(call, flow.pop(state), module);
      const proxy = index === 0 && isAtHand(state) && second ? proxyOf(second, module.unit) : null;
      if (proxy) flow.flow(proxy, state, module);
      return true;
    }
    case 'Reflect.construct':
      if (index === 0) flow.constructed(call, second, state, module);
      else if (index === 1 && first && isElement(top)) {
        const element = flow.pop(state);
        for (const target of flow.functionsAt(first, module, true))
          flow.handed(target, elementPosition(top), element);
      }
      return true;
    case 'Reflect.apply':
      if (index === 2 && first && isElement(top)) {
        const position = top === ELEMENT ? 0 : Number(top!.slice(1));
        flow.into(first, flow.push(flow.pop(state), handed(position)), module);
      } else if (index === 0 && top === RESULT) flow.flow(call, flow.pop(state), module);
      return true;
    default:
      return false;
  }
}

/** What an object has that is made with descriptors: `{ name: { value } }`. */
function ofDescriptors(state: State, flow: Flow): State | null {
  const key = next(state);
  if (key === undefined) return null;
  const descriptor = flow.pop(state);
  return isOf(next(descriptor), 'value') ? flow.push(flow.pop(descriptor), key) : null;
}

/** `Object.defineProperty(object, 'name', { value })`, or with a getter. */
function defined(object: Node, name: Node | undefined, state: State, module: Module, flow: Flow): void {
  const top = next(state);
  let held = isOf(top, 'value') ? flow.pop(state) : null;
  if (isOf(top, 'get') && next(flow.pop(state)) === RESULT) held = flow.pop(flow.pop(state));
  if (held) flow.into(object, flow.push(held, keySelector(name)), module);
}

function keySelector(key: Node | undefined): Selector {
  return key?.type === 'Literal' ? property(String(key.value)) : ELEMENT;
}

type HolderKind =
  | 'current'
  | 'value'
  | 'state'
  | 'result'
  | 'function'
  | 'context'
  | 'use'
  | 'called'
  | 'store'
  | 'select'
  | 'merged'
  | 'made'
  | 'promised';

/** Functions that hold a value, or what a callback gives, by the package that has them. */
const HOLDERS: readonly {
  readonly modules: RegExp;
  readonly names: Readonly<Record<string, HolderKind>>;
}[] = [
  {
    modules: /^(?:react|preact(?:\/(?:hooks|compat))?)$/,
    names: {
      useRef: 'current',
      createRef: 'current',
      useState: 'state',
      useMemo: 'result',
      useCallback: 'function',
      memo: 'function',
      cache: 'function',
      createContext: 'context',
      useContext: 'use',
      use: 'use',
    },
  },
  {
    modules: /^(?:vue|@vue\/(?:reactivity|runtime-core|composition-api))$/,
    names: {
      ref: 'value',
      shallowRef: 'value',
      computed: 'value',
      markRaw: 'function',
      toRaw: 'function',
      reactive: 'function',
      shallowReactive: 'function',
    },
  },
  {
    modules: /^(?:lodash(?:-es)?|ramda)$/,
    names: {
      once: 'function',
      memoize: 'function',
      cloneDeep: 'function',
      merge: 'merged',
      defaults: 'merged',
      assign: 'merged',
    },
  },
  { modules: /^lodash\/(?:once|memoize|cloneDeep)$/, names: { default: 'function' } },
  { modules: /^lodash\/(?:assign|defaults|merge)$/, names: { default: 'merged' } },
  { modules: /^@angular\/core$/, names: { signal: 'called', computed: 'called' } },
  { modules: /^solid-js$/, names: { createMemo: 'called', createContext: 'context', useContext: 'use' } },
  { modules: /^zustand(?:\/(?:vanilla|traditional))?$/, names: { create: 'store', createStore: 'store' } },
  {
    modules: /^jotai(?:\/(?:react|vanilla))?$/,
    names: { atom: 'made', useAtomValue: 'select', useAtom: 'select' },
  },
  { modules: /^awilix$/, names: { asValue: 'function', asFunction: 'result', asClass: 'made' } },
  { modules: /^(?:node:)?util$/, names: { promisify: 'promised' } },
  {
    modules: /^(?:memoize-one|memoize|p-memoize|memoizee|moize|once|onetime|mem)$/,
    names: { default: 'function' },
  },
  { modules: /^next\/cache$/, names: { unstable_cache: 'function' } },
];

/** Does a package hold values for others, so that what is read from it is what was put there? */
export function isHolder(specifier: string): boolean {
  return isFramework(specifier) || HOLDERS.some(({ modules }) => modules.test(specifier));
}

/** `useRef(client)`, `ref(client)`, `once(() => new Client())`. */
function holderSummary(
  source: string,
  name: string,
  call: TSESTree.CallExpression,
  state: State,
  module: Module,
  flow: Flow,
): boolean {
  const kind = HOLDERS.find(({ modules, names }) => modules.test(source) && Object.hasOwn(names, name))
    ?.names[name];
  const top = next(state);
  switch (kind) {
    case undefined:
      return false;
    case 'current':
      flow.flow(call, flow.push(state, property('current')), module);
      break;
    case 'value':
      flow.flow(call, flow.push(top === RESULT ? flow.pop(state) : state, property('value')), module);
      break;
    case 'state':
      flow.flow(call, flow.push(top === RESULT ? flow.pop(state) : state, property('0')), module);
      break;
    case 'result':
      if (top === RESULT) flow.flow(call, flow.pop(state), module);
      break;
    case 'function':
      flow.flow(call, state, module);
      break;
    case 'context':
      flow.flow(call, flow.push(state, CONTEXT), module);
      break;
    case 'use':
      flow.flow(call, top === CONTEXT ? flow.pop(state) : state, module);
      break;
    case 'called':
      flow.flow(call, top === RESULT ? state : flow.push(state, RESULT), module);
      break;
    case 'store':
      if (top !== RESULT) break;
      flow.flow(call, flow.push(flow.pop(state), RESULT, property('getState')), module);
      flow.flow(call, flow.push(flow.pop(state), STATE), module);
      break;
    case 'made':
      flow.flow(call, top === RESULT || top === INSTANCE ? flow.pop(state) : state, module);
      break;
    case 'select':
      flow.flow(call, state, module);
      flow.flow(call, flow.push(state, property('0')), module);
      break;
    case 'merged': {
      const [target] = call.arguments;
      if (target) flow.into(target, state, module);
      flow.flow(call, state, module);
      break;
    }
    case 'promised': {
      const given = filledPosition(top) === null ? null : flow.pop(state);
      if (given && handedPosition(next(given)) === 1)
        flow.flow(call, flow.push(flow.pop(given), RESULT), module);
      break;
    }
  }
  return true;
}

function calledByName(
  callee: TSESTree.Identifier,
  call: TSESTree.CallExpression,
  index: number,
  state: State,
  module: Module,
  flow: Flow,
): boolean {
  if (!module.unit.variable(callee)) {
    const skipped = Object.hasOwn(TIMERS, callee.name) ? TIMERS[callee.name]! : null;
    if (skipped !== null) {
      if (index >= skipped) handBack(call, 0, index - skipped, state, module, flow);
      return true;
    }
    if (!CONVERTS.has(callee.name)) return false;
    flow.flow(call, state, module);
    return true;
  }
  if (next(state) === RESULT && holdsState(callee, module)) {
    // `useStore((state) => state.item)`
    flow.flow(call, flow.pop(state), module);
    return true;
  }
  const binding = importBinding(callee, module.unit);
  return binding !== null && holderSummary(binding.source, binding.name, call, state, module, flow);
}

/** Is a name a store of a framework's, which a selector is handed to? */
function holdsState(name: TSESTree.Identifier, module: Module): boolean {
  const start = startOfInitial(name, module.unit);
  const binding = start && importBinding(start, module.unit);
  return binding !== null && /^zustand/.test(binding.source);
}
