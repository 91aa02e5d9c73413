import { describe, expect, it } from 'vitest';
import { checker } from '../../src/cli/checker.js';
import { placeIn } from '../../src/cli/commands/explain-place.js';
import { project, runWith, type Run } from './helpers.js';

const explain = (files: Record<string, string>, place: string): Promise<Run> =>
  runWith(checker, project(files), 'explain', place);

const CLIENT = `import OpenAI from 'openai';\nconst client = new OpenAI();\n`;

describe('a place', () => {
  it.each([
    ['src/ask.ts:12', { file: 'src/ask.ts', line: 12 }],
    ['src/ask.ts:12:5', { file: 'src/ask.ts', line: 12 }],
    ['C:\\a\\b.ts:3', { file: 'C:\\a\\b.ts', line: 3 }],
    ['/v1/files', null],
    ['files.create', null],
    ['OpenAI-Beta: zero-data-retention', null],
    ['src/ask.ts', null],
  ])('%s', (text, place) => {
    expect(placeIn(text)).toEqual(place);
  });
});

describe('the account of a request', () => {
  it('names client, host, keys, rule and row', async () => {
    const { stdout, code } = await explain(
      { 'a.ts': `${CLIENT}client.responses.create({\n  model: 'm',\n  input: 'x',\n});` },
      'a.ts:5',
    );
    expect(code).toBe(0);
    expect(stdout).toContain('POST /v1/responses (openai responses.create)\n');
    expect(stdout).toContain('Client: openai, at line 2: `new OpenAI()`.');
    expect(stdout).toContain('Host: OpenAI’s (api.openai.com).');
    expect(stdout).toContain('Body: `model` at line 4, `input` at line 5.');
    expect(stdout).toMatch(/Verdict: forced-off \(parameter:[^,]+, openai-zdr\/require-store-false\)/);
  });

  it('follows to other modules', async () => {
    const { stdout } = await explain(
      {
        'lib/client.ts': `import OpenAI from 'openai';\nexport const client = new OpenAI({ baseURL: 'https://api.openai.com/v1' });`,
        'a.ts': `import { client } from './lib/client';\nclient.files.create({ file, purpose: 'user_data' });`,
      },
      'a.ts:2',
    );
    expect(stdout).toContain('Client: openai, in lib/client.ts:2');
    expect(stdout).toContain('openai-zdr/no-file-upload');
  });

  it('says where proof was lost', async () => {
    const { stdout } = await explain(
      { 'a.ts': `${CLIENT}export const ask = (options: any) => client.responses.create({ ...options });` },
      'a.ts:3',
    );
    expect(stdout).toContain('Verdict: unproven');
    expect(stdout).toMatch(/Cannot be read: `store`, .* more: spread of parameter `options`\./);
  });

  it('says why another vendor is not judged', async () => {
    const { stdout } = await explain(
      {
        'a.ts': `import OpenAI from 'openai';\nnew OpenAI({ baseURL: 'https://api.groq.com/openai/v1' }).files.create({ file });`,
      },
      'a.ts:2',
    );
    expect(stdout).toContain('Host: another vendor’s (api.groq.com), decided at line 2');
    expect(stdout).toContain('Verdict: not judged');
  });

  it('reads Python', async () => {
    const { stdout } = await explain(
      { 'a.py': 'from openai import OpenAI\nOpenAI().files.create(file=f, purpose="user_data")\n' },
      'a.py:2',
    );
    expect(stdout).toContain('POST /v1/files');
  });
});

describe('nothing to tell', () => {
  it('at a line without a request', async () => {
    const { code, stderr } = await explain({ 'a.ts': CLIENT }, 'a.ts:1');
    expect(code).toBe(1);
    expect(stderr).toContain('No request to OpenAI was found at a.ts:1');
  });

  it.each([
    ['b.ts:1', 'b.ts: does not exist'],
    ['broken.ts:1', 'broken.ts: line 1: '],
    ['a.ipynb:1', 'a.ipynb: lines of notebooks cannot be explained yet'],
  ])('of %s', async (place, message) => {
    const { code, stderr } = await explain({ 'broken.ts': 'const = ;' }, place);
    expect(code).toBe(2);
    expect(stderr).toContain(message);
  });
});
