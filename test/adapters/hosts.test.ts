/** The documented samples of clients that point elsewhere: whose host decides whether anything is said at all. */
import { expect, it } from 'vitest';
import { lint, ruleIds } from './lint.js';

const OPENAI = `import OpenAI from 'openai';\n`;
const AI_SDK = `import { createOpenAI } from '@ai-sdk/openai';\nimport { generateText } from 'ai';\n`;
const STORE = 'require-store-false';

it.each([
  [
    `${OPENAI}new OpenAI({ apiKey: process.env.GROQ_API_KEY, baseURL: 'https://api.groq.com/openai/v1' }).responses.create({ model, input });`,
    [],
  ],
  [
    `${OPENAI}new OpenAI({ baseURL: 'https://eu.api.openai.com/v1' }).responses.create({ model, input });`,
    [STORE],
  ],
  [
    `${OPENAI}new OpenAI({ baseURL: process.env.OPENAI_BASE_URL }).responses.create({ model, input });`,
    [STORE],
  ],
  [`${OPENAI}new OpenAI({ baseURL: cfg.baseUrl }).responses.create({ model, input });`, []],
  [
    `${AI_SDK}await generateText({ model: createOpenAI({ baseURL: 'https://openrouter.ai/api/v1' })('openai/gpt-5'), prompt });`,
    [],
  ],
])('%s', (code, rules) => {
  expect(ruleIds(lint(code, 'ts'))).toEqual(rules);
});

it.each([
  [
    `${OPENAI}new OpenAI({ baseURL: cfg.baseUrl }).responses.create({ model, input });`,
    'no-unproven-request',
  ],
  [
    `${AI_SDK}await generateText({ model: createOpenAI({ baseURL: 'https://openrouter.ai/api/v1' })('openai/gpt-5'), prompt });`,
    'no-third-party-logging',
  ],
])('under a rule of strict: %s', (code, rule) => {
  const rules = { [`openai-zdr/${rule}`]: 'error' } as const;
  expect(ruleIds(lint(code, 'ts', { rules }))).toEqual([rule]);
});
