/** One person over several notes: one name, and what one note tells of the person holds in the others. */
import type { Config } from '../config.ts'
import {
  BUYING_ROLES,
  type BuyingRole,
  type NoteAnalysis,
  type NoteRecord,
  type PersonRecord,
  type Side,
} from '../types.ts'
import { accountOf } from './calls.ts'
import { fullNames } from './names.ts'
import { groupBy, mostFrequent } from './order.ts'
import { isOurs, namesOfOurs, tellOurs } from './ours.ts'
import { longFormsOf, titleTold } from './person-titles.ts'
import { personaOf } from './people.ts'
import { spoken, told, voicesIn, type Voice } from './voices.ts'
import { withVotes } from './votes.ts'

/** Where our own people are at home; a customer's are in their account. */
const US = 'us'

/** A note by who is who in it: all that passes over the archive change. */
interface Cast {
  note: NoteRecord
  people: PersonRecord[]
  voices: Voice[]
}

/**
 * @param notes with canonical accounts
 * @returns the notes with people and speakers unified; what config says of a person wins
 */
export function unifyPersons(notes: readonly NoteAnalysis[], config: Config): NoteAnalysis[] {
  // What one pass settles (that M. Lopez is ours) may settle more in the next; one that changes nothing is the last.
  const written = notes.map(withVotes)
  const casts = written.map(({ note, people, statements }): Cast => ({ note, people, voices: voicesIn(statements) }))
  const circles = new Circles(longFormsByAccount(written), config)
  const done: Done = new WeakMap()
  let settled = unifyOnce(casts, circles, done, config)
  for (let pass = 1; pass < MOST_PASSES; pass += 1) {
    const before = settled
    settled = unifyOnce(before, circles, done, config)
    if (settled.every((one, at) => one === before[at])) break
  }
  return written.map((analysis, at) => withCast(analysis, casts[at]!, settled[at]!))
}

const MOST_PASSES = 6

/** Of casts in which a pass changed nothing: what was known of their people then. */
type Done = WeakMap<Cast, readonly Settled[]>

/** @returns casts in which nothing changes as they are */
function unifyOnce(written: readonly Cast[], circles: Circles, done: Done, config: Config): Cast[] {
  const ours = namesOfOurs(written, config)
  const people = tellOurs(written, ours)
  const homeOf = (person: PersonRecord, { note }: Cast) => (isOurs(person, ours) ? US : accountOf(note))
  const members = new Map<string, PersonRecord[]>()
  for (const [at, cast] of written.entries())
    for (const person of people[at]!) {
      const home = homeOf(person, cast)
      const own = members.get(home)
      if (own) own.push(person)
      else members.set(home, [person])
    }
  const persons = new Map([...members].map(([home, own]) => [home, circles.settled(home, own)]))
  return written.map((cast, at) => {
    const records = people[at]!
    const all = records.map((person) => persons.get(homeOf(person, cast))!.get(person.name)!)
    const last = done.get(cast)
    if (last && records.every((one, n) => one === cast.people[n]) && all.every((one, n) => one === last[n])) return cast
    const made = withPersons(cast, records, all)
    if (made === cast) done.set(cast, all)
    return made
  })
}

/** Who is one person in each circle. Most circles are settled after the first pass, and need not be looked at again. */
class Circles {
  readonly #known = new Map<string, { records: readonly PersonRecord[]; persons: ReadonlyMap<string, Settled> }>()
  readonly #longForms: ReturnType<typeof longFormsByAccount>
  readonly #config: Config

  constructor(longForms: ReturnType<typeof longFormsByAccount>, config: Config) {
    this.#longForms = longForms
    this.#config = config
  }

  /** @returns by each name in the records what is known of the person */
  settled(home: string, records: readonly PersonRecord[]): ReadonlyMap<string, Settled> {
    const known = this.#known.get(home)
    const same = known?.records.length === records.length
    if (same && known.records.every((record, at) => tellTheSame(record, records[at]!))) return known.persons
    const persons = personsAmong(records, this.#longForms.get(home) ?? new Map<string, string>(), this.#config)
    this.#known.set(home, { records, persons })
    return persons
  }
}

/** In all that settles a person: the persona is what comes of it. */
function tellTheSame(a: PersonRecord, b: PersonRecord): boolean {
  return a === b || (a.file === b.file && a.roleConfidence === b.roleConfidence && sameButPersona(a, b))
}

function sameButPersona(a: Omit<Told, 'persona'>, b: Omit<Told, 'persona'>): boolean {
  return a.name === b.name && a.title === b.title && a.company === b.company && a.side === b.side && a.role === b.role
}

/** 'Maria' and 'M. Lopez' are Maria Lopez where the circle knows one such person only. */
function personsAmong(
  records: readonly PersonRecord[],
  longForms: ReadonlyMap<string, string>,
  config: Config,
): Map<string, Settled> {
  const full = fullNames([...new Set(records.map(({ name }) => name))])
  const persons = new Map(
    [...groupBy(records, ({ name }) => full.get(name)!)].map(([name, own]) => [
      name,
      settle(own, config, name, longForms),
    ]),
  )
  return new Map([...full].map(([name, fullest]) => [name, persons.get(fullest)!]))
}

/** What abbreviations of titles mean in each account. */
function longFormsByAccount(notes: readonly NoteAnalysis[]): Map<string, ReadonlyMap<string, string>> {
  return new Map(
    [...groupBy(notes, ({ note }) => accountOf(note))].map(([account, own]) => [account, longFormsOf(own)]),
  )
}

/** What is told of a person. */
type Told = Pick<PersonRecord, 'name' | 'title' | 'company' | 'side' | 'role' | 'persona'>

/** What is known of one person over all notes. */
interface Settled extends Told {
  /** What the config says, which wins over the note's own word too. */
  word: Config['people'][string]
}

function settle(
  records: readonly PersonRecord[],
  config: Config,
  name: string,
  longForms: ReadonlyMap<string, string>,
): Settled {
  const word = config.people[name] ?? {}
  const titles = votes(records, (r) => r.title)
  const company = mostFrequent(votes(records, (r) => r.company)) ?? null
  const sides = votes(records, knownSide)
  const side = word.side ?? mostFrequent(sides) ?? (config.us.people.includes(name) ? 'seller' : 'unknown')
  const role = word.role ?? mostHeld(records)
  const known = titleTold(titles, role, longForms, config)
  const title = word.title ?? known.title
  const own = word.title === undefined ? known.persona : personaOf({ title, role }, config)
  const persona = side === 'seller' ? null : (word.persona ?? own)
  return { name, title, company, side, role, persona, word }
}

function knownSide({ side }: PersonRecord): Side | null {
  return side === 'unknown' ? null : side
}

/**
 * A note has one vote for each thing it says, so that the winner wins again when the notes are attributed already.
 * @param records note by note
 */
function votes<T extends string>(records: readonly PersonRecord[], toldBy: (record: PersonRecord) => T | null): T[] {
  const all: T[] = []
  let [file, ownFrom] = ['', 0]
  for (const record of records) {
    if (record.file !== file) [file, ownFrom] = [record.file, all.length]
    const value = toldBy(record)
    if (value !== null && !all.includes(value, ownFrom)) all.push(value)
  }
  return all
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
  const most = Math.max(...weights.values())
  return BUYING_ROLES.find((role) => weights.get(role) === most) ?? 'unknown'
}

/** By the note or the config, rather than guessed from title and words. */
function isSaid({ role, roleConfidence }: PersonRecord): boolean {
  return role !== 'unknown' && (roleConfidence === undefined || roleConfidence === 1)
}

/**
 * @param people of the note, and what is known of each
 * @returns the cast itself where nothing changes
 */
function withPersons(cast: Cast, records: readonly PersonRecord[], all: readonly Settled[]): Cast {
  const known = [...groupBy(records.keys(), (at) => all[at]!)].map(([person, own]) => {
    const written = own.map((at) => records[at]!)
    return { record: complete(written, person), written }
  })
  const people = known.map(({ record }) => record)
  const voices = cast.voices.map((voice) => told(voice, known))
  const asBefore = people.length === cast.people.length && people.every((one, at) => isSame(one, cast.people[at]!))
  if (asBefore && voices.every((one, at) => one === cast.voices[at])) return cast
  return { ...cast, people: asBefore ? cast.people : people, voices }
}

function isSame(a: Told, b: Told): boolean {
  return sameButPersona(a, b) && a.persona === b.persona
}

/** The note with the people and speakers that its cast came to have, itself where nothing changed. */
function withCast(analysis: NoteAnalysis, before: Cast, after: Cast): NoteAnalysis {
  const statements = spoken(analysis.statements, before.voices, after.voices)
  const same = before.people === after.people && statements.every((one, at) => one === analysis.statements[at])
  return same ? analysis : { ...analysis, people: after.people, statements }
}

/**
 * A note's own word on the role stays; the others fill what it leaves open and correct what it makes guess.
 * @param records of one note
 */
function complete(records: readonly PersonRecord[], all: Settled): PersonRecord {
  const { word } = all
  const own = <T extends string>(toldBy: (record: PersonRecord) => T | null, over: T | null): T | null => {
    const said = votes(records, toldBy)
    return over !== null && said.includes(over) ? over : (mostFrequent(said) ?? over)
  }
  const title = word.title ?? all.title
  const role = word.role ?? own<BuyingRole | 'unknown'>((r) => (isSaid(r) ? r.role : null), all.role) ?? 'unknown'
  const side = word.side ?? own(knownSide, all.side) ?? 'unknown'
  const company = own((r) => r.company, all.company)
  const persona = side === 'seller' ? null : all.persona
  const told = { name: all.name, title, company, side, role, persona }
  const first = records[0]!
  return isSame(told, first) ? first : { ...first, ...told }
}
