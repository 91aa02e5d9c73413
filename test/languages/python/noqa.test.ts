import { Linter } from 'eslint';
import { describe, expect, it } from 'vitest';
import plugin from '../../../src/index.js';
import { noqaIn } from '../../../src/languages/python/noqa.js';
import { findingsIn, type Finding } from './helpers.js';

/** Without what ESLint says of comments that silence nothing. */
const ofRules = (text: string): Finding[] => findingsIn(text).filter(({ rule }) => rule !== 'error');

const program = (comment: string): string => `from openai import OpenAI
client = OpenAI()
client.files.create(file=f, purpose="user_data")  ${comment}
`;

describe('a comment of its line', () => {
  it.each([
    '# noqa: openai-zdr/no-file-upload',
    '# noqa: openai-zdr/no-file-upload -- deleted at night',
    '# noqa:openai-zdr',
    '# NOQA: E501, openai-zdr/no-file-upload',
    '# noqa: E501 openai-zdr/no-file-upload',
    '# eslint-disable-line openai-zdr/no-file-upload -- deleted at night',
  ])('%s turns the rule off', (comment) => {
    expect(ofRules(program(comment))).toEqual([]);
  });

  it.each([
    '# noqa',
    '# noqa: E501',
    '# noqa: no-file-upload',
    '# noqa: openai-zdr/no-store',
    '# noqa: openai-zdrx/no-file-upload',
    '# see noqa: openai-zdr',
    '# noqa: E501 -- openai-zdr',
  ])('%s does not', (comment) => {
    expect(ofRules(program(comment)).map(({ rule }) => rule)).toEqual(['no-file-upload']);
  });

  it('holds for no other line', () => {
    const text = `${program('# noqa: openai-zdr')}client.files.create(file=g, purpose="user_data")\n`;
    expect(ofRules(text).map(({ line }) => line)).toEqual([4]);
  });
});

it('keeps the reason', () => {
  expect(noqaIn(' noqa: openai-zdr/no-store -- signed off')).toEqual({
    rules: 'openai-zdr/no-store',
    reason: 'signed off',
    own: null,
  });
});

it('is reported where it silences nothing', () => {
  const config: Linter.Config[] = [
    plugin.configs.python,
    { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  ];
  const text = 'from openai import OpenAI\nx = 1  # noqa: openai-zdr/no-store\n';
  expect(new Linter().verify(text, config, 'a.py').map(({ message }) => message)).toEqual([
    expect.stringContaining('Unused eslint-disable directive'),
  ]);
});

describe('a comment that silences nothing', () => {
  it.each([
    ['# noqa: openai-zdr/no-store', ''],
    ['# noqa: E501, openai-zdr/no-store', '# noqa: E501'],
    ['# noqa: openai-zdr/no-store, E501', '# noqa:  E501'],
    ['# noqa: E501, openai-zdr, F401 -- why', '# noqa: E501 , F401 -- why'],
    [
      '# noqa: E501, openai-zdr/no-store, openai-zdr/no-file-upload',
      '# noqa: E501, openai-zdr/no-file-upload',
    ],
  ])('%s is taken out without the codes of others', (comment, expected) => {
    const config: Linter.Config[] = [
      plugin.configs.python,
      { linterOptions: { reportUnusedDisableDirectives: 'error' } },
    ];
    const isNeeded = comment.includes('no-file-upload');
    const line = isNeeded ? 'OpenAI().files.create(file=f, purpose="user_data")' : 'x = 1';
    const text = `from openai import OpenAI\n${line}  ${comment}\n`;
    expect(new Linter().verifyAndFix(text, config, 'a.py').output.split('\n')[1]!.trimEnd()).toBe(
      `${line}  ${expected}`.trimEnd(),
    );
  });
});
