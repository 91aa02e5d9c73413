import { CLIENT, IMPORT, REQUIRE, testRule, type Finding, type Invalid, type Valid } from './tester.js';

const options = { hosts: ['eu.api.openai.com', '*.openai.azure.com'] };
const hosts = '`eu.api.openai.com`, `*.openai.azure.com`';
const other = (host: string): Finding => ({ messageId: 'other', data: { host, hosts } });
const unread: Finding = { messageId: 'unread', data: { hosts } };

const one = (code: string, finding: Finding, extra: Partial<Invalid> = {}): Invalid => ({
  code: `${IMPORT}${code}`,
  findings: [finding],
  only: ['js'],
  options,
  ...extra,
});
const silent = (code: string): Valid => ({ code: `${IMPORT}${code}`, only: ['js'], options });

testRule('allowed-hosts', {
  invalid: [
    one(`export const client = «new OpenAI()»;`, other('api.openai.com'), { only: ['ts', 'js'] }),
    one(`export const client = «new OpenAI({ timeout: 1 })»;`, other('api.openai.com')),
    one(
      `export const client = new OpenAI({ «baseURL: 'https://api.groq.com/openai/v1'» });`,
      other('api.groq.com'),
    ),
    one(
      `export const client = new OpenAI({ «baseURL: 'https://us.api.openai.com/v1'» });`,
      other('us.api.openai.com'),
    ),
    one(`export const client = new OpenAI({ «baseURL: 'http://localhost:11434/v1'» });`, other('localhost')),
    one(
      `export const client = new OpenAI({ «baseURL: 'https://openai.azure.com'» });`,
      other('openai.azure.com'),
    ),
    one(`export const client = new OpenAI({ «dataResidency: 'us'» });`, other('us.api.openai.com')),
    one(`export const client = new OpenAI({ «dataResidency: 'global'» });`, other('api.openai.com')),
    one(`export const client = new OpenAI({ «dataResidency: process.env.REGION» });`, unread),
    one(`export const client = new OpenAI({ «baseURL: process.env.LLM_URL» });`, unread),
    one(`export const client = new OpenAI({ «baseURL: process.env.OPENAI_BASE_URL» });`, unread),
    one(
      'export const client = new OpenAI({ «baseURL: `https://${process.env.REGION}.api.openai.com/v1`» });',
      unread,
    ),
    one(
      `const eu = new OpenAI({ baseURL: 'https://eu.api.openai.com/v1' });\nexport const us = eu.withOptions({ «baseURL: 'https://us.api.openai.com/v1'» });`,
      other('us.api.openai.com'),
    ),
    one(
      `const eu = new OpenAI({ baseURL: 'https://eu.api.openai.com/v1' });\nawait eu.«post»('https://api.openai.com/v1/responses', {});`,
      other('api.openai.com'),
    ),
    one(`import { AzureOpenAI } from 'openai';\nexport const client = «new AzureOpenAI()»;`, other('azure')),
    one(
      `import { AzureOpenAI } from 'openai';\nexport const client = new AzureOpenAI({ «endpoint: 'https://acme.azure-api.net'» });`,
      other('acme.azure-api.net'),
    ),
    one(
      `import { bedrock } from 'openai/providers/bedrock';\nexport const client = new OpenAI({ «provider: bedrock()» });`,
      other('bedrock'),
    ),
    {
      code: `const OpenAI = require('openai');\nmodule.exports = «new OpenAI()»;`,
      only: ['cjs'],
      options,
      findings: [other('api.openai.com')],
    },
    one(`export class Api {\n  readonly client: OpenAI = «new OpenAI()»;\n}`, other('api.openai.com'), {
      only: ['ts'],
    }),
  ],
  valid: [
    silent(`export const client = new OpenAI({ baseURL: 'https://eu.api.openai.com/v1' });`),
    silent(`export const client = new OpenAI({ baseURL: 'https://EU.api.openai.com' });`),
    silent(`export const client = new OpenAI({ dataResidency: 'eu' });`),
    silent(`const region = 'eu';\nexport const client = new OpenAI({ dataResidency: region });`),
    silent(`export const client = new OpenAI({ baseURL: 'https://acme.openai.azure.com/openai/v1' });`),
    silent(
      `import { AzureOpenAI } from 'openai';\nexport const client = new AzureOpenAI({ endpoint: 'https://acme.openai.azure.com' });`,
    ),
    silent(
      `const eu = new OpenAI({ dataResidency: 'eu' });\nexport const slow = eu.withOptions({ timeout: 1 });\nawait slow.responses.create({ input: 'x' });`,
    ),
    silent(`const eu = new OpenAI({ dataResidency: 'eu' });\nawait eu.post('/responses', {});`),
    silent(`import client from './client.js';\nawait client.responses.create({ input: 'x' });`),
    silent(
      `import Groq from 'groq-sdk';\nexport const client = new Groq({ baseURL: 'https://api.groq.com' });`,
    ),
    silent(`export const url = 'https://api.openai.com/v1';`),
    silent(`import { vi } from 'vitest';\nvi.mock('openai');\nexport const client = new OpenAI();`),
    // Without a list there is nothing to compare with.
    `${CLIENT}await client.responses.create({ input: 'x' });`,
    `${IMPORT}export const client = new OpenAI({ baseURL: process.env.LLM_URL });`,
    {
      code: `import { AzureOpenAI } from 'openai';\nexport const client = new AzureOpenAI();`,
      options: { hosts: ['azure'] },
    },
    {
      code: `${IMPORT}export const ask = (client: OpenAI) => client.responses.create({ input: 'x' });`,
      only: ['ts'],
      options,
    },
    { code: `${REQUIRE}void client.models.list();`, only: ['cjs'], options: { hosts: ['api.openai.com'] } },
  ],
});
