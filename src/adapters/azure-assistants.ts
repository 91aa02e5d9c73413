import { endpointAt, type HttpMethod } from '../catalog/index.js';
import type { ApiRequest, Client, Host } from '../facts/facts.js';
import { unwrap, type CallLike, type Node } from '../dataflow/syntax/nodes.js';
import { calledName } from '../dataflow/syntax/names.js';
import type { CallContext, AccessPath, AccessStep, AbstractValue } from '../dataflow/model/abstract-value.js';
import type { Adapter } from './shared/adapter.js';
import { asAlternative, urlHost } from './shared/base-url.js';
import { factsAtCalls, lastName } from './shared/call-facts.js';
import { optionsView, type FileView } from './shared/file-view.js';
import { cloudClass } from './shared/hosts.js';
import { mockedModules } from './shared/mocks.js';
import { importedPackage } from './shared/packages.js';

type Sends = Readonly<Record<string, readonly [HttpMethod, string]>>;

/** Methods of `AssistantsClient` (`@azure/openai-assistants` 1.0.0-beta.6); deletes are remedies. */
const ASSISTANTS: Sends = {
  createAssistant: ['POST', '/assistants'],
  listAssistants: ['GET', '/assistants'],
  getAssistant: ['GET', '/assistants/{}'],
  updateAssistant: ['POST', '/assistants/{}'],
  createAssistantFile: ['POST', '/assistants/{}'],
  createThread: ['POST', '/threads'],
  getThread: ['GET', '/threads/{}'],
  updateThread: ['POST', '/threads/{}'],
  createMessage: ['POST', '/threads/{}/messages'],
  listMessages: ['GET', '/threads/{}/messages'],
  getMessage: ['GET', '/threads/{}/messages/{}'],
  updateMessage: ['POST', '/threads/{}/messages/{}'],
  createRun: ['POST', '/threads/{}/runs'],
  listRuns: ['GET', '/threads/{}/runs'],
  getRun: ['GET', '/threads/{}/runs/{}'],
  updateRun: ['POST', '/threads/{}/runs/{}'],
  submitToolOutputsToRun: ['POST', '/threads/{}/runs/{}/submit_tool_outputs'],
  createThreadAndRun: ['POST', '/threads/runs'],
  getRunStep: ['GET', '/threads/{}/runs/{}/steps/{}'],
  listRunSteps: ['GET', '/threads/{}/runs/{}/steps'],
  uploadFile: ['POST', '/files'],
  listFiles: ['GET', '/files'],
  getFile: ['GET', '/files/{}'],
};

/** Methods of `AgentsClient` (`@azure/ai-agents` 1.1.0), which `AIProjectClient` 1.x has as `agents`. */
const AGENTS: Sends = {
  createAgent: ['POST', '/assistants'],
  listAgents: ['GET', '/assistants'],
  getAgent: ['GET', '/assistants/{}'],
  updateAgent: ['POST', '/assistants/{}'],
  'threads.create': ['POST', '/threads'],
  'threads.list': ['GET', '/threads'],
  'threads.get': ['GET', '/threads/{}'],
  'threads.update': ['POST', '/threads/{}'],
  'messages.create': ['POST', '/threads/{}/messages'],
  'messages.list': ['GET', '/threads/{}/messages'],
  'messages.get': ['GET', '/threads/{}/messages/{}'],
  'messages.update': ['POST', '/threads/{}/messages/{}'],
  'runs.create': ['POST', '/threads/{}/runs'],
  'runs.createAndPoll': ['POST', '/threads/{}/runs'],
  'runs.createThreadAndRun': ['POST', '/threads/runs'],
  'runs.list': ['GET', '/threads/{}/runs'],
  'runs.get': ['GET', '/threads/{}/runs/{}'],
  'runs.update': ['POST', '/threads/{}/runs/{}'],
  'runs.submitToolOutputs': ['POST', '/threads/{}/runs/{}/submit_tool_outputs'],
  'runSteps.list': ['GET', '/threads/{}/runs/{}/steps'],
  'runSteps.get': ['GET', '/threads/{}/runs/{}/steps/{}'],
  'files.upload': ['POST', '/files'],
  'files.uploadAndPoll': ['POST', '/files'],
  'files.list': ['GET', '/files'],
  'files.get': ['GET', '/files/{}'],
  'files.getContent': ['GET', '/files/{}/content'],
  'vectorStores.create': ['POST', '/vector_stores'],
  'vectorStores.createAndPoll': ['POST', '/vector_stores'],
  'vectorStores.list': ['GET', '/vector_stores'],
  'vectorStores.get': ['GET', '/vector_stores/{}'],
  'vectorStores.update': ['POST', '/vector_stores/{}'],
  'vectorStoreFiles.create': ['POST', '/vector_stores/{}/files'],
  'vectorStoreFiles.createAndPoll': ['POST', '/vector_stores/{}/files'],
  'vectorStoreFiles.list': ['GET', '/vector_stores/{}/files'],
  'vectorStoreFiles.get': ['GET', '/vector_stores/{}/files/{}'],
  'vectorStoreFileBatches.create': ['POST', '/vector_stores/{}/file_batches'],
  'vectorStoreFileBatches.createAndPoll': ['POST', '/vector_stores/{}/file_batches'],
  'vectorStoreFileBatches.list': ['GET', '/vector_stores/{}/file_batches/{}/files'],
  'vectorStoreFileBatches.get': ['GET', '/vector_stores/{}/file_batches/{}'],
};

interface ClientKind {
  readonly name: string;
  readonly sends: Sends;
  /** The member of the class that has the methods. */
  readonly under?: string;
  /** Without an endpoint it talks to OpenAI. */
  readonly mayBeOpenAIs?: true;
}

const CLASSES: Readonly<Record<string, ClientKind>> = {
  '@azure/openai-assistants AssistantsClient': {
    name: 'AssistantsClient',
    sends: ASSISTANTS,
    mayBeOpenAIs: true,
  },
  '@azure/ai-agents AgentsClient': { name: 'AgentsClient', sends: AGENTS },
  '@azure/ai-projects AIProjectClient': { name: 'AIProjectClient', sends: AGENTS, under: 'agents' },
};

const PACKAGES = /^@azure\/(?:openai-assistants|ai-agents|ai-projects)$/;

const METHODS = new Set(
  [ASSISTANTS, AGENTS].flatMap((sends) => Object.keys(sends).map((name) => name.split('.').at(-1)!)),
);

const SENDS = /\b(?:createThread|createRun|createMessage|uploadFile|threads|runs|vectorStores)\b/;

/** Assistants through Azure's packages, which talk to OpenAI as well. */
export const azureAssistants: Adapter = {
  library: 'Azure Assistants',
  owns: (specifier) => PACKAGES.test(importedPackage(specifier)?.name ?? ''),
  words: /@azure\/ai-(?:agents|projects)\b/,
  sends: SENDS,
  docs: {
    packages: ['@azure/openai-assistants 1.0.0-beta.6', '@azure/ai-agents 1.1.0', '@azure/ai-projects 1.0'],
    run: [],
    entries: [
      {
        code: 'new AssistantsClient(new OpenAIKeyCredential(key)).createThread()',
        endpoint: 'POST /v1/threads',
        unwritten: 'stored',
      },
      {
        code: 'new AgentsClient(endpoint, credential).threads.create()',
        endpoint: 'POST /threads at Azure',
        unwritten: 'stored there',
      },
    ],
    checked: [
      'What keeps, uses and reads assistants, threads, files and vector stores. Azure only where `clouds` names it.',
    ],
    notRead: [],
  },
  facts(view) {
    const mocked = mockedModules(view.unit);
    return factsAtCalls(view, {
      sends: SENDS,
      mayMatter,
      at: (call, frame) => ({ requests: requestsAt(call, frame, view, mocked) }),
    });
  },
};

function mayMatter(call: CallLike): boolean {
  const callee = unwrap(call.callee);
  const isComputed = callee.type === 'MemberExpression' && callee.computed;
  return isComputed || METHODS.has(calledName(callee) ?? '');
}

function requestsAt(
  call: CallLike,
  frame: CallContext,
  view: FileView,
  mocked: ReadonlySet<string>,
): readonly ApiRequest[] {
  if (call.type !== 'CallExpression') return [];
  return view.tracker.values(call.callee, frame).flatMap((value) => {
    if (value.kind !== 'path' || value.root.kind !== 'module' || mocked.has(value.root.specifier)) return [];
    const method = methodOf(value);
    const endpoint = method && endpointAt(...method.sent);
    if (!endpoint) return [];
    const none = optionsView([], view.reader);
    const name = lastName(unwrap(call.callee));
    return [
      {
        node: call,
        stage: 'call' as const,
        anchor: name,
        callee: name,
        name: method.name,
        operations: [{ ...endpoint, transport: 'http' as const }],
        knownNames: null,
        client: clientOf(method.kind, method.made, value.node, view),
        body: none,
        headers: none,
        requestOptions: none,
        frame,
        evidence: 'certain' as const,
        isCalledHere: true,
      },
    ];
  });
}

interface Method {
  readonly kind: ClientKind;
  readonly name: string;
  readonly sent: readonly [HttpMethod, string];
  readonly made: AccessStep;
}

/** What `new AgentsClient(…).threads.create` is; `null` for any other path. */
function methodOf(path: AccessPath): Method | null {
  const steps = stepsOf(path);
  const made = steps.findIndex(({ kind }) => kind !== 'member');
  const [first] = steps;
  if (made < 1 || first?.kind !== 'member' || path.root.kind !== 'module') return null;
  const kind = CLASSES[`${importedPackage(path.root.specifier)?.name} ${first.name}`];
  const members = steps.slice(made + 1);
  if (!kind || members.some((step) => step.kind !== 'member')) return null;
  const names = members.map((step) => (step.kind === 'member' ? step.name : ''));
  if (kind.under !== undefined && names.shift() !== kind.under) return null;
  const name = names.join('.');
  const sent = Object.hasOwn(kind.sends, name) ? kind.sends[name] : undefined;
  return sent ? { kind, name, sent, made: steps[made]! } : null;
}

function stepsOf(path: AccessPath): readonly AccessStep[] {
  const steps: AccessStep[] = [];
  for (let at: AccessPath | null = path; at; at = at.parent) if (at.step) steps.unshift(at.step);
  return steps;
}

function clientOf(kind: ClientKind, made: AccessStep, node: Node, view: FileView): Client {
  const site = made.kind === 'new' || made.kind === 'call' ? made.site : node;
  const options = optionsView([], view.reader);
  return { library: kind.name, node: site, host: hostOf(kind, made, view), options, parent: null };
}

function hostOf(kind: ClientKind, made: AccessStep, view: FileView): Host {
  const azure: Host = { class: cloudClass('azure', view.settings), name: 'azure' };
  if (made.kind !== 'new' && made.kind !== 'call') return azure;
  const { args, frame } = made;
  const [first] = args;
  if (kind.mayBeOpenAIs && isForOpenAI(args, frame, view)) return { class: 'openai', name: 'api.openai.com' };
  if (!first || first.type === 'SpreadElement') return azure;
  const written = view.tracker.values(first, frame).map((value) => asAlternative(value, first, frame));
  const { name = 'azure', node } = urlHost(written, view, azure);
  return { ...azure, name, ...(node ? { node } : {}) };
}

/** `new AssistantsClient(new OpenAIKeyCredential(key), options?)`: a key where Azure has its endpoint. */
function isForOpenAI(args: readonly Node[], frame: CallContext, { tracker }: FileView): boolean {
  const [first] = args;
  if (!first || first.type === 'SpreadElement') return false;
  return tracker.values(first, frame).some(isKey);
}

function isKey(value: AbstractValue): boolean {
  if (value.kind === 'object') return true;
  if (value.kind !== 'path' || value.step?.kind !== 'new') return false;
  const { parent } = value;
  return parent?.step?.kind === 'member' && parent.step.name.endsWith('KeyCredential');
}
