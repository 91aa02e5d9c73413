import type { Variable } from '@typescript-eslint/scope-manager';
import type { TSESTree } from '@typescript-eslint/utils';
import {
  isClass,
  isFunction,
  isInStaticMember,
  unwrap,
  type ClassNode,
  type FunctionNode,
  type Node,
} from '../dataflow/syntax/nodes.js';
import type { SourceModule } from '../dataflow/syntax/source-module.js';
import { lookupAt, type Lookup } from './containers.js';
import { keyOf } from './keys.js';

/** Where a module is imported or passed on. */
export type ImportPlace =
  | TSESTree.ImportDeclaration
  | TSESTree.ExportNamedDeclaration
  | TSESTree.ExportAllDeclaration
  | TSESTree.ImportExpression
  | TSESTree.CallExpression
  | TSESTree.TSExternalModuleReference;

const ADDRESS = /\bapi\.openai\.com\b/i;

const GLOBAL_OBJECTS: ReadonlySet<string> = new Set(['globalThis', 'global', 'self', 'window']);

const gathered = new WeakMap<TSESTree.Program, Places>();

/** What forward tracking asks of a file besides its tree: gathered in one walk, without recursion. */
export class Places {
  readonly imports: { readonly specifier: string; readonly place: ImportPlace }[] = [];
  /** Texts that hold an address of OpenAI's API. */
  readonly addresses: (TSESTree.Literal | TSESTree.TemplateLiteral)[] = [];
  /** Objects, lists and truth values that are written out. */
  readonly literals: (TSESTree.ObjectExpression | TSESTree.ArrayExpression | TSESTree.BooleanLiteral)[] = [];
  /** Functions that are handed to a method, as the handlers of a framework's are. */
  readonly handlers: FunctionNode[] = [];
  /** Names of components where they are rendered. */
  readonly tags = new Map<string, Node[]>();
  /** Where something is asked for by a token. */
  readonly lookups: Lookup[] = [];
  /** Uses of globals by name: `client`, `globalThis.client`. */
  readonly globals = new Map<string, Node[]>();
  /** Names under which a variable is exported where it is declared. */
  readonly exportedAs = new Map<Variable, string>();
  /** Variables that are exported by a namespace in the file, with its name. */
  readonly memberOf = new Map<Variable, TSESTree.TSModuleDeclaration>();
  readonly #instanceThis = new Map<Node, Node[]>();
  readonly #staticThis = new Map<Node, Node[]>();
  readonly #arguments = new Map<Node, Node[]>();

  private constructor(readonly unit: SourceModule) {
    const { ast, visitorKeys } = unit.source;
    const stack: Node[] = [ast];
    while (stack.length > 0) {
      const node = stack.pop()!;
      this.#note(node);
      for (const key of visitorKeys[node.type] ?? []) {
        const child = (node as unknown as Record<string, unknown>)[key];
        if (Array.isArray(child)) stack.push(...(child.filter(Boolean) as Node[]));
        else if (child && typeof child === 'object') stack.push(child as Node);
      }
    }
  }

  /** The places of a file; gathered once for all analyses of the same tree. */
  static of(unit: SourceModule): Places {
    let places = gathered.get(unit.source.ast);
    if (!places) gathered.set(unit.source.ast, (places = new Places(unit)));
    return places;
  }

  /** `this` and `super` where they mean an instance of a class, an object literal, or what a function is called on. */
  thisOf(holder: Node): readonly Node[] {
    return this.#instanceThis.get(holder) ?? [];
  }

  /** `this` where it means the class itself. */
  staticThisOf(cls: ClassNode): readonly Node[] {
    return this.#staticThis.get(cls) ?? [];
  }

  /** `arguments` of a function. */
  argumentsOf(fn: Node): readonly Node[] {
    return this.#arguments.get(fn) ?? [];
  }

  #note(node: Node): void {
    switch (node.type) {
      case 'ImportDeclaration':
      case 'ExportAllDeclaration':
        this.imports.push({ specifier: node.source.value, place: node });
        break;
      case 'ExportNamedDeclaration':
        if (node.source) this.imports.push({ specifier: node.source.value, place: node });
        if (node.declaration) this.#noteExports(node, node.declaration);
        break;
      case 'ExportDefaultDeclaration':
        for (const variable of this.unit.declared(node.declaration)) {
          if (isFunction(node.declaration as Node) || isClass(node.declaration as Node))
            this.exportedAs.set(variable, 'default');
        }
        break;
      case 'ImportExpression':
        if (node.source.type === 'Literal')
          this.imports.push({ specifier: String(node.source.value), place: node });
        break;
      case 'TSExternalModuleReference':
        if (node.expression.type === 'Literal')
          this.imports.push({ specifier: String(node.expression.value), place: node });
        break;
      case 'CallExpression':
        this.#noteRequire(node);
        this.#noteLookup(node);
        break;
      case 'YieldExpression':
        this.#noteLookup(node);
        break;
      case 'ArrowFunctionExpression':
      case 'FunctionExpression':
        if (isHandler(node)) this.handlers.push(node);
        break;
      case 'JSXIdentifier':
        if (node.parent.type === 'JSXOpeningElement') add(this.tags, node.name, node);
        break;
      case 'ObjectExpression':
      case 'ArrayExpression':
        this.literals.push(node);
        break;
      case 'Literal':
        if (typeof node.value === 'boolean') this.literals.push(node as TSESTree.BooleanLiteral);
        if (typeof node.value === 'string' && ADDRESS.test(node.value)) this.addresses.push(node);
        break;
      case 'TemplateElement':
        if (ADDRESS.test(node.value.raw)) this.addresses.push(node.parent as TSESTree.TemplateLiteral);
        break;
      case 'ThisExpression':
      case 'Super':
        this.#noteThis(node);
        break;
      case 'Identifier':
        this.#noteName(node);
        break;
      case 'MemberExpression':
        this.#noteGlobalMember(node);
        break;
      default:
    }
  }

  #noteExports(statement: TSESTree.ExportNamedDeclaration, declaration: Node): void {
    const block = statement.parent as Node;
    for (const variable of this.unit.declared(declaration)) {
      if (block.type === 'TSModuleBlock')
        this.memberOf.set(variable, block.parent as TSESTree.TSModuleDeclaration);
      else this.exportedAs.set(variable, variable.name);
    }
  }

  #noteLookup(node: Node): void {
    const lookup = lookupAt(node);
    if (lookup) this.lookups.push(lookup);
  }

  #noteRequire(node: TSESTree.CallExpression): void {
    const callee = unwrap(node.callee);
    const [first] = node.arguments;
    const isRequire = callee.type === 'Identifier' && callee.name === 'require';
    if (isRequire && first?.type === 'Literal' && typeof first.value === 'string')
      this.imports.push({ specifier: first.value, place: node });
  }

  #noteThis(node: Node): void {
    const holder = thisHolderOf(node);
    if (!holder) return;
    const isStatic = isClass(holder) && isInStaticMember(node);
    add(isStatic ? this.#staticThis : this.#instanceThis, holder, node);
  }

  #noteName(node: TSESTree.Identifier): void {
    if (this.unit.variable(node)) return;
    if (node.name === 'arguments') {
      let fn: Node | undefined = node.parent;
      while (fn && (fn.type === 'ArrowFunctionExpression' || !isFunction(fn))) fn = fn.parent;
      if (fn) add(this.#arguments, fn, node);
      return;
    }
    const { parent } = node as Node & { parent: Node };
    const isKey =
      (parent.type === 'MemberExpression' && parent.property === node && !parent.computed) ||
      (parent.type === 'Property' && parent.key === node && parent.value !== (node as Node)) ||
      parent.type === 'MethodDefinition' ||
      (parent.type === 'PropertyDefinition' && parent.key === node);
    if (!isKey) add(this.globals, node.name, node);
  }

  #noteGlobalMember(node: TSESTree.MemberExpression): void {
    if (!this.isGlobalObject(node.object)) return;
    if (!node.computed && node.property.type === 'Identifier') add(this.globals, node.property.name, node);
  }

  /** `globalThis` and its other names. */
  isGlobalObject(node: Node): boolean {
    const object = unwrap(node);
    return object.type === 'Identifier' && GLOBAL_OBJECTS.has(object.name) && !this.unit.variable(object);
  }
}

/** Methods by which an application of a framework's takes its handlers. */
const TAKES_HANDLER =
  /^(?:addHook|all|any|delete|get|handle|head|mutation|on|onRequest|options|patch|post|preHandler|put|query|register|route|subscription|use)$/;

/** Is a function handed to such a method? */
export function isHandler(fn: FunctionNode): boolean {
  const call = fn.parent as Node | undefined;
  if (call?.type !== 'CallExpression' || call.callee === (fn as Node)) return false;
  const { callee } = call;
  return (
    callee.type === 'MemberExpression' && TAKES_HANDLER.test(keyOf(callee.property, callee.computed) ?? '')
  );
}

function add<Key>(map: Map<Key, Node[]>, key: Key, node: Node): void {
  const known = map.get(key);
  if (known) known.push(node);
  else map.set(key, [node]);
}

/** What `this` means: a class, an object literal, or the function that is called on something; arrows pass it through. */
export function thisHolderOf(node: Node): Node | null {
  let from: Node = node;
  for (let up = node.parent; up; from = up, up = up.parent) {
    if (isClass(up)) return up.body === from ? up : null;
    if (up.type !== 'FunctionDeclaration' && up.type !== 'FunctionExpression') continue;
    const holder = up.parent as Node;
    if (holder.type === 'MethodDefinition') return holder.parent.parent;
    const isMethod =
      holder.type === 'Property' && holder.value === up && holder.parent.type === 'ObjectExpression';
    return isMethod ? holder.parent : up;
  }
  return null;
}
