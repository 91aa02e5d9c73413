/** As in package.json; a test compares them. */
export const NAME = 'eslint-plugin-openai-zdr';
export const VERSION = '0.1.0';
