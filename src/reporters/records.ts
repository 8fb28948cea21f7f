/** The records of `tag` and `people` as JSON: a line each, or one array. */
import type { NoteAnalysis, NoteRecord, PersonRecord, StatementRecord } from '../types.ts'
import { printableJson } from './printable.ts'

type AnyRecord = NoteRecord | PersonRecord | StatementRecord

/** Each note's record first, then its people, then its statements in text order (those that are no signal with `all` only). */
export function records(notes: readonly NoteAnalysis[], options: { all: boolean }): AnyRecord[] {
  return notes.flatMap(({ note, people, statements }) => [
    note,
    ...people,
    ...statements.filter((statement) => options.all || statement.tag !== 'none'),
  ])
}

export function writeRecords(
  list: readonly AnyRecord[],
  format: 'jsonl' | 'json',
  write: (text: string) => void,
): void {
  if (format === 'json') return write(`${printableJson(list, 2)}\n`)
  for (const record of list) write(`${printableJson(record)}\n`)
}
