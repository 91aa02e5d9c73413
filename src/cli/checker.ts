import plugin from '../index.js';
import { factsInFile, mayMatter, withDefects } from '../analysis/analyze-file.js';
import { unusedOverrides } from '../judgement/overrides.js';
import { librariesAsOf, policyAsOf, rowsDue } from '../policy/index.js';
import { readSettings, type Settings } from '../settings/read.js';
import { ISSUES } from '../plugin/version.js';
import type { Facts } from '../facts/facts.js';
import { accountsAt, type Account } from '../judgement/account.js';
import { inventoryOf, type InventorySource } from '../judgement/inventory.js';
import { Judge } from '../judgement/judge.js';
import { isPython, parseSource } from '../languages/parse-source.js';
import type { ParsedFile, ParseFailure } from '../languages/parsed-file.js';
import { isFailure, readNotebook, withoutMark } from '../languages/python/notebook/cells.js';
import { besideNotebook, isNotebook, pythonFileOf } from '../languages/python/notebook/place.js';
import { unreadLibraries } from '../languages/python/unread-libraries.js';
import { placesIn } from '../languages/python/notebook/processor.js';
import type { Checker, FileInventory, SharedSettings } from './file-check.js';
import { defectIn } from './words.js';

/** The plugin, as the command runs it. */
export const checker: Checker = {
  plugin,
  presets: plugin.configs,
  version: plugin.meta.version,
  policyAsOf() {
    const { oldest, newest } = policyAsOf();
    return oldest === newest ? newest : `${newest} (oldest entry ${oldest})`;
  },
  librariesAsOf,
  due: () => rowsDue().map(({ id }) => id),
  mayMatter(text, shared, filename) {
    const settings = readSettings(shared);
    if (filename === undefined || !isNotebook(filename)) return mayMatter(text, settings, filename);
    const notebook = readNotebook(withoutMark(text));
    // A text that cannot be read is looked at, so that this is said.
    if (notebook === null || isFailure(notebook)) return notebook !== null;
    return mayMatter(notebook.text, settings, pythonFileOf(filename));
  },
  unusedExceptions: (settings) =>
    unusedOverrides(readSettings(settings)).map(
      ({ kind, name, reason }) =>
        `The exception for ${kind} ${name} in the settings was not needed (${reason})`,
    ),
  analysed({ sourceCode, filename, settings }) {
    const { requests, unanalysed } = withDefects(
      factsInFile(sourceCode, besideNotebook(filename), readSettings(settings)),
      sourceCode.ast,
    );
    return {
      requests: requests.filter(({ evidence }) => evidence === 'certain').length,
      unfinished: unanalysed.filter(({ cause }) => cause === 'work').length,
      defect: unanalysed.find(({ cause }) => cause === 'defect')?.error ?? null,
    };
  },
  inventory: fileInventory,
  accounts: accountsInFile,
  unread: (file, text) => (isPython(file) || isNotebook(file) ? unreadLibraries(text, file) : []),
  control: (settings) => readSettings(settings).control,
  issues: ISSUES,
};

function fileInventory(file: string, text: string, shared: SharedSettings): FileInventory {
  if (!isNotebook(file)) return inventoryOfText(file, file, text, readSettings(shared));
  const json = withoutMark(text);
  const notebook = readNotebook(json);
  if (!notebook) return { entries: [], failure: null };
  if (isFailure(notebook)) return { entries: [], failure: notebook.message };
  const { entries, failure } = inventoryOfText(pythonFileOf(file), file, notebook.text, readSettings(shared));
  const placeOf = placesIn({ json, notebook });
  return {
    entries: entries.map((entry) => {
      const { line, column } = placeOf(entry.line, entry.column);
      return { ...entry, line, column };
    }),
    failure,
  };
}

/** @param name of the file as the settings know it */
function inventoryOfText(file: string, name: string, text: string, settings: Settings): FileInventory {
  if (!mayMatter(text, settings, file)) return { entries: [], failure: null };
  const parsed = parseSource(text, file);
  if (!parsed.ok) return { entries: [], failure: failureText(parsed) };
  try {
    const source = judged(parsed, file, name, text, settings);
    return { entries: inventoryOf(source), failure: failureIn(withDefects(source.facts, parsed.ast)) };
  } catch (error) {
    return { entries: [], failure: defectOf((error as Error).message) };
  }
}

function accountsInFile(
  file: string,
  text: string,
  line: number,
  shared: SharedSettings,
): readonly Account[] {
  const parsed = parseSource(text, file);
  if (!parsed.ok) throw new Error(failureText(parsed));
  return accountsAt(judged(parsed, file, file, text, readSettings(shared)), line);
}

function judged(
  parsed: ParsedFile,
  file: string,
  name: string,
  text: string,
  settings: Settings,
): InventorySource {
  const facts = factsInFile({ ...parsed, text }, file, settings);
  return { facts, judge: new Judge(settings, name), ast: parsed.ast, text };
}

const failureText = ({ line, message }: ParseFailure): string => `line ${line}: ${message}`;

function failureIn({ unanalysed }: Facts): string | null {
  const defect = unanalysed.find(({ cause }) => cause === 'defect');
  return defect ? defectOf(defect.error ?? '') : null;
}

const defectOf = (error: string): string => defectIn(error, 'read', ISSUES);
