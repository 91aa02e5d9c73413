import type { TSESTree } from '@typescript-eslint/utils';
import type { HeaderEntry } from '../../facts/facts.js';
import { unwrap, type Node } from '../../dataflow/syntax/nodes.js';
import { calledName } from '../../dataflow/syntax/names.js';
import type { SourceModule } from '../../dataflow/syntax/source-module.js';
import { append } from '../../util/append.js';

/** Header names that carry OpenAI's name are evidence by themselves, wherever they stand. */
const OPENAI_HEADER = /^(?:x-)?openai-[\w-]+$/i;

/** Methods that put a header into a `Headers` object or a builder; the last two belong to servers. */
const SETTERS = new Set(['set', 'append', 'header', 'setHeader']);

/** Names that frameworks give to the response a server is writing. */
const OWN_RESPONSE = /^(?:res|resp|reply|response|ctx|c|nextResponse|NextResponse|Response)$/;

/** Header names of OpenAI's in tables and builders of headers, however far from a request. */
export function headerEntriesIn(unit: SourceModule): HeaderEntry[] {
  const found: HeaderEntry[] = [];
  for (const property of unit.properties) {
    const { key } = property;
    if (
      key.type !== 'Literal' ||
      typeof key.value !== 'string' ||
      property.parent.type !== 'ObjectExpression'
    )
      continue;
    if (OPENAI_HEADER.test(key.value) && !isEslintConfig(property) && !isOnOwnResponse(property)) {
      found.push({ name: key.value, node: key, value: constantText(property.value), property });
    }
  }
  for (const [name, writes] of unit.memberWrites) {
    if (!OPENAI_HEADER.test(name)) continue;
    for (const { assignment, value } of writes) {
      if (isResponseName(assignment.left)) continue;
      const { property } = assignment.left as TSESTree.MemberExpression;
      found.push({ name, node: property, value: constantText(value), property: null });
    }
  }
  for (const call of unit.calls) append(found, entriesOfCall(call));
  return found;
}

/** `plugins: { 'openai-zdr': plugin }`, `settings: { 'openai-zdr': { … } }`: the name of this plugin is no header there. */
function isEslintConfig({ key, value, parent }: TSESTree.Property): boolean {
  const { type } = unwrap(value as Node);
  if (type === 'ObjectExpression') return true;
  if (constantText(key) !== 'openai-zdr') return false;
  const holder = parent.parent.type === 'Property' ? parent.parent.key : null;
  const isInConfig = holder?.type === 'Identifier' && /^(?:settings|plugins)$/.test(holder.name);
  return isInConfig || type === 'Identifier' || type === 'MemberExpression';
}

/** `headers.set('X-OpenAI-…', value)` and `new Headers([['X-OpenAI-…', value]])`. */
function entriesOfCall(call: TSESTree.CallExpression | TSESTree.NewExpression): HeaderEntry[] {
  if (call.type === 'NewExpression') return pairsIn(call.arguments[0]);
  const callee = unwrap(call.callee);
  const name = calledName(callee);
  const [first, second] = call.arguments;
  if (callee.type !== 'MemberExpression' || !name || !SETTERS.has(name) || !first || !second) return [];
  const isServers = name === 'setHeader' || isResponseName(callee.object);
  return isServers ? [] : entryOf(first, second);
}

function pairsIn(list: Node | undefined): HeaderEntry[] {
  const array = list && unwrap(list);
  if (array?.type !== 'ArrayExpression') return [];
  return array.elements.flatMap((element) => {
    const pair = element && unwrap(element);
    if (pair?.type !== 'ArrayExpression') return [];
    const [name, value] = pair.elements;
    return name && value ? entryOf(name, value) : [];
  });
}

function entryOf(name: Node, value: Node): HeaderEntry[] {
  const text = constantText(name);
  if (text === undefined || !OPENAI_HEADER.test(text)) return [];
  return [{ name: text, node: name, value: constantText(value), property: null }];
}

/** The text of a constant that is written in place. */
export function constantText(node: Node): string | undefined {
  const value = unwrap(node);
  if (value.type === 'Literal') return String(value.value);
  if (value.type === 'TemplateLiteral' && value.expressions.length === 0)
    return value.quasis[0]!.value.cooked ?? undefined;
  return undefined;
}

/** `new Response(body, { headers: { … } })`, `res.set({ … })`: what a server sends is not sent to OpenAI. */
function isOnOwnResponse(property: TSESTree.Property): boolean {
  for (let up: Node | undefined = property.parent; up; up = up.parent) {
    if (up.type === 'CallExpression' || up.type === 'NewExpression') return isResponseName(up.callee);
    if (up.type.includes('Function') || up.type.endsWith('Statement')) return false;
  }
  return false;
}

/** Does a member chain start at, or pass through, something that is named like a server's response? */
function isResponseName(node: Node): boolean {
  let at: Node = unwrap(node);
  while (at.type === 'MemberExpression' || at.type === 'CallExpression') {
    at = unwrap(at.type === 'MemberExpression' ? at.object : at.callee);
  }
  return at.type === 'Identifier' && OWN_RESPONSE.test(at.name);
}
