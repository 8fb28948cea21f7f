import { describe, expect, test } from 'vitest'
import { questionsFor } from '../../src/synthesize/search.ts'
import { synthesize } from '../../src/synthesize/synthesize.ts'
import type { NoteAnalysis } from '../../src/types.ts'
import { config, note, type Said } from './notes.ts'

const person = (title: string) => [{ name: 'Maria Lopez', title }]
const surface: Said = {
  text: 'That is too expensive.',
  tag: 'objection',
  facets: { surface: true, category: 'price' },
}
const job: Said = { text: 'We lose two days a month to retyping hours.', tag: 'job', facets: { scope: 'business' } }
const breaker: Said = {
  text: 'It has to run in the pit without a network, or we are done looking.',
  tag: 'criterion',
  facets: { force: 'deal-breaker' },
}

const questions = (...notes: NoteAnalysis[]) => synthesize(notes, config(), []).personas.flatMap((one) => one.questions)
const texts = (...notes: NoteAnalysis[]) => questions(...notes).map(({ text }) => text)

describe('what to ask next', () => {
  test('shows the answer that gave no reason, and asks behind it where the deal is open', () => {
    const [first] = questions(note('1.md', {}, person('CFO'), [surface, job]))
    expect(first).toMatchObject({
      text: 'Which outcome would have been worth that price to you?',
      accounts: ['Acme'],
      quotes: [{ statement: { text: surface.text } }],
    })
  })

  test('is not asked where the same account gave its reason', () => {
    const reason: Said = {
      text: 'That is too expensive because it costs more than the whole payroll.',
      tag: 'objection',
      facets: { surface: false, category: 'price' },
    }
    expect(texts(note('1.md', {}, person('CFO'), [surface, reason, job]))).not.toContain(
      'Which outcome would have been worth that price to you?',
    )
  })

  test.each([
    ['won', [note('1.md', { stage: 'won' }, person('CFO'), [surface])]],
    ['lost', [note('1.md', { outcome: 'lost' }, person('CFO'), [surface])]],
    ['visited for research, by its file', [note('2026-01-02-acme-research.md', {}, person('CFO'), [surface])]],
    [
      'visited for research, by its first lines',
      [note('1.md', {}, person('CFO'), [{ text: 'Not in a deal, we wanted to learn.', tag: 'none' }, surface])],
    ],
  ])('nothing is asked of an account that is %s', (_, notes) => {
    expect(texts(...notes)).toEqual([])
  })

  test('a question for everybody is none for the account that has decided', () => {
    const notes = [
      note('1.md', { account: 'Acme' }, person('CFO'), [job]),
      note('2.md', { account: 'Brill', stage: 'lost' }, person('CFO'), [job]),
    ]
    const all = synthesize(notes, config(), [])
    expect(questionsFor(all, { accounts: ['Acme'] }).length).toBeGreaterThan(0)
    expect(questionsFor(all, { accounts: ['Brill'] })).toEqual([])
  })

  test.each([
    ['Chair of the works council', 'What must this never be used for?'],
    ['CISO', 'What have you turned down before, and what was it that you could not accept?'],
    ['Dispatcher', 'What would make you go back to the way you do it today?'],
    ['CFO', 'Which figure in this would you not sign, and why?'],
    ['CEO', 'What would make you walk away from this, even now?'],
  ])('%s is asked what fits the part, and for money only where there is some to give', (title, text) => {
    const asked = texts(note('1.md', {}, person(title), [job]))
    expect(asked).toContain(text)
    expect(asked.some((one) => /whose (?:line|money)/i.test(one))).toBe(/CFO|CEO/.test(title))
  })

  test('nobody is asked what would make them walk away who has said so', () => {
    expect(texts(note('1.md', {}, person('CEO'), [job, breaker]))).not.toContain(
      'What would make you walk away from this, even now?',
    )
  })

  test('what one account hangs the deal on is asked of the others in its words', () => {
    const asked = questions(
      note('1.md', { account: 'Acme' }, person('CFO'), [job, breaker]),
      note('2.md', { account: 'Brill' }, person('CFO'), [job]),
    ).find(({ text }) => text.startsWith('One of your peers'))
    expect(asked).toMatchObject({ accounts: ['Brill'], quotes: [{ statement: { text: breaker.text } }] })
  })

  test('what may not be quoted is asked about nowhere', () => {
    expect(questions(note('1.md', { consent: false }, person('CFO'), [surface, job]))).not.toContainEqual(
      expect.objectContaining({ text: 'Which outcome would have been worth that price to you?' }),
    )
  })
})
