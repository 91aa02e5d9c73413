import { check } from './commands/check.js';
import type { ExitCode, Io } from './commands/command.js';
import type { Checker } from './file-check.js';
import { readArguments, UsageError, type Arguments } from './program.js';

export type { ExitCode, Io } from './commands/command.js';

/** The command, without its process. What was asked for goes to `stdout`, all else to `stderr`. */
export async function main(
  argv: readonly string[],
  io: Io,
  checker: Checker,
  env: Readonly<Record<string, string | undefined>> = {},
): Promise<ExitCode> {
  let asked: Arguments;
  try {
    asked = readArguments(argv, checker.version);
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    io.stderr(`${error.message}\nSee openai-zdr --help.\n`);
    return 2;
  }
  const context = { ...io, env, version: checker.version };
  switch (asked.run) {
    case 'check':
      return check(asked.options, io, checker);
    case 'inventory':
      return (await import('./commands/inventory.js')).inventory(asked.options, io, checker);
    case 'verify':
      return (await import('./commands/verify.js')).verify(asked.options, context);
    case 'explain': {
      const { explainPlace, placeIn } = await import('./commands/explain-place.js');
      const place = placeIn(asked.options.thing);
      if (place) return explainPlace(place, io, checker);
      return (await import('./commands/explain.js')).explain(asked.options, context);
    }
    case 'endpoints':
      return (await import('./commands/endpoints.js')).endpoints(asked.options, context);
    case 'text':
      io.stdout(asked.text.endsWith('\n') ? asked.text : `${asked.text}\n`);
      return 0;
  }
}
