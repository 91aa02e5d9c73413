import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as parser from '@typescript-eslint/parser';
import { Linter } from 'eslint';
import { afterAll, describe, expect, it } from 'vitest';
import plugin from '../../src/index.js';
import { lint, ruleIds } from './lint.js';

const AGENTS = `import { Agent } from '@openai/agents';`;
const OPENAI = `import OpenAI from 'openai';`;

describe('members of enums are what they are initialised with', () => {
  const found: readonly (readonly [string, string, string])[] = [
    [
      'model of an agent',
      `${AGENTS}\nenum Models { Small = 'gpt-5.4-mini' }\nnew Agent({ name: 'a', model: Models.Small });`,
      'require-store-false',
    ],
    [
      'constant enum',
      `${AGENTS}\nconst enum Models { Small = 'gpt-5.4-mini' }\nnew Agent({ name: 'a', model: Models.Small });`,
      'require-store-false',
    ],
    [
      'address',
      `enum Url { Files = 'https://api.openai.com/v1/files' }\nawait fetch(Url.Files, { method: 'POST' });`,
      'no-file-upload',
    ],
    [
      'address by a quoted name',
      `enum Url { 'my files' = 'https://api.openai.com/v1/files' }\nawait fetch(Url['my files'], { method: 'POST' });`,
      'no-file-upload',
    ],
    [
      'part of an address',
      `enum Path { Files = '/files' }\nawait fetch(\`https://api.openai.com/v1\${Path.Files}\`, { method: 'POST' });`,
      'no-file-upload',
    ],
    [
      'type of a tool',
      `${OPENAI}\nenum Tool { Search = 'file_search' }\nawait new OpenAI().responses.create({ model: 'm', input: 'x', store: false, tools: [{ type: Tool.Search, vector_store_ids: ['v'] }] });`,
      'no-hosted-tools',
    ],
    [
      'base URL of OpenAI',
      `${OPENAI}\nenum Base { Own = 'https://api.openai.com/v1' }\nawait new OpenAI({ baseURL: Base.Own }).files.create({});`,
      'no-file-upload',
    ],
    [
      'member that repeats another one',
      `enum Url { First = 'https://api.openai.com/v1/files', Same = First }\nawait fetch(Url.Same, { method: 'POST' });`,
      'no-file-upload',
    ],
    [
      'merged declarations',
      `enum Url { A = 'https://example.org' }\nenum Url { B = 'https://api.openai.com/v1/files' }\nawait fetch(Url.B, { method: 'POST' });`,
      'no-file-upload',
    ],
    [
      'constant that holds a member',
      `enum Url { Files = 'https://api.openai.com/v1/files' }\nconst url = Url.Files;\nawait fetch(url, { method: 'POST' });`,
      'no-file-upload',
    ],
  ];
  it.each(found)('%s', (_, code, rule) => {
    expect(ruleIds(lint(code, 'ts'))).toEqual([rule]);
  });

  const silent: readonly (readonly [string, string])[] = [
    [
      'model of another vendor',
      `${AGENTS}\nenum Models { Other = 'claude-sonnet-5' }\nnew Agent({ name: 'a', model: Models.Other });`,
    ],
    [
      'address of another host',
      `enum Url { Files = 'https://example.org/v1/files' }\nawait fetch(Url.Files, { method: 'POST' });`,
    ],
    [
      'other member of the same enum',
      `enum Url { Files = 'https://api.openai.com/v1/files', Own = 'https://example.org/v1/files' }\nawait fetch(Url.Own, { method: 'POST' });`,
    ],
    [
      'function as a tool',
      `${OPENAI}\nenum Tool { Own = 'function' }\nawait new OpenAI().responses.create({ model: 'm', input: 'x', store: false, tools: [{ type: Tool.Own, name: 'f' }] });`,
    ],
    [
      'base URL of another vendor',
      `${OPENAI}\nenum Base { Other = 'https://api.groq.com/openai/v1' }\nawait new OpenAI({ baseURL: Base.Other }).files.create({});`,
    ],
    [
      'enum that is hidden by a local name',
      `enum Url { Files = 'https://api.openai.com/v1/files' }\nexport const send = (Url: { Files: string }) => fetch(Url.Files, { method: 'POST' });`,
    ],
    [
      'member that is not there',
      `enum Url { Files = 'https://api.openai.com/v1/files' }\nawait fetch((Url as any).Other, { method: 'POST' });`,
    ],
    ['numbers', `enum Level { Low, High }\nawait fetch(String(Level.High), { method: 'POST' });`],
  ];
  it.each(silent)('%s', (_, code) => {
    expect(lint(code, 'ts')).toEqual([]);
  });
});

describe('a text is no model object', () => {
  it.each([
    `export const make = (name: string) => new Agent({ name: 'a', model: name });`,
    `export const make = (name?: string) => new Agent({ name: 'a', model: name });`,
    `export const make = (name: 'a' | 'b') => new Agent({ name: 'a', model: name });`,
    `export const make = (options: { model: string }) => new Agent({ name: 'a', model: options.model });`,
    `export const make = (name) => new Agent({ name: 'a', model: name.trim() });`,
    'export const make = (size) => new Agent({ name: "a", model: `gpt-${size}` });',
    `enum Models { Any = pick() }\nexport const make = () => new Agent({ name: 'a', model: Models.Any });`,
  ])('%s', (code) => {
    expect(ruleIds(lint(`${AGENTS}\n${code}`, 'ts'))).toEqual(['require-store-false']);
  });

  it.each([
    `export const make = (model) => new Agent({ name: 'a', model });`,
    `export const make = (model: Model) => new Agent({ name: 'a', model });`,
    `export const make = (model: string | Model) => new Agent({ name: 'a', model });`,
    `export const make = (options: { model: any }) => new Agent({ name: 'a', model: options.model });`,
  ])('what may be one is not known: %s', (code) => {
    expect(lint(`${AGENTS}\n${code}`, 'ts')).toEqual([]);
  });
});

describe('modules that hold data', () => {
  const folder = mkdtempSync(join(tmpdir(), 'data-modules-'));
  afterAll(() => {
    rmSync(folder, { recursive: true });
  });
  const linter = new Linter({ cwd: folder });
  function reports(files: Readonly<Record<string, string>>, code: string): string[] {
    for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
    const { name: _name, ...recommended } = plugin.configs.recommended;
    const config = { ...recommended, files: ['**/*.ts'], languageOptions: { parser } } as Linter.Config;
    return ruleIds(linter.verify(code, [config], join(folder, 'main.ts')));
  }
  const OPENAI_URL =
    '{ "llm": { "url": "https://api.openai.com/v1", "files": "https://api.openai.com/v1/files" } }';
  const OTHER_URL =
    '{ "llm": { "url": "https://api.groq.com/openai/v1", "files": "https://example.org/files" } }';

  it.each([
    [`import config from './own.json';\nawait fetch(config.llm.files, { method: 'POST' });\n// openai`],
    [
      `import { llm } from './own.json';\nimport OpenAI from 'openai';\nawait new OpenAI({ baseURL: llm.url }).files.create({});`,
    ],
    [
      `import OpenAI from 'openai';\nconst config = require('./own.json');\nawait new OpenAI({ baseURL: config.llm.url }).files.create({});`,
    ],
    [
      `import { Url } from './enums.js';\nimport OpenAI from 'openai';\nawait new OpenAI({ baseURL: Url.Own }).files.create({});`,
    ],
    [
      `import * as all from './enums.js';\nimport OpenAI from 'openai';\nawait new OpenAI({ baseURL: all.Url.Own }).files.create({});`,
    ],
  ])('%s', (code) => {
    const files = {
      'own.json': OPENAI_URL,
      'enums.ts': `export enum Url { Own = 'https://api.openai.com/v1' }`,
    };
    expect(reports(files, code)).toEqual(['no-file-upload']);
  });

  it.each([
    [`import config from './other.json';\nawait fetch(config.llm.files, { method: 'POST' });\n// openai`],
    [
      `import { llm } from './other.json';\nimport OpenAI from 'openai';\nawait new OpenAI({ baseURL: llm.url }).files.create({});`,
    ],
    [
      `import config from './broken.json';\nimport OpenAI from 'openai';\nawait new OpenAI({ baseURL: config.llm.url }).files.create({});`,
    ],
    [
      `import { Url } from './others.js';\nimport OpenAI from 'openai';\nawait new OpenAI({ baseURL: Url.Own }).files.create({});`,
    ],
  ])('what keeps nothing: %s', (code) => {
    const files = {
      'other.json': OTHER_URL,
      'broken.json': '{ "llm": ',
      'others.ts': `export enum Url { Own = 'https://api.groq.com/openai/v1' }`,
    };
    expect(reports(files, code)).toEqual([]);
  });
});
