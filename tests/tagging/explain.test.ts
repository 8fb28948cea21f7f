import { describe, expect, test } from 'vitest'
import { explain } from '../../src/tagging/explain.ts'
import type { TaggerInput } from '../../src/tagging/tagger.ts'
import type { Statement } from '../../src/types.ts'
import { committedTagger, statement } from './samples.ts'

const AT = 3
const doubt = statement('He is not convinced that it will work for them.', { headings: ['Concerns'], side: 'customer' })
/** A short note with the statement in its midst: a model that knows context would wonder at a sentence alone. */
const inputOf = (own: Statement): TaggerInput => ({
  statements: [
    statement('Call with Hallmann, 40 minutes.'),
    statement('They have 120 machines on three sites.', { headings: ['Who they are'] }),
    statement('The last vendor left them alone after the rollout.', { headings: ['Concerns'], side: 'customer' }),
    own,
    statement('We send the deck on Monday.', { headings: ['Next steps'], side: 'seller' }),
  ],
  people: [],
  stage: 'discovery',
})

describe('explain', () => {
  test('names the heading and the words that moved the decision', async () => {
    const { prediction, ground, reasons } = await explain(AT, inputOf(doubt), committedTagger())
    expect([prediction.tag, ground]).toEqual(['objection', 'model'])
    expect(reasons.map((reason) => reason.part)).toContain('the heading "Concerns"')
    expect(reasons.some((reason) => /convinced/.test(reason.part) && reason.effect > 0)).toBe(true)
  })

  test('is honest: leaving the strongest part out moves the score by what it says', async () => {
    const { prediction, reasons } = await explain(AT, inputOf(doubt), committedTagger())
    const heading = reasons.find((reason) => reason.part.startsWith('the heading'))
    const without = (await committedTagger().tag([inputOf({ ...doubt, headings: [] })]))[0]?.statements[AT]
    expect(heading?.effect).toBeCloseTo(prediction.scores.objection - (without?.scores.objection ?? 0), 3)
    expect(heading?.without).toBe(without?.tag)
  })

  test('strongest first', async () => {
    const { reasons } = await explain(AT, inputOf(doubt), committedTagger())
    const sizes = reasons.map((reason) => Math.abs(reason.effect))
    expect(sizes).toEqual(sizes.toSorted((a, b) => b - a))
  })

  test('where a rule decided, it says so and gives no reasons', async () => {
    const written = await explain(AT, inputOf({ ...doubt, explicit: 'budget' }), committedTagger())
    expect(written).toMatchObject({ ground: 'written', prediction: { tag: 'budget', confidence: 1 }, reasons: [] })
    const seller = await explain(AT, inputOf({ ...doubt, side: 'seller' }), committedTagger())
    expect(seller).toMatchObject({ ground: 'seller', prediction: { tag: 'none' }, reasons: [] })
  })
})
