/** The quotes of a page, each once, with every line on which it stands. */
import { decoded, readQuote, type PageQuote } from '../../render/anchor.ts'
import type { CommittedPage } from '../page.ts'
import type { Committed } from '../rule.ts'

export interface QuoteOnPage extends PageQuote {
  /** Path of the note from the root. */
  note: string
  /** Lines of the page's file. */
  on: number[]
}

/** Asked for by more than one. */
const read = new WeakMap<CommittedPage, QuoteOnPage[]>()

export function quotesOn(page: CommittedPage): QuoteOnPage[] {
  const found = read.get(page) ?? quotesOf(() => true)(page)
  read.set(page, found)
  return found
}

/**
 * Reads the quotes of some notes off a page. Pages have hundreds of thousands of quotes, and most are of notes that nobody asks for.
 * @param isMeant is asked of a note once for all pages of a folder
 */
export function quotesOf(isMeant: (note: string) => boolean): (page: CommittedPage) => QuoteOnPage[] {
  const byFolder = new Map<string, Map<string, string | null>>()
  return (page) => {
    const folder = page.file.slice(0, page.file.lastIndexOf('/') + 1)
    const known = byFolder.get(folder) ?? new Map<string, string | null>()
    byFolder.set(folder, known)
    const found = new Map<string, QuoteOnPage>()
    const first = (page.block?.marker ?? 0) + 1
    for (const [at, line] of (page.block?.lines ?? []).entries()) {
      const link = linkOf(line)
      if (link === undefined) continue
      if (!known.has(link)) known.set(link, meant(resolved(page.file, decoded(link)), isMeant))
      const note = known.get(link) ?? null
      const quote = note === null ? null : readQuote(line)
      if (note !== null && quote !== null) add({ ...quote, note, on: [first + at] }, found)
    }
    return [...found.values()]
  }
}

function meant(note: string, isMeant: (note: string) => boolean): string | null {
  return isMeant(note) ? note : null
}

/** How every line ends that is a quote. */
const LINK = /^([^\s)?#]*)(?:[?#][^\s)]*)? "[0-9a-f]{16}"\)$/

/** @returns the note's path as the link at the end of a line has it */
function linkOf(line: string): string | undefined {
  return LINK.exec(line.slice(line.lastIndexOf('](') + 2))?.[1]
}

function add(quote: QuoteOnPage, found: Map<string, QuoteOnPage>): void {
  const key = `${quote.note}\n${quote.digest}\n${quote.text}`
  const known = found.get(key)
  if (known === undefined) found.set(key, quote)
  else known.on.push(...quote.on)
}

/** `target` as the folder of `file` sees it, from the root. */
function resolved(file: string, target: string): string {
  const parts = file.split('/').slice(0, -1)
  for (const part of target.split('/')) {
    if (part === '..' && parts.length > 0 && parts.at(-1) !== '..') parts.pop()
    else if (part !== '.' && part !== '') parts.push(part)
  }
  return parts.join('/')
}

/** true where the page is what the lock says: its quotes are those that ingest took from the notes. */
export function isAsLocked(page: CommittedPage, lock: Committed['lock']): boolean {
  return lock !== null && !('error' in lock) && lock.pages.get(page.path) === page.block?.content
}
