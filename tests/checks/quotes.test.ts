import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { findQuote, noteWords } from '../../src/checks/quote/find.ts'

const NOTE = `# Demo

**Katrin Vogt:** We pay *900 EUR* a month, and [the old system](https://old.example/a_b) is
> slow. Write to Katrin Vogt at katrin@x.example.
- Why would I triple that?
- Why would I triple this?
`
const note = noteWords(NOTE)

describe('the words of a quote', () => {
  test.each([
    ['We pay 900 EUR a month, and the old system is slow.', 3],
    ['Write to [CFO] at [e-mail].', 4],
    ['Why would I triple that?', 5],
    ['the old system is slow. […]', 3],
    ['[CFO]', 3],
  ])('%s: line %i', (quote, line) => expect(findQuote(quote, note, 3)).toBe(line))

  test.each([
    'We pay 90 EUR a month, and the old system is slow.',
    'We pay 900 USD a month',
    'We do not pay 900 EUR a month',
  ])('%s: not there', (quote) => expect(findQuote(quote, note, 3)).toBeNull())

  test('a word more, less or another is not verbatim; a sign of the end alone is', () => {
    expect(findQuote('Why would I triple them?', note, 5)).toBeNull()
    expect(findQuote('Write to [CFO] at [e-mail] today.', note, 4)).toBeNull()
    expect(findQuote('Why would I triple that', note, 5)).toBe(5)
    expect(findQuote('Why would triple that?', note, 5)).toBeNull()
  })

  test('of two places the nearer one counts', () => {
    const twice = noteWords('Too dear.\n\n\n\n\nToo dear.\n')
    expect(findQuote('Too dear.', twice, 1)).toBe(1)
    expect(findQuote('Too dear.', twice, 5)).toBe(6)
  })

  test('a link behind an escaped backslash is one, behind an escape it is text', () => {
    expect(findQuote('shares on N\\a and b', noteWords('shares on N\\\\[a](x y) and b'), 1)).toBe(1)
    expect(findQuote('shares on a x y and b', noteWords('shares on \\[a](x y) and b'), 1)).toBe(1)
  })

  test('any run of words of a text is found where it stands, whatever comes before', () => {
    const word = fc.stringMatching(/^[a-z]{1,6}$/)
    fc.assert(
      fc.property(fc.array(word, { minLength: 1, maxLength: 12 }), fc.nat(9), (words, above) => {
        const text = `${'- x1y\n'.repeat(above)}${words.join(' ')}\n`
        expect(findQuote(words.join(' '), noteWords(text), above + 1)).toBe(above + 1)
        expect(findQuote(`${words.join(' ')} zzzzzzz`, noteWords(text), above + 1)).toBeNull()
      }),
    )
  })

  test('the nearest place counts, wherever the quote is looked for first', () => {
    const word = fc.constantFrom('a', 'b', 'c')
    const line = fc.array(word, { maxLength: 4 }).map((words) => words.join(' '))
    const quote = fc.array(fc.constantFrom('a', 'b', 'c', '[x]'), { minLength: 1, maxLength: 8 })
    fc.assert(
      fc.property(fc.array(line, { maxLength: 8 }), quote, fc.integer({ min: 0, max: 10 }), (lines, words, near) => {
        expect(findQuote(words.join(' '), noteWords(lines.join('\n')), near)).toBe(nearest(words, lines, near))
      }),
    )
  })
})

/** By a pattern over all words: a bracket is up to twelve of them. */
function nearest(quote: readonly string[], lines: readonly string[], near: number): number | null {
  const said = quote.join(' ').replace(/^(?:\[x\] ?)+|(?: ?\[x\])+$/g, '')
  if (said === '') return near
  const gap = (brackets: string) => `(?: \\w){0,${12 * brackets.split('x').length - 12}} `
  const pattern = new RegExp(`^${said.replace(/ ((?:\[x\] )+)/g, (_, brackets: string) => gap(brackets))}(?: |$)`)
  const words = lines.flatMap((text, at) => text.split(' ').map((word) => ({ word, line: at + 1 })))
  const spoken = words.filter(({ word }) => word !== '')
  const found = spoken.flatMap(({ line }, at) => {
    const rest = spoken.slice(at).map(({ word }) => word)
    return pattern.test(rest.join(' ')) ? [line] : []
  })
  return found.toSorted((a, b) => Math.abs(a - near) - Math.abs(b - near) || a - b)[0] ?? null
}
