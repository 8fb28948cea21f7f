import { hash } from 'node:crypto'

/** SHA-256 of the text as UTF-8, first 16 hex digits: enough to notice a change, short enough for a line in git. */
export function digest(text: string | Uint8Array): string {
  return hash('sha256', text).slice(0, 16)
}

/** Digest of a text file, whatever line ends it was checked out with, with a byte order mark or without. */
export function textDigest(text: string): string {
  return digest(text.replace(/^\uFEFF/u, '').replace(/\r\n?/gu, '\n'))
}

/** @returns the digest of texts by path, in whatever order they come */
export function digestByPath(files: ReadonlyMap<string, string>): string {
  const lines = [...files].map(([path, text]) => `${path} ${digest(text)}`)
  return digest(lines.toSorted().join('\n'))
}

/** @returns the digest of several files together, in this order */
export function digestOfAll(files: readonly Uint8Array[]): string {
  return digest(files.map(digest).join(' '))
}
