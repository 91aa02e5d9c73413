/**
 * Runs every rule over all code files below folders: `npm run robustness -- folder… [--from=n] [--count=n]` prints the
 * files that end in an error, and those that cost more than five times their own parse plus one second of CPU. Exits with
 * 1 when there are any. `--budget=0.1` gives the analysis less work to do than it has by default.
 */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { Linter } from 'eslint';
import plugin from '../src/index.js';
import { extensions, oxcParser, parseFile } from '../src/languages/javascript/parse/parse.js';

const numberOf = (name: string, otherwise: number) => {
  const given = process.argv.find((argument) => argument.startsWith(`--${name}=`));
  return given ? Number(given.slice(name.length + 3)) : otherwise;
};
const from = numberOf('from', 0);
const count = numberOf('count', Infinity);
const folders = process.argv.slice(2).filter((argument) => !argument.startsWith('--'));

const files = folders.flatMap((folder) => [...filesBelow(path.resolve(folder))]).slice(from, from + count);
const linter = new Linter({ cwd: '/' });
const config: Linter.Config[] = [
  { ignores: ['!**/node_modules/', '!**/.git/'] },
  {
    ...(plugin.configs.all as Linter.Config),
    files: [`**/*.{${extensions.join(',')}}`],
    languageOptions: { parser: oxcParser },
    linterOptions: { reportUnusedDisableDirectives: 'off' },
  },
];

const totals = { unparsed: 0, parse: 0, run: 0, reports: 0, slow: 0, thrown: 0 };
for (const file of files) {
  const text = readFileSync(file, 'utf8');
  const parse = timeOf(() => parseFile(text, file));
  totals.parse += parse.cpu;
  if (!parse.result.ok) {
    totals.unparsed++;
    continue;
  }
  const run = timeOf(() => messagesOf(text, file));
  totals.run += run.cpu;
  if (run.result instanceof Error) {
    totals.thrown++;
    console.log(`THROWN ${file}: ${run.result.message.split('\n')[0]}`);
  } else {
    totals.reports += run.result.length;
    const defect = run.result.find(({ message }) => message.includes('defect'));
    if (defect) {
      totals.thrown++;
      console.log(`DEFECT ${file}: ${defect.message}`);
    }
  }
  if (run.cpu > 5 * parse.cpu + 1) {
    totals.slow++;
    console.log(`SLOW ${file}: ${run.cpu.toFixed(2)} s, parsed in ${parse.cpu.toFixed(2)} s`);
  }
}

const { unparsed, parse, run, reports, slow, thrown } = totals;
console.log(
  `${files.length} files, ${unparsed} do not parse; parsed in ${parse.toFixed(1)} s, run in ${run.toFixed(1)} s; ` +
    `${reports} reports, ${slow} slow, ${thrown} thrown`,
);
process.exitCode = slow + thrown > 0 ? 1 : 0;

function messagesOf(text: string, filename: string): readonly Linter.LintMessage[] | Error {
  try {
    return linter.verify(text, config, { filename });
  } catch (error) {
    return error as Error;
  }
}

/** In seconds of CPU: the machine may be busy with other work. */
function timeOf<T>(what: () => T): { readonly result: T; readonly cpu: number } {
  const before = process.cpuUsage();
  const result = what();
  const { user, system } = process.cpuUsage(before);
  return { result, cpu: (user + system) / 1e6 };
}

function* filesBelow(folder: string): Generator<string> {
  for (const entry of readdirSync(folder, { withFileTypes: true }).sort((a, b) =>
    a.name < b.name ? -1 : 1,
  )) {
    const file = path.join(folder, entry.name);
    if (entry.isDirectory() && entry.name !== '.git') yield* filesBelow(file);
    else if (entry.isFile() && extensions.some((extension) => entry.name.endsWith(`.${extension}`)))
      yield file;
  }
}
