import { expect, it } from 'vitest';
import { fixed, lint } from '../adapters/lint.js';

const call = (value: string) =>
  `import OpenAI from 'openai';\nawait new OpenAI().responses.create({ model: 'gpt-5.5', input: 'Hi', store: false, data_usage: ${value} });\n`;

const reports = (value: string) =>
  lint(call(value), 'js').filter(({ ruleId }) => ruleId?.endsWith('no-invented-parameters'));

it.each([
  `'none'`,
  'usage',
  'settings.usage',
  '`no-${kind}`',
  'isStrict ? 0 : 1',
  '() => record()',
  '{ a: [1] }',
])('takes out a value that does nothing: %s', (value) => {
  const found = reports(value);
  expect(found.map(({ fix }) => fix === undefined)).toEqual([false]);
  expect(fixed(call(value), 'js')).not.toContain('data_usage');
});

it.each([
  'recordChoice(user)',
  'await load()',
  'new Choice(user)',
  'count++',
  '(usage = 1)',
  '[record()]',
  '{ a: record() }',
  '`${record()}`',
  'x ? record() : 0',
  'delete x.y',
])('leaves a value that does something for a person to look at: %s', (value) => {
  const found = reports(value);
  expect(found).toHaveLength(1);
  expect(found[0]!.fix).toBeUndefined();
  expect(found[0]!.suggestions).toHaveLength(1);
});
