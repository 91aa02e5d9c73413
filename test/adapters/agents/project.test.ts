import { describe, expect, it } from 'vitest';
import { factsInFile } from '../../../src/analysis/analyze-file.js';
import { parseFile } from '../../../src/languages/javascript/parse/parse.js';
import { readSettings } from '../../../src/settings/read.js';
import { project, type Files } from '../../follow/project.js';

const RUN = `import { Agent, run } from '@openai/agents';
export const answer = (text) => run(new Agent({ name: 'a', modelSettings: { store: false } }), text);
`;

/** Is a run in the file taken for one whose traces nothing switches off? */
function isTraced(files: Files, settings: (root: string) => object = () => ({})): boolean {
  const { root } = project(files);
  const text = files['run.js']!;
  const parsed = parseFile(text, `${root}/run.js`);
  if (!parsed.ok) throw new Error(parsed.message);
  const own = settings(root);
  const facts = factsInFile({ text, ...parsed }, `${root}/run.js`, readSettings({ 'openai-zdr': own }));
  return facts.features.some(({ row, isAssumed }) => row === 'feature:agents-tracing' && isAssumed);
}

describe('a switch of tracing in another module', () => {
  const OFF = `import { setTracingDisabled } from '@openai/agents';\nsetTracingDisabled(true);\n`;

  it('counts where the file imports it', () => {
    expect(isTraced({ 'run.js': RUN })).toBe(true);
    expect(isTraced({ 'run.js': `import './tracing.js';\n${RUN}`, 'tracing.js': OFF })).toBe(false);
    expect(isTraced({ 'run.js': `import './setup.js';\n${RUN}`, 'setup.js': OFF })).toBe(false);
  });

  it('counts where what the file imports imports it', () => {
    const files = { 'start.js': `import './tracing.js';`, 'tracing.js': OFF };
    expect(isTraced({ ...files, 'run.js': `import './start.js';\n${RUN}` })).toBe(false);
  });

  it('counts where the settings name the module as running first', () => {
    const files = { 'run.js': RUN, 'instrumentation.js': OFF };
    expect(isTraced(files)).toBe(true);
    expect(isTraced(files, (root) => ({ setup: [`${root}/instrumentation.js`] }))).toBe(false);
    expect(isTraced(files, (root) => ({ setup: [`${root}/instrumentation.js`], followImports: false }))).toBe(
      false,
    );
    expect(isTraced(files, (root) => ({ setup: [`${root}/missing.js`] }))).toBe(true);
  });

  it('does not count where it switches tracing on', () => {
    const files = { 'run.js': `import './tracing.js';\n${RUN}` };
    expect(isTraced({ ...files, 'tracing.js': OFF.replace('true', 'false') })).toBe(true);
  });

  it('sets the variable in time only before the SDK is imported', () => {
    const env = `process.env.OPENAI_AGENTS_DISABLE_TRACING = '1'; // tracing\n`;
    expect(isTraced({ 'run.js': `import './env.js';\n${RUN}`, 'env.js': env })).toBe(false);
    expect(isTraced({ 'run.js': `${RUN}import './env.js';\n`, 'env.js': env })).toBe(true);
    expect(isTraced({ 'run.js': RUN, 'env.js': env }, (root) => ({ setup: [`${root}/env.js`] }))).toBe(false);
  });
});

describe('agents of other modules', () => {
  const AGENT = `import { Agent } from '@openai/agents';\nexport const agent = new Agent({ name: 'a' });\n`;

  it('are reported where they are made', () => {
    const { findings } = project({
      'agent.js': AGENT,
      'run.js': `import { run } from '@openai/agents';\nimport { agent } from './agent.js';\nawait run(agent, 'Hi');\n`,
    });
    expect(findings('agent.js')).toEqual(['require-store-false: Agent']);
    expect(findings('run.js')).toEqual([]);
  });

  it('are reported where settings are handed to what makes them', () => {
    const { findings } = project({
      'make.js': `import { Agent } from '@openai/agents';\nexport const make = (options) => new Agent({ name: 'a', ...options });\n`,
      'use.js': `import { make } from './make.js';\nmake({ model: 'gpt-5', modelSettings: { store: true } });\nmake({ model: 'gpt-5', modelSettings: { store: false } });\n`,
    });
    expect(findings('make.js')).toEqual([]);
    expect(findings('use.js')).toEqual(['no-store: store: true']);
  });

  it('are known where they are cloned', () => {
    const { findings } = project({
      'agent.js': AGENT.replace(`'a' }`, `'a', modelSettings: { store: false } }`),
      'clone.js': `import { agent } from './agent.js';\nexport const kept = agent.clone({ name: 'b' });\nexport const lost = agent.clone({ modelSettings: { temperature: 1 } });\n`,
    });
    expect(findings('agent.js')).toEqual([]);
    expect(findings('clone.js')).toEqual(['require-store-false: clone']);
  });

  it('go where the module that sets the client says', () => {
    const { findings } = project({
      'client.js': `import OpenAI from 'openai';\nimport { setDefaultOpenAIClient } from '@openai/agents';\nsetDefaultOpenAIClient(new OpenAI({ baseURL: 'https://llm.example.com/v1' }));\n`,
      'agent.js': `import './client.js';\n${AGENT}`,
    });
    expect(findings('agent.js')).toEqual([]);
    expect(findings('agent.js', { hosts: ['llm.example.com'] })).toEqual(['require-store-false: Agent']);
  });
});
