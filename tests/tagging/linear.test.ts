import { readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { tag } from '../../src/analyze/tag.ts'
import { align, parseLabels } from '../../src/evaluate/align.ts'
import { figures, type Figures } from '../../src/evaluate/score.ts'
import { linearTagger } from '../../src/tagging/linear.ts'
import { decodeModel, encodeModel } from '../../src/tagging/weights.ts'
import { FIXTURES, committedTagger, config, notesIn } from './samples.ts'

/** Figures of the committed weights on a set that they were not trained on. */
async function figuresOf(set: string): Promise<Figures> {
  const analyses = await tag(notesIn(`dev/${set}/notes`), committedTagger(), config)
  const judged = analyses.flatMap(({ note, statements }) => {
    const labels = readFileSync(
      join(FIXTURES, `dev/${set}/labels`, basename(note.file).replace(/\.md$/, '.jsonl')),
      'utf8',
    )
    return align(parseLabels(labels), statements).map(({ gold, seen }) => ({
      gold,
      said: seen?.tag ?? 'none',
      accepted: seen?.accepted ?? false,
    }))
  })
  return figures(judged)
}

describe('the committed model', () => {
  // A little under what MODEL-CARD.md states, so that a mended parser is no failure and a broken feature is.
  test.each([
    ['B', 0.68],
    ['O', 0.7],
  ])('reaches its macro-F1 on dev set %s', async (set, least) => {
    const { macroF1, acceptedPrecision } = await figuresOf(set)
    expect(macroF1).toBeGreaterThanOrEqual(least)
    expect(acceptedPrecision).toBeGreaterThanOrEqual(0.9)
  })

  test('accepts next to nothing of talk that is no sale', async () => {
    const statements = (await tag(notesIn('training/talk/notes'), committedTagger(), config)).flatMap(
      (note) => note.statements,
    )
    const accepted = statements.filter((seen) => seen.accepted && seen.tag !== 'none')
    expect(accepted.length / statements.length).toBeLessThanOrEqual(0.03)
  })

  test('says of a note what it says of it alone, in any batch and order', async () => {
    const notes = notesIn('dev/B/notes').map(({ note, people, statements }) => ({
      statements,
      people,
      stage: note.stage,
    }))
    const together = await committedTagger().tag(notes)
    const backwards = (await committedTagger().tag(notes.toReversed())).toReversed()
    expect(backwards).toEqual(together)
    for (const [at, note] of notes.entries()) expect(await committedTagger().tag([note])).toEqual([together[at]])
  })

  test('gives confidence between 0 and 1 in three digits, and scores that add up to 1', async () => {
    const [note] = notesIn('dev/B/notes').map(({ note, people, statements }) => ({
      statements,
      people,
      stage: note.stage,
    }))
    for (const { confidence, scores } of (await committedTagger().tag([note!]))[0]!.statements) {
      expect(confidence).toBeGreaterThan(0)
      expect(confidence).toBeLessThanOrEqual(1)
      expect(confidence).toBe(Math.round(confidence * 1000) / 1000)
      expect(Object.values(scores).reduce((a, b) => a + b)).toBeCloseTo(1)
    }
  })
})

describe('the model file', () => {
  const bytes = readFileSync(new URL('../../src/tagging/linear.bin', import.meta.url))
  const spoilt = (change: (copy: Buffer) => Buffer) => () => linearTagger(change(Buffer.from(bytes)))

  test('of another version, cut off, or none at all is refused with a sentence', () => {
    expect(spoilt((copy) => (copy.writeUInt32LE(99, 4), copy))).toThrow(
      /linear\.bin could not be loaded: it is of version 99, this program needs version \d+\./,
    )
    expect(spoilt((copy) => copy.subarray(0, copy.length - 1))).toThrow('it is cut off')
    expect(spoilt(() => Buffer.from('hello'))).toThrow('it is not a file of weights')
    expect(spoilt((copy) => (copy.writeUInt8(0, 12), copy))).toThrow('its header can not be read')
  })

  test('read and written again is the same, byte for byte', () => {
    expect(Buffer.from(encodeModel(decodeModel(bytes))).equals(bytes)).toBe(true)
  })

  test('is small enough to carry', () => {
    expect(bytes.length).toBeLessThanOrEqual(3e6)
  })
})
