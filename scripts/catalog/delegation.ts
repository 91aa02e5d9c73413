import ts from 'typescript';

import { implementationOf, isResourceClass, type DeclaredMethod } from './methods.js';
import { aliased, enclosingClass, type SdkSource } from './source.js';

/** How a method gets its work done. */
export interface Delegation {
  /** It sends a request itself. */
  readonly sends: boolean;
  /** Other methods of the client that it calls, in the order of the code. */
  readonly calls: readonly string[];
}

/** Methods of the client, or in major 4.0 of the resource, that send a request. */
const SENDING_METHODS = new Set([
  'get',
  'post',
  'put',
  'patch',
  'delete',
  'request',
  'getAPIList',
  'requestAPIList',
]);

/** Classes that every request passes through; what they call says nothing about one method. */
const PLUMBING = new Set(['OpenAI', 'AzureOpenAI', 'APIClient', 'APIResource', 'APIPromise', 'Stream']);

/**
 * Finds out which methods are helpers, that is, reach the API through other methods of the client.
 *
 * Follows the calls in a method's body through functions and classes of the package until they end in another
 * method of the client or in a request.
 */
export function delegations(
  source: SdkSource,
  methods: readonly DeclaredMethod[],
): ReadonlyMap<string, Delegation> {
  const { checker } = source;
  const nameOf = new Map<ts.Node, string>();
  for (const { name, implementation } of methods) {
    if (implementation && !nameOf.has(implementation)) nameOf.set(implementation, name);
  }

  function follow(start: ts.FunctionLikeDeclaration): Delegation {
    const seen = new Set<ts.Node>([start]);
    const calls = new Set<string>();
    let sends = false;

    function enter(target: ts.FunctionLikeDeclaration | undefined): void {
      if (!target || seen.has(target) || !source.contains(target)) return;
      seen.add(target);
      const name = nameOf.get(target);
      if (name) calls.add(name);
      else if (!PLUMBING.has(enclosingClass(target)?.name?.text ?? '')) visit(target);
    }

    function visit(node: ts.Node): void {
      if (ts.isCallExpression(node)) {
        if (isRequest(checker, node)) sends = true;
        enter(implementationOf(symbolAt(checker, calleeName(node))));
      } else if (ts.isNewExpression(node)) {
        enter(constructorOf(symbolAt(checker, node.expression)));
      } else if (ts.isPropertyAccessExpression(node)) {
        // A method that is handed on: `retrieve.bind(this)`.
        enter(resourceMethod(checker, node));
      }
      ts.forEachChild(node, visit);
    }

    visit(start);
    return { sends, calls: [...calls] };
  }

  return new Map(
    methods.flatMap(({ name, implementation }) => (implementation ? [[name, follow(implementation)]] : [])),
  );
}

function symbolAt(checker: ts.TypeChecker, node: ts.Node): ts.Symbol | undefined {
  const symbol = checker.getSymbolAtLocation(node);
  return symbol && aliased(checker, symbol);
}

/** The node whose symbol is the called function. */
function calleeName(call: ts.CallExpression): ts.Node {
  const callee = ts.skipPartiallyEmittedExpressions(call.expression);
  return ts.isPropertyAccessExpression(callee) ? callee.name : callee;
}

/** Is this `client.post(…)`, or another of the methods that send? */
function isRequest(checker: ts.TypeChecker, call: ts.CallExpression): boolean {
  const name = calleeName(call);
  if (!SENDING_METHODS.has(name.getText())) return false;
  const declarations = symbolAt(checker, name)?.declarations ?? [];
  return declarations.some((node) => PLUMBING.has(enclosingClass(node)?.name?.text ?? ''));
}

function constructorOf(symbol: ts.Symbol | undefined): ts.ConstructorDeclaration | undefined {
  const declared = symbol?.declarations?.find(ts.isClassLike);
  // Constructing an error is not what a method is for.
  if (!declared || declared.name?.text.endsWith('Error')) return undefined;
  return declared.members.filter(ts.isConstructorDeclaration).find((member) => member.body);
}

function resourceMethod(
  checker: ts.TypeChecker,
  node: ts.PropertyAccessExpression,
): ts.FunctionLikeDeclaration | undefined {
  const target = implementationOf(symbolAt(checker, node.name));
  const owner = enclosingClass(target);
  return owner && isResourceClass(checker, owner) ? target : undefined;
}
