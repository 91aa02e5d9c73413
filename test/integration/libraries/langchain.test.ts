import { describe, expect, it } from 'vitest';
import { differences } from './claims.js';
import { sentBy } from './wire.js';

const IMPORTS = `import * as lc from '@langchain/openai';
const { ChatOpenAI } = lc;
`;

const ask = (fields: string, options = '') =>
  `await new ChatOpenAI({ maxRetries: 0, ${fields} }).invoke('Hi'${options && `, { ${options} }`});`;

/** What both majors are asked; the answers differ, and have to be those that the tables say. */
const programs = {
  chat: ask(`model: 'gpt-5'`),
  bare: `await new ChatOpenAI().invoke('Hi');`,
  responses: ask(`model: 'gpt-5', useResponsesApi: true`),
  text: `await new ChatOpenAI({ model: 'gpt-5', useResponsesApi: true }).invoke('Hi');`,
  zdr: ask(`model: 'gpt-5', useResponsesApi: true, zdrEnabled: true`),
  zdrOff: ask(`model: 'gpt-5', useResponsesApi: true, zdrEnabled: false`),
  zdrChat: ask(`model: 'gpt-5', zdrEnabled: true`),
  kwargs: ask(`model: 'gpt-5', useResponsesApi: true, zdrEnabled: true, modelKwargs: { store: true }`),
  kwargsFalse: ask(`model: 'gpt-5', useResponsesApi: true, modelKwargs: { store: false, background: true }`),
  kwargsChat: ask(`model: 'gpt-5', modelKwargs: { store: false }`),
  field: ask(`model: 'gpt-5', useResponsesApi: true, store: false`),
  fieldChat: ask(`model: 'gpt-5', store: true`),
  option: ask(`model: 'gpt-5', useResponsesApi: true`, `store: false`),
  config: `await new ChatOpenAI({ model: 'gpt-5', useResponsesApi: true }).withConfig({ store: false }).invoke('Hi');`,
  previous: ask(`model: 'gpt-5'`, `previous_response_id: 'resp_1'`),
  include: ask(`model: 'gpt-5'`, `include: ['reasoning.encrypted_content']`),
  truncation: ask(`model: 'gpt-5', zdrEnabled: true`, `truncation: 'auto'`),
  summary: ask(`model: 'gpt-5', reasoning: { summary: 'auto' }`),
  effort: ask(`model: 'gpt-5', reasoning: { effort: 'low' }`),
  summaryOption: ask(`model: 'gpt-5'`, `reasoning: { summary: 'auto' }`),
  tool: `await new ChatOpenAI({ model: 'gpt-5' }).bindTools([{ type: 'file_search', vector_store_ids: ['vs_1'] }]).invoke('Hi');`,
  toolConfig: `await new ChatOpenAI({ model: 'gpt-5' }).withConfig({ tools: [{ type: 'web_search' }] }).invoke('Hi');`,
  functions: `await new ChatOpenAI({ model: 'gpt-5' }).bindTools([{ type: 'function', function: { name: 'f', parameters: {} } }]).invoke('Hi');`,
  codex: ask(`model: 'gpt-5-codex'`),
  pro: ask(`model: 'gpt-5.5-pro'`),
  family: ask(`model: 'gpt-5.6-luna'`),
  next: ask(`model: 'gpt-6'`),
  older: ask(`modelName: 'gpt-5', useResponsesApi: true`),
  retention: ask(`model: 'gpt-5', useResponsesApi: true, zdrEnabled: true, promptCacheRetention: '24h'`),
  classResponses: `await new lc.ChatOpenAIResponses({ model: 'gpt-5', zdrEnabled: true }).invoke('Hi');`,
  classCompletions: `await new lc.ChatOpenAICompletions({ model: 'gpt-5.5-pro', zdrEnabled: true }).invoke('Hi');`,
  azure: `await new lc.AzureChatOpenAI({ model: 'gpt-5', azureOpenAIApiKey: 'k', azureOpenAIApiInstanceName: 'i', azureOpenAIApiDeploymentName: 'd', azureOpenAIApiVersion: 'v', useResponsesApi: true, zdrEnabled: true }).invoke('Hi');`,
  client: `await new lc.OpenAIClient().responses.create({ model: 'gpt-5', input: 'Hi' });`,
  completion: `await new lc.OpenAI({ model: 'gpt-3.5-turbo-instruct' }).invoke('Hi');`,
  embedding: `await new lc.OpenAIEmbeddings({ model: 'text-embedding-3-small' }).embedQuery('Hi');`,
  image: `await new lc.DallEAPIWrapper().invoke('Hi');`,
} as const;

const sets = [
  { set: 'langchain-0', versions: { '@langchain/openai': '0.6.17' } },
  { set: 'langchain-1', versions: { '@langchain/openai': '1.5.8' } },
] as const;

const KEYS = ['store', 'model', 'background', 'prompt_cache_retention'];

describe.each(sets)('$set', ({ set, versions }) => {
  const withImports = Object.fromEntries(
    Object.entries(programs).map(([name, code]) => [name, IMPORTS + code]),
  );
  const runs = sentBy(set, withImports);

  it.each(Object.entries(withImports))('%s', (name, code) => {
    const run = runs[name]!;
    expect(run.sent, run.error ?? '').not.toEqual([]);
    expect(differences(code, run, versions, KEYS)).toEqual([]);
  });

  it('what calls say is sent', () => {
    expect(runs.previous?.sent[0]?.body).toMatchObject({ previous_response_id: 'resp_1' });
    expect(runs.tool?.sent[0]?.body).toMatchObject({ tools: [{ type: 'file_search' }] });
  });
});

describe('what only version 1 can', () => {
  const { set, versions } = sets[1];
  const newer = {
    named: `await new ChatOpenAI('gpt-5', { useResponsesApi: true }).invoke('Hi');`,
    tools: `await new ChatOpenAI({ model: 'gpt-5', zdrEnabled: true }).bindTools([lc.tools.fileSearch({ vectorStoreIds: ['vs_1'] }), lc.tools.codeInterpreter({ container: { fileIds: ['file-1'] } }), lc.tools.mcp({ serverLabel: 'a', serverUrl: 'https://example.com' })]).invoke('Hi');`,
    init: `import { initChatModel } from 'langchain'; const llm = await initChatModel('openai:gpt-5', { useResponsesApi: true, store: false }); await llm.invoke('Hi');`,
    initZdr: `import { initChatModel } from 'langchain'; const llm = await initChatModel('gpt-5', { useResponsesApi: true, zdrEnabled: true }); await llm.invoke('Hi');`,
    agent: `import { createAgent } from 'langchain'; await createAgent({ model: 'openai:gpt-5-codex', tools: [] }).invoke({ messages: [{ role: 'user', content: 'Hi' }] });`,
    agentTools: `import { createAgent } from 'langchain'; await createAgent({ model: new ChatOpenAI({ model: 'gpt-5' }), tools: [lc.tools.webSearch()] }).invoke({ messages: [{ role: 'user', content: 'Hi' }] });`,
  } as const;
  const withImports = Object.fromEntries(Object.entries(newer).map(([name, code]) => [name, IMPORTS + code]));
  const runs = sentBy(set, withImports);

  it.each(Object.entries(withImports))('%s', (name, code) => {
    const run = runs[name]!;
    expect(run.sent, run.error ?? '').not.toEqual([]);
    expect(differences(code, run, versions, KEYS)).toEqual([]);
  });

  it('tools have the types and keys that the table says', () => {
    expect(runs.tools?.sent[0]?.body).toMatchObject({
      tools: [
        { type: 'file_search', vector_store_ids: ['vs_1'] },
        { type: 'code_interpreter', container: { file_ids: ['file-1'] } },
        { type: 'mcp', server_url: 'https://example.com' },
      ],
    });
  });
});
