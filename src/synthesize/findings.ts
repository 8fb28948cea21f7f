/** A theme as one kind of person raises it: in how many accounts, who, when, with what end. */
import { STAGES, type Evidence, type Finding, type NoteAnalysis, type Outcomes, type Theme } from '../types.ts'
import { accountOf, callOf, tally, type DealOutcome } from './calls.ts'
import { valueOf, type Deals } from './deals.ts'
import { answeredIn, byAccount, endingOf, type CallsByAccount } from './endings.ts'
import { peopleIn, spread } from './groups.ts'
import { byText, counted, countedTitles, groupBy, unique } from './order.ts'
import { settlingIn, type Settling } from './settled.ts'
import { spanOf, trendOf, type Span } from './trend.ts'

/** What a finding is compared with. */
export interface Background extends Span {
  deals: Deals
  outcomes: ReadonlyMap<string, DealOutcome>
  /** Accounts in which the persona was heard at all. */
  accounts: readonly string[]
  /** What became of those. */
  all: Outcomes
  calls: CallsByAccount
  answered: (one: Evidence) => boolean
  settling: Settling
}

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
        b.accounts.length - a.accounts.length || byText(a.theme.name, b.theme.name) || byText(a.theme.id, b.theme.id),
    )
}

function findingOf(theme: Theme, evidence: readonly Evidence[], background: Background): Finding {
  const accounts = unique(evidence.map(({ account }) => account))
  const { deals, outcomes, all, calls, answered, settling } = background
  const became = tally(accounts, outcomes)
  const ends = [...byAccount(evidence)]
    .map(([account, own]) => {
      const settled = settling(own)
      const outcome = outcomes.get(account) ?? 'open'
      return { account, settled, ending: endingOf(own, calls.get(account) ?? [], outcome, settled !== null) }
    })
    .toSorted((a, b) => byText(a.account, b.account))
  const shallow = evidence.filter(({ statement }) => statement.facets.surface === true)
  return {
    theme,
    accounts,
    calls: new Set(evidence.map(({ note }) => callOf(note))).size,
    people: peopleIn(evidence),
    ...kindOf(evidence, accounts, deals),
    stages: STAGES.flatMap((stage) => {
      const here = new Set(evidence.filter(({ note }) => note.stage === stage).map(({ account }) => account))
      return here.size === 0 ? [] : [{ stage, accounts: here.size }]
    }),
    outcomes: became,
    elsewhere: {
      won: all.won - became.won,
      lost: all.lost - became.lost,
      open: all.open - became.open,
    },
    value: valueOf(accounts, deals),
    surface: shallow.length,
    surfaceCategory: counted(shallow.flatMap(({ statement }) => statement.facets.category ?? []))[0]?.value ?? null,
    trend: trendOf(evidence, background),
    answered: unique(evidence.filter(answered).map(({ account }) => account)),
    endings: ends.map(({ account, ending }) => ({ account, ending })),
    settled: ends.flatMap(({ settled, ending }) => (ending === 'settled' && settled !== null ? [settled] : [])),
    evidence: spread(evidence),
  }
}

/** Who raises it, and in what kind of account. */
function kindOf(
  evidence: readonly Evidence[],
  accounts: readonly string[],
  deals: Deals,
): Pick<Finding, 'titles' | 'industries' | 'heads'> {
  const people = new Map(evidence.map(({ account, person }) => [`${account}\n${person?.name ?? ''}`, person]))
  const heads = accounts.flatMap((account) => deals.get(account)?.heads ?? [])
  return {
    titles: countedTitles([...people.values()].flatMap((person) => person?.title ?? [])),
    industries: counted(accounts.flatMap((account) => deals.get(account)?.industry ?? [])),
    heads: heads.length < 2 ? null : { min: Math.min(...heads), max: Math.max(...heads) },
  }
}

export function backgroundOf(
  evidence: readonly Evidence[],
  notes: readonly NoteAnalysis[],
  deals: Deals,
  answered: (one: Evidence) => boolean = answeredIn(notes),
  settling: Settling = settlingIn(notes),
): Background {
  const accounts = unique(evidence.map(({ account }) => account))
  const own = new Set(accounts)
  const inOrder = notes
    .map(({ note }) => note)
    .filter((note) => own.has(accountOf(note)) && note.duplicateOf === null)
    .toSorted((a, b) => byText(a.date ?? '', b.date ?? '') || byText(a.file, b.file))
  const all = inOrder.map((note) => ({ account: accountOf(note), call: callOf(note), date: note.date }))
  const heardIn = new Set(evidence.map(({ note }) => callOf(note)))
  const heard = all.filter(({ call }) => heardIn.has(call))
  const outcomes = new Map([...deals].map(([account, { outcome }]) => [account, outcome]))
  return {
    ...spanOf(heard, heardIn.size),
    deals,
    outcomes,
    accounts,
    all: tally(accounts, outcomes),
    answered,
    settling,
    calls: groupBy(all, ({ account }) => account),
  }
}
