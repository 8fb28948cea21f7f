import type { Config } from '../config.ts'
import type { CodebookTheme, NoteAnalysis, Synthesis } from '../types.ts'

export function synthesize(notes: readonly NoteAnalysis[], _config: Config, codebook: readonly CodebookTheme[]): Synthesis {
  return { notes: [...notes], personas: [], themes: [], codebook: [...codebook], waiting: 0, unattributed: [], problems: [] }
}
