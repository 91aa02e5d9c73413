import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { statOf } from '../util/stat.js';

export type Json = Readonly<Record<string, unknown>>;

interface ReadFile {
  readonly time: number;
  readonly size: number;
  readonly content: Json | null;
}

/** Manifests by path, read anew when their time or size has changed. */
const read = new Map<string, ReadFile>();

/**
 * The object in a JSON file, in which comments and trailing commas are allowed as TypeScript and Deno allow them; `null`
 * where there is no such file, or where it holds something else: half-written counts as not there.
 */
export function jsonIn(file: string): Json | null {
  const stat = statOf(file);
  if (!stat?.isFile()) return null;
  const known = read.get(file);
  if (known?.time === stat.mtimeMs && known.size === stat.size) return known.content;
  const content = parsedJson(textIn(file) ?? '');
  read.set(file, { time: stat.mtimeMs, size: stat.size, content });
  return content;
}

function parsedJson(text: string): Json | null {
  const plain = text
    .replace(/^\uFEFF/, '')
    .replaceAll(/("(?:[^"\\\n]|\\.)*")|\/\/[^\n]*|\/\*[\s\S]*?\*\//g, '$1')
    .replaceAll(/("(?:[^"\\\n]|\\.)*")|,(?=\s*[\]}])/g, '$1');
  try {
    const content: unknown = JSON.parse(plain);
    return objectIn(content);
  } catch {
    return null;
  }
}

/** A file's text; `null` where it cannot be read. */
export function textIn(file: string): string | null {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return null;
  }
}

/** A folder and all folders above it. */
export function* foldersFrom(folder: string): Generator<string> {
  for (let at = folder, above = dirname(at); ; at = above, above = dirname(at)) {
    yield at;
    if (above === at) return;
  }
}

export function objectIn(value: unknown): Json | null {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Json) : null;
}

/** The texts of a list, or of an object's values. */
export function textsIn(value: unknown): readonly string[] {
  const list: readonly unknown[] = Array.isArray(value) ? value : Object.values(objectIn(value) ?? {});
  return list.filter((one) => typeof one === 'string');
}

/** Fields of package.json that name packages with their versions. */
export const DEPENDENCY_FIELDS = [
  'dependencies',
  'devDependencies',
  'peerDependencies',
  'optionalDependencies',
];

/** The folders in a folder, of which a workspace may be made. */
export function foldersIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder, { withFileTypes: true })
      .filter((entry) => entry.isDirectory() && entry.name !== 'node_modules' && !entry.name.startsWith('.'))
      .map(({ name }) => join(folder, name));
  } catch {
    return [];
  }
}
