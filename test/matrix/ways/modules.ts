import type { Ways } from '../way.js';
import { data } from '../way.js';

/** Ways through two or three modules. The first file is where a program starts. */
export const modules: Ways = [
  {
    name: 'named import',
    nodes: ['ImportDeclaration', 'ImportSpecifier'],
    code: {
      'main.ts': `import { item } from './box.js';\nUSE(item);`,
      'box.ts': `export const item = VALUE;`,
    },
  },
  {
    name: 'renamed import',
    code: {
      'main.ts': `import { item as held } from './box.js';\nUSE(held);`,
      'box.ts': `export const item = VALUE;`,
    },
  },
  {
    name: 'export list',
    nodes: ['ExportSpecifier'],
    code: {
      'main.ts': `import { held } from './box.js';\nUSE(held);`,
      'box.ts': `const item = VALUE;\nexport { item as held };`,
    },
  },
  {
    name: 'text as a name of an export',
    code: {
      'main.ts': `import { 'the item' as item } from './box.js';\nUSE(item);`,
      'box.ts': `const item = VALUE;\nexport { item as 'the item' };`,
    },
  },
  {
    name: 'default import',
    nodes: ['ImportDefaultSpecifier', 'ExportDefaultDeclaration'],
    code: { 'main.ts': `import item from './item.js';\nUSE(item);`, 'item.ts': `export default VALUE;` },
  },
  {
    name: 'default by its name',
    code: {
      'main.ts': `import { default as item } from './item.js';\nUSE(item);`,
      'item.ts': `const item = VALUE;\nexport { item as default };`,
    },
  },
  {
    name: 'default function',
    code: {
      'main.ts': `import make from './make.js';\nUSE(make());`,
      'make.ts': `export default function () {\n  return VALUE;\n}`,
    },
  },
  {
    name: 'default object',
    code: {
      'main.ts': `import box from './box.js';\nUSE(box.item);`,
      'box.ts': `export default { item: VALUE };`,
    },
  },
  {
    name: 'namespace import',
    nodes: ['ImportNamespaceSpecifier'],
    code: {
      'main.ts': `import * as box from './box.js';\nUSE(box.item);`,
      'box.ts': `export const item = VALUE;`,
    },
  },
  {
    name: 're-export',
    code: {
      'main.ts': `import { item } from './index.js';\nUSE(item);`,
      'index.ts': `export { item } from './box.js';`,
      'box.ts': `export const item = VALUE;`,
    },
  },
  {
    name: 're-export of a default',
    code: {
      'main.ts': `import { item } from './index.js';\nUSE(item);`,
      'index.ts': `export { default as item } from './item.js';`,
      'item.ts': `export default VALUE;`,
    },
  },
  {
    name: 'export of an import',
    code: {
      'main.ts': `import { item } from './index.js';\nUSE(item);`,
      'index.ts': `import { item } from './box.js';\nexport { item };`,
      'box.ts': `export const item = VALUE;`,
    },
  },
  {
    name: 'export of everything',
    nodes: ['ExportAllDeclaration'],
    code: {
      'main.ts': `import { item } from './index.js';\nUSE(item);`,
      'index.ts': `export * from './box.js';`,
      'box.ts': `export const item = VALUE;`,
    },
  },
  {
    name: 'export of everything under a name',
    code: {
      'main.ts': `import { box } from './index.js';\nUSE(box.item);`,
      'index.ts': `export * as box from './box.js';`,
      'box.ts': `export const item = VALUE;`,
    },
  },
  {
    name: 'dynamic import',
    nodes: ['ImportExpression'],
    code: {
      'main.ts': `const { item } = await import('./box.js');\nUSE(item);`,
      'box.ts': `export const item = VALUE;`,
    },
  },
  {
    name: 'then of a dynamic import',
    code: {
      'main.ts': `import('./box.js').then(({ item }) => USE(item));`,
      'box.ts': `export const item = VALUE;`,
    },
  },
  {
    name: 'default of a dynamic import',
    code: {
      'main.ts': `const item = (await import('./item.js')).default;\nUSE(item);`,
      'item.ts': `export default VALUE;`,
    },
  },
  {
    name: 'import by require',
    nodes: ['TSExternalModuleReference', 'TSExportAssignment'],
    code: {
      'main.cts': `import box = require('./box.cjs');\nUSE(box.item);`,
      'box.cts': `const box = { item: VALUE };\nexport = box;`,
    },
  },
  {
    name: 'JSON module',
    nodes: ['ImportAttribute'],
    kinds: data,
    code: {
      'main.ts': `import box from './box.json' with { type: 'json' };\nUSE(box.item);`,
      'box.json': `{ "item": VALUE }`,
    },
  },
  {
    name: 'JSON module by require',
    kinds: data,
    code: {
      'main.cjs': `const box = require('./box.json');\nUSE(box.item);`,
      'box.json': `{ "item": VALUE }`,
    },
  },
  {
    name: 'enum of another module',
    kinds: ['address'],
    code: {
      'main.ts': `import { Address } from './address.js';\nUSE(Address.Files);`,
      'address.ts': `export enum Address {\n  Files = VALUE,\n}`,
    },
  },
  {
    name: 'namespace of another module',
    code: {
      'main.ts': `import { box } from './box.js';\nUSE(box.item);`,
      'box.ts': `export namespace box {\n  export const item = VALUE;\n}`,
    },
  },
  {
    name: 'table of another module',
    code: {
      'main.ts': `import { config } from './config.js';\nUSE(config.upload.item);`,
      'config.ts': `export const config = { upload: { item: VALUE } } as const;`,
    },
  },
  {
    name: 'factory of another module',
    code: {
      'main.ts': `import { make } from './make.js';\nUSE(make());`,
      'make.ts': `export function make() {\n  return VALUE;\n}`,
    },
  },
  {
    name: 'asynchronous factory of another module',
    code: {
      'main.ts': `import { make } from './make.js';\nUSE(await make());`,
      'make.ts': `export async function make() {\n  return VALUE;\n}`,
    },
  },
  {
    name: 'factory that makes it once',
    code: {
      'main.ts': `import { get } from './get.js';\nUSE(get());`,
      'get.ts': `let held: any;\nexport function get() {\n  held ??= VALUE;\n  return held;\n}`,
    },
  },
  {
    name: 'class of another module',
    code: {
      'main.ts': `import { Box } from './box.js';\nUSE(new Box().item);`,
      'box.ts': `export class Box {\n  item = VALUE;\n}`,
    },
  },
  {
    name: 'base class of another module',
    code: {
      'main.ts': `import { Base } from './base.js';\nclass Box extends Base {\n  use() {\n    return USE(this.item);\n  }\n}\nnew Box().use();`,
      'base.ts': `export class Base {\n  protected item = VALUE;\n}`,
    },
  },
  {
    name: 'method of a base class of another module',
    code: {
      'main.ts': `import { Base } from './base.js';\nclass Box extends Base {\n  run() {\n    return this.use(VALUE);\n  }\n}\nnew Box().run();`,
      'base.ts': `export class Base {\n  use(item: any) {\n    return USE(item);\n  }\n}`,
    },
  },
  {
    name: 'abstract class of another module',
    code: {
      'main.ts': `import { Base } from './base.js';\nclass Box extends Base {\n  make() {\n    return VALUE;\n  }\n}\nnew Box().use();`,
      'base.ts': `export abstract class Base {\n  abstract make(): any;\n  use() {\n    return USE(this.make());\n  }\n}`,
    },
  },
  {
    name: 'singleton of another module',
    code: {
      'main.ts': `import { box } from './box.js';\nbox.use();`,
      'box.ts': `class Box {\n  item = VALUE;\n  use() {\n    return USE(this.item);\n  }\n}\nexport const box = new Box();`,
    },
  },
  {
    name: 'instance of another module',
    code: {
      'main.ts': `import { box } from './box.js';\nUSE(box.item);`,
      'box.ts': `class Box {\n  item = VALUE;\n}\nexport const box = new Box();`,
    },
  },
  {
    name: 'function of another module that uses it',
    code: {
      'main.ts': `import { use } from './use.js';\nuse(VALUE);`,
      'use.ts': `export const use = (item: any) => USE(item);`,
    },
  },
  {
    name: 'options of a function of another module',
    code: {
      'main.ts': `import { use } from './use.js';\nuse({ item: VALUE });`,
      'use.ts': `export const use = ({ item }: { item: any }) => USE(item);`,
    },
  },
  {
    name: 'function of another module that hands on',
    code: {
      'main.ts': `import { same } from './same.js';\nUSE(same(VALUE));`,
      'same.ts': `export const same = <T>(item: T) => item;`,
    },
  },
  {
    name: 'function of another module that fills',
    code: {
      'main.ts': `import { fill } from './fill.js';\nconst box: any = {};\nfill(box);\nUSE(box.item);`,
      'fill.ts': `export function fill(box: any) {\n  box.item = VALUE;\n}`,
    },
  },
  {
    name: 'callback for another module',
    code: {
      'main.ts': `import { lend } from './lend.js';\nlend((item) => USE(item));`,
      'lend.ts': `export const lend = (take: (item: any) => unknown) => take(VALUE);`,
    },
  },
  {
    name: 'constructor of another module',
    code: {
      'main.ts': `import { Box } from './box.js';\nnew Box(VALUE).use();`,
      'box.ts': `export class Box {\n  constructor(private readonly item: any) {}\n  use() {\n    return USE(this.item);\n  }\n}`,
    },
  },
  {
    name: 'registry of another module',
    code: {
      'main.ts': `import { get, register } from './registry.js';\nregister('item', VALUE);\nUSE(get('item'));`,
      'registry.ts': `const items = new Map<string, any>();\nexport const register = (name: string, item: any) => items.set(name, item);\nexport const get = (name: string) => items.get(name);`,
    },
  },
  {
    name: 'registry that a third module fills',
    code: {
      'main.ts': `import './setup.js';\nimport { items } from './registry.js';\nUSE(items.get('item'));`,
      'setup.ts': `import { items } from './registry.js';\nitems.set('item', VALUE);`,
      'registry.ts': `export const items = new Map<string, any>();`,
    },
  },
  {
    name: 'state of another module',
    code: {
      'main.ts': `import { state } from './state.js';\nstate.item = VALUE;\nUSE(state.item);`,
      'state.ts': `export const state: { item?: any } = {};`,
    },
  },
  {
    name: 'variable that another module writes',
    code: {
      'main.ts': `import { held, setup } from './held.js';\nsetup();\nUSE(held);`,
      'held.ts': `export let held: any;\nexport function setup() {\n  held = VALUE;\n}`,
    },
  },
  {
    name: 'injected service of another module',
    code: {
      'main.ts': `import { Holder } from './holder.js';\nexport class Service {\n  constructor(private readonly holder: Holder) {}\n  use() {\n    return USE(this.holder.item);\n  }\n}`,
      'holder.ts': `export class Holder {\n  readonly item = VALUE;\n}`,
    },
    run: `new main.Service(new (require('./holder.js').Holder)()).use()`,
  },
  {
    name: 'injected service that uses it',
    code: {
      'main.ts': `import { Sender } from './sender.js';\nexport class Service {\n  constructor(private readonly sender: Sender) {}\n  run() {\n    return this.sender.use(VALUE);\n  }\n}`,
      'sender.ts': `export class Sender {\n  use(item: any) {\n    return USE(item);\n  }\n}`,
    },
    run: `new main.Service(new (require('./sender.js').Sender)()).run()`,
  },
  {
    name: 'interface of another module',
    code: {
      'main.ts': `import type { Holder } from './types.js';\nimport { Box } from './box.js';\nconst use = (holder: Holder) => USE(holder.item);\nuse(new Box());`,
      'types.ts': `export interface Holder {\n  item: any;\n}`,
      'box.ts': `import type { Holder } from './types.js';\nexport class Box implements Holder {\n  item = VALUE;\n}`,
    },
  },
  {
    name: 'global that another module sets',
    code: {
      'main.ts': `import './setup.js';\nexport const run = () => USE(globalThis.heldItem);`,
      'setup.ts': `declare global {\n  var heldItem: any;\n}\nglobalThis.heldItem = VALUE;\nexport {};`,
    },
  },
  {
    name: 'modules that import each other',
    code: {
      'main.ts': `import { use } from './use.js';\nexport const item = VALUE;\nexport const run = () => use();`,
      'use.ts': `import { item } from './main.js';\nexport const use = () => USE(item);`,
    },
  },
  {
    name: 'lazy import of another module',
    code: {
      'main.ts': `let loading: Promise<typeof import('./box.js')> | undefined;\nconst load = () => (loading ??= import('./box.js'));\nconst { item } = await load();\nUSE(item);`,
      'box.ts': `export const item = VALUE;`,
    },
  },
  {
    name: 'generator of another module',
    code: {
      'main.ts': `import { all } from './all.js';\nfor (const item of all()) USE(item);`,
      'all.ts': `export function* all() {\n  yield VALUE;\n}`,
    },
  },
  {
    name: 'list of another module',
    code: {
      'main.ts': `import { items } from './items.js';\nfor (const item of items) USE(item);`,
      'items.ts': `export const items = [VALUE];`,
    },
  },
  {
    name: 'event of another module',
    code: {
      'main.ts': `import { events } from './events.js';\nimport './use.js';\nevents.emit('item', VALUE);`,
      'use.ts': `import { events } from './events.js';\nevents.on('item', (item) => {\n  USE(item);\n});`,
      'events.ts': `import { EventEmitter } from 'node:events';\nexport const events = new EventEmitter();`,
    },
  },
];
