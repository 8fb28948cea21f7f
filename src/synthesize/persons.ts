/** One person over several notes: one name, and what one note tells of the person holds in the others. */
import type { Config } from '../config.ts'
import { BUYING_ROLES, type BuyingRole, type NoteAnalysis, type PersonRecord, type Side } from '../types.ts'
import { byText, groupBy, mostFrequent } from './order.ts'
import { personaOf } from './people.ts'

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
  const ours = namesOfOurs(notes, config)
  const places = notes.flatMap(({ note, people }) =>
    people.map((person): Place => ({ person, circle: isOurs(person, ours) ? US : (note.account ?? `file:${note.file}`) })),
  )
  const full = fullNames(places)
  const merged = new Map(
    [...groupBy(places, (place) => idOf(place, full))].map(([id, group]) => [id, settle(group.map((g) => g.person), config, full.get(idKey(group[0]))!)]),
  )
  const settled = new Map(places.map((place) => [place.person, merged.get(idOf(place, full))!]))
  return notes.map((analysis) => withPersons(analysis, settled, config))
}

/** Our people by full name, also for the notes that don't say that they are ours. */
function namesOfOurs(notes: readonly NoteAnalysis[], config: Config): Set<string> {
  const everybody = notes.flatMap(({ people }) => people)
  const keys = (side: Side) => everybody.filter((person) => person.side === side).map((person) => nameWords(person.name))
  const customers = new Set(keys('customer').map((words) => words.join(' ')))
  const sellers = keys('seller').filter((words) => words.length > 1).map((words) => words.join(' '))
  return new Set([...config.us.people.map((name) => nameWords(name).join(' ')), ...sellers.filter((name) => !customers.has(name))])
}

function isOurs(person: PersonRecord, ours: ReadonlySet<string>): boolean {
  return person.side === 'seller' || ours.has(nameWords(person.name).join(' '))
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

function settle(records: readonly PersonRecord[], config: Config, name: string): Settled {
  const word = config.people[name] ?? {}
  const title = word.title ?? mostFrequent(known(records.map((r) => r.title))) ?? null
  const company = mostFrequent(known(records.map((r) => r.company))) ?? null
  const sides = records.map((r) => r.side).filter((side) => side !== 'unknown')
  const side = word.side ?? mostFrequent(sides) ?? (config.us.people.includes(name) ? 'seller' : 'unknown')
  const role = word.role ?? mostHeld(records.map((r) => r.role))
  const persona = side === 'seller' ? null : (word.persona ?? personaOf({ title, role }, config))
  return { name, title, company, side, role, persona }
}

function known<T>(values: readonly (T | null)[]): T[] {
  return values.filter((value) => value !== null)
}

function mostHeld(roles: readonly (BuyingRole | 'unknown')[]): BuyingRole | 'unknown' {
  const count = (role: BuyingRole) => roles.filter((held) => held === role).length
  return BUYING_ROLES.toSorted((a, b) => count(b) - count(a)).find((role) => count(role) > 0) ?? 'unknown'
}

function withPersons(analysis: NoteAnalysis, settled: ReadonlyMap<PersonRecord, Settled>, config: Config): NoteAnalysis {
  const byName = new Map<string, PersonRecord>()
  const people = new Map<string, PersonRecord>()
  for (const person of analysis.people) {
    const all = settled.get(person)!
    const record = complete(person, all, config)
    byName.set(person.name, people.get(record.name) ?? record)
    if (!people.has(record.name)) people.set(record.name, record)
  }
  const statements = analysis.statements.map((statement) => {
    const speaker = statement.speaker === null ? undefined : byName.get(statement.speaker)
    if (!speaker) return { ...statement, persona: null }
    const side = statement.side === 'unknown' ? speaker.side : statement.side
    return { ...statement, speaker: speaker.name, side, role: speaker.role, persona: side === 'seller' ? null : speaker.persona }
  })
  return { ...analysis, people: [...people.values()], statements }
}

/** A note's own word on title and role stays; the others fill what it leaves open. */
function complete(person: PersonRecord, all: Settled, config: Config): PersonRecord {
  const word = config.people[all.name] ?? {}
  const role = word.role ?? (person.role === 'unknown' ? all.role : person.role)
  const side = word.side ?? (person.side === 'unknown' ? all.side : person.side)
  const title = word.title ?? person.title ?? all.title
  return { ...person, name: all.name, title, company: person.company ?? all.company, side, role, persona: side === 'seller' ? null : all.persona }
}

/** The fullest name of everybody: 'Maria' and 'M. Lopez' are Maria Lopez where the account knows one such person only. */
function fullNames(places: readonly Place[]): Map<string, string> {
  const full = new Map<string, string>()
  for (const circle of groupBy(places, (place) => place.circle).values()) {
    const names = [...new Set(circle.map((place) => place.person.name))].toSorted(byText)
    for (const name of names) full.set(`${circle[0]!.circle}\n${name}`, fullestOf(name, names))
  }
  return full
}

function fullestOf(name: string, names: readonly string[]): string {
  const own = nameWords(name)
  const same = names.filter((other) => nameWords(other).join(' ') === own.join(' '))
  const fuller = names.filter((other) => isPartOf(own, nameWords(other)) && !same.includes(other))
  const [fullest, ...rest] = fuller.toSorted((a, b) => nameWords(b).length - nameWords(a).length || b.length - a.length || byText(a, b))
  const one = fullest !== undefined && rest.every((other) => isPartOf(nameWords(other), nameWords(fullest)))
  return one ? fullest : (same.toSorted((a, b) => b.length - a.length || byText(a, b))[0] ?? name)
}

/** Every word of the shorter name is a word of the longer one, or its initial. */
function isPartOf(short: readonly string[], long: readonly string[]): boolean {
  if (short.length === 0 || short.length > long.length) return false
  if (short.length === 1 && (short[0]?.length ?? 0) < 2) return false
  return short.every((word) => long.some((other) => other === word || (word.length === 1 && other.startsWith(word))))
}

const FORMS_OF_ADDRESS = new Set(['dr', 'mr', 'mrs', 'ms', 'miss', 'prof', 'herr', 'frau', 'hr', 'fr', 'mme', 'sir', 'ing', 'dipl', 'don', 'doña', 'sr', 'sra'])

export function nameWords(name: string): string[] {
  const words = name.toLowerCase().normalize('NFKD').replace(/\p{M}/gu, '').match(/[\p{L}\p{N}]+/gu) ?? []
  const kept = words.filter((word) => !FORMS_OF_ADDRESS.has(word))
  return kept.length > 0 ? kept : words
}

function idKey(place: Place | undefined): string {
  return place ? `${place.circle}\n${place.person.name}` : ''
}

function idOf(place: Place, full: ReadonlyMap<string, string>): string {
  return `${place.circle}\n${full.get(idKey(place)) ?? place.person.name}`
}
