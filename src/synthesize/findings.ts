/** A theme as one kind of person raises it: in how many accounts, when, with what end. */
import { STAGES, type Evidence, type Finding, type NoteAnalysis, type Theme } from '../types.ts'
import { accountOf, addMonths, callOf, ENOUGH_CALLS, tally, type DealOutcome } from './calls.ts'
import { byText, groupBy, unique } from './order.ts'
import { byQuality } from './quotes.ts'

/** What a finding is compared with. */
export interface Background {
  outcomes: ReadonlyMap<string, DealOutcome>
  /** Accounts in which the persona was heard at all. */
  accounts: readonly string[]
  /** Calls in which the persona spoke, by account, oldest first. */
  calls: ReadonlyMap<string, readonly { call: string; date: string | null }[]>
  /** Day of the newest call, and how many calls there are. */
  last: string | null
  callCount: number
}

const TREND_MONTHS = 6

/** Findings over the evidence of one tag, the one that most accounts raised first; of equals by name, so that ties don't move. */
export function findingsOf(
  evidence: readonly Evidence[],
  themes: ReadonlyMap<string, Theme>,
  background: Background,
): Finding[] {
  return [...groupBy(evidence, ({ statement }) => statement.theme)]
    .flatMap(([id, own]) => {
      const theme = id === null ? undefined : themes.get(id)
      return theme ? [findingOf(theme, own, background)] : []
    })
    .toSorted(
      (a, b) =>
        b.accounts.length - a.accounts.length ||
        b.calls - a.calls ||
        byText(a.theme.name, b.theme.name) ||
        byText(a.theme.id, b.theme.id),
    )
}

function findingOf(theme: Theme, evidence: readonly Evidence[], background: Background): Finding {
  const accounts = unique(evidence.map(({ account }) => account))
  const others = background.accounts.filter((account) => !accounts.includes(account))
  const course = accounts.map((account) => ({ account, ...courseIn(account, evidence, background) }))
  return {
    theme,
    accounts,
    calls: new Set(evidence.map(({ note }) => callOf(note))).size,
    stages: STAGES.filter((stage) => evidence.some(({ note }) => note.stage === stage)),
    outcomes: tally(accounts, background.outcomes),
    elsewhere: tally(others, background.outcomes),
    surface: evidence.filter(({ statement }) => statement.facets.surface === true).length,
    trend: trendOf(evidence, background),
    cameBack: course.filter(({ cameBack }) => cameBack).map(({ account }) => account),
    notAgain: course.filter(({ notAgain }) => notAgain).map(({ account }) => account),
    evidence: evidence.toSorted(byQuality),
  }
}

/** Raised again in a later call of the account, or not in any later one. */
function courseIn(
  account: string,
  evidence: readonly Evidence[],
  { calls }: Background,
): { cameBack: boolean; notAgain: boolean } {
  const raised = new Set(evidence.filter((e) => e.account === account).map(({ note }) => callOf(note)))
  const dated = (calls.get(account) ?? []).filter(({ date }) => date !== null)
  const at = dated.flatMap(({ call }, index) => (raised.has(call) ? [index] : []))
  const [first, last] = [at[0], at.at(-1)]
  if (first === undefined || last === undefined) return { cameBack: false, notAgain: false }
  return { cameBack: last > first, notAgain: last < dated.length - 1 }
}

/** The six months before the newest call against the six before those, by accounts. */
function trendOf(evidence: readonly Evidence[], { last, callCount, calls }: Background): Finding['trend'] {
  if (last === null || callCount < ENOUGH_CALLS) return null
  const [middle, start] = [addMonths(last, -TREND_MONTHS), addMonths(last, -2 * TREND_MONTHS)]
  const callDays = [...calls.values()].flat().flatMap(({ date }) => (date === null ? [] : [date]))
  // Nothing rises or falls where one of the two half-years holds no call to speak of.
  if (
    callDays.filter((day) => day > middle).length < 3 ||
    callDays.filter((day) => day > start && day <= middle).length < 3
  )
    return null
  const count = (from: string, to: string) =>
    new Set(
      evidence
        .filter(({ note }) => note.date !== null && note.date > from && note.date <= to)
        .map(({ account }) => account),
    ).size
  const [before, after] = [count(start, middle), count(middle, last)]
  if (before === 0 && after >= 2 && !evidence.some(({ note }) => note.date !== null && note.date <= start)) return 'new'
  if (after >= before + 2) return 'rising'
  return before >= after + 2 ? 'falling' : 'steady'
}

export function backgroundOf(
  evidence: readonly Evidence[],
  notes: readonly NoteAnalysis[],
  outcomes: ReadonlyMap<string, DealOutcome>,
): Background {
  const accounts = unique(evidence.map(({ account }) => account))
  const own = new Set(accounts)
  const inOrder = notes
    .map(({ note }) => note)
    .filter((note) => own.has(accountOf(note)) && note.duplicateOf === null)
    .toSorted((a, b) => byText(a.date ?? '', b.date ?? '') || byText(a.file, b.file))
  const days = inOrder.flatMap(({ date }) => (date === null ? [] : [date]))
  const calls = groupBy(
    inOrder.map((note) => ({ account: accountOf(note), call: callOf(note), date: note.date })),
    ({ account }) => account,
  )
  return {
    outcomes,
    accounts,
    calls,
    last: days.at(-1) ?? null,
    callCount: new Set(evidence.map(({ note }) => callOf(note))).size,
  }
}
