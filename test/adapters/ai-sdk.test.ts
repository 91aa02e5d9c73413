import { describe, expect, it } from 'vitest';
import plugin from '../../src/index.js';
import { fixed, lint, ruleIds, type Language } from './lint.js';

const IMPORTS = `import { openai, createOpenAI } from '@ai-sdk/openai';
import { generateText, streamText, uploadFile, wrapLanguageModel, defaultSettingsMiddleware } from 'ai';
`;

const STORE = 'require-store-false';
const DEAD = 'no-ineffective-control';

/** The rules that speak of a text, in order; `recommended`. */
function rulesOf(code: string, language: Language = 'ts', settings: Record<string, unknown> = {}): string[] {
  return ruleIds(lint(code, language, { settings }));
}

describe('documented samples', () => {
  const samples: readonly (readonly [code: string, rules: readonly string[]])[] = [
    [`await generateText({ model: openai('gpt-5'), prompt });`, [STORE]],
    [`await generateText({ model: openai('gpt-5', { store: false }), prompt });`, [STORE, DEAD]],
    [
      `await generateText({ model: openai('gpt-5'), prompt, providerOptions: { openai: { store: false } } });`,
      [],
    ],
    [`await generateText({ model: openai.chat('gpt-5'), prompt });`, []],
    [
      `await generateText({ model: openai('gpt-5'), prompt, providerOptions: { openai: { store: false, previousResponseId: id } } });`,
      ['no-server-state'],
    ],
    [
      `await generateText({ model: openai('gpt-5'), prompt, providerOptions: { openai: { store: false, zeroDataRetention: true } } });`,
      ['no-invented-parameters'],
    ],
    [
      `await generateText({ model: 'openai/gpt-5', prompt, providerOptions: { gateway: { zeroDataRetention: true } } });`,
      [],
    ],
    [
      `await generateText({ model: openai('gpt-5'), prompt, providerOptions: { openai: { store: false } },
        tools: { fs: openai.tools.fileSearch({ vectorStoreIds: ['vs_1'] }) } });`,
      ['no-hosted-tools'],
    ],
    [`await uploadFile({ api: openai, data: bytes, mediaType: 'application/pdf' });`, ['no-file-upload']],
    [
      `const zdrModel = wrapLanguageModel({
        model: openai('gpt-5'),
        middleware: defaultSettingsMiddleware({ settings: { providerOptions: { openai: { store: false } } } }),
      });
      await generateText({ model: zdrModel, prompt });`,
      [],
    ],
  ];
  it.each(samples)('%s', (code, rules) => {
    expect(rulesOf(IMPORTS + code)).toEqual(rules);
  });

  const azure: readonly (readonly [major: string, code: string, rules: readonly string[]])[] = [
    [
      '4',
      `await generateText({ model: azure('dep'), prompt, providerOptions: { openai: { store: false } } });`,
      [],
    ],
    [
      '4',
      `await generateText({ model: azure('dep'), prompt, providerOptions: { azure: { store: false } } });`,
      [],
    ],
    [
      '2',
      `await generateText({ model: azure.responses('dep'), prompt, providerOptions: { azure: { store: false } } });`,
      [STORE, DEAD],
    ],
    [
      '4',
      `await generateText({ model: azure('dep'), prompt,
        providerOptions: { azure: { reasoningSummary: 'auto' }, openai: { store: false } } });`,
      [STORE, DEAD],
    ],
    ['4', `await generateText({ model: azure('dep'), prompt });`, [STORE]],
    ['2', `await generateText({ model: azure('dep'), prompt });`, []],
  ];
  it.each(azure)('@ai-sdk/azure %s: %s', (major, code, rules) => {
    const text = `import { azure } from '@ai-sdk/azure';\nimport { generateText } from 'ai';\n${code}`;
    const versions = { '@ai-sdk/azure': major };
    expect(rulesOf(text, 'ts', { versions, clouds: ['azure'] })).toEqual(rules);
    expect(rulesOf(text, 'ts', { versions }), 'a cloud that the settings do not name').toEqual([]);
  });
});

describe('versions', () => {
  const bare = `${IMPORTS}await generateText({ model: openai('gpt-5'), prompt });`;

  it.each([
    ['1.3.24', []],
    ['^2.0.0', [STORE]],
    ['^3', [STORE]],
    ['4.0.118', [STORE]],
    ['>=1', []],
    ['1 || 2', []],
  ])('@ai-sdk/openai %s', (range, rules) => {
    expect(rulesOf(bare, 'ts', { versions: { '@ai-sdk/openai': range } })).toEqual(rules);
  });

  it('an explicit factory means the same in every version', () => {
    const code = `${IMPORTS}await generateText({ model: openai.responses('gpt-5'), prompt });`;
    expect(rulesOf(code, 'ts', { versions: { '@ai-sdk/openai': '1' } })).toEqual([STORE]);
  });

  it('version 4 reads the older names of options and of settings of middleware', () => {
    const versions = { ai: '4', '@ai-sdk/openai': '1' };
    const call = (options: string) =>
      `${IMPORTS}await generateText({ model: openai.responses('gpt-5'), prompt, ${options} });`;
    expect(
      rulesOf(call('experimental_providerMetadata: { openai: { store: false } }'), 'ts', { versions }),
    ).toEqual([]);
    const wrapped = (key: string) => `${IMPORTS}
      const model = wrapLanguageModel({ model: openai.responses('gpt-5'),
        middleware: defaultSettingsMiddleware({ settings: { ${key}: { openai: { store: false } } } }) });
      await generateText({ model, prompt });`;
    expect(rulesOf(wrapped('providerMetadata'), 'ts', { versions })).toEqual([]);
    expect(rulesOf(wrapped('providerOptions'), 'ts', { versions })).toEqual([STORE]);
  });
});

describe('evasion', () => {
  const programs: Readonly<Record<string, string>> = {
    'an alias of the function': `const run = generateText; await run({ model: openai('gpt-5'), prompt });`,
    'a renamed import': `import { streamText as go } from 'ai'; go({ model: openai('gpt-5'), prompt });`,
    'a namespace': `import * as ai from 'ai'; await ai.generateText({ model: openai('gpt-5'), prompt });`,
    'a default provider': `import * as sdk from '@ai-sdk/openai'; await generateText({ model: sdk.openai('gpt-5'), prompt });`,
    'a provider that is made': `const p = createOpenAI({ apiKey }); await generateText({ model: p('gpt-5'), prompt });`,
    'a provider with a regional host': `const p = createOpenAI({ baseURL: 'https://eu.api.openai.com/v1' }); await generateText({ model: p('gpt-5'), prompt });`,
    'a method of the provider': `await generateText({ model: openai.responses('gpt-5'), prompt });`,
    languageModel: `await generateText({ model: openai.languageModel('gpt-5'), prompt });`,
    'a model in a variable': `const model = openai('gpt-5'); await generateText({ model, prompt });`,
    'a model in a class field': `class A { model = openai('gpt-5'); ask(prompt: string) { return streamText({ model: this.model, prompt }); } }`,
    'a model from a function': `const model = () => openai('gpt-5'); await generateText({ model: model(), prompt });`,
    'a model in a table': `const models = { fast: openai('gpt-5'), slow: openai('gpt-5-pro') }; await generateText({ model: models.fast, prompt });`,
    'a model that is chosen': `await generateText({ model: cond ? openai('gpt-5') : openai('gpt-5-mini'), prompt });`,
    'a model as a parameter': `const ask = (model: any) => generateText({ model, prompt }); ask(openai('gpt-5'));`,
    'options in a variable': `const options = { model: openai('gpt-5'), prompt }; await generateText(options);`,
    'options built in steps': `const options: any = { prompt }; options.model = openai('gpt-5'); await generateText(options);`,
    'spread options': `const base = { model: openai('gpt-5') }; await generateText({ ...base, prompt });`,
    'other options of the provider': `await generateText({ model: openai('gpt-5'), prompt, providerOptions: { openai: { reasoningEffort: 'low' } } });`,
    "another provider's options": `await generateText({ model: openai('gpt-5'), prompt, providerOptions: { anthropic: { store: false } } });`,
    casts: `await (generateText as any)({ model: (openai as any)('gpt-5')!, prompt });`,
    'optional chaining': `await generateText?.({ model: openai?.responses?.('gpt-5'), prompt });`,
    parentheses: `await (generateText)(({ model: (openai('gpt-5')), prompt }));`,
    'middleware without the option': `const model = wrapLanguageModel({ model: openai('gpt-5'), middleware: [] }); await generateText({ model, prompt });`,
    'middleware that changes answers': `import { extractReasoningMiddleware } from 'ai'; const log = { wrapGenerate: ({ doGenerate }) => doGenerate() }; const model = wrapLanguageModel({ model: openai('gpt-5'), middleware: [log, extractReasoningMiddleware({ tagName: 'think' })] }); await generateText({ model, prompt });`,
    'a prepared step without options': `await generateText({ model: openai('gpt-5'), prompt, prepareStep: ({ stepNumber }) => ({ toolChoice: stepNumber ? 'auto' : 'required' }) });`,
    'a custom provider': `import { customProvider } from 'ai'; const my = customProvider({ languageModels: { fast: openai('gpt-5') } }); await generateText({ model: my.languageModel('fast'), prompt });`,
    'a registry': `import { createProviderRegistry } from 'ai'; const registry = createProviderRegistry({ openai }); await generateText({ model: registry.languageModel('openai:gpt-5'), prompt });`,
    'a registry of custom providers': `import { createProviderRegistry, customProvider } from 'ai'; const registry = createProviderRegistry({ mine: customProvider({ languageModels: { fast: openai('gpt-5') } }) }); await generateText({ model: registry.languageModel('mine:fast'), prompt });`,
    'an agent': `import { ToolLoopAgent } from 'ai'; const agent = new ToolLoopAgent({ model: openai('gpt-5') });`,
    'an agent of version 5': `import { Experimental_Agent as Agent } from 'ai'; new Agent({ model: openai('gpt-5') });`,
    'a dynamic import': `const { generateText: g } = await import('ai'); await g({ model: openai('gpt-5'), prompt });`,
  };
  it.each(Object.entries(programs))('%s', (_, code) => {
    expect(new Set(rulesOf(IMPORTS + code))).toEqual(new Set([STORE]));
  });

  it('CommonJS', () => {
    const code = `const { openai } = require('@ai-sdk/openai');
      const { generateText } = require('ai');
      exports.ask = (prompt) => generateText({ model: openai('gpt-5'), prompt });`;
    expect(rulesOf(code, 'cjs')).toEqual([STORE]);
  });

  it('options that a function is given are judged at its call', () => {
    const code = `${IMPORTS}function ask(options) {
  return generateText({ model: openai('gpt-5'), ...options });
}
ask({ prompt, providerOptions: { openai: { store: false } } });
ask({ prompt });`;
    expect(lint(code, 'js').map(({ line, ruleId }) => `${line} ${ruleId}`)).toEqual([
      `7 openai-zdr/${STORE}`,
    ]);
  });
});

describe('traps', () => {
  const programs: Readonly<Record<string, string>> = {
    'another vendor': `import { anthropic } from '@ai-sdk/anthropic'; await generateText({ model: anthropic('claude'), prompt });`,
    "another vendor's provider of the same name": `import { openai as other } from '@ai-sdk/xai'; await generateText({ model: other('grok'), prompt });`,
    'another host': `const p = createOpenAI({ baseURL: 'https://api.groq.com/openai/v1' }); await generateText({ model: p('llama'), prompt });`,
    'a local host': `const p = createOpenAI({ baseURL: 'http://localhost:11434/v1' }); await generateText({ model: p('llama'), prompt });`,
    'a gateway': `const p = createOpenAI({ baseURL: 'https://openrouter.ai/api/v1' }); await generateText({ model: p('openai/gpt-5'), prompt });`,
    'a host from the configuration': `const p = createOpenAI({ baseURL: config.url }); await generateText({ model: p('m'), prompt });`,
    'arguments out of view': `const make = (...args: any[]) => createOpenAI(...args); export const ask = (config: any) => generateText({ model: make(...config)('m'), prompt });`,
    'a mocked fetch': `const p = createOpenAI({ fetch: async () => new Response('{}') }); await generateText({ model: p('gpt-5'), prompt });`,
    'a function of that name from elsewhere': `import { generateText as gen } from './local-llm.js'; await gen({ model: openai('gpt-5'), prompt });`,
    'a shadowed function': `function f(generateText: any) { return generateText({ model: openai('gpt-5'), prompt }); }`,
    'a shadowed provider': `function f(openai: any) { return generateText({ model: openai('gpt-5'), prompt }); }`,
    'a model out of view': `await generateText({ model, prompt });`,
    'options out of view': `await generateText({ model: openai('gpt-5'), ...options });`,
    'provider options out of view': `await generateText({ model: openai('gpt-5'), prompt, providerOptions });`,
    'middleware of its own that changes options': `const model = wrapLanguageModel({ model: openai('gpt-5'), middleware: { transformParams: async ({ params }) => withStore(params) } }); await generateText({ model, prompt });`,
    'a list of middleware with such a one': `const zdr = { transformParams: async ({ params }) => withStore(params) }; const model = wrapLanguageModel({ model: openai('gpt-5'), middleware: [zdr] }); await generateText({ model, prompt });`,
    'middleware from elsewhere': `import { zdr } from './missing.js'; const model = wrapLanguageModel({ model: openai('gpt-5'), middleware: [zdr] }); await generateText({ model, prompt });`,
    'middleware that is spread': `const all = [defaultSettingsMiddleware({ settings: { providerOptions: { openai: { store: false } } } })]; const model = wrapLanguageModel({ model: openai('gpt-5'), middleware: [...all] }); await generateText({ model, prompt });`,
    'middleware that is filtered': `const model = wrapLanguageModel({ model: openai('gpt-5'), middleware: [isZdr && defaultSettingsMiddleware({ settings: { providerOptions: { openai: { store: false } } } })].filter(Boolean) }); await generateText({ model, prompt });`,
    'middleware of a registry': `import { createProviderRegistry } from 'ai'; const registry = createProviderRegistry({ openai }, { languageModelMiddleware: defaultSettingsMiddleware({ settings: { providerOptions: { openai: { store: false } } } }) }); await generateText({ model: registry.languageModel('openai:gpt-5'), prompt });`,
    'options of a step': `await generateText({ model: openai('gpt-5'), prompt, prepareStep: () => ({ providerOptions: { openai: { store: false } } }) });`,
    'options of a step from elsewhere': `await generateText({ model: openai('gpt-5'), prompt, prepareStep });`,
    'options of a prepared call': `import { ToolLoopAgent } from 'ai'; export const agent = new ToolLoopAgent({ model: openai('gpt-5'), prepareCall: (call) => ({ ...call, providerOptions: { openai: { store: false } } }) });`,
    'a model that is only made': `export const model = openai('gpt-5');`,
    'a type': `import type { generateText as G } from 'ai'; type X = Parameters<typeof G>;`,
    'a test model': `import { MockLanguageModelV2 } from 'ai/test'; await generateText({ model: new MockLanguageModelV2({}), prompt });`,
    'a mocked SDK': `vi.mock('ai'); await generateText({ model: openai('gpt-5'), prompt });`,
    'a text that names no model of OpenAI': `await generateText({ model: 'anthropic/claude', prompt });`,
    embeddings: `import { embed } from 'ai'; await embed({ model: openai.embedding('text-embedding-3-small'), value });`,
    'an upload to another vendor': `import { anthropic } from '@ai-sdk/anthropic'; await uploadFile({ api: anthropic, data });`,
    'a local shell': `await generateText({ model: openai('gpt-5'), prompt, providerOptions: { openai: { store: false } }, tools: { shell: openai.tools.shell({ execute }), patch: openai.tools.applyPatch({ execute }) } });`,
    'own tools': `import { tool } from 'ai'; await generateText({ model: openai('gpt-5'), prompt, providerOptions: { openai: { store: false } }, tools: { weather: tool({ inputSchema, execute }) } });`,
    'shared options': `const zdr = { openai: { store: false } } as const; await generateText({ model: openai('gpt-5'), prompt, providerOptions: zdr });`,
    'options that are spread': `const zdr = { openai: { store: false } } as const; await generateText({ model: openai('gpt-5'), prompt, providerOptions: { ...zdr, google: {} } });`,
    'options of the provider that are spread': `const zdr = { store: false }; await generateText({ model: openai('gpt-5'), prompt, providerOptions: { openai: { ...zdr, user } } });`,
    'a real name of the gateway': `await generateText({ model: 'openai/gpt-5', prompt, providerOptions: { gateway: { zeroDataRetention: true, disallowPromptTraining: true } } });`,
  };
  it.each(Object.entries(programs))('%s', (_, code) => {
    expect(rulesOf(IMPORTS + code)).toEqual([]);
  });
});

describe('other rules', () => {
  const ask = (options: string, more = '') =>
    `${IMPORTS}await generateText({ model: openai('gpt-5'), prompt, providerOptions: { openai: { ${options} } }${more} });`;

  it.each([
    ['store: true', ['no-store']],
    ['store: false, conversation: id', ['no-server-state']],
    ["store: false, promptCacheRetention: '24h'", ['no-prompt-cache-retention']],
    ["store: false, data_usage: 'none'", ['no-invented-parameters']],
    ['store: false, zdr: true', ['no-invented-parameters']],
  ])('%s', (options, rules) => {
    expect(rulesOf(ask(options))).toEqual(rules);
  });

  it.each([
    ['codeInterpreter({})', ['no-hosted-containers']],
    ['codeInterpreter({ container: { fileIds: [id] } })', ['no-stored-file-input', 'no-hosted-containers']],
    ["shell({ environment: { type: 'containerAuto' } })", ['no-hosted-containers']],
    ["shell({ environment: { type: 'local' } })", []],
    ['fileSearch({ vectorStoreIds })', ['no-hosted-tools']],
    ['imageGeneration({ inputImageMask: { fileId: id } })', ['no-stored-file-input']],
    ['webSearch({})', []],
  ])('tools.%s', (tool, rules) => {
    const found = rulesOf(ask('store: false', `, tools: { t: openai.tools.${tool} }`));
    expect(new Set(found)).toEqual(new Set(rules));
  });

  it('strict speaks of servers of others', () => {
    const code = ask(
      'store: false',
      `, tools: { t: openai.tools.mcp({ serverUrl: 'https://mcp.example.com' }) }`,
    );
    const rules = { 'openai-zdr/no-third-party-tools': 'error' } as const;
    expect(ruleIds(lint(code, 'ts', { rules }))).toEqual(['no-third-party-tools']);
    const allowed = { 'openai-zdr/no-third-party-tools': ['error', { allow: ['mcp.example.com'] }] } as const;
    expect(lint(code, 'ts', { rules: allowed as never })).toEqual([]);
  });

  it.each([
    ["await generateText({ model: 'openai/gpt-5', prompt });", ['no-third-party-logging']],
    [
      `await generateText({ model: openai('gpt-5'), prompt, experimental_telemetry: { isEnabled: true } });`,
      ['no-third-party-logging'],
    ],
    [
      `await generateText({ model: openai('gpt-5'), prompt, experimental_telemetry: { isEnabled: true, recordInputs: false, recordOutputs: false } });`,
      [],
    ],
    [
      `await generateText({ model: openai('gpt-5'), prompt, experimental_telemetry: { isEnabled: false } });`,
      [],
    ],
    [`import { registerTelemetry } from 'ai'; registerTelemetry(tracer);`, ['no-third-party-logging']],
  ])('who else sees it: %s', (code, rules) => {
    const only = { 'openai-zdr/no-third-party-logging': 'error' } as const;
    expect(ruleIds(lint(IMPORTS + code, 'ts', { rules: only }))).toEqual(rules);
  });

  it('a gateway that fronts OpenAI is judged where the settings say so', () => {
    const code = `${IMPORTS}await generateText({ model: 'openai/gpt-5', prompt });`;
    expect(rulesOf(code, 'ts', { hosts: ['ai-gateway.vercel.sh'] })).toEqual([STORE]);
  });

  it('options in wrong places have no effect', () => {
    const code = `${IMPORTS}await generateText({ model: openai('gpt-5'), prompt, store: false, zdr: true });
const p = createOpenAI({ store: false });`;
    const messages = lint(code, 'ts');
    expect(messages.map(({ line, ruleId }) => `${line} ${ruleId?.slice(11)}`)).toEqual([
      `3 ${STORE}`,
      `3 ${DEAD}`,
      '3 no-invented-parameters',
      `4 ${DEAD}`,
    ]);
    expect(messages[1]?.message).toContain('`store` is no option of `generateText`');
  });

  it('batches and skills are kept', () => {
    const code = `${IMPORTS}import { experimental_startBatch, uploadSkill } from 'ai';
await experimental_startBatch({ provider: openai, requests });
await uploadSkill({ api: openai, files });`;
    const strict = plugin.configs.strict.rules as Record<string, 'error'>;
    expect(lint(code, 'ts', { rules: strict }).map(({ line, ruleId }) => `${line} ${ruleId}`)).toEqual([
      '4 openai-zdr/no-non-zdr-endpoint',
      '5 openai-zdr/no-unproven-request',
    ]);
  });

  it('strict says what is not proven', () => {
    const rules = { 'openai-zdr/no-unproven-request': 'error' } as const;
    const code = `${IMPORTS}await generateText({ model: openai('gpt-5'), prompt, providerOptions });`;
    const [message] = lint(code, 'ts', { rules });
    expect(message?.message).toContain('`store`');
    expect(lint(ask('store: false'), 'ts', { rules })).toEqual([]);
  });
});

describe('fixes', () => {
  const fix = (code: string) => fixed(IMPORTS + code, 'ts').slice(IMPORTS.length);

  it('write the option where the SDK reads it', () => {
    expect(fix(`await generateText({ model: openai('gpt-5'), prompt });`)).toBe(
      `await generateText({ model: openai('gpt-5'), prompt, providerOptions: { openai: { store: false } } });`,
    );
    expect(fix(`await generateText({ model: openai('gpt-5'), providerOptions: { google: {} } });`)).toBe(
      `await generateText({ model: openai('gpt-5'), providerOptions: { google: {}, openai: { store: false } } });`,
    );
    expect(
      fix(`await generateText({ model: openai('gpt-5'), providerOptions: { openai: { user } } });`),
    ).toBe(
      `await generateText({ model: openai('gpt-5'), providerOptions: { openai: { user, store: false } } });`,
    );
    expect(
      fix(`await generateText({ model: openai('gpt-5'), providerOptions: { openai: { store: true } } });`),
    ).toBe(`await generateText({ model: openai('gpt-5'), providerOptions: { openai: { store: false } } });`);
  });

  it('reach options that calls of the SDK share, and leave those to a person that go elsewhere', () => {
    const calls = `await generateText({ model: openai('a'), prompt, providerOptions: shared });
await streamText({ model: openai('b'), prompt, providerOptions: shared });`;
    expect(fix(`const shared = { google: {} };\n${calls}`)).toBe(
      `const shared = { google: {}, openai: { store: false } };\n${calls}`,
    );
    const [message] = lint(`${IMPORTS}const shared = { google: {} };\n${calls}\nsend({ shared });`, 'ts');
    expect(message?.fix).toBeUndefined();
    expect(message?.suggestions?.[0]?.desc).toContain('also goes elsewhere');
  });

  it('are only offered where OpenAI runs a tool', () => {
    const code = `${IMPORTS}await generateText({ model: openai('gpt-5'), prompt, tools: { s: openai.tools.webSearch({}) } });`;
    const [message] = lint(code, 'ts');
    expect(message?.fix).toBeUndefined();
    expect(message?.suggestions?.[0]?.desc).toContain('tools that OpenAI runs');
  });
});
