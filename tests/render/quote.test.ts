import { expect, test } from 'vitest'
import { findQuote, noteWords } from '../../src/checks/quote/find.ts'
import { readQuote } from '../../src/render/anchor.ts'
import { quoting } from '../../src/render/quote.ts'
import { attribute } from '../../src/synthesize/attribute.ts'
import type { PersonRecord } from '../../src/types.ts'
import { config, note } from '../synthesize/notes.ts'

const plain = config()
const maria: Partial<PersonRecord> = { name: 'Maria de Wit', title: 'CFO', role: 'budget-holder' }

/** The only quote of a call in which one person is heard. */
function quoteOf(text: string, people: Partial<PersonRecord>[] = [maria], speaker = 'Maria de Wit'): string {
  const notes = [note('notes/1.md', {}, people, [{ text, tag: 'job', speaker }])]
  const attributed = attribute(notes, plain)
  const [evidence] = attributed.evidence
  return quoting(attributed.notes, plain, '../').quote(evidence!) ?? ''
}

test.each([
  ['I sign it when I have seen it.'],
  ["Receivables are at 97 days, because nobody's log sheet agrees."],
  ['"She laughed at us", that is what stays with me.'],
  ['He told us that my numbers were wrong.'.replace('He told us', 'Rick told us')],
])('a person’s own words stand in quotation marks: %s', (text) => {
  expect(quoteOf(text)).toMatch(/^> “.*” — CFO, Acme, /)
})

test.each([
  ['She does not intend to be written up twice.'],
  ['Maria wants to stop being "the woman with the ruler".'],
  ['MdW took over from a cousin in October.'],
  ['Close takes twelve days and her auditors wrote it up.'],
  ['She also said the two of us are no committee.'],
])('what a note says about the person is told as a note: %s', (text) => {
  expect(quoteOf(text)).toMatch(/^> Noted: [^“]* — about CFO, Acme, /)
})

test('initials of a person are taken out, with dots and without; abbreviations of every office stay', () => {
  const people = [maria, { name: 'Ina Tamm', title: 'IT Manager' }]
  const quote = quoteOf('I asked MdW and M.W. whether IT may see it.', people)
  expect(quote).not.toMatch(/MdW|M\.W\./)
  expect(quote).toContain('whether IT may see it')
})

test('a town or product that reading took for a person is left in its place', () => {
  const people = [
    maria,
    { name: 'Reading', title: null },
    { name: 'Genie', title: null },
    { name: 'Tasha', title: null },
  ]
  const quote = quoteOf('I have machines idle in Reading, the Genie above all, and Tasha told me so.', people)
  expect(quote).toContain('idle in Reading, the Genie above all')
  expect(quote).not.toContain('Tasha')
})

test.each([
  ['But you had yellow at the supplier."', 'But you had yellow at the supplier.'],
  ['"I never saw it', 'I never saw it'],
  ['I said “no” to them”', 'I said “no” to them'],
  ['I call it "the drawer" and no more', 'I call it "the drawer" and no more'],
])('a quotation mark without its other half is left out: %s', (text, words) => {
  expect(quoteOf(text)).toContain(`“${words}”`)
})

test.each([
  ['1.2 AWS bill goes up by a third', 'AWS bill goes up by a third'],
  ['1.5 FTE is what I have', '1.5 FTE is what I have'],
  ['14:07 PS> In the yard we print it', 'In the yard we print it'],
  ['14:07 is when I get my figures', '14:07 is when I get my figures'],
  ['| Support | we get it in 6 hours |', 'Support \\| we get it in 6 hours'],
  ['5.3', '5.3'],
])('what the writer set before the words is left out, and no amount: %s', (text, words) => {
  const quote = quoteOf(text)
  expect(quote).toContain(`“${words}”`)
  expect(findQuote(readQuote(quote)?.text ?? '', noteWords(`# Call\n\n${text}\n`), 3)).toBe(3)
})

test('a first name typed small is taken out where it is no word', () => {
  const people = [maria, { name: 'Shreya Rao', title: 'data engineer' }, { name: 'Grace Hill', title: 'CIO' }]
  const quote = quoteOf('I know that shreya babysits them by the grace of the weekend.', people)
  expect(quote).toContain('that \\[data engineer\\] babysits them by the grace of')
})

test('a rival keeps its name, whoever reading took it for', () => {
  const rivals = config({ competitors: ['Orvane'] })
  const notes = [
    note(
      'notes/1.md',
      {},
      [maria, { name: 'Orvane', title: null }],
      [{ text: 'I saw Orvane and I liked it.', tag: 'job', speaker: 'Maria de Wit' }],
    ),
  ]
  const attributed = attribute(notes, rivals)
  expect(quoting(attributed.notes, rivals, '../').quote(attributed.evidence[0]!)).toContain('I saw Orvane')
})
