import fc from 'fast-check'
import { expect, test } from 'vitest'
import { WordFinder } from '../../src/render/word-finder.ts'

const letters = ['a', 'n', 'é', 'ß', 'ł', '\u0301', '名', '\u{1D41A}', 'ana', 'nan']
const signs = [' ', '.', '’', '\n', '1', '_', '\u{1F600}', '\uD835', '\uDC1A', '']
const word = fc.string({ unit: fc.constantFrom(...letters), minLength: 1, maxLength: 4 })
const text = fc.string({ unit: fc.constantFrom(...letters, ...signs), maxLength: 40 })

test('finds what a pattern of words finds that is on the list, and the word before it', () => {
  fc.assert(
    fc.property(fc.array(word, { maxLength: 5 }), text, (list, read) => {
      const all = read.match(/[\p{L}\p{M}]+/gu) ?? []
      const expected = all.flatMap((one, at) => (list.includes(one) ? [{ word: one, before: all[at - 1] ?? '' }] : []))
      expect(new WordFinder(list).in(read)).toEqual(expected)
    }),
    { numRuns: 1000 },
  )
})
