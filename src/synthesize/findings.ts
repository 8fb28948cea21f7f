/** A theme as one kind of person raises it: in how many accounts, who, when, with what end. */
import { STAGES, type Evidence, type Finding, type NoteAnalysis, type Outcomes, type Theme } from '../types.ts'
import { accountOf, callOf, speakersIn, tally, type DealOutcome } from './calls.ts'
import { valueOf, type Deals } from './deals.ts'
import { answeredIn, byAccount, endingOf, type Call } from './endings.ts'
import { spread } from './groups.ts'
import { byText, counted, countedTitles, groupBy, unique } from './order.ts'
import { settlingIn, type Settling } from './settled.ts'
import { spanOf, trendOf, type Span } from './trend.ts'

/** What findings of all personas are held against. */
export interface Market {
  deals: Deals
  outcomes: ReadonlyMap<string, DealOutcome>
  /** Each call once, oldest first. */
  calls: readonly Call[]
  callsOf: ReadonlyMap<string, readonly Call[]>
  answered: (one: Evidence) => boolean
  settling: Settling
}

/** What a finding of one persona is compared with. */
export interface Background extends Span, Market {
  /** Accounts in which the persona was heard at all. */
  accounts: readonly string[]
  /** What became of those. */
  all: Outcomes
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
  const { deals, outcomes, all, callsOf, answered, settling } = background
  const saidBy = byAccount(evidence)
  const accounts = unique(saidBy.keys())
  const became = tally(accounts, outcomes)
  const ends = accounts.map((account) => {
    const own = saidBy.get(account) ?? []
    const settled = settling(own)
    const outcome = outcomes.get(account) ?? 'open'
    return { account, settled, ending: endingOf(own, callsOf.get(account) ?? [], outcome, settled !== null) }
  })
  const speakers = speakersIn(evidence)
  const byStage = groupBy(evidence, ({ note }) => note.stage)
  const shallow = evidence.filter(({ statement }) => statement.facets.surface === true)
  return {
    theme,
    accounts,
    calls: new Set(evidence.map(({ note }) => callOf(note))).size,
    people: speakers.length,
    titles: countedTitles(speakers.flatMap(({ title }) => title ?? [])),
    ...kindOf(accounts, deals),
    stages: STAGES.flatMap((stage) => {
      const here = byStage.get(stage)
      return here ? [{ stage, accounts: byAccount(here).size }] : []
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

/** In what kind of account it is raised. */
function kindOf(accounts: readonly string[], deals: Deals): Pick<Finding, 'industries' | 'heads'> {
  const heads = accounts.flatMap((account) => deals.get(account)?.heads ?? [])
  return {
    industries: counted(accounts.flatMap((account) => deals.get(account)?.industry ?? [])),
    heads: heads.length < 2 ? null : { min: Math.min(...heads), max: Math.max(...heads) },
  }
}

export function marketOf(notes: readonly NoteAnalysis[], deals: Deals): Market {
  const calls = notes
    .map(({ note }) => note)
    .filter(({ duplicateOf }) => duplicateOf === null)
    .toSorted((a, b) => byText(a.date ?? '', b.date ?? '') || byText(a.file, b.file))
    .map((note) => ({ account: accountOf(note), call: callOf(note), date: note.date }))
  return {
    deals,
    outcomes: new Map([...deals].map(([account, { outcome }]) => [account, outcome])),
    calls,
    callsOf: groupBy(calls, ({ account }) => account),
    answered: answeredIn(notes),
    settling: settlingIn(notes),
  }
}

/** @param evidence of one persona */
export function backgroundOf(evidence: readonly Evidence[], market: Market): Background {
  const own = new Set(evidence.map(({ account }) => account))
  const accounts = unique(own)
  const heardIn = new Set(evidence.map(({ note }) => callOf(note)))
  const heard = market.calls.filter(({ account, call }) => heardIn.has(call) && own.has(account))
  return { ...market, ...spanOf(heard, heardIn.size), accounts, all: tally(accounts, market.outcomes) }
}
