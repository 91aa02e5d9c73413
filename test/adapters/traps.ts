/** Programs that look like a hazard and are none: every rule of the preset `recommended` stays silent. */
export interface Trap {
  readonly name: string;
  readonly code: string;
  /** Has syntax of TypeScript. */
  readonly types?: true;
  readonly only?: readonly ('ts' | 'js' | 'cjs')[];
}

const BODY = `{ model: 'gpt-5.5', input: 'Hi' }`;
const IMPORT = `import OpenAI from 'openai';\n`;
const CLIENT = `${IMPORT}const client = new OpenAI();\n`;
const SAFE_BODY = `{ model: 'gpt-5.5', input: 'Hi', store: false }`;
const CALL = `responses.create(${BODY})`;
const UPLOAD = `files.create({ file, purpose: 'assistants' })`;

type Extra = Omit<Trap, 'name' | 'code'>;
const trap = (name: string, code: string, extra: Extra = {}): Trap => ({ name, code, ...extra });
const from = (name: string, code: string, extra?: Extra) => trap(name, IMPORT + code, extra);
const withClient = (name: string, code: string, extra?: Extra) => trap(name, CLIENT + code, extra);
/** A client of the package that talks to somebody else. */
const elsewhere = (name: string, options: string, before = '') =>
  from(
    `host: ${name}`,
    `${before}const client = new OpenAI(${options});\nawait client.${CALL};\nawait client.${UPLOAD.replace('file,', `file: 'x',`)};`,
  );
const TS = { types: true } as const;
const MOCKED = `import { expect, it, vi } from 'vitest';\n`;

/** What a default would be, where the call in view gives something else. */
const givenInstead: readonly Trap[] = [
  from(
    'a field whose default is another client',
    `class Api { constructor(private client = new OpenAI()) {} ask(body: any) { return this.client.responses.create(body); } }
new Api(new OpenAI({ baseURL: 'https://llm.example.com/v1' })).ask(${BODY});`,
    TS,
  ),
  from(
    'a parameter whose default is another client',
    `const other = new OpenAI({ baseURL: 'https://llm.example.com/v1' });
function ask(body, client = new OpenAI()) { return client.responses.create(body); }
ask(${BODY}, other);`,
  ),
  trap(
    'a base URL whose default is another one',
    `class Api { constructor(base = 'https://api.openai.com/v1') { this.base = base; } post(path, body) { return fetch(this.base + path, { method: 'POST', body: JSON.stringify(body) }); } }
new Api('https://llm.example.com/v1').post('/responses', { model: 'x', input: 'Hi', store: true });`,
  ),
  from(
    'a fetch that writes store into every body',
    `const client = new OpenAI({ fetch: (url, init) => fetch(url, { ...init, body: JSON.stringify({ ...JSON.parse(init.body), store: false }) }) });
await client.${CALL};`,
  ),
];

const vendors: readonly Trap[] = [
  trap(
    'Stripe',
    `import Stripe from 'stripe';\nconst stripe = new Stripe('key');\nawait stripe.files.create({ file: {}, purpose: 'dispute_evidence' });\n// not openai`,
  ),
  trap(
    'Anthropic',
    `import Anthropic from '@anthropic-ai/sdk';\nconst client = new Anthropic(); // like openai\nawait client.messages.create({ model: 'claude', messages: [] });\nawait client.beta.files.upload({ file: {} });\nawait client.messages.batches.create({ requests: [] });`,
  ),
  trap(
    'Supabase',
    `import { createClient } from '@supabase/supabase-js';\nconst supabase = createClient('https://x.supabase.co', 'openai');\nawait supabase.storage.from('files').upload('a', 'b');\nawait supabase.from('responses').insert({ store: true });`,
  ),
  trap(
    'Groq',
    `import Groq from 'groq-sdk';\nconst client = new Groq(); // openai compatible\nawait client.files.create({ file: {}, purpose: 'batch' });\nawait client.batches.create({ input_file_id: 'x' });`,
  ),
  trap(
    'Together',
    `import Together from 'together-ai';\nconst client = new Together(); // openai compatible\nawait client.files.upload({ file: {} });\nawait client.fineTuning.create({ model: 'x', training_file: 'y' });`,
  ),
  trap(
    'Mistral',
    `import { Mistral } from '@mistralai/mistralai';\nconst client = new Mistral(); // openai compatible\nawait client.files.upload({ file: {} });\nawait client.beta.conversations.start({ inputs: [], store: true });`,
  ),
  trap(
    'xAI',
    `import XAI from 'xai-sdk';\nconst client = new XAI(); // openai compatible\nawait client.${CALL};`,
  ),
  trap(
    'Google',
    `import { GoogleGenAI } from '@google/genai';\nconst ai = new GoogleGenAI({}); // not openai\nawait ai.files.upload({ file: 'x' });\nawait ai.batches.create({ model: 'x' });\nawait ai.chats.create({ model: 'x' });`,
  ),
  trap(
    'Cohere',
    `import { CohereClient } from 'cohere-ai';\nconst client = new CohereClient(); // not openai\nawait client.datasets.create({ name: 'x' });`,
  ),
  trap(
    'Replicate',
    `import Replicate from 'replicate';\nconst client = new Replicate(); // not openai\nawait client.files.create('x');`,
  ),
  trap(
    'GitHub',
    `import { Octokit } from 'octokit';\nconst client = new Octokit(); // openai/openai-node\nawait client.request({ method: 'POST', path: '/responses', body: {} });`,
  ),
  trap(
    'a local class with the name',
    `class OpenAI {\n  responses = { create(body) { return body; } };\n}\nawait new OpenAI().${CALL};`,
    { only: ['js'] },
  ),
  trap(
    'a local function with the name',
    `function openai() {\n  return { responses: { create: (body) => body } };\n}\nopenai().${CALL};`,
    { only: ['js', 'cjs'] },
  ),
  trap('a class of another module', `import { OpenAI } from './openai';\nawait new OpenAI().${CALL};`),
  trap(
    'a class of a wrapper',
    `import { OpenAI } from 'llamaindex';\nawait new OpenAI({ model: 'gpt-5.5' }).responses.create({});`,
  ),
  trap('a package with a similar name', `import OpenAI from 'openai-edge';\nawait new OpenAI().${CALL};`),
  trap('a scoped package with the name', `import OpenAI from '@acme/openai';\nawait new OpenAI().${CALL};`),
  trap('a package below the name', `import OpenAI from 'openai-api/openai';\nawait new OpenAI().${CALL};`),
  trap('a global of the name', `await new OpenAI().${CALL};`),
  trap(
    'a global client',
    `await openai.${CALL};\nawait openai.files.create({ file: 'x', purpose: 'assistants' });`,
  ),
];

const hosts: readonly Trap[] = [
  elsewhere('Groq, literal', `{ baseURL: 'https://api.groq.com/openai/v1' }`),
  elsewhere(
    'OpenRouter, literal',
    `{ baseURL: 'https://openrouter.ai/api/v1', apiKey: process.env.OPENROUTER_API_KEY }`,
  ),
  elsewhere('Ollama, literal', `{ baseURL: 'http://localhost:11434/v1', apiKey: 'ollama' }`),
  elsewhere(
    'Together, constant',
    `{ baseURL: BASE_URL }`,
    `const BASE_URL = 'https://api.together.xyz/v1';\n`,
  ),
  elsewhere('DeepSeek, shorthand', `{ baseURL }`, `const baseURL = 'https://api.deepseek.com';\n`),
  elsewhere('template', '{ baseURL: `https://${HOST}/openai/v1` }', `const HOST = 'api.groq.com';\n`),
  elsewhere('template with an unknown port', '{ baseURL: `http://localhost:${process.env.PORT}/v1` }'),
  elsewhere('joined', `{ baseURL: 'https://api.' + 'mistral.ai/v1' }`),
  elsewhere('environment', `{ baseURL: process.env.GROQ_BASE_URL }`),
  elsewhere(
    'environment with a default',
    `{ baseURL: process.env.LLM_URL ?? 'https://openrouter.ai/api/v1' }`,
  ),
  elsewhere('environment with or', `{ baseURL: process.env.LLM_URL || 'http://localhost:1234/v1' }`),
  elsewhere(
    'options in a variable',
    `options`,
    `const options = { baseURL: 'https://api.x.ai/v1', apiKey: 'x' };\n`,
  ),
  elsewhere('options with a spread', `{ ...common }`, `const common = { baseURL: 'https://api.x.ai/v1' };\n`),
  elsewhere(
    'options set later',
    `options`,
    `const options = {};\noptions.baseURL = 'https://api.x.ai/v1';\n`,
  ),
  elsewhere(
    'options from a function',
    `options()`,
    `const options = () => ({ baseURL: 'https://api.x.ai/v1' });\n`,
  ),
  elsewhere('options from elsewhere', `settings`, `import { settings } from './settings';\n`),
  elsewhere('URL object', `{ baseURL: new URL('https://api.x.ai/v1').href }`),
  elsewhere(
    'table of hosts',
    `{ baseURL: HOSTS.groq }`,
    `const HOSTS = { groq: 'https://api.groq.com/openai/v1', openrouter: 'https://openrouter.ai/api/v1' };\n`,
  ),
  elsewhere('Azure through baseURL', '{ baseURL: `${process.env.AZURE_OPENAI_ENDPOINT}/openai/v1/` }'),
  elsewhere('Azure, literal', `{ baseURL: 'https://my.openai.azure.com/openai/v1/' }`),
  elsewhere(
    'Azure with a hole',
    '{ baseURL: `https://${process.env.AZURE_RESOURCE}.openai.azure.com/openai/v1` }',
  ),
  elsewhere(
    'Cloudflare gateway',
    '{ baseURL: `https://gateway.ai.cloudflare.com/v1/${process.env.ID}/x/openai` }',
  ),
  elsewhere('Google', `{ baseURL: 'https://generativelanguage.googleapis.com/v1beta/openai/' }`),
  elsewhere('private network', `{ baseURL: 'http://10.0.0.5:8000/v1' }`),
  elsewhere('service name', `{ baseURL: 'http://vllm:8000/v1' }`),
  from(
    'host: subclass',
    `class Groq extends OpenAI {\n  constructor() {\n    super({ baseURL: 'https://api.groq.com/openai/v1' });\n  }\n}\nawait new Groq().${CALL};`,
  ),
  from(
    'host: subclass that calls itself',
    `class Groq extends OpenAI {\n  constructor() {\n    super({ baseURL: 'https://api.groq.com/openai/v1' });\n  }\n  ask() {\n    return this.${CALL};\n  }\n}\nawait new Groq().ask();`,
  ),
  from(
    'host: factory',
    `const make = (baseURL) => new OpenAI({ baseURL });\nawait make('https://api.groq.com/openai/v1').${CALL};`,
    { only: ['js', 'cjs'] },
  ),
  from(
    'host: withOptions',
    `const client = new OpenAI().withOptions({ baseURL: 'https://api.groq.com/openai/v1' });\nawait client.${CALL};`,
  ),
  from(
    'host: the parent of withOptions',
    `const client = new OpenAI({ baseURL: 'https://api.groq.com/openai/v1' }).withOptions({ timeout: 1 });\nawait client.${CALL};`,
  ),
  from(
    'host: class field',
    `class Groq {\n  client = new OpenAI({ baseURL: 'https://api.groq.com/openai/v1' });\n  ask() {\n    return this.client.${CALL};\n  }\n}\nawait new Groq().ask();`,
  ),
  from(
    'host: typed field',
    `class Groq {\n  private client: OpenAI;\n  constructor() {\n    this.client = new OpenAI({ baseURL: 'https://api.groq.com/openai/v1' });\n  }\n  ask() {\n    return this.client.${CALL};\n  }\n}\nawait new Groq().ask();`,
    TS,
  ),
  from(
    'host: typed constant',
    `const client: OpenAI = new OpenAI({ baseURL: 'https://api.groq.com/openai/v1' });\nawait client.${CALL};`,
    TS,
  ),
  from(
    'host: typed parameter that every call fills',
    `async function ask(client: OpenAI) {\n  await client.${CALL};\n}\nawait ask(new OpenAI({ baseURL: 'https://api.groq.com/openai/v1' }));`,
    TS,
  ),
  from(
    'host: assigned later',
    `const client = new OpenAI();\nclient.baseURL = 'https://api.groq.com/openai/v1';\nawait client.${CALL};`,
  ),
  from(
    'host: conditional, both elsewhere',
    `const client = new OpenAI({ baseURL: process.env.X ? 'https://api.groq.com/openai/v1' : 'https://openrouter.ai/api/v1' });\nawait client.${CALL};`,
  ),
  from(
    'host: provider',
    `import { bedrock } from 'openai/providers/bedrock';\nconst client = new OpenAI({ provider: bedrock({ region: 'us-east-1' }) });\nawait client.${CALL};`,
  ),
  trap(
    'host: AzureOpenAI',
    `import { AzureOpenAI } from 'openai';\nconst client = new AzureOpenAI({ endpoint: 'https://x.openai.azure.com', apiVersion: '2025' });\nawait client.${CALL};\nawait client.files.create({ file: 'x', purpose: 'assistants' });`,
  ),
  trap(
    'host: AzureOpenAI of a namespace',
    `import * as ai from 'openai';\nawait new ai.AzureOpenAI().${CALL};`,
  ),
  trap(
    'host: AzureOpenAI with require',
    `const { AzureOpenAI } = require('openai');\nvoid new AzureOpenAI().${CALL};`,
    { only: ['cjs'] },
  ),
  trap(
    'host: AzureOpenAI of a subpath',
    `import { AzureOpenAI } from 'openai/azure';\nawait new AzureOpenAI().${CALL};`,
  ),
  trap(
    'host: AzureOpenAI as a type',
    `import type { AzureOpenAI } from 'openai';\nexport const ask = (client: AzureOpenAI) => client.${CALL};`,
    TS,
  ),
  trap(
    'host: AzureOpenAI subclass',
    `import { AzureOpenAI } from 'openai';\nclass Api extends AzureOpenAI {}\nawait new Api().${CALL};`,
  ),
  trap('host: BedrockOpenAI', `import { BedrockOpenAI } from 'openai';\nawait new BedrockOpenAI().${CALL};`),
];

const shapes: readonly Trap[] = [
  trap(
    'type-only import',
    `import type OpenAI from 'openai';\nexport type Answer = OpenAI.Responses.Response;\nexport const store = { responses: { create: () => ({}) } };\nstore.responses.create();`,
    TS,
  ),
  trap(
    'type import of a body',
    `import type { ResponseCreateParams } from 'openai/resources/responses/responses';\nexport const params: ResponseCreateParams = ${BODY};`,
    TS,
  ),
  from('shadowed by a parameter', `export function ask(OpenAI) {\n  return new OpenAI().${CALL};\n}`, {
    only: ['js', 'cjs'],
  }),
  from(
    'shadowed client',
    `const client = new OpenAI({});\nexport function ask(client) {\n  return client.${CALL};\n}\nvoid client;`,
    { only: ['js', 'cjs'] },
  ),
  from(
    'shadowed in a block',
    `{\n  const OpenAI = class {\n    responses = { create: (body) => body };\n  };\n  await new OpenAI().${CALL};\n}`,
    { only: ['js'] },
  ),
  from('shadowed by a catch', `try {\n  void OpenAI;\n} catch (OpenAI) {\n  await OpenAI.${CALL};\n}`),
  from(
    'an object with the same shape',
    `const openai = { responses: { create: async (body) => body } };\nawait openai.${CALL};\nvoid OpenAI;`,
    { only: ['js', 'cjs'] },
  ),
  from(
    'a fake client',
    `const client = { responses: { create: async () => ({ id: 'x' }) } } as unknown as OpenAI;\nawait client.${CALL};`,
    TS,
  ),
  trap(
    'a mocked package',
    `import OpenAI from 'openai';\n${MOCKED}vi.mock('openai');\nit('asks', async () => {\n  await new OpenAI().${CALL};\n});`,
    { only: ['ts', 'js'] },
  ),
  trap(
    'a mocked package with a factory',
    `import OpenAI from 'openai';\n${MOCKED}vi.mock('openai', () => ({ default: vi.fn() }));\nit('asks', async () => {\n  await new OpenAI().${CALL};\n});`,
    { only: ['ts', 'js'] },
  ),
  trap(
    'a mocked package with an import',
    `import OpenAI from 'openai';\n${MOCKED}vi.mock(import('openai'), () => ({ default: vi.fn() }));\nit('asks', async () => {\n  await new OpenAI().${CALL};\n});`,
    { only: ['ts', 'js'] },
  ),
  trap(
    'a package mocked by jest',
    `const OpenAI = require('openai');\njest.mock('openai');\ntest('asks', async () => {\n  await new OpenAI().${CALL};\n});`,
    { only: ['cjs'] },
  ),
  trap(
    'a mocked client',
    `${MOCKED}const openai = { responses: { create: vi.fn() } };\nit('asks', async () => {\n  await openai.${CALL};\n});`,
    { only: ['ts', 'js'] },
  ),
  withClient(
    'an expectation',
    `import { expect } from 'vitest';\nexpect(client.responses.create).toHaveBeenCalled();\nexpect(client.files.create).not.toHaveBeenCalledWith({ purpose: 'assistants' });`,
    { only: ['ts', 'js'] },
  ),
  withClient(
    'a spy',
    `import { vi } from 'vitest';\nvi.spyOn(client.responses, 'create').mockResolvedValue({});\nvi.spyOn(client.files, 'create');`,
    { only: ['js'] },
  ),
  withClient(
    'a replaced method',
    `client.responses.create = async (body) => body;\nclient.files.create = async (body) => body;`,
    { only: ['js'] },
  ),
  withClient(
    'a reference',
    `export const create = client.responses.create;\nexport const { files } = client;`,
    { only: ['ts', 'js'] },
  ),
  withClient('typeof', `export const canUpload = typeof client.files.create === 'function';`, {
    only: ['ts', 'js'],
  }),
  from('the client alone', `export const client = new OpenAI();`, { only: ['ts', 'js'] }),
  from('an unused import', `void OpenAI;`),
  from('instanceof', `export const isApiError = (error) => error instanceof OpenAI.APIError;`, {
    only: ['js', 'cjs'],
  }),
  from('text in a comment', `// client.responses.create({ model: 'gpt-5.5' })\nvoid OpenAI;`),
  from('text in a string', `export const example = "client.${CALL.replaceAll("'", '')}";\nvoid OpenAI;`, {
    only: ['ts', 'js'],
  }),
];

const fine: readonly Trap[] = [
  withClient(
    'store false',
    `await client.responses.create({ model: 'gpt-5.5', input: 'Hi', store: false });`,
  ),
  withClient(
    'store false in a constant',
    `const store = false;\nawait client.responses.create({ model: 'gpt-5.5', input: 'Hi', store });`,
  ),
  withClient(
    'store false, as const',
    `await client.responses.create({ model: 'gpt-5.5', input: 'Hi', store: false as const });`,
    TS,
  ),
  withClient(
    'store not true',
    `await client.responses.create({ model: 'gpt-5.5', input: 'Hi', store: !true });`,
  ),
  withClient('store null', `await client.responses.create({ model: 'gpt-5.5', input: 'Hi', store: null });`),
  withClient(
    'store from outside',
    `await client.responses.create({ model: 'gpt-5.5', input: 'Hi', store: process.env.STORE === '1' });`,
  ),
  withClient(
    'store from a parameter',
    `export const ask = (store) => client.responses.create({ model: 'gpt-5.5', input: 'Hi', store });`,
    { only: ['js'] },
  ),
  withClient(
    'store quoted',
    `await client.responses.create({ model: 'gpt-5.5', input: 'Hi', 'store': false });`,
  ),
  withClient(
    'store with a computed key',
    `await client.responses.create({ model: 'gpt-5.5', input: 'Hi', ['store']: false });`,
  ),
  withClient(
    'store in the defaults',
    `const defaults = { store: false };\nawait client.responses.create({ ...defaults, model: 'gpt-5.5', input: 'Hi' });`,
  ),
  withClient(
    'store in frozen defaults',
    `const defaults = Object.freeze({ store: false });\nawait client.responses.create({ ...defaults, model: 'gpt-5.5', input: 'Hi' });`,
  ),
  withClient(
    'store after a spread from outside',
    `import { extra } from './extra';\nawait client.responses.create({ model: 'gpt-5.5', input: 'Hi', ...extra, store: false });`,
  ),
  withClient(
    'a spread from outside',
    `import { extra } from './extra';\nawait client.responses.create({ model: 'gpt-5.5', input: 'Hi', ...extra });`,
  ),
  withClient(
    'store written later',
    `const params = { model: 'gpt-5.5', input: 'Hi' };\nparams.store = false;\nawait client.responses.create(params);`,
    { only: ['js', 'cjs'] },
  ),
  withClient(
    'store written in both branches',
    `const params = { model: 'gpt-5.5', input: 'Hi' };\nif (process.env.X) params.store = false;\nelse params.store = false;\nawait client.responses.create(params);`,
    { only: ['js', 'cjs'] },
  ),
  withClient(
    'store assigned by Object.assign',
    `await client.responses.create(Object.assign({ model: 'gpt-5.5', input: 'Hi' }, { store: false }));`,
  ),
  withClient(
    'store filled by ??=',
    `const params = { model: 'gpt-5.5', input: 'Hi' };\nparams.store ??= false;\nawait client.responses.create(params);`,
    { only: ['js', 'cjs'] },
  ),
  withClient(
    'store from a builder',
    `const build = (input) => ({ model: 'gpt-5.5', input, store: false });\nawait client.responses.create(build('Hi'));`,
  ),
  withClient(
    'store from a helper that changes it',
    `const makePrivate = (params) => {\n  params.store = false;\n};\nconst params = { model: 'gpt-5.5', input: 'Hi' };\nmakePrivate(params);\nawait client.responses.create(params);`,
    { only: ['js', 'cjs'] },
  ),
  withClient(
    'store from a wrapper',
    `const ask = (body) => client.responses.create({ ...body, store: false });\nawait ask(${BODY});`,
  ),
  withClient(
    'store from a class',
    `class Bot {\n  defaults = { store: false };\n  ask() {\n    return client.responses.create({ model: 'gpt-5.5', input: 'Hi', ...this.defaults });\n  }\n}\nawait new Bot().ask();`,
  ),
  withClient(
    'a body from outside',
    `import { params } from './params';\nawait client.responses.create(params);`,
  ),
  withClient('a body from a parameter', `export const ask = (params) => client.responses.create(params);`, {
    only: ['js'],
  }),
  withClient(
    'a typed body from a parameter',
    `export const ask = (params: OpenAI.Responses.ResponseCreateParams) => client.responses.create(params);`,
    TS,
  ),
  withClient(
    'a body that a stranger may change',
    `import { prepare } from './prepare';\nconst params = ${BODY};\nprepare(params);\nawait client.responses.create(params);`,
  ),
  withClient(
    'a request option with store false',
    `await client.responses.create(${BODY}, { body: { model: 'gpt-5.5', input: 'Hi', store: false } });`,
  ),
  withClient(
    'a stored response that is deleted',
    `await client.responses.delete('resp_1');\nawait client.responses.cancel('resp_1');`,
  ),
  withClient(
    'deletes',
    `await client.files.delete('file-1');\nawait client.files.del('file-1');\nawait client.vectorStores.delete('vs_1');\nawait client.beta.threads.delete('thread_1');\nawait client.conversations.delete('conv_1');\nawait client.fineTuning.jobs.cancel('job_1');\nawait client.batches.cancel('batch_1');`,
    { only: ['js', 'cjs'] },
  ),
  withClient('raw delete', `await client.delete('/files/file-1');`),
  withClient(
    'embeddings',
    `await client.embeddings.create({ model: 'text-embedding-3-small', input: 'Hi' });`,
  ),
  withClient('moderations', `await client.moderations.create({ input: 'Hi' });`),
  withClient(
    'transcription',
    `import fs from 'node:fs';\nawait client.audio.transcriptions.create({ file: fs.createReadStream('a.mp3'), model: 'whisper-1' });`,
  ),
  withClient(
    'speech',
    `await client.audio.speech.create({ model: 'gpt-4o-mini-tts', voice: 'alloy', input: 'Hi' });`,
  ),
  withClient(
    'image with a transparent background',
    `await client.images.generate({ model: 'gpt-image-2', prompt: 'Hi', background: 'transparent' });`,
  ),
  withClient(
    'image edit',
    `import fs from 'node:fs';\nawait client.images.edit({ model: 'gpt-image-2', image: fs.createReadStream('a.png'), prompt: 'Hi' });`,
  ),
  withClient('models', `await client.models.list();`),
  withClient('chat completion', `await client.chat.completions.create({ model: 'gpt-5.5', messages: [] });`),
  withClient(
    'chat completion, store false',
    `await client.chat.completions.create({ model: 'gpt-5.5', messages: [], store: false });`,
  ),
  withClient(
    "metadata of one's own",
    `await client.chat.completions.create({ model: 'gpt-5.5', messages: [], metadata: { privacy_level: 'high', team: 'x' } });`,
  ),
  withClient('token count', `await client.responses.inputTokens.count(${BODY});`),
  withClient(
    'webhooks',
    `export const unwrap = (text, headers) => client.webhooks.unwrap(text, headers, 'secret');`,
    { only: ['js'] },
  ),
  withClient(
    'raw request to an eligible endpoint',
    `await client.post('/embeddings', { body: { model: 'x', input: 'Hi' } });`,
  ),
  withClient(
    "raw request to a path of one's own",
    `await client.post('/my-own-path', { body: { store: true } });`,
  ),
  withClient(
    'raw request to another host',
    `await client.post('https://example.com/v1/responses', { body: ${BODY} });`,
  ),
  withClient('unknown resource', `await client.somethingNew.create({ store: true });`, {
    only: ['js', 'cjs'],
  }),
];

const SAFE = `model: 'gpt-5.1', input: 'Hi', store: false`;
const sent = (name: string, body: string, before = '', extra?: Extra): Trap =>
  withClient(name, `${before}await client.responses.create(${body});`, extra);
const JS = { only: ['js', 'cjs'] } as const;
const FUNCTION = `{ type: 'function', name: 'file_search', parameters: {}, strict: false }`;

/** Bodies that are handed over before the call. */
const bound: readonly Trap[] = [
  withClient(
    'bind with the body',
    `const create = client.responses.create.bind(client.responses, ${SAFE_BODY});\nawait create();\nawait create({ timeout: 1000 });`,
  ),
  withClient(
    'bind with the body and the options',
    `const create = client.responses.create.bind(client.responses, ${SAFE_BODY}, { timeout: 1000 });\nawait create();`,
  ),
  withClient(
    'bind and call at once',
    `await client.responses.create.bind(client.responses, ${SAFE_BODY})();`,
  ),
  withClient(
    'bind with the body, called by call and apply',
    `const create = client.responses.create.bind(client.responses, ${SAFE_BODY});\nawait create.call(null);\nawait create.apply(null, [{ timeout: 1000 }]);`,
  ),
  withClient(
    'bind of bind',
    `const create = client.responses.create.bind(client.responses);\nconst ask = create.bind(null, ${SAFE_BODY});\nawait ask();`,
  ),
  withClient(
    'bind that is handed around',
    `const run = (send) => send();\nawait run(client.responses.create.bind(client.responses, ${SAFE_BODY}));`,
    { only: ['js', 'cjs'] },
  ),
  withClient(
    'bind of the path',
    `const post = client.post.bind(client, '/responses');\nawait post({ body: ${SAFE_BODY} });`,
  ),
  withClient(
    'bind of a function of the file',
    `const ask = (options, body) => client.responses.create({ ...body, store: false }, options);\nconst quick = ask.bind(null, { timeout: 1000 });\nawait quick({ model: 'gpt-5.5', input: 'Hi' });`,
    { only: ['js', 'cjs'] },
  ),
  withClient(
    'bind of what is in a list',
    `const args = [client.responses, ${SAFE_BODY}];\nconst create = client.responses.create.bind(...args);\nawait create();`,
    { only: ['js', 'cjs'] },
  ),
];

/** Parameters and tools of the other rules, written and undone, or written where they mean something else. */
const undone: readonly Trap[] = [
  sent('background false', `{ ${SAFE}, background: false }`),
  sent('background undone', `{ ${SAFE}, ...{ background: true }, background: false }`),
  sent(
    'background left out by rest',
    'rest',
    `const { background, ...rest } = { ${SAFE}, background: true };\nvoid background;\n`,
  ),
  sent(
    'background deleted',
    'params',
    `const params = { ${SAFE}, background: true };\ndelete params.background;\n`,
    JS,
  ),
  sent('background from outside', `{ ${SAFE}, background: process.env.SLOW === '1' }`),
  sent(
    'background of a picture',
    `{ ${SAFE}, tools: [{ type: 'image_generation', background: 'transparent' }] }`,
  ),
  sent('background of metadata', `{ ${SAFE}, metadata: { background: 'true', conversation: 'x' } }`),
  sent('previous response null', `{ ${SAFE}, previous_response_id: null, conversation: null }`),
  sent('previous response undefined', `{ ${SAFE}, previous_response_id: undefined }`),
  sent(
    'previous response written over',
    'params',
    `const params = { ${SAFE}, previous_response_id: 'x' };\nparams.previous_response_id = undefined;\n`,
    JS,
  ),
  sent(
    'previous response of another object',
    `{ ${SAFE} }`,
    `const state = { previous_response_id: 'x', conversation: 'y' };\nvoid state;\n`,
  ),
  sent('cache in memory', `{ ${SAFE}, prompt_cache_retention: 'in_memory' }`),
  sent('cache from outside', `{ ${SAFE}, prompt_cache_retention: process.env.CACHE }`, '', JS),
  sent('prompt as text', `{ ${SAFE}, prompt: undefined, instructions: 'prompt' }`),
  sent('a function that has the name of a tool', `{ ${SAFE}, tools: [${FUNCTION}] }`),
  sent('a tool in the text', `{ ${SAFE}, instructions: "type: 'file_search'" }`),
  sent('an empty list of tools', `{ ${SAFE}, tools: [] }`),
  sent(
    'tools undone',
    `{ ${SAFE}, ...{ tools: [{ type: 'file_search', vector_store_ids: [] }] }, tools: [] }`,
  ),
  sent(
    'a tool whose type is written over',
    `{ ${SAFE}, tools: [{ ...{ type: 'file_search' }, type: 'function', name: 'f' }] }`,
    '',
    JS,
  ),
  sent(
    'a local shell',
    `{ ${SAFE}, tools: [{ type: 'shell', environment: { type: 'local' } }, { type: 'local_shell' }] }`,
  ),
  sent('a tool from outside', `{ ${SAFE}, tools: [{ type: process.env.TOOL }] }`, '', JS),
  sent('tools from outside', `{ ${SAFE}, tools }`, `import { tools } from './tools';\n`),
  sent('tool_choice', `{ ${SAFE}, tools: [${FUNCTION}], tool_choice: { type: 'file_search' } }`, '', JS),
  sent(
    'a list that is not sent',
    `{ ${SAFE} }`,
    `const tools = [{ type: 'file_search', vector_store_ids: ['vs_1'] }];\nvoid tools;\n`,
  ),
  withClient(
    'tools of a chat completion',
    `await client.chat.completions.create({ model: 'x', messages: [], tools: [{ type: 'function', function: { name: 'file_search' } }] });`,
  ),
  sent(
    'a file inline',
    `{ ${SAFE}, input: [{ role: 'user', content: [{ type: 'input_file', filename: 'a', file_data: 'x' }] }] }`,
    '',
    JS,
  ),
  sent(
    'a file without its id',
    `{ ${SAFE}, input: [{ role: 'user', content: [{ type: 'input_file', file_id: null, file_url: 'https://example.com/a.pdf' }] }] }`,
    '',
    JS,
  ),
];

const headers: readonly Trap[] = [
  from(
    'headers that are real',
    `export const client = new OpenAI({ defaultHeaders: { 'OpenAI-Organization': 'org', 'OpenAI-Project': 'proj', 'OpenAI-Beta': 'assistants=v2', 'Idempotency-Key': 'x', 'X-Client-Request-Id': 'y' } });`,
    { only: ['ts', 'js'] },
  ),
  trap(
    'headers in a table',
    `export const headers = { 'OpenAI-Organization': 'org', 'OpenAI-Project': 'proj', 'OpenAI-Beta': 'realtime=v1', 'X-OpenAI-Api-Key': 'key' };`,
    { only: ['ts', 'js'] },
  ),
  trap(
    'header of Weaviate',
    `import weaviate from 'weaviate-client';\nexport const client = weaviate.connectToLocal({ headers: { 'X-OpenAI-Api-Key': process.env.OPENAI_API_KEY } });`,
    { only: ['ts', 'js'] },
  ),
  trap(
    "header of a server's own response",
    `export function handler(req, res) {\n  res.setHeader('X-OpenAI-No-Store', '1');\n  res.set({ 'OpenAI-Data-Retention': 'none' });\n  res.header('OpenAI-ZDR', 'true');\n}`,
    { only: ['js'] },
  ),
  trap(
    'header of a Response',
    `export const GET = () => new Response('x', { headers: { 'X-OpenAI-Zero-Data-Retention': 'true' } });`,
    { only: ['ts', 'js'] },
  ),
  trap(
    'header of Response.json',
    `export const GET = () => Response.json({}, { headers: { 'X-OpenAI-Opt-Out': 'true' } });`,
    { only: ['ts', 'js'] },
  ),
  trap(
    'header that is read',
    `export const isPrivate = (response) => response.headers.get('openai-zdr') === 'true';`,
    { only: ['js'] },
  ),
  trap(
    'header to another vendor',
    `import Anthropic from '@anthropic-ai/sdk'; // not openai\nexport const client = new Anthropic({ defaultHeaders: { 'X-No-Training': 'true' } });`,
    { only: ['ts', 'js'] },
  ),
  from(
    'switch of OpenRouter',
    `const client = new OpenAI({ baseURL: 'https://openrouter.ai/api/v1' });\nawait client.chat.completions.create({ model: 'x', messages: [], provider: { zdr: true, data_collection: 'deny' }, zdr: true });`,
    { only: ['js', 'cjs'] },
  ),
  from(
    'header of a gateway',
    `export const client = new OpenAI({ baseURL: 'https://oai.helicone.ai/v1', defaultHeaders: { 'Helicone-Omit-Request': 'true', 'X-No-Logging': '1' } });`,
    { only: ['ts', 'js'] },
  ),
  withClient(
    'retention of the Admin API',
    `await client.admin.organization.dataRetention.update({ retention_type: 'zero_data_retention' });`,
    { only: ['js', 'cjs'] },
  ),
  trap(
    "a gate of one's own",
    `if (process.env.OPENAI_ZDR_APPROVED !== 'true') throw new Error('not approved');`,
  ),
  trap(
    "fields of one's own",
    `export const policy = { data_usage: 'none', zero_data_retention: true, store: true, vendor: 'openai' };`,
    { only: ['ts', 'js'] },
  ),
];

export const traps: readonly Trap[] = [
  ...vendors,
  ...givenInstead,
  ...hosts,
  ...shapes,
  ...fine,
  ...bound,
  ...undone,
  ...headers,
];
