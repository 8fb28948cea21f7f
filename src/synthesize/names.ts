/** Names of people as notes write them: full, short, by initials, with and without a form of address. */
import { byText } from './order.ts'

/**
 * @param names of one circle of people, in any order
 * @returns for a name those of `names` that it may be short for, or written like, in their order: what `fullestOf` needs to see of them
 */
export function relativesAmong(names: readonly string[]): (name: string) => readonly string[] {
  const byWord = new Map<string, Set<number>>()
  for (const [at, name] of names.entries())
    for (const word of nameWords(name).length === 0 ? [''] : nameWords(name))
      for (const key of [word, initialOf(word)]) byWord.set(key, (byWord.get(key) ?? new Set()).add(at))
  return (name) => {
    const [first = ''] = nameWords(name)
    const word = nameWords(name).find(({ length }) => length > 1)
    const keys = word === undefined || MAY_BE_INITIALS.test(name) ? [first, initialOf(first)] : [word]
    const found = new Set(keys.flatMap((key) => [...(byWord.get(key) ?? [])]))
    return [...found].toSorted((a, b) => a - b).map((at) => names[at] ?? '')
  }
}

/** As a key of its own: a word may be one letter long. */
function initialOf(word: string): string {
  return `${word.slice(0, 1)}*`
}

const MAY_BE_INITIALS = /^\p{Lu}{2,3}$/u

/** @returns the name of `names` that `name` is short for, where one alone fits; else its longest spelling */
export function fullestOf(name: string, names: readonly string[]): string {
  const own = nameWords(name)
  const same = names.filter((other) => plainName(other) === plainName(name))
  const fuller = names.filter(
    (other) => (isPartOf(own, nameWords(other)) || areInitials(name, nameWords(other))) && !same.includes(other),
  )
  const [fullest, ...rest] = fuller.toSorted(
    (a, b) => nameWords(b).length - nameWords(a).length || b.length - a.length || byText(a, b),
  )
  if (fullest === undefined && /^\p{Lu}(?:\p{Lu}|\.)?$/u.test(name)) return behindInitials(name, names) ?? name
  const one = fullest !== undefined && rest.every((other) => isPartOf(nameWords(other), nameWords(fullest)))
  return one ? fullest : (same.toSorted((a, b) => b.length - a.length || byText(a, b))[0] ?? name)
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
function behindInitials(initials: string, names: readonly string[]): string | null {
  const begins = names.filter(
    (other) => other !== initials && nameWords(other)[0]?.startsWith(initials.charAt(0).toLowerCase()),
  )
  const [one, ...others] = begins
  const letter = initials.replace('.', '').length === 1
  return one !== undefined && others.length === 0 && (letter || nameWords(one).length === 1) ? one : null
}

const FORMS_OF_ADDRESS = new Set('dr mr mrs ms miss prof herr frau hr fr mme sir ing dipl don dona sr sra'.split(' '))

interface Compared {
  words: readonly string[]
  plain: string
}

/** Every name of an archive is compared with every other of its account, so its words are found once. */
const compared = new Map<string, Compared>()

/** Words of a name in lower case, without accents and forms of address. */
export function nameWords(name: string): readonly string[] {
  return comparedOf(name).words
}

/** The same words as one text. */
export function plainName(name: string): string {
  return comparedOf(name).plain
}

function comparedOf(name: string): Compared {
  const known = compared.get(name)
  if (known !== undefined) return known
  const words = wordsIn(name)
  const found = { words, plain: words.join(' ') }
  compared.set(name, found)
  return found
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
