import type { Ways } from '../way.js';
import { objects, optional } from '../way.js';

/** One way for each kind of expression. */
export const expressions: Ways = [
  { name: 'where it is used', code: `USE(VALUE);` },
  { name: 'variable', nodes: ['Identifier', 'Literal'], code: `const item = VALUE;\nUSE(item);` },
  {
    name: 'object literal',
    nodes: ['ObjectExpression', 'Property', 'MemberExpression'],
    code: `const box = { item: VALUE };\nUSE(box.item);`,
  },
  { name: 'nested object literal', code: `const box = { inner: { item: VALUE } };\nUSE(box.inner.item);` },
  { name: 'shorthand property', code: `const item = VALUE;\nconst box = { item };\nUSE(box.item);` },
  { name: 'computed key', code: `const key = 'item';\nconst box = { [key]: VALUE };\nUSE(box[key]);` },
  { name: 'quoted key', code: `const box = { 'the-item': VALUE };\nUSE(box['the-item']);` },
  {
    name: 'key from a symbol',
    code: `const KEY = Symbol('item');\nconst box = { [KEY]: VALUE };\nUSE(box[KEY]);`,
  },
  {
    name: 'key that is not known',
    code: `export const run = (name = 'item') => {\n  const box: Record<string, any> = { item: VALUE };\n  return USE(box[name]);\n};`,
  },
  {
    name: 'method of a literal',
    nodes: ['FunctionExpression'],
    code: `const box = { make() { return VALUE; } };\nUSE(box.make());`,
  },
  { name: 'getter of a literal', code: `const box = { get item() { return VALUE; } };\nUSE(box.item);` },
  {
    name: 'this of a literal',
    nodes: ['ThisExpression'],
    code: `const box = {\n  item: VALUE,\n  use() {\n    return USE(this.item);\n  },\n};\nbox.use();`,
  },
  {
    name: 'super of a literal',
    code: `const base = { make() { return VALUE; } };\nconst box = { __proto__: base, make() { return super.make(); } };\nUSE(box.make());`,
  },
  {
    name: 'prototype of a literal',
    code: `const base = { item: VALUE };\nconst box: any = { __proto__: base };\nUSE(box.item);`,
  },
  { name: 'array literal', nodes: ['ArrayExpression'], code: `const items = [VALUE];\nUSE(items[0]);` },
  {
    name: 'spread of an object',
    nodes: ['SpreadElement'],
    code: `const defaults = { item: VALUE };\nconst box = { name: 'box', ...defaults };\nUSE(box.item);`,
  },
  { name: 'spread of an array', code: `const first = [VALUE];\nconst items = [...first];\nUSE(items[0]);` },
  {
    name: 'spread of arguments',
    code: `const use = (item: any) => USE(item);\nconst items = [VALUE] as const;\nuse(...items);`,
  },
  {
    name: 'spread where it is used',
    kinds: ['body', 'tool'],
    code: `const item = VALUE;\nUSE({ ...item });`,
  },
  {
    name: 'arrow function',
    nodes: ['ArrowFunctionExpression', 'CallExpression'],
    code: `const make = () => VALUE;\nUSE(make());`,
  },
  {
    name: 'arrow function with a block',
    nodes: ['ReturnStatement'],
    code: `const make = () => {\n  return VALUE;\n};\nUSE(make());`,
  },
  { name: 'function expression', code: `const make = function () {\n  return VALUE;\n};\nUSE(make());` },
  {
    name: 'function that calls itself by name',
    code: `const make = function again(times: number): any {\n  return times > 0 ? again(times - 1) : VALUE;\n};\nUSE(make(2));`,
  },
  { name: 'function called where it stands', code: `const item = (() => VALUE)();\nUSE(item);` },
  { name: 'curried function', code: `const hold = (item: any) => () => item;\nUSE(hold(VALUE)());` },
  {
    name: 'closure',
    code: `function makeUse() {\n  const item = VALUE;\n  return () => USE(item);\n}\nmakeUse()();`,
  },
  { name: 'parameter', code: `function use(item: any) {\n  return USE(item);\n}\nuse(VALUE);` },
  {
    name: 'parameter through two functions',
    code: `const use = (item: any) => USE(item);\nconst relay = (item: any) => use(item);\nrelay(VALUE);`,
  },
  {
    name: 'options of a function',
    code: `const use = (options: { item: any }) => USE(options.item);\nuse({ item: VALUE });`,
  },
  { name: 'rest of a function', code: `const use = (...items: any[]) => USE(items[0]);\nuse(VALUE);` },
  { name: 'what a function hands back', code: `const same = (item: any) => item;\nUSE(same(VALUE));` },
  {
    name: 'async function',
    nodes: ['AwaitExpression'],
    code: `const make = async () => VALUE;\nUSE(await make());`,
  },
  { name: 'await of a value', code: `const item = await VALUE;\nUSE(item);` },
  {
    name: 'callback',
    code: `const lend = (take: (item: any) => unknown) => take(VALUE);\nlend((item) => USE(item));`,
  },
  {
    name: 'callback in options',
    code: `const lend = (options: { take(item: any): unknown }) => options.take(VALUE);\nlend({ take: (item) => USE(item) });`,
  },
  { name: 'assignment', nodes: ['AssignmentExpression'], code: `let item;\nitem = VALUE;\nUSE(item);` },
  { name: 'assignment as expression', code: `let kept;\nconst item = (kept = VALUE);\nUSE(item);` },
  { name: 'assignment to a property', code: `const box: any = {};\nbox.item = VALUE;\nUSE(box.item);` },
  {
    name: 'assignment to a nested property',
    code: `const box: any = { inner: {} };\nbox.inner.item = VALUE;\nUSE(box.inner.item);`,
  },
  {
    name: 'assignment through an alias',
    code: `const box: any = {};\nconst same = box;\nsame.item = VALUE;\nUSE(box.item);`,
  },
  {
    name: 'assignment of a nullish',
    code: `let item: any;\nexport const run = () => {\n  item ??= VALUE;\n  return USE(item);\n};`,
  },
  {
    name: 'assignment of a falsy',
    code: `let item: any;\nexport const run = () => {\n  item ||= VALUE;\n  return USE(item);\n};`,
  },
  { name: 'assignment of a truthy', code: `let item: any = 'none';\nitem &&= VALUE;\nUSE(item);` },
  { name: 'chained assignment', code: `let first, second;\nfirst = second = VALUE;\nUSE(first);` },
  {
    name: 'added text',
    nodes: ['BinaryExpression'],
    kinds: ['address'],
    code: `const base = VALUE;\nUSE(base + '?purpose=assistants');`,
  },
  {
    name: 'text added to a variable',
    kinds: ['address'],
    code: `let address = VALUE;\naddress += '?purpose=assistants';\nUSE(address);`,
  },
  {
    name: 'template',
    nodes: ['TemplateLiteral', 'TemplateElement'],
    kinds: ['address'],
    code: 'const base = VALUE;\nUSE(`${base}?purpose=assistants`);',
  },
  {
    name: 'tag of a template',
    nodes: ['TaggedTemplateExpression'],
    kinds: ['address'],
    code: 'const url = (texts: TemplateStringsArray, ...parts: string[]) => String.raw({ raw: texts }, ...parts);\nconst base = VALUE;\nUSE(url`${base}`);',
  },
  {
    name: 'tag that hands on',
    code: 'const hold = (_: TemplateStringsArray, item: any) => item;\nUSE(hold`the ${VALUE} itself`);',
  },
  { name: 'raw template', kinds: ['address'], code: 'const base = VALUE;\nUSE(String.raw`${base}`);' },
  {
    name: 'double negation',
    nodes: ['UnaryExpression'],
    kinds: ['flag'],
    code: `const item = VALUE;\nUSE(!!item);`,
  },
  { name: 'comparison', kinds: ['flag'], code: `const item = VALUE;\nUSE(item === true);` },
  { name: 'conversion', kinds: ['flag'], code: `const item = VALUE;\nUSE(Boolean(item));` },
  {
    name: 'conditional',
    nodes: ['ConditionalExpression'],
    code: `export const run = (isOn = true) => {\n  const fail = (): never => {\n    throw new Error('off');\n  };\n  const item = isOn ? VALUE : fail();\n  return USE(item);\n};`,
  },
  {
    name: 'conditional object',
    kinds: optional,
    code: `const isOn = process.argv.length > 0;\nconst box: any = { ...(isOn ? { item: VALUE } : {}) };\nUSE(box.item);`,
  },
  {
    name: 'value or another',
    nodes: ['LogicalExpression'],
    code: `export const run = (given?: any) => {\n  const item = given ?? VALUE;\n  return USE(item);\n};`,
  },
  {
    name: 'truthy or another',
    code: `export const run = (given?: any) => {\n  const item = given || VALUE;\n  return USE(item);\n};`,
  },
  {
    name: 'only if',
    kinds: [...optional, 'flag'],
    code: `const isOn = process.argv.length > 0;\nconst item: any = isOn && VALUE;\nUSE(item);`,
  },
  {
    name: 'spread only if',
    kinds: optional,
    code: `const isOn = process.argv.length > 0;\nconst box: any = { ...(isOn && { item: VALUE }) };\nUSE(box.item);`,
  },
  {
    name: 'sequence',
    nodes: ['SequenceExpression'],
    code: `let count = 0;\nconst make = () => (count++, VALUE);\nUSE(make());`,
  },
  {
    name: 'optional chain',
    nodes: ['ChainExpression'],
    code: `const box: { item?: any } | undefined = { item: VALUE };\nUSE(box?.item);`,
  },
  {
    name: 'optional call',
    code: `const box: { make?: () => any } = { make: () => VALUE };\nUSE(box.make?.());`,
  },
  { name: 'optional index', code: `const items: any[] | undefined = [VALUE];\nUSE(items?.[0]);` },
  {
    name: 'class expression',
    nodes: ['ClassExpression', 'NewExpression'],
    code: `const Box = class {\n  item = VALUE;\n};\nUSE(new Box().item);`,
  },
  {
    name: 'target of new',
    nodes: ['MetaProperty'],
    code: `class Box {\n  static item: any = VALUE;\n  constructor() {\n    USE(new.target.item);\n  }\n}\nnew Box();`,
  },
  {
    name: 'generator expression',
    nodes: ['YieldExpression'],
    code: `const all = function* () {\n  yield VALUE;\n};\nfor (const item of all()) USE(item);`,
  },
  {
    name: 'key of an object as condition',
    kinds: objects,
    code: `const box: any = { item: VALUE };\nif ('item' in box) USE(box.item);`,
  },
];
