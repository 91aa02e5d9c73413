/** The format of the command itself: the code, the message at the width of the terminal, and a summary by rule. */
import { styleText } from 'node:util';
import { counted, printable } from '../words.js';
import type { Finding } from './findings.js';

export interface PrettyOptions {
  /** Characters in a line. */
  readonly width: number;
  readonly hasColor: boolean;
  /** The address of a rule's page; `null` for what belongs to no rule. */
  urlOf(rule: string): string | null;
}

type Style = Parameters<typeof styleText>[0];

/** Lines of code above the reported one. */
const LINES_ABOVE = 1;
/** No message is easy to read in longer lines. */
const MAX_WIDTH = 100;
const MIN_WIDTH = 40;

export function prettyOf(findings: readonly Finding[], options: PrettyOptions): string {
  if (findings.length === 0) return '';
  const style = (format: Style, text: string): string =>
    options.hasColor ? styleText(format, text, { validateStream: false }) : text;
  const width = Math.max(MIN_WIDTH, Math.min(options.width, MAX_WIDTH));
  const blocks = findings.map((finding) =>
    [
      headOf(finding, style),
      ...frameOf(finding, width, style),
      ...wrapped(finding.message.message, width - 2),
    ]
      .map((line, at) => (at === 0 ? line : `  ${line}`))
      .join('\n'),
  );
  return `${blocks.join('\n\n')}\n\n${summaryOf(findings, options, style)}`;
}

type Styled = (format: Style, text: string) => string;

function headOf({ file, message, rule }: Finding, style: Styled): string {
  const isError = message.severity === 2;
  const level = style(isError ? 'red' : 'yellow', isError ? 'error' : 'warning');
  return `${style('bold', `${printable(file)}:${message.line}:${message.column}`)}  ${level}  ${message.ruleId ?? rule}`;
}

/** The line with the marked span, and the one above. */
function frameOf({ message, lines }: Finding, width: number, style: Styled): readonly string[] {
  const { line, column, endLine = line, endColumn } = message;
  const code = lines[line - 1];
  if (code === undefined || code === '') return [];
  const room = width - String(line).length - 5;
  // A long line is shown from before the place on.
  const from = code.length > room ? Math.max(0, column - 1 - Math.floor(room / 3)) : 0;
  const first = Math.max(1, line - LINES_ABOVE);
  const gutter = (number: number | null): string =>
    style('dim', `${number ?? ''}`.padStart(String(line).length) + ' | ');
  const shown = (text: string): string => tabless(text.slice(from, from + room));
  const above = lines
    .slice(first - 1, line - 1)
    .filter((text) => from === 0 && text.trim() !== '' && text.length <= room)
    .map((text) => gutter(first) + tabless(text));
  const end = endLine > line ? code.length + 1 : (endColumn ?? column + 1);
  const length = Math.max(1, Math.min(end - column, room - (column - 1 - from)));
  const mark = ' '.repeat(column - 1 - from) + style('red', '^'.repeat(length));
  return [...above, gutter(line) + shown(code), gutter(null) + mark];
}

/** One column for a tab, so that the mark stands below what it marks. */
function tabless(text: string): string {
  return printable(text.replaceAll('\t', ' '));
}

/** Words in lines of at most `width` characters; a longer word has a line of its own. */
export function wrapped(text: string, width: number): readonly string[] {
  const lines: string[] = [];
  for (const word of text.split(/\s+/).map(printable)) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + 1 + word.length <= width)
      lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}

/** Each rule once, with its page and what `--fix` repairs. */
function summaryOf(findings: readonly Finding[], { urlOf }: PrettyOptions, style: Styled): string {
  const names = [...new Set(findings.map(({ rule }) => rule))].sort();
  const longest = Math.max(...names.map((name) => name.length));
  const rows = names.map((name) => {
    const of = findings.filter(({ rule }) => rule === name);
    const fixable = of.filter(({ message }) => message.fix).length;
    const parts = [
      name.padEnd(longest),
      String(of.length).padStart(4),
      fixable > 0 ? `  --fix repairs ${fixable}` : '',
    ];
    const url = urlOf(name);
    return `${parts.join('')}${url === null ? '' : `\n${' '.repeat(longest)}      ${style('dim', url)}`}`;
  });
  const errors = findings.filter(({ message }) => message.severity === 2).length;
  const total = [counted(errors, 'error'), counted(findings.length - errors, 'warning')].join(', ');
  return `${rows.join('\n')}\n\n${style('bold', total)}\n`;
}
