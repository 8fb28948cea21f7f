/**
 * What the last run on an output folder said, beside what was seen in its notes: where everything that it read and wrote is still the
 * same, the next run has nothing to do but to say it again.
 */
import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { digest } from '../digest.ts'
import { readSmall } from './cache-folder.ts'

export interface LastRun<T> {
  /** Digest of all that the run read. */
  inputs: string
  /** Digest of what stood in the output folder behind it. */
  pages: string
  /** The days, YYYY-MM-DD, from and to which a run says the same; null for no end. */
  from: string
  until: string | null
  said: T
}

/**
 * @param folder of all caches, absolute
 * @param root of the workspace, absolute
 * @param out the output folder, absolute
 * @returns null where there is none that was wholly written by this program
 */
export function readLastRun<T>(folder: string, root: string, out: string): LastRun<T> | null {
  const text = readSmall(placeOf(folder, root, out).path)
  if (text === null || text.slice(0, 16) !== digest(text.slice(17))) return null
  try {
    return JSON.parse(text.slice(17)) as LastRun<T> | null
  } catch {
    return null
  }
}

/** Never fails a run; what is not kept costs time alone. */
export function keepLastRun<T>(folder: string, root: string, out: string, run: LastRun<T>): void {
  const { home, path } = placeOf(folder, root, out)
  const body = JSON.stringify(run)
  const fresh = `${path}.${process.pid}`
  try {
    mkdirSync(home, { recursive: true, mode: 0o700 })
    writeFileSync(fresh, `${digest(body)} ${body}`, { mode: 0o600 })
    renameSync(fresh, path)
  } catch {
    remove(fresh)
  }
}

function remove(path: string): void {
  try {
    rmSync(path, { force: true })
  } catch {
    // There is no place for it, so that nothing is left there either.
  }
}

function placeOf(folder: string, root: string, out: string): { home: string; path: string } {
  const home = join(folder, digest(root))
  return { home, path: join(home, `${digest(out)}.run`) }
}
