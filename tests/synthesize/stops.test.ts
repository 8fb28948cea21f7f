/** What is held against us and what is not: settled matters, opponents, praise, what waits for review. */
import { expect, test } from 'vitest'
import { quoting } from '../../src/render/quote.ts'
import { stops } from '../../src/render/sections/stops.ts'
import { synthesize } from '../../src/synthesize/synthesize.ts'
import type { NoteAnalysis, NoteRecord, PersonRecord } from '../../src/types.ts'
import { config, note, type Said } from './notes.ts'

const cfo = [{ title: 'CFO', role: 'budget-holder' as const }]
const against = (text: string, more: Partial<Said> = {}): Said => ({
  text,
  tag: 'objection',
  facets: { surface: false, category: 'security' },
  ...more,
})
const call = (
  file: string,
  head: Partial<NoteRecord>,
  said: Said[],
  people: Partial<PersonRecord>[] = cfo,
): NoteAnalysis => note(`notes/${file}.md`, head, people, said)

function page(notes: readonly NoteAnalysis[]) {
  const synthesis = synthesize(notes, config(), [])
  const found = synthesis.personas.find(({ id }) => id === 'finance-leader')
  if (!found) throw new Error('no page')
  return { ...found, text: stops(found, quoting(synthesis.notes, config(), '')).join('\n') }
}

test('a later note that says so settles an objection, one that waits for something does not', () => {
  const raised = against('Where our data protection officer reads it I have no idea, that worries me.')
  const later = (text: string) =>
    page([call('1', { date: '2026-01-01' }, [raised]), call('2', { date: '2026-02-01' }, [{ text, tag: 'none' }])])
  const settled = later("no concerns on data protection, it's closed")
  expect(settled.objections[0]?.endings).toEqual([{ account: 'Acme', ending: 'settled' }])
  expect(settled.text).toContain("it's closed")
  expect(later('I sign when data protection is closed for me.').objections[0]?.endings).toEqual([
    { account: 'Acme', ending: 'parked' },
  ])
  expect(later('The contract is closed for me.').objections[0]?.endings).toEqual([
    { account: 'Acme', ending: 'parked' },
  ])
})

test('what is told in the review of a deal has no ending of its own', () => {
  const { objections, text } = page([
    call('1', { date: '2026-01-01' }, [{ text: 'We retype hours.', tag: 'job' }]),
    call('2', { date: '2026-02-01', stage: 'won' }, [against('The security of the data worried me for weeks.')]),
  ])
  expect(objections[0]?.endings).toEqual([{ account: 'Acme', ending: 'review' }])
  expect(text).toContain('told in the review: Acme')
})

test('somebody works against it where a statement tells of an act, until a later note says otherwise', () => {
  const people = [...cfo, { name: 'Otto Berg', title: 'Head of IT', role: 'saboteur' as const }]
  const by = { speaker: 'Otto Berg', role: 'saboteur' as const, persona: 'technology-leader' }
  const acts = (text: string, head: Partial<NoteRecord> = {}, later = 'Otto is on holiday.') =>
    page([
      call('1', { date: '2026-01-01', ...head }, [against('It costs a lot.'), against(text, by)], people),
      call('2', { date: '2026-02-01', ...head }, [{ text: later, tag: 'none' }], people),
    ]).committee.opponents.length
  expect(acts('He wrote a four-page paper to the board against it.')).toBe(1)
  expect(acts('And in five years, who opens it?')).toBe(0)
  expect(acts('He built the old system himself.')).toBe(0)
  expect(acts('He wrote a four-page paper to the board against it.', { outcome: 'won' })).toBe(0)
  expect(acts('He wrote a four-page paper to the board against it.', {}, 'Otto moved from opponent to admin.')).toBe(0)
})

test('praise is no objection, unless a person tagged it so', () => {
  const praise = against('It was a super trial, wrong files are down to nearly none'.replace('wrong ', ''))
  expect(
    page([call('1', {}, [praise, against('It costs a lot.')])]).objections.flatMap((one) => one.evidence).length +
      page([call('1', {}, [praise, against('It costs a lot.')])]).unthemed.length,
  ).toBe(1)
  const tagged = page([call('1', {}, [{ ...praise, origin: 'explicit' }, against('It costs a lot.')])])
  expect(tagged.sample.statements).toBe(2)
})

test('a page with few accepted objections shows the likeliest of those that wait, marked, and counts none of them', () => {
  const waits = { accepted: false, confidence: 0.7, persona: 'finance-leader' }
  const { text, sample, questions, waitingBy } = page([
    call('1', {}, [
      { text: 'We retype hours by hand.', tag: 'job' },
      against('That is more than we pay for everything else.', waits),
      against('Perhaps it is a bit slow for our people.', { ...waits, confidence: 0.4 }),
    ]),
  ])
  expect(text).toMatch(/None accepted yet; 2 wait for review \(`personas quotes --waiting --persona finance-leader/)
  expect(text).toMatch(/more than we pay.* not reviewed · \[line/)
  expect(text).not.toContain('a bit slow')
  expect(sample.statements).toBe(1)
  expect(waitingBy.objection).toBe(2)
  expect(questions.map(({ why }) => why).join(' ')).not.toContain('No statement about an objection')
})

test('the index begins with what several accounts raise, else with the words over which a deal was lost', () => {
  const lone = (account: string, text: string, head: Partial<NoteRecord> = {}) =>
    call(account, { account, ...head }, [against(text)])
  const first = page([
    lone('Acme', 'Adoption by our people worries me a lot.', { dealValue: { amount: 90000, currency: 'EUR' } }),
    lone('Zeta', 'Your company is too small for our security.', { outcome: 'lost' }),
  ]).first.stops
  expect(first).toMatchObject({ evidence: { account: 'Zeta' } })
})
