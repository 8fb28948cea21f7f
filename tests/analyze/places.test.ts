import { expect, it } from 'vitest'
import { prepare } from './prepare.ts'

it('takes no place for a speaker, unless somebody of that name speaks', () => {
  const said = (text: string) => prepare(text).people.map(({ name }) => name)
  expect(said('Lucy Marsh (COO) said so. Denver wants it, Denver told us, and Denver signs.\n')).toEqual(['Lucy Marsh'])
  expect(said('Denver: It hurts.\nLucy: It does.\nDenver: Every day.\nLucy: Yes.\n')).toContain('Denver')
})
