import type { Ways } from '../way.js';

/** One way for each way in which functions are called and make each other. */
export const functions: Ways = [
  { name: 'call', code: `function use(item: any) {\n  return USE(item);\n}\nuse.call(undefined, VALUE);` },
  {
    name: 'apply',
    code: `function use(item: any) {\n  return USE(item);\n}\nuse.apply(undefined, [VALUE]);`,
  },
  {
    name: 'bind',
    code: `function use(item: any) {\n  return USE(item);\n}\nconst bound = use.bind(undefined, VALUE);\nbound();`,
  },
  {
    name: 'this by call',
    code: `function use(this: any) {\n  return USE(this.item);\n}\nuse.call({ item: VALUE });`,
  },
  {
    name: 'this by apply',
    code: `function use(this: any) {\n  return USE(this.item);\n}\nuse.apply({ item: VALUE }, []);`,
  },
  {
    name: 'this by bind',
    code: `function use(this: any) {\n  return USE(this.item);\n}\nuse.bind({ item: VALUE })();`,
  },
  { name: 'arguments', code: `function use(..._: any[]) {\n  return USE(arguments[0]);\n}\nuse(VALUE);` },
  {
    name: 'arguments that are handed on',
    code: `const use = (item: any) => USE(item);\nfunction relay(..._: any[]) {\n  return use.apply(undefined, arguments as any);\n}\nrelay(VALUE);`,
  },
  {
    name: 'rest that is handed on',
    code: `const use = (item: any) => USE(item);\nconst relay = (...rest: [any]) => use(...rest);\nrelay(VALUE);`,
  },
  {
    name: 'function that fills its parameter',
    code: `function fill(box: any) {\n  box.item = VALUE;\n}\nconst box: any = {};\nfill(box);\nUSE(box.item);`,
  },
  {
    name: 'function that wraps another',
    code: `const logged =\n  (call: (...rest: any[]) => any) =>\n  (...rest: any[]) => {\n    console.log('called');\n    return call(...rest);\n  };\nconst use = logged((item: any) => USE(item));\nuse(VALUE);`,
  },
  {
    name: 'made once',
    code: `const once = <T>(make: () => T) => {\n  let made: T | undefined;\n  return () => (made ??= make());\n};\nconst get = once(() => VALUE);\nUSE(get());`,
  },
  {
    name: 'lazy variable',
    code: `let held: any = null;\nfunction get() {\n  if (!held) held = VALUE;\n  return held;\n}\nUSE(get());`,
  },
  {
    name: 'lazy variable with early return',
    code: `let held: any;\nfunction get() {\n  if (held) return held;\n  held = VALUE;\n  return held;\n}\nUSE(get());`,
  },
  {
    name: 'composed functions',
    code: `const pipe =\n  (...steps: ((item: any) => any)[]) =>\n  (first: any) =>\n    steps.reduce((item, step) => step(item), first);\npipe((box) => box.item, (item) => USE(item))({ item: VALUE });`,
  },
  {
    name: 'factory of an object with methods',
    code: `function makeBox(item: any) {\n  return {\n    use() {\n      return USE(item);\n    },\n  };\n}\nmakeBox(VALUE).use();`,
  },
  {
    name: 'function in a list',
    code: `const steps = [(item: any) => USE(item)];\nfor (const step of steps) step(VALUE);`,
  },
  {
    name: 'callback that is kept',
    code: `const handlers: ((item: any) => unknown)[] = [];\nconst on = (handler: (item: any) => unknown) => {\n  handlers.push(handler);\n};\non((item) => USE(item));\nhandlers.forEach((handler) => handler(VALUE));`,
  },
  {
    name: 'error first callback',
    code: `function load(done: (error: Error | null, item?: any) => void) {\n  done(null, VALUE);\n}\nload((error, item) => {\n  if (error) throw error;\n  USE(item);\n});`,
  },
  {
    name: 'retry',
    code: `async function retry<T>(work: () => Promise<T>, times = 3): Promise<T> {\n  try {\n    return await work();\n  } catch (error) {\n    if (times <= 0) throw error;\n    return retry(work, times - 1);\n  }\n}\nconst item = VALUE;\nawait retry(() => USE(item));`,
  },
  {
    name: 'scope function',
    code: `async function withItem<T>(work: (item: any) => Promise<T>): Promise<T> {\n  const item = VALUE;\n  return work(item);\n}\nawait withItem(async (item) => USE(item));`,
  },
  {
    name: 'constructor function',
    file: 'main.cjs',
    code: `function Box() {\n  this.item = VALUE;\n}\nBox.prototype.use = function () {\n  return USE(this.item);\n};\nnew Box().use();`,
  },
  {
    name: 'property of a prototype',
    file: 'main.cjs',
    code: `function Box() {}\nBox.prototype.item = VALUE;\nUSE(new Box().item);`,
  },
  {
    name: 'prototype that is replaced',
    file: 'main.cjs',
    code: `function Box() {\n  this.item = VALUE;\n}\nBox.prototype = {\n  use: function () {\n    return USE(this.item);\n  },\n};\nnew Box().use();`,
  },
  {
    name: 'that in a constructor function',
    file: 'main.cjs',
    code: `function Box() {\n  const that = this;\n  that.item = VALUE;\n  that.use = function () {\n    return USE(that.item);\n  };\n}\nnew Box().use();`,
  },
  {
    name: 'inherited prototype',
    file: 'main.cjs',
    code: `function Base() {\n  this.item = VALUE;\n}\nfunction Box() {\n  Base.call(this);\n}\nBox.prototype = Object.create(Base.prototype);\nBox.prototype.use = function () {\n  return USE(this.item);\n};\nnew Box().use();`,
  },
  {
    name: 'inherits of util',
    file: 'main.cjs',
    code: `const util = require('node:util');\nfunction Base() {}\nBase.prototype.make = function () {\n  return VALUE;\n};\nfunction Box() {}\nutil.inherits(Box, Base);\nUSE(new Box().make());`,
  },
  {
    name: 'method that is added to an object',
    code: `const box: any = { item: VALUE };\nbox.use = function () {\n  return USE(this.item);\n};\nbox.use();`,
  },
  {
    name: 'promisified',
    code: `import { promisify } from 'node:util';\nconst load = (done: (error: Error | null, item: any) => void) => done(null, VALUE);\nconst item = await promisify(load)();\nUSE(item);`,
  },
];
