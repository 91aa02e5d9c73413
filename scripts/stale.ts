/** Generated files: written, or compared with what is there. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';

const ROOT = new URL('../', import.meta.url);

/** Texts by their path from the root of the repository. */
export type Files = Readonly<Record<string, string>>;

/**
 * Writes the files that differ. With `--check` on the command line it writes nothing, prints the differences and makes
 * the process exit with 1.
 *
 * @param command what to run when something is stale: `npm run docs`
 */
export function writeOrCheck(files: Files, command: string): void {
  const check = process.argv.includes('--check');
  for (const [file, text] of Object.entries(files)) {
    const url = new URL(file, ROOT);
    const present = existsSync(url) ? readFileSync(url, 'utf8') : '';
    if (present === text) continue;
    if (check) {
      console.error(`${file} is stale; run "${command}".\n${difference(present, text)}`);
      process.exitCode = 1;
    } else {
      writeFileSync(url, text);
      console.log(`Wrote ${file}`);
    }
  }
}

/** The lines between the first and the last difference, as a diff prints them. */
function difference(before: string, after: string): string {
  const old = before.split('\n');
  const now = after.split('\n');
  const start = old.findIndex((line, at) => line !== now[at]);
  let end = 0;
  const rest = Math.min(old.length, now.length) - Math.max(start, 0);
  while (end < rest && old.at(-1 - end) === now.at(-1 - end)) end += 1;
  const changed = (lines: readonly string[], sign: string): string[] =>
    lines.slice(Math.max(start, 0), lines.length - end).map((line) => sign + line);
  return [`@@ line ${start + 1} @@`, ...changed(old, '-'), ...changed(now, '+')].join('\n');
}
