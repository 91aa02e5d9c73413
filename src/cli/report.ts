import { ESLint, type Rule } from 'eslint';

/** Lends ESLint's reporters, which ask it about rules that it has not run itself. */
export class Reporter extends ESLint {
  readonly #plugin: ESLint.Plugin;

  constructor(plugin: ESLint.Plugin, cwd: string) {
    super({ cwd, overrideConfigFile: true });
    this.#plugin = plugin;
  }

  override getRulesMetaForResults(results: ESLint.LintResult[]): Record<string, Rule.RuleMetaData> {
    const metas: Record<string, Rule.RuleMetaData> = {};
    for (const { messages, suppressedMessages } of results) {
      for (const { ruleId } of [...messages, ...suppressedMessages]) {
        const rule = this.#plugin.rules?.[ruleId?.split('/')[1] ?? ''] as Rule.RuleModule | undefined;
        if (ruleId && rule?.meta) metas[ruleId] = rule.meta;
      }
    }
    return metas;
  }
}
