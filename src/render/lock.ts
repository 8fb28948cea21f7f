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
    ...(['codebook', 'config', 'corrections', 'model'] as const).map((name) => `${name} ${inputs[name]}`),
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

/** The notes that a lock names, by path; null where the text is no lock that this version knows. */
export function lockedNotes(text: string): Map<string, string> | null {
  const [header, ...lines] = text.split(/\r?\n/)
  if (header !== HEADER) return null
  const notes = new Map<string, string>()
  for (const line of lines) {
    const [, noteDigest, path] = /^note ([0-9a-f]{16}) (.+)$/s.exec(line) ?? []
    if (noteDigest !== undefined && path !== undefined) notes.set(unescapePath(path), noteDigest)
  }
  return notes
}

/** Same settings, same digest, however the file is formatted and ordered at its top level. */
export function configDigest(config: object): string {
  return digest(JSON.stringify(config, (_, value: unknown) => (isPlain(value) ? sorted(value) : value)))
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
