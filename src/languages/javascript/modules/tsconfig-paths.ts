import { dirname, join, resolve } from 'node:path';
import { foldersFrom, jsonIn, objectIn, textsIn, type Json } from './manifests.js';

/** Configurations that extend or refer to each other more often than this are not read to the end. */
const MAX_CONFIGS = 20;

/**
 * Where `paths` and `baseUrl` of the nearest tsconfig or jsconfig say that a specifier is, without the endings. For
 * projects whose configuration extends a file that is not there (a framework makes it later, a package is not
 * installed): the parts that are there count.
 */
export function pathsByTsconfig(specifier: string, from: string): readonly string[] {
  for (const folder of foldersFrom(dirname(from))) {
    for (const name of ['tsconfig.json', 'jsconfig.json']) {
      const file = join(folder, name);
      if (jsonIn(file)) return candidates(specifier, configsOf(file, new Set()));
    }
  }
  return [];
}

interface Config {
  readonly folder: string;
  readonly options: Json;
}

/** A configuration with those that it extends, of which it is the stronger, and those that it refers to. */
function configsOf(file: string, seen: Set<string>): readonly Config[] {
  if (seen.has(file) || seen.size >= MAX_CONFIGS) return [];
  seen.add(file);
  const json = jsonIn(file);
  if (!json) return file.endsWith('.json') ? [] : configsOf(`${file}.json`, seen);
  const folder = dirname(file);
  const bases =
    typeof json['extends'] === 'string' ? [json['extends']] : textsIn(json['extends']).toReversed();
  const references = Array.isArray(json['references']) ? json['references'] : [];
  return [
    { folder, options: objectIn(json['compilerOptions']) ?? {} },
    ...bases.flatMap((base) => (/^[./]/.test(base) ? configsOf(resolve(folder, base), seen) : [])),
    ...references.flatMap((reference) => {
      const path = objectIn(reference)?.['path'];
      if (typeof path !== 'string') return [];
      const target = resolve(folder, path);
      return configsOf(target.endsWith('.json') ? target : join(target, 'tsconfig.json'), seen);
    }),
  ];
}

function candidates(specifier: string, configs: readonly Config[]): readonly string[] {
  return configs.flatMap(({ folder, options }) => {
    const baseUrl = options['baseUrl'];
    const base = resolve(folder, typeof baseUrl === 'string' ? baseUrl : '.');
    const byPaths = Object.entries(objectIn(options['paths']) ?? {}).flatMap(([pattern, targets]) => {
      const rest = restOf(specifier, pattern);
      return rest === undefined
        ? []
        : textsIn(targets).map((target) =>
            resolve(
              base,
              target.replace('*', () => rest),
            ),
          );
    });
    return typeof baseUrl === 'string' ? [...byPaths, resolve(base, specifier)] : byPaths;
  });
}

/** What stands for the `*` of a pattern; `undefined` where the pattern means something else. */
function restOf(specifier: string, pattern: string): string | undefined {
  const star = pattern.indexOf('*');
  if (star < 0) return specifier === pattern ? '' : undefined;
  const [before, after] = [pattern.slice(0, star), pattern.slice(star + 1)];
  const isMeant =
    specifier.length >= before.length + after.length &&
    specifier.startsWith(before) &&
    specifier.endsWith(after);
  return isMeant ? specifier.slice(before.length, specifier.length - after.length) : undefined;
}
