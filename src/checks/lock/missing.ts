/** Without a lock nobody knows what the pages come from. */
import type { Rule } from '../rule.ts'

export const lockMissing: Rule = {
  severity: 'error',
  summary: 'personas.lock is missing or can not be used.',
  look({ lock, out }) {
    if (lock !== null && !('error' in lock)) return []
    const why = lock === null ? 'it is missing' : lock.error
    return [
      {
        file: `${out}personas.lock`,
        line: lock === null ? null : Number(/^line (\d+)/.exec(lock.error)?.[1] ?? 1),
        says: `Nothing says which notes the pages come from: personas.lock can't be used, ${why}.`,
        remedy: 'Run `personas ingest` on all notes and commit personas.lock with the pages.',
      },
    ]
  },
}
