import { dirname, join, resolve } from 'node:path';
import { catalogVersions } from '../catalog/index.js';
import { declaredRange, IN_A_CATALOG } from '../languages/javascript/modules/declared-range.js';
import { DEPENDENCY_FIELDS, foldersFrom, jsonIn } from '../languages/javascript/modules/manifests.js';
import { rangeOf, type Interval } from './range.js';

/**
 * The versions of `openai` that a file may run with: what the option says, else what is installed nearest to the file,
 * else what the nearest package.json that names it declares, else the newest.
 *
 * @param option a version or a range as in package.json; empty for none
 */
export function sdkVersions(filename: string, option = ''): readonly Interval[] {
  const given = option === '' ? null : rangeOf(option);
  return given ?? packageVersions('openai', filename) ?? newest();
}

/**
 * The versions of a package that a file may run with: what `settings.versions` says, else what is installed nearest to the file,
 * else what the nearest package.json that names it declares; `null` where none of them says.
 */
export function packageVersions(
  name: string,
  filename: string,
  said: Readonly<Record<string, string>> = {},
): readonly Interval[] | null {
  const given = said[name];
  if (given !== undefined) return rangeOf(given, name);
  // Nothing is kept but the manifests, which are read anew when they change: an editor runs while packages are installed.
  const folder = dirname(resolve(filename));
  return installed(name, folder) ?? declared(name, folder);
}

function installed(name: string, folder: string): readonly Interval[] | null {
  for (const above of foldersFrom(folder)) {
    const version = jsonIn(join(above, 'node_modules', name, 'package.json'))?.version;
    if (typeof version === 'string') return rangeOf(version, name);
  }
  return null;
}

function declared(name: string, folder: string): readonly Interval[] | null {
  let open: readonly Interval[] | null = null;
  for (const above of foldersFrom(folder)) {
    const range = declaredRange(name, jsonIn(join(above, 'package.json')), above);
    // What names no versions, `latest` or a branch, counts as if it were not there.
    const versions = range === null ? null : rangeOf(range, name);
    if (versions && range !== IN_A_CATALOG) return versions;
    open ??= versions;
  }
  return open;
}

/** Does the package that a file belongs to depend on `openai`? */
export function dependsOnSdk(filename: string): boolean {
  for (const above of foldersFrom(dirname(resolve(filename)))) {
    const json = jsonIn(join(above, 'package.json'));
    if (json)
      return DEPENDENCY_FIELDS.some((field) =>
        Object.hasOwn((json[field] as object | undefined) ?? {}, 'openai'),
      );
  }
  return false;
}

function newest(): readonly Interval[] {
  return rangeOf(catalogVersions().at(-1)!)!;
}
