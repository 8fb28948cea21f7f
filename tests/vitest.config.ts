import { defineConfig } from 'vitest/config'

/** `--mode long` (npm run test:long) kills and races ten times as often. */
export default defineConfig(({ mode }) => ({
  test: {
    dir: import.meta.dirname,
    include: ['**/*.test.ts'],
    setupFiles: ['tests/setup.ts'],
    testTimeout: 120_000,
    hookTimeout: 240_000,
    // By itself one less than there are cores, which on two of them is one.
    maxWorkers: '100%',
    // No absolute path, so nothing is remembered from one test to the next.
    env: { PERSONAS_CACHE_DIR: 'none', ...(mode === 'long' && { PERSONAS_LONG: '1' }) },
    // `npm test` measures; a single file run by hand does not.
    coverage: {
      provider: 'v8',
      reporter: ['text-summary', 'json'],
      reportOnFailure: true,
      include: ['src/**/*.ts'],
      // AssemblyScript, which only runs as WebAssembly: tests/tagging/encoder.test.ts tests that.
      exclude: ['src/tagging/encoder/kernel/**'],
      thresholds: { lines: 95, branches: 90 },
    },
  },
}))
