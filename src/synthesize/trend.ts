/** Whether a theme comes up more than it did: the six months before the newest call against the six before those. */
import type { Evidence, Trend } from '../types.ts'
import { addMonths, ENOUGH_CALLS } from './calls.ts'

const TREND_MONTHS = 6
/** Calls that a half-year must hold. */
const CALLS_A_HALF = 3
/** Under so many accounts, one more or less is no trend. */
const ENOUGH_ACCOUNTS = 20
/** So many accounts more or less than the other half-year leads to expect are no accident worth a word. */
const TELLING = 1.5

export interface Span {
  /** Calls in which the persona was heard. */
  callCount: number
  /** Day of the newest call. */
  last: string | null
  /** Account and day of every call in which the persona was heard. */
  heard: readonly { account: string; date: string | null }[]
}

/**
 * The two half-years rarely hold as many accounts, so each is compared with what the other leads to expect.
 * null where one of them is too thin for a word.
 */
export function trendOf(evidence: readonly Evidence[], { callCount, last, heard }: Span): Trend | null {
  if (last === null || callCount < ENOUGH_CALLS) return null
  if (new Set(heard.map(({ account }) => account)).size < ENOUGH_ACCOUNTS) return null
  const [middle, start] = [addMonths(last, -TREND_MONTHS), addMonths(last, -2 * TREND_MONTHS)]
  const half = (from: string, to: string) => {
    const within = (date: string | null) => date !== null && date > from && date <= to
    const raised = evidence.filter(({ note }) => within(note.date)).map(({ account }) => account)
    const calls = heard.filter(({ date }) => within(date))
    return {
      raised: new Set(raised).size,
      heard: new Set(calls.map(({ account }) => account)).size,
      calls: calls.length,
    }
  }
  const [before, after] = [half(start, middle), half(middle, last)]
  if (before.calls < CALLS_A_HALF || after.calls < CALLS_A_HALF) return null
  const word = wordFor(before, after)
  if (word === null) return null
  const earlier = evidence.some(({ note }) => note.date !== null && note.date <= middle)
  const counts = ({ raised, heard: all }: { raised: number; heard: number }) => ({ raised, heard: all })
  return { word: word === 'rising' && !earlier ? 'new' : word, before: counts(before), after: counts(after) }
}

type Half = { raised: number; heard: number }

function wordFor(before: Half, after: Half): Trend['word'] | null {
  const expectedBefore = (after.raised / after.heard) * before.heard
  const expectedAfter = (before.raised / before.heard) * after.heard
  if (after.raised >= 2 && expectedBefore - before.raised >= TELLING) return 'rising'
  if (before.raised >= 2 && expectedAfter - after.raised >= TELLING) return 'falling'
  return before.raised >= 2 && after.raised >= 2 ? 'steady' : null
}
