import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  aliasTheme,
  mergeThemes,
  pinTheme,
  renameTheme,
  splitTheme,
  themeNamed,
  unpinTheme,
  type Edited,
} from '../../src/synthesize/codebook-edits.ts'
import { parseCodebook, writeCodebook } from '../../src/synthesize/codebook.ts'
import { synthesize } from '../../src/synthesize/synthesize.ts'
import { match } from '../../src/synthesize/themes.ts'
import type { CodebookTheme, StatementRecord } from '../../src/types.ts'
import { folder, put } from '../workbench.ts'
import { config, note } from './notes.ts'

const BOOK = `# ours
version: 1
themes:
  # Dana, 3 May: keep
  - {id: price-level, name: "Price  level", tag: objection}   # the board's word
  - id: licence
    # found in May
    name: Drone licence
    tag: objection
    keywords: [drone licence] # both spellings?
  - {id: sso, name: SSO, tag: criterion, aliases: [single sign-on]}
`
const said = (text: string, tag: 'objection' | 'criterion' = 'objection'): StatementRecord =>
  note('notes/1.md', {}, [{}], [{ text, tag }]).statements[0]!
const dear = said('It is far too expensive for what it does.')
const licence = said('Our rates run stops if the drone licence lapses.')

function done(edited: Edited): { text: string; theme: CodebookTheme; themes: CodebookTheme[] } {
  if ('failure' in edited) throw new Error(`${edited.failure} ${JSON.stringify(edited.values)}`)
  const read = parseCodebook(edited.text)
  if ('error' in read) throw new Error(read.error)
  return { ...edited, themes: read.themes }
}

describe('rename', () => {
  test('changes the name and nothing else; the old one still finds the theme', () => {
    const { text, themes } = done(renameTheme(BOOK, 'price-level', 'They find us dear'))
    expect(text).toBe(
      BOOK.replace(
        'name: "Price  level", tag: objection}',
        'name: "They find us dear", tag: objection, aliases: ["Price  level"]}',
      )
        .replace('}   # the', '} # the')
        .replace('["Price  level"]', '[Price  level]'),
    )
    expect(themeNamed(themes, 'price  level')?.id).toBe('price-level')
    expect(match(dear, themes)).toBe('price-level')
  })

  test('a theme that is found by its name keeps its statements', () => {
    const book = 'themes:\n  - {id: tower, name: Church tower, tag: objection}\n'
    const { themes } = done(renameTheme(book, 'Church tower', 'Cranes sent twice'))
    expect(match(said('Two cranes went to one church tower.'), themes)).toBe('tower')
  })
})

describe('merge', () => {
  test('the statements of the one go to the other, whose line keeps the comments of both; the id lives on', () => {
    const { text, themes } = done(mergeThemes(BOOK, ['licence'], 'price-level'))
    expect(themes.map(({ id }) => id)).toEqual(['price-level', 'sso'])
    expect(match(licence, themes)).toBe('price-level')
    expect(match(dear, themes)).toBe('price-level')
    expect(themeNamed(themes, 'licence')?.id).toBe('price-level')
    for (const comment of [
      '# ours',
      '# Dana, 3 May: keep',
      "# the board's word",
      '# found in May',
      '# both spellings?',
    ])
      expect(text).toContain(comment)
  })

  test('an ingest after it opens the merged theme no more, and gives its id to no other', () => {
    const { themes } = done(mergeThemes(BOOK, ['price-level'], 'licence'))
    const again = synthesize([note('notes/1.md', {}, [{}], [{ text: dear.text, tag: 'objection' }])], config(), themes)
    expect(again.codebook).toEqual(themes)
    expect(again.themes.map(({ id }) => id)).toEqual(['licence'])
  })

  test.each([
    [['sso'], 'licence', 'themes-differ'],
    [['licence'], 'licence', 'merge-into-itself'],
    [['nowhere'], 'licence', 'no-such-theme'],
    [['licence'], 'nowhere', 'no-such-theme'],
  ])('%j into %s is refused: %s', (from, into, failure) => {
    expect(mergeThemes(BOOK, from, into)).toMatchObject({ failure })
  })
})

describe('split', () => {
  test('words or single statements go to a theme of their own, the rest stays', () => {
    const { theme, themes } = done(
      splitTheme(BOOK, 'price-level', 'Dear against the CRM', {
        keywords: ['whole CRM'],
        statements: [licence.digest],
      }),
    )
    expect(theme).toMatchObject({ id: 'dear-against-the-crm', tag: 'objection' })
    expect(match(said('That price is more than we pay for the whole CRM.'), themes)).toBe('dear-against-the-crm')
    expect(match(licence, themes)).toBe('dear-against-the-crm')
    expect(match(dear, themes)).toBe('price-level')
  })

  test('the new id is none that a theme has or had', () => {
    const merged = done(mergeThemes(BOOK, ['licence'], 'price-level')).text
    const { theme } = done(splitTheme(merged, 'price-level', 'Licence', { keywords: ['drone'], statements: [] }))
    expect(theme.id).toBe('licence-2')
  })

  test('without a word on what goes, it is refused', () => {
    expect(splitTheme(BOOK, 'sso', 'Log-in', { keywords: [' '], statements: [] })).toMatchObject({
      failure: 'empty-split',
    })
  })
})

describe('alias', () => {
  test('is another word for the theme, not another theme', () => {
    expect(themeNamed(done(aliasTheme(BOOK, 'sso', ['log-in'])).themes, 'Log-In')?.id).toBe('sso')
    expect(aliasTheme(BOOK, 'sso', ['licence'])).toMatchObject({ failure: 'alias-taken', values: { theme: 'licence' } })
  })
})

describe('pin', () => {
  test('keeps a theme and its statements, whatever words others get later', () => {
    const { text } = done(pinTheme(BOOK, 'price-level', [dear.digest, licence.digest]))
    const later = parseCodebook(
      text.replace('themes:', 'themes:\n  - {id: value, name: Value, tag: objection, keywords: [what it does, drone]}'),
    )
    const themes = 'themes' in later ? later.themes : []
    expect(match(dear, themes)).toBe('price-level')
    expect(match(licence, themes)).toBe('price-level')
    expect(match(said('The drone is not ours.'), themes)).toBe('value')
  })

  test('is taken back', () => {
    const pinned = done(pinTheme(BOOK, 'sso', ['0123456789012345'])).text
    expect(parseCodebook(done(unpinTheme(pinned, 'sso')).text)).toEqual(parseCodebook(BOOK))
  })
})

describe('the format', () => {
  test('a newer version is refused with a sentence', () => {
    expect(parseCodebook('version: 2\nthemes: []\n')).toEqual({
      error: 'it has format v2, and this personas knows v1',
      newer: { version: '2', known: '1' },
    })
  })

  test('a bare list of themes, or a map without a version, is read, and written with one', () => {
    const list = '# ours\n- {id: sso, name: SSO, tag: criterion} # keep\n'
    expect(parseCodebook(list)).toMatchObject({ themes: [{ id: 'sso' }] })
    const { text } = done(renameTheme(list, 'sso', 'Log-in'))
    expect(text).toMatch(/^version: 1$/m)
    expect(text).toContain('# ours')
    expect(text).toContain('# keep')
    expect(done(renameTheme('themes:\n  - {id: sso, name: SSO, tag: criterion}\n', 'sso', 'Log-in')).text).toMatch(
      /^version: 1\nthemes:/,
    )
    const added = writeCodebook(list, [{ id: 'x', name: 'X', tag: 'job', aliases: [], keywords: [] }])
    expect(parseCodebook(added)).toMatchObject({ themes: [{ id: 'sso' }, { id: 'x' }] })
  })

  test('Windows line ends are kept', () => {
    const { text } = done(renameTheme(BOOK.replaceAll('\n', '\r\n'), 'sso', 'Log-in'))
    expect(text).not.toMatch(/[^\r]\n/)
  })

  test('what can only be edited by hand is said, and nothing is written', () => {
    const book =
      'themes:\n  - &a {id: a, name: A, tag: job, keywords: &k [one]}\n  - {id: b, name: B, tag: job}\n  - {id: c, name: C, tag: job, keywords: *k}\n'
    expect(mergeThemes(book, ['a'], 'b')).toMatchObject({ failure: 'codebook-not-editable' })
  })
})

const word = fc.constantFrom(
  'price',
  'Licence',
  'sign-on',
  'what it does',
  '12',
  'a: b',
  '# not',
  "it's",
  '[x]',
  'ü',
  'yes',
)
const digest = fc.constantFrom('0814222284886553', '5e36149cb884a5c2', dear.digest, licence.digest)
const given = fc.constantFrom('price-level', 'licence', 'sso', 'SSO', 'what-it-does', 'price')
const operation = fc.oneof(
  fc.record({ theme: given, name: word }).map(
    ({ theme, name }) =>
      (text: string) =>
        renameTheme(text, theme, name),
  ),
  fc.record({ theme: given, into: given }).map(
    ({ theme, into }) =>
      (text: string) =>
        mergeThemes(text, [theme], into),
  ),
  fc.record({ theme: given, name: word, keywords: fc.array(word), statements: fc.array(digest) }).map(
    ({ theme, name, ...part }) =>
      (text: string) =>
        splitTheme(text, theme, name, part),
  ),
  fc.record({ theme: given, alias: word }).map(
    ({ theme, alias }) =>
      (text: string) =>
        aliasTheme(text, theme, [alias]),
  ),
  fc.record({ theme: given, digest }).map(
    ({ theme, digest: one }) =>
      (text: string) =>
        pinTheme(text, theme, [one]),
  ),
  given.map((theme) => (text: string) => unpinTheme(text, theme)),
)
const calls = [
  note(
    'notes/1.md',
    { account: 'Acme' },
    [{ title: 'CFO' }],
    [
      { text: dear.text, tag: 'objection' },
      { text: licence.text, tag: 'objection' },
      { text: 'We need single sign-on with our Azure AD before anyone logs in.', tag: 'criterion' },
    ],
  ),
]

describe('any sequence of operations', () => {
  test('keeps every id findable, every comment, and a file that reads; an ingest after it changes no word of it', () => {
    fc.assert(
      fc.property(fc.array(operation, { maxLength: 8 }), (operations) => {
        let text = BOOK
        for (const apply of operations) {
          const edited = apply(text)
          if ('failure' in edited) continue
          text = done(edited).text
        }
        const { themes } = parseCodebook(text) as { themes: CodebookTheme[] }
        for (const id of ['price-level', 'licence', 'sso']) expect(themeNamed(themes, id)).toBeDefined()
        for (const comment of BOOK.match(/# .*/g) ?? []) expect(text).toContain(comment)
        const ingested = synthesize(calls, config(), themes).codebook
        expect(ingested.slice(0, themes.length)).toEqual(themes)
        const written = writeCodebook(text, ingested)
        expect(written.startsWith(text)).toBe(true)
        expect(parseCodebook(written)).toEqual({ themes: ingested })
      }),
      { numRuns: 80 },
    )
  })
})

describe('two branches', () => {
  const theme = fc.record({
    id: fc.constantFrom('a', 'b', 'c', 'd-e'),
    name: word,
    tag: fc.constant('objection' as const),
    aliases: fc.array(word, { maxLength: 2 }),
    keywords: fc.array(word, { maxLength: 2 }),
  })
  const added = fc.uniqueArray(theme, { selector: ({ id }) => id, maxLength: 3 })

  test('that both added themes merge line by line, and every word of both is there', () => {
    const home = folder()
    fc.assert(
      fc.property(added, added, (ours, theirs) => {
        put(home, 'base', BOOK)
        put(home, 'ours', writeCodebook(BOOK, ours))
        put(home, 'theirs', writeCodebook(BOOK, theirs))
        const files = ['ours', 'base', 'theirs'].map((name) => join(home, name))
        const merged = spawnSync('git', ['merge-file', '-p', '--union', ...files], { encoding: 'utf8' }).stdout
        const { themes } = parseCodebook(merged) as { themes: CodebookTheme[] }
        for (const one of [...ours, ...theirs]) {
          const kept = themes.find(({ id }) => id === one.id)
          expect([kept?.name, ...(kept?.aliases ?? [])]).toEqual(expect.arrayContaining([one.name, ...one.aliases]))
          expect(kept?.keywords).toEqual(expect.arrayContaining(one.keywords))
        }
      }),
      { numRuns: 25 },
    )
  })
})
