import plugin from '../index.js';
import { factsInFile, mayMatter, withDefects } from '../analysis/analyze-file.js';
import { unusedOverrides } from '../judgement/overrides.js';
import { librariesAsOf, policyAsOf, rowsDue } from '../policy/index.js';
import { readSettings } from '../settings/read.js';
import { ISSUES } from '../plugin/version.js';
import type { Checker } from './file-check.js';

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
  mayMatter: (text, settings, filename) => mayMatter(text, readSettings(settings), filename),
  unusedExceptions: (settings) =>
    unusedOverrides(readSettings(settings)).map(
      ({ kind, name, reason }) =>
        `The exception for ${kind} ${name} in the settings was not needed (${reason})`,
    ),
  analysed({ sourceCode, filename, settings }) {
    const { requests, unanalysed } = withDefects(
      factsInFile(sourceCode, filename, readSettings(settings)),
      sourceCode.ast,
    );
    return {
      requests: requests.filter(({ evidence }) => evidence === 'certain').length,
      unfinished: unanalysed.filter(({ cause }) => cause === 'work').length,
      defect: unanalysed.find(({ cause }) => cause === 'defect')?.error ?? null,
    };
  },
  issues: ISSUES,
};
