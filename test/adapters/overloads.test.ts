import { describe, expect, it } from 'vitest';
import { lint, ruleIds } from './lint.js';

/** Two signatures stand before the constructor that runs. */
function made(library: string, base: string, call: string, use: string): string {
  return `${library}
    class Own extends ${base} {
      constructor(token: string);
      constructor(given: { token: string });
      constructor(given: any) { ${call} }
    }
    ${use}`;
}

const OPENAI = `import OpenAI from 'openai';`;
const ASK = `export const ask = (input: string) => new Own('t').responses.create({ model: 'm', input });`;
const LANGCHAIN = `import { ChatOpenAI } from '@langchain/openai';`;
const CHAT = `export const chat = new Own('t');`;

describe('a constructor with several signatures is the one that has a body', () => {
  it.each([
    ['nothing but a key', made(OPENAI, 'OpenAI', 'super({ apiKey: given.token ?? given });', ASK)],
    ["OpenAI's own address", made(OPENAI, 'OpenAI', `super({ baseURL: 'https://api.openai.com/v1' });`, ASK)],
    [
      'a field',
      `${OPENAI}
      export class Bot {
        private llm: OpenAI;
        constructor();
        constructor(token: string);
        constructor(token?: string) { this.llm = new OpenAI({ apiKey: token }); }
        ask(input: string) { return this.llm.responses.create({ model: 'm', input }); }
      }`,
    ],
    [
      'a client that is handed in',
      `${OPENAI}
      class Bot {
        private llm: any;
        constructor(llm: unknown);
        constructor(llm: unknown, name: string);
        constructor(llm: unknown, name?: string) { this.llm = llm; }
        ask(input: string) { return this.llm.responses.create({ model: 'm', input }); }
      }
      export const bot = new Bot(new OpenAI(), 'b');`,
    ],
    ['a chat model', made(LANGCHAIN, 'ChatOpenAI', 'super({ model: given, useResponsesApi: true });', CHAT)],
  ])('%s', (_, code) => {
    expect(ruleIds(lint(code, 'ts'))).toEqual(['require-store-false']);
  });

  it.each([
    [
      "another vendor's address",
      made(OPENAI, 'OpenAI', `super({ baseURL: 'https://api.groq.com/openai/v1' });`, ASK),
    ],
    [
      'a machine of their own',
      made(OPENAI, 'OpenAI', `super({ apiKey: given, baseURL: 'http://localhost:8000/v1' });`, ASK),
    ],
    [
      "another vendor's chat model",
      made(
        LANGCHAIN,
        'ChatOpenAI',
        `super({ model: given, useResponsesApi: true, configuration: { baseURL: 'https://api.x.ai/v1' } });`,
        CHAT,
      ),
    ],
    [
      "another vendor's chat model with options that are spread",
      made(
        LANGCHAIN,
        'ChatOpenAI',
        `const fields = { model: given }; super({ ...fields, useResponsesApi: true, configuration: { baseURL: 'https://api.x.ai/v1' } });`,
        CHAT,
      ),
    ],
    [
      'a base class of another package',
      made(`import OpenAI from './own-client';`, 'OpenAI', 'super({ apiKey: given });', ASK),
    ],
    [
      'signatures alone',
      `${OPENAI}
      declare class Own { constructor(token: string); constructor(given: object); responses: { create(body: object): void } }
      export const ask = () => new Own('t').responses.create({ model: 'm', input: 'x' });`,
    ],
  ])('%s is left alone', (_, code) => {
    expect(lint(code, 'ts')).toEqual([]);
  });
});
