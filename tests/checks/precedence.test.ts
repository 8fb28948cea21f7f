/** The table of precedence: what each rule is silent about, and that nothing else falls silent with it. */
import { resolve } from 'node:path'
import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { PRECEDENCE, settle, type Raw } from '../../src/checks/precedence.ts'
import { NOTE, PAGE, edit, findings, goodRepo } from './good-repo.ts'
import { commitAll } from '../repository.ts'

const raw = (rule: string, file: string, line: number | null, more: Partial<Raw> = {}): Raw => ({
  rule,
  file,
  line,
  says: '',
  remedy: '',
  ...more,
})
const left = (...all: Raw[]) => settle(all).map(({ rule, file }) => `${rule} ${file}`)

describe('precedence', () => {
  test('a broken page is broken, and nothing else is said of it', () => {
    expect(
      left(raw('page/markers', 'a.md', 3), raw('persona/drift', 'a.md', 9), raw('persona/drift', 'b.md', 9)),
    ).toEqual(['page/markers a.md', 'persona/drift b.md'])
  })

  test('drift is silent about the lines that another rule explains, and about those alone', () => {
    const hunk = (at: number) => ({ lines: ['-was', '+is'], added: [at], at })
    const drift = raw('persona/drift', 'a.md', 5, { hunks: [hunk(5), hunk(9)] })
    const settled = settle([raw('privacy/email', 'a.md', 5), drift])
    expect(settled.map(({ rule, line, hunks }) => [rule, line, hunks?.length])).toEqual([
      ['privacy/email', 5, undefined],
      ['persona/drift', 9, 1],
    ])
  })

  test('a line that is gone is explained by nothing', () => {
    const drift = raw('persona/drift', 'a.md', 5, { hunks: [{ lines: ['-one', '-two', '+is'], added: [5], at: 5 }] })
    expect(left(raw('privacy/email', 'a.md', 5), drift)).toEqual(['privacy/email a.md', 'persona/drift a.md'])
  })

  test('a quote explains the change of its own note, and of no other', () => {
    expect(
      left(
        raw('quote/not-verbatim', 'a.md', 5, { because: ['notes/x.md'] }),
        raw('lock/notes', 'notes/x.md', null),
        raw('lock/notes', 'notes/y.md', null),
      ),
    ).toEqual(['quote/not-verbatim a.md', 'lock/notes notes/y.md'])
  })

  test('a quote whose note changed explains nothing about a page that was edited', () => {
    const quote = raw('quote/not-verbatim', 'a.md', 5, { because: ['notes/x.md'], elsewhere: true })
    expect(left(quote, raw('persona/drift', 'a.md', 3, { lines: [4, 5, 6] }))).toEqual([
      'quote/not-verbatim a.md',
      'persona/drift a.md',
    ])
  })

  test('another model explains drift everywhere', () => {
    expect(left(raw('lock/model', 'personas.lock', null), raw('persona/drift', 'a.md', 5))).toEqual([
      'lock/model personas.lock',
    ])
  })

  test('the README has the same table', () => {
    const readme = readFileSync(resolve(import.meta.dirname, '../../README.md'), 'utf8')
    for (const { rules, silence } of PRECEDENCE) {
      const named = (ids: readonly string[]) => (ids.length > 10 ? 'everything else' : ids)
      for (const id of [named(rules), named(silence)].flat())
        expect(readme).toContain(id.replace(/^(privacy|date)\/.*/, '$1/*'))
    }
  })
})

describe('in a repository, where the block is known as it was', () => {
  test('a hand-edited line is shown with what it was', async () => {
    const home = await goodRepo()
    commitAll(home)
    edit(home, PAGE, (text) => text.replace('## Evidence\n', '## Evidence\n\nThey love us.\n'))
    const { found } = await findings(home)
    expect(found.map(({ rule }) => rule)).toEqual(['persona/drift'])
    expect(found[0]?.diff).toContain('+They love us.')
    expect(found[0]?.diff?.split('\n').filter((line) => line.startsWith('-'))).toEqual([])
  })

  test('also after the edit was committed', async () => {
    const home = await goodRepo()
    const git = commitAll(home)
    edit(home, PAGE, (text) => text.replace('### Vendor size', '### Vendor colour'))
    git(['commit', '--all', '--quiet', '--message', 'Improve'])
    const { found } = await findings(home)
    expect(found[0]?.diff).toMatch(/^-### Vendor size.*\n\+### Vendor colour/m)
  })

  test('an address and a nicer sentence: one rule for each, and drift about its own line alone', async () => {
    const home = await goodRepo()
    commitAll(home)
    edit(home, PAGE, (text) =>
      text
        .replace('## Evidence\n', '## Evidence\n\nWrite to jo@x.example.\n')
        .replace('## Money\n', '## Money\n\nPlenty.\n'),
    )
    const { found } = await findings(home)
    expect(found.map(({ rule }) => rule)).toEqual(['persona/drift', 'privacy/email'])
    expect(found[0]?.diff).toContain('Plenty.')
    expect(found[0]?.diff).not.toContain('jo@')
  })

  test('a quote made nicer on the page is no quote, and nothing else', async () => {
    const home = await goodRepo()
    commitAll(home)
    edit(home, PAGE, (text) => text.replaceAll('I doubt that a company', 'I am glad that a company'))
    const { found } = await findings(home)
    expect([...new Set(found.map(({ rule }) => rule))]).toEqual(['quote/not-verbatim'])
    expect(found[0]?.message).toContain(NOTE)
  })
})
