import type { Host } from '../../facts/facts.js';
import { isOthers } from '../shared/host-alternatives.js';
import type { Node } from '../../dataflow/syntax/nodes.js';
import type { Alternative, ObjectState } from '../../dataflow/model/object-state.js';
import type { AbstractValue } from '../../dataflow/model/abstract-value.js';
import { memberNames } from '../../dataflow/model/access-path.js';
import { ApiGraph as AiSdkGraph, type Model as AiSdkModel } from '../ai-sdk/api-graph.js';
import { urlHost } from '../shared/base-url.js';
import { OTHER_VENDORS_MODEL } from '../openai/requests.js';
import type { Process } from './process.js';
import { argumentBags, type Made, type ApiNode, type ApiGraph } from './api-graph.js';
import { hostOfClient, type Api } from './client-host.js';

/** Where the requests of an agent go, and in which form. */
export interface Target {
  readonly host: Host;
  readonly api: Api;
  readonly transport: 'http' | 'websocket';
  /** Through a model of the AI SDK, which has names of its own. */
  readonly isAiSdk: boolean;
  /** The model of the AI SDK. */
  readonly model?: AiSdkModel;
}

/** Where the requests of an agent with this configuration go. */
export function targetOf(config: readonly ObjectState[], process: Process, runner: Made | null): Target {
  const things = process.things;
  const models = things.view.reader.read(config, 'model').map((model) => modelTarget(model, process, runner));
  const target =
    models.find(({ host }) => host.class === 'openai') ??
    models.find(({ host }) => host.class === 'unseen') ??
    models[0] ??
    defaultTarget(process, runner);
  const isOneOf = !isOthers(target.host.class) && models.some(({ host }) => isOthers(host.class));
  return isOneOf ? { ...target, host: { ...target.host, isOneOf } } : target;
}

function modelTarget(model: Alternative, process: Process, runner: Made | null): Target {
  if (model.kind === 'absent') return runnersModel(process, runner) ?? defaultTarget(process, runner);
  const { node } = model;
  if (model.kind === 'unknown') {
    // A text names a model, and is none.
    return model.is ? defaultTarget(process, runner) : elsewhere({ class: 'unknown', node });
  }
  return valueTarget(model.value, node, process, runner);
}

function valueTarget(value: AbstractValue, node: Node, process: Process, runner: Made | null): Target {
  if (value.kind === 'text') return defaultTarget(process, runner);
  if (value.kind === 'constant') {
    const isOther = OTHER_VENDORS_MODEL.test(String(value.value));
    return isOther ? elsewhere({ class: 'other-vendor', node }) : defaultTarget(process, runner);
  }
  if (value.kind !== 'path') return elsewhere({ class: 'unknown', node });
  if (value.root.kind === 'global')
    return memberNames(value)[0] === 'env'
      ? defaultTarget(process, runner)
      : elsewhere({ class: 'unknown', node });
  const thing = process.things.of(value);
  return (thing && madeTarget(thing, process)) ?? elsewhere({ class: 'unknown', node });
}

/** `new Runner({ model })` chooses for agents that choose none. */
function runnersModel(process: Process, runner: Made | null): Target | null {
  if (!runner) return null;
  const { reader } = process.things.view;
  const model = reader
    .read(argumentBags(runner, 0, process.things.view), 'model')
    .find(({ kind }) => kind !== 'absent');
  return model ? modelTarget(model, process, null) : null;
}

function defaultTarget(process: Process, runner: Made | null): Target {
  const provider = runner ? providerOf(runner, process) : null;
  if (provider) return provider;
  const api = process.defaultApi();
  return { host: process.defaultHost(), api, transport: process.transport(), isAiSdk: false };
}

/** `new Runner({ modelProvider })` */
function providerOf(runner: Made, process: Process): Target | null {
  const { view } = process.things;
  const options = argumentBags(runner, 0, view);
  const written = view.reader.read(options, 'modelProvider').find(({ kind }) => kind !== 'absent');
  if (!written || written.kind === 'absent') return null;
  const thing =
    written.kind === 'set' && written.value.kind === 'path' ? process.things.of(written.value) : null;
  return (thing && madeTarget(thing, process)) ?? elsewhere({ class: 'unknown', node: written.node });
}

/** Models and providers of the SDK. */
function madeTarget(thing: ApiNode, process: Process): Target | null {
  if (thing.kind === 'result' && thing.name === 'getModel') return madeTarget(thing.of, process);
  if (thing.kind !== 'made') return null;
  const { name, made } = thing;
  if (thing.package === 'testing') return elsewhere({ class: 'local', name: 'a stand-in for tests' });
  const { view } = process.things;
  switch (name) {
    case 'OpenAIProvider':
      return providerTarget(made, process);
    case 'OpenAIResponsesModel':
    case 'OpenAIResponsesWSModel':
    case 'OpenAIChatCompletionsModel':
      return {
        host: hostOfClient(made.args[0], made.frame, view, made.node),
        api: name === 'OpenAIChatCompletionsModel' ? 'chat' : 'responses',
        transport: name === 'OpenAIResponsesWSModel' ? 'websocket' : 'http',
        isAiSdk: false,
      };
    case 'aisdk':
      return aiSdkTarget(made, process.things);
    default:
      return null;
  }
}

function providerTarget(made: Made, process: Process): Target {
  const { view } = process.things;
  const { reader } = view;
  const options = argumentBags(made, 0, view);
  const client = reader.read(options, 'openAIClient').find(({ kind }) => kind !== 'absent');
  const host =
    client?.kind === 'set'
      ? hostOfClient(client.valueNode, client.frame, view, client.node)
      : urlHost(reader.read(options, 'baseURL'), view, process.defaultHost());
  const isSet = (key: string, value: boolean) =>
    reader
      .read(options, key)
      .some(
        (found) => found.kind === 'set' && found.value.kind === 'constant' && found.value.value === value,
      );
  const api = isSet('useResponses', false)
    ? 'chat'
    : isSet('useResponses', true)
      ? 'responses'
      : process.defaultApi();
  const transport = isSet('useResponsesWebSocket', true) ? 'websocket' : process.transport();
  return { host, api, transport, isAiSdk: false };
}

/** `aisdk(openai('gpt-5'))` */
function aiSdkTarget({ args, frame, node }: Made, { view }: ApiGraph): Target {
  const [arg] = args;
  const model = arg && new AiSdkGraph(view).at(arg, frame).find((thing) => thing.kind === 'model');
  if (model?.kind === 'model') {
    const api = model.path === '/chat/completions' ? 'chat' : 'responses';
    return { host: model.client.host, api, transport: 'http', isAiSdk: true, model };
  }
  const isOther = arg && view.tracker.values(arg, frame).every(({ kind }) => kind === 'path');
  return elsewhere({ class: isOther ? 'other-vendor' : 'unknown', node }, true);
}

function elsewhere(host: Host, isAiSdk = false): Target {
  return { host, api: 'responses', transport: 'http', isAiSdk };
}
