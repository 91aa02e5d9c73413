/** What pre-commit does with a hook of `language: node`: install the packed repository for itself, and run the entry. */
import { readFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { folderWith, run, write } from './project.js';

const hooks = readFileSync(new URL('../../.pre-commit-hooks.yaml', import.meta.url), 'utf8');
const entries = new Map(
  [...hooks.matchAll(/^- id: (\S+)$[^]*?^ {2}entry: (.+)$/gm)].map(([, id, entry]) => [id!, entry!]),
);

let folder: string;
let environment: string;

beforeAll(() => {
  environment = folderWith({});
  run(environment, 'npm', [
    'install',
    '--global',
    '--prefix',
    environment,
    '--no-audit',
    '--no-fund',
    inject('tarball'),
  ]);
  folder = folderWith({
    'app.py': 'from openai import OpenAI\nOpenAI().files.create(file=f, purpose="user_data")\n',
    'clean.ts': `import OpenAI from 'openai';\nnew OpenAI().responses.create({ input: 'x', store: false });\n`,
  });
});

afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
  await rm(environment, { recursive: true, force: true });
});

function hook(id: string, files: readonly string[], expected: number) {
  const [command = '', ...args] = entries.get(id)!.split(' ');
  return run(folder, path.join(environment, 'bin', command), [...args, ...files], [expected]);
}

it('has the hooks that are documented', () => {
  expect([...entries.keys()]).toEqual(['openai-zdr', 'openai-zdr-inventory']);
});

it('checks the files of a commit, in a project without npm', () => {
  expect(hook('openai-zdr', ['app.py', 'clean.ts'], 1).stdout).toContain('openai-zdr/no-file-upload');
  hook('openai-zdr', ['clean.ts'], 0);
});

it('fails at a request that nobody signed off', () => {
  run(folder, path.join(environment, 'bin', 'openai-zdr'), [
    'inventory',
    '--format',
    'json',
    '--output-file',
    'openai-inventory.json',
  ]);
  hook('openai-zdr-inventory', [], 0);
  write(folder, { 'new.js': `import OpenAI from 'openai';\nnew OpenAI().files.create({ file });\n` });
  expect(hook('openai-zdr-inventory', [], 1).stderr).toContain('Not signed off: new.js:2 POST /v1/files');
});
