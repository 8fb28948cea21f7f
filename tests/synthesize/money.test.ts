import { describe, expect, test } from 'vitest'
import { synthesize } from '../../src/synthesize/synthesize.ts'
import { config, note } from './notes.ts'

const cfo = [{ name: 'Maria Lopez', title: 'CFO' }]
const amount = { min: 20_000, max: 20_000, currency: 'EUR', period: null }

function kindsOf(text: string) {
  const said = { text, tag: 'budget' as const, facets: { amount } }
  return synthesize([note('1.md', {}, cfo, [said])], config(), []).personas[0]?.money.sums.map(({ kind }) => kind)
}

describe('what somebody may sign for is a limit, and no budget', () => {
  test.each([
    'Under 20k there is no need, I sign it alone.',
    "Under twenty there's no tender, she just signs.",
    'Up to twenty thousand I click it myself, past that it is the supervisory board.',
    'She can go to 20k off her own bat.',
    'I can make a pilot from my testing money, twenty thousand, without approval of anyone.',
    'Up to twenty I do not need to ask the head office.',
    '>20k goes to the committee.',
    'The owner signs >20k, monthly call.',
    'The three-quote rule kicks in at 20.',
    'The pilot is hers to sign, 20 and no more.',
  ])('%s', (text) => expect(kindsOf(text)).toEqual(['limit']))

  test.each([
    ['Twenty thousand is set aside for it, please do not ask for more this year.', 'budget'],
    ['We pay 20 thousand a year for the old tool.', 'today'],
    ['The copybook man is twenty thousand, and he is not staying.', 'other'],
  ])('not: %s', (text, kind) => expect(kindsOf(text)).toEqual([kind]))
})
