/** Around the table: who else decides in the same accounts, where they agree and where they pull apart. */
import type { Neighbour, Persona } from '../../types.ts'
import { count, list } from '../phrases.ts'
import type { Quoting } from '../quote.ts'

/** Opponents quoted on the page; the others are under Evidence. */
const OPPONENTS = 3

export function committee(persona: Persona, quoting: Quoting): string[] {
  const { neighbours, neverHeard } = persona.committee
  const parts = [
    neighbours.length === 0
      ? []
      : [
          '',
          '| with them | kind | accounts in common | agree on | pull apart over |',
          '| --- | --- | --- | --- | --- |',
          ...neighbours.map((other) => row(other, quoting)),
        ],
    conflicts(persona, quoting),
    neverHeard.length === 0 ? [] : ['', `Never heard in these accounts: ${list(neverHeard)}.`],
    opponents(persona, quoting),
  ]
  return parts.flat().slice(1)
}

function row({ id, name, kind, accounts, agree, conflict }: Neighbour, quoting: Quoting): string {
  const agreed = agree.map(({ theme }) => quoting.text(theme.name))
  const apart = conflict.map(({ wants, resists }) =>
    wants.id === resists.id ? quoting.text(wants.name) : quoting.text(resists.name),
  )
  const cell = (words: string[]) => (words.length === 0 ? '–' : list(words, 3))
  return `| [${quoting.text(name)}](${id}.md) | ${kind} | ${accounts.length} | ${cell(agreed)} | ${cell([...new Set(apart)])} |`
}

function conflicts({ name: ownName, committee: { neighbours } }: Persona, quoting: Quoting): string[] {
  const own = quoting.text(ownName)
  const lines = neighbours.flatMap(({ name, conflict }) =>
    conflict
      .filter(({ accounts }) => accounts.length > 1)
      .map(({ wants, resists, who, accounts }) => {
        const [wanting, resisting] = who === 'we' ? [own, quoting.text(name)] : [quoting.text(name), own]
        return `- ${wanting} speaks of “${quoting.text(wants.name)}”; ${resisting} objects with “${quoting.text(resists.name)}” (${list(
          accounts.map((account) => quoting.text(account)),
          3,
        )}).`
      }),
  )
  return lines.length === 0 ? [] : ['', ...lines.slice(0, 5)]
}

function opponents({ committee }: Persona, quoting: Quoting): string[] {
  const seen = new Set<string>()
  const quotes = committee.opponents
    .filter(({ account }) => !seen.has(account) && seen.add(account))
    .flatMap((evidence) => quoting.quote(evidence) ?? [])
    .slice(0, OPPONENTS)
  if (quotes.length === 0) return []
  const accounts = new Set(committee.opponents.map(({ account }) => account)).size
  return [
    '',
    `Somebody works against the purchase in ${count(accounts, 'account')}:`,
    '',
    ...quotes.flatMap((quote) => [quote, '']).slice(0, -1),
  ]
}
