/** As in package.json; a test compares them. */
export const NAME = 'eslint-plugin-openai-zdr';
export const VERSION = '0.1.0';
export const REPOSITORY = 'https://github.com/eslint-plugin-openai-zdr/eslint-plugin-openai-zdr';
/** Where to report defects. */
export const ISSUES = `${REPOSITORY}/issues`;
