/** Numbers by which a state knows a person. Where the number has a check digit it must be right, so that amounts and order numbers stay. */
import type { Mark } from './personal.ts'

interface Kind {
  pattern: RegExp
  isOne?: (found: string) => boolean
}

const START = '(?<![\\p{L}\\p{N}.,-])'
const END = '(?![\\p{L}\\p{N}]|[.,-]\\d)'
const kind = (pattern: string, isOne?: (found: string) => boolean): Kind => ({
  pattern: new RegExp(START + pattern + END, 'gu'),
  ...(isOne && { isOne }),
})

const digitsOf = (text: string): number[] => [...text.replace(/\D/g, '')].map(Number)
const weighted = (digits: readonly number[], weights: readonly number[]): number =>
  weights.reduce((sum, weight, at) => sum + weight * (digits[at] ?? 0), 0)

const KINDS: readonly Kind[] = [
  // United States, social security; its areas leave 000, 666 and 9xx out.
  kind('(?!000|666|9)\\d{3}[- ](?!00)\\d{2}[- ](?!0000)\\d{4}'),
  // United Kingdom, national insurance.
  kind('(?![DFIQUV])[A-Z](?![DFIQUVO])[A-Z] ?\\d{2} ?\\d{2} ?\\d{2} ?[A-D]'),
  // France, INSEE: the last two digits are 97 minus the rest of the division by 97.
  kind('[12] ?\\d{2} ?(?:0[1-9]|1[0-2]) ?\\d{2} ?\\d{3} ?\\d{3} ?\\d{2}', (found) => {
    const number = found.replace(/\D/g, '')
    return 97n - (BigInt(number.slice(0, 13)) % 97n) === BigInt(number.slice(13))
  }),
  // Spain, DNI and NIE: the letter follows from the number modulo 23.
  kind('(?:\\d{8}|[XYZ]-?\\d{7})-?[A-Z]', (found) => {
    const plain = found.replace(/-/g, '')
    const number = Number(plain.slice(0, -1).replace(/^[XYZ]/, (sign) => String('XYZ'.indexOf(sign))))
    return 'TRWAGMYFPDXBNJZSQVHLCKE'[number % 23] === plain.at(-1)
  }),
  // Italy, codice fiscale.
  kind('[A-Z]{6}\\d{2}[A-EHLMPRST]\\d{2}[A-Z]\\d{3}[A-Z]'),
  // Switzerland, AHV.
  kind('756[. ]\\d{4}[. ]\\d{4}[. ]\\d{2}'),
  // Sweden, personnummer: a day, then four digits, Luhn over ten of them.
  kind('(?:19|20)?\\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\\d|3[01])[-+]\\d{4}', (found) => {
    const digits = digitsOf(found).slice(-10)
    const sum = digits.reduce((total, digit, at) => {
      const value = at % 2 === 0 ? digit * 2 : digit
      return total + (value > 9 ? value - 9 : value)
    }, 0)
    return sum % 10 === 0
  }),
  // Poland, PESEL.
  kind('\\d{11}', (found) => {
    const digits = digitsOf(found)
    const month = (digits[2] ?? 0) * 10 + (digits[3] ?? 0)
    const check = (10 - (weighted(digits, [1, 3, 7, 9, 1, 3, 7, 9, 1, 3]) % 10)) % 10
    return month % 20 >= 1 && month % 20 <= 12 && check === digits[10]
  }),
  // Brazil, CPF.
  kind('\\d{3}\\.\\d{3}\\.\\d{3}-\\d{2}', (found) => {
    const digits = digitsOf(found)
    const check = (count: number): number =>
      ((weighted(
        digits,
        Array.from({ length: count }, (_, at) => count + 1 - at),
      ) *
        10) %
        11) %
      10
    return check(9) === digits[9] && check(10) === digits[10]
  }),
  // India, Aadhaar (its first digit is at least 2) and PAN.
  kind('(?<!\\d )[2-9]\\d{3} \\d{4} \\d{4}(?! \\d)'),
  kind('[A-Z]{3}[ABCFGHLJPT][A-Z]\\d{4}[A-Z]'),
]

/** Numbers that look like any other are told by the word before them. */
const NAMED =
  /(?<![\p{L}\p{N}])((?:BSN|SIN|TFN|SSN|NINO|NHS(?: number| no\.?)?|Steuer-?ID|Steueridentifikationsnummer|PESEL|CPF|DNI|passport(?: number| no\.?)?|driving licen[cs]e(?: number| no\.?)?|(?:national|tax) (?:id|insurance)(?: number| no\.?)?)(?:\s{0,3}(?:is|:|=|#))?\s{1,3})([A-Z]{0,3}\d[A-Z0-9]{0,14}(?:[ .-][A-Z]{0,2}\d[A-Z0-9]{0,6}){0,6})(?![\p{L}\p{N}])/giu

export function redactNationalIds(text: string, mark: Mark): string {
  return KINDS.reduce(
    (rest, { pattern, isOne }) =>
      rest.replace(pattern, (found) => (isOne === undefined || isOne(found) ? mark('id-number') : found)),
    text.replace(NAMED, (all, before: string, value: string) =>
      value.replace(/\D/g, '').length >= 5 ? `${before}${mark('id-number')}` : all,
    ),
  )
}
