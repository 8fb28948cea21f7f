import { describe, expect, it } from 'vitest'
import { parse } from '../../src/analyze/parse.ts'
import { config, prepare } from './prepare.ts'

const read = (text: string, path = 'notes/note.md') => parse({ path, text }, config())

describe('front matter', () => {
  it.each([
    ['YAML', '---\ndate: 2026-03-02\naccount: Acme\nstage: demo\n---\nHello there.\n'],
    ['JSON', '---json\n{"date": "2026-03-02", "account": "Acme", "stage": "demo"}\n---\nHello there.\n'],
    ['TOML', '---toml\ndate = 2026-03-02\naccount = "Acme"\nstage = "demo"\n---\nHello there.\n'],
    ['TOML between pluses', '+++\ndate = "2026-03-02"\naccount = "Acme"\nstage = "demo"\n+++\nHello there.\n'],
    ['other names, other case', '---\nWhen: 2 March 2026\nCuenta: Acme (Madrid)\netapa: Demo\n---\nHello there.\n'],
    [
      'a value that YAML refuses',
      '---\nwhen: 2 March 2026\ncuenta: Acme\nstage: demo\nwith: A. Ray (CFO) / us: Sam\n---\nHello.\n',
    ],
    [
      'a byte order mark and CRLF',
      '\uFEFF---\r\ndate: 2026-03-02\r\naccount: Acme\r\nstage: demo\r\n---\r\nHello there.\r\n',
    ],
    ['old Mac line ends', '---\rdate: 2026-03-02\raccount: Acme\rstage: demo\r---\rHello there.\r'],
  ])('is read as %s', (_, text) => {
    const { note } = read(text)
    expect(note?.record).toMatchObject({ date: '2026-03-02', account: 'Acme', stage: 'demo' })
  })

  it('keeps the lines of the body true', () => {
    const { statements } = prepare('---\ndate: 2026-03-02\n---\n\n# Notes\n\n- one thing\n- another thing\n')
    expect(statements.map((one) => one.line)).toEqual([7, 8])
  })

  it.each(['js', 'javascript', 'coffee', 'cson', 'ruby'])('never runs ---%s', (language) => {
    const { note, problems } = read(`---${language}\nmodule.exports = process.exit()\n---\nHello.\n`)
    expect(note).toBeNull()
    expect(problems.map((one) => one.rule)).toEqual(['front-matter/executable'])
  })

  it.each([
    ['---\ndate: 2026-03-02\nname: [unclosed\n---\nHi.\n', 3],
    ['---\ndate: 2026-03-02\n', 1],
    ['---json\n{"a": }\n---\nHi.\n', 2],
    ['+++\na = 1\nb = = 2\n+++\nHi.\n', 3],
  ])('reports what is broken, with its line: %j', (text, line) => {
    const { note, problems } = read(text)
    expect(note).toBeNull()
    expect(problems[0]).toMatchObject({ rule: 'front-matter/invalid' })
    expect(Math.abs((problems[0]?.line ?? 0) - line)).toBeLessThanOrEqual(1)
  })

  it('takes a rule at the top of a note for a rule', () => {
    expect(prepare('---\nJust text.\n---\nMore text.\n').statements).toHaveLength(2)
  })

  it('is not fooled by keys of objects', () => {
    const { note } = prepareRecord('---\n__proto__: {date: 2026-03-02}\nconstructor: x\ntoString: y\n---\nHi.\n')
    expect(note.record.date).toBeNull()
  })
})

function prepareRecord(text: string, path?: string) {
  return prepare(text, path)
}

describe('dates', () => {
  it.each([
    ['date: 2026-03-02', '2026-03-02'],
    ['call_date: 2 Mar 2026', '2026-03-02'],
    ['fecha: 2/3/2026', null],
    ['date: 13/02/2026', '2026-02-13'],
    ['date: 02/13/26', '2026-02-13'],
    ['datum: 2.3.2026', '2026-03-02'],
    ['when: Tue 3 Feb 2026, their office', '2026-02-03'],
    ['when: February 3rd, 2026', '2026-02-03'],
    ['date: 31.02.2026', null],
  ])('%s → %s', (field, day) => {
    expect(prepare(`---\n${field}\n---\nHi.\n`).note.record.date).toBe(day)
  })

  it.each([
    ['dmy', '2026-08-09'],
    ['mdy', '2026-09-08'],
  ] as const)('9/8/2026 is read as config says: %s', (dates, day) => {
    expect(prepare('---\ndate: 9/8/2026\n---\nHi.\n', 'note.md', { dates }).note.record.date).toBe(day)
  })

  it('says when a date can be read in two ways, and when there is none', () => {
    expect(prepare('---\ndate: 9/8/2026\n---\nHi.\n').problems).toContain('date/ambiguous')
    expect(prepare('Hi there.\n').problems).toContain('date/missing')
  })

  it('takes the file name before a date that can be read in two ways', () => {
    const { note, problems } = prepare('---\ndate: 9/8/2026\n---\nHi.\n', 'notes/2026-08-09-acme-demo.md')
    expect(note.record).toMatchObject({ date: '2026-08-09', stage: 'demo', account: 'Acme' })
    expect(problems).toEqual([])
  })
})

describe('the head of a note without front matter', () => {
  it.each([
    ['# Rourke & Tighe, first call\n2 March 2026\n\nText here.\n', 'x/rourketighe-discovery.md', 'Rourke & Tighe'],
    [
      'Thu 2 Mar 2026, Nordlicht Mobility (Hamburg), demo\n\nText here.\n',
      'x/2026-03-02-nordlicht-demo.md',
      'Nordlicht Mobility',
    ],
    ['account: Acme Corp\nstage: demo\n\nText here.\n', 'x/whatever.md', 'Acme Corp'],
    ['Torvane Labs A/S, demo, 7 May\n\nText here.\n', '2026-05-07-torvane-demo.md', 'Torvane Labs A/S'],
    ['account: Torvane-Hilfe e.V.\n\nText here.\n', 'x/whatever.md', 'Torvane-Hilfe e.V.'],
    ['account: Win interview Torvane Mills\n\nText here.\n', 'x/whatever.md', 'Torvane Mills'],
    ['Torvane Mills. First call today.\n\nText here.\n', '2026-05-07-torvanemills-demo.md', 'Torvane Mills'],
  ])('names the account: %j', (text, path, account) => {
    expect(prepare(text, path).note.record.account).toBe(account)
  })

  it.each([
    ['closed-lost review', 'lost', 'lost'],
    ['Closed Won', 'won', 'won'],
    ['technical evaluation', 'evaluation', null],
    ['Verhandlung', 'negotiation', null],
    ['first call', 'discovery', null],
    ['PoC readout', 'evaluation', null],
    ['kick-off', 'other', null],
    ["we won't say", 'other', null],
  ])('stage %s → %s', (stage, expected, outcome) => {
    expect(prepare(`---\nstage: ${stage}\n---\nHi.\n`).note.record).toMatchObject({ stage: expected, outcome })
  })
})

describe('fields', () => {
  it.each([
    ['deal_value: 62000 EUR', { amount: 62000, currency: 'EUR' }],
    ["Potential: CHF 190'000 p.a.", { amount: 190000, currency: 'CHF' }],
    ['amount: 41k', { amount: 41000, currency: null }],
    ['valor: R$ 612k/ano', { amount: 612000, currency: 'BRL' }],
    ['size_mxn: 5500000', { amount: 5500000, currency: 'MXN' }],
    ['waarde: EUR 21.600 per jaar', { amount: 21600, currency: 'EUR' }],
    ['amount: INR 14,00,000 per year', { amount: 1400000, currency: 'INR' }],
    ['amount: INR 28 lakh', { amount: 2800000, currency: 'INR' }],
    ['importe: to be defined', null],
  ])('%s', (field, value) => {
    expect(prepare(`---\n${field}\n---\nHi.\n`).note.record.dealValue).toEqual(value)
  })

  it.each([
    ['consent: yes', true, []],
    ['consent: false', false, []],
    ['consent: maybe later', false, ['front-matter/field']],
  ])('%s', (field, consent, rules) => {
    const { note, problems } = prepare(`---\ndate: 2026-03-02\n${field}\n---\nHi.\n`)
    expect(note.record.consent).toBe(consent)
    expect(problems).toEqual(rules)
  })

  it('has one digest for all line ends', () => {
    const digests = ['a\nb\n', 'a\r\nb\r\n', '\uFEFFa\rb\r'].map((text) => prepare(text).note.record.digest)
    expect(new Set(digests).size).toBe(1)
  })

  it.each([
    ['en', 'The customer said that they are not happy with the tool and that it has to go by the end of the year.'],
    [
      'de',
      'Der Kunde sagt, dass sie mit dem Werkzeug nicht zufrieden sind und dass es bis zum Ende des Jahres weg muss, weil es auch zu teuer ist.',
    ],
    [
      'fr',
      "Le client dit qu'ils ne sont pas contents de cet outil et que nous devons le changer avant la fin de l'année, mais avec un budget plus petit.",
    ],
    ['ru', 'Клиент говорит, что они недовольны инструментом и хотят его заменить до конца года.'],
  ])('knows the language: %s', (language, text) => {
    expect(prepare(text).note.record.language).toBe(language)
  })
})
