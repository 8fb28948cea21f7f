/** Another version of the tagger than the one that made the pages. One finding, however many pages would change. */
import type { Rule } from '../rule.ts'

export const lockModel: Rule = {
  severity: 'error',
  summary: 'The pages were made by another version of the tagger.',
  look({ lock, now, out }) {
    if (lock === null || 'error' in lock || lock.model === now.model) return []
    return [
      {
        file: `${out}personas.lock`,
        line: null,
        says: 'The pages were made by another version of the tagger than the one installed.',
        remedy:
          'Run `personas ingest` on all notes with this version, and pin the version of personas that CI installs.',
      },
    ]
  },
}
