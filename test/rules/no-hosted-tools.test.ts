import { CLIENT, GROQ, IMPORT, REQUIRE, row, testRule, type Finding, type Invalid } from './tester.js';

const search: Finding = { messageId: 'hosted', data: row('tool:file_search') };
const TOOL = `{ «type: 'file_search'», vector_store_ids: ['vs_1'] }`;
const PLAIN = TOOL.replaceAll(/[«»]/g, '');
const js = (code: string, findings = [search], extra: Partial<Invalid> = {}): Invalid => ({
  code,
  findings,
  only: ['js'],
  ...extra,
});
const both = (code: string, findings = [search]): Invalid => ({ code, findings });
/** A response with these tools. */
const ask = (tools: string, rest = '') =>
  `await client.responses.create({ input: 'x', store: false, tools: ${tools}${rest} });`;

testRule('no-hosted-tools', {
  invalid: [
    both(`${CLIENT}${ask(`[${TOOL}]`)}`),
    js(`${CLIENT}await client.responses.stream({ input: 'x', tools: [${TOOL}] });`),
    js(`${CLIENT}await client.responses.parse({ input: 'x', tools: [${TOOL}] });`),
    js(`${CLIENT}await client.beta.responses.create({ input: 'x', tools: [${TOOL}] });`),
    js(`${CLIENT}await client.post('/responses', { body: { tools: [${TOOL}] } });`),
    js(`${CLIENT}await client.responses.create({}, { body: { tools: [${TOOL}] } });`),
    both(`${CLIENT}const tools = [${TOOL}];\n${ask('tools')}`),
    js(
      `${CLIENT}const tool = { type: 'function' };\nconst tools = [tool];\n«tool.type = 'file_search'»;\n${ask('tools')}`,
    ),
    js(`${CLIENT}const tools = [];\ntools[0] = ${TOOL};\n${ask('tools')}`),
    js(`${CLIENT}const search = ${TOOL};\n${ask('[search]')}`),
    js(`${CLIENT}const extra = [${TOOL}];\n${ask(`[{ type: 'custom', name: 'x' }, ...extra]`)}`),
    js(`${CLIENT}const tools = [];\nif (process.env.X) tools.push(${TOOL});\n${ask('tools')}`),
    js(`${CLIENT}${ask(`[...(process.env.X ? [${TOOL}] : [])]`)}`),
    js(`${CLIENT}${ask(`process.env.X ? [${TOOL}] : []`)}`),
    js(`${CLIENT}${ask(`[process.env.X && ${TOOL}].filter(Boolean)`)}`),
    js(`${CLIENT}${ask(`[${TOOL}].concat([])`)}`),
    js(`${CLIENT}${ask(`[{ type: 'namespace', name: 'x', tools: [${TOOL}] }]`)}`),
    js(`${CLIENT}${ask(`[{ type: 'namespace', tools: [{ type: 'namespace', tools: [${TOOL}] }] }]`)}`),
    js(
      `${CLIENT}const base = { tools: [${TOOL}] };\nawait client.responses.create({ ...base, input: 'x' });`,
    ),
    js(
      `${CLIENT}const body = { input: 'x' };\nbody.tools = [${TOOL}];\nawait client.responses.create(body);`,
    ),
    js(
      `${CLIENT}const make = (ids) => ({ «type: 'file_search'», vector_store_ids: ids });\n${ask(`[make(['vs'])]`)}`,
    ),
    js(
      `${CLIENT}await client.responses.create({ input: [{ type: 'additional_tools', role: 'developer', tools: [${TOOL}] }] });`,
    ),
    js(
      `${CLIENT}await client.live.create({ session: { delegation: { type: 'responses', responses: { tools: [${TOOL}] } } } });`,
    ),
    js(
      `import { ResponsesWS } from 'openai/resources/responses/ws';\nimport OpenAI from 'openai';\nnew ResponsesWS(new OpenAI()).send({ type: 'response.create', tools: [${TOOL}] });`,
    ),
    js(`${CLIENT}${ask(`[${TOOL}, { «type: 'file_search'», vector_store_ids: ['vs_2'] }]`)}`, [
      search,
      search,
    ]),
    {
      code: `${REQUIRE}void client.responses.create({ tools: [${TOOL}] });`,
      only: ['cjs'],
      findings: [search],
    },
    {
      code: `${IMPORT}export const ask = (client: OpenAI) => client.responses.create({ input: 'x', tools: [${TOOL}] as OpenAI.Responses.Tool[] });`,
      only: ['ts'],
      findings: [search],
    },
    {
      code: `${CLIENT}const tool = { «type: 'file_search' as const», vector_store_ids: ['vs'] } satisfies OpenAI.Responses.Tool;\n${ask('[tool]')}`,
      only: ['ts'],
      findings: [search],
    },
  ],
  valid: [
    `${CLIENT}${ask(`[{ type: 'function', name: 'file_search', parameters: {} }]`)}`,
    ...[
      `[{ type: 'custom', name: 'file_search' }]`,
      `[{ type: 'tool_search' }]`,
      `[{ type: 'web_search' }]`,
      `[{ type: 'code_interpreter', container: 'c' }]`,
      `[]`,
      `undefined`,
      `loadTools()`,
      `[{ type: process.env.KIND, vector_store_ids: [] }]`,
      `[{ name: 'file_search', vector_store_ids: ['vs'] }]`,
      `[{ type: 'function', name: 'x', parameters: { type: 'object', properties: { tools: [${PLAIN}] } } }]`,
    ].map((tools) => ({ code: `${CLIENT}${ask(tools)}`, only: ['js'] as const })),
    `${CLIENT}await client.chat.completions.create({ messages: [], tools: [${PLAIN}] });`,
    // The endpoint rule speaks.
    `${CLIENT}await client.beta.assistants.create({ model: 'x', tools: [${PLAIN}], tool_resources: { file_search: { vector_store_ids: [] } } });`,
    `${CLIENT}await client.beta.threads.create({ tool_resources: { file_search: { vector_store_ids: ['vs'] } } });`,
    // Nothing runs when tokens are counted.
    `${CLIENT}await client.responses.inputTokens.count({ input: 'x', tools: [${PLAIN}] });`,
    `${CLIENT}await client.responses.create({ input: 'x', tool_choice: { type: 'file_search' } });`,
    `${CLIENT}await client.responses.create({ input: 'x', metadata: { tools: [${PLAIN}] } });`,
    `${CLIENT}await client.responses.create({ input: [{ type: 'file_search_call', id: 'fs', queries: [], status: 'completed' }] });`,
    `${CLIENT}await client.responses.create({ input: 'x', include: ['file_search_call.results'] });`,
    `${CLIENT}await client.embeddings.create({ input: 'x', tools: [${PLAIN}] });`,
    `${GROQ}${ask(`[${PLAIN}]`)}`,
    `${IMPORT}const client = new OpenAI({ baseURL: 'http://localhost:11434/v1' });\n${ask(`[${PLAIN}]`)}`,
    `import { AzureOpenAI } from 'openai';\nconst client = new AzureOpenAI();\n${ask(`[${PLAIN}]`)}`,
    `import Anthropic from '@anthropic-ai/sdk'; // openai\nconst client = new Anthropic();\n${ask(`[${PLAIN}]`)}`,
    `// openai\nexport const tools = [${PLAIN}];`,
    `${IMPORT}import { vi } from 'vitest';\nvi.mock('openai');\nconst client = new OpenAI();\n${ask(`[${PLAIN}]`)}`,
    `${CLIENT}expect(client.responses.create).toHaveBeenCalledWith({ tools: [${PLAIN}] });`,
    {
      code: `${CLIENT}${ask(`[${PLAIN}]`)}`,
      settings: { allow: [{ tool: 'file_search', reason: 'Public documents.' }] },
    },
    { code: `${REQUIRE}void client.responses.create({ tools: [] });`, only: ['cjs'] },
    {
      code: `${IMPORT}export type Tool = OpenAI.Responses.FileSearchTool;\nexport const names: Tool['type'][] = ['file_search'];`,
      only: ['ts'],
    },
  ],
});
