/** Mutation testing of what guards people's words: redaction, managed sections, checks. `npm run test:mutation`. */
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const place = join(tmpdir(), 'personas-mutation')

export default {
  packageManager: 'npm',
  testRunner: 'vitest',
  vitest: { configFile: 'tests/mutation/vitest.config.ts' },
  mutate: ['src/render/{managed,settle,retired,anchor,redact,secrets,national-ids,personal}.ts', 'src/checks/**/*.ts'],
  coverageAnalysis: 'perTest',
  // Two cores, and the runs are short.
  concurrency: 2,
  timeoutMS: 60_000,
  // Sandboxes and reports stay out of the tree.
  tempDirName: join(place, 'sandbox'),
  ignorePatterns: ['dist', 'coverage', 'fixtures/training', 'fixtures/dev', 'fixtures/no-sale', 'fixtures/acme/out'],
  reporters: ['progress-append-only', 'clear-text', 'json'],
  clearTextReporter: { allowColor: false, allowEmojis: false, logTests: false },
  jsonReporter: { fileName: join(place, 'mutation.json') },
  checkers: [],
  disableTypeChecks: false,
  tsconfigFile: 'none.json',
  thresholds: { high: 90, low: 80, break: 80 },
}
