import { describe, expect, test } from 'vitest'
import { agreement } from '../src/evaluate/agreement.ts'
import { calibration } from '../src/evaluate/calibration.ts'
import type { Tag } from '../src/types.ts'
import { folder, personas } from './workbench.ts'

const label = (line: number, text: string, tag: Tag, also: Tag[] = []) =>
  JSON.stringify({ line, text, tag, also, speaker: null, theme: null })
const NOTE = `2026-03-02 Hallmann, with Katrin Vogt (CFO)

- It is too dear for what it does. #objection
- We have 80,000 for it. #budget
- The weather was nice. #none
`

describe('agreement', () => {
  test("is Cohen's kappa: the textbook table of 20, 5, 10 and 15 gives 0.4", () => {
    const times = (count: number, first: Tag, second: Tag) =>
      Array.from({ length: count }, () => [first, second] as const)
    const pairs = [
      ...times(20, 'job', 'job'),
      ...times(5, 'job', 'none'),
      ...times(10, 'none', 'job'),
      ...times(15, 'none', 'none'),
    ]
    expect(agreement(pairs).kappa).toBeCloseTo(0.4)
  })

  test('readers who always say the same one thing agree', () => {
    expect(agreement([['none', 'none']])).toMatchObject({ kappa: 1, observed: 1 })
  })
})

describe('calibration', () => {
  test('is the distance between what is said and what is right', () => {
    const said = (confidence: number, right: boolean) => ({ confidence, right })
    const { error, bins } = calibration([said(0.9, true), said(0.9, false), said(1, true), said(0.1, false)])
    expect(bins.map((bin) => [bin.from, bin.of])).toEqual([
      [0.1, 1],
      [0.9, 3],
    ])
    expect(error).toBeCloseTo((3 * Math.abs(2.8 / 3 - 2 / 3) + 0.1) / 4)
  })
})

describe('personas eval', () => {
  const repo = () =>
    folder({
      'notes/a.md': NOTE,
      'labels/a.jsonl': [
        label(3, 'It is too dear for what it does.', 'objection'),
        label(4, 'We have 80,000 for it.', 'budget'),
        label(5, 'The weather was nice.', 'job'),
      ].join('\n'),
      'kim/a.jsonl': [
        label(3, 'It is too dear for what it does.', 'objection'),
        label(4, 'We have 80,000 for it.', 'criterion'),
        label(5, 'The weather was nice.', 'job'),
      ].join('\n'),
    })

  test('counts per tag, names the errors with their place, and says how far two people agree', async () => {
    const ran = await personas(repo(), ['eval', 'labels', '--second', 'kim', '--format', 'json'])
    expect(ran.code).toBe(0)
    const read = JSON.parse(ran.stdout)
    expect(read).toMatchObject({ v: 1, notes: 1, statements: 3, matched: 1 })
    expect(read.figures.tags.objection).toMatchObject({ precision: 1, recall: 1, support: 1 })
    expect(read.misses).toEqual([expect.objectContaining({ file: 'notes/a.md', line: 5, gold: 'job', said: 'none' })])
    expect(read.agreement).toMatchObject({ of: 3, observed: 2 / 3 })
  })

  test('exits with 1 under the macro-F1 asked for, and says so', async () => {
    const ran = await personas(repo(), ['eval', 'labels', '--min-f1', '0.9'])
    expect(ran.code).toBe(1)
    expect(ran.stderr).toContain('under the 0.9 asked for')
    expect((await personas(repo(), ['eval', 'labels', '--min-f1', '0.4'])).code).toBe(0)
  })

  test('as markdown, a statement can not break the table', async () => {
    const home = folder({
      'notes/a.md': '- a | b is our goal #none\n',
      'labels/a.jsonl': label(1, 'a | b is our goal', 'job'),
    })
    expect((await personas(home, ['eval', 'labels', '--format', 'markdown'])).stdout).toContain(
      '| a \\| b is our goal |',
    )
  })

  test.each([
    ['nowhere', 'nowhere could not be read: it does not exist.'],
    ['notes', 'No labels were found in notes.'],
  ])('%s: a sentence and exit 2', async (labels, says) => {
    const ran = await personas(repo(), ['eval', labels])
    expect(ran).toMatchObject({ code: 2, stdout: '' })
    expect(ran.stderr).toContain(says)
  })

  test('a label that is none is named with its line', async () => {
    const home = folder({ 'notes/a.md': NOTE, 'labels/a.jsonl': '\n{"line":3,"text":"x","tag":"foo"}\n' })
    const ran = await personas(home, ['eval', 'labels'])
    expect(ran).toMatchObject({ code: 2, stdout: '' })
    expect(ran.stderr).toContain('line 2 is no label')
  })
})
