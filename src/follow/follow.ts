import { readFileSync, statSync } from 'node:fs';
import { isAbsolute } from 'node:path';
import { parseFile } from '../parse/parse.js';
import type { SourceUnit } from '../tracking/unit.js';
import { Unit } from '../tracking/unit.js';
import type { ModuleResolver } from '../tracking/tracker.js';
import { forgetResolutions, resolveImport } from './resolve.js';

/** Modules that one analysis reads besides its own file. */
const MAX_MODULES = 80;
/** Larger files are generated or bundled. In characters. */
const MAX_LENGTH = 1_000_000;
/** Parsed files kept between analyses. */
const MAX_KEPT = 500;

interface Kept {
  readonly time: number;
  readonly size: number;
  readonly source: SourceUnit | null;
}

/** Parsed modules by path, the least recently used first. */
const kept = new Map<string, Kept>();

/**
 * Follows imports to modules of the project for one analysis. What is parsed is kept between analyses and parsed anew
 * when the file's time or size has changed, so that an editor sees the other file's new content.
 *
 * @param isFollowed `false` for specifiers that must stay what they are: known packages, modules that a test mocks
 */
export function followImports(isFollowed: (specifier: string) => boolean): ModuleResolver {
  const units = new Map<string, Unit | null>();
  const resolved = new Map<string, string | null>();
  let mayForget = true;
  return (specifier, from) => {
    const origin = from.source.filename;
    if (!isAbsolute(origin) || !isFollowed(specifier)) return null;
    const key = `${origin}\0${specifier}`;
    let file = resolved.get(key);
    if (file === undefined) {
      file = resolveImport(specifier, origin);
      if (file === null && specifier.startsWith('.') && mayForget) {
        // The file may have been made since the folder was last read.
        mayForget = false;
        forgetResolutions();
        file = resolveImport(specifier, origin);
      }
      resolved.set(key, file);
    }
    if (file === null || file === origin) return null;
    let unit = units.get(file);
    if (unit === undefined) {
      const source = units.size < MAX_MODULES ? sourceOf(file) : null;
      units.set(file, (unit = source && new Unit(source)));
    }
    return unit;
  };
}

function sourceOf(file: string): SourceUnit | null {
  const stat = statSync(file, { throwIfNoEntry: false });
  if (!stat?.isFile() || stat.size > MAX_LENGTH) return null;
  const known = kept.get(file);
  kept.delete(file);
  const entry =
    known?.time === stat.mtimeMs && known.size === stat.size
      ? known
      : { time: stat.mtimeMs, size: stat.size, source: parsed(file) };
  kept.set(file, entry);
  if (kept.size > MAX_KEPT) kept.delete(kept.keys().next().value!);
  return entry.source;
}

function parsed(file: string): SourceUnit | null {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch {
    // Unreadable counts as out of view; the host reports what it cannot read itself.
    return null;
  }
  const result = parseFile(text, file);
  if (!result.ok) return null;
  const { ast, scopeManager, visitorKeys } = result;
  return { filename: file, text, ast, scopeManager, visitorKeys };
}
