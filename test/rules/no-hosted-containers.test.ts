import { CLIENT, GROQ, IMPORT, REQUIRE, row, testRule, type Finding, type Invalid } from './tester.js';

const tool = (id: string): Finding => ({ messageId: 'tool', data: row(`tool:${id}`) });
const python = tool('code_interpreter');
const shell = tool('shell (hosted)');
const skill = tool('skill_reference');
const endpoint = (method: string, path: string): Finding => ({
  messageId: 'endpoint',
  data: { ...row('endpoint:/containers'), method, path: `/v1${path}` },
});
const ask = (tools: string) =>
  `await client.responses.create({ input: 'x', store: false, tools: [${tools}] });`;
const asked = (tools: string, ...findings: Finding[]): Invalid => ({
  code: `${CLIENT}${ask(tools)}`,
  findings,
  only: ['js'],
});
const called = (code: string, method: string, path: string): Invalid => ({
  code: `${CLIENT}await client.${code};`,
  findings: [endpoint(method, path)],
  only: ['js'],
});
const SKILL = `{ «type: 'skill_reference'», skill_id: 'skill_1' }`;

testRule('no-hosted-containers', {
  invalid: [
    {
      code: `${CLIENT}${ask(`{ «type: 'code_interpreter'», container: { type: 'auto' } }`)}`,
      findings: [python],
    },
    asked(`{ «type: 'code_interpreter'», container: 'cntr_1' }`, python),
    asked(`{ «type: 'code_interpreter'», container: { type: 'auto', file_ids: ['file_1'] } }`, python),
    asked(`{ «type: 'code_interpreter'», container: containerOf() }`, python),
    asked(`{ «type: 'code_interpreter'» }`, python),
    asked(`{ «type: 'shell'», environment: { type: 'container_auto' } }`, shell),
    asked(`{ «type: 'shell'», environment: { type: 'container_reference', container_id: 'cntr_1' } }`, shell),
    asked(
      `{ «type: 'shell'», environment: { type: process.env.LOCAL ? 'local' : 'container_auto' } }`,
      shell,
    ),
    asked(
      `{ «type: 'shell'», environment: process.env.LOCAL ? { type: 'local' } : { type: 'container_auto' } }`,
      shell,
    ),
    asked(`{ «type: 'shell'», environment: { type: 'container_auto', skills: [${SKILL}] } }`, shell, skill),
    asked(
      `{ type: 'namespace', name: 'x', tools: [{ «type: 'code_interpreter'», container: 'c' }] }`,
      python,
    ),
    asked(`...(process.env.X ? [{ «type: 'code_interpreter'», container: 'c' }] : [])`, python),
    {
      code: `${CLIENT}const environment = { type: 'container_auto' };\n${ask(`{ «type: 'shell'», environment }`)}`,
      only: ['js'],
      findings: [shell],
    },
    {
      code: `${CLIENT}const tools = [];\ntools.push({ «type: 'code_interpreter'», container: 'c' });\nawait client.responses.create({ input: 'x', tools });`,
      findings: [python],
    },
    { ...called(`containers.«create»({ name: 'x' })`, 'POST', '/containers'), only: ['ts', 'js'] },
    called(
      `containers.«create»({ name: 'x', skills: [{ type: 'skill_reference', skill_id: 's' }] })`,
      'POST',
      '/containers',
    ),
    called(`containers.«list»()`, 'GET', '/containers'),
    called(`containers.«retrieve»('c')`, 'GET', '/containers/{}'),
    called(`containers.files.«create»('c', { file: {} })`, 'POST', '/containers/{}/files'),
    called(`containers.files.«list»('c')`, 'GET', '/containers/{}/files'),
    called(`containers.files.«retrieve»('f', { container_id: 'c' })`, 'GET', '/containers/{}/files/{}'),
    called(
      `containers.files.content.«retrieve»('f', { container_id: 'c' })`,
      'GET',
      '/containers/{}/files/{}/content',
    ),
    called(`«post»('/containers', { body: { name: 'x' } })`, 'POST', '/containers'),
    {
      code: `${REQUIRE}void client.containers.«create»({ name: 'x' });`,
      only: ['cjs'],
      findings: [endpoint('POST', '/containers')],
    },
    {
      code: `${IMPORT}export class Sandbox {\n  constructor(private readonly ai: OpenAI) {}\n  open() { return this.ai.containers.«create»({ name: 'x' }); }\n}`,
      only: ['ts'],
      findings: [endpoint('POST', '/containers')],
    },
    {
      code: `${IMPORT}export const ask = (ai: OpenAI) => ai.responses.create({ input: 'x', tools: [{ «type: 'code_interpreter'», container: { type: 'auto' } } satisfies OpenAI.Responses.Tool.CodeInterpreter] });`,
      only: ['ts'],
      findings: [python],
    },
  ],
  valid: [
    `${CLIENT}${ask(`{ type: 'shell', environment: { type: 'local' } }`)}`,
    ...[
      `{ type: 'local_shell' }`,
      `{ type: 'apply_patch' }`,
      `{ type: 'shell' }`,
      `{ type: 'shell', environment: null }`,
      `{ type: 'shell', environment: environmentOf() }`,
      `{ type: 'shell', environment: { type: process.env.SHELL_KIND } }`,
      `{ type: 'shell', environment: { type: 'local', skills: [{ name: 'x', path: './skills/x' }] } }`,
      `{ type: 'function', name: 'code_interpreter', parameters: {} }`,
      `{ type: 'programmatic_tool_calling' }`,
      `{ type: 'file_search', vector_store_ids: [] }`,
      `...toolsOf()`,
    ].map((tools) => ({ code: `${CLIENT}${ask(tools)}`, only: ['js'] as const })),
    ...[
      `containers.delete('c')`,
      `containers.del('c')`,
      `containers.files.delete('f', { container_id: 'c' })`,
      `delete('/containers/c')`,
      `files.delete('f')`,
      // Other rules speak.
      `beta.assistants.create({ model: 'x', tools: [{ type: 'code_interpreter' }] })`,
      `beta.threads.runs.create('t', { assistant_id: 'a', tools: [{ type: 'code_interpreter' }] })`,
      `chat.completions.create({ messages: [], tools: [{ type: 'code_interpreter' }] })`,
      `responses.create({ input: [{ type: 'code_interpreter_call', id: 'ci', container_id: 'c' }] })`,
      `responses.create({ input: 'x', include: ['code_interpreter_call.outputs'] })`,
    ].map((code) => ({ code: `${CLIENT}await client.${code};`, only: ['js'] as const })),
    `${GROQ}${ask(`{ type: 'code_interpreter', container: { type: 'auto' } }`)}`,
    `${GROQ}await client.containers.create({ name: 'x' });`,
    `import Docker from 'dockerode'; // openai\nawait new Docker().containers.create({ name: 'x' });`,
    `import { ContainerServiceClient } from '@azure/arm-containerservice'; // openai\nawait client.containers.list();`,
    `${IMPORT}import { vi } from 'vitest';\nvi.mock('openai');\nawait new OpenAI().containers.create({ name: 'x' });`,
    {
      code: `${CLIENT}await client.containers.create({ name: 'x' });`,
      settings: { allow: [{ endpoint: '/containers', reason: 'Reviewed.' }] },
    },
    { code: `${REQUIRE}void client.containers.delete('c');`, only: ['cjs'] },
  ],
});
