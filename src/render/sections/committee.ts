/** Around the table: who is missing, who decides with them, where they agree, pull apart, or work against it. */
import type { Committee, Neighbour, Persona } from '../../types.ts'
import { ACCOUNTS_PAGE } from '../accounts-page.ts'
import { escapeLabel } from '../escape.ts'
import { count, list } from '../phrases.ts'
import type { Quoting } from '../quote.ts'
import { accountNames, spaced, teller } from './findings.ts'
import { redactor } from '../redact.ts'

/** Names in the configuration and in notes may hold anything. */
const plain = redactor([])

/** Opponents quoted on the page; the others are under Evidence. */
const OPPONENTS = 3
/** A diagram of more is a ball of wool. */
const DRAWN = 6
/** One or two accounts in common may be a chance. */
const TELLING = 3
const TENSIONS = 4
const SILENT = 6
const NAMED = 6

export function committee(persona: Persona, quoting: Quoting): string[] {
  return [
    ...gaps(persona, quoting),
    ...neighbours(persona.committee, quoting),
    ...tensions(persona, quoting),
    ...diagram(persona),
    ...opponents(persona.committee, quoting),
  ].slice(1)
}

/** Who is missing in the persona's accounts; who sits there at all is said once, on the page of accounts. */
export function gaps({ committee: { neverHeard, tables }, open }: Persona, quoting: Quoting): string[] {
  if (tables.length === 0) return []
  const inSale = new Set(open)
  const silent = tables
    .filter(({ account }) => inSale.has(account))
    .flatMap(({ account, seats }) =>
      seats.flatMap(({ title, heard }) =>
        heard || title === null
          ? []
          : [`${quoting.text(title)} at ${accountNames([account], (text) => quoting.text(text))}`],
      ),
    )
  return [
    '',
    `Who decides in which account: [accounts](${ACCOUNTS_PAGE}).`,
    ...(neverHeard.length === 0 ? [] : ['', `Never heard in these accounts: ${list(neverHeard)}.`]),
    ...(silent.length === 0 ? [] : ['', `Known and never heard, in open deals: ${list(silent, SILENT)}.`]),
  ]
}

/** What two kinds of people share counts where more than one account shows it; the others are only named. */
function neighbours({ neighbours: others }: Committee, quoting: Quoting): string[] {
  const rows = others.flatMap((other) => row(other, quoting) ?? [])
  const named = others.map(({ id, name, accounts }) => `[${quoting.text(name)}](${id}.md) (${accounts.length})`)
  return [
    ...(named.length === 0 ? [] : ['', `In the same accounts: ${list(named, NAMED)}.`]),
    ...(rows.length === 0
      ? []
      : ['', '| with them | both speak of, in two accounts or more |', '| --- | --- |', ...rows]),
  ]
}

function row({ id, name, agree }: Neighbour, quoting: Quoting): string | null {
  const agreed = agree
    .filter(({ accounts }) => accounts.length > 1)
    .map(({ theme, accounts }) => `${quoting.text(theme.name)} (${theme.tag}, ${accounts.length})`)
  return agreed.length === 0 ? null : `| [${quoting.text(name)}](${id}.md) | ${list(agreed, 3)} |`
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
  const drawn = others.filter(({ accounts }) => accounts.length >= TELLING).slice(0, DRAWN)
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
  const told = teller(quoting)
  const quotes = told.some(against, OPPONENTS)
  if (quotes.length === 0) return []
  const people = new Map(
    against.map(({ account, person, statement }) => [
      `${account}\n${statement.speaker}`,
      `${told.text(person?.title ?? 'somebody without a title')} (${accountNames([account], told.text)})`,
    ]),
  )
  return ['', `Works against the purchase: ${list([...people.values()].toSorted(), NAMED)}.`, ...spaced(quotes)]
}
