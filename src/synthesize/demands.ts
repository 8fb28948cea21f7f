/** What the product is asked for or lacks, from the buyer's side: over all personas, by accounts, with the deals behind it. */
import type { Demand, Evidence, Theme } from '../types.ts'
import { tally } from './calls.ts'
import { valueOf, type Deals } from './deals.ts'
import { forceOf } from './force.ts'
import { groupOf } from './groups.ts'
import { byText, counted, groupBy, unique } from './order.ts'
import { anyOf } from './phrases.ts'
import { CAPABILITIES, FEATURES, SATISFIED } from './vocabulary.ts'

const FORCES = ['deal-breaker', 'must', 'missed', 'nice'] as const
type AskedForce = (typeof FORCES)[number]
/** What names no feature stands last, whatever its accounts. */
export const OF_NO_KIND = 'Of no kind yet'

interface Asked {
  one: Evidence
  name: string
  force: AskedForce
}

/** @returns most accounts first */
export function demandsOf(evidence: readonly Evidence[], themes: readonly Theme[], deals: Deals): Demand[] {
  const byId = new Map(themes.map((theme) => [theme.id, theme]))
  const outcomes = new Map([...deals].map(([account, { outcome }]) => [account, outcome]))
  const asked = evidence.flatMap((one): Asked[] => {
    const force = askedWith(one)
    const name = force === null ? null : capabilityOf(one, byId)
    return name === null || force === null ? [] : [{ one, name, force }]
  })
  return [...groupBy(asked, ({ name }) => name)]
    .map(([name, own]) => {
      const group = groupOf(own.map(({ one }) => one))
      return {
        name,
        ...group,
        force: accountsByForce(own),
        roles: counted(rolesIn(group.evidence)),
        value: valueOf(group.accounts, deals),
        outcomes: tally(group.accounts, outcomes),
      }
    })
    .toSorted(
      (a, b) =>
        Number(a.name === OF_NO_KIND) - Number(b.name === OF_NO_KIND) ||
        b.accounts.length - a.accounts.length ||
        b.force['deal-breaker'].length - a.force['deal-breaker'].length ||
        byText(a.name, b.name),
    )
}

const ANY_FEATURE = anyOf(FEATURES.map(([, words]) => words))

/** What a statement asks the product for; null where it asks for nothing that a product could do. */
function capabilityOf({ statement }: Evidence, themes: ReadonlyMap<string, Theme>): string | null {
  const text = statement.text.replaceAll('’', "'")
  const named = ANY_FEATURE.test(text) ? FEATURES.find(([, words]) => words.test(text))?.[0] : undefined
  if (named !== undefined) return named
  const theme = themes.get(statement.theme ?? '')
  const concept = theme?.id.replace(/-(?:job|objection|criterion|budget)$/, '') ?? ''
  return CAPABILITIES.has(concept) ? OF_NO_KIND : null
}

/** How strongly a statement asks; null where it is no demand, or is met by now. Who is asked for references or terms is asked for no feature. */
function askedWith({ statement }: Evidence): AskedForce | null {
  const { tag, facets, theme, text } = statement
  const isMet = () => SATISFIED.test(text.replaceAll('’', "'"))
  if (tag === 'objection')
    return (facets.category === 'capability' || facets.category === 'integration') && !isMet() ? 'missed' : null
  if (tag !== 'criterion') return null
  const byPeople = /^(?:references|contract|process|payback|support|vendor-trust|rollout)/.test(theme ?? '')
  const force = byPeople ? 'process' : forceOf(statement)
  return force === 'process' || isMet() ? null : force
}

/** Each account stands once, by the strongest thing that it says. */
function accountsByForce(own: readonly Asked[]): Demand['force'] {
  const strongest = [...groupBy(own, ({ one }) => one.account)].map(([account, said]) => ({
    account,
    force: FORCES[Math.min(...said.map(({ force }) => FORCES.indexOf(force)))],
  }))
  const of = (force: AskedForce) => unique(strongest.filter((one) => one.force === force).map(({ account }) => account))
  return { 'deal-breaker': of('deal-breaker'), must: of('must'), missed: of('missed'), nice: of('nice') }
}

/** Each person once. */
function rolesIn(own: readonly Evidence[]) {
  const people = new Map(
    own.map(({ account, statement }) => [`${account}\n${statement.speaker ?? ''}`, statement.role]),
  )
  return [...people.values()].filter((role) => role !== 'unknown')
}
