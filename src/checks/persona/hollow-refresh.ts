/** A page that was made to look newer: its day moved, and its content did not. */
import { isDay } from '../calendar.ts'
import type { Committed, Found, Rule } from '../rule.ts'
import type { CommittedPage } from '../page.ts'
import { dayIn, livingPages } from './freshness.ts'

export const hollowRefresh: Rule = {
  severity: 'error',
  summary: 'The day of a page moved without its content.',
  look: (committed) => livingPages(committed).flatMap((page) => look(page, committed)),
}

function look(page: CommittedPage, { today, contentDays }: Committed): Found[] {
  const changed = page.block?.changed ?? ''
  const updated = dayIn(page, 'updated', today)
  const line = page.head.get('updated')?.line ?? null
  const place = { file: page.file, line, persona: page.persona }
  if (!isDay(changed) || changed > today) return []
  if (updated !== null && updated > changed)
    return [
      {
        ...place,
        says: `\`updated: ${updated}\` is later than the last change of the content, ${changed}.`,
        remedy: `Set it back to ${changed}. Whoever has read the page and found it right writes \`reviewed: ${today}\` instead.`,
      },
    ]
  const committed = contentDays.get(page.path)
  if (committed !== undefined && changed > committed)
    return [
      {
        ...place,
        says: `The page says that its content changed on ${changed}; in git it last changed on ${committed}.`,
        remedy: `Set both days back to ${committed}. Whoever has read the page and found it right writes \`reviewed: ${today}\` instead.`,
      },
    ]
  return []
}
