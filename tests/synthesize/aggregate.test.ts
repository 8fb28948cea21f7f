import { describe, expect, test } from 'vitest'
import { addMonths, strengthOf } from '../../src/synthesize/calls.ts'
import { synthesize } from '../../src/synthesize/synthesize.ts'
import { config, note, type Said } from './notes.ts'

const plain = config()
const price = (text: string, surface = false): Said => ({
  text,
  tag: 'objection',
  facets: { surface, category: 'price' },
})
const cfo = [{ title: 'CFO', role: 'budget-holder' as const }]
const page = (notes: Parameters<typeof synthesize>[0], id = 'finance-leader') =>
  synthesize(notes, plain, []).personas.find((p) => p.id === id)

const calls = [
  note('notes/1.md', { account: 'Acme', date: '2026-01-10', stage: 'proposal' }, cfo, [
    price('The price is far too high.', true),
    price('Too expensive, that price.', true),
    price('The price is more than twice what we pay now.'),
  ]),
  note('notes/2.md', { account: 'Acme', date: '2026-02-10', stage: 'negotiation' }, cfo, [
    price('The price has not come down and is still too expensive.'),
  ]),
  note('notes/3.md', { account: 'Acme', date: '2026-03-10', stage: 'lost' }, cfo, [
    {
      text: 'We have 40k for this, from the operations budget.',
      tag: 'budget',
      facets: { amount: { min: 40000, max: 40000, currency: 'EUR', period: 'year' } },
    },
  ]),
  note('notes/4.md', { account: 'Brill', date: '2026-03-12', stage: 'won' }, cfo, [
    price('At that price it is too expensive, because the group gets it for half elsewhere.'),
    {
      text: 'The board approved a budget of 90k for this.',
      tag: 'budget',
      facets: { amount: { min: 90000, max: 90000, currency: 'EUR', period: 'year' } },
    },
  ]),
]

describe('a persona', () => {
  test('is ranked by accounts: one that says it four times counts once', () => {
    const finding = page(calls)?.objections[0]
    expect(finding).toMatchObject({
      accounts: ['Acme', 'Brill'],
      calls: 3,
      surface: 2,
      outcomes: { won: 1, lost: 1, open: 0 },
    })
    expect(finding?.stages.map(({ stage }) => stage)).toEqual(['proposal', 'negotiation', 'won'])
  })

  test('has a title once, however the notes write it, in the spelling given most', () => {
    const titles = ['procurement', 'Procurement', 'Procurement', 'Strategic Sourcing Lead']
    const buyers = titles.map((title, at) =>
      note(
        `notes/${at}.md`,
        { account: `Account ${at}` },
        [{ title, role: 'influencer' }],
        [price('The price is far too high.')],
      ),
    )
    expect(page(buyers, 'procurement')?.titles).toEqual([
      { title: 'Procurement', people: 3 },
      { title: 'Strategic Sourcing Lead', people: 1 },
    ])
  })

  test('knows what came back, and what was told in the review alone', () => {
    expect(page(calls)?.objections[0]?.endings).toEqual([
      { account: 'Acme', ending: 'came back' },
      { account: 'Brill', ending: 'review' },
    ])
  })

  test('shows the quote that says why before the one that does not', () => {
    expect(page(calls)?.objections[0]?.evidence[0]?.statement.text).toMatch(/because/)
    expect(page(calls)?.objections[0]?.evidence.at(-1)?.statement.facets.surface).toBe(true)
  })

  test('gives money as a range over accounts', () => {
    expect(page(calls)?.money.sums).toMatchObject([
      { range: { currency: 'EUR', period: 'year', min: 40000, max: 90000, accounts: ['Acme', 'Brill'] } },
    ])
  })

  test('says so when one account gives most of its evidence', () => {
    expect(page(calls)?.sample).toMatchObject({
      calls: 4,
      accounts: 2,
      people: 2,
      dominant: { account: 'Acme', statements: 5 },
      strength: 'indicative',
    })
  })

  test('asks nothing of accounts that have decided', () => {
    expect(page(calls)?.questions).toEqual([])
  })

  test('loses no statement: what belongs to no theme is kept apart', () => {
    const persona = page([...calls, note('notes/5.md', {}, cfo, [{ text: 'Hmm, zebra.', tag: 'objection' }])])
    const themed = persona?.themes.reduce((sum, theme) => sum + theme.evidence.length, 0) ?? 0
    expect(themed + (persona?.unthemed.length ?? 0)).toBe(persona?.sample.statements)
  })

  test('conflicting budgets of one account are shown side by side', () => {
    const two = [40000, 90000].map((amount, at) =>
      note(`notes/${at}.md`, { date: `2026-0${at + 1}-01` }, cfo, [
        {
          text: `Our budget for this is ${amount}.`,
          tag: 'budget',
          facets: { amount: { min: amount, max: amount, currency: 'EUR', period: 'year' } },
        },
      ]),
    )
    expect(page(two)?.money.conflicts).toMatchObject([{ account: 'Acme', ranges: [{ min: 40000 }, { min: 90000 }] }])
  })
})

test('nothing is said of a persona without evidence, and nothing is lost of speakers nobody could name', () => {
  const { personas, unattributed } = synthesize(
    [note('notes/1.md', {}, [], [{ text: 'The price is too high.', tag: 'objection', speaker: null }])],
    plain,
    [],
  )
  expect(personas).toEqual([])
  expect(unattributed).toHaveLength(1)
})

test.each([
  [1, 1, 'thin'],
  [5, 1, 'thin'],
  [3, 2, 'indicative'],
  [10, 4, 'indicative'],
  [10, 5, 'solid'],
] as const)('%i calls with %i accounts are %s', (calls, accounts, strength) => {
  expect(strengthOf(calls, accounts)).toBe(strength)
})

test.each([
  ['2026-08-31', -6, '2026-02-28'],
  ['2024-08-31', -6, '2024-02-29'],
  ['2026-01-15', -12, '2025-01-15'],
  ['2026-11-30', 3, '2027-02-28'],
])('%s and %i months is %s', (day, months, result) => {
  expect(addMonths(day, months)).toBe(result)
})
