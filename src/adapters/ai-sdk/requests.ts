import { endpointAt } from '../../catalog/index.js';
import type { HttpMethod } from '../../catalog/types.js';
import type {
  ApiRequest,
  Client,
  Facts,
  FeatureUse,
  LibraryTerms,
  ThirdParty,
  WireOperation,
} from '../../facts/facts.js';
import { apartByCondition } from '../shared/host-alternatives.js';
import { unwrap, type CallLike, type Node } from '../../dataflow/syntax/nodes.js';
import type { ObjectState, Contribution } from '../../dataflow/model/object-state.js';
import type { CallContext, AbstractValue } from '../../dataflow/model/abstract-value.js';
import { lastName, mergedFacts } from '../shared/call-facts.js';
import { optionsView } from '../shared/file-view.js';
import { layeredView, type Layer } from '../shared/layered-view.js';
import { nested, unreadable } from '../shared/reading.js';
import { gatewayClient } from './clients.js';
import { AGENTS, AZURE_OPTIONS_SINCE, BODY_NAMES, KEEPERS, MODEL_CALLS, OTHER_OPTIONS } from './tables.js';
import type { Model, ApiNode, ApiGraph } from './api-graph.js';
import { isRunByOpenai, toolsOf } from './tools.js';

const FACTORY_STORE = 'feature:ai-sdk-factory-store';
const AZURE_OPTIONS = 'feature:ai-sdk-azure-options';

const KNOWN_NAMES: readonly string[] = [
  ...Object.keys(BODY_NAMES),
  ...Object.values(BODY_NAMES),
  ...OTHER_OPTIONS,
];

const UNKNOWN_KEYS =
  'The AI SDK drops options that it does not know, so nothing is sent, nothing fails and nothing changes.';

const LOOK_FIRST = 'tools that OpenAI runs lose their results in later steps without the stored answer';

/** What a call of something from the SDK's packages means. */
export function factsAt(call: CallLike, frame: CallContext, things: ApiGraph): Partial<Facts> {
  const { tracker } = things.view;
  const found = tracker.values(call.callee, frame).map((value): Partial<Facts> => {
    const thing = things.ofValue(value);
    if (thing?.kind === 'provider' || thing?.kind === 'factory')
      return factoryFacts(thing, call, frame, things);
    if (thing?.kind !== 'function') return {};
    const [first] = call.arguments;
    const bags = first ? things.view.reader.bags(first, frame) : [];
    const at = { call, frame, bags, name: thing.name };
    if (MODEL_CALLS.has(thing.name) || AGENTS.has(thing.name)) return modelCall(at, things);
    if (Object.hasOwn(KEEPERS, thing.name)) return { requests: keeping(at, things) };
    return thing.name === 'registerTelemetry'
      ? { thirdParties: [telemetry(lastName(unwrap(call.callee)))] }
      : {};
  });
  return mergedFacts(found);
}

interface At {
  readonly call: CallLike;
  readonly frame: CallContext;
  readonly bags: readonly ObjectState[];
  readonly name: string;
}

/** `openai('gpt-5', { store: false })`: what is written where the model is made is dropped. */
function factoryFacts(
  { client }: Extract<ApiNode, { kind: 'provider' | 'factory' }>,
  call: CallLike,
  frame: CallContext,
  things: ApiGraph,
): Partial<Facts> {
  const second = call.arguments[1];
  if (!second || second.type === 'SpreadElement') return {};
  const options = optionsView(things.view.reader.bags(second, frame), things.view.reader);
  const features = options.keys().flatMap(({ key, node }): FeatureUse[] => {
    if (key !== 'store') return [];
    return [
      { row: FACTORY_STORE, node, near: lastName(unwrap(call.callee)), client, name: key, removable: node },
    ];
  });
  return { features };
}

/** `generateText({ model: openai('gpt-5'), … })` and its like. */
function modelCall(at: At, things: ApiGraph): Partial<Facts> {
  const reading = things.view.reader.read(at.bags, 'model');
  const models = reading.flatMap((found) => {
    if (found.kind !== 'set') return [];
    return things.ofValue(found.value) ?? gatewayModel(found.value, found.valueNode, things) ?? [];
  });
  // Another vendor's model, or one out of view: what chooses it may choose the options too.
  const isChosen = models.length < reading.length;
  const requests = models.flatMap((model) => {
    if (model.kind === 'model')
      return modelRequest(model, at, things).map((request) =>
        isChosen ? { ...request, body: apartByCondition(request.body) } : request,
      );
    return model.kind === 'gateway-model' ? gatewayRequest(model.client, at, things) : [];
  });
  return {
    requests,
    clients: models.flatMap((model) => (model.kind === 'gateway-model' ? model.client : [])),
    features: models.flatMap((model) => (model.kind === 'model' ? unreadBlocks(model, at, things) : [])),
    thirdParties: requests.length > 0 ? tracedBy(at, things) : [],
  };
}

/** `model: 'openai/gpt-5'`: since 5 a model that is only named goes through the gateway. */
function gatewayModel(value: AbstractValue, node: Node, things: ApiGraph): ApiNode | null {
  const name = value.kind === 'constant' ? value.value : value.kind === 'text' ? value.text : null;
  if (typeof name !== 'string' || !name.startsWith('openai/') || things.isSince('ai', 5) !== 'all')
    return null;
  return { kind: 'gateway-model', client: gatewayClient(node, things.view) };
}

/** The gateway passes on what it is given; it is judged where the settings say that it fronts OpenAI. */
function gatewayRequest(client: Client, at: At, things: ApiGraph): readonly ApiRequest[] {
  const { reader } = things.view;
  const layer = { bags: at.bags, under: ['providerOptions', 'openai'], names: BODY_NAMES };
  return [
    {
      ...common(at, client, things),
      operations: operationsAt(['/responses']),
      knownNames: KNOWN_NAMES,
      body: layeredView([layer], reader, { tools: () => toolsOf(at.bags, things) }),
      headers: optionsView([], reader),
      terms: TERMS,
    },
  ];
}

/** `store` in the block of `providerOptions` that Azure's models do not read. */
function unreadBlocks(model: Model, at: At, things: ApiGraph): readonly FeatureUse[] {
  if (model.vendor !== 'azure') return [];
  const read = namespaceOf(model, at, things);
  if (read === null) return [];
  const other = read === 'azure' ? 'openai' : 'azure';
  const block = nested(nested(at.bags, 'providerOptions', things.view), other, things.view);
  return things.view.reader
    .keys(block)
    .filter(({ key }) => key === 'store')
    .map(({ key, node }) => ({
      row: AZURE_OPTIONS,
      node,
      near: lastName(unwrap(at.call.callee)),
      client: model.client,
      name: key,
      removable: node,
    }));
}

function modelRequest(model: Model, at: At, things: ApiGraph): readonly ApiRequest[] {
  if (model.path === null) return [];
  const { reader } = things.view;
  const tools = () => toolsOf(at.bags, things);
  const body = layeredView(layersOf(model, at, things), reader, { tools });
  const isRun = isRunByOpenai(tools());
  return [
    {
      ...common(at, model.client, things),
      operations: operationsAt([model.path]),
      knownNames: KNOWN_NAMES,
      body,
      headers: optionsView(nested(at.bags, 'headers', things.view), reader),
      beside: optionsView(at.bags, reader),
      terms: isRun ? { ...TERMS, lookFirst: LOOK_FIRST } : TERMS,
    },
  ];
}

/** What middleware around a model contributes. Version 4 knew its options under an older name. */
export function defaultLayers({ defaults }: Model, namespace: string, things: ApiGraph): readonly Layer[] {
  const key = things.isSince('ai', 5) === 'none' ? 'providerMetadata' : 'providerOptions';
  return defaults.map((bags) => ({ bags, under: ['settings', key, namespace], names: BODY_NAMES }));
}

/** In wire order: the model's name, defaults of middleware, the call. */
function layersOf(model: Model, at: At, things: ApiGraph): readonly Layer[] {
  const names = BODY_NAMES;
  const namespace = namespaceOf(model, at, things) ?? 'openai';
  // Version 4 knew the options under an older name too.
  const since5 = things.isSince('ai', 5);
  const legacy = since5 === 'all' ? [] : [['experimental_providerMetadata', 'openai']];
  return [
    { bags: [modelBag(model, things)] },
    ...defaultLayers(model, namespace, things),
    { bags: stepsOf(at, things), under: [], names },
    ...legacy.map((under) => ({ bags: at.bags, under, names })),
    { bags: at.bags, under: ['providerOptions', namespace], names, isHome: true },
  ];
}

/** Functions that may give the options of a step anew; what they give is not read. */
const PREPARES = ['prepareStep', 'experimental_prepareStep', 'prepareCall'];

/** What is not known of the body because of such functions. They may say what the call leaves out. */
function stepsOf({ bags }: At, { view: { reader } }: ApiGraph): readonly ObjectState[] {
  return PREPARES.flatMap((key) => reader.read(bags, key)).flatMap((found) => {
    if (found.kind === 'absent') return [];
    const value = found.kind === 'set' ? found.value : null;
    const text = value?.kind === 'function' ? value.frame.unit.source.text.slice(...value.node.range) : null;
    return text === null || text.includes('providerOptions')
      ? [unreadable('options that are prepared for every step', found.node)]
      : [];
  });
}

/**
 * The block of `providerOptions` that is read. Azure's models of newer versions read a block of their own if there is
 * one, and then no other; `null` where versions differ and it is not known which one runs.
 */
function namespaceOf({ vendor }: Model, { bags }: At, things: ApiGraph): 'openai' | 'azure' | null {
  if (vendor !== 'azure') return 'openai';
  const since = things.isSince('@ai-sdk/azure', AZURE_OPTIONS_SINCE);
  const block = things.view.reader.read(bags, 'providerOptions', 'azure');
  if (since === 'none' || block.every(({ kind }) => kind === 'absent')) return 'openai';
  return since === 'all' ? 'azure' : null;
}

/** The name that the model is made with, as the body's `model`. */
function modelBag({ made: { args, frame, site } }: Model, { view: { tracker } }: ApiGraph): ObjectState {
  const [first] = args;
  const values = first ? tracker.values(first, frame) : [];
  const parts = values.map((value): Contribution => {
    const isName = value.kind === 'constant' && typeof value.value === 'string';
    return isName
      ? { kind: 'given', keys: ['model'], value: value.value as string, node: first!, frame }
      : {
          kind: 'unknown',
          key: 'model',
          reason: 'a name that is made elsewhere',
          node: first ?? site,
          isCertain: true,
        };
  });
  return { parts: parts.slice(0, 1), literal: null, node: first ?? site };
}

const TERMS: LibraryTerms = {
  remedies: { store: 'Write providerOptions: { openai: { store: false } } in the call.' },
  unknownKeys: UNKNOWN_KEYS,
};

/** `uploadFile({ api: openai, … })`: content that is sent to be kept. */
function keeping(at: At, things: ApiGraph): readonly ApiRequest[] {
  const { provider, endpoints } = KEEPERS[at.name]!;
  const { reader } = things.view;
  return reader.read(at.bags, provider).flatMap((found) => {
    const thing = found.kind === 'set' ? things.ofValue(found.value) : null;
    if ((thing?.kind !== 'provider' && thing?.kind !== 'model') || thing.vendor !== 'openai') return [];
    return [
      {
        ...common(at, thing.client, things),
        operations: operationsOf(endpoints),
        knownNames: null,
        body: layeredView(
          [{ bags: at.bags, under: ['providerOptions', 'openai'], names: BODY_NAMES }],
          reader,
        ),
        headers: optionsView([], reader),
        terms: TERMS,
      },
    ];
  });
}

function common({ call, frame, name }: At, client: Client, things: ApiGraph) {
  const callee = lastName(unwrap(call.callee));
  return {
    node: call,
    stage: AGENTS.has(name) ? ('definition' as const) : ('call' as const),
    anchor: callee,
    callee,
    name,
    client,
    requestOptions: optionsView([], things.view.reader),
    frame,
    evidence: 'certain' as const,
    isCalledHere: true,
  };
}

/** What is sent to `POST /files` and the like. */
function operationsOf(endpoints: readonly string[]): readonly WireOperation[] {
  return endpoints.flatMap((named) => {
    const [method, path] = named.split(' ') as [HttpMethod, string];
    const endpoint = endpointAt(method, path);
    return endpoint ? [{ ...endpoint, transport: 'http' as const }] : [];
  });
}

function operationsAt(paths: readonly string[]): readonly WireOperation[] {
  return operationsOf(paths.map((path) => `POST ${path}`));
}

/** `experimental_telemetry: { isEnabled: true }`: prompts and answers go into spans, unless both are switched off. */
function tracedBy({ bags }: At, { view: { reader } }: ApiGraph): readonly ThirdParty[] {
  return ['telemetry', 'experimental_telemetry'].flatMap((key) => {
    const isOff = (name: string) => reader.read(bags, key, name).every((found) => isConstant(found, false));
    const on = reader.read(bags, key, 'isEnabled').find((found) => isConstant(found, true));
    if (on?.kind !== 'set' || (isOff('recordInputs') && isOff('recordOutputs'))) return [];
    return [telemetry(on.node)];
  });
}

function isConstant(
  found: { kind: string; value?: { kind: string; value?: unknown } },
  value: unknown,
): boolean {
  return found.kind === 'set' && found.value?.kind === 'constant' && found.value.value === value;
}

function telemetry(node: Node): ThirdParty {
  return {
    name: 'ai-telemetry',
    node,
    keeps:
      'Telemetry of the AI SDK writes prompts and answers into spans for whatever exporter is registered.',
    remedy: 'Write recordInputs: false and recordOutputs: false beside isEnabled, or leave it off.',
  };
}
