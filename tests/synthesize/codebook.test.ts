/** The codebook as people write and merge it: what is read, what is refused with a reason, and themes that live on as aliases. */
import { describe, expect, test } from 'vitest'
import {
  openDocument,
  parseCodebook,
  styleOf,
  takenIds,
  themesOf,
  withMerges,
  writeCodebook,
} from '../../src/synthesize/codebook.ts'
import type { CodebookTheme } from '../../src/types.ts'

const theme = (id: string, more: Partial<CodebookTheme> = {}): CodebookTheme => ({
  id,
  name: id,
  tag: 'objection',
  aliases: [],
  keywords: [],
  ...more,
})

describe('a theme that was merged', () => {
  test('lives on in the one that has its id as an alias, with its words, its pin and its statements', () => {
    const merged = withMerges([
      theme('price', { aliases: ['cost'], keywords: ['dear'] }),
      theme('cost', { name: 'Cost', keywords: ['expensive', 'dear'], pinned: true, statements: ['0123456789abcdef'] }),
      theme('size'),
    ])
    expect(merged.map(({ id }) => id)).toEqual(['price', 'size'])
    expect(merged[0]).toMatchObject({ keywords: ['dear', 'expensive'], pinned: true, statements: ['0123456789abcdef'] })
    expect(merged[0]?.aliases).toEqual(expect.arrayContaining(['cost']))
  })

  test('over two steps ends where the last one leads', () => {
    const chain = [
      theme('a', { aliases: ['b'] }),
      theme('b', { aliases: ['c'], keywords: ['x'] }),
      theme('c', { keywords: ['y'] }),
    ]
    expect(withMerges(chain)).toMatchObject([{ id: 'a', keywords: ['x', 'y'] }])
  })

  test('of two that claim each other the first one stays; another tag is no merge', () => {
    expect(withMerges([theme('a', { aliases: ['b'] }), theme('b', { aliases: ['a'] })]).map(({ id }) => id)).toEqual([
      'a',
    ])
    const apart = [theme('a', { aliases: ['b'] }), theme('b', { tag: 'job' })]
    expect(withMerges(apart)).toEqual(apart)
  })

  test('keeps its id, and so does every alias', () => {
    expect(takenIds([theme('a', { aliases: ['b', 'c d'] })])).toEqual(new Set(['a', 'b', 'c d']))
  })
})

describe('a codebook that can not be used', () => {
  test.each([
    ['no YAML', 'themes: [', /./],
    ['aliases without end', `a: &a [x]\nb: &b [${'*a,'.repeat(60)}]\nthemes: [${'*b,'.repeat(60)}]`, /alias/i],
    ['a theme without a name', 'version: 1\nthemes:\n  - id: a\n    tag: objection', /themes\.0\.name/],
    ['one of a newer version', 'version: 2\nthemes: []', /it has format v2, and this personas knows v1/],
  ])('%s: says why, and is not written', (_, text, reason) => {
    const read = parseCodebook(text)
    expect('error' in read ? read.error : '').toMatch(reason)
    expect(writeCodebook(text, [theme('a')])).toBe(text)
  })
})

describe('a codebook that is written', () => {
  const read = (text: string) => {
    const codebook = parseCodebook(text)
    if ('error' in codebook) throw new Error(codebook.error)
    return codebook.themes.map(({ id }) => id)
  }

  test.each([
    ['empty', ''],
    ['a list alone', '- id: a\n  name: A\n  tag: objection\n'],
    ['without a list', 'version: 1\n'],
    ['with an empty list', 'version: 1\nthemes: []\n'],
    ['on one line', 'version: 1\nthemes: [{id: a, name: A, tag: objection}]\n'],
    ['with its themes first', 'themes:\n  - id: a\n    name: A\n    tag: objection\nversion: 1\n'],
    ['without a version', 'themes:\n  - id: a\n    name: A\n    tag: objection\n'],
    ['without a last line end', 'version: 1\nthemes:\n  - id: a\n    name: A\n    tag: objection'],
    ['with CRLF', 'version: 1\r\nthemes:\r\n  - id: a\r\n    name: A\r\n    tag: objection\r\n'],
  ])('%s: the new theme is in it behind the old ones, and writing again changes nothing', (_, text) => {
    const written = writeCodebook(text, [theme('z')])
    expect(read(written)).toEqual([...read(text), 'z'])
    expect(written.includes('\r\n')).toBe(text.includes('\r\n'))
    expect(/(?<!\r)\n/.test(written)).toBe(!text.includes('\r\n'))
    expect(writeCodebook(written, [theme('z')])).toBe(written)
  })

  test('comments and the indentation of people stay', () => {
    const text = '# ours\nversion: 1\nthemes:\n    # first\n    - id: a\n      name: A\n      tag: objection\n'
    expect(writeCodebook(text, [theme('z')]).startsWith(text)).toBe(true)
    expect(styleOf(text)).toMatchObject({ indent: 4, indentSeq: true })
    expect(styleOf('themes:\n- id: a\n')).toMatchObject({ indent: 2, indentSeq: false })
    expect(styleOf('')).toMatchObject({ indent: 2, indentSeq: true })
  })

  test('a document of another shape becomes one of this version', () => {
    expect(openDocument('- id: a\n').toJS()).toEqual({ version: 1, themes: [{ id: 'a' }] })
    expect(openDocument('themes: []\n').toJS()).toEqual({ version: 1, themes: [] })
    expect(openDocument('version: 0\nthemes: []\n').toJS()).toEqual({ version: 1, themes: [] })
    expect(openDocument('just words\n').toJS()).toEqual({ version: 1, themes: [] })
    const document = openDocument('version: 1\n')
    expect(themesOf(document).items).toEqual([])
    expect(document.toJS()).toEqual({ version: 1, themes: [] })
  })
})
