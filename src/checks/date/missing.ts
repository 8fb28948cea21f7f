/** A page without the day of its last change: it is no exception from growing old. */
import { livingPages } from '../persona/freshness.ts'
import type { Rule } from '../rule.ts'

export const dateMissing: Rule = {
  severity: 'error',
  summary: 'A page does not say when it was updated.',
  look: (committed) =>
    livingPages(committed)
      .filter((page) => (page.head.get('updated')?.value ?? '').trim() === '')
      .map((page) => ({
        file: page.file,
        line: page.head.get('updated')?.line ?? 1,
        persona: page.persona,
        says: 'The front matter has no `updated:`, so nobody can see how old the page is.',
        remedy: `Run \`personas ingest\`, which sets it, or write \`updated: ${page.block?.changed ?? 'YYYY-MM-DD'}\`.`,
      })),
}
