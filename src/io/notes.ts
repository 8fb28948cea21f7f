/** Finds the notes that the user means, and reads them. */
import { readFileSync, readSync, realpathSync, statSync, type Stats } from 'node:fs'
import { join, resolve, sep } from 'node:path'
import ignore, { type Ignore } from 'ignore'
import { glob, isDynamicPattern } from 'tinyglobby'
import { CannotRun, reasonOf } from '../failures.ts'
import { problem, type Problem } from '../problems.ts'
import type { SourceFile } from '../types.ts'
import { recordPath, type Workspace } from './workspace.ts'

const NOTE_PATTERN = '**/*.{md,markdown,MD}'
const IGNORE_NAME = '.personasignore'
/** More than this is no call note, and would cost minutes to parse. */
const MAX_BYTES = 5_000_000
const STDIN_PATH = 'stdin.md'

/**
 * @param given files, folders, glob patterns or `-`, as the user wrote them
 * @returns absolute paths (`-` for standard input) in the order of their record paths; every note once, the output folder and what .personasignore lists left out
 */
export async function findNotes(given: readonly string[], workspace: Workspace): Promise<string[]> {
  const ignored = readIgnore(workspace.root)
  const found = new Set<string>()
  for (const path of given) {
    if (path === '-') found.add('-')
    else for (const file of await expand(path, workspace)) found.add(file)
  }
  const wanted = [...found].filter((path) => path === '-' || isWanted(path, workspace, ignored))
  if (wanted.length === 0) throw new CannotRun('no-notes', { paths: given.join(', ') })
  const keyed = wanted.map((path) => ({ path, key: path === '-' ? STDIN_PATH : recordPath(workspace.root, path) }))
  keyed.sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0))
  return keyed.map(({ path }) => path)
}

/** @returns the note, or the problem that kept it from being read */
export function readNote(path: string, workspace: Workspace): SourceFile | Problem {
  const name = path === '-' ? STDIN_PATH : recordPath(workspace.root, path)
  try {
    const info = path === '-' ? null : statSync(path)
    if (info && !info.isFile()) return problem('note/unreadable', name, null, { reason: 'it is not a regular file' })
    if (info && info.size > MAX_BYTES) return tooLarge(name, info.size)
    const bytes = path === '-' ? readStdin() : readFileSync(path)
    if (bytes.length > MAX_BYTES) return tooLarge(name, bytes.length)
    return decode(name, bytes)
  } catch (error) {
    return problem('note/unreadable', name, null, { reason: reasonOf(error) })
  }
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

function decode(name: string, bytes: Uint8Array): SourceFile | Problem {
  let text: string
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
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
  return { path: name, text }
}

function lineAt(text: string, offset: number): number {
  return text.slice(0, offset).split('\n').length
}

/** @returns absolute paths of the files with one of these endings among what the user named, sorted, each once */
export async function findFiles(
  given: readonly string[],
  endings: readonly string[],
  workspace: Workspace,
): Promise<string[]> {
  const found = new Set<string>()
  const isOne = (path: string) => endings.some((ending) => path.endsWith(`.${ending}`))
  for (const path of given) {
    const absolute = resolve(workspace.cwd, path)
    if (statOf(absolute)?.isFile()) found.add(absolute)
    else if (statOf(absolute) === undefined && !isDynamicPattern(path)) throw new CannotRun('no-such-path', { path })
    else
      for (const match of await glob(path.split(sep).join('/'), { cwd: workspace.cwd, absolute: true }))
        if (isOne(match)) found.add(resolve(match))
  }
  return [...found].toSorted()
}

async function expand(path: string, workspace: Workspace): Promise<string[]> {
  const absolute = resolve(workspace.cwd, path)
  const info = statOf(absolute)
  if (info?.isDirectory()) return notesIn(absolute)
  if (info) return [absolute]
  if (!isDynamicPattern(path)) throw new CannotRun('no-such-path', { path })
  const pattern = path.split(sep).join('/')
  const matches = await glob(pattern, {
    cwd: workspace.cwd,
    absolute: true,
    dot: false,
    expandDirectories: true,
    followSymbolicLinks: false,
  })
  return matches.filter((match) => /\.(md|markdown)$/i.test(match)).map((match) => resolve(match))
}

async function notesIn(folder: string): Promise<string[]> {
  const ignored = ['**/node_modules/**']
  // Links inside the folder are not followed: they can form circles, or lead out of what the user named.
  const found = await glob(NOTE_PATTERN, { cwd: folder, absolute: true, ignore: ignored, followSymbolicLinks: false })
  const home = realpathSync(folder)
  return found.map((path) => resolve(path)).filter((path) => staysWithin(home, path))
}

function staysWithin(home: string, path: string): boolean {
  try {
    const real = realpathSync(path)
    return real === home || real.startsWith(home.endsWith(sep) ? home : home + sep)
  } catch {
    // It vanished, or its link leads nowhere: reading says so, with its name.
    return true
  }
}

function statOf(path: string): Stats | undefined {
  try {
    return statSync(path)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined
    throw new CannotRun('not-readable', { path, reason: reasonOf(error) }, { cause: error })
  }
}

function readIgnore(root: string): Ignore {
  const rules = ignore()
  try {
    rules.add(readFileSync(join(root, IGNORE_NAME), 'utf8'))
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT')
      throw new CannotRun('not-readable', { path: IGNORE_NAME, reason: reasonOf(error) }, { cause: error })
  }
  return rules
}

function isWanted(path: string, workspace: Workspace, ignored: Ignore): boolean {
  if (path.startsWith(workspace.out + sep)) return false
  const name = recordPath(workspace.root, path)
  // `ignore` knows paths below the root alone; a note above it can't be listed in the root's file.
  return name.startsWith('../') || !ignored.ignores(name)
}
