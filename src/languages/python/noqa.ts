const NOQA = /^\s*noqa\s*:\s*(.*)$/i;
const NAMESPACE = 'openai-zdr';
/** Codes of ours behind others, or before them. */
const OWN_RUN = /(?:[\s,]+openai-zdr[^\s,]*)+|^(?:openai-zdr[^\s,]*[\s,]*)+/;

export interface Noqa {
  /** Names of rules, as directives of ESLint list them: `openai-zdr/no-store, openai-zdr/no-background`; empty for all. */
  readonly rules: string;
  /** What stands behind ` -- `. */
  readonly reason: string;
  /**
   * Where in the comment the part stands that can be taken out when the rules are not needed: our codes, with a comma.
   * `null` where the whole comment is ours.
   */
  readonly own: readonly [number, number] | null;
}

/**
 * `# noqa: openai-zdr/no-store -- reason`: rules of this plugin that a comment turns off for its line. `openai-zdr` alone
 * means all of them. Codes of other tools say nothing to us, and neither does a `noqa` without codes.
 */
export function noqaIn(comment: string): Noqa | null {
  const list = NOQA.exec(comment)?.[1] ?? '';
  const [codes = '', reason = ''] = list.split(/\s+-{2,}\s+/);
  const all = codes.split(/[\s,]+/).filter((code) => code !== '');
  const names = all.filter((name) => name === NAMESPACE || name.startsWith(`${NAMESPACE}/`));
  if (names.length === 0) return null;
  const offset = comment.length - list.length;
  const run = OWN_RUN.exec(codes);
  return {
    // No other plugin has rules for this language, and a list of ours would be reported rule by rule where it is not needed.
    rules: names.includes(NAMESPACE) ? '' : names.join(', '),
    reason,
    own: run && names.length < all.length ? [offset + run.index, offset + run.index + run[0].length] : null,
  };
}
