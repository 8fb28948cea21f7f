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
    if (account === null) continue
    for (const call of groupBy(group, ({ note }) => note.date).values())
      problems.push(...findDoubledCalls(call, repeats))
    findRepeatedStatements(group, repeats)
  }
  return { notes: notes.map((analysis) => marked(analysis, repeats)), problems }
}

function marked(analysis: NoteAnalysis, { calls, statements }: Repeats): NoteAnalysis {
  return {
    ...analysis,
    note: { ...analysis.note, duplicateOf: calls.get(analysis) ?? null },
    statements: analysis.statements.map((statement) => {
      const repeated = statements.has(statement)
      return statement.repeated === repeated ? statement : { ...statement, repeated }
    }),
  }
}

/** @param call notes of one account and day, in path order; the fuller of two notes of one call counts */
function findDoubledCalls(call: readonly NoteAnalysis[], repeats: Repeats): Problem[] {
  if (call.length < 2 || call[0]?.note.date === null) return []
  const problems: Problem[] = []
  const fullestFirst = call.toSorted(
    (a, b) => signalsOf(b).length - signalsOf(a).length || byText(a.note.file, b.note.file),
  )
  for (const [index, later] of fullestFirst.entries()) {
    const original = fullestFirst.slice(0, index).find((other) => !repeats.calls.has(other) && isSameCall(later, other))
    if (!original) continue
    repeats.calls.set(later, original.note.file)
    const said = signalsOf(original).map(bagOf)
    for (const statement of signalsOf(later))
      if (said.some((bag) => overlap(bag, bagOf(statement)) >= SAME_WORDS)) repeats.statements.add(statement)
    problems.push(problem('note/duplicate', later.note.file, null, { other: original.note.file }))
  }
  return problems
}

function isSameCall(shorter: NoteAnalysis, longer: NoteAnalysis): boolean {
  const bags = signalsOf(shorter)
    .map(bagOf)
    .filter((bag) => bag.size >= WORDS_OF_A_REPEAT)
  const others = signalsOf(longer).map(bagOf)
  const shared = bags.filter((bag) => others.some((other) => overlap(bag, other) >= SAME_WORDS))
  return bags.length > 0 && shared.length / bags.length >= SAME_CALL
}

/** @param notes of one account, oldest first */
function findRepeatedStatements(notes: readonly NoteAnalysis[], { statements }: Repeats): void {
  const seen = new Map<string, string>()
  for (const analysis of notes) {
    const { note } = analysis
    for (const statement of signalsOf(analysis)) {
      const first = seen.get(statement.digest)
      if (first !== undefined && first !== note.file && bagOf(statement).size >= WORDS_OF_A_REPEAT)
        statements.add(statement)
      if (first === undefined) seen.set(statement.digest, note.file)
    }
  }
}

function signalsOf({ statements }: NoteAnalysis): StatementRecord[] {
  return statements.filter(({ tag }) => tag !== 'none')
}

function bagOf({ text }: Pick<StatementRecord, 'text'>): Set<string> {
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
