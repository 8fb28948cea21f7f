import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    dir: new URL('.', import.meta.url).pathname,
    include: ['**/*.test.ts'],
    testTimeout: 60_000,
  },
})
