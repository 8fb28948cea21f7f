/** Everything that the page of one persona says, counted. */
import type { Config } from '../config.ts'
import {
  SIGNALS,
  STAGES,
  type AccountTable,
  type BuyingRole,
  type Criteria,
  type Evidence,
  type Finding,
  type Force,
  type NoteAnalysis,
  type Persona,
  type Review,
  type Signal,
  type StageRow,
  type Theme,
} from '../types.ts'
import { callOf, sampleOf, tally } from './calls.ts'
import { claimsOf, saturationOf } from './claims.ts'
import { committeeOf, partyOf, type Party } from './committee.ts'
import { conditionsOf } from './conditions.ts'
import type { Deals } from './deals.ts'
import { answeredIn } from './endings.ts'
import { backgroundOf, findingsOf, type Background } from './findings.ts'
import { forceOf } from './force.ts'
import { groupOf, spread } from './groups.ts'
import { headlinesOf } from './headlines.ts'
import { jobsOf } from './jobs.ts'
import { currenciesOf, moneyOf } from './money.ts'
import { byText, counted, countedTitles, groupBy, unique } from './order.ts'
import { questionsOf } from './questions.ts'
import { reviewsBy } from './reasons.ts'
import { openSales } from './sales.ts'
import { opponentsAmong } from './opponents.ts'
import { settlingIn } from './settled.ts'
import { stepsOf, titlesByAccount } from './steps.ts'
import { probableObjections, waitingByTag, waitingIn } from './waiting.ts'

/** As pages go through them: an objection first, since it is what a seller has to answer. */
const TAG_ORDER: readonly Signal[] = ['objection', 'job', 'criterion', 'budget']

/** What pages are counted from. */
export interface Counted {
  themes: readonly Theme[]
  evidence: readonly Evidence[]
  notes: readonly NoteAnalysis[]
  deals: Deals
  accounts: readonly AccountTable[]
  reviews: readonly Review[]
}

/** @returns the personas with evidence, by id */
export function aggregate({ themes, evidence, notes, deals, accounts, reviews }: Counted, config: Config): Persona[] {
  const open = new Set(openSales(notes))
  const answered = answeredIn(notes)
  const settling = settlingIn(notes)
  const waiting = groupBy(waitingIn(notes), ({ statement }) => statement.persona)
  const against = opponentsAmong(evidence, notes, deals)
  const currencies = currenciesOf(evidence, notes)
  const byId = new Map(themes.map((theme) => [theme.id, theme]))
  const groups = groupBy(
    evidence.filter(({ statement }) => statement.persona !== null),
    ({ statement }) => statement.persona ?? '',
  )
  const parties = new Map([...groups].map(([id, own]) => [id, partyOf(own)]))
  const titles = titlesByAccount(notes)
  return [...groups]
    .toSorted(([a], [b]) => byText(a, b))
    .map(([id, own]) =>
      personaOf(id, own, {
        byId,
        parties,
        titles,
        notes,
        accounts,
        against,
        config,
        currencies,
        open,
        background: backgroundOf(own, notes, deals, answered, settling),
        waiting: waiting.get(id) ?? [],
        reviews,
      }),
    )
}

interface Whole {
  byId: ReadonlyMap<string, Theme>
  /** Everybody by persona. */
  parties: ReadonlyMap<string, Party>
  titles: ReturnType<typeof titlesByAccount>
  notes: readonly NoteAnalysis[]
  accounts: readonly AccountTable[]
  against: readonly Evidence[]
  config: Config
  open: ReadonlySet<string>
  background: Background
  currencies: ReadonlyMap<string, string>
  /** Of these people. */
  waiting: readonly Evidence[]
  /** Of all accounts. */
  reviews: readonly Review[]
}

function personaOf(id: string, own: readonly Evidence[], whole: Whole): Persona {
  const { byId, background, config } = whole
  const of = (tag: Signal) => own.filter(({ statement }) => statement.tag === tag)
  const findings = (evidence: readonly Evidence[]): Finding[] => findingsOf(evidence, byId, background)
  const definition = config.personas.find((persona) => persona.id === id)
  const people = peopleOf(id, own, whole.notes)
  const withoutQuestions: Persona = {
    id,
    name: definition?.name ?? id,
    kind: definition?.kind ?? 'buyer',
    sample: sampleOf(own),
    titles: countedTitles(people.flatMap(({ title }) => title ?? [])).map(({ value, count }) => ({
      title: value,
      people: count,
    })),
    roles: counted(people.flatMap(({ role }) => (role === 'unknown' ? [] : [role]))).map(({ value, count }) => ({
      role: value,
      people: count,
    })),
    industries: unique(own.flatMap(({ note }) => note.industry ?? [])),
    sizes: unique(own.flatMap(({ note }) => note.size ?? [])),
    outcomes: tally(
      background.accounts,
      new Map([...background.deals].map(([account, deal]) => [account, deal.outcome])),
    ),
    open: background.accounts.filter((account) => whole.open.has(account)),
    objections: findings(of('objection')),
    jobs: jobsOf(of('job'), findings),
    criteria: criteriaOf(own, findings, whole),
    money: moneyOf(of('budget'), whole.currencies),
    stages: stagesOf(own, byId),
    committee: committeeOf(id, whole.parties, whole.accounts, whole.against, byId, config),
    claims: claimsOf(own),
    saturation: saturationOf(own),
    waiting: whole.waiting.length,
    waitingBy: waitingByTag(whole.waiting),
    unsure: probableObjections(whole.waiting),
    first: { stops: null, wants: null },
    reviews: reviewsBy(id, whole.reviews),
    questions: [],
    themes: themesOf(own, byId),
    unthemed: groupOf(own.filter(({ statement }) => statement.theme === null)).evidence,
  }
  const first = headlinesOf(withoutQuestions, background.deals)
  return { ...withoutQuestions, first, questions: questionsOf(withoutQuestions) }
}

/** Everybody who holds the persona in an account where it is heard, each once. */
function peopleOf(
  id: string,
  own: readonly Evidence[],
  notes: readonly NoteAnalysis[],
): { title: string | null; role: BuyingRole | 'unknown' }[] {
  const accounts = new Set(own.map(({ account }) => account))
  const held = notes.flatMap(({ note, people }) => {
    const account = note.account ?? `file:${note.file}`
    return accounts.has(account)
      ? people.filter((person) => person.persona === id).map((person) => ({ account, person }))
      : []
  })
  return [...groupBy(held, ({ account, person }) => `${account}\n${person.name}`).values()].map((records) => ({
    title: counted(records.flatMap(({ person }) => person.title ?? []))[0]?.value ?? null,
    role:
      counted(records.flatMap(({ person }) => (person.role === 'unknown' ? [] : [person.role])))[0]?.value ?? 'unknown',
  }))
}

function criteriaOf(
  own: readonly Evidence[],
  findings: (evidence: readonly Evidence[]) => Finding[],
  { byId, background, titles }: Whole,
): Criteria {
  const criteria = own.filter(({ statement }) => statement.tag === 'criterion')
  const byForce = groupBy(criteria, (one): Force => (isStep(one) ? 'process' : forceOf(one.statement)))
  const withForce = (force: Force) => findings(byForce.get(force) ?? [])
  return {
    dealBreakers: withForce('deal-breaker'),
    musts: withForce('must'),
    nice: withForce('nice'),
    conditions: conditionsOf(own, byId, background.deals),
    ...stepsOf(criteria.filter(isStep), titles),
  }
}

/** By its facet, or by its theme where nothing hangs on it. */
function isStep({ statement: { theme, facets } }: Evidence): boolean {
  return facets.force === 'process' || (facets.force !== 'deal-breaker' && theme === 'process')
}

function stagesOf(own: readonly Evidence[], themes: ReadonlyMap<string, Theme>): StageRow[] {
  return STAGES.flatMap((stage) => {
    const here = own.filter(({ note }) => note.stage === stage)
    if (here.length === 0) return []
    const counts = Object.fromEntries(
      SIGNALS.map((tag) => [
        tag,
        new Set(here.filter(({ statement }) => statement.tag === tag).map(({ account }) => account)).size,
      ]),
    ) as Record<Signal, number>
    return [{ stage, calls: new Set(here.map(({ note }) => callOf(note))).size, counts, top: topOf(here, themes) }]
  })
}

/** The theme that most accounts raised, objections first; that money and steps are spoken of goes without saying. */
function topOf(here: readonly Evidence[], themes: ReadonlyMap<string, Theme>): Theme | null {
  const groups = [...groupBy(here, ({ statement }) => statement.theme)].flatMap(([id, own]) => {
    const theme = id === null ? undefined : themes.get(id)
    const tells = theme !== undefined && theme.tag !== 'budget' && !theme.id.startsWith('process')
    return tells ? [{ theme, accounts: new Set(own.map(({ account }) => account)).size }] : []
  })
  const rank = (theme: Theme) => TAG_ORDER.indexOf(theme.tag)
  return (
    groups.toSorted(
      (a, b) => b.accounts - a.accounts || rank(a.theme) - rank(b.theme) || byText(a.theme.name, b.theme.name),
    )[0]?.theme ?? null
  )
}

/** In the order in which a reader meets them: by what kind of thing it is, then by accounts. */
function themesOf(own: readonly Evidence[], themes: ReadonlyMap<string, Theme>): Theme[] {
  const found = [...groupBy(own, ({ statement }) => statement.theme)].flatMap(([id, evidence]) => {
    const theme = id === null ? undefined : themes.get(id)
    return theme ? [{ ...theme, evidence: spread(evidence) }] : []
  })
  const accounts = ({ evidence }: Theme) => new Set(evidence.map(({ account }) => account)).size
  return found.toSorted(
    (a, b) =>
      TAG_ORDER.indexOf(a.tag) - TAG_ORDER.indexOf(b.tag) ||
      accounts(b) - accounts(a) ||
      byText(a.name, b.name) ||
      byText(a.id, b.id),
  )
}
