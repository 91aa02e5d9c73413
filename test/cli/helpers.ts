import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Rule } from 'eslint';
import { onTestFinished } from 'vitest';
import type { Checker } from '../../src/cli/file-check.js';
import { main } from '../../src/cli/main.js';
import { SettingsError } from '../../src/settings/read.js';

/** A folder with these files, gone after the test. A name that ends with a slash is an empty folder. */
export function project(files: Record<string, string>): string {
  const root = realpathSync(mkdtempSync(path.join(tmpdir(), 'openai-zdr-')));
  onTestFinished(() => rmSync(root, { recursive: true, force: true }));
  for (const [name, text] of Object.entries(files)) {
    const file = path.join(root, name);
    mkdirSync(name.endsWith('/') ? file : path.dirname(file), { recursive: true });
    if (!name.endsWith('/')) writeFileSync(file, text);
  }
  return root;
}

/** Reports each `store: true`, as the real rule does in essence, and can fix it. */
const noStore: Rule.RuleModule = {
  meta: {
    fixable: 'code',
    docs: { description: 'a stand-in', url: 'https://example.com/no-store' },
    schema: [],
    messages: { found: 'Stores.' },
  },
  create: (context) => ({
    Property({ key, value }) {
      if (key.type !== 'Identifier' || key.name !== 'store' || value.type !== 'Literal' || !value.value)
        return;
      context.report({ node: key, messageId: 'found', fix: (fixer) => fixer.replaceText(value, 'false') });
    },
    'Identifier[name="crash"]'() {
      throw new TypeError('The rule crashed');
    },
    'Identifier[name="overflow"]'() {
      const overflow = (): number => 1 + overflow();
      overflow();
    },
  }),
};

const noBackground: Rule.RuleModule = {
  meta: { schema: [], messages: { found: 'Background.' } },
  create: (context) => ({
    'Property[key.name="background"][value.value=true]'(node: Rule.Node) {
      context.report({ node, messageId: 'found' });
    },
  }),
};

const rules = { 'no-store': noStore, 'no-background': noBackground };
const plugin = { meta: { name: 'stub' }, rules };

/** In place of the real plugin, so that these tests are about the command alone. */
export const stub: Checker = {
  plugin,
  presets: {
    recommended: { rules: { 'openai-zdr/no-store': 'error', 'openai-zdr/no-background': 'warn' } },
    strict: { rules: { 'openai-zdr/no-store': 'error', 'openai-zdr/no-background': 'error' } },
  },
  version: '1.2.3',
  policyAsOf: () => '2026-11-13',
  librariesAsOf: () => '2026-11-22',
  due: () => [],
  mayMatter(text, settings) {
    const { control = 'zdr' } = (settings['openai-zdr'] ?? {}) as { control?: string };
    if (control !== 'zdr') throw new SettingsError('.control', `not "${control}"`);
    return text.includes('openai');
  },
  analysed: ({ sourceCode: { text } }) => ({
    requests: text.split('create(').length - 1,
    unfinished: text.split('endless').length - 1,
    defect: text.includes('broken') ? 'It broke' : null,
  }),
  inventory: (_, text) => ({
    entries: [],
    failure: text.includes('broken') ? 'It broke' : null,
  }),
  accounts: () => [],
  unread: () => [],
  control: () => 'zdr',
  issues: 'https://example.com/issues',
};

export interface Run {
  code: number;
  stdout: string;
  stderr: string;
}

export function run(cwd: string, ...argv: string[]): Promise<Run> {
  return runWith(stub, cwd, ...argv);
}

export async function runWith(checker: Checker, cwd: string, ...argv: string[]): Promise<Run> {
  const output = { stdout: '', stderr: '' };
  const io = {
    cwd,
    stdout: (text: string) => void (output.stdout += text),
    stderr: (text: string) => void (output.stderr += text),
  };
  const code = await main(argv, io, checker);
  return { code, ...output };
}

/** `[file, rule or 'fatal']` of each finding. */
export async function findings(cwd: string, ...argv: string[]): Promise<[string, string | undefined][]> {
  const { stdout } = await run(cwd, 'check', '--format', 'json', ...argv);
  const results = JSON.parse(stdout) as {
    filePath: string;
    messages: { ruleId?: string | null; fatal?: boolean }[];
  }[];
  return results.flatMap(({ filePath, messages }) =>
    messages.map(({ ruleId, fatal }): [string, string | undefined] => [
      path.relative(cwd, filePath).split(path.sep).join('/'),
      fatal ? 'fatal' : (ruleId ?? undefined),
    ]),
  );
}
