import type { TSESTree } from '@typescript-eslint/utils';
import { startOf, valueOf, type Call } from './call-arguments.js';
import {
  builtin,
  call,
  identifier,
  literal,
  objectOf,
  property,
  type Expression,
  type ObjectMember,
  type Range,
} from './nodes.js';

const HTTP_MODULES = new Set(['requests', 'httpx']);
const VERBS = new Set(['get', 'post', 'put', 'patch', 'delete']);

/** `requests.post(url, json=body)` as `fetch(url, { method: 'POST', body: JSON.stringify(body) })`. */
export function httpCall(
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
export function renamed(
  name: string,
  value: Expression,
  keywords: readonly ObjectMember[],
): TSESTree.Property {
  const written = keywords.find(
    ({ range: [start, end] }) => start <= value.range[0] && value.range[1] <= end,
  );
  const range: Range = written?.range ?? value.range;
  return property(identifier(name, startOf(range)), value, range);
}
