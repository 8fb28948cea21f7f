/**
 * Reads files that somebody else put there. What a repository holds may be a link to a device, a named pipe or a file without an
 * end: none is waited for, and none is read until memory is full.
 */
import { closeSync, constants, fstatSync, openSync, readFileSync, readSync, type Stats } from 'node:fs'

/** No file that a person writes by hand, and none of ours, is larger. In bytes. */
const MOST = 64_000_000
/** A file that is being saved is the same twice within so many attempts. */
const ATTEMPTS = 4

/**
 * Asked of the open file, so that nothing can take its place in between.
 * @param most bytes
 * @returns the bytes as they stood at one moment. Throws the system's error, or one with a code of this file:
 * ENOTFILE it is no regular file, EFBIG it has more bytes, ECHANGING it was written to all the while
 */
export function readRegularFile(path: string, most: number = MOST): Buffer {
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    const bytes = readOnce(path, most)
    if (bytes !== null) return bytes
  }
  throw failed('ECHANGING')
}

/** As readRegularFile, decoded; throws a TypeError where it is not UTF-8. A byte order mark is kept. */
export function readRegularText(path: string): string {
  return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(readRegularFile(path))
}

/** @returns null where the file changed meanwhile, so that half of it may be of yesterday */
function readOnce(path: string, most: number): Buffer | null {
  // Without O_NONBLOCK, opening a named pipe waits for somebody to write into it.
  const handle = openSync(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0))
  try {
    const before = fstatSync(handle)
    if (!before.isFile()) throw failed('ENOTFILE')
    if (before.size > most) throw failed('EFBIG', before.size)
    const bytes = readAll(handle, before.size)
    if (bytes.length > most) throw failed('EFBIG', bytes.length)
    return isSame(before, fstatSync(handle)) ? bytes : null
  } finally {
    closeSync(handle)
  }
}

/** Where the file is as long as the system says, at one go; some are not (/proc). */
function readAll(handle: number, size: number): Buffer {
  const bytes = Buffer.allocUnsafe(size + 1)
  const length = readSync(handle, bytes, 0, bytes.length, 0)
  return length === size ? bytes.subarray(0, size) : readFileSync(handle)
}

function isSame(a: Stats, b: Stats): boolean {
  return a.size === b.size && a.mtimeMs === b.mtimeMs
}

function failed(code: 'ENOTFILE' | 'EFBIG' | 'ECHANGING', size?: number): Error {
  return Object.assign(new Error(code), { code, size })
}
