import type { TSESTree } from '@typescript-eslint/utils';
import { namedMember } from './expressions.js';
import {
  childrenOf,
  isComma,
  isExpression,
  rangeOf,
  splitAt,
  textOf,
  type Lowering,
  type SyntaxNode,
} from './lowering.js';
import {
  arrow,
  block,
  expressionStatement,
  functionOf,
  identifier,
  node,
  undefinedAt,
  variable,
  type Expression,
  type FunctionParts,
  type Statement,
} from './nodes.js';

/** What a function with such a decorator yields is what its caller works with. */
const YIELDS = /(?:contextmanager|fixture)$/;
const GETTERS = /(?:^|\.)(?:cached_)?property$/;
const SETTERS = /\.setter$/;

/** A function or class with its decorators, which are evaluated before it. */
export function lowerDefinition(
  definition: SyntaxNode,
  decorators: readonly SyntaxNode[],
  lowering: Lowering,
): Statement[] {
  const before = decoratorStatements(decorators, lowering);
  const defined =
    definition.name === 'ClassDefinition'
      ? lowerClass(definition, lowering)
      : lowerFunction(definition, decorators, lowering);
  return [...before, ...defined];
}

function decoratorStatements(decorators: readonly SyntaxNode[], lowering: Lowering): Statement[] {
  return decorators.map((decorator) =>
    expressionStatement(decoratorOf(decorator, lowering), rangeOf(decorator, decorator)),
  );
}

/** `@app.post("/path")` */
function decoratorOf(decorator: SyntaxNode, lowering: Lowering): Expression {
  let made: Expression | undefined;
  for (const part of childrenOf(decorator)) {
    if (part.name === 'ArgList' && made) {
      made = lowering.call(made, part, [decorator.from + 1, part.to]);
    } else if (part.name === 'PropertyName' || (part.name === 'VariableName' && made)) {
      made = made && namedMember(made, part, lowering);
    } else if (isExpression(part)) {
      made = lowering.expression(part);
    }
  }
  return made ?? undefinedAt(rangeOf(decorator, decorator));
}

/** `app.post` of `@app.post("/path")`. */
function decoratorName(decorator: SyntaxNode, lowering: Lowering): string {
  return textOf(decorator, lowering).slice(1).replace(/\(.*$/s, '').trim();
}

function namesOf(decorators: readonly SyntaxNode[], lowering: Lowering): readonly string[] {
  return decorators.map((decorator) => decoratorName(decorator, lowering));
}

/**
 * Parameters in the order in which arguments are bound: first those that may be given by position, then those that are
 * given by name only, the rest of the keywords, and last the rest of the list.
 */
export function lowerParameters(
  list: SyntaxNode | undefined,
  skipsFirst: boolean,
  lowering: Lowering,
): readonly TSESTree.Parameter[] {
  const parts = partsOf(list).slice(skipsFirst ? 1 : 0);
  const inOrder: TSESTree.Parameter[] = [];
  const rest: TSESTree.Parameter[] = [];
  let isKeywordOnly = false;
  for (const part of parts) {
    const stars = part.find(({ name }) => name === '*' || name === '**');
    const name = part.find((one) => one.name === 'VariableName');
    if (stars?.name === '*') isKeywordOnly = true;
    if (!name) continue;
    const id = identifier(textOf(name, lowering), rangeOf(name, name));
    id.typeAnnotation = lowering.annotation(part.find((one) => one.name === 'TypeDef'));
    if (stars?.name === '*') {
      rest.push(
        node<TSESTree.RestElement>('RestElement', rangeOf(stars, name), { argument: id, decorators: [] }),
      );
    } else if (stars) {
      inOrder.push({ ...id, isKeywordRest: true } as TSESTree.Identifier);
    } else {
      inOrder.push({
        ...withDefault(id, name, part, lowering),
        isKeywordOnly,
      } as unknown as TSESTree.Parameter);
    }
  }
  return [...inOrder, ...rest];
}

function withDefault(
  id: TSESTree.Identifier,
  name: SyntaxNode,
  part: readonly SyntaxNode[],
  lowering: Lowering,
): TSESTree.Parameter {
  const at = part.findIndex((one) => one.name === 'AssignOp');
  const value = at < 0 ? undefined : part[at + 1];
  if (!value) return id;
  return node<TSESTree.AssignmentPattern>('AssignmentPattern', rangeOf(name, value), {
    left: id,
    right: lowering.expression(value),
    decorators: [],
  });
}

function partsOf(list: SyntaxNode | undefined): SyntaxNode[][] {
  if (!list) return [];
  const inside = childrenOf(list).filter(({ name }) => name !== '(' && name !== ')');
  return splitAt(inside, isComma).filter((part) => part.length > 0 && part[0]!.name !== '/');
}

function parametersIn(definition: SyntaxNode): SyntaxNode | undefined {
  return childrenOf(definition).find(({ name }) => name === 'ParamList');
}

function functionParts(
  definition: SyntaxNode,
  isMethod: boolean,
  decorators: readonly SyntaxNode[],
  lowering: Lowering,
): FunctionParts {
  const children = childrenOf(definition);
  const list = parametersIn(definition);
  const body = children.find(({ name }) => name === 'Body');
  const inside = body ? childrenOf(body) : [];
  const [first] = isMethod ? partsOf(list) : [];
  const self = first?.find(({ name }) => name === 'VariableName');
  const statements = lowering.inside(
    {
      // A function inside of a method sees its `self`.
      self: isMethod ? (self ? textOf(self, lowering) : null) : lowering.around.self,
      outer: new Set(outerNames(inside, lowering)),
      isInFunction: true,
      yieldsResult: namesOf(decorators, lowering).some((name) => YIELDS.test(name)),
    },
    () => lowering.statements(inside),
  );
  return {
    params: lowering.parameters(list, isMethod),
    body: block(statements, body ? rangeOf(body, body) : rangeOf(definition, definition)),
    isAsync: children.some(({ name }) => name === 'async'),
    returnType: lowering.annotation(children.find(({ name }) => name === 'TypeDef')),
  };
}

/** The names that a function declares `global` or `nonlocal`. */
function outerNames(nodes: readonly SyntaxNode[], lowering: Lowering): string[] {
  return nodes.flatMap((one): string[] => {
    if (one.name === 'ScopeStatement')
      return childrenOf(one)
        .filter(({ name }) => name === 'VariableName')
        .map((name) => textOf(name, lowering));
    if (one.name === 'FunctionDefinition' || one.name === 'ClassDefinition' || isExpression(one)) return [];
    return outerNames(childrenOf(one), lowering);
  });
}

function nameIn(definition: SyntaxNode, lowering: Lowering): TSESTree.Identifier | undefined {
  const name = childrenOf(definition).find((one) => one.name === 'VariableName');
  return name && identifier(textOf(name, lowering), rangeOf(name, name));
}

function lowerFunction(
  definition: SyntaxNode,
  decorators: readonly SyntaxNode[],
  lowering: Lowering,
): Statement[] {
  const id = nameIn(definition, lowering);
  const range = rangeOf(definition, definition);
  const parts = functionParts(definition, false, decorators, lowering);
  if (!id) return [parts.body as TSESTree.BlockStatement];
  // Inside of a function it is an arrow function, so that `self` stays what it is.
  if (lowering.around.isInFunction) return [variable(id, arrow(parts, range), range)];
  return [functionOf('FunctionDeclaration', id, parts, range) as Statement];
}

function lowerClass(definition: SyntaxNode, lowering: Lowering): Statement[] {
  const id = nameIn(definition, lowering);
  if (!id) return [];
  const children = childrenOf(definition);
  const range = rangeOf(definition, definition);
  const body = children.find(({ name }) => name === 'Body');
  const bases = basesIn(
    children.find(({ name }) => name === 'ArgList'),
    lowering,
  );
  const members: TSESTree.ClassElement[] = [];
  const after: Statement[] = [];
  const outside = { ...lowering.around, self: null, isInFunction: false };
  after.push(
    ...lowering.inside(outside, () => {
      for (const one of body ? childrenOf(body) : []) lowerMemberOf(one, [], members, after, lowering);
      return [];
    }),
  );
  const [base, ...others] = bases;
  const declared = node<TSESTree.ClassDeclaration>('ClassDeclaration', range, {
    id,
    superClass: base ?? null,
    body: node<TSESTree.ClassBody>('ClassBody', body ? rangeOf(body, body) : range, { body: members }),
    abstract: false,
    declare: false,
    decorators: [],
    implements: [],
    superTypeArguments: undefined,
    typeParameters: undefined,
  });
  return [declared as Statement, ...others.map((other) => expressionStatement(other, other.range)), ...after];
}

function basesIn(list: SyntaxNode | undefined, lowering: Lowering): readonly Expression[] {
  return partsOf(list).flatMap((part) => {
    const [only, ...others] = part;
    return only && others.length === 0 && isExpression(only) ? [lowering.expression(only)] : [];
  });
}

/** Adds what a statement of a class body defines; what defines nothing is run after the class. */
function lowerMemberOf(
  statement: SyntaxNode,
  decorators: readonly SyntaxNode[],
  members: TSESTree.ClassElement[],
  after: Statement[],
  lowering: Lowering,
): void {
  const children = childrenOf(statement);
  switch (statement.name) {
    case 'DecoratedStatement': {
      const own = children.filter(({ name }) => name === 'Decorator');
      after.push(...decoratorStatements(own, lowering));
      lowerMemberOf(children.at(-1)!, own, members, after, lowering);
      return;
    }
    case 'FunctionDefinition':
      members.push(...methodOf(statement, decorators, lowering));
      return;
    case 'IfStatement':
    case 'TryStatement':
    case 'WithStatement':
      for (const body of children.filter(({ name }) => name === 'Body'))
        for (const inner of childrenOf(body)) lowerMemberOf(inner, [], members, after, lowering);
      return;
    case 'ClassDefinition': {
      const [declared, ...others] = lowerClass(statement, lowering);
      if (declared?.type === 'ClassDeclaration' && declared.id) {
        const { id, range } = declared;
        members.push(field(identifier(id.name, id.range), declared as unknown as Expression, range));
      }
      after.push(...others);
      return;
    }
    case 'AssignStatement':
      for (const assigned of lowering.statements([statement])) {
        const declarator = assigned.type === 'VariableDeclaration' ? assigned.declarations[0] : undefined;
        if (declarator?.id.type === 'Identifier') {
          const { id, init } = declarator;
          members.push(field(id, init, assigned.range));
        } else after.push(assigned);
      }
      return;
    default:
      after.push(...lowering.statements([statement]));
  }
}

/** An attribute of a class, which its instances have, too. */
function field(
  key: TSESTree.Identifier,
  value: Expression | null,
  range: Statement['range'],
): TSESTree.ClassElement {
  const { typeAnnotation, ...name } = key;
  return node<TSESTree.PropertyDefinitionNonComputedName>('PropertyDefinition', range, {
    key: name,
    value,
    typeAnnotation,
    static: false,
    isShared: true,
    computed: false,
    declare: false,
    decorators: [],
  });
}

function methodOf(
  definition: SyntaxNode,
  decorators: readonly SyntaxNode[],
  lowering: Lowering,
): TSESTree.ClassElement[] {
  const key = nameIn(definition, lowering);
  if (!key) return [];
  const names = namesOf(decorators, lowering);
  const isStatic = names.includes('staticmethod');
  const range = rangeOf(definition, definition);
  const parts = functionParts(definition, !isStatic, decorators, lowering);
  const kind = names.some((name) => GETTERS.test(name))
    ? 'get'
    : names.some((name) => SETTERS.test(name))
      ? 'set'
      : key.name === '__init__'
        ? 'constructor'
        : 'method';
  return [
    node<TSESTree.MethodDefinitionNonComputedName>('MethodDefinition', range, {
      key,
      value: functionOf('FunctionExpression', null, parts, range),
      kind,
      static: isStatic || names.includes('classmethod'),
      computed: false,
      decorators: [],
    }),
  ];
}
