import { describe, expect, test } from 'vitest'
import { day, findDate, namesDay } from '../../src/analyze/dates.ts'

describe('a day in a text', () => {
  test.each([
    ['2026-03-02', '2026-03-02'],
    ['on 2026/3/2', '2026-03-02'],
    ['2. März 2026', '2026-03-02'],
    ['March 2nd, 2026', '2026-03-02'],
    ['13/2/26', '2026-02-13'],
    ['2/13/2026', '2026-02-13'],
    ['2.3.2026', '2026-03-02'],
    ['3/3/2026', '2026-03-03'],
    ['2028-02-29', '2028-02-29'],
    ['2026-02-29', null],
    ['31/4/2026', null],
    ['1.1.1889', null],
    ['no day', null],
  ])('%s is %s', (text, date) => {
    expect(findDate(text, null as never)).toEqual({ date, ambiguous: null })
  })

  test('9/8/2026 is a question, unless it is settled who writes it', () => {
    expect(findDate('9/8/2026', undefined as never)).toEqual({ date: null, ambiguous: '9/8/2026' })
    expect(findDate('9/8/2026', 'dmy')).toEqual({ date: '2026-08-09', ambiguous: null })
    expect(findDate('9/8/2026', 'mdy')).toEqual({ date: '2026-09-08', ambiguous: null })
  })

  test.each([
    ['12/3', true],
    ['2026-03-02', true],
    ['3rd March', true],
    ['March 3', true],
    ['3 rooms', false],
    ['', false],
  ])('"%s" names one: %s', (text, named) => {
    expect(namesDay(text)).toBe(named)
  })

  test('a day of the calendar, in a century of ours', () => {
    expect(day(2000, 2, 29)).toBe('2000-02-29')
    expect(day(2100, 2, 29)).toBeNull()
    expect(day(2026, 13, 1)).toBeNull()
    expect(day(2026, 1, 0)).toBeNull()
    expect(day(2101, 1, 1)).toBeNull()
  })
})
