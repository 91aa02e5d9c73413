import type { Ways } from '../way.js';

const file = 'main.cjs';

/** CommonJS in all its forms. */
export const commonjs: Ways = [
  {
    name: 'property of exports',
    code: {
      'main.cjs': `const { item } = require('./box.cjs');\nUSE(item);`,
      'box.cjs': `exports.item = VALUE;`,
    },
  },
  {
    name: 'property of module.exports',
    code: {
      'main.cjs': `const box = require('./box.cjs');\nUSE(box.item);`,
      'box.cjs': `module.exports.item = VALUE;`,
    },
  },
  {
    name: 'module.exports as an object',
    code: {
      'main.cjs': `const { item } = require('./box.cjs');\nUSE(item);`,
      'box.cjs': `const item = VALUE;\nmodule.exports = { item };`,
    },
  },
  {
    name: 'module.exports as the value',
    code: {
      'main.cjs': `const item = require('./item.cjs');\nUSE(item);`,
      'item.cjs': `module.exports = VALUE;`,
    },
  },
  {
    name: 'exports and module.exports',
    code: {
      'main.cjs': `const { item } = require('./box.cjs');\nUSE(item);`,
      'box.cjs': `exports = module.exports = {};\nexports.item = VALUE;`,
    },
  },
  {
    name: 'module.exports as a function',
    code: {
      'main.cjs': `const make = require('./make.cjs');\nUSE(make());`,
      'make.cjs': `module.exports = function make() {\n  return VALUE;\n};`,
    },
  },
  {
    name: 'function of exports',
    code: {
      'main.cjs': `const { make } = require('./make.cjs');\nUSE(make());`,
      'make.cjs': `exports.make = () => VALUE;`,
    },
  },
  {
    name: 'use in another module',
    code: {
      'main.cjs': `const { use } = require('./use.cjs');\nuse(VALUE);`,
      'use.cjs': `exports.use = (item) => USE(item);`,
    },
  },
  {
    name: 'class of exports',
    code: {
      'main.cjs': `const Box = require('./box.cjs');\nnew Box().use();`,
      'box.cjs': `class Box {\n  constructor() {\n    this.item = VALUE;\n  }\n  use() {\n    return USE(this.item);\n  }\n}\nmodule.exports = Box;`,
    },
  },
  {
    name: 'member of a required module',
    code: {
      'main.cjs': `const item = require('./box.cjs').item;\nUSE(item);`,
      'box.cjs': `exports.item = VALUE;`,
    },
  },
  {
    name: 'required where it is used',
    code: {
      'main.cjs': `exports.run = () => USE(require('./box.cjs').item);`,
      'box.cjs': `exports.item = VALUE;`,
    },
  },
  {
    name: 'modules that hand on',
    code: {
      'main.cjs': `const { item } = require('./all.cjs');\nUSE(item);`,
      'all.cjs': `module.exports = { ...require('./box.cjs') };`,
      'box.cjs': `exports.item = VALUE;`,
    },
  },
  {
    name: 'module that is handed its value',
    code: {
      'main.cjs': `require('./use.cjs')(VALUE);`,
      'use.cjs': `module.exports = (item) => {\n  USE(item);\n};`,
    },
  },
  {
    name: 'setup of a module',
    code: {
      'main.cjs': `const box = require('./box.cjs');\nbox.setup(VALUE);\nbox.use();`,
      'box.cjs': `let held;\nexports.setup = (item) => {\n  held = item;\n};\nexports.use = () => USE(held);`,
    },
  },
  {
    name: 'defined property of exports',
    code: {
      'main.cjs': `const { item } = require('./box.cjs');\nUSE(item);`,
      'box.cjs': `Object.defineProperty(exports, 'item', { enumerable: true, get: () => VALUE });`,
    },
  },
  {
    name: 'default of a compiled module',
    code: {
      'main.cjs': `const box = require('./box.cjs');\nUSE(box.default);`,
      'box.cjs': `Object.defineProperty(exports, '__esModule', { value: true });\nexports.default = VALUE;`,
    },
  },
  {
    name: 'exports that are used in their own file',
    file,
    code: `exports.item = VALUE;\nexports.run = () => USE(exports.item);`,
  },
  {
    name: 'module.exports that are used in their own file',
    file,
    code: `module.exports = { item: VALUE };\nmodule.exports.run = () => USE(module.exports.item);`,
  },
  {
    name: 'this of an exported object',
    file,
    code: `module.exports = {\n  item: VALUE,\n  run() {\n    return USE(this.item);\n  },\n};`,
  },
  {
    name: 'exports called by their own file',
    file,
    code: `exports.make = () => VALUE;\nexports.run = () => USE(exports.make());`,
  },
  {
    name: 'variable of a script',
    file,
    code: `var item = VALUE;\nfunction use() {\n  return USE(item);\n}\nuse();`,
  },
  {
    name: 'that for this in a callback',
    file,
    code: `function Box() {\n  this.item = VALUE;\n}\nBox.prototype.use = function () {\n  const that = this;\n  setImmediate(function () {\n    USE(that.item);\n  });\n};\nnew Box().use();`,
  },
  {
    name: 'arguments of a script',
    file,
    code: `function use() {\n  const item = arguments[0];\n  return USE(item);\n}\nuse(VALUE);`,
  },
  {
    name: 'arguments as a list',
    file,
    code: `function use() {\n  const items = Array.prototype.slice.call(arguments);\n  return USE(items[0]);\n}\nuse(VALUE);`,
  },
  {
    name: 'function called where it stands in a script',
    file,
    code: `const box = (function () {\n  const item = VALUE;\n  return { item: item };\n})();\nUSE(box.item);`,
  },
  { name: 'global of Node', file, code: `global.heldItem = VALUE;\nUSE(global.heldItem);` },
  {
    name: 'locals of a module in TypeScript',
    code: {
      'main.ts': `import box = require('./box.cjs');\nUSE(box.item);`,
      'box.cjs': `exports.item = VALUE;`,
    },
  },
];
