/** The line under which a quote stands on a page, read back: its words, its link and the digest that anchors it. Written by quote.ts. */

export interface PageQuote {
  /** As a reader sees it: escapes undone. */
  text: string
  /** Line of the note that the link names. */
  line: number
  /** Path of the note, from the page's folder. */
  target: string
  /** Digest of the statement in the note. */
  digest: string
}

const QUOTE = /^\s*> (?:“(.*)”|Noted: (.*)) — .* · \[line (\d+)\]\(([^\s)]+) "([0-9a-f]{16})"\)$/u
const ANCHOR = /\[line \d+\]\([^\s)]+ "([0-9a-f]{16})"\)/gu

/** @returns null where the line of a page is no quote */
export function readQuote(line: string): PageQuote | null {
  const [, spoken, noted, number, target, digest] = QUOTE.exec(line) ?? []
  const text = spoken ?? noted
  if (text === undefined || number === undefined || target === undefined || digest === undefined) return null
  return { text: unescape(text), line: Number(number), target: decoded(target.replace(/[?#][^]*/, '')), digest }
}

/** The line with its link on another line of another note. `target` is a path as the page needs it, not yet encoded. */
export function relinked(line: string, number: number, target: string, encode: (path: string) => string): string {
  return line.replace(/\[line \d+\]\(([^\s)?#]+)([?#][^\s)]*)? (?="[0-9a-f]{16}"\)$)/u, (_, __, suffix = '') => {
    return `[line ${number}](${encode(target)}${suffix.replace(/#L\d+$/, `#L${number}`)} `
  })
}

/** Two blocks say the same where they differ in lines and files of their links alone. */
export function sameWords(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((line, at) => line === b[at] || words(line) === words(b[at] ?? ''))
}

function words(line: string): string {
  return line.replace(ANCHOR, '[$1]')
}

/** Undoes escape.ts, for comparing and searching. */
export function unescape(text: string): string {
  return text
    .replace(/\\([\\`*_[\]|~$])/g, '$1')
    .replace(/&#8203;/g, '')
    .replace(/&#64;/g, '@')
    .replace(/&#35;/g, '#')
    .replace(/&#58;/g, ':')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&amp;/g, '&')
}

/** The path that the target of a link means, as far as it can be told. */
export function decoded(path: string): string {
  try {
    return decodeURIComponent(path)
  } catch {
    return path
  }
}

/** A path as the target of a link. */
export function encodePath(path: string): string {
  return path.split('/').map(encodeSegment).join('/')
}

/** encodeURIComponent leaves signs that end a markdown link; a lone surrogate would make it throw. */
function encodeSegment(segment: string): string {
  return encodeURIComponent(segment.toWellFormed()).replace(
    /[!'()*_~]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  )
}
