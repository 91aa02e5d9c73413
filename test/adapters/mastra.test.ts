import { describe, expect, it } from 'vitest';
import { fixed, lint, ruleIds } from './lint.js';

const IMPORTS = `import { Agent } from '@mastra/core/agent';\n`;
const STORE = 'require-store-false';

const rulesOf = (code: string): string[] => ruleIds(lint(code, 'ts'));

describe('documented samples', () => {
  it.each([
    [`new Agent({ id: 'a', name: 'a', instructions, model: 'openai/gpt-5' });`, [STORE]],
    [
      `new Agent({ id: 'a', name: 'a', instructions, model: 'openai/gpt-5', defaultOptions: { providerOptions: { openai: { store: false } } } });`,
      [],
    ],
  ])('%s', (code, rules) => {
    expect(rulesOf(IMPORTS + code)).toEqual(rules);
  });
});

describe('agents', () => {
  const programs: Readonly<Record<string, readonly [code: string, rules: readonly string[]]>> = {
    'a model of the AI SDK': [
      `import { openai } from '@ai-sdk/openai'; new Agent({ model: openai('gpt-5') });`,
      [STORE],
    ],
    'a list of models': [
      `new Agent({ model: [{ model: 'openai/gpt-5', providerOptions: { openai: { store: false } } }, { model: 'anthropic/claude' }] });`,
      [],
    ],
    'a list in which one lacks it': [
      `new Agent({ model: [{ model: 'openai/gpt-5', providerOptions: { openai: { store: false } } }, { model: 'openai/gpt-5-mini' }] });`,
      [STORE],
    ],
    'the main module and an alias': [
      `import { Agent as A } from '@mastra/core'; const options = { model: 'openai/gpt-5' }; export const a = new A(options);`,
      [STORE],
    ],
    'a call that writes it': [
      `const a = new Agent({ model: 'openai/gpt-5' }); await a.generate(msgs, { providerOptions: { openai: { store: false } } });`,
      [],
    ],
    'two calls of which one lacks it': [
      `const a = new Agent({ model: 'openai/gpt-5' }); await a.generate(msgs, { providerOptions: { openai: { store: false } } }); await a.stream(msgs);`,
      [STORE],
    ],
    'a call that turns it on': [
      `const a = new Agent({ model: 'openai/gpt-5', defaultOptions: { providerOptions: { openai: { store: false } } } }); await a.generate(msgs, { providerOptions: { openai: { store: true } } });`,
      ['no-store'],
    ],
    'a tool that OpenAI runs': [
      `import { openai } from '@ai-sdk/openai'; new Agent({ model: 'openai/gpt-5', tools: { f: openai.tools.fileSearch({ vectorStoreIds: [id] }) }, defaultOptions: { providerOptions: { openai: { store: false } } } });`,
      ['no-hosted-tools'],
    ],
    'an option that does not exist': [
      `new Agent({ model: 'openai/gpt-5', defaultOptions: { providerOptions: { openai: { store: false, zdr: true } } } });`,
      ['no-invented-parameters'],
    ],
  };
  it.each(Object.entries(programs))('%s', (_, [code, rules]) => {
    expect(rulesOf(IMPORTS + code)).toEqual(rules);
  });

  it('are offered the option in their defaults', () => {
    expect(fixed(`${IMPORTS}new Agent({ model: 'openai/gpt-5' });`, 'ts')).toBe(
      `${IMPORTS}new Agent({ model: 'openai/gpt-5', defaultOptions: { providerOptions: { openai: { store: false } } } });`,
    );
  });
});

describe('traps', () => {
  it.each([
    [
      'middleware around the model',
      `import { openai } from '@ai-sdk/openai';\nimport { defaultSettingsMiddleware, wrapLanguageModel } from 'ai';\nconst model = wrapLanguageModel({ model: openai('gpt-5'), middleware: [defaultSettingsMiddleware({ settings: { providerOptions: { openai: { store: false } } } })] });\n${IMPORTS}new Agent({ model });`,
    ],
    [
      'options that are chosen with the model',
      `import { openai } from '@ai-sdk/openai';\nimport { anthropic } from '@ai-sdk/anthropic';\n${IMPORTS}new Agent({ model: isOpenai ? openai('gpt-5') : anthropic('c'), defaultOptions: isOpenai ? { providerOptions: { openai: { store: false } } } : {} });`,
    ],
    [
      'defaults under the name of an older version',
      `import { openai } from '@ai-sdk/openai';\n${IMPORTS}new Agent({ model: openai('gpt-5'), defaultGenerateOptions: { providerOptions: { openai: { store: false } } } });`,
    ],
    ['another vendor', `${IMPORTS}new Agent({ model: 'anthropic/claude' });`],
    [
      'another URL',
      `${IMPORTS}new Agent({ model: { id: 'openai/gpt-5', url: 'https://llm.example.com', apiKey } });`,
    ],
    [
      'a model that is chosen later',
      `${IMPORTS}new Agent({ model: ({ runtimeContext }) => runtimeContext.get('model') });`,
    ],
    ['a model out of view', `${IMPORTS}import { model } from 'somewhere'; new Agent({ model });`],
    ['options out of view', `${IMPORTS}export const make = (options) => new Agent(options);`],
    ['another class of that name', `import { Agent } from 'undici'; new Agent({ model: 'openai/gpt-5' });`],
    [
      'a class of the file',
      `class Agent { constructor(readonly o: any) {} } new Agent({ model: 'openai/gpt-5' });`,
    ],
    ['a shadowed name', `${IMPORTS}export const f = (Agent: any) => new Agent({ model: 'openai/gpt-5' });`],
    ['a type', `import type { Agent } from '@mastra/core/agent'; export type A = Agent;`],
    ['a mocked module', `${IMPORTS}vi.mock('@mastra/core/agent'); new Agent({ model: 'openai/gpt-5' });`],
    ['an Azure model', `import { azure } from '@ai-sdk/azure'; ${IMPORTS}new Agent({ model: azure('d') });`],
  ])('%s', (_, code) => {
    expect(rulesOf(code)).toEqual([]);
  });
});
