import { describe, expect, test } from 'vitest'
import { synthesize } from '../../src/synthesize/synthesize.ts'
import { config, note, type Said } from './notes.ts'

const people = [
  { name: 'Maria Lopez', title: 'CFO' },
  { name: 'Otto Brandt', title: 'Chairman' },
]
const step = (text: string): Said => ({ text, tag: 'criterion', facets: { force: 'process' } })
const call = (account: string, ...said: Said[]) => note(`${account}.md`, { account }, people, said)
const criteria = (...notes: ReturnType<typeof note>[]) =>
  synthesize(notes, config(), []).personas.find(({ id }) => id === 'finance-leader')?.criteria

describe('how they decide', () => {
  test('is a chain per account; nothing of one stands with the other', () => {
    const chains = criteria(
      call('Acme', step('Otto signs within two weeks.'), step('First a trial with our data, by March 5.')),
      call('Brill', step('The board votes in October.')),
    )?.chains
    expect(chains).toMatchObject([
      {
        account: 'Acme',
        steps: [
          { names: ['Trial or test'], titles: [], durations: ['by March 5'], proofs: ['test with their own data'] },
          { names: ['Decision and signature'], titles: ['Chairman'], durations: ['within two weeks'], proofs: [] },
        ],
      },
      { account: 'Brill', steps: [{ names: ['Board or committee'], durations: ['in October'] }] },
    ])
  })

  test.each([
    "The board don't meet in March.",
    'The committee votes, and not before May.',
    'We avoid the tender, instead of a vote that takes nine months.',
  ])('a time that is denied is no time: %s', (text) => {
    expect(criteria(call('Acme', step(text)))?.chains[0]?.steps[0]?.durations).toEqual([])
  })

  test('a step that may not be quoted is not there', () => {
    const silent = note('1.md', { account: 'Acme', consent: false }, people, [step('The board votes in October.')])
    expect(criteria(silent)?.chains).toEqual([])
  })
})
