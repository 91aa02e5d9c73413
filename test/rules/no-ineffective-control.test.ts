import { CLIENT, GROQ, IMPORT, newest, REQUIRE, testRule, type Finding, type Invalid } from './tester.js';

/** One finding on «…», whose suggestion leaves the text of `output`. */
const one = (
  messageId: string,
  code: string,
  output: string,
  data: Readonly<Record<string, string>> = {},
  extra: Partial<Invalid> = {},
): Invalid => {
  const name = data.name ?? 'store';
  const finding: Finding = {
    messageId,
    data: { name, asOf: newest, ...data },
    suggestion: { messageId: 'remove', data: { name }, output },
  };
  return { code, findings: [finding], ...extra };
};

const body = `{ model: 'gpt-5.5', store: false }`;

testRule('no-ineffective-control', {
  invalid: [
    one(
      'clientOption',
      `${IMPORT}new OpenAI({ «store: false» });`,
      `${IMPORT}new OpenAI({});`,
      {},
      { only: ['js'] },
    ),
    one(
      'clientOption',
      `${IMPORT}export const client = new OpenAI({ apiKey: 'x', «store: false» });`,
      `${IMPORT}export const client = new OpenAI({ apiKey: 'x' });`,
    ),
    one(
      'clientOption',
      `${IMPORT}export const client = new OpenAI({ apiKey: 'x', «prompt_cache_retention: 'in_memory'» });`,
      `${IMPORT}export const client = new OpenAI({ apiKey: 'x' });`,
      { name: 'prompt_cache_retention' },
    ),
    one(
      'clientOption',
      `${CLIENT}export const other = client.withOptions({ timeout: 1, «store: false» });`,
      `${CLIENT}export const other = client.withOptions({ timeout: 1 });`,
    ),
    one(
      'clientOption',
      `${IMPORT}const options = { apiKey: 'x', «store: false» };\nexport const client = new OpenAI(options);`,
      `${IMPORT}const options = { apiKey: 'x' };\nexport const client = new OpenAI(options);`,
    ),
    one(
      'clientOption',
      `${IMPORT}export class Api extends OpenAI {\n  constructor() {\n    super({ timeout: 1, «store: false» });\n  }\n}`,
      `${IMPORT}export class Api extends OpenAI {\n  constructor() {\n    super({ timeout: 1 });\n  }\n}`,
    ),
    one(
      'clientOption',
      `const OpenAI = require('openai');\nmodule.exports = new OpenAI({ apiKey: 'x', «store: false» });`,
      `const OpenAI = require('openai');\nmodule.exports = new OpenAI({ apiKey: 'x' });`,
      {},
      { only: ['cjs'] },
    ),
    one(
      'query',
      `${IMPORT}export const client = new OpenAI({ defaultQuery: { a: 'b', «store: 'false'» } });`,
      `${IMPORT}export const client = new OpenAI({ defaultQuery: { a: 'b' } });`,
    ),
    one(
      'requestOption',
      `${CLIENT}await client.responses.create(${body}, { timeout: 1, «store: false» });`,
      `${CLIENT}await client.responses.create(${body}, { timeout: 1 });`,
    ),
    one(
      'query',
      `${CLIENT}await client.responses.create(${body}, { query: { a: 1, «store: false» } });`,
      `${CLIENT}await client.responses.create(${body}, { query: { a: 1 } });`,
    ),
    one(
      'metadata',
      `${CLIENT}await client.responses.create({ metadata: { team: 'x', «store: 'false'» }, store: false });`,
      `${CLIENT}await client.responses.create({ metadata: { team: 'x' }, store: false });`,
    ),
    one(
      'otherEndpoint',
      `${CLIENT}await client.embeddings.create({ input: 'Hi', model: 'x', «store: false» });`,
      `${CLIENT}await client.embeddings.create({ input: 'Hi', model: 'x' });`,
      { operation: 'embeddings.create' },
    ),
    one(
      'otherEndpoint',
      `${CLIENT}await client.images.generate({ prompt: 'Hi', «store: false» });`,
      `${CLIENT}await client.images.generate({ prompt: 'Hi' });`,
      { operation: 'images.generate' },
    ),
    one(
      'otherEndpoint',
      `${CLIENT}await client.moderations.create({ input: 'Hi', «store: true» });`,
      `${CLIENT}await client.moderations.create({ input: 'Hi' });`,
      { operation: 'moderations.create' },
    ),
    one(
      'requestOption',
      `${IMPORT}export const ask = (client: OpenAI) => client.chat.completions.create({} as never, { timeout: 1, «store: false» } as never);`,
      `${IMPORT}export const ask = (client: OpenAI) => client.chat.completions.create({} as never, { timeout: 1 } as never);`,
      {},
      { only: ['ts'] },
    ),
  ],
  valid: [
    `${IMPORT}const { store, ...options } = { store: false, timeout: 1 };\nconst client = new OpenAI(options);\nawait client.responses.create({ ...${body}, store });`,
    `${CLIENT}await client.responses.create(${body});`,
    `${CLIENT}await client.responses.create(${body}, { timeout: 1 });`,
    `${CLIENT}await client.chat.completions.create({ messages: [], store: false });`,
    `${CLIENT}await client.responses.create({ store: true });`,
    `${CLIENT}await client.responses.create({}, { body: { store: false } });`,
    `${CLIENT}await client.post('/responses', { body: { store: false } });`,
    `${CLIENT}await client.files.create({ file: {}, expires_after: { anchor: 'created_at', seconds: 3600 } });`,
    `${CLIENT}await client.vectorStores.create({ expires_after: { anchor: 'last_active_at', days: 1 } });`,
    `${CLIENT}await client.responses.create({ metadata: { store_id: '7', shop: 'store' }, store: false });`,
    `${CLIENT}await client.responses.create({ input: [{ role: 'user', content: 'store: false' }], store: false });`,
    `${IMPORT}export const client = new OpenAI({ apiKey: 'x', timeout: 1, maxRetries: 0, defaultQuery: { a: 'b' } });`,
    `${IMPORT}export const client = new OpenAI({ defaultHeaders: { store: 'x' } });`,
    `${GROQ}await client.embeddings.create({ input: 'x', store: false });`,
    `${IMPORT}export const client = new OpenAI({ baseURL: 'https://openrouter.ai/api/v1', store: false });`,
    `import { AzureOpenAI } from 'openai';\nexport const client = new AzureOpenAI({ store: false });`,
    `import Groq from 'groq-sdk'; // openai\nexport const client = new Groq({ store: false });`,
    `import { openai } from '@ai-sdk/openai';\nexport const model = openai('gpt-5.5');`,
    `import { configureStore } from '@reduxjs/toolkit'; // openai\nexport const app = new App({ store: false });`,
    `export const options = { store: false, vendor: 'openai' };`,
    `${IMPORT}import { vi } from 'vitest';\nvi.mock('openai');\nexport const client = new OpenAI({ store: false });`,
    { code: `class OpenAI {}\nexport const client = new OpenAI({ store: false });`, only: ['js'] },
    { code: `${REQUIRE}void client.responses.create({ store: false });`, only: ['cjs'] },
    {
      code: `import type { ClientOptions } from 'openai';\nexport const options: ClientOptions = { timeout: 1 };`,
      only: ['ts'],
    },
  ],
});
