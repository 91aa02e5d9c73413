/** What the Agents SDK calls the keys of a request, of 0.20; older versions know fewer. */

/** Keys of `modelSettings` that are passed on, by their name in the body. */
export const SETTINGS: Readonly<Record<string, string>> = {
  store: 'store',
  temperature: 'temperature',
  top_p: 'topP',
  truncation: 'truncation',
  max_output_tokens: 'maxTokens',
  tool_choice: 'toolChoice',
  parallel_tool_calls: 'parallelToolCalls',
  reasoning: 'reasoning',
  text: 'text',
  prompt_cache_retention: 'promptCacheRetention',
  prompt_cache_options: 'promptCacheOptions',
  context_management: 'contextManagement',
};

/** Keys of `modelSettings` that mean something, but stand in no body of a response. */
const OWN_SETTINGS = new Set([
  'frequencyPenalty',
  'presencePenalty',
  'preserveRawUsage',
  'providerData',
  'retry',
  'timeoutMs',
]);

export const isOwnSetting = (key: string): boolean => OWN_SETTINGS.has(key);

/** Keys of `providerData` that are no keys of the body. */
const OWN_PROVIDER_DATA = new Set([
  'extraBody',
  'extraHeaders',
  'extraQuery',
  'extra_headers',
  'extra_query',
]);

export const isOwnProviderData = (key: string): boolean => OWN_PROVIDER_DATA.has(key);

/** Keys of an agent itself. */
export const AGENT: Readonly<Record<string, string>> = { model: 'model', 'prompt.id': 'prompt.promptId' };

/** Options of `run()` that reach the body. */
export const RUN: Readonly<Record<string, string>> = {
  previous_response_id: 'previousResponseId',
  conversation: 'conversationId',
};
