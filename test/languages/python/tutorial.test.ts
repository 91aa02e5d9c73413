/** What is said of the two programs of the tutorial. */
import { expect, it } from 'vitest';
import { findingsIn, fixed } from './helpers.js';
import { FIRST, INDENTED, SECOND } from './tutorial-programs.js';

it.each([
  ['the first', FIRST, 7],
  ['the second', SECOND, 9],
  ['the second with its indentation', INDENTED, 9],
])('%s', (_name, text, line) => {
  const found = findingsIn(text, 'py', 'recommended');
  expect(found.map(({ rule }) => rule)).toContain('no-invented-parameters');
  expect(found.find(({ rule }) => rule === 'no-invented-parameters')).toMatchObject({ line });
  const made = fixed(text, 'recommended');
  expect(made).not.toContain('data_usage');
  expect(findingsIn(made, 'py', 'recommended').map(({ rule }) => rule)).not.toContain(
    'no-invented-parameters',
  );
});

it('the first one, fixed, says what the API knows', () => {
  expect(fixed(FIRST)).toBe(FIRST.replace('],\ndata_usage="none"\n)', '],\nstore=False\n)'));
});

it.each([
  ['as it is printed', SECOND],
  ['with its indentation', INDENTED],
])('the second one, fixed, waits for its answer: %s', (_name, text) => {
  const found = findingsIn(text, 'py', 'recommended').filter(({ rule }) => rule === 'no-misused-await');
  expect(found).toMatchObject([{ line: 6 }]);
  const made = fixed(text, 'recommended');
  expect(made).toContain('from openai import AsyncOpenAI\nclient = AsyncOpenAI(api_key=');
  expect(findingsIn(made, 'py', 'recommended').map(({ rule }) => rule)).not.toContain('no-misused-await');
});
