import { inventedName, type InventedPlace } from '../../src/policy/index.js';
import { CLIENT, GROQ, IMPORT, newest, REQUIRE, testRule, type Finding, type Invalid } from './tester.js';

const invented = (name: string, place: InventedPlace): Finding => {
  const found = inventedName(name, place);
  if (!found) throw new Error(`${name} is not in the list`);
  return { messageId: 'invented', data: { name, effect: found.effect, asOf: found.asOf } };
};
const byShape = (name: string, effect: string): Finding => ({
  messageId: 'shape',
  data: { name, effect, asOf: newest },
});

const IN_BODY =
  'The API has no such field and answers 400, so the call has never worked; without the field it will succeed.';
const IN_HEADER =
  'OpenAI ignores request headers that it does not know, so the call works and nothing is kept out.';
const IN_METADATA = 'Metadata is free text that OpenAI keeps with the object; it switches nothing.';
const IN_CLIENT = 'The client has no such option and ignores it.';

const usage = invented('data_usage', 'body');
/** One finding on «name», which the fix takes out with what stands between ‹ and ›. */
const removed = (finding: Finding, code: string, extra: Partial<Invalid> = {}): Invalid => ({
  code: code.replace(/[‹›]/g, ''),
  output: code.replace(/‹[^›]*›/g, '').replace(/[«»]/g, ''),
  findings: [finding],
  ...extra,
});

testRule('no-invented-parameters', {
  invalid: [
    removed(
      usage,
      `${CLIENT}await client.chat.completions.create({ messages: []‹, «data_usage»: 'none'› });`,
      { only: ['js'] },
    ),
    removed(usage, `${CLIENT}await client.responses.create({ store: false‹, «data_usage»: 'none'› });`, {
      only: ['js'],
    }),
    removed(usage, `${CLIENT}await client.responses.create({ store: false‹, «'data_usage'»: 'none'› });`, {
      only: ['js'],
    }),
    removed(usage, `${CLIENT}await client.embeddings.create({ input: 'Hi'‹, «data_usage»: 'none'› });`, {
      only: ['js'],
    }),
    removed(usage, `${REQUIRE}void client.responses.create({ store: false‹, «data_usage»: 'none'› });`, {
      only: ['cjs'],
    }),
    removed(
      usage,
      `${CLIENT}const body = { store: false‹, «data_usage»: 'none'› };\nawait client.responses.create(body);`,
    ),
    removed(
      usage,
      `${CLIENT}await client.responses.create({ store: false‹, «data_usage»: 'none'› } as any);`,
      { only: ['ts'] },
    ),
    removed(
      usage,
      `${CLIENT}await client.post('/responses', { body: { store: false‹, «data_usage»: 'none'› } });`,
    ),
    removed(
      usage,
      `${CLIENT}await client.responses.create({\n  model: 'gpt-5.5',\n‹  // @ts-expect-error not typed yet\n  «data_usage»: 'none',\n›  store: false,\n});`,
      { only: ['ts'] },
    ),
    {
      code: `${CLIENT}await client.responses.create({\n  // Our contract asks for it.\n  «data_usage»: 'none',\n  store: false,\n});`,
      findings: [
        {
          ...usage,
          suggestion: {
            messageId: 'remove',
            data: { name: 'data_usage' },
            output: `${CLIENT}await client.responses.create({\n  // Our contract asks for it.\n  store: false,\n});`,
          },
        },
      ],
    },
    {
      code: `${CLIENT}const body = { store: false };\nbody.«data_usage» = 'none';\nawait client.responses.create(body);`,
      only: ['js'],
      findings: [
        {
          ...usage,
          suggestion: {
            messageId: 'remove',
            data: { name: 'data_usage' },
            output: `${CLIENT}const body = { store: false };\n\nawait client.responses.create(body);`,
          },
        },
      ],
    },
    removed(
      invented('include_in_observability', 'body'),
      `${CLIENT}await client.responses.create({ store: false‹, «include_in_observability»: false› });`,
    ),
    removed(
      byShape('zero_retention', IN_BODY),
      `${CLIENT}await client.responses.create({ store: false‹, «zero_retention»: true› });`,
    ),
    removed(
      byShape('no_store', IN_BODY),
      `${CLIENT}await client.responses.create({ store: false‹, «no_store»: true› });`,
    ),
    removed(
      invented('zero_data_retention', 'metadata'),
      `${CLIENT}await client.responses.create({ store: false, metadata: { a: 'b'‹, «zero_data_retention»: 'true'› } });`,
    ),
    removed(
      invented('zero_retention', 'metadata'),
      `${CLIENT}await client.responses.create({ store: false‹, metadata: { «zero_retention»: 'true' }› });`,
    ),
    removed(
      byShape('do_not_train', IN_METADATA),
      `${CLIENT}await client.responses.create({ store: false, metadata: { a: 'b'‹, «do_not_train»: 'true'› } });`,
      { options: { metadataByShape: true } },
    ),
    removed(
      invented('X-OpenAI-Opt-Out', 'header'),
      `${IMPORT}export const client = new OpenAI({ timeout: 1‹, defaultHeaders: { «'X-OpenAI-Opt-Out'»: 'true' }› });`,
    ),
    removed(
      invented('x-openai-no-store', 'header'),
      `${IMPORT}export const client = new OpenAI({ defaultHeaders: { a: 'b'‹, «'x-openai-no-store'»: 'true'› } });`,
    ),
    removed(
      invented('X-No-Training', 'header'),
      `${IMPORT}export const client = new OpenAI({ defaultHeaders: { a: 'b'‹, «'X-No-Training'»: 'true'› } });`,
    ),
    removed(
      byShape('X-Never-Retention', IN_HEADER),
      `${CLIENT}await client.responses.create({ store: false }, { headers: { a: 'b'‹, «'X-Never-Retention'»: '1'› } });`,
    ),
    removed(
      invented('OpenAI-Beta: zero-data-retention', 'header-value'),
      `${CLIENT}await client.responses.create({ store: false }, { headers: { a: 'b'‹, «'OpenAI-Beta'»: 'zero-data-retention'› } });`,
    ),
    removed(
      invented('OpenAI-Data-Retention', 'header'),
      `export const headers = { a: 'b'‹, «'OpenAI-Data-Retention'»: 'none'› };`,
    ),
    {
      code: `export const headers = new Headers(); // openai\nheaders.set(«'X-OpenAI-Skip-Training'», 'true');`,
      findings: [invented('X-OpenAI-Skip-Training', 'header')],
    },
    removed(
      byShape('zeroDataRetention', IN_CLIENT),
      `${IMPORT}export const client = new OpenAI({ timeout: 1‹, «zeroDataRetention»: true› });`,
    ),
    {
      code: `process.env.«OPENAI_OPT_OUT» = '1';`,
      options: { environment: true },
      findings: [invented('OPENAI_OPT_OUT', 'environment')],
    },
    {
      code: `${CLIENT}await client.responses.create({ store: false, «strange»: 1 });`,
      options: { unknownKeys: true },
      findings: [
        { messageId: 'unknown', data: { name: 'strange', operation: 'responses.create', asOf: newest } },
      ],
    },
    {
      code: `${CLIENT}await client.responses.create({ «data_usage»: 'none', store: false, «no_store»: true });`,
      output: `${CLIENT}await client.responses.create({ store: false });`,
      findings: [usage, byShape('no_store', IN_BODY)],
    },
  ],
  valid: [
    `${CLIENT}await client.responses.create({ model: 'gpt-5.5', input: 'Hi', store: false });`,
    `${CLIENT}await client.responses.create({ store: false, metadata: { data_retention_days: '30', privacy_level: 'x' } });`,
    `${CLIENT}await client.responses.create({ store: false, strange: 1 });`,
    `${CLIENT}const { data_usage, ...params } = { store: false, data_usage: 'none' };\nawait client.responses.create(params);`,
    `${CLIENT}await client.responses.create({ data_usage: 'none', ...{ data_usage: undefined }, store: false });`,
    `${CLIENT}await client.responses.create({ store: false, max_tool_calls: 1, safety_identifier: 'x' });`,
    `${CLIENT}await client.admin.organization.dataRetention.update({ retention_type: 'zero_data_retention' });`,
    `${CLIENT}await client.responses.create({ store: false, tools: [{ type: 'function', parameters: { no_store: true } }] });`,
    `${CLIENT}await client.responses.create({ store: false, text: { format: { zero_retention: true } } });`,
    `${CLIENT}await client.responses.create({ store: false }, { headers: { 'OpenAI-Beta': 'assistants=v2' } });`,
    `${CLIENT}await client.responses.create({ store: false }, { headers: { 'Idempotency-Key': 'x', 'X-Client-Request-Id': 'y' } });`,
    `${IMPORT}export const client = new OpenAI({ defaultHeaders: { 'OpenAI-Organization': 'a', 'OpenAI-Project': 'b' } });`,
    `export const headers = { 'X-OpenAI-Api-Key': 'x', 'OpenAI-Organization': 'y' };`,
    `export const GET = () => new Response('', { headers: { 'X-OpenAI-No-Store': '1' } });`,
    `export const handler = (req, res) => res.set({ 'OpenAI-ZDR': 'true' });`,
    `export const handler = (req, res) => res.setHeader('OpenAI-ZDR', 'true');`,
    `export const isPrivate = (headers) => headers.get('x-openai-zdr'); // openai`,
    `export const names = ['X-OpenAI-Opt-Out', 'OpenAI-ZDR'];`,
    `export const policy = { data_usage: 'none', zero_data_retention: true }; // openai`,
    `process.env.OPENAI_ZDR_APPROVED = 'true';`,
    `process.env.OPENAI_OPT_OUT = '1';`,
    {
      code: `process.env.OPENAI_API_KEY = 'x';\nprocess.env.OPENAI_ZDR_APPROVED = 'x';`,
      options: { environment: true },
    },
    {
      code: `${CLIENT}await client.responses.create({ store: false, max_tool_calls: 1 });`,
      options: { unknownKeys: true },
    },
    `${GROQ}await client.chat.completions.create({ messages: [], data_usage: 'none' });`,
    `${IMPORT}const client = new OpenAI({ baseURL: 'https://openrouter.ai/api/v1' });\nawait client.chat.completions.create({ zdr: true, provider: { data_collection: 'deny' } });`,
    `${IMPORT}export const client = new OpenAI({ baseURL: 'https://oai.helicone.ai/v1', defaultHeaders: { 'X-No-Logging': '1' } });`,
    `import Anthropic from '@anthropic-ai/sdk'; // openai\nexport const client = new Anthropic({ defaultHeaders: { 'X-No-Training': '1' } });`,
    `import { AzureOpenAI } from 'openai';\nawait new AzureOpenAI().chat.completions.create({ messages: [], data_usage: 'none' });`,
    `${IMPORT}import { vi } from 'vitest';\nvi.mock('openai');\nawait new OpenAI().responses.create({ data_usage: 'none' });`,
    `await openai.chat.completions.create({ data_usage: 'none' });`,
    { code: `${REQUIRE}void client.responses.create({ store: false });`, only: ['cjs'] },
    {
      code: `import type OpenAI from 'openai';\nexport interface Policy {\n  data_usage: 'none';\n  client: OpenAI;\n}`,
      only: ['ts'],
    },
  ],
});
