import path from 'node:path';
import type { ESLint, Linter } from 'eslint';

/** A finding with what every format needs. */
export interface Finding {
  /** With slashes, from the working directory. */
  readonly file: string;
  readonly message: Linter.LintMessage;
  /** Without the plugin's name; `parse error` for a file that could not be read. */
  readonly rule: string;
  /**
   * The reported line, with what is behind it up to the end of the brackets that it opens, in one line: what a finding is
   * known by when lines move, and what is another when an argument of the call changes.
   */
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
      text: textAt(lines, message.line - 1)
        .trim()
        .replaceAll(/\s+/g, ' '),
      lines,
    }));
  });
}

/** No call is longer; a bracket in a text may look like one that nobody closes. */
const MAX_LINES = 500;

function textAt(lines: readonly string[], first: number): string {
  const taken: string[] = [];
  let depth = 0;
  for (const line of lines.slice(first, first + MAX_LINES)) {
    taken.push(line);
    for (const character of line) {
      if ('([{'.includes(character)) depth++;
      if (')]}'.includes(character)) depth--;
    }
    if (depth <= 0) return taken.join('\n');
  }
  return taken.join('\n');
}
