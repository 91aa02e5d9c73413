import plugin from '../index.js';
import { factsInFile, mayMatter, withDefects } from '../analysis/analyze-file.js';
import { unusedOverrides } from '../judgement/overrides.js';
import { librariesAsOf, policyAsOf, rowsDue } from '../policy/index.js';
import { readSettings, type Settings } from '../settings/read.js';
import { ISSUES } from '../plugin/version.js';
import type { Facts } from '../facts/facts.js';
import { accountsAt, type Account } from '../judgement/account.js';
import { inventoryOf } from '../judgement/inventory.js';
import { Judge } from '../judgement/judge.js';
import { parseSource } from '../languages/parse-source.js';
import { isFailure, readNotebook, withoutMark } from '../languages/python/notebook/cells.js';
import { besideNotebook, isNotebook } from '../languages/python/notebook/place.js';
import { placesIn } from '../languages/python/notebook/processor.js';
import type { Checker, FileInventory, SharedSettings } from './file-check.js';

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
    return mayMatter(notebook.text, settings, `${filename}.py`);
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
  control: (settings) => readSettings(settings).control,
  issues: ISSUES,
};

function fileInventory(file: string, text: string, shared: SharedSettings): FileInventory {
  if (!isNotebook(file)) return inventoryOfText(file, file, text, readSettings(shared));
  const json = withoutMark(text);
  const notebook = readNotebook(json);
  if (!notebook) return { entries: [], failure: null };
  if (isFailure(notebook)) return { entries: [], failure: notebook.message };
  const { entries, failure } = inventoryOfText(`${file}.py`, file, notebook.text, readSettings(shared));
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
  if (!parsed.ok) return { entries: [], failure: `line ${parsed.line}: ${parsed.message}` };
  try {
    const facts = factsInFile({ ...parsed, text }, file, settings);
    const entries = inventoryOf({ facts, judge: new Judge(settings, name), ast: parsed.ast, text });
    return { entries, failure: failureIn(withDefects(facts, parsed.ast)) };
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
  const settings = readSettings(shared);
  const parsed = parseSource(text, file);
  if (!parsed.ok) throw new Error(`line ${parsed.line}: ${parsed.message}`);
  const facts = factsInFile({ ...parsed, text }, file, settings);
  return accountsAt({ facts, judge: new Judge(settings, file), ast: parsed.ast, text }, line);
}

function failureIn({ unanalysed }: Facts): string | null {
  const defect = unanalysed.find(({ cause }) => cause === 'defect');
  return defect ? defectOf(defect.error ?? '') : null;
}

function defectOf(error: string): string {
  return `not read because of a defect of this command (${error.split('\n')[0]}); report it with this file at ${ISSUES}`;
}
