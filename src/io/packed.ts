/** One analysed note as two short JSON texts: what pages rest on, and the other statements, which few commands ask for. */
import type { AnalyzedFile } from '../analyze/analyze.ts'
import { conceptOf, recallConcept, type Guess } from '../synthesize/concept-model.ts'
import { neededByPages } from '../synthesize/needed.ts'
import type { Facets, NoteRecord, PersonRecord, StatementRecord } from '../types.ts'
import type { Problem } from '../problems.ts'

/** The fields that a statement does not share with its note, in the order in which they are kept. */
const FIELDS = [
  'line',
  'endLine',
  'text',
  'tag',
  'confidence',
  'origin',
  'accepted',
  'speaker',
  'side',
  'direct',
  'role',
  'facets',
  'heading',
  'digest',
] as const satisfies (keyof StatementRecord)[]

/** The fields, and behind those of a signal what it is about: to work that out again takes a fifth of the time that pages take. */
type Row = (StatementRecord[(typeof FIELDS)[number]] | Guess | null)[]

interface Needed {
  note: NoteRecord | null
  people: PersonRecord[]
  problems: Problem[]
  /** With their places among all statements of the note. */
  rows: [number, Row][]
}

export function pack({ analysis, problems }: AnalyzedFile): { needed: string; rest: string } {
  const statements = analysis?.statements ?? []
  const needed = new Set(analysis === null ? [] : neededByPages(analysis))
  const rows = (wanted: boolean) =>
    statements.flatMap((statement, at): [number, Row][] =>
      needed.has(statement) === wanted ? [[at, rowOf(statement)]] : [],
    )
  const kept: Needed = {
    note: analysis?.note ?? null,
    people: analysis?.people ?? [],
    problems,
    rows: rows(true),
  }
  return { needed: JSON.stringify(kept), rest: JSON.stringify(rows(false)) }
}

function rowOf(statement: StatementRecord): Row {
  const fields = FIELDS.map((field) => statement[field])
  return statement.tag === 'none' ? fields : [...fields, conceptOf(statement)]
}

/** What of a note stays in memory until the pages are made. */
export function slim(file: AnalyzedFile): AnalyzedFile {
  return unpack(pack(file).needed, null)
}

/** @param rest null where only what pages rest on is wanted */
export function unpack(needed: string, rest: string | null): AnalyzedFile {
  const kept = JSON.parse(needed) as Needed
  if (kept.note === null) return { analysis: null, problems: kept.problems }
  const { file } = kept.note
  const once = sharing()
  const others = rest === null ? [] : (JSON.parse(rest) as [number, Row][])
  const rows = others.length === 0 ? kept.rows : [...kept.rows, ...others].toSorted(([a], [b]) => a - b)
  return {
    analysis: { note: kept.note, people: kept.people, statements: rows.map(([, row]) => statementOf(file, row, once)) },
    problems: kept.problems,
  }
}

/**
 * What is read from JSON has a string of its own for every speaker, heading, side and tag; over an archive that is more than what was said.
 * @returns the same string for equal ones
 */
function sharing(): <T extends string | null>(text: T) => T {
  const known = new Map<unknown, unknown>()
  return <T extends string | null>(text: T) => {
    const first = known.get(text)
    if (first !== undefined) return first as T
    known.set(text, text)
    return text
  }
}

/** Of all notes: tags, sides, roles and what facets say are a few words. */
const word = sharing()

function shareWords(facets: Facets): Facets {
  const { scope, category, force } = facets
  if (scope) facets.scope = word(scope)
  if (category) facets.category = word(category)
  if (force) facets.force = word(force)
  return facets
}

function statementOf(file: string, row: Row, once: ReturnType<typeof sharing>): StatementRecord {
  const [line, endLine, text, tag, confidence, origin, accepted, speaker, side, direct, role, facets, heading, digest] =
    row as never[]
  const guess = row[FIELDS.length] as Guess | null | undefined
  const statement: StatementRecord = {
    v: 1,
    kind: 'statement',
    file,
    line: line!,
    endLine: endLine!,
    text: text!,
    tag: word(tag!),
    confidence: confidence!,
    origin: word(origin!),
    accepted: accepted!,
    speaker: once(speaker!),
    side: word(side!),
    role: word(role!),
    persona: null,
    facets: shareWords(facets!),
    theme: null,
    heading: once(heading!),
    digest: digest!,
    direct: direct!,
    repeated: false,
  }
  if (guess !== undefined) recallConcept(statement, guess)
  return statement
}
