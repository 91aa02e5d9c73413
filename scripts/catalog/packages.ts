import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** One installed version of the `openai` package. */
export interface SdkPackage {
  readonly directory: string;
  readonly version: string;
  readonly major: number;
}

const nodeModules = fileURLToPath(new URL('../../node_modules', import.meta.url));

/**
 * The dev dependencies (aliases of `openai`) that the catalog is made from, oldest first.
 *
 * Majors 5 to 7 only ever added methods, so the last version of each says everything. Major 4 also dropped
 * some along the way: 4.0 still has `edits` and `fineTunes`, 4.36 has `beta.assistants.files`, 4.86 has
 * `beta.vectorStores`.
 */
export const SDK_ALIASES = [
  'openai-3',
  'openai-4.0',
  'openai-4.36',
  'openai-4.86',
  'openai-4',
  'openai-5',
  'openai-6',
  'openai',
] as const;

/** Reads name and version of the package in `directory`. */
export function sdkPackage(directory: string): SdkPackage {
  const manifest: unknown = JSON.parse(readFileSync(path.join(directory, 'package.json'), 'utf8'));
  const { version } = manifest as { version: string };
  return { directory: path.resolve(directory), version, major: Number(version.split('.')[0]) };
}

/** Every version that the catalog is made from, oldest first. */
export function installedSdks(): SdkPackage[] {
  return SDK_ALIASES.map((alias) => sdkPackage(path.join(nodeModules, alias)));
}

/** Loads the CommonJS build of an SDK: all majors have one, under the same export names. */
export function loadSdk(sdk: SdkPackage): Record<string, unknown> {
  return createRequire(import.meta.url)(sdk.directory) as Record<string, unknown>;
}
