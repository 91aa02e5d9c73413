/** The text that a string literal of Python's stands for. */
const ESCAPES: Readonly<Record<string, string>> = {
  n: '\n',
  t: '\t',
  r: '\r',
  a: '\x07',
  b: '\b',
  f: '\f',
  v: '\v',
  '\\': '\\',
  "'": "'",
  '"': '"',
};

/** `rb'''` and its like. */
export const OPENING = /^([a-zA-Z]*)('''|"""|'|")/;

/** @param raw the literal with its prefix and quotes; one that is not closed ends at the end of the text */
export function unquote(raw: string): string {
  const match = OPENING.exec(raw);
  if (!match) return raw;
  const [opening, prefix = '', quotes = ''] = match;
  const isClosed = raw.length >= opening.length + quotes.length && raw.endsWith(quotes);
  const body = raw.slice(opening.length, isClosed ? -quotes.length : undefined);
  return /r/i.test(prefix) ? body : unescape(body);
}

function unescape(text: string): string {
  return text.replace(
    /\\(\r?\n|x[0-9a-fA-F]{2}|u[0-9a-fA-F]{4}|U[0-9a-fA-F]{8}|[0-7]{1,3}|.)/g,
    (_, code: string) => {
      if (/^\r?\n$/.test(code)) return '';
      if (/^[xuU]./.test(code)) return characterOf(Number.parseInt(code.slice(1), 16));
      return ESCAPES[code] ?? (/^[0-7]/.test(code) ? characterOf(Number.parseInt(code, 8)) : `\\${code}`);
    },
  );
}

function characterOf(code: number): string {
  return code <= 0x10ffff ? String.fromCodePoint(code) : '\ufffd';
}
