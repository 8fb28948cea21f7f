import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { suspectLines } from '../../src/checks/privacy/suspects.ts'
import { personalData } from '../../src/render/personal-data.ts'

/** One for each pattern of secrets.ts, redact.ts and national-ids.ts. */
const EXAMPLES = [
  '-----BEGIN RSA PRIVATE KEY-----',
  'eyJhbGciOiJI.eyJzdWIiOiIx.sig',
  'AKIAABCDEFGHIJKLMNOP',
  'ACCAABCDEFGHIJKLMNOP',
  'AIzaabcdefghijklmnopqrstuvwxyzabcdefghi',
  'ghp_abcdefghijklmnopqrst',
  'github_pat_abcdefghijklmnopqrst',
  'glpat-abcdefghijklmnopqrst',
  'sk-abcdefghijklmnop',
  'pk_live_abcdefghijklmnop',
  'xoxb-abcdefghij',
  'npm_abcdefghijklmnopqrstuvwxyzabcdefghij',
  'SG.abcdefghijklmnop.abcdefghijklmnop',
  'hooks.slack.com/services/abcdefghijklmnopqrst',
  'password is hunter2',
  'API key: abc123',
  'secret → abc123',
  'pwd=abc123',
  'contraseña = "abc123',
  'Kennwort:abc123',
  'mot de passe: abc123',
  'to\u212Aen: abc123',
  'Bearer abcdefghijklmnop',
  'https://dana:hunter2@host.example',
  'a1b2c3d4e5f6a7b8c9d0e1f2a3b4c5d6',
  'abcdefghijklmnopqrstuvwxyzab4cd5e',
  'dana@acme.example',
  'dana (at) acme [dot] example',
  'ask @danaroe',
  'GB82 WEST 1234 5698 7654 32',
  '4111 1111 1111 1111',
  '4111-1111-1111-1111',
  '+49 171 234567',
  '(+49 171 234567',
  '0171 2345678',
  '(030) 123 45 67',
  '555-123-4567',
  '0123-05-15',
  '+2025-05-15',
  '12345678901234567890',
  '123-45-6789',
  'AB 12 34 56 C',
  'AB123456C',
  '1 85 05 78 006 084 91',
  '12345678Z',
  'X-1234567L',
  'RSSMRA85T10A562S',
  '756.1234.5678.97',
  '811228-9874',
  '811228+9874',
  '44051401359',
  '529.982.247-25',
  '2345 6789 0123',
  'ABCPE1234F',
  'passport no. is AB1234567',
  'NHS number 943 476 5919',
  'SIN 046 454 286',
  'BSN a1b2c3d4e5',
]

describe('lines that may hold what leads to a person', () => {
  test.each(EXAMPLES)('%s', (example) => {
    expect(personalData(example)).not.toEqual(new Set())
    expect(suspectLines(`Nothing.\n— ${example}.\nNothing.`)).toEqual([1])
  })

  test('whatever the redactor takes out of a line is on one of them', () => {
    const pieces = [...EXAMPLES.flatMap((example) => example.split(/(?<=[ .@-])/)), ...'0123456789 .-()/+:AX[]']
    const line = fc
      .array(fc.oneof(fc.constantFrom(...pieces), fc.constantFrom(...EXAMPLES)), { minLength: 1, maxLength: 8 })
      .map((parts) => parts.join(''))
    fc.assert(
      fc.property(fc.array(line, { minLength: 1, maxLength: 4 }), (lines) => {
        const found = lines.flatMap((one, at) => (personalData(one).size > 0 ? [at] : []))
        expect(suspectLines(lines.join('\n'))).toEqual(expect.arrayContaining(found))
      }),
      { numRuns: 2_000 },
    )
  })

  test('a quote with its account and its day is none, nor is a page without a line', () => {
    expect(
      suspectLines('> “Since 2019 we pay 120 000 a year.” — CFO, Marstow993 Textiles, 2026-03-17 · [line 4]'),
    ).toEqual([])
    expect(suspectLines('')).toEqual([])
  })
})
