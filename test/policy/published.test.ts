import { readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import { describe, expect, it } from 'vitest';
import { policyFiles, publishedRows } from '../../scripts/policy.js';
import { invented } from '../../src/policy/index.js';

const read = (file: string): string => readFileSync(new URL(`../../${file}`, import.meta.url), 'utf8');

interface Published {
  rows: Record<string, unknown>[];
  invented: unknown[];
}

describe('policy.json', () => {
  const published = JSON.parse(read('policy.json')) as Published;
  const validate = new Ajv({ allErrors: true, strict: true, allowUnionTypes: true }).compile(
    JSON.parse(read('policy.schema.json')) as object,
  );

  it('is what the sources say (otherwise run "npm run policy")', async () => {
    for (const [file, text] of Object.entries(await policyFiles())) expect(read(file), file).toBe(text);
  });

  it('holds every row and every invention', () => {
    expect(published.rows).toEqual(publishedRows());
    expect(published.invented).toEqual(invented);
  });

  it('keeps to its schema', () => {
    validate(published);
    expect(validate.errors).toBeNull();
  });

  it.each([
    ['an unknown owner', { owner: 'no-such-rule' }],
    ['a date in words', { asOf: 'October 2026' }],
    ['a sentence without end', { keeps: 'Something is kept' }],
    ['a verdict that does not exist', { under: { zdr: 'fine', mam: 'eligible', none: 'eligible' } }],
    ['a field that does not exist', { extra: true }],
    ['a source that is no address', { sources: ['a page'] }],
  ])('would not keep to it with %s', (_what, change) => {
    const [first, ...others] = published.rows;
    expect(validate({ ...published, rows: [{ ...first, ...change }, ...others] })).toBe(false);
  });
});
