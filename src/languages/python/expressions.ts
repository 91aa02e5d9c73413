import type { TSESTree } from '@typescript-eslint/utils';
import { isNotGiven, isSameResource, isStreamingResponse, keyName, memberName } from './dialect.js';
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
  arrayOf,
  arrow,
  assignment,
  awaiting,
  binary,
  builtin,
  call,
  conditional,
  identifier,
  literal,
  logical,
  member,
  objectOf,
  property,
  spread,
  subscript,
  template,
  thisExpression,
  unary,
  undefinedAt,
  unknownOf,
  yielding,
  type Expression,
  type ObjectMember,
  type Range,
} from './nodes.js';
import { OPENING, unquote } from './strings.js';

export function lowerExpression(node: SyntaxNode, lowering: Lowering): Expression {
  const range = rangeOf(node, node);
  const text = textOf(node, lowering);
  switch (node.name) {
    case 'VariableName':
      return lowerName(node, lowering);
    case 'Number': {
      const value = Number(text.replaceAll('_', ''));
      return Number.isNaN(value) ? unknownOf([], range) : literal(value, range, text);
    }
    case 'Boolean':
      return literal(text === 'True', range, text);
    case 'None':
      return literal(null, range, text);
    case 'String':
      return literal(unquote(text), range, text);
    case 'FormatString':
      return lowerTemplate([node], range, lowering);
    case 'ContinuedString':
      return lowerContinued(node, lowering);
    case 'ParenthesizedExpression':
      return lowering.expressions(
        childrenOf(node).filter((child) => child.name !== '(' && child.name !== ')'),
        range,
      );
    case 'TupleExpression':
    case 'ArrayExpression':
    case 'SetExpression':
      return arrayOf(elementsOf(childrenOf(node), lowering), range);
    case 'DictionaryExpression':
      return objectOf(entriesOf(node, lowering), range);
    case 'CallExpression': {
      const [callee, ...others] = childrenOf(node);
      const list = others.find(({ name }) => name === 'ArgList');
      return callee && list
        ? lowering.call(lowering.expression(callee), list, range)
        : partsOf(node, lowering);
    }
    case 'MemberExpression':
      return lowerMember(node, lowering);
    case 'AwaitExpression':
      return onlyPart(node, lowering, (inner) => awaiting(inner, range));
    case 'YieldExpression': {
      const parts = childrenOf(node).filter(isExpression);
      return yielding(parts.length > 0 ? lowering.expressions(parts, range) : null, range);
    }
    case 'NamedExpression':
      return lowerNamed(node, lowering);
    case 'ConditionalExpression': {
      const [value, test, otherwise] = childrenOf(node).filter(isExpression);
      if (!value || !test || !otherwise) return partsOf(node, lowering);
      return conditional(
        lowering.expression(test),
        lowering.expression(value),
        lowering.expression(otherwise),
        range,
      );
    }
    case 'UnaryExpression': {
      const operator = childrenOf(node)[0]!;
      return onlyPart(node, lowering, (inner) =>
        unary(operator.name === 'not' ? '!' : textOf(operator, lowering), inner, range),
      );
    }
    case 'BinaryExpression':
      return lowerBinary(node, lowering);
    case 'LambdaExpression': {
      const children = childrenOf(node);
      const params = lowering.parameters(
        children.find(({ name }) => name === 'ParamList'),
        false,
      );
      const body = children.at(-1)!;
      return arrow(
        { params, body: isExpression(body) ? lowering.expression(body) : literal(null, range) },
        range,
      );
    }
    case 'ArrayComprehensionExpression':
    case 'SetComprehensionExpression':
    case 'ComprehensionExpression':
    case 'DictionaryComprehensionExpression':
      return lowerComprehension(
        childrenOf(node).filter(({ name }) => !/^[()[\]{}]$/.test(name)),
        range,
        lowering,
      );
    default:
      return partsOf(node, lowering);
  }
}

/** A variable; the first parameter of a method is what `this` is. */
export function lowerName(node: SyntaxNode, lowering: Lowering): Expression {
  const name = textOf(node, lowering);
  const range = rangeOf(node, node);
  if (name === lowering.around.self) return thisExpression(range);
  return lowering.notGiven.has(name) ? undefinedAt(range) : identifier(name, range);
}

/** What is made of parts in a way that is not known. */
function partsOf(node: SyntaxNode, lowering: Lowering): Expression {
  const parts = childrenOf(node).filter(isExpression);
  return unknownOf(
    parts.map((part) => lowering.expression(part)),
    rangeOf(node, node),
  );
}

function onlyPart(node: SyntaxNode, lowering: Lowering, made: (inner: Expression) => Expression): Expression {
  const inner = childrenOf(node).find(isExpression);
  return inner ? made(lowering.expression(inner)) : partsOf(node, lowering);
}

/** Several expressions in a row are a tuple, and so is one with a comma behind it. */
export function lowerExpressions(nodes: readonly SyntaxNode[], range: Range, lowering: Lowering): Expression {
  const [first, ...others] = nodes.filter((node) => !isPunctuation(node));
  if (!first) return arrayOf([], range);
  const isTuple = others.length > 0 || nodes.some(isComma);
  return isTuple ? arrayOf(elementsOf(nodes, lowering), range) : lowering.expression(first);
}

export function elementsOf(
  nodes: readonly SyntaxNode[],
  lowering: Lowering,
): (Expression | TSESTree.SpreadElement)[] {
  return splitAt(nodes, isComma).flatMap((part): (Expression | TSESTree.SpreadElement)[] => {
    const value = part.find(isExpression);
    if (!value) return [];
    const star = part.find(({ name }) => name === '*');
    const inner = lowering.expression(value);
    return [star ? spread(inner, rangeOf(star, value)) : inner];
  });
}

function entriesOf(dict: SyntaxNode, lowering: Lowering): readonly ObjectMember[] {
  const inside = childrenOf(dict).filter(({ name }) => name !== '{' && name !== '}');
  return splitAt(inside, isComma).flatMap((part): ObjectMember[] => {
    const colon = part.findIndex(({ name }) => name === ':');
    const stars = part.find(({ name }) => name === '**');
    const value = part.slice(colon + 1).find(isExpression);
    if (!value) return [];
    if (stars) return [spread(lowering.expression(value), rangeOf(stars, value))];
    const key = part.slice(0, Math.max(colon, 0)).find(isExpression);
    if (!key) return [];
    return [property(keyOf(key, lowering), lowering.expression(value), rangeOf(key, value))];
  });
}

/** The key of a dictionary, under the name that the analysis knows. */
function keyOf(node: SyntaxNode, lowering: Lowering): Expression {
  const key = lowering.expression(node);
  return key.type === 'Literal' && typeof key.value === 'string'
    ? literal(keyName(key.value), key.range, key.raw)
    : key;
}

function lowerContinued(node: SyntaxNode, lowering: Lowering): Expression {
  const parts = childrenOf(node).filter(({ name }) => name.endsWith('String'));
  const range = rangeOf(node, node);
  if (parts.some(({ name }) => name === 'FormatString')) return lowerTemplate(parts, range, lowering);
  return literal(
    parts.map((part) => unquote(textOf(part, lowering))).join(''),
    range,
    textOf(node, lowering),
  );
}

/** `f"{base}/files"` */
function lowerTemplate(parts: readonly SyntaxNode[], range: Range, lowering: Lowering): Expression {
  const texts: string[] = [];
  const expressions: Expression[] = [];
  let text = '';
  for (const part of parts) {
    const raw = textOf(part, lowering);
    if (part.name === 'String') {
      text += unquote(raw);
      continue;
    }
    const [opening = '"', , quotes = '"'] = OPENING.exec(raw) ?? [];
    let from = part.from + opening.length;
    for (const hole of childrenOf(part).filter(({ name }) => name === 'FormatReplacement')) {
      texts.push(text + lowering.text.slice(from, hole.from));
      text = '';
      const value = childrenOf(hole).find(isExpression);
      expressions.push(value ? lowering.expression(value) : unknownOf([], rangeOf(hole, hole)));
      from = hole.to;
    }
    text += lowering.text.slice(from, Math.max(from, part.to - quotes.length));
  }
  return template([...texts, text], expressions, range);
}

/** `object.name`, `object[key]`, `object[from:to]`. */
function lowerMember(node: SyntaxNode, lowering: Lowering): Expression {
  const [holder, ...others] = childrenOf(node);
  const range = rangeOf(node, node);
  if (!holder) return unknownOf([], range);
  const object = lowering.expression(holder);
  const name = others.find((child) => child.name === 'PropertyName');
  if (name) return namedMember(object, name, lowering);
  const inside = others.filter(isExpression);
  const isSlice = others.some((child) => child.name === ':' || isComma(child));
  const [key] = inside;
  if (isSlice || !key || inside.length > 1)
    return unknownOf([object, ...inside.map((child) => lowering.expression(child))], range);
  if (isEnvironment(object)) return environmentVariable(lowering.expression(key), range);
  return subscript(object, keyOf(key, lowering), range);
}

/** `object.name`, under the name that the analysis knows. */
export function namedMember(object: Expression, name: SyntaxNode, lowering: Lowering): Expression {
  const text = textOf(name, lowering);
  if (isSameResource(text)) return isStreamingResponse(text) ? opened(object) : object;
  if (object.type === 'Identifier' && object.name === 'openai' && isNotGiven(text))
    return undefinedAt([object.range[0], name.to]);
  return member(object, identifier(memberName(text), rangeOf(name, name)), [object.range[0], name.to]);
}

/** A resource whose methods return context managers, marked for `dataflow/control/coroutine-uses.ts`. */
function opened(resource: Expression): Expression {
  return Object.assign({ ...resource }, { isStreamingResponse: true });
}

/** `os.environ` */
export function isEnvironment(node: Expression): boolean {
  return (
    node.type === 'MemberExpression' &&
    node.object.type === 'Identifier' &&
    node.object.name === 'os' &&
    node.property.type === 'Identifier' &&
    node.property.name === 'environ'
  );
}

/** `os.environ["NAME"]` as `process.env.NAME`. */
export function environmentVariable(name: Expression, range: Range): Expression {
  const environment = builtin('process.env', range);
  return name.type === 'Literal' && typeof name.value === 'string'
    ? member(environment, identifier(name.value, name.range), range)
    : subscript(environment, name, range);
}

/** `(name := value)` */
function lowerNamed(node: SyntaxNode, lowering: Lowering): Expression {
  const [name, value] = childrenOf(node).filter(isExpression);
  if (!name || !value) return partsOf(node, lowering);
  return bindName(name, value, rangeOf(node, node), lowering);
}

export function bindName(name: SyntaxNode, value: SyntaxNode, range: Range, lowering: Lowering): Expression {
  lowering.bound.add(textOf(name, lowering));
  return assignment(lowerName(name, lowering), lowering.expression(value), range);
}

const OPERATORS: Readonly<Record<string, string>> = { '==': '===', '!=': '!==', is: '===', 'is not': '!==' };

function lowerBinary(node: SyntaxNode, lowering: Lowering): Expression {
  const children = childrenOf(node);
  const range = rangeOf(node, node);
  const [first, second, ...others] = children.filter(isExpression);
  if (!first || !second || others.length > 0) return partsOf(node, lowering);
  const left = lowering.expression(first);
  const right = lowering.expression(second);
  const operator = children
    .filter((child) => !isExpression(child) && !isPunctuation(child))
    .map((child) => textOf(child, lowering))
    .join(' ');
  if (operator === 'and') return logical('&&', left, right, range);
  if (operator === 'or') return logical('||', left, right, range);
  const isMerge = operator === '|' && [left, right].some(({ type }) => type === 'ObjectExpression');
  if (isMerge)
    return objectOf(
      [left, right].map((part) => spread(part, part.range)),
      range,
    );
  if (operator === 'not in') return unary('!', binary('in', left, right, range), range);
  return binary(OPERATORS[operator] ?? operator, left, right, range);
}

interface Clause {
  readonly target: SyntaxNode[];
  iterated: SyntaxNode | undefined;
  readonly conditions: SyntaxNode[];
}

/** `[value for target in iterated if condition]` as `iterated.map((target) => condition && value)`. */
export function lowerComprehension(
  nodes: readonly SyntaxNode[],
  range: Range,
  lowering: Lowering,
): Expression {
  const start = nodes.findIndex(({ name }) => name === 'for');
  const values = nodes.slice(0, Math.max(start, 0)).filter(isExpression);
  const lowered = values.map((value) => lowering.expression(value));
  const [only] = lowered;
  const made = only && lowered.length === 1 ? only : arrayOf(lowered, range);
  return clausesOf(nodes.slice(start + 1)).reduceRight<Expression>((inner, clause) => {
    if (!clause.iterated) return inner;
    const body = clause.conditions.reduceRight<Expression>(
      (guarded, condition) => logical('&&', lowering.expression(condition), guarded, range),
      inner,
    );
    const iterated = lowering.expression(clause.iterated);
    const params = [lowering.target(clause.target) as TSESTree.Parameter];
    const map = member(iterated, identifier('map', [iterated.range[0], iterated.range[0]]), iterated.range);
    return call(map, [arrow({ params, body }, range)], range);
  }, made);
}

function clausesOf(nodes: readonly SyntaxNode[]): readonly Clause[] {
  return splitAt(nodes, ({ name }) => name === 'for').map((part): Clause => {
    const isIn = part.findIndex(({ name }) => name === 'in');
    const [iterated, ...conditions] = part.slice(isIn + 1).filter(isExpression);
    const target = part.slice(0, Math.max(isIn, 0)).filter(({ name }) => name !== 'async');
    return { target, iterated, conditions };
  });
}
