/** A package as an import names it. */
export interface ImportedPackage {
  readonly name: string;
  /** Behind the name, without extension; empty for the main module. */
  readonly subpath: string;
}

/** Other places that serve the packages of npm, and prefixes that say where they come from. */
const ELSEWHERE =
  /^(?:https?:\/\/(?:esm\.sh|esm\.run|cdn\.skypack\.dev|cdn\.jsdelivr\.net\/npm|unpkg\.com)\/|npm:|jsr:)/;

/** The package that an import specifier means; `null` for paths and Node's own modules. */
export function importedPackage(specifier: string): ImportedPackage | null {
  const name = specifier.replace(ELSEWHERE, '').replace(/\?.*$/, '');
  const match = /^(@[\w.-]+\/[\w.-]+|[\w-][\w.-]*)(?:@[^/]*)?(?:\/(.*))?$/.exec(name);
  if (!match || /^[\w-]+:/.test(name)) return null;
  const subpath = (match[2] ?? '').replace(/\.(?:[cm]?js|ts)$/, '').replace(/(?:^|\/)index$/, '');
  return { name: match[1]!, subpath };
}
