/** The quotes of a page, each once, with every line on which it stands. */
import { readQuote, type PageQuote } from '../../render/anchor.ts'
import type { CommittedPage } from '../page.ts'
import type { Committed } from '../rule.ts'

export interface QuoteOnPage extends PageQuote {
  /** Path of the note from the root. */
  note: string
  /** Lines of the page's file. */
  on: number[]
}

export function quotesOn(page: CommittedPage): QuoteOnPage[] {
  const found = new Map<string, QuoteOnPage>()
  const first = (page.block?.marker ?? 0) + 1
  for (const [at, line] of (page.block?.lines ?? []).entries()) {
    const quote = readQuote(line)
    if (quote === null) continue
    const note = resolved(page.file, quote.target)
    const key = `${note}\n${quote.digest}\n${quote.text}`
    const known = found.get(key)
    if (known === undefined) found.set(key, { ...quote, note, on: [first + at] })
    else known.on.push(first + at)
  }
  return [...found.values()]
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
