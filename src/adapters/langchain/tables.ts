import type { Interval, Version } from '../../versions/range.js';
import { importedPackage } from '../shared/packages.js';

/** Where the requests of a class go; `auto`: Responses or Chat Completions, as the class decides for each call. */
export type Api =
  'auto' | '/responses' | '/chat/completions' | '/completions' | '/embeddings' | '/images/generations';

/** A class whose instances send. */
export interface Entry {
  readonly api: Api;
  readonly cloud?: 'azure';
  /** The model where none is named. */
  readonly model?: string;
  /** Keys of the constructor's fields that lead to a base URL, the first that is written counts. */
  readonly urls: readonly (readonly string[])[];
}

/** What an export of a package is. */
export type Export =
  | { readonly kind: 'class'; readonly entry: Entry; readonly isOld: boolean }
  | { readonly kind: 'init' }
  /** Binds tools to the model under a key of its options. */
  | { readonly kind: 'agent'; readonly modelKey: string }
  | { readonly kind: 'tools' }
  | { readonly kind: 'assistant' }
  | { readonly kind: 'files' };

const CONFIGURED: Entry['urls'] = [
  ['configuration', 'baseURL'],
  ['configuration', 'basePath'],
];

const CHAT_MODEL = 'gpt-3.5-turbo';

const CLASSES: Readonly<Record<string, Entry>> = {
  ChatOpenAI: { api: 'auto', model: CHAT_MODEL, urls: CONFIGURED },
  ChatOpenAIResponses: { api: '/responses', model: CHAT_MODEL, urls: CONFIGURED },
  ChatOpenAICompletions: { api: '/chat/completions', model: CHAT_MODEL, urls: CONFIGURED },
  AzureChatOpenAI: { api: 'auto', cloud: 'azure', model: CHAT_MODEL, urls: CONFIGURED },
  AzureChatOpenAIResponses: { api: '/responses', cloud: 'azure', model: CHAT_MODEL, urls: CONFIGURED },
  AzureChatOpenAICompletions: {
    api: '/chat/completions',
    cloud: 'azure',
    model: CHAT_MODEL,
    urls: CONFIGURED,
  },
  // Not the client of the `openai` package: a model that completes text.
  OpenAI: { api: '/completions', model: 'gpt-3.5-turbo-instruct', urls: CONFIGURED },
  OpenAIChat: { api: '/chat/completions', model: CHAT_MODEL, urls: CONFIGURED },
  AzureOpenAI: { api: '/completions', cloud: 'azure', urls: CONFIGURED },
  OpenAIEmbeddings: { api: '/embeddings', model: 'text-embedding-ada-002', urls: CONFIGURED },
  AzureOpenAIEmbeddings: { api: '/embeddings', cloud: 'azure', urls: CONFIGURED },
  DallEAPIWrapper: { api: '/images/generations', model: 'dall-e-3', urls: [['baseUrl'], ['baseURL']] },
};

const AGENTS: Readonly<Record<string, string>> = { createAgent: 'model', createReactAgent: 'llm' };

/** Modules of `langchain` before 1.0 that hold the classes of its OpenAI package. */
const OLD = /^(?:chat_models|llms|embeddings)(?:\/openai)?$|^(?:tools)?$/;

/** Is an import specifier one of LangChain's? */
export function isLangchain(specifier: string): boolean {
  const name = importedPackage(specifier)?.name;
  return name === 'langchain' || (name?.startsWith('@langchain/') ?? false);
}

/** What a module exports under a name; `null` for what sends nothing to OpenAI. */
export function exportOf(specifier: string, name: string): Export | null {
  const from = importedPackage(specifier);
  if (!from) return null;
  const entry = Object.hasOwn(CLASSES, name) ? CLASSES[name]! : null;
  if (from.name === '@langchain/openai') {
    if (name === 'tools') return { kind: 'tools' };
    return entry && { kind: 'class', entry, isOld: false };
  }
  if (Object.hasOwn(AGENTS, name) && /^(?:langchain|@langchain\/langgraph)$/.test(from.name))
    return { kind: 'agent', modelKey: AGENTS[name]! };
  if (from.name !== 'langchain') return null;
  if (name === 'initChatModel') return { kind: 'init' };
  if (name === 'OpenAIAssistantRunnable') return { kind: 'assistant' };
  if (name === 'OpenAIFiles') return { kind: 'files' };
  return entry && OLD.test(from.subpath) ? { kind: 'class', entry, isOld: true } : null;
}

/** Providers that `initChatModel` knows and that lead to OpenAI's models: `openai:gpt-5`. */
export const PROVIDERS: Readonly<Record<string, string>> = {
  openai: 'ChatOpenAI',
  azure_openai: 'AzureChatOpenAI',
};

export function classOf(name: string): Entry {
  return CLASSES[name]!;
}

/** Models for which `initChatModel` takes OpenAI as the provider where none is named. */
export const INFERRED = /^(?:gpt-[345]|o[134])/;

/** Versions of `@langchain/openai` since which something is known; read in the published packages. */
export const SINCE = {
  responses: [0, 4, 6],
  zdrEnabled: [0, 5, 8],
  summary: [0, 5, 8],
  promptCacheRetention: [1, 2, 0],
  promptCacheOptions: [1, 6, 0],
} as const satisfies Readonly<Record<string, Version>>;

/**
 * Keys of `modelKwargs` over which these versions write a field of their own on Chat Completions, so that they are not
 * sent: with 1.2 came `promptCacheRetention`, and since 1.6 what `modelKwargs` says is passed on again. On Responses
 * `modelKwargs` comes last. Read in the published 1.1.3, 1.2.0, 1.5.8, 1.5.12 and 1.6.0.
 */
export const OVERWRITTEN: Readonly<Record<string, Interval>> = {
  prompt_cache_retention: [SINCE.promptCacheRetention, SINCE.promptCacheOptions],
};

/** Parts of model names for which a version and all later ones choose Responses. */
export const RESPONSES_MODELS: readonly (readonly [string, Version])[] = [
  ['gpt-5.2-pro', [1, 2, 0]],
  ['codex', [1, 2, 5]],
  ['gpt-5.4-pro', [1, 2, 13]],
  ['gpt-5.5-pro', [1, 4, 5]],
  ['gpt-5.6-sol', [1, 5, 12]],
  ['gpt-5.6', [1, 6, 0]],
];

/** The version that counts where nothing says which one runs. */
export const NEWEST: Version = [1, 6, 0];

/** Keys of the body by the name of the constructor's field. */
export const FIELDS: Readonly<Record<string, string>> = {
  model: 'model',
  user: 'user',
  service_tier: 'service_tier',
  audio: 'audio',
  modalities: 'modalities',
  reasoning: 'reasoning',
};

/** Keys of the body by the name of the option of a call. */
export const CALL_OPTIONS: Readonly<Record<string, string>> = {
  previous_response_id: 'previous_response_id',
  truncation: 'truncation',
  include: 'include',
  text: 'text',
  reasoning: 'reasoning',
  service_tier: 'service_tier',
  audio: 'audio',
  modalities: 'modalities',
};

/** Call options that make a model choose Responses. */
export const RESPONSES_OPTIONS: readonly string[] = ['previous_response_id', 'text', 'truncation', 'include'];

/** Methods of a chat model, and which argument holds the options of the call. */
export const CALLS: Readonly<Record<string, number>> = {
  invoke: 1,
  stream: 1,
  batch: 1,
  streamEvents: 1,
  streamLog: 1,
  generate: 1,
  generatePrompt: 1,
  predict: 1,
  predictMessages: 1,
  call: 1,
  callPrompt: 1,
};

/** Methods that give a model with more options: which argument holds them, and which one tools. */
export const DERIVES: Readonly<Record<string, { readonly options?: number; readonly tools?: number }>> = {
  bindTools: { tools: 0, options: 1 },
  withConfig: { options: 0 },
  bind: { options: 0 },
  withRetry: {},
  withFallbacks: {},
  withListeners: {},
};

/** Factories of `tools` in `@langchain/openai`: the tool's type, and its keys by the name of the option. */
export const TOOLS: Readonly<
  Record<string, { readonly type: string; readonly names: Record<string, string> }>
> = {
  webSearch: { type: 'web_search', names: {} },
  mcp: {
    type: 'mcp',
    names: { server_url: 'serverUrl', connector_id: 'connectorId', server_label: 'serverLabel' },
  },
  codeInterpreter: {
    type: 'code_interpreter',
    names: { 'container.file_ids': 'container.fileIds', container: 'container' },
  },
  fileSearch: { type: 'file_search', names: { vector_store_ids: 'vectorStoreIds' } },
  imageGeneration: {
    type: 'image_generation',
    names: { model: 'model', 'input_image_mask.file_id': 'inputImageMask.fileId' },
  },
  computerUse: { type: 'computer_use_preview', names: {} },
  localShell: { type: 'local_shell', names: {} },
  shell: { type: 'shell', names: {} },
  applyPatch: { type: 'apply_patch', names: {} },
  toolSearch: { type: 'tool_search', names: {} },
};
