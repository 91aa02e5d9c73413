import type { TSESTree } from '@typescript-eslint/utils';
import { visitorKeys } from '@typescript-eslint/visitor-keys';
import { onDemand } from '../../util/lazy-require.js';
import { completeTree, lineStarts, positionAt, type ParsedFile, type ParseFailure } from '../parsed-file.js';
import { lowerPython } from './lower.js';

const scopes = onDemand<typeof import('@typescript-eslint/scope-manager')>(
  '@typescript-eslint/scope-manager',
);

const TOO_DEEP: ParseFailure = {
  ok: false,
  message: 'The code is nested too deep to be parsed',
  line: 1,
  column: 1,
};

/**
 * Parses Python, with the scopes of what it is lowered to: names of functions are `var`, and imports are the module's.
 * Code with errors is read as far as it goes, so nothing but its depth makes a file unreadable.
 */
export function parsePython(text: string): ParsedFile | ParseFailure {
  try {
    const { program, comments } = lowerPython(text);
    const lines = lineStarts(text);
    completeTree(program, lines);
    for (const comment of comments)
      comment.loc = { start: positionAt(lines, comment.range[0]), end: positionAt(lines, comment.range[1]) };
    program.comments = comments as TSESTree.Comment[];
    const scopeManager = scopes().analyze(program, { sourceType: 'module', lib: [], jsxPragma: null });
    return { ok: true, ast: program, scopeManager, visitorKeys, comments: program.comments };
  } catch (error) {
    if (error instanceof RangeError) return TOO_DEEP;
    throw error;
  }
}
