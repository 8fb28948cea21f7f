/**
 * What was written twice counts once: two notes of one call, and a thread pasted into two notes. Signals alone are compared, so that
 * pages can be computed from what `personas tag` prints, and the rest of a note need not stay in memory.
 */
import { problem, type Problem } from '../problems.ts'
import type { NoteAnalysis, StatementRecord } from '../types.ts'
import { byText, groupBy } from './order.ts'

/** Share of the signals of the note with fewer that the other note must say too for both to be of one call. */
const SAME_CALL = 0.5
/** Share of words that two statements must have in common to say the same. */
const SAME_WORDS = 0.75
/** Shorter statements ("too expensive") may well be said twice. */
const WORDS_OF_A_REPEAT = 4

/** What was said before: notes, with the note that each repeats, and statements. */
interface Repeats {
  calls: Map<NoteAnalysis, string>
  statements: Set<StatementRecord>
}

/** Marks doubled notes and repeated statements. Notes keep their order; a statement is written anew only where its mark changes. */
export function markRepeats(notes: readonly NoteAnalysis[]): { notes: NoteAnalysis[]; problems: Problem[] } {
  const repeats: Repeats = { calls: new Map(), statements: new Set() }
  const problems: Problem[] = []
  const inOrder = notes.toSorted(
    (a, b) => byText(a.note.date ?? '', b.note.date ?? '') || byText(a.note.file, b.note.file),
  )
  for (const [account, group] of groupBy(inOrder, ({ note }) => note.account)) {
    if (account === null || group.length === 1) continue
    for (const call of groupBy(group, ({ note }) => note.date).values())
      problems.push(...findDoubledCalls(call, repeats))
    findRepeatedStatements(group, repeats)
  }
  return { notes: notes.map((analysis) => marked(analysis, repeats)), problems }
}

/** @returns the note itself where nothing changes */
function marked(analysis: NoteAnalysis, repeats: Repeats): NoteAnalysis {
  const { note, statements } = analysis
  const duplicateOf = repeats.calls.get(analysis) ?? null
  const right = (statement: StatementRecord) => statement.repeated === repeats.statements.has(statement)
  if (note.duplicateOf === duplicateOf && statements.every(right)) return analysis
  return {
    ...analysis,
    note: { ...note, duplicateOf },
    statements: statements.map((one) => (right(one) ? one : { ...one, repeated: !one.repeated })),
  }
}

/** A note by its signals, each with its words. */
interface Said {
  analysis: NoteAnalysis
  signals: { statement: StatementRecord; words: Set<string> }[]
}

/** @param call notes of one account and day, in path order; the fuller of two notes of one call counts */
function findDoubledCalls(call: readonly NoteAnalysis[], repeats: Repeats): Problem[] {
  if (call.length < 2 || call[0]?.note.date === null) return []
  const problems: Problem[] = []
  const fullestFirst = call
    .map((analysis): Said => ({
      analysis,
      signals: signalsOf(analysis).map((statement) => ({ statement, words: wordsOf(statement) })),
    }))
    .toSorted((a, b) => b.signals.length - a.signals.length)
  for (const [index, later] of fullestFirst.entries()) {
    const { file } = later.analysis.note
    const original = fullestFirst
      .slice(0, index)
      .find((other) => !repeats.calls.has(other.analysis) && isSameCall(later, other))
    if (!original) continue
    const other = original.analysis.note.file
    repeats.calls.set(later.analysis, other)
    for (const { statement, words } of later.signals) if (isSaidIn(original, words)) repeats.statements.add(statement)
    problems.push(problem('note/duplicate', file, null, { other }))
  }
  return problems
}

function isSameCall(shorter: Said, longer: Said): boolean {
  const telling = shorter.signals.filter(({ words }) => words.size >= WORDS_OF_A_REPEAT)
  const shared = telling.filter(({ words }) => isSaidIn(longer, words))
  return telling.length > 0 && shared.length / telling.length >= SAME_CALL
}

function isSaidIn({ signals }: Said, words: ReadonlySet<string>): boolean {
  return signals.some((other) => overlap(words, other.words) >= SAME_WORDS)
}

/** @param notes of one account, oldest first */
function findRepeatedStatements(notes: readonly NoteAnalysis[], { statements }: Repeats): void {
  const seen = new Map<string, string>()
  for (const analysis of notes) {
    const { note } = analysis
    for (const statement of signalsOf(analysis)) {
      const first = seen.get(statement.digest)
      if (first !== undefined && first !== note.file && wordsOf(statement).size >= WORDS_OF_A_REPEAT)
        statements.add(statement)
      if (first === undefined) seen.set(statement.digest, note.file)
    }
  }
}

function signalsOf({ statements }: NoteAnalysis): StatementRecord[] {
  return statements.filter(({ tag }) => tag !== 'none')
}

function wordsOf({ text }: Pick<StatementRecord, 'text'>): Set<string> {
  return new Set(
    text
      .toLowerCase()
      .normalize('NFKD')
      .match(/[\p{L}\p{N}]+/gu) ?? [],
  )
}

function overlap(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  if (a.size === 0 || b.size === 0) return 0
  const [small, large] = a.size < b.size ? [a, b] : [b, a]
  let shared = 0
  for (const word of small) if (large.has(word)) shared += 1
  return (2 * shared) / (a.size + b.size)
}
