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
  /** The half-years that are compared, null where one of them is too thin for a word. */
  halves: { before: HalfYear; after: HalfYear } | null
}

interface HalfYear {
  /** Days, the first not included. */
  from: string
  to: string
  /** Accounts in which the persona was heard. */
  heard: number
}

/**
 * @param heard account and day of the calls in which the persona was heard, oldest first
 * @param callCount how many calls those are
 */
export function spanOf(heard: readonly { account: string; date: string | null }[], callCount: number): Span {
  const last = heard.findLast(({ date }) => date !== null)?.date ?? null
  const accounts = new Set(heard.map(({ account }) => account)).size
  if (last === null || callCount < ENOUGH_CALLS || accounts < ENOUGH_ACCOUNTS) return { halves: null }
  const [middle, start] = [addMonths(last, -TREND_MONTHS), addMonths(last, -2 * TREND_MONTHS)]
  const [before, after] = [halfYear(heard, start, middle), halfYear(heard, middle, last)]
  return { halves: before === null || after === null ? null : { before, after } }
}

function halfYear(
  heard: readonly { account: string; date: string | null }[],
  from: string,
  to: string,
): HalfYear | null {
  const calls = heard.filter(({ date }) => date !== null && date > from && date <= to)
  if (calls.length < CALLS_A_HALF) return null
  return { from, to, heard: new Set(calls.map(({ account }) => account)).size }
}

/**
 * The two half-years rarely hold as many accounts, so each is compared with what the other leads to expect.
 * null where nothing can be said.
 */
export function trendOf(evidence: readonly Evidence[], { halves }: Span): Trend | null {
  if (halves === null) return null
  const raisedIn = ({ from, to, heard }: HalfYear): Half => {
    const accounts = evidence.flatMap(({ note: { date }, account }) =>
      date !== null && date > from && date <= to ? [account] : [],
    )
    return { raised: new Set(accounts).size, heard }
  }
  const [before, after] = [raisedIn(halves.before), raisedIn(halves.after)]
  const word = wordFor(before, after)
  if (word === null) return null
  const earlier = evidence.some(({ note }) => note.date !== null && note.date <= halves.before.to)
  return { word: word === 'rising' && !earlier ? 'new' : word, before, after }
}

type Half = { raised: number; heard: number }

function wordFor(before: Half, after: Half): Trend['word'] | null {
  const expectedBefore = (after.raised / after.heard) * before.heard
  const expectedAfter = (before.raised / before.heard) * after.heard
  if (after.raised >= 2 && expectedBefore - before.raised >= TELLING) return 'rising'
  if (before.raised >= 2 && expectedAfter - after.raised >= TELLING) return 'falling'
  return before.raised >= 2 && after.raised >= 2 ? 'steady' : null
}
