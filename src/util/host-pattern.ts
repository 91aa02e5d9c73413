/** The host in a URL, in small letters, without its port; `undefined` when there is none. */
export function hostNameIn(url: string): { name: string; port: string } | undefined {
  const match = /^(?:[a-z][a-z0-9+.-]*:)?(?:\/\/)?(?:[^/?#@]*@)?(\[[^\]]*\]|[^/?#:]*)(:\d+)?/i.exec(url);
  const name = (match?.[1] ?? '').toLowerCase();
  return name === '' ? undefined : { name, port: match?.[2] ?? '' };
}

/** Is a host on a list of names such as `llm.example.com`, `*.example.com` and `localhost:4000`? */
export function isListed({ name, port }: { name: string; port?: string }, list: readonly string[]): boolean {
  return list.some((entry) => {
    const pattern = entry.toLowerCase();
    const host = pattern.includes(':') ? name + (port ?? '') : name;
    return pattern.startsWith('*.') ? host.endsWith(pattern.slice(1)) : host === pattern;
  });
}

/** JSON schema of such a list, for the options of rules. */
export function hostListSchema(description: string) {
  return {
    type: 'array',
    items: { type: 'string', pattern: '^(\\*\\.)?[A-Za-z0-9.-]+$' },
    uniqueItems: true,
    description,
  };
}
