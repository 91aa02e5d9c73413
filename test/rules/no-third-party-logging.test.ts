import { thirdPartyAt } from '../../src/policy/index.js';
import { CLIENT, IMPORT, row, testRule, type Finding, type Invalid } from './tester.js';

const gateway = (host: string): Finding => {
  const { keeps, remedy, asOf } = thirdPartyAt(host) ?? row('feature:third-party-logging');
  return { messageId: 'gateway', data: { keeps, remedy, asOf, host } };
};
const made = (options: string, host: string, extra: Partial<Invalid> = {}): Invalid => ({
  code: `${IMPORT}export const client = new OpenAI({ ${options} });`,
  findings: [gateway(host)],
  only: ['js'],
  ...extra,
});

testRule('no-third-party-logging', {
  invalid: [
    made(`«baseURL: 'https://oai.helicone.ai/v1'»`, 'oai.helicone.ai', { only: ['ts', 'js'] }),
    made(`«baseURL: 'https://oai.hconeai.com/v1'»`, 'oai.hconeai.com'),
    made(`«baseURL: 'https://openrouter.ai/api/v1'», apiKey: 'x'`, 'openrouter.ai'),
    made(`«baseURL: 'https://api.portkey.ai/v1'»`, 'api.portkey.ai'),
    made(`«baseURL: 'https://ai-gateway.vercel.sh/v1'»`, 'ai-gateway.vercel.sh'),
    made(
      '«baseURL: `https://gateway.ai.cloudflare.com/v1/${process.env.ACCOUNT}/x/openai`»',
      'gateway.ai.cloudflare.com',
    ),
    made(`«baseURL: 'HTTPS://OpenRouter.ai/api/v1'»`, 'openrouter.ai'),
    made(`«baseURL: 'https://oai.helicone.ai/v1'»`, 'oai.helicone.ai', {
      options: { allow: ['helicone.ai'] },
    }),
    {
      code: `${IMPORT}const options = { «baseURL: 'https://openrouter.ai/api/v1'» };\nexport const client = new OpenAI({ ...options, timeout: 1 });`,
      only: ['js'],
      findings: [gateway('openrouter.ai')],
    },
    {
      code: `${IMPORT}const URL_OF_GATEWAY = 'https://openrouter.ai/api/v1';\nexport const client = new OpenAI({ «baseURL: URL_OF_GATEWAY» });`,
      only: ['js'],
      findings: [gateway('openrouter.ai')],
    },
    {
      code: `${CLIENT}export const logged = client.withOptions({ «baseURL: 'https://oai.helicone.ai/v1'» });`,
      findings: [gateway('oai.helicone.ai')],
    },
    {
      code: `${IMPORT}export class Api extends OpenAI {\n  constructor() {\n    super({ «baseURL: 'https://oai.helicone.ai/v1'» });\n  }\n}`,
      findings: [gateway('oai.helicone.ai')],
    },
    {
      code: `${CLIENT}await client.«post»('https://oai.helicone.ai/v1/responses', { body: {} });`,
      only: ['js'],
      findings: [gateway('oai.helicone.ai')],
    },
    {
      code: `const OpenAI = require('openai');\nmodule.exports = new OpenAI({ «baseURL: 'https://oai.helicone.ai/v1'» });`,
      only: ['cjs'],
      findings: [gateway('oai.helicone.ai')],
    },
    {
      code: `${IMPORT}export const make = (apiKey: string): OpenAI => new OpenAI({ apiKey, «baseURL: 'https://openrouter.ai/api/v1'» });`,
      only: ['ts'],
      findings: [gateway('openrouter.ai')],
    },
  ],
  valid: [
    `${IMPORT}export const client = new OpenAI();`,
    ...[
      `https://api.openai.com/v1`,
      `https://eu.api.openai.com/v1`,
      `https://api.groq.com/openai/v1`,
      `http://localhost:4000`,
      `https://acme.openai.azure.com`,
      `https://notopenrouter.ai/api/v1`,
      `https://openrouter.ai.example.com/v1`,
      `https://llm.example.com/openrouter.ai/v1`,
    ].map((url) => ({
      code: `${IMPORT}export const client = new OpenAI({ baseURL: '${url}' });`,
      only: ['js'] as const,
    })),
    `${IMPORT}export const client = new OpenAI({ baseURL: process.env.OPENAI_BASE_URL });`,
    `${IMPORT}export const client = new OpenAI({ baseURL: process.env.GATEWAY });`,
    `${IMPORT}export const client = new OpenAI({ defaultHeaders: { 'HTTP-Referer': 'https://openrouter.ai' } });`,
    `import { createClient } from 'other'; // openai\nexport const client = createClient({ baseURL: 'https://openrouter.ai/api/v1' });`,
    `// openai\nexport const url = 'https://openrouter.ai/api/v1';`,
    `${IMPORT}import { vi } from 'vitest';\nvi.mock('openai');\nexport const client = new OpenAI({ baseURL: 'https://openrouter.ai/api/v1' });`,
    {
      code: `${IMPORT}export const client = new OpenAI({ baseURL: 'https://oai.helicone.ai/v1' });`,
      options: { allow: ['*.helicone.ai'] },
    },
    {
      code: `${IMPORT}export const client = new OpenAI({ baseURL: 'https://openrouter.ai/api/v1' });`,
      options: { allow: ['OpenRouter.ai'] },
    },
    {
      code: `${IMPORT}export const client = new OpenAI({ baseURL: 'https://gateway.portkey.ai/v1' });`,
      settings: { hosts: ['gateway.portkey.ai'] },
    },
    { code: `const OpenAI = require('openai');\nmodule.exports = new OpenAI();`, only: ['cjs'] },
    {
      code: `${IMPORT}export const ask = (client: OpenAI) => client.responses.create({ input: 'x' });`,
      only: ['ts'],
    },
  ],
});
