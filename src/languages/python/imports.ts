import type { TSESTree } from '@typescript-eslint/utils';
import { isNotGiven } from './dialect.js';
import { childrenOf, isComma, rangeOf, splitAt, textOf, type Lowering, type SyntaxNode } from './lowering.js';
import { identifier, literal, node, type Range } from './nodes.js';

/**
 * The declarations of an import statement. They are put at the start of the program, wherever they stand: Python imports
 * inside of functions and of `try`.
 *
 * A module is named by its path: `openai/types`, `./clients` for `.clients`.
 */
export function lowerImports(statement: SyntaxNode, lowering: Lowering): TSESTree.ImportDeclaration[] {
  const children = childrenOf(statement);
  const range = rangeOf(statement, statement);
  return children[0]?.name === 'from'
    ? importsFrom(children, range, lowering)
    : splitAt(children.slice(1), isComma).flatMap((part) => importOfModule(part, range, lowering));
}

function declaration(
  source: string,
  specifiers: readonly TSESTree.ImportClause[],
  range: Range,
): TSESTree.ImportDeclaration {
  return node<TSESTree.ImportDeclaration>('ImportDeclaration', range, {
    source: literal(source, range),
    specifiers,
    importKind: 'value',
    attributes: [],
  });
}

function namespace(name: SyntaxNode, lowering: Lowering): TSESTree.ImportClause {
  const range = rangeOf(name, name);
  return node<TSESTree.ImportNamespaceSpecifier>('ImportNamespaceSpecifier', range, {
    local: identifier(textOf(name, lowering), range),
  });
}

/** `import a.b.c`, which binds `a`, and `import a.b.c as d`. */
function importOfModule(
  part: readonly SyntaxNode[],
  range: Range,
  lowering: Lowering,
): TSESTree.ImportDeclaration[] {
  const as = part.findIndex(({ name }) => name === 'as');
  const path = (as < 0 ? part : part.slice(0, as)).filter(({ name }) => name === 'VariableName');
  const [first] = path;
  const local = as < 0 ? first : part[as + 1];
  if (!first || !local) return [];
  const bound = as < 0 ? [first] : path;
  return [
    declaration(bound.map((name) => textOf(name, lowering)).join('/'), [namespace(local, lowering)], range),
  ];
}

/** `from a.b import c as d`, `from . import c`. */
function importsFrom(
  children: readonly SyntaxNode[],
  range: Range,
  lowering: Lowering,
): TSESTree.ImportDeclaration[] {
  const start = children.findIndex(({ name }) => name === 'import');
  const head = children.slice(1, Math.max(start, 1));
  const first = head.findIndex(({ name }) => name === 'VariableName');
  const dots = head
    .slice(0, first < 0 ? undefined : first)
    .reduce((count, { name }) => count + name.length, 0);
  const names = head.filter(({ name }) => name === 'VariableName').map((name) => textOf(name, lowering));
  const source = specifierOf(dots, names);
  const parts = splitAt(
    children.slice(start + 1).filter(({ name }) => name !== '(' && name !== ')'),
    isComma,
  );
  const imported = parts.flatMap((part): { name: SyntaxNode; local: SyntaxNode }[] => {
    const variables = part.filter(({ name }) => name === 'VariableName');
    const [name] = variables;
    return name ? [{ name, local: variables.at(-1)! }] : [];
  });
  // What is imported from a folder is a module.
  if (dots > 0 && names.length === 0)
    return imported.map(({ name, local }) =>
      declaration(`${source}${textOf(name, lowering)}`, [namespace(local, lowering)], range),
    );
  const specifiers = imported.map(({ name, local }) => {
    const text = textOf(name, lowering);
    if (names[0] === 'openai' && isNotGiven(text)) lowering.notGiven.add(textOf(local, lowering));
    return node<TSESTree.ImportSpecifier>('ImportSpecifier', rangeOf(name, local), {
      imported: identifier(text, rangeOf(name, name)),
      local: identifier(textOf(local, lowering), rangeOf(local, local)),
      importKind: 'value',
    });
  });
  return [declaration(source, specifiers, range)];
}

function specifierOf(dots: number, names: readonly string[]): string {
  if (dots === 0) return names.join('/');
  return (dots === 1 ? './' : '../'.repeat(dots - 1)) + names.join('/');
}
