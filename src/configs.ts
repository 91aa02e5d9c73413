import type { ESLint, Linter } from 'eslint';
import type { Rule, RuleDocs } from './create-rule.js';
import type { PresetName } from './preset-name.js';

export const NAMESPACE = 'openai-zdr';

/** The presets, computed from what each rule says of itself. None has `files`: the user's own config decides that. */
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
  return {
    recommended: preset('recommended', ({ recommended }) => recommended as Linter.RuleEntry),
    strict: preset('strict', ({ strict }) => strict as Linter.RuleEntry),
    all: preset('all', ({ strict }) => (strict === 'off' ? 'error' : (strict as Linter.RuleEntry))),
  };
}
