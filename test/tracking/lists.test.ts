import { expect, it } from 'vitest';
import { factsInFile } from '../../src/facts-in-file.js';
import { parseFile } from '../../src/parse/parse.js';
import { readSettings } from '../../src/settings.js';

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
