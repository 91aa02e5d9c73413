import type { Ways } from '../way.js';

/** One way for each kind of pattern. */
export const patterns: Ways = [
  { name: 'object pattern', nodes: ['ObjectPattern'], code: `const { item } = { item: VALUE };\nUSE(item);` },
  { name: 'renamed in a pattern', code: `const { item: held } = { item: VALUE };\nUSE(held);` },
  { name: 'nested pattern', code: `const { inner: { item } } = { inner: { item: VALUE } };\nUSE(item);` },
  {
    name: 'computed key in a pattern',
    code: `const key = 'item';\nconst { [key]: held } = { item: VALUE };\nUSE(held);`,
  },
  {
    name: 'default in a pattern',
    nodes: ['AssignmentPattern'],
    code: `const box: { item?: any } = {};\nconst { item = VALUE } = box;\nUSE(item);`,
  },
  {
    name: 'default of a parameter',
    code: `function use(item: any = VALUE) {\n  return USE(item);\n}\nuse();`,
  },
  {
    name: 'default of a parameter in a pattern',
    code: `function use({ item = VALUE }: { item?: any } = {}) {\n  return USE(item);\n}\nuse();`,
  },
  {
    name: 'default of a whole parameter',
    code: `function use({ item }: { item: any } = { item: VALUE }) {\n  return USE(item);\n}\nuse();`,
  },
  {
    name: 'pattern of a parameter',
    code: `const use = ({ item }: { item: any }) => USE(item);\nuse({ item: VALUE });`,
  },
  { name: 'pattern in a callback', code: `[{ item: VALUE }].forEach(({ item }) => USE(item));` },
  { name: 'pattern in an assignment', code: `let item;\n({ item } = { item: VALUE });\nUSE(item);` },
  {
    name: 'pattern into a property',
    code: `const box: any = {};\n({ item: box.item } = { item: VALUE });\nUSE(box.item);`,
  },
  {
    name: 'pattern of an instance',
    code: `class Box {\n  item = VALUE;\n}\nconst { item } = new Box();\nUSE(item);`,
  },
  {
    name: 'pattern of what a function returns',
    code: `const make = () => ({ item: VALUE });\nconst { item } = make();\nUSE(item);`,
  },
  { name: 'array pattern', nodes: ['ArrayPattern'], code: `const [item] = [VALUE];\nUSE(item!);` },
  { name: 'array pattern with holes', code: `const [, item] = ['none', VALUE];\nUSE(item as any);` },
  {
    name: 'array pattern with default',
    code: `const items: any[] = [];\nconst [item = VALUE] = items;\nUSE(item);`,
  },
  { name: 'array pattern in an assignment', code: `let item: any;\n[item] = [VALUE];\nUSE(item);` },
  {
    name: 'exchange',
    code: `let first: any = VALUE;\nlet second: any;\n[first, second] = [second, first];\nUSE(second);`,
  },
  {
    name: 'rest of an array',
    nodes: ['RestElement'],
    code: `const [, ...items] = ['none', VALUE];\nUSE(items[0] as any);`,
  },
  {
    name: 'rest of an object',
    code: `const { name, ...box } = { name: 'box', item: VALUE };\nconsole.log(name);\nUSE(box.item);`,
  },
  {
    name: 'rest of a parameter',
    code: `const use = ({ name, ...box }: any) => (console.log(name), USE(box.item));\nuse({ name: 'box', item: VALUE });`,
  },
  {
    name: 'rest parameter with a pattern',
    code: `const use = (...[item]: any[]) => USE(item);\nuse(VALUE);`,
  },
  {
    name: 'pattern in a loop',
    code: `for (const [key, item] of [['item', VALUE]] as [string, any][]) {\n  console.log(key);\n  USE(item);\n}`,
  },
  {
    name: 'pattern of a caught error',
    code: `try {\n  throw { item: VALUE };\n} catch ({ item }: any) {\n  USE(item);\n}`,
  },
];
