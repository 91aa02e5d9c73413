import {
  CLIENT,
  GROQ,
  IMPORT,
  REQUIRE,
  row,
  rowWithoutZdr,
  testRule,
  type Finding,
  type Invalid,
} from './tester.js';

const missing: Finding = { messageId: 'missing', data: row('parameter:store-omitted (Responses)') };
const inChat: Finding = { messageId: 'missing', data: row('parameter:store-omitted (Chat Completions)') };
const missingWithoutZdr: Finding = {
  messageId: 'missing',
  data: rowWithoutZdr('parameter:store-omitted (Responses)'),
};

const CONTROL = 'without ZDR it changes what OpenAI keeps';
const SHARED = 'the object also goes elsewhere';
const TYPE = 'the object has a type of its own';
const STATE = 'the request builds on a stored response';
const RESULT = 'the id of the result is used later';
const BACKGROUND = 'background mode needs the stored response';

const plain = (marked: string) => marked.replace(/[«»§]/g, '');
const suggested = (reason: string, output: string): Finding => ({
  ...(reason === CONTROL ? missingWithoutZdr : missing),
  suggestion: { messageId: 'add', data: { reason }, output },
});
/** One finding, whose fix writes `store: false` where the code says `§`. */
const fixedAt = (code: string, extra: Partial<Invalid> = {}): Invalid => ({
  code: code.replace('§', ''),
  output: plain(code.replace('§', ', store: false')),
  findings: [missing],
  ...extra,
});
/** One finding, whose suggestion does. */
const suggestedAt = (reason: string, code: string, extra: Partial<Invalid> = {}): Invalid => ({
  code: code.replace('§', ''),
  findings: [suggested(reason, plain(code.replace('§', ', store: false')))],
  ...extra,
});

testRule('require-store-false', {
  invalid: [
    fixedAt(`${CLIENT}await client.responses.«create»({ model: 'gpt-5.5', input: 'Hi'§ });`),
    fixedAt(`${CLIENT}await client.responses.«parse»({ model: 'gpt-5.5', input: 'Hi'§ });`),
    fixedAt(`${CLIENT}client.responses.«stream»({ model: 'gpt-5.5', input: 'Hi'§ });`),
    fixedAt(`${CLIENT}await client.beta.responses.«create»({ model: 'gpt-5.5', input: 'Hi'§ });`),
    fixedAt(`${CLIENT}await client.responses[«'create'»]({ model: 'gpt-5.5', input: 'Hi'§ });`),
    fixedAt(`${CLIENT}await client?.responses?.«create»?.({ model: 'gpt-5.5', input: 'Hi'§ });`),
    fixedAt(`${REQUIRE}void client.responses.«create»({ model: 'gpt-5.5', input: 'Hi'§ });`, {
      only: ['cjs'],
    }),
    suggestedAt(
      SHARED,
      `${CLIENT}await client.«post»('/responses', { body: { model: 'gpt-5.5', input: 'Hi'§ } });`,
    ),
    fixedAt(`${CLIENT}await client.responses.create({ model: 'gpt-5.5', «store: undefined» });`, {
      output: `${CLIENT}await client.responses.create({ model: 'gpt-5.5', store: false });`,
    }),
    fixedAt(`${CLIENT}await client.responses.«create»({\n  model: 'gpt-5.5',\n  input: 'Hi',\n});`, {
      output: `${CLIENT}await client.responses.create({\n  model: 'gpt-5.5',\n  input: 'Hi',\n  store: false,\n});`,
    }),
    fixedAt(`${CLIENT}await client.responses.«create»({});`, {
      output: `${CLIENT}await client.responses.create({ store: false });`,
    }),
    fixedAt(
      `${CLIENT}const params = { model: 'gpt-5.5', input: 'Hi'§ };\nawait client.responses.«create»(params);`,
    ),
    fixedAt(
      `${CLIENT}const extra = { input: 'Hi' };\nawait client.responses.«create»({ model: 'gpt-5.5', ...extra§ });`,
    ),
    fixedAt(`${CLIENT}await client.responses.«create»(Date.now() ? { model: 'a' } : { model: 'b' });`, {
      output: `${CLIENT}await client.responses.create(Date.now() ? { model: 'a', store: false } : { model: 'b', store: false });`,
    }),
    { code: `${CLIENT}await client.responses.«create»();`, only: ['js'], findings: [missing] },
    fixedAt(`${CLIENT}await (client as any).responses.«create»({ model: 'gpt-5.5', input: 'Hi'§ });`, {
      only: ['ts'],
    }),
    fixedAt(`${CLIENT}await client.responses.«create»({ model: 'gpt-5.5', input: 'Hi'§ } as any);`, {
      only: ['ts'],
    }),
    fixedAt(
      `${CLIENT}const params: OpenAI.Responses.ResponseCreateParams = { model: 'gpt-5.5', input: 'Hi'§ };\nawait client.responses.«create»(params);`,
      { only: ['ts'] },
    ),
    fixedAt(
      `${IMPORT}export const ask = (client: OpenAI) => client.responses.«create»({ model: 'gpt-5.5', input: 'Hi'§ });`,
      { only: ['ts'] },
    ),

    // Where the edit could change more than what is kept, it is only offered.
    suggestedAt(
      TYPE,
      `${CLIENT}interface Own {\n  model: string;\n}\nconst params: Own = { model: 'gpt-5.5'§ };\nawait client.responses.«create»(params);`,
      { only: ['ts'] },
    ),
    suggestedAt(
      SHARED,
      `${CLIENT}const params = { model: 'gpt-5.5', input: 'Hi'§ };\nawait client.responses.«create»(params);\nawait client.embeddings.create(params);`,
    ),
    suggestedAt(
      SHARED,
      `${CLIENT}export const params = { model: 'gpt-5.5', input: 'Hi'§ };\nawait client.responses.«create»(params);`,
    ),
    suggestedAt(
      BACKGROUND,
      `${CLIENT}await client.responses.«create»({ model: 'gpt-5.5', background: true§ });`,
    ),
    suggestedAt(
      STATE,
      `${CLIENT}await client.responses.«create»({ model: 'x', previous_response_id: 'resp_1'§ });`,
    ),
    suggestedAt(
      STATE,
      `${CLIENT}await client.responses.«create»({ model: 'gpt-5.5', conversation: 'conv_1'§ });`,
    ),
    suggestedAt(
      STATE,
      `${CLIENT}await client.responses.«create»({ model: 'gpt-5.5', input: [{ type: 'item_reference', id: 'rs_1' }]§ });`,
    ),
    suggestedAt(
      STATE,
      `${CLIENT}await client.responses.«create»({ model: 'gpt-5.5', input: [{ id: 'rs_1' }]§ });`,
    ),
    suggestedAt(
      RESULT,
      `${CLIENT}const first = await client.responses.«create»({ model: 'gpt-5.5', input: 'Hi'§ });\nconsole.log(first.id);`,
    ),
    suggestedAt(
      RESULT,
      `${CLIENT}const { id } = await client.responses.«create»({ model: 'gpt-5.5', input: 'Hi'§ });\nconsole.log(id);`,
    ),
    suggestedAt(
      RESULT,
      `${CLIENT}console.log((await client.responses.«create»({ model: 'gpt-5.5', input: 'Hi'§ })).id);`,
    ),
    suggestedAt(CONTROL, `${CLIENT}await client.responses.«create»({ model: 'gpt-5.5', input: 'Hi'§ });`, {
      settings: { control: 'mam' },
    }),

    // Chat Completions, where sources disagree, only when asked for.
    fixedAt(`${CLIENT}await client.chat.completions.«create»({ model: 'gpt-5.5', messages: []§ });`, {
      findings: [inChat],
      options: { chatCompletions: true },
    }),

    // What the settings say is OpenAI, or a client of it.
    fixedAt(
      `${IMPORT}const client = new OpenAI({ baseURL: 'https://llm.example.com/v1' });\nawait client.responses.«create»({ model: 'gpt-5.5'§ });`,
      { settings: { hosts: ['llm.example.com'] } },
    ),
    fixedAt(
      `import { AzureOpenAI } from 'openai';\nawait new AzureOpenAI().responses.«create»({ model: 'gpt-5.5'§ });`,
      {
        settings: { clouds: ['azure'] },
      },
    ),
    fixedAt(`import { openai } from '@acme/ai';\nawait openai.responses.«create»({ model: 'gpt-5.5'§ });`, {
      settings: { clients: [{ module: '@acme/ai', exports: ['openai'], is: 'client' }] },
    }),
    fixedAt(
      `import { getClient } from '@acme/ai';\nawait getClient().responses.«create»({ model: 'gpt-5.5'§ });`,
      {
        settings: { clients: [{ module: '@acme/ai', exports: ['getClient'], is: 'returns-client' }] },
      },
    ),

    // The report stands where the body is decided.
    {
      code: `${CLIENT}const ask = (body) => client.responses.create(body);\nawait «ask»({ model: 'gpt-5.5' });\nawait ask({ model: 'gpt-5', store: false });`,
      only: ['js'],
      findings: [
        suggested(
          SHARED,
          `${CLIENT}const ask = (body) => client.responses.create(body);\nawait ask({ model: 'gpt-5.5', store: false });\nawait ask({ model: 'gpt-5', store: false });`,
        ),
      ],
    },
  ],
  valid: [
    `${CLIENT}await client.responses.create({ model: 'gpt-5.5', store: false });`,
    `${CLIENT}await client.responses.create({ model: 'gpt-5.5', store: true });`,
    `${CLIENT}await client.responses.create({ model: 'gpt-5.5', store: null });`,
    `${CLIENT}const store = false;\nawait client.responses.create({ model: 'gpt-5.5', store });`,
    `${CLIENT}const defaults = { store: false };\nawait client.responses.create({ ...defaults, model: 'gpt-5.5' });`,
    `${CLIENT}import { body } from './body.js';\nawait client.responses.create(body);`,
    `${CLIENT}import { body } from './body.js';\nawait client.responses.create({ ...body });`,
    `${CLIENT}await client.chat.completions.create({ model: 'gpt-5.5', messages: [] });`,
    `${CLIENT}await client.embeddings.create({ model: 'x', input: 'Hi' });`,
    `${CLIENT}await client.images.generate({ prompt: 'Hi', background: 'transparent' });`,
    `${CLIENT}await client.responses.retrieve('resp_1');`,
    `${CLIENT}await client.responses.delete('resp_1');`,
    `${CLIENT}await client.responses.cancel('resp_1');`,
    `${CLIENT}await client.responses.compact({ model: 'gpt-5.5', input: 'Hi' });`,
    `${CLIENT}client.responses.stream({ response_id: 'resp_1' });`,
    `${CLIENT}await client.post('/embeddings', { body: { model: 'x' } });`,
    `${CLIENT}await client.post('https://example.com/v1/responses', { body: { model: 'x' } });`,
    `${CLIENT}expect(client.responses.create).toHaveBeenCalled();`,
    `${GROQ}await client.responses.create({ model: 'x' });`,
    `${IMPORT}await new OpenAI({ baseURL: process.env.LLM_URL }).responses.create({ model: 'x' });`,
    `${IMPORT}await new OpenAI({ baseURL: 'http://localhost:11434/v1' }).responses.create({ model: 'x' });`,
    `${IMPORT}class Groq extends OpenAI {\n  constructor() {\n    super({ baseURL: 'https://api.groq.com/openai/v1' });\n  }\n}\nawait new Groq().responses.create({ model: 'x' });`,
    `import { AzureOpenAI } from 'openai';\nawait new AzureOpenAI().responses.create({ model: 'gpt-5.5' });`,
    `import Groq from 'groq-sdk'; // openai\nawait new Groq().responses.create({ model: 'x' });`,
    `import OpenAI from '@acme/openai';\nawait new OpenAI().responses.create({ model: 'gpt-5.5' });`,
    `import OpenAI from 'openai';\nimport { vi } from 'vitest';\nvi.mock('openai');\nawait new OpenAI().responses.create({});`,
    `await openai.responses.create({ model: 'gpt-5.5' });`,
    {
      code: `class OpenAI {\n  responses = { create: (body) => body };\n}\nawait new OpenAI().responses.create({});`,
      only: ['js'],
    },
    {
      code: `${IMPORT}const openai = { responses: { create: vi.fn() } };\nawait openai.responses.create({});\nvoid OpenAI;`,
      only: ['js'],
    },
    {
      code: `${CLIENT}client.baseURL = 'https://api.groq.com/openai/v1';\nawait client.responses.create({});`,
      only: ['js'],
    },
    { code: `${CLIENT}export const ask = (params) => client.responses.create(params);`, only: ['js'] },
    {
      code: `${CLIENT}const params = { model: 'gpt-5.5' };\nparams.store = false;\nawait client.responses.create(params);`,
      only: ['js'],
    },
    {
      code: `${CLIENT}const params = { model: 'x' };\nif (Date.now()) params.store = false;\nelse params.store = false;\nawait client.responses.create(params);`,
      only: ['js'],
    },
    {
      code: `${CLIENT}export const ask = (store: boolean) => client.responses.create({ model: 'gpt-5.5', store });`,
      only: ['ts'],
    },
    {
      code: `import type OpenAI from 'openai';\nexport type Body = OpenAI.Responses.ResponseCreateParams;`,
      only: ['ts'],
    },
    {
      code: `import type { AzureOpenAI } from 'openai';\nexport const ask = (client: AzureOpenAI) => client.responses.create({});`,
      only: ['ts'],
    },
    { code: `${REQUIRE}void client.responses.create({ model: 'gpt-5.5', store: false });`, only: ['cjs'] },
    {
      code: `const Stripe = require('stripe'); // openai\nvoid new Stripe().responses.create({});`,
      only: ['cjs'],
    },
  ],
});
