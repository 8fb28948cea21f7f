/** A note past the day until which it may be kept: its words may be on the pages, and it should be gone. */
import type { Rule } from '../rule.ts'

export const noteRetention: Rule = {
  severity: 'error',
  summary: 'A note is kept longer than its `retention:` allows.',
  look({ retention, today }) {
    return [...retention].flatMap(([file, day]) =>
      day >= today
        ? []
        : [
            {
              file,
              line: null,
              says: `The note may be kept until ${day} only.`,
              remedy:
                'Delete it and run `personas ingest` on the others, or correct its `retention:` if it may be kept longer.',
            },
          ],
    )
  },
}
