/**
 * What the AI SDK makes of what is written: read from `ai` 4 to 7 with `@ai-sdk/openai` 1 to 4 and `@ai-sdk/azure` 1 to
 * 4, and compared with what they send by `test/integration/libraries/ai-sdk.test.ts` (2026-11).
 */

export type Vendor = 'openai' | 'azure';

/** Packages that make models, with the exports that are a provider and that make one. */
export const PROVIDERS: Readonly<Record<string, { vendor: Vendor; provider: string; maker: string }>> = {
  '@ai-sdk/openai': { vendor: 'openai', provider: 'openai', maker: 'createOpenAI' },
  '@ai-sdk/azure': { vendor: 'azure', provider: 'azure', maker: 'createAzure' },
};

/** The first major in which the bare call of a provider means Responses; Chat Completions before. */
export const RESPONSES_SINCE: Readonly<Record<Vendor, number>> = { openai: 2, azure: 3 };

/** The first major of `@ai-sdk/azure` that reads `providerOptions.azure`, and then nothing else. */
export const AZURE_OPTIONS_SINCE = 3;

/** The endpoint of the models that a method of the provider makes; `null` for what the version decides. */
export const MODEL_METHODS: Readonly<Record<string, string | null>> = {
  languageModel: null,
  responses: '/responses',
  extractionModel: '/responses',
  chat: '/chat/completions',
  completion: '/completions',
  embedding: '/embeddings',
  embeddingModel: '/embeddings',
  textEmbedding: '/embeddings',
  textEmbeddingModel: '/embeddings',
  image: '/images/generations',
  imageModel: '/images/generations',
  transcription: '/audio/transcriptions',
  transcriptionModel: '/audio/transcriptions',
  translation: '/audio/translations',
  speech: '/audio/speech',
  speechModel: '/audio/speech',
  decisionModel: '/decisions',
  evaluationModel: '/decisions',
};

/** Functions of `ai` that send one request with the model that they are given. */
export const MODEL_CALLS: ReadonlySet<string> = new Set([
  'generateText',
  'streamText',
  'generateObject',
  'streamObject',
  'streamUI',
  'embed',
  'embedMany',
  'generateImage',
  'experimental_generateImage',
  'transcribe',
  'experimental_transcribe',
  'generateSpeech',
  'experimental_generateSpeech',
  'experimental_extract',
  'experimental_decide',
  'experimental_streamLanguageModelCall',
]);

/** Classes of `ai` that keep a model and options for later calls. */
export const AGENTS: ReadonlySet<string> = new Set(['ToolLoopAgent', 'Experimental_Agent']);

const STARTS_BATCH = ['POST /batches', 'POST /files'];
const READS_BATCH = ['GET /batches/{}'];
const READS_RESULTS = ['GET /batches/{}', 'GET /files/{}/content'];

/** Functions of `ai` about what is kept: the option that names the provider or the model, and what is sent. */
export const KEEPERS: Readonly<Record<string, { provider: string; endpoints: readonly string[] }>> = {
  uploadFile: { provider: 'api', endpoints: ['POST /files'] },
  uploadSkill: { provider: 'api', endpoints: ['POST /skills'] },
  experimental_startBatch: { provider: 'provider', endpoints: STARTS_BATCH },
  experimental_startTextBatch: { provider: 'model', endpoints: STARTS_BATCH },
  experimental_getBatchStatus: { provider: 'model', endpoints: READS_BATCH },
  experimental_getBatchResults: { provider: 'model', endpoints: READS_RESULTS },
};

/** Keys of the body that the SDK passes on, as it calls them in `providerOptions.openai`. Others are dropped. */
export const BODY_NAMES: Readonly<Record<string, string>> = {
  store: 'store',
  previous_response_id: 'previousResponseId',
  conversation: 'conversation',
  prompt_cache_retention: 'promptCacheRetention',
  prompt_cache_options: 'promptCacheOptions',
  prompt_cache_key: 'promptCacheKey',
  metadata: 'metadata',
  include: 'include',
  user: 'user',
  safety_identifier: 'safetyIdentifier',
};

/** What else `providerOptions.openai` may hold, in some version and for some kind of model. */
export const OTHER_OPTIONS: readonly string[] = [
  'allowedTools',
  'cachedPromptText',
  'compactionTrigger',
  'contextManagement',
  'dimensions',
  'expiresAfter',
  'forceReasoning',
  'imageDetail',
  'include',
  'includeWebSearchSources',
  'inputFidelity',
  'inputFileExpiresAfter',
  'instructions',
  'itemId',
  'language',
  'logitBias',
  'logprobs',
  'maxCompletionTokens',
  'maxToolCalls',
  'moderation',
  'outputCompression',
  'outputFormat',
  'parallelToolCalls',
  'passThroughUnsupportedFiles',
  'phase',
  'prediction',
  'promptCacheBreakpoint',
  'purpose',
  'quality',
  'reasoningContext',
  'reasoningEffort',
  'reasoningEffortUpdate',
  'reasoningEncryptedContent',
  'reasoningMode',
  'reasoningSummary',
  'serviceTier',
  'simulateStreaming',
  'size',
  'speed',
  'strictJsonSchema',
  'strictSchemas',
  'structuredOutputs',
  'style',
  'suffix',
  'systemMessageMode',
  'temperature',
  'textFormat',
  'textVerbosity',
  'timestampGranularities',
  'transport',
  'truncation',
  'websocket',
];

interface ToolRow {
  /** What it is on the wire. */
  readonly type: string;
  /** Arguments that the policy asks about, by their names on the wire. */
  readonly names: Readonly<Record<string, string>>;
  /** Does it run on the developer's side? */
  readonly isLocal?: true;
}

/** `openai.tools.*` */
export const TOOLS: Readonly<Record<string, ToolRow>> = {
  fileSearch: { type: 'file_search', names: { vector_store_ids: 'vectorStoreIds' } },
  codeInterpreter: {
    type: 'code_interpreter',
    names: { container: 'container', 'container.file_ids': 'container.fileIds' },
  },
  imageGeneration: {
    type: 'image_generation',
    names: { model: 'model', 'input_image_mask.file_id': 'inputImageMask.fileId' },
  },
  mcp: {
    type: 'mcp',
    names: {
      server_url: 'serverUrl',
      connector_id: 'connectorId',
      tunnel_id: 'tunnelId',
      require_approval: 'requireApproval',
    },
  },
  webSearch: { type: 'web_search', names: { external_web_access: 'externalWebAccess' } },
  webSearchPreview: { type: 'web_search_preview', names: {} },
  shell: { type: 'shell', names: {} },
  programmaticToolCalling: { type: 'programmatic_tool_calling', names: {} },
  localShell: { type: 'local_shell', names: {}, isLocal: true },
  applyPatch: { type: 'apply_patch', names: {}, isLocal: true },
  customTool: { type: 'custom', names: {}, isLocal: true },
  computer: { type: 'computer', names: {}, isLocal: true },
  toolSearch: { type: 'tool_search', names: {}, isLocal: true },
};

/** What `environment.type` of a hosted shell is on the wire; others run on the developer's side. */
export const SHELL_ENVIRONMENTS: Readonly<Record<string, string>> = {
  containerAuto: 'container_auto',
  containerReference: 'container_reference',
};
