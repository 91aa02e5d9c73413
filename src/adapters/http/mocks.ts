import type { TSESTree } from '@typescript-eslint/utils';
import { isFunction, unwrap, type Node } from '../../dataflow/syntax/nodes.js';
import { calledName } from '../../dataflow/syntax/names.js';
import type { SourceModule } from '../../dataflow/syntax/source-module.js';

/** Packages that answer requests in place of the network. */
const INTERCEPTORS =
  /['"](?:nock|msw(?:\/\w+)?|fetch-mock(?:-jest)?|jest-fetch-mock|vitest-fetch-mock|axios-mock-adapter|moxios|@mswjs\/interceptors[\w/]*|undici-mock|@pollyjs\/core)['"]/;

const GLOBAL_OBJECTS = new Set(['globalThis', 'global', 'window', 'self']);

/** `vi.stubGlobal('fetch', …)`, `jest.spyOn(globalThis, 'fetch')`, `mock.method(globalThis, 'fetch')`. */
const REPLACES = new Set(['stubGlobal', 'spyOn', 'stub', 'method', 'replace']);
const REPLACED = new Set(['fetch', 'WebSocket', 'XMLHttpRequest']);

/** Does a test answer the requests of this file itself? Then nothing of them leaves the process. */
export function isMockedTraffic(unit: SourceModule): boolean {
  if (INTERCEPTORS.test(unit.source.text) || /\bMockAgent\b/.test(unit.source.text)) return true;
  const isReplaced = [...REPLACED].some((name) =>
    (unit.memberWrites.get(name) ?? []).some(({ object, value }) => isGlobal(object) && isMock(value, unit)),
  );
  return isReplaced || unit.calls.some((call) => call.type === 'CallExpression' && isReplacing(call));
}

function isReplacing({ callee, arguments: args }: TSESTree.CallExpression): boolean {
  if (callee.type !== 'MemberExpression' || !REPLACES.has(calledName(callee) ?? '')) return false;
  const names = args.slice(0, 2).flatMap((arg) => (arg.type === 'Literal' ? [String(arg.value)] : []));
  const isOfGlobal = calledName(callee) === 'stubGlobal' || (args[0] !== undefined && isGlobal(args[0]));
  return isOfGlobal && names.some((name) => REPLACED.has(name));
}

function isGlobal(node: Node): boolean {
  const object = unwrap(node);
  return object.type === 'Identifier' && GLOBAL_OBJECTS.has(object.name);
}

/** `vi.fn()`, or a function that answers without sending anything. */
function isMock(value: Node, unit: SourceModule): boolean {
  const node = unwrap(value);
  const text = unit.source.text.slice(...node.range);
  if (/^(?:vi|jest|sinon|mock)\./.test(text) || /mock|stub|fake/i.test(text.slice(0, 60))) return true;
  return isFunction(node) && !/\b(?:\w*fetch|request|axios|undici)\b\s*[(.]/i.test(text);
}
