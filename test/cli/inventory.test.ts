import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { Validation, Spec } from '@cyclonedx/cyclonedx-library';
import { Ajv } from 'ajv';
import { describe, expect, it } from 'vitest';
import { checker } from '../../src/cli/checker.js';
import type { Inventory } from '../../src/cli/inventory/model.js';
import { project, runWith, type Run } from './helpers.js';

const inventory = (cwd: string, ...argv: string[]): Promise<Run> =>
  runWith(checker, cwd, 'inventory', ...argv);

async function linesOf(files: Record<string, string>): Promise<Inventory['lines']> {
  const { stdout } = await inventory(project(files), '--format', 'json');
  return (JSON.parse(stdout) as Inventory).lines;
}

const CLIENT = `import OpenAI from 'openai';\nconst client = new OpenAI();\n`;

const files = {
  'src/ask.ts': `${CLIENT}export const ask = (input: string) =>
  client.responses.create({ model: 'gpt-5.6', input, tools: [{ type: 'file_search', vector_store_ids: ['vs_1'] }] });
export const clean = (input: string) => client.responses.create({ model: 'gpt-5.6', input, store: false });
export const open = (body: any) => client.responses.create(body);
`,
  'src/upload.js': `${CLIENT}await client.files.create({ file, purpose: 'user_data' });\n`,
  'tools/ask.py': `from openai import OpenAI\n\nOpenAI().chat.completions.create(model="gpt-5.6", messages=m, store=True)\n`,
  'src/other.js': `import OpenAI from 'openai';
const groq = new OpenAI({ baseURL: 'https://api.groq.com/openai/v1' });
await groq.files.create({ file });
`,
  'src/none.js': `export const openai = 'a word';\n`,
};

describe('the lines', () => {
  it('say what each request sends, where, and what is kept of it', async () => {
    const lines = await linesOf(files);
    expect(
      lines.map(({ file, line, method, endpoints, store, tools, host, verdict }) => ({
        place: `${file}:${line}`,
        method,
        endpoint: endpoints.join(),
        store: store.join(),
        tools: tools.join(),
        host,
        verdict,
      })),
    ).toEqual([
      {
        place: 'src/ask.ts:4',
        method: 'responses.create',
        endpoint: 'POST /v1/responses',
        store: 'left out',
        tools: 'file_search',
        host: 'openai',
        verdict: 'kept',
      },
      {
        place: 'src/ask.ts:5',
        method: 'responses.create',
        endpoint: 'POST /v1/responses',
        store: 'false',
        tools: '',
        host: 'openai',
        verdict: 'none-found',
      },
      {
        place: 'src/ask.ts:6',
        method: 'responses.create',
        endpoint: 'POST /v1/responses',
        store: 'not read',
        tools: '',
        host: 'openai',
        verdict: 'unproven',
      },
      {
        place: 'src/other.js:3',
        method: 'files.create',
        endpoint: 'POST /v1/files',
        store: '',
        tools: '',
        host: 'other-vendor',
        verdict: 'not-openai',
      },
      {
        place: 'src/upload.js:3',
        method: 'files.create',
        endpoint: 'POST /v1/files',
        store: '',
        tools: '',
        host: 'openai',
        verdict: 'kept',
      },
      {
        place: 'tools/ask.py:3',
        method: 'chat.completions.create',
        endpoint: 'POST /v1/chat/completions',
        store: 'true',
        tools: '',
        host: 'openai',
        verdict: 'forced-off',
      },
    ]);
  });

  it('say why something is unproven', async () => {
    const [line] = await linesOf({
      'a.ts': `${CLIENT}export const open = (body: any) => client.responses.create(body);`,
    });
    expect(line!.reasons).toEqual([expect.stringMatching(/^`store`, .*: parameter `body`$/)]);
  });

  it('judge by the control of the settings', async () => {
    const code = `${CLIENT}await client.responses.create({ model: 'gpt-5.6', input: 'x' });`;
    const [zdr] = await linesOf({ 'a.js': code });
    const [none] = await linesOf({ 'a.js': code, 'openai-zdr.json': '{ "control": "none" }' });
    expect([zdr!.verdict, none!.verdict]).toEqual(['forced-off', 'kept']);
  });

  it('name the exceptions of the settings with their end', async () => {
    const [line] = await linesOf({
      'a.js': `${CLIENT}await client.files.create({ file, purpose: 'user_data' });`,
      'openai-zdr.json': JSON.stringify({
        allow: [{ endpoint: '/files', reason: 'Signed off by legal', until: '2099-01-01' }],
      }),
    });
    expect(line).toMatchObject({ verdict: 'waived', kept: [] });
    expect(line!.waivers).toEqual([
      {
        row: expect.stringContaining('/files') as string,
        reason: 'Signed off by legal',
        until: '2099-01-01',
      },
    ]);
  });

  it('do not count an exception that has ended', async () => {
    const [line] = await linesOf({
      'a.js': `${CLIENT}await client.files.create({ file, purpose: 'user_data' });`,
      'openai-zdr.json': JSON.stringify({
        allow: [{ endpoint: '/files', reason: 'For the trial', until: '2020-01-01' }],
      }),
    });
    expect(line).toMatchObject({ verdict: 'kept', waivers: [] });
  });

  it('hold exports of traces', async () => {
    const lines = await linesOf({
      'a.ts': `import { Agent, run } from '@openai/agents';
const agent = new Agent({ name: 'a', model: 'gpt-5.6', modelSettings: { store: false } });
await run(agent, 'hello');`,
    });
    expect(lines.map(({ stage, verdict }) => `${stage} ${verdict}`)).toEqual([
      'definition none-found',
      'feature refused',
    ]);
  });

  it('hold nothing of mocks, types and names alone', async () => {
    const lines = await linesOf({
      'types.ts': `import type OpenAI from 'openai';\nexport type Client = OpenAI;`,
      'own.js': `class OpenAI { responses = { create() {} } }\nnew OpenAI().responses.create({ store: true });`,
      'a.test.js': `import { vi } from 'vitest';\nimport OpenAI from 'openai';\nvi.mock('openai');\nnew OpenAI().responses.create({});`,
    });
    expect(lines).toEqual([]);
  });
});

describe('what an exception covers', () => {
  const waived = {
    'a.js': `${CLIENT}await client.files.create({ file, purpose: 'user_data' });`,
    'openai-zdr.json': JSON.stringify({
      allow: [{ endpoint: '/files', reason: 'Signed off by legal', until: '2099-01-01' }],
    }),
  };

  it('is kept, in each format', async () => {
    const folder = project(waived);
    expect((await inventory(folder)).stdout).toContain('kept under an exception');
    for (const format of ['markdown', 'html', 'cyclonedx'])
      expect((await inventory(folder, '--format', format)).stdout).not.toContain('no retention found');
    expect((await inventory(folder, '--format', 'statement')).stdout).toContain(
      'Kept, under an exception that somebody signed',
    );
    const { stdout } = await runWith(checker, folder, 'explain', 'a.js:3');
    expect(stdout).toContain('until 2099-01-01');
    expect(stdout).not.toContain('no retention found');
  });

  it('is to be signed off like anything else', async () => {
    const folder = project({
      'a.js': `${CLIENT}await client.responses.create({ model: 'm', store: false });`,
    });
    await inventory(folder, '--format', 'json', '--output-file', 'inventory.json');
    writeFileSync(
      path.join(folder, 'a.js'),
      `${CLIENT}await client.responses.create({ model: 'm', store: false, background: true });`,
    );
    writeFileSync(
      path.join(folder, 'openai-zdr.json'),
      JSON.stringify({ allow: [{ parameter: 'background', reason: 'For a trial' }] }),
    );
    expect(await inventory(folder, '--check', 'inventory.json')).toMatchObject({ code: 1 });
  });
});

describe('names', () => {
  it('are from the folder that was asked about, also above it', async () => {
    const folder = project({ 'a.ts': `${CLIENT}client.files.create({ file });`, 'below/b.ts': '' });
    const { stdout } = await inventory(path.join(folder, 'below'), '../a.ts', '--format', 'json');
    expect((JSON.parse(stdout) as Inventory).lines.map(({ file }) => file)).toEqual(['../a.ts']);
  });

  it('and models cannot move the cursor, or end a row', async () => {
    const { stdout } = await inventory(
      project({
        'a.js': `${CLIENT}client.responses.create({ model: 'a\\u001B[31m\\nb', input: 'x', store: false });`,
      }),
    );
    expect(stdout).not.toContain('\u001B');
    expect(stdout).toContain('a\uFFFD[31m\uFFFDb');
  });

  it('and models are no markup in Markdown', async () => {
    const { stdout } = await inventory(
      project({
        'a.js': `${CLIENT}client.responses.create({ model: '<b>\\\\|', input: 'x', store: false });`,
      }),
      '--format',
      'markdown',
    );
    expect(stdout).toContain('| &lt;b>\\\\\\| |');
  });
});

describe('the formats', () => {
  it('are the same for the same code, without time or absolute path', async () => {
    const [one, two] = [project(files), project(files)];
    for (const format of ['table', 'json', 'markdown', 'csv', 'html', 'cyclonedx', 'statement']) {
      const first = await inventory(one, '--format', format);
      expect(first.code).toBe(0);
      expect((await inventory(two, '--format', format)).stdout).toBe(first.stdout);
      expect(first.stdout).not.toContain(one);
      expect(first.stdout).toContain('/v1/files');
    }
  });

  it('json follows its schema', async () => {
    const { stdout } = await inventory(project(files), '--format', 'json');
    const schema = JSON.parse(
      readFileSync(new URL('../../inventory.schema.json', import.meta.url), 'utf8'),
    ) as object;
    const validate = new Ajv({ strict: true }).compile(schema);
    validate(JSON.parse(stdout));
    expect(validate.errors).toBeNull();
    validate({ ...(JSON.parse(stdout) as object), lines: [{ file: 'a.js' }] });
    expect(validate.errors).not.toBeNull();
  });

  it('cyclonedx follows the official schema', async () => {
    const { stdout } = await inventory(project(files), '--format', 'cyclonedx');
    const validator = new Validation.JsonStrictValidator(Spec.Version.v1dot6);
    expect(await validator.validate(stdout)).toBeNull();
    expect(await validator.validate(stdout.replace('"services"', '"servces"'))).not.toBeNull();
    const { components, services } = JSON.parse(stdout) as {
      components: { name: string; evidence: { occurrences: { location: string; line: number }[] } }[];
      services: { name: string; endpoints: string[] }[];
    };
    expect(components[0]!.evidence.occurrences).toContainEqual({ location: 'src/ask.ts', line: 4 });
    expect(services.find(({ name }) => name === 'POST /v1/responses')!.endpoints).toEqual([
      'https://api.openai.com/v1/responses',
    ]);
  });

  it('csv quotes what has commas, and lets no spreadsheet run a formula', async () => {
    const { stdout } = await inventory(
      project({ '=1+1.js': `${CLIENT}client.files.create({ file, purpose: 'user_data' });` }),
      '--format',
      'csv',
    );
    const [head, row] = stdout.split('\r\n');
    expect(head).toMatch(/^file,line,column,verdict,/);
    expect(row).toMatch(/^'=1\+1\.js,3,/);
  });

  it('markdown and html link to places', async () => {
    const folder = project({ 'src/a b.js': files['src/upload.js'] });
    const link = ['--link-template', 'https://example.com/blob/main/{file}#L{line}'];
    const target = 'https://example.com/blob/main/src/a%20b.js#L3';
    expect((await inventory(folder, '--format', 'markdown', ...link)).stdout).toContain(`](${target})`);
    expect((await inventory(folder, '--format', 'html', ...link)).stdout).toContain(`href="${target}"`);
  });

  it('html takes no markup from the code', async () => {
    const { stdout } = await inventory(
      project({
        'a.js': `${CLIENT}client.responses.create({ model: '<img src=x>', input: 'x', store: false });`,
      }),
      '--format',
      'html',
    );
    expect(stdout).toContain('&lt;img src=x&gt;');
    expect(stdout).not.toContain('<img');
  });

  it('statement says what is kept, what is not known, and what no code can show', async () => {
    const { stdout } = await inventory(project(files), '--format', 'statement');
    expect(stdout).toMatch(/^Kept$/m);
    expect(stdout).toMatch(/^Not known$/m);
    expect(stdout).toMatch(/^Kept, unless Zero Data Retention is in force$/m);
    expect(stdout).toContain('POST /v1/files in src/upload.js:3');
    expect(stdout).toContain('What no code can show');
  });

  it('are written to a file', async () => {
    const folder = project(files);
    const { stdout, code } = await inventory(folder, '--format', 'json', '--output-file', 'inventory.json');
    expect([stdout, code]).toEqual(['', 0]);
    expect(JSON.parse(readFileSync(path.join(folder, 'inventory.json'), 'utf8'))).toHaveProperty('lines');
  });
});

describe('sign-off', () => {
  async function signedOff(): Promise<string> {
    const folder = project(files);
    await inventory(folder, '--format', 'json', '--output-file', 'inventory.json');
    return folder;
  }

  it('passes while nothing new is sent, also when lines move', async () => {
    const folder = await signedOff();
    writeFileSync(path.join(folder, 'src/upload.js'), `// moved\n\n${files['src/upload.js']}`);
    expect(await inventory(folder, '--check', 'inventory.json')).toMatchObject({ code: 0, stdout: '' });
  });

  it('fails at a new request, and names it', async () => {
    const folder = await signedOff();
    writeFileSync(
      path.join(folder, 'src/upload.js'),
      `${files['src/upload.js']}await client.files.create({ file, purpose: 'batch' });\n`,
    );
    const { code, stderr } = await inventory(folder, '--check', 'inventory.json');
    expect(code).toBe(1);
    expect(stderr).toContain('Not signed off: src/upload.js:4 POST /v1/files (kept)');
  });

  it('fails where a request keeps more than it did', async () => {
    const folder = await signedOff();
    writeFileSync(
      path.join(folder, 'src/ask.ts'),
      files['src/ask.ts'].replace('store: false', 'store: true'),
    );
    const { code, stderr } = await inventory(folder, '--check', 'inventory.json');
    expect(code).toBe(1);
    expect(stderr).toContain('Not signed off: src/ask.ts:5 POST /v1/responses (kept without ZDR)');
  });

  it('names what is gone, and passes', async () => {
    const folder = await signedOff();
    writeFileSync(path.join(folder, 'src/upload.js'), '');
    const { code, stderr } = await inventory(folder, '--check', 'inventory.json');
    expect(code).toBe(0);
    expect(stderr).toContain('No longer there: src/upload.js:3 POST /v1/files (kept)');
  });

  it.each([
    ['missing', null, 'ENOENT'],
    ['no JSON', '{', 'JSON'],
    ['something else', '{"version":2}', 'not an inventory of this version'],
    ['nothing', 'null', 'not an inventory of this version'],
    ['of broken lines', '{"version":1,"lines":[null]}', 'not an inventory of this version'],
  ])('says that the file is %s', async (_, text, message) => {
    const folder = project({ ...files, ...(text === null ? {} : { 'inventory.json': text }) });
    const { code, stderr } = await inventory(folder, '--check', 'inventory.json');
    expect(code).toBe(2);
    expect(stderr).toContain(message);
  });
});

describe('what was not read', () => {
  it('is said, and no run that missed a file is complete', async () => {
    const folder = project({ ...files, 'src/broken.js': `import OpenAI from 'openai';\nconst = ;` });
    const { code, stderr, stdout } = await inventory(folder, '--format', 'json');
    expect(code).toBe(2);
    expect(stderr).toMatch(/src\/broken\.js: line 2: /);
    expect((JSON.parse(stdout) as Inventory).notRead).toHaveLength(1);
  });

  it('is what a library of Python sends that is not read', async () => {
    const folder = project({
      'a.py': 'from langchain_openai import ChatOpenAI\nimport litellm\n',
      'b.py': 'import os\nfrom langchain_openai.chat_models import ChatOpenAI\n',
      'c.ipynb': JSON.stringify({
        cells: [{ cell_type: 'code', source: ['from pydantic_ai import Agent\n'] }],
      }),
    });
    const said = [
      'langchain-openai is not read in Python, and 2 files import it',
      'LiteLLM is not read in Python, and 1 file imports it',
      'Pydantic AI is not read in Python, and 1 file imports it',
    ];
    const { stdout, stderr } = await inventory(folder, '--format', 'json');
    expect((JSON.parse(stdout) as Inventory).notRead.toSorted()).toEqual(said.toSorted());
    for (const sentence of said) {
      expect(stderr).toContain(sentence);
      expect((await runWith(checker, folder, 'check')).stderr).toContain(sentence);
    }
  });

  it('is none of it in modules of the project, words and JavaScript', async () => {
    const folder = project({
      'agents/__init__.py': '',
      'a.py': 'from agents import mine\nimport litellm_proxy\n# about litellm\nfrom .haystack import x\n',
      'b.js': '// import litellm',
    });
    expect((await inventory(folder)).stderr).not.toContain('not read in Python');
  });

  it('is a file in UTF-16', async () => {
    const folder = project({ 'a.js': '' });
    writeFileSync(path.join(folder, 'a.js'), Buffer.from(`\uFEFF${files['src/upload.js']}`, 'utf16le'));
    const { code, stderr } = await inventory(folder);
    expect(code).toBe(2);
    expect(stderr).toContain('a.js: cannot be read: it is in UTF-16');
    expect((await runWith(checker, folder, 'check')).code).toBe(2);
  });

  it('is a file whose name cannot be spelled, and none behind it', async () => {
    const folder = project({ 'z.js': files['src/upload.js'] });
    writeFileSync(Buffer.concat([Buffer.from(`${folder}/m`), Buffer.from([0xff]), Buffer.from('.js')]), '');
    const { code, stdout } = await inventory(folder, '--format', 'json');
    expect(code).toBe(2);
    expect((JSON.parse(stdout) as Inventory).lines.map(({ file }) => file)).toEqual(['z.js']);
  });

  it('is not written where it is compared', async () => {
    const { code, stderr } = await inventory(project(files), '--check', 'a.json', '--output-file', 'b.json');
    expect(code).toBe(2);
    expect(stderr).toContain('--check writes nothing');
  });

  it('is all of an empty folder', async () => {
    const { code, stderr } = await inventory(project({ 'readme.txt': '' }));
    expect(code).toBe(2);
    expect(stderr).toContain('No JavaScript, TypeScript or Python file found in .');
  });

  it('is nothing where the settings are wrong', async () => {
    const { code, stderr } = await inventory(
      project({ ...files, 'openai-zdr.json': '{ "control": "zrd" }' }),
    );
    expect(code).toBe(2);
    expect(stderr).toContain('openai-zdr.json: control');
  });
});
