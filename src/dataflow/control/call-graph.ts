import type { TSESTree } from '@typescript-eslint/utils';
import {
  isFunction,
  outermost,
  type CallLike,
  type ClassNode,
  type FunctionNode,
  type Node,
} from '../syntax/nodes.js';
import { constructorOf } from '../evaluate/calls.js';
import type { Evaluator } from '../model/evaluator.js';
import { lastName, type SourceModule } from '../syntax/source-module.js';
import type { CallContext, AbstractValue } from '../model/abstract-value.js';
import { rootContext } from '../model/call-context.js';

/** Calls of one function that are looked at. */
const MAX_CALLERS = 40;

/** Chains of callers are followed this far. */
const MAX_CHAIN = 3;

/** Contexts in which one expression is read. */
const MAX_CONTEXTS = 60;

interface Caller {
  readonly fn: FunctionNode | ClassNode;
  readonly site: CallLike;
  readonly self?: AbstractValue;
}

/**
 * The frames in which an expression has to be read: one for each way in which the file calls the functions whose
 * parameters it depends on, and the plain one where a call from elsewhere is possible.
 *
 * @param evaluate reads whatever matters of the expression; which parameters it meets unbound is taken from the tracker
 */
export function callingContexts(
  unit: SourceModule,
  tracker: Evaluator,
  evaluate: (frame: CallContext) => void,
): readonly CallContext[] {
  const frames = new Set<CallContext>();
  const chains: (readonly Caller[])[] = [[]];
  while (chains.length > 0) {
    const chain = chains.shift()!;
    const frame = frameOf(chain, unit) ?? frameOf(chain.slice(1), unit) ?? rootContext(unit);
    if (frames.size >= MAX_CONTEXTS) {
      // The others are read without what calls hand over, so that none is left out.
      frames.add(rootContext(unit));
      break;
    }
    const bindable = chain.length < MAX_CHAIN ? callersToBind(chain, frame, unit, tracker, evaluate) : null;
    if (!bindable) {
      frames.add(frame);
      continue;
    }
    if (bindable.areMore || isReachableFromElsewhere(bindable.fn, unit)) frames.add(frame);
    for (const caller of bindable.callers) chains.push([caller, ...chain]);
  }
  return [...frames];
}

/** The calls of the first function on whose parameters an expression depends; `null` where there is nothing to bind. */
function callersToBind(
  chain: readonly Caller[],
  frame: CallContext,
  unit: SourceModule,
  tracker: Evaluator,
  evaluate: (frame: CallContext) => void,
): ({ readonly fn: FunctionNode | ClassNode } & Callers) | null {
  for (const fn of tracker.recording(() => evaluate(frame)).unbound) {
    const { callers, areMore } = callersOf(fn, unit, tracker);
    // A call that is bound already tells nothing new.
    const others = callers.filter(({ site }) => !chain.some((bound) => bound.site === site));
    if (others.length > 0) return { fn, callers: others, areMore };
  }
  return null;
}

/** Frames from the outermost caller in. */
function frameOf(chain: readonly Caller[], unit: SourceModule): CallContext | null {
  let frame: CallContext | null = rootContext(unit);
  for (const { fn, site, self } of chain) {
    if (!frame) return null;
    frame = frame.bind({
      fn,
      args: site.arguments,
      caller: frame,
      site,
      isAssumed: true,
      ...(self ? { self } : {}),
    });
  }
  return frame;
}

interface Callers {
  readonly callers: readonly Caller[];
  /** Are there calls besides that are not looked at? */
  readonly areMore: boolean;
}

const knownCallers = new WeakMap<Evaluator, Map<SourceModule, Map<FunctionNode | ClassNode, Callers>>>();

/** The calls of a function in its own file, looked for once. */
function callersOf(fn: FunctionNode | ClassNode, unit: SourceModule, tracker: Evaluator): Callers {
  const ofTracker =
    knownCallers.get(tracker) ?? new Map<SourceModule, Map<FunctionNode | ClassNode, Callers>>();
  knownCallers.set(tracker, ofTracker);
  const ofUnit = ofTracker.get(unit) ?? new Map<FunctionNode | ClassNode, Callers>();
  ofTracker.set(unit, ofUnit);
  let callers = ofUnit.get(fn);
  if (!callers) ofUnit.set(fn, (callers = findCallers(fn, unit, tracker)));
  return callers;
}

function findCallers(fn: FunctionNode | ClassNode, unit: SourceModule, tracker: Evaluator): Callers {
  const cls = classConstructedBy(fn);
  const names = cls ? namesOf(cls) : isFunction(fn) ? namesOf(fn) : new Set<string>();
  const callers: Caller[] = [];
  const sites = [...names].flatMap((name) => unit.callsNamed(name));
  if (names.size > 1) sites.sort((one, other) => one.range[0] - other.range[0]);
  for (const site of sites) {
    if (callers.length >= MAX_CALLERS) return { callers, areMore: true };
    if ((site.type === 'NewExpression') !== (cls !== null)) continue;
    const target = tracker
      .values(site.callee, rootContext(unit))
      .find((value) => (value.kind === 'function' || value.kind === 'class') && value.node === (cls ?? fn));
    if (!target) continue;
    const self = target.kind === 'function' && target.self ? { self: target.self } : {};
    callers.push({ fn, site, ...self });
  }
  return { callers, areMore: false };
}

function classConstructedBy(fn: FunctionNode | ClassNode): ClassNode | null {
  if (!isFunction(fn)) return fn;
  const member = fn.parent;
  if (member?.type !== 'MethodDefinition' || member.kind !== 'constructor') return null;
  const cls = member.parent.parent;
  return constructorOf(cls) === fn ? cls : null;
}

/** Names under which a function or class can be called: its own, its variable's, its property's. */
function namesOf(node: FunctionNode | ClassNode): ReadonlySet<string> {
  const names = new Set<string>();
  if (node.id) names.add(node.id.name);
  const holder = outermost(node).parent;
  if (holder?.type === 'VariableDeclarator' && holder.id.type === 'Identifier') names.add(holder.id.name);
  if (holder?.type === 'AssignmentExpression') add(names, lastName(holder.left));
  const isMember =
    holder?.type === 'MethodDefinition' ||
    holder?.type === 'Property' ||
    holder?.type === 'PropertyDefinition';
  if (isMember && !holder.computed) {
    if (holder.key.type === 'Identifier' || holder.key.type === 'PrivateIdentifier')
      names.add(holder.key.name);
  }
  return names;
}

function add(names: Set<string>, name: string | undefined): void {
  if (name !== undefined) names.add(name);
}

/** May something outside the file call the function? Exports may, and what is handed around as a value. */
function isReachableFromElsewhere(fn: FunctionNode | ClassNode, unit: SourceModule): boolean {
  const node = classConstructedBy(fn) ?? fn;
  const declared = node.id ?? variableName(node);
  if (!declared) return true;
  const variable = unit.variable(declared);
  if (!variable) return true;
  const declaration = declarationStatement(node);
  if (declaration?.parent?.type.startsWith('Export')) return true;
  return variable.references.some((reference) => {
    if (reference.isWrite() && !reference.isRead()) return false;
    if ('isTypeReference' in reference && reference.isTypeReference) return false;
    const use = outermost(reference.identifier as Node);
    const parent = use.parent;
    const isCalled =
      (parent?.type === 'CallExpression' || parent?.type === 'NewExpression') && parent.callee === use;
    return !isCalled;
  });
}

function variableName(node: Node): TSESTree.Identifier | undefined {
  const holder = outermost(node).parent;
  return holder?.type === 'VariableDeclarator' && holder.id.type === 'Identifier' ? holder.id : undefined;
}

function declarationStatement(node: Node): Node | undefined {
  const holder = outermost(node).parent;
  return holder?.type === 'VariableDeclarator' ? holder.parent : node;
}
