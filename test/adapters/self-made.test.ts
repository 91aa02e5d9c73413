/** Values that are made of themselves: a wrapper around the variable that it is put into, in each library. */
import { describe, expect, it } from 'vitest';
import { AccessPaths } from '../../src/adapters/shared/api-graph.js';
import type { AccessPath } from '../../src/dataflow/model/abstract-value.js';
import { lint, ruleIds } from './lint.js';

const OPENAI = `import OpenAI from 'openai';
import { wrapOpenAI } from 'langsmith/wrappers';
import { observeOpenAI } from 'langfuse';
import Instructor from '@instructor-ai/instructor';
`;
const KEEPS = `responses.create({ model: 'gpt-5.5', input: 'x', store: true })`;
const CLEAN = `responses.create({ model: 'gpt-5.5', input: 'x', store: false })`;
const AGENTS = `import { Agent, Runner, run, OpenAIProvider } from '@openai/agents';\n`;
const KEPT = `modelSettings: { store: true }`;
const AI = `import { createOpenAI, openai } from '@ai-sdk/openai';
import { createProviderRegistry, customProvider, defaultSettingsMiddleware, generateText, wrapLanguageModel } from 'ai';
`;
const STORED = `providerOptions: { openai: { store: true } }`;
const LANGCHAIN = `import { ChatOpenAI } from '@langchain/openai';\n`;
const URL = `'https://api.openai.com/v1/threads'`;

type Programs = Readonly<Record<string, { readonly code: string; readonly rules: readonly string[] }>>;

const found = (code: string, ...rules: string[]) => ({ code, rules });
const silent = (code: string) => ({ code, rules: [] });

const openai: Programs = {
  'a parameter that is wrapped': found(
    `export async function ask(client) { client = wrapOpenAI(client); return client.${KEEPS}; }`,
    'no-store',
  ),
  'a parameter that may be wrapped': found(
    `export async function ask(client) { if (process.env.TRACED) client = observeOpenAI(client); return client.${KEEPS}; }`,
    'no-store',
  ),
  'a variable that is filled late': found(
    `let held;\nexport const get = () => { held = wrapOpenAI(held ?? new OpenAI()); return held; };\nawait get().${KEEPS};`,
    'no-store',
  ),
  'a loop that wraps': found(
    `let held;\nfor (const _ of list) { held = observeOpenAI(held); held = held ?? new OpenAI(); await held.${KEEPS}; }`,
    'no-store',
  ),
  'a field that is wrapped': found(
    `class Bot { constructor(client: OpenAI) { this.client = client; this.client = Instructor({ client: this.client, mode: 'TOOLS' }); }\nask() { return this.client.${KEEPS}; } }`,
    'no-store',
  ),
  'wrappers of each other': found(
    `let a = new OpenAI();\nlet b = observeOpenAI(a);\nfunction more() { a = wrapOpenAI(b); b = observeOpenAI(a); }\nawait b.${KEEPS};`,
    'no-store',
  ),
  'other options of itself, wrapped and again': found(
    `let a = new OpenAI();\na = a.withOptions({ timeout: 1 });\na = wrapOpenAI(a);\na = a.withOptions({ maxRetries: 1 });\nawait a.${KEEPS};`,
    'no-store',
  ),
  'a wrapper that is bound to what it makes': found(
    `let a = wrapOpenAI.bind(null, a)();\na = a || new OpenAI();\nawait a.${KEEPS};`,
    'no-store',
  ),
  'a resource of a client that is wrapped': found(
    `let client = new OpenAI();\nlet files = client.files;\nclient = wrapOpenAI(client);\nfiles = client.files;\nawait files.create({ file, purpose: 'assistants' });`,
    'no-file-upload',
  ),
  'nothing but itself': silent(`let client = wrapOpenAI(client);\nawait client.${KEEPS};`),
  'a client that keeps nothing': silent(
    `export async function ask(client: OpenAI) { client = wrapOpenAI(client); return client.${CLEAN}; }`,
  ),
  'another host': silent(
    `let client = new OpenAI({ baseURL: 'https://api.groq.com/openai/v1' });\nclient = wrapOpenAI(client);\nclient = observeOpenAI(client);\nawait client.${KEEPS};`,
  ),
};

const agents: Programs = {
  'clones of itself': found(
    `let a = new Agent({ name: 'a', ${KEPT} });\nwhile (more) a = a.clone({ name: 'b' });\nawait run(a, 'x');`,
    'no-store',
  ),
  'an agent that hands over to itself': found(
    `let a = new Agent({ name: 'a', handoffs: [a], ${KEPT} });\na = new Agent({ ...a, handoffs: [a] });`,
    'no-store',
  ),
  'a runner that is made of itself': found(
    `let runner = new Runner({ modelSettings: { store: true } });\nrunner = new Runner({ ...runner, model: runner.model });\nawait runner.run(new Agent({ name: 'a' }), 'x');`,
    'no-store',
  ),
  'a provider that is made of itself': found(
    `import OpenAI from 'openai';\nimport { observeOpenAI } from 'langfuse';\nlet client = new OpenAI();\nclient = observeOpenAI(client);\nlet provider = new OpenAIProvider({ openAIClient: client });\nprovider = new OpenAIProvider({ ...provider, openAIClient: client });\nawait new Runner({ modelProvider: provider }).run(new Agent({ name: 'a', ${KEPT} }), 'x');`,
    'no-store',
  ),
  'clones that keep nothing': silent(
    `let a = new Agent({ name: 'a', modelSettings: { store: false } });\na = a.clone({ handoffs: [a] });`,
  ),
};

const aiSdk: Programs = {
  'a model that is wrapped': found(
    `let model = openai.responses('gpt-5.5');\nmodel = wrapLanguageModel({ model, middleware: [] });\nawait generateText({ model, prompt: 'x', ${STORED} });`,
    'no-store',
  ),
  'a parameter that is wrapped': found(
    `export function ask(model = openai.responses('gpt-5.5')) { model = wrapLanguageModel({ model, middleware: [] }); return generateText({ model, prompt: 'x', ${STORED} }); }`,
    'no-store',
  ),
  'a loop that wraps': found(
    `let model;\nfor (const middleware of list) { model = wrapLanguageModel({ model: model ?? openai.responses('gpt-5.5'), middleware }); }\nawait generateText({ model, prompt: 'x', ${STORED} });`,
    'no-store',
  ),
  'a registry of itself': found(
    `let models = createProviderRegistry({ openai });\nmodels = createProviderRegistry({ openai, models });\nawait generateText({ model: models.languageModel('openai:gpt-5.5'), prompt: 'x', ${STORED} });`,
    'no-store',
  ),
  'a provider with models of its own': found(
    `let own = customProvider({ languageModels: { fast: openai.responses('gpt-5.5') } });\nown = customProvider({ languageModels: { fast: own.languageModel('fast') } });\nawait generateText({ model: own.languageModel('fast'), prompt: 'x', ${STORED} });`,
    'no-store',
  ),
  'middleware of itself': found(
    `const one = defaultSettingsMiddleware({ settings: { ${STORED} } });\nlet middleware = [one];\nmiddleware = [...middleware, one];\nlet model = wrapLanguageModel({ model: openai.responses('gpt-5.5'), middleware });\nawait generateText({ model, prompt: 'x' });`,
    'no-store',
  ),
  'a model of another vendor': silent(
    `import { groq } from '@ai-sdk/groq';\nlet model = groq('llama');\nmodel = wrapLanguageModel({ model, middleware: [] });\nawait generateText({ model, prompt: 'x', ${STORED} });`,
  ),
};

const langchain: Programs = {
  'a model with more tools each time': found(
    `let llm = new ChatOpenAI({ model: 'gpt-5.5', modelKwargs: { store: true } });\nfor (const tool of tools) llm = llm.bindTools([tool]);\nawait llm.invoke('x');`,
    'no-store',
  ),
  'a field with another configuration': found(
    `class Bot { llm = new ChatOpenAI({ model: 'gpt-5.5', modelKwargs: { store: true } });\nset() { this.llm = this.llm.withConfig({ llm: this.llm }); }\nask() { return this.llm.invoke('x'); } }`,
    'no-store',
  ),
  'a model made of itself': found(
    `let llm = new ChatOpenAI({ model: 'gpt-5.5', modelKwargs: { store: true } });\nllm = new ChatOpenAI({ ...llm, modelKwargs: { store: true }, configuration: llm });`,
    'no-store',
  ),
  'a model that keeps nothing': silent(
    `let llm = new ChatOpenAI({ model: 'gpt-5.5', modelKwargs: { store: false } });\nllm = llm.bindTools([llm]);\nawait llm.invoke('x');`,
  ),
};

const http: Programs = {
  'a client that is extended': found(
    `import got from 'got';\nlet api = got.extend({ headers: { a: 'b' } });\nfor (const options of list) api = api.extend(options);\nawait api.post(${URL}, { json: {} });`,
    'no-non-zdr-endpoint',
  ),
  'a client with the base URL of itself': found(
    `import axios from 'axios';\nlet api = axios.create({ baseURL: 'https://api.openai.com/v1' });\napi = axios.create({ ...api.defaults, baseURL: api.defaults.baseURL });\nawait axios.post(${URL}, {});`,
    'no-non-zdr-endpoint',
  ),
  'a request made of itself': found(
    `let request = new Request(${URL}, { method: 'POST' });\nrequest = new Request(request, { headers: request.headers });\nawait fetch(request);\nawait fetch(${URL}, { method: 'POST' });`,
    'no-non-zdr-endpoint',
  ),
  'another host': silent(
    `import got from 'got';\nlet api = got.extend({ prefixUrl: 'https://example.com' });\napi = api.extend({ api });\nawait api.post('v1/threads', { json: {} });`,
  ),
};

const families: Readonly<Record<string, readonly [imports: string, programs: Programs]>> = {
  openai: [OPENAI, openai],
  agents: [AGENTS, agents],
  'ai-sdk': [AI, aiSdk],
  langchain: [LANGCHAIN, langchain],
  http: ['', http],
};

/** A path in a file, each step at a place of its own. */
function pathOf(...names: readonly string[]): AccessPath {
  const node = nodeOf(names[0]!);
  let path: AccessPath = {
    kind: 'path',
    root: { kind: 'module', specifier: names[0]! },
    parent: null,
    step: null,
    node,
  };
  for (const name of names.slice(1))
    path = {
      kind: 'path',
      root: path.root,
      parent: path,
      step: { kind: 'member', name },
      node: nodeOf(name),
    };
  return path;
}

const nodes = new Map<string, AccessPath['node']>();

function nodeOf(name: string): AccessPath['node'] {
  const known = nodes.get(name) ?? ({ type: 'Identifier', name } as AccessPath['node']);
  nodes.set(name, known);
  return known;
}

describe('access paths', () => {
  const end = (path: AccessPath) => (path.step?.kind === 'member' ? path.step.name : '');

  it('classifies each path once, from its start', () => {
    const asked: string[] = [];
    const paths = new AccessPaths<{ name: string }>((path, before) => {
      asked.push(`${before?.name ?? ''}>${end(path)}`);
      return { name: end(path) };
    });
    const path = pathOf('m', 'a', 'b');
    expect(paths.of(path)).toEqual({ name: 'b' });
    expect(paths.of(path.parent!)).toEqual({ name: 'a' });
    expect(asked).toEqual(['>', '>a', 'a>b']);
  });

  it('gives nothing to a path that asks for itself, also where the path is made anew', () => {
    const answers: unknown[] = [];
    const paths: AccessPaths<{ name: string }> = new AccessPaths((path) => {
      if (end(path) === 'wrap') answers.push(paths.of(pathOf('m', 'wrap')));
      return { name: end(path) };
    });
    expect(paths.of(pathOf('m', 'wrap'))).toEqual({ name: 'wrap' });
    expect(answers).toEqual([null]);
  });

  it('forgets what was answered inside a cycle that was not finished', () => {
    // `a` is what `b` is, or a client; `b` is what `a` is.
    const a = pathOf('m', 'a');
    const b = pathOf('m', 'b');
    const paths: AccessPaths<{ name: string }> = new AccessPaths((path, before) => {
      if (end(path) === 'a') return paths.of(b) ?? { name: 'client' };
      return end(path) === 'b' ? paths.of(a) : before;
    });
    expect(paths.of(a)).toEqual({ name: 'client' });
    expect(paths.of(b)).toEqual({ name: 'client' });
  });

  it('ends where paths without end ask for each other', () => {
    let deepest = 0;
    const paths: AccessPaths<{ depth: number }> = new AccessPaths((path) => {
      const depth = Number(end(path));
      deepest = Math.max(deepest, depth);
      return path.step ? (paths.of(pathOf('m', String(depth + 1))) ?? { depth }) : null;
    });
    expect(paths.of(pathOf('m', '0'))).not.toBeNull();
    expect(deepest).toBeGreaterThan(20);
    expect(deepest).toBeLessThan(1000);
  });

  it.each([
    ['another name', pathOf('m', 'other')],
    ['another module', pathOf('n', 'wrap')],
    ['a longer path', pathOf('m', 'x', 'wrap')],
  ])('tells %s apart', (_what, inner) => {
    const answers: unknown[] = [];
    const paths: AccessPaths<{ name: string }> = new AccessPaths((path) => {
      if (
        path.root.kind === 'module' &&
        path.root.specifier === 'm' &&
        path.parent?.parent === null &&
        end(path) === 'wrap'
      )
        answers.push(paths.of(inner));
      return { name: end(path) };
    });
    paths.of(pathOf('m', 'wrap'));
    expect(answers).toEqual([{ name: end(inner) }]);
  });
});

describe.each(Object.entries(families))('%s', (_library, [imports, programs]) => {
  it.each(Object.entries(programs))('%s', (_name, { code, rules }) => {
    expect([...new Set(ruleIds(lint(imports + code, 'ts')))]).toEqual(rules);
  });
});
