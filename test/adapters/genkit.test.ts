import type { Linter } from 'eslint';
import { describe, expect, it } from 'vitest';
import plugin from '../../src/index.js';
import { fixed, lint, ruleIds, type Language } from './lint.js';

const IMPORTS = `import { genkit } from 'genkit';
import { openAI } from '@genkit-ai/compat-oai/openai';
const ai = genkit({ plugins: [openAI()] });
`;
const TRUE = 'no-store';

const rulesOf = (code: string, language: Language = 'ts') => ruleIds(lint(code, language));

describe('documented samples', () => {
  it.each([
    [`await ai.generate({ model: openAI.model('gpt-4o'), prompt, config: { store: true } });`, [TRUE]],
    [`await ai.generate({ model: openAI.model('gpt-4o'), prompt });`, []],
    [
      `await ai.generate({ model: openAI.model('gpt-4o'), config: { zero_data_retention: true } });`,
      ['no-invented-parameters'],
    ],
    [
      `await ai.generate({ model: openAI.model('gpt-4o'), config: { prompt_cache_retention: '24h' } });`,
      ['no-prompt-cache-retention'],
    ],
  ])('%s', (code, rules) => {
    expect(rulesOf(IMPORTS + code)).toEqual(rules);
  });

  it('the report stands on the option', () => {
    const code = `${IMPORTS}await ai.generate({ model: openAI.model('gpt-4o'), config: { store: true } });`;
    expect(lint(code, 'ts')[0]).toMatchObject({ line: 4 });
    expect(fixed(code, 'ts')).toContain('config: { store: false }');
  });
});

describe('what cannot be written', () => {
  it.each([
    [`ai.generate({ model: openAI.model('gpt-4o'), prompt });`],
    [`ai.generate({ model: openAI.model('gpt-4o'), prompt, config: { store: false } });`],
  ])('%s leaves it to the API', (code) => {
    const rules = plugin.configs.strict.rules as Linter.RulesRecord;
    const [report, ...others] = lint(IMPORTS + code, 'ts', { rules });
    expect(others).toEqual([]);
    expect(report?.message).toContain('Genkit sends no option that is false');
    expect(report).not.toHaveProperty('fix');
    expect(report).not.toHaveProperty('suggestions');
  });
});

describe('spellings', () => {
  const programs: Readonly<Record<string, readonly [code: string, language?: Language]>> = {
    'a stream': [`${IMPORTS}ai.generateStream({ model: openAI.model('gpt-4o'), config: { store: true } });`],
    'a prompt': [
      `${IMPORTS}ai.definePrompt({ name: 'p', model: openAI.model('gpt-4o'), config: { store: true } });`,
    ],
    'options of the reference': [
      `${IMPORTS}ai.generate({ model: openAI.model('gpt-4o', { store: true }), prompt });`,
    ],
    'a constant model': [
      `${IMPORTS}const model = openAI.model('gpt-4o'); ai.generate({ model, config: { store: true } });`,
    ],
    'the default export': [
      `import o from '@genkit-ai/compat-oai/openai'; ai.generate({ model: o.model('gpt-4o'), config: { store: true } });`,
      'js',
    ],
    'a namespace': [
      `import * as g from '@genkit-ai/compat-oai/openai'; ai.generate({ model: g.openAI.model('gpt-4o'), config: { store: true } });`,
      'js',
    ],
    CommonJS: [
      `const { openAI } = require('@genkit-ai/compat-oai/openai'); ai.generate({ model: openAI.model('gpt-4o'), config: { store: true } });`,
      'cjs',
    ],
    casts: [
      `${IMPORTS}(ai as any).generate({ model: openAI.model('gpt-4o') as any, config: { store: true } as any });`,
    ],
    'options built in steps': [
      `${IMPORTS}const o: any = { model: openAI.model('gpt-4o') }; o.config = {}; o.config.store = true; ai.generate(o);`,
    ],
    'a wrapper of the file': [
      `${IMPORTS}const ask = (config) => ai.generate({ model: openAI.model('gpt-4o'), config }); ask({ store: true });`,
    ],
    'own host': [
      `import { openAI } from '@genkit-ai/compat-oai/openai'; const ai = genkit({ plugins: [openAI({ baseURL: 'https://api.openai.com/v1' })] }); ai.generate({ model: openAI.model('gpt-4o'), config: { store: true } });`,
    ],
  };
  it.each(Object.entries(programs))('%s', (_, [code, language = 'ts']) => {
    expect(rulesOf(code, language)).toEqual([TRUE]);
  });
});

describe('traps', () => {
  it.each([
    [
      'another vendor of the package',
      `import { xAI } from '@genkit-ai/compat-oai/xai'; // openai\n ai.generate({ model: xAI.model('grok'), config: { store: true } });`,
    ],
    [
      'another plugin',
      `import { googleAI } from '@genkit-ai/google-genai'; // openai\n ai.generate({ model: googleAI.model('gemini'), config: { store: true } });`,
    ],
    [
      'another base URL',
      `import { openAI } from '@genkit-ai/compat-oai/openai'; const ai = genkit({ plugins: [openAI({ baseURL: 'https://api.deepseek.com' })] }); ai.generate({ model: openAI.model('m'), config: { store: true } });`,
    ],
    [
      'a model for images',
      `${IMPORTS}ai.generate({ model: openAI.model('dall-e-3'), config: { store: true } });`,
    ],
    [
      'a model out of view',
      `${IMPORTS}export const ask = (model) => ai.generate({ model, config: { store: true } });`,
    ],
    [
      'options out of view',
      `${IMPORTS}export const ask = (config) => ai.generate({ model: openAI.model('gpt-4o'), config });`,
    ],
    [
      'another name',
      `import { openAI } from 'x'; ai.generate({ model: openAI.model('gpt-4o'), config: { store: true } });`,
    ],
    [
      'the older package',
      `import { openAI } from 'genkitx-openai'; ai.generate({ model: openAI.model('gpt-4o'), config: { store: true } });`,
    ],
    [
      'a shadowed name',
      `${IMPORTS}export const f = (openAI) => ai.generate({ model: openAI.model('gpt-4o'), config: { store: true } });`,
    ],
    [
      'a mocked module',
      `${IMPORTS}vi.mock('@genkit-ai/compat-oai/openai'); ai.generate({ model: openAI.model('gpt-4o'), config: { store: true } });`,
    ],
    [
      'what Genkit keeps for itself',
      `${IMPORTS}ai.generate({ model: openAI.model('gpt-4o'), config: { maxOutputTokens: 5, version: 'v' }, context: { store: true } });`,
    ],
    ['off', `${IMPORTS}ai.generate({ model: openAI.model('gpt-4o'), config: { store: false } });`],
  ])('%s', (_, code) => {
    const rules = plugin.configs.recommended.rules as Linter.RulesRecord;
    expect(ruleIds(lint(code, 'ts', { rules }))).toEqual([]);
  });
});
