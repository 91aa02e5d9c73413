import type { Ways } from '../way.js';
import { optional } from '../way.js';

/** One way for each kind of statement. */
export const statements: Ways = [
  {
    name: 'declaration',
    nodes: ['VariableDeclaration', 'VariableDeclarator'],
    code: `let item = VALUE;\nUSE(item);`,
  },
  { name: 'declaration with var', code: `var item = VALUE;\nUSE(item);` },
  {
    name: 'declaration after its function',
    code: `const use = () => USE(item);\nconst item = VALUE;\nuse();`,
  },
  { name: 'several declarations', code: `const first = VALUE,\n  second = first;\nUSE(second);` },
  {
    name: 'declaration with using',
    code: `class Box {\n  item = VALUE;\n  [Symbol.dispose]() {}\n}\nexport function run() {\n  using box = new Box();\n  return USE(box.item);\n}`,
    notRun: 'The compiler lowers it to helpers that the test does not load.',
  },
  {
    name: 'function declaration',
    nodes: ['FunctionDeclaration'],
    code: `function make() {\n  return VALUE;\n}\nUSE(make());`,
  },
  {
    name: 'function declaration that is used before',
    code: `USE(make());\nfunction make() {\n  return VALUE;\n}`,
  },
  {
    name: 'function in a function',
    code: `function make() {\n  function inner() {\n    return VALUE;\n  }\n  return inner();\n}\nUSE(make());`,
  },
  { name: 'block', nodes: ['BlockStatement'], code: `let item;\n{\n  item = VALUE;\n}\nUSE(item);` },
  {
    name: 'if',
    nodes: ['IfStatement'],
    kinds: optional,
    code: `let item;\nif (process.argv.length > 0) item = VALUE;\nUSE(item!);`,
  },
  {
    name: 'else',
    code: `let item;\nif (process.argv.length < 0) {\n  throw new Error('none');\n} else {\n  item = VALUE;\n}\nUSE(item!);`,
  },
  {
    name: 'early return',
    code: `function make(name: string) {\n  if (name === 'none') return undefined;\n  return VALUE;\n}\nUSE(make('item')!);`,
  },
  {
    name: 'switch',
    nodes: ['SwitchStatement', 'SwitchCase'],
    code: `function make(name: string) {\n  switch (name) {\n    case 'item':\n      return VALUE;\n    default:\n      throw new Error(name);\n  }\n}\nUSE(make('item'));`,
  },
  {
    name: 'switch that falls through',
    kinds: optional,
    code: `let item;\nswitch (process.argv.length > 0) {\n  case true:\n    item = VALUE;\n  case false:\n    break;\n}\nUSE(item!);`,
  },
  {
    name: 'for',
    nodes: ['ForStatement'],
    code: `let item;\nfor (let i = 0; i < 1; i++) item = VALUE;\nUSE(item!);`,
  },
  {
    name: 'for with the value in its head',
    code: `for (let item: any = VALUE, i = 0; i < 1; i++) USE(item);`,
  },
  {
    name: 'index in a loop',
    code: `const items = [VALUE];\nfor (let i = 0; i < items.length; i++) USE(items[i]!);`,
  },
  { name: 'for of', nodes: ['ForOfStatement'], code: `for (const item of [VALUE]) USE(item);` },
  { name: 'for of with a pattern', code: `for (const { item } of [{ item: VALUE }]) USE(item);` },
  { name: 'for of with a variable from before', code: `let item;\nfor (item of [VALUE]) USE(item);` },
  {
    name: 'for await',
    code: `async function* all() {\n  yield VALUE;\n}\nfor await (const item of all()) USE(item);`,
  },
  {
    name: 'for in',
    nodes: ['ForInStatement'],
    code: `const box: any = { item: VALUE };\nfor (const key in box) USE(box[key]);`,
  },
  {
    name: 'while',
    nodes: ['WhileStatement'],
    code: `let item;\nwhile (!item) {\n  item = VALUE;\n  break;\n}\nUSE(item!);`,
  },
  {
    name: 'while over a list',
    code: `const items: any[] = [VALUE];\nwhile (items.length > 0) {\n  const item = items.pop();\n  USE(item);\n}`,
  },
  {
    name: 'do while',
    nodes: ['DoWhileStatement'],
    code: `let item;\ndo {\n  item = VALUE;\n} while (process.argv.length < 0);\nUSE(item);`,
  },
  {
    name: 'label',
    nodes: ['LabeledStatement', 'BreakStatement'],
    code: `let item;\nfound: {\n  item = VALUE;\n  break found;\n}\nUSE(item);`,
  },
  {
    name: 'continue',
    nodes: ['ContinueStatement'],
    code: `for (const item of [undefined, VALUE]) {\n  if (item === undefined) continue;\n  USE(item);\n}`,
  },
  {
    name: 'try',
    nodes: ['TryStatement'],
    code: `let item;\ntry {\n  item = VALUE;\n} catch {\n  throw new Error('none');\n}\nUSE(item);`,
  },
  {
    name: 'finally',
    code: `let item;\ntry {\n  JSON.parse('{}');\n} finally {\n  item = VALUE;\n}\nUSE(item);`,
  },
  {
    name: 'fallback in catch',
    code: `let item;\ntry {\n  item = JSON.parse('-');\n} catch {\n  item = VALUE;\n}\nUSE(item);`,
  },
  {
    name: 'throw and catch',
    nodes: ['ThrowStatement', 'CatchClause'],
    code: `try {\n  throw VALUE;\n} catch (item: any) {\n  USE(item);\n}`,
  },
  {
    name: 'cause of an error',
    code: `try {\n  throw new Error('no', { cause: VALUE });\n} catch (error: any) {\n  USE(error.cause);\n}`,
  },
  {
    name: 'expression statement',
    nodes: ['ExpressionStatement'],
    code: `let item: any;\n(item = VALUE), USE(item);`,
  },
  {
    name: 'class declaration',
    nodes: ['ClassDeclaration', 'ClassBody'],
    code: `class Box {\n  item = VALUE;\n}\nconst box = new Box();\nUSE(box.item);`,
  },
  {
    name: 'with',
    nodes: ['WithStatement'],
    file: 'main.cjs',
    code: `const box = { item: VALUE };\nwith (box) {\n  USE(item);\n}`,
  },
];
