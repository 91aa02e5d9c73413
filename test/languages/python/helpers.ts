import { Linter } from 'eslint';
import plugin from '../../../src/index.js';
import { oxcParser } from '../../../src/languages/javascript/parse/parse.js';

export type Preset = 'recommended' | 'strict';

function configFor(preset: Preset): Linter.Config[] {
  const { name: _name, ...config } = plugin.configs[preset];
  return [
    config,
    { files: ['**/*.ts'], languageOptions: { parser: oxcParser } },
    { files: ['**/*.py'], language: 'openai-zdr/python' },
  ];
}

export interface Finding {
  readonly line: number;
  readonly column: number;
  readonly rule: string;
  readonly message: string;
}

/** What a preset reports in a program, in the order of the text. */
export function findingsIn(text: string, language: 'py' | 'ts' = 'py', preset: Preset = 'strict'): Finding[] {
  return new Linter()
    .verify(text, configFor(preset), `program.${language}`)
    .map(({ line, column, ruleId, message }) => ({
      line,
      column,
      rule: ruleId?.replace('openai-zdr/', '') ?? 'error',
      message,
    }));
}

/** The program after all fixes. */
export function fixed(text: string, preset: Preset = 'strict'): string {
  return new Linter().verifyAndFix(text, configFor(preset), 'program.py').output;
}

/** The findings that `#=> rule, rule` at the end of a line expects, as `line rule`. */
export function markedIn(text: string): string[] {
  return text.split('\n').flatMap((line, at) => {
    const rules = /#=> (.+)$/.exec(line)?.[1]?.split(', ') ?? [];
    return rules.map((rule) => `${at + 1} ${rule}`);
  });
}
