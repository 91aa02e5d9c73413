import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Linter } from 'eslint';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { checker as command } from '../src/cli/checker.js';
import { main } from '../src/cli/main.js';
import plugin from '../src/index.js';

/** Hosts such as editors lint projects that lie elsewhere than the process was started. */
let root: string;
const folder = (name: string) => path.join(root, name);

function write(file: string, content: string | object): string {
  const full = folder(file);
  mkdirSync(path.dirname(full), { recursive: true });
  writeFileSync(full, typeof content === 'string' ? content : JSON.stringify(content));
  return full;
}

beforeAll(() => {
  root = realpathSync(mkdtempSync(path.join(tmpdir(), 'working-directory-')));
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

/** The rules that report, in a host whose working directory is a folder. */
function reported(cwd: string, code: string, filename: string | undefined, settings: object = {}): string[] {
  const config = [
    plugin.configs.strict,
    { rules: { 'openai-zdr/no-unproven-request': 'off' }, settings: { 'openai-zdr': settings } },
  ];
  const linter = new Linter({ configType: 'flat', cwd });
  const options = filename === undefined ? {} : { filename };
  return linter
    .verify(code, config as Linter.Config[], options)
    .map(({ ruleId, message }) => ruleId ?? message);
}

const RUN = `import { Agent, run } from '@openai/agents';
export const answer = (text) => run(new Agent({ name: 'a', modelSettings: { store: false } }), text);
`;
const OFF = `import { setTracingDisabled } from '@openai/agents';\nsetTracingDisabled(true);\n`;
/** Before version 2 of the provider, this is Chat Completions, which stores nothing unless it is asked to. */
const WRITE = `import { openai } from '@ai-sdk/openai';
import { streamText } from 'ai';
export const write = (prompt) => streamText({ model: openai('gpt-5.5'), prompt });
`;
const RULE = 'openai-zdr/require-store-false';
const TRACES = 'openai-zdr/no-trace-export';
const old = { dependencies: { ai: '^4.2.0', '@ai-sdk/openai': '^1.2.0' } };
const current = { dependencies: { ai: '^6.0.0', '@ai-sdk/openai': '^3.0.0' } };
/** `chatCompletions` of strict asks for `store: false` there too; only what is stored by default is looked at here. */
const defaults = (found: readonly string[]) => found.includes(RULE);

describe('settings.setup', () => {
  it('names modules from the working directory of the host, not of the process', () => {
    write('traced/app/instrumentation.js', 'export {};\n');
    write('silent/app/instrumentation.js', OFF);
    const settings = { setup: ['app/instrumentation.js'] };
    const traced = write('traced/src/run.js', RUN);
    const silent = write('silent/src/run.js', RUN);
    expect(reported(folder('traced'), RUN, traced, settings)).toContain(TRACES);
    expect(reported(folder('silent'), RUN, silent, settings)).not.toContain(TRACES);
    // The same settings object in the other order: nothing of the first host is left.
    expect(reported(folder('traced'), RUN, traced, settings)).toContain(TRACES);
    expect(reported(folder('traced/src'), RUN, traced, settings)).toContain(TRACES);
    expect(reported(folder('silent/src'), RUN, silent, settings)).toContain(TRACES);
  });

  it('names them from where the command runs', async () => {
    write('project/openai-zdr.json', { setup: ['app/instrumentation.js'] });
    write('project/app/instrumentation.js', OFF);
    write('project/src/run.js', RUN);
    const said = { out: '', err: '' };
    const io = {
      cwd: folder('project'),
      stdout: (text: string) => void (said.out += text),
      stderr: (text: string) => void (said.err += text),
    };
    expect(await main(['check', '--strict', 'src'], io, command)).toBe(0);
    expect(said.out).toBe('');
    write('project/app/instrumentation.js', 'export {};\n');
    expect(await main(['check', '--strict', 'src'], io, command)).toBe(1);
    expect(said.out).toContain(TRACES);
  });
});

describe('versions', () => {
  const recommended = (cwd: string, filename?: string) => {
    const linter = new Linter({ configType: 'flat', cwd });
    const config = [plugin.configs.recommended as Linter.Config];
    return linter
      .verify(WRITE, config, filename === undefined ? {} : { filename })
      .map(({ ruleId }) => ruleId ?? '');
  };

  it('of code without a file are those of the working directory of the host', () => {
    write('old/package.json', old);
    write('current/package.json', current);
    expect(defaults(recommended(folder('old')))).toBe(false);
    expect(defaults(recommended(folder('current')))).toBe(true);
    expect(defaults(recommended(folder('old')))).toBe(false);
    expect(defaults(recommended(folder('old'), 'write.js'))).toBe(false);
    expect(defaults(recommended(folder('current'), 'write.js'))).toBe(true);
  });

  it('of a file are those of its own package, whatever the working directory', () => {
    const inOld = write('old/src/write.js', WRITE);
    const inCurrent = write('current/src/write.js', WRITE);
    for (const cwd of [root, folder('old'), folder('current')].filter((at) => inOld.startsWith(at)))
      expect(defaults(recommended(cwd, inOld)), cwd).toBe(false);
    for (const cwd of [root, folder('current')])
      expect(defaults(recommended(cwd, inCurrent)), cwd).toBe(true);
  });

  it('change in a running host with package.json, and with what is installed', () => {
    write('changing/package.json', old);
    const file = write('changing/src/write.js', WRITE);
    const found = () => defaults(recommended(folder('changing'), file));
    expect(found()).toBe(false);
    write('changing/package.json', current);
    expect(found()).toBe(true);
    const manifest = (name: string, version: string) =>
      write(`changing/node_modules/${name}/package.json`, { name, version });
    manifest('@ai-sdk/openai', '1.2.8');
    manifest('ai', '4.2.0');
    expect(found()).toBe(false);
    manifest('@ai-sdk/openai', '3.0.12');
    manifest('ai', '6.0.33');
    expect(found()).toBe(true);
    rmSync(folder('changing/node_modules'), { recursive: true });
    write('changing/package.json', old);
    expect(found()).toBe(false);
  });
});
