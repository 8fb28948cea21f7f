/** Reads one note: its bytes, then its text, or the problem that keeps it from being one. */
import { isUtf8 } from 'node:buffer'
import { readSync } from 'node:fs'
import { digest } from '../digest.ts'
import { reasonOf } from '../failures.ts'
import { problem, type Problem } from '../problems.ts'
import type { SourceFile } from '../types.ts'
import { recordPath, type Place } from './place.ts'
import { readRegularFile } from './regular-file.ts'

/** A file with such a line is a page of ours, wherever it lies; taken for a note, its quotes would be counted again. */
const PAGE_MARKER = /^ {0,3}<!-- personas:begin v\d/m
/** More than this is no call note, and would cost minutes to parse. */
const MAX_BYTES = 5_000_000
/** Standard input has no file that a quote could link to. */
const STDIN_PATH = '-'

/** @returns the note, or the problem that kept it from being read */
export function readNote(path: string, { root }: Pick<Place, 'root'>): SourceFile | Problem {
  const bytes = readNoteBytes(path, root)
  return 'rule' in bytes ? bytes : decodeNote(path, root, bytes)
}

/** The first half of readNote. */
export function readNoteBytes(path: string, root: string): Uint8Array | Problem {
  try {
    const bytes = path === '-' ? readStdin() : readRegularFile(path, MAX_BYTES)
    return bytes.length > MAX_BYTES ? tooLarge(noteName(path, root), bytes.length) : bytes
  } catch (error) {
    const { code, size } = error as { code?: string; size?: number }
    if (code === 'EFBIG' && size !== undefined) return tooLarge(noteName(path, root), size)
    return problem('note/unreadable', noteName(path, root), null, { reason: reasonOf(error) })
  }
}

/** What stands in a page of ours, and hardly in a note; what digests leave out or change. */
const SIGNS = ['<!-- personas:begin v', '\0', '\r', '\uFEFF']

/**
 * The digest of a note's text, told by its bytes: to decode ten thousand notes takes longer than to read them.
 * @returns null where more must be asked: it may have front matter, be no text, no note, or a text with other line ends
 */
export function digestOfPlain(bytes: Uint8Array): string | null {
  const all = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)
  const isPlain = !/[-+]/.test(all.toString('latin1', 0, 1)) && isUtf8(all) && !SIGNS.some((sign) => all.includes(sign))
  return isPlain ? digest(all) : null
}

/** The second half of readNote. */
export function decodeNote(path: string, root: string, bytes: Uint8Array): SourceFile | Problem {
  return decode(noteName(path, root), bytes)
}

/** @returns the name by which records know the note */
export function noteName(path: string, root: string): string {
  return path === '-' ? STDIN_PATH : recordPath(root, path)
}

/** A pipe whose writer is slow has nothing yet, which is no error: wait for it. */
function readStdin(): Uint8Array {
  const parts: Uint8Array[] = []
  const chunk = new Uint8Array(65_536)
  for (;;) {
    try {
      const count = readSync(0, chunk)
      if (count === 0) return Buffer.concat(parts)
      parts.push(chunk.slice(0, count))
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException
      if (code === 'EOF') return Buffer.concat(parts)
      if (code !== 'EAGAIN') throw error
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 20)
    }
  }
}

function tooLarge(name: string, bytes: number): Problem {
  const reason = `it has ${(bytes / 1e6).toFixed(1)} MB, the limit is ${MAX_BYTES / 1e6} MB`
  return problem('note/too-large', name, null, { reason })
}

const UTF8 = new TextDecoder('utf-8', { fatal: true })

function decode(name: string, bytes: Uint8Array): SourceFile | Problem {
  let text: string
  try {
    text = UTF8.decode(bytes)
  } catch {
    const utf16 = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff)
    return problem('note/not-text', name, null, { reason: utf16 ? 'it is UTF-16' : 'it has bytes that are not UTF-8' })
  }
  return asNote(name, text)
}

/** @returns the note, or the problem that its text is; `name` as records write it */
export function noteOf(name: string, text: string): SourceFile | Problem {
  const bytes = Buffer.byteLength(text)
  return bytes > MAX_BYTES ? tooLarge(name, bytes) : asNote(name, text)
}

function asNote(name: string, text: string): SourceFile | Problem {
  const nul = text.indexOf('\0')
  if (nul >= 0) return problem('note/not-text', name, lineAt(text, nul), { reason: 'it has a NUL byte' })
  if (PAGE_MARKER.test(text)) return problem('note/page', name)
  return { path: name, text }
}

function lineAt(text: string, offset: number): number {
  return text.slice(0, offset).split('\n').length
}

/** @returns whether a file is a page of ours */
export function isPage(path: string): boolean {
  try {
    return PAGE_MARKER.test(readRegularFile(path, MAX_BYTES).toString('utf8'))
  } catch {
    // Reading it as a note says what is wrong with it.
    return false
  }
}
