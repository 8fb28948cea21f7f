/** Numbers by which states know people: one with a right check digit goes, the same number with a wrong one is somebody's order. */
import { describe, expect, test } from 'vitest'
import { redactor } from '../../src/render/redact.ts'

const redact = (text: string) => redactor([])(text)

describe('a number that a state gives to a person', () => {
  test.each([
    ['United States', '219-09-9998'],
    ['United States, with spaces', '219 09 9998'],
    ['United Kingdom', 'AB123456C'],
    ['United Kingdom, in pairs', 'AB 12 34 56 A'],
    ['France', '184127645108946'],
    ['France, a woman born in October', '2 55 10 14 168 025 70'],
    ['Spain', '12345678Z'],
    ['Spain, with a dash', '12345678-Z'],
    ['Spain, of a foreigner', 'X1234567L'],
    ['Spain, of a foreigner, Y', 'Y1234567X'],
    ['Spain, of a foreigner, Z', 'Z1234567R'],
    ['Spain, of a foreigner, with dashes', 'X-1234567-L'],
    ['Italy', 'RSSMRA85T10A562S'],
    ['Switzerland', '756.9217.0769.85'],
    ['Switzerland, with spaces', '756 9217 0769 85'],
    ['Sweden', '811228-9874'],
    ['Sweden, with the century', '19811228-9874'],
    ['Sweden, with nines', '290919-9099'],
    ['Sweden, of over a hundred years', '121212+1212'],
    ['Poland', '44051401458'],
    ['Poland, born in January', '44011401454'],
    ['Poland, born in December', '44121401458'],
    ['Poland, born after 1999', '02271409867'],
    ['Brazil', '111.444.777-35'],
    ['Brazil, check digits of 0', '123.456.789-09'],
    ['India, Aadhaar', '2345 6789 0123'],
    ['India, tax', 'ABCPE1234F'],
  ])('%s: %s', (_, number) => {
    expect(redact(`It is ${number} there`)).toBe('It is [id number] there')
    expect(redact(`(${number})`)).toBe('([id number])')
    expect(redact(`It is ${number}.`)).toBe('It is [id number].')
  })

  test.each([
    ['an area that is never given', '000-12-3456'],
    ['an area that is never given', '666-12-3456'],
    ['an area that is never given', '912-12-3456'],
    ['a group that is never given', '219-00-9998'],
    ['a serial number that is never given', '219-09-0000'],
    ['a first letter that is never given', 'DA123456C'],
    ['a second letter that is never given', 'AO123456C'],
    ['a last letter that is never given', 'AB123456E'],
    ['France, a wrong rest', '184127645108947'],
    ['France, a month that there is not', '184137645108962'],
    ['Spain, a wrong letter', '12345678A'],
    ['Spain, a wrong letter behind X', 'X1234567M'],
    ['Spain, a wrong letter behind Y', 'Y1234567L'],
    ['Italy, a month that there is not', 'RSSMRA85F10A562S'],
    ['Sweden, a wrong check digit', '19811228-9875'],
    ['Sweden, a month that there is not', '19811328-9873'],
    ['Sweden, a day that there is not', '19811232-9878'],
    ['Sweden, a day that there is not', '19811200-9876'],
    ['Sweden, a month that there is not', '19810028-9878'],
    ['Poland, a wrong check digit', '44051401459'],
    ['Poland, a month that there is not', '44131401459'],
    ['Poland, a month that there is not', '44001401453'],
    ['Poland, a month that there is not', '44201401459'],
    ['Brazil, a wrong first check digit', '111.444.777-27'],
    ['Brazil, a wrong first check digit', '111.444.777-45'],
    ['Brazil, a wrong second check digit', '111.444.777-36'],
    ['India, a first digit that is never given', '1345 6789 0123'],
    ['India, a kind of holder that there is not', 'ABCDE1234F'],
    ['part of a longer word', 'XAB123456C'],
    ['part of a longer word', 'AB123456CD'],
    ['part of a longer number', '219-09-9998-7'],
  ])('%s: %s stays', (_, number) => {
    expect(redact(`It is ${number} there`)).toBe(`It is ${number} there`)
  })

  test('a number of groups of four goes on: no Aadhaar', () => {
    expect(redact('3 2345 6789 0123')).not.toContain('[id number]')
    expect(redact('2345 6789 0123 4')).not.toContain('[id number]')
  })
})

describe('a number that the word before it names', () => {
  test.each([
    ['BSN 111222333', 'BSN [id number]'],
    ['BSN: 111222333', 'BSN: [id number]'],
    ['SIN 046 454 286', 'SIN [id number]'],
    ['TFN is 123 456 782', 'TFN is [id number]'],
    ['SSN = 219099998', 'SSN = [id number]'],
    ['NINO AB123456', 'NINO [id number]'],
    ['NHS number 943 476 5919', 'NHS number [id number]'],
    ['NHS 943 476 5919', 'NHS [id number]'],
    ['NHS no 943 476 5919', 'NHS no [id number]'],
    ['passport no C01X00T47', 'passport no [id number]'],
    ['passport no. C01X00T47', 'passport no. [id number]'],
    ['driving licence D12345678', 'driving licence [id number]'],
    ['driving licence no D12345678', 'driving licence no [id number]'],
    ['national id no 12345', 'national id no [id number]'],
    ['tax id no. 12345', 'tax id no. [id number]'],
    ['NHS no. 943 476 5919', 'NHS no. [id number]'],
    ['Steuer-ID 65929970489', 'Steuer-ID [id number]'],
    ['SteuerID: 65929970489', 'SteuerID: [id number]'],
    ['Steueridentifikationsnummer 65929970489', 'Steueridentifikationsnummer [id number]'],
    ['PESEL # 12345', 'PESEL # [id number]'],
    ['CPF 11144477735', 'CPF [id number]'],
    ['dni 12.345.678', 'dni [id number]'],
    ['passport C01X00T47', 'passport [id number]'],
    ['passport number is C01X00T47, issued in May', 'passport number is [id number], issued in May'],
    ['driving license number D12345678', 'driving license number [id number]'],
    ['driving licence no. D12345678', 'driving licence no. [id number]'],
    ['national insurance number 12345', 'national insurance number [id number]'],
    ['tax id 12-3456789', 'tax id [id number]'],
  ])('%s', (text, redacted) => {
    expect(redact(text)).toBe(redacted)
  })

  test.each([
    'passport number 1234', // four digits
    'tax id 12-34',
    'the NHS has 7 regions',
    'The passport is of 2019.',
    'ABSN 111222333',
    'Our tax id is with the bank.',
  ])('is talk: %s', (text) => {
    expect(redact(text)).toBe(text)
  })
})
