import { cpSync, mkdirSync, readdirSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { folderWith, run } from '../integration/project.js';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const MODULES = path.join(ROOT, 'node_modules');
const NAME = 'eslint-plugin-openai-zdr';

/** A new folder where this package is installed, built, beside links to everything that is installed here. */
export function folderWithPackage(): string {
  const folder = folderWith({});
  const modules = path.join(folder, 'node_modules');
  const own = path.join(modules, NAME);
  mkdirSync(own, { recursive: true });
  for (const entry of readdirSync(MODULES)) {
    if (!entry.startsWith('.') && entry !== NAME)
      symlinkSync(path.join(MODULES, entry), path.join(modules, entry), 'junction');
  }
  for (const file of ['package.json', 'policy.json']) cpSync(path.join(ROOT, file), path.join(own, file));
  const tsc = path.join(MODULES, 'typescript/bin/tsc');
  const build = ['-p', path.join(ROOT, 'tsconfig.build.json'), '--outDir', path.join(own, 'dist')];
  run(ROOT, process.execPath, [tsc, ...build, '--noCheck', '--declaration', 'false']);
  return folder;
}
