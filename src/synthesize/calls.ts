/** What is true of calls and accounts, whoever speaks in them. */
import type { Evidence, NoteAnalysis, NoteRecord, Outcomes, PersonRecord, Sample } from '../types.ts'
import { byText, counted, unique } from './order.ts'

export type DealOutcome = keyof Outcomes

/** From this many calls on, shares and trends may be said; below it counts alone. */
export const ENOUGH_CALLS = 5
const ONE_ACCOUNT_TOO_MUCH = 0.3

export function accountOf(note: NoteRecord): string {
  return note.account ?? `file:${note.file}`
}

/** What became of each account: the last word of its notes on it. */
export function outcomesByAccount(notes: readonly NoteAnalysis[]): Map<string, DealOutcome> {
  const outcomes = new Map<string, DealOutcome>()
  const inOrder = notes
    .map(({ note }) => note)
    .toSorted((a, b) => byText(a.date ?? '', b.date ?? '') || byText(a.file, b.file))
  for (const note of inOrder) {
    const told = note.stage === 'won' || note.stage === 'lost' ? note.stage : note.outcome
    outcomes.set(accountOf(note), told ?? outcomes.get(accountOf(note)) ?? 'open')
  }
  return outcomes
}

/** Accounts by what became of them. */
export function tally(accounts: Iterable<string>, outcomes: ReadonlyMap<string, DealOutcome>): Outcomes {
  const result: Outcomes = { won: 0, lost: 0, open: 0 }
  for (const account of accounts) result[outcomes.get(account) ?? 'open'] += 1
  return result
}

/** Whether a note is the review of a deal that is won or lost. */
export function isReview({ stage }: NoteRecord): boolean {
  return stage === 'won' || stage === 'lost'
}

/** A call is a note, or the note that it repeats. */
export function callOf(note: NoteRecord): string {
  return note.duplicateOf ?? note.file
}

/** Everybody who speaks, each once an account, as the last of their statements knows them. */
export function speakersIn(evidence: readonly Evidence[]): PersonRecord[] {
  const byAccount = new Map<string, Map<string, PersonRecord>>()
  for (const { account, person } of evidence) {
    if (person === null) continue
    const own = byAccount.get(account)
    if (own) own.set(person.name, person)
    else byAccount.set(account, new Map([[person.name, person]]))
  }
  return [...byAccount.values()].flatMap((own) => [...own.values()])
}

export function sampleOf(evidence: readonly Evidence[]): Sample {
  const calls = new Set(evidence.map(({ note }) => callOf(note))).size
  const accounts = new Set(evidence.map(({ account }) => account)).size
  const days = unique(evidence.flatMap(({ note }) => note.date ?? []))
  const [largest] = counted(evidence.map(({ account }) => account))
  const dominates = largest !== undefined && accounts > 1 && largest.count / evidence.length > ONE_ACCOUNT_TOO_MUCH
  return {
    calls,
    accounts,
    people: speakersIn(evidence).length,
    statements: evidence.length,
    first: days[0] ?? null,
    last: days.at(-1) ?? null,
    strength: strengthOf(calls, accounts),
    dominant: dominates ? { account: largest.value, statements: largest.count } : null,
  }
}

/** The index page says these rules in words. */
export function strengthOf(calls: number, accounts: number): Sample['strength'] {
  if (calls < 3 || accounts < 2) return 'thin'
  return calls >= 10 && accounts >= 5 ? 'solid' : 'indicative'
}

/** The day that many months before or after; a month without that day ends earlier. */
export function addMonths(day: string, months: number): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number)
  const index = year * 12 + month - 1 + months
  const [y, m] = [Math.floor(index / 12), (index % 12) + 1]
  const length = new Date(Date.UTC(y, m, 0)).getUTCDate()
  return `${String(y).padStart(4, '0')}-${String(m).padStart(2, '0')}-${String(Math.min(date, length)).padStart(2, '0')}`
}
