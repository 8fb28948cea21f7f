/** One person over several notes: one name, and what one note tells of the person holds in the others. */
import type { Config } from '../config.ts'
import {
  BUYING_ROLES,
  type BuyingRole,
  type NoteAnalysis,
  type PersonRecord,
  type Side,
  type StatementRecord,
} from '../types.ts'
import { fullestOf, nameWords, relativesAmong } from './names.ts'
import { longFormsOf, titleTold } from './person-titles.ts'
import { byText, groupBy, mostFrequent } from './order.ts'
import { personaOf } from './people.ts'
import { withVotes } from './votes.ts'

/** Where a person of a note is at home: an account, or our own company. */
const US = 'us'

interface Place {
  person: PersonRecord
  circle: string
}

/**
 * @param notes with canonical accounts
 * @returns the notes with people and speakers unified; what config says of a person wins
 */
export function unifyPersons(notes: readonly NoteAnalysis[], config: Config): NoteAnalysis[] {
  // What one pass settles (that M. Lopez is ours) may settle more in the next; one that changes nothing is the last.
  const told = notes.map(withVotes)
  const longForms = longFormsByAccount(told)
  let settled = unifyOnce(told, longForms, config)
  for (let pass = 1; pass < MOST_PASSES; pass += 1) {
    const before = settled
    settled = unifyOnce(before, longForms, config)
    if (settled.every((one, at) => one === before[at])) break
  }
  return settled
}

const MOST_PASSES = 6

/** @returns notes in which nothing changes as they are */
function unifyOnce(
  written: readonly NoteAnalysis[],
  longForms: ReturnType<typeof longFormsByAccount>,
  config: Config,
): NoteAnalysis[] {
  const ours = namesOfOurs(written, config)
  const notes = tellOurs(written, ours)
  const places = notes.flatMap(({ note, people }) =>
    people.map((person): Place => ({
      person,
      circle: isOurs(person, ours) ? US : (note.account ?? `file:${note.file}`),
    })),
  )
  const full = fullNames(places)
  const persons = new Map(
    [...groupBy(places, (place) => idOf(place, full))].map(([id, group]) => [
      id,
      settle(
        group.map((g) => g.person),
        config,
        full.get(idKey(group[0]))!,
        longForms.get(group[0]?.circle ?? '') ?? new Map<string, string>(),
      ),
    ]),
  )
  const settled = new Map(places.map((place) => [place.person, persons.get(idOf(place, full))!]))
  return notes.map((analysis, at) => withPersons(analysis, settled, config, written[at]!))
}

/** Our people by full name, also for the notes that don't say that they are ours. */
function namesOfOurs(notes: readonly NoteAnalysis[], config: Config): Set<string> {
  const everybody = notes.flatMap(({ people }) => people)
  const keys = (side: Side) =>
    everybody.filter((person) => person.side === side).map((person) => nameWords(person.name))
  const customers = new Set(keys('customer').map((words) => words.join(' ')))
  const sellers = keys('seller')
    .filter((words) => words.length > 1)
    .map((words) => words.join(' '))
  return new Set([
    ...config.us.people.map((name) => nameWords(name).join(' ')),
    ...sellers.filter((name) => !customers.has(name)),
    ...inSeveralAccounts(notes),
  ])
}

/** Who comes up in the notes of several accounts, and in none with a title, is a colleague rather than a customer who moved. */
function inSeveralAccounts(notes: readonly NoteAnalysis[]): string[] {
  const accounts = new Map<string, Set<string>>()
  const titled = new Set<string>()
  for (const { note, people } of notes)
    for (const person of people) {
      const words = nameWords(person.name)
      if (words.length < 2 || note.account === null) continue
      const name = words.join(' ')
      if (person.title !== null && person.side !== 'seller') titled.add(name)
      accounts.set(name, (accounts.get(name) ?? new Set()).add(note.account))
    }
  return [...accounts].filter(([name, where]) => areStrangers([...where]) && !titled.has(name)).map(([name]) => name)
}

/** Whether two of the accounts have no word in common: `Tolbrook Foods` and `Tolbrook` may be one, written in two ways. */
function areStrangers(accounts: readonly string[]): boolean {
  const words = accounts.map((account) => new Set(nameWords(account)))
  return words.some((one, at) => words.slice(at + 1).some((other) => ![...one].some((word) => other.has(word))))
}

function isOurs(person: PersonRecord, ours: ReadonlySet<string>): boolean {
  return person.side === 'seller' || ours.has(nameWords(person.name).join(' '))
}

/**
 * "Sam" without a title is our Sam, where one of us has that first name and nobody in the account does:
 * notes name colleagues in passing, as they name everybody else.
 */
function tellOurs(notes: readonly NoteAnalysis[], ours: ReadonlySet<string>): NoteAnalysis[] {
  const names = new Set([...ours].flatMap((name) => [name.split(' ')[0] ?? '', name.split(' ').at(-1) ?? '']))
  const circle = ({ note }: NoteAnalysis) => note.account ?? `file:${note.file}`
  const isKnown = (person: PersonRecord) => person.title !== null || nameWords(person.name).length > 1
  const theirs = new Set(
    notes.flatMap((one) =>
      one.people
        .filter((person) => !isOurs(person, ours) && isKnown(person))
        .flatMap((person) => nameWords(person.name).map((word) => `${circle(one)}\n${word}`)),
    ),
  )
  const isTold = (one: NoteAnalysis, person: PersonRecord) => {
    const words = nameWords(person.name)
    const [word = ''] = words
    if (words.length > 1 && person.title === null && ours.has(words.join(' '))) return true
    return !isKnown(person) && names.has(word) && !theirs.has(`${circle(one)}\n${word}`)
  }
  return notes.map((one) => ({
    ...one,
    people: one.people.map((person) => (isTold(one, person) ? { ...person, side: 'seller' } : person)),
  }))
}

/** What abbreviations of titles mean in each account. */
function longFormsByAccount(notes: readonly NoteAnalysis[]): Map<string, ReadonlyMap<string, string>> {
  return new Map(
    [...groupBy(notes, ({ note }) => note.account ?? `file:${note.file}`)].map(([account, own]) => [
      account,
      longFormsOf(own),
    ]),
  )
}

/** What is known of one person over all notes. */
interface Settled {
  name: string
  title: string | null
  company: string | null
  side: Side
  role: BuyingRole | 'unknown'
  persona: string | null
}

function settle(
  records: readonly PersonRecord[],
  config: Config,
  name: string,
  longForms: ReadonlyMap<string, string>,
): Settled {
  const word = config.people[name] ?? {}
  const titles = oncePerNote(records, (r) => r.title)
  const company = mostFrequent(oncePerNote(records, (r) => r.company)) ?? null
  const sides = oncePerNote(records, (r) => (r.side === 'unknown' ? null : r.side))
  const side = word.side ?? mostFrequent(sides) ?? (config.us.people.includes(name) ? 'seller' : 'unknown')
  const role = word.role ?? mostHeld(records)
  const told = titleTold(titles, role, longForms, config)
  const title = word.title ?? told.title
  const own = word.title === undefined ? told.persona : personaOf({ title, role }, config)
  const persona = side === 'seller' ? null : (word.persona ?? own)
  return { name, title, company, side, role, persona }
}

/** A note has one vote for each thing it says, so that the winner wins again when the notes are attributed already. */
function oncePerNote<T extends string>(
  records: readonly PersonRecord[],
  told: (record: PersonRecord) => T | null,
): T[] {
  return [...groupBy(records, ({ file }) => file).values()].flatMap((own) =>
    [...new Set(own.map(told))].filter((value) => value !== null),
  )
}

/** What a note says outweighs any number of guesses; guesses add up, since a person keeps the part over a sale. */
const SAID = 1000

function mostHeld(records: readonly PersonRecord[]): BuyingRole | 'unknown' {
  const weights = new Map<BuyingRole, number>()
  for (const record of records) {
    if (record.role === 'unknown') continue
    const weight = isSaid(record) ? SAID : Math.round(100 * (record.roleConfidence ?? 0))
    weights.set(record.role, (weights.get(record.role) ?? 0) + weight)
  }
  const weight = (role: BuyingRole) => weights.get(role) ?? -1
  return BUYING_ROLES.toSorted((a, b) => weight(b) - weight(a)).find((role) => weights.has(role)) ?? 'unknown'
}

/** By the note or the config, rather than guessed from title and words. */
function isSaid({ role, roleConfidence }: PersonRecord): boolean {
  return role !== 'unknown' && (roleConfidence === undefined || roleConfidence === 1)
}

/** @param before the note as it was, for what does not change */
function withPersons(
  analysis: NoteAnalysis,
  settled: ReadonlyMap<PersonRecord, Settled>,
  config: Config,
  before: NoteAnalysis,
): NoteAnalysis {
  const byName = new Map<string, PersonRecord[]>()
  const people: PersonRecord[] = []
  for (const [all, records] of groupBy(analysis.people, (person) => settled.get(person)!)) {
    const record = complete(records, all, config)
    for (const name of new Set([record.name, ...records.map((r) => r.name)]))
      byName.set(name, [...(byName.get(name) ?? []), record])
    people.push(record)
  }
  const statements = analysis.statements.map((statement) => {
    // Two people of one name sit on the two sides of some tables.
    const namesakes = byName.get(statement.speaker ?? '') ?? []
    const speaker = namesakes.find((person) => person.side === statement.side) ?? namesakes[0]
    return speaker ? spokenBy(speaker, statement) : withWord(statement, { persona: null })
  })
  const same =
    statements.every((one, at) => one === before.statements[at]) &&
    JSON.stringify(people) === JSON.stringify(before.people)
  return same ? before : { ...analysis, people, statements }
}

function spokenBy(speaker: PersonRecord, statement: StatementRecord): StatementRecord {
  const side = statement.side === 'unknown' || speaker.side === 'seller' ? speaker.side : statement.side
  const persona = side === 'seller' ? null : speaker.persona
  return withWord(statement, { speaker: speaker.name, side, role: speaker.role, persona })
}

/** The statement itself where it says so already: an archive has too many to copy each in every pass. */
function withWord(statement: StatementRecord, word: Partial<StatementRecord>): StatementRecord {
  for (const key in word)
    if (statement[key as keyof StatementRecord] !== word[key as keyof StatementRecord]) return { ...statement, ...word }
  return statement
}

/** A note's own word on the role stays; the others fill what it leaves open and correct what it makes guess. */
function complete(records: readonly PersonRecord[], all: Settled, config: Config): PersonRecord {
  const word = config.people[all.name] ?? {}
  const own = <T extends string>(told: (record: PersonRecord) => T | null, over: T | null): T | null => {
    const said = oncePerNote(records, told)
    return over !== null && said.includes(over) ? over : (mostFrequent(said) ?? over)
  }
  const title = word.title ?? all.title
  const role = word.role ?? own<BuyingRole | 'unknown'>((r) => (isSaid(r) ? r.role : null), all.role) ?? 'unknown'
  const side = word.side ?? own<Side>((r) => (r.side === 'unknown' ? null : r.side), all.side) ?? 'unknown'
  const company = own((r) => r.company, all.company)
  return { ...records[0]!, name: all.name, title, company, side, role, persona: side === 'seller' ? null : all.persona }
}

/** The fullest name of everybody: 'Maria' and 'M. Lopez' are Maria Lopez where the account knows one such person only. */
function fullNames(places: readonly Place[]): Map<string, string> {
  const full = new Map<string, string>()
  for (const circle of groupBy(places, (place) => place.circle).values()) {
    const names = [...new Set(circle.map((place) => place.person.name))].toSorted(byText)
    const relatives = relativesAmong(names)
    for (const name of names) full.set(`${circle[0]!.circle}\n${name}`, fullestOf(name, relatives(name)))
  }
  return full
}

function idKey(place: Place | undefined): string {
  return place ? `${place.circle}\n${place.person.name}` : ''
}

function idOf(place: Place, full: ReadonlyMap<string, string>): string {
  return `${place.circle}\n${full.get(idKey(place)) ?? place.person.name}`
}
