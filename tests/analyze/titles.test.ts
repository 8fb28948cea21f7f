import fc from 'fast-check'
import { expect, test } from 'vitest'
import { plausibleTitle } from '../../src/analyze/titles.ts'

test.each([
  ['finance, from 9:15', 'finance'],
  ['consultant hired in by the bank', 'consultant'],
  ['consultant to Ilse, running the merger', 'consultant'],
  ['shift manager for Ilse', 'shift manager'],
  ['audit partner at Marn Torvane', 'audit partner'],
  ['who leads claims engineering', 'head of claims engineering'],
  ["who's the union rep", 'union rep'],
  ['compliance, he is also the privacy officer', 'compliance, privacy officer'],
  ['electrician, now also trainer', 'electrician, trainer'],
  ['plant manager / IM = Ilse Marn', 'plant manager'],
  ['owner J Marn', 'owner'],
  ['chair, runs a bakery', 'chair'],
  ['CISO: shredding at the plant', 'CISO'],
  ['works council', 'works council'],
  ['Director, Data Engineering', 'Director, Data Engineering'],
  ['Branch Manager, Marlby', 'Branch Manager, Marlby'],
  ['Head of Reads & Writes', 'Head of Reads & Writes'],
  ['fin dir, IT', 'fin dir, IT'],
])('of %j the title is kept', (written, title) => {
  expect(plausibleTitle(written)).toBe(title)
})

test.each([
  'does a stock-take for the audit committee',
  'put her head in',
  'works on Torvane',
  "Ilse's notes copied",
  'from the car, bad line',
  'two branches',
  'Is',
  'heads',
  'floor',
])('%j is no title', (written) => {
  expect(plausibleTitle(written)).toBeNull()
})

test('a title stays as it is when it is read again', () => {
  const words = fc.constantFrom(
    'head',
    'of',
    'IT',
    'who',
    'runs',
    'the',
    'CFO',
    ',',
    'and',
    'also',
    'was',
    '/',
    'Ilse',
    'for',
  )
  fc.assert(
    fc.property(fc.array(words, { maxLength: 8 }), (some) => {
      const title = plausibleTitle(some.join(' '))
      if (title !== null) expect(plausibleTitle(title)).toBe(title)
    }),
  )
})
