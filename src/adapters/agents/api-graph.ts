import type { ObjectState } from '../../dataflow/model/object-state.js';
import type { CallLike, Node } from '../../dataflow/syntax/nodes.js';
import type { CallContext, AccessPath, AccessStep } from '../../dataflow/model/abstract-value.js';
import { AccessPaths } from '../shared/api-graph.js';
import type { FileView } from '../shared/file-view.js';
import { unreadable } from '../shared/reading.js';
import { agentsPackage, type AgentsPackage } from './packages.js';
import { rootContext } from '../../dataflow/model/call-context.js';

/** A call or `new` with what is needed to read its arguments. */
export interface Made {
  readonly node: Node;
  readonly args: readonly Node[];
  readonly frame: CallContext;
  /** Made out of view: only its type is known. */
  readonly isUnseen?: true;
}

/** An agent: where it is made, and the objects that say what it is. */
export interface Agent {
  /** `new Agent(…)`, `Agent.create(…)`, `agent.clone(…)`; for typed parameters the name. */
  readonly node: Node;
  readonly config: readonly ObjectState[];
  /** The agent of which it is a clone, where that is in view. */
  readonly original: Agent | null;
  /** The clone's own options. */
  readonly own: readonly ObjectState[];
  /** `false` where it is made out of view. */
  readonly isSeen: boolean;
}

/** What a value from the Agents SDK is. */
export type ApiNode =
  | { readonly kind: 'module'; readonly package: AgentsPackage }
  | { readonly kind: 'export'; readonly package: AgentsPackage; readonly name: string }
  | { readonly kind: 'agent'; readonly agent: Agent }
  | { readonly kind: 'method'; readonly of: ApiNode; readonly name: string }
  /** What a call or `new` of an export gives: a runner, a provider, a model, a session, a tool. */
  | { readonly kind: 'made'; readonly package: AgentsPackage; readonly name: string; readonly made: Made }
  /** What a method gives: `provider.getModel('gpt-5')`. */
  | { readonly kind: 'result'; readonly of: ApiNode; readonly name: string; readonly made: Made };

/** Classes whose instances are agents. */
const AGENTS = new Set(['Agent', 'SandboxAgent']);

type Called = Extract<AccessStep, { kind: 'new' | 'call' }>;

/** Tells what a path from outside is, step by step; `null` for anything that is not from the Agents SDK. */
export class ApiGraph {
  readonly #paths = new AccessPaths<ApiNode>((path, before) => this.#classify(path, before));

  constructor(readonly view: FileView) {}

  of(path: AccessPath): ApiNode | null {
    return this.#paths.of(path);
  }

  /** Everything from the SDK that an expression may be. */
  at(node: Node, frame: CallContext): readonly ApiNode[] {
    return this.view.tracker
      .values(node, frame)
      .flatMap((value) => (value.kind === 'path' ? (this.of(value) ?? []) : []));
  }

  #classify(path: AccessPath, before: ApiNode | null): ApiNode | null {
    if (!path.parent || !path.step) {
      const found = path.root.kind === 'module' ? agentsPackage(path.root.specifier) : null;
      return found ? { kind: 'module', package: found } : null;
    }
    if (!before) return null;
    switch (path.step.kind) {
      case 'member':
        return memberOf(before, path.step.name);
      case 'new':
        return this.#called(before, path.step, path.node);
      case 'call':
        return before.kind === 'export' && AGENTS.has(before.name)
          ? null
          : this.#called(before, path.step, path.node);
      case 'typed':
        return before.kind === 'export' ? this.#typed(before, path.node) : null;
      case 'element':
        return null;
    }
  }

  #called(before: ApiNode, step: Called, node: Node): ApiNode | null {
    const made: Made = { node, args: step.args, frame: step.frame };
    if (before.kind === 'export') {
      if (AGENTS.has(before.name)) return { kind: 'agent', agent: this.#agent(made, null) };
      return { kind: 'made', package: before.package, name: before.name, made };
    }
    if (before.kind !== 'method') return null;
    const { of, name } = before;
    if (of.kind === 'export' && AGENTS.has(of.name) && name === 'create')
      return { kind: 'agent', agent: this.#agent(made, null) };
    if (of.kind === 'agent' && name === 'clone') return { kind: 'agent', agent: this.#agent(made, of.agent) };
    return { kind: 'result', of, name, made };
  }

  #agent(made: Made, original: Agent | null): Agent {
    const own = argumentBags(made, 0, this.view);
    return {
      node: made.node,
      config: original ? [clonedBag(original, own, made.node)] : own,
      original,
      own,
      isSeen: true,
    };
  }

  /** A value of a type of the SDK's that is made out of view. */
  #typed({ package: from, name }: Extract<ApiNode, { kind: 'export' }>, node: Node): ApiNode {
    const config = [unreadable('made out of view', node)];
    if (AGENTS.has(name))
      return { kind: 'agent', agent: { node, config, original: null, own: config, isSeen: false } };
    const made: Made = { node, args: [], frame: rootContext(this.view.unit), isUnseen: true };
    return { kind: 'made', package: from, name, made };
  }
}

function memberOf(before: ApiNode, name: string): ApiNode | null {
  if (before.kind === 'module') {
    if (name === 'default') return before;
    // `export * as realtime`
    if (name === 'realtime' && before.package === 'main') return { kind: 'module', package: 'realtime' };
    return { kind: 'export', package: before.package, name };
  }
  return { kind: 'method', of: before, name };
}

/** A clone is what its original was, with its own options over it. */
function clonedBag(original: Agent, own: readonly ObjectState[], node: Node): ObjectState {
  const literal = original.config.length === 1 ? original.config[0]!.literal : null;
  return { parts: [spread(original.config, node), spread(own, node)], literal, node };
}

/** The contribution of objects that are spread into another one; of one of their keys only, where it is named. */
export function spread(
  bags: readonly ObjectState[],
  node: Node,
  inside?: string,
): ObjectState['parts'][number] {
  return { kind: 'spread', node, bags, isCertain: true, ...(inside === undefined ? {} : { inside }) };
}

/** The object that is handed over at a position; empty where nothing is. */
export function argumentBags(
  { args, frame, node, isUnseen }: Made,
  index: number,
  view: FileView,
): readonly ObjectState[] {
  if (isUnseen) return [unreadable('made out of view', node)];
  if (args.slice(0, index + 1).some(({ type }) => type === 'SpreadElement'))
    return [unreadable('spread arguments', node)];
  const arg = args[index];
  return arg ? view.reader.bags(arg, frame) : [{ parts: [], literal: null, node }];
}

export function asMade(call: CallLike, frame: CallContext): Made {
  return { node: call, args: call.arguments, frame };
}
