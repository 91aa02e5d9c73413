import path from 'node:path';
import { expect, it, vi } from 'vitest';
import { project, run } from './helpers.js';

// Root may read everything, and tests may run as root: so the file system refuses by name.
vi.mock(import('node:fs/promises'), async (original) => {
  const real = await original();
  const refuse = (target: unknown): void => {
    const refused = String(target).endsWith('gone.ts') ? 'ENOENT' : 'EACCES';
    if (/(?:locked|gone)(?:\.ts)?$/.test(String(target))) throw Object.assign(new Error(), { code: refused });
  };
  return {
    ...real,
    readdir: (async (target: string, options: never) => {
      refuse(target);
      return real.readdir(target, options);
    }) as never,
    readFile: (async (target: string, options: never) => {
      refuse(target);
      return real.readFile(target, options);
    }) as never,
  };
});

it('an unreadable folder or file is a line each, and the rest is checked', async () => {
  const text = "import 'openai';";
  const cwd = project({ 'a.ts': text, 'src/locked/b.ts': text, 'src/locked.ts': text, 'src/gone.ts': text });
  const { code, stderr } = await run(cwd, 'check');
  expect(code).toBe(2);
  expect(stderr.split('\n')).toEqual([
    `${path.join('src', 'locked')}: cannot be read: permission denied (EACCES)`,
    `${path.join('src', 'gone.ts')}: does not exist`,
    `${path.join('src', 'locked.ts')}: cannot be read: permission denied (EACCES)`,
    "Checked 1 file (1 parsed), 0 OpenAI requests found; OpenAI's policy as of 2026-11-13, libraries as of 2026-11-22.",
    '',
  ]);
});
