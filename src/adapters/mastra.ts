import { endpointAt } from '../catalog/index.js';
import type { ApiRequest, Client, Facts, LibraryTerms } from '../facts/facts.js';
import { apartByCondition } from './shared/host-alternatives.js';
import { unwrap, type CallLike, type Node } from '../dataflow/syntax/nodes.js';
import type { ObjectState, Contribution } from '../dataflow/model/object-state.js';
import { calledName } from '../dataflow/syntax/names.js';
import type { CallContext, AccessPath, AbstractValue } from '../dataflow/model/abstract-value.js';
import { memberNames } from '../dataflow/model/access-path.js';
import type { Adapter } from './shared/adapter.js';
import { defaultClient } from './ai-sdk/clients.js';
import { defaultLayers } from './ai-sdk/requests.js';
import { BODY_NAMES, OTHER_OPTIONS } from './ai-sdk/tables.js';
import { ApiGraph, type Model } from './ai-sdk/api-graph.js';
import { toolsOf } from './ai-sdk/tools.js';
import { factsAtCalls, importedFrom, lastName } from './shared/call-facts.js';
import { optionsView } from './shared/file-view.js';
import { layeredView, type Layer } from './shared/layered-view.js';
import { mockedModules } from './shared/mocks.js';
import { unreadable } from './shared/reading.js';
import { importedPackage } from './shared/packages.js';
import { rootContext } from '../dataflow/model/call-context.js';

const PACKAGE = '@mastra/core';

/** Options of an agent that its calls start from. */
const DEFAULTS = ['defaultOptions', 'defaultGenerateOptionsLegacy', 'defaultStreamOptionsLegacy'];

/** Methods of an agent that send. */
const SENDERS = new Set(['generate', 'stream', 'generateLegacy', 'streamLegacy']);

const TERMS: LibraryTerms = {
  remedies: {
    store: 'Write defaultOptions: { providerOptions: { openai: { store: false } } } in the agent.',
  },
  unknownKeys:
    'Mastra drops options that it does not know, so nothing is sent, nothing fails and nothing changes.',
  lookFirst: 'every call of the agent will send it',
};

/** Agents of Mastra, which carries a copy of the AI SDK's provider; read and run with 1.71.0 (2026-11). */
export const mastra: Adapter = {
  library: 'Mastra',
  owns: isOwn,
  sends: /@mastra\/core/,
  docs: {
    packages: ['@mastra/core 1'],
    run: ['@mastra/core 1.71'],
    entries: [
      { code: "new Agent({ model: 'openai/gpt-5' })", endpoint: 'POST /v1/responses', unwritten: 'stored' },
    ],
    checked: [
      'Options in `defaultOptions.providerOptions.openai` of an agent and in the calls of it that are in the same file; models of the AI SDK; tools of `openai.tools`.',
    ],
    notRead: ['Agents whose model is a function, and workflows.'],
  },
  facts(view) {
    if ([...mockedModules(view.unit)].some(isOwn)) return {};
    const things = new ApiGraph(view);
    return factsAtCalls(view, {
      sends: /@mastra\/core/,
      mayMatter: (call, unit) =>
        call.type === 'NewExpression' &&
        (calledName(call.callee) === 'Agent' || isOwn(importedFrom(call.callee, unit) ?? '')),
      at: (call, frame) => agentFacts(call, frame, things),
    });
  },
};

function isOwn(specifier: string): boolean {
  return importedPackage(specifier)?.name === PACKAGE;
}

/** `new Agent({ model: 'openai/gpt-5', … })`, once with each call of it in the file. */
function agentFacts(call: CallLike, frame: CallContext, things: ApiGraph): Partial<Facts> {
  const { tracker, reader } = things.view;
  const isAgent = tracker
    .values(call.callee, frame)
    .some((value) => value.kind === 'path' && isAgentClass(value));
  const [first] = call.arguments;
  if (!isAgent || !first || first.type === 'SpreadElement') return {};
  const bags = reader.bags(first, frame);
  const readModels = reader
    .read(bags, 'model')
    .map((found) =>
      found.kind === 'set' ? modelsOf(found.value, found.valueNode, found.frame, things) : [],
    );
  const models = readModels.flat();
  // Another vendor's model, or one out of view: what chooses it may choose the options too.
  const isChosen = readModels.some(({ length }) => length === 0);
  const calls = callsOf(call, things);
  return {
    requests: models.flatMap((model) =>
      (calls.length > 0 ? calls : [null]).map((options) =>
        apart(request(call, frame, bags, model, options, things), isChosen),
      ),
    ),
  };
}

function apart(request: ApiRequest, isChosen: boolean): ApiRequest {
  return isChosen ? { ...request, body: apartByCondition(request.body) } : request;
}

function isAgentClass(path: AccessPath): boolean {
  return path.root.kind === 'module' && isOwn(path.root.specifier) && memberNames(path).at(-1) === 'Agent';
}

interface NamedModel {
  readonly path: string;
  readonly client: Client;
  readonly name: Contribution | null;
  /** Options that stand beside the model in a list of models. */
  readonly options: readonly ObjectState[];
  /** What middleware around the model contributes. */
  readonly layers: readonly Layer[];
}

/** `'openai/gpt-5'`, a model of the AI SDK, or a list of them with options of their own. */
function modelsOf(
  value: AbstractValue,
  node: Node,
  frame: CallContext,
  things: ApiGraph,
): readonly NamedModel[] {
  const { reader } = things.view;
  if (value.kind === 'constant' || value.kind === 'text') return namedModel(value, node, frame, things);
  if (value.kind === 'array') {
    return value.node.elements.flatMap((element) => {
      if (!element || element.type === 'SpreadElement') return [];
      const bags = reader.bags(element, value.frame);
      return reader.read(bags, 'model').flatMap((found) =>
        found.kind === 'set'
          ? modelsOf(found.value, found.valueNode, found.frame, things).map((model) => ({
              ...model,
              options: bags,
            }))
          : [],
      );
    });
  }
  const thing = things.ofValue(value);
  return thing?.kind === 'model' && thing.path !== null ? [sdkModel(thing, things)] : [];
}

function namedModel(
  value: AbstractValue,
  node: Node,
  frame: CallContext,
  things: ApiGraph,
): readonly NamedModel[] {
  const name = value.kind === 'constant' ? value.value : value.kind === 'text' ? value.text : null;
  if (typeof name !== 'string' || !name.startsWith('openai/')) return [];
  const part: Contribution = {
    kind: 'given',
    keys: ['model'],
    value: name.replace('openai/', ''),
    node,
    frame,
  };
  return [
    {
      path: '/responses',
      client: defaultClient('openai', node, things.view),
      name: part,
      options: [],
      layers: [],
    },
  ];
}

function sdkModel(model: Model, things: ApiGraph): NamedModel {
  const { path, client, made } = model;
  const [first] = made.args;
  const [value] = first ? things.view.tracker.values(first, made.frame) : [];
  const name: Contribution | null =
    first && value?.kind === 'constant'
      ? { kind: 'given', keys: ['model'], value: String(value.value), node: first, frame: made.frame }
      : null;
  return { path: path!, client, name, options: [], layers: defaultLayers(model, 'openai', things) };
}

/** The options of each call of an agent that is in the file. */
function callsOf(agent: CallLike, { view }: ApiGraph): readonly (readonly ObjectState[])[] {
  return view.unit.calls.flatMap((call) => {
    const callee = unwrap(call.callee);
    if (callee.type !== 'MemberExpression' || !SENDERS.has(calledName(callee) ?? '')) return [];
    const isOfAgent = view.tracker
      .values(callee.object, rootContext(view.unit))
      .some((value) => value.kind === 'path' && value.node === agent);
    if (!isOfAgent) return [];
    const options = call.arguments[1];
    return [options ? view.reader.bags(options, rootContext(view.unit)) : []];
  });
}

/** Names of defaults that versions before 1 read; whether this one does is not known. */
const OLDER_DEFAULTS = [
  'defaultGenerateOptions',
  'defaultStreamOptions',
  'defaultVNextGenerateOptions',
  'defaultVNextStreamOptions',
];

function olderDefaults(bags: readonly ObjectState[], { view: { reader } }: ApiGraph): readonly ObjectState[] {
  return OLDER_DEFAULTS.flatMap((key) => reader.read(bags, key)).flatMap((found) =>
    found.kind === 'absent' ? [] : [unreadable('defaults that not all versions read', found.node)],
  );
}

function request(
  call: CallLike,
  frame: CallContext,
  bags: readonly ObjectState[],
  model: NamedModel,
  options: readonly ObjectState[] | null,
  things: ApiGraph,
): ApiRequest {
  const { reader } = things.view;
  const names = BODY_NAMES;
  const under = ['providerOptions', 'openai'];
  const callee = lastName(unwrap(call.callee));
  const nameBag: ObjectState = { parts: model.name ? [model.name] : [], literal: null, node: callee };
  const layers: Layer[] = [
    { bags: [nameBag] },
    ...model.layers,
    { bags: olderDefaults(bags, things), names },
    ...DEFAULTS.slice(1).map((key) => ({ bags, under: [key, ...under], names })),
    { bags, under: [DEFAULTS[0]!, ...under], names, isHome: true },
    { bags: model.options, under, names },
    ...(options ? [{ bags: options, under, names }] : []),
  ];
  const endpoint = endpointAt('POST', model.path)!;
  return {
    node: call,
    stage: 'definition',
    anchor: callee,
    callee,
    name: 'Agent',
    operations: [{ ...endpoint, transport: 'http' }],
    knownNames: [...Object.keys(names), ...Object.values(names), ...OTHER_OPTIONS],
    client: model.client,
    body: layeredView(layers, reader, { tools: () => toolsOf(bags, things) }),
    headers: optionsView([], reader),
    requestOptions: optionsView([], reader),
    beside: optionsView(bags, reader),
    frame,
    evidence: 'certain',
    terms: TERMS,
    isCalledHere: true,
  };
}
