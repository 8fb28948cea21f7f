/** Statements gathered for a purpose, in the order in which a page quotes them. */
import type { Evidence, Group } from '../types.ts'
import { unique } from './order.ts'
import { bestFirst } from './quotes.ts'

export function groupOf(evidence: readonly Evidence[]): Group {
  return { accounts: unique(evidence.map(({ account }) => account)), evidence: spread(evidence) }
}

/** Best quote first, but no account speaks a second time before all others have spoken once. */
export function spread(evidence: readonly Evidence[]): Evidence[] {
  const rounds: Evidence[][] = []
  const spoken = new Map<string, number>()
  for (const one of bestFirst(evidence)) {
    const round = spoken.get(one.account) ?? 0
    spoken.set(one.account, round + 1)
    ;(rounds[round] ??= []).push(one)
  }
  return rounds.flat()
}
