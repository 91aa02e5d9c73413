import { describe, it } from 'vitest';
import { BODY, expectFindings, MISSING, POST, RESPONSES, type Case } from './helpers.js';

const AXIOS = `import axios from 'axios';\n`;
const INIT = `{ method: 'POST', body: JSON.stringify(${BODY}) }`;
const at = (...lines: readonly number[]) => lines.map((line) => `${line} ${MISSING}`);

/** Spellings of one hazard: a request to Responses that leaves `store` out. */
const spellings: readonly Case[] = [
  // The function.
  { name: 'alias', code: `const send = fetch;\nawait send('${RESPONSES}', ${POST});`, findings: at(2) },
  {
    name: 'member of the global object',
    code: `await globalThis.fetch('${RESPONSES}', ${POST});\nawait window.fetch('${RESPONSES}', ${POST});`,
    findings: at(1, 2),
  },
  {
    name: 'bound',
    code: `const send = fetch.bind(globalThis);\nawait send('${RESPONSES}', ${POST});`,
    findings: at(2),
  },
  { name: 'call', code: `await fetch.call(globalThis, '${RESPONSES}', ${POST});`, findings: at(1) },
  { name: 'apply', code: `await fetch.apply(globalThis, ['${RESPONSES}', ${POST}]);`, findings: at(1) },
  { name: 'optional call', code: `await fetch?.('${RESPONSES}', ${POST});`, findings: at(1) },
  { name: 'parentheses', code: `await (fetch)(('${RESPONSES}'), (${POST}));`, findings: at(1) },
  {
    name: 'spread arguments',
    code: `const args = ['${RESPONSES}', ${POST}];\nawait fetch(...args);`,
    findings: at(2),
  },
  {
    name: 'casts',
    code: `await (fetch as typeof globalThis.fetch)('${RESPONSES}' as string, ${INIT} as RequestInit);`,
    findings: at(1),
    only: ['ts'],
  },
  {
    name: 'conditional function',
    code: `import nodeFetch from 'node-fetch';\nconst send = typeof fetch === 'function' ? fetch : nodeFetch;\nawait send('${RESPONSES}', ${POST});`,
    findings: at(3),
  },
  {
    name: 'default of an option',
    code: `function ask({ fetch: send = globalThis.fetch } = {}) {\n  return send('${RESPONSES}', ${POST});\n}\nawait ask();`,
    findings: at(2),
    only: ['js'],
  },
  {
    name: 'default import, namespace, dynamic import',
    code: `import * as axios from 'axios';\nawait axios.post('${RESPONSES}', ${BODY});\nawait axios.default.post('${RESPONSES}', ${BODY});\nconst { default: other } = await import('axios');\nawait other.post('${RESPONSES}', ${BODY});`,
    findings: at(2, 3, 5),
  },
  {
    name: 'require',
    code: `const axios = require('axios');\nconst fetch = require('node-fetch');\nconst { request } = require('undici');\naxios.post('${RESPONSES}', ${BODY});\nfetch('${RESPONSES}', ${POST});\nrequest('${RESPONSES}', ${POST});`,
    findings: at(4, 5, 6),
    only: ['cjs'],
  },
  {
    name: 'import-equals',
    code: `import axios = require('axios');\nvoid axios.post('${RESPONSES}', ${BODY});`,
    findings: at(2),
    only: ['ts'],
  },
  {
    name: 'verb as a key',
    code: `${AXIOS}await axios['post']('${RESPONSES}', ${BODY});\nconst verb = 'post';\nawait axios[verb]('${RESPONSES}', ${BODY});`,
    findings: at(2, 4),
  },
  {
    name: 'verb taken apart',
    code: `${AXIOS}const { post } = axios;\nawait post('${RESPONSES}', ${BODY});`,
    findings: at(3),
  },
  {
    name: 'instance in a class field',
    code: `${AXIOS}export class Ask {\n  http = axios.create({ baseURL: 'https://api.openai.com/v1' });\n  run() {\n    return this.http.post('/responses', ${BODY});\n  }\n}`,
    findings: at(5),
  },
  {
    name: 'instance set in the constructor',
    code: `${AXIOS}export class Ask {\n  constructor() {\n    this.http = axios.create({ baseURL: 'https://api.openai.com/v1' });\n  }\n  run() {\n    return this.http.post('/responses', ${BODY});\n  }\n}`,
    findings: at(7),
    only: ['js'],
  },
  {
    name: 'instance from a factory',
    code: `${AXIOS}const connect = (baseURL) => axios.create({ baseURL });\nawait connect('https://api.openai.com/v1').post('/responses', ${BODY});`,
    findings: at(3),
    only: ['js'],
  },
  {
    name: 'options of an instance in a variable',
    code: `${AXIOS}const config = { timeout: 10 };\nconfig.baseURL = 'https://api.openai.com/v1';\nconst api = axios.create(config);\nawait api.post('/responses', ${BODY});`,
    findings: at(5),
    only: ['js'],
  },
  {
    name: 'typed instance with a whole URL',
    code: `import type { AxiosInstance } from 'axios';\nexport const ask = (http: AxiosInstance) => http.post('${RESPONSES}', ${BODY});`,
    findings: at(2),
    only: ['ts'],
  },
  {
    name: 'handed-in fetch',
    code: `export async function load({ fetch }) {\n  return fetch('${RESPONSES}', ${POST});\n}`,
    findings: at(2),
    only: ['js'],
  },
  {
    name: 'fetch of a package',
    code: `import { fetchWithRetry } from '@acme/http';\nawait fetchWithRetry('${RESPONSES}', ${POST});`,
    findings: at(2),
  },
  // The verb.
  {
    name: 'verb in small letters, in a variable',
    code: `const method = 'post';\nawait fetch('${RESPONSES}', { method, body: JSON.stringify(${BODY}) });`,
    findings: at(2),
  },
  {
    name: 'verb that cannot be read',
    code: `export const ask = (method) => fetch('${RESPONSES}', { method, body: JSON.stringify(${BODY}) });`,
    findings: at(1),
    only: ['js'],
  },
  // The options.
  {
    name: 'options in a variable',
    code: `const options = ${INIT};\nawait fetch('${RESPONSES}', options);`,
    findings: at(2),
  },
  {
    name: 'options in steps',
    code: `const options = {};\noptions.method = 'POST';\noptions.body = JSON.stringify(${BODY});\nawait fetch('${RESPONSES}', options);`,
    findings: at(4),
    only: ['js'],
  },
  {
    name: 'options from a builder',
    code: `const init = (body) => ({ method: 'POST', headers: {}, body: JSON.stringify(body) });\nawait fetch('${RESPONSES}', init(${BODY}));`,
    findings: at(2),
    only: ['js'],
  },
  {
    name: 'spread options',
    code: `const common = { method: 'POST' };\nawait fetch('${RESPONSES}', { ...common, body: JSON.stringify(${BODY}) });`,
    findings: at(2),
  },
  // The body.
  {
    name: 'body in a variable',
    code: `const payload = ${BODY};\nawait fetch('${RESPONSES}', { method: 'POST', body: JSON.stringify(payload) });`,
    findings: at(2),
    fixed: `const payload = { model: 'gpt-5.5', input: 'Hi', store: false };\nawait fetch('${RESPONSES}', { method: 'POST', body: JSON.stringify(payload) });`,
  },
  {
    name: 'body as a text in a variable',
    code: `const body = JSON.stringify(${BODY});\nawait fetch('${RESPONSES}', { method: 'POST', body });`,
    findings: at(2),
    fixed: `const body = JSON.stringify({ model: 'gpt-5.5', input: 'Hi', store: false });\nawait fetch('${RESPONSES}', { method: 'POST', body });`,
  },
  {
    name: 'body in steps',
    code: `const payload = {};\npayload.model = 'm';\npayload.input = 'Hi';\nawait fetch('${RESPONSES}', { method: 'POST', body: JSON.stringify(payload) });`,
    findings: at(4),
    only: ['js'],
  },
  {
    name: 'body from a builder',
    code: `function build(input) {\n  return { model: 'm', input };\n}\nawait fetch('${RESPONSES}', { method: 'POST', body: JSON.stringify(build('Hi')) });`,
    findings: at(4),
    only: ['js'],
  },
  {
    name: 'stringified by a helper',
    code: `const json = (value) => JSON.stringify(value);\nawait fetch('${RESPONSES}', { method: 'POST', body: json(${BODY}) });`,
    findings: at(2),
    only: ['js'],
  },
  {
    name: 'indented JSON',
    code: `await fetch('${RESPONSES}', { method: 'POST', body: JSON.stringify(${BODY}, null, 2) });`,
    findings: at(1),
  },
  {
    name: 'bytes',
    code: `await fetch('${RESPONSES}', { method: 'POST', body: Buffer.from(JSON.stringify(${BODY})) });\nawait fetch('${RESPONSES}', { method: 'POST', body: new TextEncoder().encode(JSON.stringify(${BODY})) });`,
    findings: at(1, 2),
  },
  {
    name: 'JSON written out',
    code: `await fetch('${RESPONSES}', { method: 'POST', body: '{"model":"gpt-5.5","input":"Hi"}' });`,
    findings: at(1),
  },
  {
    name: 'one branch of two',
    code: `const body = Math.random() > 0.5 ? ${BODY} : { model: 'm', store: false };\nawait fetch('${RESPONSES}', { method: 'POST', body: JSON.stringify(body) });`,
    findings: at(2),
  },
  {
    name: 'store: undefined',
    code: `await fetch('${RESPONSES}', { method: 'POST', body: JSON.stringify({ model: 'm', store: undefined }) });`,
    findings: at(1),
  },
  // Wrappers.
  {
    name: 'wrapper that passes URL and options on',
    code: `async function fetchWithTimeout(url, init, ms = 1000) {\n  const abort = new AbortController();\n  setTimeout(() => abort.abort(), ms);\n  return fetch(url, { ...init, signal: abort.signal });\n}\nawait fetchWithTimeout('${RESPONSES}', ${POST});\nawait fetchWithTimeout('https://example.com/v1/responses', ${POST});`,
    findings: at(6),
    only: ['js'],
  },
  {
    name: 'wrapper that builds the body',
    code: `const post = (path, payload) => fetch('https://api.openai.com/v1' + path, { method: 'POST', body: JSON.stringify(payload) });\nawait post('/responses', ${BODY});\nawait post('/responses', { model: 'm', store: false });\nawait post('/embeddings', { model: 'm', input: 'x' });`,
    findings: at(2),
    only: ['js'],
  },
  {
    name: 'wrapper class',
    code: `class Api {\n  constructor(base) {\n    this.base = base;\n  }\n  post(path, body) {\n    return fetch(\`\${this.base}\${path}\`, { method: 'POST', body: JSON.stringify(body) });\n  }\n}\nawait new Api('https://api.openai.com/v1').post('/responses', ${BODY});`,
    findings: at(9),
    only: ['js'],
  },
  {
    name: 'loop over paths',
    code: `for (const path of ['responses', 'embeddings']) {\n  await fetch(\`https://api.openai.com/v1/\${path}\`, ${POST});\n}`,
    findings: at(2),
  },
  {
    name: 'socket in a helper',
    code: `import WebSocket from 'ws';\nconst connect = (path) => new WebSocket(\`wss://api.openai.com/v1\${path}\`);\nconst emit = (socket, message) => socket.send(JSON.stringify(message));\nemit(connect('/responses'), { type: 'response.create', model: 'm' });`,
    findings: at(4),
    only: ['js'],
  },
];

describe('every spelling is found', () => {
  it.each(spellings.map((one) => [one.name, one] as const))('%s', (_name, one) => expectFindings(one));
});
