import { type Dirent, existsSync } from 'node:fs';
import { readFile, readdir, realpath, rename, rm, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import ignore, { type Ignore } from 'ignore';
import { extensions } from '../languages/parse-source.js';
import { isNotebook } from '../languages/python/notebook/place.js';
import { append } from '../util/append.js';

/** A path that could not be read, or was not: one line for the user. */
export interface Problem {
  path: string;
  message: string;
}

export interface Found {
  /** Absolute paths, each file once. */
  files: string[];
  /** What should have been checked and could not be. */
  problems: Problem[];
  /** Files that were named but are of no kind that is checked. */
  skipped: string[];
  /** How many files in the folders are code that is not read, by language. */
  unread: Map<string, number>;
}

/** Languages that have an SDK of OpenAI, or hold code that uses one, and are not read. */
const unreadLanguages: Readonly<Record<string, string>> = {
  '.astro': 'Astro file',
  '.cs': 'C# file',
  '.go': 'Go file',
  '.java': 'Java file',
  '.kt': 'Kotlin file',
  '.rb': 'Ruby file',
  '.svelte': 'Svelte file',
  '.vue': 'Vue file',
};

const skippedFolders = new Set(['node_modules', '.git']);

/**
 * Finds the files to check: those that `paths` name, and those in the folders that they name, except in `node_modules`
 * and `.git` and what `.gitignore` files say. A path that is named counts even if it is ignored. Symbolic links to
 * folders are followed only where they are named.
 */
export async function findFiles(paths: readonly string[], cwd: string): Promise<Found> {
  const found: Found = { files: [], problems: [], skipped: [], unread: new Map() };
  const seen = new Set<string>();
  const add = async (file: string): Promise<void> => {
    if (await isNew(seen, file)) found.files.push(file);
  };

  for (const named of paths) {
    const target = path.resolve(cwd, named);
    try {
      const kind = await stat(target);
      if (kind.isDirectory()) await walk(target, { found, add, seen });
      else if (isChecked(target)) await add(target);
      else found.skipped.push(target);
    } catch (error) {
      found.problems.push({ path: target, message: reason(error) });
    }
  }
  return found;
}

/**
 * The text of a source file.
 *
 * @throws an error of the file system, or of the same kind for an encoding that is not read
 */
export async function readSource(file: string): Promise<string> {
  const bytes = await readFile(file);
  const [first, second] = bytes;
  if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff))
    throw Object.assign(new Error('it is in UTF-16; save it in UTF-8'), { code: 'UTF-16' });
  return bytes.toString('utf8');
}

/** Writes a file so that it is never there in half: beside it, and then in its place. */
export async function writeWhole(file: string, cwd: string, text: string): Promise<void> {
  const target = path.resolve(cwd, file);
  // A link stays one.
  const real = await realpath(target).catch(() => target);
  const beside = `${real}.${process.pid}.tmp`;
  try {
    const mode = await stat(real).then(
      ({ mode }) => mode,
      () => undefined,
    );
    await writeFile(beside, text, mode === undefined ? {} : { mode });
    await rename(beside, real);
  } catch (error) {
    await rm(beside, { force: true });
    throw error;
  }
}

/** Why the file system refused, in words. */
export function reason(error: unknown): string {
  const { code, message } = error as NodeJS.ErrnoException;
  if (code === 'ENOENT') return 'does not exist';
  if (code === 'EACCES' || code === 'EPERM') return `cannot be read: permission denied (${code})`;
  return `cannot be read: ${message}`;
}

interface Walk {
  found: Found;
  add: (file: string) => Promise<void>;
  /** The real paths of files and folders that were visited. */
  seen: Set<string>;
}

interface IgnoreFile {
  folder: string;
  rules: Ignore;
}

async function walk(start: string, { found, add, seen }: Walk): Promise<void> {
  const above = await ignoreFilesAbove(start, found);
  // Whoever names an ignored folder wants it checked.
  const pending = [{ folder: start, ignores: isIgnored(start, true, above) ? [] : above }];
  for (let next = pending.pop(); next; next = pending.pop()) {
    const { folder } = next;
    let entries: Dirent[];
    try {
      if (!(await isNew(seen, folder))) continue;
      entries = await readdir(folder, { withFileTypes: true });
    } catch (error) {
      found.problems.push({ path: folder, message: reason(error) });
      continue;
    }
    const ignores = entries.some((entry) => entry.name === '.gitignore')
      ? [...next.ignores, ...(await readIgnoreFile(folder, found))]
      : next.ignores;
    // A file whose name cannot be spelled does not keep the ones behind it from being read.
    const failed = (file: string) => (error: unknown) =>
      void found.problems.push({ path: file, message: reason(error) });
    const folders: typeof pending = [];
    for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
      const target = path.join(folder, entry.name);
      if (entry.isDirectory()) {
        if (skippedFolders.has(entry.name) || isIgnored(target, true, ignores)) continue;
        folders.unshift({ folder: target, ignores });
      } else if (isChecked(target) && !isIgnored(target, false, ignores)) {
        if (entry.isFile() || (entry.isSymbolicLink() && (await isFile(target))))
          await add(target).catch(failed(target));
      } else if (entry.isFile() && !isIgnored(target, false, ignores)) {
        const language = unreadLanguages[path.extname(target)];
        if (language) found.unread.set(language, (found.unread.get(language) ?? 0) + 1);
      }
    }
    append(pending, folders);
  }
}

function isChecked(file: string): boolean {
  const extension = path.extname(file).slice(1);
  return extensions.includes(extension) || isNotebook(file);
}

async function isNew(seen: Set<string>, target: string): Promise<boolean> {
  const real = await realpath(target);
  if (seen.has(real)) return false;
  seen.add(real);
  return true;
}

/** Whether a link leads to a file; one that leads nowhere is nobody's problem. */
async function isFile(link: string): Promise<boolean> {
  try {
    return (await stat(link)).isFile();
  } catch {
    return false;
  }
}

/** The `.gitignore` files of the folders above, up to the root of the repository; none outside of one. */
async function ignoreFilesAbove(start: string, found: Found): Promise<IgnoreFile[]> {
  const folders: string[] = [];
  for (let folder = start; !existsSync(path.join(folder, '.git')); folder = path.dirname(folder)) {
    const parent = path.dirname(folder);
    if (parent === folder) return [];
    folders.unshift(parent);
  }
  const files = await Promise.all(
    folders.map((folder) =>
      existsSync(path.join(folder, '.gitignore')) ? readIgnoreFile(folder, found) : [],
    ),
  );
  return files.flat();
}

async function readIgnoreFile(folder: string, found: Found): Promise<IgnoreFile[]> {
  const file = path.join(folder, '.gitignore');
  try {
    return [{ folder, rules: ignore().add(await readFile(file, 'utf8')) }];
  } catch (error) {
    found.problems.push({ path: file, message: reason(error) });
    return [];
  }
}

/** As git does it: the file nearest to the target has the last word. */
function isIgnored(target: string, isFolder: boolean, ignores: readonly IgnoreFile[]): boolean {
  for (const { folder, rules } of ignores.toReversed()) {
    const relative = path.relative(folder, target).split(path.sep).join('/') + (isFolder ? '/' : '');
    const { ignored, unignored } = rules.test(relative);
    if (ignored || unignored) return ignored;
  }
  return false;
}
