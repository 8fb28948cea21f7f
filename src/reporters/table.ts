/** A table for a terminal or as markdown. Its cells are text of notes and people, made safe here. */
import type { Context } from '../context.ts'
import { printable } from './printable.ts'

export interface Table {
  head: string[]
  rows: string[][]
}

export function tableAsText({ head, rows }: Table, paint: Context['paint']): string {
  const cells = rows.map((row) => row.map((cell) => printable(cell).replace(/\s+/g, ' ')))
  const widths = head.map((_, at) => Math.max(...[head, ...cells].map((row) => (row[at] ?? '').length)))
  const line = (row: string[]) =>
    row
      .map((cell, at) => cell.padEnd(widths[at] ?? 0))
      .join('  ')
      .trimEnd()
  return [paint.dim(line(head)), ...cells.map(line), ''].join('\n')
}

/** @param escape makes a cell safe to stand in a line of markdown */
export function tableAsMarkdown({ head, rows }: Table, escape: (text: string) => string): string {
  const line = (cells: string[]) => `| ${cells.join(' | ')} |`
  return [line(head), line(head.map(() => '---')), ...rows.map((row) => line(row.map(escape))), ''].join('\n')
}
