/** What stands where a day belongs and is none. */
import { isDay } from '../calendar.ts'
import type { Rule } from '../rule.ts'
import { daysOf } from './days.ts'

export const dateMalformed: Rule = {
  severity: 'error',
  summary: 'A date on a page is no day of the calendar.',
  look: ({ pages }) =>
    pages.flatMap((page) =>
      daysOf(page)
        .filter(({ value }) => !isDay(value))
        .map(({ key, value, line }) => ({
          file: page.file,
          line,
          persona: page.persona,
          says: `\`${key}: ${value}\` is not a day.`,
          remedy: 'Write it as YYYY-MM-DD, such as 2026-11-18.',
        })),
    ),
}
