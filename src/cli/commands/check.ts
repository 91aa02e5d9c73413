import { existsSync } from 'node:fs';
import path from 'node:path';
import type { ESLint } from 'eslint';
import { baselineOf, comparedWith, readBaseline, type Baseline, type Compared } from '../baseline.js';
import { findingsOf } from '../formats/findings.js';
import { formatNamed, type Format } from '../formats/index.js';
import {
  type CheckedFile,
  type Checker,
  type SharedSettings,
  createFileCheck,
  withMessages,
  withoutWarnings,
} from '../file-check.js';
import { type Problem, findFiles, readSource, reason, writeWhole } from '../files.js';
import { Progress } from '../progress.js';
import { readSettingsFile, shownFrom } from '../settings-file.js';
import { counted, datesOf, defectIn, noFilesIn, skippedFile, unreadLibrariesText } from '../words.js';
import type { ExitCode, Io } from './command.js';

export interface CheckOptions {
  readonly paths: readonly string[];
  readonly formats: readonly FormatTarget[];
  readonly strict: boolean;
  readonly fix: boolean;
  readonly quiet: boolean;
  /** How many warnings are no reason to fail; -1: any number. */
  readonly maxWarnings: number;
  /** A file with findings that are accepted. */
  readonly baseline: string | null;
  /** Write the baseline instead of comparing with it. */
  readonly updateBaseline: boolean;
}

/** A format, and the file that it is written to; `null` for the standard output. */
export interface FormatTarget {
  readonly name: string;
  readonly file: string | null;
}

/** What is done with a file. */
const CHECKED = 'checked';
/** Where a line ends that goes to no terminal. */
const DEFAULT_WIDTH = 100;

/**
 * Checks files. The report goes to `stdout`, all else to `stderr`.
 *
 * @returns 0 clean or warnings only, 1 errors found, 2 could not run, or could not check everything
 */
export async function check(options: CheckOptions, io: Io, checker: Checker): Promise<ExitCode> {
  const say = (line: string): void => io.stderr(`${line}\n`);
  const show = shownFrom(io.cwd);

  let reports: readonly { readonly format: Format; readonly target: FormatTarget }[];
  let checkFile: (file: string, text: string) => CheckedFile;
  let settings: SharedSettings;
  let baseline: Baseline | null;
  try {
    const context = { cwd: io.cwd, checker, width: io.columns ?? DEFAULT_WIDTH };
    reports = await Promise.all(
      options.formats.map(async (target) => ({
        format: await formatNamed(target.name, {
          ...context,
          hasColor: io.hasColor === true && target.file === null,
        }),
        target,
      })),
    );
    settings = await readSettingsFile(io.cwd, checker);
    baseline = options.baseline === null ? null : await readBaseline(path.resolve(io.cwd, options.baseline));
    checkFile = createFileCheck(checker, { ...options, settings });
  } catch (error) {
    say((error as Error).message);
    return 2;
  }

  const { files, problems, skipped, unread } = await findFiles(options.paths, io.cwd);
  for (const file of skipped) say(skippedFile(show(file)));
  const all: ESLint.LintResult[] = [];
  const counts = { read: 0, parsed: 0, requests: 0, unfinished: 0 };
  const libraries = new Map<string, number>();
  const progress = new Progress(io, files.length);
  for (const file of files) {
    try {
      const text = await readSource(file);
      counts.read++;
      for (const name of checker.unread(file, text)) libraries.set(name, (libraries.get(name) ?? 0) + 1);
      const { result, parsed, requests, unfinished, defect } = checkFile(file, text);
      if (parsed) counts.parsed++;
      counts.requests += requests;
      if (unfinished > 0) counts.unfinished++;
      if (defect !== null) problems.push({ path: file, message: defectIn(defect, CHECKED, checker.issues) });
      all.push(result);
      if (result.output !== undefined) await writeWhole(file, io.cwd, result.output);
      progress.fileDone(result.errorCount + result.warningCount);
    } catch (error) {
      problems.push({ path: file, message: problemWith(error, checker) });
    }
  }
  progress.end();

  let results: readonly ESLint.LintResult[] = all;
  if (baseline && options.baseline !== null) {
    // Files are named from the baseline's folder, so that it is the same from wherever the command is run.
    const compared = comparedInRun(results, baseline, path.dirname(path.resolve(io.cwd, options.baseline)));
    if (options.updateBaseline) {
      try {
        await writeWhole(options.baseline, io.cwd, `${JSON.stringify(compared.next, null, 2)}\n`);
      } catch (error) {
        say(`${options.baseline}: ${reason(error)}`);
        return 2;
      }
      say(`${counted(compared.findings, 'finding')} written to ${options.baseline}`);
      results = results.map((result) => withMessages(result, ({ fatal }) => fatal === true));
    } else {
      results = compared.results;
      if (compared.accepted > 0)
        say(`${counted(compared.accepted, 'finding')} accepted by ${options.baseline}`);
      for (const { file, rule, count: gone } of compared.gone)
        say(
          `${file}: ${rule} no longer there${gone > 1 ? `, ${gone} times` : ''}; --update-baseline forgets it`,
        );
    }
  }

  const meta = tooManyWarnings(options, results);
  const shown = options.quiet ? results.map(withoutWarnings) : results;
  for (const { format, target } of reports) {
    const report = await format(shown, meta);
    const text = report === '' || report.endsWith('\n') ? report : `${report}\n`;
    if (target.file === null) {
      if (text !== '') io.stdout(text);
      continue;
    }
    try {
      await writeWhole(target.file, io.cwd, text);
    } catch (error) {
      say(`${target.file}: ${reason(error)}`);
      return 2;
    }
  }

  for (const problem of problems) say(`${show(problem.path)}: ${problem.message}`);
  for (const [language, number] of unread) say(`${counted(number, language)} not checked`);
  for (const sentence of unreadLibrariesText(libraries)) say(sentence);
  if (files.length === 0) say(noFilesIn(options.paths));
  for (const line of checker.unusedExceptions?.(settings) ?? []) say(line);
  const tooMany = meta.maxWarningsExceeded;
  if (tooMany) say(`${counted(tooMany.foundWarnings, 'warning')}, at most ${tooMany.maxWarnings} allowed`);
  say(
    `Checked ${counted(counts.read, 'file')} (${counts.parsed} parsed), ` +
      `${counted(counts.requests, 'OpenAI request')} found; ` +
      `${datesOf(checker.policyAsOf(), checker.librariesAsOf())}.`,
  );
  const due = checker.due();
  if (due.length > 0) say(dueLine(due));
  if (counts.unfinished > 0) {
    const where = options.strict ? '' : '; --strict reports where';
    say(`${counted(counts.unfinished, 'file')} not analysed to the end${where}.`);
  }

  if (problems.length > 0 || counts.read === 0 || results.some((result) => result.fatalErrorCount > 0))
    return 2;
  return tooMany || results.some((result) => result.errorCount > 0) ? 1 : 0;
}

interface ComparedRun {
  readonly results: readonly ESLint.LintResult[];
  readonly accepted: number;
  readonly gone: Compared['gone'];
  readonly next: Baseline;
  /** How many findings the next baseline holds. */
  readonly findings: number;
}

/** The results of a run without what a baseline accepts, and the baseline that would accept all of them. */
function comparedInRun(
  results: readonly ESLint.LintResult[],
  baseline: Baseline,
  folder: string,
): ComparedRun {
  const findings = findingsOf(results, folder);
  const checked = new Set(results.map(({ filePath }) => filePath));
  const isLookedAt = (file: string): boolean => {
    const whole = path.resolve(folder, file);
    return checked.has(whole) || !existsSync(whole);
  };
  const { fresh, accepted, gone } = comparedWith(baseline, findings, isLookedAt);
  const messages = new Set([...fresh].map(({ message }) => message));
  const next = baselineOf(findings, baseline, isLookedAt);
  return {
    results: results.map((result) => withMessages(result, (message) => messages.has(message))),
    accepted,
    gone,
    next,
    findings: next.findings.reduce((sum, { count: alike }) => sum + alike, 0),
  };
}

function tooManyWarnings(
  { maxWarnings }: CheckOptions,
  results: readonly ESLint.LintResult[],
): ESLint.ResultsMeta {
  const foundWarnings = results.reduce((sum, result) => sum + result.warningCount, 0);
  if (maxWarnings < 0 || foundWarnings <= maxWarnings) return {};
  return { maxWarningsExceeded: { maxWarnings, foundWarnings } };
}

function problemWith(error: unknown, checker: Checker): Problem['message'] {
  if ((error as NodeJS.ErrnoException).code !== undefined) return reason(error);
  // What fails while a file is checked is no fault of the file.
  return defectIn((error as Error).message, CHECKED, checker.issues);
}

/** At most so many rows are named. */
const MAX_DUE = 3;

function dueLine(due: readonly string[]): string {
  const rest = due.length - MAX_DUE;
  const names = due.slice(0, MAX_DUE).join(', ') + (rest > 0 ? ` and ${rest} more` : '');
  return `${counted(due.length, 'policy row')} not reviewed for long (${names}); a newer version of this package may know more.`;
}
