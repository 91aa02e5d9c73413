/**
 * The one code path for whatever we parse ourselves: the command's files and the modules that an import leads to. It
 * needs no TypeScript, so it works where none is installed, or one that cannot be loaded.
 */
import type { TSESTree } from '@typescript-eslint/utils';
import type { ParseResult } from 'oxc-parser';
import { onDemand } from '../../../util/lazy-require.js';
import { isNestedTooDeep } from './nesting.js';
import { visitorKeys } from '@typescript-eslint/visitor-keys';
import {
  completeTree,
  lineStarts,
  positionAt,
  type ParsedFile,
  type ParseFailure,
} from '../../parsed-file.js';

const parser = onDemand<typeof import('oxc-parser')>('oxc-parser');
const scopes = onDemand<typeof import('@typescript-eslint/scope-manager')>(
  '@typescript-eslint/scope-manager',
);

const languages = {
  js: 'jsx',
  mjs: 'jsx',
  cjs: 'jsx',
  jsx: 'jsx',
  ts: 'ts',
  mts: 'ts',
  cts: 'ts',
  tsx: 'tsx',
} as const;

type Extension = keyof typeof languages;

/** The extensions of the files that `parseFile` understands, without dot. */
export const extensions = Object.keys(languages) as Extension[];

/**
 * Parses a file's text. The language follows from the extension of `filename`; one that is not known counts as `.js`.
 * All offsets are those of `text` itself: a byte order mark counts. Never throws because of the text.
 */
export function parseFile(text: string, filename: string): ParsedFile | ParseFailure {
  const lines = lineStarts(text);
  const lang = languageOf(filename);
  try {
    if (isNestedTooDeep(text, lang)) return tooDeep;
    const { result, failure } = parseAsWhateverFits(text, filename, lang, lines);
    if (failure) return failure;
    const ast = result.program as unknown as TSESTree.Program;
    const comments = commentsOf(result, text, lines);
    completeTree(ast, lines);
    ast.comments = comments;
    // ESLint wants the list, and nothing that runs on this tree may read tokens.
    ast.tokens = [];
    const scopeManager = scopes().analyze(ast, { sourceType: 'module', lib: [], jsxPragma: null });
    return { ok: true, ast, scopeManager, visitorKeys, comments };
  } catch (error) {
    // The scope analysis recurses on the tree.
    if (error instanceof RangeError) return tooDeep;
    throw error;
  }
}

/** The same for ESLint: a value for `languageOptions.parser`. */
export const oxcParser = {
  meta: { name: 'openai-zdr/oxc-parser', version: '1' },
  parseForESLint(text: string, options?: { filePath?: string }) {
    const parsed = parseFile(text, options?.filePath ?? 'file.js');
    if (!parsed.ok) {
      const { message, line, column } = parsed;
      throw Object.assign(new SyntaxError(message), { lineNumber: line, column });
    }
    const { ast, scopeManager } = parsed;
    return { ast, scopeManager, visitorKeys, services: {} };
  },
};

const tooDeep: ParseFailure = {
  ok: false,
  message: 'The code is nested too deep to be parsed',
  line: 1,
  column: 1,
};

function languageOf(filename: string): 'jsx' | 'ts' | 'tsx' | 'dts' {
  if (/\.d\.[cm]?ts$/.test(filename)) return 'dts';
  const extension = /\.(\w+)$/.exec(filename)?.[1] ?? '';
  return Object.hasOwn(languages, extension) ? languages[extension as Extension] : 'jsx';
}

/**
 * A file says too little about how it will be run: `.js` may be a module (top-level `await`), a script (`with`) or
 * CommonJS (top-level `return`). So the parser decides by what it finds; if that has errors, CommonJS is tried.
 */
function parseAsWhateverFits(
  text: string,
  filename: string,
  lang: 'jsx' | 'ts' | 'tsx' | 'dts',
  lines: number[],
): { result: ParseResult; failure: ParseFailure | null } {
  const options = { lang, astType: 'ts', range: true, preserveParens: false } as const;
  const isModule = /\.m[jt]s$/.test(filename);
  const result = parser().parseSync(filename, text, {
    ...options,
    sourceType: isModule ? 'module' : 'unambiguous',
  });
  const error = lastError(result);
  if (!error) return { result, failure: null };
  if (!isModule) {
    const asCommonJs = parser().parseSync(filename, text, { ...options, sourceType: 'commonjs' });
    if (!lastError(asCommonJs)) return { result: asCommonJs, failure: null };
  }
  // The tree is empty when the parser gave up. Otherwise it is complete, and the error is one that only running the
  // code would meet (a `return` at the top of a module, a constant without value): no reason to leave a file unchecked.
  if (result.program.body.length > 0) return { result, failure: null };
  const { line, column } = positionAt(lines, error.labels[0]?.start ?? 0);
  return { result, failure: { ok: false, message: error.message, line, column: column + 1 } };
}

/** If the parser gave up, that is the reason; errors before it were ones it could live with. */
function lastError(result: ParseResult): ParseResult['errors'][number] | undefined {
  return result.errors.findLast((error) => error.severity === 'Error');
}

function commentsOf(result: ParseResult, text: string, lines: number[]): TSESTree.Comment[] {
  // The parser counts a hashbang as a comment. (ESLint hides it from us, and labels it itself.)
  const found = result.comments.filter(({ start }) => text[start] !== '#');
  return found.map(({ type, value, start, end }) => ({
    type: type as TSESTree.Comment['type'],
    value,
    range: [start, end],
    loc: { start: positionAt(lines, start), end: positionAt(lines, end) },
  })) as TSESTree.Comment[];
}
