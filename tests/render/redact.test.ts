import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { redactor } from '../../src/render/redact.ts'

const plain = redactor([])

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
  ])('leaves amounts, days and standards alone: %s', (text) => {
    expect(plain(text)).toBe(text)
  })
})

describe('redactor, names', () => {
  const redact = redactor([
    { name: 'Katrin Vogt', as: 'CFO' },
    { name: 'Dr Jan van der Berg', as: 'IT manager' },
    { name: 'Katrin Meyer', as: 'buyer' },
  ])

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
