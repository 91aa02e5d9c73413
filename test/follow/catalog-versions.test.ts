import { expect, it } from 'vitest';
import { project } from './project.js';

/** Before version 2 of the provider, `openai(…)` is Chat Completions, which stores nothing unless it is asked to. */
const WRITE = `import { openai } from '@ai-sdk/openai';
import { streamText } from 'ai';
export const write = (prompt: string) => streamText({ model: openai('gpt-5.5'), prompt });
`;
const manifest = (range: string) => JSON.stringify({ dependencies: { ai: range, '@ai-sdk/openai': range } });

it.each<[string, string, string, readonly string[]]>([
  ['an old major in the catalog', 'catalog:', `catalog:\n  ai: ^4.2.0\n  '@ai-sdk/openai': ^1.2.0\n`, []],
  [
    'a new major in the catalog',
    'catalog:',
    `catalog:\n  ai: ^6.0.0\n  '@ai-sdk/openai': ^3.0.0\n`,
    ['require-store-false: streamText'],
  ],
  [
    'an old major in a named catalog',
    'catalog:now',
    `catalogs:\n  now:\n    ai: ^4\n    '@ai-sdk/openai': 1.2.0\n`,
    [],
  ],
  ['a catalog that is not in view', 'catalog:now', `packages:\n  - .\n`, []],
])('%s', (_name, range, yaml, finds) => {
  const made = project({
    'package.json': manifest(range),
    'pnpm-workspace.yaml': yaml,
    'src/write.ts': WRITE,
  });
  expect(made.findings('src/write.ts')).toEqual(finds);
});
