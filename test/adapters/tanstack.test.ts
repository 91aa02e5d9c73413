import type { Linter } from 'eslint';
import { describe, expect, it } from 'vitest';
import plugin from '../../src/index.js';
import { fixed, lint, ruleIds, type Language } from './lint.js';

const IMPORTS = `import { chat, summarize } from '@tanstack/ai';
import { openaiText, createOpenaiChat, openaiChatCompletions, openaiSummarize, OpenAITextAdapter } from '@tanstack/ai-openai';
import { fileSearchTool, codeInterpreterTool, mcpTool } from '@tanstack/ai-openai/tools';
import { anthropicText } from '@tanstack/ai-anthropic';
`;
const STORE = 'require-store-false';
const TRUE = 'no-store';

const rulesOf = (code: string, language: Language = 'ts') => ruleIds(lint(code, language));

describe('documented samples', () => {
  it.each([
    [`chat({ adapter: openaiText('gpt-5'), messages });`, [STORE]],
    [`chat({ adapter: openaiText('gpt-5'), messages, modelOptions: { store: false } });`, []],
    [
      `chat({ adapter: openaiText('gpt-5'), modelOptions: { store: true, background: true, conversation: 'c', previous_response_id: 'r', prompt_cache_retention: '24h' } });`,
      [TRUE, 'no-background', 'no-server-state', 'no-server-state', 'no-prompt-cache-retention'],
    ],
    [
      `chat({ adapter: openaiText('gpt-5'), modelOptions: { store: false, data_usage: 'none' } });`,
      ['no-invented-parameters'],
    ],
    [`chat({ adapter: createOpenaiChat('gpt-5', key), messages });`, [STORE]],
    [`chat({ adapter: openaiChatCompletions('gpt-5'), modelOptions: { store: true } });`, [TRUE]],
    [`chat({ adapter: openaiChatCompletions('gpt-5'), modelOptions: { store: false } });`, []],
  ])('%s', (code, rules) => {
    expect(rulesOf(IMPORTS + code)).toEqual(rules);
  });

  it('says where the option belongs, and writes it there', () => {
    const code = `${IMPORTS}chat({ adapter: openaiText('gpt-5'), messages });`;
    const [report] = lint(code, 'ts');
    expect(report?.line).toBe(5);
    expect(report?.message).toContain('modelOptions: { store: false }');
    expect(fixed(code, 'ts')).toBe(
      `${IMPORTS}chat({ adapter: openaiText('gpt-5'), messages, modelOptions: { store: false } });`,
    );
    const begun = `${IMPORTS}chat({ adapter: openaiText('gpt-5'), modelOptions: { temperature: 0 } });`;
    expect(fixed(begun, 'ts')).toContain(`modelOptions: { temperature: 0, store: false }`);
  });
});

describe('tools', () => {
  it.each([
    [`tools: [fileSearchTool({ vector_store_ids: ['vs_1'] })]`, 'no-hosted-tools'],
    [`tools: [codeInterpreterTool({ type: 'auto' })]`, 'no-hosted-containers'],
    [`tools: [other, ...[fileSearchTool({ vector_store_ids: ids })]]`, 'no-hosted-tools'],
  ])('%s', (tools, rule) => {
    const code = `chat({ adapter: openaiText('gpt-5'), modelOptions: { store: false }, ${tools} });`;
    expect(rulesOf(IMPORTS + code)).toEqual([rule]);
  });

  it('a server of somebody else', () => {
    const tool = `mcpTool({ server_label: 'a', server_url: 'https://mcp.example.com' })`;
    const rules = { 'openai-zdr/no-third-party-tools': 'error' } as const;
    const code = `chat({ adapter: openaiText('gpt-5'), modelOptions: { store: false }, tools: [${tool}] });`;
    expect(ruleIds(lint(IMPORTS + code, 'ts', { rules }))).toEqual(['no-third-party-tools']);
  });

  it('functions are nothing to OpenAI', () => {
    const code = `chat({ adapter: openaiText('gpt-5'), modelOptions: { store: false }, tools: [weather.server(f), { name: 'fileSearch' }] });`;
    const rules = plugin.configs.recommended.rules as Linter.RulesRecord;
    expect(lint(IMPORTS + code, 'ts', { rules })).toEqual([]);
  });
});

describe('spellings', () => {
  const programs: Readonly<Record<string, readonly [code: string, language?: Language]>> = {
    'an alias': [
      `import { chat as ask } from '@tanstack/ai'; import { openaiText as o } from '@tanstack/ai-openai'; ask({ adapter: o('gpt-5') });`,
    ],
    namespaces: [
      `import * as ai from '@tanstack/ai'; import * as o from '@tanstack/ai-openai'; ai.chat({ adapter: o.openaiText('gpt-5') });`,
      'js',
    ],
    CommonJS: [
      `const { chat } = require('@tanstack/ai'); const { openaiText } = require('@tanstack/ai-openai'); chat({ adapter: openaiText('gpt-5') });`,
      'cjs',
    ],
    'dynamic imports': [
      `const { chat } = await import('@tanstack/ai'); const { openaiText } = await import('@tanstack/ai-openai'); chat({ adapter: openaiText('gpt-5') });`,
      'js',
    ],
    'a constant adapter': [`${IMPORTS}const adapter = openaiText('gpt-5'); chat({ adapter, messages });`],
    'options built in steps': [
      `${IMPORTS}const o: any = { messages }; o.adapter = openaiText('gpt-5'); chat(o);`,
    ],
    'a spread': [`${IMPORTS}const base = { adapter: openaiText('gpt-5') }; chat({ ...base, messages });`],
    casts: [`${IMPORTS}(chat as any)({ adapter: (openaiText('gpt-5') as any)!, messages } as any);`],
    'optional chaining': [`${IMPORTS}chat?.({ adapter: openaiText?.('gpt-5') });`],
    'a table of adapters': [
      `${IMPORTS}const adapters = { openai: () => openaiText('gpt-5'), anthropic: () => anthropicText('claude') }; chat({ adapter: adapters.openai() });`,
    ],
    'a choice of adapters': [
      `${IMPORTS}chat({ adapter: fast ? openaiText('gpt-5') : anthropicText('claude'), messages });`,
    ],
    'a class field': [
      `${IMPORTS}class A { adapter = openaiText('gpt-5'); run() { return chat({ adapter: this.adapter }); } }`,
    ],
    'a wrapper of the file': [
      `${IMPORTS}const ask = (o) => chat({ adapter: openaiText('gpt-5'), ...o }); ask({ messages });`,
    ],
    'a maker of the file': [`${IMPORTS}const make = (m) => openaiText(m); chat({ adapter: make('gpt-5') });`],
    'the class': [`${IMPORTS}chat({ adapter: new OpenAITextAdapter({ apiKey }, 'gpt-5') });`],
    'a summary': [`${IMPORTS}summarize({ adapter: openaiSummarize('gpt-5'), text });`],
    'own host': [
      `${IMPORTS}chat({ adapter: createOpenaiChat('gpt-5', key, { baseURL: 'https://eu.api.openai.com/v1' }) });`,
    ],
  };
  it.each(Object.entries(programs))('%s', (_, [code, language = 'ts']) => {
    expect(rulesOf(code, language)).toEqual([STORE]);
  });
});

describe('traps', () => {
  it.each([
    [
      'another adapter',
      `${IMPORTS}chat({ adapter: anthropicText('claude'), modelOptions: { store: true } });`,
    ],
    [
      'another adapter in a table',
      `${IMPORTS}const adapters = { o: () => openaiText('gpt-5'), a: () => anthropicText('claude') }; chat({ adapter: adapters.a() });`,
    ],
    [
      'another base URL',
      `${IMPORTS}chat({ adapter: createOpenaiChat('m', key, { baseURL: 'https://openrouter.ai/api/v1' }) });`,
    ],
    [
      'this machine',
      `${IMPORTS}chat({ adapter: openaiText('m', { baseURL: 'http://localhost:11434/v1' }), modelOptions: { store: true } });`,
    ],
    [
      'a base URL out of view',
      `${IMPORTS}import { url } from './config'; chat({ adapter: openaiText('m', { baseURL: url }) });`,
    ],
    [
      'a compatible server',
      `${IMPORTS}import { openaiCompatibleText } from '@tanstack/ai-openai/compatible'; chat({ adapter: openaiCompatibleText('m', { baseURL: 'https://api.deepseek.com/v1' }) });`,
    ],
    ['an adapter out of view', `${IMPORTS}export const ask = (adapter) => chat({ adapter, messages });`],
    [
      'options out of view',
      `${IMPORTS}export const ask = (o) => chat({ ...o, adapter: openaiText('gpt-5') });`,
    ],
    [
      'model options out of view',
      `${IMPORTS}import { modelOptions } from 'x'; chat({ adapter: openaiText('gpt-5'), modelOptions });`,
    ],
    [
      'another chat',
      `import { openaiText } from '@tanstack/ai-openai'; import { chat } from 'x'; chat({ adapter: openaiText('gpt-5') });`,
    ],
    [
      'another maker',
      `import { chat } from '@tanstack/ai'; import { openaiText } from 'x'; chat({ adapter: openaiText('gpt-5') });`,
    ],
    ['a shadowed name', `${IMPORTS}export const f = (chat: any) => chat({ adapter: openaiText('gpt-5') });`],
    ['types', `import type { chat } from '@tanstack/ai'; export type C = typeof chat; // openai`],
    ['a mocked module', `${IMPORTS}vi.mock('@tanstack/ai'); chat({ adapter: openaiText('gpt-5') });`],
    ['no call', `${IMPORTS}export const adapter = openaiText('gpt-5');`],
    ['a mocked fetch', `${IMPORTS}chat({ adapter: openaiText('gpt-5', { fetch: vi.fn() }) });`],
  ])('%s', (_, code) => {
    expect(rulesOf(code)).toEqual([]);
  });
});
