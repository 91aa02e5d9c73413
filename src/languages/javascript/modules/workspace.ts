import { existsSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { foldersFrom, foldersIn, jsonIn, objectIn, textsIn, type Json } from './manifests.js';
import { textIn } from '../../../util/file-memo.js';

/** Folders below which `**` of a workspace is looked for. */
const MAX_DEPTH = 4;

/** A repository whose packages use one another. */
export interface Workspace {
  readonly root: string;
  /** `package.json` of the root. */
  readonly manifest: Json;
  /** The text of `pnpm-workspace.yaml`; empty where there is none. */
  readonly yaml: string;
}

/** The workspace that a folder belongs to; `null` where none of the folders above it says that it is one. */
export function workspaceOf(folder: string): Workspace | null {
  for (const root of foldersFrom(folder)) {
    const manifest = jsonIn(join(root, 'package.json'));
    const yamlFile = join(root, 'pnpm-workspace.yaml');
    const yaml = existsSync(yamlFile) ? (textIn(yamlFile) ?? '') : '';
    if (yaml !== '' || manifest?.['workspaces'] !== undefined)
      return { root, manifest: manifest ?? {}, yaml };
  }
  return null;
}

/** Folders of a workspace's packages by their names, for each root. */
const packagesByRoot = new Map<string, ReadonlyMap<string, string>>();

/** Forgets which packages there are, for long-lived hosts. */
export function forgetPackages(): void {
  packagesByRoot.clear();
}

/**
 * Where the source of a package of the same workspace may be, without the endings: for packages whose `main` or `exports`
 * speak of what is not built yet, and for those that are not linked into `node_modules`.
 */
export function sourcesInWorkspace(specifier: string, from: string): readonly string[] {
  const [, name, subpath = ''] = /^((?:@[^/.]+\/)?[^/.@~#$][^/]*)(?:\/(.*))?$/.exec(specifier) ?? [];
  const workspace = name === undefined ? null : workspaceOf(dirname(from));
  const folder = workspace && packagesOf(workspace).get(name!);
  if (!folder) return [];
  const manifest = jsonIn(join(folder, 'package.json')) ?? {};
  const written = targetsOf(manifest, subpath).flatMap((target) => [sourceOf(target), target]);
  const usual = subpath === '' ? ['src/index', 'index', 'src/main'] : [`src/${subpath}`, subpath];
  return [...written, ...usual].map((path) => join(folder, path));
}

/** Files that a manifest names for a path inside the package. */
function targetsOf(manifest: Json, subpath: string): readonly string[] {
  const exports = manifest['exports'];
  const key = subpath === '' ? '.' : `./${subpath}`;
  const conditions = objectIn(exports);
  const byExports =
    conditions && Object.keys(conditions).some((name) => name.startsWith('.'))
      ? stringsIn(conditions[key])
      : subpath === ''
        ? stringsIn(exports)
        : [];
  const fields = subpath === '' ? ['source', 'module', 'main', 'types'].map((field) => manifest[field]) : [];
  return [...byExports, ...fields.filter((field) => typeof field === 'string')];
}

function stringsIn(value: unknown, depth = 0): readonly string[] {
  if (typeof value === 'string') return [value];
  const inside = depth < 6 ? Object.values(objectIn(value) ?? {}) : [];
  return inside.flatMap((one) => stringsIn(one, depth + 1));
}

/** `src/client` of `./dist/client.d.ts`: what a folder of built files is made of. */
function sourceOf(target: string): string {
  const [, ...rest] = target
    .replace(/^\.\//, '')
    .replace(/(?:\.d)?\.[cm]?[jt]sx?$/, '')
    .split('/');
  return ['src', ...rest].join('/');
}

function packagesOf(workspace: Workspace): ReadonlyMap<string, string> {
  let packages = packagesByRoot.get(workspace.root);
  if (!packages) packagesByRoot.set(workspace.root, (packages = namedPackages(workspace)));
  return packages;
}

function namedPackages(workspace: Workspace): ReadonlyMap<string, string> {
  const patterns = patternsOf(workspace);
  const excluded = patterns
    .filter((pattern) => pattern.startsWith('!'))
    .map((pattern) => matcherOf(pattern.slice(1)));
  const found = new Map<string, string>();
  for (const pattern of patterns) {
    if (pattern.startsWith('!')) continue;
    for (const folder of expanded(workspace.root, pattern.split('/'))) {
      const path = relative(workspace.root, folder).split(sep).join('/');
      const name = excluded.some((matcher) => matcher.test(path))
        ? undefined
        : jsonIn(join(folder, 'package.json'))?.['name'];
      if (typeof name === 'string' && !found.has(name)) found.set(name, folder);
    }
  }
  return found;
}

/** The patterns of folders that a workspace consists of. */
function patternsOf({ manifest, yaml }: Workspace): readonly string[] {
  const workspaces = manifest['workspaces'];
  const written = Array.isArray(workspaces)
    ? textsIn(workspaces)
    : textsIn(objectIn(workspaces)?.['packages']);
  return [...written, ...yamlList(yaml, 'packages')].map((pattern) =>
    pattern.replace(/^(!?)(?:\.\/)?(.*?)\/?$/, '$1$2'),
  );
}

/** The texts of a list at the top level of a YAML file. */
function yamlList(yaml: string, key: string): readonly string[] {
  const [, block = ''] =
    new RegExp(String.raw`^${key}:[^\S\n]*\n((?:[^\S\n]*(?:-|#)[^\n]*(?:\n|$)|[^\S\n]*\n)*)`, 'm').exec(
      yaml,
    ) ?? [];
  return [...block.matchAll(/^\s*-\s+(['"]?)([^'"#\n]+?)\1\s*(?:#.*)?$/gm)].map(([, , text]) => text!);
}

/** The folders that a pattern of a workspace means. */
function expanded(folder: string, [first, ...rest]: readonly string[], depth = 0): readonly string[] {
  if (first === undefined || first === '') return [folder];
  if (first === '**') {
    const below =
      depth < MAX_DEPTH ? foldersIn(folder).flatMap((one) => expanded(one, ['**', ...rest], depth + 1)) : [];
    return [...expanded(folder, rest), ...below];
  }
  if (!first.includes('*'))
    return first === '.' ? expanded(folder, rest) : expanded(join(folder, first), rest, depth);
  const matcher = matcherOf(first);
  return foldersIn(folder)
    .filter((one) => matcher.test(relative(folder, one)))
    .flatMap((one) => expanded(one, rest, depth));
}

function matcherOf(pattern: string): RegExp {
  const source = pattern
    .replaceAll(/[.+?^${}()|[\]\\]/g, String.raw`\$&`)
    .replaceAll(/\/?\*\*|\*/g, (stars) => (stars === '*' ? '[^/]*' : '.*'));
  return new RegExp(`^${source}$`);
}
