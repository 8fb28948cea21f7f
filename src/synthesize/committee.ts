/** Who else is at the table: in the same accounts, with what in common and what between them. */
import type { Config } from '../config.ts'
import {
  BUYING_ROLES,
  type AccountTable,
  type BuyingRole,
  type Committee,
  type Evidence,
  type Neighbour,
  type NoteAnalysis,
  type Seat,
  type Theme,
} from '../types.ts'
import { accountOf } from './calls.ts'
import type { Deals } from './deals.ts'
import { byText, groupBy, mostFrequent, unique } from './order.ts'
import { standOf, tensionsBetween, type Stand } from './tensions.ts'

const MOST_THEMES = 3
/** The people of a persona, as others of their accounts are held against them. */
export interface Party {
  accounts: ReadonlySet<string>
  /** Accounts that raise a theme, by its id: each with the place where it does so first. */
  byTheme: ReadonlyMap<string, ReadonlyMap<string, number>>
  stand: Stand
}

/** @param evidence of one persona */
export function partyOf(evidence: readonly Evidence[]): Party {
  return {
    accounts: new Set(evidence.map(({ account }) => account)),
    byTheme: placesByTheme(evidence),
    stand: standOf(evidence),
  }
}

/**
 * @param parties everybody by persona
 * @param everywhere who sits at the table, of all accounts
 * @param silent roles of which nobody was heard in any account
 * @param against what tells of an act against the purchase, of all accounts
 */
export function committeeOf(
  id: string,
  parties: ReadonlyMap<string, Party>,
  everywhere: readonly AccountTable[],
  silent: readonly BuyingRole[],
  against: readonly Evidence[],
  themes: ReadonlyMap<string, Theme>,
  config: Config,
): Committee {
  const own = parties.get(id) ?? partyOf([])
  const { accounts } = own
  const neighbours = [...parties]
    .flatMap(([other, theirs]) => (other === id ? [] : neighbourOf(other, own, theirs, themes, config)))
    .toSorted((a, b) => b.accounts.length - a.accounts.length || byText(a.name, b.name))
  const tables = everywhere.filter(({ account }) => accounts.has(account))
  const roles = rolesAmong(tables)
  return {
    neighbours,
    roles,
    neverHeard: neverHeardAt(tables).filter((role) => !silent.includes(role)),
    tables,
    opponents: against.filter(({ account }) => accounts.has(account)),
  }
}

/** @returns none where the two have no account in common */
function neighbourOf(
  id: string,
  own: Party,
  theirs: Party,
  themes: ReadonlyMap<string, Theme>,
  config: Config,
): Neighbour[] {
  const accounts = unique([...theirs.accounts].filter((account) => own.accounts.has(account)))
  if (accounts.length === 0) return []
  const persona = config.personas.find((one) => one.id === id)
  return [
    {
      id,
      name: persona?.name ?? id,
      kind: persona?.kind ?? 'buyer',
      accounts,
      agree: shared(own, theirs, themes),
      conflict: tensionsBetween(own.stand, theirs.stand).slice(0, MOST_THEMES),
    },
  ]
}

function isConcept(theme: Theme, concept: string): boolean {
  return theme.id === concept || theme.id === `${concept}-${theme.tag}`
}

/** Themes that both raised in the same account; that both speak of money or of steps is no agreement. */
function shared(own: Party, theirs: Party, themes: ReadonlyMap<string, Theme>): Neighbour['agree'] {
  return [...theirs.byTheme]
    .flatMap(([id, places]) => {
      const [theme, ours] = [themes.get(id), own.byTheme.get(id)]
      if (theme === undefined || ours === undefined || theme.tag === 'budget' || isConcept(theme, 'process')) return []
      const accounts = [...places.keys()].filter((account) => ours.has(account))
      if (accounts.length === 0) return []
      const [, first = 0] = [...places].find(([account]) => own.accounts.has(account)) ?? []
      return [{ theme, accounts, first }]
    })
    .toSorted(
      (a, b) => b.accounts.length - a.accounts.length || byText(a.theme.name, b.theme.name) || a.first - b.first,
    )
    .slice(0, MOST_THEMES)
    .map(({ theme, accounts }) => ({ theme, accounts: unique(accounts) }))
}

function placesByTheme(evidence: readonly Evidence[]): Map<string, Map<string, number>> {
  const found = new Map<string, Map<string, number>>()
  for (const [place, { statement, account }] of evidence.entries()) {
    if (statement.theme === null) continue
    const places = found.get(statement.theme)
    if (places === undefined) found.set(statement.theme, new Map([[account, place]]))
    else if (!places.has(account)) places.set(account, place)
  }
  return found
}

interface Present extends Seat {
  account: string
  name: string
}

/** Roles of which nobody was heard. That nobody works against the purchase is no gap. */
export function neverHeardAt(tables: readonly AccountTable[]): BuyingRole[] {
  const heard = new Set(tables.flatMap(({ seats }) => seats.flatMap((seat) => (seat.heard ? [seat.role] : []))))
  return BUYING_ROLES.filter((role) => role !== 'saboteur' && !heard.has(role))
}

/** Everybody of the customer's side whose part is known, each once an account. */
function peopleAt(notes: readonly NoteAnalysis[]): Present[] {
  const records = notes.flatMap(({ note, people, statements }) => {
    const account = accountOf(note)
    const spoke = new Set<string | null>()
    for (const { speaker, side } of statements) if (side !== 'seller') spoke.add(speaker)
    // A name without a word of its own and without a title that says something may be no person at all.
    return people
      .filter(
        ({ side, name, title, persona }) =>
          side !== 'seller' && (spoke.has(name) || (title !== null && persona !== null)),
      )
      .map((person) => ({ account, person, heard: spoke.has(person.name) }))
  })
  const byAccount = [...groupBy(records, ({ account }) => account).values()]
  const bySeat = byAccount.flatMap((own) => [...groupBy(own, ({ person }) => person.name).values()])
  return bySeat.flatMap((own) => {
    const role = mostFrequent(own.flatMap(({ person }) => (person.role === 'unknown' ? [] : [person.role])))
    const [first] = own
    if (role === undefined || first === undefined) return []
    const title = mostFrequent(own.flatMap(({ person }) => person.title ?? [])) ?? null
    return [{ account: first.account, name: first.person.name, role, title, heard: own.some(({ heard }) => heard) }]
  })
}

function rolesAmong(tables: readonly AccountTable[]): Committee['roles'] {
  return BUYING_ROLES.flatMap((role) => {
    const held = tables.map(({ seats }) => seats.filter((seat) => seat.role === role))
    const holders = held.flat()
    if (holders.length === 0) return []
    return [
      {
        role,
        people: holders.length,
        heard: holders.filter(({ heard }) => heard).length,
        accounts: held.filter((seats) => seats.length > 0).length,
        heardIn: held.filter((seats) => seats.some(({ heard }) => heard)).length,
      },
    ]
  })
}

/** Every account by its committee; the one heard last first. */
export function accountTables(notes: readonly NoteAnalysis[], deals: Deals): AccountTable[] {
  const people = peopleAt(notes)
  const newest = new Map<string, string>()
  for (const { note } of notes) {
    const account = accountOf(note)
    if ((note.date ?? '') > (newest.get(account) ?? '')) newest.set(account, note.date ?? '')
  }
  const rank = ({ role }: Seat) => BUYING_ROLES.indexOf(role)
  return [...groupBy(people, ({ account }) => account)]
    .map(([account, own]) => ({
      account,
      outcome: deals.get(account)?.outcome ?? ('open' as const),
      seats: own
        .toSorted((a, b) => rank(a) - rank(b) || byText(a.title ?? '', b.title ?? '') || byText(a.name, b.name))
        .map(({ role, title, heard }) => ({ role, title, heard })),
    }))
    .toSorted(
      (a, b) => byText(newest.get(b.account) ?? '', newest.get(a.account) ?? '') || byText(a.account, b.account),
    )
}
