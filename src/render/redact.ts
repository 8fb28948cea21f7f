/**
 * Takes out of a text what must not stand on a page: ways to reach a person, numbers of cards and accounts, names of people.
 * Each is replaced by what it was, in square brackets, so that the rest stays verbatim.
 */

import { groupBy } from '../synthesize/order.ts'
import { redactNationalIds } from './national-ids.ts'
import { PERSONAL, type Mark, type Personal } from './personal.ts'
import { redactSecrets } from './secrets.ts'
import { beginOf, spellingsOf, type Spellings } from './spellings.ts'

/** A person whose name is replaced; `as` is what stands there instead, such as a title. */
export interface NamedPerson {
  name: string
  as: string
  /** Spellings of parts of the name that nothing but the person is meant by, such as a first name typed small. */
  also?: readonly string[]
}

/**
 * @param people those whose full names, first names and surnames are replaced; empty where names may stand
 * @param spelled what `spellingsOf` gives, looked up where many redactors are made
 * @returns a function from a text to the text as it may stand on a page
 */
export function redactor(
  people: readonly NamedPerson[],
  spelled: (name: string) => Spellings = spellingsOf,
): (text: string) => string {
  const begins = people.flatMap(({ name, also = [] }) => [...spelled(name).begins, ...also.map(beginOf)])
  const names = nameReplacer(begins, () => knownBy(people, spelled), shortReplacer(people, spelled))
  return (text) => names(redactPersonal(text, (kind) => PERSONAL[kind]))
}

/** As redactor, for words that nobody said (a title, an account, the name of a theme): only names of two words or more are sure to mean the person. */
export function fullNameRedactor(people: readonly NamedPerson[]): (text: string) => string {
  const whole = people.filter(({ name }) => isFullName(name))
  const begins = whole.map(({ name }) => beginOf(name))
  const names = nameReplacer(begins, () => new Map(whole.map(({ name, as }) => [name, as])))
  return (text) => names(redactPersonal(text, (kind) => PERSONAL[kind]))
}

/** Two words or more: sure to mean the person, wherever they stand. */
export function isFullName(name: string): boolean {
  return /\S\s+\S/u.test(name)
}

/** @returns which kinds of data stand in a text that should hold none: those that a redactor would take out */
export function personalData(text: string): Set<Personal> {
  const found = new Set<Personal>()
  redactPersonal(text, (kind) => {
    found.add(kind)
    return PERSONAL[kind]
  })
  return found
}

function redactPersonal(text: string, mark: Mark): string {
  return redactNumbers(redactAddresses(redactSecrets(text, mark), mark), mark)
}

const EMAIL = /[\p{L}\p{N}._%+-]{1,64}@[\p{L}\p{N}-]{1,63}(?:\.[\p{L}\p{N}-]{1,63}){1,8}/gu
/** `dana (at) acme [dot] example` */
const VEILED =
  /[\p{L}\p{N}._%+-]{1,64}\s{0,2}[([{]\s?at\s?[)\]}]\s{0,2}[\p{L}\p{N}-]{1,63}(?:\s{0,2}(?:\.|[([{]\s?(?:dot|punkt)\s?[)\]}])\s{0,2}[\p{L}\p{N}-]{2,63}){1,4}/giu
/** What stands before the @ of an address may be out already. */
const HANDLE = /(?<![\p{L}\p{N}]|:\/\/\[secret\])@[\p{L}\p{N}_]{3,30}(?![\p{L}\p{N}])/gu

/** Without one of these nothing in a text is an address, and most texts have none. */
const MAY_BE_ADDRESS = /@|[([{]\s?at\s?[)\]}]/iu

function redactAddresses(text: string, mark: Mark): string {
  if (!MAY_BE_ADDRESS.test(text)) return text
  return text
    .replace(EMAIL, () => mark('email'))
    .replace(VEILED, () => mark('email'))
    .replace(HANDLE, () => mark('handle'))
}

/** Runs of digits with the signs that people put between them; long enough to be no amount, year or time. */
const DIGIT_RUN = /(?<![\p{L}\p{N}.,])(?:\+|\(\+?)?\d(?:[ \t\u00A0()/.–-]{0,2}\d){6,60}(?!\p{N})/gu
const IBAN = /(?<![\p{L}\p{N}])[A-Z]{2}\d{2}(?: ?[A-Z0-9]{2,4}){3,8}(?![\p{L}\p{N}])/gu

/**
 * The shortest numbers that mean somebody have five digits, with no more between two of them than the patterns let stand there;
 * an IBAN may have two behind two letters, an Indian tax number four between letters. Most texts have no such number, and are done.
 */
const MAY_BE_NUMBER =
  /\d(?:(?:[A-Z]{0,14}(?:[ .-][A-Z]{0,2})?|[ \t\u00A0()/.–-]{0,2})\d){4}|[A-Z]{2}\d{2}|[A-Z]\d{4}[A-Z]/iu

function redactNumbers(text: string, mark: Mark): string {
  if (!MAY_BE_NUMBER.test(text)) return text
  const accounts = text.replace(IBAN, (found) => (isIban(found) ? mark('account-number') : found))
  return redactNationalIds(redactCards(accounts, mark), mark).replace(DIGIT_RUN, (found) => {
    const day = DAY_BEFORE.exec(found)?.[0] ?? ''
    const kind = kindOfNumber(found.slice(day.length))
    return kind === null ? found : day + mark(kind)
  })
}

/** "… the newest of 2026-12-28. 204008 signals wait": a day ends the sentence, and the next one begins with a number of its own. */
const DAY_BEFORE = /^\d{4}-\d{2}-\d{2}\. /

function kindOfNumber(found: string): Personal | null {
  const digits = found.replace(/\D/g, '')
  if (digits.length >= 13 && digits.length <= 19 && passesLuhn(digits)) return 'card-number'
  // Several numbers in a row, or one of a kind that nobody foresaw: no amount is written so.
  if (digits.length > 15) return isGrouped(found) ? null : 'number'
  return isPhone(found) ? 'phone' : null
}

/** Groups of four as they are printed on a card; what stands before them may be digits of something else. */
const CARD = /(?<!\d)(?=(\d{4}[ -]?\d{4}[ -]?\d{4}[ -]?\d{1,7})(?!\d))/gu

function redactCards(text: string, mark: Mark): string {
  let result = ''
  let done = 0
  for (const match of text.matchAll(CARD)) {
    const found = match[1] ?? ''
    if (match.index < done || !passesLuhn(found.replace(/\D/g, ''))) continue
    result += `${text.slice(done, match.index)}${mark('card-number')}`
    done = match.index + found.length
  }
  return result + text.slice(done)
}

/** ISO 13616: the rearranged number modulo 97 is 1. */
function isIban(text: string): boolean {
  const compact = text.replace(/ /g, '')
  if (compact.length < 15 || compact.length > 34) return false
  const moved = compact.slice(4) + compact.slice(0, 4)
  const digits = [...moved].map((sign) => Number.parseInt(sign, 36).toString()).join('')
  return [...digits].reduce((rest, digit) => (rest * 10 + Number(digit)) % 97, 0) === 1
}

/** ISO/IEC 7812, the check digit of payment cards. */
function passesLuhn(digits: string): boolean {
  const sum = [...digits].toReversed().reduce((total, digit, at) => {
    const value = Number(digit) * (at % 2 === 1 ? 2 : 1)
    return total + (value > 9 ? value - 9 : value)
  }, 0)
  return sum % 10 === 0
}

function isGrouped(written: string): boolean {
  return /^\d{1,3}(?:[ .\u00A0]\d{3})+$/.test(written)
}

/** A day has two small groups; a phone number begins with +, 0, as no amount and no year does, or has a shape of its own. */
function isPhone(written: string): boolean {
  if (/^\(?\+/.test(written)) return true
  if (/^\d{1,2}[./]\d{1,2}[./]\d{2,4}/.test(written)) return false
  if (/^\(?0[1-9]/.test(written)) return true
  return /^\(?\d{3}\)?[ .-]?\d{3}[ .-]?\d{4}$/.test(written) && /\D/.test(written)
}

/** Goes with the name: "Frau [CFO]" is nobody's way to speak. */
const ADDRESS = '(?:Mr|Mrs|Ms|Miss|Dr|Prof|Herr|Frau|Mme|Señora?|Sra?)\\.?\\s'

/** By spelling, what stands in its place: a whole name or the part of one; `name` where it may be several people. */
function knownBy(people: readonly NamedPerson[], spelled: (name: string) => Spellings): Map<string, string> {
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
function keep(known: Map<string, string>, spelling: string, as: string): void {
  known.set(spelling, (known.get(spelling) ?? as) === as ? as : 'name')
}

/**
 * Most texts name nobody, and the people of most accounts are named in no quote, so that what they are replaced by is not asked for.
 * @param begins what `beginOf` gives of each spelling
 * @param known what stands in place of each spelling
 */
function nameReplacer(
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

function bracket(as: string | undefined): string {
  return `[${safe(as ?? 'name')}]`
}

/** Takes out initials and single letters where they stand for somebody. */
function shortReplacer(people: readonly NamedPerson[], spelled: (name: string) => Spellings): (text: string) => string {
  let known: Map<string, string> | undefined
  return (text) =>
    text.replace(LETTERS, (found: string, addressed?: string, plain?: string) => {
      known ??= byLetters(people, spelled)
      const as = known.get((addressed ?? plain ?? '').replace(/\./g, ''))
      if (as !== undefined) return bracket(as)
      return addressed === undefined ? found : bracket('name')
    })
}

function byLetters(people: readonly NamedPerson[], spelled: (name: string) => Spellings): Map<string, string> {
  const known = new Map<string, string>()
  for (const { name, as } of people) for (const short of spelled(name).letters) keep(known, short, as)
  return known
}

const SAYS =
  "(?:says?|said|asks?|asked|wants?|wanted|thinks?|thought|told|tells|needs?|needed|signs?|signed|likes?|liked|hates?|hated|knows?|knew|reckons?|worries|worried|laughed|nodded|agreed|agrees|refuses|refused|insists?|insisted|promised|believes|feels?|felt|fears?|figures|hopes|hoped|joined|rang|wrote|mailed|copy-pasted|decides?|decided|explained|replied|answered|prefers|suggested|sees|will|would|can|could|is|was|has|had|does|did|doesn['’]t|didn['’]t|won['’]t)"
/** After these a letter is one of a list, not a person. */
const NO_LIST =
  '(?<!(?:plan|option|type|class|phase|section|point|group|series|grade|level|line|hall|building|block|gate|part|annex|appendix|variant|version|vitamin|case|site|tier|step|room|team)\\s)'
/** `HS wants`, `(KB)`, `D.'s team`, `Dr. L.`: short for somebody where it does or owns something; a department's letters look the same elsewhere. */
const LETTERS = new RegExp(
  `(?<![\\p{L}\\p{N}.])(?:(?:Mr|Mrs|Ms|Dr|Prof|Herr|Frau)\\.?\\s(\\p{Lu}\\.)(?![\\p{L}])|${NO_LIST}(\\p{Lu}{1,3}\\.?)(?=['’]s?\\s+\\p{Ll}|\\s+${SAYS}(?![\\p{L}])|(?<=\\(\\p{Lu}{1,3}\\.?)\\)|(?<=(?:told|asked|tell|ask|per)\\s\\p{Lu}{1,3}\\.?)(?![\\p{L}\\p{N}])))`,
  'gu',
)
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

export function escapePattern(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
}
