/** One account under several spellings (Acme, ACME GmbH, acme.com) is one account. */
import type { Config } from '../config.ts'
import type { NoteAnalysis } from '../types.ts'
import { byText, groupBy, mostFrequent } from './order.ts'

const LEGAL_FORMS = new Set(
  `ab ag aps as asa bhd bv bvba co company corp corporation cv eg eirl ek esp eu ev gbr gesmbh gmbh inc incorporated kft kg
  kgaa kk group groupe grupo gruppe gruppo holding holdings limited llc llp lp ltd ltda mbh nv oy oyj pbc plc pte pty pvt sa sab sapi sarl sas sc se sl slu spa spk spolka sprl
  srl sro ug vof zoo zrt`.split(/\s+/),
)
const FILLERS = new Set(['and', 'und', 'et', 'y', 'e', 'en', 'the', 'cie', 'cia', 'of', 'de', 'der', 'di', 'du'])
/** First words so common that two accounts may share them and be strangers. */
const COMMON = new Set(
  `american bank central city clinic college county european fondation foundation general gemeinde global group grupo hospital
  hotel institute international klinik museum national new north northern old port region regional royal saint san santa school
  service society south southern st stadt state stadtwerke technical town trust union united university verein west western`.split(
    /\s+/,
  ),
)
const TOP_LEVEL =
  /\.(?:com|org|net|io|co|eu|de|at|ch|fr|es|it|nl|be|se|no|dk|fi|pl|pt|ie|uk|us|ca|au|nz|br|mx|in|gov|edu)(?:\.[a-z]{2})?$/

/** @returns the canonical name of every account name that stands in the notes */
export function canonicalAccounts(notes: readonly NoteAnalysis[], config: Config): Map<string, string> {
  const written = notes.flatMap(({ note }) => (note.account === null ? [] : [note.account]))
  const fixed = new Map(
    Object.entries(config.aliases).flatMap(([name, others]) =>
      [name, ...others].map((spelling) => [accountKey(spelling), name]),
    ),
  )
  const keyOf = new Map([...new Set(written)].map((name) => [name, accountKey(name)]))
  const keys = [...new Set(keyOf.values())].map(splitKey)
  const byBeginning = new Map<string, Key[]>()
  for (const key of keys)
    for (const beginning of beginningsOf(key)) {
      const alike = byBeginning.get(beginning)
      if (alike) alike.push(key)
      else byBeginning.set(beginning, [key])
    }
  const homes = new Map(
    keys.map((key) => [
      key.text,
      fixed.has(key.text) ? key.text : longerFormOf(key, byBeginning.get(key.words[0] ?? '') ?? []).text,
    ]),
  )
  const homeOf = (name: string) => homes.get(keyOf.get(name) ?? '') ?? ''
  const spellings = groupBy(written, homeOf)
  const names = new Map([...spellings].map(([home, own]) => [home, fixed.get(home) ?? mostFrequent(own)]))
  return new Map([...keyOf.keys()].map((name) => [name, names.get(homeOf(name)) ?? name]))
}

/** What is left of an account's name when case, accents, punctuation, legal form and domain endings are taken off. */
export function accountKey(name: string): string {
  const plain = name.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().trim()
  const host = plain.replace(/^(?:https?:\/\/)?(?:www\.)?/, '').replace(/\/$/, '')
  const base = /\s/.test(host) ? host : host.replace(TOP_LEVEL, '')
  const words = base.replace(/(?<=\b\p{L})[./](?=\p{L}\b)|['’]/gu, '').match(/[\p{L}\p{N}]+/gu) ?? []
  const kept = words.filter((word) => !FILLERS.has(word))
  while (kept.length > 1 && LEGAL_FORMS.has(kept.at(-1) ?? '')) kept.pop()
  return (kept.length > 0 ? kept : words).join(' ') || plain
}

/** Words that say what kind of house it is, before the name that tells it from others: `Grupa Torvane`, `Bankhaus Torvane`. */
const KINDS = new Set(
  `banco bank bankhaus banque clinica clinique grupa groep group groupe grupo gruppe gruppo kancelaria kanzlei klinik klinika
  kliniken skupina`.split(/\s+/),
)

/** A key with its words, since it is compared with every other that begins alike. */
interface Key {
  text: string
  words: readonly string[]
  /** From the first word on that does not only say what kind of house it is. */
  named: readonly string[]
}

function splitKey(text: string): Key {
  const words = text.split(' ')
  const named = words.findIndex((word) => !KINDS.has(word))
  return { text, words, named: named > 0 ? words.slice(named) : words }
}

/** First words of all keys that may be short for this one: `marlby`, `marlbyvale` and `marlbyvaleclinic` for `marlby vale clinic`. */
function beginningsOf({ words, named }: Key): Set<string> {
  return new Set([words[0] ?? '', named[0] ?? '', ...runsTogether(words)])
}

/**
 * 'tillman forge' is short for 'tillman forge axle' where no third account begins the same way.
 * @param alike all that `key` may be short for, among others
 * @returns the key itself where it is short for none
 */
function longerFormOf(key: Key, alike: readonly Key[]): Key {
  const longer = alike.filter((other) => isShortFor(key, other))
  const longest = longer.toSorted((a, b) => b.text.length - a.text.length || byText(a.text, b.text))[0]
  return longest !== undefined && longer.every((other) => other === longest || isShortFor(other, longest))
    ? longest
    : key
}

/** Whether an account may be written as `short` where its whole name is `long`. */
function isShortFor({ text, words }: Key, long: Key): boolean {
  const [first = ''] = words
  if (long.text.length <= text.length) return false
  if (words.length === 1 && (first.length < 4 || COMMON.has(first))) return false
  return (
    beginsAs(words, long.words) ||
    beginsAs(words, long.named) ||
    (words.length === 1 && first.length >= 6 && runsTogether(long.words).includes(first))
  )
}

/** The same words, abbreviated or by their initials: `torvane mutl`, `torvane bs` for `torvane mutual building society`. */
function beginsAs(short: readonly string[], long: readonly string[]): boolean {
  let at = 0
  for (const [index, word] of short.entries()) {
    const other = long[at]
    if (other === undefined) return false
    if (word === other || (index > 0 && abbreviates(word, other))) at += 1
    else if (index > 0 && areInitials(word, long.slice(at, at + word.length))) at += word.length
    else return false
  }
  return true
}

/** `mutl` for `mutual`, `hosp` for `hospital`. */
function abbreviates(short: string, word: string): boolean {
  if (short.length < 3 || short.length >= word.length || short[0] !== word[0]) return false
  let at = 0
  for (const letter of word) if (letter === short[at]) at += 1
  return at === short.length && (word.startsWith(short) || short.at(-1) === word.at(-1))
}

function areInitials(letters: string, words: readonly string[]): boolean {
  return letters.length > 1 && words.length === letters.length && words.every((word, at) => word[0] === letters[at])
}

/** Two first words or more as one: `marlbyvale` for `marlby vale clinic`, as file names have it. */
function runsTogether(words: readonly string[]): string[] {
  return words.slice(1).map((_, at) => words.slice(0, at + 2).join(''))
}
