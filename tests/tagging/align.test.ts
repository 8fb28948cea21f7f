import { expect, test } from 'vitest'
import { align, parseLabels } from '../../src/evaluate/align.ts'
import { figures } from '../../src/evaluate/score.ts'

const gold = (line: number, text: string) => ({ line, text })
const seen = (line: number, text: string, endLine = line) => ({ line, endLine, text })

test('the same sentence is found though its line is one off and its cut a little other', () => {
  const other = seen(5, 'Marit: we pay too late, every month')
  expect(align([gold(4, 'we pay too late every month')], [other])[0]?.seen).toBe(other)
})

test('one statement answers for one label only, the more alike first', () => {
  const whole = seen(1, 'it is slow and it is dear')
  const pairs = align([gold(1, 'it is slow'), gold(1, 'it is slow and it is dear')], [whole])
  expect(pairs.map((pair) => pair.seen)).toEqual([null, whole])
})

test('equal sentences go to the nearer line', () => {
  const [first, second] = [seen(1, 'yes, exactly that'), seen(3, 'yes, exactly that')]
  const pairs = align([gold(3, 'yes, exactly that'), gold(1, 'yes, exactly that')], [first, second])
  expect(pairs.map((pair) => pair.seen)).toEqual([second, first])
})

test('what stands three lines away or shares few words is another sentence', () => {
  expect(align([gold(9, 'the price is high')], [seen(5, 'the price is high')])[0]?.seen).toBeNull()
  expect(align([gold(1, 'the price is high')], [seen(1, 'nobody likes the app there')])[0]?.seen).toBeNull()
})

test('labels may have blank lines; tags that are none of ours are dropped from also', () => {
  const labels = parseLabels('{"line":1,"text":"a","tag":"job","also":["budget","praise"]}\n\n')
  expect(labels).toEqual([{ line: 1, text: 'a', tag: 'job', also: ['budget'] }])
})

test('figures credit a tag that a reader would also accept', () => {
  const judged = [
    { gold: { tag: 'job', also: ['budget'] }, said: 'budget', accepted: true },
    { gold: { tag: 'job', also: [] }, said: 'objection', accepted: false },
    { gold: { tag: 'none', also: [] }, said: 'none', accepted: true },
  ] as const
  const all = figures(judged)
  expect(all.tags.budget).toMatchObject({ precision: 1, recall: 1, support: 1 })
  expect(all.tags.job).toMatchObject({ recall: 0, support: 1 })
  expect(all).toMatchObject({ acceptedPrecision: 1, coverage: 0.5, macroF1: 0.25 })
})
