import { readFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { findings, folderWithPackage, run, type Run } from './project.js';

const app = `from openai import OpenAI

client = OpenAI()
client.responses.create(model="gpt-5.6", input="Hello", store=True)
client.files.create(file=open("a"), purpose="user_data")
`;

const notebook = JSON.stringify(
  {
    cells: [
      { cell_type: 'markdown', metadata: {}, source: ['# Title'] },
      code(['%pip install openai\n', 'from openai import OpenAI\n', 'client = OpenAI()']),
      code(['%%time\n', 'client.responses.create(model="gpt-5.6", input="\u00e9", store=True)']),
    ],
    metadata: { kernelspec: { language: 'python', name: 'python3' } },
    nbformat: 4,
    nbformat_minor: 5,
  },
  null,
  1,
);

function code(source: readonly string[]): object {
  return { cell_type: 'code', execution_count: null, metadata: {}, outputs: [], source };
}

const config = `
import js from '@eslint/js';
import markdown from '@eslint/markdown';
import openaiZdr from 'eslint-plugin-openai-zdr';

export default [
  // Without files: it must not fail on Python.
  js.configs.recommended,
  openaiZdr.configs.recommended,
  openaiZdr.configs.python,
  openaiZdr.configs.notebook,
  { files: ['docs/*.md'], plugins: { markdown }, processor: 'markdown/markdown' },
];
`;

describe.each([
  { eslint: '9.22.0', js: '9.22.0', markdown: '6.6.0' },
  { eslint: '10.15.0', js: '10.0.1', markdown: '8.0.3' },
])('Python with eslint $eslint', ({ eslint: version, js, markdown }) => {
  let folder: string;

  beforeAll(() => {
    folder = folderWithPackage(
      inject('tarball'),
      {
        'eslint.config.js': config,
        'app.py': app,
        'broken.py': `${app}def (:\n`,
        'study.ipynb': notebook,
        'docs/usage.md': `# Usage\n\n\`\`\`python\n${app}\`\`\`\n`,
      },
      {
        '@eslint/js': js,
        '@eslint/markdown': markdown,
        eslint: version,
      },
    );
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  const bin = (name: string, args: readonly string[]): Run =>
    run(folder, path.join(folder, 'node_modules/.bin', name), args, [0, 1]);
  const expected = (file: string, after = 0) => [
    `${file}:${4 + after}:57 openai-zdr/no-store`,
    `${file}:${5 + after}:14 openai-zdr/no-file-upload`,
  ];

  const line = notebook.split('\n').findIndex((one) => one.includes('store=True'));
  const column = notebook.split('\n')[line]!.indexOf('store=True') + 1;
  const inNotebook = [`study.ipynb:${line + 1}:${column} openai-zdr/no-store`];

  it('ESLint reports in files and in fences of Markdown, beside rules for JavaScript', () => {
    expect(findings(bin('eslint', ['--format', 'json', '.']), folder).sort()).toEqual(
      [
        ...expected('app.py'),
        ...expected('broken.py'),
        ...expected('docs/usage.md', 3),
        ...inNotebook,
      ].sort(),
    );
  });

  it('the command reports the same', () => {
    const found = bin('openai-zdr', ['check', '--format', 'json', 'app.py', 'broken.py', 'study.ipynb']);
    expect(findings(found, folder)).toEqual([...expected('app.py'), ...expected('broken.py'), ...inNotebook]);
  });

  it('ESLint fixes', () => {
    bin('eslint', ['--fix', 'app.py', 'docs/usage.md', 'study.ipynb']);
    expect(readFileSync(path.join(folder, 'app.py'), 'utf8')).toBe(app.replace('True', 'False'));
    expect(readFileSync(path.join(folder, 'docs/usage.md'), 'utf8')).toContain('store=False');
    expect(readFileSync(path.join(folder, 'study.ipynb'), 'utf8')).toBe(
      notebook.replace('store=True', 'store=False'),
    );
  });
});
