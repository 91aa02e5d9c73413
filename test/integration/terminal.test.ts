import { rm } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { folderWithPackage, run } from './project.js';

const FILES = 10_000;
let folder: string;

beforeAll(() => {
  const text = `import OpenAI from 'openai';\nexport const ask = (input) => new OpenAI().responses.create({ input, store: false });\n`;
  folder = folderWithPackage(inject('tarball'), {
    ...Object.fromEntries(
      Array.from({ length: FILES }, (_, at) => [
        `src/${at % 100}/${at}.js`,
        at % 5 === 0 ? text : `export const a = ${at};\n`,
      ]),
    ),
  });
});

afterAll(() => rm(folder, { recursive: true, force: true }));

it('shows on a terminal how far a long run is, and clears it', () => {
  const command = `${path.join('node_modules', '.bin', 'openai-zdr')} check src`;
  const { stdout } = run(folder, 'script', ['-qec', command, '/dev/null']);
  const shown = stdout.split('\r').filter((part) => part.includes(` of ${FILES} files`));
  expect(shown.length).toBeGreaterThan(1);
  expect(stdout.split('\r\u001B[K').at(-1)).toMatch(/^Checked 10000 files/);
});

it('shows nothing of it where there is no terminal', () => {
  const { stdout, stderr } = run(folder, path.join('node_modules', '.bin', 'openai-zdr'), ['check', 'src']);
  expect(stdout).toBe('');
  expect(stderr).toMatch(/^Checked 10000 files .*\n$/);
});
