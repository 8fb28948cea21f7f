import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { personas } from '../workbench.ts'
import { encoderTagger } from '../../src/tagging/encoder-tagger.ts'
import { explain } from '../../src/tagging/explain.ts'
import { FIXTURES, notesIn } from './samples.ts'

const weights = (name: string) => readFileSync(new URL(`../../src/tagging/${name}`, import.meta.url))
const tagger = encoderTagger(weights('linear.bin'), weights('encoder/kernel.wasm'), weights('encoder/encoder.bin'))
const inputs = (folder: string) =>
  notesIn(folder).map(({ note, people, statements }) => ({ statements, people, stage: note.stage }))

describe('the encoder tagger', () => {
  // A little under what MODEL-CARD.md states, so that a mended parser is no failure and a broken kernel is.
  test.each([
    ['B', 0.72],
    ['O', 0.73],
  ])('reaches its macro-F1 on dev set %s, and is right where it is accepted', async (set, least) => {
    const ran = await personas(join(FIXTURES, 'dev', set), ['eval', 'labels', '--format', 'json'])
    const { figures } = JSON.parse(ran.stdout) as { figures: { macroF1: number; acceptedPrecision: number } }
    expect(figures.macroF1).toBeGreaterThanOrEqual(least)
    expect(figures.acceptedPrecision).toBeGreaterThanOrEqual(0.9)
  })

  test('accepts next to nothing of talk that is no sale and that it was not trained on', async () => {
    const predictions = (await tagger.tag(inputs('no-sale'))).flatMap(({ statements }) => statements)
    const accepted = predictions.filter(({ tag, confidence }) => tag !== 'none' && confidence >= tagger.threshold)
    expect(predictions.length).toBeGreaterThan(250)
    expect(accepted.length / predictions.length).toBeLessThanOrEqual(0.03)
  })

  test('says of a note what it says of it alone, in any batch and order', async () => {
    const notes = inputs('dev/B/notes').slice(0, 6)
    const together = await tagger.tag(notes)
    expect((await tagger.tag(notes.toReversed())).toReversed()).toEqual(together)
    for (const [at, note] of notes.entries()) expect(await tagger.tag([note])).toEqual([together[at]])
  })

  test('says what moved a decision: without the doubt it would not be an objection', async () => {
    const [note] = inputs('dev/B/notes')
    if (!note) throw new Error('there is a note')
    const text = "I'm not convinced that a company of your size will still be there in five years."
    const doubt = { text, headings: ['Concerns'], side: 'customer' as const, explicit: null }
    const input = {
      ...note,
      statements: note.statements.map((statement, at) => (at === 0 ? { ...statement, ...doubt } : statement)),
    }
    const { prediction, reasons } = await explain(0, input, tagger)
    expect(prediction.tag).toBe('objection')
    expect(reasons.some(({ effect }) => effect > 0)).toBe(true)
  })

  test('weights that are cut off give a sentence', () => {
    const cut = weights('encoder/encoder.bin').subarray(0, 1_000_000)
    expect(() => encoderTagger(weights('linear.bin'), weights('encoder/kernel.wasm'), cut)).toThrow(
      'could not be loaded',
    )
  })
})
