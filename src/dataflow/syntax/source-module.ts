import type { Scope, ScopeManager, Variable } from '@typescript-eslint/scope-manager';
import type { TSESTree } from '@typescript-eslint/utils';
import { isObjectAssign, unwrap, type CallLike, type Node } from './nodes.js';

/** A parsed file: the host's own, or one that an import was followed to. */
export interface SourceUnit {
  readonly filename: string;
  readonly text: string;
  readonly ast: TSESTree.Program;
  readonly scopeManager: ScopeManager;
  readonly visitorKeys: Readonly<Record<string, readonly string[] | undefined>>;
  /** The specifier under which everybody knows a package that the project imports under a name of its own. */
  readonly publishedSpecifier?: (specifier: string) => string;
}

/** An assignment to a member: `object.name = value`. */
export interface MemberWrite {
  readonly object: Node;
  readonly name: string;
  readonly value: Node;
  readonly assignment: TSESTree.AssignmentExpression;
}

/** A file in one analysis. The index is shared by all analyses of the same tree; what is learnt through frames is not. */
export class SourceModule {
  readonly #index: SyntaxIndex;

  constructor(readonly source: SourceUnit) {
    let index = indexes.get(source.ast);
    if (!index) indexes.set(source.ast, (index = new SyntaxIndex(source)));
    this.#index = index;
  }

  /** The package that an import names, under the name that everybody knows. */
  publishedSpecifier(specifier: string): string {
    return this.source.publishedSpecifier?.(specifier) ?? specifier;
  }

  get calls(): readonly CallLike[] {
    return this.#index.calls;
  }

  /** Calls by the last name of what is called: `create` for `client.responses.create(…)`. */
  callsNamed(name: string): readonly CallLike[] {
    return this.#index.callsByName.get(name) ?? [];
  }

  get properties(): readonly TSESTree.Property[] {
    return this.#index.properties;
  }

  /** Expressions whose value is changed in place or handed to a call: `x` in `x.a = 1`, `delete x.a`, `f(x)`. */
  get changed(): readonly Node[] {
    return this.#index.changed;
  }

  /** Assignments to members, by the member's name. */
  get memberWrites(): ReadonlyMap<string, readonly MemberWrite[]> {
    return this.#index.memberWrites;
  }

  /** Names of the accessors that the file writes: what is assigned to them may get elsewhere. */
  get setters(): ReadonlySet<string> {
    return this.#index.setters;
  }

  /** The variable that an identifier refers to or declares; `undefined` for globals. */
  variable(identifier: Node): Variable | undefined {
    const variable = this.#index.variables.get(identifier);
    return variable && variable.defs.length > 0 ? variable : undefined;
  }

  /** Does a function use its `arguments` as a list? */
  usesArguments(fn: Node): boolean {
    return this.#index.usersOfArguments.has(fn);
  }

  /** The variables that a declaration introduces. */
  declared(declaration: Node): readonly Variable[] {
    return this.source.scopeManager.getDeclaredVariables(declaration as never);
  }
}

/** Expressions that may be an object which has another name. */
const MAY_BE_SHARED = new Set([
  'AssignmentExpression',
  'CallExpression',
  'ConditionalExpression',
  'Identifier',
  'LogicalExpression',
  'MemberExpression',
  'SequenceExpression',
]);

/** The name under which something is called. */
export function lastName(callee: Node): string | undefined {
  let node = callee;
  while (node.type === 'ChainExpression' || node.type === 'TSNonNullExpression') node = node.expression;
  if (node.type === 'Identifier') return node.name;
  if (node.type !== 'MemberExpression') return undefined;
  const { property } = node;
  return property.type === 'Identifier' || property.type === 'PrivateIdentifier' ? property.name : undefined;
}

const indexes = new WeakMap<TSESTree.Program, SyntaxIndex>();

/**
 * What tracking asks of a tree: which variable an identifier means, where members are assigned, which calls there are.
 * Built in one walk, without recursion.
 */
class SyntaxIndex {
  readonly calls: CallLike[] = [];
  readonly callsByName = new Map<string, CallLike[]>();
  readonly properties: TSESTree.Property[] = [];
  readonly changed: Node[] = [];
  readonly setters = new Set<string>();
  readonly memberWrites = new Map<string, MemberWrite[]>();
  readonly variables = new Map<Node, Variable>();
  /** Functions that use `arguments`, for more than to count them. */
  readonly usersOfArguments = new Set<Node>();

  constructor(readonly source: SourceUnit) {
    for (const scope of source.scopeManager.scopes as Scope[]) {
      for (const reference of scope.references) {
        if (reference.resolved) this.variables.set(reference.identifier, reference.resolved);
        if (reference.identifier.name === 'arguments') this.#indexArguments(reference.identifier, scope);
      }
      for (const variable of scope.variables) {
        for (const identifier of variable.identifiers) {
          // The name of a class is declared around it and, once more, inside.
          if (!this.variables.has(identifier)) this.variables.set(identifier, variable);
        }
      }
    }
    this.#walk();
  }

  #indexArguments(name: Node, scope: Scope): void {
    let at: Scope | null = scope;
    while (at && (at.type !== ('function' as string) || at.block.type === 'ArrowFunctionExpression'))
      at = at.upper;
    const { parent } = name;
    const isCounted =
      parent?.type === 'MemberExpression' &&
      parent.object === name &&
      parent.property.type === 'Identifier' &&
      parent.property.name === 'length';
    if (at && !isCounted) this.usersOfArguments.add(at.block as Node);
  }

  #walk(): void {
    const stack: Node[] = [this.source.ast];
    while (stack.length > 0) {
      const node = stack.pop()!;
      this.#index(node);
      const keys = this.source.visitorKeys[node.type];
      if (!keys) continue;
      for (let k = keys.length - 1; k >= 0; k--) {
        const child = (node as unknown as Record<string, unknown>)[keys[k]!];
        if (Array.isArray(child)) {
          for (let i = child.length - 1; i >= 0; i--) {
            if (child[i]) stack.push(this.#adopt(child[i] as Node, node));
          }
        } else if (child && typeof child === 'object') {
          stack.push(this.#adopt(child as Node, node));
        }
      }
    }
  }

  /** Hosts set `parent`; a tree that we parsed ourselves gets it here. */
  #adopt(child: Node, parent: Node): Node {
    if (!child.parent) (child as { parent: Node }).parent = parent;
    return child;
  }

  #index(node: Node): void {
    switch (node.type) {
      case 'CallExpression':
        this.#indexCall(node);
        for (const arg of node.arguments) {
          // A literal in that place has no other name.
          const isTarget =
            arg === node.arguments[0] && isObjectAssign(node) && arg.type !== 'ObjectExpression';
          if (isTarget || MAY_BE_SHARED.has(unwrap(arg).type)) this.changed.push(arg);
          if (arg.type === 'SpreadElement' && arg.argument.type === 'ArrayExpression') {
            for (const element of arg.argument.elements)
              if (element && MAY_BE_SHARED.has(unwrap(element).type)) this.changed.push(element);
          }
        }
        break;
      case 'NewExpression':
        this.#indexCall(node);
        break;
      case 'UnaryExpression':
        if (node.operator === 'delete' && unwrap(node.argument).type === 'MemberExpression') {
          this.changed.push((unwrap(node.argument) as TSESTree.MemberExpression).object);
        }
        break;
      case 'Property':
        this.properties.push(node);
        if (node.kind === 'set') this.#indexSetter(node.key);
        if (node.parent.type === 'ObjectPattern') this.#indexTarget(node.value);
        break;
      case 'MethodDefinition':
        if (node.kind === 'set') this.#indexSetter(node.key);
        break;
      case 'AssignmentExpression':
        this.#indexWrite(node);
        break;
      case 'UpdateExpression':
        this.#indexTarget(node.argument);
        break;
      case 'ForOfStatement':
      case 'ForInStatement':
        this.#indexTarget(node.left);
        break;
      case 'AssignmentPattern':
        this.#indexTarget(node.left);
        break;
      case 'ArrayPattern':
        for (const element of node.elements) if (element) this.#indexTarget(element);
        break;
      case 'RestElement':
        this.#indexTarget(node.argument);
        break;
      default:
    }
  }

  #indexSetter(key: Node): void {
    if (key.type === 'Identifier') this.setters.add(key.name);
    else if (key.type === 'Literal') this.setters.add(String(key.value));
  }

  /** `x` in `x.a++`, `[x.a] = list`, `for (x.a of list)`. */
  #indexTarget(target: Node): void {
    const member = unwrap(target);
    if (member.type === 'MemberExpression') this.changed.push(member.object);
  }

  #indexCall(node: CallLike): void {
    this.calls.push(node);
    const name = lastName(node.callee);
    if (name === undefined) return;
    const named = this.callsByName.get(name);
    if (named) named.push(node);
    else this.callsByName.set(name, [node]);
  }

  #indexWrite(node: TSESTree.AssignmentExpression): void {
    const target = node.left;
    if (target.type !== 'MemberExpression') return;
    this.changed.push(target.object);
    const name =
      target.property.type === 'Literal'
        ? String(target.property.value)
        : target.property.type === 'PrivateIdentifier'
          ? `#${target.property.name}`
          : !target.computed && target.property.type === 'Identifier'
            ? target.property.name
            : undefined;
    if (name === undefined) return;
    const write: MemberWrite = { object: target.object, name, value: node.right, assignment: node };
    const writes = this.memberWrites.get(name);
    if (writes) writes.push(write);
    else this.memberWrites.set(name, [write]);
  }
}
