import { CLIENT, GROQ, IMPORT, REQUIRE, row, testRule, type Finding, type Invalid } from './tester.js';

const audio: Finding = { messageId: 'audio', data: row('parameter:modalities (audio)') };
const earlier: Finding = { messageId: 'audio', data: row('parameter:messages[*].audio.id') };

const chat = (of: Finding, text: string, extra: Partial<Invalid> = {}): Invalid => ({
  code: `${CLIENT}await client.chat.completions.create({ store: false, ${text} });`,
  findings: [of],
  ...extra,
});

testRule('no-audio-output', {
  invalid: [
    chat(audio, `messages: [], modalities: ['text', «'audio'»]`),
    chat(audio, `messages: [], modalities: [«'audio'»], audio: { voice: 'alloy', format: 'wav' }`),
    chat(audio, `messages: [], modalities: ['text', «'audio'»] as const`, { only: ['ts'] }),
    chat(audio, `messages: [], modalities: ['text', ...(process.env.VOICE ? [«'audio'»] : [])]`),
    chat(audio, `messages: [], modalities: ['text'].concat([«'audio'»])`),
    chat(audio, `...(process.env.VOICE && { modalities: ['text', «'audio'»] }), messages: []`),
    chat(earlier, `messages: [{ role: 'assistant', audio: { «id: 'audio_1'» } }]`),
    chat(earlier, `messages: [{ role: 'assistant', audio: { «id: last.audio.id» } }]`),
    {
      code: `${CLIENT}const modalities = ['text'];\nmodalities.push(«'audio'»);\nawait client.chat.completions.create({ modalities, messages: [] });`,
      only: ['js'],
      findings: [audio],
    },
    {
      code: `${REQUIRE}void client.chat.completions.create({ modalities: [«'audio'»], messages: [] });`,
      only: ['cjs'],
      findings: [audio],
    },
    {
      code: `${IMPORT}export const speak = (client: OpenAI) => client.chat.completions.create({ model: 'gpt-audio', modalities: [«'audio'»], messages: [] });`,
      only: ['ts'],
      findings: [audio],
    },
    {
      code: `${CLIENT}client.chat.completions.stream({ modalities: [«'audio'»], messages: [] });`,
      findings: [audio],
    },
  ],
  valid: [
    `${CLIENT}await client.chat.completions.create({ modalities: ['text'], messages: [] });`,
    `${CLIENT}await client.chat.completions.create({ modalities: null, messages: [] });`,
    `${CLIENT}await client.chat.completions.create({ modalities: undefined, messages: [{ role: 'user', content: 'audio' }] });`,
    `${CLIENT}await client.chat.completions.create({ modalities: process.env.MODES, messages: [] });`,
    `${CLIENT}await client.chat.completions.create({ messages: [{ role: 'assistant', audio: null }] });`,
    `${CLIENT}await client.chat.completions.create({ messages: [{ role: 'user', content: [{ type: 'input_audio', input_audio: { data: '', format: 'wav' } }] }] });`,
    `${CLIENT}await client.audio.speech.create({ input: 'x', model: 'gpt-4o-mini-tts', voice: 'alloy' });`,
    `${CLIENT}await client.audio.transcriptions.create({ file: {}, model: 'whisper-1' });`,
    `${CLIENT}await client.realtime.clientSecrets.create({ session: { type: 'realtime', output_modalities: ['audio'] } });`,
    `${CLIENT}await client.responses.create({ modalities: ['audio'] });`,
    `${GROQ}await client.chat.completions.create({ modalities: ['audio'], messages: [] });`,
    `import { AzureOpenAI } from 'openai';\nawait new AzureOpenAI().chat.completions.create({ modalities: ['audio'], messages: [] });`,
    `export const modes = { vendor: 'openai', modalities: ['audio'] };`,
    {
      code: `${CLIENT}const params = { modalities: ['audio'], messages: [] };\ndelete params.modalities;\nawait client.chat.completions.create(params);`,
      only: ['js'],
    },
  ],
});
