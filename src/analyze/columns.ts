/** Tables of a note: which column says who speaks, and which is ours. */
import type { Knows } from './dialogue.ts'
import { joined, type Piece } from './markdown.ts'

/** A table's column of people, by its index, and who stands in it on each line. */
export interface Speakers {
  column: number | null
  /** The first column that holds text beside the people's. */
  first: number | null
  byLine: ReadonlyMap<number, string>
}

/** @returns the speakers of every table, by the table's index */
export function speakersOfTables(pieces: readonly Piece[], knows: Knows): Map<number, Speakers> {
  const tables = new Map<number, Piece[]>()
  for (const piece of pieces) {
    if (!piece.cell) continue
    const cells = tables.get(piece.cell.table)
    if (cells) cells.push(piece)
    else tables.set(piece.cell.table, [piece])
  }
  return new Map([...tables].map(([index, cells]) => [index, speakersOf(cells, knows)]))
}

function speakersOf(cells: readonly Piece[], knows: Knows): Speakers {
  const column = whoColumn(cells, knows)
  const byLine = new Map<number, string>()
  for (const piece of cells)
    if (column !== null && piece.cell?.column === column) byLine.set(piece.rows[0]?.line ?? 0, joined(piece.rows))
  const others = cells.flatMap(({ cell }) => (cell && cell.column !== column ? [cell.column] : []))
  return { column, first: others.length === 0 ? null : Math.min(...others), byLine }
}

/** Headers over the customer's words as well as over ours. */
const EITHER = /^(?:comments?|remarks?|anmerkung|notes?|answer|response|reply|status)$/iu

/** @param first whether it is the first column of text beside the column of people: what they said themselves */
export function isOurColumn(header: string, first: boolean, people: boolean): boolean {
  if ((first || !people) && EITHER.test(header.trim())) return false

  return (
    /^(?:us|we|ours?|our .*|my .*|comment.*|reply|answer|response|our (?:answer|reply|side)|status|next.*|where we are|what we'd do.*|noi|wir|vi|remark|anmerkung|notes?)$/iu.test(
      header.trim(),
    ) || /\bmy (?:read|comment|remark|take)\b/iu.test(header)
  )
}

/** The column that says who: by its header, or because nearly every cell of it is a known person. */
function whoColumn(cells: readonly Piece[], knows: Knows): number | null {
  const columns = new Map<number, { header: string; cells: string[] }>()
  for (const piece of cells) {
    if (!piece.cell) continue
    const column = columns.get(piece.cell.column) ?? { header: piece.cell.header, cells: [] }
    column.cells.push(joined(piece.rows))
    columns.set(piece.cell.column, column)
  }
  for (const [index, column] of columns)
    if (
      /^(?:who|name|person|speaker|by|from|wer|wie|kto|qui|quien|quién|chi|hvem|vem|kim|said by|raised by|stakeholder|role)$/iu.test(
        column.header.trim(),
      ) &&
      shortCells(column.cells)
    )
      return index
  for (const [index, column] of columns) {
    const named = column.cells.filter((cell) => cell.length < 40 && knows(cell.replace(/(?:(?<!\s)\s+)?\([^]*/u, '')))
    if (column.cells.length > 0 && named.length / column.cells.length >= 0.6) return index
  }
  return null
}

function shortCells(cells: string[]): boolean {
  return cells.filter((cell) => cell.length <= 45).length >= cells.length * 0.8
}
