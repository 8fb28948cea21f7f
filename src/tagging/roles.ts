/** Buying roles: what a person's title, words and the words about them tell of their part in the decision. */
import type { PersonRecord, Tag } from '../types.ts'
import { Bag, hash, join } from './hashing.ts'
import { hashed, type Hashed } from './note-words.ts'
import type { SparseVector } from './features.ts'
import type { TaggerInput } from './tagger.ts'
import { FUNCTIONS, RANK_OF_OTHERS, rankOf } from './titles.ts'

/** Places of a person's vector, as a power of two. @public the training script reads it */
export const ROLE_BITS = 14

const PRONOUNS = new Set(['i', 'my', 'he', 'she', 'his', 'her', "i'd", "i'll", "i'm", "he's", "she's", "he'd", "she'd"])

/** How far around a name words count as said of its bearer. */
const REACH = 7

/** What is known of the people of a note together, gathered once. Lists are of places in `note`. */
interface Room {
  note: TaggerInput
  tags: readonly Tag[]
  texts: readonly Hashed[]
  /** Rank of each person's title, the seller's people under everybody. */
  ranks: readonly number[]
  customers: readonly PersonRecord[]
  finance: readonly PersonRecord[]
  /** By speaker: what they say. */
  spoken: ReadonlyMap<string, readonly number[]>
  /** By word: the statements that hold it, for finding names. */
  holding: ReadonlyMap<string, ReadonlySet<number>>
}

/**
 * One vector per person of the note: title, rank against the others in the room, what they say and what is said of them.
 * @param tags of the statements, in order
 */
export function roleFeatures(note: TaggerInput, tags: readonly Tag[]): SparseVector[] {
  const room = roomOf(note, tags)
  const top = room.ranks.reduce((least, rank) => Math.min(least, rank), RANK_OF_OTHERS + 1)
  const held = tally(room.ranks)
  return note.people.map((person, at) => {
    const bag = new Bag(ROLE_BITS)
    const rank = room.ranks[at] ?? RANK_OF_OTHERS
    addTitle(bag, person.title ?? '')
    bag.closeGroup(1)
    addStanding(
      bag,
      room,
      person,
      rank === top ? (held.get(rank) === 1 ? 'alone on top' : 'on top') : `below top by ${rank - top}`,
    )
    bag.closeGroup(0.7)
    addOwnWords(bag, room, person)
    bag.closeGroup(0.8)
    for (const i of room.spoken.get(person.name) ?? []) addOwnDeeds(bag, room.texts[i])
    bag.closeGroup(0.5)
    addWordsAbout(bag, room, person)
    bag.closeGroup(0.8)
    return bag
  })
}

/** Where a person stands in the note, for a model that reads the statements itself. Lists are of places in the note. */
export interface Standing {
  spoken: readonly number[]
  /** Where the name is named. */
  named: readonly number[]
  /** STANDING numbers from 0 to 1. */
  numbers: readonly number[]
}

/** Numbers per person. @public the training script reads it */
export const STANDING = 9
/** A person who says as much, or of whom as much is said, is at the end of the scale. */
const MUCH = 10

/** @returns one per person of the note */
export function standings(note: TaggerInput): Standing[] {
  const room = roomOf(note, [])
  const top = Math.min(...room.ranks)
  return note.people.map((person, at) => {
    const spoken = room.spoken.get(person.name) ?? []
    const named = namedIn(room, namesOf(person))
    const numbers = [
      Number(person.side === 'customer'),
      Number(person.title === null),
      Number(room.customers[0] === person),
      Number(room.customers.at(-1) === person),
      Number(room.ranks[at] === top),
      (room.ranks[at] ?? RANK_OF_OTHERS) / (RANK_OF_OTHERS + 1),
      Math.min(room.customers.length, MUCH) / MUCH,
      Math.min(spoken.length, MUCH) / MUCH,
      Math.min(named.length, MUCH) / MUCH,
    ]
    return { spoken, named, numbers }
  })
}

function roomOf(note: TaggerInput, tags: readonly Tag[]): Room {
  const texts = note.statements.map((statement) => hashed(statement.text))
  const spoken = new Map<string, number[]>()
  const holding = new Map<string, Set<number>>()
  for (const [i, { speaker }] of note.statements.entries()) {
    if (speaker !== null) list(spoken, speaker).push(i)
    for (const { form } of texts[i]?.words ?? []) holding.set(bare(form), (holding.get(bare(form)) ?? new Set()).add(i))
  }
  return {
    note,
    tags,
    texts,
    ranks: note.people.map(({ side, title }) => (side === 'customer' ? rankOf(title ?? '') : RANK_OF_OTHERS + 1)),
    customers: note.people.filter((person) => person.side === 'customer'),
    finance: note.people.filter((person) => FUNCTIONS['finance']?.test(person.title ?? '')),
    spoken,
    holding,
  }
}

function list(lists: Map<string, number[]>, key: string): number[] {
  const found = lists.get(key) ?? []
  lists.set(key, found)
  return found
}

function tally(numbers: readonly number[]): Map<number, number> {
  const counts = new Map<number, number>()
  for (const number of numbers) counts.set(number, (counts.get(number) ?? 0) + 1)
  return counts
}

function bare(form: string): string {
  return form.endsWith("'s") ? form.slice(0, -2) : form
}

function addTitle(bag: Bag, title: string): void {
  const { hashes } = hashed(title)
  for (const [i, word] of hashes.entries()) {
    bag.add(join(hash('title'), word))
    const next = hashes[i + 1]
    if (next !== undefined) bag.add(join(hash('title 2'), join(word, next)), 0.7)
  }
  const rank = rankOf(title)
  bag.add(hash(`rank ${rank}`), 1.5)
  for (const [name, words] of Object.entries(FUNCTIONS))
    if (words.test(title)) {
      bag.add(hash(`function ${name}`), 1.5)
      bag.add(hash(`function ${name} rank ${rank}`))
    }
  if (title === '') bag.add(hash('no title'))
}

/** Rank among the customer's people: a director who is the highest in the room is another director. */
function addStanding(bag: Bag, { customers, finance }: Room, person: PersonRecord, standing: string): void {
  bag.add(hash(standing), 1.5)
  bag.add(hash(`customers ${Math.min(customers.length, 6)}`), 0.5)
  if (customers[0] === person) bag.add(hash('named first'))
  if (customers.at(-1) === person) bag.add(hash('named last'), 0.5)
  const others = finance.length > (finance.includes(person) ? 1 : 0)
  bag.add(hash(others ? 'finance is there' : 'no finance else'), 0.7)
}

function addOwnWords(bag: Bag, { spoken, texts, tags }: Room, person: PersonRecord): void {
  const own = spoken.get(person.name) ?? []
  const much = own.length === 0 ? 'nothing' : own.length < 3 ? 'little' : own.length < 9 ? 'some' : 'much'
  bag.add(hash(`says ${much}`), 1.5)
  const cues = new Map<string, number>()
  for (const i of own) {
    const tag = tags[i] ?? 'none'
    bag.add(join(hash('says'), hash(tag)), 2 / Math.sqrt(own.length))
    for (const cue of texts[i]?.cues ?? []) cues.set(`${cue} as ${tag}`, (cues.get(`${cue} as ${tag}`) ?? 0) + 1)
  }
  for (const [cue, count] of cues) bag.add(join(hash('says cue'), hash(cue)), Math.min(count, 3) * 0.15)
}

/** "I sign", "my line", "she decides": what stands after the person's pronoun in their own statements. */
function addOwnDeeds(bag: Bag, text: Hashed | undefined): void {
  for (const [i, word] of text?.words.entries() ?? []) {
    if (!PRONOUNS.has(word.form)) continue
    const [next = 0, second = 0] = text?.hashes.slice(i + 1) ?? []
    bag.add(join(hash('does'), next), 0.4)
    bag.add(join(hash('does 2'), join(next, second)), 0.4)
  }
}

/** What stands around the person's name wherever it is named. */
function addWordsAbout(bag: Bag, room: Room, person: PersonRecord): void {
  const names = namesOf(person)
  for (const i of namedIn(room, names)) {
    const text = room.texts[i]
    const at = text?.words.findIndex(({ form }) => names.has(bare(form))) ?? -1
    if (text !== undefined && at >= 0) addAround(bag, text, at)
  }
}

function namesOf({ name }: PersonRecord): Set<string> {
  const parts = name.toLowerCase().split(/[\s.]+/)
  return new Set(parts.filter((part) => part.length > 2))
}

/** Places of the statements that hold one of the names, in order. */
function namedIn({ holding }: Room, names: ReadonlySet<string>): number[] {
  const places = new Set([...names].flatMap((name) => [...(holding.get(name) ?? [])]))
  return [...places].toSorted((a, b) => a - b)
}

function addAround(bag: Bag, { hashes, cues }: Hashed, at: number): void {
  for (let i = Math.max(0, at - 3); i < Math.min(hashes.length, at + REACH); i += 1) {
    if (i !== at) bag.add(join(hash(i < at ? 'before name' : 'after name'), hashes[i] ?? 0), 0.4)
  }
  const [before, after, second = 0] = [hashes[at - 1], hashes[at + 1], hashes[at + 2]]
  if (before !== undefined) bag.add(join(hash('right before name'), before))
  if (after !== undefined) {
    bag.add(join(hash('right after name'), after))
    bag.add(join(hash('right after name 2'), join(after, second)), 0.7)
  }
  for (const cue of cues) bag.add(join(hash('about cue'), hash(cue)), 0.3)
}
