// @ts-check
import js from '@eslint/js';
import { defineConfig, globalIgnores } from 'eslint/config';
import eslintPlugin from 'eslint-plugin-eslint-plugin';
// This package by its own name, as users load it: run `npm run build` first.
import openaiZdr from 'eslint-plugin-openai-zdr';
import tseslint from 'typescript-eslint';

/** What must not be loaded at run time; types cost nothing. */
const TYPES_ONLY = [
  {
    regex: '^(?:typescript|@typescript-eslint/(?:utils|parser|types|typescript-estree).*)$',
    allowTypeImports: true,
    message: 'It loads or needs TypeScript, which users may not have: import types only.',
  },
];

export default defineConfig(
  globalIgnores([
    'dist/',
    'coverage/',
    'docs/',
    'examples/',
    'test/**/fixtures/',
    'src/catalog/generated.ts',
  ]),
  js.configs.recommended,
  openaiZdr.configs.strict,
  { linterOptions: { reportUnusedDisableDirectives: 'error', reportUnusedInlineConfigs: 'error' } },
  {
    files: ['**/*.ts'],
    extends: [tseslint.configs.recommended],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      // `!` says that an index is in range, which the compiler option noUncheckedIndexedAccess cannot see.
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/no-this-alias': 'off', // A walk along a chain starts at `this`.
      '@typescript-eslint/no-unused-vars': 'off', // The compiler's noUnusedLocals and noUnusedParameters say it.
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': 'error',
      '@typescript-eslint/only-throw-error': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
    },
  },
  {
    files: ['{src,rules}/**'],
    rules: { '@typescript-eslint/no-restricted-imports': ['error', { patterns: TYPES_ONLY }] },
  },
  // The analysis calls itself in more ways than it follows: strict says of its calls that they are not analysed to the end.
  { files: ['src/**'], rules: { 'openai-zdr/no-unproven-request': 'off' } },
  // Sees rule modules only where they are written out, so mostly the tests: test/plugin.test.ts checks each rule's meta.
  {
    files: ['rules/**', 'src/plugin/create-rule.ts', 'test/rules/**'],
    extends: [eslintPlugin.configs.recommended],
  },
);
