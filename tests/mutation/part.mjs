/** Mutation testing of what guards people's words, in three parts, each with the tests that every mutant of it meets. `npm run test:mutation`. */
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const place = join(tmpdir(), 'personas-mutation')

/**
 * @param {string} name of the part, and of its report
 * @param {string[]} mutate patterns of the files that are broken
 * @param {string[]} tests patterns of quick tests in process: examples, no runs of the whole tool, none that measures time
 */
export function part(name, mutate, tests) {
  // Read by vitest.config.ts, in another process.
  process.env.MUTATION_TESTS = tests.join(' ')
  return {
    packageManager: 'npm',
    testRunner: 'vitest',
    vitest: { configFile: 'tests/mutation/vitest.config.ts', related: false },
    mutate,
    coverageAnalysis: 'perTest',
    // Two cores, and the runs are short.
    concurrency: 2,
    // A loop without end costs this much each time; the slowest test takes a tenth of it.
    timeoutMS: 20_000,
    // Sandboxes and reports stay out of the tree.
    tempDirName: join(place, 'sandbox'),
    incrementalFile: join(place, `${name}.incremental.json`),
    // From the top: `coverage` alone would leave src/checks/coverage out, and every test that imports it.
    ignorePatterns: ['/dist', '/coverage', '/fixtures'],
    reporters: ['progress-append-only', 'clear-text', 'json'],
    clearTextReporter: { allowColor: false, allowEmojis: false, logTests: false },
    jsonReporter: { fileName: join(place, `${name}.json`) },
    checkers: [],
    disableTypeChecks: false,
    tsconfigFile: 'none.json',
    thresholds: { high: 90, low: 80, break: 80 },
  }
}
