/** Whose names are taken out of the quotes of an account, and in which spellings. */
import type { Config } from '../config.ts'
import { remembering } from '../remembering.ts'
import { groupBy } from '../synthesize/order.ts'
import type { NoteAnalysis, PersonRecord } from '../types.ts'
import type { NamedPerson } from './name-replacer.ts'
import { isFullName } from './redact.ts'
import { WordFinder } from './word-finder.ts'

export interface KnownPeople {
  /** Whom the notes of an account name; those of no account are taken together. */
  inAccount(account: string | null): NamedPerson[]
  /** Whom any note gives a name of two words or more. */
  byFullName(): NamedPerson[]
}

export function namedPeople(notes: readonly NoteAnalysis[], config: Config): KnownPeople {
  const words = new Words(notes)
  const things = new Set(
    [...config.competitors, ...config.us.products, config.us.company ?? ''].map((name) => name.toLowerCase()),
  )
  const isPerson = ({ name }: PersonRecord) => !things.has(name.toLowerCase())
  const byAccount = groupBy(notes, ({ note }) => note.account)
  return {
    inAccount: (account) => {
      const own = byAccount.get(account) ?? []
      const people = own.flatMap((note) => note.people.filter(isPerson))
      const places = placesAmong(people, own)
      const known = once(people.filter((person) => !(mayBePlace(person) && places.has(person.name))))
      return known.map((person) => ({ ...person, also: words.typedSmall(person.name, account) }))
    },
    byFullName: () =>
      once(notes.flatMap(({ people }) => people.filter((person) => isFullName(person.name) && isPerson(person)))),
  }
}

/** A note that gives a title knows better who somebody is. */
function once(people: readonly PersonRecord[]): NamedPerson[] {
  const known = new Map<string, NamedPerson>()
  for (const person of people)
    if (!known.has(person.name) || person.title !== null) known.set(person.name, named(person))
  return [...known.values()]
}

/** A role in place of a name would read as if the person had said it: "no [influencer] hole". */
function named(person: PersonRecord): NamedPerson {
  return { name: person.name, as: person.title ?? (person.side === 'seller' ? 'our colleague' : 'name') }
}

function mayBePlace({ name, title, side }: PersonRecord): boolean {
  return title === null && side !== 'seller' && ONE_WORD.test(name)
}

const BEFORE_PLACES = new Set('in at near around outside via into the a an our on using'.split(' '))
const ONE_WORD = /^\p{Lu}[\p{L}\p{N}'’-]*$/u
const WORDS_AND_SIGNS = /[\p{L}\p{N}'’-]+|[^\s\p{L}\p{N}]/gu

/**
 * What reading took for a person may be a town or a product: one word that is mostly written as places and things are
 * ("in Reading", "the Genie").
 * @param notes of the account
 * @returns the names of those who are none
 */
function placesAmong(people: readonly PersonRecord[], notes: readonly NoteAnalysis[]): Set<string> {
  const names = new Set(people.filter(mayBePlace).map(({ name }) => name))
  return new Set([...names].filter((name) => isPlace(name, notes)))
}

function isPlace(name: string, notes: readonly NoteAnalysis[]): boolean {
  let [all, asPlace] = [0, 0]
  for (const { statements } of notes)
    for (const { speaker, text } of statements) {
      if (speaker === name) return false
      if (!text.includes(name)) continue
      const words = text.match(WORDS_AND_SIGNS) ?? []
      for (const [at, word] of words.entries()) {
        if (word !== name) continue
        all += 1
        if (BEFORE_PLACES.has((words[at - 1] ?? '').toLowerCase())) asPlace += 1
      }
    }
  return asPlace > 0 && 2 * asPlace >= all
}

/** First names that are words, months or verbs as well: typed small they may be either, and mostly are the word. */
const WORDS_TOO = new Set(
  `ace amber an angel april art asia august austin autumn basil bay bill bob brandy buck bud can candy carol chance charity
  chase chip christian clay cliff colt constance cook crystal daisy dale dan dawn dean dee destiny don dot drew duke earl
  faith fay fern flora forest frank gay gene gift ginger glen grace grant guy happy harmony heath heather holly honor hope
  hunter in iris ivy jack jade jay jean jerry jewel john jordan josh joy june justice kit la lance lane le lee les lily long
  love luna mac major man mark marina mason max may mercy merit miles min misty my nick noble norm olive page passion pat
  patience peg penny pepper peter pierce pollen poppy prudence queen randy rain ray reed rich river rob robin rod roman rose
  ruby rusty sage sandy sky skip so sol sonny star stella sterling stew stone storm story success sue summer sun sunny tab
  ted temple terry tony trinity trip tucker van vera verity victor violet wade ward will winner winter wisdom woody`.split(
    /\s+/u,
  ),
)
const ARTICLE = /^(?:the|an?|our|your|my|their|his|its|any|some|every|each|more|less|much|very)$/u

/** Shorter parts of names are syllables. */
const SHORTEST_PART = 3

/** How words are written small in all notes, which tells a name from a word. */
class Words {
  /** By word the accounts that write it small. */
  readonly #small = new Map<string, Set<string | null>>()
  /** By part of a name, in small letters, the accounts that know somebody by it. */
  readonly #names = new Map<string, Set<string | null>>()
  /** What stands behind an article somewhere. */
  readonly #things = new Set<string>()

  /** One name is many people's, in many notes. */
  readonly #parts = remembering(partsInSmall)

  constructor(notes: readonly NoteAnalysis[]) {
    for (const { note, people } of notes)
      for (const part of people.flatMap(({ name }) => this.#parts(name))) add(this.#names, part, note.account)
    const names = new WordFinder(this.#names.keys())
    for (const { note, statements } of notes)
      for (const { text } of statements)
        for (const { word, before } of names.in(text)) {
          add(this.#small, word, note.account)
          if (ARTICLE.test(before.toLowerCase())) this.#things.add(word)
        }
  }

  /** @returns the parts of a name that the account writes small as well, and that are no words of the language */
  typedSmall(name: string, account: string | null): string[] {
    return this.#parts(name).filter((part) => this.#small.get(part)?.has(account) === true && this.#isName(part))
  }

  readonly #isName = remembering((part: string): boolean => {
    if (WORDS_TOO.has(part) || this.#things.has(part)) return false
    // What accounts without such a person write as well is a word.
    const known = this.#names.get(part)
    return [...(this.#small.get(part) ?? [])].every((account) => known?.has(account) === true)
  })
}

function add<K, V>(sets: Map<K, Set<V>>, key: K, value: V): void {
  sets.set(key, (sets.get(key) ?? new Set<V>()).add(value))
}

function partsInSmall(name: string): string[] {
  return name
    .split(/[\s.-]+/)
    .filter((part) => part.length >= SHORTEST_PART && /^\p{Lu}/u.test(part))
    .map((part) => part.toLowerCase())
}
