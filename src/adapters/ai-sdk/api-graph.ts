import type { Client } from '../../facts/facts.js';
import { packageVersions } from '../../versions/installed.js';
import { holdsFor, type Interval } from '../../versions/range.js';
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
import { importedPackage } from '../shared/packages.js';
import { defaultClient, gatewayClient, madeClient } from './clients.js';
import { defaultsOf } from './middleware.js';
import { MODEL_METHODS, PROVIDERS, RESPONSES_SINCE, TOOLS, type Vendor } from './tables.js';

type CallStep = Extract<AccessStep, { kind: 'new' | 'call' }>;

interface Provider {
  readonly vendor: Vendor;
  readonly client: Client;
}

/** A model of OpenAI's, as `model: openai('gpt-5')` gives it to a call. */
export interface Model extends Provider {
  readonly kind: 'model';
  /** Where its requests go; `null` where versions of the package differ and it is not known which one runs. */
  readonly path: string | null;
  /** The call that makes it. */
  readonly made: CallStep;
  /** Default settings of middleware around it, the innermost first. */
  readonly defaults: readonly (readonly ObjectState[])[];
}

/** Gives models by name. */
interface HolderOfModels {
  readonly kind: 'registry' | 'custom';
  readonly bags: readonly ObjectState[];
  /** What a registry is made with besides. */
  readonly options: readonly ObjectState[];
}

/** What a value from one of the SDK's packages is. */
export type ApiNode =
  | { readonly kind: 'module'; readonly name: string }
  | { readonly kind: 'maker'; readonly vendor: Vendor }
  | ({ readonly kind: 'provider' } & Provider)
  | ({ readonly kind: 'factory'; readonly path: string | null } & Provider)
  | Model
  | ({ readonly kind: 'tools' } & Provider)
  | ({ readonly kind: 'tool-maker'; readonly name: string } & Provider)
  | { readonly kind: 'tool'; readonly name: string; readonly made: CallStep; readonly node: Node }
  | { readonly kind: 'function-tool' }
  | { readonly kind: 'gateway' }
  | { readonly kind: 'gateway-model'; readonly client: Client }
  | { readonly kind: 'function'; readonly name: string }
  | { readonly kind: 'middleware'; readonly bags: readonly ObjectState[] }
  | HolderOfModels
  | { readonly kind: 'models-of'; readonly of: HolderOfModels };

/** Tells what a path from outside is, step by step; `null` for what is not the SDK's, or another vendor's. */
export class ApiGraph {
  readonly #paths = new AccessPaths<ApiNode>((path, before) => this.#classify(path, before));

  constructor(readonly view: FileView) {}

  /** What an expression may be, of what the SDK makes. */
  at(node: Node, frame: CallContext): readonly ApiNode[] {
    return this.view.tracker.values(node, frame).flatMap((value) => this.ofValue(value) ?? []);
  }

  ofValue(value: AbstractValue): ApiNode | null {
    return value.kind === 'path' ? this.of(value) : null;
  }

  of(path: AccessPath): ApiNode | null {
    return this.#paths.of(path);
  }

  /** The majors of a package that may run; `null` where nothing says. */
  versions(name: string): readonly Interval[] | null {
    return packageVersions(name, this.view.file, this.view.settings.versions);
  }

  /** Is a major reached by all versions that may run, by none, or by some? Unknown versions are the newest. */
  isSince(name: string, major: number): 'all' | 'none' | 'some' {
    const versions = this.versions(name);
    return versions
      ? holdsFor(versions, [
          [major, 0, 0],
          [Infinity, 0, 0],
        ])
      : 'all';
  }

  #classify(path: AccessPath, before: ApiNode | null): ApiNode | null {
    const { parent, step, root } = path;
    if (!parent || !step) {
      const name = root.kind === 'module' ? importedPackage(root.specifier)?.name : undefined;
      return name === undefined ? null : { kind: 'module', name };
    }
    if (!before) return null;
    if (step.kind === 'member') return this.#member(before, step.name, path);
    return step.kind === 'call' || step.kind === 'new' ? this.#called(before, step, path) : null;
  }

  #member(before: ApiNode, name: string, path: AccessPath): ApiNode | null {
    switch (before.kind) {
      case 'module':
        return name === 'default' ? before : this.#exported(before.name, name, path);
      case 'provider':
        if (name === 'tools') return { ...before, kind: 'tools' };
        if (Object.hasOwn(MODEL_METHODS, name))
          return {
            ...before,
            kind: 'factory',
            path: MODEL_METHODS[name] ?? this.#defaultPath(before.vendor),
          };
        // `openai.files()`: an object for the calls that keep something.
        return /^(?:files|skills|experimental_batch)$/.test(name) ? before : null;
      case 'tools':
        return Object.hasOwn(TOOLS, name) ? { ...before, kind: 'tool-maker', name } : null;
      case 'gateway':
        return /odel$/.test(name) ? before : null;
      case 'registry':
      case 'custom':
        return name === 'languageModel' ? { kind: 'models-of', of: before } : null;
      default:
        return null;
    }
  }

  #exported(module: string, name: string, path: AccessPath): ApiNode | null {
    const provider = PROVIDERS[module];
    if (provider) {
      const { vendor } = provider;
      if (name === provider.maker) return { kind: 'maker', vendor };
      if (name !== provider.provider) return null;
      return { kind: 'provider', vendor, client: defaultClient(vendor, path.node, this.view) };
    }
    if (module === '@ai-sdk/gateway' || (module === 'ai' && /^(?:gateway|createGateway)$/.test(name)))
      return /^(?:gateway|createGateway(?:Provider)?)$/.test(name) ? { kind: 'gateway' } : null;
    if (module !== 'ai' && module !== '@ai-sdk/rsc') return null;
    return { kind: 'function', name };
  }

  #called(before: ApiNode, step: CallStep, path: AccessPath): ApiNode | null {
    switch (before.kind) {
      case 'maker': {
        const client = madeClient(before.vendor, step, path.node, this.view);
        return { kind: 'provider', vendor: before.vendor, client };
      }
      case 'provider':
        return step.args.length === 0 ? before : this.#model(before, this.#defaultPath(before.vendor), step);
      case 'factory':
        return this.#model(before, before.path, step);
      case 'tool-maker':
        return { kind: 'tool', name: before.name, made: step, node: path.node };
      case 'gateway':
        return step.args.length === 0
          ? before
          : { kind: 'gateway-model', client: gatewayClient(path.node, this.view) };
      case 'models-of':
        return this.#modelOf(before.of, step);
      case 'function':
        return this.#calledFunction(before.name, step);
      default:
        return null;
    }
  }

  #model({ vendor, client }: Provider, path: string | null, made: CallStep): Model {
    return { kind: 'model', vendor, client, path, made, defaults: [] };
  }

  #defaultPath(vendor: Vendor): string | null {
    const answer = this.isSince(`@ai-sdk/${vendor}`, RESPONSES_SINCE[vendor]);
    if (answer === 'some') return null;
    return answer === 'all' ? '/responses' : '/chat/completions';
  }

  /** Functions of `ai` that make models, providers and tools of others. */
  #calledFunction(name: string, step: CallStep): ApiNode | null {
    const bags = (index = 0) => {
      const arg = step.args[index];
      return arg ? this.view.reader.bags(arg, step.frame) : [];
    };
    switch (name) {
      case 'wrapLanguageModel':
      case 'experimental_wrapLanguageModel':
        return this.#wrapped(bags());
      case 'defaultSettingsMiddleware':
        return { kind: 'middleware', bags: bags() };
      case 'customProvider':
      case 'experimental_customProvider':
        return { kind: 'custom', bags: bags(), options: [] };
      case 'createProviderRegistry':
      case 'experimental_createProviderRegistry':
        return { kind: 'registry', bags: bags(), options: bags(1) };
      case 'tool':
      case 'dynamicTool':
      case 'jsonSchema':
        return { kind: 'function-tool' };
      default:
        return null;
    }
  }

  /** `wrapLanguageModel({ model, middleware })`: the model, with what the middleware sets by default. */
  #wrapped(bags: readonly ObjectState[]): ApiNode | null {
    const { reader } = this.view;
    const [model] = reader
      .read(bags, 'model')
      .flatMap((found) => (found.kind === 'set' ? (this.ofValue(found.value) ?? []) : []));
    if (model?.kind !== 'model') return model ?? null;
    const defaults = defaultsOf(reader.read(bags, 'middleware'), this);
    return { ...model, defaults: [...model.defaults, ...defaults] };
  }

  /** `registry.languageModel('openai:gpt-5')`, `custom.languageModel('fast')`. */
  #modelOf(of: HolderOfModels, step: CallStep): ApiNode | null {
    const [first] = step.args;
    const names = first ? this.view.tracker.values(first, step.frame) : [];
    for (const name of names) {
      const model =
        name.kind === 'constant' && typeof name.value === 'string'
          ? this.#modelNamed(name.value, of, step)
          : null;
      if (model?.kind !== 'model') {
        if (model) return model;
        continue;
      }
      const middleware = this.view.reader.read(of.options, 'languageModelMiddleware');
      return { ...model, defaults: [...model.defaults, ...defaultsOf(middleware, this)] };
    }
    return null;
  }

  #modelNamed(name: string, of: HolderOfModels, step: CallStep): ApiNode | null {
    if (of.kind === 'custom') return this.#held(of.bags, 'languageModels', name);
    const [, provider = '', rest = ''] = /^([^:>]*?)\s*[:>]\s*(.*)$/s.exec(name) ?? [];
    const held = this.#held(of.bags, provider);
    if (held?.kind === 'custom') return this.#held(held.bags, 'languageModels', rest);
    return held?.kind === 'provider' ? this.#model(held, this.#defaultPath(held.vendor), step) : null;
  }

  /** What an object holds under some keys, where it is the SDK's. */
  #held(bags: readonly ObjectState[], ...path: string[]): ApiNode | null {
    for (const found of this.view.reader.read(bags, ...path)) {
      const thing = found.kind === 'set' ? this.ofValue(found.value) : null;
      if (thing) return thing;
    }
    return null;
  }
}
