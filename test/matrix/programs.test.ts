import { AST_NODE_TYPES } from '@typescript-eslint/utils';
import { describe, expect, it } from 'vitest';
import { parseFile } from '../../src/languages/javascript/parse/parse.js';
import { withoutWay } from './node-types.js';
import { programOf } from './programs.js';
import type { Sent } from './fakes.js';
import { sentBy } from './run.js';
import { kinds, type Kind, type Way } from './way.js';
import { groups } from './ways/index.js';

const ways = Object.values(groups).flat();

/** The node types in the files of a program. */
function nodeTypesIn(way: Way): Set<string> {
  const found = new Set<string>();
  for (const [file, text] of Object.entries(programOf(way, (way.kinds ?? kinds)[0]!, 'kept').files)) {
    if (file.endsWith('.json')) continue;
    const result = parseFile(text, file);
    if (!result.ok) throw new Error(`${result.message}\n${text}`);
    JSON.stringify(result.ast, (key, value: unknown) => {
      if (key === 'parent') return undefined;
      if (typeof value === 'bigint') return String(value);
      if (typeof value === 'object' && value !== null && 'type' in value) found.add(String(value.type));
      return value;
    });
  }
  return found;
}

describe('the ways', () => {
  it('have names of their own', () => {
    expect(ways.length).toBeGreaterThan(500);
    expect(ways.map(({ name }) => name)).toHaveLength(new Set(ways.map(({ name }) => name)).size);
  });

  it('make a value in one place and use it', () => {
    for (const { name, code } of ways) {
      const text = typeof code === 'string' ? code : Object.values(code).join('\n');
      expect(text.match(/\bVALUE\b/g), name).toHaveLength(1);
      expect(text.match(/\bUSE\(/g)?.length, name).toBe(1);
    }
  });

  it('go through every node type that a value can go through', () => {
    const reached = new Set<string>(ways.flatMap(({ nodes = [] }) => nodes));
    const told = [...reached, ...Object.keys(withoutWay)];
    expect(told.toSorted()).toEqual(Object.values(AST_NODE_TYPES).toSorted());
  });

  it('hold the node types that they are examples of', () => {
    for (const way of ways) {
      if (way.nodes) expect([...nodeTypesIn(way)], way.name).toEqual(expect.arrayContaining([...way.nodes]));
    }
  });

  it('are run, or say why not', () => {
    for (const { name, run, notRun } of ways) if (notRun) expect([name, run]).toEqual([name, undefined]);
    expect(ways.filter(({ notRun }) => notRun).length).toBeLessThan(ways.length / 20);
  });
});

const FILES = /^https:\/\/api\.openai\.com\/v1\/files(?:\?|$)/;

/** What has to have been sent for a value to have reached its use. */
const reaches = {
  client: { to: 'openai files', value: expect.objectContaining({ purpose: 'assistants' }) },
  body: { to: 'openai responses', value: expect.objectContaining({ store: true }) },
  address: { to: 'host', value: expect.stringMatching(FILES) },
  flag: { to: 'openai responses', value: expect.objectContaining({ store: true }) },
  tool: {
    to: 'openai responses',
    value: expect.objectContaining({ tools: [expect.objectContaining({ type: 'file_search' })] }),
  },
  method: { to: 'openai files', value: expect.objectContaining({ purpose: 'assistants' }) },
} satisfies Readonly<Record<Kind, Sent>>;

/** A twin that leaves `store` out, or sends no body, would not be harmless. */
const NOT_STORED: Sent = { to: 'openai responses', value: expect.objectContaining({ store: false }) };

describe.each(Object.entries(groups))('the programs carry the value: %s', (_, group) => {
  const run = group.filter(({ notRun }) => !notRun);
  it.each(run.map((way) => [way.name, way] as const))('%s', async (_, way) => {
    for (const kind of way.kinds ?? kinds) {
      expect(await sentBy(way, kind, 'kept'), kind).toContainEqual(reaches[kind]);
      if (kind === 'body' || kind === 'flag')
        expect(await sentBy(way, kind, 'harmless'), kind).toEqual([NOT_STORED]);
    }
  });
});
