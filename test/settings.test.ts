import { readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { settingsFiles } from '../scripts/settings.js';
import { readSettings } from '../src/settings/read.js';

const read = (file: string): string => readFileSync(new URL(`../${file}`, import.meta.url), 'utf8');
const schema = JSON.parse(read('settings.schema.json')) as { properties: object };
const validate = new Ajv({ allErrors: true, strict: true }).compile(schema);

/** What `readSettings` says against it. */
function problemOf(own: unknown): string | null {
  try {
    readSettings({ 'openai-zdr': own });
    return null;
  } catch (error) {
    return (error as Error).message;
  }
}

const isRead = (own: unknown): boolean => problemOf(own) === null;

const good: readonly object[] = [
  {},
  { $schema: './node_modules/eslint-plugin-openai-zdr/settings.schema.json' },
  { control: 'mam' },
  { clients: [] },
  { clients: [{ module: '@example/openai', is: 'client' }] },
  { clients: [{ module: '@example/llm', exports: ['createClient', 'default'], is: 'returns-client' }] },
  { clients: [{ module: '@example/ask', is: 'sends', operation: 'responses.create' }] },
  { clients: [{ module: '@example/ask', operation: 'chat.completions.create', body: 1, exports: ['ask'] }] },
  { hosts: ['llm.example.com', '*.llm.internal', 'LLM.example.com:8080'] },
  { clouds: ['azure', 'bedrock', 'vertex'] },
  { policy: [{ parameter: 'background', verdict: 'stored', reason: 'not in this team' }] },
  {
    policy: [
      { model: 'gpt-image-*', verdict: 'eligible', reason: 'x', paths: ['scripts/**'], until: '2027-06-30' },
    ],
  },
  { allow: [{ endpoint: '/files', reason: 'public manuals only', paths: [], until: '2028-02-29' }] },
  { allow: [{ tool: 'mcp', reason: 'our own server' }] },
  { versions: { ai: '^5', openai: '7.57.0' }, env: { OPENAI_AGENTS_DISABLE_TRACING: '1' } },
  {
    versions: { ai: '5', openai: '4.36 - 5 || >=6.1.0 <7 || 7.x', '@openai/agents': '~0.4.2-beta.1', x: '*' },
  },
  { versions: {}, env: {}, setup: ['src/instrumentation.ts'] },
  { followImports: false, typeEvidence: true },
];

const bad: readonly unknown[] = [
  null,
  [],
  'zdr',
  { $schema: 1 },
  { $schema: '' },
  { contol: 'zdr' },
  { control: 'ZDR' },
  { control: null },
  { clients: {} },
  { clients: ['@example/openai'] },
  { clients: [{ is: 'client' }] },
  { clients: [{ module: '', is: 'client' }] },
  { clients: [{ module: 'a' }] },
  { clients: [{ module: 'a', is: 'cilent' }] },
  { clients: [{ module: 'a', is: null, operation: 'responses.create' }] },
  { clients: [{ module: 'a', is: 'client', operation: 'responses.create' }] },
  { clients: [{ module: 'a', is: 'returns-client', body: 0 }] },
  { clients: [{ module: 'a', is: 'sends' }] },
  { clients: [{ module: 'a', operation: 'responses.make' }] },
  { clients: [{ module: 'a', operation: 'responses.create', body: -1 }] },
  { clients: [{ module: 'a', operation: 'responses.create', body: 0.5 }] },
  { clients: [{ module: 'a', operation: 'responses.create', body: null }] },
  { clients: [{ module: 'a', is: 'client', exports: 'default' }] },
  { clients: [{ module: 'a', is: 'client', exports: null }] },
  { clients: [{ module: 'a', is: 'client', exports: [] }] },
  { clients: [{ module: 'a', is: 'client', exports: [''] }] },
  { clients: [{ module: 'a', is: 'client', export: ['a'] }] },
  { hosts: 'llm.example.com' },
  { hosts: ['https://llm.example.com'] },
  { hosts: ['llm.example.com/v1'] },
  { hosts: [''] },
  { clouds: ['azur'] },
  { policy: [{ parameter: 'background', reason: 'x' }] },
  { policy: [{ parameter: 'background', verdict: 'stored' }] },
  { policy: [{ parameter: 'background', verdict: 'fine', reason: 'x' }] },
  { policy: [{ verdict: 'stored', reason: 'x' }] },
  { policy: [{ parameter: 'background', tool: 'mcp', verdict: 'stored', reason: 'x' }] },
  { policy: [{ parameter: null, verdict: 'stored', reason: 'x' }] },
  { allow: [{ endpoint: '/files', verdict: 'eligible', reason: 'x' }] },
  { allow: [{ endpoint: '/files' }] },
  { allow: [{ endpoint: '/files', reason: '' }] },
  { allow: [{ endpoint: '/files', reason: 'x', paths: 'scripts/**' }] },
  { allow: [{ endpoint: '/files', reason: 'x', until: 'next year' }] },
  { allow: [{ endpoint: '/files', reason: 'x', until: '2027-13-01' }] },
  { allow: [{ endpoint: '/files', reason: 'x', until: '2027-6-30' }] },
  { allow: [{ endpoint: '/files', reason: 'x', because: 'y' }] },
  { versions: ['5'] },
  { versions: { ai: 5 } },
  { versions: { ai: '' } },
  { versions: { ai: 'latest' } },
  { versions: { ai: 'beta', openai: '7' } },
  { versions: { ai: 'workspace:*' } },
  { versions: { ai: 'catalog:' } },
  { versions: { ai: 'npm:ai@5' } },
  { versions: { ai: 'v5 or later' } },
  { versions: { ai: '5 ||' } },
  { versions: { ai: '^5.x.y' } },
  { env: { OPENAI_AGENTS_DISABLE_TRACING: '' } },
  { env: 'OPENAI_AGENTS_DISABLE_TRACING=1' },
  { setup: 'src/instrumentation.ts' },
  { setup: [null] },
  { followImports: 'yes' },
  { typeEvidence: 1 },
];

describe('settings.schema.json', () => {
  it('is what the sources say (otherwise run "npm run policy")', async () => {
    for (const [file, text] of Object.entries(await settingsFiles())) expect(read(file), file).toBe(text);
  });

  it('has every key, and a sample for each', () => {
    const keys = Object.keys(schema.properties).sort();
    expect([...new Set(good.flatMap((own) => Object.keys(own)))].sort()).toEqual(keys);
    const problem = problemOf({ '': 1 }) ?? '';
    expect([...problem.matchAll(/"([$\w]+)"/g)].map(([, key]) => key).sort()).toEqual(keys);
  });

  it.each(good)('accepts what is read: %j', (own) => {
    validate(own);
    expect(validate.errors).toBeNull();
    expect(isRead(own)).toBe(true);
  });

  it.each(bad)('refuses what cannot be read: %j', (own) => {
    expect({ schema: validate(own), read: isRead(own) }).toEqual({ schema: false, read: false });
  });

  it('says the same as the reader of whatever is put together from both', () => {
    const samples = [...good, ...bad].filter((own): own is Record<string, unknown> => own instanceof Object);
    const parts = samples.flatMap((own) => Object.entries(own));
    // A key of one sample, and somewhere inside it a value of another.
    const values = fc.constantFrom<unknown>(
      ...parts.map(([, value]) => value),
      ...parts.flatMap(([, value]) => (Array.isArray(value) ? (value as unknown[]) : [])),
    );
    const item = fc
      .tuple(values, values)
      .map(([one, other]) =>
        one instanceof Object && other instanceof Object && !Array.isArray(one) && !Array.isArray(other)
          ? { ...one, ...other }
          : one,
      );
    const value = fc.oneof(values, fc.array(item, { maxLength: 2 }));
    const keys = fc.constantFrom(...parts.map(([key]) => key));
    const settings = fc.dictionary(keys, value, { maxKeys: 2 });
    let accepted = 0;
    fc.assert(
      fc.property(settings, (own) => {
        const isAccepted = isRead(own);
        if (isAccepted) accepted++;
        expect(validate(own), JSON.stringify(own)).toBe(isAccepted);
      }),
      { numRuns: 3000, seed: 1 },
    );
    expect(accepted).toBeGreaterThan(200);
  });
});
