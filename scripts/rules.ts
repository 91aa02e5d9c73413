/**
 * Writes `rules/index.ts` from the files in `rules/`.
 *
 * `tsx scripts/rules.ts` writes it; `--check` writes nothing, prints what differs and exits with 1 when it is stale.
 */
import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { format, resolveConfig } from 'prettier';
import { writeOrCheck, type Files } from './stale.js';

const RULES = fileURLToPath(new URL('../rules/', import.meta.url));

/** The names of all rules: each has a file. */
export function ruleFiles(): readonly string[] {
  return readdirSync(RULES)
    .filter((file) => file.endsWith('.ts') && file !== 'index.ts')
    .map((file) => file.slice(0, -'.ts'.length))
    .sort();
}

/** The text of `rules/index.ts`. */
export async function rulesIndex(): Promise<Files> {
  const names = ruleFiles();
  const text = [
    '// Generated from the files beside it by "npm run rules".',
    ...names.map((name) => `import ${camelCase(name)} from './${name}.js';`),
    "import type { Rule } from '../src/plugin/create-rule.js';",
    '',
    '/** Every rule by its name. */',
    'export const rules: Readonly<Record<string, Rule>> = {',
    ...names.map((name) => `  '${name}': ${camelCase(name)},`),
    '};',
    '',
  ].join('\n');
  const filepath = `${RULES}index.ts`;
  return { 'rules/index.ts': await format(text, { ...(await resolveConfig(filepath)), filepath }) };
}

/** `no-store` → `noStore`. */
function camelCase(name: string): string {
  return name.replaceAll(/-(\w)/g, (_match, letter: string) => letter.toUpperCase());
}

if (process.argv[1] === fileURLToPath(import.meta.url)) writeOrCheck(await rulesIndex(), 'npm run rules');
