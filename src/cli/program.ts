import { Command, CommanderError, InvalidArgumentError, Option } from 'commander';
import { verdicts } from '../policy/index.js';
import type { CheckOptions, FormatTarget } from './commands/check.js';
import { ownFormats } from './formats/names.js';
import type { EndpointsOptions } from './commands/endpoints.js';
import type { ExplainOptions } from './commands/explain.js';
import type { InventoryOptions } from './commands/inventory.js';
import { inventoryFormats } from './inventory/model.js';
import type { VerifyOptions } from './commands/verify.js';

/** What a command line asks for. */
export type Arguments =
  | { readonly run: 'check'; readonly options: CheckOptions }
  | { readonly run: 'inventory'; readonly options: InventoryOptions }
  | { readonly run: 'verify'; readonly options: VerifyOptions }
  | { readonly run: 'explain'; readonly options: ExplainOptions }
  | { readonly run: 'endpoints'; readonly options: EndpointsOptions }
  /** Help or the version. */
  | { readonly run: 'text'; readonly text: string };

/** A command line that cannot be understood; the message says why. */
export class UsageError extends Error {}

/** Where a probe goes when nothing else is said; a small model that exists (`openai@7.57.0`, shared.d.ts). */
const PROBE_MODEL = 'gpt-5.6-luna';

/**
 * Reads a command line.
 *
 * @param version of this package
 * @throws UsageError
 */
export function readArguments(argv: readonly string[], version: string): Arguments {
  let found: Arguments | undefined;
  let text = '';
  const program = programThat((asked) => (found = asked), version);
  for (const command of [program, ...program.commands]) {
    command.exitOverride();
    command.configureOutput({ writeOut: (part) => (text += part), writeErr: () => {} });
  }
  try {
    program.parse([...argv], { from: 'user' });
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    if (/^commander\.(?:help|helpDisplayed|version)$/.test(error.code) && text !== '')
      return { run: 'text', text };
    throw new UsageError(wordsOf(error, argv));
  }
  return found ?? { run: 'text', text: program.helpInformation() };
}

function wordsOf({ code, message }: CommanderError, argv: readonly string[]): string {
  if (code === 'commander.help') return 'What to do? Name a command.';
  const words = message.replace(/^error: /, '').replace(/\n\((.*)\)$/, '. $1');
  const first = argv.find((argument) => !argument.startsWith('-'));
  const isPath = code === 'commander.unknownCommand' && first !== undefined && /[./\\]/.test(first);
  const sentence = `${words.charAt(0).toUpperCase()}${words.slice(1)}`.replace(/([^.?])$/, '$1.');
  return isPath ? `${sentence} To check files: openai-zdr check ${first}` : sentence;
}

function programThat(asks: (asked: Arguments) => void, version: string): Command {
  const program = new Command('openai-zdr')
    .description('Finds OpenAI calls that keep data, and says what OpenAI keeps.')
    .version(version, '-v, --version', 'show the version')
    .helpOption('-h, --help', 'show this help')
    .helpCommand(false)
    .showSuggestionAfterError()
    .addHelpText(
      'after',
      `
Exit code: 0 as wanted, 1 not as wanted (findings, no ZDR, nothing known), 2 could not run, or could not find everything out.

Examples:
  openai-zdr check src
  openai-zdr inventory --format html --output-file inventory.html
  openai-zdr explain files.create
  openai-zdr endpoints --verdict stored
  OPENAI_ADMIN_KEY=… openai-zdr verify --require zdr`,
    );

  program
    .command('check')
    .description('check JavaScript, TypeScript and Python files')
    .argument('[paths...]', 'files and folders', ['.'])
    .option('--strict', 'use the strict preset instead of the recommended one', false)
    .option('--fix', 'write the fixes to the files', false)
    .option('--quiet', 'report errors only', false)
    .option('--max-warnings <n>', 'fail if there are more warnings', count, -1)
    .option(
      '-f, --format <name[=file]>',
      `${ownFormats.join(', ')}, or a formatter of ESLint: stylish, json, html, a package, a path; can be repeated`,
      formatTarget,
      [],
    )
    .option('-o, --output-file <file>', 'write the report to a file')
    .option('--baseline <file>', 'accept the findings in this file, and report new ones')
    .option('--update-baseline', 'write what is found to the baseline', false)
    .helpOption('-h, --help', 'show this help')
    .addHelpText(
      'after',
      `
Skips node_modules, and what .gitignore files name. Settings are read from openai-zdr.json in the current folder, or in
the nearest one above it inside the repository.

Exit code: 0 clean or warnings only, 1 errors found, 2 could not run, or could not check everything.

Examples:
  openai-zdr check
  openai-zdr check --strict --format json src tests
  openai-zdr check --fix app/main.py
  openai-zdr check --format pretty --format sarif=zdr.sarif
  openai-zdr check --baseline zdr-baseline.json`,
    )
    .action((paths: string[], given: CheckFlags, command: Command) => {
      const { format, outputFile = null, baseline = null, ...options } = given;
      if (options.updateBaseline && baseline === null)
        command.error('--update-baseline needs --baseline with the name of the file');
      const formats = format.length > 0 ? format : [{ name: 'pretty', file: null }];
      const files = formats.map(({ file }) => file ?? outputFile);
      if (new Set(files).size < files.length && files.some((file) => file !== null))
        command.error('Two formats cannot go to the same file');
      if (files.length > new Set(files).size)
        command.error('Only one format can go to the standard output: write --format name=file');
      asks({
        run: 'check',
        options: {
          ...options,
          paths,
          baseline,
          formats: formats.map(({ name }, at) => ({ name, file: files[at] ?? null })),
        },
      });
    });

  program
    .command('inventory')
    .description('list every request to OpenAI and what is kept of it')
    .argument('[paths...]', 'files and folders', ['.'])
    .addOption(
      new Option('-f, --format <name>', 'how to print it').choices([...inventoryFormats]).default('table'),
    )
    .option('-o, --output-file <file>', 'write it to a file')
    .option('--check <file>', 'fail if there are requests that this inventory (of --format json) lacks')
    .option('--link-template <url>', 'the address of a place, with {file} and {line} (markdown and html)')
    .helpOption('-h, --help', 'show this help')
    .addHelpText(
      'after',
      `
Each request is \`kept\`, \`unproven\`, \`no retention found\`, or \`not OpenAI\`. Settings are read as by check.

Exit code: 0 done, 1 requests that --check does not know, 2 could not run, or could not read everything.

Examples:
  openai-zdr inventory
  openai-zdr inventory src --format json --output-file openai-inventory.json
  openai-zdr inventory src --check openai-inventory.json
  openai-zdr inventory --format statement`,
    )
    .action((paths: string[], given: InventoryFlags, command: Command) => {
      if (given.check !== undefined && given.outputFile !== undefined)
        command.error('--check writes nothing: leave --output-file out');
      asks({
        run: 'inventory',
        options: {
          paths,
          format: given.format,
          output: given.outputFile ?? null,
          check: given.check ?? null,
          linkTemplate: given.linkTemplate ?? null,
        },
      });
    });

  program
    .command('explain')
    .description('say what OpenAI keeps of something')
    .argument(
      '<thing...>',
      'an endpoint, method, parameter, tool, model, header, rule, library, error text, or FILE:LINE',
    )
    .addOption(new Option('-f, --format <name>', 'how to print it').choices(['text', 'json']).default('text'))
    .helpOption('-h, --help', 'show this help')
    .addHelpText(
      'after',
      `
Exit code: 0 if something is known of it, 1 if it does not exist or nothing is known.

Examples:
  openai-zdr explain /v1/files
  openai-zdr explain vector_stores.create
  openai-zdr explain data_usage
  openai-zdr explain no-background
  openai-zdr explain src/ask.ts:12`,
    )
    .action((words: string[], { format }: Pick<ExplainOptions, 'format'>) =>
      asks({ run: 'explain', options: { thing: words.join(' '), format } }),
    );

  program
    .command('endpoints')
    .description('list the endpoints of OpenAI and what is kept of each')
    .addOption(
      new Option('--verdict <name>', 'only those with this verdict')
        .choices([...verdicts])
        .default(null, 'all'),
    )
    .addOption(
      new Option('--control <name>', 'the control to judge by')
        .choices(['zdr', 'mam', 'none'])
        .default('zdr'),
    )
    .addOption(
      new Option('-f, --format <name>', 'how to print it')
        .choices(['table', 'json', 'markdown'])
        .default('table'),
    )
    .helpOption('-h, --help', 'show this help')
    .addHelpText(
      'after',
      `
Examples:
  openai-zdr endpoints --verdict stored
  openai-zdr endpoints --control mam --format markdown`,
    )
    .action((options: EndpointsOptions) => asks({ run: 'endpoints', options }));

  program
    .command('verify')
    .description('ask OpenAI which data retention control is in force')
    .addOption(
      new Option('--require <control>', 'what every project must have')
        .choices(['zdr', 'mam'])
        .default('zdr'),
    )
    .option('--project <id...>', 'these projects only', [])
    .option('--evidence <file>', 'write what was asked and answered, without a key')
    .option('--probe', 'send a request that asks for storage, and try to read it back', false)
    .option('--yes-send-a-test-request', 'needed with --probe', false)
    .option('--model <name>', 'the model of the probe', PROBE_MODEL)
    .option('--base <url>', 'the address of the API', 'https://api.openai.com')
    .option('--timeout <seconds>', 'how long to wait for an answer', count, 20)
    .helpOption('-h, --help', 'show this help')
    .addHelpText(
      'after',
      `
Reads the settings of the organization and its projects from the Admin API with OPENAI_ADMIN_KEY. It only reads, and neither
prints nor writes a key. With --probe it sends one request with OPENAI_API_KEY instead.

Exit code: 0 if every project has what is required, 1 if one has not, 2 if it could not be found out.

Examples:
  openai-zdr verify --require zdr --evidence retention.json
  openai-zdr verify --project proj_abc
  openai-zdr verify --probe --yes-send-a-test-request`,
    )
    .action((given: VerifyFlags, command: Command) => {
      if (given.probe && !given.yesSendATestRequest)
        command.error('--probe sends a request that OpenAI may store: add --yes-send-a-test-request');
      asks({
        run: 'verify',
        options: {
          require: given.require,
          projects: given.project,
          evidence: given.evidence ?? null,
          probe: given.probe,
          model: given.model,
          base: addressIn(given.base, command),
          timeout: given.timeout * 1000,
        },
      });
    });
  return program;
}

interface CheckFlags extends Omit<CheckOptions, 'paths' | 'formats' | 'baseline'> {
  readonly format: readonly FormatTarget[];
  readonly outputFile?: string;
  readonly baseline?: string;
}

interface InventoryFlags {
  readonly format: InventoryOptions['format'];
  readonly outputFile?: string;
  readonly check?: string;
  readonly linkTemplate?: string;
}

interface VerifyFlags {
  readonly require: 'zdr' | 'mam';
  readonly project: readonly string[];
  readonly evidence?: string;
  readonly probe: boolean;
  readonly yesSendATestRequest: boolean;
  readonly model: string;
  readonly base: string;
  readonly timeout: number;
}

/** `sarif=zdr.sarif`; a path of a formatter may hold anything but `=`. */
function formatTarget(text: string, before: readonly FormatTarget[]): readonly FormatTarget[] {
  const [, name = text, file = null] = /^([^=]+)=(.+)$/.exec(text) ?? [];
  return [...before, { name, file }];
}

function count(text: string): number {
  if (!/^\d+$/.test(text)) throw new InvalidArgumentError('It takes a number.');
  return Number(text);
}

/** An address without a path: a key is sent in the clear to this machine only. */
function addressIn(text: string, command: Command): string {
  try {
    const { protocol, hostname, origin } = new URL(text);
    const isHere = ['localhost', '127.0.0.1', '[::1]'].includes(hostname);
    if (protocol === 'https:' || (protocol === 'http:' && isHere)) return origin;
  } catch {
    // Said below.
  }
  return command.error('--base takes an address that begins with https://');
}
