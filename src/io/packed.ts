/**
 * One analysed note as two short JSON texts: what pages rest on, and the other statements, which few commands ask for. Statements stand
 * in columns, and what is one of a few words is told for all such fields by one number: an archive is read in two thirds of the time, and
 * statements that say the same in their facets share them.
 */
import type { AnalyzedFile } from '../analyze/analyze.ts'
import { remembering } from '../remembering.ts'
import { conceptOf, recallConcept } from '../synthesize/concept-model.ts'
import { neededByPages } from '../synthesize/needed.ts'
import {
  BUYING_ROLES,
  FORCES,
  OBJECTION_CATEGORIES,
  SCOPES,
  SIDES,
  TAGS,
  type Amount,
  type Facets,
  type NoteRecord,
  type PersonRecord,
  type StatementRecord,
} from '../types.ts'
import type { Problem } from '../problems.ts'

/** Fields of statements, a value a statement in each; -1 among words is null. */
interface Columns {
  /** Speakers, headings and concepts, each once. */
  words: string[]
  /** Places among all statements of the note. */
  at: number[]
  line: number[]
  /** How many lines further a statement ends. */
  further: number[]
  text: string[]
  few: number[]
  confidence: number[]
  speaker: number[]
  heading: number[]
  digest: string[]
  /** What a signal is about, and how likely: to work that out again takes a good part of the time that pages take. */
  concept: number[]
  probability: number[]
  /** Of those statements that name a sum. */
  amounts: Record<number, Amount>
}

interface Needed {
  note: NoteRecord | null
  people: PersonRecord[]
  problems: Problem[]
  columns: Columns
}

export function pack({ analysis, problems }: AnalyzedFile): { needed: string; rest: string } {
  const statements = analysis?.statements ?? []
  const needed = new Set(analysis === null ? [] : neededByPages(analysis))
  const columns = (wanted: boolean) =>
    columnsOf([...statements.entries()].filter(([, statement]) => needed.has(statement) === wanted))
  const kept: Needed = {
    note: analysis?.note ?? null,
    people: analysis?.people ?? [],
    problems,
    columns: columns(true),
  }
  return { needed: JSON.stringify(kept), rest: JSON.stringify(columns(false)) }
}

/** What of a note stays in memory until the pages are made. */
export function slim(file: AnalyzedFile): AnalyzedFile {
  return unpack(pack(file).needed, null)
}

/** @param rest null where only what pages rest on is wanted */
export function unpack(needed: string, rest: string | null): AnalyzedFile {
  const kept = JSON.parse(needed) as Needed
  if (kept.note === null) return { analysis: null, problems: kept.problems }
  const first = statementsIn(kept.columns, kept.note.file)
  const others = rest === null ? [] : statementsIn(JSON.parse(rest) as Columns, kept.note.file)
  const all = others.length === 0 ? first : [...first, ...others].toSorted((a, b) => a.at - b.at)
  return {
    analysis: { note: kept.note, people: kept.people, statements: all.map(({ statement }) => statement) },
    problems: kept.problems,
  }
}

function columnsOf(statements: readonly [number, StatementRecord][]): Columns {
  const words = new Map<string, number>()
  const place = (word: string | null) => {
    if (word === null) return -1
    const known = words.get(word) ?? words.size
    words.set(word, known)
    return known
  }
  const all = statements.map(([, statement]) => statement)
  const guesses = all.map((statement) => (statement.tag === 'none' ? null : conceptOf(statement)))
  const columns: Omit<Columns, 'words'> = {
    at: statements.map(([at]) => at),
    line: all.map(({ line }) => line),
    further: all.map(({ line, endLine }) => endLine - line),
    text: all.map(({ text }) => text),
    few: all.map(fewOf),
    confidence: all.map(({ confidence }) => confidence),
    speaker: all.map(({ speaker }) => place(speaker)),
    heading: all.map(({ heading }) => place(heading)),
    digest: all.map(({ digest }) => digest),
    concept: guesses.map((guess) => place(guess?.concept ?? null)),
    probability: guesses.map((guess) => guess?.probability ?? 0),
    amounts: Object.fromEntries(all.flatMap(({ facets: { amount } }, at) => (amount ? [[at, amount]] : []))),
  }
  return { words: [...words.keys()], ...columns }
}

function statementsIn(columns: Columns, file: string): { at: number; statement: StatementRecord }[] {
  const word = (at: number) => columns.words[at] ?? null
  return columns.at.map((at, row) => {
    const few = fewIn(columns.few[row]!)
    const amount = columns.amounts[row]
    const statement: StatementRecord = {
      v: 1,
      kind: 'statement',
      file,
      line: columns.line[row]!,
      endLine: columns.line[row]! + columns.further[row]!,
      text: columns.text[row]!,
      tag: few.tag,
      confidence: columns.confidence[row]!,
      origin: few.origin,
      accepted: few.accepted,
      speaker: word(columns.speaker[row]!),
      side: few.side,
      role: few.role,
      persona: null,
      facets: amount === undefined ? few.facets : { ...few.facets, amount },
      theme: null,
      heading: word(columns.heading[row]!),
      digest: columns.digest[row]!,
      direct: few.direct,
      repeated: false,
    }
    const concept = word(columns.concept[row]!)
    if (few.tag !== 'none')
      recallConcept(statement, concept === null ? null : { concept, probability: columns.probability[row]! })
    return { at, statement }
  })
}

/** What a statement says in one of a few words; of the facets all but the sum. */
type Few = Pick<StatementRecord, 'tag' | 'origin' | 'accepted' | 'side' | 'direct' | 'role'> & { facets: Facets }

const ORIGINS = ['model', 'explicit', 'correction'] as const
const EITHER = [false, true] as const

/** The values of each field in the order in which they count. */
const VALUES = [
  TAGS,
  ORIGINS,
  EITHER,
  SIDES,
  EITHER,
  ['unknown', ...BUYING_ROLES],
  [undefined, ...SCOPES],
  [undefined, ...EITHER],
  [undefined, ...OBJECTION_CATEGORIES],
  [undefined, ...FORCES],
] as const satisfies readonly (readonly unknown[])[]

function fewOf({ tag, origin, accepted, side, direct, role, facets }: StatementRecord): number {
  const { scope, surface, category, force } = facets
  const told = [tag, origin, accepted, side, direct, role, scope, surface, category, force]
  return VALUES.reduce(
    (number, values, field) => number * values.length + (values as readonly unknown[]).indexOf(told[field]),
    0,
  )
}

/** By number: an archive says few things in so many ways. */
const fewIn = remembering((number: number): Few => {
  let left = number
  const told = VALUES.toReversed().map((values) => {
    const value = values[left % values.length]
    left = Math.floor(left / values.length)
    return value
  })
  const [tag, origin, accepted, side, direct, role, scope, surface, category, force] = told.toReversed()
  const facets = { scope, surface, category, force }
  const said = Object.fromEntries(Object.entries(facets).filter(([, value]) => value !== undefined))
  return { tag, origin, accepted, side, direct, role, facets: Object.freeze(said) } as Few
})
