/** Formats that services read: GitHub, GitLab, and code scanning in general. */
import { createHash } from 'node:crypto';
import type { Finding } from './findings.js';

export interface MachineOptions {
  readonly version: string;
  /** The address of a rule's page; `null` for what belongs to no rule. */
  urlOf(rule: string): string | null;
}

/** Workflow commands of GitHub Actions, which become annotations. */
export function githubOf(findings: readonly Finding[]): string {
  return findings
    .map(({ file, message, rule }) => {
      const { line, column, endLine, endColumn, severity } = message;
      const place = [
        `file=${property(file)}`,
        `line=${line}`,
        ...(endLine === undefined ? [] : [`endLine=${endLine}`]),
        `col=${column}`,
        ...(endColumn === undefined || endLine !== line ? [] : [`endColumn=${endColumn}`]),
        `title=${property(rule)}`,
      ].join(',');
      return `::${severity === 2 ? 'error' : 'warning'} ${place}::${data(message.message)}\n`;
    })
    .join('');
}

const data = (text: string): string =>
  text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
const property = (text: string): string => data(text).replaceAll(':', '%3A').replaceAll(',', '%2C');

/** A code quality report of GitLab. */
export function gitlabOf(findings: readonly Finding[]): string {
  const prints = fingerprintsOf(findings);
  const issues = findings.map(({ file, message, rule }, at) => ({
    description: message.message,
    check_name: rule,
    fingerprint: prints[at],
    severity: message.severity === 2 ? 'major' : 'minor',
    location: { path: file, lines: { begin: message.line, end: message.endLine ?? message.line } },
  }));
  return `${JSON.stringify(issues, null, 2)}\n`;
}

/** SARIF 2.1.0, as code scanning takes it. */
export function sarifOf(findings: readonly Finding[], { version, urlOf }: MachineOptions): string {
  const prints = fingerprintsOf(findings);
  const rules = [...new Set(findings.map(({ rule }) => rule))].sort();
  const log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'openai-zdr',
            version,
            informationUri: 'https://www.npmjs.com/package/eslint-plugin-openai-zdr',
            rules: rules.map((id) => ({ id, ...(urlOf(id) === null ? {} : { helpUri: urlOf(id) }) })),
          },
        },
        columnKind: 'utf16CodeUnits',
        results: findings.map(({ file, message, rule }, at) => ({
          ruleId: rule,
          ruleIndex: rules.indexOf(rule),
          level: message.severity === 2 ? 'error' : 'warning',
          message: { text: message.message },
          locations: [
            {
              physicalLocation: {
                artifactLocation: { uri: file.split('/').map(encodeURIComponent).join('/') },
                region: {
                  startLine: message.line,
                  startColumn: message.column,
                  ...(message.endLine === undefined ? {} : { endLine: message.endLine }),
                  ...(message.endColumn === undefined ? {} : { endColumn: message.endColumn }),
                },
              },
            },
          ],
          partialFingerprints: { 'openaiZdr/v1': prints[at] },
        })),
      },
    ],
  };
  return `${JSON.stringify(log, null, 2)}\n`;
}

/** What a finding is known by when lines move: rule, file, the text of the line, and which of several alike it is. */
function fingerprintsOf(findings: readonly Finding[]): readonly string[] {
  const seen = new Map<string, number>();
  return findings.map(({ file, rule, text }) => {
    const key = JSON.stringify([rule, file, text]);
    const before = seen.get(key) ?? 0;
    seen.set(key, before + 1);
    return createHash('sha256').update(`${key}${before}`).digest('hex').slice(0, 32);
  });
}
