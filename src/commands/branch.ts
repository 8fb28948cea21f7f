/** Where the workspace lies in its repository, and what a branch changes there. */
import { BASE_OF_PULL_REQUEST, type Context } from '../context.ts'
import { CannotRun, isCannotRun } from '../failures.ts'
import { changedSince, pathInRepository, repositoryOf, type Repository } from '../io/git.ts'

/** @returns from the top folder of the repository to the root, with a slash at its end; empty where they are one, or git knows of none */
export function prefixOf(root: string): string {
  const repository = repositoryIfAny(root)
  return repository === null ? '' : prefixIn(repository, root)
}

/** As repositoryOf; null as well where git refuses to look at it. */
export function repositoryIfAny(root: string): Repository | null {
  try {
    return repositoryOf(root)
  } catch (error) {
    if (isCannotRun(error)) return null
    throw error
  }
}

/**
 * With `--since`, what changed since then, which must be there. Else, in a pull request on GitHub, what it changes, where that can be told.
 * @returns paths from the root
 */
export function changedFiles(
  since: string | undefined,
  root: string,
  { env }: Pick<Context, 'env'>,
): Set<string> | null {
  if (since !== undefined && repositoryOf(root) === null)
    throw new CannotRun('no-git', { path: root, option: '--since' })
  const base = env[BASE_OF_PULL_REQUEST]
  const revision = since ?? (base ? `origin/${base}` : undefined)
  const repository = revision === undefined ? null : repositoryIfAny(root)
  if (revision === undefined || repository === null) return null
  const names = changedSince(repository, revision)
  if (names === null && since !== undefined) throw new CannotRun('no-revision', { revision: since })
  const prefix = prefixIn(repository, root)
  return names === null ? null : new Set(names.map((name) => fromRoot(name, prefix)))
}

function prefixIn(repository: Repository, root: string): string {
  const path = pathInRepository(repository, root)
  return path === null || path === '' ? '' : `${path}/`
}

/** A path from the top folder, as records write it. */
function fromRoot(name: string, prefix: string): string {
  if (name.startsWith(prefix)) return name.slice(prefix.length)
  return `${prefix.replace(/[^/]+/g, '..')}${name}`
}
