import { describe, expect, it } from 'vitest';
import { lint, ruleIds, type Language } from '../lint.js';

const AGENT = `import { Agent, Runner, run } from '@openai/agents';\n`;
const REALTIME = `import { RealtimeAgent, RealtimeSession } from '@openai/agents/realtime';\n`;

/** Each leaves `store` out once; a language where only that one has the form. */
const programs: Readonly<Record<string, string | { readonly only: Language; readonly code: string }>> = {
  'another name': `import { Agent as A } from '@openai/agents';\nnew A({ name: 'a' });`,
  'a namespace': `import * as sdk from '@openai/agents';\nnew sdk.Agent({ name: 'a' });`,
  'the core package': `import { Agent } from '@openai/agents-core';\nnew Agent({ name: 'a' });`,
  'a specifier of Deno': `import { Agent } from 'npm:@openai/agents@0.20';\nnew Agent({ name: 'a' });`,
  'a dynamic import': `const { Agent } = await import('@openai/agents');\nnew Agent({ name: 'a' });`,
  'a variable': `${AGENT}const Maker = Agent;\nconst made = new Maker({ name: 'a' });`,
  'Agent.create': `${AGENT}Agent.create({ name: 'a', handoffs: [] });`,
  'Agent.create taken out': `${AGENT}const { create } = Agent;\ncreate({ name: 'a' });`,
  parentheses: `${AGENT}new (Agent)(({ name: 'a' }));`,
  'options in a variable': `${AGENT}const options = { name: 'a' };\nnew Agent(options);`,
  'options that are spread': `${AGENT}const base = { name: 'a' };\nnew Agent({ ...base, tools: [] });`,
  'options that are built': `${AGENT}const options = {};\noptions.name = 'a';\noptions.modelSettings = { temperature: 0 };\nnew Agent(options);`,
  'settings in a variable': `${AGENT}const modelSettings = { temperature: 0 };\nnew Agent({ name: 'a', modelSettings });`,
  'settings that are undefined': `${AGENT}new Agent({ name: 'a', modelSettings: undefined });`,
  'store that is undefined': `${AGENT}new Agent({ name: 'a', modelSettings: { store: undefined } });`,
  'store in the wrong place': `${AGENT}new Agent({ name: 'a', store: false });`,
  'store on one way only': `${AGENT}new Agent({ name: 'a', modelSettings: isFast ? { temperature: 0 } : { store: false } });`,
  'a factory': `${AGENT}const make = (name) => new Agent({ name });\nmake('a'); make('b');`,
  'a factory with options': `${AGENT}const make = (options) => new Agent({ name: 'a', ...options });\nmake({ instructions: 'x' });`,
  'a factory with settings of its own': `${AGENT}const make = (options = {}) => new Agent({ name: 'a', modelSettings: options.settings });\nmake();`,
  'a class field': `${AGENT}class Desk { agent = new Agent({ name: 'a' }); ask(text) { return run(this.agent, text); } }`,
  'a class of its own': `${AGENT}class Desk extends Agent { constructor() { super({ name: 'a' }); } }`,
  'a clone of settings': `${AGENT}new Agent({ name: 'a', modelSettings: { store: false } }).clone({ modelSettings: {} });`,
  'a list of agents': `${AGENT}const all = [new Agent({ name: 'a', modelSettings: { store: false } }), new Agent({ name: 'b' })];`,
  'an agent that is made where it is run': `${AGENT}await run(new Agent({ name: 'a' }), 'Hi');`,
  'a model by its name': `${AGENT}const model = 'gpt-5';\nnew Agent({ name: 'a', model });`,
  'a model from the environment': `${AGENT}new Agent({ name: 'a', model: process.env.MODEL });`,
  'a runner that says nothing of store': `${AGENT}const a = new Agent({ name: 'a' });\nawait new Runner({ modelSettings: { temperature: 0 } }).run(a, 'Hi');`,
  'a runner and a plain run': `${AGENT}const a = new Agent({ name: 'a' });\nawait new Runner({ modelSettings: { store: false } }).run(a, 'Hi');\nawait run(a, 'Hi');`,
  'a provider of its own at OpenAI': `import { Agent, OpenAIProvider, Runner } from '@openai/agents';\nconst runner = new Runner({ modelProvider: new OpenAIProvider({ apiKey: key }) });\nawait runner.run(new Agent({ name: 'a' }), 'Hi');`,
  'a default client at OpenAI': `import OpenAI from 'openai';\nimport { Agent, setDefaultOpenAIClient } from '@openai/agents';\nsetDefaultOpenAIClient(new OpenAI({ baseURL: 'https://eu.api.openai.com/v1' }));\nnew Agent({ name: 'a' });`,
  'a model object': `import OpenAI from 'openai';\nimport { Agent, OpenAIResponsesModel } from '@openai/agents';\nnew Agent({ name: 'a', model: new OpenAIResponsesModel(new OpenAI(), 'gpt-5') });`,
  casts: { only: 'ts', code: `${AGENT}new (Agent as any)({ name: 'a' } as const)!;` },
  'type arguments': { only: 'ts', code: `${AGENT}new Agent<Context>({ name: 'a' } satisfies object);` },
  'a model by a parameter that is text': {
    only: 'ts',
    code: `${AGENT}export const make = (model: string) => new Agent({ name: 'a', model });`,
  },
  'a clone of what is handed in': {
    only: 'ts',
    code: `${AGENT}export const hot = (agent: Agent) => agent.clone({ modelSettings: { temperature: 1 } });`,
  },
  CommonJS: {
    only: 'cjs',
    code: `const { Agent } = require('@openai/agents');\nexports.a = new Agent({ name: 'a' });`,
  },
  'CommonJS, whole': {
    only: 'cjs',
    code: `const sdk = require('@openai/agents');\nexports.a = new sdk.Agent({ name: 'a' });`,
  },
};

describe('every spelling of an agent that leaves store out is found once', () => {
  for (const [name, program] of Object.entries(programs)) {
    const { code, only } = typeof program === 'string' ? { code: program, only: null } : program;
    for (const language of only ? [only] : (['ts', 'js'] as const)) {
      it(`${name} (${language})`, () => {
        expect(ruleIds(lint(code, language))).toEqual(['require-store-false']);
      });
    }
  }
});

describe('every spelling of a voice session that is traced is found once', () => {
  it.each([
    `${REALTIME}new RealtimeSession(agent);`,
    `${REALTIME}new RealtimeSession(agent, {});`,
    `${REALTIME}new RealtimeSession(agent, { tracingDisabled: false });`,
    `${REALTIME}new RealtimeSession(agent, { tracingDisabled: undefined });`,
    `${REALTIME}const options = { model: 'gpt-realtime' };\nnew RealtimeSession(agent, options);`,
    `${REALTIME}const S = RealtimeSession;\nconst s = new S(agent);\nawait s.connect({ apiKey });`,
    `import { RealtimeSession } from '@openai/agents-realtime';\nnew RealtimeSession(agent);`,
    `import { realtime } from '@openai/agents';\nnew realtime.RealtimeSession(agent, { transport: 'webrtc' });`,
    `import { RealtimeSession, OpenAIRealtimeWebSocket } from '@openai/agents/realtime';\nnew RealtimeSession(agent, { transport: new OpenAIRealtimeWebSocket() });`,
    `import { setTracingDisabled } from '@openai/agents';\n${REALTIME}setTracingDisabled(true);\nnew RealtimeSession(agent);`,
  ])('%s', (code) => {
    expect(ruleIds(lint(code, 'js'))).toEqual(['no-trace-export']);
  });
});

describe('what only looks like a hazard is not reported', () => {
  it.each<[string, string, Language?]>([
    [
      'settings that are written later',
      `${AGENT}const a = new Agent({ name: 'a' });\na.modelSettings = { store: false };`,
    ],
    [
      'a setting that is written later',
      `${AGENT}const a = new Agent({ name: 'a' });\na.modelSettings.store = false;`,
    ],
    [
      'settings of a clone that are written later',
      `${AGENT}const a = new Agent({ name: 'a', modelSettings: { store: false } });\nconst b = a.clone({ modelSettings: {} });\nb.modelSettings = { ...a.modelSettings };`,
    ],
    [
      'a model of the AI SDK with middleware',
      `import { openai } from '@ai-sdk/openai';\nimport { defaultSettingsMiddleware, wrapLanguageModel } from 'ai';\nconst model = wrapLanguageModel({ model: openai('gpt-5'), middleware: [defaultSettingsMiddleware({ settings: { providerOptions: { openai: { store: false } } } })] });\nimport { aisdk } from '@openai/agents-extensions';\n${AGENT}new Agent({ name: 'a', model: aisdk(model) });`,
    ],
    ['an agent of another package', `import { Agent } from 'openai-like-agents';\nnew Agent({ name: 'a' });`],
    ['an agent of undici', `import { Agent } from 'undici';\nconst openai = new Agent({ connections: 1 });`],
    [
      'an agent of node',
      `import { Agent } from 'node:https'; // @openai/agents\nnew Agent({ keepAlive: true });`,
    ],
    [
      'a class of the file',
      `import { run } from '@openai/agents';\nclass Agent {}\nrun(new Agent({ name: 'a' }), 'x');`,
    ],
    ['a name that is shadowed', `${AGENT}export function f(Agent) { return new Agent({ name: 'a' }); }`],
    [
      'a type only',
      `import type { Agent } from '@openai/agents';\nexport const f = (agent: Agent) => agent.name;`,
      'ts',
    ],
    [
      'a mocked package',
      `import { vi } from 'vitest';\n${AGENT}vi.mock('@openai/agents');\nnew Agent({ name: 'a' });`,
    ],
    [
      'settings out of view',
      `${AGENT}import { settings } from './settings.js';\nnew Agent({ name: 'a', modelSettings: settings });`,
    ],
    ['options out of view', `${AGENT}export const make = (options) => new Agent(options);`],
    [
      'options of which a part is out of view',
      `${AGENT}export const make = (options) => new Agent({ name: 'a', ...options });`,
    ],
    ['store out of view', `${AGENT}new Agent({ name: 'a', modelSettings: { store: isStored() } });`],
    ['store behind a spread', `${AGENT}new Agent({ name: 'a', modelSettings: { ...base, store: false } });`],
    [
      'store in a later write',
      `${AGENT}const options = { name: 'a', modelSettings: {} };\noptions.modelSettings.store = false;\nnew Agent(options);`,
    ],
    [
      'a clone that keeps it',
      `${AGENT}new Agent({ name: 'a', modelSettings: { store: false } }).clone({ name: 'b' });`,
    ],
    [
      'extra_body that says it',
      `${AGENT}new Agent({ name: 'a', modelSettings: { providerData: { extra_body: { store: false } } } });`,
    ],
    [
      'providerData that says it',
      `${AGENT}new Agent({ name: 'a', modelSettings: { providerData: { store: false } } });`,
    ],
    [
      'a runner for agents elsewhere',
      `${AGENT}export const runner = new Runner({ modelSettings: { store: false } });\nexport const a = new Agent({ name: 'a' });`,
    ],
    [
      'a runner of which it cannot be read',
      `${AGENT}import { settings } from './settings.js';\nconst a = new Agent({ name: 'a' });\nawait new Runner({ modelSettings: settings }).run(a, 'x');`,
    ],
    [
      'a model of another vendor',
      `${AGENT}import { aisdk } from '@openai/agents-extensions';\nimport { anthropic } from '@ai-sdk/anthropic';\nnew Agent({ name: 'a', model: aisdk(anthropic('claude-sonnet-5')) });`,
    ],
    ['a model by the name of another vendor', `${AGENT}new Agent({ name: 'a', model: 'claude-sonnet-5' });`],
    [
      'a model of its own',
      `${AGENT}class Local { getResponse() {} }\nnew Agent({ name: 'a', model: new Local() });`,
    ],
    ['a model out of view', `${AGENT}export const make = (model) => new Agent({ name: 'a', model });`],
    [
      'a model for tests',
      `${AGENT}import { ScriptedModel } from '@openai/agents/testing';\nnew Agent({ name: 'a', model: new ScriptedModel([]) });`,
    ],
    [
      'a client of another host',
      `${AGENT}import OpenAI from 'openai';\nimport { setDefaultOpenAIClient } from '@openai/agents';\nsetDefaultOpenAIClient(new OpenAI({ baseURL: 'https://api.groq.com/openai/v1' }));\nnew Agent({ name: 'a' });`,
    ],
    [
      'a client out of view',
      `${AGENT}import { setDefaultOpenAIClient } from '@openai/agents';\nimport { client } from './client.js';\nsetDefaultOpenAIClient(client);\nnew Agent({ name: 'a' });`,
    ],
    [
      'a provider of another host',
      `${AGENT}import { OpenAIProvider } from '@openai/agents';\nawait new Runner({ modelProvider: new OpenAIProvider({ baseURL: 'http://localhost:11434/v1' }) }).run(new Agent({ name: 'a' }), 'x');`,
    ],
    [
      'a provider of its own',
      `${AGENT}import { setDefaultModelProvider } from '@openai/agents';\nsetDefaultModelProvider(new Mine());\nnew Agent({ name: 'a' });`,
    ],
    [
      'Azure',
      `${AGENT}import { AzureOpenAI } from 'openai';\nimport { setDefaultOpenAIClient } from '@openai/agents';\nsetDefaultOpenAIClient(new AzureOpenAI());\nnew Agent({ name: 'a' });`,
    ],
    [
      'chat completions',
      `${AGENT}import { setOpenAIAPI } from '@openai/agents';\nsetOpenAIAPI('chat_completions');\nnew Agent({ name: 'a' });`,
    ],
    [
      'local tools',
      `import { Agent, applyPatchTool, computerTool, shellTool, tool } from '@openai/agents';\nnew Agent({ name: 'a', modelSettings: { store: false }, tools: [tool({ name: 't' }), shellTool({ shell }), computerTool({ computer }), applyPatchTool({ editor })] });`,
    ],
    [
      'a local session',
      `import { Agent, MemorySession, run } from '@openai/agents';\nawait run(new Agent({ name: 'a', modelSettings: { store: false } }), 'x', { session: new MemorySession() });`,
    ],
    [
      'no state',
      `${AGENT}await run(new Agent({ name: 'a', modelSettings: { store: false } }), 'x', { previousResponseId: undefined, maxTurns: 3 });`,
    ],
    [
      'previousResponseId over a socket',
      `${AGENT}import { setOpenAIResponsesTransport } from '@openai/agents';\nsetOpenAIResponsesTransport('websocket');\nawait run(new Agent({ name: 'a', modelSettings: { store: false } }), 'x', { previousResponseId: 'resp_1' });`,
    ],
    [
      'another run()',
      `import { run } from './run.js';\nimport { Agent } from '@openai/agents';\nrun(new Agent({ name: 'a', modelSettings: { store: false } }), 'x', { previousResponseId: 'r', tracingDisabled: true });`,
    ],
    [
      'a compaction that sends the history',
      `import { OpenAIResponsesCompactionSession } from '@openai/agents';\nnew OpenAIResponsesCompactionSession({ compactionMode: 'input' });`,
    ],
    [
      'a hosted session at another host',
      `import OpenAI from 'openai';\nimport { OpenAIConversationsSession } from '@openai/agents';\nnew OpenAIConversationsSession({ client: new OpenAI({ baseURL: 'https://llm.example.com' }) });`,
    ],
    ['the variable in a file without the SDK', `process.env.OPENAI_AGENTS_DISABLE_TRACING = '1';`],
    ['the variable switched on', `${AGENT}process.env.OPENAI_AGENTS_DISABLE_TRACING = '0';`],
    [
      'a voice session out of view',
      `${REALTIME}export const open = (options) => new RealtimeSession(agent, options);`,
    ],
    [
      'a voice session with a switch out of view',
      `${REALTIME}new RealtimeSession(agent, { tracingDisabled: isOff() });`,
    ],
    [
      'a voice session of another host',
      `${REALTIME}const session = new RealtimeSession(agent);\nawait session.connect({ apiKey, url: 'wss://me.openai.azure.com/openai/v1/realtime' });`,
    ],
    [
      'a voice session in tests',
      `${REALTIME}import { ScriptedRealtimeTransport } from '@openai/agents/realtime/testing';\nnew RealtimeSession(agent, { transport: new ScriptedRealtimeTransport() });`,
    ],
    [
      'traces to a processor besides',
      `import { addTraceProcessor } from '@openai/agents';\naddTraceProcessor(mine);`,
    ],
    ['local logs', `${AGENT}process.env.OPENAI_AGENTS_DONT_LOG_MODEL_DATA = '1';`],
    [
      'spans without content, and a switch',
      `import { Runner, setTracingDisabled } from '@openai/agents';\nsetTracingDisabled(true);\nnew Runner({ traceIncludeSensitiveData: false });`,
    ],
  ])('%s', (_, code, language = 'js') => {
    expect(ruleIds(lint(code, language))).toEqual([]);
  });
});

describe('hosted tools', () => {
  const withTool = (tool: string, before = '') =>
    `import * as sdk from '@openai/agents';\n${before}new sdk.Agent({ name: 'a', modelSettings: { store: false }, tools: [${tool}] });`;
  const rules = {
    'openai-zdr/no-hosted-containers': 'error',
    'openai-zdr/no-hosted-tools': 'error',
    'openai-zdr/no-stored-file-input': 'error',
    'openai-zdr/no-third-party-tools': 'error',
  } as const;

  it.each<[string, readonly string[], string?]>([
    [`sdk.fileSearchTool('vs')`, ['no-hosted-tools']],
    [`search`, ['no-hosted-tools'], `const search = sdk.fileSearchTool(['vs']);\n`],
    [`...more`, ['no-hosted-tools'], `const more = [sdk.fileSearchTool(['vs'])];\n`],
    [`...(isOn ? [sdk.fileSearchTool(['vs'])] : [])`, ['no-hosted-tools']],
    [`{ type: 'hosted_tool', name: 'x', providerData: { type: 'file_search' } }`, ['no-hosted-tools']],
    [`sdk.codeInterpreterTool()`, ['no-hosted-containers']],
    [
      `sdk.codeInterpreterTool({ container: { type: 'auto', file_ids: ['file_1'] } })`,
      ['no-hosted-containers', 'no-stored-file-input'],
    ],
    [`sdk.shellTool({ environment: { type: 'container_auto' } })`, ['no-hosted-containers']],
    [
      `sdk.shellTool({ environment: { type: 'container_auto', fileIds: ['file_1'] } })`,
      ['no-hosted-containers', 'no-stored-file-input'],
    ],
    [`sdk.shellTool({ shell })`, []],
    [`sdk.shellTool({ environment: { type: 'local' }, shell })`, []],
    [
      `sdk.hostedMcpTool({ serverLabel: 'x', serverUrl: 'https://mcp.example.com' })`,
      ['no-third-party-tools'],
    ],
    [`sdk.hostedMcpTool({ serverLabel: 'x', connectorId: 'connector_x' })`, ['no-third-party-tools']],
    [`sdk.webSearchTool()`, ['no-third-party-tools']],
    [`sdk.webSearchTool({ externalWebAccess: false })`, []],
    [`sdk.imageGenerationTool()`, []],
    [
      `helper.asTool({ toolName: 'x' })`,
      [],
      `const helper = new sdk.Agent({ name: 'h', modelSettings: { store: false } });\n`,
    ],
  ])('%s', (tool, expected, before) => {
    expect(ruleIds(lint(withTool(tool, before), 'js', { rules })).sort()).toEqual(expected);
  });
});
