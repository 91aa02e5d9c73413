import { parseArgs } from 'node:util';

export interface Options {
  paths: string[];
  format: string;
  strict: boolean;
  fix: boolean;
  quiet: boolean;
  /** How many warnings are no reason to fail; -1: any number. */
  maxWarnings: number;
}

export type Arguments = { run: 'check'; options: Options } | { run: 'help' } | { run: 'version' };

/** A command line that cannot be understood; the message says why. */
export class UsageError extends Error {}

export const help = `Finds OpenAI calls that keep data, in a project that needs no ESLint config.

Usage: openai-zdr check [options] [paths]

Checks the JavaScript and TypeScript files in the given files and folders, by default in the current folder.
Skips node_modules, and what .gitignore files name. Settings are read from openai-zdr.json in the current folder, or
in the nearest one above it inside the repository.

Options:
  --strict            use the strict preset instead of the recommended one
  --fix               write the fixes to the files
  --quiet             report errors only
  --max-warnings <n>  fail if there are more warnings
  -f, --format <name> an ESLint formatter: stylish (default), json, html, a package or a path
  -h, --help          show this help
  -v, --version       show the version

Exit code: 0 clean or warnings only, 1 errors found, 2 could not run, or could not check everything.
`;

/** @throws UsageError */
export function readArguments(argv: readonly string[]): Arguments {
  const { values, positionals } = parse(argv);
  if (values.help) return { run: 'help' };
  if (values.version) return { run: 'version' };
  const [command, ...paths] = positionals;
  if (command === undefined) throw new UsageError('What to do? The command is "check".');
  if (command !== 'check') throw new UsageError(`Unknown command "${command}". The command is "check".`);
  const { format, strict, fix, quiet } = values;
  const maxWarnings = readCount(values['max-warnings']);
  return {
    run: 'check',
    options: { paths: paths.length > 0 ? paths : ['.'], format, strict, fix, quiet, maxWarnings },
  };
}

function parse(argv: readonly string[]) {
  try {
    return parseArgs({
      args: [...argv],
      allowPositionals: true,
      options: {
        strict: { type: 'boolean', default: false },
        fix: { type: 'boolean', default: false },
        quiet: { type: 'boolean', default: false },
        'max-warnings': { type: 'string' },
        format: { type: 'string', short: 'f', default: 'stylish' },
        help: { type: 'boolean', short: 'h', default: false },
        version: { type: 'boolean', short: 'v', default: false },
      },
    });
  } catch (error) {
    throw new UsageError((error as Error).message);
  }
}

function readCount(text: string | undefined): number {
  if (text === undefined) return -1;
  if (!/^\d+$/.test(text)) throw new UsageError(`--max-warnings takes a number, not "${text}".`);
  return Number(text);
}
