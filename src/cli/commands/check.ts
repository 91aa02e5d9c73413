import { readFile } from 'node:fs/promises';
import type { ESLint } from 'eslint';
import {
  type CheckedFile,
  type Checker,
  type SharedSettings,
  createFileCheck,
  withoutWarnings,
} from '../file-check.js';
import { type Problem, findFiles, reason, writeWhole } from '../files.js';
import { Reporter } from '../report.js';
import { readSettingsFile, shownFrom } from '../settings-file.js';
import type { ExitCode, Io } from './command.js';

export interface CheckOptions {
  readonly paths: readonly string[];
  readonly format: string;
  readonly strict: boolean;
  readonly fix: boolean;
  readonly quiet: boolean;
  /** How many warnings are no reason to fail; -1: any number. */
  readonly maxWarnings: number;
}

/**
 * Checks files. The report goes to `stdout`, all else to `stderr`.
 *
 * @returns 0 clean or warnings only, 1 errors found, 2 could not run, or could not check everything
 */
export async function check(options: CheckOptions, io: Io, checker: Checker): Promise<ExitCode> {
  const say = (line: string): void => io.stderr(`${line}\n`);
  const show = shownFrom(io.cwd);

  let formatter: ESLint.LoadedFormatter;
  let checkFile: (file: string, text: string) => CheckedFile;
  let settings: SharedSettings;
  try {
    formatter = await new Reporter(checker.plugin, io.cwd).loadFormatter(options.format);
    settings = await readSettingsFile(io.cwd, checker);
    checkFile = createFileCheck(checker, { ...options, settings });
  } catch (error) {
    say((error as Error).message);
    return 2;
  }

  const { files, problems, skipped, unread } = await findFiles(options.paths, io.cwd);
  for (const file of skipped) say(`${show(file)}: skipped, not a JavaScript, TypeScript or Python file`);
  const results: ESLint.LintResult[] = [];
  const counts = { read: 0, parsed: 0, requests: 0, unfinished: 0 };
  for (const file of files) {
    try {
      const text = await readFile(file, 'utf8');
      counts.read++;
      const { result, parsed, requests, unfinished, defect } = checkFile(file, text);
      if (parsed) counts.parsed++;
      counts.requests += requests;
      if (unfinished > 0) counts.unfinished++;
      if (defect !== null) problems.push({ path: file, message: defectIn(defect, checker) });
      results.push(result);
      if (result.output !== undefined) await writeWhole(file, io.cwd, result.output);
    } catch (error) {
      problems.push({ path: file, message: problemWith(error, checker) });
    }
  }

  const shown = options.quiet ? results.map(withoutWarnings) : results;
  const report = await formatter.format(shown, tooManyWarnings(options, results));
  if (report !== '') io.stdout(report.endsWith('\n') ? report : `${report}\n`);

  for (const problem of problems) say(`${show(problem.path)}: ${problem.message}`);
  for (const [language, number] of unread) say(`${count(number, language)} not checked`);
  if (files.length === 0)
    say(`No JavaScript, TypeScript or Python file found in ${options.paths.join(', ')}`);
  for (const line of checker.unusedExceptions?.(settings) ?? []) say(line);
  const tooMany = tooManyWarnings(options, results).maxWarningsExceeded;
  if (tooMany) say(`${count(tooMany.foundWarnings, 'warning')}, at most ${tooMany.maxWarnings} allowed`);
  say(
    `Checked ${count(counts.read, 'file')} (${counts.parsed} parsed), ` +
      `${count(counts.requests, 'OpenAI request')} found; ` +
      `OpenAI's policy as of ${checker.policyAsOf()}, libraries as of ${checker.librariesAsOf()}.`,
  );
  const due = checker.due();
  if (due.length > 0) say(dueLine(due));
  if (counts.unfinished > 0) {
    const where = options.strict ? '' : '; --strict reports where';
    say(`${count(counts.unfinished, 'file')} not analysed to the end${where}.`);
  }

  if (problems.length > 0 || counts.read === 0 || results.some((result) => result.fatalErrorCount > 0))
    return 2;
  return tooMany || results.some((result) => result.errorCount > 0) ? 1 : 0;
}

function tooManyWarnings({ maxWarnings }: CheckOptions, results: ESLint.LintResult[]): ESLint.ResultsMeta {
  const foundWarnings = results.reduce((sum, result) => sum + result.warningCount, 0);
  if (maxWarnings < 0 || foundWarnings <= maxWarnings) return {};
  return { maxWarningsExceeded: { maxWarnings, foundWarnings } };
}

function problemWith(error: unknown, checker: Checker): Problem['message'] {
  if ((error as NodeJS.ErrnoException).code !== undefined) return reason(error);
  return defectIn((error as Error).message, checker);
}

/** What fails while a file is checked is no fault of the file. */
function defectIn(error: string, { issues }: Checker): Problem['message'] {
  return `not checked because of a defect of this command (${error.split('\n')[0]}); report it with this file at ${issues}`;
}

/** At most so many rows are named. */
const MAX_DUE = 3;

function dueLine(due: readonly string[]): string {
  const rest = due.length - MAX_DUE;
  const names = due.slice(0, MAX_DUE).join(', ') + (rest > 0 ? ` and ${rest} more` : '');
  return `${count(due.length, 'policy row')} not reviewed for long (${names}); a newer version of this package may know more.`;
}

const count = (number: number, what: string): string => `${number} ${what}${number === 1 ? '' : 's'}`;
