import type { Variable } from '@typescript-eslint/scope-manager';
import type { TSESTree } from '@typescript-eslint/utils';
import { isFunction, outermost, type Node } from '../syntax/nodes.js';
import type { SourceModule } from '../syntax/source-module.js';
import { append } from '../../util/append.js';

/** What leads from the answer of an HTTP library to its body: `response.json()`, `response.data`. */
const LEADS_TO_BODY = new Set(['body', 'data', 'json', '_data']);

/** Names of one answer that are followed: `response`, `data`, and what they are handed on to. */
const MAX_NAMES = 12;

/** `const response = await …create(…); … response.id`: something later refers to the stored response. */
export function isResultIdRead(call: Node, unit: SourceModule): boolean {
  const places: Node[] = [call];
  const seen = new Set<Node | Variable>();
  while (places.length > 0 && seen.size < MAX_NAMES) {
    const place = places.pop()!;
    if (seen.has(place)) continue;
    seen.add(place);
    const next = usesOf(place, unit);
    if (next === 'id') return true;
    append(places, next);
  }
  return false;
}

/** Where the answer that an expression is goes from there; `id` when its id is read. */
function usesOf(expression: Node, unit: SourceModule): 'id' | readonly Node[] {
  let result = outermost(expression);
  while (result.parent?.type === 'AwaitExpression') result = outermost(result.parent);
  const holder = result.parent;
  // What a callback is handed.
  if (isFunction(holder) && holder.params.includes(result as never)) return usesOfName(result, unit);
  switch (holder?.type) {
    case 'MemberExpression':
      return holder.object === result ? usesOfMember(holder) : [];
    case 'VariableDeclarator':
      return holder.init === result ? usesOfName(holder.id, unit) : [];
    case 'AssignmentExpression':
      return holder.right === result ? usesOfName(holder.left, unit) : [];
    default:
      return [];
  }
}

function usesOfMember(member: TSESTree.MemberExpression): 'id' | readonly Node[] {
  const name = !member.computed && member.property.type === 'Identifier' ? member.property.name : undefined;
  if (name === undefined) return [];
  if (name === 'id') return 'id';
  const called = outermost(member).parent;
  const call = called?.type === 'CallExpression' && called.callee === outermost(member) ? called : null;
  if (LEADS_TO_BODY.has(name)) return [call ?? member];
  const callback = name === 'then' && call ? call.arguments[0] : undefined;
  // `.then((response) => response.json())` is the body, and so is what the callback is handed.
  return callback && isFunction(callback) ? [call!, ...callback.params] : [];
}

/** The uses of a name, or of the names that a pattern takes of the answer. */
function usesOfName(name: Node, unit: SourceModule): 'id' | readonly Node[] {
  if (name.type === 'ObjectPattern') {
    const taken = name.properties.flatMap((property) =>
      property.type === 'Property' && property.key.type === 'Identifier' ? [property] : [],
    );
    const keys = taken.map(({ key }) => (key as TSESTree.Identifier).name);
    if (keys.includes('id')) return 'id';
    const bodies = taken.filter((_property, i) => LEADS_TO_BODY.has(keys[i]!));
    const inside = bodies.map(({ value }) => usesOfName(value, unit));
    return inside.includes('id') ? 'id' : inside.flatMap((uses) => (uses === 'id' ? [] : uses));
  }
  if (name.type !== 'Identifier') return [];
  const references = unit.variable(name)?.references ?? [];
  return references.filter((reference) => reference.isRead()).map(({ identifier }) => identifier as Node);
}
