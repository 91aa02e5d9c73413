import { extensions as javascriptExtensions, parseFile } from './javascript/parse/parse.js';
import type { ParsedFile, ParseFailure } from './parsed-file.js';
import { parsePython } from './python/parse.js';

/** The extensions of the files that are read, without dot. */
export const extensions: readonly string[] = [...javascriptExtensions, 'py'];

export function isPython(filename: string): boolean {
  return filename.endsWith('.py');
}

/** Parses a file's text by the extension of its name; one that is not known counts as `.js`. */
export function parseSource(text: string, filename: string): ParsedFile | ParseFailure {
  return isPython(filename) ? parsePython(text) : parseFile(text, filename);
}
