/** The notes of Acme and the pages committed beside them. No test writes these pages: `personas ingest` does, and people look at the diff. */
import { cpSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readCommittedPage } from '../../src/checks/page.ts'
import { findQuote, noteWords } from '../../src/checks/quote/find.ts'
import { quotesOn } from '../../src/checks/quote/on-page.ts'
import { show, type Shown } from '../render/github.ts'
import { contents, personas, put, remove, temporary } from '../workbench.ts'

const ACME = resolve(import.meta.dirname, '../../fixtures/acme')
const GOLDEN = ['finance-leader.md', 'operations-leader.md']

/** Software that the tool takes for a person. */
const PRODUCTS = new Set(['Exact', 'Online', 'Entra'])

/** Without the markup of notes and with single spaces. */
function plainWords(text: string): string {
  return text
    .replace(/^[\s>]*(?:[-*+] (?:\[[ x]\] )?|\d+\. |#+ )?/gm, '')
    .replace(/[*`_\\]|~~/g, '')
    .replace(/\s+/g, ' ')
    .trim()
}

interface Found {
  name: string
  side: string
  title: string | null
}

describe('the pages of Acme', () => {
  let home: string
  let pages: Record<string, string>
  let known: Promise<Found[]> | undefined
  let rendered: Shown[] | undefined

  /** The pages as GitHub shows them. */
  const shown = () =>
    (rendered ??= Object.entries(pages).flatMap(([path, text]) => (path.endsWith('.md') ? [show(text)] : [])))
  const people = () =>
    (known ??= personas(home, ['people', 'notes', '--quiet']).then(({ stdout }) =>
      stdout
        .trimEnd()
        .split('\n')
        .map((line) => JSON.parse(line) as Found),
    ))

  beforeAll(async () => {
    home = temporary()
    cpSync(join(ACME, 'notes'), join(home, 'notes'), { recursive: true })
    cpSync(join(ACME, 'personas.config.json'), join(home, 'personas.config.json'))
    const ran = await personas(home, ['ingest', 'notes', '--now', '2026-11-18'])
    expect(ran.code).toBe(0)
    pages = contents(join(home, 'personas'))
  })

  afterAll(() => remove(home))

  test('there are at least six personas and an index', () => {
    expect(Object.keys(pages).filter((name) => /^[a-z-]+\.md$/.test(name)).length).toBeGreaterThanOrEqual(6)
    expect(pages['README.md']).toBeDefined()
  })

  test.each(GOLDEN)('%s is what is committed, byte for byte', (name) => {
    expect(pages[name]).toBe(readFileSync(join(ACME, 'personas', name), 'utf8'))
  })

  test('the order in which the notes are named changes no byte', async () => {
    const names = Object.keys(contents(join(home, 'notes'))).map((name) => `notes/${name}`)
    await personas(home, ['ingest', ...names.toReversed(), '--out', 'reversed', '--now', '2026-11-18'])
    expect(contents(join(home, 'reversed'))).toEqual(pages)
  })

  test('no e-mail address, no phone number and no name of a customer stands on a page', async () => {
    const names = (await people()).filter(
      ({ name, side, title }) => side === 'customer' && name.includes(' ') && title !== null,
    )
    const all = Object.entries(pages)
      .filter(([path]) => path.endsWith('.md') && !path.startsWith('.'))
      .map(([, text]) => text.replaceAll(/\]\([^)]*\)/g, ']'))
    // Who is found without a title may be a place; those with one are people.
    expect(names.length).toBeGreaterThan(40)
    for (const text of all) {
      expect(text).not.toMatch(/[\w.]+@[\w.]+\.\w+/)
      expect(text).not.toMatch(/\+\d{2}[ \d()/-]{7,}/)
      for (const { name } of names) expect(text).not.toContain(name)
    }
  })

  test('every quote is verbatim at its link, but for what is replaced in brackets', () => {
    const quotes = shown().flatMap((page) => page.quotes)
    expect(quotes.length).toBeGreaterThan(400)
    for (const { text, links } of quotes) {
      const [, path, line] = /([^/]+(?:\/archive)?\/[^/?]+\.md)\?plain=1#L(\d+)$/.exec(links[0]?.href ?? '') ?? []
      const note = readFileSync(join(home, decodeURIComponent(path ?? '')), 'utf8').split('\n')
      const there = plainWords(note.slice(Number(line) - 1, Number(line) + 12).join('\n'))
      // A page takes its own quotation marks, and cuts at the end of a sentence.
      const words = plainWords(/^(?:Noted: )?“?(.*?)”? — /su.exec(text)?.[1] ?? '').replace(/ \[…\]$/, '')
      let from = 0
      for (const piece of words.split(/\[[^\]]*\]/).map((part) => part.trim())) {
        const at = there.indexOf(piece, from)
        expect({ words, there, at }).toMatchObject({ at: expect.toSatisfy((place: number) => place >= 0) })
        from = at + piece.length
      }
    }
  })

  test('no word of a name that the notes give to a person stands on a page', async () => {
    const written = Object.values(contents(join(home, 'notes'))).flatMap((text) =>
      [...text.matchAll(/^\s*(?:- )?name\s*[:=]\s*"?([^"\n,]+)/gm)].map(([, name = '']) => name),
    )
    const capitals = (text: string) => text.match(/\p{Lu}\p{Ll}{2,}/gu) ?? []
    const names = new Set([...written, ...(await people()).map(({ name }) => name)].flatMap(capitals))
    const words = new Set(shown().flatMap(({ html }) => capitals(html.replaceAll(/<[^>]*>/g, ' '))))
    const sources = shown().flatMap(({ quotes }) => quotes.map(({ text }) => text.slice(text.lastIndexOf(' — '))))
    const ofAccounts = new Set(sources.flatMap((source) => capitals(/.*, (.*), \d{4}-/su.exec(source)?.[1] ?? '')))
    expect(names.size).toBeGreaterThan(100)
    expect([...names].filter((name) => words.has(name) && !ofAccounts.has(name) && !PRODUCTS.has(name))).toEqual([])
  })

  test('a note without consent gives no quote', async () => {
    const records = (await personas(home, ['tag', 'notes/2026-06-25-sahyadri-demo.md', '--quiet'])).stdout
      .trimEnd()
      .split('\n')
    const quotes = records
      .map((line) => JSON.parse(line) as { kind: string; text: string })
      .filter((record) => record.kind === 'statement')
    expect(quotes.length).toBeGreaterThan(5)
    const text = Object.values(pages).join('\n')
    expect(text).not.toContain('2026-06-25-sahyadri-demo.md?plain')
  })

  test('every quote is found in its note by its words, on the line that its link names', () => {
    let quotes = 0
    for (const [path, text] of Object.entries(pages)) {
      const page = path.endsWith('.md') ? readCommittedPage(path, text, 'personas/', true) : null
      if (page === null) continue
      for (const quote of quotesOn(page)) {
        quotes += 1
        const note = noteWords(readFileSync(join(home, quote.note), 'utf8'))
        expect([quote.text, findQuote(quote.text, note, quote.line)]).toEqual([quote.text, quote.line])
      }
    }
    expect(quotes).toBeGreaterThan(300)
  })

  test('the check finds no error', async () => {
    expect(await personas(home, ['check', '--now', '2026-11-18'])).toMatchObject({ code: 0 })
  })

  test('a broken note among them is named, and the pages of the others stand', async () => {
    put(home, 'notes/broken.md', '---\ndate: [\n---\n')
    const ran = await personas(home, ['ingest', 'notes', '--now', '2026-11-18'])
    expect(ran.code).toBe(1)
    expect(ran.stderr).toContain('notes/broken.md')
    expect(contents(join(home, 'personas'))['finance-leader.md']).toBe(pages['finance-leader.md'])
  })
})
