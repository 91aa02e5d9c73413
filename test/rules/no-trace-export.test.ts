import { CLIENT, GROQ, IMPORT, REQUIRE, row, testRule, type Invalid } from './tester.js';

const WRAPPED = row('parameter:session.tracing (Realtime)');
const BARE = row('parameter:tracing (Realtime)');

/** A finding on «…», where the suggestion writes `written` instead. */
const one = (code: string, written: string, data = WRAPPED, extra: Partial<Invalid> = {}): Invalid => ({
  code,
  findings: [
    {
      messageId: 'traced',
      data,
      suggestion: { messageId: 'writeNull', output: code.replace(/«.*»/s, written) },
    },
  ],
  only: ['js'],
  ...extra,
});
const secret = (session: string) =>
  `${CLIENT}await client.realtime.clientSecrets.create({ session: ${session} });`;

testRule('no-trace-export', {
  invalid: [
    one(secret(`{ type: 'realtime', «tracing: 'auto'» }`), 'tracing: null', WRAPPED, { only: ['ts', 'js'] }),
    one(secret(`{ «tracing: { workflow_name: 'x' }» }`), 'tracing: null'),
    one(secret(`{ «tracing: {}» }`), 'tracing: null'),
    one(secret(`{ «tracing: process.env.X ? 'auto' : null» }`), 'tracing: null'),
    one(
      `${CLIENT}const tracing = 'auto';\nawait client.realtime.clientSecrets.create({ session: { «tracing» } });`,
      'tracing: null',
    ),
    one(
      `${CLIENT}const session = { «tracing: 'auto'» };\nawait client.realtime.clientSecrets.create({ session });`,
      'tracing: null',
    ),
    one(
      `${CLIENT}const base = { «tracing: 'auto'» };\nawait client.realtime.clientSecrets.create({ session: { ...base, type: 'realtime' } });`,
      'tracing: null',
    ),
    one(
      `${CLIENT}await client.realtime.calls.create({ sdp: 'x', session: { «tracing: 'auto'» } });`,
      'tracing: null',
    ),
    one(`${CLIENT}await client.realtime.calls.accept('c', { «tracing: 'auto'» });`, 'tracing: null', BARE),
    one(`${CLIENT}await client.beta.realtime.sessions.create({ «tracing: 'auto'» });`, 'tracing: null', BARE),
    one(
      `${CLIENT}await client.post('/realtime/client_secrets', { body: { session: { «tracing: 'auto'» } } });`,
      'tracing: null',
    ),
    one(
      `import { OpenAIRealtimeWS } from 'openai/realtime/ws';\nnew OpenAIRealtimeWS({ model: 'x' }).send({ type: 'session.update', session: { «tracing: 'auto'» } });`,
      'tracing: null',
    ),
    one(
      `import { OpenAIRealtimeWebSocket } from 'openai/realtime/websocket';\nconst rt = new OpenAIRealtimeWebSocket({ model: 'x' });\nrt.send({ type: 'session.update', session: { «tracing: 'auto'» } });`,
      'tracing: null',
    ),
    one(`${REQUIRE}void client.realtime.calls.accept('c', { «tracing: 'auto'» });`, 'tracing: null', BARE, {
      only: ['cjs'],
    }),
    one(
      `${IMPORT}export const accept = (client: OpenAI) => client.realtime.calls.accept('c', { type: 'realtime', «tracing: 'auto' as const» });`,
      'tracing: null',
      BARE,
      { only: ['ts'] },
    ),
    {
      code: `${CLIENT}const session = {};\n«session.tracing = 'auto'»;\nawait client.realtime.clientSecrets.create({ session });`,
      only: ['js'],
      findings: [{ messageId: 'traced', data: WRAPPED }],
    },
  ],
  valid: [
    secret(`{ type: 'realtime' }`),
    secret(`{ tracing: null }`),
    secret(`{ tracing: undefined }`),
    secret(`{ tracing: process.env.TRACING }`),
    secret(`sessionOf()`),
    secret(`{ audio: { tracing: 'auto' } }`),
    secret(`{ instructions: 'tracing: auto' }`),
    `${CLIENT}export const open = (tracing) => client.realtime.clientSecrets.create({ session: { tracing } });`,
    `${CLIENT}await client.realtime.clientSecrets.create({ tracing: 'auto', session: {} });`,
    `${CLIENT}await client.realtime.calls.accept('c', { tracing: null });`,
    `${CLIENT}await client.realtime.calls.hangup('c');`,
    `${CLIENT}await client.responses.create({ input: 'x', store: false, metadata: { tracing: 'auto' } });`,
    `${CLIENT}await client.responses.create({ input: 'x', store: false, tracing: 'auto' });`,
    `import { OpenAIRealtimeWS } from 'openai/realtime/ws';\nnew OpenAIRealtimeWS({ model: 'x' }).send({ type: 'conversation.item.create', session: { tracing: 'auto' } });`,
    `${GROQ}await client.realtime.clientSecrets.create({ session: { tracing: 'auto' } });`,
    `import { AzureOpenAI } from 'openai';\nawait new AzureOpenAI().realtime.calls.accept('c', { tracing: 'auto' });`,
    `import { NodeSDK } from '@opentelemetry/sdk-node'; // openai\nnew NodeSDK({ tracing: 'auto' }).start();`,
    `import WebSocket from 'ws'; // openai\nnew WebSocket('wss://example.com').send(JSON.stringify({ session: { tracing: 'auto' } }));`,
    `${IMPORT}import { vi } from 'vitest';\nvi.mock('openai');\nawait new OpenAI().realtime.calls.accept('c', { tracing: 'auto' });`,
    { code: `${REQUIRE}void client.realtime.calls.accept('c', { tracing: null });`, only: ['cjs'] },
    {
      code: secret(`{ tracing: 'auto' }`),
      settings: { allow: [{ parameter: 'session.tracing', reason: 'Synthetic voices.' }] },
    },
  ],
});
