/** From the rows of a note to blocks: who said what, under which heading. */
import type { Block, BlockKind } from '../types.ts'
import { isOurColumn, speakersOfTables, type Speakers } from './columns.ts'
import { isDialogue, isWrapped, speakerTest, type Knows } from './dialogue.ts'
import { pronounOf } from './first-names.ts'
import { isMailHeader, isSignature, receiverOf, senderOf } from './mail.ts'
import { joined, type Piece, type Row } from './markdown.ts'
import { isCommonWord, isTitleWord, leadingName } from './names.ts'
import { couldName, isCue, isRoleLabel, isTopic, labelOf, type Label } from './turns.ts'

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
  tables: ReadonlyMap<number, Speakers>
}

const GROUP = 7
/** What is longer is prose set as a heading; its end is left as it is. */
const LONGEST_HEADING = 1_000

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
    tables: speakersOfTables(pieces, knows),
  }
  state.dialogue = isDialogue(pieces, state.isSpeaker)
  pieces.forEach((piece, index) => {
    if (piece.kind === 'heading') startSection(state, piece.depth, joined(piece.rows))
    else if (piece.kind === 'cell') addCell(state, piece)
    else addRows(state, piece, pieces[index + 1])
  })
  return { blocks: state.blocks, labels: state.labels }
}

function startSection(state: State, level: number, text: string): void {
  state.headings = [
    ...state.headings.filter((heading) => heading.level < level),
    { level, text: text.length > LONGEST_HEADING ? text : text.replace(/(?<![:\s])[:\s]+$/u, '') },
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

function addCell(state: State, piece: Piece): void {
  if (!piece.cell) return
  const { table, column, header } = piece.cell
  const speakers = state.tables.get(table)
  if (column === speakers?.column) return
  const text = joined(piece.rows)
  if (!/\p{L}{2}/u.test(text)) return
  const who = speakers?.byLine.get(piece.rows[0]?.line ?? 0) ?? null
  const label = isOurColumn(header, column === speakers?.first, speakers?.column !== null) ? 'Us' : who
  if (label !== null && label !== 'Us') noteCell(state, label)
  const own = ownLabel(state, piece.rows[0])
  const rows = own ? [{ ...(piece.rows[0] as Row), text: own.rest }, ...piece.rows.slice(1)] : piece.rows
  push(state, 'cell', rows, own?.name ?? label, 0, header === '' ? [] : [header])
}

/** `Colette`, `Cllr Tapscott` in a column of people. */
function noteCell(state: State, label: string): void {
  if (label.length > LONGEST_GROUP) return
  const name = label.replace(/(?:(?<!\s)\s+)?\([^]*/u, '').trim()
  if (name.length < 40 && couldName(name) && !isTopic(name) && !name.split(/\s+/).every((word) => isTitleWord(word)))
    state.labels.push({ name, title: /\(([^()]{2,60})\)/u.exec(label)?.[1] ?? null })
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
      if (state.open !== null && receiverOf(row) === state.open) {
        // A mail to oneself is a note.
        state.open = null
        label = null
      }
      if (sender) {
        dropGroup(state)
        state.open = sender.name
        state.labels.push(sender)
        label = sender.name
      }
      turn = false
      return
    }
    if (!bullet && state.open !== null && isEntry(row)) {
      flush()
      dropGroup(state)
      state.open = null
      label = null
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
    if (turn && label === 'Q' && run.at(-1)?.text.endsWith('?') === true) {
      flush()
      label = null
      turn = false
    }
    if (bullet && index === 0 && bareName(row.text, state.knows)) {
      flush()
      state.bullets.length = piece.depth
      state.bullets[piece.depth] = row.text.replace(/(?<![:\s])[:\s]+$/u, '')
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
    if (!bullet && state.open !== null && label === state.open && isSignature(row.text, state.open)) {
      flush()
      state.open = null
      label = null
    }
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
  if (text.length > LONGEST_GROUP) return false
  const name = text.replace(/(?:(?<!\s)\s+)?\([^()]*\)\s*$/u, '').replace(/(?<![:\s])[:\s]+$/u, '')
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
  if (!/[a-z]/u.test(text) && /\p{Lu}{2}/u.test(text) && !/[.!?]$/u.test(text)) return true
  return (
    text.endsWith(':') &&
    text.split(/\s+/).length <= 8 &&
    (only || knows(text.replace(/(?:(?<!\s)\s+)?\([^()]*\)/u, '').replace(/:$/u, '')))
  )
}

/** `**02/27 - Call logged** …`: a new entry of a log, which no mail above it goes on into. */
function isEntry(row: Row): boolean {
  return (
    row.strong > 4 && /^\W{0,3}(?:\d{1,4}[-./]\d{1,2}(?:[-./]\d{2,4})?|\d{1,2}\.? \p{L}{3,9})(?!\p{L})/u.test(row.text)
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
  const name = leadingName((dashed?.[1] ?? last.text).replace(/,[^]*/u, ''), false)
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
  const bullet = kind === 'bullet' || kind === 'task'
  const labelled = label !== null && (!bullet || state.bullets[depth] === label)
  state.blocks.push({ kind, lines, headings, label: answered, labelled, depth })
}
