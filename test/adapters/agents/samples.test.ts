import { describe, expect, it } from 'vitest';
import { fixed, lint, type LintOptions } from '../lint.js';

const IMPORTS = `import { Agent, OpenAIConversationsSession, Runner, fileSearchTool, run, setTracingDisabled } from '@openai/agents';
import { RealtimeSession } from '@openai/agents/realtime';
import { aisdk } from '@openai/agents-extensions';
import { openai } from '@ai-sdk/openai';
`;
const B = `const b = new Agent({ name: 'b', modelSettings: { store: false } });\n`;

const withUnswitched: LintOptions = {
  rules: {
    'openai-zdr/no-ineffective-control': 'error',
    'openai-zdr/no-server-state': 'error',
    'openai-zdr/no-store': 'error',
    'openai-zdr/no-trace-export': ['error', { unswitched: true }],
    'openai-zdr/require-store-false': 'error',
  },
};

/** The rules that report, each with the text at which it points. */
function found(code: string, options?: LintOptions): string[] {
  const text = IMPORTS + code;
  const lines = text.split('\n');
  return lint(text, 'ts', options).map(({ ruleId, line, column, endColumn }) => {
    const at = lines[line - 1]!.slice(column - 1, (endColumn ?? column) - 1);
    return `${ruleId!.replace('openai-zdr/', '')}: ${at}`;
  });
}

describe('lines of which the finding is known, with the preset recommended', () => {
  it.each<[string, string, readonly string[]]>([
    ['an agent of which nothing is written', `new Agent({ name: 'a' });`, ['require-store-false: Agent']],
    ['an agent that stores nothing', B, []],
    [
      'a session that lives at OpenAI',
      `${B}await run(b, text, { session: new OpenAIConversationsSession() });`,
      ['no-server-state: OpenAIConversationsSession'],
    ],
    [
      'store in providerData',
      `new Agent({ name: 'c', modelSettings: { store: false, providerData: { store: true } } });`,
      ['no-ineffective-control: store: false', 'no-store: store: true'],
    ],
    [
      'tracingDisabled as an option of run()',
      `${B}await run(b, text, { tracingDisabled: true } as any);`,
      ['no-ineffective-control: tracingDisabled: true'],
    ],
    ['the switch for all traces', `setTracingDisabled(true);\n${B}await run(b, text);`, []],
    [
      'a runner that stores and traces nothing',
      `const a = new Agent({ name: 'a' });
       await new Runner({ tracingDisabled: true, modelSettings: { store: false } }).run(a, text);`,
      [],
    ],
    [
      'config.tracing of a voice session',
      `new RealtimeSession(voiceAgent, { config: { tracing: null } });`,
      ['no-trace-export: RealtimeSession', 'no-ineffective-control: tracing: null'],
    ],
    ['a voice session without traces', `new RealtimeSession(voiceAgent, { tracingDisabled: true });`, []],
    [
      'modelSettings.store with a model of the AI SDK',
      `new Agent({ name: 'd', model: aisdk(openai('gpt-5')), modelSettings: { store: false } });`,
      ['require-store-false: Agent', 'no-ineffective-control: store: false'],
    ],
  ])('%s', (_, code, expected) => {
    expect(found(code)).toEqual(expected);
  });

  it('says what to write instead', () => {
    const [missing] = lint(`${IMPORTS}new Agent({ name: 'a' });`, 'ts');
    expect(missing!.message).toContain('Write modelSettings: { store: false } in the agent.');
  });
});

describe('runs of which no switch of tracing is in view, with the option unswitched', () => {
  it.each<[string, string, readonly string[]]>([
    ['run()', `${B}await run(b, text);`, ['no-trace-export: run']],
    ['once for all runs', `${B}await run(b, text); await run(b, text);`, ['no-trace-export: run']],
    ['a runner', `${B}await new Runner().run(b, text);`, ['no-trace-export: run']],
    [
      'a runner that says false',
      `${B}await new Runner({ tracingDisabled: false }).run(b, text);`,
      ['no-trace-export: run'],
    ],
    ['a runner without traces', `${B}await new Runner({ tracingDisabled: true }).run(b, text);`, []],
    [
      'a runner of which it cannot be read',
      `${B}await new Runner({ tracingDisabled: isOff() }).run(b, text);`,
      [],
    ],
    ['setTracingDisabled(true)', `setTracingDisabled(true);\n${B}await run(b, text);`, []],
    ['setTracingDisabled of something', `setTracingDisabled(isOff());\n${B}await run(b, text);`, []],
    ['an agent that nobody runs', B, []],
    [
      'setTracingDisabled(false)',
      `setTracingDisabled(false);\n${B}await run(b, text);`,
      ['no-trace-export: setTracingDisabled'],
    ],
  ])('%s', (_, code, expected) => {
    expect(found(code, withUnswitched)).toEqual(expected);
  });

  it.each<[string, Record<string, string>, readonly string[]]>([
    ['the variable as 1', { OPENAI_AGENTS_DISABLE_TRACING: '1' }, []],
    ['the variable as true', { OPENAI_AGENTS_DISABLE_TRACING: 'true' }, []],
    ['the variable as yes', { OPENAI_AGENTS_DISABLE_TRACING: 'yes' }, ['no-trace-export: run']],
    ['the environment of tests', { NODE_ENV: 'test' }, []],
    ['another environment', { NODE_ENV: 'production' }, ['no-trace-export: run']],
  ])('%s in the settings', (_, env, expected) => {
    expect(found(`${B}await run(b, text);`, { ...withUnswitched, settings: { env } })).toEqual(expected);
  });

  it('is silent without the option', () => {
    expect(found(`${B}await run(b, text);`)).toEqual([]);
  });
});

describe('what is mended', () => {
  it.each<[string, string, string]>([
    [
      'no settings',
      `new Agent({ name: 'a' });`,
      `new Agent({ name: 'a', modelSettings: { store: false } });`,
    ],
    [
      'settings without store',
      `new Agent({ name: 'a', modelSettings: { temperature: 0 } });`,
      `new Agent({ name: 'a', modelSettings: { temperature: 0, store: false } });`,
    ],
    [
      'store: true',
      `new Agent({ name: 'a', modelSettings: { store: true } });`,
      `new Agent({ name: 'a', modelSettings: { store: false } });`,
    ],
    [
      'store: true in providerData',
      `new Agent({ name: 'a', modelSettings: { providerData: { extraBody: { store: true } } } });`,
      `new Agent({ name: 'a', modelSettings: { providerData: { extraBody: { store: false } } } });`,
    ],
    [
      'a clone, at what it is a clone of',
      `const a = new Agent({ name: 'a' });\na.clone({ name: 'b' });`,
      `const a = new Agent({ name: 'a', modelSettings: { store: false } });\na.clone({ name: 'b' });`,
    ],
    [
      'a clone with settings of its own',
      `${B}b.clone({ modelSettings: { temperature: 1 } });`,
      `${B}b.clone({ modelSettings: { temperature: 1, store: false } });`,
    ],
    [
      'a model of the AI SDK',
      `new Agent({ name: 'd', model: aisdk(openai('gpt-5')) });`,
      `new Agent({ name: 'd', model: aisdk(openai('gpt-5')), modelSettings: { providerData: { providerOptions: { openai: { store: false } } } } });`,
    ],
  ])('%s', (_, code, expected) => {
    const [only, ...others] = lint(IMPORTS + code, 'ts');
    expect(only?.fix).toBeDefined();
    expect(others).toEqual([]);
    expect(fixed(IMPORTS + code, 'ts')).toBe(IMPORTS + expected);
  });

  it('not by itself where a run builds on a stored response', () => {
    const code = `const a = new Agent({ name: 'a' });\nawait run(a, text, { previousResponseId: id });`;
    const missing = lint(IMPORTS + code, 'ts').find(
      ({ ruleId }) => ruleId === 'openai-zdr/require-store-false',
    );
    expect(missing).toBeDefined();
    expect(missing!.fix).toBeUndefined();
    expect(missing!.suggestions![0]!.desc).toContain('builds on a stored response');
  });
});
