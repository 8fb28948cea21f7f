/** Single files of the user's repository that are no pages: made where they are missing, never written over unasked. */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { CannotRun, reasonOf } from '../failures.ts'

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
    if (code === 'EEXIST') return false
    // What was begun is ours, since the flag makes new files alone.
    if (code === 'ENOSPC' || code === 'EDQUOT') rmSync(path, { force: true })
    throw new CannotRun('not-created', { path, reason: reasonOf(error) }, { cause: error })
  }
}
