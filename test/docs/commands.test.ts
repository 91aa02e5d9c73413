/** What the pages of the commands show is what the commands print. */
import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { readArguments } from '../../src/cli/program.js';
import { checker } from '../../src/cli/checker.js';
import { project, runWith } from '../cli/helpers.js';
import { blocksIn, type Block } from './blocks.js';

const FOLDER = new URL('../../docs/commands/', import.meta.url);
const pages = readdirSync(FOLDER);
const textOf = (page: string): string => readFileSync(new URL(page, FOLDER), 'utf8');

const COMMAND = /^(?:[A-Z_]+=\S+ )?npx openai-zdr (.*)$/;

/** The words of a command line; a text in quotes is one. */
const argumentsIn = (line: string): string[] =>
  [...(COMMAND.exec(line)?.[1] ?? '').matchAll(/"([^"]*)"|\S+/g)].map(([word, quoted]) => quoted ?? word);

const lines = pages.flatMap((page) =>
  blocksIn(textOf(page))
    .filter(({ language }) => language === 'sh')
    .flatMap(({ code }) =>
      code
        .trim()
        .split('\n')
        .map((line) => ({ page, line })),
    ),
);

it('has a page for each command', () => {
  expect(pages.sort()).toEqual(['check.md', 'endpoints.md', 'explain.md', 'inventory.md', 'verify.md']);
});

it.each(lines)('$page: $line is understood', ({ line }) => {
  expect(readArguments(argumentsIn(line), '0.0.0').run).not.toBe('text');
});

/** The files that a page shows: a block that names one, `ts file=src/ask.ts`, is there when its commands run. */
const filesOf = (blocks: readonly Block[]): Record<string, string> =>
  Object.fromEntries(
    blocks.flatMap(({ words, code }) => {
      const name = words.find((word) => word.startsWith('file='))?.slice('file='.length);
      return name === undefined ? [] : [[name, code]];
    }),
  );

const shown = pages.flatMap((page) => {
  const blocks = blocksIn(textOf(page));
  return blocks.flatMap((block, at) =>
    block.words.includes('output')
      ? [{ page, line: blocks[at - 1]!.code.trim(), output: block.code, files: filesOf(blocks) }]
      : [],
  );
});

it.each(shown)('$page: $line prints what is shown', async ({ line, output, files }) => {
  expect(shown.length).toBeGreaterThan(2);
  const { stdout, stderr } = await runWith(checker, project(files), ...argumentsIn(line));
  expect((stdout + stderr).trim()).toBe(output.trim());
});
