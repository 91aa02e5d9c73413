import type { Variable } from '@typescript-eslint/scope-manager';
import type { TSESTree } from '@typescript-eslint/utils';
import {
  enclosingFunction,
  isCallLike,
  isClass,
  isFunction,
  unwrap,
  type CallLike,
  type ClassNode,
  type FunctionNode,
  type Node,
} from '../dataflow/syntax/nodes.js';
import { constructorOf, superCallOf } from '../dataflow/evaluate/calls.js';
import type { DataflowEvaluator } from '../dataflow/evaluate/evaluator.js';
import type { Reaching } from '../dataflow/model/evaluator.js';
import type { SourceModule } from '../dataflow/syntax/source-module.js';
import type { CallContext, AccessPath, AccessStep, AbstractValue } from '../dataflow/model/abstract-value.js';
import { isLocalSpecifier } from '../dataflow/model/access-path.js';
import type { Flow, Module, Target } from './flow.js';
import { isOfFramework, providerToken } from './containers.js';
import { importBinding, startOf } from './imports.js';
import { ITERATOR, keyOf } from './keys.js';
import { proxyOf } from './proxies.js';
import { ApiPaths, type ApiGraphs } from './api-paths.js';
import { argumentSummary, constructorSummary, isHolder, receiverSummary } from './summaries.js';
import {
  ELEMENT,
  elementPosition,
  filled,
  filledPosition,
  handed,
  handedPosition,
  CONTEXT,
  INSTANCE,
  isElement,
  isOf,
  isProperty,
  property,
  propertyNamed,
  REJECTED,
  RESULT,
  RETURNED,
  STATE,
  type Selector,
} from './selector.js';
import { isAtHand, next, States, type Followed, type State } from './state.js';
import { isHandler, Places, thisHolderOf, type ImportPlace } from './places.js';
import { rootContext } from '../dataflow/model/call-context.js';

/** Steps of one run. States are finite, so that only a defect or a hostile file comes near. */
const MAX_STEPS = 200_000;

/** Modules of the project that take part besides the file itself. */
const MAX_MODULES = 40;

export interface Program {
  readonly main: SourceModule;
  readonly graphs: ApiGraphs;
  /** What is followed: the values of libraries with the addresses of OpenAI's, or what literals make. */
  readonly follows: 'libraries' | 'literals';
  /** Says what is called where names alone say it. */
  readonly tracker: DataflowEvaluator;
  /** Can values of a library come from the module that an import means? */
  mayHold(specifier: string, from: SourceModule): boolean;
  /** Does an import mean a module? */
  leadsTo(specifier: string, from: SourceModule, to: SourceModule): boolean;
}

/**
 * Follows the values of libraries from where they come from to where they are used. A step looks at the parent of one
 * node only; what no value enters is never looked at.
 */
export class ForwardTracker implements Flow, Reaching {
  readonly #states = new States();
  readonly #paths: ApiPaths;
  readonly #modules = new Map<SourceModule, Module>();
  readonly #work: { readonly node: Node; readonly state: State; readonly module: Module }[] = [];
  readonly #seen = new Map<object, Set<number>>();
  readonly #reached = new Map<Node, Set<Followed>>();
  readonly #calls = new Set<CallLike>();
  /** What objects that are written out hold, however deep. */
  readonly #inside = new Map<Node, Set<Followed>>();
  /** The calls by which values enter functions. */
  readonly #sites = new Map<Node, Map<Followed, Set<Node>>>();
  readonly #main: Module;
  #steps = 0;

  constructor(readonly program: Program) {
    this.#paths = new ApiPaths(program.graphs);
    this.#main = this.#load(program.main);
    for (const module of [...this.#modules.values()]) this.#start(module);
    this.#solve();
  }

  /** Steps that were taken. */
  get steps(): number {
    return this.#steps;
  }

  /** `false` where it gave up: there may be more than was found. */
  get isComplete(): boolean {
    return this.#work.length === 0;
  }

  hasAny(node: Node): boolean {
    return this.#reached.has(node);
  }

  /** The values that an expression may be. */
  at(node: Node): readonly Followed[] {
    const all = [...(this.#reached.get(node) ?? [])];
    // Where one is seen being made, its type says nothing more.
    const made = all.filter((value) => !isTyped(value));
    return made.length > 0 ? made : all;
  }

  /** Does an object that is written out hold a value, by itself or in something inside of it? */
  isInside(value: Followed, object: Node): boolean {
    return this.#inside.get(object)?.has(value) ?? false;
  }

  /** Whether a value may be there in the calls of a frame: it does not enter a function by other calls alone. */
  mayComeBy(value: Followed, frame: CallContext, seen = new Set<CallContext>()): boolean {
    for (let at: CallContext | null = frame; at && !seen.has(at); at = at.outer) {
      seen.add(at);
      if (!at.binding) continue;
      const { fn, site, caller } = at.binding;
      const sites = this.#sites.get(fn)?.get(value);
      if ((sites && !sites.has(site)) || !this.mayComeBy(value, caller, seen)) return false;
    }
    return true;
  }

  isHolder(value: AbstractValue): boolean {
    return isLostIn(value, this.program.graphs);
  }

  /** Calls of the file that a value reaches: as what is called, as an argument or inside one. */
  get calls(): ReadonlySet<CallLike> {
    return this.#calls;
  }

  // Modules

  #load(unit: SourceModule): Module {
    const known = this.#modules.get(unit);
    if (known) return known;
    const module: Module = { unit, places: Places.of(unit), importers: [] };
    this.#modules.set(unit, module);
    for (const { specifier, place } of module.places.imports) {
      if (this.program.graphs.isSource(specifier) || this.#modules.size > MAX_MODULES) continue;
      if (!this.program.mayHold(specifier, unit)) continue;
      const target = this.program.tracker.resolveModule(specifier, unit);
      if (target) this.#load(target).importers.push({ place, module });
    }
    return module;
  }

  /** A module that holds nothing by itself, and comes to hold something because a function of it is called. */
  #entered(unit: SourceModule): Module {
    const known = this.#modules.get(unit);
    if (known) return known;
    const module = this.#load(unit);
    for (const importer of this.#modules.values()) {
      for (const { specifier, place } of importer.places.imports) {
        if (importer !== module && this.program.leadsTo(specifier, importer.unit, unit))
          module.importers.push({ place, module: importer });
      }
    }
    return module;
  }

  #start(module: Module): void {
    if (this.program.follows === 'literals') {
      for (const node of module.places.literals) this.flow(node, this.#of(madeBy(node, module)), module);
      return;
    }
    for (const { specifier, place } of module.places.imports) {
      const root = this.#paths.root(specifier, place);
      if (root) this.#imported(place, module, (name) => this.#memberState(root, name, place), this.#of(root));
    }
    for (const address of module.places.addresses) {
      for (const value of this.program.tracker.values(address, rootContext(module.unit))) {
        if (value.kind === 'constant' || value.kind === 'text') this.flow(address, this.#of(value), module);
      }
    }
  }

  #of(value: Followed): State | null {
    return this.#states.of(value, []);
  }

  #memberState(path: AccessPath, name: string, node: Node): State | null {
    const member = this.#paths.extended(path, { kind: 'member', name }, node);
    return member && this.#of(member);
  }

  /**
   * What an import makes of a module.
   *
   * @param named the state of an export, by its name
   * @param whole the state of the module object
   */
  #imported(
    place: ImportPlace,
    module: Module,
    named: (name: string) => State | null,
    whole: State | null,
  ): void {
    switch (place.type) {
      case 'ImportDeclaration':
        for (const specifier of place.specifiers) {
          const state =
            specifier.type === 'ImportNamespaceSpecifier'
              ? whole
              : named(specifier.type === 'ImportDefaultSpecifier' ? 'default' : nameOf(specifier.imported));
          this.#declared(specifier.local, state, module);
        }
        break;
      case 'ExportNamedDeclaration':
        for (const { local, exported } of place.specifiers)
          this.#export(nameOf(exported), named(nameOf(local)), module);
        break;
      case 'ExportAllDeclaration':
        if (place.exported) this.#export(nameOf(place.exported), whole, module);
        else this.#export(ALL, whole, module);
        break;
      case 'TSExternalModuleReference':
        if (place.parent.type === 'TSImportEqualsDeclaration') this.#declared(place.parent.id, whole, module);
        break;
      default:
        this.flow(place, whole, module);
    }
  }

  /** A value that a module exports goes to whoever imports it. */
  #export(name: string, state: State | null, module: Module): void {
    if (!state || this.#isSeen(module.places.exportedAs, state, name)) return;
    for (const { place, module: importer } of module.importers) {
      if (name === ALL) {
        this.#imported(place, importer, (member) => this.#memberOfWhole(state, member, place), state);
      } else if (name === WHOLE) {
        // `module.exports = …`: the module is what is put in its place.
        const named = (member: string) => (member === 'default' ? state : this.#popped(state, member));
        this.#imported(place, importer, named, state);
      } else {
        const whole = this.#states.push(state, property(name));
        const isPassedOn = place.type === 'ExportAllDeclaration' && !place.exported;
        if (isPassedOn) {
          if (name !== 'default') this.#export(name, state, importer);
        } else this.#imported(place, importer, (member) => (member === name ? state : null), whole);
      }
    }
  }

  /** An export of a library's module that is passed on as a whole. */
  #memberOfWhole(state: State, name: string, node: Node): State | null {
    if (isAtHand(state) && state.value.kind === 'path') return this.#memberState(state.value, name, node);
    return this.#popped(state, name);
  }

  #isAddress(state: State): boolean {
    return this.program.follows === 'libraries' && isAtHand(state) && state.value.kind !== 'path';
  }

  #popped(state: State, name: string): State | null {
    return isOf(next(state), name) ? this.#states.pop(state) : null;
  }

  // What is provided under tokens

  readonly #tokens = new Map<unknown, Token>();

  #tokenAt(token: Node | string, module: Module): Token {
    if (typeof token === 'string') return this.#tokenOf(`text ${token}`);
    const [value] = this.program.tracker.values(token, rootContext(module.unit));
    const key = value?.kind === 'constant' ? `text ${String(value.value)}` : (value?.node ?? token);
    return this.#tokenOf(key);
  }

  #tokenOf(key: unknown): Token {
    let known = this.#tokens.get(key);
    if (!known) this.#tokens.set(key, (known = { asking: [], states: new Set() }));
    return known;
  }

  /** A value is provided under a token, for whoever asks for it. */
  provide(name: Node | string, state: State, module: Module): void {
    const token = this.#tokenAt(name, module);
    if (token.states.has(state)) return;
    token.states.add(state);
    if (!this.#areLookupsKnown) this.#findLookups();
    for (const asking of token.asking) this.#fill(asking, state);
  }

  #areLookupsKnown = false;

  /** Who asks is looked for once something is provided. */
  #findLookups(): void {
    this.#areLookupsKnown = true;
    for (const module of this.#modules.values()) {
      for (const { token, place } of module.places.lookups)
        this.#tokenAt(token, module).asking.push({ place, module });
    }
  }

  #fill({ place, module }: Asking, state: State): void {
    if (place.type === 'CallExpression' || place.type === 'YieldExpression') this.flow(place, state, module);
    else if (place.type === 'PropertyDefinition') this.#classMember(place, state, module);
    else this.pattern(place, state, module);
  }

  // The worklist

  /** An expression holds a state. */
  flow(node: Node, state: State | null, module: Module): void {
    if (state && !this.#isSeen(node, state)) this.#work.push({ node, state, module });
  }

  push(state: State | null, ...selectors: readonly Selector[]): State | null {
    return state && this.#states.push(state, ...selectors);
  }

  pop(state: State): State {
    return this.#states.pop(state);
  }

  #isSeen(at: object, { id }: State, name = ''): boolean {
    let seen = this.#seen.get(at);
    if (!seen) this.#seen.set(at, (seen = new Set()));
    const key = name === '' ? id : this.#named(name) * 1_000_000 + id;
    if (seen.has(key)) return true;
    seen.add(key);
    return false;
  }

  readonly #names = new Map<string, number>();

  #named(name: string): number {
    let number = this.#names.get(name);
    if (number === undefined) this.#names.set(name, (number = this.#names.size + 1));
    return number;
  }

  #solve(): void {
    while (this.#work.length > 0 && this.#steps < MAX_STEPS) {
      this.#steps++;
      const { node, state, module } = this.#work.pop()!;
      if (isAtHand(state)) {
        const values = this.#reached.get(node);
        if (values) values.add(state.value);
        else this.#reached.set(node, new Set([state.value]));
      } else if (node.type === 'ObjectExpression') this.#noteInside(node, state.value);
      this.#step(node, state, module);
    }
  }

  // Steps

  #step(node: Node, state: State, module: Module): void {
    if (isFunction(node) || isClass(node)) this.#stepFromHolder(node, state, module);
    if (node.type === 'TSEnumDeclaration') this.#declared(node.id, state, module);
    if (node.type === 'ObjectExpression') {
      for (const self of module.places.thisOf(node)) this.flow(self, state, module);
    }
    const parent = node.parent as Node | undefined;
    if (parent) this.#stepInto(parent, node, state, module);
  }

  /** A function or class that holds something is what its name means. */
  #stepFromHolder(node: FunctionNode | ClassNode, state: State, module: Module): void {
    // Inside of a class its name is a variable of its own.
    for (const variable of module.unit.declared(node)) {
      if (variable.name === node.id?.name) this.#variable(variable, state, module);
    }
    if (!isClass(node) || next(state) !== INSTANCE) return;
    for (const { expression } of node.implements ?? []) this.#typeNamed(expression, state, module);
  }

  /** What implements an interface is what the interface's name stands for. */
  #typeNamed(name: Node, state: State, module: Module): void {
    const variable = name.type === 'Identifier' ? module.unit.variable(name) : undefined;
    if (variable) this.#variable(variable, state, module);
  }

  #stepInto(parent: Node, node: Node, state: State, module: Module): void {
    switch (parent.type) {
      case 'TSAsExpression':
      case 'TSSatisfiesExpression':
      case 'TSNonNullExpression':
      case 'TSTypeAssertion':
      case 'TSInstantiationExpression':
      case 'ChainExpression':
        this.flow(parent, state, module);
        break;
      case 'AwaitExpression':
        if (next(state) === REJECTED) this.#thrown(parent, this.pop(state), module);
        else this.flow(parent, state, module);
        break;
      case 'ConditionalExpression':
        if (parent.test !== node) this.flow(parent, state, module);
        break;
      case 'LogicalExpression':
        this.flow(parent, state, module);
        break;
      case 'SequenceExpression':
        if (parent.expressions.at(-1) === node) this.flow(parent, state, module);
        break;
      case 'TemplateLiteral':
      case 'BinaryExpression':
        // Of an address the rest is read where it is used.
        if (this.#isAddress(state)) this.flow(parent, state, module);
        if (parent.parent?.type === 'TaggedTemplateExpression')
          this.#tagged(parent as TSESTree.TemplateLiteral, node, state, module);
        break;
      case 'VariableDeclarator':
        if (parent.init === node) this.pattern(parent.id, state, module);
        break;
      case 'AssignmentExpression':
        if (parent.right !== node) break;
        this.pattern(parent.left, state, module);
        this.flow(parent, state, module);
        break;
      case 'AssignmentPattern':
        if (parent.right === node)
          this.pattern(
            parent.parent.type === 'TSParameterProperty' ? parent.parent : parent.left,
            state,
            module,
          );
        break;
      case 'Property':
        if (parent.value === node && parent.parent.type === 'ObjectExpression')
          this.#member(parent.parent, parent, state, module);
        break;
      case 'SpreadElement':
        this.#spread(parent, state, module);
        break;
      case 'ArrayExpression':
        this.#element(parent, node, state, module);
        break;
      case 'MethodDefinition':
      case 'PropertyDefinition':
      case 'AccessorProperty':
        if (parent.value === node) this.#classMember(parent, state, module);
        break;
      case 'ClassDeclaration':
      case 'ClassExpression':
        if (parent.superClass === node) this.#extended(parent, state, module);
        break;
      case 'TSEnumMember':
        if (parent.initializer === node)
          this.flow(
            parent.parent.parent,
            this.push(state, property(keyOf(parent.id, false) ?? ELEMENT)),
            module,
          );
        break;
      case 'ReturnStatement':
        this.#returned(enclosingFunction(parent), state, module);
        break;
      case 'ArrowFunctionExpression':
        if (parent.body === node) this.#returned(parent, state, module);
        break;
      case 'YieldExpression': {
        const fn = enclosingFunction(parent);
        if (fn)
          this.flow(
            fn,
            parent.delegate ? this.push(state, RESULT) : this.push(state, ELEMENT, RESULT),
            module,
          );
        if (parent.delegate && next(state) === RETURNED) this.flow(parent, this.pop(state), module);
        break;
      }
      case 'ThrowStatement':
        this.#thrown(parent, state, module);
        break;
      case 'ForOfStatement':
        if (parent.right === node) {
          const list = this.#iterated(state);
          if (isElement(next(list))) this.pattern(loopTarget(parent.left), this.pop(list), module);
        }
        break;
      case 'MemberExpression':
        if (parent.object === node) this.#memberOf(parent, state, module);
        break;
      case 'CallExpression':
      case 'NewExpression':
      case 'TaggedTemplateExpression':
        this.#atCall(parent, node, state, module);
        break;
      case 'ExportDefaultDeclaration':
        this.#export('default', state, module);
        break;
      case 'ExportSpecifier':
        if (parent.local === node) this.#export(nameOf(parent.exported), state, module);
        break;
      case 'TSExportAssignment':
        this.#export(WHOLE, state, module);
        break;
      case 'TSTypeReference':
      case 'TSQualifiedName':
        this.#type(parent, state, module);
        break;
      case 'Decorator':
        this.#decorated(parent, state, module);
        break;
      case 'JSXExpressionContainer':
        if (parent.parent.type === 'JSXAttribute') this.#attribute(parent.parent, state, module);
        else if (parent.parent.type === 'JSXElement')
          this.#prop(parent.parent.openingElement.name, this.push(state, property('children')), module);
        break;
      case 'JSXSpreadAttribute':
        this.#prop((parent.parent as TSESTree.JSXOpeningElement).name, state, module);
        break;
      case 'JSXOpeningElement':
        if (parent.name === node) this.#rendered(parent, state, module);
        break;
      case 'TSImportEqualsDeclaration':
        this.#declared(parent.id, state, module);
        break;
      default:
    }
  }

  /** `{ key: value }`; a getter gives what it returns. */
  #member(object: Node, member: TSESTree.Property, state: State, module: Module): void {
    const name = keyOf(member.key, member.computed);
    const key = propertyNamed(name);
    const token = providerToken(object, name);
    const isMade = next(state) === RESULT || next(state) === INSTANCE;
    if (token) this.provide(token, isMade ? this.pop(state) : state, module);
    // What the prototype of an object holds, it holds too.
    if (name === '__proto__') this.flow(object, state, module);
    if (member.kind !== 'get') this.flow(object, this.push(state, key), module);
    else if (next(state) === RESULT) this.flow(object, this.push(this.pop(state), key), module);
  }

  #spread(spread: TSESTree.SpreadElement, held: State, module: Module): void {
    const holder = spread.parent as Node;
    const state = holder.type === 'ObjectExpression' ? held : this.#iterated(held);
    if (holder.type === 'ObjectExpression') this.flow(holder, state, module);
    else if (holder.type === 'ArrayExpression') {
      if (isElement(next(state))) this.flow(holder, this.push(this.pop(state), ELEMENT), module);
    } else if (isCallLike(holder) && isElement(next(state))) {
      const index = holder.arguments.indexOf(spread);
      this.#argument(holder, index + (elementPosition(next(state)) ?? 0), this.pop(state), module, true);
    }
  }

  /** The position counts as long as nothing before it is spread. */
  #element(list: TSESTree.ArrayExpression, node: Node, state: State, module: Module): void {
    const index = list.elements.indexOf(node as never);
    const isPlaced = list.elements.slice(0, index).every((element) => element?.type !== 'SpreadElement');
    this.flow(list, this.push(state, isPlaced ? property(String(index)) : ELEMENT), module);
  }

  #classMember(
    member: TSESTree.MethodDefinition | TSESTree.PropertyDefinition | TSESTree.AccessorProperty,
    state: State,
    module: Module,
  ): void {
    const cls = member.parent.parent;
    const key = propertyNamed(keyOf(member.key, member.computed));
    if (member.type === 'MethodDefinition' && member.kind === 'constructor') {
      // `constructor(fill) { fill.client = client }`
      if (filledPosition(next(state)) !== null) this.flow(cls, state, module);
      return;
    }
    let held: State | null = state;
    if (member.type === 'MethodDefinition' && member.kind === 'get') {
      held = next(state) === RESULT ? this.pop(state) : null;
    }
    held = this.push(held, key);
    if (member.static) this.#ofClass(cls, held, module);
    else this.#ofInstances(cls, held, module);
  }

  /** What a decorator puts into the class that it is handed, and what it gives a field to start with. */
  #decorated({ parent: target }: TSESTree.Decorator, state: State, module: Module): void {
    const top = next(state);
    if (isClass(target) && top === filled(0)) {
      const held = this.pop(state);
      if (next(held) === INSTANCE) this.#ofInstances(target, this.pop(held), module);
      else this.#ofClass(target, held, module);
    } else if (target.type === 'PropertyDefinition' && top === RESULT) {
      const made = this.pop(state);
      if (next(made) === RESULT) this.#classMember(target, this.pop(made), module);
    }
  }

  /** Something that a class itself holds. */
  #ofClass(cls: ClassNode, state: State | null, module: Module): void {
    for (const self of module.places.staticThisOf(cls)) this.flow(self, state, module);
    this.flow(cls, state, module);
  }

  /** Something that all instances of a class hold; the methods of its bases see it too. */
  #ofInstances(cls: ClassNode, state: State | null, module: Module): void {
    if (!state || this.#isSeen(module.places.thisOf(cls), state)) return;
    for (const self of module.places.thisOf(cls)) this.flow(self, state, module);
    this.flow(cls, this.push(state, INSTANCE), module);
    for (const base of this.#basesOf(cls, module)) {
      for (const self of base.module.places.thisOf(base.cls)) this.flow(self, state, base.module);
    }
  }

  /** The classes of the project that a class extends, the nearest first. */
  #basesOf(cls: ClassNode, module: Module): readonly { cls: ClassNode; module: Module }[] {
    const found: { cls: ClassNode; module: Module }[] = [];
    const seen = new Set<ClassNode>([cls]);
    const queue = [{ cls, module }];
    while (queue.length > 0) {
      const at = queue.shift()!;
      if (!at.cls.superClass) continue;
      for (const value of this.program.tracker.values(at.cls.superClass, rootContext(at.module.unit))) {
        if (value.kind !== 'class' || seen.has(value.node)) continue;
        seen.add(value.node);
        const base = { cls: value.node, module: this.#entered(value.frame.unit) };
        found.push(base);
        queue.push(base);
      }
    }
    return found;
  }

  /** `class Own extends Base`: what the base holds, its subclass holds. */
  #extended(cls: ClassNode, state: State, module: Module): void {
    this.flow(cls, state, module);
    if (next(state) === INSTANCE) {
      for (const self of module.places.thisOf(cls)) this.flow(self, this.pop(state), module);
    } else if (isAtHand(state) && state.value.kind === 'path') {
      const superCall = superCallOf(cls);
      const step = {
        kind: 'new' as const,
        site: superCall ?? cls,
        args: superCall?.arguments ?? [],
        frame: rootContext(module.unit),
      };
      const made = this.#paths.extended(state.value, step, superCall ?? cls);
      for (const self of module.places.thisOf(cls)) this.flow(self, made && this.#of(made), module);
    } else if (isProperty(next(state))) {
      for (const self of module.places.staticThisOf(cls)) this.flow(self, state, module);
    }
  }

  #returned(fn: FunctionNode | null, state: State, module: Module): void {
    if (fn)
      this.flow(fn, fn.generator ? this.push(state, RETURNED, RESULT) : this.push(state, RESULT), module);
  }

  /** To the handler of the innermost `try` around it. */
  #thrown(statement: Node, state: State, module: Module): void {
    let from = statement;
    for (let up = statement.parent; up && !isFunction(up); from = up, up = up.parent) {
      if (up.type !== 'TryStatement' || up.block !== from) continue;
      if (up.handler?.param) this.pattern(up.handler.param, state, module);
      return;
    }
  }

  // Members

  #memberOf(member: TSESTree.MemberExpression, state: State, module: Module): void {
    const names = this.#namesOf(member, module);
    if (isAtHand(state)) {
      if (state.value.kind === 'path') {
        for (const name of names ?? []) {
          this.flow(member, this.#memberState(state.value, name, member), module);
        }
        const proxy = names ? null : proxyOf(member.property, module.unit);
        if (proxy) this.flow(proxy, state, module);
      } else if (this.#isAddress(state) && names?.some((name) => /^(?:href|origin|url)$/.test(name)))
        this.flow(member, state, module);
    } else {
      const top = next(state);
      const isTaken = names ? names.some((name) => isOf(top, name)) : isProperty(top);
      const isMethodOfHolder =
        top === ELEMENT && calledMember(member) !== null && (names ?? []).some((name) => METHODS.has(name));
      if (isTaken && !isMethodOfHolder) this.flow(member, this.pop(state), module);
      if (top === INSTANCE && names?.includes('prototype')) this.flow(member, this.pop(state), module);
    }
    const write = member.parent as Node;
    if (write.type === 'AssignmentExpression' && write.left === member && isFunction(write.right)) {
      // `object.method = function () { this… }`
      this.self(write.right, state, module);
    }
    const call = calledMember(member);
    if (call) {
      for (const name of names ?? []) receiverSummary(name, call, state, module, this);
    }
  }

  /** The names that a member access may mean; `null` when they are not known. */
  #namesOf(member: TSESTree.MemberExpression, module: Module): readonly string[] | null {
    const name = keyOf(member.property, member.computed);
    if (name !== undefined) return [name];
    const keys = this.program.tracker.constantKeys(member.property, rootContext(module.unit));
    return keys.length > 0 ? keys : null;
  }

  // Calls

  #atCall(
    call: CallLike | TSESTree.TaggedTemplateExpression,
    node: Node,
    state: State,
    module: Module,
  ): void {
    if (call.type === 'TaggedTemplateExpression') {
      if (call.tag === node && next(state) === RESULT) this.flow(call, this.pop(state), module);
      return;
    }
    if (module === this.#main) this.#calls.add(call);
    if (call.callee !== node) {
      const index = call.arguments.indexOf(node as never);
      if (index >= 0) this.#argument(call, index, state, module);
      return;
    }
    const top = next(state);
    const position = filledPosition(top);
    if (top === undefined) this.#called(call, state, module);
    else if (top === RESULT || (top === INSTANCE && call.type === 'NewExpression'))
      this.flow(call, this.pop(state), module);
    else if (top === STATE) {
      const [selector] = call.arguments;
      if (selector) this.into(selector, this.push(this.pop(state), handed(0)), module);
    } else if (position !== null) {
      const argument = call.arguments[position];
      if (argument && argument.type !== 'SpreadElement') this.into(argument, this.pop(state), module);
    }
  }

  /** A call or `new` of a value of the library's. */
  #called(call: CallLike, { value }: State, module: Module): void {
    if (value.kind !== 'path') return;
    const kind = call.type === 'NewExpression' ? 'new' : 'call';
    const step = { kind, site: call, args: call.arguments, frame: rootContext(module.unit) } as const;
    const made = this.#paths.extended(value, step, call);
    this.flow(call, made && this.#of(made), module);
  }

  constructed(call: Node, list: Node | undefined, state: State, module: Module): void {
    if (next(state) === INSTANCE) this.flow(call, this.pop(state), module);
    if (!isAtHand(state) || state.value.kind !== 'path') return;
    const elements = list?.type === 'ArrayExpression' ? list.elements : [];
    const args = elements.every((element) => element !== null) ? elements : [];
    const step = { kind: 'new', site: call, args, frame: rootContext(module.unit) } as const;
    const made = this.#paths.extended(state.value, step, call);
    this.flow(call, made && this.#of(made), module);
  }

  /** A call is handed something: its parameter holds it, or a known helper of the language does with it what it does. */
  #argument(call: CallLike, index: number, state: State, module: Module, isSpread = false): void {
    const targets = this.#targetsOf(call, module);
    for (const { fn, given, home } of targets) {
      this.#enters(fn, state.value, call);
      this.#handedTo(fn, isSpread ? null : index + given, state, home);
    }
    if (targets.length > 0) return;
    if (call.type === 'NewExpression')
      constructorSummary(call, call.arguments[index] as Node, state, module, this);
    else if (!argumentSummary(call, index, state, module, this)) {
      // A function that is handed in: whoever hands it in gets the value.
      if (!this.#isOutside(call.callee, module))
        this.into(call.callee, this.push(state, handed(index)), module);
    }
  }

  #noteInside(object: Node, value: Followed): void {
    const inside = this.#inside.get(object);
    if (inside) inside.add(value);
    else this.#inside.set(object, new Set([value]));
  }

  #enters(fn: FunctionNode, value: Followed, call: Node): void {
    const byValue = this.#sites.get(fn) ?? new Map<Followed, Set<Node>>();
    this.#sites.set(fn, byValue);
    byValue.set(value, (byValue.get(value) ?? new Set()).add(call));
  }

  /** The functions that a call may enter, with the number of arguments that `bind` gave before. */
  #targetsOf(call: CallLike, module: Module): readonly Target[] {
    const callee = call.callee as Node;
    const cls = callee.type === 'Super' ? thisHolderOf(callee) : null;
    const called = isClass(cls) ? cls.superClass : callee;
    if (!called || called.type === 'Super') return [];
    return this.functionsAt(called, module, call.type === 'NewExpression' || callee.type === 'Super');
  }

  /** The functions of the project that an expression may be; of classes their constructors, if they are asked for. */
  functionsAt(node: Node, module: Module, isConstructed = false): readonly Target[] {
    return this.program.tracker.values(node, rootContext(module.unit)).flatMap((value) => {
      if (value.kind === 'function') {
        const home = this.#entered(value.frame.unit);
        return [{ fn: value.node, given: value.bound?.args?.length ?? 0, home }];
      }
      if (value.kind !== 'class' || !isConstructed) return [];
      const home = this.#entered(value.frame.unit);
      const classes = [{ cls: value.node, module: home }, ...this.#basesOf(value.node, home)];
      for (const at of classes) {
        const fn = constructorOf(at.cls);
        if (fn) return [{ fn, given: 0, home: at.module }];
      }
      return [];
    });
  }

  handed({ fn, given, home }: Target, position: number | null, state: State): void {
    this.#handedTo(fn, position === null ? null : position + given, state, home);
  }

  /** What has an iterator as what it iterates over. */
  #iterated(state: State): State {
    if (next(state) !== property(ITERATOR)) return state;
    const made = this.pop(state);
    return next(made) === RESULT ? this.pop(made) : state;
  }

  /** A tag is handed the texts and then each value. */
  #tagged(quasi: TSESTree.TemplateLiteral, node: Node, state: State, module: Module): void {
    const call = quasi.parent as TSESTree.TaggedTemplateExpression;
    const tag = unwrap(call.tag);
    const isRaw = tag.type === 'MemberExpression' && keyOf(tag.property, tag.computed) === 'raw';
    if (isRaw && this.#isAddress(state)) this.flow(call, state, module);
    const index = quasi.expressions.indexOf(node as never);
    for (const { fn, given, home } of this.functionsAt(call.tag, module))
      this.#handedTo(fn, index + 1 + given, state, home);
  }

  /** Is what is called a global, or something of a package: nobody in view hands it in? */
  #isOutside(callee: Node, module: Module): boolean {
    const start = startOf(callee);
    if (start.type !== 'Identifier') return false;
    if (!module.unit.variable(start)) return this.program.follows === 'literals';
    const binding = importBinding(start, module.unit);
    return binding !== null && !isLocalSpecifier(binding.source);
  }

  /** A function is handed something at a position; at any where that is not known. */
  #handedTo(fn: FunctionNode, index: number | null, state: State, module: Module): void {
    fn.params.forEach((param, i) => {
      if (param.type === 'RestElement') {
        if (index === null || index >= i) {
          const key = index === null ? ELEMENT : property(String(index - i));
          this.pattern(param.argument, this.push(state, key), module);
        }
      } else if (index === null || index === i) this.pattern(param, state, module);
    });
    for (const list of module.places.argumentsOf(fn)) {
      this.flow(list, this.push(state, index === null ? ELEMENT : property(String(index))), module);
    }
  }

  /** `this` of a function that is called on something. */
  self(fn: FunctionNode, state: State | null, module: Module): void {
    for (const self of module.places.thisOf(fn)) this.flow(self, state, module);
  }

  // Writing

  /** A pattern, or another target of an assignment, is given a state. */
  pattern(target: Node, state: State | null, module: Module): void {
    if (!state) return;
    switch (target.type as string) {
      case 'Identifier':
        this.#declared(target, state, module);
        break;
      case 'AssignmentPattern':
        this.pattern((target as TSESTree.AssignmentPattern).left, state, module);
        break;
      case 'RestElement':
        this.pattern((target as TSESTree.RestElement).argument, state, module);
        break;
      case 'TSParameterProperty':
        this.#parameterProperty(target as TSESTree.TSParameterProperty, state, module);
        break;
      case 'ObjectPattern':
        for (const member of (target as TSESTree.ObjectPattern).properties)
          this.#taken(member, state, module);
        break;
      case 'ArrayPattern':
        this.#takenElements(target as TSESTree.ArrayPattern, state, module);
        break;
      case 'MemberExpression': {
        const member = target as TSESTree.MemberExpression;
        const name = keyOf(member.property, member.computed);
        this.into(member.object, this.push(state, propertyNamed(name)), module);
        break;
      }
      default:
        if (unwrap(target) !== target) this.pattern(unwrap(target), state, module);
    }
  }

  #parameterProperty({ parameter }: TSESTree.TSParameterProperty, state: State, module: Module): void {
    const name = parameter.type === 'AssignmentPattern' ? parameter.left : parameter;
    this.pattern(name, state, module);
    const cls = thisHolderOf(parameter);
    if (isClass(cls) && name.type === 'Identifier')
      this.#ofInstances(cls, this.push(state, property(name.name)), module);
  }

  #taken(member: TSESTree.Property | TSESTree.RestElement, state: State, module: Module): void {
    if (member.type === 'RestElement') {
      this.pattern(member.argument, state, module);
      return;
    }
    const name = keyOf(member.key, member.computed);
    if (isAtHand(state)) {
      if (state.value.kind === 'path' && name !== undefined)
        this.pattern(member.value, this.#memberState(state.value, name, member), module);
      return;
    }
    const top = next(state);
    if (name === undefined ? isProperty(top) : isOf(top, name))
      this.pattern(member.value, this.pop(state), module);
  }

  #takenElements({ elements }: TSESTree.ArrayPattern, held: State, module: Module): void {
    const state = this.#iterated(held);
    elements.forEach((element, i) => {
      if (!element) return;
      if (isAtHand(state)) {
        // An entry of a map is followed as its value.
        if (i === 1 && state.value.kind !== 'array') this.pattern(element, state, module);
      } else if (element.type === 'RestElement') {
        if (isElement(next(state)))
          this.pattern(element.argument, this.push(this.pop(state), ELEMENT), module);
      } else if (isOf(next(state), String(i))) this.pattern(element, this.pop(state), module);
    });
  }

  /** A name is given a state: each use of its variable holds it. */
  #declared(name: Node, state: State | null, module: Module): void {
    if (!state || name.type !== 'Identifier') return;
    const variable = module.unit.variable(name);
    if (variable) this.#variable(variable, state, module);
    else this.#global(name.name, state);
  }

  #global(name: string, state: State): void {
    for (const module of this.#modules.values()) {
      for (const use of module.places.globals.get(name) ?? []) this.flow(use, state, module);
    }
  }

  #variable(variable: Variable, state: State, module: Module): void {
    if (this.#isSeen(variable, state)) return;
    for (const reference of variable.references) {
      const isUse = reference.isRead() || ('isTypeReference' in reference && reference.isTypeReference);
      if (isUse) this.flow(reference.identifier as Node, state, module);
    }
    const exported = module.places.exportedAs.get(variable);
    if (exported !== undefined) this.#export(exported, state, module);
    if (next(state) === RESULT) {
      // Functions that frameworks call by their names.
      if (/^create\w*Context$/.test(variable.name))
        this.#toHandlers(null, 0, this.push(this.pop(state), property('ctx')));
      if (variable.name === 'loader') this.provide('loader', this.pop(state), module);
    }
    if (next(state) === filled(0)) {
      for (const tag of module.places.tags.get(variable.name) ?? []) this.flow(tag, state, module);
    }
    const namespace = module.places.memberOf.get(variable);
    if (namespace) this.#ofNamespace(namespace.id, this.push(state, property(variable.name)), module);
  }

  /** `namespace outer.inner` */
  #ofNamespace(name: Node, state: State | null, module: Module): void {
    if (name.type !== 'TSQualifiedName') this.#declared(name, state, module);
    else this.#ofNamespace(name.left, this.push(state, property(name.right.name)), module);
  }

  /** What an expression stands for comes to hold a state. */
  into(node: Node, state: State | null, module: Module): void {
    if (!state || this.#isSeen(module, state, `into ${node.range.join('-')}`)) return;
    const target = unwrap(node);
    switch (target.type) {
      case 'Identifier':
        this.#intoNamed(target, state, module);
        break;
      case 'ThisExpression':
        this.#intoThis(target, state, module);
        break;
      case 'MemberExpression': {
        const name = keyOf(target.property, target.computed);
        const key = name === 'prototype' ? INSTANCE : propertyNamed(name);
        this.into(target.object, this.push(state, key), module);
        break;
      }
      default:
        this.flow(target, state, module);
    }
    if (isResolvers(target) && next(state) === property('resolve')) {
      const given = this.pop(state);
      if (next(given) === handed(0))
        this.flow(target, this.push(this.pop(given), property('promise')), module);
    }
    this.#intoValues(target, state, module);
  }

  /** Where the value is made, so that its other names hold it too. */
  #intoValues(node: Node, state: State, module: Module): void {
    const position = handedPosition(next(state));
    for (const value of this.program.tracker.values(node, rootContext(module.unit))) {
      if (value.kind === 'function' && position !== null) {
        const given = value.bound?.args?.length ?? 0;
        this.#handedTo(value.node, position + given, this.pop(state), this.#entered(value.frame.unit));
      } else if (value.kind === 'class' && position !== null) {
        const fn = constructorOf(value.node);
        if (fn) this.#handedTo(fn, position, this.pop(state), this.#entered(value.frame.unit));
      } else if (value.kind === 'instance') {
        this.#set(value.node, state, this.#entered(value.frame.unit));
        this.#ofInstances(value.node, state, this.#entered(value.frame.unit));
      } else if (
        value.kind === 'object' ||
        value.kind === 'array' ||
        value.kind === 'class' ||
        value.kind === 'function'
      ) {
        this.#intoLiteral(value.node, state, this.#entered(value.frame.unit));
      }
    }
  }

  /** `box.item = item`, where the class has a setter for it. */
  #set(cls: ClassNode, state: State, module: Module): void {
    for (const member of cls.body.body) {
      if (member.type !== 'MethodDefinition' || member.kind !== 'set') continue;
      const name = keyOf(member.key, member.computed);
      const [param] = member.value.params;
      if (param && name !== undefined && isOf(next(state), name))
        this.pattern(param, this.pop(state), module);
    }
  }

  /** An object literal hands what is written into its property on to the function that stands there. */
  #intoLiteral(node: Node, state: State, module: Module): void {
    this.flow(node, state, module);
    if (handedPosition(state.selectors.at(-2)) === null) return;
    if (node.type === 'ArrayExpression') {
      node.elements.forEach((element, i) => {
        if (element && isOf(next(state), String(i))) this.into(element, this.pop(state), module);
      });
    }
    if (node.type !== 'ObjectExpression') return;
    for (const member of node.properties) {
      const name = member.type === 'Property' ? keyOf(member.key, member.computed) : undefined;
      if (member.type === 'Property' && name !== undefined && isOf(next(state), name))
        this.into(member.value, this.pop(state), module);
    }
  }

  #intoNamed(name: TSESTree.Identifier, state: State, module: Module): void {
    const variable = module.unit.variable(name);
    if (!variable) {
      this.#intoGlobal(name, state, module);
      return;
    }
    this.#variable(variable, state, module);
    this.#ofApplication(name, state, module);
    for (const definition of variable.defs) {
      const at = definition.node as Node;
      if ((definition.type as string) !== 'Parameter' || !isFunction(at)) continue;
      this.#intoParameter(at, definition.name as Node, state, module);
    }
    if (handedPosition(next(state)) === null) return;
    // A function under another name: `done = resolve`.
    for (const { writeExpr } of variable.references) {
      if (writeExpr && writeExpr.type === 'Identifier') this.into(writeExpr as Node, state, module);
    }
    for (const definition of variable.defs) {
      const at = definition.node as Node;
      if (at.type !== 'VariableDeclarator' || at.id.type !== 'ObjectPattern' || !at.init) continue;
      const held = taken(at.id, definition.name as Node);
      if (held !== null) this.into(at.init, this.push(state, property(held)), module);
    }
  }

  /** What a function puts into its parameter, the argument holds after the call. */
  #intoParameter(fn: FunctionNode, name: Node, state: State, module: Module): void {
    fn.params.forEach((param, index) => {
      const target = parameterName(param);
      if (target === name) {
        this.flow(fn, this.push(state, filled(index)), module);
        // What a handler of a framework's puts into its request or context, the handlers after it find there.
        if (isHandler(fn) && isProperty(next(state))) this.#toHandlers(fn, index, state);
      } else if (target.type === 'ObjectPattern') {
        const held = taken(target, name);
        if (held !== null) this.flow(fn, this.push(state, property(held), filled(index)), module);
        // `next({ ctx: { … } })` of tRPC's: what follows finds it in its own argument.
        if (held === 'next' && next(state) === handed(0) && isHandler(fn))
          this.#toHandlers(fn, 0, this.pop(state));
      } else if (target.type === 'RestElement' && target.argument === name && isElement(next(state))) {
        // Any of the arguments from here on.
        const position = elementPosition(next(state));
        const positions = position === null ? [0, 1, 2] : [position];
        for (const i of positions) this.flow(fn, this.push(this.pop(state), filled(index + i)), module);
      }
    });
  }

  /** What the handlers of a framework find in one of their arguments. */
  #toHandlers(from: FunctionNode | null, index: number, state: State | null): void {
    if (!state) return;
    for (const module of this.#modules.values()) {
      for (const handler of module.places.handlers) {
        if (handler !== from) this.#handedTo(handler, index, state, module);
      }
    }
  }

  /** What an application of a framework's holds, its handlers and plugins find in it, and in the request's `app`. */
  #ofApplication(name: TSESTree.Identifier, state: State, module: Module): void {
    if (!isProperty(next(state)) || !isOfFramework(name, module.unit)) return;
    for (const handler of module.places.handlers) {
      this.#handedTo(handler, 0, state, module);
      const inApp = this.push(state, property('app'));
      if (inApp) this.#handedTo(handler, 0, inApp, module);
      if (next(state) === property('context')) this.#handedTo(handler, 0, this.pop(state), module);
    }
  }

  #intoGlobal(name: TSESTree.Identifier, state: State, module: Module): void {
    const top = next(state);
    if (module.places.isGlobalObject(name)) {
      if (top?.startsWith('.')) this.#global(top.slice(1), this.pop(state));
    } else if (name.name === 'exports') {
      this.#export(WHOLE, state, module);
      for (const use of module.places.globals.get('exports') ?? []) this.flow(use, state, module);
    } else if (name.name === 'module' && top === property('exports')) {
      this.#export(WHOLE, this.pop(state), module);
      for (const use of module.places.globals.get('module') ?? []) this.flow(use, state, module);
    } else this.#global(name.name, state);
  }

  #intoThis(self: Node, state: State, module: Module): void {
    const holder = thisHolderOf(self);
    if (!holder) return;
    if (isClass(holder)) {
      if (module.places.staticThisOf(holder).includes(self)) this.#ofClass(holder, state, module);
      else this.#ofInstances(holder, state, module);
    } else if (isFunction(holder)) {
      // A function that is called with `new`, or on an object.
      for (const other of module.places.thisOf(holder)) this.flow(other, state, module);
      this.flow(holder, this.push(state, INSTANCE), module);
    } else this.flow(holder, state, module);
  }

  // Types

  /** A value of a library's class that is made out of view, or of a class of the project that holds one. */
  #type(parent: Node, state: State, module: Module): void {
    if (parent.type === 'TSQualifiedName') {
      const { value } = state;
      if (isAtHand(state) && value.kind === 'path')
        this.flow(parent, this.#memberState(value, parent.right.name, parent), module);
      else if (isOf(next(state), parent.right.name)) this.flow(parent, this.pop(state), module);
      return;
    }
    const target = annotated(parent);
    if (!target) return;
    let held: State | null = null;
    if (next(state) === INSTANCE) held = this.pop(state);
    else if (isAtHand(state) && state.value.kind === 'path') {
      const typed = this.#paths.extended(state.value, { kind: 'typed' }, parent);
      held = typed && this.#of(typed);
    }
    if (!held) return;
    if (target.type === 'PropertyDefinition') this.#classMember(target, held, module);
    else this.pattern(target, held, module);
  }

  /** `<Chat client={client} />`, `<Context.Provider value={client}>` */
  #attribute(attribute: TSESTree.JSXAttribute, state: State, module: Module): void {
    const { name: component } = attribute.parent as TSESTree.JSXOpeningElement;
    const name = attribute.name.type === 'JSXIdentifier' ? attribute.name.name : undefined;
    if (name === undefined) return;
    const isProvider = component.type === 'JSXMemberExpression' && component.property.name === 'Provider';
    if (isProvider && name === 'value') this.#component(component.object, this.push(state, CONTEXT), module);
    else this.#prop(component, this.push(state, property(name)), module);
  }

  /** A component is handed its attributes as one object. */
  #prop(component: TSESTree.JSXTagNameExpression, state: State | null, module: Module): void {
    if (!state) return;
    for (const target of this.#componentsAt(component, module))
      this.#handedTo(target.fn, 0, state, target.home);
  }

  #componentsAt(component: TSESTree.JSXTagNameExpression, module: Module): readonly Target[] {
    return this.#valuesOfTag(component, module).flatMap((value): readonly Target[] =>
      value.kind === 'function' ? [{ fn: value.node, given: 0, home: this.#entered(value.frame.unit) }] : [],
    );
  }

  #valuesOfTag(tag: TSESTree.JSXTagNameExpression, module: Module): readonly AbstractValue[] {
    const { tracker } = this.program;
    if (tag.type === 'JSXMemberExpression') {
      return this.#valuesOfTag(tag.object, module).flatMap((value) =>
        tracker.member(value, tag.property.name, tag),
      );
    }
    if (tag.type !== 'JSXIdentifier') return [];
    const variable = module.unit.variable(tag) ?? variableNamed(tag, module.unit);
    return (variable?.defs ?? []).flatMap((definition): readonly AbstractValue[] => {
      const at = definition.node as Node;
      const made = at.type === 'VariableDeclarator' ? at.init : at;
      const isMade = made && (made !== at || isFunction(at) || isClass(at));
      return isMade ? tracker.values(made, rootContext(module.unit)) : [];
    });
  }

  /** `<Lend render={use} />`: what a component puts into its attributes, those who render it get. */
  #rendered(element: TSESTree.JSXOpeningElement, state: State, module: Module): void {
    if (next(state) !== filled(0)) return;
    const held = this.pop(state);
    for (const attribute of element.attributes) {
      if (attribute.type !== 'JSXAttribute' || attribute.name.type !== 'JSXIdentifier') continue;
      const { value } = attribute;
      if (isOf(next(held), attribute.name.name) && value?.type === 'JSXExpressionContainer')
        this.into(value.expression, this.pop(held), module);
    }
    if (!isOf(next(held), 'children')) return;
    for (const child of element.parent.children) {
      if (child.type === 'JSXExpressionContainer') this.into(child.expression, this.pop(held), module);
    }
  }

  #component(object: TSESTree.JSXTagNameExpression, state: State | null, module: Module): void {
    if (!state || object.type !== 'JSXIdentifier') return;
    const variable = module.unit.variable(object) ?? variableNamed(object, module.unit);
    if (variable) this.#variable(variable, state, module);
  }
}

/** Methods of what holds elements; any other name may mean one of them. */
const METHODS: ReadonlySet<string> = new Set([
  ...[Object, Array, Map, Set, Promise, WeakRef].flatMap(({ prototype }) =>
    Object.getOwnPropertyNames(prototype),
  ),
  // Of iterators, which not every version of Node has.
  ...['next', 'return', 'throw', 'drop', 'take', 'toArray'],
]);

/** Who asks for what is provided under a token, and what was provided. */
interface Token {
  readonly asking: Asking[];
  readonly states: Set<State>;
}

/** A place that asks for what is provided under a token. */
interface Asking {
  readonly place: Node;
  readonly module: Module;
}

/** All exports of a module, passed on by `export * from`. */
const ALL = '*';

/** What stands in the place of the module object: `module.exports = …`, `export = …`. */
const WHOLE = '=';

function madeBy(literal: Places['literals'][number], { unit }: Module): Followed {
  const frame = rootContext(unit);
  switch (literal.type) {
    case 'ObjectExpression':
      return { kind: 'object', node: literal, frame, mayBeChanged: true };
    case 'ArrayExpression':
      return { kind: 'array', node: literal, frame };
    default:
      return { kind: 'constant', value: literal.value, node: literal };
  }
}

/** Does a value stand for something that others put into it, or was it read wrongly: as what a library's API does not have? */
export function isLostIn(value: AbstractValue, graphs: ApiGraphs): boolean {
  if (value.kind !== 'path') return false;
  const { root } = value;
  if (root.kind === 'global' || isHolder(root.specifier) || isLocalSpecifier(root.specifier)) return true;
  return graphs.isSource(root.specifier) && !graphs.isPart(root.specifier, stepsOf(value));
}

/** The steps of a path as an API graph names them. */
function stepsOf(path: AccessPath): readonly string[] {
  const steps: string[] = [];
  for (let at: AccessPath | null = path; at?.step; at = at.parent) steps.unshift(nameOfStep(at.step));
  return steps;
}

function nameOfStep(step: AccessStep): string {
  switch (step.kind) {
    case 'member':
      return step.name;
    case 'call':
      return '()';
    case 'element':
      return ELEMENT;
    default:
      return 'new';
  }
}

function isTyped(value: Followed): boolean {
  for (let at: AccessPath | null = value.kind === 'path' ? value : null; at; at = at.parent) {
    if (at.step?.kind === 'typed') return true;
  }
  return false;
}

function nameOf(name: Node): string {
  return name.type === 'Literal' ? String(name.value) : (name as TSESTree.Identifier).name;
}

/** The key under which a name is taken out of an object, where it stands right inside of the pattern. */
function taken(pattern: TSESTree.ObjectPattern, name: Node): string | null {
  for (const member of pattern.properties) {
    if (member.type !== 'Property') continue;
    const target = member.value.type === 'AssignmentPattern' ? member.value.left : member.value;
    if (target === name) return keyOf(member.key, member.computed) ?? null;
  }
  return null;
}

/** `Promise.withResolvers()` */
function isResolvers(node: Node): boolean {
  if (node.type !== 'CallExpression') return false;
  const { callee } = node;
  return callee.type === 'MemberExpression' && keyOf(callee.property, callee.computed) === 'withResolvers';
}

function loopTarget(left: TSESTree.ForOfStatement['left']): Node {
  return left.type === 'VariableDeclaration' ? left.declarations[0]!.id : left;
}

function parameterName(param: TSESTree.Parameter): Node {
  const inner = param.type === 'TSParameterProperty' ? param.parameter : param;
  return inner.type === 'AssignmentPattern' ? inner.left : inner;
}

/** The call of a member: `list.push(…)`; `null` where it is only read. */
function calledMember(member: Node): TSESTree.CallExpression | null {
  let at = member;
  while (at.parent?.type === 'ChainExpression' || at.parent?.type === 'TSNonNullExpression') at = at.parent;
  const call = at.parent;
  return call?.type === 'CallExpression' && call.callee === at ? call : null;
}

/** What a type is written behind: a variable, a parameter, a field. */
function annotated(type: Node): Node | null {
  let at: Node = type;
  while (/^TS(?:TypeReference|UnionType|IntersectionType)$/.test(at.parent?.type ?? '')) at = at.parent!;
  const holder = at.parent?.type === 'TSTypeAnnotation' ? (at.parent.parent as Node) : null;
  if (holder?.type === 'Identifier') {
    const outer = holder.parent;
    return outer?.type === 'TSParameterProperty' ? outer : holder;
  }
  return holder?.type === 'PropertyDefinition' ? holder : null;
}

function variableNamed({ name }: { readonly name: string }, { source }: SourceModule): Variable | undefined {
  for (const scope of source.scopeManager.scopes) {
    const variable =
      scope.type === ('module' as string) || scope.type === ('global' as string)
        ? scope.set.get(name)
        : undefined;
    if (variable && variable.defs.length > 0) return variable;
  }
  return undefined;
}
