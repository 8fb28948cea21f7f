import { describe, expect, test } from 'vitest'
import { forceOf } from '../../src/synthesize/force.ts'
import { synthesize } from '../../src/synthesize/synthesize.ts'
import type { Force } from '../../src/types.ts'
import { config, note } from './notes.ts'

const cfo = [{ name: 'Maria Lopez', title: 'CFO' }]

function criteria(text: string, force: Force) {
  const said = { text, tag: 'criterion' as const, facets: { force } }
  return synthesize([note('1.md', {}, cfo, [said])], config(), []).personas[0]?.criteria
}

const conditions = (text: string, force: Force = 'must') =>
  criteria(text, force)?.conditions.flatMap(({ evidence }) => evidence.map(({ statement }) => statement.text))

describe('what the purchase is made to depend on', () => {
  test.each([
    'We only sign if the counter shows both depots.',
    'It has to post into Ledgerly, otherwise there is no point.',
    'Nobody here signs before the works agreement is through.',
    'Without a copy in our own safe we do not start.',
  ])('%s', (text) => expect(conditions(text)).toEqual([text]))

  test.each([
    'A dark screen would be lovely, but I can live without it.',
    "Welsh would be good if you build it, but she's not going to die on it.",
    "He'd be tickled if it sat in the mail but wouldn't go to the stake for it, not unless asked.",
    'If you add the kiln too, hahaha, no contract without it!',
    'If it can read the yellow slips we buy you a cake.',
    'Only if you have it: no rush.',
    "The map isn't a deal-breaker, nobody here would sign or not over it.",
  ])('not: %s', (text) => {
    expect(conditions(text)).toEqual([])
    expect(criteria(text, 'must')?.musts).toEqual([])
  })

  test('a wish that the tagger took for one is no condition, whatever words it has', () => {
    expect(conditions('Only if you build it, we would use the map.', 'nice')).toEqual([])
  })
})

describe('the force of a demand', () => {
  test('is that of the facet where the words do not take it back', () => {
    expect(forceOf({ text: 'It runs in the pit.', facets: { force: 'deal-breaker' } })).toBe('deal-breaker')
    expect(forceOf({ text: 'It runs in the pit.', facets: {} })).toBe('must')
  })

  test('is a wish where somebody wishes, and a must where a must stands beside the wish', () => {
    expect(forceOf({ text: 'A map would be nice.', facets: { force: 'must' } })).toBe('nice')
    expect(forceOf({ text: 'A map would be nice, but it has to post into Ledgerly.', facets: {} })).toBe('must')
  })

  test('a deal-breaker is taken back by the words that say so, and by no mere wish', () => {
    expect(forceOf({ text: "That's no deal-breaker for us.", facets: { force: 'deal-breaker' } })).toBe('nice')
    expect(forceOf({ text: 'It would be nice to see it work first.', facets: { force: 'deal-breaker' } })).toBe(
      'deal-breaker',
    )
  })
})
