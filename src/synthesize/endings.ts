/** What became of an objection in each account: raised, answered, and then accepted, parked, lost over, or back again. */
import type { Ending, Evidence, NoteAnalysis, StatementRecord } from '../types.ts'
import { callOf, type DealOutcome } from './calls.ts'
import { groupBy } from './order.ts'

/** The calls of an account in which the persona was heard, oldest first. */
export type CallsByAccount = ReadonlyMap<string, readonly { call: string; date: string | null }[]>

/** @param evidence of one theme in one account */
export function endingOf(
  evidence: readonly Evidence[],
  calls: readonly { call: string; date: string | null }[],
  outcome: DealOutcome,
): Ending {
  const raised = new Set(evidence.map(({ note }) => callOf(note)))
  const dated = calls.filter(({ date }) => date !== null)
  const at = dated.flatMap(({ call }, index) => (raised.has(call) ? [index] : []))
  const [first, last] = [at[0], at.at(-1)]
  if (first !== undefined && last !== undefined && last > first) return 'came back'
  if (outcome === 'lost') return 'lost'
  if (outcome === 'won') return 'accepted'
  return last !== undefined && last < dated.length - 1 ? 'parked' : 'open'
}

/** How many statements further an answer may stand. */
export const NEXT = 3

/** Whether our side speaks within the next statements, by statement; needs all statements of the notes, those of no tag too. */
export function answeredIn(notes: readonly NoteAnalysis[]): (one: Evidence) => boolean {
  const answered = new Set<string>()
  for (const { statements } of notes)
    for (const [at, statement] of statements.entries())
      if (
        statement.tag === 'objection' &&
        statements.slice(at + 1, at + 1 + NEXT).some(({ side }) => side === 'seller')
      )
        answered.add(keyOf(statement))
  return ({ statement }) => answered.has(keyOf(statement))
}

function keyOf({ file, line, digest }: StatementRecord): string {
  return `${file}\n${line}\n${digest}`
}

/** The evidence of each account. */
export function byAccount(evidence: readonly Evidence[]): Map<string, Evidence[]> {
  return groupBy(evidence, ({ account }) => account)
}
