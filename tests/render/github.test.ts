/** Whatever stands in a note, the page that GitHub shows is whole: text is text, tables keep their columns, charts can be drawn. */
import { readFileSync, readdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { quoting } from '../../src/render/quote.ts'
import { render } from '../../src/render/render.ts'
import { synthesize } from '../../src/synthesize/synthesize.ts'
import type { Evidence, NoteAnalysis } from '../../src/types.ts'
import { config, note, type Said } from '../synthesize/notes.ts'
import { chartFault, show } from './github.ts'

const HOSTILE = [
  'a | b | c',
  '| --- | --- |',
  '`code` and ```js fence```',
  '```mermaid graph TD; a-->b```',
  '%%{init: {"theme": "dark"}}%% graph TD',
  '<script>alert(1)</script> <b>bold</b>',
  '<img src=x onerror=alert(1)>',
  '<!-- personas:end -->',
  '--> <!-- and on it goes',
  '[click](javascript:alert(1)) ![x](https://evil.example/x.png)',
  '[a]: https://evil.example "x"',
  '<https://evil.example> see https://evil.example/a_b_c or www.evil.example',
  'a footnote[^1] and [^1]: its text',
  '👩‍🚀 🇩🇪 works 👍🏽 fine :+1:',
  'המחיר גבוה מדי, he said, \u202Eand that backwards\u202C',
  'السعر مرتفع جدا',
  '# heading',
  '- [ ] a task',
  '1. one',
  '> quote in a quote',
  '~~gone~~ **bold** _it_ $x^2$ \\| \\',
  '&lt;b&gt; &amp; &#60; &nbsp;',
  '***',
  'x\u0000y\u200Bz\uFEFF',
  '</details></blockquote></td>',
  '[CFO] said [x] to [[y]]',
]

const HREF = /^(?:(?:\.\.\/)+notes\/1\.md\?plain=1#L\d+|(?:\.\.\/)?[a-z0-9-]+\.md|evidence\/[a-z0-9-]+(?:\.\d+)?\.md)$/
const ZERO_WIDTH = /[\p{Cc}\p{Cs}\u200B\u200E\u200F\u202A-\u202E\u2060-\u2069\uFEFF]/gu

function pagesOf(notes: readonly NoteAnalysis[], written = config()): [string, string][] {
  const { files } = render(synthesize(notes, written, []), written, {
    pages: new Map(),
    today: '2026-06-01',
    toRoot: '../',
  })
  return files.filter(({ path }) => path.endsWith('.md')).map(({ path, text }) => [path, text])
}

const SIGNALS = ['objection', 'job', 'criterion', 'budget'] as const
const sayings = (text: string): Said[] =>
  SIGNALS.map((tag) => ({ text: `It is about ${tag}: ${text}`, tag, facets: { surface: false } }))

function evidenceOf({ note, people, statements }: NoteAnalysis): Evidence {
  return { note, person: people[0] ?? null, statement: statements[0]!, account: note.account ?? '' }
}

function expectWhole(page: string): void {
  const shown = show(page)
  expect(shown.faults).toEqual([])
  for (const href of shown.links) expect(href).toMatch(HREF)
  for (const quote of shown.quotes) expect(quote).toMatchObject({ blocks: 1, links: [{}] })
}

describe('on GitHub', () => {
  test.each(HOSTILE)('%j in quotes, titles, accounts, industries and names breaks no page', async (text) => {
    const people = ['CFO', 'CEO', 'CISO'].map((title) => ({ name: `Maria ${title}`, title: `${title} ${text}` }))
    const said = people.flatMap(({ name }) => sayings(text).map((one) => ({ ...one, speaker: name })))
    const calls = [`Acme ${text}`, 'Brill', 'Corva'].flatMap((account) =>
      (['demo', 'negotiation'] as const).map((stage) => ({ account, industry: text, stage })),
    )
    const notes = calls.map((head) => note('notes/1.md', head, people, said))
    const written = config({
      personas: [{ id: 'finance-leader', name: `Finance ${text}`, kind: 'buyer', titles: ['cfo'] }],
    })
    const pages = pagesOf(notes, written)
    expect(pages.length).toBeGreaterThan(1)
    for (const [, page] of pages) {
      expectWhole(page)
      for (const chart of show(page).charts) expect(await chartFault(chart)).toBeNull()
    }
    const charts = pages.flatMap(([, page]) => show(page).charts)
    // A title that says CFO as well is one.
    expect(charts.length > 0 || text.includes('CFO')).toBe(true)
  })

  test.each(HOSTILE)('%j reads as it was said', (text) => {
    const one = note('notes/1.md', {}, [{ title: 'CFO' }], [{ text: `“So” ${text} she said`, tag: 'job' }])
    const words = quoting([one], config(), '../')
    const evidence = evidenceOf(one)
    const said = words.cite(evidence)?.words.replace(/\s+/gu, ' ').replace(ZERO_WIDTH, '')
    const [shown] = show(`before\n\n${words.quote(evidence)}\n\nafter\n`).quotes
    expect(shown?.text.replace(ZERO_WIDTH, '')).toContain(said)
  })

  test('any quote is one safe block', () => {
    const part = fc.oneof(
      fc.constantFrom(...HOSTILE),
      fc.constantFrom(...'<>[]()!`*_~|\\#@:&;-=+.$^"\'{}%\n\t ', '\r\n', '    ', '\u2028'),
      fc.string({ unit: 'binary', maxLength: 20 }),
      fc.string({ unit: 'grapheme', maxLength: 20 }),
    )
    fc.assert(
      fc.property(fc.array(part, { maxLength: 12 }), part, part, (parts, title, account) => {
        const said: Said[] = [{ text: parts.join(''), tag: 'objection' }]
        const one = note('notes/1.md', { account }, [{ title }], said)
        const words = quoting([one], config(), '../')
        const quote = words.quote(evidenceOf(one))
        expect(quote).not.toBeNull()
        const shown = show(`before\n\n${quote}\n\nafter\n`)
        expect(shown.faults).toEqual([])
        expect(shown.quotes).toMatchObject([{ blocks: 1, links: [{ title: one.statements[0]?.digest }] }])
        expect(shown.html).toMatch(/^<p>before<\/p>\n<blockquote>[\s\S]*<\/blockquote>\n<p>after<\/p>\n?$/)
      }),
      { numRuns: 1000 },
    )
  }, 120_000)
})

describe('the pages of Acme on GitHub', () => {
  const home = resolve(import.meta.dirname, '../../fixtures/acme/personas')
  const names = readdirSync(home).filter((name) => name.endsWith('.md'))

  test.each(names)('%s is whole, and its charts can be drawn', async (name) => {
    const shown = show(readFileSync(join(home, name), 'utf8'))
    expect(shown.faults).toEqual([])
    expect(shown.quotes.length).toBeGreaterThan(10)
    expect(shown.charts.length).toBeGreaterThan(0)
    for (const chart of shown.charts) expect(await chartFault(chart)).toBeNull()
  })

  test('a chart that could not be drawn would be seen', async () => {
    expect(await chartFault('xychart-beta\n  bar [1, 2')).not.toBeNull()
    expect(await chartFault('flowchart LR\n  a -->')).not.toBeNull()
  })

  test('a page that is broken would be seen', () => {
    expect(show('| a | b |\n| --- | --- |\n| 1 | 2 | 3 |\n').faults).toHaveLength(1)
    expect(show('<b>x</b>\n').faults).not.toEqual([])
    expect(show('![x](y.png)\n').faults).toEqual(['<img>'])
  })
})
