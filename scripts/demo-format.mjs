/** Prints findings for people: where and which rule on one line, what it says on the next. */
import path from 'node:path';

/**
 * @param {import('eslint').ESLint.LintResult[]} results
 * @param {import('eslint').ESLint.LintResultData} data
 */
export default function format(results, { cwd }) {
  const findings = results.flatMap(({ filePath, messages }) =>
    messages.map(({ line, column, ruleId, message, fix }) => {
      const file = path.relative(cwd, filePath);
      return `${file}:${line}:${column}  ${ruleId}${fix ? '  (--fix repairs it)' : ''}\n  ${message}\n`;
    }),
  );
  return [...findings, `${findings.length} findings`].join('\n');
}
