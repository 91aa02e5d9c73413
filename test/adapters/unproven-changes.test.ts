import { describe, expect, it } from 'vitest';
import { lint, ruleIds, type Language } from './lint.js';

const HEAD = `import OpenAI from 'openai';\nconst client = new OpenAI();\n`;
const SEARCH = `{ type: 'file_search', vector_store_ids: ['v'] }`;
const RULES = {
  rules: {
    'openai-zdr/no-unproven-request': 'error' as const,
    'openai-zdr/no-hosted-tools': 'error' as const,
    'openai-zdr/no-store': 'error' as const,
    'openai-zdr/require-store-false': 'error' as const,
  },
};

/** Is a request silent under the strict rules? */
function said(code: string, language: Language = 'js'): string[] {
  return ruleIds(lint(HEAD + code, language, RULES));
}

describe('a list that a function fills is not taken for what stands in its literal', () => {
  const list = (code: string) =>
    `${code}\nawait client.responses.create({ model: 'm', store: false, input: 'x', tools });`;
  it.each([
    `const add = (list) => { const mine = list; mine.push(${SEARCH}); };\nconst tools = [];\nadd(tools);`,
    `const put = (list) => list.push(${SEARCH});\nconst add = (list) => put(list);\nconst tools = [];\nadd(tools);`,
    `const add = (...lists) => lists[0].push(${SEARCH});\nconst tools = [];\nadd(tools);`,
    `function add() { arguments[0].push(${SEARCH}); }\nconst tools = [];\nadd(tools);`,
    `function add(name, list) { list.push(${SEARCH}); }\nconst later = add.bind(null, 'x');\nconst tools = [];\nlater(tools);`,
    `const add = (list) => { list[0] = ${SEARCH}; };\nconst tools = [];\nadd(tools);`,
    `const add = (list) => { registry.kept = list; };\nconst tools = [];\nadd(tools);`,
    `class Add { constructor(list) { list.push(${SEARCH}); } }\nconst tools = [];\nnew Add(tools);`,
    `import { withDefaults } from 'some-package';\nconst tools = [];\nwithDefaults(tools);`,
  ])('%s', (code) => {
    expect(said(list(code))).not.toEqual([]);
  });
  it.each([
    `const look = (list) => list.length > 0 && list.map(({ type }) => type);\nconst tools = [];\nlook(tools);`,
    `const look = (list) => { for (const one of list) console.log(one); return [...list]; };\nconst tools = [];\nlook(tools);`,
    `import pino from 'pino';\nconst tools = [];\npino().info(tools);`,
    `const tools = [];\nconsole.log(tools);\nJSON.stringify(tools);`,
    `const add = (list) => list.push({ type: 'function', name: 'f' });\nconst tools = [];\nadd(tools);`,
  ])('a list that is only looked at is what it was: %s', (code) => {
    expect(said(list(code))).toEqual([]);
  });
});

describe('a body that something out of view may change is not proven', () => {
  const body = (code: string) =>
    `const body = { model: 'm', store: false, input: 'x' };\n${code}\nawait client.responses.create(body);`;
  it.each([
    `function setup(...all) { all[0].store = true; }\nsetup(body);`,
    `function setup() { arguments[0].store = true; }\nsetup(body);`,
    `class Setup { constructor(given) { given.store = true; } }\nnew Setup(body);`,
    `Object.defineProperty(body, 'store', { value: true, enumerable: true });`,
    `Object.defineProperty(body, 'store', { get: () => true });`,
    `Object.defineProperties(body, { store: { value: true } });`,
    `Reflect.set(body, 'store', true);`,
    `Reflect.deleteProperty(body, 'store');`,
    `Object.setPrototypeOf(body, { store: true });`,
    `import { applyDefaults } from 'some-package';\napplyDefaults(body);`,
    `import { applyAccountDefaults } from './gone.js';\napplyAccountDefaults(body);`,
    `import { Decorator } from 'some-package';\nnew Decorator(body);`,
    `change(...[body]);`,
    `import { change } from 'some-package';\nchange({ body });`,
    `import { change } from 'some-package';\nchange(1, [{ body }]);`,
    `const setup = ({ given }) => { given.store = true; };\nsetup({ given: body });`,
    `[body].forEach((one) => { one.store = true; });`,
    `setup.call(null, body);`,
    `const setup = (given = {}) => { given.store = true; };\nsetup(body);`,
  ])('%s', (code) => {
    expect(said(body(code))).not.toEqual([]);
  });
  it.each([
    `console.log(body);\nJSON.stringify(body);\nObject.freeze(body);\nstructuredClone(body);`,
    `import { logRequest } from './gone.js';\nlogRequest(body);`,
    `import { z } from 'zod';\nz.object({}).parse(body);`,
    `import winston from 'winston';\nwinston.createLogger({}).info('sent', body);`,
    `import { cloneDeep } from 'lodash';\ncloneDeep(body);`,
    `const show = ({ model }) => console.log(model);\nshow(body);`,
    `const show = ({ given }) => console.log(given.model);\nshow({ given: body });`,
    `console.log('sent', { body }, [body]);`,
    `const copies = [{ ...body }];\nchange(copies);`,
    `const show = (given = {}) => console.log(given.model);\nshow(body);`,
    `class Seen { constructor(given) { this.model = given.model; } }\nnew Seen(body);`,
    `function count() { return arguments.length; }\ncount(body);`,
    `await fetch('https://example.org/log', { method: 'POST', body: JSON.stringify(body) });`,
  ])('a body that is only looked at is what it was: %s', (code) => {
    expect(said(body(code))).toEqual([]);
  });
});

describe('tools are looked for wherever a body may hold them', () => {
  const tool = 'const tool = process.argv.map(JSON.parse)[0];\n';
  it.each([
    `await client.responses.create({ model: 'm', store: false, input: 'x', tools: [tool] });`,
    `await client.responses.create({ model: 'm', store: false, input: 'x', tools: [{ type: 'namespace', tools: [tool] }] });`,
    `await client.responses.create({ model: 'm', store: false, input: 'x', tools: [{ type: 'namespace', tools: [{ type: 'namespace', tools: [tool] }] }] });`,
    `await client.responses.create({ model: 'm', store: false, input: [{ type: 'additional_tools', tools: [tool] }] });`,
    `await client.post('/live/sessions', { body: { session: { tracing: null, delegation: { responses: { tools: [tool] } } } } });`,
    `await client.post('/realtime/client_secrets', { body: { session: { tracing: null, tools: [tool] } } });`,
  ])('%s', (code) => {
    expect(said(tool + code)).toContain('no-unproven-request');
  });
  it('and functions among them are no hazard', () => {
    const own = `{ type: 'function', name: 'f' }`;
    const code = `await client.responses.create({ model: 'm', store: false, input: [{ type: 'additional_tools', tools: [${own}] }], tools: [{ type: 'namespace', tools: [{ type: 'namespace', tools: [${own}] }] }] });`;
    expect(said(code)).toEqual([]);
  });
});

describe('a fetch of the own is a stand-in only where it answers itself', () => {
  const program = (fetch: string) =>
    `import OpenAI from 'openai';\nconst client = new OpenAI({ fetch: ${fetch} });\nawait client.files.create({});`;
  it.each([
    `async (url, init) => { const answer = await fetchWithRetry(url, init); if (!(answer instanceof Response)) throw 0; return answer; }`,
    `async function (url, init) { const answer = await send(url, init); return answer ?? new Response('{}'); }`,
    `(url, init) => instrumented(url, init).then((answer) => new Response(answer.body))`,
    `(url, init) => (isTest ? new Response('{}') : realFetch(url, init))`,
    `async (url, init) => { log(new Response('')); return proxied(url, init); }`,
  ])('%s', (fetch) => {
    expect(ruleIds(lint(program(fetch), 'js'))).toEqual(['no-file-upload']);
  });
  it.each([
    `async () => new Response('{}')`,
    `() => Promise.resolve(Response.json({}))`,
    `async () => { const answer = new Response('{}'); return answer; }`,
    `(url) => (url.includes('files') ? new Response('{}') : Response.error())`,
    `async () => { if (isBroken) return new Response('', { status: 500 }); return new Response('{}').clone(); }`,
  ])('a stand-in: %s', (fetch) => {
    expect(lint(program(fetch), 'js')).toEqual([]);
  });
});

describe('a condition that decides about the client also decides about the body', () => {
  const clients = `const groq = new OpenAI({ baseURL: 'https://api.groq.com/openai/v1' });\nconst isGroq = process.env.GROQ;\n`;
  it.each([
    `await (isGroq ? groq : client).responses.create({ model: 'm', input: 'x', store: false, background: isGroq ? true : false });`,
    `await (isGroq ? groq : client).responses.create({ model: 'm', input: 'x', store: isGroq ? true : false });`,
  ])('%s', (code) => {
    expect(lint(HEAD + clients + code, 'js')).toEqual([]);
  });
  it('what is written for both is found', () => {
    const code = `await (isGroq ? groq : client).responses.create({ model: 'm', input: 'x', store: false, background: true });`;
    expect(ruleIds(lint(HEAD + clients + code, 'js'))).toEqual(['no-background']);
  });
});

describe('a name is not what decides', () => {
  it.each(['cache', 'memoize', 'once', 'lazy', 'memo'])('%s of the project is read itself', (name) => {
    const code = `const ${name} = (_make) => () => new OpenAI({ baseURL: 'https://api.groq.com/openai/v1' });\nawait ${name}(() => new OpenAI())().files.create({});`;
    expect(lint(HEAD + code, 'js')).toEqual([]);
  });
  it.each(['useMemo', 'singleton', 'remember'])('%s of the project is read itself', (name) => {
    const code = `const ${name} = (_make) => new OpenAI({ baseURL: 'https://api.groq.com/openai/v1' });\nawait ${name}(() => new OpenAI()).files.create({});`;
    expect(lint(HEAD + code, 'js')).toEqual([]);
  });
  it.each([
    `import { once } from 'lodash';\nawait once(() => new OpenAI())().files.create({});`,
    `import { useMemo } from 'react';\nawait useMemo(() => new OpenAI(), []).files.create({});`,
    `import { wrapOpenAI } from 'langsmith/wrappers';\nimport { kept } from 'src/lib/client';\nawait wrapOpenAI(kept).files.create({});`,
    `import { wrapOpenAI } from 'langsmith/wrappers';\nimport { kept } from '/lib/client';\nawait wrapOpenAI(kept).files.create({});`,
  ])('one from outside is what it is known for: %s', (code) => {
    expect(ruleIds(lint(HEAD + code, 'js'))).toEqual(['no-file-upload']);
  });
  it.each(['openai', 'openai/index.mjs', 'npm:openai@6', 'openai/index'])(
    'a test that replaces %s is left alone',
    (name) => {
      const code = `import { vi } from 'vitest';\nvi.mock('${name}');\nawait client.files.create({});`;
      expect(lint(HEAD + code, 'js')).toEqual([]);
    },
  );
  it('a test that replaces something else is not', () => {
    const code = `import { vi } from 'vitest';\nvi.mock('openai-zod');\nawait client.files.create({});`;
    expect(ruleIds(lint(HEAD + code, 'js'))).toEqual(['no-file-upload']);
  });
});
