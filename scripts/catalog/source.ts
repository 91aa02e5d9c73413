import path from 'node:path';

import ts from 'typescript';

import type { SdkPackage } from './packages.js';

/** The TypeScript sources that an SDK package ships, type-checked. */
export interface SdkSource {
  readonly checker: ts.TypeChecker;
  /** Exports of the main module, by name. */
  readonly exports: ReadonlyMap<string, ts.Symbol>;
  /** Is this node part of the SDK, and not of a library or of the language? */
  contains(node: ts.Node): boolean;
  /** Path below the source folder, without extension: `resources/beta/threads/threads`. */
  fileOf(node: ts.Node): string;
}

/**
 * Opens the sources of an SDK. All majors publish them: 4 and later in `src/`, 3 beside its manifest. They
 * are preferred over the `.d.ts` files because they also say which method calls which.
 */
export function openSource(sdk: SdkPackage): SdkSource {
  const root = sdk.major < 4 ? sdk.directory : path.join(sdk.directory, 'src');
  const main = path.join(root, 'index.ts');
  const program = ts.createProgram({ rootNames: [main], options: compilerOptions(root) });
  const checker = program.getTypeChecker();
  const mainModule = checker.getSymbolAtLocation(program.getSourceFile(main)!)!;
  const exports = new Map(
    checker.getExportsOfModule(mainModule).map((symbol) => [symbol.name, aliased(checker, symbol)]),
  );
  return {
    checker,
    exports,
    contains: (node) => node.getSourceFile().fileName.startsWith(root + '/'),
    fileOf: (node) => path.posix.relative(root, node.getSourceFile().fileName).replace(/\.ts$/, ''),
  };
}

/** The symbol that an import or export stands for. */
export function aliased(checker: ts.TypeChecker, symbol: ts.Symbol): ts.Symbol {
  return symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol;
}

/** The class that a node is in. */
export function enclosingClass(node: ts.Node | undefined): ts.ClassLikeDeclaration | undefined {
  let current = node;
  while (current && !ts.isClassLike(current)) current = current.parent;
  return current;
}

function compilerOptions(root: string): ts.CompilerOptions {
  return {
    target: ts.ScriptTarget.ESNext,
    module: ts.ModuleKind.ESNext,
    moduleResolution: ts.ModuleResolutionKind.Bundler,
    lib: ['lib.esnext.d.ts', 'lib.dom.d.ts', 'lib.dom.iterable.d.ts'],
    types: [],
    strict: true,
    noEmit: true,
    skipLibCheck: true,
    // Major 4 imports itself by its package name.
    paths: { openai: [path.join(root, 'index.ts')], 'openai/*': [path.join(root, '*')] },
  };
}
