import { fileURLToPath } from 'node:url';
import path from 'node:path';
import type { ESLint } from 'eslint';
import { describe, expect, it } from 'vitest';
import { checker } from '../src/cli/checker.js';
import { main } from '../src/cli/main.js';

const ROOT = fileURLToPath(new URL('../', import.meta.url));

/** What the command finds: `file:line:column rule`, with `*` where --fix repairs it. */
async function findings(...options: string[]): Promise<string[]> {
  let report = '';
  const io = { cwd: ROOT, stdout: (text: string) => void (report += text), stderr: () => {} };
  expect(await main(['check', ...options, '--format', 'json', 'examples'], io, checker)).toBe(1);
  return (JSON.parse(report) as ESLint.LintResult[]).flatMap(({ filePath, messages }) => {
    const file = path.relative(path.join(ROOT, 'examples'), filePath).split(path.sep).join('/');
    return messages.map(
      ({ line, column, ruleId, fix }) => `${file}:${line}:${column} ${ruleId}${fix ? ' *' : ''}`,
    );
  });
}

describe('examples', () => {
  it('have these findings under recommended', async () => {
    expect((await findings()).join('\n')).toMatchSnapshot();
  });

  it('have these more under strict', async () => {
    const recommended = await findings();
    const more = (await findings('--strict')).filter((finding) => !recommended.includes(finding));
    expect(more.join('\n')).toMatchSnapshot();
  });
});
