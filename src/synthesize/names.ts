/** Names of people as notes write them: full, short, by initials, with and without a form of address. */
import { byText } from './order.ts'

/** A name as it is compared with others. */
export interface Name {
  text: string
  /** In lower case, without accents and forms of address. */
  words: readonly string[]
  /** The words as one text. */
  plain: string
}

/**
 * @param texts names of one circle of people, in any order
 * @returns by each name the one that it is short for, where one alone fits; else its longest spelling
 */
export function fullNames(texts: readonly string[]): Map<string, string> {
  const names = texts.map(nameOf)
  const relatives = relativesAmong(names)
  return new Map(names.map((name) => [name.text, fullestOf(name, relatives(name)).text]))
}

/** @returns for a name those of `names` that it may be short for, or written like */
function relativesAmong(names: readonly Name[]): (name: Name) => readonly Name[] {
  const byWord = new Map<string, Name[]>()
  for (const name of names)
    for (const word of name.words.length === 0 ? [''] : name.words)
      for (const key of [word, initialOf(word)]) {
        const alike = byWord.get(key)
        if (alike === undefined) byWord.set(key, [name])
        else if (alike.at(-1) !== name) alike.push(name)
      }
  return ({ text, words }) => {
    const [first = ''] = words
    const whole = words.find(({ length }) => length > 1)
    if (whole !== undefined && !MAY_BE_INITIALS.test(text)) return byWord.get(whole) ?? []
    return [...new Set([first, initialOf(first)].flatMap((key) => byWord.get(key) ?? []))]
  }
}

/** As a key of its own: a word may be one letter long. */
function initialOf(word: string): string {
  return `${word.slice(0, 1)}*`
}

const MAY_BE_INITIALS = /^\p{Lu}{2,3}$/u

function fullestOf(name: Name, names: readonly Name[]): Name {
  const same = names.filter((other) => other.plain === name.plain)
  const fuller = names.filter(
    (other) => other.plain !== name.plain && (isPartOf(name.words, other.words) || areInitials(name.text, other.words)),
  )
  const [fullest, ...rest] = fuller.toSorted((a, b) => b.words.length - a.words.length || longestFirst(a, b))
  if (fullest === undefined && /^\p{Lu}(?:\p{Lu}|\.)?$/u.test(name.text)) return behindInitials(name, names) ?? name
  const one = fullest !== undefined && rest.every((other) => isPartOf(other.words, fullest.words))
  return one ? fullest : (same.toSorted(longestFirst)[0] ?? name)
}

function longestFirst({ text: a }: Name, { text: b }: Name): number {
  return b.length - a.length || byText(a, b)
}

/** Every word of the shorter name is a word of the longer one, or its initial. */
function isPartOf(short: readonly string[], long: readonly string[]): boolean {
  if (short.length === 0 || short.length > long.length) return false
  if (short.length === 1 && (short[0]?.length ?? 0) < 2) return false
  return short.every((word) => long.some((other) => other === word || (word.length === 1 && other.startsWith(word))))
}

/** `DO` for Desmond Oakley, `KVD` and `KD` for Karel van Dijk. */
function areInitials(short: string, long: readonly string[]): boolean {
  if (!MAY_BE_INITIALS.test(short) || long.length < 2) return false
  const letters = long.map((word) => word.charAt(0)).join('')
  return [letters, `${letters.charAt(0)}${letters.at(-1) ?? ''}`].includes(short.toLowerCase())
}

/** `RW` is Roland, and `R.` Roland Weil, where nobody else is known whose name begins so. */
function behindInitials(name: Name, names: readonly Name[]): Name | null {
  const letter = name.text.charAt(0).toLowerCase()
  const [one, ...others] = names.filter((other) => other !== name && other.words[0]?.startsWith(letter))
  const alone = name.text.replace('.', '').length === 1
  return one !== undefined && others.length === 0 && (alone || one.words.length === 1) ? one : null
}

const FORMS_OF_ADDRESS = new Set('dr mr mrs ms miss prof herr frau hr fr mme sir ing dipl don dona sr sra'.split(' '))

/** Every name of an archive is compared with every other of its account, so its words are found once. */
const known = new Map<string, Name>()

export function nameOf(text: string): Name {
  const found = known.get(text)
  if (found !== undefined) return found
  const words = wordsIn(text)
  const name = { text, words, plain: words.join(' ') }
  known.set(text, name)
  return name
}

/** Words of a name in lower case, without accents and forms of address. */
export function nameWords(text: string): readonly string[] {
  return nameOf(text).words
}

function wordsIn(name: string): string[] {
  const words =
    name
      .toLowerCase()
      .normalize('NFKD')
      .replace(/\p{M}/gu, '')
      .match(/[\p{L}\p{N}]+/gu) ?? []
  const kept = words.filter((word) => !FORMS_OF_ADDRESS.has(word))
  return kept.length > 0 ? kept : words
}
