/** Signals that the tagger is not sure of: they count nowhere, and a page says that they are there. */
import { SIGNALS, type Evidence, type NoteAnalysis, type Signal } from '../types.ts'
import { accountOf } from './calls.ts'
import { byPlaceInTime, groupBy } from './order.ts'
import { wordCount } from './phrases.ts'
import { isPraise } from './praise.ts'

/** How probable an objection must be to be shown unreviewed, and how many of a page are. */
const PROBABLE = 0.5
const MOST = 3
/** Words under which a quote says nothing by itself. */
const SHORTEST = 5

/** @returns what waits for review, of the customer's side, each once; in the order of the notes */
export function waitingIn(notes: readonly NoteAnalysis[]): Evidence[] {
  return notes.flatMap(({ note, people, statements }) => {
    const byName = new Map(people.map((person) => [person.name, person]))
    return statements
      .filter(({ tag, accepted, repeated, side }) => tag !== 'none' && !accepted && !repeated && side !== 'seller')
      .map((statement) => ({
        statement,
        note,
        person: byName.get(statement.speaker ?? '') ?? null,
        account: accountOf(note),
      }))
  })
}

/** How many wait, by tag. */
export function waitingByTag(waiting: readonly Evidence[]): Record<Signal, number> {
  const byTag = groupBy(waiting, ({ statement }) => statement.tag)
  const counts = SIGNALS.map((tag) => [tag, byTag.get(tag)?.length ?? 0] as const)
  return Object.fromEntries(counts) as Record<Signal, number>
}

/** The most probable objections among them, an account's second one behind the first of every other. */
export function probableObjections(waiting: readonly Evidence[]): Evidence[] {
  const probable = waiting.filter(
    ({ statement: { tag, confidence, text }, note }) =>
      tag === 'objection' &&
      confidence >= PROBABLE &&
      wordCount(text) >= SHORTEST &&
      note.consent !== false &&
      !text.endsWith('?') &&
      !isPraise(text),
  )
  const sorted = probable.toSorted((a, b) => b.statement.confidence - a.statement.confidence || byPlaceInTime(a, b))
  const turn = new Map<Evidence, number>()
  const seen = new Map<string, number>()
  for (const one of sorted) {
    turn.set(one, seen.get(one.account) ?? 0)
    seen.set(one.account, (seen.get(one.account) ?? 0) + 1)
  }
  return sorted.toSorted((a, b) => (turn.get(a) ?? 0) - (turn.get(b) ?? 0)).slice(0, MOST)
}
