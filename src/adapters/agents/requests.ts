import { endpointAt, operationNamed } from '../../catalog/index.js';
import type { ApiRequest, Client, LibraryTerms, OptionsView, WireOperation } from '../../facts/facts.js';
import { unwrap, type CallLike, type Node } from '../../dataflow/syntax/nodes.js';
import type { ObjectState } from '../../dataflow/model/object-state.js';
import type { CallContext } from '../../dataflow/model/abstract-value.js';
import { defaultLayers } from '../ai-sdk/requests.js';
import { memberName } from '../../dataflow/evaluate/members.js';
import { BODY_NAMES } from '../ai-sdk/tables.js';
import { ApiGraph as AiSdkGraph } from '../ai-sdk/api-graph.js';
import { lastName } from '../shared/call-facts.js';
import { optionsView } from '../shared/file-view.js';
import { layeredView, type Layer } from '../shared/layered-view.js';
import { targetOf, type Target } from './hosts.js';
import { AGENT, isOwnProviderData, isOwnSetting, RUN, SETTINGS } from './names.js';
import type { Process } from './process.js';
import { unreadable } from '../shared/reading.js';
import { argumentBags, spread, type Agent, type Made } from './api-graph.js';
import { toolsOf } from './tools.js';
import { rootContext } from '../../dataflow/model/call-context.js';

const TERMS: LibraryTerms = {
  remedies: {
    store: 'Write modelSettings: { store: false } in the agent.',
    previous_response_id: 'Keep the history in a MemorySession or a Session of your own, with store: false.',
    conversation: 'Keep the history in a MemorySession or a Session of your own, with store: false.',
  },
  unknownKeys:
    'The Agents SDK drops what it does not know in modelSettings, and sends what stands in providerData, which the API answers with 400.',
};

const AI_SDK_TERMS: LibraryTerms = {
  remedies: {
    store: 'Write modelSettings: { providerData: { providerOptions: { openai: { store: false } } } }.',
  },
  unknownKeys: 'The AI SDK drops options that it does not know, so this never leaves the process.',
};

/** A run of an agent: with which runner, and with which options. */
export interface Run {
  readonly node: CallLike;
  /** `new Runner({ … })`; `null` for `run()`. */
  readonly runner: Made | null;
  readonly options: readonly ObjectState[];
}

/** What an agent sends whenever it is run, as far as its definition decides it. */
export function definitionRequest(
  agent: Agent,
  call: CallLike,
  frame: CallContext,
  process: Process,
): ApiRequest {
  const base = runnersBase(process);
  const request = agentRequest(agent, null, base ? [base] : [], frame, process);
  const isChosenElsewhere = process.constructed('Runner').some(({ options }) => chooses(options, process));
  const host = isChosenElsewhere ? { class: 'unknown' as const, node: call } : request.client.host;
  return {
    ...request,
    node: call,
    stage: 'definition',
    client: { ...request.client, host: request.client.host.class === 'openai' ? host : request.client.host },
  };
}

/** What a run of an agent sends; `null` where the agent is out of view and the run adds nothing. */
export function runRequest(
  agent: Agent | null,
  run: Run,
  frame: CallContext,
  process: Process,
): ApiRequest | null {
  const { reader } = process.things.view;
  const isStateful = Object.values(RUN).some((key) =>
    reader.read(run.options, key).some(({ kind }) => kind !== 'absent'),
  );
  if (!isStateful && !(agent && isDecidedByRun(run, process))) return null;
  const settings = run.runner ? [asBase(run.runner, process)] : [];
  const known: Agent = agent ?? {
    node: run.node,
    config: [unreadable('an agent out of view', run.node)],
    original: null,
    own: [],
    isSeen: false,
  };
  const request = agentRequest(known, run, settings, frame, process);
  return { ...request, stage: 'call' };
}

/** Does it need the run to tell what is sent: has the file a runner that decides it? */
function isDecidedByRun({ runner }: Run, process: Process): boolean {
  if (runner) return decides(argumentBags(runner, 0, process.things.view), process);
  return process.constructed('Runner').some(({ options }) => decides(options, process));
}

/** Does a runner decide what its runs send? */
function decides(options: readonly ObjectState[], process: Process): boolean {
  return isWritten(options, 'modelSettings', process) || chooses(options, process);
}

/** Does a runner choose another provider or model? */
function chooses(options: readonly ObjectState[], process: Process): boolean {
  return isWritten(options, 'modelProvider', process) || isWritten(options, 'model', process);
}

function isWritten(options: readonly ObjectState[], key: string, { things }: Process): boolean {
  return things.view.reader.read(options, key).some(({ kind }) => kind !== 'absent');
}

/** Some runner of the file may say what the agent leaves out. */
function runnersBase(process: Process): ObjectState | null {
  const { reader } = process.things.view;
  const settling = process
    .constructed('Runner')
    .find(({ options }) =>
      reader.read(options, 'modelSettings', 'store').some(({ kind }) => kind !== 'absent'),
    );
  return settling ? unreadable('a runner may say it', settling.made.node) : null;
}

function asBase(runner: Made, { things }: Process): ObjectState {
  const options = argumentBags(runner, 0, things.view);
  return { parts: [spread(options, runner.node, 'modelSettings')], literal: null, node: runner.node };
}

function agentRequest(
  agent: Agent,
  run: Run | null,
  base: readonly ObjectState[],
  frame: CallContext,
  process: Process,
): ApiRequest {
  const { view } = process.things;
  const target = targetOf(agent.config, process, run?.runner ?? null);
  const host =
    isUnseen(agent) && target.host.class === 'unknown' ? { class: 'unseen' as const } : target.host;
  const client: Client = {
    library: '@openai/agents',
    node: agent.node,
    host,
    options: optionsView([], view.reader),
    parent: null,
  };
  const operation = operationNamed(target.api === 'chat' ? 'chat.completions.create' : 'responses.create');
  const call = run ? run.node : (agent.node as CallLike);
  const home = homeOf(agent, process);
  const isDefinition = home.type === 'NewExpression' || home.type === 'CallExpression';
  const anchor = isDefinition ? lastName(unwrap(home.callee)) : home;
  return {
    node: isDefinition ? home : call,
    stage: run ? 'call' : 'definition',
    anchor,
    callee: lastName(unwrap(call.callee)),
    name: run ? 'run' : 'Agent',
    operations: operationsOf(target),
    knownNames: operation ? [...operation.bodyNames, ...operation.queryNames] : null,
    client,
    body: bodyOf(agent, run, base, target, process),
    headers: headersOf(agent, process),
    requestOptions: optionsView([], view.reader),
    frame,
    evidence: 'certain',
    terms: termsOf(target, process),
    isCalledHere: true,
  };
}

/** Where an agent's settings are to be written: at its original, where a clone has none of its own. */
function homeOf(agent: Agent, { things }: Process): Node {
  let at = agent;
  const hasOwn = (one: Agent) =>
    things.view.reader.read(one.own, 'modelSettings').some(({ kind, node }) => kind !== 'absent' || node);
  while (at.original && !hasOwn(at)) at = at.original;
  return at.node;
}

/** Is an agent, or what it is a clone of, made out of view? */
function isUnseen(agent: Agent): boolean {
  let at = agent;
  while (at.original) at = at.original;
  return !at.isSeen;
}

function operationsOf({ api, transport }: Target): readonly WireOperation[] {
  const endpoint = endpointAt('POST', api === 'chat' ? '/chat/completions' : '/responses');
  return endpoint ? [{ ...endpoint, transport }] : [];
}

/** The objects that contribute to the body, in the order in which the SDK spreads them. */
function bodyOf(
  agent: Agent,
  run: Run | null,
  base: readonly ObjectState[],
  { isAiSdk, model }: Target,
  process: Process,
): OptionsView {
  const { view } = process.things;
  const { config } = agent;
  // An agent's settings are spread over those of the runner, key by key: `providerData` is replaced as a whole.
  const merged: ObjectState = {
    parts: [...base.map((bag) => spread([bag], agent.node)), spread(config, agent.node, 'modelSettings')],
    literal: null,
    node: agent.node,
  };
  const isOwn = () => true;
  const settings: readonly Layer[] = isAiSdk
    ? [
        { bags: config, under: [...SETTINGS_KEY, ...AI_SDK_KEYS], names: BODY_NAMES, isHome: true },
        { bags: [merged], under: AI_SDK_KEYS, names: BODY_NAMES },
      ]
    : [
        { bags: config, under: SETTINGS_KEY, names: SETTINGS, isOwn: isOwnSetting, isHome: true },
        { bags: [merged], names: SETTINGS, isOwn: isOwnSetting },
        { bags: [merged], under: ['providerData'], isOwn: isOwnProviderData },
        { bags: [merged], under: ['providerData', 'extraBody'] },
        { bags: [merged], under: ['providerData', 'extra_body'] },
      ];
  return layeredView(
    [
      { bags: config, names: AGENT, isOwn },
      ...(model ? defaultLayers(model, 'openai', new AiSdkGraph(view)) : []),
      { bags: writtenLater(agent, process), names: SETTINGS, isOwn },
      ...settings,
      ...(run ? [{ bags: run.options, names: RUN, isOwn }] : []),
    ],
    view.reader,
    { tools: () => toolsOf(config, process.things) },
  );
}

/** `agent.modelSettings = …`, `agent.modelSettings.store = …`: written after the agent is made, and not read. */
function writtenLater(agent: Agent, { things }: Process): readonly ObjectState[] {
  const { unit } = things.view;
  const isOfAgent = (node: Node) =>
    things
      .at(node, rootContext(unit))
      .some((thing) => thing.kind === 'agent' && thing.agent.node === agent.node);
  const isInside = ({ object }: { object: Node }) => {
    const holder = unwrap(object);
    return (
      holder.type === 'MemberExpression' &&
      memberName(holder, rootContext(unit), things.view.tracker) === 'modelSettings' &&
      isOfAgent(holder.object)
    );
  };
  const writes = [
    ...(unit.memberWrites.get('modelSettings') ?? []).filter(({ object }) => isOfAgent(object)),
    ...['store', 'providerData'].flatMap((key) => unit.memberWrites.get(key) ?? []).filter(isInside),
  ];
  return writes.map(({ assignment }) => unreadable('settings that are written later', assignment));
}

const SETTINGS_KEY = ['modelSettings'];
const AI_SDK_KEYS = ['providerData', 'providerOptions', 'openai'];

function headersOf({ config }: Agent, { things }: Process): OptionsView {
  const under = (key: string): Layer => ({ bags: config, under: ['modelSettings', 'providerData', key] });
  return layeredView([under('extraHeaders'), under('extra_headers')], things.view.reader);
}

function termsOf({ isAiSdk }: Target, { things }: Process): LibraryTerms {
  const terms = isAiSdk ? AI_SDK_TERMS : TERMS;
  // `run(agent, input, { previousResponseId: result.lastResponseId })`
  const isResultUsed = things.view.unit.source.text.includes('lastResponseId');
  return isResultUsed ? { ...terms, lookFirst: 'the id of a result is used later' } : terms;
}
