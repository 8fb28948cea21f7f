/** When a page was last brought up to date: its content changed, or a person confirmed it. */
import { isDay, lastDayOf, parseAge } from '../calendar.ts'
import { isRetired, type CommittedPage } from '../page.ts'
import type { Committed } from '../rule.ts'

/** The pages that can grow old: those of personas that are there. */
export function livingPages({ pages }: Committed): CommittedPage[] {
  return pages.filter((page) => page.kind === 'persona' && page.block !== null && !isRetired(page))
}

/** The value of a front-matter key where it is a day that has come; anything else is for the rules about dates. */
export function dayIn(page: CommittedPage, key: string, today: string): string | null {
  const value = page.head.get(key)?.value
  return value !== undefined && isDay(value) && value <= today ? value : null
}

/**
 * The day of the last content change: the earliest of what the marker, the front matter and, where it was asked, git say, since
 * each of them can be moved forward by hand and none of them back without a loss.
 */
export function contentDay(page: CommittedPage, { today, contentDays }: Committed): string | null {
  const days = [page.block?.changed ?? '', dayIn(page, 'updated', today) ?? '', contentDays.get(page.path) ?? '']
  return days.filter((day) => isDay(day) && day <= today).toSorted()[0] ?? null
}

/** The limit for a page, as written: its own, else the one for all. */
export function limitOf(page: CommittedPage, { config, maxAge }: Committed): string {
  return config.checks.personas[page.persona ?? '']?.maxAge ?? maxAge
}

/** true where something of `day` is older than the limit allows on the day of today. */
export function isOlder(day: string, limit: string, today: string): boolean {
  const age = parseAge(limit)
  return age !== null && today > lastDayOf(day, age)
}

/** `6mo` → "6 months". */
export function inWords(limit: string): string {
  const [, number = '', unit = ''] = /^(\d+)([a-z]+)$/.exec(limit) ?? []
  const word = { d: 'day', w: 'week', mo: 'month', y: 'year' }[unit] ?? unit
  return `${Number(number)} ${word}${Number(number) === 1 ? '' : 's'}`
}
