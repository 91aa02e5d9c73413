import type { Client } from '../../facts/facts.js';
import { packageVersions } from '../../versions/installed.js';
import { holdsFor, type Interval, type Version } from '../../versions/range.js';
import { argumentsOf, type Argument } from '../../dataflow/evaluate/arguments.js';
import type { Node } from '../../dataflow/syntax/nodes.js';
import type { ObjectState } from '../../dataflow/model/object-state.js';
import type {
  CallContext,
  AccessPath,
  AccessStep,
  AbstractValue,
} from '../../dataflow/model/abstract-value.js';
import { AccessPaths } from '../shared/api-graph.js';
import type { FileView } from '../shared/file-view.js';
import { clientOf, unseenClient } from './clients.js';
import {
  CALLS,
  classOf,
  DERIVES,
  exportOf,
  INFERRED,
  isLangchain,
  NEWEST,
  PROVIDERS,
  TOOLS,
  type Entry,
  type Export,
} from './tables.js';
import { rootContext } from '../../dataflow/model/call-context.js';

type CallStep = Extract<AccessStep, { kind: 'new' | 'call' }>;

/** Something that sends, at the place where it is made. */
export interface Made {
  readonly entry: Entry;
  /** Is it of a package from before Responses? */
  readonly isOld: boolean;
  /** The `new`, or the call that makes it. */
  readonly node: Node;
  readonly frame: CallContext;
  readonly fields: readonly ObjectState[];
  /** The model where it is named beside the fields. */
  readonly named: { readonly model: string; readonly node: Node } | null;
  readonly client: Client;
}

/** Options that a call brings, or that a derived model keeps. */
export interface Use {
  readonly options: readonly ObjectState[];
  readonly tools: Argument | null;
}

/** A model with everything that was bound to it, in order. */
export interface Model {
  readonly made: Made;
  readonly uses: readonly Use[];
}

/** What a value from one of LangChain's packages is. */
export type ApiNode =
  | { readonly kind: 'module'; readonly specifier: string }
  | { readonly kind: 'export'; readonly what: Export }
  | { readonly kind: 'model'; readonly model: Model }
  | { readonly kind: 'method'; readonly model: Model; readonly name: string }
  | { readonly kind: 'tool-maker'; readonly name: string }
  | {
      readonly kind: 'tool';
      readonly name: string;
      readonly options: readonly ObjectState[];
      readonly node: Node;
    }
  | {
      readonly kind: 'helper';
      readonly of: 'assistant' | 'files';
      readonly fields: readonly ObjectState[];
      readonly node: Node;
    }
  | {
      readonly kind: 'helper-method';
      readonly name: string;
      /** What the helper was made with; `null` for a static method, which takes that itself. */
      readonly fields: readonly ObjectState[] | null;
    };

/** Tells what a path from outside is, step by step; `null` for what is not LangChain's, or sends nothing to OpenAI. */
export class ApiGraph {
  readonly #paths = new AccessPaths<ApiNode>((path, before) => this.#classify(path, before));

  constructor(readonly view: FileView) {}

  ofValue(value: AbstractValue): ApiNode | null {
    return value.kind === 'path' ? this.of(value) : null;
  }

  of(path: AccessPath): ApiNode | null {
    return this.#paths.of(path);
  }

  /** Do all versions that may run know what came with this one, none, or some? */
  isSince(version: Version, made: Made): 'all' | 'none' | 'some' {
    return this.isWithin([version, [Infinity, 0, 0]], made);
  }

  /** Are all versions that may run in an interval, none, or some? */
  isWithin(interval: Interval, { isOld }: Made): 'all' | 'none' | 'some' {
    if (isOld) return 'none';
    const { settings, file } = this.view;
    const newest: Interval = [NEWEST, [NEWEST[0], NEWEST[1], NEWEST[2] + 1]];
    const versions = packageVersions('@langchain/openai', file, settings.versions) ?? [newest];
    return holdsFor(versions, interval);
  }

  /** `initChatModel('openai:gpt-5', fields)`, or a name in its place; `null` for other vendors' models. */
  named(text: string, fields: readonly ObjectState[], node: Node, frame: CallContext): Made | null {
    const colon = text.indexOf(':');
    const written = this.#provider(fields);
    if (written === null) return null;
    const prefix = written === undefined && colon > 0 ? text.slice(0, colon) : undefined;
    const provider = written ?? (prefix !== undefined && Object.hasOwn(PROVIDERS, prefix) ? prefix : 'none');
    const cls = Object.hasOwn(PROVIDERS, provider)
      ? PROVIDERS[provider]
      : written === undefined && INFERRED.test(text)
        ? 'ChatOpenAI'
        : undefined;
    if (cls === undefined) return null;
    const model = prefix === provider ? text.slice(colon + 1) : text;
    return this.#made(classOf(cls), false, fields, { model, node }, node, frame);
  }

  /** The provider that fields name: `undefined` for none, `null` for one that cannot be read. */
  #provider(fields: readonly ObjectState[]): string | null | undefined {
    const [first, ...others] = this.view.reader.read(fields, 'modelProvider');
    if (!first || (first.kind === 'absent' && others.length === 0)) return undefined;
    if (others.length > 0 || first.kind !== 'set' || first.value.kind !== 'constant') return null;
    return String(first.value.value);
  }

  #classify(path: AccessPath, before: ApiNode | null): ApiNode | null {
    const { parent, step, root } = path;
    if (!parent || !step) {
      return root.kind === 'module' && isLangchain(root.specifier)
        ? { kind: 'module', specifier: root.specifier }
        : null;
    }
    if (!before) return null;
    switch (step.kind) {
      case 'member':
        return this.#member(before, step.name);
      case 'call':
      case 'new':
        return this.#called(before, step, path);
      case 'typed':
        return this.#typed(before, path);
      case 'element':
        return null;
    }
  }

  #member(before: ApiNode, name: string): ApiNode | null {
    switch (before.kind) {
      case 'module': {
        if (name === 'default') return before;
        const what = exportOf(before.specifier, name);
        return what && { kind: 'export', what };
      }
      case 'model':
        return Object.hasOwn(CALLS, name) || Object.hasOwn(DERIVES, name)
          ? { kind: 'method', model: before.model, name }
          : null;
      case 'export':
        if (before.what.kind === 'tools')
          return Object.hasOwn(TOOLS, name) ? { kind: 'tool-maker', name } : null;
        return before.what.kind === 'assistant' && name === 'createAssistant'
          ? { kind: 'helper-method', name, fields: null }
          : null;
      case 'helper':
        return { kind: 'helper-method', name, fields: before.fields };
      default:
        return null;
    }
  }

  #called(before: ApiNode, step: CallStep, path: AccessPath): ApiNode | null {
    switch (before.kind) {
      case 'export':
        return this.#exportCalled(before.what, step, path);
      case 'method': {
        const how = DERIVES[before.name];
        if (!how) return null;
        const use = this.useOf(before.name, step.args, step.frame);
        return { kind: 'model', model: { ...before.model, uses: [...before.model.uses, use] } };
      }
      case 'tool-maker':
        return { kind: 'tool', name: before.name, options: this.#bags(step, 0), node: path.node };
      default:
        return null;
    }
  }

  #exportCalled(what: Export, step: CallStep, path: AccessPath): ApiNode | null {
    switch (what.kind) {
      case 'class':
        return step.kind === 'new' ? this.#constructed(what.entry, what.isOld, step, path.node) : null;
      case 'init': {
        const [first] = step.args;
        const made = first ? this.#initialized(first, step, path.node) : null;
        return made && { kind: 'model', model: { made, uses: [] } };
      }
      case 'assistant':
      case 'files':
        return step.kind === 'new'
          ? { kind: 'helper', of: what.kind, fields: this.#bags(step, 0), node: path.node }
          : null;
      default:
        return null;
    }
  }

  /** `new ChatOpenAI(fields)`, `new ChatOpenAI('gpt-5', fields)`. */
  #constructed(entry: Entry, isOld: boolean, step: CallStep, node: Node): ApiNode {
    const named = this.#text(step);
    const fields = this.#bags(step, named === null ? 0 : 1);
    const configuration = named === null ? this.#bags(step, 1) : [];
    const made = this.#made(entry, isOld, fields, named, node, step.frame, configuration);
    return { kind: 'model', model: { made, uses: [] } };
  }

  #initialized(first: Node, step: CallStep, node: Node): Made | null {
    const values = this.view.tracker.values(first, step.frame);
    for (const value of values) {
      if (value.kind !== 'constant' || typeof value.value !== 'string') continue;
      const made = this.named(value.value, this.#bags(step, 1), node, step.frame);
      if (made) return made;
    }
    return null;
  }

  #made(
    entry: Entry,
    isOld: boolean,
    fields: readonly ObjectState[],
    named: Made['named'],
    node: Node,
    frame: CallContext,
    configuration: readonly ObjectState[] = [],
  ): Made {
    const client = clientOf(entry, node, fields, configuration, this.view);
    return { entry, isOld, node, frame, fields, named, client };
  }

  /** A model of which only the type is in view. */
  #typed(before: ApiNode, path: AccessPath): ApiNode | null {
    if (before.kind !== 'export' || before.what.kind !== 'class') return null;
    const { entry, isOld } = before.what;
    const { node } = path;
    const reason = 'a model that is made out of view';
    const fields: ObjectState[] = [
      { parts: [{ kind: 'unknown', reason, node, isCertain: true }], literal: null, node },
    ];
    const client = unseenClient(entry, node, this.view);
    const frame = rootContext(this.view.unit);
    return {
      kind: 'model',
      model: { made: { entry, isOld, node, frame, fields, named: null, client }, uses: [] },
    };
  }

  /** What a call of a model's method adds to it. */
  useOf(method: string, args: readonly Node[], frame: CallContext): Use {
    const how = Object.hasOwn(DERIVES, method) ? DERIVES[method]! : { options: CALLS[method] };
    const given = argumentsOf(args, frame, this.view.tracker);
    const at = (index: number | undefined) => (index === undefined ? null : (given[index] ?? null));
    const options = at(how.options);
    return {
      options: options ? this.view.reader.bags(options.node, options.frame) : [],
      tools: at('tools' in how ? how.tools : undefined),
    };
  }

  /** The first argument where it is a text. */
  #text({ args, frame }: CallStep): Made['named'] {
    const [first] = args;
    if (!first || first.type === 'SpreadElement') return null;
    for (const value of this.view.tracker.values(first, frame)) {
      if (value.kind === 'constant' && typeof value.value === 'string')
        return { model: value.value, node: first };
    }
    return null;
  }

  #bags({ args, frame }: CallStep, index: number): readonly ObjectState[] {
    const given = argumentsOf(args, frame, this.view.tracker).slice(0, index + 1);
    const lost = given.indexOf(null);
    if (lost >= 0) {
      const node = args[Math.min(lost, args.length - 1)]!;
      const part = { kind: 'unknown', reason: 'spread arguments', node, isCertain: true } as const;
      return [{ parts: [part], literal: null, node }];
    }
    const arg = given[index];
    return arg ? this.view.reader.bags(arg.node, arg.frame) : [];
  }
}
