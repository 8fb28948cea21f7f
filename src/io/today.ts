/** The only place that asks the clock which day it is. */
import { CannotRun } from '../failures.ts'

/**
 * @param now `--now` (or another option that names a day) as given, which wins over SOURCE_DATE_EPOCH, which wins over the clock
 * @returns the UTC day as YYYY-MM-DD
 */
export function today(now: string | undefined, env: NodeJS.ProcessEnv, option = '--now'): string {
  if (now !== undefined) return dayOf(now, option, new Date(`${now}T00:00:00Z`), now)
  const epoch = env['SOURCE_DATE_EPOCH']
  if (epoch === undefined || epoch === '') return new Date().toISOString().slice(0, 10)
  return dayOf(epoch, 'SOURCE_DATE_EPOCH', new Date(/^\d{1,12}$/.test(epoch) ? Number(epoch) * 1000 : Number.NaN))
}

/** `mustBe` refuses days that JavaScript would move on, such as 30 February. */
function dayOf(value: string, name: string, date: Date, mustBe?: string): string {
  const day = Number.isNaN(date.getTime()) ? '' : date.toISOString().slice(0, 10)
  if (!/^\d{4}-/.test(day) || (mustBe !== undefined && day !== mustBe)) throw new CannotRun('bad-day', { value, name })
  return day
}
