import type { Linter } from 'eslint';
import { describe, expect, it } from 'vitest';
import plugin from '../../src/index.js';
import { fixed, lint, ruleIds } from './lint.js';

const IMPORTS = `import { openai, openaiResponses, OpenAI, OpenAIResponses } from '@llamaindex/openai';\n`;

const rulesOf = (code: string) => ruleIds(lint(IMPORTS + code, 'ts'));

describe('documented samples', () => {
  it('what is left out is not stored', () => {
    const rules = plugin.configs.strict.rules as Linter.RulesRecord;
    expect(lint(`${IMPORTS}openaiResponses({ model: 'gpt-4o' });`, 'ts', { rules })).toEqual([]);
  });

  it('store and tracked responses', () => {
    const code = `openaiResponses({ model: 'gpt-4o', store: true, trackPreviousResponses: true });`;
    expect(rulesOf(code)).toEqual(['no-store', 'no-server-state']);
    expect(fixed(IMPORTS + code, 'ts')).toContain('store: false, trackPreviousResponses: true');
  });

  it('built-in tools', () => {
    expect(rulesOf(`openaiResponses({ builtInTools: [{ type: 'file_search' }] });`)).toEqual([
      'no-hosted-tools',
    ]);
  });

  it('options that are spread behind everything', () => {
    expect(rulesOf(`openai({ model: 'gpt-4o', additionalChatOptions: { store: true } });`)).toEqual([
      'no-store',
    ]);
    expect(rulesOf(`openaiResponses({ store: false, additionalChatOptions: { store: true } });`)).toEqual([
      'no-store',
    ]);
    expect(rulesOf(`openaiResponses({ zeroDataRetention: true, temperature: 0 });`)).toEqual([
      'no-invented-parameters',
    ]);
    expect(rulesOf(`openaiResponses({ additionalChatOptions: { zero_data_retention: true } });`)).toEqual([
      'no-invented-parameters',
    ]);
  });
});

describe('spellings', () => {
  it.each([
    [`new OpenAIResponses({ store: true });`],
    [`const options = { model: 'gpt-4o' }; options.store = true; openaiResponses(options);`],
    [`const make = (extra) => openaiResponses({ model: 'gpt-4o', ...extra }); make({ store: true });`],
    [`openaiResponses({ store: true } as any);`],
    [`openaiResponses({ previousResponseId: 'resp_1', store: true });`],
  ])('%s', (code) => {
    expect(rulesOf(code)).toContain('no-store');
  });

  it('a namespace, CommonJS and another name', () => {
    const call = `({ store: true });`;
    expect(
      ruleIds(lint(`import * as li from '@llamaindex/openai'; li.openaiResponses${call}`, 'ts')),
    ).toEqual(['no-store']);
    expect(
      ruleIds(lint(`const { openaiResponses: make } = require('@llamaindex/openai'); make${call}`, 'cjs')),
    ).toEqual(['no-store']);
  });

  it('what somebody else said before', () => {
    expect(rulesOf(`openaiResponses({ store: true, previousResponseId: last });`)).toEqual([
      'no-store',
      'no-server-state',
    ]);
  });
});

describe('traps', () => {
  it.each([
    [
      `import { openaiResponses } from '@llamaindex/openai'; openaiResponses({ store: false, trackPreviousResponses: false });`,
    ],
    [
      `import { openaiResponses } from '@llamaindex/openai'; openaiResponses({ store: true, baseURL: 'https://api.groq.com/openai/v1' });`,
    ],
    [
      `import { openaiResponses } from '@llamaindex/openai'; openaiResponses({ store: true, additionalSessionOptions: { baseURL: 'http://localhost:1234/v1' } });`,
    ],
    [`import { openaiResponses } from '@llamaindex/openai'; openaiResponses({ store: true, session });`],
    [
      `import { openai } from '@llamaindex/openai'; openai({ azure: { endpoint }, additionalChatOptions: { store: true } });`,
    ],
    [`import { openai } from '@llamaindex/openai'; openai({ model: 'gpt-4o', store: true });`],
    [`import { openaiResponses } from './llamaindex/openai.js'; openaiResponses({ store: true });`],
    [
      `import { openaiResponses } from '@llamaindex/openai'; vi.mock('@llamaindex/openai'); openaiResponses({ store: true });`,
    ],
    [`import { anthropic } from '@llamaindex/anthropic'; anthropic({ store: true });`],
    [
      `import { openaiResponses } from '@llamaindex/openai'; export function f(openaiResponses) { openaiResponses({ store: true }); }`,
    ],
  ])('%s', (code) => {
    expect(lint(code, 'ts')).toEqual([]);
  });
});
