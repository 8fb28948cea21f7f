import { defineConfig } from 'vitest/config'

/** The tests that every mutant meets: those of the mutated files, without those that run the whole tool, which are too slow for it. */
export default defineConfig({
  test: {
    include: [
      '**/tests/render/{redact,personal,secrets,national-ids,managed,settle,retired,anchor}.test.ts',
      '**/tests/checks/{calendar,precedence,pages,quotes,relink}.test.ts',
    ],
    setupFiles: ['tests/mutation/setup.ts'],
  },
})
