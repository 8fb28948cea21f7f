import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isDay, lastDayOf, parseAge, type Age } from '../../src/checks/calendar.ts'
import { isOlder } from '../../src/checks/persona/freshness.ts'

const day = fc
  .date({ min: new Date('1996-01-01T00:00:00Z'), max: new Date('2110-12-31T00:00:00Z'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10))
const age = (text: string): Age => parseAge(text) ?? { months: 0, days: 0 }
const next = (from: string) => new Date(Date.parse(`${from}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10)

describe('ages', () => {
  test.each([
    ['180d', { months: 0, days: 180 }],
    ['26w', { months: 0, days: 182 }],
    ['6mo', { months: 6, days: 0 }],
    ['1y', { months: 12, days: 0 }],
  ])('%s is read', (text, meant) => expect(parseAge(text)).toEqual(meant))

  test.each(['6', '6m', '6 mo', '0d', '-1d', '1.5y', '', 'mo', '6MO', '99999d'])('"%s" is none', (text) =>
    expect(parseAge(text)).toBeNull(),
  )
})

describe('the last day within an age', () => {
  test.each([
    ['2026-08-31', '6mo', '2027-02-28'],
    ['2027-08-31', '6mo', '2028-02-29'],
    ['2026-08-30', '6mo', '2027-02-28'],
    ['2026-08-28', '6mo', '2027-02-28'],
    ['2028-02-29', '1y', '2029-02-28'],
    ['2028-02-29', '4y', '2032-02-29'],
    ['2096-02-29', '4y', '2100-02-28'],
    ['2026-12-31', '2mo', '2027-02-28'],
    ['2026-11-30', '1mo', '2026-12-30'],
    ['2026-02-28', '6mo', '2026-08-28'],
    ['2028-02-28', '1d', '2028-02-29'],
    ['2026-12-31', '1w', '2027-01-07'],
  ])('of %s and %s is %s', (from, limit, last) => expect(lastDayOf(from, age(limit))).toBe(last))

  test('is a day that there is, and moves forward with the day and with the age', () => {
    const months = fc.integer({ min: 1, max: 60 })
    fc.assert(
      fc.property(day, months, (from, n) => {
        const last = lastDayOf(from, { months: n, days: 0 })
        expect(isDay(last)).toBe(true)
        expect(last > from).toBe(true)
        expect(lastDayOf(next(from), { months: n, days: 0 }) >= last).toBe(true)
        expect(lastDayOf(from, { months: n + 1, days: 0 }) > last).toBe(true)
      }),
    )
  })

  test('lies the asked number of months on, on the same date or the last one of a shorter month', () => {
    fc.assert(
      fc.property(day, fc.integer({ min: 1, max: 60 }), (from, n) => {
        const last = lastDayOf(from, { months: n, days: 0 })
        const month = (text: string) => Number(text.slice(0, 4)) * 12 + Number(text.slice(5, 7))
        expect(month(last) - month(from)).toBe(n)
        if (last.slice(8) !== from.slice(8)) {
          expect(last.slice(8) < from.slice(8)).toBe(true)
          expect(next(last).slice(8)).toBe('01')
        }
      }),
    )
  })

  test('to the day something is fresh, a day more and it is not', () => {
    fc.assert(
      fc.property(day, fc.constantFrom('6mo', '1y', '180d', '26w', '1mo'), (from, limit) => {
        const last = lastDayOf(from, age(limit))
        expect(isOlder(from, limit, last)).toBe(false)
        expect(isOlder(from, limit, next(last))).toBe(true)
      }),
    )
  })
})

describe('isDay', () => {
  test.each(['2026-02-29', '2100-02-29', '2026-04-31', '2026-00-10', '2026-13-01', '2026-1-1', '2026-01-01T00:00'])(
    '%s is none',
    (text) => expect(isDay(text)).toBe(false),
  )

  test('every day of the calendar is one', () => {
    fc.assert(fc.property(day, (text) => isDay(text)))
  })
})
