/** `check --fix`: sets the links of quotes that only moved, on the pages and in the lock. Words are never touched. */
import { relink, type Relinked } from '../checks/quote/relink.ts'
import type { Committed } from '../checks/rule.ts'
import { writeFiles } from '../io/pages.ts'
import { withRunLock } from '../io/run-lock.ts'
import type { Workspace } from '../io/workspace.ts'
import { relock } from '../render/lock.ts'
import type { Read } from './committed.ts'

export async function fix(read: Read, workspace: Workspace): Promise<{ changed: boolean; says: string }> {
  const { committed, existing } = read
  if (committed.lock === null || 'error' in committed.lock)
    return { changed: false, says: 'Without a sound personas.lock no link is set: run `personas ingest`.\n' }
  const pages = relink(committed, existing)
  const lock = existing.get('personas.lock') ?? ''
  const renamed = sameNotes(committed)
  const next = relock(lock, new Map(pages.map(({ path, after }) => [path, after])), renamed)
  if (next === lock) return { changed: false, says: 'There was no quote whose link had to be set.\n' }
  await withRunLock(workspace.out, () =>
    writeFiles(workspace.out, [...pages, { path: 'personas.lock', text: next }], existing),
  )
  return { changed: true, says: sentence(pages) }
}

/** Renamed notes that say what they said: the lock may name them by their new name. */
function sameNotes({ lock, now, renamed }: Committed): Map<string, string> {
  if (lock === null || 'error' in lock) return new Map()
  return new Map([...renamed].filter(([from, to]) => now.notes.get(to) === lock.notes.get(from)))
}

function sentence(pages: readonly Relinked[]): string {
  const quotes = pages.reduce((sum, page) => sum + page.quotes, 0)
  const count = (n: number, word: string) => `${n} ${word}${n === 1 ? '' : 's'}`
  return `${count(quotes, 'quote')} linked anew on ${count(pages.length, 'page')}.\n`
}
