import type { TSESTree } from '@typescript-eslint/utils';
import { lowerName } from './expressions.js';
import {
  childrenOf,
  isComma,
  isExpression,
  isPunctuation,
  rangeOf,
  splitAt,
  textOf,
  type Lowering,
  type SyntaxNode,
} from './lowering.js';
import {
  assignment,
  block,
  builtin,
  call,
  expressionStatement,
  literal,
  node as nodeOf,
  statement,
  unary,
  unknownOf,
  variable,
  yielding,
  type Expression,
  type Range,
  type Statement,
} from './nodes.js';

/** A statement; imports are none of these, they go to the start of the program. */
export function lowerStatement(node: SyntaxNode, lowering: Lowering): Statement[] {
  const range = rangeOf(node, node);
  const children = childrenOf(node);
  const expressions = () => children.filter(isExpression);
  switch (node.name) {
    case 'StatementGroup':
      return lowering.statements(children);
    case 'ExpressionStatement': {
      const [first] = expressions();
      if (first?.name === 'YieldExpression') return [yieldStatement(childrenOf(first), range, lowering)];
      return first ? [expressionStatement(lowering.expressions(children, range), range)] : [];
    }
    case 'AssignStatement':
      return lowerAssignment(children, range, lowering);
    case 'UpdateStatement':
      return lowerUpdate(children, range, lowering);
    case 'ReturnStatement': {
      const values = children.slice(1);
      const argument = values.length > 0 ? lowering.expressions(values, range) : null;
      return [statement('ReturnStatement', range, { argument })];
    }
    case 'YieldStatement':
      return [yieldStatement(children, range, lowering)];
    case 'RaiseStatement': {
      const [error] = expressions();
      return [thrown(error ? lowering.expression(error) : unknownOf([], range), range)];
    }
    case 'AssertStatement': {
      const [test, ...others] = expressions();
      if (!test) return [];
      const error = unknownOf(
        others.map((other) => lowering.expression(other)),
        range,
      );
      const isFalse = unary('!', lowering.expression(test), rangeOf(test, test));
      return [conditionally(isFalse, block([thrown(error, range)], range), null, range)];
    }
    case 'DeleteStatement':
      return expressions().map((target) =>
        expressionStatement(unary('delete', lowering.expression(target), range), range),
      );
    case 'BreakStatement':
    case 'ContinueStatement':
      return [statement(node.name, range, { label: null })];
    case 'IfStatement':
      return [lowerIf(children, range, lowering)];
    case 'WhileStatement': {
      const [body, otherwise] = bodiesIn(children);
      const [test] = expressions();
      const loop = statement('WhileStatement', range, {
        test: test ? lowering.expression(test) : literal(true, range),
        body: lowerBody(body, range, lowering),
      });
      return [loop, ...(otherwise ? lowerBody(otherwise, range, lowering).body : [])];
    }
    case 'ForStatement':
      return lowerFor(children, range, lowering);
    case 'TryStatement':
      return [lowerTry(children, range, lowering)];
    case 'WithStatement':
      return lowerWith(children, range, lowering);
    case 'MatchStatement':
      return [lowerMatch(children, range, lowering)];
    case 'FunctionDefinition':
    case 'ClassDefinition':
      return lowering.definition(node, []);
    case 'DecoratedStatement': {
      const decorators = children.filter(({ name }) => name === 'Decorator');
      return lowering.definition(children.at(-1)!, decorators);
    }
    case 'PassStatement':
    case 'ScopeStatement':
    case 'TypeDefinition':
      return [];
    default:
      if (isExpression(node)) return [expressionStatement(lowering.expression(node), range)];
      // What the parser does not know, after an error: the statements and expressions in it.
      return lowering.statements(
        children.filter((child) => isExpression(child) || /Statement$|Definition$|^Body$/.test(child.name)),
      );
  }
}

function bodiesIn(children: readonly SyntaxNode[]): SyntaxNode[] {
  return children.filter(({ name }) => name === 'Body');
}

function lowerBody(body: SyntaxNode | undefined, range: Range, lowering: Lowering): TSESTree.BlockStatement {
  return body ? block(lowering.statements(childrenOf(body)), rangeOf(body, body)) : block([], range);
}

function thrown(argument: Expression, range: Range): Statement {
  return statement('ThrowStatement', range, { argument });
}

function conditionally(
  test: Expression,
  consequent: Statement,
  alternate: Statement | null,
  range: Range,
): Statement {
  return statement('IfStatement', range, { test, consequent, alternate });
}

function yieldStatement(children: readonly SyntaxNode[], range: Range, lowering: Lowering): Statement {
  const values = children.filter((child) => isExpression(child) || isComma(child));
  const argument = values.length > 0 ? lowering.expressions(values, range) : null;
  return lowering.around.yieldsResult
    ? statement('ReturnStatement', range, { argument })
    : expressionStatement(yielding(argument, range), range);
}

/** `a = value`, `a: Type = value`, `a = b = value`, `a, b = value`. */
function lowerAssignment(children: readonly SyntaxNode[], range: Range, lowering: Lowering): Statement[] {
  const parts = splitAt(children, ({ name }) => name === 'AssignOp');
  const type = lowering.annotation(parts[0]!.find(({ name }) => name === 'TypeDef'));
  const targets = parts.map((part) => part.filter(({ name }) => name !== 'TypeDef'));
  const values = targets.length > 1 ? targets.pop()! : null;
  if (!values) {
    const target = lowering.target(targets[0]!);
    if (target.type !== 'Identifier') return [];
    target.typeAnnotation = type;
    return [variable(target, null, range)];
  }
  let value = lowering.expressions(values, rangeOf(values[0] ?? { from: range[0] }, { to: range[1] }));
  for (const nodes of targets.slice(1).reverse()) {
    const target = lowering.target(nodes);
    for (const name of namesIn(target)) lowering.bound.add(name);
    value = assignment(target, value, [target.range[0], range[1]]);
  }
  const [first] = targets;
  return [bind(lowering.target(first!), value, type, range, lowering)];
}

/** Binds a target to a value: a variable of the function, or whatever the target says. */
export function bind(
  target: TSESTree.Node,
  value: Expression,
  type: TSESTree.TSTypeAnnotation | undefined,
  range: Range,
  lowering: Lowering,
): Statement {
  const names = namesIn(target);
  const isOwn = target.type === 'Identifier' || isOnlyNames(target);
  if (isOwn && !names.some((name) => lowering.around.outer.has(name))) {
    if (target.type === 'Identifier') target.typeAnnotation = type;
    return variable(target, value, range);
  }
  for (const name of names) if (!lowering.around.outer.has(name)) lowering.bound.add(name);
  const typed = type
    ? nodeOf<TSESTree.TSAsExpression>('TSAsExpression', value.range, {
        expression: value,
        typeAnnotation: type.typeAnnotation,
      })
    : value;
  return expressionStatement(assignment(target, typed, range), range);
}

function namesIn(target: TSESTree.Node): string[] {
  switch (target.type) {
    case 'Identifier':
      return [target.name];
    case 'ArrayPattern':
      return target.elements.flatMap((element) => (element ? namesIn(element) : []));
    case 'RestElement':
      return namesIn(target.argument);
    default:
      return [];
  }
}

function isOnlyNames(target: TSESTree.Node): boolean {
  switch (target.type) {
    case 'Identifier':
      return true;
    case 'ArrayPattern':
      return target.elements.every((element) => element !== null && isOnlyNames(element));
    case 'RestElement':
      return isOnlyNames(target.argument);
    default:
      return false;
  }
}

/** What is assigned to: a name, a member, or a list of these. */
export function lowerTarget(nodes: readonly SyntaxNode[], lowering: Lowering): TSESTree.Node {
  const [only, ...others] = nodes.filter((node) => !isPunctuation(node));
  if (only && others.length === 0 && !nodes.some(isComma)) {
    if (only.name === 'VariableName') return lowerName(only, lowering);
    if (/^(?:Tuple|Array|Parenthesized)Expression$/.test(only.name)) {
      const inside = childrenOf(only).filter(({ name }) => !/^[()[\]]$/.test(name));
      return only.name === 'ParenthesizedExpression'
        ? lowerTarget(inside, lowering)
        : patternOf(inside, rangeOf(only, only), lowering);
    }
    return lowering.expression(only);
  }
  const range: Range = nodes.length > 0 ? rangeOf(nodes[0]!, nodes.at(-1)!) : [0, 0];
  return patternOf(nodes, range, lowering);
}

function patternOf(nodes: readonly SyntaxNode[], range: Range, lowering: Lowering): TSESTree.Node {
  const elements = splitAt(nodes, isComma).flatMap((part): TSESTree.Node[] => {
    const value = part.find(isExpression);
    if (!value) return [];
    const inner = lowerTarget([value], lowering);
    const star = part.find(({ name }) => name === '*');
    return [
      star ? nodeOf<TSESTree.RestElement>('RestElement', rangeOf(star, value), { argument: inner }) : inner,
    ];
  });
  return nodeOf<TSESTree.ArrayPattern>('ArrayPattern', range, {
    elements,
    decorators: [],
    optional: false,
    typeAnnotation: undefined,
  });
}

/** `a |= more` of dictionaries, `a += 1`. */
function lowerUpdate(children: readonly SyntaxNode[], range: Range, lowering: Lowering): Statement[] {
  const [target, operator, ...values] = children;
  if (!target || !operator || values.length === 0) return [];
  const value = lowering.expressions(values, range);
  const written = textOf(operator, lowering);
  if (written === '|=') {
    const assign = call(builtin('Object.assign', range), [lowering.expression(target), value], range);
    return [expressionStatement(assign, range)];
  }
  return [expressionStatement(assignment(lowering.expression(target), value, range, written), range)];
}

/** `if test: … elif test: … else: …` */
function lowerIf(children: readonly SyntaxNode[], range: Range, lowering: Lowering): Statement {
  const at = children.findIndex(({ name }) => name === 'Body');
  const test = children.slice(1).find(isExpression);
  const rest = children.slice(at + 1);
  const [next] = rest;
  const alternate =
    next?.name === 'elif'
      ? lowerIf(rest, [next.from, range[1]], lowering)
      : next?.name === 'else'
        ? lowerBody(bodiesIn(rest)[0], range, lowering)
        : null;
  return conditionally(
    test ? lowering.expression(test) : unknownOf([], range),
    lowerBody(children[at], range, lowering),
    alternate,
    range,
  );
}

function lowerFor(children: readonly SyntaxNode[], range: Range, lowering: Lowering): Statement[] {
  const parts = children.filter(({ name }) => name !== 'async' && name !== 'for');
  const isIn = parts.findIndex(({ name }) => name === 'in');
  const start = parts.findIndex(({ name }) => name === 'Body');
  const [body, otherwise] = bodiesIn(parts);
  const iterated = lowering.expressions(parts.slice(isIn + 1, start), range);
  const loop = forOf(
    parts.slice(0, Math.max(isIn, 0)),
    iterated,
    lowerBody(body, range, lowering),
    range,
    lowering,
    children.some(({ name }) => name === 'async'),
  );
  return [loop, ...(otherwise ? lowerBody(otherwise, range, lowering).body : [])];
}

function forOf(
  targets: readonly SyntaxNode[],
  right: Expression,
  body: Statement,
  range: Range,
  lowering: Lowering,
  isAsync: boolean,
): Statement {
  const target = lowering.target(targets);
  const left = isOnlyNames(target) ? variable(target, null, target.range) : target;
  return statement('ForOfStatement', range, { await: isAsync, left, right, body });
}

/** Which of several handlers runs is not known; `else` is the end of what is tried. */
function lowerTry(children: readonly SyntaxNode[], range: Range, lowering: Lowering): Statement {
  const tried = lowerBody(bodiesIn(children)[0], range, lowering);
  const handlers: TSESTree.BlockStatement[] = [];
  let finalizer: TSESTree.BlockStatement | null = null;
  const otherwise: Statement[] = [];
  let head: SyntaxNode[] = [];
  for (const child of children.slice(children.findIndex(({ name }) => name === 'Body') + 1)) {
    if (child.name !== 'Body') {
      head.push(child);
      continue;
    }
    const body = lowerBody(child, range, lowering);
    const [keyword] = head;
    if (keyword?.name === 'except')
      handlers.push(block([...caught(head, lowering), ...body.body], body.range));
    else if (keyword?.name === 'else') otherwise.push(...body.body);
    else if (keyword?.name === 'finally') finalizer = body;
    head = [];
  }
  const handled = handlers.reduceRight<Statement | null>(
    (others, one) => (others ? conditionally(unknownOf([], one.range), one, others, one.range) : one),
    null,
  );
  return statement('TryStatement', range, {
    block: block([...tried.body, ...otherwise], tried.range),
    handler:
      handled &&
      statement('CatchClause', handled.range, { param: null, body: block([handled], handled.range) }),
    finalizer,
  });
}

/** `except Type as error` */
function caught(head: readonly SyntaxNode[], lowering: Lowering): Statement[] {
  const as = head.findIndex(({ name }) => name === 'as');
  const name = as < 0 ? undefined : head[as + 1];
  if (name?.name !== 'VariableName') return [];
  const range = rangeOf(name, name);
  return [bind(lowerName(name, lowering), unknownOf([], range), undefined, range, lowering)];
}

/** `with open(…) as file, client as c:` */
function lowerWith(children: readonly SyntaxNode[], range: Range, lowering: Lowering): Statement[] {
  const start = children.findIndex(({ name }) => name === 'with');
  const body = bodiesIn(children)[0];
  const written = children.slice(start + 1, body ? children.indexOf(body) : undefined);
  // The parser does not know items in parentheses: it gives the parts beside an error.
  const items = written
    .flatMap((item) =>
      item.name === 'ParenthesizedExpression' && childrenOf(item).some(({ name }) => name === '⚠')
        ? childrenOf(item)
        : [item],
    )
    .filter(({ name }) => !['(', ')', '⚠', ':'].includes(name));
  const opened = splitAt(items, isComma).flatMap((part): Statement[] => {
    const value = part.find(isExpression);
    if (!value) return [];
    const place = rangeOf(part[0]!, part.at(-1)!);
    const as = part.findIndex(({ name }) => name === 'as');
    const targets = as < 0 ? [] : part.slice(as + 1);
    const made = lowering.expression(value);
    return targets.length > 0
      ? [bind(lowering.target(targets), made, undefined, place, lowering)]
      : [expressionStatement(made, place)];
  });
  return [block([...opened, ...lowerBody(body, range, lowering).body], range)];
}

/** Which case of a `match` runs is not known, but for the names that its pattern binds. */
function lowerMatch(children: readonly SyntaxNode[], range: Range, lowering: Lowering): Statement {
  const subject = children.find(isExpression);
  const inside = children.find(({ name }) => name === 'MatchBody');
  const clauses = (inside ? childrenOf(inside) : []).filter(({ name }) => name === 'MatchClause');
  const cases = clauses.map((clause) => {
    const place = rangeOf(clause, clause);
    const parts = childrenOf(clause);
    const patterns = parts.filter(({ name }) => name.endsWith('Pattern'));
    const [pattern] = patterns;
    const isDefault = patterns.length === 1 && textOf(pattern!, lowering) === '_';
    const value = pattern?.name === 'LiteralPattern' ? childrenOf(pattern).find(isExpression) : undefined;
    return nodeOf<TSESTree.SwitchCase>('SwitchCase', place, {
      test: isDefault ? null : value ? lowering.expression(value) : unknownOf([], place),
      consequent: [
        ...patterns.flatMap((one) => captured(one, lowering)),
        ...lowerBody(bodiesIn(parts)[0], place, lowering).body,
        statement('BreakStatement', place, { label: null }),
      ],
    });
  });
  return statement('SwitchStatement', range, {
    discriminant: subject ? lowering.expression(subject) : unknownOf([], range),
    cases,
  });
}

function captured(pattern: SyntaxNode, lowering: Lowering): Statement[] {
  const inside = childrenOf(pattern);
  const [name] = inside;
  if (pattern.name === 'CapturePattern' && name?.name === 'VariableName' && textOf(name, lowering) !== '_') {
    const range = rangeOf(name, name);
    return [bind(lowerName(name, lowering), unknownOf([], range), undefined, range, lowering)];
  }
  return inside.flatMap((one) => captured(one, lowering));
}
