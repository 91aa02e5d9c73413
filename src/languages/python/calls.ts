import type { TSESTree } from '@typescript-eslint/utils';
import {
  EXTRA_BODY,
  isResourceName,
  keyName,
  REQUEST_OPTIONS,
  signatureOf,
  type Signature,
} from './dialect.js';
import {
  bindName,
  elementsOf,
  environmentVariable,
  isEnvironment,
  lowerComprehension,
} from './expressions.js';
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
  assignment,
  builtin,
  call,
  construct,
  identifier,
  literal,
  logical,
  member,
  objectOf,
  property,
  spread,
  subscript,
  superExpression,
  unary,
  type Expression,
  type ObjectMember,
  type Range,
} from './nodes.js';

type Argument = Expression | TSESTree.SpreadElement;

interface Arguments {
  readonly positional: readonly Argument[];
  /** `key=value` and `**more`. */
  readonly keywords: readonly ObjectMember[];
  /** Behind the closing parenthesis. */
  readonly end: number;
}

/** A call by the value of whose callee nothing is decided, only by how it is written. */
interface Call extends Arguments {
  readonly callee: Expression;
  readonly range: Range;
}

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

/** `a.b.c` of names alone. */
function dottedName(node: Expression): string | undefined {
  if (node.type === 'Identifier') return node.name;
  if (node.type !== 'MemberExpression' || node.computed || node.property.type !== 'Identifier')
    return undefined;
  const object = dottedName(node.object);
  return object === undefined ? undefined : `${object}.${node.property.name}`;
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

/**
 * Keyword arguments as one object, whose braces are the character before them and the closing parenthesis. `isKeywords` says so to whoever binds
 * the arguments of a call to parameters, and to edits.
 */
function keywordsObject(keywords: readonly ObjectMember[], end: number): TSESTree.ObjectExpression {
  const range: Range = [keywords[0]!.range[0] - 1, end];
  return { ...objectOf(keywords, range), isKeywords: true } as TSESTree.ObjectExpression;
}

function isKey(entry: ObjectMember, name: string): entry is TSESTree.PropertyNonComputedName {
  return entry.type === 'Property' && entry.key.type === 'Identifier' && entry.key.name === name;
}

function valueOf(keywords: readonly ObjectMember[], name: string): Expression | undefined {
  return keywords.find((entry) => isKey(entry, name))?.value as Expression | undefined;
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

/** Options of a client, under the names that the analysis knows. */
function clientOptions(keywords: readonly ObjectMember[]): readonly ObjectMember[] {
  return keywords.map((entry) =>
    entry.type === 'Property' && entry.key.type === 'Identifier'
      ? property(identifier(keyName(entry.key.name), entry.key.range), entry.value as Expression, entry.range)
      : entry,
  );
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
  const body = extra ? [...inBody, spread(extra, extra.range)] : inBody;
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

/** Built-in functions, and functions of the standard library, by the name under which they are called. */
const FUNCTIONS = new Map<string, (made: Call) => Expression | undefined>([
  ['dict', dictionary],
  ['cast', castValue],
  ['typing.cast', castValue],
  ['getattr', attribute],
  ['super', ({ range }) => superExpression(range)],
  ['os.getenv', environment],
  ['os.environ.get', environment],
  ['json.dumps', (made) => withFirst('JSON.stringify', made)],
  ['json.loads', (made) => withFirst('JSON.parse', made)],
  ['copy.copy', (made) => withFirst('structuredClone', made)],
  ['copy.deepcopy', (made) => withFirst('structuredClone', made)],
  ['deepcopy', (made) => withFirst('structuredClone', made)],
]);

/** `dict(more, key=value)` */
function dictionary({ positional, keywords, range, end }: Call): Expression {
  const spreads = positional.map((entry) =>
    entry.type === 'SpreadElement' ? entry : spread(entry, entry.range),
  );
  if (keywords.length === 0) return objectOf(spreads, range);
  const object = keywordsObject(keywords, end);
  return { ...object, properties: [...spreads, ...keywords] } as TSESTree.ObjectExpression;
}

/** `cast(Type, value)` */
function castValue({ positional: [, value] }: Call): Expression | undefined {
  return value?.type === 'SpreadElement' ? undefined : value;
}

/** `getattr(object, "name")` */
function attribute({ positional: [object, name], range }: Call): Expression | undefined {
  if (!object || !name || object.type === 'SpreadElement' || name.type === 'SpreadElement') return undefined;
  return subscript(object, name, range);
}

/** `os.getenv("NAME", default)` */
function environment({ positional: [name, otherwise], keywords, range }: Call): Expression | undefined {
  if (!name || name.type === 'SpreadElement') return undefined;
  const value = environmentVariable(name, range);
  const fallback = otherwise ?? valueOf(keywords, 'default');
  return fallback && fallback.type !== 'SpreadElement' ? logical('??', value, fallback, range) : value;
}

function withFirst(path: string, { positional: [first], range }: Call): Expression | undefined {
  return first ? call(builtin(path, range), [first], range) : undefined;
}

/** Methods of dictionaries and lists. Whether the receiver is one is not known here: a resource of the API is none. */
function methodCall(made: Call, callee: TSESTree.MemberExpression): Expression | undefined {
  const { object, property: name } = callee;
  if (callee.computed || name.type !== 'Identifier' || isResource(object)) return undefined;
  switch (name.name) {
    case 'update':
      return updated(made, object);
    case 'setdefault':
      return defaulted(made, object);
    case 'pop':
      return popped(made, object);
    case 'get':
      return gotten(made, object);
    case 'copy':
      return copied(made, object);
    default:
      return undefined;
  }
}

function isResource(node: Expression): boolean {
  const name = node.type === 'MemberExpression' ? node.property : node;
  return name.type === 'Identifier' && isResourceName(name.name);
}

/** `options.update(more, key=value)` */
function updated({ positional, keywords, range, end }: Call, object: Expression): Expression | undefined {
  if (positional.length > 1) return undefined;
  const sources = keywords.length > 0 ? [...positional, keywordsObject(keywords, end)] : positional;
  return sources.length > 0 ? call(builtin('Object.assign', range), [object, ...sources], range) : undefined;
}

/** The key that a method of a dictionary is asked for; a path or an address is none. */
function keyIn([first]: readonly Argument[]): Expression | undefined {
  const isKeyText =
    first?.type === 'Literal' && typeof first.value === 'string' && /^[\w.-]+$/.test(first.value);
  return isKeyText ? literal(keyName(String(first.value)), first.range, first.raw) : undefined;
}

/** `options.setdefault("key", value)` */
function defaulted({ positional, range }: Call, object: Expression): Expression | undefined {
  const key = keyIn(positional);
  const [, value] = positional;
  if (!key || !value || value.type === 'SpreadElement') return undefined;
  return assignment(subscript(object, key, range), value, range, '??=');
}

/** `options.pop("key")` */
function popped({ positional, range }: Call, object: Expression): Expression | undefined {
  const key = keyIn(positional);
  return key && unary('delete', subscript(object, key, range), range);
}

/** `options.get("key", default)` */
function gotten({ positional, keywords, range, end }: Call, object: Expression): Expression | undefined {
  const key = keyIn(positional);
  if (!key || keywords.length > 0) return undefined;
  if (isEnvironment(object)) return environment({ callee: object, positional, keywords, range, end });
  const value = subscript(object, key, range);
  const [, otherwise] = positional;
  return otherwise && otherwise.type !== 'SpreadElement' ? logical('??', value, otherwise, range) : value;
}

/** `options.copy()`, or `client.copy(timeout=5)`, which is another name of `with_options`. */
function copied(
  { positional, keywords, range, end, callee }: Call,
  object: Expression,
): Expression | undefined {
  if (positional.length > 0) return undefined;
  if (keywords.length === 0) return objectOf([spread(object, object.range)], range);
  const method = member(object, identifier('withOptions', startOf(callee.range)), callee.range);
  return call(method, [keywordsObject(clientOptions(keywords), end)], range);
}

/** Where a name stands that is not written. */
function startOf([start]: Range): Range {
  return [start, start];
}

const HTTP_MODULES = new Set(['requests', 'httpx']);
const VERBS = new Set(['get', 'post', 'put', 'patch', 'delete']);

/** `requests.post(url, json=body)` as `fetch(url, { method: 'POST', body: JSON.stringify(body) })`. */
function httpCall(
  { positional, keywords, range, callee }: Call,
  name: string | undefined,
): Expression | undefined {
  const [module = '', verb = ''] = name?.split('.') ?? [];
  if (!HTTP_MODULES.has(module) || callee.type !== 'MemberExpression') return undefined;
  const isRequest = verb === 'request';
  if (!isRequest && !VERBS.has(verb)) return undefined;
  const place = callee.property.range;
  const [method, url] = isRequest
    ? [positional[0] ?? valueOf(keywords, 'method'), positional[1] ?? valueOf(keywords, 'url')]
    : [literal(verb.toUpperCase(), place), positional[0] ?? valueOf(keywords, 'url')];
  if (!method || !url) return undefined;
  const json = valueOf(keywords, 'json');
  const body = json
    ? call(builtin('JSON.stringify', json.range), [json], json.range)
    : ['data', 'content', 'files'].map((key) => valueOf(keywords, key)).find((value) => value !== undefined);
  const headers = valueOf(keywords, 'headers');
  const options = [
    property(identifier('method', startOf(place)), method as Expression, place),
    ...(body ? [renamed('body', body, keywords)] : []),
    ...(headers ? [renamed('headers', headers, keywords)] : []),
  ];
  return call(
    identifier('fetch', place),
    [url, { ...objectOf(options, range), isKeywords: true } as TSESTree.ObjectExpression],
    range,
  );
}

/** A keyword argument under another name, which stands where it was written. */
function renamed(name: string, value: Expression, keywords: readonly ObjectMember[]): TSESTree.Property {
  const written = keywords.find(
    ({ range: [start, end] }) => start <= value.range[0] && value.range[1] <= end,
  );
  const range: Range = written?.range ?? value.range;
  return property(identifier(name, startOf(range)), value, range);
}
