import { join } from 'node:path';
import { DEPENDENCY_FIELDS, objectIn, textsIn, type Json } from './manifests.js';
import { textIn } from '../../../util/file-memo.js';
import { workspaceOf, type Workspace } from './workspace.js';

/** The range of a package whose catalog is not in view: any version, so nothing that some versions do is certain. */
export const IN_A_CATALOG = '>=0.0.0';

/**
 * The range of versions that a manifest declares for a package, also under a name of the project's own and in a catalog
 * of the workspace; `null` where it does not name the package, or leaves the version open (`workspace:*`).
 */
export function declaredRange(name: string, manifest: Json | null, folder: string): string | null {
  for (const field of DEPENDENCY_FIELDS) {
    const ranges = objectIn(manifest?.[field]);
    const written = ranges?.[name] ?? textsIn(ranges).find((range) => range.startsWith(`npm:${name}@`));
    if (typeof written !== 'string') continue;
    if (written.startsWith('catalog:')) return rangeInCatalog(name, written.slice(8).trim(), folder);
    const range = written.replace(/^workspace:/, '').trim();
    return written.startsWith('workspace:') && !/\d/.test(range) ? null : range;
  }
  return null;
}

function rangeInCatalog(name: string, catalog: string, folder: string): string {
  const workspace = workspaceOf(folder);
  const path = catalog === '' || catalog === 'default' ? DEFAULT : [['catalogs', catalog, name]];
  const paths = path.map((keys) => keys.map((key) => (key === '' ? name : key)));
  for (const keys of workspace ? paths : []) {
    const range = inManifest(workspace!, keys) ?? inYaml(workspace!, keys);
    if (range !== undefined) return range;
  }
  return IN_A_CATALOG;
}

/** Where the catalog without a name stands; the empty key is the package's. */
const DEFAULT = [
  ['catalog', ''],
  ['catalogs', 'default', ''],
];

/** Bun writes catalogs into package.json, at its top or among the workspaces. */
function inManifest({ manifest }: Workspace, keys: readonly string[]): string | undefined {
  for (const start of [manifest, objectIn(manifest['workspaces'])]) {
    let at: unknown = start;
    for (const key of keys) at = objectIn(at)?.[key];
    if (typeof at === 'string') return at;
  }
  return undefined;
}

/** pnpm and Yarn have files of their own. */
function inYaml({ root, yaml }: Workspace, keys: readonly string[]): string | undefined {
  return scalarAt(yaml, keys) ?? scalarAt(textIn(join(root, '.yarnrc.yml')) ?? '', keys);
}

const LINE =
  /^( *)(?:'([^']*)'|"([^"]*)"|([^\s'"#:][^:#]*?)) *:(?: +(?:'([^']*)'|"([^"]*)"|([^#]*?)))? *(?:#.*)?$/;

/** The text behind nested keys of a YAML file that is written in lines, as both tools write it. */
function scalarAt(yaml: string, keys: readonly string[]): string | undefined {
  const open: { readonly indent: number; readonly key: string }[] = [];
  for (const line of yaml.split(/\r?\n/)) {
    const match = LINE.exec(line);
    if (!match) continue;
    const [, indentation = '', ...parts] = match;
    while (open.length > 0 && open.at(-1)!.indent >= indentation.length) open.pop();
    open.push({ indent: indentation.length, key: parts[0] ?? parts[1] ?? parts[2] ?? '' });
    const value = parts[3] ?? parts[4] ?? parts[5] ?? '';
    const isAsked = open.length === keys.length && open.every(({ key }, i) => key === keys[i]);
    if (isAsked && value !== '') return value;
  }
  return undefined;
}
