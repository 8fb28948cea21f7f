/**
 * What `personas tag --stdin jsonl` prints, a JSON object a line, and what `personas ingest --from-tags` takes: each note by itself, so that
 * other programs may tag an archive in parts, in any order, on any number of machines.
 */
import { z } from 'zod'
import type { AnalyzedFile } from './analyze/analyze.ts'
import { describe, isRule, problem, severity, type Problem } from './problems.ts'
import { neededByPages } from './synthesize/needed.ts'
import { BUYING_ROLES, FORCES, OBJECTION_CATEGORIES, SCOPES, SIDES, STAGES, TAGS } from './types.ts'
import type { NoteAnalysis, NoteRecord, PersonRecord, StatementRecord } from './types.ts'

const word = z.string()
const maybe = z.string().nullable()
const place = z.int().nonnegative()
const v = z.literal(1)

const noteSchema = z.object({
  v,
  kind: z.literal('note'),
  file: word,
  date: maybe,
  account: maybe,
  stage: z.enum(STAGES),
  outcome: z.enum(['won', 'lost', 'open']).nullable(),
  dealValue: z.object({ amount: z.number(), currency: maybe }).nullable(),
  industry: maybe,
  size: maybe,
  consent: z.boolean().nullable(),
  retention: maybe,
  language: word,
  digest: word,
  duplicateOf: maybe,
  /** What the analysis depended on beside the note. */
  stamp: word,
})

const personSchema = z.object({
  v,
  kind: z.literal('person'),
  file: word,
  name: word,
  title: maybe,
  company: maybe,
  side: z.enum(SIDES),
  role: z.enum([...BUYING_ROLES, 'unknown']),
  roleConfidence: z.number().optional(),
  persona: maybe,
  order: place,
})

const amountSchema = z.object({
  min: z.number().nullable(),
  max: z.number().nullable(),
  currency: maybe,
  period: z.enum(['year', 'month', 'quarter', 'week', 'day', 'hour', 'once']).nullable(),
  guess: z.literal(true).optional(),
})

const statementSchema = z.object({
  v,
  kind: z.literal('statement'),
  file: word,
  line: place,
  endLine: place,
  text: word,
  tag: z.enum(TAGS),
  confidence: z.number(),
  origin: z.enum(['model', 'explicit', 'correction']),
  accepted: z.boolean(),
  speaker: maybe,
  side: z.enum(SIDES),
  direct: z.boolean(),
  role: z.enum([...BUYING_ROLES, 'unknown']),
  persona: maybe,
  facets: z.object({
    scope: z.enum(SCOPES).optional(),
    surface: z.boolean().optional(),
    category: z.enum(OBJECTION_CATEGORIES).optional(),
    force: z.enum(FORCES).optional(),
    amount: amountSchema.optional(),
  }),
  theme: maybe,
  heading: maybe,
  digest: word,
  repeated: z.boolean(),
  order: place,
})

const problemSchema = z.object({
  v,
  kind: z.literal('problem'),
  rule: z.string().refine(isRule, 'no such rule'),
  file: word,
  line: z.int().positive().nullable(),
  values: z.record(z.string(), z.string()),
})

const recordSchema = z.discriminatedUnion('kind', [noteSchema, personSchema, statementSchema, problemSchema])
type LooseRecord = z.output<typeof recordSchema>

/** A note as it comes in. */
const inputSchema = z.object({ path: z.string().min(1), text: z.string() })

/** @param place number of the line, from 1 on */
export function parseInput(line: string, place: number): { path: string; text: string } | Problem {
  const read = parseJson(inputSchema, line)
  return 'reason' in read ? problem('stdin/invalid', 'stdin', place, read) : read.data
}

/**
 * @param stamp of the note's analysis
 * @param all statements, not those alone that pages rest on
 */
export function linesOfNote({ analysis, problems }: AnalyzedFile, stamp: string, all: boolean): string {
  const records: object[] = problems.map(problemRecord)
  if (analysis !== null) {
    records.push({ ...analysis.note, stamp }, ...analysis.people.map((person, order) => ({ ...person, order })))
    const told = new Set(all ? analysis.statements : neededByPages(analysis))
    for (const [order, statement] of analysis.statements.entries())
      if (told.has(statement)) records.push({ ...statement, order })
  }
  return records.map((record) => `${JSON.stringify(record)}\n`).join('')
}

/** A problem with its sentences, for whoever reads the stream without this program. */
function problemRecord(found: Problem): object {
  const { says, remedy } = describe(found)
  return { v: 1, kind: 'problem', ...found, severity: severity(found), message: says, remedy }
}

/** Puts notes together from records in any order; a record that comes twice counts once. */
export class Gathering {
  readonly #notes = new Map<string, { note: NoteRecord; stamp: string } | undefined>()
  readonly #people = new Map<string, Map<number, PersonRecord>>()
  readonly #statements = new Map<string, Map<number, StatementRecord>>()
  readonly #problems = new Map<string, Problem>()

  /**
   * @param file the record comes from, and its line or row there, from 1 on
   */
  add(line: string, file: string, place: number): void {
    const read = parseJson(recordSchema, line)
    if ('reason' in read) this.#keep(problem('tags/invalid', file, place, read))
    else this.#take(read.data)
  }

  /** @returns what came of each note, in the order of their paths, with the stamp of each */
  result(): { files: AnalyzedFile[]; stamps: Map<string, string>; problems: Problem[] } {
    const known = [...this.#notes].flatMap(([file, found]) => (found ? [{ file, ...found }] : []))
    const inOrder = known.toSorted((a, b) => (a.file < b.file ? -1 : 1))
    const orphans = [...this.#people.keys(), ...this.#statements.keys()].filter((file) => !this.#notes.has(file))
    for (const file of new Set(orphans)) this.#keep(problem('tags/incomplete', file))
    return {
      files: inOrder.map(({ file, note }) => ({ analysis: this.#analysisOf(file, note), problems: [] })),
      stamps: new Map(known.map(({ file, stamp }) => [file, stamp])),
      problems: [...this.#problems.values()],
    }
  }

  #analysisOf(file: string, note: NoteRecord): NoteAnalysis {
    return { note, people: inOrder(this.#people.get(file)), statements: inOrder(this.#statements.get(file)) }
  }

  #keep(found: Problem): void {
    this.#problems.set(JSON.stringify([found.rule, found.file, found.line, found.values]), found)
  }

  #take(record: LooseRecord): void {
    if (record.kind === 'note') {
      const { stamp, ...note } = record
      this.#notes.set(note.file, { note, stamp })
    } else if (record.kind === 'person') {
      const { order, roleConfidence, ...person } = record
      slot(this.#people, person.file).set(order, { ...person, ...(roleConfidence !== undefined && { roleConfidence }) })
    } else if (record.kind === 'statement') {
      const { order, ...statement } = record
      slot(this.#statements, statement.file).set(order, statement as StatementRecord)
    } else this.#keep(problem(record.rule, record.file, record.line, record.values))
  }
}

function slot<T>(all: Map<string, Map<number, T>>, file: string): Map<number, T> {
  const own = all.get(file) ?? new Map<number, T>()
  all.set(file, own)
  return own
}

function inOrder<T>(numbered: ReadonlyMap<number, T> | undefined): T[] {
  return [...(numbered ?? [])].toSorted(([a], [b]) => a - b).map(([, record]) => record)
}

function parseJson<T>(schema: z.ZodType<T>, line: string): { data: T } | { reason: string } {
  let value: unknown
  try {
    value = JSON.parse(line)
  } catch {
    return { reason: 'it is not JSON' }
  }
  const read = schema.safeParse(value)
  if (read.success) return { data: read.data }
  const [issue] = read.error.issues
  return { reason: `${issue?.path.join('.') || 'record'}: ${issue?.message ?? 'not valid'}` }
}
