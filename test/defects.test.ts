/** What fails inside the plugin ends no run: neither that of ESLint nor that of the command. */
import type { Linter } from 'eslint';
import { describe, expect, it, vi } from 'vitest';
import type { Facts } from '../src/facts/facts.js';
import plugin from '../src/index.js';
import { checker } from '../src/cli/checker.js';
import { createFileCheck } from '../src/cli/file-check.js';
import { lint } from './adapters/lint.js';

vi.mock(import('../src/adapters/index.js'), async (original) => {
  const real = await original();
  const broken = {
    ...real.adapters[0]!,
    facts({ unit }: { readonly unit: { readonly source: { readonly text: string } } }): Partial<Facts> {
      const { text } = unit.source;
      if (text.includes('fails while it is analysed'))
        throw new RangeError('Maximum call stack size exceeded');
      if (!text.includes('fails while it is judged')) return {};
      const feature = {
        get row(): string {
          throw new TypeError('nothing is there');
        },
      };
      return { features: [feature as unknown as Facts['features'][number]] };
    },
  };
  return { ...real, adapters: [...real.adapters, broken] };
});

const REQUEST = `import OpenAI from 'openai';\nawait new OpenAI().responses.create({ model: 'gpt-5.5', input: 'x', store: true });\n`;
const stages = ['fails while it is analysed', 'fails while it is judged'];
const strict = { ...plugin.configs.strict.rules } as Linter.RulesRecord;

describe.each(stages)('a file that %s', (stage) => {
  const code = `// It ${stage}.\n${REQUEST}`;

  it('is no error in recommended', () => {
    expect(() => lint(code, 'ts')).not.toThrow();
  });

  it('is reported once in strict, at the first line, with what to do', () => {
    const defects = lint(code, 'ts', { rules: strict }).filter(({ messageId }) => messageId === 'defect');
    expect(defects).toHaveLength(1);
    expect(defects[0]).toMatchObject({ ruleId: 'openai-zdr/no-unproven-request', line: 1, column: 1 });
    expect(defects[0]!.message).toMatch(/\((?:Maximum call stack size exceeded|nothing is there)\)/);
    expect(defects[0]!.message).toMatch(/Report it with this file at https:\/\/\S+\/issues\.$/);
  });

  it('is named by the command, with and without --strict', () => {
    for (const isStrict of [true, false]) {
      const check = createFileCheck(checker, { strict: isStrict, fix: false, settings: {} });
      expect(check('/project/file.ts', code).defect).toMatch(
        /Maximum call stack size exceeded|nothing is there/,
      );
      expect(check('/project/other.ts', REQUEST)).toMatchObject({ defect: null, requests: 1, unfinished: 0 });
    }
  });
});

it('what fails while it is judged costs no rule its own reports', () => {
  const code = `// It fails while it is judged.\n${REQUEST}`;
  expect(lint(code, 'ts').map(({ ruleId }) => ruleId)).toContain('openai-zdr/no-store');
});

it('wrong settings are no defect', () => {
  expect(() => lint(REQUEST, 'ts', { settings: { control: 'zrd' } })).toThrow(/control/);
});
