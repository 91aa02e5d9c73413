/** Other places that serve the same package. */
const CDN =
  /^https?:\/\/(?:esm\.sh|esm\.run|cdn\.skypack\.dev|cdn\.jsdelivr\.net\/npm|unpkg\.com|deno\.land\/x)\/(openai(?:@[^/?]*)?(?:\/[^?]*)?)/;
const PREFIXED = /^(?:npm:|jsr:)(?:@openai\/)?(openai(?:@[^/]*)?(?:\/.*)?)$/;

/**
 * What an import specifier means inside the `openai` package.
 *
 * @returns the sub-path without extension (`''` for the main module), `null` for another package
 */
export function subpathOf(specifier: string): string | null {
  const name = CDN.exec(specifier)?.[1] ?? PREFIXED.exec(specifier)?.[1] ?? specifier;
  const match = /^openai(?:@[^/]*)?(?:\/(.*))?$/.exec(name);
  if (!match) return null;
  const subpath = (match[1] ?? '').replace(/\.(?:[cm]?js|ts)$/, '').replace(/\/index$/, '');
  return subpath === 'index' || subpath === 'mod' || subpath === '+esm' ? '' : subpath;
}

export type ClientClass = 'OpenAI' | 'AzureOpenAI' | 'BedrockOpenAI' | 'OpenAIApi';
