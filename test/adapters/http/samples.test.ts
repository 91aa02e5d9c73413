import { describe, expect, it } from 'vitest';
import { lint } from '../lint.js';
import { BODY, expectFindings, MISSING, POST, RESPONSES, type Case } from './helpers.js';

const AXIOS = `import axios from 'axios';\n`;

/** Ways to send, each as its library documents it. */
const samples: readonly Case[] = [
  {
    name: 'fetch without store',
    code: `await fetch('${RESPONSES}', { method: 'POST', headers: {}, body: JSON.stringify({ model: 'm', input: 'Hi' }) });`,
    findings: [`1 ${MISSING}`],
    fixed: `await fetch('${RESPONSES}', { method: 'POST', headers: {}, body: JSON.stringify({ model: 'm', input: 'Hi', store: false }) });`,
  },
  {
    name: 'fetch with store: false',
    code: `await fetch('${RESPONSES}', { method: 'POST', body: JSON.stringify({ model: 'm', input: 'Hi', store: false }) });`,
    findings: [],
  },
  {
    name: 'upload with axios',
    code: `${AXIOS}const BASE = 'https://api.openai.com/v1';\nexport const upload = (form) => axios.post(\`\${BASE}/files\`, form);`,
    findings: ['3 no-file-upload'],
    only: ['js'],
  },
  {
    name: 'another vendor',
    code: `const body = JSON.stringify(${BODY});\nawait fetch('https://api.groq.com/openai/v1/responses', { method: 'POST', body });`,
    findings: [],
  },
  {
    name: 'tracing of a voice session',
    code: `const ws = new WebSocket('wss://api.openai.com/v1/realtime?model=gpt-realtime');\nws.send(JSON.stringify({ type: 'session.update', session: { type: 'realtime', tracing: 'auto' } }));`,
    findings: ['2 no-trace-export'],
  },
  {
    name: 'the same over a socket that is not OpenAI’s',
    code: `const ws = new WebSocket('wss://example.com/v1/realtime'); // not openai\nws.send(JSON.stringify({ type: 'session.update', session: { type: 'realtime', tracing: 'auto' } }));`,
    findings: [],
  },
  {
    name: 'store: true in Chat Completions',
    code: `await fetch('https://api.openai.com/v1/chat/completions', { method: 'POST', body: JSON.stringify({ model: 'gpt-5.5', messages: [], store: true }) });`,
    findings: ['1 no-store'],
    fixed: `await fetch('https://api.openai.com/v1/chat/completions', { method: 'POST', body: JSON.stringify({ model: 'gpt-5.5', messages: [], store: false }) });`,
  },
  {
    name: 'a spread that may win',
    code: `export const ask = (payload) => fetch('${RESPONSES}', { method: 'POST', body: JSON.stringify({ store: false, ...payload }) });`,
    findings: [],
    only: ['js'],
  },
  {
    name: 'a spread that wins',
    code: `const payload = { model: 'm', input: 'Hi', store: true };\nawait fetch('${RESPONSES}', { method: 'POST', body: JSON.stringify({ store: false, ...payload }) });`,
    findings: ['1 no-store'],
  },
  // Forms of the URL.
  {
    name: 'template with a base',
    code: `const BASE = 'https://api.openai.com/v1';\nawait fetch(\`\${BASE}/responses\`, ${POST});`,
    findings: [`2 ${MISSING}`],
  },
  {
    name: 'base plus path',
    code: `const RESPONSES_URL = 'https://api.openai.com/v1' + '/responses';\nawait fetch(RESPONSES_URL, ${POST});`,
    findings: [`2 ${MISSING}`],
  },
  {
    name: 'new URL',
    code: `await fetch(new URL('/v1/responses', 'https://api.openai.com'), ${POST});`,
    findings: [`1 ${MISSING}`],
  },
  {
    name: 'new URL, relative',
    code: `await fetch(new URL('responses', 'https://api.openai.com/v1/').href, ${POST});`,
    findings: [`1 ${MISSING}`],
  },
  {
    name: 'URL as text',
    code: `const url = new URL('${RESPONSES}');\nawait fetch(url.toString(), ${POST});\nawait fetch(String(url), ${POST});`,
    findings: [`2 ${MISSING}`, `3 ${MISSING}`],
  },
  {
    name: 'environment',
    code: `await fetch(\`\${process.env.OPENAI_BASE_URL}/responses\`, ${POST});`,
    findings: [`1 ${MISSING}`],
  },
  {
    name: 'environment plus path',
    code: `await fetch(process.env.OPENAI_BASE_URL + '/responses', ${POST});`,
    findings: [`1 ${MISSING}`],
  },
  {
    name: 'host from the environment',
    code: `await fetch(\`https://\${process.env.OPENAI_API_HOST}/v1/responses\`, ${POST});`,
    findings: [`1 ${MISSING}`],
  },
  {
    name: 'environment with a default',
    code: `const base = process.env.LLM_URL ?? 'https://api.openai.com/v1';\nawait fetch(\`\${base}/responses\`, ${POST});`,
    findings: [`2 ${MISSING}`],
  },
  {
    name: 'environment, cleaned up',
    code: `const base = process.env.OPENAI_BASE_URL?.trim().replace(/\\/+$/, '') || 'https://api.openai.com/v1';\nawait fetch(\`\${base}/responses\`, ${POST});`,
    findings: [`2 ${MISSING}`],
  },
  {
    name: 'Deno',
    code: `await fetch(\`\${Deno.env.get('OPENAI_BASE_URL')}/responses\`, ${POST});`,
    findings: [`1 ${MISSING}`],
  },
  {
    name: 'trailing slash and query',
    code: `await fetch('${RESPONSES}/?beta=1', ${POST});`,
    findings: [`1 ${MISSING}`],
  },
  {
    name: 'query in a hole',
    code: `export const list = (query) => fetch(\`https://api.openai.com/v1/files\${query}\`);`,
    findings: ['1 no-non-zdr-endpoint'],
    only: ['js'],
  },
  {
    name: 'regional host',
    code: `await fetch('https://eu.api.openai.com/v1/responses', ${POST});`,
    findings: [`1 ${MISSING}`],
  },
  // Clients.
  {
    name: 'node-fetch',
    code: `import fetch from 'node-fetch';\nawait fetch('${RESPONSES}', ${POST});`,
    findings: [`2 ${MISSING}`],
  },
  {
    name: 'cross-fetch',
    code: `import { fetch as send } from 'cross-fetch';\nawait send('${RESPONSES}', ${POST});`,
    findings: [`2 ${MISSING}`],
  },
  {
    name: 'undici fetch',
    code: `import { fetch } from 'undici';\nawait fetch('${RESPONSES}', ${POST});`,
    findings: [`2 ${MISSING}`],
  },
  {
    name: 'undici request',
    code: `import { request } from 'undici';\nawait request('${RESPONSES}', ${POST});`,
    findings: [`2 ${MISSING}`],
  },
  {
    name: 'undici pool',
    code: `import { Pool } from 'undici';\nconst pool = new Pool('https://api.openai.com');\nawait pool.request({ path: '/v1/responses', method: 'POST', body: JSON.stringify(${BODY}) });`,
    findings: [`3 ${MISSING}`],
  },
  {
    name: 'Request',
    code: `const request = new Request('${RESPONSES}', ${POST});\nawait fetch(request);`,
    findings: [`1 ${MISSING}`],
  },
  {
    name: 'axios.post',
    code: `${AXIOS}await axios.post('${RESPONSES}', ${BODY}, { headers: {} });`,
    findings: [`2 ${MISSING}`],
    fixed: `${AXIOS}await axios.post('${RESPONSES}', { model: 'gpt-5.5', input: 'Hi', store: false }, { headers: {} });`,
  },
  {
    name: 'axios with config',
    code: `${AXIOS}await axios({ method: 'post', url: '${RESPONSES}', data: ${BODY} });`,
    findings: [`2 ${MISSING}`],
    fixed: `${AXIOS}await axios({ method: 'post', url: '${RESPONSES}', data: { model: 'gpt-5.5', input: 'Hi', store: false } });`,
  },
  {
    name: 'axios.request',
    code: `${AXIOS}await axios.request({ method: 'POST', url: '${RESPONSES}', data: JSON.stringify(${BODY}) });`,
    findings: [`2 ${MISSING}`],
  },
  {
    name: 'axios instance',
    code: `${AXIOS}const api = axios.create({ baseURL: 'https://api.openai.com/v1' });\nawait api.post('/responses', ${BODY});\nawait api('responses', { method: 'POST', data: ${BODY} });`,
    findings: [`3 ${MISSING}`, `4 ${MISSING}`],
  },
  {
    name: 'axios with baseURL in the config',
    code: `${AXIOS}await axios.post('/responses', ${BODY}, { baseURL: 'https://api.openai.com/v1' });`,
    findings: [`2 ${MISSING}`],
  },
  {
    name: 'axios defaults',
    code: `${AXIOS}axios.defaults.baseURL = 'https://api.openai.com/v1';\nawait axios.post('/responses', ${BODY});`,
    findings: [`3 ${MISSING}`],
  },
  {
    name: 'got',
    code: `import got from 'got';\nawait got.post('${RESPONSES}', { json: ${BODY} }).json();`,
    findings: [`2 ${MISSING}`],
  },
  {
    name: 'got instance',
    code: `import got from 'got';\nconst api = got.extend({ prefixUrl: 'https://api.openai.com/v1' });\nawait api.post('responses', { json: ${BODY} });`,
    findings: [`3 ${MISSING}`],
  },
  {
    name: 'ky',
    code: `import ky from 'ky';\nawait ky.post('${RESPONSES}', { json: ${BODY} }).json();`,
    findings: [`2 ${MISSING}`],
  },
  {
    name: 'ky instance',
    code: `import ky from 'ky';\nconst api = ky.create({ prefixUrl: 'https://api.openai.com/v1' }).extend({ retry: 1 });\nawait api('responses', { method: 'post', json: ${BODY} });`,
    findings: [`3 ${MISSING}`],
  },
  {
    name: 'ky 2 with prefix',
    code: `import ky from 'ky';\nconst api = ky.create({ prefix: 'https://api.openai.com/v1' });\nawait api.post('/responses', { json: ${BODY} });`,
    findings: [`3 ${MISSING}`],
  },
  {
    name: 'ky 2 with baseUrl',
    code: `import ky from 'ky';\nconst api = ky.create({ baseUrl: 'https://api.openai.com/v1/' });\nawait api.post('responses', { json: ${BODY} });\nawait api.post('/responses', { json: ${BODY} });`,
    findings: [`3 ${MISSING}`],
  },
  {
    name: 'ofetch',
    code: `import { ofetch } from 'ofetch';\nawait ofetch('${RESPONSES}', { method: 'POST', body: ${BODY} });`,
    findings: [`2 ${MISSING}`],
    fixed: `import { ofetch } from 'ofetch';\nawait ofetch('${RESPONSES}', { method: 'POST', body: { model: 'gpt-5.5', input: 'Hi', store: false } });`,
  },
  {
    name: 'ofetch instance',
    code: `import { ofetch } from 'ofetch';\nconst api = ofetch.create({ baseURL: 'https://api.openai.com/v1' });\nawait api('/responses', { method: 'POST', body: ${BODY} });`,
    findings: [`3 ${MISSING}`],
  },
  {
    name: '$fetch',
    code: `await $fetch('${RESPONSES}', { method: 'POST', body: ${BODY} });`,
    findings: [`1 ${MISSING}`],
  },
  {
    name: 'superagent',
    code: `import superagent from 'superagent';\nawait superagent.post('${RESPONSES}').set('Accept', 'json').send(${BODY});`,
    findings: [`2 ${MISSING}`],
    fixed: `import superagent from 'superagent';\nawait superagent.post('${RESPONSES}').set('Accept', 'json').send({ model: 'gpt-5.5', input: 'Hi', store: false });`,
  },
  {
    name: 'https.request',
    code: `import https from 'node:https';\nconst req = https.request({ hostname: 'api.openai.com', path: '/v1/responses', method: 'POST' }, () => {});\nreq.write(JSON.stringify(${BODY}));\nreq.end();`,
    findings: [`2 ${MISSING}`],
  },
  {
    name: 'https.request with a URL',
    code: `import { request } from 'https';\nconst req = request('${RESPONSES}', { method: 'POST' });\nreq.end(JSON.stringify(${BODY}));`,
    findings: [`2 ${MISSING}`],
  },
  {
    name: 'requestUrl of Obsidian',
    code: `import { requestUrl } from 'obsidian';\nawait requestUrl({ url: '${RESPONSES}', method: 'POST', body: JSON.stringify(${BODY}) });`,
    findings: [`2 ${MISSING}`],
  },
  {
    name: 'Apps Script',
    code: `UrlFetchApp.fetch('${RESPONSES}', { method: 'post', payload: JSON.stringify(${BODY}) });`,
    findings: [`1 ${MISSING}`],
  },
  {
    name: 'jQuery',
    code: `$.ajax({ url: '${RESPONSES}', type: 'POST', data: JSON.stringify(${BODY}) });`,
    findings: [`1 ${MISSING}`],
  },
  {
    name: 'HttpService of Nest',
    code: `import { HttpService } from '@nestjs/axios';\nexport class Ask {\n  constructor(private readonly http: HttpService) {}\n  run() {\n    return this.http.post('${RESPONSES}', ${BODY});\n  }\n}`,
    findings: [`5 ${MISSING}`],
    only: ['ts'],
  },
  {
    name: 'useFetch',
    code: `const { data } = await useFetch('${RESPONSES}', { method: 'POST', body: ${BODY} });`,
    findings: [`1 ${MISSING}`],
  },
  // Endpoints.
  {
    name: 'conversations',
    code: `await fetch('https://api.openai.com/v1/conversations', { method: 'POST', body: '{}' });`,
    findings: ['1 no-non-zdr-endpoint'],
  },
  {
    name: 'uploads',
    code: `await fetch('https://api.openai.com/v1/uploads', ${POST});`,
    findings: ['1 no-file-upload'],
  },
  {
    name: 'vector stores',
    code: `await fetch('https://api.openai.com/v1/vector_stores', ${POST});`,
    findings: ['1 no-non-zdr-endpoint'],
  },
  {
    name: 'files of a vector store',
    code: `export const add = (id) => fetch(\`https://api.openai.com/v1/vector_stores/\${id}/files\`, ${POST});`,
    findings: ['1 no-file-upload'],
    only: ['js'],
  },
  {
    name: 'batches',
    code: `await fetch('https://api.openai.com/v1/batches', ${POST});`,
    findings: ['1 no-non-zdr-endpoint'],
  },
  {
    name: 'fine-tuning',
    code: `await fetch('https://api.openai.com/v1/fine_tuning/jobs', ${POST});`,
    findings: ['1 no-non-zdr-endpoint'],
  },
  {
    name: 'evals',
    code: `await fetch('https://api.openai.com/v1/evals', ${POST});`,
    findings: ['1 no-non-zdr-endpoint'],
  },
  {
    name: 'assistants',
    code: `await fetch('https://api.openai.com/v1/assistants', ${POST});`,
    findings: ['1 no-non-zdr-endpoint'],
  },
  {
    name: 'threads',
    code: `await fetch('https://api.openai.com/v1/threads', { method: 'POST' });`,
    findings: ['1 no-non-zdr-endpoint'],
  },
  {
    name: 'containers',
    code: `await fetch('https://api.openai.com/v1/containers', ${POST});`,
    findings: ['1 no-hosted-containers'],
  },
  {
    name: 'ChatKit sessions',
    code: `await fetch('https://api.openai.com/v1/chatkit/sessions', ${POST});`,
    findings: ['1 no-non-zdr-endpoint'],
  },
  {
    name: 'a stored response',
    code: `export const read = (id) => fetch(\`${RESPONSES}/\${id}\`);`,
    findings: ['1 no-non-zdr-endpoint'],
    only: ['js'],
  },
  {
    name: 'deletes are remedies',
    code: `export const remove = (id) => fetch(\`https://api.openai.com/v1/files/\${id}\`, { method: 'DELETE' });`,
    findings: [],
    only: ['js'],
  },
  {
    name: 'store of a live session',
    code: `await fetch('https://api.openai.com/v1/live/sessions', { method: 'POST', body: JSON.stringify({ session: { store: true } }) });`,
    findings: ['1 no-store'],
  },
  {
    name: 'tracing of a client secret',
    code: `await fetch('https://api.openai.com/v1/realtime/client_secrets', { method: 'POST', body: JSON.stringify({ session: { type: 'realtime', tracing: { workflow_name: 'x' } } }) });`,
    findings: ['1 no-trace-export'],
  },
  {
    name: 'state, background, cache, tools',
    code: `await fetch('${RESPONSES}', { method: 'POST', body: JSON.stringify({\n  model: 'gpt-5.5',\n  store: false,\n  previous_response_id: 'resp_1',\n  background: true,\n  prompt_cache_retention: '24h',\n  tools: [{ type: 'file_search', vector_store_ids: ['vs_1'] }],\n}) });`,
    findings: ['4 no-server-state', '5 no-background', '6 no-prompt-cache-retention', '7 no-hosted-tools'],
  },
  {
    name: 'invented body key and header',
    code: `await fetch('${RESPONSES}', {\n  method: 'POST',\n  headers: { 'X-No-Store': 'true' },\n  body: JSON.stringify({ model: 'gpt-5.5', store: false, zero_data_retention: true }),\n});`,
    findings: ['3 no-invented-parameters', '4 no-invented-parameters'],
  },
  {
    name: 'invented header in Headers',
    code: `await fetch('${RESPONSES}', {\n  method: 'POST',\n  headers: new Headers({ 'X-Zero-Data-Retention': 'true' }),\n  body: JSON.stringify({ model: 'gpt-5.5', store: false }),\n});`,
    findings: ['3 no-invented-parameters'],
  },
  {
    name: 'store where it does not exist',
    code: `await fetch('https://api.openai.com/v1/embeddings', { method: 'POST', body: JSON.stringify({ model: 'text-embedding-3-large', input: 'x', store: false }) });`,
    findings: ['1 no-ineffective-control'],
  },
  // Sockets.
  {
    name: 'Responses over ws',
    code: `import WebSocket from 'ws';\nconst socket = new WebSocket('wss://api.openai.com/v1/responses', { headers: {} });\nsocket.on('open', () => socket.send(JSON.stringify({ type: 'response.create', model: 'gpt-5.5', input: [] })));`,
    findings: [`3 ${MISSING}`],
    fixed: `import WebSocket from 'ws';\nconst socket = new WebSocket('wss://api.openai.com/v1/responses', { headers: {} });\nsocket.on('open', () => socket.send(JSON.stringify({ type: 'response.create', model: 'gpt-5.5', input: [], store: false })));`,
  },
  {
    name: 'previous_response_id over a socket',
    code: `import { WebSocket } from 'ws';\nconst socket = new WebSocket('wss://api.openai.com/v1/responses');\nsocket.send(JSON.stringify({ type: 'response.create', store: false, previous_response_id: 'resp_1' }));`,
    findings: [],
  },
  {
    name: 'a socket in a field',
    code: `export class Voice {\n  start() {\n    this.ws = new WebSocket('wss://eu.api.openai.com/v1/realtime?model=m');\n  }\n  update() {\n    this.ws.send(JSON.stringify({ type: 'session.update', session: { tracing: { group_id: 'x' } } }));\n  }\n}`,
    findings: ['6 no-trace-export'],
    only: ['js'],
  },
  {
    name: 'other messages',
    code: `const ws = new WebSocket('wss://api.openai.com/v1/realtime?model=m');\nws.send(JSON.stringify({ type: 'input_audio_buffer.append', audio: '' }));`,
    findings: [],
  },
];

describe('samples', () => {
  it.each(samples.map((one) => [one.name, one] as const))('%s', (_name, one) => expectFindings(one));
});

describe('Azure is a class of its own', () => {
  const azure = { clouds: ['azure'] };
  const places = [
    'https://res.openai.azure.com/openai/v1/responses',
    'https://res.openai.azure.com/openai/responses?api-version=2025-04-01-preview',
    'https://res.services.ai.azure.com/openai/v1/responses',
  ];
  it.each(places)('%s', (url) => {
    const code = `await fetch('${url}', ${POST});`;
    expectFindings({ name: url, code, findings: [] });
    expectFindings({ name: url, code, findings: [`1 ${MISSING}`], settings: azure });
  });
  it('deployments, assistants, files', () => {
    const code = (path: string, options: string) =>
      `await fetch(\`\${process.env.AZURE_OPENAI_ENDPOINT}${path}\`, ${options}); // openai`;
    const stored = `{ method: 'POST', body: JSON.stringify({ messages: [], store: true }) }`;
    const chat = code('/openai/deployments/gpt/chat/completions?api-version=1', stored);
    expectFindings({ name: 'chat', code: chat, findings: [] });
    expectFindings({ name: 'chat', code: chat, findings: ['1 no-store'], settings: azure });
    const literal = (path: string) => `await fetch('https://res.openai.azure.com${path}', ${POST});`;
    expectFindings({
      name: 'files',
      code: literal('/openai/files'),
      findings: ['1 no-file-upload'],
      settings: azure,
    });
    expectFindings({
      name: 'threads',
      code: literal('/openai/threads'),
      findings: ['1 no-non-zdr-endpoint'],
      settings: azure,
    });
  });
});

describe('hosts that the settings name', () => {
  it('count as OpenAI, with whatever stands before the path', () => {
    const code = `await fetch('https://llm.example.com/proxy/openai/v1/responses', ${POST});`;
    expectFindings({ name: 'own', code, findings: [] });
    expectFindings({
      name: 'own',
      code,
      findings: [`1 ${MISSING}`],
      settings: { hosts: ['llm.example.com'] },
    });
  });
});

describe('strict', () => {
  const said = (code: string, rule: string) =>
    lint(code, 'js', { rules: { [`openai-zdr/${rule}`]: 'error' } }).map(
      ({ line, message }) => `${line} ${message}`,
    );

  it('a body that cannot be read is unproven', () => {
    const code = `export const ask = (body) => fetch('${RESPONSES}', { method: 'POST', body });`;
    expect(said(code, 'no-unproven-request')).toEqual([expect.stringMatching(/^1 .*`store`.*`body`/)]);
    expect(said(code, 'require-store-false')).toEqual([]);
  });
  it('options that cannot be read are unproven', () => {
    const code = `export const ask = (init) => fetch('${RESPONSES}', init);`;
    expect(said(code, 'no-unproven-request')).toEqual([expect.stringMatching(/^1 .*`store`.*`init`/)]);
    expect(said(code, 'require-store-false')).toEqual([]);
  });
  it('a host that cannot be read is unproven where something else speaks of OpenAI', () => {
    const options = `{ method: 'POST', headers: { Authorization: \`Bearer \${process.env.OPENAI_API_KEY}\` }, body: JSON.stringify(${BODY}) }`;
    const code = `export const ask = (base) => fetch(\`\${base}/v1/responses\`, ${options});`;
    expect(said(code, 'no-unproven-request')).toEqual([expect.stringMatching(/^1 .*host/)]);
    expect(said(code, 'require-store-false')).toEqual([]);
  });
  it('and nothing where nothing does', () => {
    const code = `// openai\nexport const ask = (base) => fetch(\`\${base}/v1/files\`, ${POST});`;
    expect(said(code, 'no-unproven-request')).toEqual([]);
  });
  it('gateways are named', () => {
    const code = `await fetch('https://oai.helicone.ai/v1/chat/completions', ${POST}); // openai`;
    expect(said(code, 'no-third-party-logging')).toEqual([expect.stringContaining('oai.helicone.ai')]);
  });
  it('Chat Completions without store', () => {
    const code = `await fetch('https://api.openai.com/v1/chat/completions', { method: 'POST', body: JSON.stringify({ model: 'm', messages: [] }) });`;
    expect(said(code, 'require-store-false')).toEqual([]);
    const rules = { 'openai-zdr/require-store-false': ['error', { chatCompletions: true }] } as const;
    expect(lint(code, 'js', { rules: rules as never })).toHaveLength(1);
  });
});
