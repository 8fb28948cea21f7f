/** Two branches that both grew the codebook: it holds the themes of both. */
import { Lexer, isMap, isSeq, parseDocument } from 'yaml'
import { readConflicts, sideOf } from '../conflicts.ts'
import type { CodebookTheme } from '../types.ts'
import { parseCodebook, writeCodebook } from './codebook.ts'
import { unique } from './order.ts'

/**
 * @returns the codebook without conflicts: themes of either side, words of a theme that both have put together, of two names the
 * other one as an alias. As it is where one side can't be read, or has comments that would be lost.
 */
export function settleCodebook(text: string): string {
  if (!text.includes('<<<<<<<')) return text
  const segments = readConflicts(text)
  if (segments === null) return text
  const mine = sideOf(segments, 'ours')
  const [ours, theirs] = [parseCodebook(mine), parseCodebook(sideOf(segments, 'theirs'))]
  const comments = segments.flatMap((segment) => ('shared' in segment ? [] : segment.theirs)).filter(isComment)
  if ('error' in ours || 'error' in theirs || comments.some((line) => !mine.includes(line.trim()))) return text
  const known = new Map(ours.themes.map((theme) => [theme.id, theme]))
  if (theirs.themes.some(({ id, tag }) => known.has(id) && known.get(id)?.tag !== tag)) return text
  const longer = theirs.themes.flatMap((other) => {
    const own = known.get(other.id)
    const both = own === undefined ? null : together(own, other)
    return own === undefined || both === null ? [] : [both]
  })
  return writeCodebook(withWords(mine, longer), theirs.themes)
}

function isComment(line: string): boolean {
  // In a word or between quotation marks it is none, so the file format's own reader decides.
  return [...new Lexer().lex(line)].some((token) => token.startsWith('#'))
}

/** @returns the theme with the words of both; null where the other adds none */
function together(own: CodebookTheme, other: CodebookTheme): CodebookTheme | null {
  const names = other.name === own.name ? [] : [other.name]
  const aliases = unique([...own.aliases, ...other.aliases, ...names])
  const keywords = unique([...own.keywords, ...other.keywords])
  const more = aliases.length > own.aliases.length || keywords.length > own.keywords.length
  return more ? { ...own, aliases, keywords } : null
}

function withWords(text: string, themes: readonly CodebookTheme[]): string {
  if (themes.length === 0) return text
  const document = parseDocument(text)
  const list = document.get('themes')
  if (!isSeq(list)) return text
  for (const item of list.items) {
    const theme = isMap(item) ? themes.find(({ id }) => id === item.get('id')) : undefined
    if (!isMap(item) || theme === undefined) continue
    for (const words of ['aliases', 'keywords'] as const)
      if (theme[words].length > 0) item.set(words, document.createNode(theme[words]))
  }
  return document.toString({ lineWidth: 0, flowCollectionPadding: false })
}
