import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { analyse, mayMatter } from '../src/analysis/analyze-file.js';
import { extensions, parseFile } from '../src/languages/javascript/parse/parse.js';
import { readSettings } from '../src/settings/read.js';
import { formsOf, programs } from './adapters/programs.js';
import { blocksIn } from './docs/blocks.js';

const ROOT = fileURLToPath(new URL('../', import.meta.url));
const settings = readSettings({});

/** Does the analysis find anything, when nothing keeps it from looking? */
function hasFacts(text: string, filename: string): boolean {
  const parsed = parseFile(text, filename);
  if (!parsed.ok) return false;
  const { requests, clients, headers } = analyse(
    { ...parsed, text },
    parsed.ast,
    { filename, cwd: process.cwd() },
    settings,
  );
  return requests.length + clients.length + headers.length > 0;
}

function filesIn(folder: string): string[] {
  return readdirSync(path.join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .map((name) => path.join(ROOT, folder, name))
    .filter((name) => extensions.includes(path.extname(name).slice(1) as 'js'));
}

describe('the gate lets everything through that matters', () => {
  it('programs that send something, in every form', () => {
    const dropped = programs.flatMap((program) =>
      formsOf(program).flatMap(({ language, code }) => {
        const filename = `/project/file.${language === 'ts' ? 'tsx' : language}`;
        const isDropped = hasFacts(code, filename) && !mayMatter(code, settings, filename);
        return isDropped ? [`${program.name} (${language})`] : [];
      }),
    );
    expect(dropped).toEqual([]);
  });

  it('files of the examples', () => {
    const files = filesIn('examples');
    const found = files.filter((file) => hasFacts(readFileSync(file, 'utf8'), file));
    expect(found.length).toBeGreaterThan(5);
    expect(found.filter((file) => !mayMatter(readFileSync(file, 'utf8'), settings, file))).toEqual([]);
  });

  it('examples in the documentation', () => {
    const pages = readdirSync(path.join(ROOT, 'docs'), { recursive: true, encoding: 'utf8' }).filter((name) =>
      name.endsWith('.md'),
    );
    const blocks = pages.flatMap((name) => blocksIn(readFileSync(path.join(ROOT, 'docs', name), 'utf8')));
    const codes = blocks.filter(({ language }) => extensions.includes(language as 'js'));
    expect(codes.length).toBeGreaterThan(10);
    const dropped = codes.filter(({ language, code }) => {
      const filename = `/project/file.${language}`;
      return hasFacts(code, filename) && !mayMatter(code, settings, filename);
    });
    expect(dropped.map(({ code }) => code)).toEqual([]);
  });

  it('a client from another module, however its resources are reached', () => {
    for (const use of [
      'client.responses.create({})',
      'client?.responses?.create({})',
      `client['responses'].create({})`,
      'const { responses } = client;',
      'const { beta: { threads } } = client;',
      'client!.files.create({})',
      'client\n  .chat\n  .completions.create({})',
      'client.audio as any',
    ]) {
      expect(mayMatter(`import { client } from './client';\n${use}`, settings), use).toBe(true);
      expect(mayMatter(`const { client } = require('./client');\n${use}`, settings), use).toBe(true);
    }
  });

  it('a module that the settings name', () => {
    const own = readSettings({
      'openai-zdr': { clients: [{ module: '@acme/ai', exports: ['client'], is: 'client' }] },
    });
    expect(mayMatter(`import { client } from '@acme/ai';`, own)).toBe(true);
    expect(mayMatter(`import { client } from '@acme/ai';`, settings)).toBe(false);
  });
});

describe('the gate keeps out what cannot matter', () => {
  it.each([
    [
      'a component',
      `import { useState } from 'react';\nexport function Field({ value, onChange }) {\n  const [text, setText] = useState(value);\n  return <input value={text} onChange={() => onChange(text)} />;\n}\n`,
    ],
    [
      'a form that is about input',
      `import { Form } from './form';\nimport { useState } from 'react';\nexport const Page = ({ input, model }) => <Form input={input} model={model} />;\n`,
    ],
    [
      'a server',
      `import express from 'express';\nimport { router } from './router';\nexpress().use('/api', router).listen(3000);\n`,
    ],
    [
      'a database',
      `import { PrismaClient } from '@prisma/client';\nexport const users = () => new PrismaClient().user.findMany({ where: { id: 1 } });\n`,
    ],
    [
      'a test',
      `import { expect, it } from 'vitest';\nimport { sum } from './sum';\nit('adds', () => expect(sum(1, 2)).toBe(3));\n`,
    ],
    ['words without an import', `const responses = [];\nresponses.push({ input: 'x' });\n`],
    [
      'a store',
      `import { configureStore } from '@reduxjs/toolkit';\nexport const store = configureStore({ reducer: {} });\n`,
    ],
    ['nothing', ''],
  ])('%s', (_name, text) => {
    expect(mayMatter(text, settings, '/project/src/file.tsx')).toBe(false);
  });
});
