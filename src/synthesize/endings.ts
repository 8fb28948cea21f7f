/** What became of an objection in each account: raised, answered, and then settled, not heard again, or back. */
import type { Ending, Evidence, NoteAnalysis, StatementRecord } from '../types.ts'
import { callOf, isReview, type DealOutcome } from './calls.ts'
import { groupBy } from './order.ts'
import { wordCount } from './phrases.ts'

export interface Call {
  account: string
  call: string
  date: string | null
}

/**
 * @param evidence of one theme in one account
 * @param calls of the account, oldest first
 * @param settled whether a later note says that it is out of the way
 */
export function endingOf(
  evidence: readonly Evidence[],
  calls: readonly Call[],
  outcome: DealOutcome,
  settled: boolean,
): Ending {
  // A review looks back: what is told there was raised before.
  const live = evidence.filter(({ note }) => !isReview(note))
  if (live.length === 0) return 'review'
  if (settled) return 'settled'
  const raised = new Set(live.map(({ note }) => callOf(note)))
  const dated = calls.filter(({ date }) => date !== null)
  const at = dated.flatMap(({ call }, index) => (raised.has(call) ? [index] : []))
  const [first, last] = [at[0], at.at(-1)]
  if (first !== undefined && last !== undefined && last > first) return 'came back'
  if (outcome === 'lost') return 'lost'
  if (outcome === 'won') return 'won'
  return last !== undefined && last < dated.length - 1 ? 'parked' : 'open'
}

/** Shorter turns ("I see.") answer nothing. */
const WORDS_OF_AN_ANSWER = 4

/**
 * Whether the next turn after a statement is our side's and says something, by statement; needs all statements of the notes,
 * those of no tag too. Who asks on does not answer, and a review is no call in which anybody answers.
 */
export function answeredIn(notes: readonly NoteAnalysis[]): (one: Evidence) => boolean {
  const answered = new Set<string>()
  for (const { note, statements } of notes) {
    if (isReview(note)) continue
    for (const [at, statement] of statements.entries())
      if (statement.tag === 'objection' && isAnswered(at, statements)) answered.add(keyOf(statement))
  }
  return ({ statement }) => statement.tag === 'objection' && answered.has(keyOf(statement))
}

function isAnswered(at: number, statements: readonly StatementRecord[]): boolean {
  const [from, to] = nextTurn(at, statements)
  return statements
    .slice(from, to)
    .some(({ side, text }) => side === 'seller' && !text.trim().endsWith('?') && wordCount(text) >= WORDS_OF_AN_ANSWER)
}

/** @returns where the turn after a statement begins and ends: all that our side says in a row, or the first statement of somebody else */
export function nextTurn(at: number, statements: readonly StatementRecord[]): [from: number, to: number] {
  const said = statements[at]
  let from = at + 1
  while (
    from < statements.length &&
    statements[from]?.speaker === said?.speaker &&
    statements[from]?.side === said?.side
  )
    from += 1
  let to = from + 1
  if (statements[from]?.side === 'seller') while (statements[to]?.side === 'seller') to += 1
  return [from, Math.min(to, statements.length)]
}

function keyOf({ file, line, digest }: StatementRecord): string {
  return `${file}\n${line}\n${digest}`
}

/** The evidence of each account. */
export function byAccount(evidence: readonly Evidence[]): Map<string, Evidence[]> {
  return groupBy(evidence, ({ account }) => account)
}
