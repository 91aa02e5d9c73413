import type { TSESTree } from '@typescript-eslint/utils';
import {
  clientOptions,
  dottedName,
  isKey,
  keywordsObject,
  startOf,
  valueOf,
  type Argument,
  type Arguments,
  type Call,
} from './call-arguments.js';
import { EXTRA_BODY, REQUEST_OPTIONS, signatureOf, type Signature } from './dialect.js';
import { bindName, elementsOf, lowerComprehension } from './expressions.js';
import { httpCall } from './http-calls.js';
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
  call,
  construct,
  identifier,
  objectOf,
  property,
  spread,
  type Expression,
  type ObjectMember,
  type Range,
} from './nodes.js';
import { FUNCTIONS, methodCall } from './standard-library.js';

export function lowerCall(
  callee: Expression,
  list: SyntaxNode,
  range: Range,
  lowering: Lowering,
): Expression {
  const made: Call = { callee, range, ...argumentsIn(list, lowering) };
  const name = dottedName(callee);
  const byName = name === undefined ? undefined : FUNCTIONS.get(name)?.(made);
  if (byName) return byName;
  const byMethod = callee.type === 'MemberExpression' ? methodCall(made, callee) : undefined;
  return byMethod ?? httpCall(made, name) ?? plainCall(made);
}

function argumentsIn(list: SyntaxNode, lowering: Lowering): Arguments {
  const positional: Argument[] = [];
  const keywords: ObjectMember[] = [];
  const inside = childrenOf(list).filter(({ name }) => !['(', ')', '⚠'].includes(name));
  for (const part of splitAt(inside, isComma)) {
    const [first, operator, value] = part;
    if (!first) continue;
    if (part.some(({ name }) => name === 'for')) {
      positional.push(lowerComprehension(part, rangeOf(first, part.at(-1)!), lowering));
    } else if (first.name === '**' && operator) {
      keywords.push(spread(lowering.expression(operator), rangeOf(first, operator)));
    } else if (operator?.name === 'AssignOp' && value) {
      const range = rangeOf(first, value);
      // The parser takes `(name := value)` for the same.
      if (textOf(operator, lowering) !== '=') positional.push(bindName(first, value, range, lowering));
      else {
        const key = identifier(textOf(first, lowering), rangeOf(first, first));
        keywords.push(property(key, lowering.expression(value), range));
      }
    } else
      positional.push(
        ...elementsOf(
          part.filter((node) => isExpression(node) || node.name === '*'),
          lowering,
        ),
      );
  }
  return { positional, keywords, end: list.to };
}

/** Classes are named in CapWords; calling one makes an instance. */
function isClassName(callee: Expression): boolean {
  const name =
    callee.type === 'Identifier'
      ? callee.name
      : callee.type === 'MemberExpression' && callee.property.type === 'Identifier'
        ? callee.property.name
        : '';
  return /^_*[A-Z]/.test(name) && !/^[A-Z0-9_]+$/.test(name);
}

function plainCall({ callee, positional, keywords, range, end }: Call): Expression {
  if (isClassName(callee)) {
    const options = clientOptions(keywords);
    return construct(
      callee,
      options.length > 0 ? [...positional, keywordsObject(options, end)] : positional,
      range,
    );
  }
  if (callee.type !== 'MemberExpression') {
    return call(
      callee,
      keywords.length > 0 ? [...positional, keywordsObject(keywords, end)] : positional,
      range,
    );
  }
  const isOfClient = callee.property.type === 'Identifier' && callee.property.name === 'withOptions';
  if (isOfClient && keywords.length > 0)
    return call(callee, [...positional, keywordsObject(clientOptions(keywords), end)], range);
  const signature = signatureOf(chainOf(callee));
  const ids = signature ? idsByName(signature, positional.length, keywords) : [];
  const before = ids.slice(0, Math.max(0, (signature?.bodyAt ?? 0) - positional.length));
  const inBody = keywords.filter(
    (entry) =>
      !ids.includes(entry) &&
      !Object.keys(REQUEST_OPTIONS).some((name) => isKey(entry, name)) &&
      !isKey(entry, EXTRA_BODY),
  );
  const extra = valueOf(keywords, EXTRA_BODY);
  const body = extra ? [...inBody, { ...spread(extra, extra.range), isExtraBody: true }] : inBody;
  const options = Object.entries(REQUEST_OPTIONS).flatMap(([name, known]): ObjectMember[] => {
    const value = valueOf(keywords, name);
    return value ? [property(identifier(known, startOf(value.range)), value, value.range)] : [];
  });
  return call(
    callee,
    [
      ...positional,
      ...before.map((entry) => (entry as TSESTree.Property).value as Expression),
      ...(body.length > 0 ? [keywordsObject(body, end)] : []),
      ...(options.length > 0 ? [objectOf(options, keywordsObject(keywords, end).range)] : []),
    ],
    range,
  );
}

/** The ids of a path that are given by name: `messages.create(thread_id=…, content=…)`. */
function idsByName(
  { ids, isId }: Signature,
  given: number,
  keywords: readonly ObjectMember[],
): readonly ObjectMember[] {
  const isPathId = (entry: ObjectMember) =>
    entry.type === 'Property' && entry.key.type === 'Identifier' && isId(entry.key.name);
  return keywords.filter(isPathId).slice(0, Math.max(0, ids - given));
}

/** The names of what is called, the last one last; those before what is no name are left out. */
function chainOf(callee: Expression): readonly string[] {
  const names: string[] = [];
  let at = callee;
  while (at.type === 'MemberExpression' && !at.computed && at.property.type === 'Identifier') {
    names.unshift(at.property.name);
    at = at.object;
  }
  return at.type === 'Identifier' ? [at.name, ...names] : names;
}
