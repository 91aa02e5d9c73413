import {
  entryPoints,
  isResource,
  legacyOperationNamed,
  operationNamed,
  rawMethods,
  resourceOfClass,
} from '../../catalog/index.js';
import type { Client, ClientMode } from '../../facts/facts.js';
import type { Node } from '../../dataflow/syntax/nodes.js';
import type { CallContext, AccessPath, AccessStep } from '../../dataflow/model/abstract-value.js';
import { AccessPaths } from '../shared/api-graph.js';
import type { FileView } from '../shared/file-view.js';
import { mockedModules, usesPythonMocks } from '../shared/mocks.js';
import { isPythonTree } from '../../languages/python/tree.js';
import { constructedClient, derivedClient, unseenClient } from './clients.js';
import { type ClientClass } from './packages.js';
import { factoriesOf, isFactoryModule, type FactoryUse } from './factories.js';
import { clientOfFactory } from './factory-clients.js';
import { subpathOf } from './packages.js';
import type { HandedOut, ApiNode } from './api-node.js';

const CLIENT_CLASSES = new Set<string>(['OpenAI', 'AzureOpenAI', 'BedrockOpenAI', 'OpenAIApi']);

/** Tells what a path from outside is, step by step; `null` for anything that is not from the `openai` package. */
export class ApiGraph {
  readonly #paths = new AccessPaths<ApiNode>((path, before) => this.#classify(path, before));
  readonly #mocked: ReadonlySet<string>;
  /** Clients that a factory made or wrapped, with what it was given. */
  readonly handedOut = new Map<Client, HandedOut>();

  readonly #isPython: boolean;
  readonly #hasStandIns: boolean;

  constructor(readonly view: FileView) {
    this.#mocked = mockedModules(view.unit);
    this.#isPython = isPythonTree(view.unit.source.ast);
    this.#hasStandIns = this.#isPython && usesPythonMocks(view.unit);
  }

  of(path: AccessPath): ApiNode | null {
    return this.#paths.of(path);
  }

  #classify(path: AccessPath, before: ApiNode | null): ApiNode | null {
    if (!path.parent || !path.step) return this.#root(path);
    return this.#configured(path, path.parent) ?? (before && this.#next(before, path.step, path));
  }

  #root(path: AccessPath): ApiNode | null {
    if (path.root.kind !== 'module') return null;
    const { specifier } = path.root;
    const subpath = subpathOf(specifier);
    if (subpath !== null) return { kind: 'module', subpath };
    if (!isFactoryModule(specifier) || this.#mocked.has(specifier)) return null;
    return { kind: 'on-the-way', uses: factoriesOf(specifier), done: 0 };
  }

  /** An export that the user's settings name. */
  #configured(path: AccessPath, parent: AccessPath): ApiNode | null {
    const { root, step } = path;
    if (parent.step || root.kind !== 'module' || step?.kind !== 'member') return null;
    const entry = this.view.settings.clients.find(
      ({ module, exports }) => module === root.specifier && exports.includes(step.name),
    );
    if (!entry) return null;
    const client = unseenClient('OpenAI', path.node, this.view);
    if (entry.is === 'sends') {
      const operation = operationNamed(entry.operation);
      return operation ? { kind: 'operation', client, operation, bodyArgument: entry.body } : null;
    }
    return entry.is === 'client' ? { kind: 'client', client, isLegacy: false } : { kind: 'factory', client };
  }

  #next(before: ApiNode, step: AccessStep, path: AccessPath): ApiNode | null {
    if (before.kind === 'on-the-way') return this.#nearer(before.uses, before.done, step, path);
    switch (step.kind) {
      case 'member':
        return this.#member(before, step.name, path);
      case 'new':
        return this.#made(before, step, path);
      case 'call':
        return this.#called(before, step, path);
      case 'typed':
        return this.#typed(before, path);
      case 'element':
        return null;
    }
  }

  /** One step on the way to a client of another package. */
  #nearer(uses: readonly FactoryUse[], done: number, step: AccessStep, path: AccessPath): ApiNode | null {
    const left = uses.filter(({ tokens }) => isStep(tokens[done], step));
    const arrived = left.find(({ tokens }) => tokens.length === done + 1);
    if (!arrived) return left.length > 0 ? { kind: 'on-the-way', uses: left, done: done + 1 } : null;
    const { factory } = arrived;
    if (factory.made.from === 'nowhere') return { kind: 'observer', factory, step };
    const client = clientOfFactory(factory, step, path, this);
    if (!client) return null;
    this.handedOut.set(client, { factory, step, root: path.root });
    return {
      kind: 'client',
      client,
      isLegacy: factory.made.from === 'options' && factory.made.like === 'OpenAIApi',
    };
  }

  #member(before: ApiNode, name: string, path: AccessPath): ApiNode | null {
    switch (before.kind) {
      case 'module':
        // The module of Python's SDK is a client.
        if (before.subpath === '' && isResource(name))
          return {
            kind: 'resource',
            client: unseenClient('OpenAI', path.node, this.view, this.#modeOf(before)),
            path: name,
          };
        return this.#pythonClass(name, before.subpath) ?? exportNamed(before.subpath, name, before);
      case 'client-class':
        return exportNamed('', name, before);
      case 'client':
        if (this.handedOut.get(before.client)?.factory.again === name) return before;
        return clientMember(before.client, before.isLegacy, name);
      case 'resource':
        return resourceMember(before, name);
      case 'entry': {
        if (name === 'create' && !before.isInstance) return before;
        const points = before.points.filter(({ member }) => member === name);
        return points.length > 0 ? { ...before, points, isInstance: true } : null;
      }
      default:
        return null;
    }
  }

  #made(
    before: ApiNode,
    step: Extract<AccessStep, { kind: 'new' | 'call' }>,
    path: AccessPath,
  ): ApiNode | null {
    const cls = clientClassOf(before);
    if (cls) {
      return {
        kind: 'client',
        client: withMode(constructedClient(cls, step, path.node, this.view), this.#modeOf(before)),
        isLegacy: cls === 'OpenAIApi',
      };
    }
    if (before.kind === 'resource-class') return this.#madeResource(before.resources, step, path);
    if (before.kind === 'entry')
      return { ...before, isInstance: true, client: this.clientAmong(step.args, step.frame) };
    return before.kind === 'configuration' ? before : null;
  }

  /** `new Files(client)`: the resource of that client. */
  #madeResource(
    resources: readonly string[],
    step: Extract<AccessStep, { kind: 'new' | 'call' }>,
    path: AccessPath,
  ): ApiNode | null {
    const [resource] = resources;
    if (resource === undefined) return null;
    const client = this.clientAmong(step.args, step.frame) ?? unseenClient('OpenAI', path.node, this.view);
    return { kind: 'resource', client, path: resource };
  }

  /** `AsyncOpenAI` and its like, which only Python's SDK has. */
  #pythonClass(name: string, subpath: string): ApiNode | null {
    const cls = /^Async(\w+)$/.exec(name)?.[1] ?? '';
    if (!this.#isPython || subpath !== '' || !CLIENT_CLASSES.has(cls)) return null;
    return { kind: 'client-class', name: cls as ClientClass, mode: 'async' };
  }

  /** A stand-in may answer in another way than the class that it stands for. */
  #modeOf(node: ApiNode): ClientMode | undefined {
    if (!this.#isPython || this.#hasStandIns) return undefined;
    return node.kind === 'client-class' && node.mode ? node.mode : 'sync';
  }

  /** The client that a call or constructor is handed, in whatever position. */
  clientAmong(args: readonly Node[], frame: CallContext): Client | null {
    for (const argument of args) {
      if (argument.type === 'SpreadElement') return null;
      for (const value of this.view.tracker.values(argument, frame)) {
        const thing = value.kind === 'path' ? this.of(value) : null;
        if (thing?.kind === 'client') return thing.client;
      }
    }
    return null;
  }

  #called(
    before: ApiNode,
    step: Extract<AccessStep, { kind: 'new' | 'call' }>,
    path: AccessPath,
  ): ApiNode | null {
    if (before.kind === 'factory') return { kind: 'client', client: before.client, isLegacy: false };
    if (before.kind === 'with-options') {
      return {
        kind: 'client',
        client: derivedClient(before.client, step, path.node, this.view),
        isLegacy: false,
      };
    }
    if (before.kind === 'entry' && !before.isInstance) {
      return { ...before, isInstance: true, client: this.clientAmong(step.args, step.frame) };
    }
    return null;
  }

  /** A value of a type from the package that is made out of view. */
  #typed(before: ApiNode, path: AccessPath): ApiNode | null {
    const cls = clientClassOf(before);
    if (cls)
      return {
        kind: 'client',
        client: unseenClient(cls, path.node, this.view, this.#modeOf(before)),
        isLegacy: cls === 'OpenAIApi',
      };
    if (before.kind !== 'resource-class') return null;
    const [resource] = before.resources;
    if (resource === undefined) return null;
    return { kind: 'resource', client: unseenClient('OpenAI', path.node, this.view), path: resource };
  }
}

function withMode(client: Client, mode: ClientMode | undefined): Client {
  return mode ? { ...client, mode } : client;
}

/** Does a step do what a token of a factory's use says? An instance of a type is as good as a construction. */
function isStep(token: string | undefined, step: AccessStep): boolean {
  switch (step.kind) {
    case 'member':
      return token === step.name;
    case 'call':
      return token === '()';
    case 'new':
    case 'typed':
      return token === 'new';
    case 'element':
      return false;
  }
}

/** The CommonJS module is the class itself. */
function clientClassOf(thing: ApiNode): ClientClass | null {
  if (thing.kind === 'client-class') return thing.name;
  return thing.kind === 'module' && thing.subpath === '' ? 'OpenAI' : null;
}

function exportNamed(subpath: string, name: string, before: ApiNode): ApiNode | null {
  const isMain = subpath === '' || subpath === 'client' || subpath === 'azure' || subpath === 'bedrock';
  if (name === 'default')
    return before.kind === 'client-class' ? before : isMain ? defaultExport(subpath) : null;
  if (isMain && CLIENT_CLASSES.has(name)) return { kind: 'client-class', name: name as ClientClass };
  if (isMain && name === 'OpenAIApiFactory') return { kind: 'client-class', name: 'OpenAIApi' };
  if (isMain && name === 'Configuration') return { kind: 'configuration' };
  const points = entryPoints.filter(
    (point) =>
      point.exportName === name &&
      (point.module === `openai/${subpath}` || (isMain && point.module === 'openai')),
  );
  if (points.length > 0)
    return {
      kind: 'entry',
      points,
      isInstance: points.every(({ member }) => member === undefined),
      client: null,
    };
  if (!isMain && !subpath.startsWith('resources')) return null;
  const resources = preferred(resourceOfClass(name), subpath);
  return resources.length > 0 ? { kind: 'resource-class', resources } : null;
}

function defaultExport(subpath: string): ApiNode {
  return {
    kind: 'client-class',
    name: subpath === 'azure' ? 'AzureOpenAI' : subpath === 'bedrock' ? 'BedrockOpenAI' : 'OpenAI',
  };
}

/** Several resources share a class name (`Files`, `Completions`); the sub-path tells which is meant. */
function preferred(resources: readonly string[], subpath: string): readonly string[] {
  const folders = subpath
    .replace(/^resources\/?/, '')
    .replaceAll('-', '')
    .toLowerCase()
    .split('/')
    .filter(Boolean);
  const isBelow = (resource: string) => {
    const segments = resource.toLowerCase().split('.');
    return folders.every((folder) => segments.includes(folder));
  };
  const inFolder = folders.length > 0 ? resources.filter(isBelow) : resources;
  return [...inFolder].sort((a, b) => a.split('.').length - b.split('.').length);
}

function clientMember(client: Client, isLegacy: boolean, name: string): ApiNode | null {
  if (isLegacy) {
    const operation = legacyOperationNamed(name);
    return operation ? { kind: 'operation', client, operation } : null;
  }
  if (name === 'withOptions') return { kind: 'with-options', client };
  const method = rawMethods.get(name);
  if (method) return { kind: 'raw', client, name, method };
  return isResource(name) ? { kind: 'resource', client, path: name } : null;
}

function resourceMember(before: Extract<ApiNode, { kind: 'resource' }>, name: string): ApiNode | null {
  if (name === '_client') return { kind: 'client', client: before.client, isLegacy: false };
  const path = `${before.path}.${name}`;
  const operation = operationNamed(path);
  if (operation) return { kind: 'operation', client: before.client, operation };
  return isResource(path) ? { ...before, path } : null;
}
