/** Which of the people in notes are our own, also where a note does not say so. */
import type { Config } from '../config.ts'
import type { NoteRecord, PersonRecord, Side } from '../types.ts'
import { accountOf } from './calls.ts'
import { nameWords, plainName } from './names.ts'

/** A note by who is in it. */
interface Cast {
  note: NoteRecord
  people: PersonRecord[]
}

/** Our people by full name, also for the notes that don't say that they are ours. */
export function namesOfOurs(notes: readonly Cast[], config: Config): Set<string> {
  const names = { customer: new Set<string>(), seller: new Set<string>(), unknown: new Set<string>() } satisfies Record<
    Side,
    Set<string>
  >
  for (const { people } of notes) for (const { name, side } of people) names[side].add(plainName(name))
  const sellers = [...names.seller].filter((name) => name.includes(' '))
  return new Set([
    ...config.us.people.map(plainName),
    ...sellers.filter((name) => !names.customer.has(name)),
    ...inSeveralAccounts(notes),
  ])
}

/** Who comes up in the notes of several accounts, and in none with a title, is a colleague rather than a customer who moved. */
function inSeveralAccounts(notes: readonly Cast[]): string[] {
  const accounts = new Map<string, Set<string>>()
  const titled = new Set<string>()
  for (const { note, people } of notes)
    for (const person of people) {
      if (note.account === null || nameWords(person.name).length < 2) continue
      const name = plainName(person.name)
      if (person.title !== null && person.side !== 'seller') titled.add(name)
      const known = accounts.get(name)
      if (known) known.add(note.account)
      else accounts.set(name, new Set([note.account]))
    }
  return [...accounts]
    .filter(([name, where]) => where.size > 1 && !titled.has(name) && areStrangers([...where]))
    .map(([name]) => name)
}

/** Whether two of the accounts have no word in common: `Tolbrook Foods` and `Tolbrook` may be one, written in two ways. */
function areStrangers(accounts: readonly string[]): boolean {
  return accounts.some((one, at) => {
    const words = new Set(nameWords(one))
    return accounts.slice(at + 1).some((other) => !nameWords(other).some((word) => words.has(word)))
  })
}

export function isOurs(person: PersonRecord, ours: ReadonlySet<string>): boolean {
  return person.side === 'seller' || ours.has(plainName(person.name))
}

/**
 * "Sam" without a title is our Sam, where one of us has that first name and nobody in the account does:
 * notes name colleagues in passing, as they name everybody else.
 * @returns the people of each note; those who are told already as they are
 */
export function tellOurs(notes: readonly Cast[], ours: ReadonlySet<string>): PersonRecord[][] {
  const names = new Set([...ours].flatMap((name) => [name.split(' ')[0] ?? '', name.split(' ').at(-1) ?? '']))
  const theirs = wordsOfTheirs(notes, ours)
  const isTold = (note: NoteRecord, person: PersonRecord) => {
    const words = nameWords(person.name)
    const [word = ''] = words
    if (words.length > 1 && person.title === null && ours.has(plainName(person.name))) return true
    return !isKnown(person) && names.has(word) && theirs.get(accountOf(note))?.has(word) !== true
  }
  return notes.map(({ note, people }) =>
    people.map((person) => (person.side !== 'seller' && isTold(note, person) ? { ...person, side: 'seller' } : person)),
  )
}

function isKnown(person: PersonRecord): boolean {
  return person.title !== null || nameWords(person.name).length > 1
}

/** By account the words of the names of those who are known there and not ours. */
function wordsOfTheirs(notes: readonly Cast[], ours: ReadonlySet<string>): Map<string, ReadonlySet<string>> {
  const theirs = new Map<string, Set<string>>()
  for (const { note, people } of notes) {
    const words = theirs.get(accountOf(note)) ?? new Set<string>()
    theirs.set(accountOf(note), words)
    for (const person of people)
      if (isKnown(person) && !isOurs(person, ours)) for (const word of nameWords(person.name)) words.add(word)
  }
  return theirs
}
