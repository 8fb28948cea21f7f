import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { attribute } from '../../src/synthesize/attribute.ts'
import { parseCodebook, writeCodebook } from '../../src/synthesize/codebook.ts'
import { synthesize } from '../../src/synthesize/synthesize.ts'
import { match, matchThemes } from '../../src/synthesize/themes.ts'
import type { CodebookTheme } from '../../src/types.ts'
import { config, note, type Said } from './notes.ts'

const plain = config()
const objection = (text: string, more: Partial<Said> = {}): Said => ({ text, tag: 'objection', ...more })
const calls = [
  note(
    'notes/1.md',
    { account: 'Acme' },
    [{ title: 'CFO' }],
    [
      objection('It is far too expensive for what it does.', { facets: { surface: true, category: 'price' } }),
      objection('Our rates run stops if the drone licence lapses.'),
    ],
  ),
  note(
    'notes/2.md',
    { account: 'Brill' },
    [{ title: 'CFO' }],
    [
      objection('That price is more than we pay for the whole CRM.', { facets: { surface: false, category: 'price' } }),
      objection('Nobody here holds a drone licence.'),
      {
        text: 'We need single sign-on with our Azure AD before anyone logs in.',
        tag: 'criterion',
        facets: { force: 'must' },
      },
    ],
  ),
  note(
    'notes/3.md',
    { account: 'Corva' },
    [{ title: 'COO' }],
    [objection('The drone licence alone takes the pilots a year.')],
  ),
]

describe('themes', () => {
  test('statements that mean the same go together, under a name that a person would give', () => {
    const { themes } = synthesize(calls, plain, [])
    const price = themes.find((theme) => theme.id === 'price-level')
    expect(price).toMatchObject({ name: 'Price level', tag: 'objection' })
    expect(price?.evidence.map((e) => e.account)).toEqual(['Acme', 'Brill'])
  })

  test('the same notes in another order give the same', () => {
    const there = synthesize(calls, plain, [])
    const back = synthesize(calls.toReversed(), plain, [])
    expect(back).toEqual(there)
  })

  test('the codebook that comes out takes every statement to the theme that it got, and does not change again', () => {
    const first = synthesize(calls, plain, [])
    const again = synthesize(calls, plain, first.codebook)
    expect(again.codebook).toEqual(first.codebook)
    expect(again.themes).toEqual(first.themes)
    const tagged = matchThemes(attribute(calls, plain).notes, first.codebook).flatMap((n) => n.statements)
    for (const theme of first.themes)
      for (const { statement } of theme.evidence)
        expect(tagged.find((s) => s.file === statement.file && s.line === statement.line)?.theme).toBe(theme.id)
  })

  test('whatever themes there are, every statement stands in the one that tagging it by itself finds', () => {
    const word = fc.constantFrom('drone', 'drones', 'licence', 'Lapse', 'price', 'ferry', 'the', "pilot's", '12')
    const text = fc.array(word, { minLength: 1, maxLength: 6 }).map((words) => words.join(' '))
    const texts = fc.array(text, { minLength: 6, maxLength: 20 })
    const keywords = fc.array(fc.array(word, { minLength: 1, maxLength: 3 }), { maxLength: 4 })
    fc.assert(
      fc.property(texts, keywords, (said, phrases) => {
        const notes = said.map((one, at) => note(`notes/${at}.md`, { account: `Account ${at}` }, [], [objection(one)]))
        const known = phrases.map((words, at): CodebookTheme => ({
          id: `known-${at}`,
          name: `Known ${at}`,
          tag: 'objection',
          aliases: [],
          keywords: [words.join(' ')],
        }))
        const { codebook, notes: seen, themes } = synthesize(notes, plain, known)
        const placed = new Map(
          themes.flatMap(({ id, evidence }) => evidence.map(({ statement }) => [statement.file, id] as const)),
        )
        for (const { statements } of seen)
          for (const one of statements.filter(({ repeated }) => !repeated))
            expect(placed.get(one.file) ?? null).toBe(match(one, codebook))
      }),
    )
  })

  test('other notes never change the id or name of a theme that is there', () => {
    const first = synthesize(calls.slice(0, 1), plain, []).codebook
    expect(synthesize(calls, plain, first).codebook.slice(0, first.length)).toEqual(first)
  })
})

describe("people's word", () => {
  const theme = (more: Partial<CodebookTheme>): CodebookTheme => ({
    id: 'x',
    name: 'X',
    tag: 'objection',
    aliases: [],
    keywords: [],
    ...more,
  })
  const statement = calls[0]!.statements[0]!

  test('a keyword wins over the built-in concept', () => {
    const codebook = [
      theme({ id: 'price-level', name: 'Price level' }),
      theme({ id: 'value', name: 'Value', keywords: ['what it does'] }),
    ]
    expect(match(statement, codebook)).toBe('value')
  })

  test('a renamed theme keeps its statements', () => {
    expect(match(statement, [theme({ id: 'price-level', name: 'They find us dear' })])).toBe('price-level')
  })

  test('an alias merges another theme in', () => {
    expect(match(statement, [theme({ id: 'money-talk', name: 'Money talk', aliases: ['price-level'] })])).toBe(
      'money-talk',
    )
  })

  test('a theme of another tag takes nothing', () => {
    expect(match(statement, [theme({ id: 'price-level', tag: 'budget' })])).toBeNull()
  })
})

describe('themes.yaml', () => {
  const added: CodebookTheme = { id: 'price-level', name: 'Price level', tag: 'objection', aliases: [], keywords: [] }

  test('an empty one is begun with a word on how to edit it', () => {
    const text = writeCodebook('', [added])
    expect(text).toMatch(/^# The codebook/)
    expect(parseCodebook(text)).toEqual({ themes: [added] })
  })

  test('what people wrote stays byte for byte, new themes come at the end', () => {
    const own =
      '# ours\nversion: 1\nthemes:\n    # Dana, 3 May: keep\n    - {id: sso, name: "Single  sign-on", tag: criterion, aliases: [SSO]}   # pinned\n'
    const text = writeCodebook(own, [added])
    expect(text.startsWith(own)).toBe(true)
    expect(parseCodebook(text)).toMatchObject({ themes: [{ id: 'sso', aliases: ['SSO'] }, { id: 'price-level' }] })
    expect(writeCodebook(text, [added])).toBe(text)
  })

  test('Windows line ends and a missing last one are kept', () => {
    const own = 'version: 1\r\nthemes:\r\n  - id: sso\r\n    name: SSO\r\n    tag: criterion'
    const text = writeCodebook(own, [added])
    expect(text.startsWith(own)).toBe(true)
    expect(text).not.toMatch(/[^\r]\n/)
    expect(parseCodebook(text)).toMatchObject({ themes: [{ id: 'sso' }, { id: 'price-level' }] })
  })

  test.each([
    ['themes: [', 'flow'],
    ['themes:\n  - id: A b\n    name: x\n    tag: job', 'lower-case'],
    ['themes:\n  - id: a\n    name: x\n    tag: wish', 'tag'],
    ['themes:\n  - {id: a, name: x, tag: job}\n  - {id: a, name: y, tag: budget}', 'two themes'],
  ])('%j is refused with a sentence', (text, part) => {
    expect(parseCodebook(text)).toMatchObject({ error: expect.stringMatching(new RegExp(part, 'i')) })
  })
})
