/** Single files of the user's repository that are no pages: made where they are missing, never written over unasked. */
import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { CannotRun, reasonOf } from '../failures.ts'
import { readRegularText } from './regular-file.ts'

/**
 * @param path absolute; its folders are made
 * @returns false where something of that name is there, which is left as it is
 */
export function createFile(path: string, text: string): boolean {
  try {
    mkdirSync(dirname(path), { recursive: true })
    writeFileSync(path, text, { flag: 'wx' })
    return true
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    // A file where a folder should be exists as well, which is another thing.
    if (code === 'EEXIST' && existsSync(path)) return false
    // What was begun is ours, since the flag makes new files alone.
    if (code === 'ENOSPC' || code === 'EDQUOT') rmSync(path, { force: true })
    throw new CannotRun('not-created', { path, reason: reasonOf(error) }, { cause: error })
  }
}

/** @returns text of those files that are there, by path as given, relative to the folder */
export function readFiles(folder: string, paths: readonly string[]): Map<string, string> {
  const found = new Map<string, string>()
  for (const path of paths) {
    try {
      found.set(path, readRegularText(join(folder, path)))
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException
      if (code === 'ENOENT' || code === 'ENOTDIR') continue
      const reason = error instanceof TypeError ? 'it is not UTF-8 text' : reasonOf(error)
      throw new CannotRun('not-readable', { path, reason }, { cause: error })
    }
  }
  return found
}

/** @returns the nearest folder upwards that holds `name`; null where none does up to the top of the repository */
export function nearestHolding(folder: string, name: string): string | null {
  for (let at = folder; ; at = dirname(at)) {
    if (existsSync(join(at, name))) return at
    if (existsSync(join(at, '.git')) || dirname(at) === at) return null
  }
}
