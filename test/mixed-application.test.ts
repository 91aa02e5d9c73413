/** One application that reaches OpenAI by many roads: each place is reported once, by the rule that owns it. */
import { describe, expect, it } from 'vitest';
import plugin from '../src/index.js';
import { fixed, lint } from './adapters/lint.js';

const APPLICATION = `import { azure } from '@ai-sdk/azure';
import { openai } from '@ai-sdk/openai';
import { ChatOpenAI } from '@langchain/openai';
import { Agent, Runner, OpenAIConversationsSession, RealtimeSession, run, setTracingDisabled } from '@openai/agents';
import { generateText, streamText, uploadFile } from 'ai';
import axios from 'axios';
import { wrapOpenAI } from 'langsmith/wrappers';
import { openaiResponses } from '@llamaindex/openai';
import OpenAI from 'openai';

setTracingDisabled(true);

const groq = new OpenAI({ baseURL: 'https://api.groq.com/openai/v1', apiKey: process.env.GROQ_API_KEY });
const client = wrapOpenAI(new OpenAI());
const api = axios.create({ baseURL: 'https://api.openai.com/v1' });
const zdr = { openai: { store: false } } as const;

export class Assistant {
  readonly model = openai('gpt-5.6');
  readonly chat = new ChatOpenAI({ model: 'gpt-5.6', useResponsesApi: true });
  readonly safeChat = new ChatOpenAI({ model: 'gpt-5.6', useResponsesApi: true, zdrEnabled: true });
  readonly agent = new Agent({ name: 'a', instructions: 'Be short.' });
  readonly safeAgent = new Agent({ name: 'b', instructions: 'Be short.', modelSettings: { store: false } });

  async direct(input: string) {
    await groq.responses.create({ model: 'llama-4', input });
    await client.responses.create({ model: 'gpt-5.6', input });
    await client.responses.create({ model: 'gpt-5.6', input, store: false, previous_response_id: 'resp_1' });
  }

  async sdk(prompt: string) {
    await generateText({ model: this.model, prompt });
    await streamText({ model: this.model, prompt, providerOptions: zdr });
    await generateText({ model: openai('gpt-5.6', { store: false }), prompt, providerOptions: zdr });
    await generateText({ model: azure('deployment'), prompt });
    await uploadFile({ api: openai, data: new Uint8Array(), mediaType: 'application/pdf' });
  }

  async raw(input: string, form: FormData) {
    await fetch('https://api.openai.com/v1/responses', {
      method: 'POST',
      headers: { 'X-OpenAI-No-Store': 'true' },
      body: JSON.stringify({ model: 'gpt-5.6', input, store: false }),
    });
    await api.post('/responses', { model: 'gpt-5.6', input });
    await api.post('/files', form);
    await fetch('https://api.mistral.ai/v1/responses', { method: 'POST', body: JSON.stringify({ input }) });
  }

  async agents(input: string) {
    await run(this.safeAgent, input, { session: new OpenAIConversationsSession() });
    new RealtimeSession(this.safeAgent as never);
    new RealtimeSession(this.safeAgent as never, { tracingDisabled: true });
  }

  chains() {
    this.safeChat.bindTools([{ type: 'file_search', vector_store_ids: ['vs_1'] }]);
    return openaiResponses({ model: 'gpt-4o' });
  }
}
`;

/** `line rule` of each report. */
function reports(preset: 'recommended' | 'strict'): string[] {
  const rules = plugin.configs[preset].rules as never;
  return lint(APPLICATION, 'ts', { rules }).map(
    ({ line, ruleId }) => `${APPLICATION.split('\n')[line - 1]!.trim().slice(0, 44)} | ${ruleId?.slice(11)}`,
  );
}

describe('an application that uses many libraries', () => {
  it('is told by `recommended` exactly what is definite', () => {
    expect(reports('recommended')).toMatchInlineSnapshot(`
      [
        "readonly chat = new ChatOpenAI({ model: 'gpt | require-store-false",
        "readonly agent = new Agent({ name: 'a', inst | require-store-false",
        "await client.responses.create({ model: 'gpt- | require-store-false",
        "await client.responses.create({ model: 'gpt- | no-server-state",
        "await generateText({ model: this.model, prom | require-store-false",
        "await generateText({ model: openai('gpt-5.6' | no-ineffective-control",
        "await uploadFile({ api: openai, data: new Ui | no-file-upload",
        "headers: { 'X-OpenAI-No-Store': 'true' }, | no-invented-parameters",
        "await api.post('/responses', { model: 'gpt-5 | require-store-false",
        "await api.post('/files', form); | no-file-upload",
        "await run(this.safeAgent, input, { session:  | no-server-state",
        "new RealtimeSession(this.safeAgent as never) | no-trace-export",
        "this.safeChat.bindTools([{ type: 'file_searc | no-hosted-tools",
      ]
    `);
  });

  it('is told by `strict` what is unproven or kept by others besides', () => {
    const known = new Set(reports('recommended'));
    expect(reports('strict').filter((report) => !known.has(report))).toMatchInlineSnapshot(`
      [
        "const client = wrapOpenAI(new OpenAI()); | no-third-party-logging",
      ]
    `);
  });

  it('has fixes that leave only what needs a decision', () => {
    const after = fixed(APPLICATION, 'ts');
    const left = lint(after, 'ts').map(({ ruleId }) => ruleId?.slice(11));
    expect([...new Set(left)].sort()).toMatchInlineSnapshot(`
      [
        "no-file-upload",
        "no-hosted-tools",
        "no-server-state",
        "no-trace-export",
      ]
    `);
  });
});
