import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { redactor } from '../../src/render/redact.ts'

const plain = (text: string) => redactor([])(text)

describe('redactor, numbers and addresses', () => {
  test.each([
    ['mail me at k.vogt@hallmann-mietpark.example, please', 'mail me at [e-mail], please'],
    ['ring +49 30 5550 0123 after six', 'ring [phone] after six'],
    ['ring (030) 5550123', 'ring [phone]'],
    ['cell is 555-010-1234', 'cell is [phone]'],
    ['call 0161 496 0123', 'call [phone]'],
    ['+1 (555) 010-1234', '[phone]'],
    ['card 4111 1111 1111 1111 was refused', 'card [card number] was refused'],
    ['pay to DE89 3704 0044 0532 0130 00', 'pay to [account number]'],
    ['GB82WEST12345698765432', '[account number]'],
    ['ask @dana_p on chat', 'ask [handle] on chat'],
    ['dana.p (at) hallmann [dot] example it is', '[e-mail] it is'],
    ['ring +49 30 5550 0123 4111 1111 1111 1111 now', 'ring [phone] [card number] now'],
    ['0123 4111 1111 1111 1111', '0123 [card number]'],
    ['12345678901234567890123', '[number]'],
    ['amex 3782 822463 10005 works', 'amex [card number] works'],
    ['SSN 219-09-9998 on file', 'SSN [id number] on file'],
    ['his NI is QQ123456C', 'his NI is QQ123456C'],
    ['his NI is AB 12 34 56 C', 'his NI is [id number]'],
    ['sécu 1 84 12 76 451 089 46', 'sécu [id number]'],
    ['DNI 12345678Z and NIE X1234567L', 'DNI [id number] and NIE [id number]'],
    ['CF RSSMRA85T10A562S', 'CF [id number]'],
    ['AHV 756.9217.0769.85', 'AHV [id number]'],
    ['personnummer 811228-9874', 'personnummer [id number]'],
    ['PESEL 44051401458', 'PESEL [id number]'],
    ['CPF 111.444.777-35', 'CPF [id number]'],
    ['Aadhaar 2345 6789 0123', 'Aadhaar [id number]'],
    ['PAN ABCPE1234F', 'PAN [id number]'],
    ['BSN 111222333', 'BSN [id number]'],
    ['my passport number is C01X00T47', 'my passport number is [id number]'],
    [`use ${'AKIA'}IOSFODNN7EXAMPLE here`, 'use [secret] here'],
    [`key ${'sk'}_live_4eC39HqLyjWDarjtT1zdp7dc`, 'key [secret]'],
    [`${'ghp'}_16C7e42F292c6912E7710c838347Ae178B4a`, '[secret]'],
    [`${'xoxb'}-123456789012-abcdefghijkl`, '[secret]'],
    [`${'eyJ'}hbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0NTY3ODkwIn0.dozjgNryP4J3jVmN`, '[secret]'],
    ['the password is Winter2026! for all', 'the password is [secret] for all'],
    ['API key: abc123def456', 'API key: [secret]'],
    ['postgres://app:hunter2@db.example/prod', 'postgres://[secret]@db.example/prod'],
    ['d41d8cd98f00b204e9800998ecf8427e', '[secret]'],
  ])('%s', (text, redacted) => {
    expect(plain(text)).toBe(redacted)
  })

  test.each([
    'We have 1,200,000 EUR for this.',
    'It was 1 400 000 last year.',
    'between 25.000.000 and 30.000.000',
    'on 2026-03-02 at 10:30',
    'on 12.11.2026 we sign',
    'order 4711 of 2025',
    '24/7 and 365 days',
    'ISO 27001 and SOC 2',
    'at 80000-90000 a year',
    'we@night',
    'Every token costs money and the password is everywhere.',
    'The secret is that nobody reads it.',
    'ticket ABC-1234567 is open',
    'in 2026-03 and 2026-04-11',
    'about 123-45 pieces',
    'version 10.20.30.40',
    'offer 12345678 of May',
    'counterrevolutionaries-and-electroencephalographs',
  ])('leaves amounts, days and standards alone: %s', (text) => {
    expect(plain(text)).toBe(text)
  })
})

describe('redactor, names', () => {
  const people = [
    { name: 'Katrin Vogt', as: 'CFO' },
    { name: 'Dr Jan van der Berg', as: 'IT manager' },
    { name: 'Katrin Meyer', as: 'buyer' },
  ]
  const redact = (text: string) => redactor(people)(text)

  test.each([
    ['Katrin Vogt said no', '[CFO] said no'],
    ['Vogt said no', '[CFO] said no'],
    ["Vogt's budget", "[CFO]'s budget"],
    ['ask Berg or van der Berg', 'ask [IT manager] or van der [IT manager]'],
    ['Katrin said no', '[name] said no'],
    ['the Vogtland is far', 'the Vogtland is far'],
  ])('%s', (text, redacted) => {
    expect(redact(text)).toBe(redacted)
  })

  test('no full name survives, whatever stands around it', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (before, after) => {
        expect(redact(`${before} Katrin Vogt ${after}`)).not.toContain('Katrin Vogt')
      }),
    )
  })

  test('a name full of signs is taken as it is, not as a pattern', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 2 }), (name) => {
        expect(() => redactor([{ name, as: 'CFO' }])('text')).not.toThrow()
      }),
    )
  })
})

describe('redactor, names in short', () => {
  const people = [
    { name: 'Ilse Marn', as: 'FD', also: ['ilse'] },
    { name: 'Hanna Strom', as: 'IT security' },
    { name: 'Hugo Rell', as: 'VP' },
  ]
  const redact = (text: string) => redactor(people)(text)

  test.each([
    ['HS wants a call, and I.', '[IT security] wants a call, and I.'],
    ['HR wants a call', 'HR wants a call'],
    ['who told HS that', 'who told [IT security] that'],
    ["IM's team is small", "[FD]'s team is small"],
    ['path: ilse > memo', 'path: [FD] > memo'],
    ['Dr. L. is a friend', '[name] is a friend'],
    ['plan H is late', 'plan H is late'],
    ['the HS code of the goods', 'the HS code of the goods'],
  ])('%s', (text, redacted) => {
    expect(redact(text)).toBe(redacted)
  })

  test.each([
    ['IT security (Hanna Strom) makes a check', '[IT security] makes a check'],
    ['our VP Hugo comes', 'our [VP] comes'],
    ['Ilse (FD) has to ask', '[FD] has to ask'],
    ['Ilse, FD, has to ask', '[FD], has to ask'],
  ])('a bracket beside its own title is one: %s', (text, redacted) => {
    expect(redact(text)).toBe(redacted)
  })
})
