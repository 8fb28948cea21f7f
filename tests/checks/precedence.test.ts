/** The table of precedence: what each rule is silent about, and that nothing else falls silent with it. */
import { resolve } from 'node:path'
import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { PRECEDENCE, settle, type Raw } from '../../src/checks/precedence.ts'

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

  test('an empty line around what is explained needs no explanation; what stands for more lines than it took does', () => {
    const hunk = { lines: ['-was', '+', '+is', '+ '], added: [4, 5, 6], at: 4 }
    const drift = (lines: string[], added: number[]) =>
      raw('persona/drift', 'a.md', 4, { hunks: [{ lines, added, at: 4 }] })
    expect(left(raw('privacy/email', 'a.md', 5), raw('persona/drift', 'a.md', 4, { hunks: [hunk] }))).toEqual([
      'privacy/email a.md',
    ])
    expect(left(raw('privacy/email', 'a.md', 5), drift(['+is', '+more'], [5, 6]))).toHaveLength(2)
    expect(left(raw('privacy/email', 'a.md', 5), drift(['+'], [5]))).toHaveLength(2)
    expect(left(raw('privacy/email', 'a.md', 5), drift(['-was'], []))).toHaveLength(2)
    expect(left(raw('privacy/email', 'b.md', 5), drift(['-was', '+is'], [5]))).toHaveLength(2)
  })

  test('where nobody can say which lines differ, one that is explained is enough', () => {
    expect(left(raw('date/future', 'a.md', 5), raw('persona/drift', 'a.md', 3, { lines: [4, 5, 6] }))).toEqual([
      'date/future a.md',
    ])
    expect(left(raw('date/future', 'a.md', 5), raw('persona/drift', 'a.md', 5))).toEqual(['date/future a.md'])
    expect(left(raw('date/future', 'a.md', 5), raw('persona/drift', 'a.md', 3, { lines: [3, 4] }))).toHaveLength(2)
    expect(left(raw('date/future', 'a.md', null), raw('persona/drift', 'a.md', null))).toHaveLength(2)
    const both = raw('quote/not-verbatim', 'a.md', 5, { lines: [5, 9] })
    expect(left(both, raw('persona/drift', 'a.md', 3, { lines: [9] }))).toEqual(['quote/not-verbatim a.md'])
  })

  test('a page of nobody, an old page and a thin page say one thing each', () => {
    expect(
      left(raw('page/without-persona', 'a.md', 2), raw('persona/stale', 'a.md', 5), raw('persona/stale', 'b.md', 5)),
    ).toEqual(['page/without-persona a.md', 'persona/stale b.md'])
    expect(
      left(
        raw('persona/stale', 'a.md', 5),
        raw('persona/evidence-stale', 'a.md', 6),
        raw('persona/evidence-stale', 'b.md', 6),
      ),
    ).toEqual(['persona/stale a.md', 'persona/evidence-stale b.md'])
    expect(
      left(
        raw('coverage/too-few-calls', 'a.md', 5),
        raw('coverage/one-account-dominates', 'a.md', 5),
        raw('coverage/role-missing', 'a.md', 5),
      ),
    ).toEqual(['coverage/too-few-calls a.md', 'coverage/role-missing a.md'])
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
