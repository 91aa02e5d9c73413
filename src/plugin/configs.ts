import type { ESLint, Linter } from 'eslint';
import type { Rule, RuleDocs } from './create-rule.js';
import type { PresetName } from './preset-name.js';

export const NAMESPACE = 'openai-zdr';

/** The presets, computed from what each rule says of itself. Only those for Python have `files`: for the others the
 * user's own config decides that. */
export function presets(
  plugin: ESLint.Plugin,
  rules: Readonly<Record<string, Rule>>,
): Record<PresetName, Linter.Config> {
  const preset = (
    name: PresetName,
    entryOf: (docs: RuleDocs) => Linter.RuleEntry | 'off',
  ): Linter.Config => ({
    name: `${NAMESPACE}/${name}`,
    plugins: { [NAMESPACE]: plugin },
    rules: Object.fromEntries(
      Object.entries(rules).flatMap(([rule, { meta }]) => {
        const entry = entryOf(meta.docs!);
        return entry === 'off' ? [] : [[`${NAMESPACE}/${rule}`, entry]];
      }),
    ),
  });
  const recommended = preset('recommended', (docs) => docs.recommended as Linter.RuleEntry);
  const strict = preset('strict', (docs) => docs.strict as Linter.RuleEntry);
  return {
    recommended,
    strict,
    'recommended-type-checked': typeChecked(recommended),
    'strict-type-checked': typeChecked(strict),
    python: {
      ...recommended,
      name: `${NAMESPACE}/python`,
      // The second is what a fence of Markdown is called that says `python`.
      files: ['**/*.py', '**/*.md/*.python'],
      language: `${NAMESPACE}/python`,
    },
    // What it takes out is Python, for which the preset before has the rules.
    notebook: {
      name: `${NAMESPACE}/notebook`,
      plugins: { [NAMESPACE]: plugin },
      files: ['**/*.ipynb'],
      processor: `${NAMESPACE}/notebook`,
    },
    all: preset('all', (docs) => (docs.strict === 'off' ? 'error' : (docs.strict as Linter.RuleEntry))),
  };
}

/** The same rules, which also ask TypeScript's program about receivers that nothing else can place. */
function typeChecked(preset: Linter.Config): Linter.Config {
  return {
    ...preset,
    name: `${preset.name}-type-checked`,
    settings: { [NAMESPACE]: { typeEvidence: true } },
  };
}
