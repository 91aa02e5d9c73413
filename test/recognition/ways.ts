/**
 * Ways by which a client travels that are not followed back from its use. `CLIENT` stands for the expression that makes it;
 * the last line uses it as `USE(client)`.
 */
export interface Way {
  readonly name: string;
  readonly code: string;
  readonly language?: 'js' | 'ts';
}

export const ways: readonly Way[] = [
  { name: 'generator', code: `function* all() { yield CLIENT; }\nfor (const one of all()) USE(one);` },
  {
    name: 'delegating generator',
    code: `function* all() { yield CLIENT; }\nfunction* more() { yield* all(); }\nUSE([...more()][0]);`,
  },
  { name: 'iterator', code: `function* all() { yield CLIENT; }\nUSE(all().next().value);` },
  { name: 'set', code: `const all = new Set([CLIENT]);\nfor (const one of all) USE(one);` },
  { name: 'spread of a set', code: `const all = new Set();\nall.add(CLIENT);\nUSE([...all][0]);` },
  {
    name: 'entries of a map',
    code: `const all = new Map([['a', CLIENT]]);\nfor (const [, one] of all.entries()) USE(one);`,
  },
  {
    name: 'reduction',
    code: `const all = ['a'].reduce((sum, key) => ({ ...sum, [key]: CLIENT }), {});\nUSE(all.a);`,
  },
  { name: 'flat map', code: `const all = [1].flatMap(() => [CLIENT]);\nUSE(all[0]);` },
  { name: 'entries made an object', code: `const all = Object.fromEntries([['a', CLIENT]]);\nUSE(all.a);` },
  { name: 'loop over entries', code: `for (const [, one] of Object.entries({ a: CLIENT })) USE(one);` },
  {
    name: 'promise with executor',
    code: `const one = await new Promise((done) => done(CLIENT));\nUSE(one);`,
  },
  { name: 'settled promises', code: `const [one] = await Promise.allSettled([CLIENT]);\nUSE(one.value);` },
  { name: 'rest parameter', code: `const use = (...all) => USE(all[0]);\nuse(CLIENT);` },
  { name: 'arguments', code: `function use() { return USE(arguments[0]); }\nuse(CLIENT);` },
  { name: 'callback parameter', code: `const lend = (take) => take(CLIENT);\nlend((one) => USE(one));` },
  {
    name: 'callback in options',
    code: `const lend = (options) => options.take(CLIENT);\nlend({ take: (one) => USE(one) });`,
  },
  {
    name: 'filled parameter',
    code: `function fill(holder) { holder.one = CLIENT; }\nconst mine = {};\nfill(mine);\nUSE(mine.one);`,
  },
  {
    name: 'this of a called function',
    code: `function use() { return USE(this.one); }\nuse.call({ one: CLIENT });`,
  },
  {
    name: 'method assigned later',
    code: `const mine = { one: CLIENT };\nmine.use = function () { return USE(this.one); };\nmine.use();`,
  },
  {
    name: 'constructor function',
    code: `function Mine() { this.one = CLIENT; }\nMine.prototype.use = function () { return USE(this.one); };\nnew Mine().use();`,
  },
  {
    name: 'defined property',
    code: `const mine = {};\nObject.defineProperty(mine, 'one', { value: CLIENT });\nUSE(mine.one);`,
  },
  {
    name: 'defined getter',
    code: `const mine = {};\nObject.defineProperty(mine, 'one', { get: () => CLIENT });\nUSE(mine.one);`,
  },
  { name: 'reflected property', code: `const mine = { one: CLIENT };\nUSE(Reflect.get(mine, 'one'));` },
  {
    name: 'reflected assignment',
    code: `const mine = {};\nReflect.set(mine, 'one', CLIENT);\nUSE(mine.one);`,
  },
  { name: 'global property', code: `globalThis.one = CLIENT;\nUSE(globalThis.one);` },
  {
    name: 'global property by its name',
    code: `globalThis.one ??= CLIENT;\nexport const use = () => USE(one);`,
  },
  { name: 'exports of its own file', code: `exports.one = CLIENT;\nexports.use = () => USE(exports.one);` },
  { name: 'proxy without traps', code: `const one = new Proxy(CLIENT, {});\nUSE(one);` },
  {
    name: 'proxy that makes it when it is used',
    code: `let made;\nconst make = () => (made ??= CLIENT);\nconst one = new Proxy({}, { get: (_, key) => make()[key] });\nUSE(one);`,
  },
  { name: 'event', code: `events.on('ready', (one) => { USE(one); });\nevents.emit('ready', CLIENT);` },
  { name: 'container', code: `container.register('one', () => CLIENT);\nUSE(container.get('one'));` },
  { name: 'weak reference', code: `const weak = new WeakRef(CLIENT);\nUSE(weak.deref());` },
  { name: 'error that is caught', code: `try { throw CLIENT; } catch (one) { USE(one); }` },
  {
    name: 'builder',
    code: `class Mine { with(one) { this.one = one; return this; } use() { return USE(this.one); } }\nnew Mine().with(CLIENT).use();`,
  },
  {
    name: 'reference of React',
    code: `import { useRef } from 'react';\nexport function Use() { const ref = useRef(CLIENT); return () => USE(ref.current); }`,
  },
  {
    name: 'state of React',
    code: `import { useState } from 'react';\nexport function Use() { const [one] = useState(() => CLIENT); return () => USE(one); }`,
  },
  {
    name: 'context of React',
    code: `import { createContext, useContext } from 'react';\nconst Given = createContext(CLIENT);\nexport const Use = () => USE(useContext(Given));`,
  },
  {
    name: 'reference of Vue',
    code: `import { shallowRef } from 'vue';\nconst ref = shallowRef(CLIENT);\nUSE(ref.value);`,
  },
  {
    name: 'namespace',
    language: 'ts',
    code: `namespace mine { export const one = CLIENT; }\nUSE(mine.one);`,
  },
  {
    name: 'enumeration of an abstract method',
    language: 'ts',
    code: `abstract class Base { abstract make(): any; use() { return USE(this.make()); } }\nclass Mine extends Base { make() { return CLIENT; } }\nnew Mine().use();`,
  },
  {
    name: 'class of the project as a type',
    language: 'ts',
    code: `class Mine { one = CLIENT; }\nexport class Controller { constructor(private readonly mine: Mine) {} use() { return USE(this.mine.one); } }`,
  },
  {
    name: 'interface that a class implements',
    language: 'ts',
    code: `interface Holder { one: any }\nclass Mine implements Holder { one = CLIENT; }\nexport const use = (holder: Holder) => USE(holder.one);`,
  },
];
