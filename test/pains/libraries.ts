import type { Pain } from './pain.js';

/** The same pains where the code reaches OpenAI through another library. */
export const libraryPains: Readonly<Record<string, readonly Pain[]>> = {
  'P1: ids of items replayed, by a library': [
    {
      name: 'a tool loop of the AI SDK, which sends references because store is not written',
      preset: 'recommended',
      code: `
import { openai } from '@ai-sdk/openai';
import { generateText, stepCountIs, tool } from 'ai';

const weather = tool({ inputSchema, execute: async () => 'sunny' });

export const ask = (prompt) =>
  generateText({ //=> require-store-false: Write providerOptions: { openai: { store: false } } in the call.
    model: openai('gpt-5.4'),
    prompt,
    tools: { weather },
    stopWhen: stepCountIs(5),
  });`,
      mended: `
import { openai } from '@ai-sdk/openai';
import { generateText, stepCountIs, tool } from 'ai';

const weather = tool({ inputSchema, execute: async () => 'sunny' });

export const ask = (prompt) =>
  generateText({
    model: openai('gpt-5.4'),
    prompt,
    tools: { weather },
    stopWhen: stepCountIs(5),
    providerOptions: { openai: { store: false } },
  });`,
    },
    {
      name: 'store: false where the AI SDK makes the model, which reads it per call only',
      preset: 'recommended',
      code: `
import { openai } from '@ai-sdk/openai';
import { streamText } from 'ai';

const model = openai('gpt-5.4', { store: false }); //=> no-ineffective-control: reads store per call only

export const ask = (prompt) => streamText({ model, prompt }); //=> require-store-false: providerOptions`,
      mended: `
import { openai } from '@ai-sdk/openai';
import { streamText } from 'ai';

const model = openai('gpt-5.4');

export const ask = (prompt) =>
  streamText({ model, prompt, providerOptions: { openai: { store: false } } });`,
    },
    {
      name: 'a session of the Agents SDK that replays ids',
      preset: 'recommended',
      code: `
import { Agent, run, setTracingDisabled } from '@openai/agents';

setTracingDisabled(true);
const agent = new Agent({ name: 'a', instructions: 'Help.', modelSettings: { store: false } });

export const next = (text, last) => run(agent, text, { previousResponseId: last.lastResponseId }); //=> no-server-state: MemorySession`,
      mended: `
import { Agent, run, setTracingDisabled } from '@openai/agents';

setTracingDisabled(true);
const agent = new Agent({ name: 'a', instructions: 'Help.', modelSettings: { store: false } });

export const next = (history) => run(agent, history);`,
    },
  ],
  'P2: store left out in a library, and nobody is told': [
    {
      name: 'an agent whose model settings do not say it',
      preset: 'recommended',
      code: `
import { Agent, setTracingDisabled } from '@openai/agents';

setTracingDisabled(true);
export const agent = new Agent({ name: 'a', instructions: 'Help.', modelSettings: { temperature: 0 } }); //=> require-store-false: modelSettings`,
      mended: `
import { Agent, setTracingDisabled } from '@openai/agents';

setTracingDisabled(true);
export const agent = new Agent({
  name: 'a',
  instructions: 'Help.',
  modelSettings: { temperature: 0, store: false },
});`,
    },
    {
      name: 'LangChain on Responses, with a store that it drops',
      preset: 'recommended',
      code: `
import { ChatOpenAI } from '@langchain/openai';

export const llm = new ChatOpenAI({ //=> require-store-false: zdrEnabled: true
  model: 'gpt-5.4',
  useResponsesApi: true,
  store: false, //=> no-ineffective-control: drop store
});`,
      mended: `
import { ChatOpenAI } from '@langchain/openai';

export const llm = new ChatOpenAI({ model: 'gpt-5.4', useResponsesApi: true, zdrEnabled: true });`,
    },
    {
      name: 'a bare fetch',
      preset: 'recommended',
      code: `
export async function summarize(input) {
  const response = await fetch('https://api.openai.com/v1/responses', { //=> require-store-false: store
    method: 'POST',
    headers: { Authorization: \`Bearer \${process.env.OPENAI_API_KEY}\` },
    body: JSON.stringify({ model: 'gpt-5.4', input }),
  });
  return response.json();
}`,
      mended: `
export async function summarize(input) {
  const response = await fetch('https://api.openai.com/v1/responses', {
    method: 'POST',
    headers: { Authorization: \`Bearer \${process.env.OPENAI_API_KEY}\` },
    body: JSON.stringify({ model: 'gpt-5.4', input, store: false }),
  });
  return response.json();
}`,
    },
  ],
  'P4: switches that OpenAI does not have, through a library': [
    {
      name: 'a header of a bare fetch',
      preset: 'recommended',
      code: `
export const ask = (input) =>
  fetch('https://api.openai.com/v1/responses', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', 'OpenAI-No-Store': 'true' }, //=> no-invented-parameters: does not
    body: JSON.stringify({ model: 'gpt-5.4', input, store: false }),
  });`,
      mended: `
export const ask = (input) =>
  fetch('https://api.openai.com/v1/responses', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ model: 'gpt-5.4', input, store: false }),
  });`,
    },
    {
      name: 'keys that LangChain and the Agents SDK send as they are',
      preset: 'recommended',
      code: `
import { ChatOpenAI } from '@langchain/openai';
import { Agent, setTracingDisabled } from '@openai/agents';

setTracingDisabled(true);
export const llm = new ChatOpenAI({ model: 'gpt-5.4', useResponsesApi: true, zdrEnabled: true, modelKwargs: { data_retention: 'none' } }); //=> no-invented-parameters: data_retention
export const agent = new Agent({ name: 'a', instructions: 'Help.', modelSettings: { store: false, providerData: { zero_data_retention: true } } }); //=> no-invented-parameters: zero_data_retention`,
      mended: `
import { ChatOpenAI } from '@langchain/openai';
import { Agent, setTracingDisabled } from '@openai/agents';

setTracingDisabled(true);
export const llm = new ChatOpenAI({ model: 'gpt-5.4', useResponsesApi: true, zdrEnabled: true });
export const agent = new Agent({ name: 'a', instructions: 'Help.', modelSettings: { store: false } });`,
    },
  ],
  'P5: traces of agents': [
    {
      name: 'agents that run while nothing switches tracing off',
      preset: 'strict',
      code: `
import { Agent, run } from '@openai/agents';

const agent = new Agent({ name: 'a', instructions: 'Help.', modelSettings: { store: false } });

export const ask = (text) => run(agent, text); //=> no-trace-export: exports traces`,
      mended: `
import { Agent, run, setTracingDisabled } from '@openai/agents';

setTracingDisabled(true);
const agent = new Agent({ name: 'a', instructions: 'Help.', modelSettings: { store: false } });

export const ask = (text) => run(agent, text);`,
    },
    {
      name: 'switches in places where nobody reads them',
      preset: 'recommended',
      code: `
import { Agent, run, Runner } from '@openai/agents';

process.env.OPENAI_AGENTS_DISABLE_TRACING = '1'; //=> no-ineffective-control: when it is imported
const agent = new Agent({ name: 'a', instructions: 'Help.', modelSettings: { store: false } });

export const ask = (text) => run(agent, text, { tracingDisabled: true }); //=> no-ineffective-control: no tracingDisabled option`,
      mended: `
import { Agent, Runner } from '@openai/agents';

const agent = new Agent({ name: 'a', instructions: 'Help.', modelSettings: { store: false } });

export const ask = (text) => new Runner({ tracingDisabled: true }).run(agent, text);`,
    },
    {
      name: 'a voice session that is traced unless its own option says otherwise',
      preset: 'recommended',
      code: `
import { RealtimeAgent, RealtimeSession, setTracingDisabled } from '@openai/agents/realtime';

const agent = new RealtimeAgent({ name: 'a', instructions: 'Help.' });
export const session = new RealtimeSession(agent); //=> no-trace-export: tracingDisabled: true`,
      mended: `
import { RealtimeAgent, RealtimeSession } from '@openai/agents/realtime';

const agent = new RealtimeAgent({ name: 'a', instructions: 'Help.' });
export const session = new RealtimeSession(agent, { tracingDisabled: true });`,
    },
  ],
  'P6: sessions that are conversations': [
    {
      name: 'a session of the Agents SDK that lives at OpenAI',
      preset: 'recommended',
      code: `
import { Agent, OpenAIConversationsSession, run, setTracingDisabled } from '@openai/agents';

setTracingDisabled(true);
const agent = new Agent({ name: 'a', instructions: 'Help.', modelSettings: { store: false } });

export const ask = (text) => run(agent, text, { session: new OpenAIConversationsSession() }); //=> no-server-state: OpenAIConversationsSession`,
      mended: `
import { Agent, MemorySession, run, setTracingDisabled } from '@openai/agents';

setTracingDisabled(true);
const agent = new Agent({ name: 'a', instructions: 'Help.', modelSettings: { store: false } });

export const ask = (text) => run(agent, text, { session: new MemorySession() });`,
    },
    {
      name: 'threads of ChatKit that live at OpenAI',
      preset: 'recommended',
      code: `
import { useChatKit } from '@openai/chatkit-react';

export function useChat(getClientSecret) {
  return useChatKit({ api: { getClientSecret } }); //=> no-server-state: ChatKit
}`,
      mended: `
import { useChatKit } from '@openai/chatkit-react';

export function useChat() {
  return useChatKit({ api: { url: '/chatkit', domainKey: 'key' } });
}`,
    },
  ],
  'P14: a switch of a gateway': [
    {
      name: "the gateway's own switch, in the block of the options that goes to OpenAI",
      preset: 'recommended',
      code: `
import { openai } from '@ai-sdk/openai';
import { generateText } from 'ai';

export const ask = (prompt) =>
  generateText({
    model: openai('gpt-5.4'),
    prompt,
    providerOptions: { openai: { store: false, zeroDataRetention: true } }, //=> no-invented-parameters: zeroDataRetention
  });`,
      mended: `
import { openai } from '@ai-sdk/openai';
import { generateText } from 'ai';

export const ask = (prompt) =>
  generateText({ model: openai('gpt-5.4'), prompt, providerOptions: { openai: { store: false } } });`,
    },
  ],
};
