/** What a finding says beyond its count: who, what became of it, whether it comes up more often. */
import { describe, expect, test } from 'vitest'
import { synthesize } from '../../src/synthesize/synthesize.ts'
import type { NoteAnalysis, NoteRecord } from '../../src/types.ts'
import { config, note, type Said } from './notes.ts'

const cfo = [
  { title: 'CFO', role: 'budget-holder' as const },
  { name: 'Sam Reed', title: 'AE', side: 'seller' as const },
]
const price: Said = {
  text: 'The price is far too high for us.',
  tag: 'objection',
  facets: { surface: true, category: 'price' },
}
const job: Said = { text: 'We retype hours by hand.', tag: 'job', facets: { scope: 'business' } }
const answer: Said = { text: 'It includes the set-up.', tag: 'none', speaker: 'Sam Reed', side: 'seller' }
const call = (file: string, head: Partial<NoteRecord>, said: Said[]) => note(`notes/${file}.md`, head, cfo, said)

function page(notes: readonly NoteAnalysis[]) {
  const found = synthesize(notes, config(), []).personas.find(({ id }) => id === 'finance-leader')
  if (!found) throw new Error('no page')
  return found
}

const endings = [
  call(
    'a1',
    { account: 'Acme', date: '2026-01-01', dealValue: { amount: 50000, currency: 'EUR' }, size: '120 people' },
    [price, answer],
  ),
  call('a2', { account: 'Acme', date: '2026-02-01', stage: 'won' }, [job]),
  call(
    'b1',
    { account: 'Brill', date: '2026-01-02', dealValue: { amount: 30000, currency: 'EUR' }, size: '80 staff' },
    [price],
  ),
  call('b2', { account: 'Brill', date: '2026-02-02', stage: 'lost' }, [job]),
  call('c1', { account: 'Corva', date: '2026-01-03' }, [price]),
  call('c2', { account: 'Corva', date: '2026-02-03' }, [job]),
  call('d1', { account: 'Dorn', date: '2026-01-04' }, [price]),
  call('d2', { account: 'Dorn', date: '2026-02-04' }, [{ ...price, text: 'That price is still too high.' }]),
  call('e1', { account: 'Elva', date: '2026-01-05' }, [price]),
]

describe('an objection', () => {
  const [finding] = page(endings).objections

  test('ends in each account in one of these ways', () => {
    expect(finding?.endings.map(({ account, ending }) => `${account}: ${ending}`)).toEqual([
      'Acme: won',
      'Brill: lost',
      'Corva: parked',
      'Dorn: came back',
      'Elva: open',
    ])
  })

  test('was answered where our side speaks right after it', () => {
    expect(finding?.answered).toEqual(['Acme'])
  })

  test('adds up the deals behind it, per currency, and says who raised it', () => {
    expect(finding?.value).toEqual([{ currency: 'EUR', amount: 80000, accounts: 2 }])
    expect(finding).toMatchObject({ titles: [{ value: 'CFO', count: 5 }], heads: { min: 80, max: 120 } })
  })
})

describe('a trend', () => {
  /** Calls in the older and the newer half-year; so many of each raise the price. */
  const year = (older: [calls: number, raised: number], newer: [calls: number, raised: number]) => {
    const half = (name: string, month: string, [calls, raised]: [number, number]) =>
      Array.from({ length: calls }, (_, at) =>
        call(`${name}${at}`, { account: `${name}${at}`, date: `2026-${month}-${10 + at}` }, [
          at < raised ? price : job,
        ]),
      )
    return page([...half('Old', '03', older), ...half('New', '10', newer)]).objections[0]?.trend?.word
  }

  test.each([
    ['rises where more accounts raise it than the older half leads to expect', [12, 1], [12, 5], 'rising'],
    ['is new where nobody raised it before', [12, 0], [12, 3], 'new'],
    ['falls where fewer do', [12, 5], [12, 1], 'falling'],
    ['is steady where shares are alike, whatever the number of calls', [6, 2], [15, 5], 'steady'],
    ['is not read from one account against none', [12, 1], [12, 0], undefined],
    ['is not read from a half-year of two calls', [2, 0], [18, 12], undefined],
    ['is not read from fewer than twenty accounts', [9, 1], [10, 8], undefined],
  ] as const)('%s', (_, older, newer, word) => {
    expect(year([...older], [...newer])).toBe(word)
  })
})

test('a demand counts each account once, by the strongest thing that it says, and what hangs on it', () => {
  const must = (text: string, force: 'must' | 'deal-breaker' | 'nice'): Said => ({
    text,
    tag: 'criterion',
    facets: { force },
  })
  const { demands } = synthesize(
    [
      call('1', { account: 'Acme', dealValue: { amount: 50000, currency: 'EUR' } }, [
        must('An app that works without network.', 'nice'),
        must('No signal in the pit, so it works offline or we stop.', 'deal-breaker'),
      ]),
      call('2', { account: 'Brill', stage: 'lost' }, [
        { text: 'You have no offline mode.', tag: 'objection', facets: { category: 'capability', surface: true } },
        must('Two references of our size.', 'must'),
      ]),
    ],
    config(),
    [],
  )
  expect(demands).toMatchObject([
    {
      name: 'Work without a network',
      accounts: ['Acme', 'Brill'],
      force: { 'deal-breaker': ['Acme'], must: [], missed: ['Brill'], nice: [] },
      value: [{ currency: 'EUR', amount: 50000, accounts: 1 }],
      outcomes: { won: 0, lost: 1, open: 1 },
    },
  ])
})

test('what the purchase is made to depend on stands with its accounts, and steps in the order of a sale', () => {
  const said: Said[] = [
    { text: 'Our CFO decides within two weeks.', tag: 'criterion', facets: { force: 'process' } },
    { text: 'First we test it with our own data.', tag: 'criterion', facets: { force: 'process' } },
    { text: 'Only if you build the German screens.', tag: 'criterion', facets: { force: 'must' } },
  ]
  const { criteria } = page([call('1', { account: 'Acme' }, said)])
  const [chain] = criteria.chains
  expect(chain?.steps.map(({ names, durations, proofs }) => [...names, durations, proofs])).toEqual([
    ['Trial or test', [], ['test with their own data']],
    ['Decision and signature', ['within two weeks'], []],
  ])
  expect(criteria.conditions).toMatchObject([{ accounts: ['Acme'], outcomes: { won: 0, lost: 0, open: 1 } }])
})

test('a personal job has a motive, a business job a pain, an outcome, a reason or a duty', () => {
  const said = (text: string, scope: 'business' | 'personal'): Said => ({ text, tag: 'job', facets: { scope } })
  const { jobs } = page([
    call('1', {}, [
      said('I will not be blamed for it again.', 'personal'),
      said('I would like to be promoted for this.', 'personal'),
      said('The board asks for one number every month.', 'business'),
      said('Since the merger nobody knows who has what.', 'business'),
      said('We want to close the month on day three.', 'business'),
      said('Everything is typed twice.', 'business'),
    ]),
  ])
  expect(jobs.motives.map(({ motive }) => motive)).toEqual(['security', 'status'])
  const texts = (group: { evidence: { statement: { text: string } }[] }) =>
    group.evidence.map(({ statement }) => statement.text)
  expect(texts(jobs.duties)).toEqual(['The board asks for one number every month.'])
  expect(texts(jobs.triggers)).toEqual(['Since the merger nobody knows who has what.'])
  expect(texts(jobs.outcomes)).toEqual(['We want to close the month on day three.'])
  expect(texts(jobs.pains)).toEqual(['Everything is typed twice.'])
})

test('amounts without a currency are never mixed over accounts', () => {
  const amount = (value: number): Said => ({
    text: `We have a budget of ${value}.`,
    tag: 'budget',
    facets: { amount: { min: value, max: value, currency: null, period: null } },
  })
  const { money } = page([
    call('1', { account: 'Acme' }, [amount(40000)]),
    call('2', { account: 'Brill' }, [amount(900000)]),
  ])
  expect(money.sums.map(({ range: { accounts, max } }) => [accounts, max])).toEqual([
    [['Acme'], 40000],
    [['Brill'], 900000],
  ])
})
