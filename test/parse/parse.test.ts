import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { Linter } from 'eslint';
import type { TSESTree } from '@typescript-eslint/utils';
import { parse as parseWithTypeScript } from '@typescript-eslint/parser';
import { describe, expect, it } from 'vitest';
import { extensions, oxcParser, parseFile } from '../../src/languages/javascript/parse/parse.js';

function parsed(text: string, filename = 'file.ts') {
  const result = parseFile(text, filename);
  if (!result.ok) throw new Error(`${result.message} at ${result.line}:${result.column}`);
  return result;
}

/** Everything in a tree that is a node, in the order of the visitor keys. */
function nodesOf(ast: TSESTree.Program): TSESTree.Node[] {
  const { visitorKeys } = parsed('');
  const nodes: TSESTree.Node[] = [];
  const pending: TSESTree.Node[] = [ast];
  for (let node = pending.pop(); node; node = pending.pop()) {
    nodes.push(node);
    for (const key of visitorKeys[node.type] ?? [])
      for (const child of [(node as never)[key]].flat() as (TSESTree.Node | null)[])
        if (child) pending.push(child);
  }
  return nodes;
}

describe('languages', () => {
  it.each(extensions)('.%s takes what each file of JavaScript may hold', (extension) => {
    parsed('const a = async () => ({ ...(await b?.c) });', `file.${extension}`);
  });

  it.each(['ts', 'mts', 'cts', 'tsx'])('.%s takes types', (extension) => {
    parsed('import type { A } from "a";\nconst a: A = b satisfies A;', `file.${extension}`);
  });

  it.each(['js', 'mjs', 'cjs', 'jsx', 'tsx'])('.%s takes JSX', (extension) => {
    parsed('const a = <A b="c">{d}</A>;', `file.${extension}`);
  });

  it.each(['ts', 'mts', 'cts'])('.%s takes casts in angle brackets', (extension) => {
    parsed('const a = <A>b;', `file.${extension}`);
  });

  it('takes declaration files', () => {
    parsed('declare module "a" { export const b: string; }\nexport function f(): void;', 'file.d.ts');
    parsed('export const b: string;', 'file.d.mts');
  });

  it('takes a file without or with an unknown extension as JavaScript', () => {
    parsed('await a;', '/bin/tool');
    parsed('await a;', 'file.constructor');
  });
});

describe('module systems', () => {
  it.each([
    ['top-level await', 'await a; import b from "b";', 'js'],
    ['top-level await alone', 'await a;', 'ts'],
    ['top-level return', 'if (a) return; module.exports = b;', 'js'],
    ['top-level return in .cjs', 'return a;', 'cjs'],
    ['top-level return beside an import', 'import a from "a"; return a;', 'js'],
    ['sloppy code', 'with (a) { b = 010; }', 'js'],
    ['sloppy code in .cjs', 'with (a) { delete b; }', 'cjs'],
    ['await as a name', 'var await = 1;', 'js'],
    ['TypeScript that becomes CommonJS', 'import a = require("a"); import b from "b"; export = a;', 'cts'],
    ['HTML comments', 'a\n<!-- b\n', 'js'],
  ])('%s', (_name, text, extension) => {
    parsed(text, `file.${extension}`);
  });

  it('resolves the names of each kind of file', () => {
    for (const [text, extension] of [
      ['var client = new OpenAI(); function f() { return client; }', 'js'],
      ['import client from "a"; function f() { return client; }', 'mts'],
      ['const client = require("a"); if (client) return; function f() { return client; }', 'cjs'],
    ] as const) {
      const { scopeManager } = parsed(text, `file.${extension}`);
      const names = scopeManager.scopes.flatMap((scope) => scope.references);
      const uses = names.filter((reference) => reference.identifier.name === 'client');
      expect(uses.length).toBeGreaterThan(0);
      expect(uses.every((reference) => reference.resolved?.defs.length === 1)).toBe(true);
    }
  });
});

describe('positions', () => {
  const text = [
    '#!/usr/bin/env node',
    '// 😀 first',
    'const a = "👩‍👩‍👧", b = /* 😀 */ 1;\r',
    'const c = `\u2028😀`; f(c); // last',
  ].join('\n');

  it('count UTF-16 units', () => {
    const { ast, comments } = parsed(text);
    for (const node of nodesOf(ast)) {
      if (node.type !== 'Identifier') continue;
      expect(text.slice(...node.range)).toBe(node.name);
      const lines = text.split(/\r\n|[\n\u2028]/);
      expect(lines[node.loc.start.line - 1]!.slice(node.loc.start.column, node.loc.end.column)).toBe(
        node.name,
      );
    }
    expect(comments.map((comment) => text.slice(...comment.range))).toEqual([
      '// 😀 first',
      '/* 😀 */',
      '// last',
    ]);
    expect(comments.map((comment) => comment.loc.start.line)).toEqual([2, 3, 5]);
  });

  it('count a byte order mark', () => {
    const { ast } = parsed('\ufeffa;\nb;');
    expect(ast.body.map((statement) => statement.range)).toEqual([
      [1, 3],
      [4, 6],
    ]);
  });

  it('are those of typescript-eslint', () => {
    const source = readFileSync(
      new URL('../../src/languages/javascript/parse/nesting.ts', import.meta.url),
      'utf8',
    );
    const position = ({ type, range, loc: { start, end } }: TSESTree.Node) =>
      [type, ...range, start.line, start.column, end.line, end.column].join(' ');
    const theirs = parseWithTypeScript(source, { range: true, loc: true });
    // They let a program begin at its first token.
    const ofNodes = (ast: TSESTree.Program) => nodesOf(ast).slice(1).map(position).sort();
    expect(ofNodes(parsed(source).ast)).toEqual(ofNodes(theirs as TSESTree.Program));
  });

  it('give every node its parent', () => {
    const { ast } = parsed('class A<T> { @b() private c = (d as T)!; }');
    for (const node of nodesOf(ast)) if (node !== ast) expect(node.parent).toBeDefined();
  });
});

it('leaves parentheses out of the tree', () => {
  const { ast } = parsed('(((a)).b);');
  expect(nodesOf(ast).map((node) => node.type)).toEqual([
    'Program',
    'ExpressionStatement',
    'MemberExpression',
    'Identifier',
    'Identifier',
  ]);
});

describe('what does not parse', () => {
  it.each([
    ['let a = ;', 'js', 1, 9],
    ['const a = 1;\n  const b = {{;', 'ts', 2, 14],
    ['😀', 'js', 1, 1],
    ['const a: ? = 1', 'js', 1, 8],
    ['export default {', 'mjs', 1, 17],
    ['<<<<<<< HEAD\na\n=======\nb\n>>>>>>> c\n', 'ts', 1, 1],
  ])('%j in .%s', (text, extension, line, column) => {
    const result = parseFile(text, `file.${extension}`);
    expect(result).toMatchObject({ ok: false, line, column });
    expect((result as { message: string }).message).toMatch(/\S/);
  });
});

describe('deep nesting', () => {
  const shapes: Record<string, (n: number) => string> = {
    parentheses: (n) => '('.repeat(n) + '1' + ')'.repeat(n),
    'open parentheses': (n) => '('.repeat(n),
    arrays: (n) => 'x=' + '['.repeat(n) + ']'.repeat(n),
    objects: (n) => 'x=' + '{a:'.repeat(n) + '1' + '}'.repeat(n),
    blocks: (n) => '{'.repeat(n) + '}'.repeat(n),
    functions: (n) => 'function f(){'.repeat(n) + '}'.repeat(n),
    calls: (n) => 'a('.repeat(n) + ')'.repeat(n),
    'arrow functions': (n) => 'a=>'.repeat(n) + 'a',
    conditionals: (n) => 'a?b:'.repeat(n) + 'a',
    'inner conditionals': (n) => 'a?'.repeat(n) + 'a' + ':b'.repeat(n),
    ifs: (n) => 'if(a)'.repeat(n) + ';',
    'ifs on lines': (n) => 'if(a)\n'.repeat(n) + ';',
    elses: (n) => 'if(a);else '.repeat(n) + ';',
    'elses with blocks': (n) => 'if(a){b;}\nelse '.repeat(n) + '{}',
    negations: (n) => '!'.repeat(n) + 'a',
    operators: (n) => 'typeof '.repeat(n) + 'a',
    powers: (n) => 'a' + '**a'.repeat(n),
    assignments: (n) => 'a='.repeat(n) + 'a',
    labels: (n) => Array.from({ length: n }, (_, i) => `l${i}:`).join('') + ';',
    templates: (n) => '`${'.repeat(n) + 'a' + '}`'.repeat(n),
    elements: (n) => 'x=' + '<a>'.repeat(n) + '</a>'.repeat(n),
    patterns: (n) => 'let ' + '['.repeat(n) + 'a' + ']'.repeat(n) + '=1',
    sums: (n) => 'a' + '+a'.repeat(n),
    alternatives: (n) => 'a' + '||a'.repeat(n),
    members: (n) => 'a' + '.b'.repeat(n),
    'call chains': (n) => 'a' + '()'.repeat(n),
    'tagged templates': (n) => 'a' + '``'.repeat(n),
    decorators: (n) => '@(class{'.repeat(n),
    'type arguments': (n) => 'type x=' + 'A<'.repeat(n) + 'a' + '>'.repeat(n),
    'array types': (n) => 'type x=a' + '[]'.repeat(n),
    'type operators': (n) => 'type x=' + 'keyof '.repeat(n) + 'a',
    namespaces: (n) => 'namespace a{'.repeat(n) + '}'.repeat(n),
    'with strings': (n) => "f(')',".repeat(n),
    'with expressions': (n) => 'f(/[/)]/,'.repeat(n),
    'with comments': (n) => 'f(/*)*/'.repeat(n),
  };

  it.each(Object.keys(shapes))('does not end the process: %s', (name) => {
    for (const count of [300, 3_000, 30_000]) {
      for (const extension of ['js', 'ts']) {
        const result = parseFile(shapes[name]!(count), `file.${extension}`);
        if (!result.ok) expect(result.message).toMatch(/\S/);
      }
    }
    expect(parseFile(shapes[name]!(300_000), 'file.ts').ok).toBe(false);
  });

  it.each(Object.keys(shapes))('takes what people write: %s', (name) => {
    const text = shapes[name]!(60);
    const results = ['js', 'ts', 'tsx'].map((extension) => parseFile(text, `file.${extension}`));
    expect(results.every((result) => !result.ok && /deep/.test(result.message))).toBe(false);
  });
});

describe('large files', () => {
  it('of one line parse', () => {
    const text = 'f({a:[1,2,{b:"c"}],d:e?g<h:i=>j});'.repeat(150_000);
    expect(text.length).toBeGreaterThan(5_000_000);
    expect(parsed(text, 'bundle.js').ast.body).toHaveLength(150_000);
  });

  it('of real code are not taken for deep', () => {
    const require = createRequire(import.meta.url);
    const text = readFileSync(require.resolve('typescript'), 'utf8');
    expect(parsed(text, 'typescript.js').ast.body.length).toBeGreaterThan(0);
  });
});

describe('under ESLint', () => {
  const lint = (text: string, rules: Linter.RulesRecord, filename = 'file.tsx') => {
    const languageOptions = { parser: oxcParser };
    return new Linter().verify(text, [{ files: ['**/*.*'], languageOptions, rules }] as never, { filename });
  };

  it('rules see the tree, the scopes and the code paths', () => {
    const text = 'const a: string = <b.C d="e" />;\nfunction f() { return 1; a.b; }\nundefinedName();';
    const messages = lint(text, {
      'no-unused-vars': 'error',
      'no-undef': 'error',
      'no-unreachable': 'error',
    });
    expect(messages.map(({ ruleId, line, column }) => [ruleId, line, column])).toEqual([
      ['no-undef', 1, 20],
      ['no-unused-vars', 2, 10],
      ['no-unreachable', 2, 26],
      ['no-undef', 3, 1],
    ]);
  });

  it('directives, a hashbang and a byte order mark work', () => {
    const text =
      '\ufeff#!/usr/bin/env node\n// eslint-disable-next-line no-undef\na();\nb(); // eslint-disable-line\nc();';
    const messages = lint(text, { 'no-undef': 'error' }, 'file.cjs');
    expect(messages.map(({ line, column }) => [line, column])).toEqual([[5, 1]]);
  });

  it('a syntax error has its place', () => {
    expect(lint('a;\nlet b = ;', {})).toMatchObject([{ fatal: true, line: 2, column: 9 }]);
  });
});
