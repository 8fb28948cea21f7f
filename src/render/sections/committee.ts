/** Around the table: who decides in the same accounts, who was heard, where they agree, pull apart, or work against it. */
import { BUYING_ROLES, type BuyingRole, type Committee, type Neighbour, type Persona, type Seat } from '../../types.ts'
import { escapeLabel } from '../escape.ts'
import { count, list } from '../phrases.ts'
import type { Quoting } from '../quote.ts'
import { accountNames, spaced, teller } from './findings.ts'
import { redactor } from '../redact.ts'

/** Names in the configuration and in notes may hold anything. */
const plain = redactor([])

/** Opponents quoted on the page; the others are under Evidence. */
const OPPONENTS = 3
/** Accounts and neighbours that a page shows; a diagram of more is a ball of wool. */
const TABLES = 12
const DRAWN = 6
const TENSIONS = 4
const MOST_NAMED = 4

export function committee(persona: Persona, quoting: Quoting): string[] {
  return [
    ...roles(persona.committee),
    ...tables(persona.committee, quoting),
    ...neighbours(persona.committee, quoting),
    ...tensions(persona, quoting),
    ...diagram(persona),
    ...opponents(persona.committee, quoting),
  ].slice(1)
}

function roles({ roles: held, neverHeard }: Committee): string[] {
  if (held.length === 0) return []
  const row = (role: BuyingRole) => {
    const one = held.find((other) => other.role === role)
    return one === undefined
      ? `| ${role} | 0 | 0 | 0 |`
      : `| ${role} | ${one.people} | ${one.heard} | ${one.heardIn} of ${one.accounts} |`
  }
  return [
    '',
    '| part in the decision | people known | of them heard | accounts where heard, of those with one |',
    '| --- | --- | --- | --- |',
    ...BUYING_ROLES.map(row),
    ...(neverHeard.length === 0 ? [] : ['', `Never heard in these accounts: ${list(neverHeard)}.`]),
  ]
}

/** Titles by account; whoever never said a word in the notes is set in italics. */
function tables({ tables: all }: Committee, quoting: Quoting): string[] {
  if (all.length === 0) return []
  const cell = (seats: readonly Seat[], role: BuyingRole) =>
    list(
      names(
        seats.filter((seat) => seat.role === role),
        quoting,
      ),
      MOST_NAMED,
    )
  const more = all.length > TABLES ? ['', `${all.length - TABLES} more accounts, heard earlier.`] : []
  return [
    '',
    'The committee per account; *in italics* who is known and was never heard.',
    '',
    `| account | deal | ${BUYING_ROLES.join(' | ')} |`,
    `| --- | --- |${BUYING_ROLES.map(() => ' --- |').join('')}`,
    ...all
      .slice(0, TABLES)
      // By name, so that a new call moves no line.
      .toSorted((a, b) => (a.account < b.account ? -1 : 1))
      .map(
        ({ account, outcome, seats }) =>
          `| ${accountNames([account], (text) => quoting.text(text))} | ${outcome} | ${BUYING_ROLES.map((role) => cell(seats, role)).join(' | ')} |`,
      ),
    ...more,
  ]
}

function names(seats: readonly Seat[], quoting: Quoting): string[] {
  const untitled = seats.filter(({ title }) => title === null).length
  const titled = seats.flatMap(({ title, heard }) => {
    if (title === null) return []
    return [heard ? quoting.text(title) : `*${quoting.text(title)}*`]
  })
  return [...titled, ...(untitled === 0 ? [] : [`${untitled} without a title`])]
}

function neighbours({ neighbours: others }: Committee, quoting: Quoting): string[] {
  if (others.length === 0) return []
  return [
    '',
    '| with them | kind | accounts in common | both speak of |',
    '| --- | --- | --- | --- |',
    ...others.map((other) => row(other, quoting)),
  ]
}

function row({ id, name, kind, accounts, agree }: Neighbour, quoting: Quoting): string {
  const agreed = agree.map(({ theme }) => `${quoting.text(theme.name)} (${theme.tag})`)
  return `| [${quoting.text(name)}](${id}.md) | ${kind} | ${accounts.length} | ${agreed.length === 0 ? '–' : list(agreed, 3)} |`
}

/** A quote of either side in the same account, or nothing: what the notes do not say of two kinds of people is not on the page. */
function tensions({ name, committee: { neighbours: others } }: Persona, quoting: Quoting): string[] {
  const lines = others
    .flatMap((other) => other.conflict.map((tension) => ({ other, tension })))
    .slice(0, TENSIONS)
    .flatMap(({ other, tension: { subject, account, ours, theirs } }) => {
      const quotes = [quoting.quote(ours), quoting.quote(theirs)].filter((quote) => quote !== null)
      if (quotes.length < 2) return []
      const where = accountNames([account], (text) => quoting.text(text))
      const head = `- **${subject}** · ${quoting.text(name)} and ${quoting.text(other.name)} at ${where}`
      return [head, ...quotes.flatMap((quote, at) => (at === 0 ? [`  ${quote}`] : ['', `  ${quote}`]))]
    })
  return lines.length === 0 ? [] : ['', 'Where they pull apart:', '', ...lines]
}

/** Labels hold letters, digits and plain signs alone, so that no word of a note can become Mermaid. */
function diagram({ name, committee: { neighbours: others } }: Persona): string[] {
  const drawn = others.slice(0, DRAWN)
  if (drawn.length < 2) return []
  const lines = drawn.flatMap((other, at) => [
    `  p${at + 1}["${escapeLabel(plain(other.name))}"]`,
    other.conflict.length === 0
      ? `  us ---|"${count(other.accounts.length, 'account')}"| p${at + 1}`
      : `  us -.-|"${count(other.accounts.length, 'account')}, pull apart"| p${at + 1}`,
  ])
  return ['', '```mermaid', 'flowchart LR', `  us(["${escapeLabel(plain(name))}"])`, ...lines, '```']
}

function opponents({ opponents: against }: Committee, quoting: Quoting): string[] {
  const quotes = teller(quoting).some(against, OPPONENTS)
  if (quotes.length === 0) return []
  const accounts = new Set(against.map(({ account }) => account)).size
  return ['', `Somebody works against the purchase in ${count(accounts, 'account')}:`, ...spaced(quotes)]
}
