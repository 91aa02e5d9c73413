import { describe, expect, it } from 'vitest';
import { lint, ruleIds } from '../../adapters/lint.js';
import { differences } from './claims.js';
import { sentBy, type ProgramRun } from './wire.js';

const SET = 'agents-0.20';
const VERSIONS = { '@openai/agents': '0.20.0', '@ai-sdk/openai': '3.0.141', openai: '7.57.0' };

const SDK = `import { Agent, MemorySession, OpenAIChatCompletionsModel, OpenAIConversationsSession, OpenAIProvider,
  OpenAIResponsesCompactionSession, OpenAIResponsesModel, Runner, codeInterpreterTool, fileSearchTool,
  getGlobalTraceProvider, hostedMcpTool, imageGenerationTool, run, setDefaultOpenAIClient, setOpenAIAPI,
  setTraceProcessors, setTracingDisabled, shellTool, webSearchTool } from '@openai/agents';
`;

const IMPORTS = `${SDK}import { aisdk } from '@openai/agents-extensions/ai-sdk';
import { openai } from '@ai-sdk/openai';
import OpenAI from 'openai';
setTracingDisabled(true);
`;

const ask = (agent: string, options = '') => `await run(new Agent(${agent}), 'Hi'${options});`;

/** Each sends exactly what the analysis says of it. */
const programs = {
  bare: ask(`{ name: 'a' }`),
  written: ask(`{ name: 'a', modelSettings: { store: false } }`),
  stored: ask(`{ name: 'a', modelSettings: { store: true } }`),
  providerData: ask(`{ name: 'a', modelSettings: { store: false, providerData: { store: true } } }`),
  extraBody: ask(
    `{ name: 'a', modelSettings: { store: false, providerData: { store: false, extraBody: { store: true } } } }`,
  ),
  extraBodySnake: ask(
    `{ name: 'a', modelSettings: { store: true, providerData: { extra_body: { store: false } } } }`,
  ),
  background: ask(`{ name: 'a', modelSettings: { store: false, providerData: { background: true } } }`),
  unknown: ask(
    `{ name: 'a', modelSettings: { store: false, zdr: true, data_retention: 'none', providerData: { zdr: true } } }`,
  ),
  beside: ask(`{ name: 'a', store: false }`),
  create: `await run(Agent.create({ name: 'a', modelSettings: { store: false } }), 'Hi');`,
  clone: `await run(new Agent({ name: 'a', modelSettings: { store: false } }).clone({ name: 'b' }), 'Hi');`,
  cloneOwn: `await run(new Agent({ name: 'a', modelSettings: { store: false } }).clone({ modelSettings: { temperature: 1 } }), 'Hi');`,
  runner: `await new Runner({ modelSettings: { store: false } }).run(new Agent({ name: 'a' }), 'Hi');`,
  runnerLoses: `await new Runner({ modelSettings: { store: false } }).run(new Agent({ name: 'a', modelSettings: { store: true } }), 'Hi');`,
  runnerBeaten: `await new Runner({ modelSettings: { store: true } }).run(new Agent({ name: 'a', modelSettings: { store: false } }), 'Hi');`,
  runnerReplaced: `await new Runner({ modelSettings: { providerData: { store: true } } }).run(new Agent({ name: 'a', modelSettings: { store: false, providerData: {} } }), 'Hi');`,
  runnerKept: `await new Runner({ modelSettings: { providerData: { store: true } } }).run(new Agent({ name: 'a', modelSettings: { store: false } }), 'Hi');`,
  previous: ask(`{ name: 'a', modelSettings: { store: false } }`, `, { previousResponseId: 'resp_0' }`),
  conversation: ask(`{ name: 'a', modelSettings: { store: false } }`, `, { conversationId: 'conv_0' }`),
  runStore: ask(`{ name: 'a' }`, `, { store: false, modelSettings: { store: false } }`),
  cache: ask(`{ name: 'a', modelSettings: { store: false, promptCacheRetention: '24h' } }`),
  prompt: ask(`{ name: 'a', prompt: { promptId: 'pmpt_1' }, modelSettings: { store: false } }`),
  stream: `const result = await run(new Agent({ name: 'a' }), 'Hi', { stream: true }); await result.completed;`,
  chatProvider: `await new Runner({ modelProvider: new OpenAIProvider({ useResponses: false }) }).run(new Agent({ name: 'a', modelSettings: { store: true } }), 'Hi');`,
  chatModel: ask(`{ name: 'a', model: new OpenAIChatCompletionsModel(new OpenAI(), 'gpt-5') }`),
  responsesModel: ask(`{ name: 'a', model: new OpenAIResponsesModel(new OpenAI(), 'gpt-5') }`),
  aiSdk: ask(`{ name: 'a', model: aisdk(openai('gpt-5')), modelSettings: { store: false } }`),
  aiSdkWritten: ask(
    `{ name: 'a', model: aisdk(openai('gpt-5')), modelSettings: { providerData: { providerOptions: { openai: { store: false } } } } }`,
  ),
  aiSdkChat: ask(`{ name: 'a', model: aisdk(openai.chat('gpt-5')) }`),
  tools: ask(`{ name: 'a', modelSettings: { store: false }, tools: [
    fileSearchTool(['vs_1']), codeInterpreterTool({ container: { type: 'auto', file_ids: ['file_1'] } }),
    shellTool({ environment: { type: 'container_auto', fileIds: ['file_2'] } }),
    hostedMcpTool({ serverLabel: 'x', connectorId: 'connector_x', authorization: 't' }),
    webSearchTool({ externalWebAccess: false }), imageGenerationTool({ model: 'gpt-image-1' }),
    { type: 'hosted_tool', name: 'x', providerData: { type: 'file_search', vector_store_ids: [] } }] }`),
} as const;

const KEYS = [
  'store',
  'background',
  'previous_response_id',
  'conversation',
  'prompt.id',
  'prompt_cache_retention',
];

describe('bodies are what is read of them', () => {
  const withImports = Object.fromEntries(
    Object.entries(programs).map(([name, code]) => [name, IMPORTS + code]),
  );
  const runs = sentBy(SET, withImports);

  it.each(Object.entries(withImports))('%s', (name, code) => {
    const program = runs[name]!;
    expect(program.sent, program.error ?? '').not.toEqual([]);
    expect(differences(code, program, VERSIONS, KEYS)).toEqual([]);
  });

  it('what is not known in modelSettings is dropped, and sent in providerData', () => {
    expect(runs.unknown!.sent[0]!.body).not.toHaveProperty('data_retention');
    expect(runs.unknown!.sent[0]!.body).toHaveProperty('zdr', true);
  });

  it('tools have the types and keys of the table', () => {
    expect(runs.tools!.sent[0]!.body).toMatchObject({
      tools: [
        { type: 'file_search', vector_store_ids: ['vs_1'] },
        { type: 'code_interpreter', container: { type: 'auto', file_ids: ['file_1'] } },
        { type: 'shell', environment: { type: 'container_auto', file_ids: ['file_2'] } },
        { type: 'mcp', connector_id: 'connector_x', require_approval: 'never' },
        { type: 'web_search', external_web_access: false },
        { type: 'image_generation', model: 'gpt-image-1' },
        { type: 'file_search', vector_store_ids: [] },
      ],
    });
  });
});

const sentTo = ({ sent }: ProgramRun, path: string) => sent.filter((one) => one.path === path);

describe('what is decided for the whole process', () => {
  it.each([
    ['chat completions', `setOpenAIAPI('chat_completions');`, 'api.openai.com', '/v1/chat/completions'],
    [
      'another host',
      `setDefaultOpenAIClient(new OpenAI({ baseURL: 'https://llm.example.com/v1' }));`,
      'llm.example.com',
      '/v1/responses',
    ],
  ])('%s', (_, code, host, path) => {
    const program = `${IMPORTS}${code}\n${ask(`{ name: 'a' }`)}`;
    const { sent } = sentBy(SET, { program }).program;
    expect(sent).toMatchObject([{ host, path }]);
    expect(ruleIds(lint(program, 'js'))).toEqual([]);
  });
});

describe('sessions', () => {
  const runs = sentBy(SET, {
    conversations: `${IMPORTS}${ask(`{ name: 'a', modelSettings: { store: false } }`, `, { session: new OpenAIConversationsSession() }`)}`,
    memory: `${IMPORTS}${ask(`{ name: 'a', modelSettings: { store: false } }`, `, { session: new MemorySession() }`)}`,
  });

  it('that live at OpenAI get the whole text, although the agent stores nothing', () => {
    expect(sentTo(runs.conversations, '/v1/conversations')).toHaveLength(1);
    expect(JSON.stringify(sentTo(runs.conversations, '/v1/conversations/resp_1/items'))).toContain('Hi');
    expect(runs.memory.sent).toMatchObject([{ path: '/v1/responses', body: { store: false } }]);
  });
});

/** Chat completions, because their spans carry the prompt. */
const TRACED = `setOpenAIAPI('chat_completions');
const agent = new Agent({ name: 'a', modelSettings: { store: false } });
`;
const FLUSH = `\nawait getGlobalTraceProvider().forceFlush();`;

interface TraceCase {
  readonly code: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly exports: number;
  readonly hasPrompt?: boolean;
  /** What is reported, with `unswitched`. */
  readonly rules: readonly string[];
}

const traced: Readonly<Record<string, TraceCase>> = {
  'nothing is written': {
    code: `${SDK}${TRACED}await run(agent, 'secret');`,
    exports: 1,
    hasPrompt: true,
    rules: ['no-trace-export'],
  },
  'a regional client': {
    code: `${SDK}import OpenAI from 'openai';
setDefaultOpenAIClient(new OpenAI({ baseURL: 'https://eu.api.openai.com/v1' }));
${TRACED}await run(agent, 'secret');`,
    exports: 1,
    hasPrompt: true,
    rules: ['no-trace-export'],
  },
  'the variable is 1': {
    code: `${SDK}${TRACED}await run(agent, 'secret');`,
    env: { OPENAI_AGENTS_DISABLE_TRACING: '1' },
    exports: 0,
    rules: [],
  },
  'the variable is true': {
    code: `${SDK}${TRACED}await run(agent, 'secret');`,
    env: { OPENAI_AGENTS_DISABLE_TRACING: 'true' },
    exports: 0,
    rules: [],
  },
  'the variable is yes': {
    code: `${SDK}${TRACED}await run(agent, 'secret');`,
    env: { OPENAI_AGENTS_DISABLE_TRACING: 'yes' },
    exports: 1,
    hasPrompt: true,
    rules: ['no-trace-export'],
  },
  'the variable is on': {
    code: `${SDK}${TRACED}await run(agent, 'secret');`,
    env: { OPENAI_AGENTS_DISABLE_TRACING: 'on' },
    exports: 1,
    hasPrompt: true,
    rules: ['no-trace-export'],
  },
  'the variable is set in code, above the import': {
    code: `process.env.OPENAI_AGENTS_DISABLE_TRACING = '1';\n${SDK}${TRACED}await run(agent, 'secret');`,
    exports: 1,
    hasPrompt: true,
    rules: ['no-ineffective-control', 'no-trace-export'],
  },
  'the variable is set before a dynamic import': {
    code: `process.env.OPENAI_AGENTS_DISABLE_TRACING = '1';
const { Agent, getGlobalTraceProvider, run, setOpenAIAPI } = await import('@openai/agents');
${TRACED}await run(agent, 'secret');`,
    exports: 0,
    rules: [],
  },
  'setTracingDisabled(true)': {
    code: `${SDK}${TRACED}setTracingDisabled(true);\nawait run(agent, 'secret');`,
    exports: 0,
    rules: [],
  },
  'setTraceProcessors([])': {
    code: `${SDK}${TRACED}setTraceProcessors([]);\nawait run(agent, 'secret');`,
    exports: 0,
    rules: [],
  },
  'a runner that traces nothing': {
    code: `${SDK}${TRACED}await new Runner({ tracingDisabled: true }).run(agent, 'secret');`,
    exports: 0,
    rules: [],
  },
  'a runner that leaves content out': {
    code: `${SDK}${TRACED}await new Runner({ traceIncludeSensitiveData: false }).run(agent, 'secret');`,
    exports: 1,
    hasPrompt: false,
    rules: ['no-ineffective-control', 'no-trace-export'],
  },
  'an option that run() does not have': {
    code: `${SDK}${TRACED}await run(agent, 'secret', { tracingDisabled: true });`,
    exports: 1,
    hasPrompt: true,
    rules: ['no-ineffective-control', 'no-trace-export'],
  },
  'the environment of tests': {
    code: `${SDK}${TRACED}await run(agent, 'secret');`,
    env: { NODE_ENV: 'test' },
    exports: 0,
    rules: [],
  },
};

describe('traces', () => {
  it.each(Object.entries(traced))('%s', (_, { code, env = {}, exports, hasPrompt = false, rules }) => {
    const { program } = sentBy(SET, { program: code + FLUSH }, env);
    expect(program.error).toBeNull();
    const sent = sentTo(program, '/v1/traces/ingest');
    expect(sent).toHaveLength(exports);
    expect(sent.every(({ host }) => host === 'api.openai.com')).toBe(true);
    expect(JSON.stringify(sent).includes('secret')).toBe(hasPrompt);
    const found = lint(code, 'js', {
      settings: { env },
      rules: {
        'openai-zdr/no-ineffective-control': 'error',
        'openai-zdr/no-trace-export': ['error', { unswitched: true }],
      },
    });
    expect(ruleIds(found).sort()).toEqual(rules);
  });
});

describe('voice sessions', () => {
  const session = (
    options: string,
    before = '',
  ) => `${SDK}import { RealtimeAgent, RealtimeSession } from '@openai/agents/realtime';
${before}const session = new RealtimeSession(new RealtimeAgent({ name: 'a' })${options});
await fetch('https://config.example.com', { method: 'POST', body: JSON.stringify(await session.getInitialSessionConfig()) });`;
  const sessions = {
    bare: session(''),
    configured: session(', { config: { tracing: null } }'),
    switched: session('', 'setTracingDisabled(true);\n'),
    disabled: session(', { tracingDisabled: true }'),
    named: session(`, { workflowName: 'x' }`),
  };
  const runs = sentBy(SET, sessions, { OPENAI_AGENTS_DISABLE_TRACING: '1' });

  it.each([
    ['bare', 'auto', ['no-trace-export']],
    ['configured', 'auto', ['no-trace-export', 'no-ineffective-control']],
    ['switched', 'auto', ['no-trace-export']],
    ['disabled', null, []],
    ['named', { workflow_name: 'x' }, ['no-trace-export']],
  ] as const)('%s', (name, tracing, rules) => {
    expect(runs[name].error).toBeNull();
    expect((runs[name].sent[0]!.body as { tracing: unknown }).tracing).toEqual(tracing);
    expect(ruleIds(lint(sessions[name], 'js'))).toEqual(rules);
  });
});
