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
  type PersonRecord,
  type Review,
  type Signal,
  type StageRow,
  type Theme,
} from '../types.ts'
import { accountOf, callOf, sampleOf } from './calls.ts'
import { claimsOf, saturationOf } from './claims.ts'
import { committeeOf, neverHeardAt, partyOf, type Party } from './committee.ts'
import { conditionsOf } from './conditions.ts'
import type { Deals } from './deals.ts'
import { backgroundOf, findingsOf, marketOf, type Background } from './findings.ts'
import { forceOf } from './force.ts'
import { groupOf } from './groups.ts'
import { headlinesOf } from './headlines.ts'
import { jobsOf } from './jobs.ts'
import { currenciesOf, moneyOf } from './money.ts'
import { byText, counted, countedTitles, groupBy, mostFrequent, unique } from './order.ts'
import { questionsOf } from './questions.ts'
import { reviewsBy } from './reasons.ts'
import { openSales } from './sales.ts'
import { opponentsAmong } from './opponents.ts'
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
  const market = marketOf(notes, deals)
  const open = new Set(openSales(notes, market.outcomes))
  const people = groupBy(notes.flatMap(presentAt), ({ person }) => person.persona)
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
  const neverHeard = neverHeardAt(accounts)
  return [...groups]
    .toSorted(([a], [b]) => byText(a, b))
    .map(([id, own]) =>
      personaOf(id, own, {
        byId,
        parties,
        titles,
        people: people.get(id) ?? [],
        accounts,
        silent: neverHeard,
        against,
        config,
        currencies,
        open,
        background: backgroundOf(own, market),
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
  /** Who holds the persona, as every note of every account knows them. */
  people: readonly Present[]
  accounts: readonly AccountTable[]
  /** Roles of which nobody was heard in any account. */
  silent: readonly BuyingRole[]
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
  const byTag = groupBy(own, ({ statement }) => statement.tag)
  const of = (tag: Signal) => byTag.get(tag) ?? []
  const findings = (evidence: readonly Evidence[]): Finding[] => findingsOf(evidence, byId, background)
  const definition = config.personas.find((persona) => persona.id === id)
  const people = peopleOf(background.accounts, whole.people)
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
    outcomes: background.all,
    open: background.accounts.filter((account) => whole.open.has(account)),
    objections: findings(of('objection')),
    jobs: jobsOf(of('job'), findings),
    criteria: criteriaOf(own, findings, whole),
    money: moneyOf(of('budget'), whole.currencies),
    stages: stagesOf(own, byId),
    committee: committeeOf(id, whole.parties, whole.accounts, whole.silent, whole.against, byId, config),
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

interface Present {
  account: string
  person: PersonRecord
}

function presentAt({ note, people }: NoteAnalysis): Present[] {
  return people.map((person) => ({ account: accountOf(note), person }))
}

/** Everybody who holds the persona in an account where it is heard, each once. */
function peopleOf(
  accounts: readonly string[],
  holders: readonly Present[],
): { title: string | null; role: BuyingRole | 'unknown' }[] {
  const here = new Set(accounts)
  const held = holders.filter(({ account }) => here.has(account))
  return [...groupBy(held, ({ account, person }) => `${account}\n${person.name}`).values()].map((records) => ({
    title: mostFrequent(records.flatMap(({ person }) => person.title ?? [])) ?? null,
    role: mostFrequent(records.flatMap(({ person }) => (person.role === 'unknown' ? [] : [person.role]))) ?? 'unknown',
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
    conditions: conditionsOf(own, byId, background),
    ...stepsOf(byForce.get('process') ?? [], titles),
  }
}

/** By its facet, or by its theme where nothing hangs on it. */
function isStep({ statement: { theme, facets } }: Evidence): boolean {
  return facets.force === 'process' || (facets.force !== 'deal-breaker' && theme === 'process')
}

function stagesOf(own: readonly Evidence[], themes: ReadonlyMap<string, Theme>): StageRow[] {
  const byStage = groupBy(own, ({ note }) => note.stage)
  return STAGES.flatMap((stage) => {
    const here = byStage.get(stage)
    if (here === undefined) return []
    const byTag = groupBy(here, ({ statement }) => statement.tag)
    const counts = Object.fromEntries(
      SIGNALS.map((tag) => [tag, new Set(byTag.get(tag)?.map(({ account }) => account)).size]),
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
    return theme ? [{ theme, ...groupOf(evidence) }] : []
  })
  return found
    .toSorted(
      (a, b) =>
        TAG_ORDER.indexOf(a.theme.tag) - TAG_ORDER.indexOf(b.theme.tag) ||
        b.accounts.length - a.accounts.length ||
        byText(a.theme.name, b.theme.name) ||
        byText(a.theme.id, b.theme.id),
    )
    .map(({ theme, evidence }) => ({ ...theme, evidence }))
}
