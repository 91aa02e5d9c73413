import { dirname, isAbsolute, join } from 'node:path';
import { parseSource } from '../../parse-source.js';
import type { SourceUnit } from '../../../dataflow/syntax/source-module.js';
import { SourceModule } from '../../../dataflow/syntax/source-module.js';
import type { ModuleResolver } from '../../../dataflow/model/evaluator.js';
import { publishedSpecifier } from './aliases.js';
import { forgetResolutions, resolveImport } from './resolve.js';
import { FileMemo, textIn } from '../../../util/file-memo.js';
import { statOf } from '../../../util/stat.js';

/** Modules that one analysis reads besides its own file. */
const MAX_MODULES = 80;

/** Larger files are generated or bundled. In bytes. */
export const MAX_SIZE = 1_000_000;

/** Files kept between analyses. */
const MAX_KEPT = 500;

interface Module {
  readonly text: string | null;
  /** `undefined` until somebody needs the tree; `null` when it cannot be parsed. */
  source: SourceUnit | null | undefined;
}

/** Where the trees that were read come from. */
const files = new WeakMap<object, string>();

/** The file of a tree that was read because an import led to it. */
export function fileOfTree(tree: object): string | undefined {
  return files.get(tree);
}

export interface Follower {
  /** For the tracker: the module that an import means. */
  readonly resolve: ModuleResolver;
  /** Do the words stand in the text of the module that an import means? Reads, but does not parse. */
  mentions(specifier: string, from: string, words: RegExp): boolean;
  /** The module at a path, as if it were imported. */
  unitAt(file: string): SourceModule | null;
}

/** When folders in which an import finds nothing were changed last. */
const searched = new Map<string, number>();

/** Has a folder changed since something was looked for in it? */
function hasChanged(folder: string): boolean {
  const time = statOf(folder)?.mtimeMs ?? 0;
  const isNew = searched.get(folder) !== time;
  searched.set(folder, time);
  return isNew;
}

/** Modules by path, parsed when somebody needs the tree. */
const modules = new FileMemo<Module>(
  (file) => ({ text: textIn(file), source: undefined }),
  MAX_SIZE,
  MAX_KEPT,
);

/**
 * Follows imports to modules of the project for one analysis. What is read is kept between analyses and read anew when
 * the file's time or size has changed, so that an editor sees the other file's new content.
 *
 * @param isFollowed `false` for specifiers that must stay what they are: known packages, modules that a test mocks
 */
export function followImports(isFollowed: (specifier: string) => boolean): Follower {
  const units = new Map<string, SourceModule | null>();
  const resolved = new Map<string, string | null>();
  let mayForget = true;

  function fileOf(specifier: string, origin: string): string | null {
    if (!isAbsolute(origin) || !isFollowed(specifier)) return null;
    const key = `${origin}\0${specifier}`;
    let file = resolved.get(key);
    if (file === undefined) {
      let found = resolveImport(specifier, origin);
      const isGone = found === undefined ? specifier.startsWith('.') : found !== null && !statOf(found);
      if (isGone && mayForget && hasChanged(dirname(found ?? join(dirname(origin), specifier)))) {
        // Files may have come or gone since the folder was last read.
        mayForget = false;
        forgetResolutions();
        found = resolveImport(specifier, origin);
      }
      file = found ?? null;
      resolved.set(key, file);
    }
    return file === origin ? null : file;
  }

  function unitAt(file: string): SourceModule | null {
    let unit = units.get(file);
    if (unit === undefined) {
      const source = units.size < MAX_MODULES ? parsedFile(file) : null;
      units.set(file, (unit = source && new SourceModule(source)));
    }
    return unit;
  }

  return {
    unitAt,
    resolve(specifier, from) {
      const file = fileOf(specifier, from.source.filename);
      return file === null ? null : unitAt(file);
    },
    mentions(specifier, from, words) {
      const file = fileOf(specifier, from);
      const text = file === null ? null : textOf(file);
      return text !== null && words.test(text);
    },
  };
}

/** The modules that a text names in imports. */
export function importedIn(text: string): readonly string[] {
  return [...text.matchAll(/\b(?:from|require\(|import\(?)\s*(['"])([^'"\n]+)\1/g)].map(
    ([, , name]) => name!,
  );
}

function textOf(file: string): string | null {
  return modules.of(file)?.text ?? null;
}

/** Unreadable counts as out of view; the host reports what it cannot read itself. */
function parsedFile(file: string): SourceUnit | null {
  const module = modules.of(file);
  if (!module || module.text === null) return null;
  if (module.source === undefined) module.source = parsed(module.text, file);
  return module.source;
}

function parsed(written: string, file: string): SourceUnit | null {
  // What a JSON module exports is its text.
  const text = file.endsWith('.json') ? `module.exports = ${written}` : written;
  const result = parseSource(text, file.endsWith('.json') ? `${file}.cjs` : file);
  if (!result.ok) return null;
  const { ast, scopeManager, visitorKeys } = result;
  files.set(ast, file);
  const published = (specifier: string) => publishedSpecifier(specifier, file);
  return { filename: file, text, ast, scopeManager, visitorKeys, publishedSpecifier: published };
}
