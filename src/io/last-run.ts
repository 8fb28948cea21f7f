/**
 * What the last run on an output folder said, beside what was seen in its notes: where everything that it read and wrote is still the
 * same, the next run has nothing to do but to say it again.
 */
import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { digest } from '../digest.ts'
import { readSmall } from './cache-folder.ts'

/** Where a command keeps what it said last: one file for each folder of pages. */
export interface Slot {
  /** Of all caches, absolute. */
  folder: string
  /** Of the workspace, absolute. */
  root: string
  /** The output folder, absolute. */
  out: string
  /** What an `ingest` said ends in run. */
  kind: 'run' | 'check'
}

interface LastRun<T> {
  /** Digest of all that the run read. */
  inputs: string
  /** Digest of what stood in the output folder behind it. */
  pages: string
  /** The days, YYYY-MM-DD, from and to which a run says the same; null for no end. */
  from: string
  until: string | null
  said: T
}

/** Digests of how it is now; none is made before it is needed. */
interface Now {
  /** UTC day. */
  day: string
  inputs: () => string
  pages: () => string
}

/** @returns what the last run said, null where this one may say something else, or nothing is there that this program wrote wholly */
export function lastSaid<T>(slot: Slot, now: Now): T | null {
  const last = readLastRun<T>(slot)
  if (last === null || now.day < last.from || now.day > (last.until ?? now.day)) return null
  return last.inputs === now.inputs() && last.pages === now.pages() ? last.said : null
}

function readLastRun<T>(slot: Slot): LastRun<T> | null {
  const text = readSmall(placeOf(slot).path)
  if (text === null || text.slice(0, 16) !== digest(text.slice(17))) return null
  try {
    return JSON.parse(text.slice(17)) as LastRun<T> | null
  } catch {
    return null
  }
}

/** Never fails a run; what is not kept costs time alone. */
export function keepLastRun<T>(slot: Slot, run: LastRun<T>): void {
  const { home, path } = placeOf(slot)
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

function placeOf({ folder, root, out, kind }: Slot): { home: string; path: string } {
  const home = join(folder, digest(root))
  return { home, path: join(home, `${digest(out)}.${kind}`) }
}
