import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { TestProject } from 'vitest/node';
import { run } from './project.js';

declare module 'vitest' {
  interface ProvidedContext {
    /** The tarball's path. */
    tarball: string;
    /** The paths of the files in it. */
    packed: string[];
  }
}

/** Packs the package once, as `npm publish` would. */
export default function setup({ config, provide }: TestProject): () => void {
  run(config.root, 'npm', ['run', 'build']);
  const folder = mkdtempSync(path.join(tmpdir(), 'openai-zdr-pack-'));
  const { stdout } = run(config.root, 'npm', [
    'pack',
    '--json',
    '--ignore-scripts',
    '--pack-destination',
    folder,
  ]);
  const [{ filename, files }] = JSON.parse(stdout) as [{ filename: string; files: { path: string }[] }];
  provide('tarball', path.join(folder, filename));
  provide(
    'packed',
    files.map((file) => file.path),
  );
  return () => rmSync(folder, { recursive: true });
}
