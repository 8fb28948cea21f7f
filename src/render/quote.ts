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
  return {
    quote(evidence) {
      if (evidence.note.consent === false) return null
      const redact = redactors.get(evidence.note.account) ?? plain
      const { statement, note } = evidence
      const said = escapeText(redact(statement.text))
      const source = [who(evidence), escapeText(plain(note.account ?? 'account unknown')), note.date ?? 'no date', note.stage]
      return `> “${said}” — ${source.join(', ')} · ${link(evidence, config, toRoot)}`
    },
    text: (text) => escapeText(plain(text)),
  }
}

function who({ person, statement }: Evidence): string {
  if (person?.title) return escapeText(person.title)
  return statement.role === 'unknown' ? 'somebody' : statement.role
}

/** The link's title is the digest of the statement: the anchor by which a check finds the quote again when lines have moved. */
function link({ statement }: Evidence, config: Config, toRoot: string): string {
  const path = (toRoot + statement.file).split('/').map(encodeSegment).join('/')
  const suffix = { github: `?plain=1#L${statement.line}`, gitlab: `#L${statement.line}`, plain: '' }[config.links]
  return `[line ${statement.line}](${path}${suffix} "${statement.digest}")`
}

/** encodeURIComponent leaves signs that end a markdown link; a lone surrogate would make it throw. */
function encodeSegment(segment: string): string {
  if (segment === '..' || segment === '.') return segment
  return encodeURIComponent(segment.toWellFormed()).replace(/[!'()*_~]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`)
}

/** Names are replaced by what the person is. Those of the seller's side are known everywhere, those of a customer in its own account. */
function redactorsByAccount(notes: readonly NoteAnalysis[], config: Config): Map<string | null, (text: string) => string> {
  if (config.names) return new Map()
  const ours: NamedPerson[] = config.us.people.map((name) => ({ name, as: 'our colleague' }))
  const byAccount = new Map<string | null, Map<string, NamedPerson>>()
  for (const { note, people } of notes) {
    const known = byAccount.get(note.account) ?? new Map<string, NamedPerson>()
    byAccount.set(note.account, known)
    for (const person of people) if (!known.has(person.name) || person.title !== null) known.set(person.name, named(person))
  }
  return new Map([...byAccount].map(([account, known]) => [account, redactor([...known.values(), ...ours])]))
}

function named(person: PersonRecord): NamedPerson {
  const role = person.role === 'unknown' ? 'name' : person.role
  return { name: person.name, as: person.title ?? (person.side === 'seller' ? 'our colleague' : role) }
}
