import {
  CLIENT,
  GROQ,
  IMPORT,
  REQUIRE,
  row,
  rowWithoutZdr,
  testRule,
  type Finding,
  type Invalid,
} from './tester.js';

const finding = (id: string): Finding => ({ messageId: 'cache', data: row(`parameter:${id}`) });
const extended = finding('prompt_cache_retention (24h)');
const refused = finding('prompt_cache_retention (in_memory)');
const ttl = finding('prompt_cache_options.ttl');
const breakpoint = finding('prompt_cache_breakpoint.ttl');

const plain = (marked: string) => marked.replace(/[«»]/g, '');
/** One finding, whose suggestion removes what is between ‹ and ›. */
const removed = (of: Finding, code: string, extra: Partial<Invalid> = {}): Invalid => ({
  code: code.replace(/[‹›]/g, ''),
  findings: [{ ...of, suggestion: { messageId: 'remove', output: plain(code.replace(/‹[^›]*›/, '')) } }],
  ...extra,
});
const body = (of: Finding, text: string, extra: Partial<Invalid> = {}): Invalid =>
  removed(of, `${CLIENT}await client.responses.create({ ${text}store: false });`, extra);
const JS: Partial<Invalid> = { only: ['js'] };

testRule('no-prompt-cache-retention', {
  invalid: [
    body(extended, `‹«prompt_cache_retention: '24h'», ›`),
    body(extended, `model: 'gpt-5.5', ‹«prompt_cache_retention: '24h'», ›`),
    body(extended, `‹«'prompt_cache_retention': \`24h\`», ›`),
    body(extended, `‹«prompt_cache_retention: '24h' as const», ›`, { only: ['ts'] }),
    body(extended, `‹«prompt_cache_retention: process.env.LONG ? '24h' : 'in_memory'», ›`),
    body(refused, `model: 'gpt-5.5', ‹«prompt_cache_retention: 'in_memory'», ›`),
    body(refused, `model: 'gpt-5.5-pro', ‹«prompt_cache_retention: 'in-memory'», ›`),
    body(refused, `model: 'gpt-6.1-terra', ‹«prompt_cache_retention: 'in_memory'», ›`),
    body(refused, `model: process.env.FAST ? 'gpt-5' : 'gpt-5.6', ‹«prompt_cache_retention: 'in_memory'», ›`),
    body(ttl, `prompt_cache_options: { mode: 'implicit'‹, «ttl: '12h'»› }, `),
    body(ttl, `‹prompt_cache_options: { «ttl: '12h'» }, ›`),
    body(
      breakpoint,
      `input: [{ role: 'user', content: [{ type: 'input_text', text: 'x'‹, prompt_cache_breakpoint: { «ttl: '12h'» }› }] }], `,
    ),
    removed(
      extended,
      `${CLIENT}await client.chat.completions.create({ messages: []‹, «prompt_cache_retention: '24h'»› });`,
    ),
    removed(
      refused,
      `${CLIENT}client.chat.completions.stream({ model: 'gpt-5.6-luna', messages: []‹, «prompt_cache_retention: 'in_memory'»› });`,
    ),
    removed(
      extended,
      `${CLIENT}await client.responses.compact({ model: 'gpt-5'‹, «prompt_cache_retention: '24h'»› });`,
    ),
    removed(
      extended,
      `${REQUIRE}void client.responses.create({ store: false‹, «prompt_cache_retention: '24h'»› });`,
      {
        only: ['cjs'],
      },
    ),
    removed(
      extended,
      `${CLIENT}const LONG = '24h';\nawait client.responses.create({ store: false‹, «prompt_cache_retention: LONG»› });`,
    ),
    removed(
      extended,
      `${CLIENT}const cache = {‹ «prompt_cache_retention: '24h'» ›};\nawait client.responses.create({ ...cache, store: false });`,
    ),
    removed(
      extended,
      `${CLIENT}const params = { store: false };\n‹«params.prompt_cache_retention = '24h'»;›\nawait client.responses.create(params);`,
      JS,
    ),
    removed(
      refused,
      `${CLIENT}const params = { model: 'gpt-5.5', store: false };\n‹«params.prompt_cache_retention = 'in_memory'»;›\nawait client.responses.create(params);`,
      JS,
    ),
    removed(
      extended,
      `${IMPORT}export const ask = (client: OpenAI) => client.responses.create({ store: false‹, «prompt_cache_retention: '24h'»› });`,
      { only: ['ts'] },
    ),
    {
      code: `${CLIENT}await client.responses.create({ «prompt_cache_retention: '24h'» });`,
      settings: { control: 'none' },
      findings: [
        {
          ...extended,
          data: rowWithoutZdr('parameter:prompt_cache_retention (24h)'),
        },
      ],
    },
  ],
  valid: [
    `${CLIENT}await client.responses.create({ model: 'gpt-5', prompt_cache_retention: 'in_memory' });`,
    `${CLIENT}await client.responses.create({ model: 'gpt-5', prompt_cache_retention: 'in-memory' });`,
    `${CLIENT}await client.responses.create({ model: process.env.MODEL, prompt_cache_retention: 'in_memory' });`,
    `${CLIENT}await client.responses.create({ prompt_cache_retention: null });`,
    `${CLIENT}await client.responses.create({ prompt_cache_retention: undefined });`,
    `${CLIENT}await client.responses.create({ prompt_cache_retention: process.env.CACHE });`,
    `${CLIENT}await client.responses.create({ ...{ prompt_cache_retention: '24h' }, prompt_cache_retention: null });`,
    `${CLIENT}await client.responses.create({ prompt_cache_options: { mode: 'explicit' } });`,
    `${CLIENT}await client.responses.create({ prompt_cache_options: { ttl: '30m' } });`,
    `${CLIENT}await client.responses.create({ prompt_cache_key: '24h', metadata: { prompt_cache_retention: '24h' } });`,
    `${CLIENT}await client.embeddings.create({ model: 'x', input: 'x', prompt_cache_retention: '24h' });`,
    `${CLIENT}await client.batches.create({ input_file_id: 'x', endpoint: '/v1/responses', completion_window: '24h' });`,
    `${GROQ}await client.responses.create({ prompt_cache_retention: '24h' });`,
    `${IMPORT}await new OpenAI({ baseURL: process.env.LLM_URL }).responses.create({ prompt_cache_retention: '24h' });`,
    `export const options = { vendor: 'openai', prompt_cache_retention: '24h' };`,
    {
      code: `${CLIENT}const params = { prompt_cache_retention: '24h' };\ndelete params.prompt_cache_retention;\nawait client.responses.create(params);`,
      only: ['js'],
    },
    { code: `${IMPORT}export type Cache = { prompt_cache_retention: '24h' };\nvoid OpenAI;`, only: ['ts'] },
  ],
});
