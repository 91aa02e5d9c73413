import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

/** Slow tests, of the package as it is published. */
export default defineConfig({
  test: {
    root: fileURLToPath(new URL('../..', import.meta.url)),
    include: ['test/integration/**/*.test.ts'],
    globalSetup: ['test/integration/pack.ts'],
    env: { OPENAI_ZDR_TODAY: '2026-11-27' },
    testTimeout: 120_000,
    hookTimeout: 300_000,
  },
});
