/** Addresses, handles, cards, accounts, phones and names: where each begins and ends, and what only resembles one. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { personalData } from '../../src/render/personal-data.ts'
import { fullNameRedactor, redactor } from '../../src/render/redact.ts'

const redact = (text: string) => redactor([])(text)

describe('addresses', () => {
  test.each([
    ['dana@acme.example', '[e-mail]'],
    ['dana.p+crm_2%x@sub-domain.acme.co.example!', '[e-mail]!'],
    ['jürgen@müller.example', '[e-mail]'],
    ['dana(at)acme.example', '[e-mail]'],
    ['dana [at] acme [dot] example', '[e-mail]'],
    ['dana {at} acme {punkt} example', '[e-mail]'],
    ['dana ( AT ) acme ( DOT ) co ( dot ) example now', '[e-mail] now'],
    ['dana-p  (at)  acme  .  example', '[e-mail]'],
    ['see @dana', 'see [handle]'],
    ['(@dana_p2)', '([handle])'],
    ['@dana, @kim and @lee.', '[handle], [handle] and [handle].'],
    [`@${'d'.repeat(30)}`, '[handle]'],
  ])('%s', (text, redacted) => {
    expect(redact(text)).toBe(redacted)
  })

  test.each([
    'we met @ 5',
    'a@b',
    'mail@',
    '@me',
    'x@dana',
    `@${'d'.repeat(31)}`,
    'we are (at) a point',
    '5 € @ 3 each',
  ])('leaves alone: %s', (text) => {
    expect(redact(text)).toBe(text)
  })
})

describe('cards and accounts', () => {
  test.each([
    ['4111111111111111', '[card number]'],
    ['4111-1111-1111-1111', '[card number]'],
    ['5500 0000 0000 0004 and 3400 0000 0000 009', '[card number] and [card number]'],
    ['30569309025904', '[card number]'],
    ['4222222222222', '[card number]'],
    ['4222.2222.2222.2', '[card number]'],
    ['4111.1111.1111.1111', '[card number]'],
    ['4111.1111.1111.1111.110', '[card number]'],
    ['AB32 ABCD ABCD ABCD ABCD ABCD ABCD ABCD 12', '[account number]'],
    ['DE89370400440532013000', '[account number]'],
    ['(GB82 WEST 1234 5698 7654 32)', '([account number])'],
    ['NO93 8601 1117 947', '[account number]'],
    ['MT84 MALT 0110 0001 2345 MTLC AST0 01S', '[account number]'],
  ])('%s', (text, redacted) => {
    expect(redact(text)).toBe(redacted)
  })

  test.each([
    'DE88370400440532013000', // a wrong check digit
    'AB67ABCDEFGHKL', // too short
    'AB76 ABCD ABCD ABCD ABCD ABCD ABCD ABCD 123', // too long
    'XDE89370400440532013000',
    'de89370400440532013000',
    '4222222222223',
    '3400 0000 0000 008',
    '422222222222',
  ])('leaves alone: %s', (text) => {
    expect(redact(text)).toBe(text)
  })

  test('a day that ends a sentence is no part of the number that begins the next', () => {
    expect(redact('The newest of 2026-12-28. 204008 signals wait.')).toBe(
      'The newest of 2026-12-28. 204008 signals wait.',
    )
    expect(redact('Called on 2026-12-28. 030 555 0123 is her number.')).toBe(
      'Called on 2026-12-28. [phone] is her number.',
    )
  })

  test('what stands around a card stays, and two cards are two', () => {
    expect(redact('a 4111 1111 1111 1111 b 4111-1111-1111-1111 c')).toBe('a [card number] b [card number] c')
  })
})

describe('phones and long numbers', () => {
  test.each([
    ['+49 30 5550123', '[phone]'],
    ['+49.30.5550123', '[phone]'],
    ['(+49) 30 5550123', '[phone]'],
    ['+1 555 010 1234', '[phone]'],
    ['555 010 1234', '[phone]'],
    ['555.010.1234', '[phone]'],
    ['(555) 010-1234', '[phone]'],
    ['030/5550123', '[phone]'],
    ['0161\u00A0496\u00A00123', '[phone]'],
    ['030–555–0123', '[phone]'],
    ['030 555 012', '[phone]'],
    ['0161-49-60123', '[phone]'],
    ['555-0101234', '[phone]'],
    ['555010-1234', '[phone]'],
    ['(555)0101234', '[phone]'],
    ['4111.1111.1111.1111.1115', '[number]'],
    ['at 0171 5550123, after six', 'at [phone], after six'],
    ['1234567890123456', '[number]'],
    ['1234-5678-9012-3456-7', '[number]'],
  ])('%s', (text, redacted) => {
    expect(redact(text)).toBe(redacted)
  })

  test.each([
    '123456', // too short
    '5550101234', // no sign in it: an order
    '00 1234567',
    '1 234 567 890 123 456 789', // an amount
    '123.456.789.012.345.678',
    '1 234 567',
    '2026-03-02 10 30 00',
    '03.02.2026',
    '1.2.2026 10 30',
    '03/02/2026',
    '03.02.26 10 30',
    '03.2.2026',
    '555 010 12345',
    '12.11.2026 10 30 00',
    '1/2/26 10 30 00',
    'A0301234567',
    'v.0301234567',
    '123456789012345',
    '1.555 010 1234',
  ])('leaves alone: %s', (text) => {
    expect(redact(text)).toBe(text)
  })
})

describe('names', () => {
  const people = [
    { name: 'Katrin Vogt', as: 'CFO' },
    { name: 'Maria de Wit', as: 'IT [lead]' },
    { name: 'Dean Anna-Lena Roth', as: 'buyer' },
    { name: 'Katrin Meyer', as: 'buyer' },
    { name: 'Ines Tor', as: 'planner' },
    { name: 'Bo', as: 'driver' },
  ]
  const named = (text: string) => redactor(people)(text)

  test.each([
    ['Frau Vogt said no', '[CFO] said no'],
    ['Mr. Vogt and Mrs Vogt', '[CFO] and [CFO]'],
    ['Señora Vogt, Sra. Vogt', '[CFO], [CFO]'],
    ['K.V. said no', '[CFO] said no'],
    ['KV said no', '[CFO] said no'],
    ['MW and MdW agree', '[IT lead] and [IT lead] agree'],
    ['IT is down', 'IT is down'],
    ['de Wit', 'de [IT lead]'],
    ['Anna-Lena Roth is here', '[buyer] is here'],
    ['Anna-Lena is here', '[buyer] is here'],
    ['Katrin Katrin', '[name]'],
    ['Vogt Katrin', '[CFO] [name]'],
    ['Bo and Boris', '[driver] and Boris'],
    ['Vogtin, Vogt2, xVogt', 'Vogtin, Vogt2, xVogt'],
    ['(Vogt)', '([CFO])'],
  ])('%s', (text, redacted) => {
    expect(named(text)).toBe(redacted)
  })

  test('signs in a name are signs', () => {
    expect(redactor([{ name: 'A+B (C)*', as: 'x' }])('it is A+B (C)* here, AAB')).toBe('it is [x] here, AAB')
  })

  test('what is said of somebody is said of him', () => {
    expect(redactor([{ name: 'Dean-shaped', as: 'x' }])('Dean knows')).toBe('[x] knows')
  })

  test('without names, names stay', () => {
    expect(redact('Katrin Vogt said no')).toBe('Katrin Vogt said no')
  })
})

test('whatever stands between the digits of a phone number that may', () => {
  const apart = fc.string({ unit: fc.constantFrom(...' \t\u00A0()/.–-'), maxLength: 2 })
  const number = fc.array(fc.tuple(apart, fc.constantFrom(...'0123456789')), { minLength: 6, maxLength: 13 })
  fc.assert(
    fc.property(number, (digits) => {
      expect(redact(`ring +4${digits.flat().join('')} soon`)).toMatch(/^ring \[[a-z -]+\] soon$/)
    }),
  )
})

describe('parts of names', () => {
  test.each(
    'Van Von Der Den De Del Della Di Da La Le El Al Bin Dr Mr Mrs Ms Prof Jr Sr'.split(' ').map((word) => [word]),
  )('%s is nobody, whoever has it in the name', (word) => {
    const named = redactor([{ name: `Ute ${word} Strom`, as: 'CFO' }])
    expect(named(`the ${word} here`)).toBe(`the ${word} here`)
    expect(named(`Ute ${word} Strom`)).toBe('[CFO]')
  })

  test('a name that two people share is a name; where both have one title, it is the title', () => {
    const named = redactor([
      { name: 'Ute Strom', as: 'CFO' },
      { name: 'Ute Marn', as: 'buyer' },
      { name: 'Kai Marn', as: 'buyer' },
    ])
    expect(named('so Ute said')).toBe('so [name] said')
    expect(named('so Marn said')).toBe('so [buyer] said')
  })

  test('a single letter is too short for a name, a word written small is a word', () => {
    const named = redactor([{ name: 'X ute Strom', as: 'CFO' }])
    expect(named('the X and the ute of Strom')).toBe('the X and the ute of [CFO]')
  })

  test('the longest name goes first, whatever its order among the people', () => {
    const people = [
      { name: 'Ute Strom', as: 'CFO' },
      { name: 'Ute Strom Marn', as: 'buyer' },
    ]
    for (const all of [people, people.toReversed()])
      expect(redactor(all)('so Ute Strom Marn said')).toBe('so [buyer] said')
  })

  test('a spelling of their own stands for one person alone', () => {
    const also = ['ute']
    expect(redactor([{ name: 'Ute Strom', as: 'CFO', also }])('so ute said')).toBe('so [CFO] said')
    expect(
      redactor([
        { name: 'Ute Strom', as: 'CFO', also },
        { name: 'Ute Marn', as: 'buyer', also },
      ])('so ute said'),
    ).toBe('so [name] said')
  })

  test('a title holds no address and no bracket of its own', () => {
    const named = redactor([{ name: 'Ute Strom', as: '[CFO] dana@acme.example' }])
    expect(named('so Ute Strom said')).toBe('so [CFO e-mail] said')
  })

  test('thousands of names are replaced as a few are', () => {
    const letters = 'abcdefghijklmnopqrst'
    const people = Array.from({ length: 400 }, (_, at) => {
      const end = `${letters[at % 20]}${letters[Math.floor(at / 20)]}`
      return { name: `Ute${end} Strom${end}`, as: `buyer ${at}` }
    })
    expect(redactor(people)('then Uteaa Stromaa, Strombb and Utecc said no to Strom')).toBe(
      'then [buyer 0], [buyer 21] and [buyer 42] said no to Strom',
    )
  })
})

describe('names in short', () => {
  const people = [
    { name: 'Ute Strom', as: 'CFO' },
    { name: 'Zoe Anne Quist', as: 'planner' },
    { name: 'Gus Quell', as: 'driver' },
    { name: 'Gil Marn', as: 'buyer' },
  ]
  const named = (text: string) => redactor(people)(text)

  test.each([
    ['U.S. said no', '[CFO] said no'],
    ['ZAQ said no', '[planner] said no'],
    ['Z. said no', '[planner] said no'],
    ['U wants it', '[CFO] wants it'],
    ["U's budget", "[CFO]'s budget"],
    ['U’s budget', '[CFO]’s budget'],
    ['the head (U) came', 'the head ([CFO]) came'],
    ['per U it is late', 'per [CFO] it is late'],
    ['G. said no', '[name] said no'],
    ['Mrs U. called', '[CFO] called'],
    ['Herr X. called', '[name] called'],
    ['Dr. X. called', '[name] called'],
  ])('%s', (text, redacted) => {
    expect(named(text)).toBe(redacted)
  })

  test.each([
    'US law is another', // an abbreviation of every office
    'plan U is late',
    'option U will do',
    'the U bend',
    'X said no',
    'xU said no',
    '4.U said no',
    'IT said no',
    'AI can do it',
    'CFO says no',
  ])('is nobody: %s', (text) => {
    expect(named(text)).toBe(text)
  })

  test.each([
    ['our CFO Ute Strom said', 'our [CFO] said'],
    ['Ute Strom CFO said', '[CFO] said'],
    ['Ute Strom, CFO, said', '[CFO], said'],
    ['Ute Strom (CFO) said', '[CFO] said'],
    ['the CFO, Ute Strom, said', 'the [CFO], said'],
    ['the CFO (Ute Strom) said', 'the [CFO] said'],
    ['a cfo Ute', 'a [CFO]'],
    ['Ute Strom Strom Ute', '[CFO]'],
    ['Ute Strom and the CFO of Marn', '[CFO] and the CFO of [buyer]'],
    ['XCFO Ute', 'XCFO [CFO]'],
    ['Ute CFOs', '[CFO] CFOs'],
    ['[CFO] wrote it', '[CFO] wrote it'],
  ])('beside the title: %s', (text, redacted) => {
    expect(named(text)).toBe(redacted)
  })
})

describe('words that nobody said', () => {
  const people = [
    { name: 'Ute Strom', as: 'CFO' },
    { name: 'Ute Strom Marn', as: 'buyer' },
    { name: 'Bo', as: 'driver' },
    { name: 'Kai\tVogt', as: 'planner' },
  ]
  const named = (text: string) => fullNameRedactor(people)(text)

  test.each([
    ['Fears of Ute Strom', 'Fears of [CFO]'],
    ['Ute Strom Marn & Sons', '[buyer] & Sons'],
    ['what Kai\tVogt asks', 'what [planner] asks'],
    ['Strom prices', 'Strom prices'],
    ['Ute says', 'Ute says'],
    ['Bo & Co', 'Bo & Co'],
    ['US law', 'US law'],
    ['ask kim@acme.example', 'ask [e-mail]'],
  ])('%s', (text, redacted) => {
    expect(named(text)).toBe(redacted)
  })
})

describe('what a check finds', () => {
  test.each([
    ['dana@acme.example', ['email']],
    ['ask @dana_p', ['handle']],
    ['DE89 3704 0044 0532 0130 00', ['account-number']],
    ['4111 1111 1111 1111', ['card-number']],
    ['219-09-9998', ['id-number']],
    ['+49 30 5550123', ['phone']],
    ['password: hunter2', ['secret']],
    ['1234567890123456', ['number']],
    ['ring +49 30 5550123 or write to dana@acme.example', ['email', 'phone']],
    ['nothing at all', []],
  ])('%s: %j', (text, kinds) => {
    expect([...personalData(text)].toSorted()).toEqual(kinds)
  })
})
