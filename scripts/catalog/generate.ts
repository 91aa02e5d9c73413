import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

import { mergeVersions } from './merge.js';
import { installedSdks } from './packages.js';
import { versionFacts } from './version-facts.js';
import { generatedModule } from './write.js';

/** The file that the plugin reads. */
export const GENERATED_FILE = fileURLToPath(new URL('../../src/catalog/generated.ts', import.meta.url));

/** Makes the text of the generated file from the installed SDKs. */
export async function generate(): Promise<string> {
  const versions = [];
  for (const sdk of installedSdks()) versions.push(await versionFacts(sdk));
  return generatedModule(mergeVersions(versions));
}

if (process.argv[1] === fileURLToPath(import.meta.url)) writeFileSync(GENERATED_FILE, await generate());
