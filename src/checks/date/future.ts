/** A day that has not come yet can't have been the day of anything. */
import { isDay } from '../calendar.ts'
import type { Rule } from '../rule.ts'
import { daysOf } from './days.ts'

export const dateFuture: Rule = {
  severity: 'error',
  summary: 'A date on a page lies in the future.',
  look: ({ pages, today }) =>
    pages.flatMap((page) =>
      daysOf(page)
        .filter(({ value }) => isDay(value) && value > today)
        .map(({ key, value, line }) => ({
          file: page.file,
          line,
          persona: page.persona,
          says: `\`${key}: ${value}\` lies in the future; today is ${today} (UTC).`,
          remedy:
            key === 'evidence.first' || key === 'evidence.last'
              ? 'Correct the date of the note, then run `personas ingest`.'
              : 'Set it to the day on which it happened; days are UTC days.',
        })),
    ),
}
