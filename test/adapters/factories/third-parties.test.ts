import { describe, expect, it } from 'vitest';
import { thirdParties } from '../../../src/policy/index.js';
import { factories } from '../../../src/adapters/openai/factories.js';
import { check, type Case } from './cases.js';

const rules = { 'openai-zdr/no-third-party-logging': 'warn' } as const;
const SAID = 'no-third-party-logging';
const OPENAI = `import OpenAI from 'openai';\n`;
const LANGSMITH = `${OPENAI}import { wrapOpenAI } from 'langsmith/wrappers';\n`;
const BRAINTRUST = `${OPENAI}import * as bt from 'braintrust';\n`;
const LANGFUSE = `${OPENAI}import { observeOpenAI } from '@langfuse/openai';\n`;
const LANGFUSE_3 = `${OPENAI}import { Langfuse, observeOpenAI } from 'langfuse';\n`;
const POSTHOG = `import { OpenAI } from '@posthog/ai/openai';\nimport { PostHog } from 'posthog-node';\n`;
const SENTRY = `${OPENAI}import * as Sentry from '@sentry/node';\n`;
const HELICONE = `${OPENAI}const baseURL = 'https://oai.helicone.ai/v1';\n`;
const CLOUDFLARE = `${OPENAI}const baseURL = 'https://gateway.ai.cloudflare.com/v1/acme/main/openai';\n`;
const PORTKEY = `${OPENAI}import Portkey, { createHeaders, PORTKEY_GATEWAY_URL } from 'portkey-ai';\n`;
const OPENROUTER = `${OPENAI}const client = new OpenAI({ baseURL: 'https://openrouter.ai/api/v1' });\n`;
const BODY = `model: 'gpt-5', input: 'x', store: false`;
const ten = { versions: { '@sentry/node': '10.20.0' } };

/** Programs that show content to somebody: code, and the line to report. */
const shown: Readonly<Record<string, Omit<Case, 'says'> & { at: number; tells?: readonly RegExp[] }>> = {
  LangSmith: {
    code: `${LANGSMITH}export const client = wrapOpenAI(new OpenAI());`,
    at: 3,
    tells: [/LangSmith keeps prompts and answers .* LANGSMITH_HIDE_INPUTS .*2026-11-22/s],
  },
  'LangSmith with a name alone': {
    code: `${LANGSMITH}export const client = wrapOpenAI(new OpenAI(), { name: 'x' });`,
    at: 3,
  },
  'LangSmith that hides inputs alone': {
    code: `${LANGSMITH}import { Client } from 'langsmith';\nexport const client = wrapOpenAI(new OpenAI(), { client: new Client({ hideInputs: true }) });`,
    at: 4,
  },
  'LangSmith that hides nothing': {
    code: `${LANGSMITH}import { Client } from 'langsmith';\nexport const client = wrapOpenAI(new OpenAI(), { client: new Client({ hideInputs: false, hideOutputs: false }) });`,
    at: 4,
  },
  'LangSmith with half of the environment': {
    code: `${LANGSMITH}export const client = wrapOpenAI(new OpenAI());`,
    at: 3,
    settings: { env: { LANGSMITH_HIDE_INPUTS: 'true' } },
  },
  'LangSmith, used in place': {
    code: `${LANGSMITH}await wrapOpenAI(new OpenAI()).responses.create({ ${BODY} });`,
    at: 3,
  },
  'LangSmith, whoever the client is of': {
    code: `${LANGSMITH}export const client = wrapOpenAI(new OpenAI({ baseURL: 'https://api.groq.com/openai/v1' }));`,
    at: 3,
  },
  'LangSmith through an alias': {
    code: `${LANGSMITH}const traced = wrapOpenAI;\nawait traced(new OpenAI()).responses.create({ ${BODY} });`,
    at: 4,
  },
  Braintrust: {
    code: `${BRAINTRUST}bt.initLogger({ projectName: 'x' });\nexport const client = bt.wrapOpenAI(new OpenAI());`,
    at: 4,
    tells: [/Braintrust keeps .* setMaskingFunction/],
  },
  'Braintrust with its masking taken away': {
    code: `${BRAINTRUST}bt.setMaskingFunction(null);\nexport const client = bt.wrapOpenAI(new OpenAI());`,
    at: 4,
  },
  Langfuse: {
    code: `${LANGFUSE}export const client = observeOpenAI(new OpenAI(), { traceName: 't' });`,
    at: 3,
    tells: [/Langfuse keeps/],
  },
  'Langfuse 3': { code: `${LANGFUSE_3}export const client = observeOpenAI(new OpenAI());`, at: 3 },
  'Langfuse with a processor that masks nothing': {
    code: `${LANGFUSE}import { LangfuseSpanProcessor } from '@langfuse/otel';\nexport const processor = new LangfuseSpanProcessor({ baseUrl });\nexport const client = observeOpenAI(new OpenAI());`,
    at: 5,
  },
  'PostHog, where the client is made': {
    code: `${POSTHOG}export const client = new OpenAI({ apiKey: 'x', posthog });`,
    at: 3,
    tells: [/PostHog keeps .* posthogPrivacyMode: true/],
  },
  'PostHog, at the call that lacks the switch': {
    code: `${POSTHOG}const client = new OpenAI({ posthog });\nawait client.responses.create({ ${BODY}, posthogPrivacyMode: true });\nawait client.responses.create({ ${BODY} });`,
    at: 5,
  },
  'PostHog with the switch off': {
    code: `${POSTHOG}const client = new OpenAI({ posthog });\nawait client.responses.create({ ${BODY}, posthogPrivacyMode: false });`,
    at: 4,
  },
  'PostHog with an option of its client, which does not reach the wrapper': {
    code: `${POSTHOG}const posthog = new PostHog('key', { privacyMode: true });\nconst client = new OpenAI({ posthog });\nawait client.responses.create({ ${BODY} });`,
    at: 5,
  },
  'PostHog, where no call is one that it keeps': {
    code: `${POSTHOG}const client = new OpenAI({ posthog });\nawait client.models.list();`,
    at: 3,
  },
  'PostHog with a body that cannot be read': {
    code: `${POSTHOG}const client = new OpenAI({ posthog });\nexport const ask = (body) => client.responses.create(body);`,
    at: 3,
    only: ['js'],
  },
  'PostHog for Azure': {
    code: `import { AzureOpenAI } from '@posthog/ai/openai';\nexport const client = new AzureOpenAI({ posthog });`,
    at: 2,
  },
  'PostHog through a class of the file': {
    code: `import { OpenAI } from '@posthog/ai/openai';\nclass Api extends OpenAI {}\nawait new Api({ posthog }).models.list();`,
    at: 2,
  },
  'PostHog through a class of the file with a constructor': {
    code: `import { OpenAI } from '@posthog/ai/openai';\nclass Api extends OpenAI {\n  constructor() {\n    super({ posthog });\n  }\n}\nawait new Api().models.list();`,
    at: 4,
  },
  'Sentry 11': {
    code: `${SENTRY}export const client = Sentry.instrumentOpenAiClient(new OpenAI());`,
    at: 3,
    tells: [/Sentry 11 keeps/],
  },
  'Sentry 11 that records no inputs': {
    code: `${SENTRY}export const client = Sentry.instrumentOpenAiClient(new OpenAI(), { recordInputs: false });`,
    at: 3,
  },
  'Sentry 10 that was asked': {
    code: `${SENTRY}export const client = Sentry.instrumentOpenAiClient(new OpenAI(), { recordInputs: true });`,
    at: 3,
    settings: ten,
  },
  'Sentry 10 with personal data': {
    code: `${SENTRY}Sentry.init({ dsn, sendDefaultPii: true });\nexport const client = Sentry.instrumentOpenAiClient(new OpenAI());`,
    at: 4,
    settings: ten,
  },
  Traceloop: {
    code: `import { OpenAIInstrumentation } from '@traceloop/instrumentation-openai';\nexport const instrumentation = new OpenAIInstrumentation();`,
    at: 2,
  },
  OpenInference: {
    code: `import { OpenAIInstrumentation } from '@arizeai/openinference-instrumentation-openai';\nexport const instrumentation = new OpenAIInstrumentation({ traceConfig: { hideInputs: true } });`,
    at: 2,
  },
  'OpenTelemetry that was asked': {
    code: `import { OpenAIInstrumentation } from '@opentelemetry/instrumentation-openai';\nexport const instrumentation = new OpenAIInstrumentation({ captureMessageContent: true });`,
    at: 2,
  },
  'OpenTelemetry that the environment asks': {
    code: `import { OpenAIInstrumentation } from '@opentelemetry/instrumentation-openai';\nexport const instrumentation = new OpenAIInstrumentation();`,
    at: 2,
    settings: { env: { OTEL_INSTRUMENTATION_GENAI_CAPTURE_MESSAGE_CONTENT: 'true' } },
  },
  'in CommonJS': {
    code: `const OpenAI = require('openai');\nconst { wrapOpenAI } = require('langsmith/wrappers');\nmodule.exports = wrapOpenAI(new OpenAI());`,
    at: 3,
    only: ['cjs'],
  },
  'in a class field': {
    code: `${LANGFUSE}export class Api {\n  client = observeOpenAI(new OpenAI());\n}`,
    at: 4,
  },
  'in a function': {
    code: `${LANGFUSE}export function make() {\n  return observeOpenAI(new OpenAI());\n}`,
    at: 4,
  },
  Helicone: {
    code: `${HELICONE}export const client = new OpenAI({ baseURL });`,
    at: 3,
    tells: [/oai\.helicone\.ai.*Helicone keeps.*Helicone-Omit-Request/],
  },
  'Helicone that omits requests alone': {
    code: `${HELICONE}export const client = new OpenAI({ baseURL, defaultHeaders: { 'Helicone-Omit-Request': 'true' } });`,
    at: 3,
  },
  'Helicone with headers that say no': {
    code: `${HELICONE}export const client = new OpenAI({ baseURL, defaultHeaders: { 'Helicone-Omit-Request': 'false', 'Helicone-Omit-Response': 'true' } });`,
    at: 3,
  },
  'Helicone, where one call of two omits': {
    code: `${HELICONE}const client = new OpenAI({ baseURL });\nawait client.responses.create({ ${BODY} }, { headers: { 'Helicone-Omit-Request': 'true', 'Helicone-Omit-Response': 'true' } });\nawait client.responses.create({ ${BODY} });`,
    at: 3,
  },
  'the class of Helicone': {
    code: `import { HeliconeProxyOpenAI } from '@helicone/helicone';\nexport const client = new HeliconeProxyOpenAI({ heliconeMeta: {} });`,
    at: 2,
  },
  Cloudflare: {
    code: `${CLOUDFLARE}export const client = new OpenAI({ baseURL });`,
    at: 3,
    tells: [/cf-aig-collect-log-payload/],
  },
  'Cloudflare that is told to log': {
    code: `${CLOUDFLARE}export const client = new OpenAI({ baseURL, defaultHeaders: { 'cf-aig-collect-log': true } });`,
    at: 3,
  },
  Portkey: {
    code: `${PORTKEY}export const client = new Portkey({ apiKey: 'x' });`,
    at: 3,
    tells: [/api\.portkey\.ai.*debug: false/],
  },
  'Portkey with debug': {
    code: `${PORTKEY}export const client = new Portkey({ apiKey: 'x', debug: true });`,
    at: 3,
  },
  'Portkey through the client of OpenAI': {
    code: `${PORTKEY}export const client = new OpenAI({ baseURL: PORTKEY_GATEWAY_URL, defaultHeaders: createHeaders({ apiKey: 'x' }) });`,
    at: 3,
  },
  OpenRouter: {
    code: `${OPENROUTER}await client.responses.create({ ${BODY} });`,
    at: 2,
    tells: [/openrouter\.ai.*provider/],
  },
  'a request to a gateway without a client': {
    code: `// openai\nawait fetch('https://openrouter.ai/api/v1/responses', { method: 'POST', body: JSON.stringify({ ${BODY} }) });`,
    at: 2,
  },
  'another gateway': {
    code: `${OPENAI}export const client = new OpenAI({ baseURL: 'https://api.llmgateway.io/v1' });`,
    at: 2,
    tells: [/own terms/],
  },
};

describe('who keeps content is named', () => {
  for (const [name, { at, ...one }] of Object.entries(shown)) {
    it(name, () => check({ ...one, rules, says: [`${SAID}:${at}`] }));
  }
});

/** Programs that show content to nobody, or of which that is not known. */
const kept: Readonly<Record<string, Case>> = {
  'no wrapper': { code: `${OPENAI}export const client = new OpenAI();` },
  'a wrapper that is imported and not used': { code: `${LANGSMITH}export { wrapOpenAI };` },
  'LangSmith without tracing': {
    code: `${LANGSMITH}export const client = wrapOpenAI(new OpenAI(), { tracingEnabled: false });`,
  },
  'LangSmith that hides both': {
    code: `${LANGSMITH}import { Client } from 'langsmith';\nconst hidden = new Client({ hideInputs: true, hideOutputs: (outputs) => ({}) });\nexport const client = wrapOpenAI(new OpenAI(), { client: hidden });`,
  },
  'LangSmith with an anonymizer': {
    code: `${LANGSMITH}import { Client } from 'langsmith';\nexport const client = wrapOpenAI(new OpenAI(), { client: new Client({ anonymizer }) });`,
  },
  'LangSmith whose environment hides': {
    code: `${LANGSMITH}export const client = wrapOpenAI(new OpenAI());`,
    settings: { env: { LANGSMITH_HIDE_INPUTS: 'true', LANGSMITH_HIDE_OUTPUTS: 'true' } },
  },
  'LangSmith whose environment does not trace': {
    code: `${LANGSMITH}export const client = wrapOpenAI(new OpenAI());`,
    settings: { env: { LANGSMITH_TRACING: 'false' } },
  },
  'LangSmith with an environment of the file': {
    code: `${LANGSMITH}process.env.LANGSMITH_HIDE_INPUTS = 'true';\nprocess.env.LANGSMITH_HIDE_OUTPUTS = 'true';\nexport const client = wrapOpenAI(new OpenAI());`,
  },
  'LangSmith with a switch that somebody decides': {
    code: `${LANGSMITH}import { on } from './config.js';\nexport const client = wrapOpenAI(new OpenAI(), { tracingEnabled: on });`,
  },
  'Braintrust with a masking function': {
    code: `${BRAINTRUST}bt.setMaskingFunction(() => null);\nexport const client = bt.wrapOpenAI(new OpenAI());`,
  },
  'Braintrust with a masking function from elsewhere': {
    code: `${OPENAI}import { setMaskingFunction, wrapOpenAI } from 'braintrust';\nimport { mask } from './mask.js';\nsetMaskingFunction(mask);\nexport const client = wrapOpenAI(new OpenAI());`,
  },
  'Langfuse with a mask': {
    code: `${LANGFUSE}import { LangfuseSpanProcessor } from '@langfuse/otel';\nexport const processor = new LangfuseSpanProcessor({ mask: () => '' });\nexport const client = observeOpenAI(new OpenAI());`,
  },
  'Langfuse 3 with a mask': {
    code: `${LANGFUSE_3}export const client = observeOpenAI(new OpenAI(), { clientInitParams: { mask: () => '' } });`,
  },
  'Langfuse 3 with a client that masks': {
    code: `${LANGFUSE_3}export const langfuse = new Langfuse({ mask });\nexport const client = observeOpenAI(new OpenAI());`,
  },
  'Langfuse 3 that is off': {
    code: `${LANGFUSE_3}export const client = observeOpenAI(new OpenAI(), { clientInitParams: { enabled: false } });`,
  },
  'PostHog in privacy mode': {
    code: `${POSTHOG}const client = new OpenAI({ posthog });\nawait client.responses.create({ ${BODY}, posthogPrivacyMode: true });`,
  },
  'PostHog with a mode that somebody decides': {
    code: `${POSTHOG}import { mode } from './config.js';\nconst client = new OpenAI({ posthog });\nawait client.responses.create({ ${BODY}, posthogPrivacyMode: mode });`,
  },
  'PostHog handed in, in privacy mode': {
    code: `import type { OpenAI } from '@posthog/ai/openai';\nexport const ask = (client: OpenAI) => client.responses.create({ ${BODY}, posthogPrivacyMode: true });`,
    only: ['ts'],
  },
  'Sentry that records nothing': {
    code: `${SENTRY}export const client = Sentry.instrumentOpenAiClient(new OpenAI(), { recordInputs: false, recordOutputs: false });`,
  },
  'Sentry that collects nothing': {
    code: `${SENTRY}Sentry.init({ dsn, dataCollection: { genAI: { inputs: false, outputs: false } } });\nexport const client = Sentry.instrumentOpenAiClient(new OpenAI());`,
  },
  'Sentry 10': {
    code: `${SENTRY}export const client = Sentry.instrumentOpenAiClient(new OpenAI());`,
    settings: ten,
  },
  'Sentry of a range of versions': {
    code: `${SENTRY}export const client = Sentry.instrumentOpenAiClient(new OpenAI());`,
    settings: { versions: { '@sentry/node': '>=10' } },
  },
  'Sentry without an instrumented client': {
    code: `${SENTRY}Sentry.init({ dsn, sendDefaultPii: true });\nexport const client = new OpenAI();`,
  },
  'Traceloop without content': {
    code: `import { OpenAIInstrumentation } from '@traceloop/instrumentation-openai';\nexport const instrumentation = new OpenAIInstrumentation({ traceContent: false });`,
  },
  'OpenInference that hides both': {
    code: `import { OpenAIInstrumentation } from '@arizeai/openinference-instrumentation-openai';\nexport const instrumentation = new OpenAIInstrumentation({ traceConfig: { hideInputs: true, hideOutputs: true } });`,
  },
  OpenTelemetry: {
    code: `import { OpenAIInstrumentation } from '@opentelemetry/instrumentation-openai';\nexport const instrumentation = new OpenAIInstrumentation();`,
  },
  'Guardrails and Instructor, which keep nothing elsewhere': {
    code: `${OPENAI}import Instructor from '@instructor-ai/instructor';\nimport { GuardrailsOpenAI } from '@openai/guardrails';\nexport const a = Instructor({ client: new OpenAI(), mode: 'TOOLS' });\nexport const b = await GuardrailsOpenAI.create(cfg);`,
  },
  'a class of the same name': {
    code: `import { OpenAIInstrumentation } from './own.js';\nexport const instrumentation = new OpenAIInstrumentation();`,
  },
  'a mocked wrapper': {
    code: `import { vi } from 'vitest';\n${LANGSMITH}vi.mock('langsmith/wrappers');\nexport const client = wrapOpenAI(new OpenAI());`,
  },
  'Helicone that omits both': {
    code: `${HELICONE}export const client = new OpenAI({ baseURL, defaultHeaders: { 'Helicone-Omit-Request': 'true', 'helicone-omit-response': 'true' } });`,
  },
  'Helicone that omits both in every call': {
    code: `${HELICONE}const headers = { 'Helicone-Omit-Request': 'true', 'Helicone-Omit-Response': 'true' };\nconst client = new OpenAI({ baseURL });\nawait client.responses.create({ ${BODY} }, { headers });\nawait client.chat.completions.create({ model: 'm', messages: [] }, { headers });`,
  },
  'the class of Helicone that omits both': {
    code: `import { HeliconeProxyOpenAI } from '@helicone/helicone';\nexport const client = new HeliconeProxyOpenAI({ heliconeMeta: {}, defaultHeaders: { 'Helicone-Omit-Request': 'true', 'Helicone-Omit-Response': 'true' } });`,
  },
  'Cloudflare without payloads': {
    code: `${CLOUDFLARE}export const client = new OpenAI({ baseURL, defaultHeaders: { 'cf-aig-collect-log-payload': 'false' } });`,
  },
  'Cloudflare without logs': {
    code: `${CLOUDFLARE}export const client = new OpenAI({ baseURL, defaultHeaders: { 'CF-AIG-Collect-Log': false } });`,
  },
  'Portkey without debug': {
    code: `${PORTKEY}export const client = new Portkey({ apiKey: 'x', debug: false });`,
  },
  'Portkey without debug through the client of OpenAI': {
    code: `${PORTKEY}export const client = new OpenAI({ baseURL: PORTKEY_GATEWAY_URL, defaultHeaders: createHeaders({ apiKey: 'x', debug: false }) });`,
  },
  'Portkey with the header': {
    code: `${OPENAI}export const client = new OpenAI({ baseURL: 'https://api.portkey.ai/v1', defaultHeaders: { 'x-portkey-debug': 'false' } });`,
  },
  'Portkey, self-hosted': {
    code: `${PORTKEY}export const client = new Portkey({ baseURL: 'http://localhost:8787/v1' });`,
  },
  'a list of models of a gateway': {
    code: `// openai\nawait fetch('https://openrouter.ai/api/v1/models');`,
  },
  'OpenRouter with ZDR in every call': {
    code: `${OPENROUTER}await client.responses.create({ ${BODY}, provider: { zdr: true, data_collection: 'deny' } });`,
    only: ['js'],
  },
};

describe('who keeps nothing is not named', () => {
  for (const [name, one] of Object.entries(kept)) it(name, () => check({ ...one, rules }));
});

describe('the option allow', () => {
  const allow = (...names: string[]) =>
    ({ 'openai-zdr/no-third-party-logging': ['warn', { allow: names }] }) as const;
  it('takes the name of a wrapper', () =>
    check({ code: shown['Langfuse']!.code, rules: allow('langfuse') as never }));
  it('takes the name of a gateway', () =>
    check({ code: shown['Helicone']!.code, rules: allow('Helicone') as never }));
  it('takes no other name', () =>
    check({ code: shown['Langfuse']!.code, rules: allow('LangSmith') as never, says: [`${SAID}:3`] }));
});

describe('the table of third parties', () => {
  it('has every party that a factory names', () => {
    const names = new Set(thirdParties.map(({ name }) => name));
    expect(
      factories.flatMap(({ party }) => (party !== undefined && !names.has(party) ? [party] : [])),
    ).toEqual([]);
  });
  it.each(thirdParties)('says of $name what is kept, what to do and since when, in sentences', (row) => {
    expect(row.keeps).toMatch(/^[A-Z].*\.$/);
    expect(row.remedy).toMatch(/^[A-Z].*\.$/);
    expect(row.asOf).toMatch(/^2026-\d\d-\d\d$/);
    expect(row.sources.length).toBeGreaterThan(0);
    expect(row.sources.every((source) => URL.canParse(source))).toBe(true);
  });
});
