import { expect, it } from 'vitest';
import { differences } from './claims.js';
import { sentBy } from './wire.js';

const IMPORTS = `import { openai, openaiResponses } from '@llamaindex/openai';
const messages = [{ role: 'user', content: 'Hi' }];
`;

const programs = {
  bare: `await openaiResponses({ model: 'gpt-4o' }).chat({ messages });`,
  stored: `await openaiResponses({ model: 'gpt-4o', store: true }).chat({ messages });`,
  off: `await openaiResponses({ model: 'gpt-4o', store: false }).chat({ messages });`,
  spread: `await openaiResponses({ model: 'gpt-4o', additionalChatOptions: { store: true, background: false } }).chat({ messages });`,
  previous: `await openaiResponses({ model: 'gpt-4o', previousResponseId: 'resp_1' }).chat({ messages });`,
  chat: `await openai({ model: 'gpt-4o' }).chat({ messages });`,
  chatStored: `await openai({ model: 'gpt-4o', store: true }).chat({ messages });`,
  chatSpread: `await openai({ model: 'gpt-4o', additionalChatOptions: { store: true } }).chat({ messages });`,
} as const;

const withImports = Object.fromEntries(
  Object.entries(programs).map(([name, code]) => [name, IMPORTS + code]),
);
const runs = sentBy('llamaindex', withImports);

it.each(Object.entries(withImports))('%s', (name, code) => {
  const run = runs[name]!;
  expect(run.sent, run.error ?? '').not.toEqual([]);
  expect(
    differences(code, run, { '@llamaindex/openai': '0.4.23' }, ['store', 'model', 'background']),
  ).toEqual([]);
});

it('the response before is named', () => {
  expect(runs.previous?.sent[0]?.body).toMatchObject({ previous_response_id: 'resp_1', store: false });
});
