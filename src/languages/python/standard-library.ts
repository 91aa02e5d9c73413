/** Built-ins of Python, and functions of its standard library, as what the analysis knows. */
import type { TSESTree } from '@typescript-eslint/utils';
import {
  clientOptions,
  keywordsObject,
  startOf,
  valueOf,
  type Argument,
  type Call,
} from './call-arguments.js';
import { isResourceName, keyName } from './dialect.js';
import { environmentVariable, isEnvironment } from './expressions.js';
import {
  assignment,
  builtin,
  call,
  identifier,
  literal,
  logical,
  member,
  objectOf,
  spread,
  subscript,
  superExpression,
  unary,
  type Expression,
} from './nodes.js';

function isResource(node: Expression): boolean {
  const name = node.type === 'MemberExpression' ? node.property : node;
  return name.type === 'Identifier' && isResourceName(name.name);
}

/** The key that a method of a dictionary is asked for; a path or an address is none. */
function keyIn([first]: readonly Argument[]): Expression | undefined {
  const isKeyText =
    first?.type === 'Literal' && typeof first.value === 'string' && /^[\w.-]+$/.test(first.value);
  return isKeyText ? literal(keyName(String(first.value)), first.range, first.raw) : undefined;
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

/** `dict(more, key=value)` */
function dictionary({ positional, keywords, range, end }: Call): Expression {
  const spreads = positional.map((entry) =>
    entry.type === 'SpreadElement' ? entry : spread(entry, entry.range),
  );
  if (keywords.length === 0) return objectOf(spreads, range);
  const object = keywordsObject(keywords, end);
  return { ...object, properties: [...spreads, ...keywords] } as TSESTree.ObjectExpression;
}

/** `options.update(more, key=value)` */
function updated({ positional, keywords, range, end }: Call, object: Expression): Expression | undefined {
  if (positional.length > 1) return undefined;
  const sources = keywords.length > 0 ? [...positional, keywordsObject(keywords, end)] : positional;
  return sources.length > 0 ? call(builtin('Object.assign', range), [object, ...sources], range) : undefined;
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

/** Methods of dictionaries and lists. Whether the receiver is one is not known here: a resource of the API is none. */
export function methodCall(made: Call, callee: TSESTree.MemberExpression): Expression | undefined {
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

/** Built-in functions, and functions of the standard library, by the name under which they are called. */
export const FUNCTIONS = new Map<string, (made: Call) => Expression | undefined>([
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
