import fc from 'fast-check'
import { expect, test } from 'vitest'
import { answeredIn } from '../../src/synthesize/endings.ts'
import { neededByPages } from '../../src/synthesize/needed.ts'
import { SIDES, TAGS, type Evidence, type NoteAnalysis, type StatementRecord } from '../../src/types.ts'

const statement = fc.record({
  tag: fc.constantFrom(...TAGS),
  side: fc.constantFrom(...SIDES),
  speaker: fc.constantFrom(null, 'Maria Lopez', 'Jo Chen', 'Sam Okafor'),
  text: fc.constantFrom('We can do that for you.', 'I see.', 'What would it take?', 'It is settled, no concerns left.'),
})
const note = fc
  .array(statement, { maxLength: 40 })
  .map((all) =>
    all.map((one, at): StatementRecord => ({ file: 'a.md', line: at, digest: `${at}`, ...one }) as StatementRecord),
  )
const analysisOf = (statements: StatementRecord[]) => ({ note: { stage: 'demo' }, statements }) as NoteAnalysis

test('what is left out changes neither who spoke nor which objection was answered', () => {
  fc.assert(
    fc.property(note, (all) => {
      const needed = neededByPages(analysisOf(all))
      const signals = all.filter(({ tag }) => tag !== 'none')
      expect(needed.filter(({ tag }) => tag !== 'none')).toEqual(signals)
      const voices = (some: StatementRecord[]) => new Set(some.map(({ side, speaker }) => `${side} ${speaker}`))
      expect(voices(needed)).toEqual(voices(all))
      const answers = (some: StatementRecord[]) =>
        signals.map((one) => answeredIn([analysisOf(some)])({ statement: one } as Evidence))
      expect(answers(needed)).toEqual(answers(all))
      expect(neededByPages(analysisOf(needed))).toEqual(needed)
    }),
  )
})

test('of a long talk about nothing, one statement of each voice is left', () => {
  const talk = Array.from(
    { length: 30 },
    (_, at) => ({ tag: 'none', side: 'customer', speaker: at % 2 ? 'Jo' : null, text: 'Well.' }) as StatementRecord,
  )
  expect(neededByPages(analysisOf(talk))).toEqual(talk.slice(0, 2))
})
