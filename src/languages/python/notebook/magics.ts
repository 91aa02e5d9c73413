/** What IPython adds to Python: magics, shell lines and help. */

/** Cell magics whose body is Python that runs where it stands. */
const OF_PYTHON = new Set(['%%capture', '%%memit', '%%prun', '%%time', '%%timeit']);

const LINE_MAGIC = /^\s*(?:%{1,2}[A-Za-z]|!(?!=)|\?)/;
/** `client?`, `client.responses.create??` */
const HELP = /^\s*[\w.]+\?{1,2}\s*$/;
/** `files = !ls`, `result = %timeit -o f()` */
const ASSIGNED = /^(\s*[\w.,\s]*[^=!<>]=\s*)(?:!(?!=)|%(?=[A-Za-z]))/;

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
      const isMagic = continues || LINE_MAGIC.test(line) || HELP.test(line);
      const assigned = isMagic ? null : ASSIGNED.exec(line);
      continues = (isMagic || assigned !== null) && line.endsWith('\\');
      if (isMagic) return commented(line);
      // The value is out of view: a name that is nowhere defined, and a comment.
      return assigned ? `${assigned[1]}_${line.slice(assigned[1]!.length + 1).replace(/./, '#')}` : line;
    })
    .join('\n');
}

function commented(line: string): string {
  return line.replace(/\S/, '#');
}
