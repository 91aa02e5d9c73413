/** Requests of which only the names say that they are OpenAI's: strict tells of them, nothing else does. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Linter } from 'eslint';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { allOperations } from '../src/catalog/index.js';
import { MAY_NAME_OPENAI, operationOnlyOpenAIHas } from '../src/catalog/only-openai.js';
import plugin from '../src/index.js';

let folder: string;

beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'likely-'));
  for (const [name, dependencies] of [
    ['with', { openai: '^6.0.0' }],
    ['without', { 'groq-sdk': '^1.0.0' }],
  ] as const) {
    mkdirSync(path.join(folder, name, 'src'), { recursive: true });
    writeFileSync(path.join(folder, name, 'package.json'), JSON.stringify({ dependencies }));
  }
});

afterAll(() => {
  rmSync(folder, { recursive: true });
});

/** The rules that report, with all of them on. */
function reports(code: string, project = 'with'): string[] {
  const linter = new Linter({ cwd: path.parse(folder).root });
  const messages = linter.verify(code, [{ files: ['**/*.js'] }, plugin.configs.all], {
    filename: path.join(folder, project, 'src', 'a.js'),
  });
  return messages.map(({ ruleId, message }) => ruleId?.replace('openai-zdr/', '') ?? message);
}

const THREAD = `beta.threads.runs.createAndPoll('thread', { assistant_id: 'a' })`;

describe('told of by strict alone', () => {
  it.each([
    ['a parameter', `export const run = (ai) => ai.${THREAD};`],
    ['a property of a parameter', `export const run = (context) => context.services.ai.${THREAD};`],
    ['a field that is set elsewhere', `export class A { run() { return this.ai.${THREAD}; } }`],
    [
      'a local module that is not there',
      `import { ai } from './ai.js';\nexport const run = () => ai.${THREAD};`,
    ],
    ['what a container hands out', `export const run = async (c) => (await c.get('ai')).${THREAD};`],
    [
      'an upload',
      `export const run = (ai) => ai.vectorStores.fileBatches.uploadAndPoll('v', { files: [] });`,
    ],
    ['an optional chain', `export const run = (ai) => ai?.beta?.assistants?.create({ model: 'gpt-5' });`],
  ])('%s', (_name, code) => {
    expect(reports(code)).toEqual(['no-unproven-request']);
  });
});

describe('told of by strict where the file gets something from the SDK', () => {
  const sdk = `import OpenAI from 'openai';\nconst own = new OpenAI();\n`;
  const RESPONSE = `responses.create({ model: 'gpt-5.5', input: 'Hi' })`;

  it.each([
    ['a parameter without a type', `${sdk}export const run = (ai) => ai.${RESPONSE};`],
    ['a member that the SDK does not have', `${sdk}export const run = () => own.inner.${RESPONSE};`],
    ['a property of a parameter', `${sdk}export const run = (context) => context.ai.${RESPONSE};`],
    [
      'what a registry hands out',
      `${sdk}export const run = async (c) => (await c.get('ai')).chat.completions.create({ messages: [] });`,
    ],
    ['a transcription', `${sdk}export const run = (ai) => ai.audio.transcriptions.create({ model: 'm' });`],
    ['CommonJS', `const OpenAI = require('openai');\nexports.run = (ai) => ai.${RESPONSE};`],
    [
      'a name that a module with the SDK does not export',
      `import { other } from './held.js';\nexport const run = () => other.${RESPONSE};`,
    ],
  ])('%s', (_name, code) => {
    writeFileSync(
      path.join(folder, 'with', 'src', 'held.js'),
      `import OpenAI from 'openai';\nexport const ai = new OpenAI();\n`,
    );
    expect(reports(code, 'without').concat(reports(code))).toContain('no-unproven-request');
    expect(new Set(reports(code))).toEqual(new Set(['no-unproven-request']));
  });

  it.each([
    ['files', `${sdk}export const run = (drive) => drive.files.create({ body: {} });`],
    ['conversations', `${sdk}export const run = (store) => store.conversations.create({ items: [] });`],
    [
      'batches of another vendor',
      `${sdk}export const run = (ai) => ai.messages.batches.create({ requests: [] });`,
    ],
    [
      'another package',
      `${sdk}import Groq from 'groq-sdk';\nconst g = new Groq();\ng.chat.completions.create({ messages: [] });`,
    ],
    ['an object in view', `${sdk}const fake = { responses: { create() {} } };\nfake.${RESPONSE};`],
    [
      'a class in view',
      `${sdk}class Fake { constructor() { this.responses = { create() {} }; } }\nnew Fake().${RESPONSE};`,
    ],
    [
      'a module of a test',
      `import OpenAI from 'openai';\nvi.mock('openai');\nexport const run = (ai) => ai.${RESPONSE};`,
    ],
    [
      'a client module that a test replaces',
      `import { other } from './held.js';\nvi.mock('./held.js');\nexport const run = () => other.${RESPONSE};`,
    ],
    ['a global', `${sdk}survey.${RESPONSE};`],
    ['a module without the SDK', `import { ai } from './none.js';\nexport const run = () => ai.${RESPONSE};`],
  ])('not of %s', (_name, code) => {
    writeFileSync(path.join(folder, 'with', 'src', 'none.js'), `export const x = 1;\n`);
    expect(reports(code)).toEqual([]);
  });
});

describe('not taken for a request', () => {
  it.each([
    ['names that other vendors have', `export const run = (ai) => ai.responses.create({ input: 'Hi' });`],
    ['files', `export const run = (ai) => ai.files.create({ file: {} });`],
    ['jobs of Mistral', `export const run = (ai) => ai.fineTuning.jobs.create({ model: 'm' });`],
    ['the last names alone', `export const run = (runs) => runs.createAndPoll('thread', {});`],
    ['another package', `import { ai } from 'other-ai';\nexport const run = () => ai.${THREAD};`],
    [
      'an object in view',
      `const ai = { beta: { threads: { runs: { createAndPoll() {} } } } };\nai.${THREAD};`,
    ],
    ['a class in view', `class Ai { get beta() { return 1; } }\nnew Ai().${THREAD};`],
    [
      'a mocked module',
      `import { ai } from './ai.js';\nvi.mock('openai');\nexport const run = () => ai.${THREAD};`,
    ],
    ['a deletion', `export const run = (ai) => ai.beta.threads.delete('thread');`],
  ])('%s', (_name, code) => {
    expect(reports(code)).toEqual([]);
  });

  it('where the package does not depend on the SDK', () => {
    expect(reports(`export const run = (ai) => ai.${THREAD};`, 'without')).toEqual([]);
  });
});

it('a caller that hands in a client makes it certain', () => {
  const code = `import OpenAI from 'openai';\nexport const run = (ai) => ai.${THREAD};\nrun(new OpenAI());`;
  expect(reports(code)).toContain('no-non-zdr-endpoint');
  expect(reports(code)).not.toContain('no-unproven-request');
});

it('the text gate lets every such chain through', () => {
  const names = allOperations().map(({ name }) => name);
  const only = names.filter((name) => operationOnlyOpenAIHas(['client', ...name.split('.')]));
  expect(only.length).toBeGreaterThan(50);
  expect(only.filter((name) => !MAY_NAME_OPENAI.test(`client.${name}()`))).toEqual([]);
});
