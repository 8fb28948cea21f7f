/** A quote on a page: who is named as its source, where its link leads, and what of it is left out. */
import { describe, expect, test } from 'vitest'
import type { ConfigAsWritten } from '../../src/config.ts'
import { quoting } from '../../src/render/quote.ts'
import { attribute } from '../../src/synthesize/attribute.ts'
import type { NoteRecord, PersonRecord } from '../../src/types.ts'
import { config, note, type Said } from '../synthesize/notes.ts'

interface Call {
  head?: Partial<NoteRecord>
  file?: string
  person?: Partial<PersonRecord>
  said?: Partial<Said>
  written?: ConfigAsWritten
}

const maria: Partial<PersonRecord> = { name: 'Maria Lopez', title: 'CFO' }
function quote({ head = {}, file = 'notes/a b.md', person = maria, said = {}, written = {} }: Call): string | null {
  const used = config(written)
  const statement = { text: 'It is too dear.', tag: 'objection' as const, speaker: 'Maria Lopez', ...said }
  const { notes, evidence } = attribute([note(file, head, [person], [statement])], used)
  return evidence[0] === undefined ? null : quoting(notes, used, '../').quote(evidence[0])
}

describe('the source', () => {
  test.each([
    ['a title', {}, ' — CFO, Acme, 2026-03-02, discovery · '],
    [
      'no day and no account',
      { head: { date: null, account: null } },
      ' — CFO, account unknown, no date, discovery · ',
    ],
    ['the name, where names may stand', { written: { names: true } }, ' — Maria Lopez, CFO, Acme, '],
  ])('%s', (_, call: Call, source) => {
    expect(quote(call)).toContain(source)
  })

  test('no consent, no quote', () => {
    expect(quote({ head: { consent: false } })).toBeNull()
    expect(quote({ head: { consent: true } })).toContain('too dear')
  })
})

describe('the link', () => {
  test.each([
    ['github', '[line 10](../notes/a%20b.md?plain=1#L10 "'],
    ['gitlab', '[line 10](../notes/a%20b.md#L10 "'],
    ['plain', '[line 10](../notes/a%20b.md "'],
  ] as const)('%s', (links, link) => {
    expect(quote({ written: { links } })).toContain(link)
  })

  test('standard input has no link', () => {
    expect(quote({ file: '-' })).toMatch(/ · line 10 of standard input$/)
  })
})

describe('the words', () => {
  const words = (text: string) => /^> “(.*)” — /.exec(quote({ said: { text } }) ?? '')?.[1]

  test.each([
    ['„Zu teuer für uns.“', 'Zu teuer für uns.'],
    ['“Too dear for us.”', 'Too dear for us.'],
    ['"Too dear for us."', 'Too dear for us.'],
    ['“Too dear for us', 'Too dear for us'],
    ['« Trop cher', 'Trop cher'],
    ['Too dear for us.”', 'Too dear for us.'],
    ['I call it “dear” here', 'I call it “dear” here'],
  ])('marks of a quotation that is all of it are taken off: %s', (text, shown) => {
    expect(words(text)?.trim()).toBe(shown)
  })

  test('a long quote ends with a sentence', () => {
    const sentence = 'It is far too dear for what it does to us.'
    const long = Array.from({ length: 20 }, () => sentence).join(' ')
    const shown = words(long) ?? ''
    expect(shown.length).toBeLessThanOrEqual(620)
    expect(shown.endsWith(`${sentence} \\[…\\]`)).toBe(true)
    // Where the first sentence is too long, it is all that stands there.
    const slow = `${'It is dear and '.repeat(60)}so we said no. Then we went.`
    expect(words(slow)?.endsWith('so we said no. \\[…\\]')).toBe(true)
  })

  test('a long text without a sentence stands whole up to a limit, and is no quote beyond', () => {
    const text = 'it is dear and '.repeat(100).trim()
    expect(words(text)).toBe(text)
    expect(quote({ said: { text: 'it is dear and '.repeat(300).trim() } })).toBeNull()
  })
})
