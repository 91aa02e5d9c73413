/** What a rule says of itself, as Markdown. */
import type { PresetEntry, Rule } from '../../src/plugin/create-rule.js';
import { NAMESPACE } from '../../src/plugin/configs.js';
import { table } from './sections.js';

interface OptionSchema {
  readonly type: string;
  readonly description: string;
}

/** The JSON schema of each option of a rule. */
export function optionsOf(rule: Rule): Readonly<Record<string, OptionSchema>> {
  const [schema] = rule.meta.schema as unknown as [{ properties: Record<string, OptionSchema> }];
  return schema.properties;
}

/** Title, description, presets and fixes. */
export function header(name: string, rule: Rule): string {
  const { docs, fixable, hasSuggestions } = rule.meta;
  const remedies = [
    ...(fixable ? ['`--fix` repairs what is safe to repair.'] : []),
    ...(hasSuggestions ? ['Editors offer suggestions where a person has to look.'] : []),
  ];
  return [
    `# \`${NAMESPACE}/${name}\``,
    '',
    docs!.description,
    '',
    `- Enabled in: ${enabledIn(rule)}`,
    `- Fixes: ${remedies.join(' ') || 'none; what to write instead is a decision.'}`,
  ].join('\n');
}

/** The options of a rule with their defaults; empty for a rule without options. */
export function optionsTable(rule: Rule): string {
  const options = Object.entries(optionsOf(rule));
  const [defaults] = rule.defaultOptions as readonly [Readonly<Record<string, unknown>>];
  const strict = optionsIn(rule.meta.docs!.strict);
  return table(
    ['Option', 'Type', 'Default', 'In `strict`', 'What it does'],
    options.map(([name, { type, description }]) => [
      `[\`${name}\`](#${name.toLowerCase()})`,
      type,
      code(defaults[name]),
      code({ ...defaults, ...strict }[name]),
      description,
    ]),
  );
}

/** The table of the README. */
export function rulesTable(rules: Readonly<Record<string, Rule>>): string {
  return table(
    ['Rule', 'What it reports', 'Fix', '`recommended`', '`strict`'],
    Object.entries(rules).map(([name, { meta }]) => [
      `[\`${name}\`](docs/rules/${name}.md)`,
      meta.docs!.description,
      [...(meta.fixable ? ['fix'] : []), ...(meta.hasSuggestions ? ['suggestion'] : [])].join(', ') || '–',
      entryText(meta.docs!.recommended),
      entryText(meta.docs!.strict),
    ]),
  );
}

/** A config for oxlint, which knows no presets of plugins. */
export function oxlintConfig(rules: Readonly<Record<string, Rule>>): string {
  const config = {
    jsPlugins: ['eslint-plugin-openai-zdr'],
    rules: Object.fromEntries(
      Object.entries(rules).flatMap(([name, { meta }]) => {
        const { recommended } = meta.docs!;
        return recommended === 'off' ? [] : [[`${NAMESPACE}/${name}`, recommended]];
      }),
    ),
    settings: { [NAMESPACE]: { control: 'zdr' } },
  };
  return ['```json oxlint', JSON.stringify(config, null, 2), '```'].join('\n');
}

function enabledIn(rule: Rule): string {
  const { recommended, strict } = rule.meta.docs!;
  const presets = Object.entries({ recommended, strict }).filter(([, entry]) => entry !== 'off');
  if (presets.length === 0) return 'no preset except `all`';
  return presets.map(([name, entry]) => `\`${name}\` (${entryText(entry)})`).join(', ');
}

function entryText(entry: PresetEntry<object>): string {
  const options = Object.entries(optionsIn(entry)).map(
    ([name, value]) => `\`${name}: ${JSON.stringify(value)}\``,
  );
  const level = typeof entry === 'string' ? entry : entry[0];
  return options.length === 0 ? level : `${level} with ${options.join(', ')}`;
}

function optionsIn(entry: PresetEntry<object>): Readonly<Record<string, unknown>> {
  return typeof entry === 'string' ? {} : (entry[1] as Record<string, unknown>);
}

function code(value: unknown): string {
  return `\`${JSON.stringify(value)}\``;
}
