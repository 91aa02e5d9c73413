import { spawnSync } from 'node:child_process';
import { copyFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { project } from './helpers.js';

const root = fileURLToPath(new URL('../..', import.meta.url));

it('the built command runs, and loads no TypeScript', () => {
  const home = project({ 'package/': '', 'app/a.ts': '', 'preload.cjs': '' });
  const require = createRequire(import.meta.url);
  const build = ['-p', path.join(root, 'tsconfig.build.json'), '--outDir', path.join(home, 'package/dist')];
  spawnSync(process.execPath, [require.resolve('typescript/lib/tsc.js'), ...build], { cwd: root });
  copyFileSync(path.join(root, 'package.json'), path.join(home, 'package/package.json'));
  symlinkSync(path.join(root, 'node_modules'), path.join(home, 'package/node_modules'), 'junction');
  writeFileSync(
    path.join(home, 'app/a.ts'),
    "import OpenAI from 'openai';\nnew OpenAI().responses.create({ model: 'gpt-5', input: 'a', store: true });\n",
  );
  writeFileSync(
    path.join(home, 'preload.cjs'),
    `process.on('exit', () => {
      const loaded = Object.keys(require.cache).filter((file) => /node_modules.(typescript|@typescript-eslint.utils)\\b/.test(file));
      if (loaded.length > 0) console.error('Loaded: ' + loaded);
    });`,
  );

  const command = [
    '--require',
    path.join(home, 'preload.cjs'),
    path.join(home, 'package/dist/src/cli/bin.js'),
  ];
  const run = (...args: string[]) =>
    spawnSync(process.execPath, [...command, ...args], { cwd: path.join(home, 'app'), encoding: 'utf8' });
  const { status, stdout, stderr } = run('check');
  expect(stderr).toMatch(
    /^Checked 1 file \(1 parsed\), 1 OpenAI request found; OpenAI's policy as of \d{4}-.*\n$/,
  );
  expect(stdout).toContain('openai-zdr/no-store');
  expect(status).toBe(1);
  expect(run('check', '--fix').status).toBe(0);
  expect(run('check', 'nowhere').status).toBe(2);
  expect(run('--version').stdout).toMatch(/^\d+\.\d+\.\d+\n$/);
});
