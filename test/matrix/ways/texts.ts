import type { Kind, Way, Ways } from '../way.js';

const kinds: readonly Kind[] = ['address'];
const of = (name: string, code: string): Way => ({ name, code, kinds });

/** What makes texts of texts, for addresses. */
export const texts: Ways = [
  of('concat of a text', `const base = VALUE;\nUSE(base.concat('?purpose=assistants'));`),
  of('concat with an empty text', `const base = VALUE;\nUSE(''.concat(base));`),
  of('replace', `const base = VALUE;\nUSE(base.replace('#', ''));`),
  of('replace of a place for it', `const base = VALUE;\nUSE('{base}'.replace('{base}', base));`),
  of('replaceAll', `const base = VALUE;\nUSE(base.replaceAll(' ', '%20'));`),
  of('join', `const parts = [VALUE, 'purpose=assistants'];\nUSE(parts.join('?'));`),
  of('join of split', `const base = VALUE;\nUSE(base.split(' ').join('%20'));`),
  of('trim', `const base = VALUE;\nUSE(base.trim());`),
  of('trimEnd', `const base = VALUE;\nUSE(base.trimEnd());`),
  of('padEnd', `const base = VALUE;\nUSE(base.padEnd(4));`),
  of('lower case', `const base = VALUE;\nUSE(base.toLowerCase());`),
  of('slice of a text', `const base = VALUE;\nUSE(base.slice(0));`),
  of('substring', `const base = VALUE;\nUSE(base.substring(0));`),
  of('normalize', `const base = VALUE;\nUSE(base.normalize());`),
  of('repeat', `const base = VALUE;\nUSE(base.repeat(1));`),
  of('toString', `const base = VALUE;\nUSE(base.toString());`),
  of('String', `const base = VALUE;\nUSE(String(base));`),
  of('encodeURI', `const base = VALUE;\nUSE(encodeURI(base));`),
  of('decodeURIComponent', `const base = VALUE;\nUSE(decodeURIComponent(encodeURIComponent(base)));`),
  of('URL', `const url = new URL(VALUE);\nUSE(url);`),
  of('href of a URL', `const url = new URL(VALUE);\nUSE(url.href);`),
  of('text of a URL', `const url = new URL(VALUE);\nUSE(url.toString());`),
  of('URL in a template', 'const url = new URL(VALUE);\nUSE(`${url}`);'),
  of(
    'URL with a parameter',
    `const url = new URL(VALUE);\nurl.searchParams.set('purpose', 'assistants');\nUSE(url);`,
  ),
  of('URL behind another', `const base = new URL(VALUE);\nUSE(new URL('', base));`),
  of('origin and path of a URL', `const { origin, pathname } = new URL(VALUE);\nUSE(origin + pathname);`),
  of('Request', `const request = new Request(VALUE);\nUSE(request.url);`),
  of(
    'parameters of a query',
    "const query = new URLSearchParams({ purpose: 'assistants' });\nconst base = VALUE;\nUSE(`${base}?${query}`);",
  ),
  of(
    'path in a function',
    "const withQuery = (base: string, query: string) => `${base}?${query}`;\nUSE(withQuery(VALUE, 'purpose=assistants'));",
  ),
  of(
    'template in a table',
    "const addresses = { upload: (query: string) => `${VALUE}?${query}` };\nUSE(addresses.upload('purpose=assistants'));",
  ),
];
