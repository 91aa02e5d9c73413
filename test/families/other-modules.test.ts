import { describeFamily, single } from './family.js';

const NET = `export const load = (url: string, key: string) => fetch(url, { headers: { Authorization: key } });`;

describeFamily('requests of another module that a call here decides about', [
  {
    name: 'the address is given',
    files: {
      'net.ts': NET,
      'a.ts': `
import { load } from './net';
export const a = (id: string, key: string) => load(\`https://api.openai.com/v1/files/\${id}/content\`, key); //=> no-non-zdr-endpoint
export const b = (id: string, key: string) => load(\`https://api.groq.com/openai/v1/files/\${id}/content\`, key);`,
    },
  },
  {
    name: 'an inherited method is given the body',
    files: {
      'base.ts': `export class Base {\n  post(url: string, init?: RequestInit) {\n    return fetch(url, init);\n  }\n}`,
      'a.ts': `
import { Base } from './base';
export class Writer extends Base {
  a = () => this.post('https://api.openai.com/v1/responses', { method: 'POST', body: JSON.stringify({ model: 'gpt-5.5', input: 'Hi' }) }); //=> require-store-false
  b = () => this.post('https://api.groq.com/openai/v1/responses', { method: 'POST', body: JSON.stringify({ model: 'm', input: 'Hi' }) });
}`,
    },
  },
  {
    name: 'an injected service is given the body, or data',
    files: {
      'service.ts': `
import OpenAI from 'openai';
export class Service {
  private readonly openai = new OpenAI();
  send(body: any) {
    return this.openai.responses.create(body);
  }
  ask(input: string) {
    return this.openai.responses.create({ model: 'gpt-5.5', input }); //=> require-store-false
  }
}`,
      'a.ts': `
import { Service } from './service';
export class Controller {
  constructor(private readonly service: Service) {}
  a = (input: string) => this.service.send({ model: 'gpt-5.5', input }); //=> require-store-false
  b = (input: string) => this.service.send({ model: 'gpt-5.5', input, store: false });
  c = (input: string) => this.service.ask(input);
}`,
    },
  },
]);

describeFamily('one report where the missing thing has to be written', [
  {
    name: 'a helper writes the body, callers hand in data',
    files: {
      'body.ts': `export const toBody = (data: any): any => ({ model: data.model, input: data.text });`,
      'a.ts': `
import OpenAI from 'openai';
import { toBody } from './body';
export class Model {
  private readonly openai = new OpenAI();
  async all(data: any) {
    return this.one(data);
  }
  async one(data: any) {
    return this.openai.responses.create(toBody({ ...data, streaming: false })); //=> require-store-false
  }
}`,
    },
  },
]);

describeFamily('names of newer versions, alternatives and abstract members', [
  single(
    'batches and single calls of the AI SDK',
    `
import { openai } from '@ai-sdk/openai';
import { groq } from '@ai-sdk/groq';
import { experimental_startTextBatch as start, experimental_getBatchStatus as status, experimental_getBatchResults as results, experimental_streamLanguageModelCall as call } from 'ai';
export const a = () => start({ model: openai('gpt-5.5'), requests: [] }); //=> no-non-zdr-endpoint
export const b = (batch: any) => status({ model: openai('gpt-5.5'), batch }); //=> no-non-zdr-endpoint
export const c = (batch: any) => results({ model: openai('gpt-5.5'), batch }); //=> no-non-zdr-endpoint
export const d = (prompt: string) => call({ model: openai('gpt-5.5'), prompt }); //=> require-store-false
export const e = () => start({ model: groq('m'), requests: [] });`,
  ),
  single(
    'one address or another',
    `
export const a = (box: string | null, id: string) =>
  fetch(box ? \`https://api.openai.com/v1/containers/\${box}/files\` : \`https://api.openai.com/v1/files/\${id}\`); //=> no-hosted-containers, no-non-zdr-endpoint`,
  ),
  single(
    'abstract members',
    `
import OpenAI from 'openai';
import Groq from 'groq-sdk';
export abstract class Job {
  protected abstract client(): OpenAI;
  protected abstract get openai(): OpenAI;
  protected abstract get groq(): Groq;
  a = () => this.client().vectorStores.create({}); //=> no-non-zdr-endpoint
  b = () => this.openai.vectorStores.create({}); //=> no-non-zdr-endpoint
  c = () => this.groq.files.list();
}`,
  ),
]);

const REDACT = `
const clean = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(clean);
  if (value && typeof value === 'object') return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, clean(one)]));
  return value;
};
const redact = (init?: RequestInit): RequestInit => ({ ...init, body: JSON.stringify(clean(JSON.parse(String(init?.body)))) });
export async function send(url: string, init?: RequestInit) {
  return fetch(url, redact(init));
}`;

describeFamily('what other calls hand to the same function', [
  {
    name: 'is not the body of this one',
    preset: 'recommended',
    files: {
      'send.ts': REDACT,
      'a.ts': `
import { send } from './send';
export const ask = (text: string) => send('https://api.openai.com/v1/responses', { method: 'POST', body: JSON.stringify({ model: 'gpt-5.5', input: text, store: false }) });
export const mail = (text: string) => send('https://mail.example.com/send', { method: 'POST', body: JSON.stringify({ store: true, background: true, text }) });`,
    },
  },
  {
    name: 'nor are parts that have a name of their own',
    preset: 'strict',
    files: {
      'send.ts': REDACT,
      'a.ts': `
import { send } from './send';
export const ask = (text: string) => {
  const messages = [{ role: 'user', content: text, store: true }];
  return send('https://api.openai.com/v1/chat/completions', { method: 'POST', body: JSON.stringify({ model: 'gpt-5.5', store: false, messages }) }); //=> no-unproven-request
};`,
    },
  },
  {
    name: 'nor are its own parts',
    preset: 'recommended',
    files: {
      'send.ts': REDACT,
      'a.ts': `
import { send } from './send';
export const ask = (text: string) => send('https://api.openai.com/v1/responses', { method: 'POST', body: JSON.stringify({ model: 'gpt-5.5', store: false, input: [{ role: 'user', content: text, store: true }] }) });`,
    },
  },
]);
