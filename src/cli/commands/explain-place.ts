import path from 'node:path';
import { isNotebook } from '../../languages/python/notebook/place.js';
import type { Checker } from '../file-check.js';
import { readSource, reason } from '../files.js';
import { readSettingsFile } from '../settings-file.js';
import type { ExitCode, Io } from './command.js';

/** A line of a file: `src/ask.ts:12`, also with a column behind it. */
export interface Place {
  readonly file: string;
  readonly line: number;
}

/** The place that a text names; `null` for any other text. */
export function placeIn(text: string): Place | null {
  const found = /^(.+\.\w+):(\d+)(?::\d+)?$/.exec(text);
  return found ? { file: found[1]!, line: Number(found[2]) } : null;
}

/**
 * Says why the requests at a line are reported, or are not.
 *
 * @returns 0 if there is a request, 1 if none was found there, 2 if the file cannot be read
 */
export async function explainPlace(place: Place, io: Io, checker: Checker): Promise<ExitCode> {
  if (isNotebook(place.file)) {
    io.stderr(`${place.file}: lines of notebooks cannot be explained yet; copy the cells into a .py file\n`);
    return 2;
  }
  const file = path.resolve(io.cwd, place.file);
  let accounts;
  try {
    const settings = await readSettingsFile(io.cwd, checker);
    accounts = checker.accounts(file, await readSource(file), place.line, settings);
  } catch (error) {
    const isOfFile = (error as NodeJS.ErrnoException).code !== undefined;
    io.stderr(`${place.file}: ${isOfFile ? reason(error) : (error as Error).message}\n`);
    return 2;
  }
  if (accounts.length === 0) {
    io.stderr(
      `No request to OpenAI was found at ${place.file}:${place.line}. \`check --strict\` also reports calls that could not be followed.\n`,
    );
    return 1;
  }
  const shown = accounts.map(({ title, sentences }) =>
    [title, ...sentences.map((sentence) => `  ${sentence.replaceAll(`${io.cwd}${path.sep}`, '')}`)].join(
      '\n',
    ),
  );
  io.stdout(`${[...new Set(shown)].join('\n\n')}\n`);
  return 0;
}
