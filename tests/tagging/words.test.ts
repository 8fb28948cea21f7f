import { expect, test } from 'vitest'
import { numberWords } from '../../src/tagging/number-words.ts'
import { wordsOf } from '../../src/tagging/words.ts'

const forms = (text: string) => wordsOf(text).map((word) => word.form)

test('words are lower case, apostrophes straight, numbers a shape', () => {
  expect(forms('It’s 80,000 or 250k by 2026, at 10:30?')).toEqual([
    "it's",
    '#5',
    'or',
    '#3k',
    'by',
    '#year',
    'at',
    '#time',
    '?',
  ])
  expect(forms('')).toEqual([])
})

test('a negation reaches to the end of its clause, four words at most', () => {
  const negated = (text: string) => wordsOf(text).flatMap((word) => (word.negated ? [word.form] : []))
  expect(negated('price is not the problem, trust is')).toEqual(['the', 'problem'])
  expect(negated('nobody ever wanted to do this job here')).toEqual(['ever', 'wanted', 'to', 'do'])
})

test.each([
  ['sixty five', 65, 2],
  ['eleven hundred', 1100, 2],
  ['a hundred and twenty thousand', 120, 4],
  ['one ninety', 190, 2],
  ['two and a half million', 2.5, 4],
  ['half a million', 0.5, 2],
])('%s is a number', (text, value, length) => {
  expect(numberWords(text.split(' '), 0)).toEqual({ value, length })
})

test('a word that is no number is none', () => {
  expect(numberWords(['none'], 0)).toBeNull()
  expect(numberWords([], 0)).toBeNull()
})
