import type { Ways } from '../way.js';
import { objects } from '../way.js';

/** One way for each collection of the language. */
export const collections: Ways = [
  {
    name: 'map',
    code: `const items = new Map<string, any>();\nitems.set('item', VALUE);\nUSE(items.get('item'));`,
  },
  {
    name: 'map from pairs',
    code: `const items = new Map<string, any>([['item', VALUE]]);\nUSE(items.get('item'));`,
  },
  {
    name: 'map from entries',
    code: `const items = new Map<string, any>(Object.entries({ item: VALUE }));\nUSE(items.get('item'));`,
  },
  {
    name: 'chained set of a map',
    code: `const items = new Map<string, any>().set('item', VALUE);\nUSE(items.get('item'));`,
  },
  {
    name: 'iteration of a map',
    code: `const items = new Map([['item', VALUE]]);\nfor (const [, item] of items) USE(item);`,
  },
  {
    name: 'entries of a map',
    code: `const items = new Map([['item', VALUE]]);\nfor (const [, item] of items.entries()) USE(item);`,
  },
  {
    name: 'values of a map',
    code: `const items = new Map([['item', VALUE]]);\nfor (const item of items.values()) USE(item);`,
  },
  {
    name: 'list of the values of a map',
    code: `const items = new Map([['item', VALUE]]);\nUSE([...items.values()][0]!);`,
  },
  {
    name: 'forEach of a map',
    code: `const items = new Map([['item', VALUE]]);\nitems.forEach((item) => {\n  USE(item);\n});`,
  },
  {
    name: 'copy of a map',
    code: `const first = new Map<string, any>([['item', VALUE]]);\nconst items = new Map(first);\nUSE(items.get('item'));`,
  },
  {
    name: 'object from a map',
    code: `const items = new Map([['item', VALUE]]);\nUSE(Object.fromEntries(items).item!);`,
  },
  {
    name: 'cache in a map',
    code: `const cache = new Map<string, any>();\nfunction get(name: string) {\n  let item = cache.get(name);\n  if (!item) {\n    item = VALUE;\n    cache.set(name, item);\n  }\n  return item;\n}\nUSE(get('item'));`,
  },
  {
    name: 'cache that is asked twice',
    code: `const cache = new Map<string, any>();\nfunction get(name: string) {\n  if (!cache.has(name)) cache.set(name, VALUE);\n  return cache.get(name)!;\n}\nUSE(get('item'));`,
  },
  {
    name: 'cache in an object',
    code: `const cache: Record<string, any> = {};\nfunction get(name: string) {\n  cache[name] ??= VALUE;\n  return cache[name];\n}\nUSE(get('item'));`,
  },
  { name: 'set', code: `const items = new Set([VALUE]);\nfor (const item of items) USE(item);` },
  {
    name: 'add to a set',
    code: `const items = new Set<any>();\nitems.add(VALUE);\nfor (const item of items) USE(item);`,
  },
  { name: 'spread of a set', code: `const items = new Set([VALUE]);\nUSE([...items][0]!);` },
  { name: 'pattern of a set', code: `const [item] = new Set([VALUE]);\nUSE(item!);` },
  { name: 'list of a set', code: `const items = new Set([VALUE]);\nUSE(Array.from(items)[0]!);` },
  { name: 'values of a set', code: `const items = new Set([VALUE]);\nUSE(items.values().next().value!);` },
  {
    name: 'forEach of a set',
    code: `const items = new Set([VALUE]);\nitems.forEach((item) => {\n  USE(item);\n});`,
  },
  {
    name: 'union of sets',
    code: `const items = new Set<any>().union(new Set([VALUE]));\nfor (const item of items) USE(item);`,
    notRun: 'Node 20 has no such method.',
  },
  {
    name: 'weak map',
    code: `const items = new WeakMap<object, any>();\nconst key = {};\nitems.set(key, VALUE);\nUSE(items.get(key));`,
  },
  {
    name: 'weak map by this',
    code: `const items = new WeakMap<object, any>();\nclass Box {\n  constructor() {\n    items.set(this, VALUE);\n  }\n  use() {\n    return USE(items.get(this));\n  }\n}\nnew Box().use();`,
  },
  { name: 'weak reference', kinds: objects, code: `const held = new WeakRef(VALUE);\nUSE(held.deref()!);` },
  {
    name: 'queue',
    code: `const queue: any[] = [];\nconst put = (item: any) => queue.push(item);\nconst take = () => queue.shift();\nput(VALUE);\nUSE(take());`,
  },
  {
    name: 'table of functions',
    code: `const makers: Record<string, () => any> = { item: () => VALUE };\nUSE(makers['item']!());`,
  },
  {
    name: 'table by a name that is not known',
    code: `const makers: Record<string, () => any> = { item: () => VALUE };\nexport const run = (name = 'item') => USE(makers[name]!());`,
  },
];
