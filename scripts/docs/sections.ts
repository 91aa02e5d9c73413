/** Parts of a page that are generated: they stand between two comments, everything around them is written by hand. */

/**
 * Replaces what stands between `<!-- begin: name -->` and `<!-- end: name -->`.
 *
 * @throws when the page has no such section
 */
export function withSection(page: string, name: string, content: string): string {
  const begin = `<!-- begin: ${name} -->`;
  const end = `<!-- end: ${name} -->`;
  const from = page.indexOf(begin);
  const to = page.indexOf(end);
  if (from < 0 || to < from) throw new Error(`The page has no section "${name}": ${begin} … ${end}`);
  return `${page.slice(0, from + begin.length)}\n\n${content.trim()}\n\n${page.slice(to)}`;
}

/** A Markdown table that formatters leave alone: padded columns would change every line with every row. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.map(cell).join(' | ')} |`;
  return [
    '<!-- prettier-ignore-start -->',
    '',
    line(head),
    line(head.map(() => '---')),
    ...rows.map(line),
    '',
    '<!-- prettier-ignore-end -->',
  ].join('\n');
}

function cell(text: string): string {
  return text.replaceAll('|', '\\|').replaceAll('\n', ' ');
}
