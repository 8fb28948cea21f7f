/** One analysed note as two short JSON texts: what pages rest on, and the other statements, which few commands ask for. */
import type { AnalyzedFile } from '../analyze/analyze.ts'
import { neededByPages } from '../synthesize/needed.ts'
import type { NoteRecord, PersonRecord, StatementRecord } from '../types.ts'
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

type Row = StatementRecord[(typeof FIELDS)[number]][]

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
      needed.has(statement) === wanted ? [[at, FIELDS.map((f) => statement[f])]] : [],
    )
  const kept: Needed = {
    note: analysis?.note ?? null,
    people: analysis?.people ?? [],
    problems,
    rows: rows(true),
  }
  return { needed: JSON.stringify(kept), rest: JSON.stringify(rows(false)) }
}

/** @param rest null where only what pages rest on is wanted */
export function unpack(needed: string, rest: string | null): AnalyzedFile {
  const kept = JSON.parse(needed) as Needed
  if (kept.note === null) return { analysis: null, problems: kept.problems }
  const { file } = kept.note
  const others = rest === null ? [] : (JSON.parse(rest) as [number, Row][])
  const rows = others.length === 0 ? kept.rows : [...kept.rows, ...others].toSorted(([a], [b]) => a - b)
  return {
    analysis: { note: kept.note, people: kept.people, statements: rows.map(([, row]) => statementOf(file, row)) },
    problems: kept.problems,
  }
}

function statementOf(file: string, row: Row): StatementRecord {
  const [line, endLine, text, tag, confidence, origin, accepted, speaker, side, direct, role, facets, heading, digest] =
    row as never[]
  return {
    v: 1,
    kind: 'statement',
    file,
    line: line!,
    endLine: endLine!,
    text: text!,
    tag: tag!,
    confidence: confidence!,
    origin: origin!,
    accepted: accepted!,
    speaker: speaker!,
    side: side!,
    role: role!,
    persona: null,
    facets: facets!,
    theme: null,
    heading: heading!,
    digest: digest!,
    direct: direct!,
    repeated: false,
  }
}
