/**
 * What was seen in notes, remembered: one file per workspace and stamp, a line a note, to which runs append whole lines.
 *
 *     KEY SLOT SUM SUM NEEDED⇥REST         digests of what the note was, of its path, of the two texts; the texts
 *
 * A line is believed where its key is asked for and its sums are right: torn, foreign and altered lines fall out by themselves.
 * Nothing here ever fails a run; without a cache the work is done again.
 */
import {
  closeSync,
  fstatSync,
  mkdirSync,
  openSync,
  readSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs'
import { join } from 'node:path'
import type { AnalyzedFile } from '../analyze/analyze.ts'
import { digest } from '../digest.ts'
import { pack, unpack } from './packed.ts'

export interface Cache {
  /** What is remembered under these keys. @param all statements, not those alone that pages rest on */
  find(keys: ReadonlySet<string>, all: boolean): Map<string, AnalyzedFile>
  /** Remembers what came of files. */
  add(entries: readonly Entry[]): void
}

export interface Entry {
  key: string
  path: string
  analyzed: AnalyzedFile
}

/** Where there is no place for one. */
const NO_CACHE: Cache = { find: () => new Map(), add() {} }

/** The newest so many stamps of a workspace are kept: a branch with another configuration does not empty the cache of the main one. */
const STAMPS = 4
const HEAD = 4 * 17
const LINE_FEED = 10
const TAB = 9
const CHUNK = 4 << 20

/**
 * @param folder of all caches, absolute; null for none
 * @param root of the workspace, absolute
 * @param stamp of what every entry depends on
 */
export function openCache(folder: string | null, root: string, stamp: string): Cache {
  if (folder === null) return NO_CACHE
  const home = join(folder, digest(root))
  const path = join(home, `${stamp}.notes`)
  let broken = false
  return {
    find(keys, all) {
      const found = new Map<string, AnalyzedFile>()
      const slots = new Map<string, number>()
      let lines = 0
      eachLine(path, (line) => {
        lines += 1
        const key = line.toString('latin1', 0, 16)
        slots.set(line.toString('latin1', 17, 33), lines)
        if (!keys.has(key) || found.has(key)) return
        const analyzed = read(line, key, all)
        if (analyzed !== null) found.set(key, analyzed)
      })
      // Half of it is of notes as they were before: worth the rewriting.
      if (lines > 2 * slots.size + 64) tidy(path, new Set(slots.values()))
      return found
    },
    add(entries) {
      if (broken || entries.length === 0) return
      broken = !append(home, path, Buffer.from(entries.map(lineOf).join('')))
    },
  }
}

function lineOf({ key, path, analyzed }: Entry): string {
  const { needed, rest } = pack(analyzed)
  return `${key} ${digest(path)} ${sum(key, needed)} ${sum(key, rest)} ${needed}\t${rest}\n`
}

/** Of a text and the key that it stands under. */
function sum(key: string, text: string | Uint8Array): string {
  return digest(`${key} ${digest(text)}`)
}

function read(line: Buffer, key: string, all: boolean): AnalyzedFile | null {
  const tab = line.indexOf(TAB, HEAD)
  if (tab < 0) return null
  const needed = line.subarray(HEAD, tab)
  const rest = all ? line.subarray(tab + 1) : null
  if (sum(key, needed) !== line.toString('latin1', 34, 50)) return null
  if (rest !== null && sum(key, rest) !== line.toString('latin1', 51, 67)) return null
  try {
    return unpack(needed.toString('utf8'), rest === null ? null : rest.toString('utf8'))
  } catch {
    return null
  }
}

/** Calls `take` with every whole line of a file, which is only valid until it returns; with none where the file can't be read. */
function eachLine(path: string, take: (line: Buffer) => void): void {
  const file = open(path, 'r')
  if (file === null) return
  try {
    let chunk = Buffer.allocUnsafe(CHUNK)
    let kept = 0
    for (;;) {
      const count = readSync(file, chunk, kept, chunk.length - kept, null)
      if (count === 0) return
      const end = kept + count
      let start = 0
      for (let stop = chunk.indexOf(LINE_FEED); stop >= 0 && stop < end; stop = chunk.indexOf(LINE_FEED, start)) {
        take(chunk.subarray(start, stop))
        start = stop + 1
      }
      kept = end - start
      const next = kept > chunk.length / 2 ? Buffer.allocUnsafe(2 * chunk.length) : chunk
      chunk.copy(next, 0, start, end)
      chunk = next
    }
  } catch {
    // What was read until here is as good as before.
  } finally {
    closeSync(file)
  }
}

/** @returns false where it could not be written */
function append(home: string, path: string, lines: Buffer): boolean {
  try {
    mkdirSync(home, { recursive: true, mode: 0o700 })
    const file = openSync(path, 'a+', 0o600)
    try {
      // A run that was killed may have left half a line: what comes begins on a line of its own.
      const { size } = fstatSync(file)
      const last = Buffer.alloc(1)
      if (size === 0) forgetOldest(home, path)
      if (size > 0) readSync(file, last, 0, 1, size - 1)
      writeSync(file, size > 0 && last[0] !== LINE_FEED ? Buffer.concat([Buffer.from('\n'), lines]) : lines)
    } finally {
      closeSync(file)
    }
    return true
  } catch {
    return false
  }
}

/** Deletes the files of the stamps that were longest not written. */
function forgetOldest(home: string, current: string): void {
  const others = readdirSync(home)
    .map((name) => join(home, name))
    .filter((path) => path.endsWith('.notes') && path !== current)
    .map((path) => ({ path, time: statSync(path).mtimeMs }))
    .toSorted((a, b) => b.time - a.time)
  for (const { path } of others.slice(STAMPS - 1)) rmSync(path, { force: true })
}

/** Keeps the lines of these numbers (from 1 on), the last one of every note. */
function tidy(path: string, numbers: ReadonlySet<number>): void {
  const fresh = `${path}.${process.pid}`
  try {
    const file = openSync(fresh, 'w', 0o600)
    try {
      let line = 0
      eachLine(path, (bytes) => {
        line += 1
        if (numbers.has(line)) writeSync(file, Buffer.concat([bytes, Buffer.from('\n')]))
      })
    } finally {
      closeSync(file)
    }
    renameSync(fresh, path)
  } catch {
    rmSync(fresh, { force: true })
  }
}

function open(path: string, flags: string): number | null {
  try {
    return openSync(path, flags)
  } catch {
    return null
  }
}
