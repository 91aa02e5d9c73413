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

const finding = (id: string): Finding => ({ messageId: 'state', data: row(`parameter:${id}`) });
const previous = finding('previous_response_id');
const conversation = finding('conversation');
const reference = finding('item_reference');
const bare = finding('item_reference (bare)');
const reasoning = finding('reasoning item (without encrypted_content)');
const image = finding('image_generation_call (by id)');
const prompt = finding('prompt (stored prompt)');

const found = (of: Finding, code: string, extra: Partial<Invalid> = {}): Invalid => ({
  code,
  findings: [of],
  ...extra,
});
/** `client.responses.create` with a body. */
const body = (of: Finding, text: string, extra: Partial<Invalid> = {}): Invalid =>
  found(of, `${CLIENT}await client.responses.create({ store: false, ${text} });`, extra);
const JS: Partial<Invalid> = { only: ['js'] };
const TS: Partial<Invalid> = { only: ['ts'] };
const REALTIME = `${IMPORT}import { OpenAIRealtimeWS } from 'openai/realtime/ws';\nconst socket = new OpenAIRealtimeWS({ model: 'gpt-realtime' }, new OpenAI());\n`;
const SOCKET = `${IMPORT}import { ResponsesWS } from 'openai/resources/responses/ws';\nconst socket = new ResponsesWS(new OpenAI());\n`;

testRule('no-server-state', {
  invalid: [
    body(previous, `«previous_response_id: 'resp_1'»`),
    found(
      finding('voice.id (Speech)'),
      `${CLIENT}await client.audio.speech.create({ model: 'gpt-4o-mini-tts', input: 'x', voice: { «id: 'voice_1'» } });`,
    ),
    found(
      finding('voice.id (Speech)'),
      `await fetch('https://api.openai.com/v1/audio/speech', { method: 'POST', body: JSON.stringify({ input: 'x', voice: { «id: process.env.VOICE» } }) });`,
    ),
    found(
      finding('audio.voice.id (Chat Completions)'),
      `${CLIENT}await client.chat.completions.create({ store: false, messages: [], modalities: ['text', 'audio'], audio: { format: 'mp3', voice: { «id: brand.voice» } } });`,
    ),
    found(
      finding('session.audio.output.voice.id (Live and Realtime)'),
      `${CLIENT}await client.realtime.clientSecrets.create({ session: { type: 'realtime', audio: { output: { voice: { «id: 'voice_1'» } } } } });`,
    ),
    found(
      finding('session.audio.output.voice.id (Live and Realtime)'),
      `${CLIENT}await client.post('/live/sessions', { body: { session: { store: false, audio: { output: { voice: { «id: 'voice_1'» } } } } } });`,
    ),
    found(
      finding('audio.output.voice.id (accepted Realtime calls)'),
      `${CLIENT}await client.realtime.calls.accept('call_1', { type: 'realtime', audio: { output: { voice: { «id: 'voice_1'» } } } });`,
    ),
    body(previous, `«previous_response_id: process.env.LAST»`),
    body(previous, `«'previous_response_id': last.id»`),
    body(previous, `...(process.env.LAST && { «previous_response_id: process.env.LAST» })`),
    body(previous, `...(process.env.LAST ? { «previous_response_id: process.env.LAST» } : {})`),
    body(previous, `«['previous_response_id']: 'resp_1'»`),
    body(previous, `«previous_response_id: process.env.LAST ?? undefined»`),
    body(previous, `«previous_response_id: 'resp_1' as string»`, TS),
    body(previous, `«previous_response_id: last!»`, TS),
    body(conversation, `«conversation: 'conv_1'»`),
    body(conversation, `«conversation: { id: 'conv_1' }»`),
    body(conversation, `«conversation: conversation.id»`),
    body(prompt, `prompt: { «id: 'pmpt_1'», version: '2' }`),
    body(prompt, `prompt: { «id: process.env.PROMPT» }`),
    body(reference, `input: [{ «type: 'item_reference'», id: 'msg_1' }]`),
    body(reference, `input: [{ «type: 'item_reference' as const», id: 'msg_1' }]`, TS),
    body(reference, `input: items.map((item) => ({ «type: 'item_reference'», id: item.id }))`),
    body(
      reference,
      `input: [{ role: 'user', content: 'x' }].concat([{ «type: 'item_reference'», id: 'a' }])`,
    ),
    body(bare, `input: [{ «id: 'rs_1'» }]`),
    body(reasoning, `input: [{ type: 'reasoning', «id: 'rs_1'», summary: [] }]`),
    body(
      reasoning,
      `input: items.map((item) => ({ type: 'reasoning', «id: item.id», summary: item.summary }))`,
    ),
    body(image, `input: [{ type: 'image_generation_call', «id: 'ig_1'» }]`),
    body(image, `input: [{ type: 'image_generation_call', «id: 'ig_1'», status: 'completed' }]`),
    body(bare, `input: [{ «id: 'rs_1'», type: null }]`),
    body(bare, `input: [{ «id: 'rs_1'», type: undefined }]`),
    body(bare, `input: [...ids.map((id) => ({ «id» })), { role: 'user', content: 'x' }]`),
    {
      code: `${CLIENT}await client.responses.create({ «previous_response_id: 'a'», «conversation: 'b'» });`,
      findings: [previous, conversation],
    },
    found(previous, `${CLIENT}client.responses.stream({ «previous_response_id: 'resp_1'» });`),
    found(previous, `${CLIENT}await client.responses.parse({ «previous_response_id: 'resp_1'» });`),
    found(previous, `${CLIENT}await client.responses.compact({ «previous_response_id: 'resp_1'» });`),
    found(
      previous,
      `${CLIENT}await client.responses.inputTokens.count({ «previous_response_id: 'resp_1'» });`,
    ),
    found(
      previous,
      `${CLIENT}await client.post('/responses', { body: { «previous_response_id: 'resp_1'» } });`,
    ),
    found(previous, `${REQUIRE}void client.responses.create({ «previous_response_id: 'resp_1'» });`, {
      only: ['cjs'],
    }),
    found(
      previous,
      `${CLIENT}const params = { input: 'x' };\n«params.previous_response_id = 'resp_1'»;\nawait client.responses.create(params);`,
      JS,
    ),
    found(
      previous,
      `${CLIENT}let last;\nfor (const input of ['a', 'b']) {\n  const response = await client.responses.create({ input, «previous_response_id: last» });\n  last = response.id;\n}`,
      JS,
    ),
    found(
      previous,
      `${CLIENT}const ask = (input, extra) => client.responses.create({ input, ...extra });\nawait ask('x', { «previous_response_id: 'resp_1'» });`,
      JS,
    ),
    found(
      previous,
      `${IMPORT}export class Chat {\n  constructor(private readonly client: OpenAI) {}\n  ask(input: string, last?: string) {\n    return this.client.responses.create({ input, «previous_response_id: last», store: false });\n  }\n}`,
      TS,
    ),
    found(
      bare,
      `${CLIENT}const input = [];\ninput.push({ «id: 'rs_1'» });\nawait client.responses.create({ input });`,
      JS,
    ),
    found(
      reference,
      `${CLIENT}const seen = items.map(({ id }) => ({ «type: 'item_reference'», id }));\nconst input = [{ role: 'user', content: 'x' }];\ninput.push(...seen);\nawait client.responses.create({ input });`,
      JS,
    ),
    found(
      reference,
      `${SOCKET}socket.send({ type: 'response.create', input: [{ «type: 'item_reference'», id: 'x' }], store: false });`,
    ),
    found(
      finding('session.prompt (Realtime)'),
      `${CLIENT}await client.realtime.clientSecrets.create({ session: { type: 'realtime', prompt: { «id: 'pmpt_1'» } } });`,
    ),
    found(
      finding('session.prompt (Realtime)'),
      `${REALTIME}socket.send({ type: 'session.update', session: { type: 'realtime', prompt: { «id: 'pmpt_1'» } } });`,
    ),
    found(
      finding('response.prompt (Realtime)'),
      `${REALTIME}socket.send({ type: 'response.create', response: { prompt: { «id: 'pmpt_1'», version: '2' } } });`,
    ),
    found(
      { ...previous, data: rowWithoutZdr('parameter:previous_response_id') },
      `${CLIENT}await client.responses.create({ «previous_response_id: 'resp_1'» });`,
      { settings: { control: 'mam' } },
    ),
  ],
  valid: [
    `${REALTIME}socket.send({ type: 'response.create', response: { prompt: null, instructions: 'prompt' } });`,
    `${REALTIME}socket.send({ type: 'response.create', response: { conversation: 'none', metadata: { prompt: 'x' } } });`,
    `${REALTIME}socket.send({ type: 'session.update', session: { type: 'realtime', prompt: undefined } });`,
    `${CLIENT}await client.responses.create({ previous_response_id: undefined, conversation: null, store: false });`,
    `${CLIENT}await client.responses.create({ previous_response_id: '', conversation: false, store: false });`,
    `${CLIENT}await client.responses.create({ ...{ previous_response_id: 'x' }, previous_response_id: undefined });`,
    `${CLIENT}await client.responses.create({ prompt: null, input: 'previous_response_id' });`,
    `${CLIENT}await client.responses.create({ input: [{ role: 'user', content: 'item_reference' }], store: false });`,
    `${CLIENT}await client.responses.create({ input: [{ id: 'rs_1', type: 'reasoning', encrypted_content: 'x' }] });`,
    `${CLIENT}await client.responses.create({ input: [{ ...item, id: 'rs_1' }, { id: 'rs_2', ...item }] });`,
    `${CLIENT}await client.responses.create({ input: [{ ...item, type: 'reasoning', id: 'rs_1', summary: [] }] });`,
    `${CLIENT}await client.responses.create({ input: [{ type: 'reasoning', id: 'rs_1', encrypted_content: item.secret }] });`,
    `${CLIENT}await client.responses.create({ input: [{ type: 'reasoning', summary: [] }] });`,
    `${CLIENT}await client.responses.create({ input: [{ type: item.type, id: 'rs_1', summary: [] }] });`,
    `${CLIENT}await client.responses.create({ input: [{ type: 'image_generation_call', id: 'ig_1', result: image }] });`,
    `${CLIENT}await client.responses.create({ input: [{ id: 'm', role: 'user', content: 'x' }], store: false });`,
    `${CLIENT}await client.responses.create({ metadata: { conversation: 'x', previous_response_id: 'y' } });`,
    `${CLIENT}await client.responses.create(await load());`,
    `${CLIENT}await client.chat.completions.create({ messages: [], conversation: 'x', prompt: { id: 'x' } });`,
    `${CLIENT}await client.completions.create({ model: 'x', prompt: 'Hello' });`,
    `${CLIENT}await client.images.generate({ model: 'gpt-image-2', prompt: 'A cat' });`,
    `${CLIENT}await client.conversations.delete('conv_1');`,
    `${CLIENT}await client.audio.speech.create({ model: 'tts-1', voice: 'alloy', input: 'x' });`,
    `${CLIENT}await client.audio.speech.create({ model: 'tts-1', voice: chosen, input: 'x' });`,
    `${CLIENT}await client.realtime.clientSecrets.create({ session: { type: 'realtime', audio: { output: { voice: 'marin' } } } });`,
    `${CLIENT}await client.responses.create({ store: false, voice: { id: 'x' } });`,
    `import { ElevenLabs } from 'elevenlabs'; // openai\nawait new ElevenLabs().audio.speech.create({ voice: { id: 'x' } });`,
    `${GROQ}await client.audio.speech.create({ voice: { id: 'x' }, input: 'x' });`,
    `${SOCKET}socket.send({ type: 'response.create', previous_response_id: 'resp_1', store: false });`,
    `${SOCKET}socket.send({ type: 'response.cancel', previous_response_id: 'resp_1' });`,
    `${GROQ}await client.responses.create({ previous_response_id: 'resp_1' });`,
    `import { AzureOpenAI } from 'openai';\nawait new AzureOpenAI().responses.create({ conversation: 'x' });`,
    `${IMPORT}await new OpenAI({ baseURL: process.env.LLM_URL }).responses.create({ conversation: 'x' });`,
    `import { Mistral } from '@mistralai/mistralai'; // openai\nawait new Mistral().responses.create({ conversation: 'x' });`,
    `export const body = { vendor: 'openai', previous_response_id: 'x', conversation: 'y' };`,
    `${CLIENT}const { previous_response_id } = await client.responses.create({ store: false });\nvoid previous_response_id;`,
    {
      code: `${CLIENT}const params = { conversation: 'x' };\ndelete params.conversation;\nawait client.responses.create(params);`,
      only: ['js'],
    },
    {
      code: `${CLIENT}const { conversation, ...rest } = { conversation: 'x', input: 'y' };\nawait client.responses.create(rest);\nvoid conversation;`,
      only: ['js'],
    },
    {
      code: `${IMPORT}export type Params = OpenAI.Responses.ResponseCreateParams & { previous_response_id: string };`,
      only: ['ts'],
    },
    {
      code: `${CLIENT}await client.responses.create({ conversation: 'x' });`,
      settings: {
        policy: [{ parameter: 'conversation', verdict: 'eligible', reason: 'a project without ZDR' }],
      },
    },
  ],
});
