import type { Ways } from '../way.js';
import { objects } from '../way.js';

/** One way for each method of arrays that hands values on. */
export const arrays: Ways = [
  { name: 'push', code: `const items: any[] = [];\nitems.push(VALUE);\nUSE(items[0]);` },
  {
    name: 'push of a spread',
    code: `const more = [VALUE];\nconst items: any[] = [];\nitems.push(...more);\nUSE(items[0]);`,
  },
  { name: 'unshift', code: `const items: any[] = ['last'];\nitems.unshift(VALUE);\nUSE(items[0]);` },
  { name: 'pop', code: `const items: any[] = [VALUE];\nUSE(items.pop());` },
  { name: 'shift', code: `const items: any[] = [VALUE];\nUSE(items.shift());` },
  {
    name: 'splice that takes',
    code: `const items: any[] = [VALUE, 'last'];\nconst [item] = items.splice(0, 1);\nUSE(item);`,
  },
  {
    name: 'splice that puts',
    code: `const items: any[] = ['first'];\nitems.splice(0, 1, VALUE);\nUSE(items[0]);`,
  },
  { name: 'toSpliced', code: `const items: any[] = ['first'];\nUSE(items.toSpliced(0, 1, VALUE)[0]);` },
  { name: 'index assignment', code: `const items: any[] = [];\nitems[0] = VALUE;\nUSE(items[0]);` },
  { name: 'at', code: `const items = [VALUE];\nUSE(items.at(-1)!);` },
  { name: 'with of an array', code: `const items: any[] = ['none'];\nUSE(items.with(0, VALUE)[0]);` },
  { name: 'map of an array', code: `const items = ['item'].map(() => VALUE);\nUSE(items[0]!);` },
  { name: 'map over it', code: `await Promise.all([VALUE].map((item) => USE(item)));` },
  { name: 'map that wraps', code: `const boxes = [VALUE].map((item) => ({ item }));\nUSE(boxes[0]!.item);` },
  { name: 'forEach', code: `[VALUE].forEach((item) => {\n  USE(item);\n});` },
  {
    name: 'forEach by index',
    code: `const items: any[] = [VALUE];\nitems.forEach((_, index) => {\n  USE(items[index]);\n});`,
  },
  {
    name: 'third parameter of a callback',
    code: `[VALUE].forEach((_, index, items) => {\n  USE(items[index]!);\n});`,
  },
  { name: 'filter', code: `const items = [VALUE].filter((item) => item !== undefined);\nUSE(items[0]!);` },
  {
    name: 'filter by Boolean',
    kinds: objects,
    code: `const items: any[] = [undefined, VALUE].filter(Boolean);\nUSE(items[0]);`,
  },
  { name: 'flatMap', code: `const items = ['item'].flatMap(() => [VALUE]);\nUSE(items[0]!);` },
  { name: 'flat', code: `const items = [[VALUE]].flat();\nUSE(items[0]!);` },
  { name: 'concat', code: `const items = [VALUE].concat([]);\nUSE(items[0]!);` },
  {
    name: 'concat of another',
    code: `const none: any[] = [];\nconst items = none.concat([VALUE]);\nUSE(items[0]);`,
  },
  {
    name: 'reduce into an object',
    code: `const box = ['item'].reduce<any>((sum, key) => ({ ...sum, [key]: VALUE }), {});\nUSE(box.item);`,
  },
  {
    name: 'reduce that writes',
    code: `const box = ['item'].reduce<any>((sum, key) => {\n  sum[key] = VALUE;\n  return sum;\n}, {});\nUSE(box.item);`,
  },
  { name: 'reduce over it', code: `const item = [VALUE].reduce((first) => first);\nUSE(item);` },
  {
    name: 'reduceRight',
    code: `const item = [VALUE].reduceRight<any>((_, last) => last, undefined);\nUSE(item);`,
  },
  { name: 'find', code: `const items = [VALUE];\nUSE(items.find((item) => item !== undefined)!);` },
  {
    name: 'find by a name',
    code: `const boxes = [{ name: 'a', item: VALUE }];\nconst box = boxes.find(({ name }) => name === 'a');\nUSE(box!.item);`,
  },
  { name: 'findLast', code: `const items = [VALUE];\nUSE(items.findLast((item) => item !== undefined)!);` },
  { name: 'slice', code: `const items = [VALUE].slice(0, 1);\nUSE(items[0]!);` },
  { name: 'reverse', code: `const items = [VALUE].reverse();\nUSE(items[0]!);` },
  { name: 'toReversed', code: `const items = [VALUE].toReversed();\nUSE(items[0]!);` },
  { name: 'sort', code: `const items = [VALUE].sort(() => 0);\nUSE(items[0]!);` },
  { name: 'toSorted', code: `const items = [VALUE].toSorted(() => 0);\nUSE(items[0]!);` },
  { name: 'fill', code: `const items: any[] = new Array(1).fill(VALUE);\nUSE(items[0]);` },
  { name: 'copyWithin', code: `const items: any[] = [VALUE, 'last'].copyWithin(1, 0);\nUSE(items[1]);` },
  { name: 'Array.from', code: `const items = Array.from([VALUE]);\nUSE(items[0]!);` },
  {
    name: 'Array.from that makes',
    code: `const items = Array.from({ length: 1 }, () => VALUE);\nUSE(items[0]!);`,
  },
  { name: 'Array.of', code: `const items = Array.of(VALUE);\nUSE(items[0]!);` },
  { name: 'entries of an array', code: `for (const [, item] of [VALUE].entries()) USE(item);` },
  { name: 'values of an array', code: `for (const item of [VALUE].values()) USE(item);` },
  {
    name: 'keys of an array',
    code: `const items: any[] = [VALUE];\nfor (const index of items.keys()) USE(items[index]);`,
  },
  { name: 'length of an array', code: `const items: any[] = [VALUE];\nUSE(items[items.length - 1]);` },
  { name: 'some', code: `[VALUE].some((item) => {\n  USE(item);\n  return true;\n});` },
  {
    name: 'list that a function fills',
    code: `const fill = (items: any[]) => {\n  items.push(VALUE);\n};\nconst items: any[] = [];\nfill(items);\nUSE(items[0]);`,
  },
  {
    name: 'list that is iterated after a push',
    code: `const items: any[] = [];\nitems.push(VALUE);\nfor (const item of items) USE(item);`,
  },
  {
    name: 'round robin',
    code: `const pool = [VALUE];\nlet next = 0;\nconst pick = () => pool[next++ % pool.length]!;\nUSE(pick());`,
  },
  {
    name: 'grouped',
    code: `const { all } = Object.groupBy([{ item: VALUE }], () => 'all') as any;\nUSE(all[0].item);`,
    notRun: 'Node 20 has no such function.',
  },
];
