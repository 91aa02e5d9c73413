import path from 'node:path';
import type { FileInventory, Checker, SharedSettings } from '../file-check.js';
import { findFiles, readSource, reason, writeWhole } from '../files.js';
import { cyclonedxOf } from '../inventory/cyclonedx.js';
import { htmlOf } from '../inventory/html.js';
import { countsText, type Inventory, type InventoryFormat, type InventoryLine } from '../inventory/model.js';
import { changesBetween, readInventory, type Changes } from '../inventory/signed-off.js';
import { statementOf } from '../inventory/statement.js';
import { csvOf, jsonOf, markdownOf, tableOf } from '../inventory/text-formats.js';
import { readSettingsFile, shownFrom } from '../settings-file.js';
import { counted, datesOf, noFilesIn, skippedFile, unreadLibrariesText } from '../words.js';
import type { ExitCode, Io } from './command.js';

export interface InventoryOptions {
  readonly paths: readonly string[];
  readonly format: InventoryFormat;
  /** Where to write it; `null` for the standard output. */
  readonly output: string | null;
  /** An inventory that was signed off, to compare with. */
  readonly check: string | null;
  /** `https://example.com/blob/main/{file}#L{line}` */
  readonly linkTemplate: string | null;
}

/**
 * Lists every request that is found, with what is kept of it.
 *
 * @returns 0 done, 1 there are requests that the inventory given with `check` lacks, 2 could not run, or could not read everything
 */
export async function inventory(options: InventoryOptions, io: Io, checker: Checker): Promise<ExitCode> {
  const say = (line: string): void => io.stderr(`${line}\n`);
  let settings: SharedSettings;
  let signedOff: Inventory | null;
  try {
    settings = await readSettingsFile(io.cwd, checker);
    signedOff = options.check === null ? null : await readInventory(path.resolve(io.cwd, options.check));
  } catch (error) {
    say((error as Error).message);
    return 2;
  }

  const { found, isComplete } = await collected(options.paths, settings, io, checker);
  if (found.files === 0) say(noFilesIn(options.paths));
  for (const sentence of found.notRead) say(sentence);

  if (signedOff) {
    const changes = changesBetween(signedOff, found);
    sayChanges(changes, say);
    if (changes.added.length > 0) return isComplete ? 1 : 2;
  } else {
    const text = FORMATS[options.format](found, linkTo(options.linkTemplate));
    try {
      if (options.output === null) io.stdout(text);
      else await writeWhole(path.resolve(io.cwd, options.output), io.cwd, text);
    } catch (error) {
      say(`${options.output}: ${reason(error)}`);
      return 2;
    }
  }
  const counts = found.lines.length === 0 ? 'no request found' : countsText(found.lines);
  say(
    `Read ${counted(found.files, 'file')}: ${counts}; ${datesOf(found.asOf.policy, found.asOf.libraries)}.`,
  );
  return isComplete && found.files > 0 ? 0 : 2;
}

const FORMATS = {
  table: tableOf,
  json: jsonOf,
  markdown: markdownOf,
  csv: csvOf,
  html: htmlOf,
  cyclonedx: cyclonedxOf,
  statement: statementOf,
} as const satisfies Record<
  InventoryFormat,
  (inventory: Inventory, link: (line: InventoryLine) => string) => string
>;

async function collected(
  paths: readonly string[],
  settings: SharedSettings,
  { cwd }: Io,
  checker: Checker,
): Promise<{ found: Inventory; isComplete: boolean }> {
  const show = shownFrom(cwd);
  const { files, problems, skipped, unread } = await findFiles(paths, cwd);
  const notRead = [
    ...problems.map((problem) => `${show(problem.path)}: ${problem.message}`),
    ...skipped.map((file) => skippedFile(show(file))),
    ...[...unread].map(([language, count]) => `${counted(count, language)} not read`),
  ];
  const lines: InventoryLine[] = [];
  let isComplete = problems.length === 0;
  const libraries = new Map<string, number>();
  let read = 0;
  for (const file of files) {
    const name = path.relative(cwd, file).split(path.sep).join('/');
    try {
      const text = await readSource(file);
      read++;
      for (const library of checker.unread(file, text))
        libraries.set(library, (libraries.get(library) ?? 0) + 1);
      const { entries, failure }: FileInventory = checker.inventory(file, text, settings);
      lines.push(...entries.map((entry) => ({ file: name, ...entry })));
      if (failure !== null) notRead.push(`${name}: ${failure}`);
      isComplete &&= failure === null;
    } catch (error) {
      notRead.push(`${name}: ${reason(error)}`);
      isComplete = false;
    }
  }
  notRead.push(...unreadLibrariesText(libraries));
  lines.sort((a, b) => (a.file === b.file ? 0 : a.file < b.file ? -1 : 1));
  return {
    found: {
      version: 1,
      tool: { name: 'eslint-plugin-openai-zdr', version: checker.version },
      asOf: { policy: checker.policyAsOf(), libraries: checker.librariesAsOf() },
      control: checker.control(settings),
      files: read,
      notRead: notRead.sort(),
      lines,
    },
    isComplete,
  };
}

function sayChanges({ added, removed }: Changes, say: (line: string) => void): void {
  for (const line of added) say(`Not signed off: ${line}`);
  for (const line of removed) say(`No longer there: ${line}`);
}

/** The address of a place: `{file}` and `{line}` stand for its parts. Without a template there is none. */
function linkTo(template: string | null): (line: InventoryLine) => string {
  if (template === null) return () => '';
  return ({ file, line }) =>
    template
      .replaceAll('{file}', file.split('/').map(encodeURIComponent).join('/'))
      .replaceAll('{line}', String(line));
}
