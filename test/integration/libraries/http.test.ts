import { describe, expect, it } from 'vitest';
import { differences } from './claims.js';
import { sentBy } from './wire.js';

const RESPONSES = 'https://api.openai.com/v1/responses';
const BODY = `{ model: 'gpt-5', input: 'Hi' }`;
const POST = `{ method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(${BODY}) }`;

/** Each sends one request; where it goes and what it says has to be what the analysis reads. */
const programs = {
  fetch: `await fetch('${RESPONSES}', ${POST});`,
  fetchUrl: `await fetch(new URL('responses', 'https://api.openai.com/v1/'), ${POST});`,
  fetchRequest: `await fetch(new Request('${RESPONSES}', ${POST}));`,
  fetchGet: `await fetch('https://api.openai.com/v1/files');`,
  fetchSpread: `const options = { store: true }; await fetch('${RESPONSES}', { method: 'post', body: JSON.stringify({ store: false, ...options }) });`,
  fetchUndefined: `await fetch('${RESPONSES}', { method: 'POST', body: JSON.stringify({ model: 'm', store: undefined }) });`,
  fetchBytes: `await fetch('${RESPONSES}', { method: 'POST', body: Buffer.from(JSON.stringify({ store: false })) });`,
  fetchText: `await fetch('${RESPONSES}', { method: 'POST', body: '{"store":false}' });`,
  nodeFetch: `import fetch from 'node-fetch'; await fetch('${RESPONSES}', ${POST});`,
  crossFetch: `import { fetch } from 'cross-fetch'; await fetch('${RESPONSES}', ${POST});`,
  undiciFetch: `import { fetch } from 'undici'; await fetch('${RESPONSES}', ${POST});`,
  undiciRequest: `import { request } from 'undici'; await request('${RESPONSES}', ${POST});`,
  undiciDefault: `import { request } from 'undici'; await request('https://api.openai.com/v1/files');`,
  undiciPool: `import { Pool } from 'undici'; await new Pool('https://api.openai.com').request({ path: '/v1/responses', method: 'POST', body: JSON.stringify(${BODY}) });`,
  undiciAgent: `import { Agent } from 'undici'; await new Agent().request({ origin: 'https://api.openai.com', path: '/v1/responses', method: 'POST', body: JSON.stringify(${BODY}) });`,
  axiosPost: `import axios from 'axios'; await axios.post('${RESPONSES}', ${BODY});`,
  axiosConfig: `import axios from 'axios'; await axios({ url: '${RESPONSES}', method: 'post', data: { store: false } });`,
  axiosDefault: `import axios from 'axios'; await axios('https://api.openai.com/v1/files');`,
  axiosText: `import axios from 'axios'; await axios.post('${RESPONSES}', JSON.stringify({ store: false }));`,
  axiosBase: `import axios from 'axios'; const api = axios.create({ baseURL: 'https://api.openai.com/v1/' }); await api.post('/responses', ${BODY});`,
  axiosBaseBare: `import axios from 'axios'; const api = axios.create({ baseURL: 'https://api.openai.com/v1' }); await api.post('responses', ${BODY});`,
  axiosBaseWhole: `import axios from 'axios'; const api = axios.create({ baseURL: 'https://example.com' }); await api.post('${RESPONSES}', ${BODY});`,
  axiosBaseLater: `import axios from 'axios'; const api = axios.create({ baseURL: 'https://example.com' }); await api.post('/responses', ${BODY}, { baseURL: 'https://api.openai.com/v1' });`,
  axiosDefaults: `import axios from 'axios'; const api = axios.create(); api.defaults.baseURL = 'https://api.openai.com/v1'; await api.post('/responses', ${BODY});`,
  axiosDelete: `import axios from 'axios'; await axios.delete('https://api.openai.com/v1/files/file-1');`,
  gotJson: `import got from 'got'; await got.post('${RESPONSES}', { json: ${BODY} });`,
  gotBody: `import got from 'got'; await got('${RESPONSES}', { method: 'POST', body: JSON.stringify({ store: false }) });`,
  gotPrefix: `import got from 'got'; const api = got.extend({ prefixUrl: 'https://api.openai.com/v1' }); await api.post('responses', { json: ${BODY} });`,
  gotOptions: `import got from 'got'; await got({ url: '${RESPONSES}', method: 'POST', json: ${BODY} });`,
  kyJson: `import ky from 'ky'; await ky.post('${RESPONSES}', { json: ${BODY} });`,
  kyPrefix: `import ky from 'ky'; const api = ky.create({ prefixUrl: 'https://api.openai.com/v1' }); await api.post('responses', { json: { store: false } });`,
  kyExtend: `import ky from 'ky'; const api = ky.create({ prefixUrl: 'https://example.com' }).extend({ prefixUrl: 'https://api.openai.com/v1' }); await api('responses', { method: 'post', json: ${BODY} });`,
  ofetchJson: `import { ofetch } from 'ofetch'; await ofetch('${RESPONSES}', { method: 'POST', body: ${BODY} });`,
  ofetchBase: `import { ofetch } from 'ofetch'; const api = ofetch.create({ baseURL: 'https://api.openai.com/v1' }); await api('/responses', { method: 'POST', body: { store: false } });`,
  ofetchRaw: `import { $fetch } from 'ofetch'; await $fetch.raw('${RESPONSES}', { method: 'POST', body: ${BODY} });`,
  superagent: `import superagent from 'superagent'; await superagent.post('${RESPONSES}').set('x-a', 'b').send({ store: false });`,
  superagentCalled: `import superagent from 'superagent'; await superagent('POST', '${RESPONSES}').send(${BODY});`,
  https: `import https from 'node:https'; const request = https.request({ hostname: 'api.openai.com', path: '/v1/responses', method: 'POST' }); request.write(JSON.stringify({ store: false })); request.end();`,
  httpsUrl: `import { request } from 'node:https'; const call = request('${RESPONSES}', { method: 'POST' }); call.end(JSON.stringify(${BODY}));`,
};

const kyTwo = {
  prefix: `import ky from 'ky2'; const api = ky.create({ prefix: 'https://api.openai.com/v1' }); await api.post('/responses', { json: ${BODY} });`,
  baseUrl: `import ky from 'ky2'; const api = ky.create({ baseUrl: 'https://api.openai.com/v1/' }); await api.post('responses', { json: ${BODY} });`,
  rooted: `import ky from 'ky2'; const api = ky.create({ baseUrl: 'https://api.openai.com/v1/' }); await api.post('/v1/responses', { json: ${BODY} });`,
};

const opened = (path: string, message: string) =>
  `import WebSocket from 'ws'; const socket = new WebSocket('wss://api.openai.com/v1${path}'); await new Promise((resolve) => socket.on('open', resolve)); socket.send(JSON.stringify(${message})); await new Promise((resolve) => setTimeout(resolve, 50)); socket.terminate();`;

const sockets = {
  responses: opened('/responses', `{ type: 'response.create', model: 'gpt-5', store: false }`),
  realtime: opened('/realtime?model=m', `{ type: 'session.update', session: { tracing: 'auto' } }`),
};

describe('libraries that send HTTP', () => {
  const sent = sentBy(
    'http',
    { ...programs, ...kyTwo, ...sockets },
    { OPENAI_BASE_URL: 'https://api.openai.com/v1' },
  );

  it.each(Object.entries(programs))('%s', (name, code) => {
    const run = sent[name as keyof typeof programs];
    expect(run.error).toBeNull();
    expect(run.sent.map(({ host }) => host)).toEqual(['api.openai.com']);
    expect(differences(code, run, {})).toEqual([]);
  });

  it.each(Object.entries(kyTwo))('ky 2: %s', (name, code) => {
    const run = sent[name as keyof typeof kyTwo];
    expect(run.sent).toHaveLength(1);
    expect(differences(code.replace("'ky2'", "'ky'"), run, {})).toEqual([]);
  });

  it.each(Object.entries(sockets))('a WebSocket: %s', (name, code) => {
    const [message] = sent[name as keyof typeof sockets].sent;
    expect(message).toMatchObject({ method: 'WEBSOCKET', host: 'api.openai.com' });
    // Over a socket a message is what the body of the corresponding call is.
    const path = name === 'realtime' ? '/v1/realtime/calls' : message!.path;
    const asCall = { sent: [{ ...message!, method: 'POST', path }], error: null };
    expect(differences(code, asCall, {}, ['store', 'session.tracing'])).toEqual([]);
  });
});
