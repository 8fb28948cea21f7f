/** Ways to reach a person and numbers that mean one, wherever they stand in a text: no list of people is needed to find them. */
import { redactNationalIds } from './national-ids.ts'
import { PERSONAL, type Mark, type Personal } from './personal.ts'
import { redactSecrets } from './secrets.ts'

/** @returns which kinds of data stand in a text that should hold none: those that a redactor would take out */
export function personalData(text: string): Set<Personal> {
  const found = new Set<Personal>()
  redactPersonal(text, (kind) => {
    found.add(kind)
    return PERSONAL[kind]
  })
  return found
}

/** @param mark is told of each thing that is found, and gives what stands in its place */
export function redactPersonal(text: string, mark: Mark): string {
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
