import type { CodebookTheme, NoteAnalysis, StatementRecord } from '../types.ts'

export function matchThemes(notes: readonly NoteAnalysis[], _codebook: readonly CodebookTheme[]): NoteAnalysis[] {
  return [...notes]
}

export function match(_statement: StatementRecord, _codebook: readonly CodebookTheme[]): string | null {
  return null
}
