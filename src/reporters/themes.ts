/** The codebook for people and programs, and what an edit did to it. */
import type { Context } from '../context.ts'
import { escapeText } from '../render/escape.ts'
import type { CodebookTheme } from '../types.ts'
import { printable, printableJson } from './printable.ts'
import { tableAsMarkdown, tableAsText, type Table } from './table.ts'

type Counts = ReadonlyMap<string, { statements: number; accounts: number }> | null

export function themesAsText(themes: readonly CodebookTheme[], counts: Counts, paint: Context['paint']): string {
  return tableAsText(tableOf(themes, counts), paint)
}

export function themesAsMarkdown(themes: readonly CodebookTheme[], counts: Counts): string {
  return tableAsMarkdown(tableOf(themes, counts), escapeText)
}

/** Version 1; fields may be added, none changes its meaning. */
export function themesAsJson(themes: readonly CodebookTheme[], counts: Counts): string {
  const list = themes.map((theme) => ({
    ...theme,
    pinned: theme.pinned === true,
    ...(counts !== null && (counts.get(theme.id) ?? { statements: 0, accounts: 0 })),
  }))
  return `${printableJson({ v: 1, themes: list }, 2)}\n`
}

function tableOf(themes: readonly CodebookTheme[], counts: Counts): Table {
  const counted = counts === null ? [] : ['accounts', 'statements']
  return {
    head: ['id', 'name', 'tag', ...counted, 'pinned', 'also called', 'keywords'],
    rows: themes.map(({ id, name, tag, pinned, aliases, keywords }) => {
      const { accounts, statements } = counts?.get(id) ?? { accounts: 0, statements: 0 }
      const figures = counts === null ? [] : [String(accounts), String(statements)]
      return [id, name, tag, ...figures, pinned ? 'yes' : '', aliases.join(', '), keywords.join(', ')]
    }),
  }
}

export function themeSentence(theme: CodebookTheme, changed: boolean, path: string): string {
  if (!changed) return `Nothing changed in ${printable(path)}.\n`
  const words = [
    theme.aliases.length > 0 ? `also called ${theme.aliases.join(', ')}` : '',
    theme.keywords.length > 0 ? `found by ${theme.keywords.join(', ')}` : '',
    theme.pinned ? `pinned with ${theme.statements?.length ?? 0} statements` : '',
  ].filter((part) => part !== '')
  const more = words.length === 0 ? '' : `; ${words.join('; ')}`
  return printable(
    `${theme.id} in ${path} is now “${theme.name}” (${theme.tag})${more}.\nRun personas ingest on your notes to bring the pages up to date.\n`,
  )
}
