import { describe, expect, it } from 'vitest';
import { fixed, lint, ruleIds, type Language } from './lint.js';

const IMPORTS = `import { OpenAiClient, OpenAiLanguageModel, OpenAiTool } from '@effect/ai-openai';\n`;
const STORE = 'require-store-false';
const TRUE = 'no-store';

const rulesOf = (code: string, language: Language = 'ts') => ruleIds(lint(code, language));

describe('documented samples', () => {
  it.each([
    [`OpenAiLanguageModel.model('gpt-4o');`, [STORE]],
    [`OpenAiLanguageModel.model('gpt-4o', { store: false });`, []],
    [`OpenAiLanguageModel.layer({ model: 'gpt-4o', config: { temperature: 0 } });`, [STORE]],
    [`OpenAiLanguageModel.layer({ model: 'gpt-4o', config: { store: false } });`, []],
    [`program.pipe(OpenAiLanguageModel.withConfigOverride({ store: true }));`, [TRUE]],
    [`OpenAiLanguageModel.withConfigOverride(program, { background: true });`, ['no-background']],
    [`program.pipe(OpenAiLanguageModel.withConfigOverride({ temperature: 0 }));`, []],
    [`Toolkit.make(OpenAiTool.FileSearch({ vector_store_ids: ['vs_1'] }));`, ['no-hosted-tools']],
    [`Toolkit.make(OpenAiTool.CodeInterpreter({ container: { type: 'auto' } }));`, ['no-hosted-containers']],
    [`Toolkit.make(OpenAiTool.WebSearch({}));`, []],
    [
      `Toolkit.make(OpenAiTool.Shell({ environment: { type: 'container_auto' } }));`,
      ['no-hosted-containers'],
    ],
    [`Toolkit.make(OpenAiTool.Shell({ environment: { type: 'local' } }));`, []],
    [`Toolkit.make(OpenAiTool.ApplyPatch({}));`, []],
    [`Toolkit.make(OpenAiTool.ImageGeneration({ model: 'gpt-image-1' }));`, ['no-non-zdr-model']],
    [
      `OpenAiLanguageModel.model('gpt-4o', { store: false, previous_response_id: 'r', prompt_cache_retention: '24h', zero_data_retention: true });`,
      ['no-server-state', 'no-prompt-cache-retention', 'no-invented-parameters'],
    ],
  ])('%s', (code, rules) => {
    expect(rulesOf(IMPORTS + code).toSorted()).toEqual(rules.toSorted());
  });

  it('the option is written into the configuration', () => {
    expect(fixed(`${IMPORTS}OpenAiLanguageModel.model('gpt-4o', { temperature: 0 });`, 'ts')).toContain(
      `('gpt-4o', { temperature: 0, store: false })`,
    );
    expect(fixed(`${IMPORTS}OpenAiLanguageModel.layer({ model: 'gpt-4o' });`, 'ts')).toContain(
      `({ model: 'gpt-4o', config: { store: false } })`,
    );
    expect(lint(`${IMPORTS}OpenAiLanguageModel.model('gpt-4o');`, 'ts')[0]!.message).toContain(
      'in the configuration of the model',
    );
  });
});

describe('spellings', () => {
  const programs: Readonly<Record<string, readonly [code: string, language?: Language]>> = {
    'a module of its own': [
      `import * as OpenAiLanguageModel from '@effect/ai-openai/OpenAiLanguageModel'; OpenAiLanguageModel.model('gpt-4o');`,
      'js',
    ],
    'a name of the module': [
      `import { model } from '@effect/ai-openai/OpenAiLanguageModel'; model('gpt-4o');`,
      'js',
    ],
    'a namespace': [`import * as oa from '@effect/ai-openai'; oa.OpenAiLanguageModel.model('gpt-4o');`, 'js'],
    CommonJS: [
      `const { OpenAiLanguageModel: m } = require('@effect/ai-openai'); m.layer({ model: 'gpt-4o' });`,
      'cjs',
    ],
    'a taken method': [`${IMPORTS}const { model: make } = OpenAiLanguageModel; make('gpt-4o');`],
    casts: [`${IMPORTS}(OpenAiLanguageModel as any).model('gpt-4o' as any, {} as any);`],
    'options built in steps': [
      `${IMPORTS}const config: any = {}; config.temperature = 0; OpenAiLanguageModel.model('gpt-4o', config);`,
    ],
    'a wrapper of the file': [
      `${IMPORTS}const make = (config) => OpenAiLanguageModel.model('gpt-4o', config); make({ temperature: 0 });`,
    ],
    'a tokenizer too': [`${IMPORTS}OpenAiLanguageModel.modelWithTokenizer('gpt-4o');`],
    'a client of its own': [
      `${IMPORTS}const C = OpenAiClient.layerConfig({ apiKey: Config.redacted('KEY') }); OpenAiLanguageModel.layer({ model: 'gpt-4o' }).pipe(Layer.provide(C));`,
    ],
    'a client that tries again': [
      `${IMPORTS}const C = OpenAiClient.layer({ transformClient: HttpClient.retryTransient({ times: 3 }) }); OpenAiLanguageModel.model('gpt-4o');`,
    ],
  };
  it.each(Object.entries(programs))('%s', (_, [code, language = 'ts']) => {
    expect(rulesOf(code, language)).toEqual([STORE]);
  });
});

describe('traps', () => {
  it.each([
    [
      'another host',
      `${IMPORTS}const C = OpenAiClient.layer({ apiUrl: 'https://openrouter.ai/api/v1' }); OpenAiLanguageModel.model('m', { store: true });`,
    ],
    [
      'a host out of view',
      `${IMPORTS}const C = OpenAiClient.layerConfig({ apiUrl: Config.string('URL') }); OpenAiLanguageModel.model('m');`,
    ],
    [
      'two clients',
      `${IMPORTS}const A = OpenAiClient.layer({}); const B = OpenAiClient.layer({ apiUrl: 'http://localhost:11434/v1' }); OpenAiLanguageModel.model('m');`,
    ],
    [
      'a client with another URL',
      `${IMPORTS}const C = OpenAiClient.layer({ transformClient: HttpClient.mapRequest(HttpClientRequest.prependUrl(x)) }); OpenAiLanguageModel.model('m');`,
    ],
    [
      'a later override',
      `${IMPORTS}const M = OpenAiLanguageModel.model('gpt-4o'); run.pipe(OpenAiLanguageModel.withConfigOverride({ store: false }), Effect.provide(M));`,
    ],
    [
      'options out of view',
      `${IMPORTS}export const make = (config) => OpenAiLanguageModel.model('gpt-4o', config);`,
    ],
    [
      'spread options',
      `${IMPORTS}export const make = (o) => OpenAiLanguageModel.layer({ model: 'gpt-4o', ...o });`,
    ],
    [
      'another vendor',
      `import { AnthropicLanguageModel } from '@effect/ai-anthropic'; // openai\nAnthropicLanguageModel.model('claude', { store: true });`,
    ],
    ['another package', `import { OpenAiLanguageModel } from 'x'; OpenAiLanguageModel.model('gpt-4o');`],
    [
      'a shadowed name',
      `${IMPORTS}export const f = (OpenAiLanguageModel: any) => OpenAiLanguageModel.model('m');`,
    ],
    [
      'types',
      `import type { OpenAiLanguageModel } from '@effect/ai-openai'; export type M = OpenAiLanguageModel.Model;`,
    ],
    ['a mocked module', `${IMPORTS}vi.mock('@effect/ai-openai'); OpenAiLanguageModel.model('gpt-4o');`],
    [
      'models for embeddings',
      `import { OpenAiEmbeddingModel } from '@effect/ai-openai'; OpenAiEmbeddingModel.model('m', { mode: 'batched' });`,
    ],
  ])('%s', (_, code) => {
    expect(rulesOf(code)).toEqual([]);
  });
});
