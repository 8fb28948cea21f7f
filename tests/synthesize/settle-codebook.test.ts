import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parseCodebook } from '../../src/synthesize/codebook.ts'
import { settleCodebook } from '../../src/synthesize/settle-codebook.ts'

const conflict = (shared: string, ours: string, theirs: string, rest = '') =>
  `${shared}<<<<<<< HEAD\n${ours}=======\n${theirs}>>>>>>> theirs\n${rest}`
const HEAD = 'version: 1\nthemes:\n  - id: price\n    name: Price\n    tag: objection\n'
const theme = (id: string, more = '') => `  - id: ${id}\n    name: ${id.toUpperCase()}\n    tag: job\n${more}`
const themes = (text: string) => {
  const read = parseCodebook(text)
  if ('error' in read) throw new Error(read.error)
  return read.themes
}

describe('a codebook in conflict', () => {
  test('holds the themes of both sides, in the order of the first', () => {
    const text = settleCodebook(conflict(HEAD, theme('a'), theme('b') + theme('c')))
    expect(themes(text).map(({ id }) => id)).toEqual(['price', 'a', 'b', 'c'])
    expect(text.startsWith(HEAD)).toBe(true)
  })

  test('also where git took the last line of two new themes for a common one', () => {
    const text = conflict(HEAD, '  - id: a\n    name: A\n', '  - id: b\n    name: B\n', '    tag: job\n')
    expect(themes(settleCodebook(text))).toMatchObject([
      { id: 'price' },
      { id: 'a', tag: 'job' },
      { id: 'b', tag: 'job' },
    ])
  })

  test('of a theme that both have, all words stay; of two names the other becomes an alias', () => {
    const text = settleCodebook(
      conflict(
        `# ours to edit\n${HEAD}  - id: a\n`,
        '    name: Boats\n    tag: job\n    keywords: [boat, ship]\n',
        '    name: Ships\n    tag: job\n    aliases: [vessels]\n    keywords: [ship, ferry]\n',
      ),
    )
    expect(themes(text).at(-1)).toEqual({
      id: 'a',
      name: 'Boats',
      tag: 'job',
      aliases: ['Ships', 'vessels'],
      keywords: ['boat', 'ferry', 'ship'],
    })
    expect(text).toContain('# ours to edit\n')
  })

  test.each([
    ['one id for two kinds of things', conflict(HEAD, theme('a'), theme('a').replace('job', 'budget'))],
    ['a side that is no codebook', conflict(HEAD, theme('a'), '  - id: [\n')],
    ['a comment that would be lost', conflict(HEAD, theme('a'), `  # Dana's\n${theme('b')}`)],
    ['no conflict', HEAD],
  ])('%s: left byte for byte', (_, text) => {
    expect(settleCodebook(text)).toBe(text)
  })

  test('whatever both sides added, nothing is lost, and settling again changes nothing', () => {
    const ids = fc.uniqueArray(fc.stringMatching(/^[b-y]{1,4}$/), { maxLength: 5 })
    fc.assert(
      fc.property(ids, ids, (ours, theirs) => {
        const text = settleCodebook(
          conflict(HEAD, ours.map((id) => theme(id)).join(''), theirs.map((id) => theme(id)).join('')),
        )
        expect(themes(text).map(({ id }) => id)).toEqual([...new Set(['price', ...ours, ...theirs])])
        expect(settleCodebook(text)).toBe(text)
      }),
    )
  })
})
