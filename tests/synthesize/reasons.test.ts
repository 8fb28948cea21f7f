/** Why a deal was won or lost, as the review says it. */
import { describe, expect, test } from 'vitest'
import { reviewsOf } from '../../src/synthesize/reasons.ts'
import type { NoteRecord } from '../../src/types.ts'
import { note, type Said } from './notes.ts'

const people = [{ title: 'CFO' }, { name: 'Sam Reed', title: 'AE', side: 'seller' as const }]
const said = (text: string, more: Partial<Said> = {}): Said => ({ text, tag: 'none', ...more })
const asks = (text: string): Said => said(text, { speaker: 'Sam Reed', side: 'seller' })

function reasons(statements: Said[], head: Partial<NoteRecord> = {}): string[] {
  const review = note('notes/review.md', { stage: 'lost', ...head }, people, statements)
  return reviewsOf([review]).flatMap((one) => one.reasons.map(({ statement }) => statement.text))
}

describe('the reason', () => {
  test('is the answer to why, whatever its tag, and not what stood in the way of a deal that was won', () => {
    expect(
      reasons(
        [
          asks('Why did you choose us?'),
          said('The call with the yard in the north.'),
          asks('What nearly stopped it?'),
          said('Your size, and the price.', { tag: 'objection' }),
        ],
        { stage: 'won' },
      ),
    ).toEqual(['The call with the yard in the north.'])
  })

  test('is what names itself so, with the sentence before it in the same turn', () => {
    const turn = { speaker: 'Maria Lopez', line: 10 }
    expect(
      reasons([
        said('You were my pick.', { ...turn, line: 9 }),
        said('It was the SOC 2.', turn),
        said('Your rival had a Type 2 and that was that.', turn),
      ]),
    ).toEqual(['It was the SOC 2. Your rival had a Type 2 and that was that.'])
  })

  test('is not what the same person takes back in the next words', () => {
    expect(
      reasons([
        asks('What happened?'),
        said('It was the fee that killed it in the end.', { tag: 'objection' }),
        said("I don't want you to think it was that."),
        asks('What was it, then?'),
        said('The old records were to come in phase two.'),
      ]),
    ).toEqual(['The old records were to come in phase two.'])
  })

  test('is not what whoever wrote the note takes from it', () => {
    expect(reasons([said('Ask for the buyer first, it was the thing that killed us.', { heading: 'For us' })])).toEqual(
      ['Ask for the buyer first, it was the thing that killed us.'],
    )
    expect(
      reasons([
        said('Two calls on one day.', { heading: 'Lost review' }),
        said('Ask for the buyer first, it was the thing that killed us.', { heading: 'For us' }),
      ]),
    ).toEqual([])
  })

  test('is quoted from no note without consent', () => {
    expect(reasons([asks('Why not us?'), said('Because it was the dearest of all.')], { consent: false })).toEqual([])
  })
})

test('every deal that is won or lost is there, lost ones first, those without a review too', () => {
  const deals = reviewsOf([
    note('notes/a.md', { account: 'Acme', outcome: 'won' }),
    note('notes/b.md', { account: 'Brill', stage: 'lost', date: '2026-01-01' }),
    note('notes/c.md', { account: 'Corva', stage: 'lost', date: '2026-02-01' }),
    note('notes/d.md', { account: 'Dorn' }),
  ])
  expect(deals.map(({ account, outcome, reviewed }) => [account, outcome, reviewed])).toEqual([
    ['Corva', 'lost', true],
    ['Brill', 'lost', true],
    ['Acme', 'won', false],
  ])
})
