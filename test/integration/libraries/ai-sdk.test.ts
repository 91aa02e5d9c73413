import { describe, expect, it } from 'vitest';
import { differences } from './claims.js';
import { sentBy } from './wire.js';

const sets = [
  { set: 'ai-sdk-4', versions: { ai: '4.3.19', '@ai-sdk/openai': '1.3.24', '@ai-sdk/azure': '1.3.25' } },
  { set: 'ai-sdk-5', versions: { ai: '5.0.277', '@ai-sdk/openai': '2.0.131', '@ai-sdk/azure': '2.0.138' } },
  { set: 'ai-sdk-6', versions: { ai: '6.0.326', '@ai-sdk/openai': '3.0.141', '@ai-sdk/azure': '3.0.128' } },
  { set: 'ai-sdk-7', versions: { ai: '7.0.173', '@ai-sdk/openai': '4.0.118', '@ai-sdk/azure': '4.0.85' } },
] as const;

const IMPORTS = `import * as ai from 'ai';
import { openai, createOpenAI } from '@ai-sdk/openai';
import { createAzure } from '@ai-sdk/azure';
const azure = createAzure({ resourceName: 'r', apiKey: 'k' });
const { generateText, streamText, wrapLanguageModel, defaultSettingsMiddleware } = ai;
const prompt = 'Hi';
`;

const ask = (model: string, options = '') =>
  `await generateText({ model: ${model}, prompt, maxRetries: 0, ${options} });`;

/** What every version is asked; the answer differs, and has to be the one that the tables say. */
const programs = {
  bare: ask("openai('gpt-5')"),
  responses: ask("openai.responses('gpt-5')"),
  chat: ask("openai.chat('gpt-5')"),
  languageModel: ask("openai.languageModel('gpt-5')"),
  factory: ask("openai.responses('gpt-5', { store: false })"),
  written: ask("openai.responses('gpt-5')", 'providerOptions: { openai: { store: false } }'),
  chatStored: ask("openai.chat('gpt-5')", 'providerOptions: { openai: { store: true } }'),
  older: ask("openai.responses('gpt-5')", 'experimental_providerMetadata: { openai: { store: false } }'),
  beside: ask("openai.responses('gpt-5')", 'store: false'),
  unknown: ask(
    "openai.responses('gpt-5')",
    "providerOptions: { openai: { background: true, data_usage: 'none', store: false } }",
  ),
  previous: ask(
    "openai.responses('gpt-5')",
    "providerOptions: { openai: { previousResponseId: 'resp_1', store: true } }",
  ),
  made: ask("createOpenAI({ apiKey: 'k', store: false }).responses('gpt-5')"),
  stream: `const answer = streamText({ model: openai.responses('gpt-5'), prompt, maxRetries: 0 }); for await (const part of answer.fullStream) if (part.type === 'error') break;`,
  middleware: `const model = wrapLanguageModel({ model: openai.responses('gpt-5'),
    middleware: defaultSettingsMiddleware({ settings: { providerOptions: { openai: { store: false } } } }) });
    ${ask('model')}`,
  olderMiddleware: `const model = wrapLanguageModel({ model: openai.responses('gpt-5'),
    middleware: defaultSettingsMiddleware({ settings: { providerMetadata: { openai: { store: false } } } }) });
    ${ask('model')}`,
  merged: `const model = wrapLanguageModel({ model: openai.responses('gpt-5'),
    middleware: defaultSettingsMiddleware({ settings: { providerOptions: { openai: { store: false } }, providerMetadata: { openai: { store: false } } } }) });
    ${ask('model', 'providerOptions: { openai: { store: true } }')}`,
  embedding: `await ai.embed({ model: openai.embedding('text-embedding-3-small'), value: 'Hi', maxRetries: 0 });`,
  azure: ask("azure('d')"),
  azureResponses: ask("azure.responses('d')"),
  azureOwn: ask("azure.responses('d')", 'providerOptions: { azure: { store: false } }'),
  azureOpenai: ask("azure.responses('d')", 'providerOptions: { openai: { store: false } }'),
  azureBoth: ask(
    "azure.responses('d')",
    "providerOptions: { azure: { reasoningSummary: 'auto' }, openai: { store: false } }",
  ),
} as const;

describe.each(sets)('$set', ({ set, versions }) => {
  const withImports = Object.fromEntries(
    Object.entries(programs).map(([name, code]) => [name, IMPORTS + code]),
  );
  const runs = sentBy(set, withImports);

  it.each(Object.entries(withImports))('%s', (name, code) => {
    const run = runs[name]!;
    expect(run.sent, run.error ?? '').not.toEqual([]);
    expect(
      differences(code, run, versions, ['store', 'previous_response_id', 'background', 'model']),
    ).toEqual([]);
  });
});

describe('what only version 7 can', () => {
  const { set, versions } = sets[3];
  const kept = {
    upload: `await ai.uploadFile({ api: openai, data: new Uint8Array([1]), mediaType: 'application/pdf' });`,
    agent: `const agent = new ai.ToolLoopAgent({ model: openai('gpt-5') }); await agent.generate({ prompt });`,
    agentWritten: `const agent = new ai.ToolLoopAgent({ model: openai('gpt-5'), providerOptions: { openai: { store: false } } }); await agent.generate({ prompt });`,
    tools: ask(
      "openai('gpt-5')",
      `providerOptions: { openai: { store: false } }, tools: {
      file_search: openai.tools.fileSearch({ vectorStoreIds: ['vs_1'] }),
      code_interpreter: openai.tools.codeInterpreter({}) }`,
    ),
  } as const;
  const withImports = Object.fromEntries(Object.entries(kept).map(([name, code]) => [name, IMPORTS + code]));
  const runs = sentBy(set, withImports);

  it.each(Object.entries(withImports))('%s', (name, code) => {
    const run = runs[name]!;
    expect(run.sent, run.error ?? '').not.toEqual([]);
    expect(differences(code, run, versions)).toEqual([]);
  });

  it('tools have the types that the table says', () => {
    expect(runs.tools?.sent[0]?.body).toMatchObject({
      tools: [
        { type: 'file_search', vector_store_ids: ['vs_1'] },
        { type: 'code_interpreter', container: { type: 'auto' } },
      ],
    });
  });
});
