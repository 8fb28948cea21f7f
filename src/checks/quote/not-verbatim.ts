/** A quote whose words are no longer in its note. Where both the page and the note are as locked, ingest has seen to it already. */
import type { Committed, Found, Rule } from '../rule.ts'
import type { CommittedPage } from '../page.ts'
import { redactor } from '../../render/redact.ts'
import { findQuote, noteWords, type NoteWords } from './find.ts'
import { isAsLocked, quotesOf, quotesOn, type QuoteOnPage } from './on-page.ts'

export const notVerbatim: Rule = {
  severity: 'error',
  summary: 'A quote on a page does not stand in its note in these words.',
  look(committed) {
    const words = new Map<string, NoteWords>()
    const ofChanged = quotesOf((note) => !isNoteAsLocked(note, committed))
    return committed.pages.flatMap((page) => {
      const quotes = isAsLocked(page, committed.lock) ? ofChanged(page) : quotesOn(page)
      return quotes.flatMap((quote) => look(quote, page, committed, words))
    })
  },
}

function look(quote: QuoteOnPage, page: CommittedPage, committed: Committed, words: Map<string, NoteWords>): Found[] {
  const { now, texts } = committed
  const file = fileNow(quote.note, committed)
  const locked = lockedDigest(quote.note, committed)
  const elsewhere = locked !== undefined && now.notes.get(file) !== locked
  const place = {
    file: page.file,
    line: quote.on[0] ?? null,
    lines: quote.on,
    persona: page.persona,
    because: [file],
    elsewhere,
  }
  if (!now.notes.has(file)) {
    // A note that can't be read is a finding of its own.
    if (committed.problems.some((problem) => problem.file === file)) return []
    const says = `The quote “${short(harmless(quote.text))}” comes from ${file}, which is not there any more.`
    return [{ ...place, says, remedy: GONE }]
  }
  const text = texts.get(file)
  if (text === undefined) return []
  const known = words.get(file) ?? noteWords(text)
  words.set(file, known)
  if (findQuote(quote.text, known, quote.line) !== null) return []
  return [
    {
      ...place,
      says: `The quote “${short(harmless(quote.text))}” does not stand in ${file} in these words.`,
      remedy: CHANGED,
    },
  ]
}

/** Where the note is now. */
function fileNow(note: string, { now, renamed }: Committed): string {
  return now.notes.has(note) ? note : (renamed.get(note) ?? note)
}

function lockedDigest(note: string, { lock }: Committed): string | undefined {
  return lock === null || 'error' in lock ? undefined : lock.notes.get(note)
}

function isNoteAsLocked(note: string, committed: Committed): boolean {
  const locked = lockedDigest(note, committed)
  return locked !== undefined && committed.now.notes.get(fileNow(note, committed)) === locked
}

/** The quote as it stands on the page may be anybody's words. */
const harmless = redactor([])

const CHANGED = 'Restore the words in the note, or run `personas ingest` to take the quote as the note has it now.'
const GONE = 'Restore the note from git, or run `personas ingest`, which takes its quotes off the pages.'

/** @returns the beginning of a text, cut between words */
function short(text: string, most = 60): string {
  if (text.length <= most) return text
  const cut = text.slice(0, most)
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), most / 2)).trimEnd()} …`
}
