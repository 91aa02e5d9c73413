import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { run } from '../project.js';

/** What one request was on the wire. */
export interface Sent {
  readonly method: string;
  readonly host: string;
  /** Without the query: `/v1/responses`. */
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  /** The body where it is JSON; the names of the parts where it is a form; `null` where it is neither. */
  readonly body: unknown;
}

export interface ProgramRun {
  readonly sent: readonly Sent[];
  /** What the program threw, answers that the library did not like included; `null` for none. */
  readonly error: string | null;
}

const here = path.dirname(fileURLToPath(import.meta.url));

/**
 * Runs programs that use the libraries of one set, with a `fetch` that answers by itself, and tells what each would have
 * sent.
 *
 * @param set a folder beside this file with a package.json and its lock file: `ai-sdk-5`
 * @param programs ES modules by name; each runs to its end before the next one starts, all in one process
 * @param env environment of the process, besides `OPENAI_API_KEY`
 */
export function sentBy<Name extends string>(
  set: string,
  programs: Readonly<Record<Name, string>>,
  env: Readonly<Record<string, string>> = {},
): Readonly<Record<Name, ProgramRun>> {
  const folder = path.join(here, set);
  if (!existsSync(path.join(folder, 'node_modules'))) {
    run(folder, 'npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error']);
  }
  // Inside the set's node_modules, so that imports find its packages and no tool takes the programs for sources.
  const programFolder = path.join(folder, 'node_modules', '.programs');
  rmSync(programFolder, { recursive: true, force: true });
  mkdirSync(programFolder, { recursive: true });
  for (const [name, code] of Object.entries<string>(programs)) {
    writeFileSync(path.join(programFolder, `${name}.mjs`), code);
  }
  const runner = path.join(here, 'run-programs.mjs');
  const { stdout } = run(folder, process.execPath, [runner, programFolder], [0], env);
  return JSON.parse(stdout.slice(stdout.lastIndexOf('\n') + 1)) as Record<Name, ProgramRun>;
}
