/** Quotes that only moved get their links set; a page that somebody edited, or whose words are gone, is left alone. */
import { describe, expect, test } from 'vitest'
import { relink } from '../../src/checks/quote/relink.ts'
import type { Committed } from '../../src/checks/rule.ts'
import { blockDigest } from '../../src/render/managed.ts'
import { BLOCK, NOTE, NOTE_TEXT, QUOTE, committed, page, pageText, type PageAs } from './committed.ts'

const texts = (text: string, note = NOTE): Partial<Committed> => ({
  texts: new Map([[note, text]]),
  now: { ...committed().now, notes: new Map([[note, 'n2']]) },
})
const relinked = (parts: Partial<Committed>, as: PageAs = {}) =>
  relink(committed({ pages: [page(as)], ...parts }), new Map([['finance-leader.md', pageText(as)]]))

describe('quotes that moved', () => {
  test('to another line: the link follows, and everything else stays', () => {
    const below = '\n## Team notes\n'
    const block = BLOCK.map((line) => line.replaceAll('L3', 'L5').replace('line 3', 'line 5'))
    expect(relinked(texts(`\n\n${NOTE_TEXT}`), { below })).toEqual([
      {
        path: 'finance-leader.md',
        text: pageText({ block, below }),
        before: blockDigest(BLOCK),
        after: blockDigest(block),
        quotes: 1,
      },
    ])
  })

  test('to another file, in another folder too', () => {
    const moved = (file: string) =>
      relinked({ ...texts(NOTE_TEXT, file), renamed: new Map([[NOTE, file]]) }).map(({ text }) => text)
    expect(moved('notes/2026/b c.md')[0]).toContain('[line 3](../notes/2026/b%20c.md?plain=1#L3 "0123456789abcdef")')
    expect(moved('a.md')[0]).toContain('(../a.md?plain=1#L3 ')
    expect(moved('personas/a.md')[0]).toContain('(a.md?plain=1#L3 ')
    expect(moved('personas/x/a.md')[0]).toContain('(x/a.md?plain=1#L3 ')
  })

  test('that stand twice on the page are set twice and counted once', () => {
    const as = { block: [...BLOCK, '', `  ${QUOTE}`] }
    const pages = new Map([['finance-leader.md', blockDigest(as.block)]])
    const { lock } = committed()
    if (lock === null || 'error' in lock) throw new Error('no lock')
    const [one] = relinked({ ...texts(`\n${NOTE_TEXT}`), lock: { ...lock, pages } }, as)
    expect(one?.quotes).toBe(1)
    expect(one?.text.match(/\[line 4\]\(\.\.\/notes\/a\.md\?plain=1#L4 /g)).toHaveLength(2)
    expect(one?.text).not.toContain('#L3')
  })
})

describe('left as it is', () => {
  test('a page whose quotes stand where they stood', () => {
    expect(relinked(texts(`${NOTE_TEXT}More.\n`))).toEqual([])
    expect(relinked({})).toEqual([])
  })

  test('a quote whose words are gone', () => {
    expect(relinked(texts('Cheap.\n'))).toEqual([])
  })

  test('a page that somebody edited', () => {
    const as = { edit: (text: string) => text.replace('A buyer: CFO.', 'A buyer: boss.') }
    expect(relinked(texts(`\n${NOTE_TEXT}`), as)).toEqual([])
    expect(relinked({ ...texts(`\n${NOTE_TEXT}`), lock: null })).toEqual([])
  })

  test('a page with broken markers, or whose text is not at hand', () => {
    const as = { edit: (text: string) => text.replace('<!-- personas:end -->\n', '') }
    expect(relinked(texts(`\n${NOTE_TEXT}`), as)).toEqual([])
    expect(relink(committed(texts(`\n${NOTE_TEXT}`)), new Map())).toEqual([])
  })
})
