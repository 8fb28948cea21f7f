/** What they judge by and how they decide: what a deal hangs on comes first. */
import type { Chain, Condition, Finding, Group, Outcomes, Persona, Step } from '../../types.ts'
import { forceOf } from '../../synthesize/force.ts'
import { count, list, outcomes } from '../phrases.ts'
import type { Quoting } from '../quote.ts'
import {
  accountNames,
  alsoSaid,
  asListItem,
  deals,
  MOST_SHOWN,
  saidOnce,
  share,
  shared,
  spaced,
  teller,
  unthemed,
  type Teller,
} from './findings.ts'

export function criteria(persona: Persona, quoting: Quoting): string[] {
  const { dealBreakers, musts, nice, conditions, chains, unplaced } = persona.criteria
  const told = teller(quoting)
  const loose = unthemed(persona, ({ tag, facets }) => tag === 'criterion' && facets.force !== 'process')
  const hard = loose.filter(({ statement }) => forceOf(statement) === 'deal-breaker')
  const parts = [
    breakers(dealBreakers, persona, told),
    dealBreakers.length === 0 && hard.length > 0 ? ['', '### Deal-breakers'] : [],
    alsoSaid(hard, told, true),
    conditional(conditions, persona, told),
    part('Musts', musts, persona, told),
    part('Nice to have', nice, persona, told),
    alsoSaid(loose, told, dealBreakers.length + musts.length + nice.length === 0),
    decide(chains, told),
    unordered(unplaced, told, chains.length === 0),
  ]
  return parts.flat().slice(1)
}

/** Shown even where one account alone has it: a deal hangs on it. */
function breakers(findings: readonly Finding[], persona: Persona, told: Teller): string[] {
  if (findings.length === 0) return []
  return [
    '',
    '### Deal-breakers',
    '',
    ...findings
      .slice(0, MOST_SHOWN)
      .flatMap((finding) => asListItem(finding, persona, told, [hangs(finding, told), ...settledIn(finding, told)])),
    ...saidOnce(findings.slice(MOST_SHOWN), told),
  ]
}

function hangs(
  { accounts, outcomes: ends }: { accounts: readonly string[]; outcomes: Outcomes },
  told: Teller,
): string {
  return `${accountNames(accounts, told.text)} (${outcomes(ends)})`
}

/** A later note says that it is done. */
function settledIn({ endings }: Finding, told: Teller): string[] {
  const accounts = endings.filter(({ ending }) => ending === 'settled').map(({ account }) => account)
  return accounts.length === 0 ? [] : [`settled later: ${accountNames(accounts, told.text)}`]
}

const CONDITIONS = 6

/** So that nobody builds for one loud customer unaware, each stands with the accounts and deals behind it. */
function conditional(conditions: readonly Condition[], persona: Persona, told: Teller): string[] {
  const items = conditions.slice(0, CONDITIONS).flatMap((condition) => {
    const quotes = condition.theme === null ? told.some(condition.evidence, 3) : told.some(condition.evidence, 1)
    if (quotes.length === 0) return []
    const name = condition.theme === null ? 'Of no theme yet' : told.text(condition.theme.name)
    const head = [
      `- **${name}**`,
      share(condition.accounts.length, persona),
      deals(condition.value),
      hangs(condition, told),
    ]
    return [
      head.filter((word) => word !== '').join(' · '),
      ...quotes.flatMap((quote, at) => (at === 0 ? [`  ${quote}`] : ['', `  ${quote}`])),
    ]
  })
  if (items.length === 0) return []
  const more = conditions.length - CONDITIONS
  return [
    '',
    '### Demands with a condition',
    '',
    'What they make the purchase depend on, and how many accounts and deals stand behind it.',
    '',
    ...items,
    ...(more > 0 ? ['', `${count(more, 'more demand')} with a condition under Evidence.`] : []),
  ]
}

/** Begins with an empty line. */
function part(title: string, findings: readonly Finding[], persona: Persona, told: Teller): string[] {
  if (findings.length === 0) return []
  const { shown, once } = shared(findings)
  return ['', `### ${title}`, '', ...shown.flatMap((one) => asListItem(one, persona, told)), ...saidOnce(once, told)]
}

/** What says how they decide and names no step of it. */
function unordered(group: Group, told: Teller, alone: boolean): string[] {
  const quotes = told.some(group.evidence, 2)
  if (quotes.length === 0) return []
  const title = alone ? ['', '### How they decide'] : ['', 'Also said of how they decide:']
  return [...title, ...spaced(quotes)]
}

const DETAILS = 4
const CHAINS = 4
const STEPS = 4

/** A chain per account: what one company does tells nothing of the dates and people of another. */
function decide(chains: readonly Chain[], told: Teller): string[] {
  const shown = chains.slice(0, CHAINS).flatMap((chain) => asChain(chain, told))
  if (shown.length === 0) return []
  const more = chains.length - CHAINS
  const rest = more > 0 ? ['', `${count(more, 'more account')} under Evidence.`] : []
  return ['', '### How they decide, account by account', ...shown, ...rest]
}

function asChain({ account, steps }: Chain, told: Teller): string[] {
  const lines = steps.flatMap((step) => asStep(step, told)).slice(0, 2 * STEPS)
  return lines.length === 0 ? [] : ['', `**${accountNames([account], told.text)}**`, '', ...lines]
}

/** What stands under no quote is not said. */
function asStep({ names, titles, durations, proofs, evidence }: Step, told: Teller): string[] {
  const quote = told.first([evidence])
  if (quote === null) return []
  const words = (label: string, values: readonly string[]) =>
    values.length === 0
      ? []
      : [
          `${label} ${list(
            values.map((value) => told.text(value)),
            DETAILS,
          )}`,
        ]
  const head = [
    `- *${list(names)}*`,
    ...words('people:', titles),
    ...words('time:', durations),
    ...words('proof:', proofs),
  ].join(' · ')
  return [head, `  ${quote}`]
}
