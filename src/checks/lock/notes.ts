/** Notes that are not as they were when the pages were made: the pages may not be what the notes give. */
import type { Found, Rule } from '../rule.ts'

const REMEDY = 'Run `personas ingest` on all notes and commit the pages with the notes.'

/** As records name what was piped in (src/io/read-note.ts). */
const STANDARD_INPUT = '-'
const PIPED = 'The pages rest on what was piped in, which can not be read again.'
const SAVE_IT = 'Save it as a file among the notes and run `personas ingest` on all of them.'

export const lockNotes: Rule = {
  severity: 'error',
  summary: 'Notes were added, changed or removed after the pages were made.',
  look({ lock, now, renamed, problems }) {
    if (lock === null || 'error' in lock) return []
    const found: Found[] = []
    const unread = new Set(problems.map(({ file }) => file))
    const arrived = new Set(renamed.values())
    const add = (file: string, says: string, because: string[] = []) =>
      found.push({ file, line: null, says, remedy: REMEDY, because })
    for (const [file, digest] of lock.notes) {
      const moved = renamed.get(file)
      const here = now.notes.has(file) ? file : (moved ?? file)
      const current = now.notes.get(here)
      if (current === undefined && file === STANDARD_INPUT)
        found.push({ file, line: null, says: PIPED, remedy: SAVE_IT, because: [] })
      else if (current === undefined && !unread.has(file))
        add(file, 'The note is gone, and the pages still rest on it.')
      if (current === undefined || current === digest) continue
      const renaming = here === file ? '' : `, and was renamed from ${file},`
      add(here, `The note changed${renaming} after the pages were made.`, [file])
    }
    for (const file of now.notes.keys())
      if (!lock.notes.has(file) && !arrived.has(file)) add(file, 'The note is new: no page rests on it yet.')
    return found.toSorted((a, b) => (a.file < b.file ? -1 : 1))
  },
}
