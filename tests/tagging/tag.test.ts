import { describe, expect, test } from 'vitest'
import { statementDigest, tag } from '../../src/analyze/tag.ts'
import { committedTagger, config, configOf, saying, statement, untagged } from './samples.ts'

const one = async (...args: Parameters<typeof tag>) => (await tag(...args))[0]!.statements[0]!

describe('tag', () => {
  test("a tag that somebody wrote wins over the model's, with certainty", async () => {
    const seen = await one([untagged([statement('It is slow.', { explicit: 'budget' })])], saying('job', 0.9), config)
    expect(seen).toMatchObject({ tag: 'budget', confidence: 1, origin: 'explicit', accepted: true, facets: {} })
  })

  test('a correction wins over a written tag, for its file and text only', async () => {
    const digest = statementDigest('It  is slow.')
    const note = untagged([statement('It is slow.', { explicit: 'budget' }), statement('It is dear.')])
    const [analysis] = await tag([note], saying('job', 0.9), config, [
      { v: 1, file: 'a.md', digest, tag: 'objection' },
      { v: 1, file: 'b.md', digest: statementDigest('It is dear.'), tag: 'none' },
    ])
    expect(analysis?.statements).toMatchObject([
      { tag: 'objection', origin: 'correction', confidence: 1 },
      { tag: 'job', origin: 'model', facets: { scope: 'business' } },
    ])
  })

  test("what the seller's side says is no signal, unless somebody tagged it", async () => {
    const said = [
      statement('We save you 40k.', { side: 'seller' }),
      statement('I want it.', { side: 'seller', explicit: 'job' }),
    ]
    const [analysis] = await tag([untagged(said)], saying('budget', 0.99), config)
    expect(analysis?.statements.map((s) => s.tag)).toEqual(['none', 'job'])
  })

  test('a statement under the threshold waits for review; the config may set another', async () => {
    const note = [untagged([statement('It is slow.')])]
    expect((await one(note, saying('job', 0.69), config)).accepted).toBe(false)
    expect((await one(note, saying('job', 0.7), config)).accepted).toBe(true)
    expect((await one(note, saying('job', 0.69), configOf({ threshold: 0.5 }))).accepted).toBe(true)
  })

  test('of a note in another language only tags that people wrote are accepted', async () => {
    const note = untagged([statement('Das ist zu teuer.'), statement('Zu teuer.', { explicit: 'objection' })], {
      language: 'de',
    })
    const [analysis] = await tag([note], saying('objection', 1), config)
    expect(analysis?.statements.map((s) => s.accepted)).toEqual([false, true])
  })

  test('a written tag gets its facets from the model', async () => {
    const text = 'They have 40k EUR set aside for it.'
    const seen = await one([untagged([statement(text, { explicit: 'budget' })])], committedTagger(), config)
    expect(seen.facets).toEqual({ amount: { min: 40_000, max: 40_000, currency: 'EUR', period: null } })
  })

  test('a written role stays and is certain; the speaker bears it', async () => {
    const note = untagged([statement('It is slow.', { speaker: 'Ann Lee', side: 'customer' })])
    note.people.push({
      v: 1,
      kind: 'person',
      file: 'a.md',
      name: 'Ann Lee',
      title: 'CFO',
      company: null,
      side: 'customer',
      role: 'saboteur',
      persona: null,
    })
    const [analysis] = await tag([note], committedTagger(), config)
    expect(analysis?.people[0]).toMatchObject({ role: 'saboteur', roleConfidence: 1 })
    expect(analysis?.statements[0]?.role).toBe('saboteur')
  })

  test('nothing gives nothing', async () => {
    expect(await tag([], committedTagger(), config)).toEqual([])
    expect(await tag([untagged([])], committedTagger(), config)).toMatchObject([{ statements: [] }])
  })
})
