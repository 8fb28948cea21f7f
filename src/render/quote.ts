/** A statement as it stands on a page: verbatim but for what is replaced in brackets, escaped, with its source and a link to its line. */
import type { Config } from '../config.ts'
import { remembering } from '../remembering.ts'
import type { BuyingRole, Evidence, NoteAnalysis } from '../types.ts'
import { isNoted } from '../synthesize/voice.ts'
import { encodePath } from './anchor.ts'
import { escapeText } from './escape.ts'
import { namedPeople, type KnownPeople } from './named-people.ts'
import type { NamedPerson } from './name-replacer.ts'
import { fullNameRedactor, redactor } from './redact.ts'
import { spellingsOf } from './spellings.ts'

export interface Quoting {
  /**
   * A block quote of one line: the person's words in quotation marks, or `Noted:` and the line in which the note speaks of the
   * person. null where the note gives no consent to be quoted.
   */
  quote(evidence: Evidence): string | null
  /** Whether `quote` would give one: quicker to tell than to make. */
  canQuote(evidence: Evidence): boolean
  /** The same in its parts, for a terminal or JSON: redacted, not escaped. */
  cite(evidence: Evidence): Citation | null
  /** Any text of the notes (a title, an account, a theme) as it may stand in a line. */
  text(text: string): string
  /** The same for a terminal or JSON: redacted, not escaped. */
  plain(text: string): string
  /** The same for a page in another folder; `toRoot` as for `quoting`. */
  from(toRoot: string): Quoting
}

/** A quote and its source as they may be shown: names, addresses and numbers are taken out. */
export interface Citation {
  words: string
  /** The note speaks of the person, these are not their words. */
  noted: boolean
  /** Title or role of who said it; with `names` in the configuration the name as well. */
  said: string
  account: string
  /** ISO day, or "no date". */
  date: string
  stage: string
}

/**
 * @param toRoot from the page to the root, with a slash at its end; empty where they are one folder
 */
export function quoting(notes: readonly NoteAnalysis[], config: Config, toRoot: string): Quoting {
  const people = config.names ? null : namedPeople(notes, config)
  const redactorOf = redactorsByAccount(people, config)
  // Titles, accounts and names of themes, which people write, come up with every quote.
  const plain = remembering(fullNameRedactor(withoutAccounts(people?.byFullName() ?? [], notes)))
  const cite = (evidence: Evidence): Citation | null => {
    const { statement, note } = evidence
    const words = note.consent === false ? null : wordsOf(statement.text)
    if (words === null) return null
    const shown = redactorOf(note.account)(words)
    // Who stands in the words in brackets did not say them.
    const bracketed = evidence.person?.title ? shown.includes(`[${evidence.person.title}]`) : false
    return {
      words: shown,
      noted: bracketed || isNoted(evidence),
      said: plain(who(evidence, config)),
      account: plain(note.account ?? 'account unknown'),
      date: note.date ?? 'no date',
      stage: note.stage,
    }
  }
  const text = remembering((written: string) => escapeText(plain(written)))
  const lineOf = liner(cite)
  // A page asks for a quote in its section and again while it looks for the length that fits; the pages of all quotes ask once.
  const made = new Map<Evidence, string>()
  const again = (evidence: Evidence): string | null => made.get(evidence) ?? lineOf(evidence)
  const remembered = (evidence: Evidence): string | null => {
    const line = again(evidence)
    if (line !== null) made.set(evidence, line)
    return line
  }
  const from = (path: string, lineFor: typeof again): Quoting => {
    const link = linker(config, path)
    const quote = (evidence: Evidence): string | null => {
      const line = lineFor(evidence)
      return line === null ? null : `${line} · ${link(evidence)}`
    }
    return {
      cite,
      quote,
      canQuote: ({ note, statement }) => note.consent !== false && wordsOf(statement.text) !== null,
      text,
      plain,
      from: (other) => from(other, again),
    }
  }
  return from(toRoot, remembered)
}

/** @returns what makes the line of a quote, but for its link */
function liner(cite: Quoting['cite']): Quoting['quote'] {
  const escape = remembering(escapeText)
  return (evidence) => {
    const cited = cite(evidence)
    if (cited === null) return null
    const source = [cited.noted ? `about ${cited.said}` : cited.said, cited.account, cited.date, cited.stage]
    const words = escapeText(cited.words)
    return `> ${cited.noted ? `Noted: ${words}` : `“${words}”`} — ${source.map(escape).join(', ')}`
  }
}

function who({ person, statement }: Evidence, config: Config): string {
  const part = person?.title ?? (statement.role === 'unknown' ? null : inWords(statement.role))
  const name = config.names ? statement.speaker : null
  return [name, part].filter((word) => word !== null).join(', ') || 'somebody'
}

/** Somebody whose words sound like it may be no saboteur: what is known is the doubt. */
function inWords(role: BuyingRole): string {
  return role === 'saboteur' ? 'a sceptic' : `${/^[aei]/.test(role) ? 'an' : 'a'} ${role}`
}

/** "1.5 FTE" and "2.4 GB" are amounts, "1.2 AWS bill" is the number of a line in minutes. */
const LINE_NUMBER =
  /^\d{1,2}\.\d{1,2}\s+(?=\p{Lu})(?!(?:FTEs?|[KMGT]B|M|K|Mio|Mrd|Mbit|Gbit|Lakh|Crore|Cr|EUR|USD|GBP|CHF|INR)\b)/u
const TIME_STAMP =
  /^\[?\d{1,2}:\d{2}(?::\d{2})?\]?\s+(?:\p{Lu}{1,3}\s*[>:]\s*)?(?=\p{Lu})|^\d{1,2}:\d{2}\s*\p{Lu}{1,3}>\s*/u

/** A row of a table without its rims. */
function inside(row: string): string {
  return row.slice(1, row.length > 1 && row.endsWith('|') ? -1 : undefined).trim()
}

/** What the note's writer set before the words: the number of a line, a time, the rims of a table's row. The words are those of the note. */
function unmarked(text: string): string {
  const row = text.trim().startsWith('|') ? inside(text.trim()) : text
  const bare = row.replace(LINE_NUMBER, '').replace(TIME_STAMP, '')
  return bare.trim() === '' ? text : bare
}

/** The quotation marks of a statement that is one quotation; the page sets its own. */
function unquoted(text: string): string {
  const inner = /^\s*["“„«]([^"“”„«»]+)["”“»]\s*$/u.exec(text)?.[1]
  return inner ?? text
}

/** A quotation that begins or ends in another statement leaves one mark behind. */
function balanced(text: string): string {
  const straight = text.match(/"/g)?.length ?? 0
  const trimmed = text.trim()
  const opened = trimmed.match(/[“„«]/gu)?.length ?? 0
  const closed = trimmed.match(/[”»]/gu)?.length ?? 0
  if (straight % 2 === 1) return trimmed.endsWith('"') ? trimmed.slice(0, -1) : trimmed.replace(/^"/, '')
  if (opened > closed && /^[“„«]/u.test(trimmed)) return trimmed.slice(1)
  if (closed > opened && /[”»]$/u.test(trimmed)) return trimmed.slice(0, -1)
  return text
}

const LONG_QUOTE = 600
const LONGEST_QUOTE = 3000

/** The words of a statement as they are quoted; null where there is no way to quote them. */
function wordsOf(text: string): string | null {
  return shortened(balanced(unquoted(unmarked(text))))
}

/** Cut at the end of a sentence; null where a text is far too long and has none. */
function shortened(text: string): string | null {
  if (text.length <= LONG_QUOTE) return text
  const ends = [...text.slice(0, LONGEST_QUOTE).matchAll(/[.!?]["”’)]?(?=\s+\p{Lu})/gu)].map(
    (match) => match.index + match[0].length,
  )
  const end = ends.findLast((at) => at <= LONG_QUOTE) ?? ends[0]
  if (end !== undefined) return `${text.slice(0, end)} […]`
  return text.length <= LONGEST_QUOTE ? text : null
}

/** The link's title is the digest of the statement: the anchor by which a check finds the quote again when lines have moved. */
function linker(config: Config, toRoot: string): (evidence: Evidence) => string {
  const pathOf = remembering((file: string) => encodePath(toRoot + file))
  return ({ statement }) => {
    if (statement.file === '-') return `line ${statement.line} of standard input`
    const suffix = { github: `?plain=1#L${statement.line}`, gitlab: `#L${statement.line}`, plain: '' }[config.links]
    return `[line ${statement.line}](${pathOf(statement.file)}${suffix} "${statement.digest}")`
  }
}

/** Names are replaced by what the person is. Those of the seller's side are known everywhere, those of a customer in its own account. */
function redactorsByAccount(
  people: KnownPeople | null,
  config: Config,
): (account: string | null) => (text: string) => string {
  const plain = redactor([])
  if (people === null) return () => plain
  const ours: NamedPerson[] = config.us.people.map((name) => ({ name, as: 'our colleague' }))
  // One name is many people's, in many accounts.
  const spelled = remembering(spellingsOf)
  return remembering((account: string | null) => redactor([...people.inAccount(account), ...ours], spelled))
}

const WORD_OF_NAME = /[\p{L}\p{N}]+/gu

/** An account that bears a person's name keeps it. */
function withoutAccounts(people: readonly NamedPerson[], notes: readonly NoteAnalysis[]): NamedPerson[] {
  const accounts = [...new Set(notes.map(({ note }) => note.account ?? ''))].join('\n')
  const words = new Set(accounts.match(WORD_OF_NAME))
  // Most names share no word with any account.
  return people.filter(({ name }) => !(words.has(name.match(WORD_OF_NAME)?.[0] ?? '') && accounts.includes(name)))
}
