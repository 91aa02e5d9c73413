import { allRows, asOfText, type Control, type EndpointRow, type Verdict } from '../../policy/index.js';
import type { Context, ExitCode } from './command.js';

export interface EndpointsOptions {
  readonly verdict: Verdict | null;
  readonly control: Control;
  readonly format: 'table' | 'json' | 'markdown';
}

interface Line {
  readonly endpoint: string;
  readonly verdict: Verdict;
  readonly keeps: string;
  readonly asOf: string;
}

/** Prints which endpoints a control covers, in the order of the policy. */
export function endpoints(
  { verdict, control, format }: EndpointsOptions,
  { stdout, stderr }: Context,
): ExitCode {
  const lines = allRows()
    .filter((row) => row.kind === 'endpoint')
    .filter((row) => verdict === null || row.under[control] === verdict)
    .flatMap((row) => linesOf(row, control));
  if (lines.length === 0) {
    stderr(`No endpoint is ${verdict} under ${control.toUpperCase()}.\n`);
    return 0;
  }
  stdout(FORMATS[format](lines));
  return 0;
}

function linesOf(row: EndpointRow, control: Control): readonly Line[] {
  return row.endpoints.map(({ methods, path }) => ({
    endpoint: `${methods ? methods.join(', ') : 'any'} /v1${path}`,
    verdict: row.under[control],
    keeps: control === 'zdr' ? row.keeps : (row.otherwise ?? row.keeps),
    asOf: asOfText(row),
  }));
}

const FORMATS = {
  table(lines: readonly Line[]): string {
    const widths = [
      Math.max(...lines.map(({ endpoint }) => endpoint.length)),
      Math.max(...lines.map(({ verdict }) => verdict.length)),
    ] as const;
    return lines
      .map(
        ({ endpoint, verdict, keeps }) =>
          `${endpoint.padEnd(widths[0])}  ${verdict.padEnd(widths[1])}  ${keeps}\n`,
      )
      .join('');
  },
  json: (lines: readonly Line[]): string => `${JSON.stringify(lines, null, 2)}\n`,
  markdown(lines: readonly Line[]): string {
    const rows = lines.map(
      ({ endpoint, verdict, keeps, asOf }) => `| \`${endpoint}\` | ${verdict} | ${keeps} | ${asOf} |\n`,
    );
    return `| Endpoint | Verdict | What is kept | As of |\n| --- | --- | --- | --- |\n${rows.join('')}`;
  },
} as const;
