/**
 * Writes `known.ts` anew from what is found today: `npx tsx test/matrix/update.ts`. It also reads a file with marks of a merge
 * conflict in it. What has become worse is not written but listed, unless `--accept` is given.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { Workspace } from './outcomes.js';
import { faultsOf, keyOf, totals, type Known } from './table.js';
import { groups } from './ways/index.js';

const FILE = fileURLToPath(new URL('known.ts', import.meta.url));
const HEAD = `import type { Known } from './table.js';

/**
 * What is not yet found, or wrongly reported: way, kind of value, outcome, reason. Written by \`npx tsx test/matrix/update.ts\`;
 * it only shrinks.
 */
// prettier-ignore
export const known: readonly Known[] = [
`;

const text = existsSync(FILE) ? readFileSync(FILE, 'utf8') : '';
const before = new Map<string, Known>();
for (const [, entry] of text.matchAll(/^ {2}(\[.*\]),$/gm)) {
  const known = JSON.parse(entry!) as Known;
  before.set(keyOf(known), known);
}

const workspace = new Workspace();
const now = Object.keys(groups).flatMap((group) => faultsOf(group, workspace));
workspace.remove();

const mayGrow = before.size === 0 || process.argv.includes('--accept');
const worse = now.filter((fault) => !before.has(keyOf(fault)));
// A reason that was there stays: its words may come from a message that was reworded since.
const entries = now
  .map((fault) => before.get(keyOf(fault)) ?? fault)
  .filter((fault) => mayGrow || before.has(keyOf(fault)));
const lines = entries.map((entry) => `  [${entry.map((part) => JSON.stringify(part)).join(', ')}],\n`);
writeFileSync(FILE, `${HEAD}${lines.join('')}];\n`);

console.log(totals(now));
console.log(`${before.size} entries before, ${entries.length} now`);
if (worse.length > 0 && before.size > 0) {
  console.log(`${mayGrow ? 'Accepted' : 'NOT written (--accept writes them)'}, worse than before:`);
  for (const fault of worse) console.log(`  ${keyOf(fault)}: ${fault[3]}`);
  if (!mayGrow) process.exitCode = 1;
}
