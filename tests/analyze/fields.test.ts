/** What front matter of any team's making is taken for: fields, people in every shape, and a word where a value is of no use. */
import { describe, expect, test } from 'vitest'
import { parse } from '../../src/analyze/parse.ts'
import { config, listed } from './prepare.ts'

function read(head: string) {
  const text = `---\ndate: 2026-03-02\n${head}\n---\n\nThey find it too dear.\n`
  const { note, problems } = parse({ path: 'notes/2026-03-02.md', text }, config())
  if (!note) throw new Error('not read')
  return {
    record: note.record,
    said: problems.map(({ rule, values }) => `${rule}: ${Object.values(values).join(': ')}`),
  }
}
const people = (head: string) => listed(`---\ndate: 2026-03-02\n${head}\n---\n\nThey find it too dear.\n`)

describe('people', () => {
  test.each([
    ['a list of objects', 'attendees:\n  - name: Maria Lopez\n    title: CFO', ['Maria Lopez (CFO) customer']],
    ['an object with its side', 'attendees:\n  - {name: Sam Okafor, title: AE, side: us}', ['Sam Okafor (AE) seller']],
    ['an object with the other side', 'attendees:\n  - {name: Maria Lopez, from: client}', ['Maria Lopez customer']],
    [
      'an object with a side that nobody knows',
      'customer:\n  - {name: Maria Lopez, team: red}',
      ['Maria Lopez customer'],
    ],
    [
      'a role that is a title',
      'customer:\n  - {name: Maria Lopez, role: Treasurer}',
      ['Maria Lopez (Treasurer) customer'],
    ],
    [
      'names as keys',
      'customer:\n  Maria Lopez: CFO\n  Walt Kessler: Chief Data Officer',
      ['Maria Lopez (CFO) customer', 'Walt Kessler (Chief Data Officer) customer'],
    ],
    [
      'groups in a map',
      'attendees:\n  customer: [Maria Lopez (CFO)]\n  us: [Sam Okafor]',
      ['Maria Lopez (CFO) customer', 'Sam Okafor seller'],
    ],
    [
      'a name with its title behind a comma',
      'customer:\n  - Maria Lopez, CFO, North',
      ['Maria Lopez (CFO, North) customer'],
    ],
    ['a name in small letters', 'customer: aoife', ['Aoife customer']],
    [
      'a field nobody foresaw, of full names',
      'Nearward: Priya Sandhu, Colin Mercer',
      ['Priya Sandhu seller', 'Colin Mercer seller'],
    ],
    [
      'a list of names where the account stands',
      'client: Schober, Aydin, Lohse (1st half)',
      ['Schober customer', 'Aydin customer', 'Lohse customer'],
    ],
  ])('%s', (_, head, found) => {
    expect(people(head)).toEqual(found)
  })

  test('a buying role by its name is the role', () => {
    const head = 'customer:\n  - {name: Maria Lopez, role: Decision maker, title: CFO}'
    expect(people(head)).toEqual(['Maria Lopez (CFO) customer'])
  })

  test('words that are no names make nobody', () => {
    expect(people('Region: north, south and east\nplan: {a: {b: {c: {d: Maria Lopez}}}}')).toEqual([])
  })

  test('a company of one is not taken for people', () => {
    expect(read('account: Lopez Sons').record.account).toBe('Lopez Sons')
    expect(read('client: Schober, Aydin, Lohse').record.account).toBeNull()
  })
})

describe('one value each', () => {
  test.each([
    ['62000 EUR', 62_000, 'EUR'],
    ['INR 14,00,000', 1_400_000, 'INR'],
    ["CHF 190'000 p.a.", 190_000, 'CHF'],
    ['41k', 41_000, null],
    ['R$ 612k/ano', 612_000, 'BRL'],
    ['£1.2m', 1_200_000, 'GBP'],
    ['1,5 Mio €', 1_500_000, 'EUR'],
    ['3 lakh', 300_000, null],
    ['2 crore INR', 20_000_000, 'INR'],
  ])('amount: %s', (text, amount, currency) => {
    expect(read(`amount: "${text}"`).record.dealValue).toEqual({ amount, currency })
  })

  test.each(['0', 'none yet', '-'])('amount: "%s" is none', (text) => {
    expect(read(`amount: "${text}"`).record.dealValue).toBeNull()
  })

  test('an amount in words is said to be of no use', () => {
    expect(read('amount: not discussed').said).toEqual([
      'front-matter/field: amount: no amount can be read in "not discussed"',
    ])
  })

  test.each([
    ['stage: [demo, lost]', 'stage: it holds a list, not one value'],
    ['amount: {eur: 5, usd: 6}', 'amount: it holds a map, not one value'],
    ['retention: soon', 'retention: "soon" is no day, so the note is kept'],
    ['consent: [yes, no]', 'consent: it is neither yes nor no, so nothing of the note is quoted'],
    ['consent: perhaps', 'consent: "perhaps" is neither yes nor no, so nothing of the note is quoted'],
    [`industry: ${'x'.repeat(201)}`, 'industry: it has over 200 characters'],
  ])('%s', (head, says) => {
    expect(read(head).said).toEqual([`front-matter/field: ${says}`])
  })

  test('the only value of a list is that value', () => {
    expect(read('stage: [demo]').record.stage).toBe('demo')
    expect(read('stage: [demo]').said).toEqual([])
  })

  test.each([
    ['yes', true],
    ['Granted by mail', true],
    ['oui', true],
    ['no', false],
    ['withdrawn', false],
    ['perhaps', false],
  ])('consent: %s is %s', (text, consent) => {
    expect(read(`consent: "${text}"`).record.consent).toBe(consent)
  })

  test('the first day that can be read is the last one on which a note is used', () => {
    expect(read('retention: 2027-12-31\ndelete after: 2028-01-01').record.retention).toBe('2027-12-31')
  })

  test.each([
    ['account: Tecnoval Ingegneria SpA (Bergamo)', 'Tecnoval Ingegneria SpA'],
    ['account: Hallmann — Q3', 'Hallmann'],
    ['deal: Hallmann discovery call', 'Hallmann'],
    ['account: Hallmann.', 'Hallmann'],
    ['account: H', null],
  ])('%s: %s', (head, account) => {
    expect(read(head).record.account).toBe(account)
  })
})
