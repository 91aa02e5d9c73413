import * as typescriptParser from '@typescript-eslint/parser';
import { Linter } from 'eslint';
import plugin from '../../src/index.js';

/** How a text is parsed: by typescript-eslint, or by ESLint's own parser as a module or as CommonJS. */
export type Language = 'ts' | 'js' | 'cjs';

export interface LintOptions {
  readonly rules?: Linter.RulesRecord;
  readonly settings?: Readonly<Record<string, unknown>>;
}

const linter = new Linter();

function configOf(language: Language, { rules, settings }: LintOptions): Linter.Config[] {
  const { name: _name, ...recommended } = plugin.configs.recommended;
  return [
    {
      ...recommended,
      files: ['**/*.ts', '**/*.tsx', '**/*.js', '**/*.cjs'],
      ...(rules ? { rules } : {}),
      ...(settings ? { settings: { 'openai-zdr': settings } } : {}),
      languageOptions: {
        ecmaVersion: 'latest',
        sourceType: language === 'cjs' ? 'commonjs' : 'module',
        parserOptions: { ecmaFeatures: { jsx: true } },
        ...(language === 'ts' ? { parser: typescriptParser } : {}),
      },
    },
  ];
}

const fileNames: Readonly<Record<Language, string>> = { ts: 'file.tsx', js: 'file.js', cjs: 'file.cjs' };

/** What the preset `recommended`, or the given rules, say of a text. A text that does not parse is an error. */
export function lint(code: string, language: Language, options: LintOptions = {}): Linter.LintMessage[] {
  const messages = linter.verify(code, configOf(language, options), fileNameOf(code, language));
  const fatal = messages.find((message) => message.fatal || message.ruleId === null);
  if (fatal) throw new Error(`${fatal.message} at ${fatal.line}:${fatal.column}\n${code}`);
  return messages;
}

/** The text after all fixes, and after the first suggestion of every report that has no fix. */
export function fixed(code: string, language: Language, options: LintOptions = {}): string {
  let text = code;
  for (let pass = 0; pass < 20; pass++) {
    const next = linter.verifyAndFix(text, configOf(language, options), fileNameOf(text, language)).output;
    const suggestion = lint(next, language, options).find(({ suggestions }) => suggestions)?.suggestions?.[0];
    if (!suggestion) return next;
    const [start, end] = suggestion.fix.range;
    text = next.slice(0, start) + suggestion.fix.text + next.slice(end);
  }
  throw new Error(`The fixes do not come to an end:\n${text}`);
}

/** `<T>value` is no JSX. */
function fileNameOf(code: string, language: Language): string {
  return language === 'ts' && /<(?:any|OpenAI|unknown)>[({\w]/.test(code) ? 'file.ts' : fileNames[language];
}

export function ruleIds(messages: readonly Linter.LintMessage[]): string[] {
  return messages.map(({ ruleId }) => ruleId?.replace('openai-zdr/', '') ?? '');
}
