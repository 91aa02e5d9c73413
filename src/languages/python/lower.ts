import { onDemand } from '../../util/lazy-require.js';
import type { TSESTree } from '@typescript-eslint/utils';
import { lowerAnnotation } from './annotations.js';
import { lowerCall } from './calls.js';
import { lowerDefinition, lowerParameters } from './definitions.js';
import { lowerExpression, lowerExpressions } from './expressions.js';
import { lowerImports } from './imports.js';
import { childrenOf, type Lowering, type Surroundings, type SyntaxNode, type Tree } from './lowering.js';
import { identifier, node, variable, type Range, type Statement } from './nodes.js';
import { lowerStatement, lowerTarget } from './statements.js';

const lezer = onDemand<typeof import('@lezer/python')>('@lezer/python');

export interface Lowered {
  readonly program: TSESTree.Program;
  readonly comments: readonly TSESTree.Comment[];
}

/**
 * Lowers Python to the ESTree that the analysis reads. Never fails because of the text: what the parser does not know is
 * left out, and the rest of the file is read.
 *
 * @returns nodes with `range`, but without `loc` and `parent`
 */
export function lowerPython(text: string): Lowered {
  const tree = lezer().parser.parse(text);
  const file = new File(text);
  const body = file.inside(MODULE, () => file.statements(childrenOf(tree.topNode)));
  const program = node<TSESTree.Program>('Program', [0, text.length], {
    sourceType: 'module',
    body: [...file.imports, ...body, exportOfAll([...file.imports, ...body], text.length)],
    comments: [],
    tokens: [],
    language: 'python',
  });
  return { program, comments: commentsIn(tree, text) };
}

const MODULE: Surroundings = { self: null, outer: new Set(), isInFunction: false, yieldsResult: false };

class File implements Lowering {
  readonly imports: TSESTree.ImportDeclaration[] = [];
  readonly notGiven = new Set<string>();
  around = MODULE;
  bound = new Set<string>();

  constructor(readonly text: string) {}

  expression(one: SyntaxNode) {
    return lowerExpression(one, this);
  }

  expressions(nodes: readonly SyntaxNode[], range: Range) {
    return lowerExpressions(nodes, range, this);
  }

  statements(nodes: readonly SyntaxNode[]): Statement[] {
    return nodes.flatMap((one) => {
      if (one.name !== 'ImportStatement') return lowerStatement(one, this);
      this.imports.push(...lowerImports(one, this));
      return [];
    });
  }

  target(nodes: readonly SyntaxNode[]) {
    return lowerTarget(nodes, this);
  }

  call(callee: Parameters<typeof lowerCall>[0], list: SyntaxNode, range: Range) {
    return lowerCall(callee, list, range, this);
  }

  definition(one: SyntaxNode, decorators: readonly SyntaxNode[]) {
    return lowerDefinition(one, decorators, this);
  }

  parameters(list: SyntaxNode | undefined, skipsFirst: boolean) {
    return lowerParameters(list, skipsFirst, this);
  }

  annotation(one: SyntaxNode | undefined) {
    return lowerAnnotation(one, this);
  }

  inside(around: Surroundings, lower: () => readonly Statement[]): Statement[] {
    const outer = { around: this.around, bound: this.bound };
    this.around = around;
    this.bound = new Set();
    const statements = lower();
    const [first] = statements;
    const start: Range = first ? [first.range[0], first.range[0]] : [0, 0];
    const declared = [...this.bound].map((name) => variable(identifier(name, start), null, start));
    this.around = outer.around;
    this.bound = outer.bound;
    return [...declared, ...statements];
  }
}

/** Every name of a module can be imported from it. */
function exportOfAll(statements: readonly Statement[], end: number): Statement {
  const range: Range = [end, end];
  const specifiers = [...namesBoundBy(statements)].map((name) =>
    node<TSESTree.ExportSpecifier>('ExportSpecifier', range, {
      local: identifier(name, range),
      exported: identifier(name, range),
      exportKind: 'value',
    }),
  );
  return node<TSESTree.ExportNamedDeclaration>('ExportNamedDeclaration', range, {
    declaration: null,
    source: null,
    specifiers,
    exportKind: 'value',
    attributes: [],
  });
}

/** The names that statements bind outside of functions and classes. */
function namesBoundBy(statements: readonly Statement[]): Set<string> {
  const names = new Set<string>();
  const stack: unknown[] = [...statements];
  while (stack.length > 0) {
    const one = stack.pop() as TSESTree.Node;
    switch (one.type) {
      case 'ImportDeclaration':
        for (const { local } of one.specifiers) names.add(local.name);
        break;
      case 'FunctionDeclaration':
      case 'ClassDeclaration':
        if (one.id) names.add(one.id.name);
        break;
      case 'VariableDeclaration':
        stack.push(...one.declarations.map(({ id }) => id));
        break;
      case 'Identifier':
        names.add(one.name);
        break;
      case 'ArrayPattern':
        stack.push(...one.elements.filter((element) => element !== null));
        break;
      case 'RestElement':
        stack.push(one.argument);
        break;
      case 'BlockStatement':
        stack.push(...one.body);
        break;
      case 'IfStatement':
        stack.push(one.consequent, ...(one.alternate ? [one.alternate] : []));
        break;
      case 'ForOfStatement':
        if (one.left.type === 'VariableDeclaration') stack.push(one.left);
        stack.push(one.body);
        break;
      case 'WhileStatement':
        stack.push(one.body);
        break;
      case 'TryStatement':
        stack.push(
          one.block,
          ...(one.handler ? [one.handler.body] : []),
          ...(one.finalizer ? [one.finalizer] : []),
        );
        break;
      case 'SwitchStatement':
        stack.push(...one.cases.flatMap(({ consequent }) => consequent));
        break;
      default:
    }
  }
  return names;
}

function commentsIn(tree: Tree, text: string): TSESTree.Comment[] {
  const comments: TSESTree.Comment[] = [];
  tree.iterate({
    enter({ name, from, to }) {
      if (name !== 'Comment') return;
      comments.push({ type: 'Line', value: text.slice(from + 1, to), range: [from, to] } as TSESTree.Comment);
    },
  });
  return comments;
}
