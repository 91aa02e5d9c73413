/** Builders of the nodes that Python is lowered to: ESTree as typescript-eslint has it. */
import type { TSESTree } from '@typescript-eslint/utils';
import type { Node } from '../../dataflow/syntax/nodes.js';

export type Range = [number, number];
export type Expression = TSESTree.Expression;
export type Statement = TSESTree.Statement;

function make<T extends Node>(type: `${T['type']}`, range: Range, fields: object): T {
  return { type, range, ...fields } as unknown as T;
}

export function identifier(name: string, range: Range): TSESTree.Identifier {
  return make('Identifier', range, { name, decorators: [], optional: false, typeAnnotation: undefined });
}

export function literal(
  value: string | number | boolean | null,
  range: Range,
  raw = String(value),
): TSESTree.Literal {
  return make<TSESTree.StringLiteral>('Literal', range, { value, raw });
}

export function undefinedAt(range: Range): Expression {
  return make<TSESTree.UnaryExpression>('UnaryExpression', range, {
    operator: 'void',
    prefix: true,
    argument: literal(0, range),
  }) as Expression;
}

/** Something of which nothing is known but the expressions in it, which are evaluated. */
export function unknownOf(parts: readonly Expression[], range: Range): Expression {
  const nothing = make<TSESTree.UnaryExpression>('UnaryExpression', range, {
    operator: '~',
    prefix: true,
    argument: literal(0, range),
  });
  return make<TSESTree.SequenceExpression>('SequenceExpression', range, { expressions: [...parts, nothing] });
}

export function thisExpression(range: Range): TSESTree.ThisExpression {
  return make('ThisExpression', range, {});
}

export function superExpression(range: Range): Expression {
  return make<TSESTree.Super>('Super', range, {}) as unknown as Expression;
}

export function member(
  object: Expression,
  property: TSESTree.Identifier,
  range: Range,
): TSESTree.MemberExpression {
  return make<TSESTree.MemberExpressionNonComputedName>('MemberExpression', range, {
    object,
    property,
    computed: false,
    optional: false,
  });
}

export function subscript(object: Expression, property: Expression, range: Range): TSESTree.MemberExpression {
  return make<TSESTree.MemberExpressionComputedName>('MemberExpression', range, {
    object,
    property,
    computed: true,
    optional: false,
  });
}

/** A member of a global of JavaScript, which stands for a built-in of Python: `Object.assign` for `dict.update`. */
export function builtin(path: string, range: Range): Expression {
  const [first = '', ...others] = path.split('.');
  return others.reduce<Expression>(
    (object, name) => member(object, identifier(name, range), range),
    identifier(first, range),
  );
}

export function call(
  callee: Expression,
  args: readonly TSESTree.CallExpressionArgument[],
  range: Range,
): TSESTree.CallExpression {
  return make('CallExpression', range, {
    callee,
    arguments: args,
    optional: false,
    typeArguments: undefined,
  });
}

export function construct(
  callee: Expression,
  args: readonly TSESTree.CallExpressionArgument[],
  range: Range,
): TSESTree.NewExpression {
  return make('NewExpression', range, { callee, arguments: args, typeArguments: undefined });
}

export type ObjectMember = TSESTree.Property | TSESTree.SpreadElement;

export function objectOf(properties: readonly ObjectMember[], range: Range): TSESTree.ObjectExpression {
  return make('ObjectExpression', range, { properties });
}

export function property(key: Expression, value: Expression, range: Range): TSESTree.Property {
  return make<TSESTree.PropertyComputedName>('Property', range, {
    key,
    value,
    kind: 'init',
    computed: key.type !== 'Literal' && key.type !== 'Identifier',
    shorthand: false,
    method: false,
    optional: false,
  });
}

export function spread(argument: Expression, range: Range): TSESTree.SpreadElement {
  return make('SpreadElement', range, { argument });
}

export function arrayOf(
  elements: readonly (Expression | TSESTree.SpreadElement)[],
  range: Range,
): TSESTree.ArrayExpression {
  return make('ArrayExpression', range, { elements });
}

export function assignment(
  left: Node,
  right: Expression,
  range: Range,
  operator = '=',
): TSESTree.AssignmentExpression {
  return make('AssignmentExpression', range, { operator, left, right });
}

export function unary(operator: string, argument: Expression, range: Range): Expression {
  return make<TSESTree.UnaryExpression>('UnaryExpression', range, { operator, prefix: true, argument });
}

export function binary(operator: string, left: Expression, right: Expression, range: Range): Expression {
  return make<TSESTree.BinaryExpression>('BinaryExpression', range, { operator, left, right }) as Expression;
}

export function logical(
  operator: '&&' | '||' | '??',
  left: Expression,
  right: Expression,
  range: Range,
): Expression {
  return make<TSESTree.LogicalExpression>('LogicalExpression', range, { operator, left, right });
}

export function conditional(
  test: Expression,
  consequent: Expression,
  alternate: Expression,
  range: Range,
): Expression {
  return make<TSESTree.ConditionalExpression>('ConditionalExpression', range, {
    test,
    consequent,
    alternate,
  });
}

export function awaiting(argument: Expression, range: Range): Expression {
  return make<TSESTree.AwaitExpression>('AwaitExpression', range, { argument });
}

export function yielding(argument: Expression | null, range: Range): Expression {
  return make<TSESTree.YieldExpression>('YieldExpression', range, {
    argument,
    delegate: false,
  }) as Expression;
}

export function template(
  texts: readonly string[],
  expressions: readonly Expression[],
  range: Range,
): Expression {
  const quasis = texts.map((text, i) =>
    make<TSESTree.TemplateElement>('TemplateElement', range, {
      value: { raw: text, cooked: text },
      tail: i === texts.length - 1,
    }),
  );
  return make<TSESTree.TemplateLiteral>('TemplateLiteral', range, { quasis, expressions });
}

export interface FunctionParts {
  readonly params: readonly TSESTree.Parameter[];
  readonly body: TSESTree.BlockStatement | Expression;
  readonly isAsync?: boolean;
  readonly returnType?: TSESTree.TSTypeAnnotation | undefined;
}

export function arrow(
  { params, body, isAsync = false, returnType }: FunctionParts,
  range: Range,
): Expression {
  return make<TSESTree.ArrowFunctionExpression>('ArrowFunctionExpression', range, {
    id: null,
    params,
    body,
    async: isAsync,
    generator: false,
    expression: body.type !== 'BlockStatement',
    returnType,
    typeParameters: undefined,
    isCalledByName: true,
  });
}

export function functionOf(
  type: 'FunctionDeclaration' | 'FunctionExpression',
  id: TSESTree.Identifier | null,
  { params, body, isAsync = false, returnType }: FunctionParts,
  range: Range,
): TSESTree.FunctionDeclaration | TSESTree.FunctionExpression {
  return make<TSESTree.FunctionExpression>(type as 'FunctionExpression', range, {
    id,
    params,
    body,
    async: isAsync,
    generator: false,
    expression: false,
    declare: false,
    returnType,
    typeParameters: undefined,
    isCalledByName: true,
  });
}

export function block(body: readonly Statement[], range: Range): TSESTree.BlockStatement {
  return make('BlockStatement', range, { body });
}

export function expressionStatement(expression: Expression, range: Range): Statement {
  return make<TSESTree.ExpressionStatement>('ExpressionStatement', range, {
    expression,
    directive: undefined,
  });
}

/** A name that is bound to a value: Python's variables belong to the function around them, as with `var`. */
export function variable(id: Node, init: Expression | null, range: Range): TSESTree.VariableDeclaration {
  const declarator = make<TSESTree.VariableDeclarator>('VariableDeclarator', range, {
    id,
    init,
    definite: false,
  });
  return make<TSESTree.VariableDeclaration>('VariableDeclaration', range, {
    kind: 'var',
    declarations: [declarator],
    declare: false,
  });
}

/** Any other statement, with the fields that ESTree gives it. */
export function statement(type: string, range: Range, fields: object): Statement {
  return { type, range, ...fields } as unknown as Statement;
}

/** Any other node, with the fields that ESTree gives it. */
export function node<T extends Node>(type: `${T['type']}`, range: Range, fields: object): T {
  return make(type, range, fields);
}
