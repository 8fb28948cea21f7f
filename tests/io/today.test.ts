import { describe, expect, test } from 'vitest'
import { today } from '../../src/io/today.ts'

describe('today', () => {
  test('--now wins over SOURCE_DATE_EPOCH', () => {
    expect(today('2026-02-28', { SOURCE_DATE_EPOCH: '0' })).toBe('2026-02-28')
  })

  test('SOURCE_DATE_EPOCH is read as a UTC day', () => {
    expect(today(undefined, { SOURCE_DATE_EPOCH: '1772323199' })).toBe('2026-02-28')
    expect(today(undefined, { SOURCE_DATE_EPOCH: '1772323200' })).toBe('2026-03-01')
  })

  test.each(['2026-02-30', '2026-13-01', 'yesterday', '', '2026-2-3'])(
    'refuses the day "%s" with a sentence',
    (day) => {
      expect(() => today(day, {})).toThrow(`"${day}" given as --now is not a day.`)
    },
  )

  test.each(['tomorrow', '-5', '99999999999999', '253402300800'])('refuses SOURCE_DATE_EPOCH=%s', (epoch) => {
    expect(() => today(undefined, { SOURCE_DATE_EPOCH: epoch })).toThrow('SOURCE_DATE_EPOCH')
  })
})
