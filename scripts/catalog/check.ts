import { readFileSync } from 'node:fs';

import { lineDifference } from './difference.js';
import { generate, GENERATED_FILE } from './generate.js';

/** Exits with 1, showing the lines that differ, if the generated file is not what the installed SDKs give. */
const difference = lineDifference(readFileSync(GENERATED_FILE, 'utf8'), await generate());
if (difference.length > 0) {
  console.error(
    ['src/catalog/generated.ts is not up to date; run `npm run catalog`.', ...difference].join('\n'),
  );
  process.exitCode = 1;
}
