/** Statements gathered for a purpose, in the order in which a page quotes them. */
import type { Evidence, Group } from '../types.ts'
import { groupBy, unique } from './order.ts'
import { byQuality } from './quotes.ts'

export function groupOf(evidence: readonly Evidence[]): Group {
  return { accounts: unique(evidence.map(({ account }) => account)), evidence: spread(evidence) }
}

/** Best quote first, but no account speaks a second time before all others have spoken once. */
export function spread(evidence: readonly Evidence[]): Evidence[] {
  const sorted = evidence.toSorted(byQuality)
  const turn = new Map<Evidence, number>()
  for (const own of groupBy(sorted, ({ account }) => account).values())
    for (const [at, one] of own.entries()) turn.set(one, at)
  // Sorting is stable: within a turn the best stays first.
  return sorted.toSorted((a, b) => (turn.get(a) ?? 0) - (turn.get(b) ?? 0))
}

/** Each person of each account once. */
export function peopleIn(evidence: readonly Evidence[]): number {
  return new Set(evidence.flatMap(({ account, person }) => (person ? [`${account}\n${person.name}`] : []))).size
}
