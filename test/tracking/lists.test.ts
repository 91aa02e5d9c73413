import { expect, it } from 'vitest';
import { factsInFile } from '../../src/analysis/analyze-file.js';
import { parseFile } from '../../src/languages/javascript/parse/parse.js';
import { readSettings } from '../../src/settings/read.js';

function toolTypes(code: string): unknown[] {
  const text = `import OpenAI from 'openai';\nconst client = new OpenAI();\n${code}`;
  const parsed = parseFile(text, 'tools.ts');
  if (!parsed.ok) throw new Error(parsed.message);
  const facts = factsInFile({ text, ...parsed }, 'tools.ts', readSettings({}));
  return facts.requests
    .flatMap(({ body }) => body.readDeep('tools[*].type'))
    .flatMap((alternative) =>
      alternative.kind === 'set' && alternative.value.kind === 'constant' ? [alternative.value.value] : [],
    );
}

it('reads a list that is made of what it was before, in time that does not explode', () => {
  const steps = Array.from(
    { length: 40 },
    (_, i) =>
      `tools = tools.filter((tool) => tool.type !== 'x${i}').concat(tools.slice(${i}), tools.flat());`,
  );
  const before = performance.now();
  const types = toolTypes(`
    let tools = [{ type: 'mcp' }];
    ${steps.join('\n')}
    client.responses.create({ input: 'x', store: false, tools });
  `);
  expect(new Set(types)).toEqual(new Set(['mcp']));
  // Exponential would be hours.
  expect(performance.now() - before).toBeLessThan(20_000);
});

it('reads lists that are put into each other', () => {
  const types = toolTypes(`
    const a = [{ type: 'file_search' }];
    const b = [{ type: 'mcp' }, ...a];
    a.push(...b);
    b.push(...a);
    client.responses.create({ input: 'x', store: false, tools: b });
  `);
  expect(new Set(types)).toEqual(new Set(['file_search', 'mcp']));
});

it('reads what functions put into a list that they are handed', () => {
  const types = toolTypes(`
    const tools = [{ type: 'function' }];
    function add(list, tool) { list.push(tool, { type: 'mcp' }); }
    add(tools, { type: 'file_search' });
    const more = (list) => { list.unshift(...[{ type: 'code_interpreter' }]); };
    more(tools);
    client.responses.create({ input: 'x', store: false, tools });
  `);
  expect(new Set(types)).toEqual(new Set(['function', 'file_search', 'mcp', 'code_interpreter']));
});

it('does not know a list that is handed to what it cannot see', () => {
  const doubts = (code: string) => {
    const text = `import OpenAI from 'openai';\nimport { add } from './out-of-view';\nconst client = new OpenAI();\n${code}`;
    const parsed = parseFile(text, 'tools.ts');
    if (!parsed.ok) throw new Error(parsed.message);
    return factsInFile({ text, ...parsed }, 'tools.ts', readSettings({}))
      .requests.flatMap(({ body }) => body.readDeep('tools[*].type'))
      .filter(({ kind }) => kind === 'unknown').length;
  };
  const create = `client.responses.create({ input: 'x', store: false, tools });`;
  expect(doubts(`const tools = [{ type: 'function' }]; add(tools); ${create}`)).toBe(1);
  expect(
    doubts(`const tools = [{ type: 'function' }]; console.log(tools); JSON.stringify(tools); ${create}`),
  ).toBe(0);
});
