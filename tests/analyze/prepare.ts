/** What the tests of this folder say about a note: its record, its people and its statements, in a few words. */
import { people } from '../../src/analyze/people.ts'
import { parse } from '../../src/analyze/parse.ts'
import { segment } from '../../src/analyze/segment.ts'
import { readConfig, type Config, type ConfigAsWritten } from '../../src/config.ts'
import type { Note, PersonRecord, Statement } from '../../src/types.ts'

export function config(written: ConfigAsWritten = {}): Config {
  const read = readConfig(written)
  if ('error' in read) throw new Error(read.error)
  return read.config
}

export interface Prepared {
  note: Note
  people: PersonRecord[]
  statements: Statement[]
  problems: string[]
}

export function prepare(text: string, path = 'notes/note.md', written: ConfigAsWritten = {}): Prepared {
  const used = config(written)
  const { note, problems } = parse({ path, text }, used)
  if (!note) throw new Error(`not read: ${problems.map((one) => one.rule).join(', ')}`)
  const known = people(note, used)
  return {
    note,
    people: known.records,
    statements: segment(note, known),
    problems: problems.map((one) => one.rule),
  }
}

/** `Maria Lopez: It is too dear.` per statement. */
export function said(text: string, written: ConfigAsWritten = {}): string[] {
  return prepare(text, 'notes/note.md', written).statements.map((one) => `${one.speaker ?? '?'}: ${one.text}`)
}

/** `Maria Lopez (CFO) customer` per person. */
export function listed(text: string, written: ConfigAsWritten = {}): string[] {
  return prepare(text, 'notes/note.md', written).people.map(
    (one) => `${one.name}${one.title === null ? '' : ` (${one.title})`} ${one.side}`,
  )
}
