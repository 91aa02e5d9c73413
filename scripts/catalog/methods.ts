import ts from 'typescript';

import { declaredParameters, type DeclaredParameter } from './parameters.js';
import { aliased, type SdkSource } from './source.js';

/** One public method below the client, as the sources declare it. */
export interface DeclaredMethod {
  /** `beta.threads.runs.create` */
  readonly name: string;
  readonly symbol: ts.Symbol;
  /** The declaration with a body; overloads have none. */
  readonly implementation: ts.FunctionLikeDeclaration | undefined;
  readonly parameters: readonly DeclaredParameter[];
}

/** One object below the client that has methods: `beta.threads`. */
export interface DeclaredResource {
  readonly path: string;
  readonly file: string;
  readonly className: string;
}

/** What hangs on a client of this SDK. */
export interface DeclaredClient {
  readonly methods: readonly DeclaredMethod[];
  readonly resources: readonly DeclaredResource[];
  /** Methods of the client itself: `post`, `withOptions`. */
  readonly clientMethods: readonly string[];
}

/** Walks the exported class `OpenAI` of majors 4 and later, resource by resource. */
export function declaredClient(source: SdkSource): DeclaredClient {
  const { checker } = source;
  const client = source.exports.get('OpenAI')!;
  const clientClass = client.declarations!.find(ts.isClassLike)!;
  const methods: DeclaredMethod[] = [];
  const resources: DeclaredResource[] = [];
  const clientMethods: string[] = [];

  /** `parents` stops at classes that refer back to one that they hang on. */
  function walk(type: ts.Type, prefix: string, parents: readonly ts.ClassLikeDeclaration[]): void {
    for (const member of checker.getPropertiesOfType(type).filter(isPublic)) {
      const name = prefix + member.name;
      const memberType = checker.getTypeOfSymbolAtLocation(member, clientClass);
      if (memberType.getCallSignatures().length > 0) {
        if (prefix === '') clientMethods.push(name);
        else methods.push(declaredMethod(source, name, member));
        continue;
      }
      const resource = memberType.symbol?.declarations?.find(ts.isClassLike);
      if (!resource || parents.includes(resource) || !isResourceClass(checker, resource)) continue;
      resources.push({ path: name, file: source.fileOf(resource), className: resource.name!.text });
      walk(memberType, `${name}.`, [...parents, resource]);
    }
  }

  walk(checker.getDeclaredTypeOfSymbol(client), '', [clientClass]);
  return { methods, resources, clientMethods };
}

function declaredMethod(source: SdkSource, name: string, symbol: ts.Symbol): DeclaredMethod {
  const implementation = implementationOf(symbol);
  const declarations = (symbol.declarations ?? []).filter(ts.isMethodDeclaration);
  const overloads = declarations.filter((declaration) => !declaration.body);
  const signatures = overloads.length > 0 ? overloads : declarations;
  return { name, symbol, implementation, parameters: declaredParameters(source.checker, signatures) };
}

/** The function behind a method, a function, or a constant that holds one. */
export function implementationOf(symbol: ts.Symbol | undefined): ts.FunctionLikeDeclaration | undefined {
  for (const declaration of symbol?.declarations ?? []) {
    const isFunction = ts.isMethodDeclaration(declaration) || ts.isFunctionDeclaration(declaration);
    if (isFunction && declaration.body) return declaration;
    const holdsValue = ts.isPropertyDeclaration(declaration) || ts.isVariableDeclaration(declaration);
    const value = holdsValue ? declaration.initializer : undefined;
    if (value && (ts.isArrowFunction(value) || ts.isFunctionExpression(value))) return value;
  }
  return undefined;
}

function isPublic(member: ts.Symbol): boolean {
  const declaration = member.declarations?.[0];
  if (!declaration || /^(_|#)/.test(member.name)) return false;
  const hidden = ts.ModifierFlags.Private | ts.ModifierFlags.Protected;
  return (ts.getCombinedModifierFlags(declaration) & hidden) === 0;
}

/** Does the class extend `APIResource`, directly or not? */
export function isResourceClass(checker: ts.TypeChecker, declaration: ts.ClassLikeDeclaration): boolean {
  if (declaration.name?.text === 'APIResource') return true;
  const parent = superclass(checker, declaration);
  return parent !== undefined && isResourceClass(checker, parent);
}

function superclass(
  checker: ts.TypeChecker,
  declaration: ts.ClassLikeDeclaration,
): ts.ClassLikeDeclaration | undefined {
  const extension = declaration.heritageClauses?.find(({ token }) => token === ts.SyntaxKind.ExtendsKeyword);
  const symbol = extension && checker.getSymbolAtLocation(extension.types[0]!.expression);
  return symbol && aliased(checker, symbol).declarations?.find(ts.isClassLike);
}
