/** What the index says of a persona first: the theme of most accounts, else the single statement that weighs most. */
import type { Evidence, Finding, Headline, Persona } from '../types.ts'
import { isReview } from './calls.ts'
import type { Deals } from './deals.ts'
import { byText } from './order.ts'
import { byQuality } from './quotes.ts'

/** A theme of one account is that account's word: its statement says more than the name of the theme. */
const SEVERAL = 2

export function headlinesOf(persona: Persona, deals: Deals): Persona['first'] {
  const { objections, criteria, jobs, unthemed } = persona
  const loose = (fits: (statement: Evidence['statement']) => boolean) =>
    unthemed.filter(({ statement }) => fits(statement))
  return {
    stops: headlineOf(
      [...objections, ...criteria.dealBreakers],
      loose(({ tag, facets }) => tag === 'objection' || facets.force === 'deal-breaker'),
      orderOf(deals),
    ),
    wants: headlineOf(
      [...jobs.business, ...jobs.personal],
      loose(({ tag }) => tag === 'job'),
      live,
    ),
  }
}

type Order = (a: Evidence, b: Evidence) => number

/** What is wanted shows in the quote that explains most; reviews tell of what was. */
const live: Order = (a, b) => Number(isReview(a.note)) - Number(isReview(b.note)) || byQuality(a, b)

function headlineOf(findings: readonly Finding[], loose: readonly Evidence[], order: Order): Headline | null {
  const byReach = (a: Finding, b: Finding) => b.accounts.length - a.accounts.length || b.outcomes.lost - a.outcomes.lost
  const several = findings.filter(({ accounts }) => accounts.length >= SEVERAL).toSorted(byReach)
  const [top] = several
    .filter((finding) => several[0] && byReach(finding, several[0]) === 0)
    .map((finding) => ({ finding, weightiest: firstBy(order, finding.evidence) }))
    .toSorted(
      (a, b) =>
        (a.weightiest && b.weightiest ? order(a.weightiest, b.weightiest) : 0) ||
        byText(a.finding.theme.id, b.finding.theme.id),
    )
  if (top) return { theme: top.finding.theme, accounts: top.finding.accounts.length }
  const evidence = firstBy(order, [...findings.flatMap((finding) => finding.evidence), ...loose])
  return evidence === undefined ? null : { evidence }
}

/** What would stand first if they were sorted. */
function firstBy(order: Order, evidence: readonly Evidence[]): Evidence | undefined {
  const [first, ...others] = evidence
  return first && others.reduce((best, one) => (order(one, best) < 0 ? one : best), first)
}

/** The one over which a deal was lost, the deal-breaker, the larger deal, the one heard last. */
function orderOf(deals: Deals): Order {
  const lost = ({ account }: Evidence) => Number(deals.get(account)?.outcome === 'lost')
  const breaks = ({ statement }: Evidence) => Number(statement.facets.force === 'deal-breaker')
  const quotable = ({ note }: Evidence) => Number(note.consent !== false)
  const value = ({ account }: Evidence) => deals.get(account)?.value?.amount ?? 0
  return (a, b) =>
    quotable(b) - quotable(a) ||
    lost(b) - lost(a) ||
    breaks(b) - breaks(a) ||
    value(b) - value(a) ||
    byText(b.note.date ?? '', a.note.date ?? '') ||
    byQuality(a, b)
}
