/** One analysed note as two short JSON texts: what pages need, and the statements that are no signal, which few commands ask for. */
import type { AnalyzedFile } from '../analyze/analyze.ts'
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
  'role',
  'facets',
  'heading',
  'digest',
] as const satisfies (keyof StatementRecord)[]

type Row = StatementRecord[(typeof FIELDS)[number]][]

interface Signals {
  note: NoteRecord | null
  people: PersonRecord[]
  problems: Problem[]
  /** With their places among all statements of the note. */
  signals: [number, Row][]
}

export function pack({ analysis, problems }: AnalyzedFile): { signals: string; rest: string } {
  const rows = (analysis?.statements ?? []).map((statement, at): [number, Row] => [at, FIELDS.map((f) => statement[f])])
  const isSignal = ([at]: [number, Row]) => analysis?.statements[at]?.tag !== 'none'
  const kept: Signals = {
    note: analysis?.note ?? null,
    people: analysis?.people ?? [],
    problems,
    signals: rows.filter(isSignal),
  }
  return { signals: JSON.stringify(kept), rest: JSON.stringify(rows.filter((row) => !isSignal(row))) }
}

/** @param rest null where only signals are wanted */
export function unpack(signals: string, rest: string | null): AnalyzedFile {
  const kept = JSON.parse(signals) as Signals
  if (kept.note === null) return { analysis: null, problems: kept.problems }
  const { file } = kept.note
  const others = rest === null ? [] : (JSON.parse(rest) as [number, Row][])
  const rows = others.length === 0 ? kept.signals : [...kept.signals, ...others].toSorted(([a], [b]) => a - b)
  return {
    analysis: { note: kept.note, people: kept.people, statements: rows.map(([, row]) => statementOf(file, row)) },
    problems: kept.problems,
  }
}

function statementOf(file: string, row: Row): StatementRecord {
  const [line, endLine, text, tag, confidence, origin, accepted, speaker, side, role, facets, heading, digest] =
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
    repeated: false,
  }
}
