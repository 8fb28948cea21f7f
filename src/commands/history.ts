/** What git knows of pages and notes, for `check`: when words last changed, how a page was, where a note went. */
import { join, relative, resolve, sep } from 'node:path'
import type { CommittedPage } from '../checks/page.ts'
import { isCannotRun } from '../failures.ts'
import { filesAt, history, pathInRepository, renames, type Commit, type Repository } from '../io/git.ts'
import type { Workspace } from '../io/workspace.ts'
import { sameWords } from '../render/anchor.ts'
import type { Lock } from '../render/lock.ts'
import { blockDigest, readPage } from '../render/managed.ts'

/** Commits of one page that are looked through at most, and how many are read at a time. */
const MOST = 1_000
const STEP = 16

/** By page: the UTC day of the commit that last changed its words. Pages that git does not know, or that changed since, have none. */
export function contentDays(
  pages: readonly CommittedPage[],
  repository: Repository | null,
  workspace: Workspace,
): Map<string, string> {
  const days = new Map<string, string>()
  if (repository === null) return days
  for (const page of pages) {
    if (page.kind !== 'persona' || page.block === null) continue
    let day: string | null = null
    for (const { commit, lines } of versions(page, repository, workspace)) {
      if (lines === null || !sameWords(lines, page.block.lines)) break
      day = commit.day
    }
    if (day !== null) days.set(page.path, day)
  }
  return days
}

/** By page: its lines as the lock has them, where a commit holds them. @param ask for the repository, which is not done for no page */
export function linesAsLocked(
  pages: readonly CommittedPage[],
  lock: Lock,
  ask: () => Repository | null,
  workspace: Workspace,
): Map<string, string[]> {
  const found = new Map<string, string[]>()
  const repository = pages.length === 0 ? null : ask()
  if (repository === null) return found
  for (const page of pages) {
    const wanted = lock.pages.get(page.path)
    const [lines] = orNothing(() =>
      firstOf(versions(page, repository, workspace), (one) => blockDigest(one) === wanted),
    )
    if (lines !== undefined) found.set(page.path, lines)
  }
  return found
}

function firstOf(all: Iterable<{ lines: string[] | null }>, isMeant: (lines: string[]) => boolean): string[][] {
  for (const { lines } of all) if (lines !== null && isMeant(lines)) return [lines]
  return []
}

/** For what is good to know and not asked for: in a clone without all its blobs, git may have to give up. */
function orNothing<T>(ask: () => Iterable<T>): T[] {
  try {
    return [...ask()]
  } catch (error) {
    if (isCannotRun(error)) return []
    throw error
  }
}

/** The block of a page in every commit that touched it, newest first; null where it had none. Read as far as it is asked for. */
function* versions(
  page: CommittedPage,
  repository: Repository,
  workspace: Workspace,
): Generator<{ commit: Commit; lines: string[] | null }> {
  const path = pathInRepository(repository, join(workspace.out, page.path))
  if (path === null) return
  const commits = history(repository, path, MOST)
  for (let start = 0; start < commits.length; start += STEP) {
    const some = commits.slice(start, start + STEP)
    const texts = filesAt(
      repository,
      some.map(({ id, path: then }) => ({ revision: id, path: then })),
    )
    for (const [at, commit] of some.entries()) {
      const read = readPage(texts[at] ?? '')
      yield { commit, lines: read === null || 'error' in read ? null : read.lines }
    }
  }
}

/**
 * Where the notes that are gone have gone: to the note with the same content, else to where git says that they were renamed.
 * @param gone record paths
 * @param digests of the notes that are there, by record path
 * @param ask for the repository, which is done where content does not tell
 */
export function renamedNotes(
  gone: readonly string[],
  digests: ReadonlyMap<string, string>,
  lock: Lock | null,
  ask: () => Repository | null,
  root: string,
): Map<string, string> {
  const found = new Map<string, string>()
  const arrived = new Map<string, string>()
  for (const [file, digest] of digests) if (lock?.notes.has(file) === false) arrived.set(digest, file)
  for (const file of gone) {
    const same = arrived.get(lock?.notes.get(file) ?? '')
    if (same !== undefined) found.set(file, same)
  }
  const left = gone.filter((file) => !found.has(file))
  const repository = left.length === 0 ? null : ask()
  if (repository === null) return found
  const inRepository = new Map(left.map((file) => [pathInRepository(repository, resolve(root, file)) ?? '', file]))
  for (const [from, to] of renames(
    repository,
    [...inRepository.keys()].filter((path) => path !== ''),
  )) {
    const now = relative(resolve(root), resolve(repository.root, to)).split(sep).join('/')
    const file = inRepository.get(from)
    if (file !== undefined && digests.has(now)) found.set(file, now)
  }
  return found
}
