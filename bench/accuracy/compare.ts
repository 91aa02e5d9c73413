/**
 * What the rules find of the places in `sites.json`: `npm run accuracy -- folder [--list] [owner+name…]`.
 *
 * The folder holds checkouts, one for each repository, named `owner+name`, at the commit that `sites.json` names. The
 * places were decided by reading before any rule ran on them. A report belongs to a place when it has its rule and
 * stands within a few lines of it; each report belongs to one place. What is left over in these files has to be read.
 */
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import * as parser from '@typescript-eslint/parser';
import { ESLint, type Linter } from 'eslint';
import plugin from '../../src/index.js';

interface Site {
  readonly file: string;
  readonly line: number;
  /** `null` where nothing should be reported. */
  readonly rule: string | null;
  /** The laxest preset that should report it; `none` for what only looks like it. */
  readonly level: 'recommended' | 'strict' | 'none';
  /** How the value gets there. */
  readonly way: string;
  /** A second rule that would be as right. */
  readonly orRule?: string;
  /** Other places, as `file:line`, where the same report would be as right. */
  readonly or?: readonly string[];
}

interface Repository {
  readonly repository: string;
  readonly commit: string;
  readonly sites: readonly Site[];
}

interface Report {
  readonly file: string;
  readonly line: number;
  readonly rule: string;
  readonly message: string;
  taken: boolean;
}

type Outcome = 'found' | 'strict only' | 'silent' | 'quiet' | 'reported';

/** Calls over several lines are reported at their last name, bodies at a key. */
const NEAR = 3;
const UNPROVEN = 'no-unproven-request';

const outcomes: readonly Outcome[] = ['found', 'strict only', 'silent', 'quiet', 'reported'];
const withList = process.argv.includes('--list');
const [folder, ...only] = process.argv.slice(2).filter((argument) => !argument.startsWith('--'));
if (folder === undefined) throw new Error('Name the folder with the checkouts.');

const repositories = (
  JSON.parse(readFileSync(new URL('sites.json', import.meta.url), 'utf8')) as Repository[]
).filter(({ repository }) => only.length === 0 || only.includes(nameOf(repository)));

const perRule = new Map<string, Map<string, number>>();
const perRepository = new Map<string, Map<string, number>>();
const lines: string[] = [];

for (const { repository, sites } of repositories) {
  const root = path.resolve(folder, nameOf(repository));
  if (!existsSync(root)) {
    console.error(`${repository} is not in ${folder}.`);
    continue;
  }
  const files = filesOf(sites);
  const recommended = await reportsOf(root, files, plugin.configs.recommended);
  const strict = await reportsOf(root, files, plugin.configs.strict);
  for (const [site, outcome] of outcomesOf(sites, recommended, strict)) {
    count(perRule, `${site.rule ?? 'look-alikes'} (${site.level})`, outcome);
    count(perRepository, repository, `${site.level}: ${outcome}`);
    if (outcome !== 'found' && outcome !== 'quiet')
      lines.push(`${outcome}\t${repository}\t${site.file}:${site.line}\t${site.rule}\t${site.way}`);
  }
  for (const { file, line, rule, message, taken } of recommended) {
    if (taken) continue;
    count(perRule, `${rule} (recommended)`, 'other');
    count(perRepository, repository, 'other');
    lines.push(`other\t${repository}\t${file}:${line}\t${rule}\t${message}`);
  }
  for (const { file, line, rule, message, taken } of strict) {
    if (taken || recommended.some((other) => isSame(other, { file, line, rule, message, taken }))) continue;
    count(perRule, `${rule} (strict)`, 'other');
    lines.push(`other in strict\t${repository}\t${file}:${line}\t${rule}\t${message}`);
  }
}

table('rule', perRule, [...outcomes, 'other']);
table('repository', perRepository, [
  'recommended: found',
  'recommended: strict only',
  'recommended: silent',
  'strict: found',
  'strict: silent',
  'none: reported',
  'other',
]);
if (withList) console.log(lines.join('\n'));

function nameOf(repository: string): string {
  return repository.replace('/', '+');
}

function filesOf(sites: readonly Site[]): string[] {
  const places = sites.flatMap(({ file, or = [] }) => [file, ...or.map((place) => placeOf(place).file)]);
  return [...new Set(places)];
}

function placeOf(place: string): { file: string; line: number } {
  const colon = place.lastIndexOf(':');
  return { file: place.slice(0, colon), line: Number(place.slice(colon + 1)) };
}

/** Without types, as most projects run it. */
async function reportsOf(root: string, files: readonly string[], preset: Linter.Config): Promise<Report[]> {
  const eslint = new ESLint({
    cwd: root,
    overrideConfigFile: true,
    ignore: false,
    allowInlineConfig: false,
    overrideConfig: [
      {
        files: ['**/*.{js,mjs,cjs,jsx,ts,mts,cts,tsx}'],
        languageOptions: { parser, parserOptions: { ecmaFeatures: { jsx: true } } },
      },
      preset,
    ],
  });
  const reports: Report[] = [];
  for (const file of files) {
    const filePath = path.join(root, file);
    // A name with brackets is a pattern to ESLint, a text is not.
    const results = await eslint
      .lintText(readFileSync(filePath, 'utf8'), { filePath })
      .catch((error: Error) => {
        console.error(`${file} ended the run: ${error.message.split('\n', 1)[0]}`);
        return [];
      });
    for (const { ruleId, line, message, fatal } of results.flatMap(({ messages }) => messages)) {
      if (fatal === true) console.error(`${file} cannot be read: ${message}`);
      reports.push({
        file,
        line,
        rule: ruleId?.replace('openai-zdr/', '') ?? 'fatal',
        message,
        taken: false,
      });
    }
  }
  return reports;
}

function outcomesOf(
  sites: readonly Site[],
  recommended: readonly Report[],
  strict: readonly Report[],
): [Site, Outcome][] {
  const found = new Map<Site, Outcome>();
  const left = () => sites.filter((site) => !found.has(site));
  // What stands on the very line goes first, so that neighbours do not take it from each other.
  for (const near of [0, NEAR])
    for (const site of left())
      if (take(site.level === 'strict' ? strict : recommended, site, rulesOf(site), near))
        found.set(site, 'found');
  for (const report of strict)
    report.taken ||= recommended.some((other) => other.taken && isSame(other, report));
  for (const site of left().filter(({ rule }) => rule !== null))
    found.set(site, take(strict, site, [...rulesOf(site), UNPROVEN], NEAR) ? 'strict only' : 'silent');
  for (const site of left()) {
    const isReported = [recommended, strict].some((reports) => take(reports, site, null, 0));
    found.set(site, isReported ? 'reported' : 'quiet');
  }
  return [...found];
}

function rulesOf({ rule, orRule }: Site): string[] {
  return [rule, orRule].filter((name) => typeof name === 'string');
}

function isSame(a: Report, b: Report): boolean {
  return a.file === b.file && a.line === b.line && a.rule === b.rule;
}

function take(
  reports: readonly Report[],
  { file, line, or = [] }: Site,
  rules: readonly string[] | null,
  near: number,
): boolean {
  const places = [{ file, line }, ...or.map(placeOf)];
  const report = reports
    .filter(({ taken, rule }) => !taken && (rules === null || rules.includes(rule)))
    .map((report) => ({ report, distance: Math.min(...places.map((place) => distance(report, place))) }))
    .filter(({ distance }) => distance <= near)
    .sort((a, b) => a.distance - b.distance)[0]?.report;
  if (report === undefined) return false;
  report.taken = true;
  return true;
}

function distance(report: Report, place: { file: string; line: number }): number {
  return report.file === place.file ? Math.abs(report.line - place.line) : Infinity;
}

function count(counts: Map<string, Map<string, number>>, row: string, column: string): void {
  const cells = counts.get(row) ?? new Map<string, number>();
  counts.set(row, cells.set(column, (cells.get(column) ?? 0) + 1));
}

function table(title: string, rows: Map<string, Map<string, number>>, columns: readonly string[]): void {
  console.log(`| ${[title, ...columns].join(' | ')} |`);
  console.log(`| ${[title, ...columns].map(() => '---').join(' | ')} |`);
  for (const [row, cells] of [...rows].sort(([a], [b]) => a.localeCompare(b)))
    console.log(`| ${[row, ...columns.map((column) => cells.get(column) ?? 0)].join(' | ')} |`);
  console.log();
}
