/** A page whose content nobody changed and nobody confirmed for longer than the limit. */
import type { Rule } from '../rule.ts'
import { contentDay, dayIn, inWords, isOlder, limitOf, livingPages } from './freshness.ts'

export const stale: Rule = {
  severity: 'error',
  summary: 'The content of a page did not change, and nobody confirmed it, for longer than the limit.',
  look: (committed) =>
    livingPages(committed).flatMap((page) => {
      const content = contentDay(page, committed)
      const reviewed = dayIn(page, 'reviewed', committed.today)
      const day = [content ?? '', reviewed ?? ''].toSorted().at(-1) ?? ''
      const limit = limitOf(page, committed)
      if (day === '' || !isOlder(day, limit, committed.today)) return []
      const confirmed = reviewed === null ? 'nobody has confirmed it' : `it was last confirmed on ${reviewed}`
      return [
        {
          file: page.file,
          line: page.head.get('updated')?.line ?? page.block?.marker ?? null,
          persona: page.persona,
          says: `The content last changed on ${content ?? 'a day that nobody can tell'} and ${confirmed}: more than ${inWords(limit)} ago.`,
          remedy: `Add newer notes and run \`personas ingest\`; or read the page, and if it still holds, set \`reviewed: ${committed.today}\` in its front matter.`,
        },
      ]
    }),
}
