import { endpointAt } from '../../catalog/index.js';
import type {
  ApiRequest,
  Client,
  Facts,
  FeatureUse,
  LibraryTerms,
  ThirdParty,
  WireOperation,
} from '../../facts.js';
import { unwrap, type CallLike, type Node } from '../../tracking/ast.js';
import type { Bag, Part } from '../../tracking/bag.js';
import type { Frame } from '../../tracking/frame.js';
import { lastName } from '../calls.js';
import { bagsAt, optionsView } from '../file-view.js';
import { layeredView, type Layer } from '../layered-view.js';
import { AGENTS, AZURE_OPTIONS_SINCE, BODY_NAMES, KEEPERS, MODEL_CALLS, OTHER_OPTIONS } from './tables.js';
import type { Model, Thing, Things } from './things.js';
import { isRunByOpenai, toolsOf } from './tools.js';

const FACTORY_STORE = 'feature:ai-sdk-factory-store';

const KNOWN_NAMES: readonly string[] = [
  ...Object.keys(BODY_NAMES),
  ...Object.values(BODY_NAMES),
  ...OTHER_OPTIONS,
];

const UNKNOWN_KEYS =
  'The AI SDK drops options that it does not know, so nothing is sent, nothing fails and nothing changes.';

const LOOK_FIRST = 'tools that OpenAI runs lose their results in later steps without the stored answer';

/** What a call of something from the SDK's packages means. */
export function factsAt(call: CallLike, frame: Frame, things: Things): Partial<Facts> {
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
  return {
    requests: found.flatMap(({ requests }) => requests ?? []),
    clients: found.flatMap(({ clients }) => clients ?? []),
    features: found.flatMap(({ features }) => features ?? []),
    thirdParties: found.flatMap(({ thirdParties }) => thirdParties ?? []),
  };
}

interface At {
  readonly call: CallLike;
  readonly frame: Frame;
  readonly bags: readonly Bag[];
  readonly name: string;
}

/** `openai('gpt-5', { store: false })`: what is written where the model is made is dropped. */
function factoryFacts(
  { client }: Extract<Thing, { kind: 'provider' | 'factory' }>,
  call: CallLike,
  frame: Frame,
  things: Things,
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
function modelCall(at: At, things: Things): Partial<Facts> {
  const { reader } = things.view;
  const models = reader.read(at.bags, 'model').flatMap((found) => {
    if (found.kind !== 'set') return [];
    const { value, valueNode } = found;
    if (value.kind !== 'constant') return things.ofValue(value) ?? [];
    const isNamed = typeof value.value === 'string' && value.value.startsWith('openai/');
    return isNamed && things.isSince('ai', 5) === 'all' ? { kind: 'gateway' as const, node: valueNode } : [];
  });
  const found = models.flatMap((model) => {
    if (model.kind === 'model') return modelRequest(model, at, things);
    return [];
  });
  return { requests: found, thirdParties: found.length > 0 ? tracedBy(at, things) : [] };
}

function modelRequest(model: Model, at: At, things: Things): readonly ApiRequest[] {
  if (model.path === null) return [];
  const { reader } = things.view;
  const tools = () => toolsOf(at.bags, things);
  const body = layeredView(layersOf(model, at, things), reader, { tools });
  const isRun = isRunByOpenai(tools());
  return [
    {
      ...common(at, model.client),
      operations: operationsAt([model.path]),
      knownNames: KNOWN_NAMES,
      body,
      headers: optionsView(bagsAt(at.bags, 'headers', reader), reader),
      beside: optionsView(at.bags, reader),
      terms: termsOf(model, isRun),
    },
  ];
}

/** In wire order: the model's name, defaults of middleware, the call. */
function layersOf(model: Model, at: At, things: Things): readonly Layer[] {
  const names = BODY_NAMES;
  const under = ['providerOptions', namespaceOf(model, at, things)];
  // Version 4 knew the options under an older name too, and middleware only under its.
  const since5 = things.isSince('ai', 5);
  const legacy = since5 === 'all' ? [] : [['experimental_providerMetadata', 'openai']];
  const inMiddleware = since5 === 'none' ? 'providerMetadata' : 'providerOptions';
  return [
    { bags: [modelBag(model, things)] },
    ...model.defaults.map((bags) => ({ bags, under: ['settings', inMiddleware, under[1]!], names })),
    ...legacy.map((path) => ({ bags: at.bags, under: path, names })),
    { bags: at.bags, under, names, isHome: true },
  ];
}

/** Azure's models of newer versions read a block of their own, if there is one, and no other. */
function namespaceOf({ vendor }: Model, { bags }: At, things: Things): string {
  if (vendor !== 'azure' || things.isSince('@ai-sdk/azure', AZURE_OPTIONS_SINCE) !== 'all') return 'openai';
  const block = things.view.reader.read(bags, 'providerOptions', 'azure');
  return block.some(({ kind }) => kind !== 'absent') ? 'azure' : 'openai';
}

/** The name that the model is made with, as the body's `model`. */
function modelBag({ made: { args, frame, site } }: Model, { view: { tracker } }: Things): Bag {
  const [first] = args;
  const values = first ? tracker.values(first, frame) : [];
  const parts = values.map((value): Part => {
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

function termsOf({ vendor }: Model, isRunByOpenai: boolean): LibraryTerms {
  const options = `providerOptions: { openai: { store: false } }`;
  return {
    remedies: { store: `Write ${options} in the call.` },
    unknownKeys: UNKNOWN_KEYS,
    ...(isRunByOpenai ? { lookFirst: LOOK_FIRST } : {}),
    ...(vendor === 'azure' ? { lookFirst: 'Azure has terms of its own' } : {}),
  };
}

/** `uploadFile({ api: openai, … })`: content that is sent to be kept. */
function keeping(at: At, things: Things): readonly ApiRequest[] {
  const { provider, paths } = KEEPERS[at.name]!;
  const { reader } = things.view;
  return reader.read(at.bags, provider).flatMap((found) => {
    const thing = found.kind === 'set' ? things.ofValue(found.value) : null;
    if (thing?.kind !== 'provider' || thing.vendor !== 'openai') return [];
    return [
      {
        ...common(at, thing.client),
        operations: operationsAt(paths),
        knownNames: null,
        body: layeredView(
          [{ bags: at.bags, under: ['providerOptions', 'openai'], names: BODY_NAMES }],
          reader,
        ),
        headers: optionsView([], reader),
        terms: { unknownKeys: UNKNOWN_KEYS },
      },
    ];
  });
}

function common({ call, frame, name }: At, client: Client) {
  const callee = lastName(unwrap(call.callee));
  return {
    node: call,
    stage: AGENTS.has(name) ? ('definition' as const) : ('call' as const),
    anchor: callee,
    callee,
    name,
    client,
    requestOptions: { ...NOTHING },
    frame,
    evidence: 'certain' as const,
    isCalledHere: true,
  };
}

const NOTHING: ApiRequest['requestOptions'] = {
  bags: [],
  read: () => [{ kind: 'absent', literal: null, node: null }],
  readDeep: () => [],
  elements: () => [],
  keys: () => [],
  inside: () => NOTHING,
};

function operationsAt(paths: readonly string[]): readonly WireOperation[] {
  return paths.flatMap((path) => {
    const endpoint = endpointAt('POST', path);
    return endpoint ? [{ ...endpoint, transport: 'http' as const }] : [];
  });
}

/** `experimental_telemetry: { isEnabled: true }`: prompts and answers go into spans, unless both are switched off. */
function tracedBy({ bags }: At, { view: { reader } }: Things): readonly ThirdParty[] {
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
