/** The formats of `check`: those of the command, and those that ESLint finds by their name. */
import type { ESLint } from 'eslint';
import type { Checker } from '../file-check.js';
import { Reporter } from '../report.js';
import { findingsOf } from './findings.js';
import { githubOf, gitlabOf, sarifOf } from './machine-formats.js';
import { ownFormats, type OwnFormat } from './names.js';
import { prettyOf } from './pretty.js';

export interface FormatContext {
  readonly cwd: string;
  readonly checker: Pick<Checker, 'plugin' | 'version'>;
  /** Characters in a line of the terminal. */
  readonly width: number;
  readonly hasColor: boolean;
}

/** A report of the results of a run. */
export type Format = (
  results: readonly ESLint.LintResult[],
  meta: ESLint.ResultsMeta,
) => string | Promise<string>;

/**
 * The format with this name; what is none of ours is a formatter of ESLint's, a package or a path.
 *
 * @throws Error with a sentence for the user where there is none
 */
export async function formatNamed(name: string, context: FormatContext): Promise<Format> {
  const { cwd, checker, ...rest } = context;
  const reporter = new Reporter(checker.plugin, cwd);
  if (!isOwn(name)) {
    const formatter = await reporter.loadFormatter(name);
    return (results, meta) => formatter.format([...results], meta);
  }
  const options = { ...rest, version: checker.version, urlOf: urlOf(checker) };
  return (results) => OWN[name](findingsOf(results, cwd), options);
}

const OWN = { pretty: prettyOf, github: githubOf, gitlab: gitlabOf, sarif: sarifOf } as const;

function isOwn(name: string): name is OwnFormat {
  return (ownFormats as readonly string[]).includes(name);
}

function urlOf({ plugin }: Pick<Checker, 'plugin'>): (rule: string) => string | null {
  return (rule) => {
    const found = plugin.rules?.[rule] as { meta?: { docs?: { url?: string } } } | undefined;
    return found?.meta?.docs?.url ?? null;
  };
}
