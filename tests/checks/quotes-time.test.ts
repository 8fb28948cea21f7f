/** By itself, since how time grows says nothing of a mutant (tests/mutation). */
import { expect, test } from 'vitest'
import { findQuote, noteWords } from '../../src/checks/quote/find.ts'

test('many gaps in a long note take no time to speak of', () => {
  const long = noteWords('a '.repeat(4_000))
  const started = performance.now()
  expect(findQuote(`${'a [x] '.repeat(12)}b`, long, 1)).toBeNull()
  expect(performance.now() - started).toBeLessThan(5_000)
})
