import { describe, expect, test } from 'vitest'
import { explain } from '../../src/tagging/explain.ts'
import type { TaggerInput } from '../../src/tagging/tagger.ts'
import type { Statement } from '../../src/types.ts'
import { committedTagger, statement } from './samples.ts'

const inputOf = (statements: Statement[]): TaggerInput => ({ statements, people: [], stage: 'discovery' })
const doubt = statement('He is not convinced that it will work for them.', { headings: ['Concerns'], side: 'customer' })

describe('explain', () => {
  test('names the heading and the words that moved the decision', async () => {
    const { prediction, ground, reasons } = await explain(0, inputOf([doubt]), committedTagger())
    expect([prediction.tag, ground]).toEqual(['objection', 'model'])
    expect(reasons.map((reason) => reason.part)).toContain('the heading "Concerns"')
    expect(reasons.some((reason) => /convinced/.test(reason.part) && reason.effect > 0)).toBe(true)
  })

  test('is honest: leaving the strongest part out moves the score by what it says', async () => {
    const { prediction, reasons } = await explain(0, inputOf([doubt]), committedTagger())
    const heading = reasons.find((reason) => reason.part.startsWith('the heading'))
    const [[without]] = (await committedTagger().tag([inputOf([{ ...doubt, headings: [] }])])) as [[typeof prediction]]
    expect(heading?.effect).toBeCloseTo(prediction.scores.objection - without.scores.objection, 3)
    expect(heading?.without).toBe(without.tag)
  })

  test('strongest first', async () => {
    const { reasons } = await explain(0, inputOf([doubt]), committedTagger())
    const sizes = reasons.map((reason) => Math.abs(reason.effect))
    expect(sizes).toEqual(sizes.toSorted((a, b) => b - a))
  })

  test('where a rule decided, it says so and gives no reasons', async () => {
    const written = await explain(0, inputOf([{ ...doubt, explicit: 'budget' }]), committedTagger())
    expect(written).toMatchObject({ ground: 'written', prediction: { tag: 'budget', confidence: 1 }, reasons: [] })
    const seller = await explain(0, inputOf([{ ...doubt, side: 'seller' }]), committedTagger())
    expect(seller).toMatchObject({ ground: 'seller', prediction: { tag: 'none' }, reasons: [] })
  })
})
