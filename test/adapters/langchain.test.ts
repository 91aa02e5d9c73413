import type { Linter } from 'eslint';
import { describe, expect, it } from 'vitest';
import plugin from '../../src/index.js';
import { fixed, lint, ruleIds, type Language, type LintOptions } from './lint.js';

const IMPORTS = `import { ChatOpenAI, ChatOpenAIResponses, ChatOpenAICompletions, AzureChatOpenAI, OpenAI, OpenAIClient, OpenAIEmbeddings, DallEAPIWrapper, tools } from '@langchain/openai';
import { initChatModel, createAgent } from 'langchain';
`;
/** The line of the sample, behind the imports. */
const LINE = 3;

const STORE = 'require-store-false';
const TRUE = 'no-store';
const DEAD = 'no-ineffective-control';
const STATE = 'no-server-state';
const TOOLS = 'no-hosted-tools';
const INVENTED = 'no-invented-parameters';

/** Rule, line and the beginning of what the report stands on, of everything that is said of a sample. */
function said(sample: string, options: LintOptions = {}, language: Language = 'ts'): string[] {
  const text = IMPORTS + sample;
  const lines = text.split('\n');
  return lint(text, language, options).map(({ ruleId, line, column, endColumn, endLine }) => {
    const end = endLine === line ? endColumn : undefined;
    const at = lines[line - 1]!.slice(column - 1, end === undefined ? undefined : end - 1);
    return `${ruleId!.replace('openai-zdr/', '')} ${line - LINE + 1}: ${at}`;
  });
}

function mended(sample: string, options: LintOptions = {}): string {
  return fixed(IMPORTS + sample, 'ts', options).slice(IMPORTS.length);
}

const versions = (version: string): LintOptions => ({
  settings: { versions: { '@langchain/openai': version } },
});

const strict: LintOptions = { rules: plugin.configs.strict.rules as Linter.RulesRecord };

describe('documented samples', () => {
  it('Responses by a switch', () => {
    const sample = `new ChatOpenAI({ model: 'gpt-5', useResponsesApi: true });`;
    expect(said(sample)).toEqual([`${STORE} 1: ChatOpenAI`]);
    expect(mended(sample)).toBe(
      `new ChatOpenAI({ model: 'gpt-5', useResponsesApi: true, zdrEnabled: true });`,
    );
    expect(lint(IMPORTS + sample, 'ts')[0]!.message).toContain('Write zdrEnabled: true in the constructor');
  });

  it('Responses by the name of the model', () => {
    expect(said(`new ChatOpenAI({ model: 'gpt-5.6-luna' });`)).toEqual([`${STORE} 1: ChatOpenAI`]);
  });

  it('zdrEnabled sends store: false', () => {
    expect(said(`new ChatOpenAI({ model: 'gpt-5', useResponsesApi: true, zdrEnabled: true });`)).toEqual([]);
  });

  it('modelKwargs wins over zdrEnabled', () => {
    const sample = `new ChatOpenAI({ model: 'gpt-5', useResponsesApi: true, zdrEnabled: true, modelKwargs: { store: true } });`;
    expect(said(sample)).toEqual([`${TRUE} 1: store: true`]);
    expect(mended(sample)).toContain('modelKwargs: { store: false }');
  });

  it('store is dropped', () => {
    const sample = `await initChatModel('openai:gpt-5', { useResponsesApi: true, store: false });`;
    expect(said(sample)).toEqual([`${STORE} 1: initChatModel`, `${DEAD} 1: store: false`]);
    expect(mended(sample)).toBe(
      `await initChatModel('openai:gpt-5', { useResponsesApi: true, zdrEnabled: true });`,
    );
  });

  it('previous_response_id', () => {
    const sample = `const llm = new ChatOpenAI({ model: 'gpt-5', useResponsesApi: true, zdrEnabled: true });
await llm.invoke(msgs, { previous_response_id: last });`;
    expect(said(sample)).toEqual([`${STATE} 2: previous_response_id: last`]);
  });

  it('file search turns Responses on', () => {
    const sample = `const llm = new ChatOpenAI({ model: 'gpt-5' });
llm.bindTools([{ type: 'file_search', vector_store_ids: ['vs_1'] }]);`;
    expect(said(sample)).toEqual([`${STORE} 1: ChatOpenAI`, `${TOOLS} 2: type: 'file_search'`]);
  });

  it('another host', () => {
    expect(
      said(
        `new ChatOpenAI({ model: 'llama', useResponsesApi: true, configuration: { baseURL: 'https://openrouter.ai/api/v1' } });`,
      ),
    ).toEqual([]);
  });

  it('the client of the openai package', () => {
    expect(said(`await new OpenAIClient().responses.create({ model: 'gpt-5', input });`)).toEqual([
      `${STORE} 1: create`,
    ]);
  });
});

describe('which endpoint', () => {
  const responses: readonly string[] = [
    `new ChatOpenAIResponses({ model: 'gpt-5' })`,
    `new ChatOpenAI('gpt-5', { useResponsesApi: true })`,
    `new ChatOpenAI('gpt-5.1-codex')`,
    `new ChatOpenAI({ modelName: 'codex-mini-latest' })`,
    `new ChatOpenAI({ model: 'gpt-5', reasoning: { effort: 'low', summary: 'auto' } })`,
    `new ChatOpenAI({ model: long ? 'gpt-5.4-pro' : 'gpt-5' })`,
    `new ChatOpenAI({ model: 'gpt-5' }).bindTools([{ type: 'web_search' }])`,
    `new ChatOpenAI({ model: 'gpt-5' }).bindTools([tools.webSearch()])`,
    `new ChatOpenAI({ model: 'gpt-5' }).withConfig({ tools: [{ type: 'image_generation' }] })`,
    `new ChatOpenAI({ model: 'gpt-5' }).invoke(msgs, { include: ['reasoning.encrypted_content'] })`,
    `new ChatOpenAI({ model: 'gpt-5' }).stream(msgs, { truncation: 'auto' })`,
    `new ChatOpenAI({ model: 'gpt-5' }).invoke(msgs, { reasoning: { summary: 'auto' } })`,
    `await initChatModel('gpt-5', { useResponsesApi: true })`,
    `await initChatModel('gpt-5', { modelProvider: 'openai', useResponsesApi: true })`,
    `createAgent({ model: 'openai:gpt-5.6', tools: [] })`,
    `createAgent({ model: new ChatOpenAI({ model: 'gpt-5' }), tools: [tools.imageGeneration()] })`,
  ];
  it.each(responses)('Responses: %s', (sample) => {
    expect(ruleIds(lint(IMPORTS + sample, 'ts', { rules: { 'openai-zdr/require-store-false': 2 } }))).toEqual(
      [STORE],
    );
  });

  const chat: readonly string[] = [
    `new ChatOpenAI()`,
    `new ChatOpenAI({ model: 'gpt-5' })`,
    `new ChatOpenAI({ model: 'gpt-6' })`,
    `new ChatOpenAI({ model: 'gpt-5', useResponsesApi: false })`,
    `new ChatOpenAI({ model: 'gpt-5', reasoning: { effort: 'low' } })`,
    `new ChatOpenAICompletions({ model: 'gpt-5.6' })`,
    `new ChatOpenAI({ model: 'gpt-5' }).bindTools([search])`,
    `new ChatOpenAI({ model: 'gpt-5' }).bindTools([{ type: 'function', function: { name: 'f' } }])`,
    `new ChatOpenAI({ model: 'gpt-5' }).invoke(msgs, { callbacks: [], tags: ['a'] })`,
    `new ChatOpenAI({ model: 'gpt-5', zdrEnabled: true })`,
    `await initChatModel('openai:gpt-5', { temperature: 0 })`,
    `createAgent({ model: 'openai:gpt-5', tools: [search] })`,
    `new OpenAI({ model: 'gpt-5.6', useResponsesApi: true })`,
    `new OpenAIEmbeddings({ model: 'text-embedding-3-small' })`,
  ];
  it.each(chat)('no Responses: %s', (sample) => {
    expect(said(sample)).toEqual([]);
  });

  it.each([
    ['0.3.17', `useResponsesApi: true`, []],
    ['0.4.9', `useResponsesApi: true`, [STORE]],
    ['0.6.17', `useResponsesApi: true`, [STORE]],
    ['^0.4.0', `useResponsesApi: true`, []],
  ])('%s and %s', (version, fields, rules) => {
    expect(ruleIds(lint(`${IMPORTS}new ChatOpenAI({ ${fields} });`, 'ts', versions(version)))).toEqual(rules);
  });

  it.each([
    ['0.6.17', 'gpt-5-codex', []],
    ['1.2.4', 'gpt-5-codex', []],
    ['1.2.4', 'gpt-5.2-pro', [STORE]],
    ['1.2.5', 'gpt-5-codex', [STORE]],
    ['1.2.12', 'gpt-5.4-pro', []],
    ['1.2.13', 'gpt-5.4-pro', [STORE]],
    ['1.4.5', 'gpt-5.5-pro', [STORE]],
    ['1.5.8', 'gpt-5.6-luna', []],
    ['1.5.12', 'gpt-5.6-sol', [STORE]],
    ['1.6.0', 'gpt-5.6-luna', [STORE]],
    ['^1.0.0', 'gpt-5.6-luna', []],
  ])('@langchain/openai %s and %s', (version, model, rules) => {
    expect(
      ruleIds(lint(`${IMPORTS}new ChatOpenAI({ model: '${model}' });`, 'ts', versions(version))),
    ).toEqual(rules);
  });

  it('a switch that cannot be read is unproven, and only strict says so', () => {
    const sample = `new ChatOpenAI({ model: 'gpt-5', useResponsesApi: process.env.RESPONSES === '1' });`;
    expect(said(sample)).toEqual([]);
    expect(said(sample, strict)).toEqual(['no-unproven-request 1: ChatOpenAI']);
  });

  it('fields that cannot be read are unproven', () => {
    const sample = `export const make = (fields) => new ChatOpenAI({ ...fields, model: 'gpt-5' });`;
    expect(said(sample)).toEqual([]);
    expect(said(sample, strict)).toEqual(['no-unproven-request 1: ChatOpenAI']);
  });

  it('a range of versions of which some choose Responses is unproven', () => {
    const sample = `new ChatOpenAI({ model: 'gpt-5.6' });`;
    expect(said(sample, { ...strict, ...versions('^1.5.0') })).toEqual(['no-unproven-request 1: ChatOpenAI']);
  });
});

describe('what stands where', () => {
  it('on Chat Completions the remedy is modelKwargs', () => {
    const sample = `new ChatOpenAI({ model: 'gpt-5' });`;
    expect(said(sample, strict)).toEqual([`${STORE} 1: ChatOpenAI`]);
    expect(mended(sample, strict)).toBe(`new ChatOpenAI({ model: 'gpt-5', modelKwargs: { store: false } });`);
    expect(said(`new ChatOpenAI({ model: 'gpt-5', modelKwargs: { store: false } });`, strict)).toEqual([]);
    expect(mended(`new ChatOpenAI({ modelKwargs: { seed: 1 } });`, strict)).toBe(
      `new ChatOpenAI({ modelKwargs: { seed: 1, store: false } });`,
    );
  });

  it('before 0.5.8 there is no zdrEnabled', () => {
    const sample = `new ChatOpenAI({ useResponsesApi: true, zdrEnabled: true });`;
    expect(said(sample, versions('0.5.7'))).toEqual([`${STORE} 1: ChatOpenAI`]);
    expect(mended(sample, versions('0.5.7'))).toContain('modelKwargs: { store: false }');
    expect(said(sample, versions('0.5.8'))).toEqual([]);
    expect(said(sample, versions('^0.5.0'))).toEqual([]);
  });

  it('zdrEnabled: false is turned on', () => {
    const sample = `new ChatOpenAI({ useResponsesApi: true, zdrEnabled: false });`;
    expect(said(sample)).toEqual([`${STORE} 1: zdrEnabled: false`]);
    expect(mended(sample)).toBe(`new ChatOpenAI({ useResponsesApi: true, zdrEnabled: true });`);
  });

  it('zdrEnabled of an unknown value is unproven', () => {
    const sample = `new ChatOpenAI({ useResponsesApi: true, zdrEnabled: isStrict() });`;
    expect(said(sample)).toEqual([]);
    expect(said(sample, strict)).toEqual(['no-unproven-request 1: ChatOpenAI']);
  });

  it('a conditional zdrEnabled that may be off is reported', () => {
    const sample = `new ChatOpenAI({ useResponsesApi: true, zdrEnabled: isTest ? false : true });`;
    expect(said(sample)).toEqual([`${STORE} 1: zdrEnabled: isTest ? false : true`]);
  });

  it('modelKwargs passes everything on', () => {
    const sample = `new ChatOpenAI({ useResponsesApi: true, modelKwargs: { store: false, background: true, conversation: 'c', zero_data_retention: true, prompt_cache_retention: '24h' } });`;
    expect(said(sample)).toEqual([
      'no-background 1: background: true',
      `${STATE} 1: conversation: 'c'`,
      `${INVENTED} 1: zero_data_retention`,
      `no-prompt-cache-retention 1: prompt_cache_retention: '24h'`,
    ]);
  });

  it.each([
    ['1.1.3', 'ChatOpenAICompletions', true],
    ['1.2.0', 'ChatOpenAICompletions', false],
    ['1.5.12', 'ChatOpenAICompletions', false],
    ['~1.5.0', 'ChatOpenAI', false],
    ['1.6.0', 'ChatOpenAICompletions', true],
    ['^1.5.0', 'ChatOpenAICompletions', false],
    ['1.5.12', 'ChatOpenAIResponses', true],
  ])('@langchain/openai %s: does %s send modelKwargs.prompt_cache_retention? %s', (version, name, isSent) => {
    const sample = `new ${name}({ model: 'gpt-5', modelKwargs: { store: false, prompt_cache_retention: '24h' } });`;
    const reports = isSent ? [`no-prompt-cache-retention 1: prompt_cache_retention: '24h'`] : [];
    expect(said(sample, versions(version))).toEqual(reports);
  });

  it('a field counts where modelKwargs is written over, and its other keys are sent', () => {
    const field = `new ChatOpenAI({ promptCacheRetention: '24h', modelKwargs: { prompt_cache_retention: 'in_memory' } });`;
    expect(said(field, versions('1.5.12'))).toEqual([
      `no-prompt-cache-retention 1: promptCacheRetention: '24h'`,
    ]);
    const other = `new ChatOpenAI({ modelKwargs: { store: true, prompt_cache_retention: '24h' } });`;
    expect(said(other, versions('1.5.12'))).toEqual([`${TRUE} 1: store: true`]);
  });

  it('an invented field of the constructor is never sent', () => {
    const sample = `new ChatOpenAI({ model: 'gpt-5', zeroDataRetention: true });`;
    expect(said(sample)).toEqual([`${INVENTED} 1: zeroDataRetention`]);
    expect(lint(IMPORTS + sample, 'ts')[0]!.message).toContain('LangChain passes on no key');
    expect(mended(sample)).toBe(`new ChatOpenAI({ model: 'gpt-5' });`);
  });

  it('fields of LangChain are nothing to the API', () => {
    const sample = `new ChatOpenAI({ useResponsesApi: true, zdrEnabled: true, temperature: 0, callbacks: [], cache: true, metadata: { a: 1 }, maxRetries: 2 });`;
    expect(said(sample, strict)).toEqual([]);
  });

  it('promptCacheRetention and promptCacheOptions', () => {
    const sample = `const llm = new ChatOpenAI({ useResponsesApi: true, zdrEnabled: true, promptCacheRetention: '24h' });`;
    expect(said(sample)).toEqual([`no-prompt-cache-retention 1: promptCacheRetention: '24h'`]);
    expect(said(sample, versions('0.6.17'))).toEqual([]);
    expect(
      said(
        `const llm = new ChatOpenAI({ useResponsesApi: true, zdrEnabled: true }); llm.invoke(msgs, { promptCacheRetention: '24h' });`,
      ),
    ).toEqual([`no-prompt-cache-retention 1: promptCacheRetention: '24h'`]);
  });

  it.each([
    [`const llm = new ChatOpenAI({ model: 'gpt-5', store: false });`],
    [`new ChatOpenAI({ model: 'gpt-5' }).invoke(msgs, { store: false });`],
    [`new ChatOpenAI({ model: 'gpt-5' }).withConfig({ store: false });`],
    [`new ChatOpenAI({ model: 'gpt-5' }).bindTools([], { store: false });`],
  ])('dropped: %s', (sample) => {
    expect(said(sample)).toEqual([`${DEAD} 1: store: false`]);
    expect(mended(sample)).not.toContain('store');
  });

  it('a store of LangGraph is none of OpenAI', () => {
    expect(said(`new ChatOpenAI({ model: 'gpt-5' }).invoke(msgs, { store: new InMemoryStore() });`)).toEqual(
      [],
    );
  });

  it('Azure is silent unless the settings name it', () => {
    const sample = `new AzureChatOpenAI({ azureOpenAIApiDeploymentName: 'd', useResponsesApi: true });`;
    expect(said(sample)).toEqual([]);
    expect(said(sample, { settings: { clouds: ['azure'] } })).toEqual([`${STORE} 1: AzureChatOpenAI`]);
    expect(said(`new ChatOpenAI({ azureOpenAIApiKey: key, useResponsesApi: true });`)).toEqual([]);
  });

  it('DALL-E is gone, also where no model is named', () => {
    expect(said(`new DallEAPIWrapper();`)).toEqual(['no-non-zdr-model 1: new DallEAPIWrapper()']);
    expect(said(`new DallEAPIWrapper({ model: 'gpt-image-1.5' });`)).toEqual([]);
  });

  it('tools of the package', () => {
    const sample = `new ChatOpenAIResponses({ zdrEnabled: true }).bindTools([
  tools.fileSearch({ vectorStoreIds: ['vs_1'] }),
  tools.codeInterpreter({ container: { fileIds: ['file-1'] } }),
  tools.mcp({ serverLabel: 'a', serverUrl: 'https://example.com/mcp' }),
  tools.shell({ execute }),
]);`;
    expect(said(sample, { rules: { ...strict.rules, 'openai-zdr/no-unproven-request': 0 } })).toEqual([
      `${TOOLS} 2: tools.fileSearch({ vectorStoreIds: ['vs_1'] })`,
      `no-hosted-containers 3: tools.codeInterpreter({ container: { fileIds: ['file-1'] } })`,
      `no-stored-file-input 3: fileIds: ['file-1']`,
      `no-third-party-tools 4: tools.mcp({ serverLabel: 'a', serverUrl: 'https://example.com/mcp' })`,
    ]);
  });

  it('fixes are only offered where a call builds on a stored response', () => {
    const sample = `const llm = new ChatOpenAI({ useResponsesApi: true });
await llm.invoke(msgs, { previous_response_id: last });`;
    const [missing] = lint(IMPORTS + sample, 'ts');
    expect(missing?.ruleId).toBe('openai-zdr/require-store-false');
    expect(missing?.fix).toBeUndefined();
    expect(missing!.suggestions?.[0]?.desc).toContain('previous_response_id');
  });

  it('headers and the body of request options', () => {
    const sample = `const llm = new ChatOpenAI({ zdrEnabled: true, configuration: { defaultHeaders: { 'X-OpenAI-Opt-Out': 'true' } } });
llm.invoke(msgs, { options: { headers: { 'OpenAI-No-Training': 'true' } } });`;
    expect(said(sample)).toEqual([
      `${INVENTED} 1: 'X-OpenAI-Opt-Out'`,
      `${INVENTED} 2: 'OpenAI-No-Training'`,
    ]);
  });
});

describe('assistants and files of older versions', () => {
  it.each([
    [
      `import { OpenAIAssistantRunnable } from 'langchain/experimental/openai_assistant';
new OpenAIAssistantRunnable({ assistantId: 'asst_1' });`,
    ],
    [
      `import { OpenAIAssistantRunnable } from 'langchain/experimental/openai_assistant';
await OpenAIAssistantRunnable.createAssistant({ model: 'gpt-4o' });`,
    ],
  ])('%s', (code) => {
    expect(ruleIds(lint(code, 'ts'))).toEqual(['no-non-zdr-endpoint']);
  });

  it('OpenAIFiles', () => {
    const code = `import { OpenAIFiles } from 'langchain/experimental/openai_files';
const files = new OpenAIFiles();
await files.createFile({ file, purpose: 'assistants' });`;
    expect(lint(code, 'ts').map(({ ruleId, line }) => `${ruleId} ${line}`)).toEqual([
      'openai-zdr/no-file-upload 3',
    ]);
  });

  it('an assistant at another host', () => {
    const code = `import { OpenAIAssistantRunnable } from 'langchain/experimental/openai_assistant';
new OpenAIAssistantRunnable({ assistantId: 'a', clientOptions: { baseURL: 'https://llm.example.com/v1' } });
new OpenAIAssistantRunnable({ assistantId: 'a', client: new OpenAI({ baseURL: 'https://llm.example.com/v1' }) });
import OpenAI from 'openai';`;
    expect(lint(code, 'ts')).toEqual([]);
  });

  it('the chat model of langchain 0.0 knows no Responses', () => {
    const code = `import { ChatOpenAI } from 'langchain/chat_models/openai';
new ChatOpenAI({ modelName: 'gpt-5.6', useResponsesApi: true });
new ChatOpenAI({ modelName: 'gpt-4', store: false });`;
    expect(ruleIds(lint(code, 'ts'))).toEqual([DEAD]);
    expect(ruleIds(lint(code.replaceAll('})', '}, { basePath: "https://llm.example.com" })'), 'ts'))).toEqual(
      [],
    );
  });
});

describe('evasions', () => {
  const found: readonly (readonly [name: string, language: Language, code: string])[] = [
    [
      'alias',
      'ts',
      `import { ChatOpenAI as Model } from '@langchain/openai'; new Model({ useResponsesApi: true });`,
    ],
    [
      'namespace',
      'ts',
      `import * as lc from '@langchain/openai'; new lc.ChatOpenAI({ useResponsesApi: true });`,
    ],
    [
      'require',
      'cjs',
      `const { ChatOpenAI } = require('@langchain/openai'); new ChatOpenAI({ useResponsesApi: true });`,
    ],
    [
      'require of the module',
      'cjs',
      `const lc = require('@langchain/openai'); new lc.ChatOpenAI({ useResponsesApi: true });`,
    ],
    [
      'dynamic import',
      'js',
      `const { ChatOpenAI } = await import('@langchain/openai'); new ChatOpenAI({ useResponsesApi: true });`,
    ],
    [
      'Deno',
      'ts',
      `import { ChatOpenAI } from 'npm:@langchain/openai@1.6'; new ChatOpenAI({ useResponsesApi: true });`,
    ],
    [
      'CDN',
      'js',
      `import { ChatOpenAI } from 'https://esm.sh/@langchain/openai'; new ChatOpenAI({ useResponsesApi: true });`,
    ],
    [
      'cast',
      'ts',
      `import { ChatOpenAI } from '@langchain/openai'; new ChatOpenAI({ useResponsesApi: true } as any);`,
    ],
    [
      'satisfies',
      'ts',
      `import { ChatOpenAI } from '@langchain/openai'; new ChatOpenAI(({ useResponsesApi: true }) satisfies object);`,
    ],
    [
      'class in a variable',
      'js',
      `import { ChatOpenAI } from '@langchain/openai'; const Model = ChatOpenAI; new Model({ useResponsesApi: true });`,
    ],
    [
      'fields in a variable',
      'js',
      `import { ChatOpenAI } from '@langchain/openai'; const fields = { useResponsesApi: true }; new ChatOpenAI(fields);`,
    ],
    [
      'fields in steps',
      'js',
      `import { ChatOpenAI } from '@langchain/openai'; const fields = {}; fields.useResponsesApi = true; new ChatOpenAI(fields);`,
    ],
    [
      'spread fields',
      'js',
      `import { ChatOpenAI } from '@langchain/openai'; const base = { useResponsesApi: true }; new ChatOpenAI({ ...base, model: 'gpt-5' });`,
    ],
    [
      'constant key',
      'js',
      `import { ChatOpenAI } from '@langchain/openai'; const key = 'useResponsesApi'; new ChatOpenAI({ [key]: true });`,
    ],
    [
      'overridden switch',
      'js',
      `import { ChatOpenAI } from '@langchain/openai'; new ChatOpenAI({ zdrEnabled: true, useResponsesApi: true, ...{ zdrEnabled: false } });`,
    ],
    [
      'class field',
      'ts',
      `import { ChatOpenAI } from '@langchain/openai'; class A { private llm = new ChatOpenAI({ model: 'gpt-5' }); run(m: string) { return this.llm.invoke(m, { include: [] as string[] }); } }`,
    ],
    [
      'field set in the constructor',
      'ts',
      `import { ChatOpenAI } from '@langchain/openai'; class A { llm: ChatOpenAI; constructor() { this.llm = new ChatOpenAI({ model: 'gpt-5' }); } run(m: string) { return this.llm.bindTools([{ type: 'web_search' }]); } }`,
    ],
    [
      'factory',
      'js',
      `import { ChatOpenAI } from '@langchain/openai'; const make = (options) => new ChatOpenAI({ model: 'gpt-5', ...options }); make({ useResponsesApi: true });`,
    ],
    [
      'factory whose model is used',
      'js',
      `import { ChatOpenAI } from '@langchain/openai'; const make = () => new ChatOpenAI({ model: 'gpt-5' }); make().bindTools([{ type: 'web_search' }]);`,
    ],
    [
      'subclass',
      'js',
      `import { ChatOpenAI } from '@langchain/openai'; class Mine extends ChatOpenAI { constructor() { super({ useResponsesApi: true }); } } new Mine();`,
    ],
    [
      'subclass without constructor',
      'js',
      `import { ChatOpenAI } from '@langchain/openai'; class Mine extends ChatOpenAI {} new Mine({ useResponsesApi: true });`,
    ],
    [
      'optional chaining',
      'js',
      `import { ChatOpenAI } from '@langchain/openai'; const llm = new ChatOpenAI({}); llm?.bindTools?.([{ type: 'web_search' }]);`,
    ],
    [
      'brackets',
      'js',
      `import { ChatOpenAI } from '@langchain/openai'; const llm = new ChatOpenAI({}); llm['bindTools']([{ type: 'web_search' }]);`,
    ],
    [
      'parentheses',
      'js',
      `import { ChatOpenAI } from '@langchain/openai'; (((new ChatOpenAI({}))).bindTools)(([{ type: 'web_search' }]));`,
    ],
    [
      'tools in a variable',
      'js',
      `import { ChatOpenAI } from '@langchain/openai'; const list = [search]; list.push({ type: 'web_search' }); new ChatOpenAI({}).bindTools(list);`,
    ],
    [
      'derived twice',
      'js',
      `import { ChatOpenAI } from '@langchain/openai'; new ChatOpenAI({}).withConfig({ tags: ['a'] }).bindTools([{ type: 'web_search' }]).invoke(m);`,
    ],
    [
      'in a chain',
      'js',
      `import { ChatOpenAI } from '@langchain/openai'; prompt.pipe(new ChatOpenAI({ useResponsesApi: true })).pipe(parser);`,
    ],
    [
      'conditional model',
      'js',
      `import { ChatOpenAI } from '@langchain/openai'; const llm = cheap ? new ChatOpenAI({}) : new ChatOpenAI({ useResponsesApi: true, zdrEnabled: true }); llm.bindTools([{ type: 'web_search' }]);`,
    ],
    [
      'renamed initChatModel',
      'js',
      `import { initChatModel as init } from 'langchain/chat_models/universal'; await init('openai:gpt-5.6');`,
    ],
    [
      'langgraph agent',
      'js',
      `import { ChatOpenAI } from '@langchain/openai'; import { createReactAgent } from '@langchain/langgraph/prebuilt'; createReactAgent({ llm: new ChatOpenAI({}), tools: [{ type: 'web_search' }] });`,
    ],
  ];
  it.each(found)('%s', (_, language, code) => {
    expect(ruleIds(lint(code, language, { rules: { 'openai-zdr/require-store-false': 2 } }))).toEqual([
      STORE,
    ]);
  });

  it('an injected model of which only the type is in view', () => {
    const code = `import type { ChatOpenAI } from '@langchain/openai';
export class A {
  constructor(private readonly llm: ChatOpenAI) {}
  run(m: string, last: string) {
    return this.llm.invoke(m, { previous_response_id: last });
  }
}`;
    expect(lint(code, 'ts').map(({ ruleId, line }) => `${ruleId} ${line}`)).toEqual([
      'openai-zdr/no-server-state 5',
    ]);
  });
});

it('models in a list that is made of itself', () => {
  const code = `import { ChatOpenAI } from '@langchain/openai';
let models = [new ChatOpenAI({ useResponsesApi: true })];
function more() { models = [...models, new ChatOpenAI({ useResponsesApi: true, zdrEnabled: true })]; }
for (const model of models) model.invoke('a', { previous_response_id: last });`;
  expect(lint(code, 'js').map(({ ruleId, line }) => `${ruleId} ${line}`)).toEqual([
    'openai-zdr/require-store-false 2',
    'openai-zdr/no-server-state 4',
  ]);
});

describe('traps', () => {
  const silent: readonly (readonly [name: string, code: string])[] = [
    [
      'another vendor',
      `import { ChatAnthropic } from '@langchain/anthropic'; new ChatAnthropic({ useResponsesApi: true, store: false });`,
    ],
    [
      'another vendor by name',
      `import { initChatModel } from 'langchain'; await initChatModel('anthropic:claude-4', { store: false, useResponsesApi: true });`,
    ],
    [
      'another vendor by field',
      `import { initChatModel } from 'langchain'; await initChatModel('gpt-oss-120b', { modelProvider: 'groq', store: false, useResponsesApi: true });`,
    ],
    [
      'a vendor that cannot be read',
      `import { initChatModel } from 'langchain'; await initChatModel('gpt-5', { modelProvider: vendor, store: false, useResponsesApi: true });`,
    ],
    [
      'a model that cannot be read',
      `import { initChatModel } from 'langchain'; await initChatModel(process.env.MODEL, { store: false, useResponsesApi: true });`,
    ],
    [
      'an inferred vendor',
      `import { initChatModel } from 'langchain'; await initChatModel('gemini-3', { store: false, useResponsesApi: true });`,
    ],
    [
      'an agent of another vendor',
      `import { createAgent } from 'langchain'; createAgent({ model: 'anthropic:claude-4', tools: [{ type: 'web_search' }] });`,
    ],
    [
      'a local class of the same name',
      `class ChatOpenAI { constructor(fields) { this.fields = fields; } } new ChatOpenAI({ useResponsesApi: true, store: false });`,
    ],
    [
      'another package',
      `import { ChatOpenAI } from './my-openai-models.js'; new ChatOpenAI({ useResponsesApi: true, store: false });`,
    ],
    [
      'a shadowed name',
      `import { ChatOpenAI } from '@langchain/openai'; export function f(ChatOpenAI) { return new ChatOpenAI({ useResponsesApi: true, store: false }); }`,
    ],
    [
      'only the type',
      `import type { ChatOpenAI } from '@langchain/openai'; export function f(llm: ChatOpenAI) { return llm.invoke('a'); }`,
    ],
    [
      'a mock',
      `import { ChatOpenAI } from '@langchain/openai'; vi.mock('@langchain/openai'); new ChatOpenAI({ useResponsesApi: true });`,
    ],
    [
      'another host',
      `import { ChatOpenAI } from '@langchain/openai'; new ChatOpenAI({ useResponsesApi: true, store: false, configuration: { baseURL: 'https://api.groq.com/openai/v1' } });`,
    ],
    [
      'a local host',
      `import { ChatOpenAI } from '@langchain/openai'; new ChatOpenAI({ useResponsesApi: true, configuration: { baseURL: 'http://localhost:11434/v1' } });`,
    ],
    [
      'another host with the older name',
      `import { ChatOpenAI } from '@langchain/openai'; new ChatOpenAI({ useResponsesApi: true, configuration: { basePath: 'https://api.groq.com/openai/v1' } });`,
    ],
    [
      'another host as second argument',
      `import { ChatOpenAI } from '@langchain/openai'; new ChatOpenAI({ useResponsesApi: true }, { baseURL: 'https://api.groq.com/openai/v1' });`,
    ],
    [
      'a configuration that cannot be read',
      `import { ChatOpenAI } from '@langchain/openai'; import { configuration } from './config'; new ChatOpenAI({ useResponsesApi: true, configuration });`,
    ],
    [
      'tools of another host',
      `import { ChatOpenAI } from '@langchain/openai'; new ChatOpenAI({ configuration: { baseURL: 'https://api.groq.com/openai/v1' } }).bindTools([{ type: 'file_search' }]);`,
    ],
    [
      'a replaced fetch',
      `import { ChatOpenAI } from '@langchain/openai'; new ChatOpenAI({ useResponsesApi: true, configuration: { fetch: vi.fn() } });`,
    ],
    [
      'a model that is no chat model',
      `import { OpenAI } from '@langchain/openai'; const openai = new OpenAI({ store: true }); openai.invoke('a', { store: true });`,
    ],
    [
      'methods of something else',
      `import { ChatOpenAI } from '@langchain/openai'; const llm = new ChatOpenAI({ model: 'gpt-5' }); other.invoke(llm, { previous_response_id: last }); other.bindTools([{ type: 'file_search' }]);`,
    ],
    [
      'a chain',
      `import { ChatOpenAI } from '@langchain/openai'; const chain = prompt.pipe(new ChatOpenAI({ model: 'gpt-5' })); chain.invoke({ input }, { store: true });`,
    ],
    [
      'tools of a function',
      `import { ChatOpenAI } from '@langchain/openai'; import { tool } from '@langchain/core/tools'; new ChatOpenAI({}).bindTools([tool(async () => '', { name: 'file_search' })]);`,
    ],
    [
      'zdrEnabled on a model of Chat Completions',
      `import { ChatOpenAI } from '@langchain/openai'; new ChatOpenAI({ model: 'gpt-4o', zdrEnabled: true });`,
    ],
    [
      'embeddings',
      `import { OpenAIEmbeddings } from '@langchain/openai'; new OpenAIEmbeddings({ store: true });`,
    ],
    [
      'a vector store',
      `import { OpenAIEmbeddings } from '@langchain/openai'; import { PineconeStore } from '@langchain/pinecone'; PineconeStore.fromDocuments(docs, new OpenAIEmbeddings(), { store: true });`,
    ],
    [
      'an agent with a store',
      `import { createReactAgent } from '@langchain/langgraph/prebuilt'; import { ChatOpenAI } from '@langchain/openai'; createReactAgent({ llm: new ChatOpenAI({ model: 'gpt-5' }), tools: [], store: true });`,
    ],
    [
      'modelKwargs that cannot be read',
      `import { ChatOpenAI } from '@langchain/openai'; export const f = (modelKwargs) => new ChatOpenAI({ useResponsesApi: true, modelKwargs });`,
    ],
    [
      'fields that are overridden',
      `import { ChatOpenAI } from '@langchain/openai'; new ChatOpenAI({ useResponsesApi: true, ...{ useResponsesApi: false } });`,
    ],
    [
      'tools that are taken back',
      `import { ChatOpenAI } from '@langchain/openai'; new ChatOpenAI({ model: 'gpt-5' }).bindTools([]);`,
    ],
  ];
  it.each(silent)('%s', (_, code) => {
    expect(lint(code, 'ts')).toEqual([]);
  });
});
