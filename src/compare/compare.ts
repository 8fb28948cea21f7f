/** What two syntheses say differently, persona by persona. Counts are of accounts, as on the pages. */
import type { BuyingRole, Finding, Persona, Signal, Synthesis, Trend } from '../types.ts'

export const CHANGES = ['new', 'rising', 'falling', 'gone'] as const
type ThemeChange = (typeof CHANGES)[number]

export interface Difference {
  notes: Pair<number>
  accounts: Pair<number>
  /** Those in which something differs, in the order of their ids. */
  personas: PersonaDifference[]
}

export interface Pair<T> {
  before: T
  after: T
}

export interface Counts {
  calls: number
  accounts: number
  people: number
  statements: number
}

export interface PersonaDifference {
  id: string
  name: string
  kind: Persona['kind']
  change: 'new' | 'changed' | 'gone'
  sample: Pair<Counts>
  themes: ThemeDifference[]
  /** Objections raised again, in a later call of an account that had raised them before. */
  cameBack: { id: string; name: string; accounts: string[] }[]
  /** Roles that nobody in the persona's accounts held before. */
  rolesHeard: { role: BuyingRole; people: number; accounts: number }[]
}

export interface ThemeDifference {
  id: string
  name: string
  tag: Signal
  change: ThemeChange
  /** Accounts that raise it. */
  accounts: Pair<number>
  /** Accounts by name that raise it now and did not before, and the other way round. */
  added: string[]
  left: string[]
  /** `trend`: the accounts are as many as before, but over the last twelve months of the notes it rises or falls now. */
  because: 'accounts' | 'trend'
  /** Of a theme that is gone: the name of the one that people merged it into; null where there is none. */
  mergedInto: string | null
}

/** As on the pages: an objection first, since it is what a seller has to answer. */
const TAG_ORDER: readonly Signal[] = ['objection', 'job', 'criterion', 'budget']
const NOTHING: Counts = { calls: 0, accounts: 0, people: 0, statements: 0 }

export function compare(before: Synthesis, after: Synthesis): Difference {
  const old = new Map(before.personas.map((persona) => [persona.id, persona]))
  const now = new Map(after.personas.map((persona) => [persona.id, persona]))
  const ids = [...new Set([...old.keys(), ...now.keys()])].toSorted()
  return {
    notes: { before: before.notes.length, after: after.notes.length },
    accounts: { before: accountsIn(before), after: accountsIn(after) },
    personas: ids
      .map((id) => comparePersona(old.get(id), now.get(id), after))
      .filter((difference) => difference !== null),
  }
}

function accountsIn({ notes }: Synthesis): number {
  return new Set(notes.map(({ note }) => note.account ?? `file:${note.file}`)).size
}

function comparePersona(
  old: Persona | undefined,
  now: Persona | undefined,
  after: Synthesis,
): PersonaDifference | null {
  const either = now ?? old
  if (either === undefined) return null
  const difference: PersonaDifference = {
    id: either.id,
    name: either.name,
    kind: either.kind,
    change: old === undefined ? 'new' : now === undefined ? 'gone' : 'changed',
    sample: { before: countsOf(old), after: countsOf(now) },
    themes: compareThemes(old, now, after),
    cameBack: old && now ? cameBack(old, now) : [],
    rolesHeard: old && now ? rolesHeard(old, now) : [],
  }
  const { sample, themes, cameBack: again, rolesHeard: heard } = difference
  const same =
    sameCounts(sample) && themes.length + again.length + heard.length === 0 && difference.change === 'changed'
  return same ? null : difference
}

function countsOf(persona: Persona | undefined): Counts {
  if (persona === undefined) return NOTHING
  const { calls, accounts, people, statements } = persona.sample
  return { calls, accounts, people, statements }
}

function sameCounts({ before, after }: Pair<Counts>): boolean {
  return (Object.keys(NOTHING) as (keyof Counts)[]).every((name) => before[name] === after[name])
}

function compareThemes(old: Persona | undefined, now: Persona | undefined, after: Synthesis): ThemeDifference[] {
  const before = themesOf(old)
  const present = themesOf(now)
  const found = [...new Set([...before.keys(), ...present.keys()])].flatMap((id): ThemeDifference[] => {
    const [was, is] = [before.get(id), present.get(id)]
    const theme = is ?? was
    const verdict = changeOf(was, is)
    if (theme === undefined || verdict === null) return []
    return [
      {
        id,
        name: theme.name,
        tag: theme.tag,
        ...verdict,
        accounts: { before: was?.accounts.size ?? 0, after: is?.accounts.size ?? 0 },
        added: only(is, was),
        left: only(was, is),
        mergedInto: verdict.change === 'gone' ? mergedInto(id, theme.name, after) : null,
      },
    ]
  })
  return found.toSorted(
    (a, b) =>
      CHANGES.indexOf(a.change) - CHANGES.indexOf(b.change) ||
      TAG_ORDER.indexOf(a.tag) - TAG_ORDER.indexOf(b.tag) ||
      b.accounts.after - a.accounts.after ||
      b.accounts.before - a.accounts.before ||
      (a.id < b.id ? -1 : 1),
  )
}

interface Raised {
  name: string
  tag: Signal
  accounts: ReadonlySet<string>
  trends: ReadonlySet<Trend['word'] | null>
}

function themesOf(persona: Persona | undefined): Map<string, Raised> {
  if (persona === undefined) return new Map()
  const { objections, jobs, criteria } = persona
  const findings = [
    ...objections,
    ...jobs.business,
    ...jobs.personal,
    ...criteria.dealBreakers,
    ...criteria.musts,
    ...criteria.nice,
  ]
  return new Map(
    persona.themes.map(({ id, name, tag, evidence }) => [
      id,
      {
        name,
        tag,
        accounts: new Set(evidence.map(({ account }) => account)),
        trends: new Set(findings.filter(({ theme }) => theme.id === id).map(({ trend }) => trend?.word ?? null)),
      },
    ]),
  )
}

function changeOf(was: Raised | undefined, is: Raised | undefined): Pick<ThemeDifference, 'change' | 'because'> | null {
  if (was === undefined) return { change: 'new', because: 'accounts' }
  if (is === undefined) return { change: 'gone', because: 'accounts' }
  if (is.accounts.size !== was.accounts.size)
    return { change: is.accounts.size > was.accounts.size ? 'rising' : 'falling', because: 'accounts' }
  const turned = (['rising', 'falling'] as const).find((trend) => is.trends.has(trend) && !was.trends.has(trend))
  return turned === undefined ? null : { change: turned, because: 'trend' }
}

function only(these: Raised | undefined, others: Raised | undefined): string[] {
  return [...(these?.accounts ?? [])].filter((account) => !others?.accounts.has(account)).toSorted()
}

/** Whoever merges a theme writes its id or name into the aliases of the other. */
function mergedInto(id: string, name: string, after: Synthesis): string | null {
  return after.codebook.find(({ aliases }) => aliases.includes(id) || aliases.includes(name))?.name ?? null
}

function cameBack(old: Persona, now: Persona): PersonaDifference['cameBack'] {
  const before = new Map(old.objections.map((finding) => [finding.theme.id, raisedAgain(finding)]))
  return now.objections.flatMap((finding) => {
    const { id, name } = finding.theme
    const accounts = raisedAgain(finding).filter((account) => !before.get(id)?.includes(account))
    return accounts.length === 0 ? [] : [{ id, name, accounts }]
  })
}

/** Accounts in which it was raised in a later call again. */
function raisedAgain({ endings }: Finding): string[] {
  return endings.filter(({ ending }) => ending === 'came back').map(({ account }) => account)
}

function rolesHeard(old: Persona, now: Persona): PersonaDifference['rolesHeard'] {
  const held = new Set(old.committee.roles.filter(({ people }) => people > 0).map(({ role }) => role))
  return now.committee.roles
    .filter(({ role, people }) => people > 0 && !held.has(role))
    .map(({ role, people, accounts }) => ({ role, people, accounts }))
}
