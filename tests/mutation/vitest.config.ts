import { defineConfig } from 'vitest/config'

/** The tests that every mutant meets: examples of the mutated files. Properties and runs of the whole tool are too slow for it. */
export default defineConfig({
  test: {
    include: [
      '**/tests/render/{redact,personal,secrets,national-ids,pages-kept}.test.ts',
      '**/tests/checks/{calendar,precedence,pages,quotes,relink}.test.ts',
    ],
    setupFiles: ['tests/mutation/setup.ts'],
    testTimeout: 60_000,
  },
})
