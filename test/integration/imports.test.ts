import path from 'node:path';
import { expect, it } from 'vitest';
import { run } from './project.js';

/** Prints the URL of each module that is loaded; hooks run in a thread of their own, so not with `console`. */
const hooks = `
import { writeSync } from 'node:fs';
export async function load(url, context, next) {
  writeSync(1, url + '\\n');
  return next(url, context);
}`;

/** Loads the plugin. What CommonJS modules require from each other is in the cache only. */
const script = `
import { createRequire, register } from 'node:module';
register('data:text/javascript,' + encodeURIComponent(${JSON.stringify(hooks)}));
await import('eslint-plugin-openai-zdr');
for (const file of Object.keys(createRequire(import.meta.url).cache)) console.log(file);
`;

it('importing the plugin loads few packages, and nothing that needs TypeScript', () => {
  const { stdout } = run(path.resolve('.'), process.execPath, ['--input-type=module', '--eval', script]);
  const loaded = stdout
    .split('\n')
    .flatMap((line) => /.*\/node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(line)?.[1] ?? []);
  expect([...new Set(loaded)].sort()).toEqual(['@typescript-eslint/visitor-keys', 'eslint-visitor-keys']);
  expect(stdout).toContain('/dist/src/index.js');
});
