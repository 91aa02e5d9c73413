import { describeFamily, single } from './family.js';

/** A client whose base URL may be left out is OpenAI's then, as far as a report needs no more than that. */
describeFamily('what only OpenAI has, or what is written, behind a base URL that may be left out', [
  single(
    'optional parameter',
    `
import OpenAI from 'openai';
export async function start(key: string, url?: string) {
  const openai = new OpenAI({ apiKey: key, baseURL: url });
  return openai.beta.threads.create(); //=> no-non-zdr-endpoint
}`,
    'both',
  ),
  {
    name: 'optional part of a destructured parameter, client made in another module',
    files: {
      'client.ts': `
import OpenAI, { type ClientOptions } from 'openai';
export const clientFor = (options: ClientOptions) => new OpenAI({ ...options, timeout: 5000 });`,
      'a.ts': `
import { clientFor } from './client';
export async function run({ key, url }: { key: string; url?: string }) {
  const openai = clientFor({ apiKey: key, baseURL: url });
  await openai.responses.create({ model: 'gpt-5.5', input: 'Hi', store: true }); //=> no-store
}`,
    },
  },
  single(
    'a field or nothing',
    `
import OpenAI from 'openai';
export class Assistant {
  private readonly openai: OpenAI;
  constructor(private readonly config: { url?: string }) {
    this.openai = new OpenAI({ baseURL: this.config.url || undefined });
  }
  ask(input: string) {
    return this.openai.responses.create({ model: 'gpt-5.5', input, store: false, background: true }); //=> no-background
  }
}`,
  ),
  single(
    'options with a default',
    `
import OpenAI, { type ClientOptions } from 'openai';
export class Uploader {
  private readonly openai: OpenAI;
  constructor(options: ClientOptions = {}) {
    this.openai = new OpenAI(options);
  }
  upload(file: File) {
    return this.openai.files.create({ file, purpose: 'assistants' }); //=> no-file-upload
  }
}`,
    'both',
  ),
  single(
    'optional options',
    `
import OpenAI, { type ClientOptions } from 'openai';
export const stores = (options?: ClientOptions) => new OpenAI(options).vectorStores.list(); //=> no-non-zdr-endpoint
export const more = (options?: Partial<ClientOptions>) => new OpenAI({ ...options, maxRetries: 1 }).vectorStores.list(); //=> no-non-zdr-endpoint`,
    'both',
  ),
  single(
    'a default in a schema',
    `
import OpenAI from 'openai';
import { z } from 'zod';
const Settings = z.object({ key: z.string(), url: z.string().url().default('https://api.openai.com/v1') });
export function open(input: unknown) {
  const { key, url } = Settings.parse(input);
  const openai = new OpenAI({ apiKey: key, baseURL: url });
  return openai.conversations.create({}); //=> no-non-zdr-endpoint
}`,
    'both',
  ),
  single(
    'a file id in the input',
    `
import OpenAI from 'openai';
export const ask = (id: string, url?: string) =>
  new OpenAI({ baseURL: url }).responses.create({
    model: 'gpt-5.5',
    store: false,
    input: [{ role: 'user', content: [{ type: 'input_file', file_id: id }] }], //=> no-stored-file-input
  });`,
  ),
  single(
    'a spread under a condition, an optional member, a nullish fallback to nothing',
    `
import OpenAI from 'openai';
interface Config { url?: string; }
export const a = (config: Config) => new OpenAI({ ...(config.url ? { baseURL: config.url } : {}) }).vectorStores.list(); //=> no-non-zdr-endpoint
export const b = (config: Config) => new OpenAI({ ...(config.url && { baseURL: config.url }) }).vectorStores.list(); //=> no-non-zdr-endpoint
export const c = (config?: Config) => new OpenAI({ baseURL: config?.url }).vectorStores.list(); //=> no-non-zdr-endpoint
export const d = (config: Config) => new OpenAI({ baseURL: config.url ?? undefined }).vectorStores.list(); //=> no-non-zdr-endpoint
export const e = (config: Config) => new OpenAI({ baseURL: config.url ? config.url : undefined }).vectorStores.list(); //=> no-non-zdr-endpoint
export const f = (config: Config) => new OpenAI({ baseURL: config.url || null }).vectorStores.list(); //=> no-non-zdr-endpoint`,
  ),
  single(
    'the same with the AI SDK and LangChain',
    `
import { createOpenAI } from '@ai-sdk/openai';
import { ChatOpenAI } from '@langchain/openai';
import { generateText } from 'ai';
export const a = (prompt: string, url?: string) =>
  generateText({ model: createOpenAI({ baseURL: url })('gpt-5.5'), prompt, providerOptions: { openai: { store: true } } }); //=> no-store
export const b = (url?: string) =>
  new ChatOpenAI({ model: 'gpt-5.5', useResponsesApi: true, configuration: { baseURL: url }, modelKwargs: { store: true } }); //=> no-store`,
  ),
]);

describeFamily('what is merely left out, behind a base URL that may be left out', [
  single(
    'is for strict',
    `
import OpenAI from 'openai';
export const a = (url?: string) => new OpenAI({ baseURL: url }).responses.create({ model: 'gpt-5.5', input: 'Hi' }); //=> no-unproven-request
export const b = (config: { url?: string }) =>
  new OpenAI({ baseURL: config.url || undefined }).responses.create({ model: 'gpt-5.5', input: 'Hi' }); //=> no-unproven-request`,
    'strict',
  ),
  single(
    'is silent in recommended',
    `
import OpenAI, { type ClientOptions } from 'openai';
export const a = (url?: string) => new OpenAI({ baseURL: url }).responses.create({ model: 'gpt-5.5', input: 'Hi' });
export const b = (config: { url?: string }) =>
  new OpenAI({ baseURL: config.url || undefined }).responses.create({ model: 'gpt-5.5', input: 'Hi' });
export const c = (options: ClientOptions = {}) => new OpenAI(options).responses.create({ model: 'gpt-5.5', input: 'Hi' });`,
  ),
]);

describeFamily('hosts that are none of OpenAI’s, or are not known to be', [
  single(
    'a base URL that has to be given',
    `
import OpenAI from 'openai';
export const a = (url: string) => new OpenAI({ baseURL: url }).vectorStores.list();
export const b = ({ url }: { url: string }) => new OpenAI({ baseURL: url }).beta.threads.create();
export const c = (config: { readonly url: string }) => new OpenAI({ baseURL: config.url }).files.list();`,
  ),
  single(
    'a default that is somebody else',
    `
import OpenAI from 'openai';
export const a = (url = 'https://api.groq.com/openai/v1') => new OpenAI({ baseURL: url }).vectorStores.list();
export const b = (url?: string) => new OpenAI({ baseURL: url ?? 'https://api.groq.com/openai/v1' }).files.list();
export const c = ({ url = 'http://localhost:1234/v1' }: { url?: string }) => new OpenAI({ baseURL: url }).files.list();
export const d = (url?: string) => new OpenAI({ baseURL: url || 'http://localhost:1234/v1' }).files.list();`,
    'both',
  ),
  single(
    'a caller that gives another host',
    `
import OpenAI from 'openai';
function open(url?: string) {
  return new OpenAI({ baseURL: url });
}
export const list = () => open('https://api.groq.com/openai/v1').files.list();`,
    'both',
  ),
  single(
    'a helper that answers null for what is no address',
    `
import OpenAI from 'openai';
function checked(url: string): string | null {
  try {
    return new URL(url).href;
  } catch {
    return null;
  }
}
export const list = (url: string) => new OpenAI({ baseURL: checked(url) }).files.list();`,
  ),
  single(
    'what is required before',
    `
import OpenAI from 'openai';
export function list(url?: string) {
  if (!url) throw new Error('no url');
  return new OpenAI({ baseURL: url }).files.list();
}`,
  ),
]);

describeFamily('a body to which optional options are spread', [
  single(
    'what they leave out is not certain',
    `
import OpenAI from 'openai';
const openai = new OpenAI();
type Options = Partial<OpenAI.Responses.ResponseCreateParamsNonStreaming>;
export const a = (input: string, options?: Options) =>
  openai.responses.create({ model: 'gpt-5.5', input, ...options }); //=> no-unproven-request
export const b = (input: string, options: Options = {}) =>
  openai.responses.create({ model: 'gpt-5.5', input, ...options }); //=> no-unproven-request
export const c = (input: string, options = {}) =>
  openai.responses.create({ model: 'gpt-5.5', input, ...options }); //=> no-unproven-request`,
    'strict',
  ),
  single(
    'a caller in view decides',
    `
import OpenAI from 'openai';
const openai = new OpenAI();
const send = (input: string, options: { store?: boolean } = {}) =>
  openai.responses.create({ model: 'gpt-5.5', input, ...options });
export const a = () => send('Hi', { store: false });
export const b = () => send('Hi'); //=> require-store-false`,
  ),
]);

/** An address of OpenAI's that is only the default: `options.url || 'https://api.openai.com/v1'`. */
describeFamily('what is left out of a request whose address may be another one', [
  single(
    'base of a getter, in recommended',
    `
export class Sender {
  constructor(private readonly options: { baseUrl?: string }) {}
  private get base(): string {
    return this.options.baseUrl?.replace(/\\/$/, '') || 'https://api.openai.com';
  }
  ask(input: string) {
    return fetch(\`\${this.base}/v1/responses\`, { method: 'POST', body: JSON.stringify({ model: 'gpt-5.5', input }) });
  }
  keep(input: string) {
    return fetch(\`\${this.base}/v1/responses\`, {
      method: 'POST',
      body: JSON.stringify({ model: 'gpt-5.5', input, store: true }), //=> no-store
    });
  }
}`,
  ),
  single(
    'base of a getter, in strict',
    `
export class Sender {
  constructor(private readonly options: { baseUrl?: string }) {}
  private get base(): string {
    return this.options.baseUrl?.replace(/\\/$/, '') || 'https://api.openai.com';
  }
  ask(input: string) {
    return fetch(\`\${this.base}/v1/responses\`, { method: 'POST', body: JSON.stringify({ model: 'gpt-5.5', input }) }); //=> no-unproven-request
  }
}`,
    'strict',
  ),
  single(
    'parameter with a fallback, client of the SDK',
    `
import OpenAI from 'openai';
export function ask(url: string | undefined, input: string) {
  const openai = new OpenAI({ baseURL: url ?? 'https://api.openai.com/v1' });
  return openai.responses.create({ model: 'gpt-5.5', input });
}
export function keep(url: string | undefined, input: string) {
  const openai = new OpenAI({ baseURL: url ?? 'https://api.openai.com/v1' });
  return openai.responses.create({ model: 'gpt-5.5', input, store: true }); //=> no-store
}`,
  ),
  single(
    'what only OpenAI has',
    `
export const list = (base?: string) => fetch(\`\${base ?? 'https://api.openai.com/v1'}/vector_stores\`, { method: 'POST' }); //=> no-non-zdr-endpoint`,
    'both',
  ),
  single(
    'the variable that OpenAI names is OpenAI',
    `
const base = process.env.OPENAI_BASE_URL ?? 'https://api.openai.com/v1';
export const ask = (input: string) =>
  fetch(\`\${base}/responses\`, { method: 'POST', body: JSON.stringify({ model: 'gpt-5.5', input }) }); //=> require-store-false`,
  ),
  single(
    'no other address can stand there',
    `
import OpenAI from 'openai';
const REGIONS = { us: 'https://us.api.openai.com/v1', eu: 'https://eu.api.openai.com/v1' };
export const ask = (region: 'us' | 'eu', input: string) =>
  new OpenAI({ baseURL: region === 'us' ? REGIONS.us : REGIONS.eu }).responses.create({ model: 'gpt-5.5', input }); //=> require-store-false`,
  ),
]);

describeFamily('the offer of a WebRTC call', [
  single(
    'says nothing of the session',
    `
export async function connect(token: string, offer: RTCSessionDescriptionInit) {
  await fetch('https://api.openai.com/v1/realtime/calls', {
    method: 'POST',
    body: offer.sdp,
    headers: { Authorization: \`Bearer \${token}\`, 'Content-Type': 'application/sdp' },
  });
  const headers = new Headers({ 'content-type': 'application/sdp; charset=utf-8' });
  await fetch('https://api.openai.com/v1/realtime/calls', { method: 'POST', body: offer.sdp, headers });
}`,
    'both',
  ),
  single(
    'beside a session that is sent as JSON or as a form',
    `
export async function connect(token: string, sdp: string, session: object) {
  await fetch('https://api.openai.com/v1/realtime/calls', { method: 'POST', body: JSON.stringify({ sdp, session }) }); //=> no-unproven-request
  const form = new FormData();
  form.set('session', JSON.stringify(session));
  await fetch('https://api.openai.com/v1/realtime/calls', { method: 'POST', body: form }); //=> no-unproven-request
}`,
    'strict',
  ),
]);
