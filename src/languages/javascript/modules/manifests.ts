import { readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { FileMemo, textIn } from '../../../util/file-memo.js';

export type Json = Readonly<Record<string, unknown>>;

/** Manifests by path. */
const manifests = new FileMemo((file) => parsedJson(textIn(file) ?? ''));

/**
 * The object in a JSON file, in which comments and trailing commas are allowed as TypeScript and Deno allow them; `null`
 * where there is no such file, or where it holds something else: half-written counts as not there.
 */
export function jsonIn(file: string): Json | null {
  return manifests.of(file);
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
