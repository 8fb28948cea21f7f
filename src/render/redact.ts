/**
 * Takes out of a text what must not stand on a page: ways to reach a person, numbers of cards and accounts, names of people.
 * Each is replaced by what it was, in square brackets, so that the rest stays verbatim.
 */

import { redactNationalIds } from './national-ids.ts'
import { redactSecrets } from './secrets.ts'

/** A person whose name is replaced; `as` is what stands there instead, such as a title. */
export interface NamedPerson {
  name: string
  as: string
}

/**
 * @param people those whose full names, first names and surnames are replaced; empty where names may stand
 * @returns a function from a text to the text as it may stand on a page
 */
export function redactor(people: readonly NamedPerson[]): (text: string) => string {
  const names = nameReplacer(people)
  return (text) => names(redactNumbers(redactAddresses(redactSecrets(text))))
}

function redactAddresses(text: string): string {
  return text
    .replace(/[\p{L}\p{N}._%+-]{1,64}@[\p{L}\p{N}-]{1,63}(?:\.[\p{L}\p{N}-]{1,63}){1,8}/gu, '[e-mail]')
    .replace(
      /[\p{L}\p{N}._%+-]{1,64}\s{0,2}[([{]\s?at\s?[)\]}]\s{0,2}[\p{L}\p{N}-]{1,63}(?:\s{0,2}(?:\.|[([{]\s?(?:dot|punkt)\s?[)\]}])\s{0,2}[\p{L}\p{N}-]{2,63}){1,4}/giu,
      '[e-mail]',
    )
    .replace(/(?<![\p{L}\p{N}])@[\p{L}\p{N}_]{3,30}(?![\p{L}\p{N}])/gu, '[handle]')
}

/** Runs of digits with the signs that people put between them; long enough to be no amount, year or time. */
const DIGIT_RUN = /(?<![\p{L}\p{N}.,])(?:\+|\(\+?)?\d(?:[ \t\u00A0()/.–-]{0,2}\d){6,60}(?!\p{N})/gu
const IBAN = /(?<![\p{L}\p{N}])[A-Z]{2}\d{2}(?: ?[A-Z0-9]{2,4}){3,8}(?![\p{L}\p{N}])/gu

function redactNumbers(text: string): string {
  const accounts = text.replace(IBAN, (found) => (isIban(found) ? '[account number]' : found))
  return redactNationalIds(redactCards(accounts)).replace(DIGIT_RUN, (found) => {
    const digits = found.replace(/\D/g, '')
    if (digits.length >= 13 && digits.length <= 19 && passesLuhn(digits)) return '[card number]'
    // Several numbers in a row, or one of a kind that nobody foresaw: no amount is written so.
    if (digits.length > 15) return isGrouped(found) ? found : '[number]'
    return isPhone(found) ? '[phone]' : found
  })
}

/** Groups of four as they are printed on a card; what stands before them may be digits of something else. */
const CARD = /(?<!\d)(?=(\d{4}[ -]?\d{4}[ -]?\d{4}[ -]?\d{1,7})(?!\d))/gu

function redactCards(text: string): string {
  let result = ''
  let done = 0
  for (const match of text.matchAll(CARD)) {
    const found = match[1] ?? ''
    if (match.index < done || !passesLuhn(found.replace(/\D/g, ''))) continue
    result += `${text.slice(done, match.index)}[card number]`
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

/** An amount groups its digits by three and a day has two small groups; a phone number begins with +, 0 or has a shape of its own. */
function isPhone(written: string): boolean {
  if (/^\(?\+/.test(written)) return true
  if (isGrouped(written)) return false
  if (/^\d{4}-\d{2}-\d{2}/.test(written) || /^\d{1,2}[./]\d{1,2}[./]\d{2,4}/.test(written)) return false
  if (/^\(?0[1-9]/.test(written)) return true
  return /^\(?\d{3}\)?[ .-]?\d{3}[ .-]?\d{4}$/.test(written) && /\D/.test(written)
}

/** Goes with the name: "Frau [CFO]" is nobody's way to speak. */
const ADDRESS = '(?:Mr|Mrs|Ms|Miss|Dr|Prof|Herr|Frau|Mme|Señora?|Sra?)\\.?\\s'

/** One pattern for all names: a page has thousands of quotes. */
function nameReplacer(people: readonly NamedPerson[]): (text: string) => string {
  const known = new Map(spellings(people))
  if (known.size === 0) return (text) => text
  const pattern = new RegExp(
    `(?<![\\p{L}\\p{N}])(?:${ADDRESS})?(${[...known.keys()].map(escapePattern).join('|')})(?![\\p{L}\\p{N}])`,
    'gu',
  )
  return (text) =>
    text
      .replace(pattern, (_, found: string) => `[${(known.get(found) ?? 'name').replace(/[[\]]/g, '')}]`)
      // "[CFO] [CFO]" comes from a first name and a surname that stand apart in the people of the note.
      .replace(/(\[[^[\]]+\])(?: \1)+/g, '$1')
}

/** Full names first, so that a surname in them is not replaced alone; then parts that point to one person only. */
function spellings(people: readonly NamedPerson[]): [string, string][] {
  const byPart = new Map<string, Set<string>>()
  for (const { name, as } of people) {
    for (const part of partsOf(name)) byPart.set(part, (byPart.get(part) ?? new Set()).add(as))
  }
  const whole = people.flatMap(({ name, as }): [string, string][] => [
    [name, as],
    ...initialsOf(name).map((initials): [string, string] => [initials, as]),
  ])
  const parts = [...byPart].map(([part, as]): [string, string] => [
    part,
    as.size === 1 ? ([...as][0] ?? 'name') : 'name',
  ])
  return [...whole, ...parts]
    .filter(([spelling]) => spelling.length > 1)
    .toSorted(([a], [b]) => b.length - a.length || (a < b ? -1 : a > b ? 1 : 0))
}

/** `G.H.`, where the name has two words or more; without dots they could be anything. */
function initialsOf(name: string): string[] {
  const letters = partsOf(name).map((part) => part.slice(0, 1))
  return letters.length < 2 ? [] : [letters.map((letter) => `${letter}.`).join('')]
}

const PARTICLES = new Set([
  'van',
  'von',
  'der',
  'den',
  'de',
  'del',
  'della',
  'di',
  'da',
  'la',
  'le',
  'el',
  'al',
  'bin',
  'dr',
  'mr',
  'mrs',
  'ms',
  'prof',
  'jr',
  'sr',
])

/** Words of a name that are written with a capital; one that is an everyday word too ("Will", "Mark") is kept: it is a name there as well. */
function partsOf(name: string): string[] {
  return name
    .split(/[\s.]+/)
    .filter((part) => part.length > 1 && /^\p{Lu}/u.test(part) && !PARTICLES.has(part.toLowerCase()))
}

function escapePattern(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
}
