import { describe, expect, it } from 'vitest';
import { allRows } from '../../src/policy/index.js';
import { explanationsOf } from '../../src/cli/commands/explain.js';
import { rules } from '../../rules/index.js';
import { run } from './helpers.js';

const explain = (...words: string[]) => run('/', 'explain', ...words);

describe('explain', () => {
  it.each([
    ['/v1/files', 'endpoint:/files'],
    ['POST /v1/files', 'endpoint:/files'],
    ['https://api.openai.com/v1/vector_stores', 'endpoint:/vector_stores'],
    ['files.create', 'endpoint:/files'],
    ['client.files.create(', 'endpoint:/files'],
    ['client.vector_stores.create', 'endpoint:/vector_stores'],
    ['background', 'parameter:background'],
    ['previous_response_id', 'parameter:previous_response_id'],
  ])('%s', async (thing, id) => {
    const { code, stdout, stderr } = await explain(thing);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toContain(`(${id}`);
  });

  it('says what is kept under each control, since when, by whom it is said, and what to write', async () => {
    const row = allRows().find(({ id }) => id === 'parameter:background')!;
    const { stdout } = await explain('background');
    for (const text of [
      row.keeps,
      row.remedy,
      row.under.zdr,
      row.asOf,
      row.sources[0]!,
      `openai-zdr/${row.owner}`,
    ])
      expect(stdout).toContain(text);
    expect(stdout).toMatch(
      /Zero Data Retention: \S+\n {2}Modified Abuse Monitoring: \S+\n {2}no control: \S+\n/,
    );
  });

  it('knows each tool, model and parameter that the policy has', () => {
    for (const row of allRows()) {
      const names =
        row.kind === 'tool'
          ? row.toolTypes
          : row.kind === 'parameter'
            ? [row.parameter]
            : row.kind === 'model'
              ? row.models.filter((name) => !name.includes('*'))
              : [row.id];
      for (const name of names) expect(explanationsOf(name), name).not.toEqual([]);
    }
  });

  it('knows each rule, with the rows that it speaks about', async () => {
    expect(Object.keys(rules).length).toBeGreaterThan(20);
    for (const name of Object.keys(rules))
      expect(explanationsOf(name)[0]).toMatchObject({ kind: 'rule', name });
    const { stdout } = await explain('openai-zdr/no-background');
    expect(stdout).toContain('docs/rules/no-background.md');
    expect(stdout).toContain('(parameter:background)');
  });

  it.each(['data_usage', 'dataUsage', 'X-OpenAI-No-Store'])('%s does not exist', async (thing) => {
    const { code, stdout } = await explain(thing);
    expect(code).toBe(1);
    expect(stdout).toContain('does not exist at OpenAI');
    expect(stdout).toContain('only store: false exists');
  });

  it('a switch that nobody has seen yet is named for what it is', async () => {
    const { code, stdout, stderr } = await explain('zero_retention_mode');
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    expect(stderr).toContain('nothing of that name exists at OpenAI');
  });

  it('a name that is nearly right is asked back', async () => {
    const { code, stderr } = await explain('no-backgrund');
    expect(code).toBe(1);
    expect(stderr).toBe('Nothing is known of no-backgrund. Did you mean no-background?\n');
  });

  it.each([
    "Item with id 'rs_1' not found. Items are not persisted for Zero Data Retention organizations.",
    'Items are not persisted for Zero Data Retention organizations',
  ])('the text of an error: %s', async (text) => {
    const { code, stdout } = await explain(text);
    expect(code).toBe(0);
    expect(stdout).toContain('items are not persisted');
  });

  it('but no text that has nothing to do with it', async () => {
    const { code, stdout } = await explain('Cannot read properties of undefined in module loader');
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
  });

  it('as data', async () => {
    const { stdout } = await explain('--format', 'json', '/v1/files');
    const data = JSON.parse(stdout) as { thing: string; explanations: { id: string; keeps: string }[] };
    expect(data.thing).toBe('/v1/files');
    expect(data.explanations[0]).toMatchObject({
      kind: 'row',
      rowKind: 'endpoint',
      under: { zdr: 'stored' },
    });
  });
});

describe('endpoints', () => {
  const endpointRows = allRows().filter((row) => row.kind === 'endpoint');

  it('lists each endpoint once', async () => {
    const { code, stdout } = await run('/', 'endpoints');
    expect(code).toBe(0);
    const expected = endpointRows.reduce((sum, { endpoints }) => sum + endpoints.length, 0);
    expect(stdout.trim().split('\n')).toHaveLength(expected);
    expect(stdout).toMatch(/^POST \/v1\/chat\/completions +eligible /m);
  });

  it('those with a verdict, under another control, as data and as a table', async () => {
    const { stdout } = await run('/', 'endpoints', '--verdict', 'stored', '--format', 'json');
    const lines = JSON.parse(stdout) as { endpoint: string; verdict: string; asOf: string }[];
    expect(lines.length).toBeGreaterThan(10);
    expect(new Set(lines.map(({ verdict }) => verdict))).toEqual(new Set(['stored']));
    expect(lines.some(({ endpoint }) => endpoint.endsWith('/v1/files'))).toBe(true);
    const markdown = (await run('/', 'endpoints', '--control', 'none', '--format', 'markdown')).stdout;
    expect(markdown).toMatch(/^\| Endpoint \| Verdict \| What is kept \| As of \|\n\| --- /);
  });

  it('says so when there is none', async () => {
    const { code, stdout, stderr } = await run('/', 'endpoints', '--verdict', 'no-effect');
    expect({ code, stdout }).toEqual({ code: 0, stdout: '' });
    expect(stderr).toBe('No endpoint is no-effect under ZDR.\n');
  });
});
