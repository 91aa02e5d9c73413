import path from 'node:path';
import { type ESLint, Linter, type Rule } from 'eslint';
import type { Account } from '../judgement/account.js';
import type { InventoryEntry } from '../judgement/inventory.js';
import type { Control } from '../policy/index.js';
import { depthOf } from '../languages/javascript/parse/depth.js';
import { extensions as javascriptExtensions, oxcParser } from '../languages/javascript/parse/parse.js';
import { extensions, parseSource } from '../languages/parse-source.js';

/** What ESLint calls shared settings, with the plugin's own under `openai-zdr`. */
export type SharedSettings = Record<string, unknown>;

/** What the command runs. Handed in, so that the command knows no rule and no fact. */
export interface Checker {
  plugin: ESLint.Plugin;
  presets: { recommended: Linter.Config; strict: Linter.Config };
  version: string;
  /** The date of what is known of OpenAI, such as `2026-11-13`. */
  policyAsOf(): string;
  /** The date of what was read of libraries. */
  librariesAsOf(): string;
  /** Ids of policy rows whose sources nobody has looked at for long. */
  due(): readonly string[];
  /** The text gate: false if nothing in the file can be of interest, so that it need not be parsed. */
  mayMatter(text: string, settings: SharedSettings, filename?: string): boolean;
  /** Entries of `allow` and `policy` that nothing needed, each as a line for people. Asked after the last file. */
  unusedExceptions?(settings: SharedSettings): readonly string[];
  /** What the analysis of a file came to. Called as a rule is, with what ESLint hands to a rule. */
  analysed(file: Pick<Rule.RuleContext, 'sourceCode' | 'filename' | 'settings'>): Analysed;
  /** Everything that a file sends to OpenAI, and what is kept of it. */
  inventory(file: string, text: string, settings: SharedSettings): FileInventory;
  /** Why the requests at a line are judged as they are. */
  accounts(file: string, text: string, line: number, settings: SharedSettings): readonly Account[];
  /** Libraries that a file imports and that send to OpenAI by ways that are not read. */
  unread(file: string, text: string): readonly string[];
  /** The control that the settings name. */
  control(settings: SharedSettings): Control;
  /** Where to report defects. */
  issues: string;
}

export interface FileInventory {
  entries: readonly InventoryEntry[];
  /** Why the file could not be read, or not in whole; a sentence without a stop. */
  failure: string | null;
}

export interface Analysed {
  /** How many requests to OpenAI the file makes. */
  requests: number;
  /** Places that would take more work than is done. */
  unfinished: number;
  /** What failed, in a file that could not be analysed; a defect of ours. */
  defect: string | null;
}

export interface CheckedFile extends Analysed {
  result: ESLint.LintResult;
  /** False if the text gate ruled it out. */
  parsed: boolean;
}

const NOTHING: Analysed = { requests: 0, unfinished: 0, defect: null };

/** Trees that nest deeper than this overflow ESLint's own walk over them. Code that people write stays far below. */
const DEEP = 500;

/** The prefix of our rules' ids, whatever else a file's comments turn on. */
const prefix = 'openai-zdr/';

/** Missing in ESLint's type declarations. */
interface WithSuppressed {
  getSuppressedMessages(): Linter.SuppressedLintMessage[];
}

type CheckFile = (file: string, text: string) => CheckedFile;

/**
 * Makes the function that checks a file by its absolute path and text.
 *
 * A foreign project must not spoil the run, so only our rules' findings and parse errors count. ESLint would also report
 * `eslint-env` comments and rules of other plugins, and run rules that comments turn on.
 */
export function createFileCheck(
  checker: Checker,
  { strict, fix, settings }: { strict: boolean; fix: boolean; settings: SharedSettings },
): CheckFile {
  let analysed = NOTHING;
  // A rule, so that it asks the very same question as the other rules, which is answered once per file.
  const count: Rule.RuleModule = {
    create: (context) => ({
      'Program:exit'() {
        analysed = checker.analysed(context);
      },
    }),
  };
  const config: Linter.Config[] = [
    // A folder that was named may lie in one that ESLint ignores.
    { ignores: ['!**/node_modules/', '!**/.git/'] },
    {
      files: [`**/*.{${extensions.join(',')},ipynb}`],
      plugins: { 'openai-zdr': checker.plugin, 'openai-zdr-command': { rules: { count } } },
      rules: { 'openai-zdr-command/count': 'error' },
      linterOptions: { reportUnusedDisableDirectives: 'off' },
    },
    { files: [`**/*.{${javascriptExtensions.join(',')}}`], languageOptions: { parser } },
    { files: ['**/*.py'], language: 'openai-zdr/python' },
    { files: ['**/*.ipynb'], processor: 'openai-zdr/notebook' },
    checker.presets[strict ? 'strict' : 'recommended'],
    { settings },
  ];

  return (filename, text) => {
    if (!checker.mayMatter(text, settings, filename))
      return { ...NOTHING, result: resultOf(filename, []), parsed: false };
    analysed = NOTHING;
    // ESLint takes no file outside of its working directory.
    const linter = new Linter({ configType: 'flat', cwd: path.parse(filename).root });
    // Without the filter ESLint passes over the code of a notebook.
    const options = { filename, filterCodeBlock: () => true };
    let messages: Linter.LintMessage[];
    let output: string | undefined;
    try {
      if (fix) {
        const report = linter.verifyAndFix(text, config, options);
        messages = report.messages;
        if (report.fixed) output = report.output;
      } else {
        messages = linter.verify(text, config, options);
      }
    } catch (error) {
      // ESLint recurses on the tree, too. Of code that is not deep, it is no fault of the code.
      if (!(error instanceof RangeError) || !isDeep(text, filename)) throw error;
      const message = 'Parsing error: The code is nested too deep to be checked';
      const fatal = {
        ruleId: null,
        fatal: true,
        severity: 2,
        message,
        line: 1,
        column: 1,
      } as Linter.LintMessage;
      return { ...NOTHING, result: resultOf(filename, [fatal]), parsed: true };
    }

    const isOurs = ({ ruleId }: { ruleId: string | null }): boolean => ruleId?.startsWith(prefix) ?? false;
    // Without a source code object, the file did not parse, and that is the message.
    const counted = (linter.getSourceCode() as unknown) === null ? messages : messages.filter(isOurs);
    const suppressed = (linter as unknown as WithSuppressed).getSuppressedMessages().filter(isOurs);
    const result = resultOf(filename, counted, suppressed);
    if (output !== undefined) result.output = output;
    else if (counted.length > 0) result.source = text;
    return { ...analysed, result, parsed: true };
  };
}

function isDeep(text: string, filename: string): boolean {
  const parsed = parseSource(text, filename);
  return !parsed.ok || depthOf(parsed.ast) > DEEP;
}

/**
 * Our parser without what comments say about other rules: those are not there, or need tokens. Comments that turn rules
 * off stay as they are.
 */
const parser = {
  ...oxcParser,
  parseForESLint(text: string, options?: { filePath?: string }) {
    const parsed = oxcParser.parseForESLint(text, options);
    for (const comment of parsed.ast.comments ?? []) {
      if (comment.type === 'Block' && /^\s*eslint\s/.test(comment.value))
        comment.value = withOwnRules(comment.value);
    }
    return parsed;
  },
};

function withOwnRules(comment: string): string {
  const [rules = ''] = comment.split(/\s-{2,}\s/);
  const own = rules.match(
    /["']?openai-zdr\/[\w-]+["']?\s*:\s*(?:"\w*"|'\w*'|\w+|\[(?:[^[\]]|\[[^\]]*\])*\])/g,
  );
  return own ? ` eslint ${own.join(', ')} ` : '';
}

function resultOf(
  filePath: string,
  messages: Linter.LintMessage[],
  suppressedMessages: Linter.SuppressedLintMessage[] = [],
): ESLint.LintResult {
  const count = (test: (message: Linter.LintMessage) => unknown): number => messages.filter(test).length;
  return {
    filePath,
    messages,
    suppressedMessages,
    errorCount: count((message) => message.severity === 2),
    fatalErrorCount: count((message) => message.fatal),
    warningCount: count((message) => message.severity === 1),
    fixableErrorCount: count((message) => message.severity === 2 && message.fix),
    fixableWarningCount: count((message) => message.severity === 1 && message.fix),
    usedDeprecatedRules: [],
  };
}

/** A result with some of its messages only. */
export function withMessages(
  result: ESLint.LintResult,
  isKept: (message: Linter.LintMessage) => boolean,
): ESLint.LintResult {
  const { messages, suppressedMessages, ...rest } = result;
  return { ...rest, ...resultOf(result.filePath, messages.filter(isKept), suppressedMessages) };
}

/** A result without its warnings. */
export function withoutWarnings(result: ESLint.LintResult): ESLint.LintResult {
  const { messages, suppressedMessages, ...rest } = result;
  const isError = ({ severity }: Linter.LintMessage): boolean => severity === 2;
  const errors = resultOf(result.filePath, messages.filter(isError), suppressedMessages.filter(isError));
  return { ...rest, ...errors };
}
