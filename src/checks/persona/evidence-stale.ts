/** A page whose newest call is older than the limit: somebody may have looked at it, but nobody has talked to these people. */
import { isDay } from '../calendar.ts'
import type { CommittedPage } from '../page.ts'
import type { Rule } from '../rule.ts'
import { inWords, isOlder, limitOf, livingPages } from './freshness.ts'

export const evidenceStale: Rule = {
  severity: 'warn',
  summary: 'The newest call behind a page is older than the limit.',
  look: (committed) =>
    livingPages(committed).flatMap((page) => {
      const last = newestCall(page)
      const limit = limitOf(page, committed)
      if (last !== null && !isOlder(last, limit, committed.today)) return []
      return [
        {
          file: page.file,
          line: page.head.get('evidence')?.line ?? page.block?.marker ?? null,
          persona: page.persona,
          says:
            last === null
              ? 'No call behind this page has a date, so nobody can tell how old its evidence is.'
              : `The newest call behind this page is of ${last}: more than ${inWords(limit)} ago.`,
          remedy: 'Talk to them again and add the notes (with their date), then run `personas ingest`.',
        },
      ]
    }),
}

/** By the block, whose digest is known; by the front matter where the block does not say. */
function newestCall(page: CommittedPage): string | null {
  const day = page.sample === null ? page.head.get('evidence.last')?.value : page.sample.last
  return day !== undefined && day !== null && isDay(day) ? day : null
}
