/** From the rows of a note to blocks: who said what, under which heading. */
import type { Block, BlockKind } from '../types.ts'
import { pronounOf } from './first-names.ts'
import { isMailHeader, senderOf } from './mail.ts'
import { joined, type Piece, type Row } from './markdown.ts'
import { isCommonWord, isNameWord, isTitleWord, leadingName } from './names.ts'
import { couldName, isCue, isRoleLabel, isTopic, labelOf, type Label } from './turns.ts'

/** Says whether a label names somebody of this note. */
export type Knows = (label: string) => boolean

interface Blocks {
  blocks: Block[]
  /** Labels that were taken for people, with the titles that stood beside them. */
  labels: { name: string; title: string | null }[]
}

interface State extends Blocks {
  headings: { level: number; text: string }[]
  /** Whose words follow until somebody else is named: the sender of a mail, a label on a line of its own, a question's answer. */
  open: string | null
  /** Labels of the bullets above, by depth. */
  bullets: (string | null)[]
  isSpeaker: (label: Label) => boolean
  knows: Knows
  wrapped: boolean
  /** Most rows have a label, so that one without goes on with the last. */
  dialogue: boolean
  asked: boolean
  table: { index: number; who: number | null }
}

const GROUP = 7

/**
 * @param knows whether a name is one of the people that the note's head names
 */
export function toBlocks(pieces: readonly Piece[], knows: Knows): Blocks {
  const state: State = {
    blocks: [],
    labels: [],
    headings: [],
    open: null,
    bullets: [],
    isSpeaker: speakerTest(pieces, knows),
    knows,
    wrapped: isWrapped(pieces),
    dialogue: false,
    asked: false,
    table: { index: -1, who: null },
  }
  state.dialogue = isDialogue(pieces, state.isSpeaker)
  pieces.forEach((piece, index) => {
    if (piece.kind === 'heading') startSection(state, piece.depth, joined(piece.rows))
    else if (piece.kind === 'cell') addCell(state, piece, pieces)
    else addRows(state, piece, pieces[index + 1])
  })
  return { blocks: state.blocks, labels: state.labels }
}

function startSection(state: State, level: number, text: string): void {
  state.headings = [
    ...state.headings.filter((heading) => heading.level < level),
    { level, text: text.replace(/[:\s]+$/u, '') },
  ]
  state.open = null
  state.bullets = []
  state.asked = false
  const person = headed(text)
  if (person) state.labels.push(person)
}

/** `Joanne, runs customer`, `4. Ulrika, money`, `Paudie`: a heading that is about somebody. */
function headed(text: string): { name: string; title: string | null } | null {
  const match =
    /^(?:\p{L}?\d{0,2}[.)]\s+)?(\p{Lu}[\p{L}'’-]+(?: \p{Lu}[\p{L}'’-]+){0,2})(?:(?:, | \()([^,;()]{2,40})\)?(?:,.*)?)?:?$/u.exec(
      text,
    )
  const [, name = '', rest] = match ?? []
  const words = name.split(' ')
  if (name === '' || isTopic(name) || words.some((word) => isTitleWord(word) || isCommonWord(word))) return null
  const about = rest !== undefined && /^(?:\p{Ll}|the |[A-Z]{2,4}$)/u.test(rest) && rest.split(' ').length < 5
  if (pronounOf(name) === null && !(about && words.length === 1)) return null
  return { name, title: about && rest.split(/[\s/]+/).some((word) => isTitleWord(word)) ? rest : null }
}

/** A label counts where its mark is plain, where the head knows it, or where it comes back and looks like nothing but a name. */
function speakerTest(pieces: readonly Piece[], knows: Knows): (label: Label) => boolean {
  const count = new Map<string, number>()
  const lower = new Set<string>()
  let total = 0
  let labelled = 0
  for (const piece of pieces) {
    for (const row of piece.rows) {
      total += 1
      for (const word of row.text.match(/(?<![\p{L}'’])\p{Ll}[\p{Ll}'’-]+/gu) ?? []) lower.add(word)
      const label = labelOf(row)
      if (!label) continue
      count.set(label.name, (count.get(label.name) ?? 0) + 1)
      if (!isTopic(label.name)) labelled += 1
    }
  }
  const transcript = total > 7 && labelled > total * 0.7
  const letters = (count.get('Q') ?? 0) > 0 || total === 0
  return (label) => {
    const { name } = label
    if (/^[QA]$/u.test(name)) return letters || label.certain
    if (knows(name)) return true
    if (isRoleLabel(name)) return true
    const words = name.split(/\s+/)
    if (/^\p{Lu}{3,4}$/u.test(name) && pronounOf(name) === null && (count.get(name) ?? 0) < 4) return false
    if (label.certain) return !isTopic(name) || words.length > 1
    if (isTopic(name)) return false
    if (transcript && couldName(name) && words.length < 4) return true
    if (words.some((word) => lower.has(word.toLowerCase()))) return false
    if (words.length < 4 && pronounOf(words[0] ?? '') !== null && couldName(name)) return true
    const often = (count.get(name) ?? 0) > 1
    return often
      ? couldName(name)
      : words.length > 1 && words.length < 4 && words.every((word) => isNameWord(word)) && label.title !== null
  }
}

function isDialogue(pieces: readonly Piece[], isSpeaker: (label: Label) => boolean): boolean {
  let rows = 0
  let labelled = 0
  for (const piece of pieces) {
    if (piece.kind !== 'paragraph' && piece.kind !== 'quote') continue
    for (const row of piece.rows) {
      const label = labelOf(row)
      rows += 1
      if (label && isSpeaker(label)) labelled += 1
    }
  }
  return labelled > rows * 0.4
}

/** Hard-wrapped text: nearly every line ends where the next word would not have fitted. */
function isWrapped(pieces: readonly Piece[]): boolean {
  let fits = 0
  let all = 0
  const widths = pieces.flatMap((piece) =>
    piece.kind === 'heading' || piece.kind === 'cell' ? [] : piece.rows.map((row) => row.text.length),
  )
  widths.sort((a, b) => a - b)
  const width = widths[Math.floor(widths.length * 0.98)] ?? 0
  if (width < 50 || width > 140) return false
  for (const piece of pieces) {
    if (piece.kind === 'heading' || piece.kind === 'cell') continue
    for (let at = 0; at + 1 < piece.rows.length; at += 1) {
      const next = /^\S+/u.exec(piece.rows[at + 1]?.text ?? '')?.[0] ?? ''
      all += 1
      if ((piece.rows[at]?.text.length ?? 0) + 1 + next.length > width - 12) fits += 1
    }
  }
  return all >= 2 && fits / all >= 0.75
}

function addCell(state: State, piece: Piece, pieces: readonly Piece[]): void {
  if (!piece.cell) return
  const { table, column, header } = piece.cell
  if (state.table.index !== table) state.table = { index: table, who: whoColumn(pieces, table, state.knows) }
  if (column === state.table.who) return
  const text = joined(piece.rows)
  if (!/\p{L}{2}/u.test(text)) return
  const line = piece.rows[0]?.line ?? 0
  const who = pieces.find(
    (other) => other.cell?.table === table && other.cell.column === state.table.who && other.rows[0]?.line === line,
  )
  const label = isOurColumn(header) ? 'Us' : who ? joined(who.rows) : null
  if (who && label !== null && label !== 'Us') noteCell(state, label)
  const own = ownLabel(state, piece.rows[0])
  const rows = own ? [{ ...(piece.rows[0] as Row), text: own.rest }, ...piece.rows.slice(1)] : piece.rows
  push(state, 'cell', rows, own?.name ?? label, 0, header === '' ? [] : [header])
}

/** `Colette`, `Cllr Tapscott` in a column of people. */
function noteCell(state: State, label: string): void {
  const name = label.replace(/\s*\(.*$/u, '').trim()
  if (name.length < 40 && couldName(name) && !isTopic(name) && !name.split(/\s+/).every((word) => isTitleWord(word)))
    state.labels.push({ name, title: /\(([^()]{2,60})\)/u.exec(label)?.[1] ?? null })
}

function isOurColumn(header: string): boolean {
  return (
    /^(?:us|we|ours?|our .*|my .*|comment.*|reply|answer|response|our (?:answer|reply|side)|status|next.*|where we are|what we'd do.*|noi|wir|vi|remark|anmerkung|notes?)$/iu.test(
      header.trim(),
    ) || /\bmy (?:read|comment|remark|take)\b/iu.test(header)
  )
}

/** The column that says who: by its header, or because nearly every cell of it is a known person. */
function whoColumn(pieces: readonly Piece[], table: number, knows: Knows): number | null {
  const columns = new Map<number, { header: string; cells: string[] }>()
  for (const piece of pieces) {
    if (piece.cell?.table !== table) continue
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
    const named = column.cells.filter((cell) => cell.length < 40 && knows(cell.replace(/\s*\(.*$/u, '')))
    if (column.cells.length > 0 && named.length / column.cells.length >= 0.6) return index
  }
  return null
}

function shortCells(cells: string[]): boolean {
  return cells.filter((cell) => cell.length <= 45).length >= cells.length * 0.8
}

function ownLabel(state: State, row: Row | undefined): Label | null {
  const label = row ? labelOf(row) : null
  return label && label.rest !== '' && state.isSpeaker(label) ? label : null
}

function addRows(state: State, piece: Piece, next: Piece | undefined): void {
  const kind = piece.kind as BlockKind
  const bullet = kind === 'bullet' || kind === 'task'
  let rows = piece.rows.filter((row) => !isCue(row.text))
  if (kind === 'quote') rows = takeAttribution(state, rows)
  if (!bullet) state.bullets = []
  let run: Row[] = []
  let label: string | null = bullet ? inherited(state, piece.depth) : state.open
  let turn = false
  const flush = (): void => {
    if (run.length > 0)
      for (const part of state.wrapped ? [run] : run.map((row) => [row]))
        push(state, turn && !bullet ? 'turn' : kind, part, label, piece.depth, [])
    run = []
  }
  const onlyRow = rows.length === 1
  rows.forEach((row, index) => {
    const mail = isMailHeader(row, rows[index + 1])
    if (mail) {
      flush()
      const sender = senderOf(row)
      if (sender) {
        dropGroup(state)
        state.open = sender.name
        state.labels.push(sender)
        label = sender.name
      }
      turn = false
      return
    }
    const found = labelOf(row)
    if (found && state.isSpeaker(found)) {
      flush()
      note(state, found)
      label = found.name
      turn = true
      if (found.rest === '') return startTurn(state, found, bullet, piece.depth)
      if (bullet) state.bullets[piece.depth] = found.name
      else if (state.open !== null && /^[QA]$/u.test(state.open)) state.open = null
      state.asked = found.name === 'Q'
      run.push({ ...row, text: found.rest, strong: 0 })
      if (!state.dialogue && !state.wrapped && !bullet) {
        flush()
        label = state.open
        turn = false
      }
      return
    }
    if (bullet && index === 0 && bareName(row.text, state.knows)) {
      flush()
      state.bullets.length = piece.depth
      state.bullets[piece.depth] = row.text.replace(/[:\s]+$/u, '')
      return
    }
    if (
      !bullet &&
      kind !== 'quote' &&
      isGroupLine(row, index === 0, onlyRow, rows[index + 1] !== undefined || next !== undefined, state.knows)
    ) {
      flush()
      startSection(state, GROUP, row.text)
      label = null
      return
    }
    if (!bullet && isQuestion(row, kind)) {
      flush()
      push(state, 'turn', [row], 'Q', 0, [])
      state.asked = true
      return
    }
    if (bullet && index === 0) {
      state.bullets.length = piece.depth
      state.bullets[piece.depth] = null
    }
    run.push(row)
  })
  flush()
}

/** A label on a line of its own: what stands below is that person's. */
function startTurn(state: State, found: Label, bullet: boolean, depth: number): void {
  if (bullet) {
    state.bullets.length = depth
    state.bullets[depth] = found.name
  } else if (found.certain) state.open = found.name
  else startSection(state, GROUP, found.title ? `${found.name} (${found.title})` : found.name)
}

function note(state: State, label: Label): void {
  if (!isRoleLabel(label.name))
    state.labels.push({ name: label.name, title: label.title === 'A' || label.title === 'Q' ? null : label.title })
}

function inherited(state: State, depth: number): string | null {
  for (let at = depth - 1; at > 0; at -= 1) {
    const label = state.bullets[at]
    if (label) return label
  }
  return state.open
}

/** `Anton`, `Marit (phone)`, `Dev:` as a whole bullet. */
function bareName(text: string, knows: Knows): boolean {
  const name = text.replace(/\s*\([^()]*\)\s*$/u, '').replace(/[:\s]+$/u, '')
  return name.length <= 40 && knows(name)
}

const LONGEST_GROUP = 140

/** A short line that names what follows: bold, in capitals, or ending in a colon; or nothing but a person. */
function isGroupLine(row: Row, first: boolean, only: boolean, followed: boolean, knows: Knows): boolean {
  const { text } = row
  if (!followed || text.length > LONGEST_GROUP || !first) return false
  const bold = row.strong >= text.length - 1
  if (bold && !text.endsWith('?')) return !/[.!]["”]?$/u.test(text)
  if (bareName(text, knows)) return true
  if (text.endsWith(':') && /\b(?:e-?mail|mail|message|letter|wrote|text)\b/iu.test(text)) return true
  if (text.length > 60) return false
  if (/^[^a-z]*[A-Z][^a-z]*$/u.test(text) && /\p{Lu}{2}/u.test(text) && !/[.!?]$/u.test(text)) return true
  return (
    text.endsWith(':') &&
    text.split(/\s+/).length <= 8 &&
    (only || knows(text.replace(/\s*\([^()]*\)/u, '').replace(/:$/u, '')))
  )
}

/** A question in bold or italics, alone on its line: the interviewer's. */
function isQuestion(row: Row, kind: BlockKind): boolean {
  return kind === 'paragraph' && row.strong >= row.text.length - 1 && /\?["”)]?$/u.test(row.text)
}

/** `> … ` with `> — Sipho Ndlovu` or `> Siobhán` as its last line. */
function takeAttribution(state: State, rows: Row[]): Row[] {
  const last = rows.at(-1)
  if (!last || rows.length < 2) return rows
  const dashed = /^[-–—~]\s*(?:also\s+)?(.{2,60})$/u.exec(last.text)
  const name = leadingName((dashed?.[1] ?? last.text).replace(/,.*$/u, ''), false)
  if (!name || !(dashed || (state.knows(name.name) && last.text.length < 60 && !/[.!?]$/u.test(last.text)))) return rows
  if (!dashed && name.rest !== '' && !name.rest.startsWith('(')) return rows
  for (const part of state.wrapped ? [rows.slice(0, -1)] : rows.slice(0, -1).map((row) => [row]))
    push(state, 'quote', part, name.name, 0, [])
  return []
}

function dropGroup(state: State): void {
  state.headings = state.headings.filter((heading) => heading.level < GROUP)
}

function push(
  state: State,
  kind: BlockKind,
  rows: readonly Row[],
  label: string | null,
  depth: number,
  under: string[],
): void {
  const lines = rows.filter((row) => row.text !== '').map((row) => ({ line: row.line, text: row.text }))
  if (lines.length === 0) return
  const headings = [...state.headings.map((heading) => heading.text), ...under]
  const answered = label ?? (state.asked && (kind === 'paragraph' || kind === 'quote') ? 'A' : null)
  state.blocks.push({ kind, lines, headings, label: answered, depth })
}
