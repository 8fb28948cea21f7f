import { defineConfig } from 'vitest/config'

/** The tests of one part (part.mjs), in one worker that loads each module once. */
export default defineConfig({
  test: {
    include: (process.env['MUTATION_TESTS'] ?? '').split(' ').map((pattern) => `**/${pattern}`),
    setupFiles: ['tests/mutation/setup.ts'],
    isolate: false,
    testTimeout: 60_000,
  },
})
