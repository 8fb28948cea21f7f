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
  const same = names.filter((other) => nameWords(other).join(' ') === own.join(' '))
  const fuller = names.filter(
    (other) => (isPartOf(own, nameWords(other)) || areInitials(name, nameWords(other))) && !same.includes(other),
  )
  const [fullest, ...rest] = fuller.toSorted(
    (a, b) => nameWords(b).length - nameWords(a).length || b.length - a.length || byText(a, b),
  )
  if (fullest === undefined && /^\p{Lu}{2}$/u.test(name)) return behindInitials(name, names) ?? name
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

/** `RW` is Roland where nobody else is known whose one name begins so. */
function behindInitials(initials: string, names: readonly string[]): string | null {
  const begins = names.filter(
    (other) => other !== initials && nameWords(other)[0]?.startsWith(initials.charAt(0).toLowerCase()),
  )
  return begins.length === 1 && begins[0] !== undefined && nameWords(begins[0]).length === 1 ? begins[0] : null
}

const FORMS_OF_ADDRESS = new Set('dr mr mrs ms miss prof herr frau hr fr mme sir ing dipl don dona sr sra'.split(' '))

/** Every name of an archive is compared with every other of its account, so its words are found once. */
const words = new Map<string, readonly string[]>()

/** Words of a name in lower case, without accents and forms of address. */
export function nameWords(name: string): readonly string[] {
  const known = words.get(name)
  if (known !== undefined) return known
  const found = wordsIn(name)
  words.set(name, found)
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
