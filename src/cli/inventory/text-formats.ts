/** The inventory as plain files: for a terminal, a review, a spreadsheet, a program. */
import { printable } from '../words.js';
import {
  callOf,
  countsText,
  endpointOf,
  hostOf,
  remarksOf,
  VERDICT_WORDS,
  type Inventory,
  type InventoryLine,
} from './model.js';

export function jsonOf(inventory: Inventory): string {
  return `${JSON.stringify(inventory, null, 2)}\n`;
}

const COLUMNS = ['Verdict', 'Endpoint', 'Method', 'Place', 'Host', 'Model', 'store', 'Tools'] as const;

function cellsOf(line: InventoryLine): readonly string[] {
  return [
    VERDICT_WORDS[line.verdict],
    endpointOf(line),
    callOf(line),
    `${line.file}:${line.line}`,
    hostOf(line),
    line.models.join(', '),
    line.store.join(', '),
    line.tools.join(', '),
  ];
}

/** Columns that nothing stands in are left out. */
export function tableOf({ lines }: Inventory): string {
  if (lines.length === 0) return '';
  const rows = [COLUMNS, ...lines.map((line) => cellsOf(line).map(printable))];
  const widths = COLUMNS.map((_, at) => Math.max(...rows.map((cells) => cells[at]!.length)));
  const isShown = COLUMNS.map((_, at) => lines.some((line) => cellsOf(line)[at] !== ''));
  const text = rows.map((cells) =>
    cells
      .flatMap((cell, at) => (isShown[at] ? [cell.padEnd(widths[at]!)] : []))
      .join('  ')
      .trimEnd(),
  );
  return `${text.join('\n')}\n\n${countsText(lines)}\n`;
}

/** @param link of a place, where there is a template for it */
export function markdownOf(
  { lines, control, asOf }: Inventory,
  link: (line: InventoryLine) => string,
): string {
  const head = ['Verdict', 'Endpoint', 'Place', 'Host', 'Model', 'store', 'Tools', 'What is kept'];
  const rows = lines.map((line) => {
    const [verdict, endpoint, , place, host, model, store, tools] = cellsOf(line);
    const target = link(line);
    return [
      verdict!,
      code(endpoint!),
      target === '' ? code(place!) : `[${code(place!)}](${target})`,
      ...[host!, model!, store!, tools!, remarksOf(line).join(' ')].map(proseText),
    ].map((cell) => printable(cell.replaceAll(/\s+/g, ' ')).replaceAll('|', '\\|'));
  });
  const table = [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |\n`).join('');
  return (
    `# Requests to OpenAI\n\nJudged by the control \`${control}\`, OpenAI's policy as of ${asOf.policy}, ` +
    `libraries as of ${asOf.libraries}. ${lines.length === 0 ? 'No request found' : countsText(lines)}.\n\n${lines.length === 0 ? '' : table}`
  );
}

const code = (text: string): string => `\`${text}\``;

/** Text that is neither markup nor escapes what follows it. */
const proseText = (text: string): string =>
  text.replaceAll('\\', '\\\\').replaceAll('&', '&amp;').replaceAll('<', '&lt;');

/** One line a request, as RFC 4180 has it. */
export function csvOf({ lines }: Inventory): string {
  const head = [
    'file',
    'line',
    'column',
    'verdict',
    'stage',
    'endpoint',
    'method',
    'library',
    'host',
    'models',
    'store',
    'tools',
    'remarks',
  ];
  const rows = lines.map((line) => [
    line.file,
    String(line.line),
    String(line.column),
    line.verdict,
    line.stage,
    endpointOf(line),
    line.method,
    line.library,
    hostOf(line),
    line.models.join(' '),
    line.store.join(' '),
    line.tools.join(' '),
    remarksOf(line).join(' '),
  ]);
  return [head, ...rows].map((cells) => `${cells.map(csvCell).join(',')}\r\n`).join('');
}

/** A cell that a spreadsheet would take for a formula begins with an apostrophe. */
function csvCell(text: string): string {
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
