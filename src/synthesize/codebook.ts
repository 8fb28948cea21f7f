import type { CodebookTheme } from '../types.ts'

export function parseCodebook(_text: string): { themes: CodebookTheme[] } | { error: string } {
  return { themes: [] }
}

export function writeCodebook(text: string, _themes: readonly CodebookTheme[]): string {
  return text
}
