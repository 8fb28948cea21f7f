import type { Config } from '../config.ts'
import type { Problem } from '../problems.ts'
import type { Evidence, NoteAnalysis } from '../types.ts'

export function attribute(notes: readonly NoteAnalysis[], _config: Config): { notes: NoteAnalysis[]; evidence: Evidence[]; problems: Problem[] } {
  return { notes: [...notes], evidence: [], problems: [] }
}
