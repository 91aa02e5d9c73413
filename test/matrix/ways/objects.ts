import type { Ways } from '../way.js';
import { data, objects as objectKinds } from '../way.js';

/** One way for each function of Object, Reflect, Proxy and the like. */
export const objects: Ways = [
  { name: 'assign', code: `const box: any = {};\nObject.assign(box, { item: VALUE });\nUSE(box.item);` },
  { name: 'result of assign', code: `const box = Object.assign({}, { item: VALUE });\nUSE(box.item);` },
  {
    name: 'assign to a function',
    code: `const use = Object.assign(() => USE(use.item), { item: VALUE as any });\nuse();`,
  },
  {
    name: 'property of a function',
    code: `function use() {\n  return USE(use.item);\n}\nuse.item = VALUE;\nuse();`,
  },
  { name: 'values', code: `const [item] = Object.values({ item: VALUE });\nUSE(item!);` },
  { name: 'loop over values', code: `for (const item of Object.values({ item: VALUE })) USE(item);` },
  {
    name: 'entries',
    code: `const [[, item]] = Object.entries({ item: VALUE }) as [[string, any]];\nUSE(item);`,
  },
  { name: 'loop over entries', code: `for (const [, item] of Object.entries({ item: VALUE })) USE(item);` },
  {
    name: 'callback over entries',
    code: `Object.entries({ item: VALUE }).forEach(([, item]) => {\n  USE(item);\n});`,
  },
  {
    name: 'loop over keys',
    code: `const box: any = { item: VALUE };\nfor (const key of Object.keys(box)) USE(box[key]);`,
  },
  {
    name: 'copy in a loop over entries',
    code: `const box: any = {};\nfor (const [key, item] of Object.entries({ item: VALUE })) box[key] = item;\nUSE(box.item);`,
  },
  { name: 'fromEntries', code: `const box = Object.fromEntries([['item', VALUE]]);\nUSE(box.item!);` },
  {
    name: 'fromEntries of mapped entries',
    code: `const box = Object.fromEntries(Object.entries({ item: VALUE }).map(([key, item]) => [key, item]));\nUSE(box.item!);`,
  },
  {
    name: 'fromEntries of mapped names',
    code: `const box = Object.fromEntries(['item'].map((name) => [name, VALUE]));\nUSE(box.item!);`,
  },
  { name: 'freeze', code: `const box = Object.freeze({ item: VALUE });\nUSE(box.item);` },
  { name: 'freeze of the value', kinds: objectKinds, code: `const item = Object.freeze(VALUE);\nUSE(item);` },
  { name: 'seal', code: `const box = Object.seal({ item: VALUE });\nUSE(box.item);` },
  { name: 'create', code: `const box = Object.create({ item: VALUE });\nUSE(box.item);` },
  {
    name: 'create with descriptors',
    code: `const box = Object.create(null, { item: { value: VALUE } });\nUSE(box.item);`,
  },
  {
    name: 'setPrototypeOf',
    code: `const box: any = {};\nObject.setPrototypeOf(box, { item: VALUE });\nUSE(box.item);`,
  },
  {
    name: 'getPrototypeOf',
    code: `const base = { item: VALUE };\nconst box = Object.create(base);\nUSE(Object.getPrototypeOf(box).item);`,
  },
  {
    name: 'defineProperty',
    code: `const box: any = {};\nObject.defineProperty(box, 'item', { value: VALUE });\nUSE(box.item);`,
  },
  {
    name: 'defineProperty with a getter',
    code: `const box: any = {};\nObject.defineProperty(box, 'item', { get: () => VALUE });\nUSE(box.item);`,
  },
  {
    name: 'defineProperties',
    code: `const box: any = {};\nObject.defineProperties(box, { item: { value: VALUE } });\nUSE(box.item);`,
  },
  {
    name: 'descriptor',
    code: `const found = Object.getOwnPropertyDescriptor({ item: VALUE }, 'item')!;\nUSE(found.value);`,
  },
  { name: 'Reflect.get', code: `const box = { item: VALUE };\nUSE(Reflect.get(box, 'item'));` },
  { name: 'Reflect.set', code: `const box: any = {};\nReflect.set(box, 'item', VALUE);\nUSE(box.item);` },
  {
    name: 'Reflect.apply',
    code: `const use = (item: any) => USE(item);\nReflect.apply(use, undefined, [VALUE]);`,
  },
  {
    name: 'Reflect.construct',
    code: `class Box {\n  constructor(readonly item: any) {}\n}\nconst box = Reflect.construct(Box, [VALUE]);\nUSE(box.item);`,
  },
  {
    name: 'Reflect.defineProperty',
    code: `const box: any = {};\nReflect.defineProperty(box, 'item', { value: VALUE });\nUSE(box.item);`,
  },
  {
    name: 'Reflect.ownKeys',
    code: `const box: any = { item: VALUE };\nfor (const key of Reflect.ownKeys(box)) USE(box[key]);`,
  },
  { name: 'proxy without traps', kinds: objectKinds, code: `const item = new Proxy(VALUE, {});\nUSE(item);` },
  { name: 'proxy of a holder', code: `const box = new Proxy({ item: VALUE }, {});\nUSE(box.item);` },
  {
    name: 'proxy whose trap makes it',
    code: `const box: any = new Proxy({}, { get: () => VALUE });\nUSE(box.item);`,
  },
  {
    name: 'proxy that makes it when it is used',
    code: `let made: any;\nconst make = () => (made ??= { item: VALUE });\nconst box: any = new Proxy({}, { get: (_, key) => make()[key] });\nUSE(box.item);`,
  },
  {
    name: 'proxy with Reflect',
    code: `const box: any = new Proxy({ item: VALUE }, {\n  get(target, key, receiver) {\n    return Reflect.get(target, key, receiver);\n  },\n});\nUSE(box.item);`,
  },
  {
    name: 'structuredClone',
    kinds: data,
    code: `const box = structuredClone({ item: VALUE });\nUSE(box.item);`,
  },
  {
    name: 'structuredClone of the value',
    kinds: ['body', 'tool'],
    code: `const item = structuredClone(VALUE);\nUSE(item);`,
  },
  {
    name: 'JSON and back',
    kinds: data,
    code: `const box = JSON.parse(JSON.stringify({ item: VALUE }));\nUSE(box.item);`,
  },
  {
    name: 'JSON of the value and back',
    kinds: data,
    code: `const text = JSON.stringify(VALUE);\nUSE(JSON.parse(text));`,
  },
  { name: 'Object', kinds: objectKinds, code: `const item = Object(VALUE);\nUSE(item);` },
  { name: 'valueOf', kinds: ['address', 'flag'], code: `const item = VALUE.valueOf();\nUSE(item);` },
  {
    name: 'global property',
    code: `(globalThis as any).heldItem = VALUE;\nUSE((globalThis as any).heldItem);`,
  },
  {
    name: 'global property that is made once',
    code: `const holder = globalThis as any;\nexport const run = () => {\n  holder.heldItem ??= VALUE;\n  return USE(holder.heldItem);\n};`,
  },
  {
    name: 'global property that is written if missing',
    code: `const holder = globalThis as any;\nif (!holder.heldItem) holder.heldItem = VALUE;\nconst item = holder.heldItem;\nUSE(item);`,
  },
  {
    name: 'event',
    code: `import { EventEmitter } from 'node:events';\nconst events = new EventEmitter();\nevents.on('item', (item) => {\n  USE(item);\n});\nevents.emit('item', VALUE);`,
  },
  {
    name: 'custom event',
    code: `const target = new EventTarget();\ntarget.addEventListener('item', (event: any) => {\n  USE(event.detail);\n});\ntarget.dispatchEvent(new CustomEvent('item', { detail: VALUE }));`,
  },
  {
    name: 'asynchronous storage',
    code: `import { AsyncLocalStorage } from 'node:async_hooks';\nconst storage = new AsyncLocalStorage<any>();\nstorage.run({ item: VALUE }, () => USE(storage.getStore().item));`,
  },
];
