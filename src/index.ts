/** The plugin: `import openaiZdr from 'eslint-plugin-openai-zdr'`. */
import type { ESLint, Linter } from 'eslint';
import { rules } from '../rules/index.js';
import { NAMESPACE, presets } from './plugin/configs.js';
import type { PresetName } from './plugin/preset-name.js';
import { pythonLanguage } from './languages/python/language.js';
import { notebookProcessor } from './languages/python/notebook/processor.js';
import { NAME, VERSION } from './plugin/version.js';

const plugin = {
  meta: { name: NAME, version: VERSION, namespace: NAMESPACE },
  rules: rules as unknown as NonNullable<ESLint.Plugin['rules']>,
  languages: { python: pythonLanguage as unknown as NonNullable<ESLint.Plugin['languages']>[string] },
  processors: { notebook: notebookProcessor as unknown as Linter.Processor },
  configs: {} as Record<PresetName, Linter.Config>,
};
Object.assign(plugin.configs, presets(plugin, rules));

export default plugin;

// `require('eslint-plugin-openai-zdr')` gives a CommonJS config the plugin itself.
export { plugin as 'module.exports' };
