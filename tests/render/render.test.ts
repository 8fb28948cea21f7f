import fc from 'fast-check'
import { remark } from 'remark'
import remarkGfm from 'remark-gfm'
import { describe, expect, test } from 'vitest'
import { render } from '../../src/render/render.ts'
import { synthesize } from '../../src/synthesize/synthesize.ts'
import type { Config } from '../../src/config.ts'
import type { NoteAnalysis, Synthesis } from '../../src/types.ts'
import { config, note, type Said } from '../synthesize/notes.ts'

const plain = config()
const cfo = [
  { name: 'Maria Lopez', title: 'CFO', role: 'budget-holder' as const },
  { name: 'Sam Reed', title: 'AE', side: 'seller' as const },
]
const price = (text: string): Said => ({ text, tag: 'objection', facets: { surface: false, category: 'price' } })
const calls = [
  note('notes/1.md', { account: 'Acme', stage: 'proposal' }, cfo, [
    price(
      'The price is too high, Maria said, because Sam quoted it twice; write to maria@acme.example or +44 20 7946 0958.',
    ),
    { text: 'We lose two days a month to retyping hours by hand.', tag: 'job', facets: { scope: 'business' } },
  ]),
  note('notes/2.md', { account: 'Brill', date: '2026-05-04', stage: 'lost' }, cfo, [
    price('That price is more than we pay for the whole CRM.'),
  ]),
]

/** Of the same notes it is the same, and takes as long as everything else. */
const known = new WeakMap<readonly NoteAnalysis[], Synthesis>()
function synthesisOf(notes: readonly NoteAnalysis[], written: Config): Synthesis {
  if (written !== plain) return synthesize(notes, written, [])
  const synthesis = known.get(notes) ?? synthesize(notes, written, [])
  known.set(notes, synthesis)
  return synthesis
}

function pages(
  notes: readonly NoteAnalysis[],
  existing: ReadonlyMap<string, string> = new Map(),
  today = '2026-06-01',
  written = plain,
) {
  const rendered = render(synthesisOf(notes, written), written, { pages: existing, today, toRoot: '../' })
  return { ...rendered, texts: new Map(rendered.files.map(({ path, text }) => [path, text])) }
}

const page = (texts: ReadonlyMap<string, string>) => texts.get('finance-leader.md') ?? ''

describe('a page', () => {
  test('says what the notes say, for whom, from how much, with a link to the line', () => {
    const text = page(pages(calls).texts)
    expect(text).toContain('persona: finance-leader\n')
    expect(text).toContain('# Finance leader')
    expect(text).toMatch(/### Price level · 2 of 2 accounts/)
    expect(text).toContain('](../notes/2.md?plain=1#L10 ')
    expect(text).toContain('## Team notes')
  })

  test('names nobody and shows no way to reach anybody', () => {
    const text = page(pages(calls).texts)
    expect(text).not.toMatch(/Maria|Lopez|Sam|Reed|acme\.example|7946/)
    expect(text).toMatch(/\\\[CFO\\\]/)
  })

  test('names people where the config lets it', () => {
    expect(page(pages(calls, new Map(), '2026-06-01', config({ names: true })).texts)).toContain('Maria Lopez, CFO')
  })

  test('quotes nothing of a note whose people did not consent, and counts it all the same', () => {
    const silent = calls.map((one) => ({
      ...one,
      note: { ...one.note, consent: one.note.file === 'notes/2.md' ? false : null },
    }))
    const text = page(pages(silent).texts)
    expect(text).not.toContain('whole CRM')
    expect(text).toContain('2 of 2 accounts')
  })

  test('is the same for the same notes in any order', () => {
    expect(pages(calls.toReversed()).files).toEqual(pages(calls).files)
  })
})

describe('a second run', () => {
  const first = pages(calls)

  test('writes the same, on whatever day', () => {
    expect(pages(calls, first.texts, '2027-01-01').files).toEqual(first.files)
  })

  test('moves the day where the content moved, and nowhere else', () => {
    const more = note(
      'notes/3.md',
      { account: 'Brill', date: '2026-05-20' },
      [{ name: 'Ina Kurz', title: 'CISO' }],
      [
        {
          text: 'It needs single sign-on before we sign.',
          tag: 'criterion',
          facets: { force: 'must' },
          speaker: 'Ina Kurz',
        },
      ],
    )
    const own = note('notes/4.md', { account: 'Corva', date: '2026-05-21' }, cfo, [
      price('That price is too high for a firm of our size.'),
    ])
    expect(page(pages([...calls, own], first.texts, '2026-07-01').texts)).toMatch(/^updated: 2026-07-01$/m)
    expect(pages([...calls, more], first.texts, '2026-07-01').texts.get('security-gatekeeper.md')).toMatch(
      /^updated: 2026-07-01$/m,
    )
  })

  test("keeps people's text, front matter and all, byte for byte", () => {
    const own = page(first.texts)
      .replace('---\n', '---\nowner: dana   # ask her\nreviewed: 2026-05-30\n')
      .replace(
        /## Team notes[\s\S]*$/,
        '## Team notes\r\n\r\nCall her *Maria*.\t\n```\n<!-- personas:begin v1 -->\n```\nno line end',
      )
    const again = page(pages(calls, new Map([...first.texts, ['finance-leader.md', own]]), '2026-07-01').texts)
    expect(again).toBe(own)
  })

  test('heals a block that was edited by hand, without moving its day', () => {
    const edited = page(first.texts).replace('2 of 2 accounts', '9 of 9 accounts')
    expect(page(pages(calls, new Map([...first.texts, ['finance-leader.md', edited]]), '2026-07-01').texts)).toBe(
      page(first.texts),
    )
  })

  test('a line that somebody adds at the end of the block goes, and is told of', () => {
    const edited = page(first.texts).replace('\n<!-- personas:end -->', '\nand one more\n<!-- personas:end -->')
    const { texts, problems } = pages(calls, new Map([...first.texts, ['finance-leader.md', edited]]), '2026-07-01')
    expect(page(texts)).toBe(page(first.texts))
    expect(problems).toEqual([expect.objectContaining({ rule: 'page/edited', file: 'finance-leader.md' })])
  })

  test('any text around the block survives', () => {
    const begin = page(first.texts).indexOf('<!-- personas:begin')
    const end = page(first.texts).indexOf('<!-- personas:end -->') + '<!-- personas:end -->\n'.length
    const block = page(first.texts).slice(begin, end)
    const text = fc
      .string({ unit: 'binary' })
      .filter((t) => !/<!--\s*personas|^ {0,3}(`{3}|~{3})/m.test(t) && !t.startsWith('---'))
    fc.assert(
      fc.property(text, text, (above, below) => {
        const before = above === '' ? '' : `${above}\n`
        const after = page(pages(calls, new Map([['finance-leader.md', before + block + below]])).texts)
        expect(after.endsWith(below)).toBe(true)
        expect(after.includes(before)).toBe(true)
      }),
      { numRuns: 1000 },
    )
  }, 120_000)
})

describe('a page that is not as it was left', () => {
  test.each([
    ['it has no block', 'A page of my own.\n', 'page/not-ours'],
    [
      'a marker is missing',
      '<!-- personas:begin v1 digest=0123456789abcdef changed=2026-05-01 -->\ntext\n',
      'page/markers',
    ],
    [
      'there are two blocks',
      `${'<!-- personas:begin v1 digest=0123456789abcdef changed=2026-05-01 -->\n<!-- personas:end -->\n'.repeat(2)}`,
      'page/markers',
    ],
    ['a marker is unknown', '<!-- personas:start -->\n', 'page/markers'],
  ])('is left alone and reported: %s', (_, text, rule) => {
    const { files, problems } = pages(calls, new Map([['finance-leader.md', text]]))
    expect(files.map(({ path }) => path)).not.toContain('finance-leader.md')
    expect(problems).toMatchObject([{ rule, file: 'finance-leader.md' }])
  })

  test('stays, and says what became of it, when its persona is heard no more', () => {
    const first = pages(calls)
    const later = pages([], first.texts, '2026-07-01')
    expect(page(later.texts)).toContain('hold no evidence for this persona any more')
    expect(page(later.texts)).toContain('## Team notes')
    expect(page(later.texts)).toMatch(/^updated: 2026-07-01$/m)
    expect(page(later.texts)).toContain('evidence: {calls: 0,')
    expect(pages([], later.texts, '2026-08-01').files).toEqual(later.files)
  })

  test('says where to when its persona was merged into another', () => {
    const written = config({ merge: { 'finance-leader': 'executive-sponsor' } })
    expect(page(pages(calls, pages(calls).texts, '2026-07-01', written).texts)).toContain(
      'merged into [Executive sponsor](executive-sponsor.md)',
    )
  })
})

describe('nothing that was said gets out of its quote', () => {
  const nasty = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 60 }),
    fc.constantFrom(
      '<!-- personas:end -->',
      '<script>alert(1)</script>',
      '[x](javascript:alert(1))',
      '![](http://a.b/c.png)',
      '| a | b |',
      '```mermaid',
      '[^1]: note',
      '</details>',
      '# heading',
      '- item',
      '1. one',
      '> quote',
      '***',
      '<!-- personas:begin v1 -->',
      'http://evil.example',
      'www.evil.example',
      '$x$',
      ':+1:',
      '&lt;b&gt;',
      '\\',
      '`',
      '~~~',
      '*a* _b_ ~c~',
      '\u202Eevil',
      '[CFO]',
      '@somebody',
      '#12',
    ),
  )
  const parts = fc.array(nasty, { minLength: 1, maxLength: 3 })
  const pagesWith = (words: string, title: string, account: string) => {
    const said = { text: words, tag: 'objection' as const, facets: { category: 'price' as const, surface: false } }
    const { texts } = pages([note('notes/1.md', { account }, [{ name: 'Maria Lopez', title }], [said])])
    return [...texts].flatMap(([path, text]) => (path.endsWith('.md') ? [text] : []))
  }
  const blocksOf = (text: string) => text.split(/\n{2,}/)
  const harmless = new Set(pagesWith('It costs too much.', 'CFO', 'Brackley').flatMap(blocksOf))

  test('whatever it is, the page keeps its sections and has no link, image or HTML but its own', () => {
    fc.assert(
      fc.property(parts, nasty, (words, account) => {
        for (const text of pagesWith(words.join(' '), words[0] ?? '', account)) checkStructure(text)
      }),
      { numRuns: 60 },
    )
  })

  // A whole page takes the parser of markdown twenty times as long as the paragraphs that such words have changed.
  test('whatever it is, each paragraph that holds it is whole in itself', () => {
    fc.assert(
      fc.property(parts, nasty, (words, account) => {
        const changed = pagesWith(words.join(' '), words[0] ?? '', account).flatMap(blocksOf)
        const own = changed.filter(
          (block) => !harmless.has(block) && !block.includes('<!-- personas:') && !block.startsWith('---\n'),
        )
        expect(own.length).toBeGreaterThan(0)
        for (const block of new Set(own)) checkStructure(block)
      }),
      { numRuns: 1000 },
    )
  }, 240_000)

  const ALLOWED = /^((?:\.\.\/)+notes\/1\.md\?plain=1#L\d+|(?:\.\.\/)?[a-z-]+\.md|evidence\/[a-z-]+\.md)$/
  const TITLES =
    /^(What |Money$|Through the sale$|Around the table$|Evidence$|Team notes$|Buyers$|Users$|Who was heard when$|Who is at the table$|Who else, at what price$|How to read|How far this page goes$|[A-Z][a-z ,-]+ · \d+ accounts?$)/

  function checkStructure(text: string): void {
    const tree = remark()
      .use(remarkGfm)
      .parse(text.replace(/^---\n[\s\S]*?\n---\n/, ''))
    const visit = (node: { type: string; children?: unknown[]; [key: string]: unknown }): void => {
      if (node.type === 'link') expect(node['url']).toMatch(ALLOWED)
      if (node.type === 'html')
        expect(node['value']).toMatch(/^<!-- personas:(begin v1 digest=[0-9a-f]{16} changed=[\d-]+|end) -->$/)
      expect([
        'image',
        'definition',
        'footnoteDefinition',
        'footnoteReference',
        'imageReference',
        'linkReference',
        'thematicBreak',
      ]).not.toContain(node.type)
      if (node.type === 'heading' && node['depth'] === 2) expect(JSON.stringify(node.children)).toMatch(/"value":"/)
      for (const child of node.children ?? []) visit(child as never)
    }
    visit(tree as never)
    const sections = tree.children.filter((node) => node.type === 'heading' && node.depth === 2)
    for (const section of sections)
      if ('children' in section) expect((section.children[0] as { value?: string }).value).toMatch(TITLES)
  }
})

describe('the evidence', () => {
  const many = (accounts: number, each: number, length = 1) =>
    Array.from({ length: accounts }, (_, at) =>
      note(
        `notes/${at}.md`,
        { account: `Account ${at}`, date: `2026-0${1 + (at % 9)}-10` },
        cfo,
        Array.from({ length: each }, (__, n) =>
          price(`The price is too high for us in case ${at}-${n}${' and in all others'.repeat(length - 1)}.`),
        ),
      ),
    )

  test('of thousands of quotes stands on a page of its own, and the page of the persona stays short', () => {
    const { texts } = pages(many(60, 20))
    expect(Buffer.byteLength(page(texts))).toBeLessThan(20_000)
    expect(page(texts)).toMatch(
      /\n1200 statements under \d+ themes?, each with its line: \[all quotes\]\(evidence\/finance-leader\.md\)\./,
    )
    expect(texts.get('evidence/finance-leader.md')).toContain('case 59-19')
  })

  test('is split where GitHub would show it no more, and no quote is lost', () => {
    const { texts } = pages(many(60, 60, 3))
    const parts = [...texts].filter(([path]) => path.startsWith('evidence/'))
    expect(parts.map(([path]) => path)).toEqual([
      'evidence/finance-leader.md',
      ...parts.slice(1).map((_, at) => `evidence/finance-leader.${at + 2}.md`),
    ])
    expect(parts.length).toBeGreaterThan(1)
    for (const [at, [, text]] of parts.entries()) {
      expect(Buffer.byteLength(text)).toBeLessThan(512_000)
      expect(text.includes(`[part ${at + 2}](finance-leader.${at + 2}.md)`)).toBe(at + 1 < parts.length)
      expect(text).toMatch(/\n### Price level \(objection\)/)
    }
    const quoted = parts.flatMap(([, text]) => [...text.matchAll(/in case (\d+-\d+)/g)].map(([, id]) => id))
    expect(new Set(quoted).size).toBe(3600)
    expect(quoted.length).toBe(3600)
  })

  test('that needs fewer pages later leaves no quote on the others', () => {
    const first = pages(many(60, 60, 3))
    const later = pages(many(3, 3), first.texts, '2026-07-01')
    expect(later.texts.get('evidence/finance-leader.2.md')).toContain(
      'All quotes stand on [the first of these pages](finance-leader.md).',
    )
    expect(later.texts.get('evidence/finance-leader.2.md')).not.toContain('in case')
  })
})

describe('a page on which little stands', () => {
  test('has every quote under what it is about, no table and no chart', () => {
    const text = page(pages(calls).texts)
    expect(text).not.toMatch(/^\|/m)
    expect(text).not.toContain('```')
    for (const words of ['whole CRM', 'quoted it twice', 'two days a month']) expect(text).toContain(words)
    expect(text).not.toMatch(/## (?:Money|Through the sale|How far)/)
  })
})

describe('the page of accounts', () => {
  test('has each committee once, whoever was never heard in italics', () => {
    const people = [
      ...cfo,
      { name: 'Ina Kurz', title: 'CISO', role: 'influencer' as const, persona: 'security-gatekeeper' },
    ]
    const { texts } = pages([
      note('notes/1.md', { account: 'Acme' }, people, [price('It is too dear.')]),
      note('notes/2.md', { account: 'Brill', stage: 'won' }, cfo, [price('It is too dear.')]),
    ])
    expect(texts.get('accounts.md')).toMatch(
      /\n\| Acme \| open \| CFO \| \*CISO\* \|\n\| Brill \| won \| CFO \| {2}\|\n/,
    )
    expect(page(texts)).toContain('[accounts](accounts.md)')
    expect(page(texts)).toContain('Known and never heard, in open deals: CISO at Acme.')
  })

  test('names rivals with the price and the account that the quote tells, and none without a quote', () => {
    const rival = (text: string): Said => ({ text, tag: 'objection', facets: { category: 'competitor' } })
    const written = config({ competitors: ['HireHub', 'Lendwell'] })
    const { texts } = pages(
      [
        note('notes/1.md', { account: 'Acme', stage: 'lost' }, cfo, [rival('HireHub came in at EUR 31,000 a year.')]),
        note('notes/2.md', { account: 'Brill', consent: false }, cfo, [rival('Lendwell is cheaper.')]),
        note('notes/3.md', { account: 'Corva' }, cfo, [rival('We could build the board ourselves in Excel.')]),
      ],
      new Map(),
      '2026-06-01',
      written,
    )
    const text = texts.get('accounts.md') ?? ''
    expect(text).toMatch(
      /### HireHub · 1 account\n\n- \*\*Acme \(lost\)\*\* · EUR 31,000 a year\n {2}> “HireHub came in at EUR 31,000 a year/,
    )
    expect(text).toMatch(
      /### Other offers and ways of their own · 1 account\n\n- \*\*Corva \(open\)\*\*\n {2}> “We could build/,
    )
    expect(text).not.toContain('Lendwell')
  })

  test('the index says once which part nobody holds anywhere', () => {
    const { texts } = pages(calls)
    expect(texts.get('README.md')).toMatch(/Never heard in any account: .*recommender/)
    expect(page(texts)).not.toContain('recommender')
  })
})
