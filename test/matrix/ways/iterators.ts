import type { Ways } from '../way.js';

/** Generators and iterators in each of their uses. */
export const iterators: Ways = [
  {
    name: 'generator in a loop',
    code: `function* all() {\n  yield VALUE;\n}\nfor (const item of all()) USE(item);`,
  },
  { name: 'generator that is spread', code: `function* all() {\n  yield VALUE;\n}\nUSE([...all()][0]!);` },
  {
    name: 'generator in a pattern',
    code: `function* all() {\n  yield VALUE;\n}\nconst [item] = all();\nUSE(item!);`,
  },
  { name: 'next of a generator', code: `function* all() {\n  yield VALUE;\n}\nUSE(all().next().value!);` },
  {
    name: 'next of a kept generator',
    code: `function* all() {\n  yield VALUE;\n}\nconst items = all();\nconst { value } = items.next();\nUSE(value!);`,
  },
  {
    name: 'delegated generator',
    code: `function* all() {\n  yield VALUE;\n}\nfunction* more() {\n  yield* all();\n}\nfor (const item of more()) USE(item);`,
  },
  {
    name: 'delegation to a list',
    code: `function* all() {\n  yield* [VALUE];\n}\nfor (const item of all()) USE(item);`,
  },
  {
    name: 'result of a delegated generator',
    code: `function* make() {\n  yield 1;\n  return VALUE;\n}\nfunction* all(): Generator<any> {\n  const item = yield* make();\n  USE(item);\n}\n[...all()];`,
  },
  {
    name: 'return of a generator',
    code: `function* make() {\n  return VALUE;\n}\nUSE(make().next().value!);`,
  },
  {
    name: 'what is sent into a generator',
    code: `function* use(): Generator<any> {\n  const item: any = yield;\n  USE(item);\n}\nconst using = use();\nusing.next();\nusing.next(VALUE);`,
  },
  {
    name: 'parameter of a generator',
    code: `function* use(item: any) {\n  yield USE(item);\n}\n[...use(VALUE)];`,
  },
  {
    name: 'asynchronous generator',
    code: `async function* all() {\n  yield VALUE;\n}\nfor await (const item of all()) USE(item);`,
  },
  {
    name: 'next of an asynchronous generator',
    code: `async function* all() {\n  yield VALUE;\n}\nUSE((await all().next()).value!);`,
  },
  {
    name: 'Array.from of a generator',
    code: `function* all() {\n  yield VALUE;\n}\nUSE(Array.from(all())[0]!);`,
  },
  {
    name: 'iterator by hand',
    code: `const all = {\n  [Symbol.iterator]() {\n    let isDone = false;\n    return {\n      next() {\n        const done = isDone;\n        isDone = true;\n        return { done, value: VALUE };\n      },\n    };\n  },\n};\nfor (const item of all) USE(item);`,
  },
  {
    name: 'generator as iterator of an object',
    code: `const all = {\n  *[Symbol.iterator]() {\n    yield VALUE;\n  },\n};\nfor (const item of all) USE(item);`,
  },
  {
    name: 'iterator of a list',
    code: `const items = [VALUE][Symbol.iterator]();\nUSE(items.next().value!);`,
  },
  {
    name: 'helper of iterators',
    code: `const items = [VALUE].values().map((item) => ({ item }));\nfor (const { item } of items) USE(item);`,
    notRun: 'Node 20 has no such method.',
  },
  {
    name: 'toArray of an iterator',
    code: `const items = new Map([['item', VALUE]]).values().toArray();\nUSE(items[0]!);`,
    notRun: 'Node 20 has no such method.',
  },
];
