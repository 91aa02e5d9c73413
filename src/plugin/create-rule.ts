import { dirname, relative, resolve } from 'node:path';
import type { TSESLint, TSESTree } from '@typescript-eslint/utils';
import { NO_FACTS, type Facts } from '../facts/facts.js';
import { factsInFile, noteDefect, withDefects, type HostSource } from '../analysis/analyze-file.js';
import type { Edit, Source } from '../languages/javascript/edit/index.js';
import { fileOfTree } from '../languages/javascript/modules/follow.js';
import { besideNotebook, notebookOf } from '../languages/python/notebook/place.js';
import { spellEdit, spellMessage } from '../languages/python/spelling.js';
import { isPythonTree } from '../languages/python/tree.js';
import type { RuleName } from '../policy/types.js';
import { Judge } from '../judgement/judge.js';
import { readSettings, SettingsError, type Settings } from '../settings/read.js';
import { programOf, type Node } from '../dataflow/syntax/nodes.js';
import { REPOSITORY } from './version.js';

const DOCS = `${REPOSITORY}/blob/main/docs/rules`;

export type Level = 'error' | 'warn' | 'off';

/** How a preset turns a rule on: a level, or a level with options. */
export type PresetEntry<Options extends object> = Level | readonly [Level, Options];

export interface RuleDocs<Options extends object = object> {
  readonly description: string;
  readonly url: string;
  readonly recommended: PresetEntry<Options>;
  readonly strict: PresetEntry<Options>;
}

export interface Suggestion<MessageIds extends string> {
  readonly messageId: MessageIds;
  readonly data?: Readonly<Record<string, string>>;
  readonly edits: readonly Edit[];
}

export interface Report<MessageIds extends string> {
  readonly node: Node;
  /** Where to report when `node` is in another file: a constant that is imported, a function that is called. */
  readonly near?: Node;
  readonly messageId: MessageIds;
  readonly data?: Readonly<Record<string, string>>;
  /** Applied together, or not at all. */
  readonly fix?: readonly Edit[] | undefined;
  readonly suggest?: readonly Suggestion<MessageIds>[] | undefined;
}

/** What a rule works with. */
export interface RuleInput<Options extends object, MessageIds extends string> {
  readonly facts: Facts;
  readonly judge: Judge;
  readonly options: Options;
  readonly settings: Settings;
  readonly source: Source;
  /** Reports once per node and message, however many requests reach it. */
  report(report: Report<MessageIds>): void;
}

interface RuleSpec<Options extends object, MessageIds extends string> {
  readonly name: RuleName;
  readonly description: string;
  readonly type?: 'problem' | 'suggestion';
  readonly fixable?: boolean;
  readonly hasSuggestions?: boolean;
  readonly recommended: PresetEntry<Options>;
  readonly strict: PresetEntry<Options>;
  readonly messages: Readonly<Record<MessageIds, string>>;
  /** JSON schema of the options object. */
  readonly schema?: Readonly<Record<string, object>>;
  readonly defaults: Options;
  /** Also hand it requests of which only the names say that they are OpenAI's. */
  readonly includesLikely?: boolean;
  /** Run it after all others, and tell it of what failed in them. */
  readonly runsLast?: boolean;
  check(input: RuleInput<Options, MessageIds>): void;
}

export type Rule = TSESLint.RuleModule<string, readonly [object?], RuleDocs>;

/** Makes a rule: the only way, so that every rule gets the same facts, links and reporting. */
export function createRule<Options extends object, MessageIds extends string>(
  spec: RuleSpec<Options, MessageIds>,
): Rule {
  return {
    meta: {
      type: spec.type ?? 'problem',
      docs: {
        description: spec.description,
        url: `${DOCS}/${spec.name}.md`,
        recommended: spec.recommended as PresetEntry<object>,
        strict: spec.strict as PresetEntry<object>,
      },
      ...(spec.fixable ? { fixable: 'code' as const } : {}),
      ...(spec.hasSuggestions ? { hasSuggestions: true } : {}),
      messages: spec.messages,
      schema: [{ type: 'object', properties: { ...spec.schema }, additionalProperties: false }] as never,
      defaultOptions: [spec.defaults],
      // Markdown, JSON and the like have no scope manager; the rule stays silent there instead of failing.
      languages: ['*'],
    } as Rule['meta'],
    defaultOptions: [spec.defaults],
    create(context) {
      const settings = readSettings(context.settings);
      const sourceCode = context.sourceCode as unknown as HostSource & TSESLint.SourceCode;
      // oxlint says none.
      const { cwd = process.cwd() } = context as { readonly cwd?: string };
      const found = factsInFile(sourceCode, besideNotebook(context.filename), settings, cwd);
      const facts = spec.includesLikely ? found : withoutLikely(found);
      if (Object.values(facts).every((found) => found.length === 0)) return {};
      const options = { ...spec.defaults, ...(context.options[0] as Options | undefined) };
      const source: Source = {
        text: sourceCode.text,
        comments: sourceCode.getAllComments() as unknown as Source['comments'],
      };
      const check = (program: TSESTree.Program) => {
        const report = reporter<MessageIds>(context as never, program, spec.messages);
        const judge = new Judge(settings, resolve(cwd, notebookOf(context.filename)));
        const input = { judge, options, settings, source, report };
        const known = spec.runsLast ? withDefects(facts, program) : facts;
        try {
          spec.check({ ...input, facts: known });
        } catch (error) {
          if (error instanceof SettingsError) throw error;
          noteDefect(program, error);
          if (spec.runsLast) spec.check({ ...input, facts: withDefects(NO_FACTS, program) });
        }
      };
      return spec.runsLast ? { 'Program:exit': check } : { Program: check };
    },
  };
}

function withoutLikely(facts: Facts): Facts {
  const requests = facts.requests.filter(({ evidence }) => evidence === 'certain');
  return requests.length === facts.requests.length ? facts : { ...facts, requests };
}

function reporter<MessageIds extends string>(
  context: Readonly<TSESLint.RuleContext<MessageIds, readonly unknown[]>>,
  program: Node,
  messages: Readonly<Record<MessageIds, string>>,
): (report: Report<MessageIds>) => void {
  const reported = new Set<string>();
  return ({ node: written, near, messageId, data, fix: edits, suggest: suggestions }) => {
    const tree = programOf(written);
    const isHere = tree === program;
    const node = isHere ? written : near;
    if (!node || programOf(node) !== program) return;
    const fix = isHere ? edits : undefined;
    const suggest = isHere ? suggestions : undefined;
    const key = `${messageId} ${node.range.join('-')}`;
    if (reported.has(key)) return;
    reported.add(key);
    const file = isHere || !tree ? undefined : fileOfTree(tree);
    const spelled = isPythonTree(program) ? spellMessage : null;
    const place = file === undefined ? '' : DECIDED_IN;
    const said =
      place === '' && !spelled
        ? { messageId }
        : { message: (spelled ?? String)(messages[messageId]) + place };
    context.report({
      node: node as TSESTree.Node,
      // The program begins behind the comments at its start.
      ...(node === program ? { loc: START } : {}),
      ...said,
      data: {
        ...spelledData(data, spelled),
        ...(file === undefined ? {} : { file: shownFrom(context, file) }),
      },
      fix: fix ? (fixer: TSESLint.RuleFixer) => applied(fixer, fix, program) : null,
      suggest: suggest?.map(({ edits, ...suggestion }) => ({
        ...(spelled
          ? {
              desc: spelled(messages[suggestion.messageId]),
              data: spelledData(suggestion.data, spelled),
            }
          : suggestion),
        fix: (fixer: TSESLint.RuleFixer) => applied(fixer, edits, program),
      })),
    } as unknown as TSESLint.ReportDescriptor<MessageIds>);
  };
}

const START = { line: 1, column: 0 };

/** Behind a message about what stands in another file, which can only be reported where it is used. */
const DECIDED_IN = ' (Decided in {{file}}.)';

/** A path as the user knows it: from the working directory, with slashes. */
function shownFrom(
  { cwd, filename }: { readonly cwd?: string; readonly filename: string },
  file: string,
): string {
  return relative(cwd ?? dirname(filename), file).replaceAll('\\', '/');
}

function spelledData(
  data: Readonly<Record<string, string>> = {},
  spelled: ((text: string) => string) | null,
): Readonly<Record<string, string>> {
  if (!spelled) return data;
  return Object.fromEntries(Object.entries(data).map(([key, value]) => [key, spelled(value)]));
}

function applied(fixer: TSESLint.RuleFixer, edits: readonly Edit[], program: Node): TSESLint.RuleFix[] {
  const isPython = isPythonTree(program);
  return edits.map(({ range, text }) =>
    fixer.replaceTextRange(range, isPython ? spellEdit(text, range[0], program as TSESTree.Program) : text),
  );
}
