import { CLIENT, GROQ, IMPORT, REQUIRE, row, testRule, type Invalid } from './tester.js';

const finding = { messageId: 'background', data: row('parameter:background') };
const plain = (marked: string) => marked.replace(/[«»]/g, '');

/** One finding on `background: …`, whose suggestion writes `false`. */
const suggested = (code: string, extra: Partial<Invalid> = {}): Invalid => {
  const output = plain(
    code.replace(/«(['"]?background['"]?)(?:: [^»]+)?»/, '$1: false').replace(/«(\S+ = )true»/, '$1false'),
  );
  return {
    code,
    findings: [{ ...finding, suggestion: { messageId: 'writeFalse', output } }],
    ...extra,
  };
};
const JS: Partial<Invalid> = { only: ['js'] };

testRule('no-background', {
  invalid: [
    suggested(
      `${CLIENT}await client.responses.create({ model: 'gpt-5.6', «background: true», store: false });`,
    ),
    suggested(`${CLIENT}client.responses.stream({ «'background': true», store: false });`),
    suggested(`${CLIENT}await client.responses.parse({ «background: true» });`),
    suggested(`${CLIENT}await client.beta.responses.create({ «background: true» });`, JS),
    suggested(`${CLIENT}await client.post('/responses', { body: { «background: true» } });`),
    suggested(`${REQUIRE}void client.responses.create({ «background: true» });`, { only: ['cjs'] }),
    suggested(`${CLIENT}const background = true;\nawait client.responses.create({ «background» });`),
    suggested(`${CLIENT}const params = { «background: true» };\nawait client.responses.create(params);`),
    suggested(
      `${CLIENT}const slow = { «background: true» };\nawait client.responses.create({ ...slow, input: 'x' });`,
    ),
    suggested(
      `${CLIENT}const params = {};\n«params.background = true»;\nawait client.responses.create(params);`,
      JS,
    ),
    suggested(
      `${CLIENT}export const ask = (slow) => client.responses.create({ ...(slow ? { «background: true» } : {}) });`,
      JS,
    ),
    suggested(
      `${CLIENT}export const ask = (slow) => client.responses.create({ ...(slow && { «background: true» }) });`,
      JS,
    ),
    suggested(
      `${CLIENT}await client.responses.create(Object.assign({ input: 'x' }, { «background: true» }));`,
    ),
    suggested(`${CLIENT}await client.responses.create({ «background: true as boolean» });`, { only: ['ts'] }),
    suggested(`${CLIENT}await client.responses.create({ «background: true» } as never);`, { only: ['ts'] }),
    suggested(
      `${IMPORT}export const ask = (client: OpenAI) => client.responses.create({ «background: true» });`,
      {
        only: ['ts'],
      },
    ),
    suggested(`${CLIENT}const { create } = client.responses;\nawait create({ «background: true» });`, JS),
    suggested(`${CLIENT}await client.responses.create({ «background: true» });`, {
      settings: { control: 'none' },
    }),
    {
      code: `${CLIENT}export const ask = (slow) => client.responses.create({ «background: slow ? true : false» });`,
      only: ['js'],
      findings: [
        {
          ...finding,
          suggestion: {
            messageId: 'writeFalse',
            output: `${CLIENT}export const ask = (slow) => client.responses.create({ background: false });`,
          },
        },
      ],
    },
  ],
  valid: [
    `${CLIENT}await client.responses.create({ background: false });`,
    `${CLIENT}await client.responses.create({ background: null });`,
    `${CLIENT}await client.responses.create({ background: undefined });`,
    `${CLIENT}await client.responses.create({ background: process.env.SLOW === 'yes' });`,
    `${CLIENT}await client.responses.create({ ...{ background: true }, background: false });`,
    `${CLIENT}await client.images.generate({ prompt: 'x', background: 'transparent' });`,
    `${CLIENT}await client.images.edit({ prompt: 'x', background: true });`,
    `${CLIENT}await client.responses.create({ tools: [{ type: 'image_generation', background: 'transparent' }] });`,
    `${CLIENT}await client.responses.create({ metadata: { background: true } });`,
    `${CLIENT}await client.responses.cancel('resp_1');`,
    `${CLIENT}await client.chat.completions.create({ messages: [], background: true });`,
    `${GROQ}await client.responses.create({ background: true });`,
    `import { AzureOpenAI } from 'openai';\nawait new AzureOpenAI().responses.create({ background: true });`,
    `await openai.responses.create({ background: true });`,
    {
      code: `${CLIENT}export const ask = (background) => client.responses.create({ background });`,
      only: ['js'],
    },
    {
      code: `${CLIENT}const params = { background: true };\ndelete params.background;\nawait client.responses.create(params);`,
      only: ['js'],
    },
    {
      code: `${IMPORT}export type Params = { background: true };\nexport const params: Params = { background: true };\nvoid OpenAI;`,
      only: ['ts'],
    },
    {
      code: `${CLIENT}await client.responses.create({ background: true });`,
      settings: { allow: [{ parameter: 'background', reason: 'ten minutes are agreed' }] },
    },
  ],
});
