/**
 * Days as YYYY-MM-DD and ages as people write them (`6mo`, `180d`, `26w`, `1y`). Our own, since date libraries count in the
 * machine's time zone (date-fns, dayjs) or are larger than this whole rule set (the Temporal polyfills); this is UTC days and twenty lines.
 */

export interface Age {
  months: number
  days: number
}

const DAY = 86_400_000
const ISO_DAY = /^(\d{4})-(\d{2})-(\d{2})$/

/** @returns null where the text is no age */
export function parseAge(text: string): Age | null {
  const [, number, unit] = /^(\d{1,4})(d|w|mo|y)$/.exec(text) ?? []
  if (number === undefined || unit === undefined || Number(number) === 0) return null
  const n = Number(number)
  if (unit === 'd' || unit === 'w') return { months: 0, days: unit === 'w' ? 7 * n : n }
  return { months: unit === 'y' ? 12 * n : n, days: 0 }
}

/** true for a day that there is: 2026-02-30 is none. */
export function isDay(text: string): boolean {
  const [, year, month, day] = ISO_DAY.exec(text) ?? []
  if (year === undefined || month === undefined || day === undefined) return false
  return (
    Number(month) >= 1 && Number(month) <= 12 && Number(day) >= 1 && Number(day) <= lastOf(Number(year), Number(month))
  )
}

/**
 * The last day on which something of `day` is not older than `age`. Months are calendar months: what the month does not have is
 * its last day, so that 31 August and six months are 28 or 29 February.
 */
export function lastDayOf(day: string, age: Age): string {
  const [, year, month, date] = ISO_DAY.exec(day) ?? []
  const months = Number(year) * 12 + Number(month) - 1 + age.months
  const [y, m] = [Math.floor(months / 12), (months % 12) + 1]
  const clamped = `${String(y).padStart(4, '0')}-${two(m)}-${two(Math.min(Number(date), lastOf(y, m)))}`
  if (age.days === 0) return clamped
  return new Date(Date.parse(`${clamped}T00:00:00Z`) + age.days * DAY).toISOString().slice(0, 10)
}

function lastOf(year: number, month: number): number {
  if (month !== 2) return [4, 6, 9, 11].includes(month) ? 30 : 31
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28
}

function two(number: number): string {
  return String(number).padStart(2, '0')
}
