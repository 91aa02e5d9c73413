import { Linter } from 'eslint';
import { afterEach, describe, expect, it, vi } from 'vitest';

/** A row of the policy about an endpoint that no version of the SDK has. */
vi.mock('../../src/policy/endpoints.js', async (importOriginal) => {
  const { endpoints, ...rest } = await importOriginal<typeof import('../../src/policy/endpoints.js')>();
  const [like] = endpoints.filter(({ id }) => id === 'endpoint:/conversations');
  const row = {
    ...like!,
    id: 'endpoint:/archives',
    endpoints: [
      { methods: ['POST'] as const, path: '/archives' },
      { methods: ['GET'] as const, path: '/archives/{}' },
    ],
    keeps: 'OpenAI keeps archives until they are deleted, also under ZDR.',
  };
  return { ...rest, endpoints: [...endpoints, row] };
});

const { default: plugin } = await import('../../src/index.js');
const { endpointAt } = await import('../../src/catalog/index.js');

afterEach(() => vi.unstubAllEnvs());

/** The rules that report, with the first words of what they say. */
function reports(code: string, preset: 'recommended' | 'strict' = 'strict', settings: object = {}): string[] {
  const config = [plugin.configs[preset], { settings: { 'openai-zdr': settings } }] as Linter.Config[];
  return new Linter().verify(code, config).map(({ ruleId, message }) => `${ruleId?.slice(11)}: ${message}`);
}

const SDK = `import OpenAI from 'openai';\nconst client = new OpenAI();\n`;
const FETCH = (url: string, more = "method: 'POST', body: JSON.stringify({ text })") =>
  `export const send = (text, path) => fetch(${url}, { ${more} });\n`;
const PROOF = /^no-unproven-request: /;

describe('an endpoint that only the policy knows', () => {
  it('is known to no version of the SDK', () => {
    expect(endpointAt('POST', '/archives')).toBeUndefined();
  });

  it.each([
    FETCH(`'https://api.openai.com/v1/archives'`),
    FETCH(`'https://eu.api.openai.com/v1/archives'`),
    FETCH('`${process.env.OPENAI_BASE_URL}/archives`'),
    `import axios from 'axios';\nawait axios.post('https://api.openai.com/v1/archives', { text: 'x' });\n`,
    `${SDK}await client.post('/archives', { body: { text: 'x' } });\n`,
    `${SDK}await client.get('/archives/arc_1');\n`,
    `${SDK}await client.request({ method: 'post', path: '/archives', body: { text: 'x' } });\n`,
    `${SDK}await client.responses.create({ input: 'x' }, { path: '/archives' });\n`,
  ])('is reported by the rule that has the row: %s', (code) => {
    const expected = [expect.stringMatching(/^no-non-zdr-endpoint: .*OpenAI keeps archives until/)];
    expect(reports(code, 'recommended')).toEqual(expected);
    expect(reports(code)).toEqual(expected);
  });

  it.each([
    FETCH(`'https://api.example.com/v1/archives'`),
    FETCH(`'https://api.groq.com/openai/v1/archives'`),
    FETCH(`'/v1/archives'`),
    `import OpenAI from 'openai';\nconst client = new OpenAI({ baseURL: 'https://api.groq.com/openai/v1' });\nawait client.post('/archives', { body: {} });\n`,
    `import { AzureOpenAI } from 'openai';\nawait new AzureOpenAI().post('/archives', { body: {} });\n`,
    `import express from 'express'; // openai\nexpress().post('/archives', (request, response) => response.end());\n`,
    `${SDK}await client.delete('/archives/arc_1');\n`,
  ])('is nothing at other hosts, in routes and when it is deleted: %s', (code) => {
    expect(reports(code)).toEqual([]);
  });
});

describe('an endpoint that nothing knows', () => {
  it.each([
    FETCH(`'https://api.openai.com/v1/novelties'`),
    FETCH(`'https://api.openai.com/v1/novelties/nov_1/parts'`),
    `${SDK}await client.post('/novelties', { body: { store: false } });\n`,
    `${SDK}await client.get('/novelties/nov_1');\n`,
  ])('is a request of which nothing is proven: %s', (code) => {
    expect(reports(code, 'recommended')).toEqual([]);
    expect(reports(code)).toEqual([
      expect.stringMatching(/^no-unproven-request: What was read of OpenAI’s pages .*\/v1\/novelties/),
    ]);
  });

  it.each([
    FETCH('`https://api.openai.com/v1/${path}`'),
    FETCH('`https://api.openai.com/v1${path}`'),
    `${SDK}export const send = (path) => client.post(path, { body: {} });\n`,
  ])('may also be one whose path is out of view: %s', (code) => {
    expect(reports(code, 'recommended')).toEqual([]);
    expect(reports(code)).toEqual([
      expect.stringMatching(/`path`: which endpoint it is cannot be read here/),
    ]);
  });

  it('is the one that each caller names, where all are in view', () => {
    const code = `${SDK}const send = (path) => client.post(path, { body: {} });\nawait send('/embeddings');\nawait send('/archives');\n`;
    expect(reports(code).filter((one) => PROOF.test(one))).toEqual([]);
    expect(reports(code)).toEqual([expect.stringMatching(/^no-non-zdr-endpoint/)]);
  });

  it.each([
    FETCH(`'https://api.openai.com/v1/models'`, `headers: {}`),
    FETCH(`'https://api.openai.com/v1/dashboard/billing/usage'`, `headers: {}`),
    FETCH(`'https://api.openai.com/v1/organization/costs'`, `headers: {}`),
    FETCH(`'https://api.openai.com/'`),
    FETCH(`'https://status.openai.com/api/v2/status.json'`, `headers: {}`),
    FETCH(`'https://chat.openai.com/v1/novelties'`),
    FETCH(`'https://llm.example.com/v1/novelties'`),
    FETCH('path'),
    `${SDK}await client.delete('/novelties/nov_1');\n`,
    `import OpenAI from 'openai';\nconst client = new OpenAI({ baseURL: 'http://localhost:1234/v1' });\nawait client.post('/novelties', { body: {} });\n`,
    `import { Client } from '@example/client'; // openai\nawait new Client().post('/novelties', { body: {} });\n`,
  ])('is not made of what carries no content or goes elsewhere: %s', (code) => {
    expect(reports(code).filter((one) => PROOF.test(one))).toEqual([]);
  });

  it('is nothing at a gateway of the settings, which has paths of its own', () => {
    const hosts = { hosts: ['llm.example.com'] };
    expect(reports(`// openai\n${FETCH(`'https://llm.example.com/health'`)}`, 'strict', hosts)).toEqual([]);
    expect(reports(`// openai\n${FETCH(`'https://llm.example.com/v1/files'`)}`, 'strict', hosts)).not.toEqual(
      [],
    );
  });
});
