/** Notes are outside input: whatever stands in them, nothing throws, hangs or is made up. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parse } from '../../src/analyze/parse.ts'
import { people } from '../../src/analyze/people.ts'
import { segment } from '../../src/analyze/segment.ts'
import { config } from './prepare.ts'

const used = config()
const PIECES = [
  'Maria',
  'Maria Lopez (CFO):',
  '**Tom:**',
  '- ',
  '  - ',
  '> ',
  '| a | b |\n|---|---|\n',
  '# ',
  'Q:',
  '[00:01]',
  '#objection',
  '(job)',
  '80k',
  'vs.',
  '...',
  '"',
  '“',
  '\n',
  '\n\n',
  '---\n',
  ' said ',
  'From: X',
  '```',
  '<v A>',
  '*',
  '_',
  '\t',
  '{',
  '\r',
  '\0',
  '\u2028',
  '😀',
  'she',
  ':',
  '&amp;',
  '\\',
  '1/2/2026',
  '+++',
  '---js\n',
]
const noteText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 300 }),
  fc
    .array(fc.oneof(fc.constantFrom(...PIECES), fc.lorem({ maxCount: 4 })), { maxLength: 60 })
    .map((all) => all.join('')),
)

function analyzed(text: string) {
  const { note } = parse({ path: 'notes/a.md', text }, used)
  if (note === null) return null
  const known = people(note, used)
  return { note, people: known.records, statements: segment(note, known) }
}

const letters = (text: string): string =>
  text
    .normalize('NFC')
    .replaceAll('&amp;', '')
    .replace(/[^\p{L}\p{N}]/gu, '')

describe('any text', () => {
  it('is read without a throw, twice the same', () => {
    fc.assert(
      fc.property(noteText, (text) => {
        expect(analyzed(text)).toEqual(analyzed(text))
      }),
      { numRuns: 1000, seed: 7 },
    )
  }, 240_000)

  it('gives statements that stand in the file at their lines', () => {
    fc.assert(
      fc.property(noteText, (text) => {
        const lines = text
          .replace(/^\uFEFF/, '')
          .replace(/\r\n?/g, '\n')
          .split('\n')
        for (const one of analyzed(text)?.statements ?? []) {
          expect(one.line).toBeGreaterThan(0)
          expect(one.endLine).toBeGreaterThanOrEqual(one.line)
          const near = lines.slice(one.line - 1, one.endLine).join(' ')
          expect(letters(near)).toContain(letters(one.text))
        }
      }),
      { numRuns: 1000, seed: 11 },
    )
  }, 240_000)

  it('gives each person once, and only speakers who are listed', () => {
    fc.assert(
      fc.property(noteText, (text) => {
        const found = analyzed(text)
        const names = found?.people.map((one) => one.name) ?? []
        expect(new Set(names).size).toBe(names.length)
        for (const one of found?.statements ?? []) if (one.speaker !== null) expect(names).toContain(one.speaker)
      }),
      { numRuns: 1000, seed: 13 },
    )
  }, 240_000)

  const long = (unit: string): string => unit.repeat(Math.ceil(20_000 / unit.length))
  it.each([
    'A',
    'Aa Bb ',
    '> ',
    '- ',
    '1. ',
    '[',
    '](',
    '*a ',
    '"',
    '. ',
    '...',
    '?!',
    'Maria: ',
    '[00:01] ',
    "Maria's ",
    'written by ',
    '<v a',
    '(',
    '&amp;',
  ])('takes no long time over %j', (unit) => {
    const begin = performance.now()
    analyzed(long(unit))
    expect(performance.now() - begin).toBeLessThan(8_000)
  })

  it('is not brought down by nesting', () => {
    expect(() => analyzed(`${'> '.repeat(5000)}deep`)).not.toThrow()
    expect(() =>
      analyzed(Array.from({ length: 200 }, (_, depth) => `${'  '.repeat(depth)}- a`).join('\n')),
    ).not.toThrow()
    expect(() => analyzed(`---\na: ${'['.repeat(5000)}\n---\nx`)).not.toThrow()
  })
})
