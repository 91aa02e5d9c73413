import { describe, expect, it } from 'vitest';
import { factsInFile } from '../../../src/analysis/analyze-file.js';
import { parseFile } from '../../../src/languages/javascript/parse/parse.js';
import { readSettings } from '../../../src/settings/read.js';
import { differences } from './claims.js';
import { sentBy, type Sent } from './wire.js';

const BODY = `model: 'gpt-5', input: 'hidden words'`;
const OPENAI = `import OpenAI from 'openai';\n`;
const POSTHOG = `import { OpenAI } from '@posthog/ai/openai';
import { PostHog } from 'posthog-node';
const options = { flushAt: 1, disableCompression: true };
`;
const send = (more = '') => `await client.responses.create({ ${BODY}, posthogDistinctId: 'u', ${more} });
await posthog.flush();`;

/** Programs with a client that another package hands back. */
const programs = {
  langsmith: `${OPENAI}import { Client } from 'langsmith';
import { wrapOpenAI } from 'langsmith/wrappers';
const traces = new Client();
await wrapOpenAI(new OpenAI(), { client: traces }).responses.create({ ${BODY} }, { langsmithExtra: { name: 'x' } });
await traces.awaitPendingTraceBatches();`,
  braintrust: `${OPENAI}import { wrapOpenAI } from 'braintrust';
await wrapOpenAI(new OpenAI()).responses.create({ ${BODY}, store: false });`,
  langfuse: `${OPENAI}import { observeOpenAI } from '@langfuse/openai';
await observeOpenAI(new OpenAI(), { traceName: 't' }).chat.completions.create({ model: 'm', messages: [], store: true });`,
  sentry: `${OPENAI}import * as Sentry from '@sentry/node';
await Sentry.instrumentOpenAiClient(new OpenAI()).responses.create({ ${BODY} });`,
  instructor: `${OPENAI}import Instructor from '@instructor-ai/instructor';
import { z } from 'zod';
const client = Instructor({ client: new OpenAI(), mode: 'JSON' });
await client.chat.completions.create({ model: 'm', messages: [], store: true, response_model: { schema: z.object({}), name: 'x' }, max_retries: 0 });`,
  guardrails: `import { GuardrailsOpenAI } from '@openai/guardrails';
const client = await GuardrailsOpenAI.create({ version: 1, input: { version: 1, guardrails: [] } });
await client.responses.create({ ${BODY}, store: false });`,
  guardrailsBare: `import { GuardrailsOpenAI } from '@openai/guardrails';
const client = await GuardrailsOpenAI.create({ version: 1, input: { version: 1, guardrails: [] } });
await client.responses.create({ ${BODY} });`,
  edge: `import { Configuration, OpenAIApi } from 'openai-edge';
const client = new OpenAIApi(new Configuration({ apiKey: 'x' }));
await client.createFineTune({ training_file: 'file-1' });`,
  project: `import { AIProjectClient } from '@azure/ai-projects';
const credential = { getToken: async () => ({ token: 't', expiresOnTimestamp: Date.now() + 1e7 }) };
const client = new AIProjectClient('https://acme.services.ai.azure.com/api/projects/p', credential).getOpenAIClient();
await client.responses.create({ ${BODY}, store: false });`,
  posthog: `${POSTHOG}const posthog = new PostHog('phc_key', options);
const client = new OpenAI({ apiKey: 'x', posthog });
${send()}`,
  posthogClientOption: `${POSTHOG}const posthog = new PostHog('phc_key', { ...options, privacyMode: true });
const client = new OpenAI({ apiKey: 'x', posthog });
${send()}`,
  posthogPrivate: `${POSTHOG}const posthog = new PostHog('phc_key', options);
const client = new OpenAI({ apiKey: 'x', posthog });
${send('posthogPrivacyMode: true')}`,
  portkey: `import { Portkey } from 'portkey-ai';
const client = new Portkey({ apiKey: 'x', provider: 'openai', debug: false });
await client.responses.create({ ${BODY} });`,
  openrouter: `import { OpenRouter } from '@openrouter/sdk';
const client = new OpenRouter({ apiKey: 'x' });
await client.responses.send({ responsesRequest: { model: 'openai/gpt-5', input: 'x', provider: { zdr: true, dataCollection: 'deny' } } });`,
} as const;

const runs = sentBy('wrappers', programs, { LANGSMITH_TRACING: 'true', LANGSMITH_API_KEY: 'x' });

function factsOf(code: string) {
  const parsed = parseFile(code, 'program.mjs');
  if (!parsed.ok) throw new Error(parsed.message);
  return factsInFile({ text: code, ...parsed }, 'program.mjs', readSettings({}));
}

const isOpenAIs = ({ host, path }: Sent) =>
  host === 'api.openai.com' || (host.endsWith('.azure.com') && path.endsWith('/responses'));

/** As the catalog knows it: projects of Azure have a path of their own before OpenAI's. */
const plain = (one: Sent): Sent => ({ ...one, path: one.path.replace(/^\/api\/projects\/\w+(?=\/)/, '') });

describe('clients of other packages send what is read', () => {
  const judged = Object.entries(programs).filter(([name]) => name !== 'portkey' && name !== 'openrouter');
  it.each(judged)('%s', (name, code) => {
    const { sent, error } = runs[name as keyof typeof programs];
    const own = sent.filter(isOpenAIs).map(plain);
    expect(own, error ?? '').not.toEqual([]);
    expect(differences(code, { sent: own, error }, {}, ['store', 'model'])).toEqual([]);
  });

  it.each(['portkey', 'openrouter'] as const)('%s sends to its own host, which is not judged', (name) => {
    const { sent, error } = runs[name];
    const hosts = new Set(sent.map(({ host }) => host));
    expect([...hosts], error ?? '').toEqual([name === 'portkey' ? 'api.portkey.ai' : 'openrouter.ai']);
    const judgedHosts = factsOf(programs[name]).requests.filter(
      ({ client }) => client.host.class === 'openai',
    );
    expect(judgedHosts).toEqual([]);
  });
});

describe('names that look invented are what the package makes of them', () => {
  const body = (name: keyof typeof programs) =>
    runs[name].sent.find(({ body: sent }) => sent !== null)?.body as Record<string, unknown>;

  it('OpenRouter gets its provider preferences', () =>
    expect(body('openrouter').provider).toEqual({ zdr: true, data_collection: 'deny' }));
  it('Portkey gets debug as a header', () =>
    expect(runs.portkey.sent[0]?.headers['x-portkey-debug']).toBe('false'));
  it('Instructor keeps its own names to itself', () => {
    expect(body('instructor')).not.toHaveProperty('response_model');
    expect(body('instructor')).not.toHaveProperty('max_retries');
  });
  it('PostHog keeps its own names to itself', () => {
    const keys = Object.keys(runs.posthogPrivate.sent.find(isOpenAIs)!.body as object);
    expect(keys.filter((key) => key.startsWith('posthog'))).toEqual([]);
  });
  it('LangSmith keeps langsmithExtra to itself', () =>
    expect(JSON.stringify(runs.langsmith.sent.find(isOpenAIs))).not.toContain('langsmithExtra'));
});

describe('who else gets the words of a prompt is who is named', () => {
  const names = ['posthog', 'posthogClientOption', 'posthogPrivate'] as const;
  it.each(names)('%s', (name) => {
    const elsewhere = runs[name].sent.filter(({ host }) => host !== 'api.openai.com');
    expect(elsewhere, runs[name].error ?? '').not.toEqual([]);
    const isShown = elsewhere.some(({ body }) => JSON.stringify(body).includes('hidden words'));
    expect(factsOf(programs[name]).thirdParties.map((party) => party.name)).toEqual(
      isShown ? ['PostHog'] : [],
    );
  });

  it('LangSmith is sent a run while tracing is on, and is named', () => {
    expect(runs.langsmith.sent.map(({ host }) => host)).toContain('api.smith.langchain.com');
    expect(factsOf(programs.langsmith).thirdParties.map(({ name }) => name)).toEqual(['LangSmith']);
  });
});
