import type { Ways } from '../way.js';

/** One way for each kind of class member. */
export const classes: Ways = [
  {
    name: 'field',
    nodes: ['PropertyDefinition'],
    code: `class Box {\n  item = VALUE;\n  use() {\n    return USE(this.item);\n  }\n}\nnew Box().use();`,
  },
  {
    name: 'private field',
    nodes: ['PrivateIdentifier'],
    code: `class Box {\n  #item = VALUE;\n  use() {\n    return USE(this.#item);\n  }\n}\nnew Box().use();`,
  },
  { name: 'static field', code: `class Box {\n  static item = VALUE;\n}\nUSE(Box.item);` },
  {
    name: 'private static field',
    code: `class Box {\n  static #item = VALUE;\n  static use() {\n    return USE(Box.#item);\n  }\n}\nBox.use();`,
  },
  {
    name: 'static field by this',
    code: `class Box {\n  static item = VALUE;\n  static use() {\n    return USE(this.item);\n  }\n}\nBox.use();`,
  },
  {
    name: 'field by the class of an instance',
    code: `class Box {\n  static item: any = VALUE;\n  use() {\n    return USE((this.constructor as typeof Box).item);\n  }\n}\nnew Box().use();`,
  },
  {
    name: 'computed field',
    code: `const key = 'item';\nclass Box {\n  [key] = VALUE;\n}\nUSE(new Box()[key]);`,
  },
  { name: 'field that is a function', code: `class Box {\n  make = () => VALUE;\n}\nUSE(new Box().make());` },
  {
    name: 'field from another field',
    code: `class Box {\n  first = VALUE;\n  second = this.first;\n}\nUSE(new Box().second);`,
  },
  {
    name: 'method',
    nodes: ['MethodDefinition'],
    code: `class Box {\n  make() {\n    return VALUE;\n  }\n}\nUSE(new Box().make());`,
  },
  {
    name: 'private method',
    code: `class Box {\n  #make() {\n    return VALUE;\n  }\n  use() {\n    return USE(this.#make());\n  }\n}\nnew Box().use();`,
  },
  {
    name: 'static method',
    code: `class Box {\n  static make() {\n    return VALUE;\n  }\n}\nUSE(Box.make());`,
  },
  {
    name: 'async method',
    code: `class Box {\n  async make() {\n    return VALUE;\n  }\n}\nUSE(await new Box().make());`,
  },
  {
    name: 'parameter of a method',
    code: `class Box {\n  use(item: any) {\n    return USE(item);\n  }\n}\nnew Box().use(VALUE);`,
  },
  { name: 'getter', code: `class Box {\n  get item() {\n    return VALUE;\n  }\n}\nUSE(new Box().item);` },
  {
    name: 'static getter',
    code: `class Box {\n  static get item() {\n    return VALUE;\n  }\n}\nUSE(Box.item);`,
  },
  {
    name: 'getter over a private field',
    code: `class Box {\n  #item = VALUE;\n  get item() {\n    return this.#item;\n  }\n}\nUSE(new Box().item);`,
  },
  {
    name: 'getter that makes it once',
    code: `class Box {\n  #item?: any;\n  get item() {\n    this.#item ??= VALUE;\n    return this.#item;\n  }\n}\nUSE(new Box().item);`,
  },
  {
    name: 'setter',
    code: `class Box {\n  #item: any;\n  set item(item: any) {\n    this.#item = item;\n  }\n  use() {\n    return USE(this.#item);\n  }\n}\nconst box = new Box();\nbox.item = VALUE;\nbox.use();`,
  },
  {
    name: 'constructor',
    code: `class Box {\n  item: any;\n  constructor() {\n    this.item = VALUE;\n  }\n}\nUSE(new Box().item);`,
  },
  {
    name: 'parameter of a constructor',
    code: `class Box {\n  item: any;\n  constructor(item: any) {\n    this.item = item;\n  }\n  use() {\n    return USE(this.item);\n  }\n}\nnew Box(VALUE).use();`,
  },
  {
    name: 'options of a constructor',
    code: `class Box {\n  item: any;\n  constructor({ item }: { item: any }) {\n    this.item = item;\n  }\n  use() {\n    return USE(this.item);\n  }\n}\nnew Box({ item: VALUE }).use();`,
  },
  {
    name: 'constructor that keeps its options',
    code: `class Box {\n  constructor(private readonly options: { item: any }) {}\n  use() {\n    return USE(this.options.item);\n  }\n}\nnew Box({ item: VALUE }).use();`,
  },
  {
    name: 'constructor that assigns all options',
    code: `class Box {\n  item: any;\n  constructor(options: { item: any }) {\n    Object.assign(this, options);\n  }\n  use() {\n    return USE(this.item);\n  }\n}\nnew Box({ item: VALUE }).use();`,
  },
  {
    name: 'method that keeps it',
    code: `class Box {\n  item: any;\n  keep(item: any) {\n    this.item = item;\n  }\n  use() {\n    return USE(this.item);\n  }\n}\nconst box = new Box();\nbox.keep(VALUE);\nbox.use();`,
  },
  {
    name: 'method that makes it first',
    code: `class Box {\n  item: any;\n  async open() {\n    this.item = VALUE;\n  }\n  async use() {\n    await this.open();\n    return USE(this.item);\n  }\n}\nawait new Box().use();`,
  },
  {
    name: 'instance that is written to',
    code: `class Box {\n  item: any;\n}\nconst box = new Box();\nbox.item = VALUE;\nUSE(box.item);`,
  },
  {
    name: 'static block',
    nodes: ['StaticBlock'],
    code: `class Box {\n  static item: any;\n  static {\n    this.item = VALUE;\n  }\n}\nUSE(Box.item);`,
  },
  {
    name: 'accessor',
    nodes: ['AccessorProperty'],
    code: `class Box {\n  accessor item = VALUE;\n}\nUSE(new Box().item);`,
  },
  { name: 'static accessor', code: `class Box {\n  static accessor item = VALUE;\n}\nUSE(Box.item);` },
  {
    name: 'base class',
    code: `class Base {\n  item = VALUE;\n}\nclass Box extends Base {\n  use() {\n    return USE(this.item);\n  }\n}\nnew Box().use();`,
  },
  {
    name: 'method of the base class',
    nodes: ['Super'],
    code: `class Base {\n  make() {\n    return VALUE;\n  }\n}\nclass Box extends Base {\n  override make() {\n    return super.make();\n  }\n}\nUSE(new Box().make());`,
  },
  {
    name: 'constructor of the base class',
    code: `class Base {\n  constructor(protected readonly item: any) {}\n}\nclass Box extends Base {\n  constructor() {\n    super(VALUE);\n  }\n  use() {\n    return USE(this.item);\n  }\n}\nnew Box().use();`,
  },
  {
    name: 'use in the base class',
    code: `class Base {\n  item: any;\n  use() {\n    return USE(this.item);\n  }\n}\nclass Box extends Base {\n  override item = VALUE;\n}\nnew Box().use();`,
  },
  {
    name: 'method that a subclass replaces',
    code: `class Base {\n  make(): any {\n    throw new Error('none');\n  }\n  use() {\n    return USE(this.make());\n  }\n}\nclass Box extends Base {\n  override make() {\n    return VALUE;\n  }\n}\nnew Box().use();`,
  },
  {
    name: 'static field of the base class',
    code: `class Base {\n  static item = VALUE;\n}\nclass Box extends Base {}\nUSE(Box.item);`,
  },
  {
    name: 'mixin',
    code: `const withItem = <T extends new (...rest: any[]) => object>(Base: T) =>\n  class extends Base {\n    item = VALUE;\n  };\nclass Box extends withItem(Object) {}\nUSE(new Box().item);`,
  },
  {
    name: 'singleton',
    code: `class Box {\n  static #only?: Box;\n  item = VALUE;\n  static get() {\n    this.#only ??= new Box();\n    return this.#only;\n  }\n}\nUSE(Box.get().item);`,
  },
  {
    name: 'static factory',
    code: `class Box {\n  private constructor(readonly item: any) {}\n  static make() {\n    return new Box(VALUE);\n  }\n}\nUSE(Box.make().item);`,
  },
  {
    name: 'builder',
    code: `class Box {\n  #item: any;\n  with(item: any) {\n    this.#item = item;\n    return this;\n  }\n  use() {\n    return USE(this.#item);\n  }\n}\nnew Box().with(VALUE).use();`,
  },
  {
    name: 'builder that builds',
    code: `class BoxBuilder {\n  #parts: { item?: any } = {};\n  item(item: any) {\n    this.#parts.item = item;\n    return this;\n  }\n  build() {\n    return { ...this.#parts };\n  }\n}\nconst box = new BoxBuilder().item(VALUE).build();\nUSE(box.item);`,
  },
  {
    name: 'that for this',
    code: `class Box {\n  item = VALUE;\n  use() {\n    const that = this;\n    return function () {\n      return USE(that.item);\n    };\n  }\n}\nnew Box().use()();`,
  },
  {
    name: 'bound method',
    code: `class Box {\n  item = VALUE;\n  constructor() {\n    this.use = this.use.bind(this);\n  }\n  use() {\n    return USE(this.item);\n  }\n}\nconst { use } = new Box();\nuse();`,
  },
  {
    name: 'instance in a field',
    code: `class Inner {\n  item = VALUE;\n}\nclass Box {\n  inner = new Inner();\n  use() {\n    return USE(this.inner.item);\n  }\n}\nnew Box().use();`,
  },
  {
    name: 'class in a variable',
    code: `class Box {\n  item = VALUE;\n}\nconst Kind = Box;\nUSE(new Kind().item);`,
  },
  {
    name: 'class by its name',
    code: `class Box {\n  item = VALUE;\n}\nconst boxes = { box: Box };\nUSE(new boxes['box']().item);`,
  },
  {
    name: 'list in a field',
    code: `class Boxes {\n  #items: any[] = [];\n  add(item: any) {\n    this.#items.push(item);\n  }\n  use() {\n    return this.#items.map((item) => USE(item));\n  }\n}\nconst boxes = new Boxes();\nboxes.add(VALUE);\nboxes.use();`,
  },
  {
    name: 'map in a field',
    code: `class Registry {\n  #items = new Map<string, any>();\n  set(name: string, item: any) {\n    this.#items.set(name, item);\n  }\n  get(name: string) {\n    return this.#items.get(name);\n  }\n}\nconst registry = new Registry();\nregistry.set('item', VALUE);\nUSE(registry.get('item'));`,
  },
  {
    name: 'callback in a constructor',
    code: `class Lazy {\n  constructor(private readonly make: () => any) {}\n  use() {\n    return USE(this.make());\n  }\n}\nnew Lazy(() => VALUE).use();`,
  },
  {
    name: 'generator method',
    code: `class Box {\n  *items() {\n    yield VALUE;\n  }\n}\nfor (const item of new Box().items()) USE(item);`,
  },
  {
    name: 'iterator of a class',
    code: `class Box {\n  *[Symbol.iterator]() {\n    yield VALUE;\n  }\n}\nfor (const item of new Box()) USE(item);`,
  },
];
