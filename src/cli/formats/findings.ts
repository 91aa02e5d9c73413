import path from 'node:path';
import type { ESLint, Linter } from 'eslint';

/** A finding with what every format needs. */
export interface Finding {
  /** With slashes, from the working directory. */
  readonly file: string;
  readonly message: Linter.LintMessage;
  /** Without the plugin's name; `parse error` for a file that could not be read. */
  readonly rule: string;
  /** The reported line without the space around it and in it; what a finding is known by when lines move. */
  readonly text: string;
  /** All lines of the file, where they are known. */
  readonly lines: readonly string[];
}

/** The findings of a run, in the order of its results. */
export function findingsOf(results: readonly ESLint.LintResult[], cwd: string): readonly Finding[] {
  return results.flatMap(({ filePath, messages, source, output }) => {
    const lines = (output ?? source ?? '').split(/\r\n|[\n\r\u2028\u2029]/);
    return messages.map((message) => ({
      file: path.relative(cwd, filePath).split(path.sep).join('/'),
      message,
      rule: message.ruleId?.replace(/^openai-zdr\//, '') ?? 'parse error',
      text: (lines[message.line - 1] ?? '').trim().replaceAll(/\s+/g, ' '),
      lines,
    }));
  });
}
