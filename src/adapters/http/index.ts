import type { TSESTree } from '@typescript-eslint/utils';
import type { Facts } from '../../facts/facts.js';
import { isClass, thisHolder, unwrap, type CallLike, type Node } from '../../dataflow/syntax/nodes.js';
import { calledName } from '../../dataflow/syntax/names.js';
import type { SourceModule } from '../../dataflow/syntax/source-module.js';
import type { Adapter } from '../shared/adapter.js';
import { factsAtCalls, importedFrom } from '../shared/call-facts.js';
import type { FileView } from '../shared/file-view.js';
import { mockedModules } from '../shared/mocks.js';
import { SENDER_WORDS, senderNames } from './clients.js';
import { isMockedTraffic } from './mocks.js';
import { bodyEvaluation, requestsAt } from './requests.js';
import { messagesAt } from './sockets.js';
import { isHttpModule, ApiGraph } from './api-graph.js';

/** Requests that are sent by `fetch` and its relatives, and messages over bare WebSockets. */
export const http: Adapter = {
  library: 'Raw HTTP and WebSocket',
  owns: isHttpModule,
  // `default create () post`: what a second call gives back is a response.
  isPart: (_, steps) => steps.length <= 5 && steps.filter((step) => step === '()').length <= 1,
  sends: /api\.openai\.com|OPENAI_(?:API_)?(?:BASE|HOST|URL)/,
  docs: {
    packages: [
      'fetch (global, node-fetch, cross-fetch, undici)',
      'axios 1, @nestjs/axios',
      'got 14',
      'ky 1 and 2',
      'undici 7',
      'ofetch 1',
      'superagent 10',
      'ws 8 and the global WebSocket',
    ],
    run: ['fetch', 'axios', 'got', 'ky', 'node-fetch', 'ofetch', 'superagent', 'undici', 'ws'],
    entries: [
      {
        code: `fetch('https://api.openai.com/v1/responses', { method: 'POST', body: JSON.stringify({ … }) })`,
        endpoint: 'the path: POST /v1/responses',
        unwritten: 'stored',
      },
      {
        code: `axios.create({ baseURL: 'https://api.openai.com/v1' }).post('/files', form)`,
        endpoint: 'the path: POST /v1/files',
        unwritten: 'stored',
      },
      {
        code: `new WebSocket('wss://api.openai.com/v1/realtime').send(JSON.stringify({ type: 'session.update', … }))`,
        endpoint: 'WebSocket /v1/realtime, /v1/responses',
        unwritten: 'as over HTTP',
      },
    ],
    checked: [
      'URLs from literals, templates, constants, `new URL()`, base URLs of instances and OPENAI_BASE_URL.',
      'Bodies that `JSON.stringify` makes, or the library: of literals, variables, builders and spreads.',
      'Wrappers of the file and of followed modules that pass URL, options or body on.',
    ],
    notRead: ['Parts of forms (FormData); the endpoint alone decides there.', 'XMLHttpRequest.'],
  },
  facts(view) {
    const { unit } = view;
    if (!SENDER_WORDS.test(unit.source.text) && !importsFunctions(unit)) return {};
    if (isMockedTraffic(unit) || [...mockedModules(unit)].some(isHttpModule)) return {};
    const things = new ApiGraph();
    return factsAtCalls(view, {
      sends: SENDER_WORDS,
      mayMatter: maySend,
      at: (call, frame) => factsAt(call, frame, view, things),
      bodyOf: (call, frame) => bodyEvaluation(call, frame, view, things),
    });
  },
};

function factsAt(
  call: CallLike,
  frame: Parameters<typeof requestsAt>[1],
  view: FileView,
  things: ApiGraph,
): Partial<Facts> {
  const isMessage = calledName(unwrap(call.callee)) === 'send' && call.type === 'CallExpression';
  const messages = isMessage ? messagesAt(call, frame, view, things) : [];
  return { requests: [...requestsAt(call, frame, view, things), ...messages] };
}

/** A function of another module may send what this file hands over. */
function importsFunctions({ source }: SourceModule): boolean {
  return /\bimport\b|\brequire\b/.test(source.text);
}

/** A cheap test of the callee, before anything is tracked. */
function maySend(call: CallLike, unit: SourceModule): boolean {
  const callee = unwrap(call.callee);
  if (call.type === 'NewExpression') return calledName(callee) === 'Request';
  if (callee.type === 'Identifier') return mayBeSender(callee, unit);
  if (callee.type !== 'MemberExpression') return callee.type === 'ConditionalExpression';
  if (callee.computed) return true;
  const name = calledName(callee);
  if (name === undefined) return false;
  if (name === 'call' || name === 'apply') return maySendAs(callee.object);
  if (isOwnMethod(callee, name)) return false;
  return senderNames.has(name) || /fetch/i.test(name) || isImported(callee, unit) || mayBeField(callee);
}

function mayBeSender(callee: Node & { readonly name?: string }, unit: SourceModule): boolean {
  const name = callee.name ?? '';
  if (senderNames.has(name) || /fetch/i.test(name) || isImported(callee, unit)) return true;
  // `const send = axios.create(…)`, a parameter that is handed `fetch`.
  const variable = unit.variable(callee);
  return variable !== undefined && variable.defs.some(({ type }) => ['Variable', 'Parameter'].includes(type));
}

function maySendAs(object: Node): boolean {
  const name = calledName(unwrap(object)) ?? '';
  return senderNames.has(name) || /fetch/i.test(name);
}

/** `this.http(url, options)`: a field may hold a client that is called as a function. */
function mayBeField(callee: TSESTree.MemberExpression): boolean {
  return unwrap(callee.object).type === 'ThisExpression';
}

/** A method of the class itself sends nothing: what it calls does. */
function isOwnMethod(callee: TSESTree.MemberExpression, name: string): boolean {
  const holder = unwrap(callee.object).type === 'ThisExpression' ? thisHolder(callee) : null;
  if (!isClass(holder)) return false;
  return holder.body.body.some(
    (member) =>
      member.type === 'MethodDefinition' && member.key.type === 'Identifier' && member.key.name === name,
  );
}

function isImported(callee: Node, unit: SourceModule): boolean {
  const specifier = importedFrom(callee, unit);
  return specifier !== undefined && isHttpModule(specifier);
}
