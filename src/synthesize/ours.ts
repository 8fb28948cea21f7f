/** Which of the people in notes are our own, also where a note does not say so. */
import type { Config } from '../config.ts'
import type { NoteRecord, PersonRecord } from '../types.ts'
import { accountOf } from './calls.ts'
import { nameOf, nameWords } from './names.ts'

/** A note by who is in it. */
interface Cast {
  note: NoteRecord
  people: PersonRecord[]
}

/** Our people by full name, also for the notes that don't say that they are ours. */
export function namesOfOurs(notes: readonly Cast[], config: Config): Set<string> {
  const sellers = new Set<string>()
  const customers = new Set<string>()
  const titled = new Set<string>()
  const accounts = new Map<string, Set<string>>()
  for (const { note, people } of notes)
    for (const { name, side, title } of people) {
      const { words, plain } = nameOf(name)
      if (side === 'customer') customers.add(plain)
      if (words.length < 2) continue
      if (side === 'seller') sellers.add(plain)
      else if (title !== null && note.account !== null) titled.add(plain)
      if (note.account === null) continue
      const known = accounts.get(plain)
      if (known) known.add(note.account)
      else accounts.set(plain, new Set([note.account]))
    }
  // Who comes up in the notes of several accounts, and in none with a title, is a colleague rather than a customer who moved.
  const colleagues = [...accounts].filter(
    ([name, where]) => where.size > 1 && !titled.has(name) && areStrangers([...where]),
  )
  return new Set([
    ...config.us.people.map((name) => nameOf(name).plain),
    ...[...sellers].filter((name) => !customers.has(name)),
    ...colleagues.map(([name]) => name),
  ])
}

/** Whether two of the accounts have no word in common: `Tolbrook Foods` and `Tolbrook` may be one, written in two ways. */
function areStrangers(accounts: readonly string[]): boolean {
  return accounts.some((one, at) => {
    const words = new Set(nameWords(one))
    return accounts.slice(at + 1).some((other) => !nameWords(other).some((word) => words.has(word)))
  })
}

export function isOurs(person: PersonRecord, ours: ReadonlySet<string>): boolean {
  return person.side === 'seller' || ours.has(nameOf(person.name).plain)
}

/**
 * "Sam" without a title is our Sam, where one of us has that first name and nobody in the account does:
 * notes name colleagues in passing, as they name everybody else.
 * @returns the people of each note; those who are told already as they are
 */
export function tellOurs(notes: readonly Cast[], ours: ReadonlySet<string>): PersonRecord[][] {
  const names = new Set([...ours].flatMap((name) => [name.split(' ')[0] ?? '', name.split(' ').at(-1) ?? '']))
  const theirs = wordsOfTheirs(notes, ours, names)
  const isTold = (note: NoteRecord, { name, title }: PersonRecord) => {
    const { words, plain } = nameOf(name)
    if (title !== null) return false
    if (words.length > 1) return ours.has(plain)
    const [word = ''] = words
    return names.has(word) && theirs.get(accountOf(note))?.has(word) !== true
  }
  return notes.map(({ note, people }) =>
    people.map((person) => (person.side !== 'seller' && isTold(note, person) ? { ...person, side: 'seller' } : person)),
  )
}

/** By account the words of the names of those who are known there and not ours, where one is of `names`. */
function wordsOfTheirs(
  notes: readonly Cast[],
  ours: ReadonlySet<string>,
  names: ReadonlySet<string>,
): Map<string, ReadonlySet<string>> {
  const theirs = new Map<string, Set<string>>()
  for (const { note, people } of notes)
    for (const person of people) {
      const { words } = nameOf(person.name)
      const isKnown = person.title !== null || words.length > 1
      if (!isKnown || !words.some((word) => names.has(word)) || isOurs(person, ours)) continue
      const own = theirs.get(accountOf(note)) ?? new Set<string>()
      theirs.set(accountOf(note), own)
      for (const word of words) own.add(word)
    }
  return theirs
}
