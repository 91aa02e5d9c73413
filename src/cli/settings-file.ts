import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { SettingsError } from '../settings/read.js';
import type { Checker, SharedSettings } from './file-check.js';
import { reason } from './files.js';

/** How files are named to a user who stands in a folder. */
export function shownFrom(cwd: string): (file: string) => string {
  return (file) => {
    const relative = path.relative(cwd, file);
    return relative === '' ? '.' : relative.startsWith('..') || path.isAbsolute(relative) ? file : relative;
  };
}

/**
 * The settings in the nearest `openai-zdr.json`, as ESLint has them in its config.
 *
 * @throws Error with a sentence for the user
 */
export async function readSettingsFile(
  cwd: string,
  checker: Pick<Checker, 'mayMatter'>,
): Promise<SharedSettings> {
  const show = shownFrom(cwd);
  const file = settingsFile(cwd);
  if (file === null) return {};
  const text = await readFile(file, 'utf8').catch((error: unknown) => {
    throw new Error(`${show(file)}: ${reason(error)}`, { cause: error });
  });
  try {
    const own = JSON.parse(text) as unknown;
    const settings = { 'openai-zdr': own };
    // Settings that are wrong are wrong for every file: asking the gate finds out before the first.
    checker.mayMatter('', settings);
    return withSetupFrom(cwd, settings);
  } catch (error) {
    throw new Error(`${show(file)}: ${problemInFile(error as Error)}`, { cause: error });
  }
}

/** ESLint is run from the root of the file system, so that it takes every file: modules are named in whole. */
function withSetupFrom(cwd: string, settings: SharedSettings): SharedSettings {
  const own = settings['openai-zdr'] as { setup?: readonly string[] };
  if (own.setup === undefined) return settings;
  return { 'openai-zdr': { ...own, setup: own.setup.map((file) => path.resolve(cwd, file)) } };
}

/** In the current folder or the nearest above, but not outside of the repository. */
function settingsFile(cwd: string): string | null {
  for (let folder = cwd; ; folder = path.dirname(folder)) {
    const file = path.join(folder, 'openai-zdr.json');
    if (existsSync(file)) return file;
    if (existsSync(path.join(folder, '.git')) || folder === path.dirname(folder)) return null;
  }
}

/** `control: "zrd" is not accepted.`: what is wrong, as seen from the file. */
function problemInFile(error: Error): string {
  if (!(error instanceof SettingsError)) return error.message;
  const where = error.where.replace(/^\./, '');
  return where === '' ? error.problem : `${where}: ${error.problem}`;
}
