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

const stored: Finding = { messageId: 'stored', data: row('parameter:store (Responses)') };
const storedInChat: Finding = { messageId: 'stored', data: row('parameter:store (Chat Completions)') };

const storedWithoutZdr: Finding = {
  messageId: 'stored',
  data: rowWithoutZdr('parameter:store (Responses)'),
};
const CONTROL = 'without ZDR it changes what OpenAI keeps';

const plain = (marked: string) => marked.replace(/[«»]/g, '');
/** One finding on `store: …`, which the fix turns into `store: false`. */
const fixed = (code: string, extra: Partial<Invalid> = {}): Invalid => ({
  code,
  output: plain(code.replace(/«(['"]?store['"]?)(?:: [^»]+)?»/, '$1: false')),
  findings: [stored],
  ...extra,
});
/** One finding on `store: …`, whose suggestion does. */
const suggested = (reason: string, code: string, extra: Partial<Invalid> = {}): Invalid => {
  const output = plain(code.replace(/«(['"]?store['"]?)(?:: [^»]+)?»/, '$1: false'));
  return {
    code,
    findings: [
      {
        ...(reason === CONTROL ? storedWithoutZdr : stored),
        suggestion: { messageId: 'writeFalse', data: { reason }, output },
      },
    ],
    ...extra,
  };
};

const VARIABLE = 'the value comes from a variable';
const LIVE = `${CLIENT}await client.live.sessions.accept('id', { session: { «store: true» } });`;

testRule('no-store', {
  invalid: [
    fixed(`${CLIENT}await client.responses.create({ model: 'gpt-5.5', «store: true» });`),
    fixed(`${CLIENT}await client.responses.parse({ «store: true», model: 'gpt-5.5' });`),
    fixed(`${CLIENT}client.responses.stream({ model: 'gpt-5.5', «store: true» });`),
    fixed(`${CLIENT}await client.responses.create({ model: 'gpt-5.5', «'store': true» });`),
    fixed(`${REQUIRE}void client.responses.create({ model: 'gpt-5.5', «store: true» });`, { only: ['cjs'] }),
    fixed(`${CLIENT}await client.chat.completions.create({ messages: [], «store: true» });`, {
      findings: [storedInChat],
    }),
    fixed(`${CLIENT}await client.chat.completions.parse({ messages: [], «store: true» });`, {
      findings: [storedInChat],
    }),
    fixed(`${CLIENT}client.chat.completions.stream({ messages: [], «store: true» });`, {
      findings: [storedInChat],
    }),
    fixed(`${CLIENT}client.beta.chat.completions.runTools({ messages: [], «store: true» });`, {
      findings: [storedInChat],
      only: ['js'],
    }),
    fixed(`${CLIENT}await client.responses.create({ model: 'gpt-5.5', «store: true as boolean» });`, {
      only: ['ts'],
    }),
    fixed(`${CLIENT}await client.responses.create({ model: 'gpt-5.5', «store: true» } as any);`, {
      only: ['ts'],
    }),
    fixed(
      `${CLIENT}const params = { model: 'gpt-5.5', «store: true» };\nawait client.responses.create(params);`,
    ),
    fixed(
      `${CLIENT}const defaults = { «store: true» };\nawait client.responses.create({ ...defaults, model: 'x' });`,
    ),
    fixed(
      `${CLIENT}const params: OpenAI.Responses.ResponseCreateParams = { «store: true» };\nawait client.responses.create(params);`,
      { only: ['ts'] },
    ),
    suggested(
      VARIABLE,
      `${CLIENT}const store = true;\nawait client.responses.create({ model: 'gpt-5.5', «store» });`,
    ),
    suggested(
      VARIABLE,
      `${CLIENT}const KEEP = true;\nawait client.responses.create({ model: 'x', «store: KEEP» });`,
    ),
    suggested(VARIABLE, `${CLIENT}await client.responses.create({ model: 'x', «store: !false» });`),
    {
      code: `${CLIENT}const params = { model: 'gpt-5.5' };\n«params.store = true»;\nawait client.responses.create(params);`,
      only: ['js'],
      findings: [
        {
          ...stored,
          suggestion: {
            messageId: 'writeFalse',
            data: { reason: VARIABLE },
            output: `${CLIENT}const params = { model: 'gpt-5.5' };\nparams.store = false;\nawait client.responses.create(params);`,
          },
        },
      ],
    },
    suggested(
      'background mode needs the stored response',
      `${CLIENT}await client.responses.create({ background: true, «store: true» });`,
    ),
    suggested(
      'the id of the result is used later',
      `${CLIENT}const { id } = await client.responses.create({ «store: true» });\nvoid id;`,
    ),
    suggested(CONTROL, `${CLIENT}await client.responses.create({ model: 'gpt-5.5', «store: true» });`, {
      settings: { control: 'none' },
    }),
    {
      code: LIVE,
      only: ['js'],
      findings: [{ messageId: 'stored', data: row('parameter:session.store (Live)') }],
    },
    fixed(`${IMPORT}export const ask = (client: OpenAI) => client.responses.create({ «store: true» });`, {
      only: ['ts'],
    }),
    fixed(
      `${IMPORT}const client = new OpenAI({ baseURL: process.env.OPENAI_BASE_URL });\nawait client.responses.create({ «store: true» });`,
    ),
  ],
  valid: [
    `${CLIENT}await client.responses.create({ model: 'gpt-5.5', store: false });`,
    `${CLIENT}await client.responses.create({ model: 'gpt-5.5' });`,
    `${CLIENT}await client.responses.create({ model: 'gpt-5.5', store: null });`,
    `${CLIENT}await client.responses.create({ model: 'gpt-5.5', store: undefined });`,
    `${CLIENT}await client.responses.create({ model: 'gpt-5.5', store: process.env.STORE === 'yes' });`,
    `${CLIENT}await client.responses.create({ ...{ store: true }, model: 'gpt-5.5', store: false });`,
    `${CLIENT}await client.responses.create({ store: true }, { body: { model: 'gpt-5.5', store: false } });`,
    `${CLIENT}await client.embeddings.create({ input: 'Hi', model: 'x', user: 'store: true' });`,
    `${CLIENT}await client.responses.create({ metadata: { store: true }, store: false });`,
    `${GROQ}await client.responses.create({ model: 'x', store: true });`,
    `${GROQ}await client.chat.completions.create({ model: 'x', messages: [], store: true });`,
    `${IMPORT}await new OpenAI({ baseURL: process.env.LLM_URL }).responses.create({ store: true });`,
    `import { AzureOpenAI } from 'openai';\nawait new AzureOpenAI().responses.create({ store: true });`,
    `import Groq from 'groq-sdk'; // openai\nawait new Groq().chat.completions.create({ store: true });`,
    `import { Mistral } from '@mistralai/mistralai'; // openai\nawait new Mistral().beta.conversations.start({ store: true });`,
    `import Stripe from 'stripe'; // openai\nawait new Stripe('').files.create({ store: true });`,
    `import OpenAI from './openai.js';\nawait new OpenAI().responses.create({ store: true });`,
    `export const settings = { vendor: 'openai', store: true };`,
    `await openai.responses.create({ store: true });`,
    `${IMPORT}import { vi } from 'vitest';\nvi.mock('openai');\nawait new OpenAI().responses.create({ store: true });`,
    `${CLIENT}expect(client.responses.create).toHaveBeenCalledWith({ store: true });`,
    { code: `${CLIENT}export const ask = (store) => client.responses.create({ store });`, only: ['js'] },
    {
      code: `${CLIENT}const params = { store: true };\nparams.store = false;\nawait client.responses.create(params);`,
      only: ['js'],
    },
    {
      code: `${CLIENT}const params = { store: true };\ndelete params.store;\nawait client.responses.create(params);`,
      only: ['js'],
    },
    {
      code: `${IMPORT}const OpenAI2 = class {\n  responses = { create: (body) => body };\n};\nawait new OpenAI2().responses.create({ store: true });\nvoid OpenAI;`,
      only: ['js'],
    },
    { code: `${REQUIRE}void client.responses.create({ model: 'gpt-5.5', store: false });`, only: ['cjs'] },
  ],
});
