import { defineConfig } from 'vitest/config'

/** `--mode long` (npm run test:long) kills and races ten times as often. */
export default defineConfig(({ mode }) => ({
  test: {
    dir: import.meta.dirname,
    include: ['**/*.test.ts'],
    testTimeout: 120_000,
    hookTimeout: 240_000,
    // No absolute path, so nothing is remembered from one test to the next.
    env: { PERSONAS_CACHE_DIR: 'none', ...(mode === 'long' && { PERSONAS_LONG: '1' }) },
    coverage: {
      provider: 'v8',
      reporter: ['text-summary', 'json-summary'],
      reportsDirectory: 'coverage',
      include: ['src/**/*.ts'],
      // Compiled to WebAssembly, which is tested as such; types alone.
      exclude: ['src/tagging/encoder/kernel/**', 'src/types.ts', 'src/index.ts'],
    },
  },
}))
