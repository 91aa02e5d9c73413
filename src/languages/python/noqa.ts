const NOQA = /^\s*noqa\s*:\s*(.*)$/i;
const NAMESPACE = 'openai-zdr';

export interface Noqa {
  /** Names of rules, as directives of ESLint list them: `openai-zdr/no-store, openai-zdr/no-background`; empty for all. */
  readonly rules: string;
  /** What stands behind ` -- `. */
  readonly reason: string;
}

/**
 * `# noqa: openai-zdr/no-store -- reason`: rules of this plugin that a comment turns off for its line. `openai-zdr` alone
 * means all of them. Codes of other tools say nothing to us, and neither does a `noqa` without codes.
 */
export function noqaIn(comment: string): Noqa | null {
  const [codes = '', reason = ''] = (NOQA.exec(comment)?.[1] ?? '').split(/\s+-{2,}\s+/);
  const names = codes
    .split(/[\s,]+/)
    .filter((name) => name === NAMESPACE || name.startsWith(`${NAMESPACE}/`));
  if (names.length === 0) return null;
  // No other plugin has rules for this language, and a list of ours would be reported rule by rule where it is not needed.
  return { rules: names.includes(NAMESPACE) ? '' : names.join(', '), reason };
}
