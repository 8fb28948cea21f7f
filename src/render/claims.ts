/** Two personas of the configuration that claim the same: a name, or a title that can only be counted for one of them. */
import type { Config } from '../config.ts'
import { DEFAULT_PERSONAS, type PersonaDefinition } from '../personas.ts'
import { escapeText } from './escape.ts'
import { list } from './phrases.ts'
import { redactor } from './redact.ts'

/** Names in the configuration and in notes may hold anything. */
const plain = redactor([])

/** @returns what the page of a persona says of it, a paragraph; empty where it claims nothing that another does */
export function claims(id: string, config: Config): string[] {
  const own = config.personas.find((persona) => persona.id === id)
  if (!own) return []
  const sentences = [...sameName(own, config), ...lostTitles(own, config), ...wonTitles(own, config)]
  return sentences.length === 0 ? [] : [sentences.join(' ')]
}

function sameName(own: PersonaDefinition, { personas, merge }: Config): string[] {
  const others = personas.filter(({ id, name }) => id !== own.id && merge[id] === undefined && same(name, own.name))
  return others.map((other) => `Another persona has this name too: ${link(other)}.`)
}

/** Titles that go to a persona which stands before this one. */
function lostTitles(own: PersonaDefinition, config: Config): string[] {
  const [before] = split(own, config)
  return before.map(
    ({ other, titles }) =>
      `${saying(titles)} claimed by ${link(other)} as well, which stands first in the configuration: whoever has one is counted there.`,
  )
}

function wonTitles(own: PersonaDefinition, config: Config): string[] {
  const [, after] = split(own, config)
  return after.map(
    ({ other, titles }) =>
      `${saying(titles)} claimed by ${link(other)} as well, which stands later in the configuration: whoever has one is counted here.`,
  )
}

interface Claim {
  other: PersonaDefinition
  titles: string[]
}

/** Only the team's own personas: the built-in ones share words on purpose, and the team's stand before them on purpose. */
function split(own: PersonaDefinition, { personas, merge }: Config): [Claim[], Claim[]] {
  const team = personas.filter((persona) => !DEFAULT_PERSONAS.includes(persona) && merge[persona.id] === undefined)
  const at = team.indexOf(own)
  if (at < 0) return [[], []]
  const claimsOf = (others: readonly PersonaDefinition[]) =>
    others.flatMap((other) => {
      const titles = own.titles.filter((title) => other.titles.some((one) => same(one, title)))
      // Users go to the user persona and buyers to the other one, leaders and staff likewise: no conflict.
      return titles.length === 0 || other.kind !== own.kind || other.rank !== own.rank ? [] : [{ other, titles }]
    })
  return [claimsOf(team.slice(0, at)), claimsOf(team.slice(at + 1))]
}

function same(a: string, b: string): boolean {
  return a.trim().toLowerCase() === b.trim().toLowerCase()
}

function saying(titles: readonly string[]): string {
  const named = list(titles.map((title) => `“${escapeText(plain(title))}”`))
  return titles.length === 1 ? `The title ${named} is` : `The titles ${named} are`
}

function link({ id, name }: PersonaDefinition): string {
  return `[${escapeText(plain(name))}](${id}.md)`
}
