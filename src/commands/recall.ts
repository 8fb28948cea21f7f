/**
 * A check of what is as it was: everything that the last one looked at is read once for its digest, and where nothing differs, the
 * last one's findings are given. It must be cheap, so it neither understands the configuration nor takes a page apart.
 */
import { BASE_OF_PULL_REQUEST, type Context } from '../context.ts'
import { digest, digestByPath } from '../digest.ts'
import { fromSystem, isCannotRun } from '../failures.ts'
import { cacheFolder } from '../io/cache-folder.ts'
import { keepLastRun, lastSaid, type Slot } from '../io/last-run.ts'
import { findAsked } from '../io/find-notes.ts'
import { readNoteBytes } from '../io/read-note.ts'
import { readOutputFolder } from '../io/pages.ts'
import { glanceAtSettings } from '../io/place.ts'
import { platformId, programId } from '../io/program.ts'
import type { Problem } from '../problems.ts'
import { readLock } from '../render/lock.ts'
import type { CheckReport } from '../reporters/findings/report.ts'
import type { CheckOptions } from './check.ts'

/** Bytes of notes that are kept from the first look for the second. */
const KEPT = 8_000_000

/** What a check says: neither where the repository begins nor what a branch changes is remembered. */
export type Said = Omit<CheckReport, 'prefix' | 'changed'>

/** Everything that a check looks at, as it was read once. */
export interface Sight {
  slot: Slot
  /** UTC day. */
  day: string
  /** Digest of all but the output folder. */
  inputs: string
  /** What stands in the output folder: text by path. */
  pages: Map<string, string>
  /** As findNotes gives them. */
  found: readonly string[]
  unfound: readonly Problem[]
  /** As readNoteBytes, of a note that was found. */
  bytesOf: (path: string) => Uint8Array | Problem
  /** Whether a note or a setting was another one when it was read again. */
  hasMoved: () => boolean
}

/** @returns null for a check that is to do its work whatever was said before, and where something could not be read: it has to say so */
export async function look(
  paths: readonly string[],
  day: string,
  options: CheckOptions,
  context: Context,
): Promise<Sight | null> {
  const folder = options.cache === false ? null : cacheFolder(context.env)
  if (folder === null || paths.includes('-') || looksFurther(options, context)) return null
  try {
    return await lookAt(paths, day, options, folder, context)
  } catch (error) {
    // What is wrong is said by the work itself, in its own order.
    if (isCannotRun(error) || fromSystem(error) !== null) return null
    throw error
  }
}

/** Whether it writes, tags or asks for the history: nothing of that is told by the files that lie there. */
function looksFurther({ fix, full, git, since }: CheckOptions, { env }: Context): boolean {
  const pullRequest = Boolean(env[BASE_OF_PULL_REQUEST])
  return fix === true || full === true || git === true || since !== undefined || pullRequest
}

async function lookAt(
  paths: readonly string[],
  day: string,
  options: CheckOptions,
  folder: string,
  { cwd }: Context,
): Promise<Sight | null> {
  const settings = glanceAtSettings(cwd, options)
  const { place } = settings
  const pages = readOutputFolder(place.out)
  const lock = readLock(pages.get('personas.lock') ?? '')
  // Without a lock, only the pages' quotes tell where the notes are.
  if ('error' in lock) return null
  const unfound: Problem[] = []
  const found = await findAsked(paths, lock.notes.keys(), place, unfound)
  const notes = readAll(found, place.root)
  if (notes === null || unfound.some(({ rule }) => rule === 'note/unreadable')) return null
  const { maxAge = null } = options
  const asked = [paths, maxAge, options.config ?? null]
  return {
    slot: { folder, root: place.root, out: place.out, kind: 'check' },
    day,
    inputs: digest(
      JSON.stringify([programId(), platformId(), settings.digest, place, asked, [...notes.digests], unfound]),
    ),
    pages,
    found,
    unfound,
    bytesOf: notes.bytesOf,
    hasMoved: () => notes.moved.size > 0 || glanceAtSettings(cwd, options).digest !== settings.digest,
  }
}

interface NotesRead {
  /** By path as found. */
  digests: Map<string, string>
  bytesOf: Sight['bytesOf']
  moved: Set<string>
}

/** null where one could not be read. */
function readAll(found: readonly string[], root: string): NotesRead | null {
  const kept = new Map<string, Uint8Array>()
  const digests = new Map<string, string>()
  const moved = new Set<string>()
  let size = 0
  for (const path of found) {
    const bytes = readNoteBytes(path, root)
    if ('rule' in bytes) return null
    digests.set(path, digest(bytes))
    size += bytes.length
    if (size <= KEPT) kept.set(path, bytes)
  }
  const bytesOf = (path: string) => {
    const known = kept.get(path)
    if (known !== undefined) return known
    const bytes = readNoteBytes(path, root)
    if ('rule' in bytes || digest(bytes) !== digests.get(path)) moved.add(path)
    return bytes
  }
  return { digests, bytesOf, moved }
}

/** @returns what the last check said, null where this one may say something else */
export function recall(sight: Sight): Said | null {
  return lastSaid<Said>(sight.slot, {
    day: sight.day,
    inputs: () => sight.inputs,
    pages: () => digestByPath(sight.pages),
  })
}

export function remember(sight: Sight, said: Said): void {
  if (sight.hasMoved()) return
  keepLastRun<Said>(sight.slot, {
    inputs: sight.inputs,
    pages: digestByPath(sight.pages),
    // What is too old tomorrow is not too old today.
    from: sight.day,
    until: sight.day,
    said,
  })
}
