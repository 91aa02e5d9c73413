/** Code blocks of Markdown pages. */

export interface Block {
  /** `ts`, `cjs`, `json`, … */
  readonly language: string;
  /** What stands behind the language: `incorrect`, `reports=2`, `options={"environment":true}`. */
  readonly words: readonly string[];
  readonly code: string;
  /** Where the block starts in the page, for messages. */
  readonly line: number;
  /** The nearest heading above, without its marks. */
  readonly heading: string;
}

/** The fenced code blocks of a page, in their order. Words are separated by spaces, so JSON in them has none. */
export function blocksIn(page: string): Block[] {
  const blocks: Block[] = [];
  let heading = '';
  let open: { fence: string; language: string; words: string[]; line: number; code: string[] } | null = null;
  for (const [index, line] of page.split('\n').entries()) {
    if (open) {
      if (line.trim() === open.fence) {
        blocks.push({ ...open, code: `${open.code.join('\n')}\n`, heading });
        open = null;
      } else {
        open.code.push(line);
      }
      continue;
    }
    const fence = /^(`{3,})(\S*)\s*(.*)$/.exec(line);
    if (fence) {
      const [, marks = '', language = '', rest = ''] = fence;
      open = { fence: marks, language, words: rest.split(' ').filter(Boolean), line: index + 1, code: [] };
    } else {
      heading = /^#+\s+(.*)$/.exec(line)?.[1] ?? heading;
    }
  }
  return blocks;
}

/** The value of `name=…` among a block's words, read as JSON. */
export function wordValue(block: Block, name: string): unknown {
  const word = block.words.find((candidate) => candidate.startsWith(`${name}=`));
  return word === undefined ? undefined : (JSON.parse(word.slice(name.length + 1)) as unknown);
}
