import { dirname, join } from 'node:path';
import { DEPENDENCY_FIELDS, foldersFrom, jsonIn, objectIn, type Json } from './manifests.js';

/**
 * Where a specifier may be by the conventions of bundlers and frameworks, without the endings: `@/` and `~/` are `src/`,
 * `app/` or the package's own folder, `$lib` is SvelteKit's, `src/…` starts at the package.
 */
export function pathsByConvention(specifier: string, from: string): readonly string[] {
  const [, alias, rest = ''] = /^(@|~|@@|~~|\$lib|src)(?:\/(.*))?$/.exec(specifier) ?? [];
  if (alias === undefined || (rest === '' && alias !== '$lib')) return [];
  const folder = folderOfPackage(from);
  if (folder === null) return [];
  return FOLDERS[alias]!.map((inside) => join(folder, inside, rest));
}

const FOLDERS: Readonly<Record<string, readonly string[]>> = {
  '@': ['src', '.', 'app'],
  '~': ['src', '.', 'app'],
  '@@': ['.'],
  '~~': ['.'],
  $lib: ['src/lib'],
  src: ['src'],
};

function folderOfPackage(from: string): string | null {
  for (const folder of foldersFrom(dirname(from))) {
    if (jsonIn(join(folder, 'package.json'))) return folder;
  }
  return null;
}

/** What the import map of Deno that is in force for a file makes of a specifier; `undefined` where it says nothing. */
export function importMapTarget(
  specifier: string,
  from: string,
): { readonly folder: string; readonly target: string } | undefined {
  for (const folder of foldersFrom(dirname(from))) {
    for (const name of ['deno.json', 'deno.jsonc', 'import_map.json']) {
      const target = targetIn(objectIn(jsonIn(join(folder, name))?.['imports']), specifier);
      if (target !== undefined) return { folder, target };
    }
  }
  return undefined;
}

/** An entry that ends in `/` serves all that begins with it; the longest one that fits counts. */
function targetIn(imports: Json | null, specifier: string): string | undefined {
  const fitting = Object.entries(imports ?? {})
    .filter(([key]) => key === specifier || (key.endsWith('/') && specifier.startsWith(key)))
    .sort(([one], [other]) => other.length - one.length);
  const [key, target] = fitting[0] ?? [];
  return key !== undefined && typeof target === 'string' ? target + specifier.slice(key.length) : undefined;
}

const REGISTRY = /^(?:npm|jsr|https?):/;

/**
 * The specifier that says which package is meant by one that has a name of the project's own, `"oai": "npm:openai@^6"`
 * among the dependencies or in an import map; any other specifier as it is.
 */
export function publishedSpecifier(specifier: string, from: string): string {
  if (/^[./#]/.test(specifier) || /^\w+:/.test(specifier)) return specifier;
  const mapped = importMapTarget(specifier, from)?.target;
  if (mapped !== undefined) return REGISTRY.test(mapped) ? mapped : specifier;
  const [, name = '', subpath = ''] = /^((?:@[^/]+\/)?[^/]+)(.*)$/.exec(specifier) ?? [];
  for (const folder of foldersFrom(dirname(from))) {
    const json = jsonIn(join(folder, 'package.json'));
    for (const field of DEPENDENCY_FIELDS) {
      const range = objectIn(json?.[field])?.[name];
      if (typeof range === 'string') return range.startsWith('npm:') ? range + subpath : specifier;
    }
  }
  return specifier;
}
