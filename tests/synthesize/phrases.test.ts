import fc from 'fast-check'
import { expect, test } from 'vitest'
import { wordCount } from '../../src/synthesize/phrases.ts'

test('words are counted as a text is cut at white space of any kind', () => {
  const piece = fc.constantFrom('a', 'nine-to-five', '€', ' ', '  ', '\n', '\t\r', '\u00A0', '\u2009', '\uFEFF', '\0')
  fc.assert(
    fc.property(fc.array(piece), (pieces) => {
      const text = pieces.join('')
      expect(wordCount(text)).toBe(text.split(/\s+/).length)
    }),
  )
})
