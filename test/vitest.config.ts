import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    root: fileURLToPath(new URL('..', import.meta.url)),
    include: ['test/**/*.test.ts'],
    reporters: ['default', fileURLToPath(new URL('support/totals.ts', import.meta.url))],
    // Real processes and pseudo-terminals: generous, but a hang still fails.
    testTimeout: 60_000,
    hookTimeout: 120_000,
    // Tests that drive terminals share two cores with the rest.
    maxWorkers: 2,
  },
});
