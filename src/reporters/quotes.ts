/** Quotes that a search found: as a table, as markdown like that of the pages, as JSON. */
import type { Context } from '../context.ts'
import { escapeText } from '../render/escape.ts'
import type { Citation } from '../render/quote.ts'
import type { Evidence } from '../types.ts'
import { printable, printableJson } from './printable.ts'

export interface CitedEvidence {
  evidence: Evidence
  citation: Citation
  /** The block quote as a page would have it. */
  markdown: string
}

/** Name by id. */
type ThemeNames = ReadonlyMap<string, string>

/** Each quote with its source under it, in columns: whole sentences don't fit into a column. */
export function quotesAsText(found: readonly CitedEvidence[], names: ThemeNames, paint: Context['paint']): string {
  const sources = found.map(({ evidence, citation: { said, account, date, stage } }) =>
    [said, account, date, stage, evidence.statement.tag, nameOf(evidence, names)].map((cell) =>
      printable(cell).replace(/\s+/g, ' '),
    ),
  )
  const widths = [0, 1, 2, 3, 4, 5].map((at) => Math.max(0, ...sources.map((source) => (source[at] ?? '').length)))
  return found
    .map(({ evidence: { statement }, citation }, row) => {
      const columns = (sources[row] ?? []).map((cell, at) => cell.padEnd(widths[at] ?? 0)).join('  ')
      const place = printable(`${statement.file}:${statement.line}`)
      const words = printable(citation.words)
      return `${citation.noted ? `Noted: ${words}` : `“${words}”`}\n  ${paint.dim(`${columns}  ${place}`)}\n`
    })
    .join('')
}

/** Grouped by theme, the one with the best quote first. */
export function quotesAsMarkdown(found: readonly CitedEvidence[], names: ThemeNames): string {
  const groups = new Map<string, string[]>()
  for (const { evidence, markdown } of found) {
    const title = `${nameOf(evidence, names) || 'Of no theme'} (${evidence.statement.tag})`
    groups.set(title, [...(groups.get(title) ?? []), markdown])
  }
  return [...groups].map(([title, quotes]) => `### ${escapeText(title)}\n\n${quotes.join('\n\n')}\n`).join('\n')
}

/** Version 1; fields may be added, none changes its meaning. */
export function quotesAsJson(found: readonly CitedEvidence[], names: ThemeNames): string {
  const quotes = found.map(({ evidence: { statement, note }, citation }) => ({
    quote: citation.words,
    noted: citation.noted,
    said: citation.said,
    account: note.account === null ? null : citation.account,
    date: note.date,
    stage: note.stage,
    tag: statement.tag,
    facets: statement.facets,
    theme: statement.theme,
    themeName: names.get(statement.theme ?? '') ?? null,
    persona: statement.persona,
    role: statement.role,
    file: statement.file,
    line: statement.line,
    digest: statement.digest,
  }))
  return `${printableJson({ v: 1, quotes }, 2)}\n`
}

function nameOf({ statement: { theme } }: Evidence, names: ThemeNames): string {
  return theme === null ? '' : (names.get(theme) ?? theme)
}
