import { unwrap, type Node } from '../dataflow/syntax/nodes.js';
import type { SourceModule } from '../dataflow/syntax/source-module.js';
import { importBinding, startOfInitial } from './imports.js';
import { keyOf } from './keys.js';

/**
 * What containers, injectors and contexts of frameworks are asked for by a token: a text, a symbol, a class. Who asks and
 * who provides need not share a variable, so they are brought together by the token.
 */

/** Functions and methods that give what was provided under a token. */
const GIVES = new Set(['get', 'getContext', 'getOrThrow', 'inject', 'resolve', 'resolveAsync']);

/** Functions and methods that take a token and what is provided under it. */
const PROVIDES = new Set([
  'constant',
  'factory',
  'instance',
  'provide',
  'provideService',
  'register',
  'registerInstance',
  'set',
  'setContext',
  'succeed',
  'value',
]);

/** Methods of what `bind(token)` gives. */
const BINDS = /^to(?:ConstantValue|DynamicValue|Factory|Instance|Value)?$/;

/** Keys of an object that says what is provided: `{ provide: ITEM, useValue: item }`. */
const PROVIDER_KEYS = new Set(['useClass', 'useFactory', 'useValue']);

/** Decorators that ask for what is provided under a token. */
const DECORATORS = new Set(['Inject', 'inject']);

/** A place that is given what is provided under a token. */
export interface Lookup {
  readonly token: Node | string;
  /** The call, or the parameter or field that is filled. */
  readonly place: Node;
}

/** The lookup that a node is; `null` for others. */
export function lookupAt(node: Node): Lookup | null {
  if (node.type === 'CallExpression') {
    if (lastNameOf(node.callee) === 'useLoaderData') return { token: 'loader', place: node };
    const [token] = node.arguments;
    if (!token || token.type === 'SpreadElement') return null;
    if (node.parent.type === 'Decorator') {
      const isAsked = DECORATORS.has(lastNameOf(node.callee) ?? '');
      return isAsked ? { token, place: node.parent.parent as Node } : null;
    }
    return GIVES.has(lastNameOf(node.callee) ?? '') ? { token, place: node } : null;
  }
  // `yield* Service` in a program of Effect's.
  if (node.type === 'YieldExpression' && node.delegate && node.argument?.type === 'Identifier')
    return { token: node.argument, place: node };
  return null;
}

/** The token under which a call provides one of its arguments; `null` where it does not. */
export function providedToken(call: Node, index: number): Node | null {
  if (call.type !== 'CallExpression') return null;
  const callee = unwrap(call.callee);
  const name = lastNameOf(callee) ?? '';
  const [first] = call.arguments;
  if (index === 1 && PROVIDES.has(name)) return first && first.type !== 'SpreadElement' ? first : null;
  if (index !== 0 || !BINDS.test(name) || callee.type !== 'MemberExpression') return null;
  const bound = unwrap(callee.object);
  if (bound.type !== 'CallExpression' || lastNameOf(bound.callee) !== 'bind') return null;
  const [token] = bound.arguments;
  return token && token.type !== 'SpreadElement' ? token : null;
}

/** The token of the object that says what is provided, where a key of it holds that; `null` for other keys. */
export function providerToken(object: Node, key: string | undefined): Node | null {
  if (object.type !== 'ObjectExpression' || !PROVIDER_KEYS.has(key ?? '')) return null;
  for (const member of object.properties) {
    if (member.type === 'Property' && keyOf(member.key, member.computed) === 'provide') return member.value;
  }
  return null;
}

export function isProviderKey(name: string): boolean {
  return PROVIDER_KEYS.has(name);
}

/** Frameworks whose objects hold what the project puts into them. */
const FRAMEWORKS =
  /^(?:@angular\/|@fastify\/|@nestjs\/|@remix-run\/|@trpc\/|awilix$|effect(?:$|\/)|express$|fastify$|hono(?:$|\/)|inversify$|jotai(?:$|\/)|koa$|lodash|(?:node:)?async_hooks$|react-router|svelte(?:$|\/)|tsyringe$|typedi$|zustand(?:$|\/))/;

export function isFramework(specifier: string): boolean {
  return FRAMEWORKS.test(specifier);
}

/** Does a name stand for something of a framework's, or for what the framework makes? */
export function isOfFramework(name: Node, unit: SourceModule): boolean {
  const start = startOfInitial(name, unit);
  const binding = start === name ? null : importBinding(start ?? name, unit);
  return binding !== null && isFramework(binding.source);
}

function lastNameOf(callee: Node): string | undefined {
  const node = unwrap(callee);
  if (node.type === 'Identifier') return node.name;
  return node.type === 'MemberExpression' ? keyOf(node.property, node.computed) : undefined;
}
