/** What messages say of names that do not exist: Python's SDK raises `TypeError`, or sends them. */
import { describe, expect, it } from 'vitest';
import { findingsIn, fixed } from './helpers.js';

const START = 'from openai import OpenAI\nclient = OpenAI()\n';
const RAISES = 'raises `TypeError` for it before anything is sent';
const SENDS = 'sends what `extra_body` holds as it is. The API has no such field and answers 400';

const messageIn = (text: string, language: 'py' | 'ts' = 'py') =>
  findingsIn(text, language, 'recommended').find(({ rule }) => rule === 'no-invented-parameters')?.message;

const chat = (rest: string) =>
  `${START}client.chat.completions.create(model="gpt-5.6", messages=[], store=False, ${rest})`;

describe('the message', () => {
  it.each([
    ['a keyword', chat('data_usage="none"'), RAISES],
    ['a name that nobody has seen yet', chat('no_retention=True'), RAISES],
    ['a dictionary of arguments', chat('**{"data_usage": "none"}'), RAISES],
    ['extra_body', chat('extra_body={"data_usage": "none"}'), SENDS],
    ['extra_body that is a variable', `extra = {"data_usage": "none"}\n${chat('extra_body=extra')}`, SENDS],
    [
      'extra_body in a dictionary of arguments',
      `${START}options = {"extra_body": {"data_usage": "none"}}\nclient.responses.create(model="gpt-5.6", store=False, **options)`,
      SENDS,
    ],
    ['an asynchronous client', chat('data_usage="none"').replaceAll('OpenAI', 'AsyncOpenAI'), RAISES],
    ['a client', 'from openai import OpenAI\nOpenAI(data_usage="none")', 'so the client has never been made'],
  ])('%s', (_name, text, expected) => {
    expect(messageIn(text)).toContain(expected);
  });

  it.each([
    [
      'JavaScript',
      "import OpenAI from 'openai';\nnew OpenAI().responses.create({ model: 'gpt-5.6', store: false, data_usage: 'none' });",
      'ts' as const,
    ],
    [
      'a path',
      `${START}client.post("/responses", body={"model": "gpt-5.6", "store": False, "data_usage": "none"})`,
      'py' as const,
    ],
    [
      'requests',
      'import requests\nrequests.post("https://api.openai.com/v1/responses", json={"store": False, "data_usage": "none"})',
      'py' as const,
    ],
  ])('speaks of no TypeError: %s', (_name, text, language) => {
    const message = messageIn(text, language);
    expect(message).toContain('answers 400');
    expect(message).not.toContain('TypeError');
  });

  it.each([
    [
      'another vendor',
      chat('data_usage="none"').replace('OpenAI()', 'OpenAI(base_url="https://api.groq.com/openai/v1")'),
    ],
    ['real keywords', chat('extra_body={"metadata": {"team": "a"}}, timeout=5')],
    [
      'a client of another package',
      'from groq import Groq\nGroq().chat.completions.create(data_usage="none")',
    ],
  ])('is not there: %s', (_name, text) => {
    expect(messageIn(text)).toBeUndefined();
  });
});

describe('the fix deletes the argument with one comma', () => {
  it.each([
    ['data_usage="none", n=1', 'n=1'],
    ['n=1, data_usage="none"', 'n=1'],
    ['extra_body={"data_usage": "none", "n": 1}', 'extra_body={"n": 1}'],
  ])('%s', (before, after) => {
    expect(fixed(chat(before), 'recommended')).toBe(chat(after));
  });
});
