/** Quotes that only moved: their links are set to the line and the file where their words stand now. */
import { encodePath, relinked } from '../../render/anchor.ts'
import { blockDigest, readPage, writePage } from '../../render/managed.ts'
import type { CommittedPage } from '../page.ts'
import type { Committed } from '../rule.ts'
import { findQuote, noteWords } from './find.ts'
import { isAsLocked, quotesOn } from './on-page.ts'

export interface Relinked {
  path: string
  text: string
  /** Digest of the block before and after: the lock's line of the page follows. */
  before: string
  after: string
  quotes: number
}

/**
 * @param texts of the pages, by path in the output folder
 * @returns the pages that change; one that somebody edited by hand is left as it is, for a person to look at first
 */
export function relink(committed: Committed, texts: ReadonlyMap<string, string>): Relinked[] {
  return committed.pages.flatMap((page) => {
    const text = texts.get(page.path)
    if (text === undefined || page.block === null || !isAsLocked(page, committed.lock)) return []
    const { lines, quotes } = moved(page, committed)
    const parts = readPage(text)
    if (quotes === 0 || parts === null || 'error' in parts) return []
    const after = blockDigest(lines)
    return [
      { path: page.path, text: writePage(parts, lines, parts.changed), before: page.block.content, after, quotes },
    ]
  })
}

function moved(page: CommittedPage, { now, renamed, texts }: Committed): { lines: string[]; quotes: number } {
  const lines = [...(page.block?.lines ?? [])]
  const first = (page.block?.marker ?? 0) + 1
  let quotes = 0
  for (const quote of quotesOn(page)) {
    const file = now.notes.has(quote.note) ? quote.note : (renamed.get(quote.note) ?? quote.note)
    const text = texts.get(file)
    if (text === undefined) continue
    const line = findQuote(quote.text, noteWords(text), quote.line)
    if (line === null || (line === quote.line && file === quote.note)) continue
    quotes += 1
    const target = fromPage(page.file, file)
    for (const on of quote.on) lines[on - first] = relinked(lines[on - first] ?? '', line, target, encodePath)
  }
  return { lines, quotes }
}

/** `file` from the folder of `page`, both from the root. */
function fromPage(page: string, file: string): string {
  const from = page.split('/').slice(0, -1)
  const to = file.split('/')
  let same = 0
  while (same < from.length && same < to.length - 1 && from[same] === to[same] && from[same] !== '..') same += 1
  return [...from.slice(same).map(() => '..'), ...to.slice(same)].join('/')
}
