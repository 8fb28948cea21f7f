import { describe, expect, it } from 'vitest'
import { prepare } from './prepare.ts'

const sellers = (head: string): string[] =>
  prepare(`${head}\n\nThey plan by hand and it costs them a day each week.\n`)
    .people.filter(({ side }) => side === 'seller')
    .map(({ name }) => name)

describe('who wrote a note', () => {
  it.each([
    ['by a word about writing', 'Tolbrook Foods, demo, log by Martin Fell', 'Martin Fell'],
    ['by what he does', 'Martin, dictating in the car, Tolbrook Foods, 6 May.', 'Martin'],
    ['by the company he speaks for', 'Visit to Tolbrook Foods\n27/01/2026, Martin Fell for Zorvane', 'Martin Fell'],
    ['by the company in brackets', 'Tolbrook Foods, 15.01.2026, Martin Fell (Zorvane)', 'Martin Fell'],
    ['by the company after a comma', 'Tolbrook Foods\nBy: Martin Fell, Zorvane. Two hours on site.', 'Martin Fell'],
    ['before those he met', 'Tolbrook Foods. Martin Fell with Lucy Marsh (COO), Peter Ash (CFO).', 'Martin Fell'],
    ['by initial and surname', 'TOLBROOK FOODS / lost 5/22 / postmortem, M Fell', 'Fell'],
    ['by a first name at the end', '# Qualification sheet Tolbrook Foods, 3 Dec, Martin', 'Martin'],
    ['by initials between marks', 'Tolbrook Foods, demo 19/2 | LM | towels and linen', 'LM'],
    ['by initials in brackets', 'Tolbrook Foods: demo 12/03. Tables because nobody reads my prose (LN)', 'LN'],
    [
      'among colleagues, before a colon',
      '# Tolbrook Foods\n\nZorvane: Martin Fell. Council: Lucy Marsh (Planning), Peter Ash (appeals).',
      'Martin Fell',
    ],
  ])('is told %s', (_, head, name) => {
    expect(sellers(head)).toContain(name)
  })

  it.each([
    ['a customer with a title', 'Tolbrook Foods, visit. Martin F (owner), Lucy M (controller).'],
    ['a place with its state', 'Tolbrook Foods, Moline IL, call 3/4'],
    ['a verb or a greeting', 'Happy Monday, Tolbrook Foods\nSigned, sealed. Met them on Tuesday.'],
    ['people of a department', 'Tolbrook Foods. Attendees: Lucy Marsh (Labelling), Peter Ash (Validation)'],
  ])('is not %s', (_, head) => {
    expect(sellers(head)).toEqual([])
  })
})
