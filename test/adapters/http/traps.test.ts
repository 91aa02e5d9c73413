import { describe, expect, it } from 'vitest';
import { lint } from '../lint.js';
import { BODY, expectFindings, POST, RESPONSES, type Case } from './helpers.js';

const silent = (name: string, code: string, only?: Case['only']): Case => ({
  name,
  code,
  findings: [],
  ...(only ? { only } : {}),
});

/** What only looks like a request to OpenAI. */
const traps: readonly Case[] = [
  // Other hosts.
  ...[
    'https://api.groq.com/openai/v1/responses',
    'https://openrouter.ai/api/v1/responses',
    'http://localhost:11434/v1/responses',
    'http://127.0.0.1:8000/v1/files',
    'https://openai.example.com/v1/responses',
    'https://api.openai.com.evil.example/v1/responses',
    'https://res.openai.azure.com/openai/v1/responses',
    '/api/openai/v1/responses',
    '/v1/responses',
    'https://api.openai.com/v2/responses',
    'https://api.openai.com/responses',
    'https://platform.openai.com/v1/files',
    'https://api.openai.com/v1/models',
  ].map((url) => silent(url, `await fetch('${url}', ${POST}); // openai`)),
  silent(
    'a base out of view',
    `import { base } from 'somewhere';\nawait fetch(\`\${base}/v1/responses\`, ${POST}); // openai`,
  ),
  silent(
    'another environment variable',
    `await fetch(\`\${process.env.GROQ_BASE_URL}/responses\`, ${POST}); // openai`,
  ),
  silent(
    'Azure from the environment',
    `await fetch(\`\${process.env.AZURE_OPENAI_ENDPOINT}/openai/v1/responses\`, ${POST});`,
  ),
  silent(
    'an instance for another host',
    `import axios from 'axios';\nconst api = axios.create({ baseURL: 'https://api.example.com/v1' }); // openai\nawait api.post('/responses', ${BODY});\nawait api.post('/files', {});`,
  ),
  silent(
    'an instance whose base is out of view',
    `import axios from 'axios';\nexport const make = (baseURL) => axios.create({ baseURL }).post('/files', {}); // openai`,
    ['js'],
  ),
  silent(
    'a base that a later one replaces',
    `import ky from 'ky';\nconst api = ky.create({ prefixUrl: 'https://api.openai.com/v1' }).extend({ prefixUrl: 'https://example.com/v1' });\nawait api.post('responses', { json: ${BODY} });`,
  ),
  // Not sent, or nothing that is kept.
  silent(
    'a URL by itself',
    `export const url = '${RESPONSES}';\nconst allowed = ['${RESPONSES}'];\nallowed.includes('https://api.openai.com/v1/files');\nconsole.log('${RESPONSES}', ${POST});`,
  ),
  silent('a string about fetch', `export const help = "fetch('${RESPONSES}', { method: 'POST' })";`),
  silent(
    'deletes and cancels',
    `await fetch('https://api.openai.com/v1/files/file-1', { method: 'DELETE' });\nawait fetch('https://api.openai.com/v1/batches/b/cancel', { method: 'POST' });`,
  ),
  silent(
    'a server’s own answer',
    `export const handler = () => new Response(JSON.stringify({ store: true, url: '${RESPONSES}' }), { status: 200 });`,
  ),
  silent('another verb', `await fetch('${RESPONSES}', { method: 'OPTIONS' });\nawait fetch('${RESPONSES}');`),
  silent(
    'store: false',
    `await fetch('${RESPONSES}', { method: 'POST', body: JSON.stringify({ model: 'm', input: 'x', store: false }) });`,
  ),
  silent(
    'store: false in every branch',
    `const body = Math.random() > 0.5 ? { store: false } : { model: 'm', store: false };\nawait fetch('${RESPONSES}', { method: 'POST', body: JSON.stringify(body) });`,
  ),
  silent('store: false as text', `await fetch('${RESPONSES}', { method: 'POST', body: '{"store":false}' });`),
  silent(
    'store: false added later',
    `const body = { model: 'm' };\nbody.store = false;\nawait fetch('${RESPONSES}', { method: 'POST', body: JSON.stringify(body) });`,
    ['js'],
  ),
  silent(
    'a body out of view',
    `export const ask = (body) => fetch('${RESPONSES}', { method: 'POST', body });`,
    ['js'],
  ),
  silent(
    'a stringified body out of view',
    `export const ask = (body) => fetch('${RESPONSES}', { method: 'POST', body: JSON.stringify(body) });`,
    ['js'],
  ),
  silent(
    'spread options out of view',
    `export const ask = (init) => fetch('${RESPONSES}', { method: 'POST', ...init });`,
    ['js'],
  ),
  silent(
    'a replacer that may add it',
    `export const ask = (replace) => fetch('${RESPONSES}', { method: 'POST', body: JSON.stringify(${BODY}, replace) });`,
    ['js'],
  ),
  silent(
    'a form',
    `const form = new FormData();\nform.append('file', new Blob());\nform.append('model', 'whisper-1');\nawait fetch('https://api.openai.com/v1/audio/transcriptions', { method: 'POST', body: form });`,
  ),
  silent(
    'a proxy',
    `export const proxy = (request) => fetch('https://api.openai.com' + new URL(request.url).pathname, { method: request.method, body: request.body });`,
    ['js'],
  ),
  // Names.
  silent(
    'a local fetch',
    `function fetch(url, init) {\n  return { url, init };\n}\nfetch('${RESPONSES}', ${POST});`,
    ['js'],
  ),
  silent(
    'a shadowed fetch',
    `const table = { fetch: (url) => url };\nfor (const fetch of [(url) => url]) fetch('${RESPONSES}', ${POST});\ntable.fetch('${RESPONSES}', ${POST});`,
    ['js'],
  ),
  silent(
    'a shadowed JSON',
    `const JSON = { stringify: (value) => String(value) };\nawait fetch('${RESPONSES}', { method: 'POST', body: JSON.stringify(${BODY}) });`,
    ['js'],
  ),
  silent('prefetch', `import { prefetch } from 'somewhere';\nprefetch('${RESPONSES}', ${POST});`),
  silent(
    'axios from another package',
    `import axios from './axios-like';\naxios.post('${RESPONSES}', ${BODY});`,
  ),
  silent(
    'a router',
    `import express from 'express';\nconst app = express(); // openai\napp.post('/v1/responses', (req, res) => res.json({}));\napp.delete('/v1/files', () => {});`,
  ),
  silent(
    'types',
    `import type { AxiosInstance } from 'axios';\nexport type Client = AxiosInstance; // openai\ndeclare const url: '${RESPONSES}';`,
    ['ts'],
  ),
  // Tests.
  silent(
    'msw',
    `import { http, HttpResponse } from 'msw';\nexport const handlers = [http.post('${RESPONSES}', () => HttpResponse.json({}))];`,
  ),
  silent(
    'nock',
    `import nock from 'nock';\nnock('https://api.openai.com').post('/v1/responses').reply(200, {});\nawait fetch('${RESPONSES}', ${POST});`,
  ),
  silent(
    'fetch replaced on the global object',
    `globalThis.fetch = vi.fn();\nawait fetch('${RESPONSES}', ${POST});`,
  ),
  silent(
    'fetch replaced by an answer',
    `global.fetch = async () => new Response('{}');\nawait fetch('${RESPONSES}', ${POST});`,
  ),
  silent(
    'stubGlobal',
    `vi.stubGlobal('fetch', async () => new Response('{}'));\nawait fetch('${RESPONSES}', ${POST});`,
  ),
  silent(
    'spyOn',
    `jest.spyOn(globalThis, 'fetch').mockResolvedValue({});\nawait fetch('${RESPONSES}', ${POST});`,
  ),
  silent(
    'a mocked module',
    `import axios from 'axios';\nvi.mock('axios');\nawait axios.post('${RESPONSES}', ${BODY});`,
  ),
  silent(
    'a mock in a variable',
    `const fetch = vi.fn();\nawait fetch('${RESPONSES}', ${POST});\nexpect(fetch).toHaveBeenCalledWith('${RESPONSES}', ${POST});`,
  ),
  silent(
    'MockAgent',
    `import { fetch, MockAgent, setGlobalDispatcher } from 'undici';\nsetGlobalDispatcher(new MockAgent());\nawait fetch('${RESPONSES}', ${POST});`,
  ),
  // Sockets.
  silent(
    'another socket',
    `const ws = new WebSocket('wss://example.com/v1/responses'); // openai\nws.send(JSON.stringify({ type: 'response.create', model: 'm' }));`,
  ),
  silent(
    'a socket out of view',
    `export const send = (ws) => ws.send(JSON.stringify({ type: 'session.update', session: { tracing: 'auto' } })); // openai`,
    ['js'],
  ),
  silent(
    'tracing off',
    `const ws = new WebSocket('wss://api.openai.com/v1/realtime');\nws.send(JSON.stringify({ type: 'session.update', session: { tracing: null } }));`,
  ),
  silent(
    'another socket class',
    `class WebSocket {\n  send(text) {\n    return text;\n  }\n}\nnew WebSocket('wss://api.openai.com/v1/realtime').send(JSON.stringify({ type: 'session.update', session: { tracing: 'auto' } }));`,
    ['js'],
  ),
];

describe('what only looks like a request is silent', () => {
  it.each(traps.map((one) => [one.name, one] as const))('%s', (_name, one) => expectFindings(one));
});

describe('a polyfill is no mock', () => {
  it('is still a fetch', () => {
    const code = `import nodeFetch from 'node-fetch';\nglobalThis.fetch = nodeFetch;\nawait fetch('${RESPONSES}', ${POST});`;
    expectFindings({ name: 'polyfill', code, findings: ['3 require-store-false'] });
  });
});

describe('what a fix would break is a suggestion', () => {
  const fix = (after: string) => {
    const code = `const response = await fetch('${RESPONSES}', ${POST});\n${after}`;
    const [message] = lint(code, 'js');
    return { isFix: message?.fix !== undefined, offers: message?.suggestions?.[0]?.desc };
  };

  it.each([
    `const data = await response.json();\nsave(data.id);`,
    `const { id } = await response.json();\nsave(id);`,
    `save((await response.json()).id);`,
    `response.json().then((data) => save(data.id));`,
    `response.json().then(({ id }) => save(id));`,
  ])('the id is read: %s', (after) => {
    expect(fix(after)).toEqual({ isFix: false, offers: expect.stringContaining('the id of the result') });
  });

  it.each([`const data = await response.json();\nsave(data.output_text);`, ''])('it is not: %s', (after) => {
    expect(fix(after)).toEqual({ isFix: true, offers: undefined });
  });

  it('the text also goes elsewhere', () => {
    const code = `const body = JSON.stringify(${BODY});\ncache.set(body);\nawait fetch('${RESPONSES}', { method: 'POST', body });`;
    const [message] = lint(code, 'js');
    expect(message?.fix).toBeUndefined();
    expect(message?.suggestions?.[0]?.desc).toContain('also goes elsewhere');
  });

  it('axios hands the body over as data', () => {
    const code = `import axios from 'axios';\nconst { data } = await axios.post('${RESPONSES}', ${BODY});\nsave(data.id);`;
    expect(lint(code, 'js')[0]?.fix).toBeUndefined();
  });
});
