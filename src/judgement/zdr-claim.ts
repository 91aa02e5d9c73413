const TERM = /(?<![\w/.-])(?:zdr|zero[\s_-]*(?:data[\s_-]*)?retention)(?![\w/])/gi;

/** A word before the term that denies it, or that speaks of the control itself: `not ZDR`, `under ZDR`, `our ZDR`. */
const DENIED_BEFORE =
  /(?:\b(?:not|non|no|never|nor|without|than|cannot|instead of)\b|n['’]t\b|[≠!]=?)[^:,(]*$|\b(?:if|when|where|whether|unless|until|under|with|in|because|since|our|(?:required|needed) (?:for|by))\s+(?:(?:a|an|the|openai|openai['’]s)\s+)?$/i;

/** Words behind it that do: `ZDR needs approval`, `ZDR organizations`, `ZDR?`. */
const DENIED_BEHIND =
  /^[^:;.]*?(?:\?|友好|兼容|n['’]t\b|\b(?:not|never|needs?|requires?|forces?|prevents?|refuses?|friendly|approv\w*|contract|agreement|amendment|separate|eligible|compatible|org\w*|projects?|customers?|accounts?|tenants?)\b)/i;

/** Directives name rules of this plugin. */
const DIRECTIVE = /^\s*(?:eslint|oxlint)-(?:disable|enable)/;

/**
 * What a text calls zero data retention, as it is written; `null` when it does not mention it, denies it, or speaks of
 * the control that an organization has.
 */
export function zdrClaim(text: string): string | null {
  for (const line of sentences(text)) {
    for (const match of line.matchAll(TERM)) {
      const before = line.slice(0, match.index);
      const behind = line.slice(match.index + match[0].length);
      if (!DENIED_BEFORE.test(before) && !DENIED_BEHIND.test(behind)) return match[0];
    }
  }
  return null;
}

/** The same of an identifier: `ZDR_OPTIONS`, `zeroDataRetention`. */
export function zdrClaimInName(name: string): boolean {
  const words = name.replaceAll(/([a-z0-9])([A-Z])|([A-Z])([A-Z][a-z])/g, '$1$3 $2$4').replaceAll('_', ' ');
  return zdrClaim(words) !== null;
}

/** Lines of comments belong together until a sentence ends. */
function sentences(text: string): readonly string[] {
  const lines = text.split('\n').filter((line) => !DIRECTIVE.test(line));
  return lines.join(' ').split(/(?<=[.;!])\s+/);
}
