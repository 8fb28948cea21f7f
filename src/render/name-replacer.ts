/** Replaces the names of people by what they are, in square brackets. */
import { groupBy } from '../synthesize/order.ts'
import { escapePattern } from './escape.ts'
import { PERSONAL } from './personal.ts'
import { redactPersonal } from './personal-data.ts'
import { beginOf, type Spellings } from './spellings.ts'

/** A person whose name is replaced; `as` is what stands there instead, such as a title. */
export interface NamedPerson {
  name: string
  as: string
  /** Spellings of parts of the name that nothing but the person is meant by, such as a first name typed small. */
  also?: readonly string[]
}

/** Goes with the name: "Frau [CFO]" is nobody's way to speak. */
const ADDRESS = '(?:Mr|Mrs|Ms|Miss|Dr|Prof|Herr|Frau|Mme|Señora?|Sra?)\\.?\\s'

/** By spelling, what stands in its place: a whole name or the part of one; `name` where it may be several people. */
export function knownBy(people: readonly NamedPerson[], spelled: (name: string) => Spellings): Map<string, string> {
  const known = new Map<string, string>()
  const parts = new Map<string, string>()
  for (const { name, as, also = [] } of people) {
    const spellings = spelled(name)
    for (const spelling of spellings.whole) known.set(spelling, as)
    for (const part of [...spellings.parts, ...also]) keep(parts, part, as)
  }
  for (const [part, as] of parts) known.set(part, as)
  return known
}

/** What may be several people is nobody's title. */
export function keep(known: Map<string, string>, spelling: string, as: string): void {
  known.set(spelling, (known.get(spelling) ?? as) === as ? as : 'name')
}

/**
 * Most texts name nobody, and the people of most accounts are named in no quote, so that what they are replaced by is not asked for.
 * @param begins what `beginOf` gives of each spelling
 * @param known what stands in place of each spelling
 */
export function nameReplacer(
  begins: readonly string[],
  known: () => ReadonlyMap<string, string>,
  short: (text: string) => string = (text) => text,
): (text: string) => string {
  if (begins.length === 0) return (text) => text
  const maySay = someOf(new Set(begins))
  let replace: ((text: string) => string) | undefined
  const named = (text: string) => (replace ??= begins.includes('') ? byPattern(known()) : byWords(known()))(text)
  return (text) => {
    const replaced = short(maySay(text) ? named(text) : text)
    return replaced === text ? text : collapsed(replaced)
  }
}

function someOf(begins: ReadonlySet<string>): (text: string) => boolean {
  if (begins.has('')) return () => true
  // In most accounts every name begins with a capital, as few words of a text do.
  const words = [...begins].every((word) => /^\p{Lu}/u.test(word)) ? CAPITALS : WORDS
  return (text) => text.match(words)?.some((word) => begins.has(word)) === true
}

/** Each word is held against the names that begin with it alone: a pattern of all names takes longer to build than the texts of an account to read. */
function byWords(known: ReadonlyMap<string, string>): (text: string) => string {
  const byFirstWord = groupBy(known.keys(), beginOf)
  return (text) => replaceNames(text, byFirstWord, known)
}

/** Up to so many spellings one pattern for all of them is quicker than one for those that a text may hold. */
const MANY_NAMES = 300

/** For names of which some begin with a sign, such as `'t Hooft`. */
function byPattern(known: ReadonlyMap<string, string>): (text: string) => string {
  const replace = (_: string, name: string) => bracket(known.get(name))
  const names = [...known.keys()].toSorted((a, b) => b.length - a.length)
  const ofAll = names.length > MANY_NAMES ? null : patternOf(names)
  return (text) => {
    const found = ofAll === null ? names.filter((name) => text.includes(name)) : []
    const pattern = ofAll ?? (found.length === 0 ? null : patternOf(found))
    return pattern === null ? text : text.replace(pattern, replace)
  }
}

/** A word, and the form of address before it. */
const ADDRESSED = new RegExp(`(?<![\\p{L}\\p{N}])(${ADDRESS})?([\\p{L}\\p{N}]+)`, 'gu')

/** The longest name at each place goes, with its form of address. */
function replaceNames(
  text: string,
  byFirstWord: ReadonlyMap<string, readonly string[]>,
  known: ReadonlyMap<string, string>,
): string {
  const nameAt = (at: number, word: string): string | undefined => {
    const here = byFirstWord.get(word)?.filter((name) => text.startsWith(name, at) && endsAt(text, at + name.length))
    return here?.toSorted((a, b) => b.length - a.length)[0]
  }
  let result = ''
  let done = 0
  ADDRESSED.lastIndex = 0
  for (let match = ADDRESSED.exec(text); match !== null; match = ADDRESSED.exec(text)) {
    const { index, 1: address = '', 2: word = '' } = match
    const at = index + address.length
    const addressed = nameAt(at, word)
    const title = beginOf(address) || undefined
    const name = addressed ?? (title === undefined ? undefined : nameAt(index, title))
    if (name !== undefined) {
      result += text.slice(done, index) + bracket(known.get(name))
      done = (addressed === undefined ? index : at) + name.length
      ADDRESSED.lastIndex = done
      // What follows may be the form of address itself: "Dr Prof Weil".
    } else if (address !== '') ADDRESSED.lastIndex = at
  }
  return result + text.slice(done)
}

function endsAt(text: string, end: number): boolean {
  const next = text.codePointAt(end)
  return next === undefined || beginOf(String.fromCodePoint(next)) === ''
}

/** A title stands where a name stood, and may hold what a name may not. */
function safe(title: string): string {
  return redactPersonal(title, (kind) => PERSONAL[kind]).replace(/[[\]]/g, '')
}

const WORDS = /[\p{L}\p{N}]+/gu
/** Every word that begins with a capital, and the ends of some that have one inside. */
const CAPITALS = /\p{Lu}[\p{L}\p{N}]*/gu

function patternOf(names: readonly string[]): RegExp {
  const any = names.map(escapePattern).join('|')
  return new RegExp(`(?<![\\p{L}\\p{N}])(?:${ADDRESS})?(${any})(?![\\p{L}\\p{N}])`, 'gu')
}

export function bracket(as: string | undefined): string {
  return `[${safe(as ?? 'name')}]`
}

/** "[CFO] [CFO]", "IT security ([IT security])", "our VP [VP]": who is named beside the title is the title once. */
function collapsed(text: string): string {
  let result = text.replace(/(\[[^[\]]+\])(?: \1)+/g, '$1')
  const small = text.toLowerCase()
  for (const title of new Set([...text.matchAll(/\[([^[\]]+)\]/g)].map(([, as = '']) => as))) {
    // Most titles stand in their brackets alone, and need no pattern.
    const [as, bracketed] = [title.toLowerCase(), `[${title.toLowerCase()}]`]
    if (small.split(as).length === small.split(bracketed).length) continue
    const written = escapePattern(title)
    result = result
      .replace(new RegExp(`(?<![\\p{L}\\p{N}[])${written},?\\s\\(?\\[${written}\\]\\)?`, 'giu'), () => `[${title}]`)
      .replace(
        new RegExp(`\\[${written}\\](?:,?\\s${written}(?![\\p{L}\\p{N}\\]])|\\s\\(${written}\\))`, 'giu'),
        () => `[${title}]`,
      )
  }
  return result
}
