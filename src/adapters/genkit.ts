import type { ApiRequest, Client, Facts, LibraryTerms } from '../facts/facts.js';
import { unwrap, type CallLike } from '../dataflow/syntax/nodes.js';
import { calledName } from '../dataflow/syntax/names.js';
import type { Alternative } from '../dataflow/model/object-state.js';
import type { CallContext, AccessPath } from '../dataflow/model/abstract-value.js';
import type { Adapter } from './shared/adapter.js';
import { factsAtCalls } from './shared/call-facts.js';
import { optionsView, type FileView } from './shared/file-view.js';
import { layeredView } from './shared/layered-view.js';
import {
  bagsAt,
  clientOf,
  exportedName,
  mayUse,
  modelAt,
  requestOf,
  type Given,
} from './shared/library-call.js';
import { withStore } from './shared/missing-store.js';
import { mockedModules } from './shared/mocks.js';
import { importedPackage } from './shared/packages.js';
import { rootContext } from '../dataflow/model/call-context.js';

const LIBRARY = 'Genkit';
const PACKAGE = '@genkit-ai/compat-oai';

/** What makes a reference to a model, and the plugin itself. */
const MODEL = new Set(['openai.openAI.model', 'openai.model']);
const PLUGIN = new Set(['openai.openAI', 'openai.openAIPlugin', 'openai']);

/** Methods of Genkit that send, or that say what is sent later. */
const SENDERS: Readonly<Record<string, ApiRequest['stage']>> = {
  generate: 'call',
  generateStream: 'call',
  definePrompt: 'definition',
};

/**
 * Models with an endpoint of their own, which take other options; all others go to Chat Completions.
 * Read in the published 1.42.0 of `@genkit-ai/compat-oai`, whose requests were also recorded (2026-11).
 */
const OTHER_ENDPOINTS = /gpt-image-1|dall-e|tts|whisper|transcribe|embedding/;

const TERMS: LibraryTerms = {
  remedies: {
    'parameter:store-omitted (Chat Completions)':
      'Genkit sends no option that is false: send the request with a client that does.',
  },
};

/**
 * Genkit's plugin for OpenAI. The older `genkitx-openai` has no row: what was read of it, 0.30.0, passes on a closed list
 * of options, and `store` is not among them.
 */
export const genkit: Adapter = {
  library: LIBRARY,
  owns: isOwn,
  words: /@genkit-ai\/compat-oai/,
  sends: /@genkit-ai\/compat-oai/,
  docs: {
    packages: ['@genkit-ai/compat-oai 1.42'],
    run: [],
    entries: [
      {
        code: "ai.generate({ model: openAI.model('gpt-4o'), prompt })",
        endpoint: 'POST /v1/chat/completions',
        unwritten: 'sources disagree',
      },
    ],
    checked: [
      '`config` of `generate`, `generateStream`, `definePrompt` and of `openAI.model` (sent as it is).',
    ],
    notRead: [
      'Models that are named by a text or are the default of `genkit()`, models for images and speech. Genkit sends no option that is `false`, so `store: false` leaves the decision to the API.',
    ],
  },
  facts(view) {
    if (!mayUse(/@genkit-ai\/compat-oai/, view) || [...mockedModules(view.unit)].some(isOwn)) return {};
    return factsAtCalls(view, {
      sends: /@genkit-ai\/compat-oai/,
      mayMatter: (call) => Object.hasOwn(SENDERS, calledName(unwrap(call.callee)) ?? ''),
      at: (call, frame) => sentAt(call, frame, view),
    });
  },
};

function isOwn(specifier: string): boolean {
  return importedPackage(specifier)?.name === PACKAGE;
}

/** `ai.generate({ model: openAI.model('gpt-4o'), config })`: whatever `ai` is, the model is Genkit's. */
function sentAt(call: CallLike, frame: CallContext, view: FileView): Partial<Facts> {
  const bags = bagsAt({ args: call.arguments, frame, site: call }, 0, view);
  const requests = view.reader.read(bags, 'model').flatMap((found): ApiRequest[] => {
    const step = found.kind === 'set' && found.value.kind === 'path' ? modelStep(found.value) : null;
    if (!step) return [];
    const model = modelAt(step, 0, view);
    const name = model.flatMap(({ parts }) => parts.map((part) => (part.kind === 'given' ? part.value : '')));
    if (name.length === 0 || OTHER_ENDPOINTS.test(String(name[0]))) return [];
    const layers = [
      { bags: model },
      { bags: bagsAt(step, 1, view) },
      { bags, under: ['config'], isHome: true },
    ];
    const body = withStore(layeredView(layers, view.reader), (reading) => reading.map(asSent));
    const beside = optionsView(bags, view.reader);
    const stage = SENDERS[calledName(unwrap(call.callee)) ?? ''] ?? 'call';
    const client = clientIn(call, view);
    const sent = { call, frame, path: '/chat/completions', stage, client, body, beside, terms: TERMS };
    return [requestOf(sent, view)];
  });
  return { requests, clients: requests.map(({ client }) => client) };
}

/** Genkit takes everything that is false or empty out of the body, so nothing that is written there says `store: false`. */
function asSent(found: Alternative): Alternative {
  const isTakenOut =
    found.kind === 'absent' ||
    (found.kind === 'set' && found.value.kind === 'constant' && !found.value.value);
  return isTakenOut ? { kind: 'absent', literal: null, node: null } : found;
}

/** `openAI.model('gpt-4o', config)` */
function modelStep({ step, parent }: AccessPath): Given | null {
  return step?.kind === 'call' && parent && MODEL.has(exportedName(parent, PACKAGE) ?? '') ? step : null;
}

/** The client that the plugin makes, where the file sets it up: `genkit({ plugins: [openAI({ apiKey })] })`. */
function clientIn(near: CallLike, view: FileView): Client {
  const { unit, tracker } = view;
  for (const call of unit.calls) {
    const isPlugin = tracker
      .values(call.callee, rootContext(unit))
      .some((value) => value.kind === 'path' && PLUGIN.has(exportedName(value, PACKAGE) ?? ''));
    if (!isPlugin) continue;
    const options = bagsAt({ args: call.arguments, frame: rootContext(unit), site: call }, 0, view);
    return clientOf(LIBRARY, call, options, view);
  }
  return clientOf(LIBRARY, near, [], view);
}
