/** The program of a tutorial that many copies: it asks for zero retention with a field that does not exist. */
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { fixed, lint, ruleIds, type Language } from '../adapters/lint.js';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));

const CREATE = `client.chat.completions.create({
    model: 'gpt-4.1',
    messages: [{ role: 'user', content: 'Summarise this contract.' }],
    data_usage: 'none',
  })`;

const plain = `import OpenAI from 'openai';

const client = new OpenAI({ apiKey: process.env.OPENAI_API_KEY });

const response = await ${CREATE};
console.log(response.choices[0]?.message.content);
`;

const inMain = `import OpenAI from 'openai';

const client = new OpenAI({ apiKey: process.env.OPENAI_API_KEY });

async function main() {
  const response = await ${CREATE};
  console.log(response.choices[0]?.message.content);
}

main();
`;

const withDirective = plain.replace(
  '    data_usage',
  '    // @ts-expect-error: an Enterprise field\n    data_usage',
);
const withCast = inMain.replace("'none',\n  })", "'none',\n  } as any)");
const inVariable = plain
  .replace(
    'const response',
    `const request = { model: 'gpt-4.1', messages: [{ role: 'user' as const, content: 'Hi' }], data_usage: 'none' };\nconst response`,
  )
  .replace(CREATE, 'client.chat.completions.create(request)');
const twice = `${plain}${plain.slice(plain.indexOf('const response')).replaceAll('response', 'second')}`;
const commonJs = inMain.replace("import OpenAI from 'openai';", "const { OpenAI } = require('openai');");

const programs: readonly [string, Language, string, number][] = [
  ['plain', 'ts', plain, 1],
  ['plain', 'js', plain, 1],
  ['in an async main', 'ts', inMain, 1],
  ['in an async main', 'js', inMain, 1],
  ['CommonJS', 'cjs', commonJs, 1],
  ['with a directive', 'ts', withDirective, 1],
  ['with a cast', 'ts', withCast, 1],
  ['in a variable', 'ts', inVariable, 1],
  ['twice', 'ts', twice, 2],
  ['twice', 'js', twice, 2],
];

describe.each(programs)('%s (%s)', (_name, language, code, count) => {
  it('has one finding for each field that does not exist', () => {
    const found = lint(code, language);
    expect(ruleIds(found)).toEqual(Array.from({ length: count }, () => 'no-invented-parameters'));
    expect(found.every(({ message }) => message.startsWith('`data_usage` does not exist at OpenAI.'))).toBe(
      true,
    );
  });

  it('is clean once fixed, and type-checks', () => {
    const output = fixed(code, language);
    expect(output).not.toContain('data_usage');
    expect(lint(output, language)).toEqual([]);
    expect(typeErrors(output, language)).toEqual([]);
  });
});

it('would not have type-checked before', () => {
  expect(typeErrors(plain, 'ts')).toHaveLength(1);
});

/** What TypeScript says of a file beside the installed SDK. */
function typeErrors(code: string, language: Language): string[] {
  const file = path.join(ROOT, `tutorial.${{ ts: 'mts', js: 'mjs', cjs: 'cjs' }[language]}`);
  const options: ts.CompilerOptions = {
    strict: true,
    noEmit: true,
    skipLibCheck: true,
    allowJs: true,
    checkJs: true,
    target: ts.ScriptTarget.ES2023,
    module: ts.ModuleKind.NodeNext,
    types: ['node'],
  };
  const host = ts.createCompilerHost(options);
  const { fileExists, getSourceFile, readFile } = host;
  host.fileExists = (name) => name === file || fileExists(name);
  host.readFile = (name) => (name === file ? code : readFile(name));
  host.getSourceFile = (name, ...rest) =>
    name === file
      ? ts.createSourceFile(name, code, ts.ScriptTarget.ES2023, true)
      : getSourceFile(name, ...rest);
  const program = ts.createProgram([file], options, host);
  return ts
    .getPreEmitDiagnostics(program)
    .map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, '\n'));
}
