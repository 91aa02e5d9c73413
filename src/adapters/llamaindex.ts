import { endpointAt, operationNamed } from '../catalog/index.js';
import type { ApiRequest, Client, Facts, Host, LibraryTerms } from '../facts/facts.js';
import { inventedName, inventedShape } from '../policy/index.js';
import { argumentsOf } from '../dataflow/evaluate/arguments.js';
import { unwrap, type CallLike, type Node } from '../dataflow/syntax/nodes.js';
import type { ObjectState } from '../dataflow/model/object-state.js';
import { calledName } from '../dataflow/syntax/names.js';
import type { SourceModule } from '../dataflow/syntax/source-module.js';
import type { CallContext, AccessPath } from '../dataflow/model/abstract-value.js';
import { memberNames } from '../dataflow/model/access-path.js';
import type { Adapter } from './shared/adapter.js';
import { hostOfFetch, urlHost } from './shared/base-url.js';
import { factsAtCalls, importedFrom, lastName } from './shared/call-facts.js';
import { optionsView, type FileView } from './shared/file-view.js';
import { cloudClass } from './shared/hosts.js';
import { layeredView, type Layer } from './shared/layered-view.js';
import { mockedModules } from './shared/mocks.js';
import { nested } from './shared/reading.js';
import { importedPackage } from './shared/packages.js';

/** An export that makes a model. */
interface Maker {
  readonly path: '/responses' | '/chat/completions' | '/embeddings';
  /** What the library calls the keys of the body that it passes on. */
  readonly names: Readonly<Record<string, string>>;
}

const CHAT: Maker = { path: '/chat/completions', names: { model: 'model' } };

/** With `store ?? false` in its constructor: what is left out is not stored. */
const RESPONSES: Maker = {
  path: '/responses',
  names: { model: 'model', store: 'store', include: 'include', tools: 'builtInTools' },
};

const MAKERS: Readonly<Record<string, Maker>> = {
  openaiResponses: RESPONSES,
  OpenAIResponses: RESPONSES,
  openai: CHAT,
  OpenAI: CHAT,
  OpenAIEmbedding: { path: '/embeddings', names: { model: 'model' } },
};

const TERMS: LibraryTerms = {
  unknownKeys:
    'LlamaIndex drops options that it does not know, so nothing is sent, nothing fails and nothing changes.',
  remedies: {
    store: 'Write additionalChatOptions: { store: false }.',
    previous_response_id: 'Leave trackPreviousResponses out and send the whole history.',
  },
};

/** Models of LlamaIndex for OpenAI; read and run with `@llamaindex/openai` 0.4.23 (2026-11). */
export const llamaindex: Adapter = {
  library: 'LlamaIndex',
  owns: isOwn,
  words: /llamaindex/,
  sends: /@llamaindex\/openai/,
  docs: {
    packages: ['@llamaindex/openai 0.4'],
    run: ['@llamaindex/openai 0.4'],
    entries: [
      {
        code: "openaiResponses({ model: 'gpt-5' })",
        endpoint: 'POST /v1/responses',
        unwritten: '`store: false` is sent',
      },
      {
        code: "openai({ model: 'gpt-5' })",
        endpoint: 'POST /v1/chat/completions',
        unwritten: 'sources disagree',
      },
    ],
    checked: [
      '`store`, `previousResponseId`, `trackPreviousResponses`, `builtInTools`, `additionalChatOptions` (sent as it is).',
    ],
    notRead: ['Options of single calls of a model.'],
  },
  facts(view) {
    if ([...mockedModules(view.unit)].some(isOwn)) return {};
    return factsAtCalls(view, {
      sends: /@llamaindex\/openai/,
      mayMatter,
      at: (call, frame) => modelFacts(call, frame, view),
    });
  },
};

function isOwn(specifier: string): boolean {
  return importedPackage(specifier)?.name === '@llamaindex/openai';
}

/** Imported from the package, or a variable that may hold one of its functions. */
function mayMatter(call: CallLike, unit: SourceModule): boolean {
  const callee = unwrap(call.callee);
  const specifier = importedFrom(callee, unit);
  if (specifier !== undefined) return isOwn(specifier);
  if (callee.type !== 'Identifier') return Object.hasOwn(MAKERS, calledName(callee) ?? '');
  return !(unit.variable(callee)?.defs.every((def) => def.type === ('FunctionName' as string)) ?? true);
}

function nameOf(callee: Node): string {
  return callee.type === 'Identifier' ? callee.name : '';
}

function modelFacts(call: CallLike, frame: CallContext, view: FileView): Partial<Facts> {
  const makers = view.tracker.values(call.callee, frame).flatMap((value) => {
    const maker = value.kind === 'path' ? makerAt(value) : undefined;
    return maker ? [maker] : [];
  });
  const [maker] = makers;
  if (!maker) return {};
  const [first] = argumentsOf(call.arguments, frame, view.tracker);
  const bags = first ? view.reader.bags(first.node, first.frame) : [];
  const client = clientOf(bags, call, view);
  return { requests: [requestOf(maker, bags, client, call, frame, view)], clients: [client] };
}

function makerAt(path: AccessPath): Maker | undefined {
  if (path.root.kind !== 'module' || !isOwn(path.root.specifier) || path.step?.kind !== 'member')
    return undefined;
  const name = memberNames(path).at(-1)!;
  return Object.hasOwn(MAKERS, name) ? MAKERS[name] : undefined;
}

function requestOf(
  { path, names }: Maker,
  bags: readonly ObjectState[],
  client: Client,
  call: CallLike,
  frame: CallContext,
  view: FileView,
): ApiRequest {
  const anchor = lastName(unwrap(call.callee));
  const endpoint = endpointAt('POST', path);
  const operation = path === '/responses' ? 'responses.create' : 'chat.completions.create';
  return {
    node: call,
    stage: 'definition',
    anchor,
    callee: anchor,
    name: nameOf(anchor),
    operations: endpoint ? [{ ...endpoint, transport: 'http' }] : [],
    knownNames: operationNamed(operation)?.bodyNames ?? null,
    client,
    body: layeredView(layersOf(path, names, bags, call, frame), view.reader),
    headers: optionsView([], view.reader),
    requestOptions: optionsView([], view.reader),
    frame,
    evidence: 'certain',
    terms: TERMS,
    isCalledHere: true,
  };
}

/** What the library writes by itself, the options that it knows, and what it spreads behind them. */
function layersOf(
  path: Maker['path'],
  names: Maker['names'],
  bags: readonly ObjectState[],
  node: CallLike,
  frame: CallContext,
): readonly Layer[] {
  const own: ObjectState = {
    parts: [{ kind: 'given', keys: ['store'], value: false, node, frame }],
    literal: null,
    node,
  };
  const isOwnKey = (key: string) => inventedName(key, 'body') === undefined && !inventedShape(key, 'body');
  const known: Layer = { bags, names, isOwn: isOwnKey };
  if (path !== '/responses') return [known, { bags, under: ['additionalChatOptions'], isHome: true }];
  return [
    { bags: [own] },
    known,
    {
      bags,
      names: {},
      switches: { previous_response_id: { name: 'trackPreviousResponses', sends: true } },
      isOwn: () => true,
    },
    { bags, names: { previous_response_id: 'previousResponseId' }, isOwn: () => true },
    { bags, under: ['additionalChatOptions'] },
  ];
}

function clientOf(bags: readonly ObjectState[], node: CallLike, view: FileView): Client {
  const { reader, settings } = view;
  const session = nested(bags, 'additionalSessionOptions', view);
  const options = optionsView(session, reader);
  const isAzure = reader.keys(bags).some(({ key }) => key === 'azure');
  const own: Host = isAzure
    ? { class: cloudClass('azure', settings), name: 'azure' }
    : { class: 'openai', name: 'api.openai.com' };
  // A session or client of somebody's own.
  const isGiven = ['session', 'lazySession', 'client'].some((key) =>
    reader.read(bags, key).some(({ kind }) => kind !== 'absent'),
  );
  const readings = [reader.read(bags, 'baseURL'), options.read('baseURL')];
  const written = readings.find((reading) => reading.some(({ kind }) => kind !== 'absent'));
  const told = isGiven ? { class: 'unknown' as const, node } : written ? urlHost(written, view, own) : own;
  const host = hostOfFetch(options.read('fetch')) ?? (isAzure ? own : told);
  return { library: 'LlamaIndex', node, host, options, parent: null };
}
