/** What IPython adds to Python: magics, shell lines and help. */

/** Cell magics whose body is Python that runs where it stands. */
const OF_PYTHON = new Set(['%%capture', '%%memit', '%%prun', '%%time', '%%timeit']);

const LINE_MAGIC = /^\s*(?:%{1,2}[A-Za-z]|!(?!=)|\?)/;
/** `client?`, `client.responses.create??` */
const HELP = /^\s*[\w.]+\?{1,2}\s*$/;
/** `files = !ls`, `result = %timeit -o f()` */
const ASSIGNED = /^([\w.,\s]*=\s*)(?:!(?!=)|%(?=[A-Za-z]))/;
/** `%time client.files.create(…)`, without options: what stands behind it runs. */
const RUNS = /^([\w.,\s]*=\s*|\s*)(%(?:memit|prun|time|timeit)\s+)(?![-\s])/;

/**
 * The source of a cell with everything that is no Python turned into comments. It has the same length, and its lines are
 * where they were.
 */
export function withoutMagics(source: string): string {
  const lines = source.split('\n');
  let first = lines.findIndex((line) => line.trim() !== '' && !line.trimStart().startsWith('#'));
  while (first >= 0 && lines[first]!.trimStart().startsWith('%%')) {
    const name = /^%%\w*/.exec(lines[first]!.trimStart())![0];
    if (!OF_PYTHON.has(name)) return lines.map(commented).join('\n');
    lines[first] = commented(lines[first]!);
    first = lines.findIndex((line, at) => at > first && line.trim() !== '');
  }
  let continues = false;
  return lines
    .map((line) => {
      const runs = continues ? null : RUNS.exec(line);
      if (runs) return withoutPrefix(line, runs as unknown as readonly [string, string, string]);
      const isMagic = continues || LINE_MAGIC.test(line) || HELP.test(line);
      const assigned = isMagic ? null : ASSIGNED.exec(line);
      continues = (isMagic || assigned !== null) && line.endsWith('\\');
      if (isMagic) return commented(line);
      // The value is out of view: a name that is nowhere defined, and a comment.
      return assigned ? `${assigned[1]}_${commented(line.slice(assigned[1]!.length + 1))}` : line;
    })
    .join('\n');
}

/** What a magic runs stays where it is, as the value of a name. */
function withoutPrefix(line: string, [all, before, magic]: readonly [string, string, string]): string {
  const prefix = before.trim() === '' ? '_=' : '';
  return before + prefix.padEnd(magic.length) + line.slice(all.length);
}

/** Nothing of the text stays: it could read like a comment that turns a rule off. */
function commented(line: string): string {
  return line.replace(/\S.*/, (code) => '#'.padEnd(code.length));
}
