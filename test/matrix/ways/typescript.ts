import type { Ways } from '../way.js';

/** One way for each construct of TypeScript that a value can go through. */
export const typescript: Ways = [
  { name: 'as', nodes: ['TSAsExpression'], code: `const item = VALUE as any;\nUSE(item);` },
  { name: 'as const', code: `const box = { item: VALUE } as const;\nUSE(box.item);` },
  {
    name: 'as unknown as',
    code: `interface Held {\n  id: string;\n}\nconst item = VALUE as unknown as Held;\nUSE(item as any);`,
  },
  { name: 'type assertion', nodes: ['TSTypeAssertion'], code: `const item = <any>VALUE;\nUSE(item);` },
  {
    name: 'satisfies',
    nodes: ['TSSatisfiesExpression'],
    code: `const box = { item: VALUE } satisfies Record<string, unknown>;\nUSE(box.item);`,
  },
  { name: 'not null', nodes: ['TSNonNullExpression'], code: `let item: any;\nitem = VALUE;\nUSE(item!);` },
  {
    name: 'enum',
    nodes: ['TSEnumDeclaration', 'TSEnumBody', 'TSEnumMember'],
    kinds: ['address'],
    code: `enum Address {\n  Files = VALUE,\n}\nUSE(Address.Files);`,
  },
  {
    name: 'constant enum',
    kinds: ['address'],
    code: `const enum Address {\n  Files = VALUE,\n}\nUSE(Address.Files);`,
  },
  {
    name: 'namespace',
    nodes: ['TSModuleDeclaration', 'TSModuleBlock', 'ExportNamedDeclaration'],
    code: `namespace box {\n  export const item = VALUE;\n}\nUSE(box.item);`,
  },
  {
    name: 'function of a namespace',
    code: `namespace box {\n  const item = VALUE;\n  export function use() {\n    return USE(item);\n  }\n}\nbox.use();`,
  },
  {
    name: 'namespace in a namespace',
    code: `namespace box.inner {\n  export const item = VALUE;\n}\nUSE(box.inner.item);`,
  },
  {
    name: 'namespace that is merged with a function',
    code: `function box() {\n  return USE(box.item);\n}\nnamespace box {\n  export const item = VALUE;\n}\nbox();`,
  },
  {
    name: 'name for a member of a namespace',
    nodes: ['TSImportEqualsDeclaration', 'TSQualifiedName'],
    code: `namespace box {\n  export const item = VALUE;\n}\nimport held = box.item;\nUSE(held);`,
  },
  {
    name: 'instantiated function',
    nodes: ['TSInstantiationExpression'],
    code: `const same = <T>(item: T) => item;\nconst sameAny = same<any>;\nUSE(sameAny(VALUE));`,
  },
  {
    name: 'overloads',
    nodes: ['TSDeclareFunction'],
    code: `function make(): any;\nfunction make(name: string): any;\nfunction make(name?: string) {\n  console.log(name);\n  return VALUE;\n}\nUSE(make());`,
  },
  {
    name: 'overloads of a method',
    nodes: ['TSEmptyBodyFunctionExpression'],
    code: `class Box {\n  make(): any;\n  make(name: string): any;\n  make(name?: string) {\n    console.log(name);\n    return VALUE;\n  }\n}\nUSE(new Box().make());`,
  },
  {
    name: 'parameter property',
    nodes: ['TSParameterProperty'],
    code: `class Box {\n  constructor(private readonly item: any) {}\n  use() {\n    return USE(this.item);\n  }\n}\nnew Box(VALUE).use();`,
  },
  {
    name: 'parameter property with default',
    code: `class Box {\n  constructor(private readonly item: any = VALUE) {}\n  use() {\n    return USE(this.item);\n  }\n}\nnew Box().use();`,
  },
  {
    name: 'abstract method',
    nodes: ['TSAbstractMethodDefinition'],
    code: `abstract class Base {\n  abstract make(): any;\n  use() {\n    return USE(this.make());\n  }\n}\nclass Box extends Base {\n  make() {\n    return VALUE;\n  }\n}\nnew Box().use();`,
  },
  {
    name: 'abstract getter',
    code: `abstract class Base {\n  protected abstract get item(): any;\n  use() {\n    return USE(this.item);\n  }\n}\nclass Box extends Base {\n  protected get item() {\n    return VALUE;\n  }\n}\nnew Box().use();`,
  },
  {
    name: 'abstract field',
    nodes: ['TSAbstractPropertyDefinition'],
    code: `abstract class Base {\n  protected abstract item: any;\n  use() {\n    return USE(this.item);\n  }\n}\nclass Box extends Base {\n  protected item = VALUE;\n}\nnew Box().use();`,
  },
  {
    name: 'abstract accessor',
    nodes: ['TSAbstractAccessorProperty'],
    code: `abstract class Base {\n  abstract accessor item: any;\n  use() {\n    return USE(this.item);\n  }\n}\nclass Box extends Base {\n  accessor item = VALUE;\n}\nnew Box().use();`,
  },
  {
    name: 'class as a type',
    nodes: ['TSTypeAnnotation', 'TSTypeReference'],
    code: `class Box {\n  readonly item = VALUE;\n}\nexport class Service {\n  constructor(private readonly box: Box) {}\n  use() {\n    return USE(this.box.item);\n  }\n}`,
    notRun: 'Its caller is in no file, and its holder is not exported.',
  },
  {
    name: 'interface that one class implements',
    nodes: ['TSClassImplements', 'TSInterfaceDeclaration', 'TSInterfaceBody', 'TSPropertySignature'],
    code: `interface Holder {\n  item: any;\n}\nclass Box implements Holder {\n  item = VALUE;\n}\nconst use = (holder: Holder) => USE(holder.item);\nuse(new Box());`,
  },
  {
    name: 'interface whose callers are in no file',
    code: `interface Holder {\n  item: any;\n}\nexport class Box implements Holder {\n  item = VALUE;\n}\nexport const use = (holder: Holder) => USE(holder.item);`,
    run: `main.use(new main.Box())`,
  },
  {
    name: 'interface of a method',
    nodes: ['TSMethodSignature'],
    code: `interface Maker {\n  make(): any;\n}\nexport class Box implements Maker {\n  make() {\n    return VALUE;\n  }\n}\nexport const use = (maker: Maker) => USE(maker.make());`,
    run: `main.use(new main.Box())`,
  },
  {
    name: 'type guard',
    code: `const isThere = (item: unknown): item is object => item !== undefined;\nconst item: any = VALUE;\nif (isThere(item)) USE(item as any);`,
  },
  {
    name: 'assertion function',
    code: `function assertThere(item: unknown): asserts item {\n  if (item === undefined) throw new Error('none');\n}\nconst item: any = VALUE;\nassertThere(item);\nUSE(item);`,
  },
  {
    name: 'generic class',
    code: `class Box<T> {\n  constructor(readonly item: T) {}\n}\nconst box = new Box<any>(VALUE);\nUSE(box.item);`,
  },
  {
    name: 'global declaration',
    code: `declare global {\n  var heldItem: any;\n}\nglobalThis.heldItem = VALUE;\nexport const run = () => USE(globalThis.heldItem);`,
  },
  {
    name: 'global declaration by its name',
    code: `declare global {\n  var heldItem: any;\n}\nglobalThis.heldItem ??= VALUE;\nexport const run = () => USE(heldItem);`,
  },
  {
    name: 'global through a cast',
    code: `const holder = globalThis as unknown as { heldItem?: any };\nconst item = holder.heldItem ?? VALUE;\nholder.heldItem = item;\nUSE(item);`,
  },
  {
    name: 'decorator of a field',
    nodes: ['Decorator'],
    code: `const provide = (_: undefined, _context: ClassFieldDecoratorContext) => () => VALUE;\nclass Box {\n  @provide item: any;\n}\nUSE(new Box().item);`,
  },
  {
    name: 'decorator of a class',
    code: `function provide(Target: any) {\n  Target.prototype.item = VALUE;\n}\n@provide\nclass Box {\n  declare item: any;\n  use() {\n    return USE(this.item);\n  }\n}\nnew Box().use();`,
  },
  {
    name: 'decorator of a method that does something else',
    code: `function logged(method: any) {\n  return function (this: any, ...rest: any[]) {\n    console.log('called');\n    return method.apply(this, rest);\n  };\n}\nclass Box {\n  item = VALUE;\n  @logged use() {\n    return USE(this.item);\n  }\n}\nnew Box().use();`,
  },
];
