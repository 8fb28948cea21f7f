/** What was done to forget a person, for people. */
import type { Context } from '../context.ts'
import { printable } from './printable.ts'

/** `line` is 1-based, 0 for the file's name, null for a file that could not be read. */
export interface Place {
  path: string
  line: number | null
}

export interface Forgetting {
  name: string
  /** Files of the output folder that held the person, and how often. */
  changed: { path: string; times: number }[]
  /** Where the name still stands in the output folder; empty where all went well. */
  left: Place[]
  /** Where the first name stands alone: it may mean somebody else. */
  doubtful: Place[]
  /** Files that were searched again at the end. */
  searched: number
  /** Files of the output folder that could not be searched. */
  unread: string[]
  /** Files of the cache that were deleted, since they hold words of notes. */
  uncached: number
  notes: Place[]
  notesSearched: boolean
  dryRun: boolean
}

const LISTED = 50

export function forgettingAsText(found: Forgetting, paint: Context['paint']): string {
  const { changed, left, doubtful, notes, dryRun } = found
  const lines = changed.map(
    ({ path, times }) =>
      `${dryRun ? 'would change' : 'changed'}  ${printable(path)} (${times === 1 ? 'once' : `${times} times`})`,
  )
  if (dryRun) lines.push('Nothing was written.')
  else if (left.length === 0)
    lines.push(`Searched ${found.searched} files of the output folder again: the name stands in none of them.`)
  else lines.push(paint.red('The name still stands in:'), ...listed(left))
  if (found.unread.length > 0)
    lines.push(
      paint.red('Could not be searched, look for yourself:'),
      ...found.unread.map((path) => `  ${printable(path)}`),
    )
  if (doubtful.length > 0)
    lines.push(paint.yellow('The first name alone was left, as it may mean somebody else:'), ...listed(doubtful))
  if (found.uncached > 0) lines.push('What was remembered of notes (personas cache info) was deleted with it.')
  if (!found.notesSearched) lines.push('No notes were searched: name them to see which still hold the name.')
  else if (notes.length === 0) lines.push('No note holds the name.')
  else lines.push(paint.yellow('Notes that hold the name; change or delete them yourself:'), ...listed(notes))
  lines.push('The history of git keeps what was there before; git filter-repo takes it out.')
  return `${lines.join('\n')}\n`
}

function listed(places: readonly Place[]): string[] {
  const shown = places.slice(0, LISTED).map(({ path, line }) => {
    const where = line === null ? ' (could not be read)' : line === 0 ? ' (its name)' : `:${line}`
    return `  ${printable(path)}${where}`
  })
  return places.length > LISTED ? [...shown, `  and ${places.length - LISTED} more`] : shown
}
