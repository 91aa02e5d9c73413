import type { TSESTree } from '@typescript-eslint/utils';
import type { Client } from '../../facts/facts.js';
import { thisHolder, isClass, type Node } from '../../dataflow/syntax/nodes.js';
import { calledName } from '../../dataflow/syntax/names.js';
import { callingContexts } from '../../dataflow/control/call-graph.js';
import type { CallContext } from '../../dataflow/model/abstract-value.js';
import { superInstances } from '../../dataflow/evaluate/members.js';
import type { Adapter } from '../shared/adapter.js';
import type { FileView } from '../shared/file-view.js';
import { mockedModules } from '../shared/mocks.js';
import { FACTORY_WORDS, isFactoryModule, MAKING_CALLS } from './factories.js';
import { isPartOfOpenai } from './catalog-graph.js';
import { thirdPartiesIn } from './observers.js';
import { subpathOf } from './packages.js';
import { requestsIn, SENDS } from './requests.js';
import { ApiGraph } from './api-graph.js';

/** The `openai` package itself. */
export const openai: Adapter = {
  library: 'openai',
  owns: (specifier) => subpathOf(specifier) !== null || isFactoryModule(specifier),
  isPart: isPartOfOpenai,
  words: FACTORY_WORDS,
  sends: SENDS,
  docs: {
    packages: ['openai 3 to 7'],
    run: ['openai 3 to 7'],
    entries: [
      { code: 'client.responses.create({ … })', endpoint: 'POST /v1/responses', unwritten: 'stored' },
      {
        code: 'client.chat.completions.create({ … })',
        endpoint: 'POST /v1/chat/completions',
        unwritten: 'sources disagree',
      },
      { code: 'client.files.create({ … })', endpoint: 'POST /v1/files', unwritten: 'stored' },
      { code: 'client.post(path, { body })', endpoint: 'the path', unwritten: 'as the path' },
      {
        code: 'socket.send({ type: "response.create", … })',
        endpoint: 'WebSocket /v1/responses, /v1/realtime',
        unwritten: 'as over HTTP',
      },
    ],
    checked: ['Every method of the client, of its helpers and of its sockets, in all published majors.'],
    notRead: [],
  },
  facts(view) {
    if ([...mockedModules(view.unit)].some((specifier) => subpathOf(specifier) !== null)) return {};
    const things = new ApiGraph(view);
    const clients = clientsIn(view, things);
    const requests = requestsIn(view, things);
    return { clients, requests, thirdParties: thirdPartiesIn(view, things, requests) };
  },
};

/** Clients that are made in the file: `new OpenAI(…)`, `client.withOptions(…)`, `super(…)` of a class that extends one. */
function clientsIn(view: FileView, things: ApiGraph): readonly Client[] {
  const found = new Set<Client>();
  for (const call of view.unit.calls) {
    const collect = (frame: CallContext) => {
      for (const client of clientsMadeBy(call, frame, view, things)) found.add(client);
    };
    const frames = callingContexts(view.unit, view.tracker, (frame) => {
      for (const client of clientsMadeBy(call, frame, view, things)) client.options.read('baseURL');
    });
    frames.forEach(collect);
  }
  return [...found];
}

function clientsMadeBy(
  call: TSESTree.CallExpression | TSESTree.NewExpression,
  frame: CallContext,
  view: FileView,
  things: ApiGraph,
): readonly Client[] {
  const name = calledName(call.callee);
  const isMaker =
    call.type === 'NewExpression' ||
    call.callee.type === 'Super' ||
    name === 'withOptions' ||
    (name !== undefined && MAKING_CALLS.has(name));
  if (!isMaker) return [];
  return valuesOf(call, frame, view).flatMap((value) => {
    const thing = value.kind === 'path' ? things.of(value) : null;
    if (thing?.kind !== 'client') return [];
    const { host, options } = thing.client;
    return host.class !== 'unseen' || options.bags.length > 0 ? [thing.client] : [];
  });
}

function valuesOf(
  call: TSESTree.CallExpression | TSESTree.NewExpression,
  frame: CallContext,
  view: FileView,
) {
  if (call.callee.type !== 'Super') return view.tracker.values(call, frame);
  const holder: Node | null = thisHolder(call);
  return isClass(holder) && holder.superClass ? superInstances(holder, frame, view.tracker) : [];
}
