/**
 * `personas.lock`: the digests of everything that pages come from and of the pages themselves, so that a check knows
 * without tagging a single note whether the pages are what the notes give. A line each, sorted: branches merge line by line.
 */
import { digest } from '../digest.ts'
import type { OutputFile } from '../types.ts'

export const LOCK_FILE = 'personas.lock'
export const LOCK_VERSION = 1
const HEADER = `personas-lock v${LOCK_VERSION}`

export interface LockInputs {
  /** Path and digest of every note that was read. */
  notes: readonly { file: string; digest: string }[]
  codebook: string
  config: string
  corrections: string
  model: string
}

/** @param pages the pages as they will stand on the disk; their generated blocks are what is locked, people's own text is not */
export function renderLock(inputs: LockInputs, pages: readonly { path: string; digest: string }[]): OutputFile {
  const lines = [
    ...SINGLE.map((name) => `${name} ${inputs[name]}`),
    ...inputs.notes.map((note) => `note ${note.digest} ${escapePath(note.file)}`),
    ...pages.map((page) => `page ${page.digest} ${escapePath(page.path)}`),
  ]
  return { path: LOCK_FILE, text: `${[HEADER, ...lines.toSorted()].join('\n')}\n` }
}

/** The format that a lock is written in, null where the text is no lock at all. */
export function lockVersion(text: string): number | null {
  const version = /^personas-lock v(\d{1,6})\r?(?:\n|$)/.exec(text)?.[1]
  return version === undefined ? null : Number(version)
}

/** A lock as it is read back: digests by path, pages relative to the output folder. */
export interface Lock {
  notes: Map<string, string>
  pages: Map<string, string>
  codebook: string
  config: string
  corrections: string
  model: string
}

/** @returns the lock, or why the text can't be used as one */
export function readLock(text: string): Lock | { error: string } {
  const [header, ...lines] = text.split(/\r?\n/)
  const version = lockVersion(text)
  if (version !== null && version > LOCK_VERSION)
    return { error: `a newer personas wrote it, in format v${version}; install the newest` }
  if (header !== HEADER) return { error: `it does not begin with "${HEADER}"` }
  const lock: Lock = { notes: new Map(), pages: new Map(), codebook: '', config: '', corrections: '', model: '' }
  for (const [at, line] of lines.entries()) {
    const [, name, value, path] = /^(\w+) ([0-9a-f]{16})(?: (.+))?$/s.exec(line) ?? []
    if (line === '') continue
    if ((name === 'note' || name === 'page') && value !== undefined && path !== undefined)
      lock[`${name}s`].set(unescapePath(path), value)
    else if (isSingle(name) && value !== undefined && path === undefined) lock[name] = value
    else return { error: `line ${at + 2} is none of its lines` }
  }
  return lock
}

const SINGLE = ['codebook', 'config', 'corrections', 'model'] as const

function isSingle(name: string | undefined): name is (typeof SINGLE)[number] {
  return SINGLE.some((one) => one === name)
}

/** The notes that a lock names, by path; null where the text is no lock that this version knows. */
export function lockedNotes(text: string): Map<string, string> | null {
  const lock = readLock(text)
  return 'error' in lock ? null : lock.notes
}

/**
 * The lock with other digests of pages and other names of notes, all else as it is.
 * @param pages digest by path in the output folder
 * @param notes new path by old one
 */
export function relock(text: string, pages: ReadonlyMap<string, string>, notes: ReadonlyMap<string, string>): string {
  const [header = '', ...lines] = text.split(/\r?\n/).filter((line) => line !== '')
  const changed = lines.map((line) => {
    const [, name, value = '', escaped = ''] = /^(note|page) ([0-9a-f]{16}) (.+)$/s.exec(line) ?? []
    const path = unescapePath(escaped)
    if (name === 'note') return `note ${value} ${escapePath(notes.get(path) ?? path)}`
    return name === 'page' ? `page ${pages.get(path) ?? value} ${escaped}` : line
  })
  return `${[header, ...changed.toSorted()].join('\n')}\n`
}

/** Same settings, same digest, however the file is formatted and ordered at its top level. What `check` asks for changes no page and counts for nothing. */
export function configDigest(config: object): string {
  return digest(
    JSON.stringify({ ...config, checks: undefined }, (_, value: unknown) => (isPlain(value) ? sorted(value) : value)),
  )
}

function isPlain(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function sorted(value: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1)))
}

/** A path may hold a line feed; a line of the lock may not. */
function escapePath(path: string): string {
  return path.replace(/[\\\n\r]/g, (sign) => ({ '\\': '\\\\', '\n': '\\n', '\r': '\\r' })[sign] ?? sign)
}

function unescapePath(path: string): string {
  return path.replace(/\\([\\nr])/g, (_, sign: string) => ({ '\\': '\\', n: '\n', r: '\r' })[sign] ?? sign)
}
