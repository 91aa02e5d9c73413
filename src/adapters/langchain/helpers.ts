import type { ApiRequest, Client, Facts } from '../../facts/facts.js';
import { unwrap, type CallLike } from '../../dataflow/syntax/nodes.js';
import type { ObjectState } from '../../dataflow/model/object-state.js';
import type { CallContext } from '../../dataflow/model/abstract-value.js';
import { urlHost } from '../shared/base-url.js';
import { lastName } from '../shared/call-facts.js';
import { optionsView } from '../shared/file-view.js';
import { nested } from '../shared/reading.js';
import { ApiGraph as OpenaiThings } from '../openai/api-graph.js';
import { operationsAt } from './requests.js';
import type { ApiNode, ApiGraph } from './api-graph.js';

type Helper = Extract<ApiNode, { kind: 'helper' | 'helper-method' }>;

/** What the methods of the experimental classes send; an assistant is run from its construction on. */
const PATHS: Readonly<Record<string, string>> = {
  assistant: '/threads/runs',
  createAssistant: '/assistants',
  createFile: '/files',
};

/** `new OpenAIAssistantRunnable(…)`, `OpenAIAssistantRunnable.createAssistant(…)`, `files.createFile(…)`. */
export function helperFacts(
  helper: Helper,
  call: CallLike,
  frame: CallContext,
  things: ApiGraph,
): Partial<Facts> {
  const path = helper.kind === 'helper' ? PATHS[helper.of] : PATHS[helper.name];
  if (path === undefined) return {};
  const { reader } = things.view;
  const [first] = call.arguments;
  const bags = first && first.type !== 'SpreadElement' ? reader.bags(first, frame) : [];
  const anchor = lastName(unwrap(call.callee));
  const request: ApiRequest = {
    node: call,
    stage: helper.kind === 'helper' ? 'definition' : 'call',
    anchor,
    callee: anchor,
    name: helper.kind === 'helper' ? 'OpenAIAssistantRunnable' : helper.name,
    operations: operationsAt(path),
    knownNames: null,
    client: clientIn(helper.fields ?? bags, call, things),
    body: optionsView([], reader),
    headers: optionsView([], reader),
    requestOptions: optionsView([], reader),
    frame,
    evidence: 'certain',
    isCalledHere: true,
  };
  return { requests: [request] };
}

/** The client that options hand over, or the one that is made of `clientOptions`. */
function clientIn(bags: readonly ObjectState[], node: CallLike, { view }: ApiGraph): Client {
  const { reader } = view;
  const openai = new OpenaiThings(view);
  for (const found of reader.read(bags, 'client')) {
    const thing = found.kind === 'set' && found.value.kind === 'path' ? openai.of(found.value) : null;
    if (thing?.kind === 'client') return thing.client;
    if (found.kind !== 'absent')
      return {
        library: 'LangChain',
        node,
        host: { class: 'unseen' },
        options: optionsView([], reader),
        parent: null,
      };
  }
  const inside = nested(bags, 'clientOptions', view);
  const own = { class: 'openai', name: 'api.openai.com' } as const;
  const options = optionsView(inside, reader);
  return {
    library: 'LangChain',
    node,
    host: urlHost(options.read('baseURL'), view, own),
    options,
    parent: null,
  };
}
