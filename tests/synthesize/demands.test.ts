import { describe, expect, test } from 'vitest'
import { OF_NO_KIND } from '../../src/synthesize/demands.ts'
import { synthesize } from '../../src/synthesize/synthesize.ts'
import { FEATURES } from '../../src/synthesize/vocabulary.ts'
import { config, note, type Said } from './notes.ts'

const cfo = [{ name: 'Maria Lopez', title: 'CFO' }]
const demands = (...said: Said[]) => synthesize([note('1.md', {}, cfo, said)], config(), []).demands
const must = (text: string): Said => ({ text, tag: 'criterion', facets: { force: 'must' } })

describe('what the product is asked for', () => {
  test.each([
    ['It must run on the phones of the crews.', 'Phones and tablets'],
    ['A photo at handover is required.', 'Photos, scans and signatures'],
    ['We need a weekly report per site.', 'Reports and figures'],
    ['A booking in under 3 clicks, or the desk goes back to paper.', 'Fewer clicks, search and print'],
    ['A SOC 1 report, and a pen test of this year.', 'Certificates and test reports'],
    ['It has to work in the pit without a network.', 'Work without a network'],
    ['Every posting goes through their API.', 'Links to other systems'],
    ['All scans and logs in an open format when we leave.', 'Export, import and leaving with the data'],
    ['The steward must not see the rates.', 'Roles, permissions and who sees what'],
    ['Menus in Polish and Welsh.', 'Languages'],
  ])('%s → %s', (text, name) => expect(demands(must(text)).map((one) => one.name)).toEqual([name]))

  test.each([
    'A phone line round the clock, with somebody who picks up.',
    'Our counsel on the phone bills by the minute.',
    'I saw the screen, and a tutor is not a manager.',
    'Sign it by Friday, on the label of the box.',
    'The field has been like that for years.',
    'He read the report of the auditors twice.',
  ])('a stray word names nothing: %s', (text) => {
    expect(FEATURES.filter(([, words]) => words.test(text)).map(([name]) => name)).toEqual([])
  })

  test('what names no feature stands last, under no name of one', () => {
    const all = demands(
      must('Security: nobody outside of our group may reach the vault, and liability is twice the fee.'),
      must('It has to post to Ledgerly through the API.'),
    )
    expect(all.map(({ name }) => name).filter((name) => name !== OF_NO_KIND)).toEqual(['Links to other systems'])
    expect(all.findIndex(({ name }) => name === OF_NO_KIND)).not.toBe(0)
  })

  test('a wish is no must, whatever the tagger took it for', () => {
    expect(demands(must('Welsh menus in the app would be lovely, but we can live without.'))[0]?.force).toMatchObject({
      must: [],
      nice: ['Acme'],
    })
  })

  test.each([
    'The pen test she has read, no queries.',
    'Exports carry the tag since 20 April.',
    'The export was a super trial, every file came out.',
  ])('what is met is demanded no more: %s', (text) => {
    expect(demands(must(text))).toEqual([])
    expect(demands({ text, tag: 'objection', facets: { category: 'capability' } })).toEqual([])
  })
})
