import { policyAsOf, rowById } from '../../src/policy/index.js';
import { CLIENT, GROQ, IMPORT, REQUIRE, testRule, type Finding, type Invalid } from './tester.js';

const asOf = policyAsOf().newest;
const unproven = (doubts: string): Finding => ({ messageId: 'unproven', data: { doubts, asOf } });

/** What the policy leaves open, not the code. */
const unsettled = (doubts: string, code: string, date = asOf): Invalid => ({
  code,
  findings: [{ messageId: 'unsettled', data: { doubts, asOf: date } }],
});

const found = (doubts: string, code: string, extra: Partial<Invalid> = {}): Invalid => ({
  code,
  findings: [unproven(doubts)],
  ...extra,
});
const JS: Partial<Invalid> = { only: ['js'] };
const TS: Partial<Invalid> = { only: ['ts'] };
const INPUTS: Partial<Invalid> = { options: { inputs: true } };
const image26 = rowById('model:gpt-image-2.6')!;
const NEWEST_IMAGE_MODEL = `\`model\`: \`gpt-image-2.6-flare\`: ${image26.keeps.slice(0, -1)}`;
const EVERYTHING = '`store`, `previous_response_id`, `conversation` and 5 more';
const EXCEPT_STORE = '`previous_response_id`, `conversation`, `prompt.id` and 4 more';

const ofStore = rowById('parameter:store-omitted (Responses)')!.asOf;

testRule('no-unproven-request', {
  invalid: [
    // Only what leaving it out, true and false mean is written.
    ...['null', '0', "'false'"].map((value) =>
      unsettled(
        `\`store\`: \`${value.replaceAll("'", '')}\` is neither true nor false`,
        `${CLIENT}await client.responses.«create»({ model: 'gpt-5.5', input: 'Hi', store: ${value} });`,
        ofStore,
      ),
    ),
    found(
      `${EXCEPT_STORE}: spread of parameter \`options\``,
      `${CLIENT}export const ask = (options) => client.responses.«create»({ ...options, store: false });`,
      JS,
    ),
    found(
      `${EVERYTHING}: spread of parameter \`options\``,
      `${CLIENT}export const ask = (options) => client.responses.«create»({ store: false, ...options });`,
      JS,
    ),
    found(
      `${EVERYTHING}: parameter \`params\``,
      `${IMPORT}export const ask = (client: OpenAI, params: OpenAI.Responses.ResponseCreateParams) => client.responses.«create»(params);`,
      TS,
    ),
    found(
      `${EXCEPT_STORE}: spread of \`this.defaults\``,
      `${IMPORT}export class Chat {\n  constructor(private readonly client: OpenAI, private readonly defaults: Defaults) {}\n  ask(input: string) {\n    return this.client.responses.«create»({ ...this.defaults, input, store: false });\n  }\n}`,
      TS,
    ),
    found(
      '`store`: `process.env.STORE`',
      `${CLIENT}await client.responses.«create»({ store: process.env.STORE });`,
    ),
    found(
      '`store`: parameter `store`; `background`: parameter `slow`',
      `${CLIENT}export const ask = (store, slow) => client.responses.«create»({ store, background: slow });`,
      JS,
    ),
    found(
      '`tools`: `load()`',
      `${CLIENT}import { load } from 'tools';\nawait client.responses.«create»({ store: false, tools: await load() });`,
    ),
    found(
      '`tools`: spread of `more`',
      `${CLIENT}await client.responses.«create»({ store: false, tools: [{ type: 'function', name: 'x' }, ...more] });`,
    ),
    // What is in a list is changed where nobody can say whether the request comes later.
    found(
      "`tools`: `params.tools[0].environment.type = 'cont…`",
      `${CLIENT}const params = { store: false, tools: [{ type: 'shell', environment: { type: 'local' } }] };\nparams.tools[0].environment.type = 'container_auto';\nawait client.responses.«create»(params);`,
      JS,
    ),
    // Of these lists only the type says something, and nothing of what is in them.
    found(
      '`tools`: parameter `tools`',
      `${CLIENT}export const ask = (tools: OpenAI.Responses.Tool[]) => client.responses.«create»({ store: false, tools });`,
      TS,
    ),
    found(
      '`tools`: spread of parameter `more`',
      `${CLIENT}export const ask = (more: OpenAI.Responses.Tool[]) => client.responses.«create»({ store: false, tools: [{ type: 'function', name: 'x' }, ...more] });`,
      TS,
    ),
    found(
      '`tools`: parameter `more`',
      `${CLIENT}export const ask = (more?: readonly OpenAI.Responses.Tool[]) => client.responses.«create»({ store: false, tools: [{ type: 'function', name: 'x' }].concat(more ?? []) });`,
      TS,
    ),
    found(
      '`tools`: `this.tools`',
      `${CLIENT}export class Chat {\n  constructor(private readonly tools: OpenAI.Responses.Tool[]) {}\n  ask(input: string) {\n    return client.responses.«create»({ store: false, input, tools: this.tools });\n  }\n}`,
      TS,
    ),
    found(
      '`tools`: `options.tools`',
      `${CLIENT}interface Options { tools: OpenAI.Responses.Tool[] }\nexport const ask = (options: Options) => client.responses.«create»({ store: false, tools: options.tools });`,
      TS,
    ),
    found(
      '`tools`: `list`',
      `${CLIENT}declare const list: any;\nconst tools: OpenAI.Responses.Tool[] = list.slice();\nawait client.responses.«create»({ store: false, tools });`,
      TS,
    ),
    found(
      '`tools`: `load()`',
      `${CLIENT}import { load } from './load.js';\nconst tools = load() as OpenAI.Responses.Tool[];\nawait client.responses.«create»({ store: false, tools });`,
      TS,
    ),
    found(
      '`tools`: `tools`',
      `${CLIENT}class Toolbox {\n  filter() {\n    return tools;\n  }\n}\nawait client.responses.«create»({ store: false, tools: new Toolbox().filter() });`,
      JS,
    ),
    found(
      '`tools`: `process.env.TOOL`',
      `${CLIENT}await client.responses.«create»({ store: false, tools: [{ type: process.env.TOOL }] });`,
    ),
    found(
      '`tools`: `process.env.LIVE`',
      `${CLIENT}await client.responses.«create»({ store: false, tools: [{ type: 'shell', environment: { type: process.env.LIVE } }] });`,
    ),
    unsettled(
      '`tools`: the policy knows no tool `teleport`',
      `${CLIENT}await client.responses.«create»({ store: false, tools: [{ type: 'teleport' }] });`,
    ),
    found(
      '`prompt.id`: parameter `prompt`',
      `${CLIENT}export const ask = (prompt) => client.responses.«create»({ store: false, prompt });`,
      JS,
    ),
    found(
      '`modalities`: `process.env.MODES`',
      `${CLIENT}await client.chat.completions.«create»({ store: false, messages: [], modalities: process.env.MODES });`,
    ),
    found(
      '`session.prompt.id`, `session.tracing`, `tools`: parameter `session`',
      `${CLIENT}export const open = (session) => client.realtime.clientSecrets.«create»({ session });`,
      JS,
    ),
    found(
      '`retention_type`: parameter `type`',
      `${CLIENT}export const set = (type) => client.admin.organization.dataRetention.«update»({ retention_type: type });`,
      JS,
    ),
    found(
      '`host`: baseURL is read from `process.env.LLM_URL`',
      `${IMPORT}const client = new OpenAI({ baseURL: process.env.LLM_URL });\nawait client.responses.«create»({ store: false });`,
    ),
    found(
      '`host`: baseURL is read from `process.env.LLM_URL`',
      `${IMPORT}await new OpenAI({ baseURL: process.env.LLM_URL }).embeddings.«create»({ model: 'x', input: 'x' });`,
    ),
    unsettled(
      '`model`: it is left out, so OpenAI chooses one, listed for ZDR or not',
      `${CLIENT}await client.images.«generate»({ prompt: 'x' });`,
    ),
    // The image tool has a model of its own.
    ...[`{ type: 'image_generation' }`, `{ type: 'image_generation', model: undefined, size: 'auto' }`].map(
      (tool) =>
        unsettled(
          '`model`: it is left out, so OpenAI chooses one, listed for ZDR or not',
          `${CLIENT}await client.responses.«create»({ model: 'gpt-5.6', store: false, tools: [${tool}] });`,
        ),
    ),
    unsettled(
      NEWEST_IMAGE_MODEL,
      `${CLIENT}await client.responses.«create»({ store: false, tools: [{ type: 'image_generation', model: 'gpt-image-2.6-flare' }] });`,
      image26.asOf,
    ),
    unsettled(
      NEWEST_IMAGE_MODEL,
      `${CLIENT}await client.images.«edit»({ image, prompt: 'x', model: 'gpt-image-2.6-flare' });`,
      image26.asOf,
    ),
    found(
      '`model`: `process.env.IMAGE_MODEL`',
      `${CLIENT}await client.responses.«create»({ store: false, tools: [{ type: 'image_generation', model: process.env.IMAGE_MODEL }] });`,
    ),
    // One part that cannot be read makes the whole a matter of the code.
    found(
      '`store`: `process.env.STORE`; `model`: it is left out, so OpenAI chooses one, listed for ZDR or not',
      `${CLIENT}await client.responses.«create»({ store: process.env.STORE, tools: [{ type: 'image_generation' }] });`,
    ),
    found(
      '`model`: `process.env.MODEL`',
      `${CLIENT}await client.images.«generate»({ prompt: 'x', model: process.env.MODEL });`,
    ),
    unsettled(
      '`model`: `gpt-image-99` is not on the list of image models that ZDR covers',
      `${CLIENT}await client.images.«generate»({ prompt: 'x', model: 'gpt-image-99' });`,
    ),
    unsettled(
      `\`POST /v1/skills\`: ${rowById('endpoint:/skills (upload)')!.keeps.slice(0, -1)}`,
      `${CLIENT}await client.skills.«create»({ files: [] });`,
      rowById('endpoint:/skills (upload)')!.asOf,
    ),
    found(
      '`store`: `flag`',
      `${REQUIRE}const flag = process.argv.includes('--keep');\nvoid client.responses.«create»({ store: flag });`,
      { only: ['cjs'] },
    ),
    found(
      `${EVERYTHING}: \`options\``,
      `${CLIENT}const ask = (body) => client.responses.create({ store: false, ...body });\nawait ask({ input: 'x' });\nawait «ask»(options);`,
      JS,
    ),
    found(
      '`input`: parameter `items`',
      `${CLIENT}export const ask = (items) => client.responses.«create»({ store: false, input: items });`,
      { ...JS, ...INPUTS },
    ),
    found(
      '`messages`: spread of parameter `history`',
      `${CLIENT}export const ask = (history) => client.chat.completions.«create»({ store: false, messages: [...history, { role: 'user', content: 'x' }] });`,
      { ...JS, ...INPUTS },
    ),
  ],
  valid: [
    `${CLIENT}await client.responses.create({ model: 'gpt-5.6', input: 'x', store: false });`,
    `${CLIENT}await client.responses.create({ model: process.env.MODEL, input: await load(), store: false });`,
    `${CLIENT}await client.responses.create({ ...{ model: 'gpt-5.6' }, input: 'x', store: false, background: null });`,
    `${CLIENT}await client.responses.create({ store: false, tools: [{ type: 'function', name: 'x' }] });`,
    `${CLIENT}await client.responses.create({ store: false, tools: [] });`,
    {
      code: `${CLIENT}const tool = { type: 'file_search' };\nconst tools = [tool];\ntool.type = 'function';\nawait client.responses.create({ store: false, tools });`,
      only: ['js'],
    },
    {
      code: `${CLIENT}const tools = [{ type: 'function' }];\nfor (const tool of tools) tool.strict = true;\nawait client.responses.create({ store: false, tools });\ntools[0].type = 'file_search';`,
      only: ['js'],
    },
    {
      code: `${CLIENT}const base: OpenAI.Responses.Tool[] = [{ type: 'function', name: 'x' }];\nconst tools: OpenAI.Responses.Tool[] = base.slice(0, 1).concat({ type: 'custom', name: 'y' });\nawait client.responses.create({ store: false, tools });`,
      only: ['ts'],
    },
    {
      code: `${CLIENT}const tools = [process.env.X && { type: 'function', name: 'x' }].filter(Boolean) as any[];\nawait client.responses.create({ store: false, tools });`,
      only: ['ts'],
    },
    {
      code: `${CLIENT}const ask = (tools: OpenAI.Responses.Tool[] = []) => client.responses.create({ store: false, tools });\nawait ask();\nawait ask([{ type: 'function', name: 'x' }]);`,
      only: ['ts'],
    },
    {
      code: `${CLIENT}const toolsFor = (): OpenAI.Responses.Tool[] => ['a', 'b'].map((name) => ({ type: 'function', name }));\nawait client.responses.create({ store: false, tools: toolsFor() });`,
      only: ['ts'],
    },
    `${CLIENT}import { zodResponsesFunction } from 'openai/helpers/zod';\nawait client.responses.create({ store: false, tools: [zodResponsesFunction({ name: 'x' })] });`,
    `${CLIENT}await client.chat.completions.create({ store: false, model: 'x', messages });`,
    `${CLIENT}await client.images.generate({ prompt: 'x', model: 'gpt-image-2' });`,
    `${CLIENT}await client.images.edit({ image, mask: await open(path), prompt: 'x', model: 'gpt-image-2-2026-04-21' });`,
    `${CLIENT}await client.responses.create({ store: false, tools: [{ type: 'image_generation', model: 'gpt-image-2.5-flare' }] });`,
    `${CLIENT}await client.audio.speech.create({ model: 'gpt-4o-mini-tts', voice: settings.voice, input: text });`,
    `${CLIENT}const tools = defs.map(({ name }) => ({ type: 'function', name }));\nawait client.responses.create({ store: false, tools });`,
    `${CLIENT}await client.responses.create({ ...params, store: false, background: false, previous_response_id: null, conversation: null, prompt: null, tools: [], prompt_cache_retention: null, prompt_cache_options: null });`,
    // What breaks a row is reported by the row's rule.
    `${CLIENT}await client.responses.create({ input: 'x' });`,
    `${CLIENT}await client.responses.create({ store: true, background: flag });`,
    `${CLIENT}await client.responses.create({ store: false, tools: [{ type: 'file_search' }, ...more] });`,
    `${CLIENT}await client.files.create(params);`,
    // Nothing is asked of these bodies.
    `${CLIENT}await client.embeddings.create(params);`,
    `${CLIENT}await client.moderations.create({ ...params });`,
    `${CLIENT}await client.audio.speech.create(params);`,
    `${CLIENT}await client.audio.transcriptions.create(params);`,
    `${CLIENT}await client.models.list();`,
    `${CLIENT}await client.files.delete(id);`,
    `${CLIENT}await client.responses.cancel(id);`,
    `${CLIENT}await client.admin.organization.dataRetention.retrieve();`,
    `${IMPORT}await new OpenAI({ baseURL: process.env.LLM_URL }).models.list();`,
    `${IMPORT}await new OpenAI({ baseURL: process.env.OPENAI_BASE_URL }).responses.create({ store: false });`,
    `${GROQ}await client.responses.create(params);`,
    `${IMPORT}await new OpenAI({ baseURL: 'https://openrouter.ai/api/v1' }).responses.create(params);`,
    `${IMPORT}await new OpenAI({ baseURL: 'http://localhost:1234/v1' }).responses.create(params);`,
    `import { AzureOpenAI } from 'openai';\nawait new AzureOpenAI().responses.create(params);`,
    `import { Mistral } from '@mistralai/mistralai'; // openai\nawait new Mistral().responses.create(params);`,
    `await openai.responses.create(params);`,
    {
      code: `${CLIENT}const ask = (body) => client.responses.create({ store: false, ...body });\nawait ask({ input: 'x' });`,
      only: ['js'],
    },
    {
      code: `${CLIENT}const params = { store: process.env.STORE };\nparams.store = false;\nawait client.responses.create(params);`,
      only: ['js'],
    },
    {
      code: `${IMPORT}export const ask = (client: OpenAI, question: string) => client.responses.create({ store: false, input: question });`,
      only: ['ts'],
      options: { inputs: true },
    },
    {
      code: `${CLIENT}await client.responses.create({ store: false, input: [{ role: 'user', content: 'x' }] });`,
      options: { inputs: true },
    },
    {
      code: `${IMPORT}await new OpenAI({ baseURL: 'https://llm.example.com/v1' }).responses.create({ store: false });`,
      settings: { hosts: ['llm.example.com'] },
    },
    { code: `${CLIENT}await client.images.generate({ prompt: 'x' });`, settings: { control: 'none' } },
    {
      code: `${CLIENT}await client.responses.create({ store: false, tools: [{ type: 'image_generation' }] });`,
      settings: { control: 'mam' },
    },
    { code: `${IMPORT}export type Client = OpenAI;`, only: ['ts'] },
  ],
});
