import { basename, dirname, join } from 'node:path';
import { existsSync } from 'node:fs';
import type { ResolverFactory } from 'oxc-resolver';
import { onDemand } from '../../../util/lazy-require.js';
import { extensions } from '../parse/parse.js';
import { isPython } from '../../parse-source.js';
import { resolvePythonModule } from '../../python/modules.js';
import { importMapTarget, pathsByConvention } from './aliases.js';
import { foldersFrom, jsonIn } from './manifests.js';
import { pathsByTsconfig } from './tsconfig-paths.js';
import { forgetPackages, sourcesInWorkspace } from './workspace.js';

const resolverPackage = onDemand<typeof import('oxc-resolver')>('oxc-resolver');

const OPTIONS = {
  extensions: extensions.map((extension) => `.${extension}`).sort(byTypeScriptFirst),
  // `./client.js` means `./client.ts` in TypeScript's ES modules.
  extensionAlias: {
    '.js': ['.ts', '.tsx', '.js', '.jsx'],
    '.jsx': ['.tsx', '.jsx'],
    '.mjs': ['.mts', '.mjs'],
    '.cjs': ['.cts', '.cjs'],
  },
  conditionNames: ['development', 'source', 'import', 'require', 'node', 'default'],
  mainFields: ['source', 'module', 'main'],
};

let withTsconfig: ResolverFactory | undefined;
let plain: ResolverFactory | undefined;
const withJsconfig = new Map<string, ResolverFactory>();

/**
 * The file of the project that an import means: relative, by `paths` or `baseUrl` of the nearest tsconfig or jsconfig,
 * by the package's own `imports`, by an import map, a package of the same workspace, or by an alias that only bundlers
 * know.
 *
 * @param from absolute path of the importing file
 * @returns an absolute path; `null` for packages that are installed and for what is no source code, `undefined` for what
 *   is not there
 */
export function resolveImport(specifier: string, from: string): string | null | undefined {
  const key = `${dirname(from)}\0${specifier}`;
  if (!resolved.has(key)) {
    if (resolved.size >= MAX_RESOLVED) resolved.clear();
    resolved.set(key, resolvedAnew(specifier, from));
  }
  return resolved.get(key);
}

/** Answers of this process: the same import is asked about for each file that reaches it. */
const resolved = new Map<string, string | null | undefined>();
const MAX_RESOLVED = 50_000;

function resolvedAnew(specifier: string, from: string): string | null | undefined {
  if (isPython(from)) return resolvePythonModule(specifier, from);
  withTsconfig ??= new (resolverPackage().ResolverFactory)({ ...OPTIONS, tsconfig: 'auto' });
  const found =
    withTsconfig.resolveFileSync(from, specifier).path ??
    resolveWithJsconfig(specifier, from) ??
    // Where a configuration cannot be read to the end, the resolver finds nothing at all, not even relative files.
    resolvePlainly(dirname(from), specifier) ??
    resolveByHand(specifier, from);
  if (found === undefined) return undefined;
  if (/[\\/]node_modules[\\/]/.test(found)) return null;
  const isRead = found.endsWith('.json') || extensions.some((extension) => found.endsWith(`.${extension}`));
  return isRead ? found : null;
}

/**
 * Does the name of a package mean a module of the project's own, by `paths` of a tsconfig or an alias? Declarations say what
 * the package is, and the package in its own repository is itself.
 */
export function isReplaced(specifier: string, from: string): boolean {
  if (/^[./#]/.test(specifier) || /^\w+:/.test(specifier)) return false;
  const found = resolveImport(specifier, from);
  if (!found || /\.d\.[cm]?ts$/.test(found)) return false;
  const [, name = ''] = /^((?:@[^/]+\/)?[^/]+)/.exec(specifier) ?? [];
  return nearestPackageName(found) !== name;
}

function nearestPackageName(file: string): unknown {
  for (const folder of foldersFrom(dirname(file))) {
    const json = jsonIn(join(folder, 'package.json'));
    if (json) return json['name'];
  }
  return undefined;
}

/** Forgets which files there are; for long-lived hosts, where files come and go. */
export function forgetResolutions(): void {
  resolved.clear();
  withTsconfig?.clearCache();
  plain?.clearCache();
  withJsconfig.clear();
  forgetPackages();
}

function resolvePlainly(folder: string, specifier: string): string | undefined {
  plain ??= new (resolverPackage().ResolverFactory)(OPTIONS);
  return plain.sync(folder, specifier).path;
}

function resolveByHand(specifier: string, from: string): string | undefined {
  if (specifier.startsWith('.') || specifier.startsWith('/')) return undefined;
  for (const path of pathsByHand(specifier, from)) {
    const found = resolvePlainly(dirname(path), `./${basename(path)}`);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** Places at which a file may be that no resolver finds, the surest first. */
function* pathsByHand(specifier: string, from: string): Generator<string> {
  yield* pathsByTsconfig(specifier, from);
  const mapped = importMapTarget(specifier, from);
  if (mapped?.target.startsWith('.')) yield join(mapped.folder, mapped.target);
  yield* sourcesInWorkspace(specifier, from);
  yield* pathsByConvention(specifier, from);
}

/** `jsconfig.json` has the same form, but the resolver does not look for it. */
function resolveWithJsconfig(specifier: string, from: string): string | undefined {
  const configFile = nearestJsconfig(dirname(from));
  if (!configFile) return undefined;
  let resolver = withJsconfig.get(configFile);
  if (!resolver) {
    resolver = new (resolverPackage().ResolverFactory)({ ...OPTIONS, tsconfig: { configFile } });
    withJsconfig.set(configFile, resolver);
  }
  return resolver.sync(dirname(from), specifier).path;
}

function nearestJsconfig(folder: string): string | undefined {
  for (let at = folder, above = dirname(at); ; at = above, above = dirname(at)) {
    const file = join(at, 'jsconfig.json');
    if (existsSync(file)) return file;
    if (above === at) return undefined;
  }
}

function byTypeScriptFirst(one: string, other: string): number {
  return Number(other.includes('t')) - Number(one.includes('t'));
}
