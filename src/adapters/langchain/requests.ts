import { endpointAt, operationNamed } from '../../catalog/index.js';
import type { ApiRequest, Facts, FeatureUse, LibraryTerms, WireOperation } from '../../facts/facts.js';
import { programOf, unwrap, type CallLike, type Node } from '../../dataflow/syntax/nodes.js';
import type { ObjectState } from '../../dataflow/model/object-state.js';
import type { CallContext } from '../../dataflow/model/abstract-value.js';
import { lastName } from '../shared/call-facts.js';
import { optionsView } from '../shared/file-view.js';
import { blurred, withoutMissing } from '../shared/missing-store.js';
import { nested } from '../shared/reading.js';
import { bodyOf, choiceOf, choosesResponses, type Choice } from './bodies.js';
import { CALL_OPTIONS, SINCE } from './tables.js';
import type { Made, Model, ApiGraph, Use } from './api-graph.js';
import { isBuiltIn, toolsOf } from './tools.js';

const DROPPED_STORE = 'feature:langchain-store';

const UNKNOWN_KEYS =
  'LangChain passes on no key of the constructor that it does not know, so nothing is sent, nothing fails and nothing changes.';

/** Names of bodies to which everything can be added by `modelKwargs`. */
const KNOWN_NAMES: Readonly<Record<string, readonly string[] | undefined>> = {
  '/responses': operationNamed('responses.create')?.bodyNames,
  '/chat/completions': operationNamed('chat.completions.create')?.bodyNames,
};

const LOOK_FIRST = 'the model is called with previous_response_id, which needs the stored response';

/** What the calls of a file do with models, by the place where each model is made. */
export interface Later {
  choosesResponses: boolean;
  buildsOnState: boolean;
}

/** `new ChatOpenAI(…)`: what later calls send. */
export function definition(
  made: Made,
  call: CallLike,
  later: Later | undefined,
  things: ApiGraph,
): Partial<Facts> {
  const model: Model = { made, uses: [] };
  const alone = choiceOf(model, things);
  const isLater = later?.choosesResponses ?? false;
  const choice: Choice = alone.answer !== 'yes' && isLater && mayChoose(made, things) ? YES : alone;
  const anchor = lastName(unwrap(call.callee));
  const request = requestOf(model, choice, { call, anchor, frame: made.frame, stage: 'definition' }, things);
  const isStateful = later?.buildsOnState ?? false;
  return {
    requests: [isStateful ? { ...request, terms: { ...request.terms, lookFirst: LOOK_FIRST } } : request],
    clients: [made.client],
    features: droppedStore(made.fields, made, anchor, things),
  };
}

const YES: Choice = { answer: 'yes' };

function mayChoose(made: Made, things: ApiGraph): boolean {
  return made.entry.api === 'auto' && things.isSince(SINCE.responses, made) === 'all';
}

/** `model.bindTools(…)`, `model.invoke(…, options)`: what a use of a model adds to what it sends. */
export function usage(
  model: Model,
  use: Use,
  call: CallLike,
  frame: CallContext,
  later: Map<Node, Later>,
  things: ApiGraph,
): Partial<Facts> {
  const { made } = model;
  const name = lastName(unwrap(call.callee));
  const features = droppedStore(use.options, made, name, things);
  const written = optionsView(use.options, things.view.reader).keys();
  const isSaid =
    written.some(
      ({ key }) => Object.hasOwn(CALL_OPTIONS, key) || key === 'options' || key.startsWith('promptCache'),
    ) || toolsOf([use], things).elements.some(isBuiltIn);
  if (!isSaid) return { features };
  const used: Model = { made, uses: [...model.uses, use] };
  const choice = choiceOf(used, things);
  note(used, later, things);
  const isHere = programOf(made.node) === programOf(call);
  const anchor = isHere ? nameOfMaker(made.node) : name;
  const request = requestOf(used, choice, { call, anchor, frame, stage: 'call' }, things);
  // Where the model is made, its own file says what it lacks.
  const isSaidThere = !isHere && choiceOf({ made, uses: [] }, things).answer === 'yes';
  const options = nested(use.options, 'options', things.view);
  return {
    features,
    requests: [
      {
        ...request,
        callee: name,
        body: isSaidThere ? withoutMissing(request.body) : request.body,
        requestOptions: optionsView(options, things.view.reader),
        headers: optionsView(nested(options, 'headers', things.view), things.view.reader),
      },
    ],
  };
}

function note({ made, uses }: Model, later: Map<Node, Later>, things: ApiGraph): void {
  const known = later.get(made.node) ?? { choosesResponses: false, buildsOnState: false };
  known.choosesResponses ||= uses.some((use) => choosesResponses(use, things));
  known.buildsOnState ||= uses.some((use) =>
    things.view.reader.read(use.options, 'previous_response_id').some(({ kind }) => kind !== 'absent'),
  );
  later.set(made.node, known);
}

interface Place {
  readonly call: CallLike;
  readonly anchor: Node;
  readonly frame: CallContext;
  readonly stage: ApiRequest['stage'];
}

function requestOf(model: Model, choice: Choice, place: Place, things: ApiGraph): ApiRequest {
  const { made } = model;
  const { api } = made.entry;
  const path = api === 'auto' ? (choice.answer === 'no' ? '/chat/completions' : '/responses') : api;
  const body = bodyOf(model, path, things);
  return {
    node: place.call,
    stage: place.stage,
    anchor: place.anchor,
    callee: place.anchor,
    name: textOf(place.anchor),
    operations: operationsAt(path),
    knownNames: KNOWN_NAMES[path] ?? null,
    client: made.client,
    body: choice.answer === 'maybe' ? blurred(body, 'what decides the endpoint', choice.because) : body,
    headers: optionsView([], things.view.reader),
    requestOptions: optionsView([], things.view.reader),
    frame: place.frame,
    evidence: 'certain',
    terms: termsOf(made, things),
    isCalledHere: true,
  };
}

export function operationsAt(path: string): readonly WireOperation[] {
  const endpoint = endpointAt('POST', path);
  return endpoint ? [{ ...endpoint, transport: 'http' }] : [];
}

function termsOf(made: Made, things: ApiGraph): LibraryTerms {
  const kwargs = 'Write modelKwargs: { store: false } in the constructor';
  const isSwitched = things.isSince(SINCE.zdrEnabled, made) !== 'none';
  return {
    remedies: {
      'parameter:store-omitted (Responses)': isSwitched
        ? 'Write zdrEnabled: true in the constructor, which makes LangChain send store: false.'
        : `${kwargs}.`,
      'parameter:store-omitted (Chat Completions)': `${kwargs}; zdrEnabled does nothing on this endpoint.`,
      previous_response_id:
        'Pass the whole list of messages to each call, and write zdrEnabled: true in the constructor.',
    },
    unknownKeys: UNKNOWN_KEYS,
  };
}

/** `store` as a field or as an option of a call: dropped. Other things than true and false are LangGraph's. */
function droppedStore(
  bags: readonly ObjectState[],
  { client, entry }: Made,
  near: Node,
  things: ApiGraph,
): readonly FeatureUse[] {
  if (!/^(?:auto|\/responses|\/chat\/completions)$/.test(entry.api)) return [];
  return things.view.reader.read(bags, 'store').flatMap((found): FeatureUse[] => {
    if (found.kind !== 'set' || found.value.kind !== 'constant' || typeof found.value.value !== 'boolean')
      return [];
    const { node } = found;
    return [{ row: DROPPED_STORE, node, near, client, name: 'store', removable: node }];
  });
}

/** `ChatOpenAI` in `new ChatOpenAI(…)`; the node itself where it is no call. */
function nameOfMaker(node: Node): Node {
  return node.type === 'NewExpression' || node.type === 'CallExpression'
    ? lastName(unwrap(node.callee))
    : node;
}

function textOf(node: Node): string {
  return node.type === 'Identifier' ? node.name : 'model';
}
