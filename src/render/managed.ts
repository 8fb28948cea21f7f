/**
 * A page is one block that the tool writes, between two markers, and everything else, which is people's own.
 *
 *     <!-- personas:begin v1 digest=… changed=YYYY-MM-DD -->
 *     …
 *     <!-- personas:end -->
 *
 * A marker stands alone on its line and outside a code fence. Line ends of the page are kept; the digest ignores them.
 */
import { digest } from '../digest.ts'

export interface ManagedPage {
  /** Everything above the block, front matter included, as it is. */
  before: string
  /** Lines between the markers, line ends taken off. */
  lines: string[]
  /** Everything below the block, as it is. */
  after: string
  /** Digest that the marker claims. */
  digest: string
  /** Day of the last content change that the marker claims. */
  changed: string
  /** The line end of the begin marker. */
  eol: '\n' | '\r\n'
}

const BEGIN = /^<!-- personas:begin v(\d+) digest=([0-9a-f]{16}) changed=(\d{4}-\d{2}-\d{2}) -->$/
const END = '<!-- personas:end -->'
/** What looks like a marker of ours must be one. */
const ANY_MARKER = /^\s{0,3}<!--\s*personas:/

/** @returns the page in its parts, null where it has no marker at all, or what is wrong with its markers */
export function readPage(text: string): ManagedPage | null | { error: string } {
  const lines = text.split('\n')
  const markers = markerLines(lines)
  if (markers.length === 0) return null
  const [first, second, third] = markers
  const begin = BEGIN.exec(strip(lines[first ?? 0]))
  if (first === undefined || begin === null)
    return { error: `line ${(first ?? 0) + 1} is not a begin marker that this version knows` }
  if (begin[1] !== '1') return { error: `the block has format v${begin[1]}, which this version does not know` }
  if (second === undefined) return { error: `the block that begins on line ${first + 1} has no end marker` }
  if (strip(lines[second]) !== END)
    return { error: `line ${second + 1} should be the end marker of the block that begins on line ${first + 1}` }
  if (third !== undefined) return { error: `line ${third + 1} has a marker outside the block` }
  return {
    before: lines
      .slice(0, first)
      .map((line) => `${line}\n`)
      .join(''),
    lines: lines.slice(first + 1, second).map(strip),
    after: lines.slice(second + 1).join('\n'),
    digest: begin[2] ?? '',
    changed: begin[3] ?? '',
    eol: lines[first]?.endsWith('\r') ? '\r\n' : '\n',
  }
}

/** @param lines of the block; none of them may be a marker */
export function blockDigest(lines: readonly string[]): string {
  return digest(lines.join('\n'))
}

/**
 * The page with another block; everything else byte for byte as it was.
 * @param digest of the lines, where it is known already
 */
export function writePage(
  page: Pick<ManagedPage, 'before' | 'after' | 'eol'>,
  lines: readonly string[],
  changed: string,
  digest = blockDigest(lines),
): string {
  const begin = `<!-- personas:begin v1 digest=${digest} changed=${changed} -->`
  const block = [begin, ...lines, END].map((line) => line + page.eol).join('')
  // The end marker is the last line of a page without text below it; its line end is the block's own.
  return page.before + block + page.after
}

function markerLines(lines: readonly string[]): number[] {
  const found: number[] = []
  let fence: string | null = null
  for (const [at, line] of lines.entries()) {
    const mark = /^ {0,3}(`{3,}(?!`)|~{3,}(?!~))(.*)$/.exec(strip(line))
    if (fence !== null) {
      if (mark?.[1]?.startsWith(fence) && mark[2]?.trim() === '') fence = null
    } else if (mark?.[1] !== undefined && !(mark[1].startsWith('`') && mark[2]?.includes('`'))) {
      fence = mark[1]
    } else if (ANY_MARKER.test(line)) {
      found.push(at)
    }
  }
  return found
}

function strip(line: string | undefined): string {
  return (line ?? '').replace(/\r$/, '')
}
