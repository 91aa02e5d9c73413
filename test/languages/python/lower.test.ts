import type { TSESTree } from '@typescript-eslint/utils';
import { visitorKeys } from '@typescript-eslint/visitor-keys';
import { describe, expect, it } from 'vitest';
import { memberName } from '../../../src/languages/python/dialect.js';
import { parsePython } from '../../../src/languages/python/parse.js';
import { unquote } from '../../../src/languages/python/strings.js';
import { CONSTRUCTS } from './constructs.js';

function treeOf(text: string): TSESTree.Program {
  const parsed = parsePython(text);
  if (!parsed.ok) throw new Error(parsed.message);
  return parsed.ast;
}

function* nodesIn(node: TSESTree.Node): Generator<TSESTree.Node> {
  yield node;
  for (const key of visitorKeys[node.type] ?? []) {
    const child = (node as unknown as Record<string, TSESTree.Node | (TSESTree.Node | null)[] | null>)[key];
    for (const one of Array.isArray(child) ? child : [child]) if (one) yield* nodesIn(one);
  }
}

/** The nodes that a front end may emit; the analysis has to know each. */
const EMITTED = [
  'ArrayExpression',
  'ArrayPattern',
  'ArrowFunctionExpression',
  'AssignmentExpression',
  'AssignmentPattern',
  'AwaitExpression',
  'BinaryExpression',
  'BlockStatement',
  'BreakStatement',
  'CallExpression',
  'CatchClause',
  'ClassBody',
  'ClassDeclaration',
  'ConditionalExpression',
  'ContinueStatement',
  'ExportNamedDeclaration',
  'ExportSpecifier',
  'ExpressionStatement',
  'ForOfStatement',
  'FunctionDeclaration',
  'FunctionExpression',
  'Identifier',
  'IfStatement',
  'ImportDeclaration',
  'ImportNamespaceSpecifier',
  'ImportSpecifier',
  'Literal',
  'LogicalExpression',
  'MemberExpression',
  'MethodDefinition',
  'NewExpression',
  'ObjectExpression',
  'Program',
  'Property',
  'PropertyDefinition',
  'RestElement',
  'ReturnStatement',
  'SequenceExpression',
  'SpreadElement',
  'Super',
  'SwitchCase',
  'SwitchStatement',
  'TSArrayType',
  'TSAsExpression',
  'TSQualifiedName',
  'TSTypeAnnotation',
  'TSTypeReference',
  'TSUndefinedKeyword',
  'TSUnionType',
  'TemplateElement',
  'TemplateLiteral',
  'ThisExpression',
  'ThrowStatement',
  'TryStatement',
  'UnaryExpression',
  'VariableDeclaration',
  'VariableDeclarator',
  'WhileStatement',
  'YieldExpression',
];

describe('the tree', () => {
  const nodes = [...nodesIn(treeOf(CONSTRUCTS))];

  it('consists of the nodes that the analysis knows', () => {
    expect([...new Set(nodes.map(({ type }) => type as string))].sort()).toEqual(EMITTED);
  });

  it('has ranges inside of the text, and children that know their parents', () => {
    for (const node of nodes) {
      const [start, end] = node.range;
      expect(start, node.type).toBeGreaterThanOrEqual(0);
      expect(end, node.type).toBeGreaterThanOrEqual(start);
      expect(end, node.type).toBeLessThanOrEqual(CONSTRUCTS.length);
      if (node.type !== 'Program') expect(node.parent, node.type).toBeDefined();
    }
  });

  it('has names where their ranges say', () => {
    const names = nodes.filter((node) => node.type === 'Identifier' && node.range[0] < node.range[1]);
    expect(names.length).toBeGreaterThan(200);
    for (const node of names as TSESTree.Identifier[]) {
      const written = CONSTRUCTS.slice(...node.range);
      // What stands for a built-in has the range of the whole expression.
      if (!/^\w+$/.test(written)) continue;
      const known = [written, memberName(written), unquote(written)];
      // `requests.post(…)` is lowered to `fetch(…)`.
      if (node.name !== 'fetch') expect(known).toContain(node.name);
    }
  });

  it('has each node once', () => {
    expect(new Set(nodes).size).toBe(nodes.length);
  });
});

describe('code with errors', () => {
  it('is read as far as it goes, wherever it ends', () => {
    for (let end = 0; end < CONSTRUCTS.length; end += 7) {
      expect(parsePython(CONSTRUCTS.slice(0, end)).ok, CONSTRUCTS.slice(end - 30, end)).toBe(true);
    }
  });

  it('is read whatever line is missing, has lost its indentation or is no Python', () => {
    const lines = CONSTRUCTS.split('\n');
    for (const [at, line] of lines.entries()) {
      for (const other of [
        [],
        [line.trim()],
        [line, 'this is prose, not code'],
        [line.replace(/[()[\]{}:"]/, '')],
      ]) {
        const text = [...lines.slice(0, at), ...other, ...lines.slice(at + 1)].join('\n');
        expect(parsePython(text).ok, line).toBe(true);
      }
    }
  });

  it('that is nested too deep is a failure, not an exception', () => {
    expect(parsePython(`x = ${'['.repeat(20_000)}${']'.repeat(20_000)}`).ok).toBe(false);
  });
});

describe('strings', () => {
  it.each([
    [`"a\\n\\t\\\\"`, 'a\n\t\\'],
    [`r"a\\n"`, 'a\\n'],
    [`'it\\'s'`, "it's"],
    [`"""x"y"""`, 'x"y'],
    [`"\\x41\\u0042\\U00000043\\104"`, 'ABCD'],
    [`"a\\\nb"`, 'ab'],
    [`"open`, 'open'],
    [`"\\q"`, '\\q'],
  ])('%s', (raw, text) => {
    expect(unquote(raw)).toBe(text);
  });
});
