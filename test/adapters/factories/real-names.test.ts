import { describe, it } from 'vitest';
import { fixed } from '../lint.js';
import { expect } from 'vitest';
import { check, type Case } from './cases.js';

const strict = {
  'openai-zdr/no-invented-parameters': [
    'error',
    { metadataByShape: true, environment: true, unknownKeys: true },
  ],
} as never;
const recommended = { 'openai-zdr/no-invented-parameters': 'error' } as const;
const INVENTED = 'no-invented-parameters';
const OPENAI = `import OpenAI from 'openai';\n`;
const CLIENT = `${OPENAI}const client = new OpenAI();\n`;
const BODY = `model: 'gpt-5', input: 'x', store: false`;

/** The names where they are real. */
const real: Readonly<Record<string, Case>> = {
  'zdrEnabled of LangChain': {
    code: `import { ChatOpenAI } from '@langchain/openai';\nexport const model = new ChatOpenAI({ model: 'gpt-5', zdrEnabled: true });`,
  },
  'zdrEnabled of LangChain for Azure': {
    code: `import { AzureChatOpenAI } from '@langchain/openai';\nexport const model = new AzureChatOpenAI({ zdrEnabled: true });`,
  },
  'zdrEnabled of initChatModel': {
    code: `import { initChatModel } from 'langchain';\nexport const model = await initChatModel('openai:gpt-5', { zdrEnabled: true });`,
  },
  'zeroDataRetention of the AI Gateway': {
    code: `import { generateText } from 'ai';\nawait generateText({ model: 'openai/gpt-5', prompt: 'x', providerOptions: { gateway: { zeroDataRetention: true, disallowPromptTraining: true } } });`,
  },
  'provider.zdr of the OpenRouter SDK': {
    code: `import { OpenRouter } from '@openrouter/sdk';\nconst openrouter = new OpenRouter();\nawait openrouter.chat.send({ chatRequest: { model: 'openai/gpt-5', messages, provider: { zdr: true } } });`,
  },
  'provider.dataCollection of the OpenRouter SDK': {
    code: `import { OpenRouter } from '@openrouter/sdk';\nconst openrouter = new OpenRouter();\nawait openrouter.responses.send({ responsesRequest: { model: 'openai/gpt-5', input: 'x', provider: { dataCollection: 'deny' } } });`,
  },
  'settings of the OpenRouter provider of the AI SDK': {
    code: `import { generateText } from 'ai';\nimport { openrouter } from '@openrouter/ai-sdk-provider';\nawait generateText({ model: openrouter('openai/gpt-5', { provider: { zdr: true, data_collection: 'deny' } }), prompt: 'x' });`,
  },
  'provider options of the OpenRouter provider of the AI SDK': {
    code: `import { generateText } from 'ai';\nimport { openrouter } from '@openrouter/ai-sdk-provider';\nawait generateText({ model: openrouter('openai/gpt-5'), prompt: 'x', providerOptions: { openrouter: { provider: { zdr: true } } } });`,
  },
  'provider.zdr through the client of OpenAI': {
    code: `${OPENAI}const client = new OpenAI({ baseURL: 'https://openrouter.ai/api/v1' });\nawait client.responses.create({ ${BODY}, provider: { zdr: true, data_collection: 'deny' } });`,
  },
  'guardrails of OpenRouter': {
    code: `import { OpenRouter } from '@openrouter/sdk'; // openai\nawait new OpenRouter().guardrails.create({ name: 'x', enforceZdr: true, declaredZdr: true });`,
  },
  'headers of Helicone': {
    code: `${OPENAI}export const client = new OpenAI({ baseURL: 'https://oai.helicone.ai/v1', defaultHeaders: { 'Helicone-Omit-Request': 'true', 'Helicone-Omit-Response': 'true' } });`,
  },
  'headers of Cloudflare': {
    code: `${OPENAI}export const client = new OpenAI({ baseURL: 'https://gateway.ai.cloudflare.com/v1/a/b/openai', defaultHeaders: { 'cf-aig-collect-log': 'false', 'cf-aig-collect-log-payload': 'false', 'cf-aig-zdr': 'true' } });`,
  },
  'headers of Portkey': {
    code: `${OPENAI}export const client = new OpenAI({ baseURL: 'https://api.portkey.ai/v1', defaultHeaders: { 'x-portkey-debug': 'false', 'x-portkey-metadata': '{}' } });`,
  },
  'debug of Portkey': {
    code: `import Portkey from 'portkey-ai';\nconst client = new Portkey({ apiKey: 'x', debug: false });\nawait client.responses.create({ ${BODY} });`,
  },
  'names of PostHog in bodies': {
    code: `import { OpenAI } from '@posthog/ai/openai';\nconst client = new OpenAI({ posthog });\nawait client.responses.create({ ${BODY}, posthogDistinctId: 'u', posthogTraceId: 't', posthogProperties: {}, posthogGroups: {}, posthogPrivacyMode: true, posthogCaptureImmediate: true });`,
  },
  'names of PostHog in bodies for Azure, which is judged': {
    code: `import { AzureOpenAI } from '@posthog/ai/openai';\nconst client = new AzureOpenAI({ posthog });\nawait client.responses.create({ ${BODY}, posthogPrivacyMode: true, data_sources: [] });`,
    settings: { clouds: ['azure'] },
  },
  'names of PostHog in a client of another view': {
    code: `import type OpenAI from 'openai';\nexport const ask = (client: OpenAI) => client.responses.create({ ${BODY}, posthogPrivacyMode: true });`,
    only: ['ts'],
    rules: recommended,
  },
  'names of PostHog through a wrapper around it': {
    code: `import { OpenAI } from '@posthog/ai/openai';\nimport { wrapOpenAI } from 'braintrust';\nawait wrapOpenAI(new OpenAI({ posthog })).withOptions({ timeout: 1 }).responses.create({ ${BODY}, posthogPrivacyMode: true });`,
  },
  'names of PostHog where one of two clients takes them': {
    code: `${OPENAI}import { PostHogOpenAI } from '@posthog/ai/openai';\nconst client = posthog ? new PostHogOpenAI({ posthog }) : new OpenAI();\nawait client.responses.create({ ${BODY}, posthogPrivacyMode: true, posthogTraceId: 't' });`,
  },
  'langsmithExtra beside the body': {
    code: `${OPENAI}import { wrapOpenAI } from 'langsmith/wrappers';\nawait wrapOpenAI(new OpenAI()).responses.create({ ${BODY} }, { langsmithExtra: { name: 'x', metadata: { zdr: true } } });`,
  },
  'traceIncludeSensitiveData and tracingDisabled of a Runner': {
    code: `import { Runner } from '@openai/agents';\nexport const runner = new Runner({ traceIncludeSensitiveData: false, tracingDisabled: true });`,
  },
  'tracingDisabled of a RealtimeSession': {
    code: `import { RealtimeSession } from '@openai/agents/realtime';\nexport const session = new RealtimeSession(agent, { tracingDisabled: true });`,
  },
  'recordInputs of the AI SDK': {
    code: `import { generateText } from 'ai';\nimport { openai } from '@ai-sdk/openai';\nawait generateText({ model: openai('gpt-5'), prompt: 'x', experimental_telemetry: { isEnabled: true, recordInputs: false, recordOutputs: false } });`,
  },
  'recordInputs and dataCollection of Sentry': {
    code: `${OPENAI}import * as Sentry from '@sentry/node';\nSentry.init({ dataCollection: { genAI: { inputs: false, outputs: false } } });\nexport const client = Sentry.instrumentOpenAiClient(new OpenAI(), { recordInputs: false, recordOutputs: false });`,
  },
  'dataResidency of the client': {
    code: `${OPENAI}const client = new OpenAI({ dataResidency: 'eu' });\nawait client.responses.create({ ${BODY} });`,
  },
  'response_model and max_retries of Instructor': {
    code: `${OPENAI}import Instructor from '@instructor-ai/instructor';\nconst client = Instructor({ client: new OpenAI(), mode: 'TOOLS' });\nawait client.chat.completions.create({ model: 'm', messages: [], response_model: { schema, name: 'x' }, max_retries: 2 });`,
  },
  'data_sources of Azure': {
    code: `import { AzureOpenAI } from 'openai';\nimport '@azure/openai/types';\nconst client = new AzureOpenAI({ endpoint });\nawait client.chat.completions.create({ model: 'm', messages: [], data_sources: [{ type: 'azure_search', parameters: {} }] });`,
    settings: { clouds: ['azure'] },
  },
  'transport and websocket of Mastra': {
    code: `import { Agent } from '@mastra/core/agent';\nexport const agent = new Agent({ id: 'a', name: 'a', instructions: 'x', model: 'openai/gpt-5', defaultOptions: { providerOptions: { openai: { transport: 'websocket', websocket: {} } } } });`,
  },
};

describe('names that look invented are not reported where they are real', () => {
  for (const [name, one] of Object.entries(real)) it(name, () => check({ rules: strict, ...one }));
});

/** The same names on their way to OpenAI: in the preset where they promise privacy, else where every key is looked at. */
const elsewhere: Readonly<Record<string, { readonly key: string; readonly isPromise?: true }>> = {
  zdrEnabled: { key: 'zdrEnabled: true', isPromise: true },
  zeroDataRetention: { key: 'zeroDataRetention: true', isPromise: true },
  disallowPromptTraining: { key: 'disallowPromptTraining: true', isPromise: true },
  'provider.zdr': { key: 'provider: { zdr: true }', isPromise: true },
  'provider.data_collection': { key: `provider: { data_collection: 'deny' }`, isPromise: true },
  'provider.dataCollection': { key: `provider: { dataCollection: 'deny' }`, isPromise: true },
  enforceZdr: { key: 'enforceZdr: true', isPromise: true },
  declaredZdr: { key: 'declaredZdr: true', isPromise: true },
  posthogPrivacyMode: { key: 'posthogPrivacyMode: true', isPromise: true },
  posthogDistinctId: { key: `posthogDistinctId: 'u'` },
  langsmithExtra: { key: 'langsmithExtra: {}' },
  traceIncludeSensitiveData: { key: 'traceIncludeSensitiveData: false' },
  tracingDisabled: { key: 'tracingDisabled: true' },
  recordInputs: { key: 'recordInputs: false' },
  dataCollection: { key: 'dataCollection: { genAI: { inputs: false } }', isPromise: true },
  dataResidency: { key: `dataResidency: 'eu'` },
  response_model: { key: 'response_model: {}' },
  max_retries: { key: 'max_retries: 2' },
  data_sources: { key: 'data_sources: []' },
  websocket: { key: 'websocket: {}' },
  debug: { key: 'debug: false' },
};

describe('the same names are reported in a body that goes to OpenAI', () => {
  for (const [name, { key, isPromise }] of Object.entries(elsewhere)) {
    const code = `${CLIENT}await client.responses.create({ ${BODY}, ${key} });`;
    it(name, () => check({ code, only: ['js'], rules: strict, says: [`${INVENTED}:3`] }));
    it(`${name}, in the preset`, () =>
      check({ code, only: ['js'], rules: recommended, says: isPromise ? [`${INVENTED}:3`] : [] }));
  }

  it('provider.zdr is named in full and taken out whole, with the response that is stored', () => {
    const code = `${OPENAI}await new OpenAI().responses.create({ model: 'gpt-5', input, provider: { zdr: true } } as any);`;
    check({
      code,
      only: ['ts'],
      says: ['require-store-false:2', `${INVENTED}:2`],
      tells: [/store: false/, /`provider\.zdr` promises privacy, but OpenAI has no such name/],
    });
    expect(fixed(code, 'ts')).toBe(
      `${OPENAI}await new OpenAI().responses.create({ model: 'gpt-5', input, store: false } as any);`,
    );
  });

  it('a name of another wrapper is as unknown as without one', () =>
    check({
      code: `${OPENAI}import { wrapOpenAI } from 'braintrust';\nawait wrapOpenAI(new OpenAI()).responses.create({ ${BODY}, posthogPrivacyMode: true });`,
      only: ['js'],
      rules: recommended,
      says: [`${INVENTED}:3`],
    }));
});
