/** A statement as it stands on a page: verbatim but for what is replaced in brackets, escaped, with its source and a link to its line. */
import type { Config } from '../config.ts'
import type { Evidence, NoteAnalysis, PersonRecord } from '../types.ts'
import { escapeText } from './escape.ts'
import { redactor, type NamedPerson } from './redact.ts'

export interface Quoting {
  /** A block quote of one line, or null where the note gives no consent to be quoted. */
  quote(evidence: Evidence): string | null
  /** Any text of the notes (a title, an account, a theme) as it may stand in a line. */
  text(text: string): string
}

/**
 * @param toRoot from the page to the root, with a slash at its end; empty where they are one folder
 */
export function quoting(notes: readonly NoteAnalysis[], config: Config, toRoot: string): Quoting {
  const redactors = redactorsByAccount(notes, config)
  const plain = redactor([])
  // A page asks for a quote in its section, under Evidence, and again while it looks for the length that fits.
  const made = new WeakMap<Evidence, string>()
  return {
    quote(evidence) {
      if (evidence.note.consent === false) return null
      const known = made.get(evidence)
      if (known !== undefined) return known
      const redact = redactors.get(evidence.note.account) ?? plain
      const { statement, note } = evidence
      const words = shortened(unquoted(statement.text))
      if (words === null) return null
      const source = [
        plain(who(evidence, config)),
        plain(note.account ?? 'account unknown'),
        note.date ?? 'no date',
        note.stage,
      ]
      const quote = `> “${escapeText(redact(words))}” — ${source.map(escapeText).join(', ')} · ${link(evidence, config, toRoot)}`
      made.set(evidence, quote)
      return quote
    },
    text: (text) => escapeText(plain(text)),
  }
}

function who({ person, statement }: Evidence, config: Config): string {
  const part =
    person?.title ??
    (statement.role === 'unknown' ? null : `${/^[aeiou]/.test(statement.role) ? 'an' : 'a'} ${statement.role}`)
  const name = config.names ? statement.speaker : null
  return [name, part].filter((word) => word !== null).join(', ') || 'somebody'
}

/** The quotation marks of a statement that is one quotation; the page sets its own. */
function unquoted(text: string): string {
  const inner = /^\s*["“„«]([^"“”„«»]+)["”“»]\s*$/u.exec(text)?.[1]
  return inner ?? text
}

const LONG_QUOTE = 600
const LONGEST_QUOTE = 3000

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
function link({ statement }: Evidence, config: Config, toRoot: string): string {
  if (statement.file === '-') return `line ${statement.line} of standard input`
  const path = (toRoot + statement.file).split('/').map(encodeSegment).join('/')
  const suffix = { github: `?plain=1#L${statement.line}`, gitlab: `#L${statement.line}`, plain: '' }[config.links]
  return `[line ${statement.line}](${path}${suffix} "${statement.digest}")`
}

/** encodeURIComponent leaves signs that end a markdown link; a lone surrogate would make it throw. */
function encodeSegment(segment: string): string {
  if (segment === '..' || segment === '.') return segment
  return encodeURIComponent(segment.toWellFormed()).replace(
    /[!'()*_~]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  )
}

/** Names are replaced by what the person is. Those of the seller's side are known everywhere, those of a customer in its own account. */
function redactorsByAccount(
  notes: readonly NoteAnalysis[],
  config: Config,
): Map<string | null, (text: string) => string> {
  if (config.names) return new Map()
  const ours: NamedPerson[] = config.us.people.map((name) => ({ name, as: 'our colleague' }))
  const byAccount = new Map<string | null, Map<string, NamedPerson>>()
  for (const { note, people } of notes) {
    const known = byAccount.get(note.account) ?? new Map<string, NamedPerson>()
    byAccount.set(note.account, known)
    for (const person of people)
      if (!known.has(person.name) || person.title !== null) known.set(person.name, named(person))
  }
  return new Map([...byAccount].map(([account, known]) => [account, redactor([...known.values(), ...ours])]))
}

/** A role in place of a name would read as if the person had said it: "no [influencer] hole". */
function named(person: PersonRecord): NamedPerson {
  return { name: person.name, as: person.title ?? (person.side === 'seller' ? 'our colleague' : 'name') }
}
