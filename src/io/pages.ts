/** Reads what the output folder holds, and writes a plan into it: all or nothing per file. */
import { closeSync, fsyncSync, lstatSync, mkdirSync, openSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { CannotRun, isCannotRun, reasonOf } from '../failures.ts'
import type { OutputFile } from '../types.ts'
import { readRegularText } from './regular-file.ts'
import { replaceFile } from './replace-file.ts'

/**
 * @param out the output folder, absolute
 * @returns text of every page and data file there, by path relative to the folder; empty where the folder is missing
 */
export function readOutputFolder(out: string): Map<string, string> {
  const files = new Map<string, string>()
  for (const folder of ['', 'evidence']) {
    for (const name of list(join(out, folder))) {
      if (!/\.(md|ya?ml|jsonl|lock)$/.test(name)) continue
      const path = folder === '' ? name : `${folder}/${name}`
      const text = read(join(out, path))
      if (text !== null) files.set(path, text)
    }
  }
  return files
}

/** Text of every file below the output folder, hidden ones too, and the files that hold no text or could not be read. */
export function readEverything(out: string): { files: Map<string, string>; unread: string[] } {
  const files = new Map<string, string>()
  const unread: string[] = []
  const visit = (folder: string): void => {
    for (const entry of readdirSync(join(out, folder), { withFileTypes: true })) {
      const path = folder === '' ? entry.name : `${folder}/${entry.name}`
      if (entry.isDirectory()) visit(path)
      else if (entry.isFile()) {
        try {
          files.set(path, readRegularText(join(out, path)))
        } catch {
          unread.push(path)
        }
      } else unread.push(path)
    }
  }
  try {
    visit('')
  } catch (error) {
    throw new CannotRun('not-readable', { path: out, reason: reasonOf(error) }, { cause: error })
  }
  return { files, unread }
}

function list(folder: string): string[] {
  try {
    const entries = readdirSync(folder, { withFileTypes: true })
    const names = entries.flatMap((entry) => (entry.isFile() || entry.isSymbolicLink() ? [entry.name] : []))
    return names.toSorted()
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code
    if (code === 'ENOENT') return []
    throw new CannotRun(
      'not-writable',
      { path: folder, reason: code === 'ENOTDIR' ? 'it is a file' : reasonOf(error) },
      { cause: error },
    )
  }
}

function read(path: string): string | null {
  try {
    // What stands behind a link is somebody else's file, and written through it, it would be lost.
    if (lstatSync(path).isSymbolicLink())
      throw new CannotRun('not-readable', {
        path,
        reason: 'it is a symbolic link, and pages are not written through one',
      })
    // Bytes that are no UTF-8 would be lost when the page is written again.
    return readRegularText(path)
  } catch (error) {
    if (isCannotRun(error)) throw error
    if (error instanceof TypeError)
      throw new CannotRun('not-readable', { path, reason: 'it is not UTF-8 text' }, { cause: error })
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null
    throw new CannotRun('not-readable', { path, reason: reasonOf(error) }, { cause: error })
  }
}

/**
 * Writes the files in their order, each by temporary file, fsync and rename; the mode of a file that is there is kept.
 * @param known what stood there when the files were made: one that somebody has saved since is not written over
 */
export async function writeFiles(
  out: string,
  files: readonly OutputFile[],
  known?: ReadonlyMap<string, string>,
): Promise<void> {
  let done = 0
  for (const file of files) {
    try {
      if (file.path.includes('/')) mkdirSync(join(out, file.path, '..'), { recursive: true })
      replaceFile(join(out, file.path), file.text, () => {
        if (known !== undefined && read(join(out, file.path)) !== (known.get(file.path) ?? null))
          throw new CannotRun('changed-meanwhile', { path: join(out, file.path), done: soFar(done, files.length) })
      })
      done += 1
    } catch (error) {
      if (isCannotRun(error)) throw error
      throw new CannotRun(
        'write-failed',
        { path: join(out, file.path), reason: reasonOf(error), done: soFar(done, files.length) },
        { cause: error },
      )
    }
  }
  if (done > 0) syncFolder(out)
}

function soFar(done: number, all: number): string {
  return done === 0 ? 'Nothing was written.' : `${done} of ${all} files were written.`
}

/** A rename is on the disk only when its folder is. Windows can't open folders and needs no such step. */
function syncFolder(folder: string): void {
  if (process.platform === 'win32') return
  const handle = openSync(folder, 'r')
  try {
    fsyncSync(handle)
  } catch {
    // Some network file systems refuse it; the files themselves are safe by then.
  } finally {
    closeSync(handle)
  }
}
