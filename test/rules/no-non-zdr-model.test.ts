import { CLIENT, GROQ, IMPORT, REQUIRE, row, testRule, type Finding, type Invalid } from './tester.js';

const finding = (model: string, id: string): Finding => ({
  messageId: 'model',
  data: { ...row(`model:${id}`), model },
});
const dalle = finding('dall-e-3', 'dall-e');
const tuned = finding('ft:gpt-4o-mini:acme::abc', 'fine-tuned');
const FINE_TUNED: Partial<Invalid> = { options: { fineTuned: true } };

const found = (of: Finding, code: string, extra: Partial<Invalid> = {}): Invalid => ({
  code: `${CLIENT}${code}`,
  findings: [of],
  ...extra,
});
const JS: Partial<Invalid> = { only: ['js'] };

testRule('no-non-zdr-model', {
  invalid: [
    found(dalle, `await client.images.generate({ prompt: 'x', «model: 'dall-e-3'» });`),
    found(finding('dall-e-2', 'dall-e'), `await client.images.edit({ prompt: 'x', «model: 'dall-e-2'» });`),
    found(finding('gpt-image-1', 'gpt-image-1'), `await client.images.generate({ «model: 'gpt-image-1'» });`),
    found(
      finding('chatgpt-image-latest', 'chatgpt-image-latest'),
      `await client.images.generate({ «model: 'chatgpt-image-latest'» });`,
    ),
    found(
      finding('o3-deep-research-2025-06-26', 'deep-research'),
      `await client.responses.create({ «model: 'o3-deep-research-2025-06-26'» });`,
    ),
    found(
      finding('computer-use-preview', 'computer-use-preview'),
      `client.responses.stream({ «model: 'computer-use-preview'» });`,
    ),
    found(
      finding('gpt-image-1', 'gpt-image-1'),
      `await client.responses.create({ model: 'gpt-5.6', tools: [{ type: 'image_generation', «model: 'gpt-image-1'» }] });`,
    ),
    found(dalle, `await client.post('/images/generations', { body: { «model: 'dall-e-3'» } });`),
    found(dalle, `const model = 'dall-e-3';\nawait client.images.generate({ prompt: 'x', «model» });`),
    found(
      dalle,
      `const defaults = { «model: 'dall-e-3'» };\nawait client.images.generate({ ...defaults, prompt: 'x' });`,
    ),
    found(
      dalle,
      `const MODELS = { image: 'dall-e-3' };\nawait client.images.generate({ «model: MODELS.image» });`,
    ),
    found(dalle, `await client.images.generate({ «model: process.env.NEW ? 'gpt-image-2' : 'dall-e-3'» });`),
    found(dalle, `await client.images.generate({ «model: process.env.MODEL ?? 'dall-e-3'» });`),
    found(
      dalle,
      `const params = {};\n«params.model = 'dall-e-3'»;\nawait client.images.generate(params);`,
      JS,
    ),
    found(
      dalle,
      `const { images } = client;\nawait images.generate({ ...(true && { «model: 'dall-e-3'» }) });`,
      JS,
    ),
    found(dalle, `await client.images.generate({ «model: 'dall-e-3' as const» });`, { only: ['ts'] }),
    found(
      tuned,
      `await client.chat.completions.create({ «model: 'ft:gpt-4o-mini:acme::abc'», messages: [] });`,
      FINE_TUNED,
    ),
    found(
      finding('ft:gpt-4o-mini:acme::…', 'fine-tuned'),
      `await client.responses.create({ «model: \`ft:gpt-4o-mini:acme::\${process.env.RUN}\`» });`,
      FINE_TUNED,
    ),
    found({ ...dalle }, `await client.images.generate({ «model: 'dall-e-3'» });`, {
      settings: { control: 'none' },
    }),
    {
      code: `${REQUIRE}void client.images.generate({ «model: 'dall-e-3'» });`,
      only: ['cjs'],
      findings: [dalle],
    },
    {
      code: `${IMPORT}export const draw = (client: OpenAI, prompt: string) => client.images.generate({ prompt, «model: 'dall-e-3'» });`,
      only: ['ts'],
      findings: [dalle],
    },
  ],
  valid: [
    `${CLIENT}await client.images.generate({ model: 'gpt-image-2', prompt: 'x' });`,
    `${CLIENT}await client.images.generate({ model: 'gpt-image-2.5-flare-2026-09-08', prompt: 'x' });`,
    `${CLIENT}await client.images.generate({ prompt: 'dall-e-3' });`,
    `${CLIENT}await client.images.generate({ model: process.env.IMAGE_MODEL, prompt: 'x' });`,
    `${CLIENT}await client.images.generate({ ...{ model: 'dall-e-3' }, model: 'gpt-image-2' });`,
    `${CLIENT}await client.responses.create({ model: 'gpt-5.6', metadata: { model: 'dall-e-3' } });`,
    `${CLIENT}await client.responses.create({ model: 'ft:gpt-4o-mini:acme::abc' });`,
    `${CLIENT}await client.responses.create({ model: 'gpt-5.5' });`,
    `${CLIENT}await client.models.retrieve('dall-e-3');`,
    `${CLIENT}await client.models.delete('ft:gpt-4o-mini:acme::abc');`,
    // The endpoint is the cause there.
    `${CLIENT}await client.videos.create({ model: 'sora-2', prompt: 'x' });`,
    `${CLIENT}await client.images.createVariation({ image: {}, model: 'dall-e-2' });`,
    `${GROQ}await client.images.generate({ model: 'dall-e-3' });`,
    `import { AzureOpenAI } from 'openai';\nawait new AzureOpenAI().images.generate({ model: 'dall-e-3' });`,
    `import Replicate from 'replicate'; // openai\nawait new Replicate().images.generate({ model: 'dall-e-3' });`,
    `export const price = { vendor: 'openai', model: 'dall-e-3' };`,
    {
      code: `${CLIENT}const params = { model: 'dall-e-3' };\nparams.model = 'gpt-image-2';\nawait client.images.generate(params);`,
      only: ['js'],
    },
    { code: `${CLIENT}export const draw = (model) => client.images.generate({ model });`, only: ['js'] },
    { code: `${IMPORT}export type Model = { model: 'dall-e-3' };\nvoid OpenAI;`, only: ['ts'] },
    {
      code: `${CLIENT}await client.images.generate({ model: 'chatgpt-image-latest' });`,
      settings: { control: 'mam' },
    },
    {
      code: `${CLIENT}await client.images.generate({ model: 'dall-e-3' });`,
      settings: { allow: [{ model: 'dall-e-3', reason: 'a fake server' }] },
    },
  ],
});
