import { describe, expect, it } from 'vitest';
import { lint, ruleIds } from './adapters/lint.js';

const OWN = `'https://api.openai.com/v1/responses'`;
const OTHER = `'https://llm.example.com/v1/responses'`;
const GROQ = `baseURL: 'https://api.groq.com/openai/v1'`;
const SDK = `import OpenAI from 'openai';\n`;
const AI = `import { generateText } from 'ai';\nimport { createOpenAI } from '@ai-sdk/openai';\n`;
const LANGCHAIN = `import { ChatOpenAI } from '@langchain/openai';\n`;

/** Ways to send to OpenAI or to somebody else, given what is in the body. */
const places: Readonly<Record<string, (body: string) => string>> = {
  'a URL that is chosen': (body) =>
    `await fetch(isOpenai ? ${OWN} : ${OTHER}, { method: 'POST', body: JSON.stringify({ model, input${body} }) });`,
  'a URL from a table': (body) =>
    `const urls = { openai: ${OWN}, own: ${OTHER} };\nexport const ask = (p: keyof typeof urls) => fetch(urls[p], { method: 'POST', body: JSON.stringify({ model, input${body} }) });`,
  'a URL in a variable': (body) =>
    `let url = ${OWN}; if (!isOpenai) url = ${OTHER};\nawait fetch(url, { method: 'POST', body: JSON.stringify({ model, input${body} }) });`,
  'a client that is chosen': (body) =>
    `${SDK}const client = isOpenai ? new OpenAI() : new OpenAI({ ${GROQ} });\nawait client.responses.create({ model, input${body} });`,
  'a client of which one has a host that cannot be read': (body) =>
    `${SDK}const client = isOpenai ? new OpenAI() : new OpenAI({ baseURL: config.url });\nawait client.responses.create({ model, input${body} });`,
  'a base URL that is chosen': (body) =>
    `${SDK}const client = new OpenAI({ baseURL: isOpenai ? 'https://api.openai.com/v1' : 'http://localhost:11434/v1' });\nawait client.responses.create({ model, input${body} });`,
  'a base URL that is spread': (body) =>
    `${SDK}const client = new OpenAI({ ...(isOpenai ? {} : { ${GROQ} }) });\nawait client.responses.create({ model, input${body} });`,
};

describe('one place that sends to OpenAI or to somebody else', () => {
  it.each(Object.entries(places))('%s: what is missing is reported, and left to a person', (_, program) => {
    const [message, ...others] = lint(program(''), 'ts');
    expect(others).toEqual([]);
    expect(message?.ruleId).toBe('openai-zdr/require-store-false');
    expect(message?.fix).toBeUndefined();
    expect(message?.suggestions?.[0]?.desc).toMatch(/elsewhere|another host/);
  });

  it.each(Object.entries(places))('%s: the condition may decide the body too', (_, program) => {
    for (const body of [
      ', ...(isOpenai ? { store: false } : {})',
      ', ...(isOpenai && { store: false })',
      ', store: isOpenai ? false : undefined',
      ', store: isOpenai ? false : true',
    ])
      expect(ruleIds(lint(program(body), 'ts')), body).toEqual([]);
  });

  it.each(Object.entries(places))('%s: what is written for all is reported', (_, program) => {
    const [message, ...others] = lint(program(', store: true'), 'ts');
    expect(others).toEqual([]);
    expect(message?.ruleId).toBe('openai-zdr/no-store');
    expect(message?.fix).toBeUndefined();
  });

  it('a body built for each host', () => {
    const code = `let url; let body;
if (isOpenai) { url = ${OWN}; body = { model, input, store: false }; }
else { url = ${OTHER}; body = { model, messages, max_new_tokens: 5 }; }
await fetch(url, { method: 'POST', body: JSON.stringify(body) });`;
    expect(ruleIds(lint(code, 'js'))).toEqual([]);
    const strict = {
      rules: { 'openai-zdr/no-invented-parameters': ['error', { unknownKeys: true }] as never },
    };
    expect(ruleIds(lint(code, 'js', strict))).toEqual([]);
  });

  it.each([
    `${AI}const p = createOpenAI(isOpenai ? {} : { ${GROQ} });\nawait generateText({ model: p('m'), prompt });`,
    `${LANGCHAIN}export const m = new ChatOpenAI({ model: 'm', useResponsesApi: true, ...(isOpenai ? {} : { configuration: { ${GROQ} } }) });`,
  ])('libraries: %s', (code) => {
    const [message, ...others] = lint(code, 'ts');
    expect(others).toEqual([]);
    expect(message?.ruleId).toBe('openai-zdr/require-store-false');
    expect(message?.fix).toBeUndefined();
  });

  const vendors = `import { generateText } from 'ai';
import { openai } from '@ai-sdk/openai';
import { anthropic } from '@ai-sdk/anthropic';
import { Agent, setTracingDisabled } from '@openai/agents';
import { aisdk } from '@openai/agents-extensions';
`;
  it.each([
    `await generateText({ model: isOpenai ? openai('m') : anthropic('c'), prompt, providerOptions: isOpenai ? { openai: { store: false } } : { anthropic: {} } });`,
    `await generateText({ model: isOpenai ? openai('m') : anthropic('c'), prompt, ...(isOpenai ? { providerOptions: { openai: { store: false } } } : {}) });`,
    `const options: any = { model: anthropic('c'), prompt }; if (isOpenai) { options.model = openai('m'); options.providerOptions = { openai: { store: false } }; } await generateText(options);`,
    `export const a = new Agent({ name, model: isOpenai ? 'gpt-5' : aisdk(anthropic('c')), modelSettings: isOpenai ? { store: false } : {} });`,
  ])('a model of another vendor, with options of its own: %s', (code) => {
    expect(ruleIds(lint(vendors + code, 'ts'))).toEqual([]);
  });

  it.each([
    `await generateText({ model: isOpenai ? openai('m') : anthropic('c'), prompt });`,
    `for (const model of [openai('m'), anthropic('c')]) await generateText({ model, prompt, providerOptions: { anthropic: {} } });`,
    `export const a = new Agent({ name, model: isOpenai ? 'gpt-5' : aisdk(anthropic('c')) });`,
  ])('a model of another vendor, without options: %s', (code) => {
    expect(ruleIds(lint(vendors + code, 'ts'))).toEqual(['require-store-false']);
  });

  it.each([
    `${SDK}const client = new OpenAI({ baseURL: process.env.OPENAI_BASE_URL ?? 'https://api.openai.com/v1' });\nawait client.responses.create({ model, input });`,
    `await fetch(\`\${process.env.OPENAI_BASE_URL ?? 'https://api.openai.com/v1'}/responses\`, { method: 'POST', body: JSON.stringify({ model, input }) });`,
    `${SDK}const client = new OpenAI({ baseURL: eu ? 'https://eu.api.openai.com/v1' : 'https://us.api.openai.com/v1' });\nawait client.responses.create({ model, input });`,
  ])('hosts that are all OpenAI’s keep the fix: %s', (code) => {
    expect(lint(code, 'ts').map(({ fix }) => fix !== undefined)).toEqual([true]);
  });
});
