import type { Config } from '../config.ts'
import type { Problem } from '../problems.ts'
import type { Note, SourceFile } from '../types.ts'

/** Reads one file into a note: its record, the people as written, its text as blocks with true lines. */
export function parse(_file: SourceFile, _config: Config): { note: Note | null; problems: Problem[] } {
  return { note: null, problems: [] }
}
