/** A note that was moved and says what it said: the pages hold, their links don't. */
import type { Rule } from '../rule.ts'

export const noteRenamed: Rule = {
  severity: 'warn',
  summary: 'A note was renamed after the pages were made; links to it are broken.',
  look({ lock, now, renamed }) {
    if (lock === null || 'error' in lock) return []
    return [...renamed].flatMap(([from, to]) =>
      now.notes.get(to) !== lock.notes.get(from)
        ? []
        : [
            {
              file: to,
              line: null,
              because: [from],
              says: `The note was ${from} when the pages were made; their links lead there.`,
              remedy: 'Run `personas check --fix` to set the links, or `personas ingest`.',
            },
          ],
    )
  },
}
