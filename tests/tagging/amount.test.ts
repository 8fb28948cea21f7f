import { describe, expect, test } from 'vitest'
import { amountOf, homeCurrency } from '../../src/tagging/amount.ts'

/** What a note says, in a note whose money is the euro → min, max, currency, period. */
const TABLE: [string, number, number, string | null, string | null][] = [
  ['We have 80000 EUR/year for this', 80_000, 80_000, 'EUR', 'year'],
  ['60 T€ in the plan', 60_000, 60_000, 'EUR', null],
  ['120 TEUR per year', 120_000, 120_000, 'EUR', 'year'],
  ['above 20k I always have three offers', 20_000, 20_000, 'EUR', null],
  ['up to 480k NOK he signs himself', 480_000, 480_000, 'NOK', null],
  ['2,0 MDKK from the CAPA', 2_000_000, 2_000_000, 'DKK', null],
  ['1.5 mio this year', 1_500_000, 1_500_000, 'EUR', null],
  ['renewal at around 19 lakhs', 1_900_000, 1_900_000, 'EUR', null],
  ['over 1 crore INR it is the board', 10_000_000, 10_000_000, 'INR', null],
  ['every quarter 80–100k of hours', 80_000, 100_000, 'EUR', null],
  ['between 20 and 50 thousand the signature is of Vicent', 20_000, 50_000, 'EUR', null],
  ['about 150–180 thousand PLN for the first year', 150_000, 180_000, 'PLN', null],
  ['it came back with low six figures', 100_000, 300_000, 'EUR', null],
  ['bureau = 4,850/mo', 4850, 4850, 'EUR', 'month'],
  ['the copybook man is €1,900 a month', 1900, 1900, 'EUR', 'month'],
  ['sixty thousand a year for the appraisers', 60_000, 60_000, 'EUR', 'year'],
  ['eleven hundred a month to keep that box alive', 1100, 1100, 'EUR', 'month'],
  ['I have ninety-five approved for software', 95_000, 95_000, 'EUR', null],
  ['We are at seventeen eight now', 17_800, 17_800, 'EUR', null],
  ['half a million goes to Basel', 500_000, 500_000, 'EUR', null],
  ['R$ 45 thousand monthly', 45_000, 45_000, 'BRL', 'month'],
  ['Her own limit is R500 000 per contract', 500_000, 500_000, 'ZAR', null],
  ['about £200 per site a month', 200, 200, 'GBP', 'month'],
  ['15 zł per head per month at most', 15, 15, 'PLN', 'month'],
  ['35 is a number he can defend', 35_000, 35_000, 'EUR', null],
  ['She put the final number at 47.5', 47_500, 47_500, 'EUR', null],
  ['40 000 kroner on my cost centre', 40_000, 40_000, null, null],
]

describe('amounts', () => {
  test.each(TABLE)('%s', (text, min, max, currency, period) => {
    const home = currency === null ? null : 'EUR'
    expect(amountOf(text, home)).toMatchObject({ min, max, currency, period })
  })

  test.each([
    'net 30 days',
    'in 2026 there is nothing',
    'three quotes and 12 months',
    'the board meets on 14 April at 10:30',
    'nothing at all',
    '19 % more',
    'our year ends on 30.09., so a start in May leaves five months',
    'spent until 31.12 or gone',
    'ordered before the 30 of June',
    '%60 of it comes back',
    "the mob that went bust on us in '19",
    'payback within 9 mo',
    '5.3 AWS bill',
    'since 1987 nothing is paid in advance',
    'swept on the thirty-first',
  ])('no money in: %s', (text) => expect(amountOf(text)).toBeNull())

  test('a bare dollar is the dollar of the note', () => {
    expect(amountOf('$40k', 'AUD')?.currency).toBe('AUD')
    expect(amountOf('$40k', 'EUR')?.currency).toBe('USD')
    expect(amountOf('$40k')?.currency).toBe('USD')
  })

  test("the note's currency is the one it names most", () => {
    expect(homeCurrency(['we pay 40k NOK', 'or 200 NOK', 'once 5 EUR'])).toBe('NOK')
    expect(homeCurrency(['no money here'])).toBeNull()
  })

  test.each(['forty-one thousand accounts', 'ten of those 112 machines', 'because of the 166'])(
    'a number that may be of anything is called a guess: %s',
    (text) => expect(amountOf(text)?.guess).toBe(true),
  )

  test.each(['We pay 35 for it', 'her limit is 40', '60k', 'GBP 90', '180 in the budget'])('no guess: %s', (text) =>
    expect(amountOf(text)).not.toHaveProperty('guess'),
  )

  test('English words are no currency', () => {
    expect(amountOf('118 a claim from the districts', homeCurrency(['they won 11 districts']))?.currency).toBeNull()
    expect(homeCurrency(['911 CAD logs', 'I have 60k for it'])).toBeNull()
    expect(homeCurrency(['CAD 60k', '38k CAD in the plan'])).toBe('CAD')
  })

  test('which dollars and which crowns, places tell', () => {
    expect(homeCurrency(['$40k a year', 'the depot in Parramatta'])).toBe('AUD')
    expect(homeCurrency(['$40k a year', 'the depot in Duluth'])).toBe('USD')
    expect(homeCurrency(['200 kr an hour', 'their Odense site'])).toBe('DKK')
    expect(homeCurrency(['200 kr an hour'])).toBeNull()
  })

  test('a long run of digits and separators takes no time', () => {
    const start = performance.now()
    amountOf('1.'.repeat(50_000))
    amountOf('1 000'.repeat(20_000))
    expect(performance.now() - start).toBeLessThan(1000)
  })
})
