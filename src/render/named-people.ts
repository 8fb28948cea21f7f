/** Whose names are taken out of the quotes of an account, and in which spellings. */
import type { Config } from '../config.ts'
import { groupBy } from '../synthesize/order.ts'
import type { NoteAnalysis, PersonRecord } from '../types.ts'
import type { NamedPerson } from './redact.ts'

/** @returns for an account, or for all of them, the people whom its notes name */
export function namedPeople(
  notes: readonly NoteAnalysis[],
  config: Config,
): (account?: string | null) => NamedPerson[] {
  const words = new Words(notes)
  const places = new Places(notes)
  const things = new Set(
    [...config.competitors, ...config.us.products, config.us.company ?? ''].map((name) => name.toLowerCase()),
  )
  const byAccount = groupBy(notes, ({ note }) => note.account)
  return (account) =>
    peopleOf(account === undefined ? notes : (byAccount.get(account) ?? []), account, things, { words, places })
}

function peopleOf(
  notes: readonly NoteAnalysis[],
  account: string | null | undefined,
  things: ReadonlySet<string>,
  { words, places }: { words: Words; places: Places },
): NamedPerson[] {
  const speakers = new Set<string | null>()
  for (const { statements } of notes) for (const { speaker } of statements) speakers.add(speaker)
  const everybody = notes.flatMap(({ people }) => people).filter(({ name }) => !things.has(name.toLowerCase()))
  const isPlace = (person: PersonRecord) =>
    mayBePlace(person) && !speakers.has(person.name) && places.has(person.name, account)
  const known = new Map<string, NamedPerson>()
  for (const person of everybody) {
    if (isPlace(person)) continue
    if (!known.has(person.name) || person.title !== null)
      known.set(person.name, { ...named(person), also: words.typedSmall(person.name, account ?? null) })
  }
  return [...known.values()]
}

/** A role in place of a name would read as if the person had said it: "no [influencer] hole". */
function named(person: PersonRecord): NamedPerson {
  return { name: person.name, as: person.title ?? (person.side === 'seller' ? 'our colleague' : 'name') }
}

const BEFORE_PLACES = new Set('in at near around outside via into the a an our on using'.split(' '))

function mayBePlace(person: PersonRecord): boolean {
  return person.title === null && person.side !== 'seller'
}

/** How often a word is written at all, and as places and things are. */
interface Written {
  all: number
  asPlace: number
}

/** Every word that begins with a capital, and the ends of some that have one inside. */
const CAPITALS = /\p{Lu}[\p{L}\p{N}'’-]*/gu

/**
 * What reading took for a person may be a town or a product: one word that is mostly written as places and things are
 * ("in Reading", "the Genie").
 */
class Places {
  /** By word and account. */
  readonly #seen = new Map<string, Map<string | null, Written>>()

  constructor(notes: readonly NoteAnalysis[]) {
    const names = new Set(notes.flatMap(({ people }) => people.filter(mayBePlace).map(({ name }) => name)))
    for (const { note, statements } of notes)
      for (const { text } of statements)
        if (text.match(CAPITALS)?.some((word) => names.has(word)) === true) this.#read(text, note.account, names)
  }

  #read(text: string, account: string | null, names: ReadonlySet<string>): void {
    const words = text.match(/[\p{L}\p{N}'’-]+|[^\s\p{L}\p{N}]/gu) ?? []
    for (const [at, word] of words.entries()) {
      if (!names.has(word) || !/^\p{Lu}/u.test(word)) continue
      const byAccount = this.#seen.get(word) ?? new Map<string | null, Written>()
      this.#seen.set(word, byAccount)
      const written = byAccount.get(account) ?? { all: 0, asPlace: 0 }
      byAccount.set(account, written)
      written.all += 1
      if (BEFORE_PLACES.has((words[at - 1] ?? '').toLowerCase())) written.asPlace += 1
    }
  }

  /** @param account whose notes tell; all where it is undefined */
  has(name: string, account: string | null | undefined): boolean {
    const byAccount = this.#seen.get(name)
    if (byAccount === undefined) return false
    const own = account === undefined ? [...byAccount.values()] : [byAccount.get(account)]
    const all = own.reduce((sum, written) => sum + (written?.all ?? 0), 0)
    const asPlace = own.reduce((sum, written) => sum + (written?.asPlace ?? 0), 0)
    return asPlace > 0 && 2 * asPlace >= all
  }
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

/** How words are written small in all notes, which tells a name from a word. */
class Words {
  /** By word the accounts that write it small. */
  readonly #small = new Map<string, Set<string | null>>()
  /** By part of a name, in small letters, the accounts that know somebody by it. */
  readonly #names = new Map<string, Set<string | null>>()
  /** What stands behind an article somewhere. */
  readonly #things = new Set<string>()

  constructor(notes: readonly NoteAnalysis[]) {
    for (const { note, people } of notes)
      for (const part of people.flatMap(({ name }) => partsInSmall(name)))
        this.#names.set(part, (this.#names.get(part) ?? new Set()).add(note.account))
    for (const { note, statements } of notes)
      for (const { text } of statements) {
        const words = text.match(/[\p{L}\p{M}]+/gu) ?? []
        for (const [at, word] of words.entries()) {
          if (word.length < SHORTEST_PART || !this.#names.has(word)) continue
          this.#small.set(word, (this.#small.get(word) ?? new Set()).add(note.account))
          if (ARTICLE.test((words[at - 1] ?? '').toLowerCase())) this.#things.add(word)
        }
      }
  }

  /** @returns the parts of a name that the account writes small as well, and that are no words of the language */
  typedSmall(name: string, account: string | null): string[] {
    return partsInSmall(name).filter((part) => {
      const where = this.#small.get(part)
      if (where?.has(account) !== true || WORDS_TOO.has(part) || this.#things.has(part)) return false
      // What accounts without such a person write as well is a word.
      return [...where].every((other) => this.#names.get(part)?.has(other) === true)
    })
  }
}

/** Shorter parts of names are syllables. */
const SHORTEST_PART = 3

function partsInSmall(name: string): string[] {
  return name
    .split(/[\s.-]+/)
    .filter((part) => part.length >= SHORTEST_PART && /^\p{Lu}/u.test(part))
    .map((part) => part.toLowerCase())
}
