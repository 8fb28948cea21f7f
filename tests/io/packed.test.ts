import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { AnalyzedFile } from '../../src/analyze/analyze.ts'
import { pack, unpack } from '../../src/io/packed.ts'
import { BUYING_ROLES, FORCES, OBJECTION_CATEGORIES, SCOPES, SIDES, TAGS } from '../../src/types.ts'
import type { Facets, StatementRecord } from '../../src/types.ts'
import { note, type Said } from '../synthesize/notes.ts'

const amount = fc.record({
  min: fc.option(fc.integer()),
  max: fc.option(fc.double({ noNaN: true, noDefaultInfinity: true })),
  currency: fc.option(fc.constantFrom('EUR', 'USD')),
  period: fc.option(fc.constantFrom('year', 'month', 'once')),
})
const facets = fc.record(
  {
    scope: fc.constantFrom(...SCOPES),
    surface: fc.boolean(),
    category: fc.constantFrom(...OBJECTION_CATEGORIES),
    force: fc.constantFrom(...FORCES),
    amount,
  },
  { requiredKeys: [] },
) as fc.Arbitrary<Facets>
const statement: fc.Arbitrary<Said> = fc.record({
  line: fc.nat(),
  endLine: fc.nat(),
  text: fc.string({ unit: 'binary' }),
  tag: fc.constantFrom(...TAGS),
  confidence: fc.double({ min: 0, max: 1, noNaN: true }),
  origin: fc.constantFrom('model', 'explicit', 'correction'),
  accepted: fc.boolean(),
  speaker: fc.option(fc.string({ unit: 'binary' }), { nil: null }),
  side: fc.constantFrom(...SIDES),
  direct: fc.boolean(),
  role: fc.constantFrom('unknown', ...BUYING_ROLES),
  facets,
  heading: fc.option(fc.constantFrom('Notes', '', '__proto__'), { nil: null }),
})

test('a note comes back as it was, to the byte that a command prints of it', () => {
  fc.assert(
    fc.property(fc.array(statement), (statements) => {
      const file: AnalyzedFile = { analysis: note('notes/a.md', {}, [{}], statements), problems: [] }
      const { needed, rest } = pack(file)
      expect(shown(unpack(needed, rest))).toBe(shown(file))
    }),
  )
})

/** As commands print it: facets in their order, the fields of a statement in that of its type. */
function shown({ analysis }: AnalyzedFile): string {
  const fields = (one: StatementRecord) => Object.entries(one).toSorted(([a], [b]) => (a < b ? -1 : 1))
  return JSON.stringify({ ...analysis, statements: analysis?.statements.map(fields) })
}

test('statements that share their facets can not change those of one another', () => {
  const [first, second] = unpack(
    pack({
      analysis: note(
        'notes/a.md',
        {},
        [{}],
        [
          { text: 'a', tag: 'job', facets: { scope: 'business' } },
          { text: 'b', tag: 'job', facets: { scope: 'business' } },
        ],
      ),
      problems: [],
    }).needed,
    null,
  ).analysis!.statements
  expect(() => {
    first!.facets.scope = 'personal'
  }).toThrow(TypeError)
  expect(second!.facets.scope).toBe('business')
})
