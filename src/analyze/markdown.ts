/** What the body of a note is made of: markdown as rows of text, each with its true line. */
import type { Nodes, Parents } from 'mdast'
import { gfmTableFromMarkdown } from 'mdast-util-gfm-table'
import { gfmTable } from 'micromark-extension-gfm-table'
import { remark } from 'remark'
import type { Processor } from 'unified'
import type { BlockKind } from '../types.ts'
import { hasEndlessRow, withoutGaps } from './limits.ts'

/** The text of one line of the file, markup stripped. */
export interface Row {
  line: number
  text: string
  /** How many characters at the beginning are set in bold or italics. */
  strong: number
}

/** A heading, or a run of rows that the markdown holds together. Text of a note before anybody asked who said it. */
export interface Piece {
  kind: BlockKind | 'heading'
  /** 1 to 6 for headings, the nesting of a bullet, 0 for the rest. */
  depth: number
  rows: Row[]
  /** Of a cell: its column's header, its column and which cells share its row (by line). */
  cell?: { header: string; column: number; table: number }
}

const TABLE = /^[ \t>]*(?:\|[ \t]*)?:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)+(?:\|[ \t]*)?$/m
/** Deeper nesting than anybody writes costs the parser quadratic time. */
const MAX_NESTING = 12
const NESTED = /^(?:[ \t]*(?:>|[-*+](?=[ \t])|\d{1,9}[.)](?=[ \t])))+/

/** Notes are typed, not programmed: indented text is text, and `[Maria]: yes` is no link definition. */
function asTyped(this: Processor): void {
  const data = this.data()
  ;(data.micromarkExtensions ??= []).push({ disable: { null: ['codeIndented', 'definition'] } })
}

/** Of GFM, notes have tables; task boxes are read below. All of it (footnotes, bare links, strikethrough) takes twice as long and changes no statement. */
function tables(this: Processor): void {
  const data = this.data()
  ;(data.micromarkExtensions ??= []).push(gfmTable())
  ;(data.fromMarkdownExtensions ??= []).push(gfmTableFromMarkdown())
}

const plain = remark().use(asTyped).freeze()
const withTables = remark().use(tables).use(asTyped).freeze()

/** Emphasis and links are matched over a whole paragraph, in time that grows with the square of their marks. */
function withoutMarks(this: Processor): void {
  const none = ['attention', 'codeText', 'labelStartLink', 'labelStartImage', 'labelEnd']
  ;(this.data().micromarkExtensions ??= []).push({ disable: { null: none } })
}

const plainUnmarked = remark().use(asTyped).use(withoutMarks).freeze()
const withTablesUnmarked = remark().use(tables).use(asTyped).use(withoutMarks).freeze()

/**
 * Cuts a body into pieces in the order of the text. Code and HTML are left out, nothing else is.
 * @param marked false: emphasis marks and brackets are text
 */
export function pieces(body: string, marked = true): Piece[] {
  const tamed = tame(body)
  const tables = TABLE.test(tamed) && !hasEndlessRow(tamed)
  const parser = marked ? (tables ? withTables : plain) : tables ? withTablesUnmarked : plainUnmarked
  return inOrder(parser.parse(tamed), tamed)
}

function inOrder(tree: Nodes, tamed: string): Piece[] {
  const found: Piece[] = []
  let tables = 0
  const stack: Visit[] = [{ node: tree, kind: 'paragraph', depth: 0 }]
  for (let visit = stack.pop(); visit; visit = stack.pop()) {
    const { node } = visit
    if (node.type === 'heading') found.push(...headingOrText(node, tamed))
    else if (node.type === 'paragraph') found.push(boxed({ kind: visit.kind, depth: visit.depth, rows: rows(node) }))
    else if (node.type === 'table') found.push(...cells(node, tables++))
    else if ('children' in node)
      for (const child of node.children.toReversed()) stack.push(below(visit, child as Nodes))
  }
  return found.filter((piece) => piece.rows.length > 0)
}

interface Visit {
  node: Nodes
  kind: BlockKind
  depth: number
}

function below(visit: Visit, node: Nodes): Visit {
  if (node.type === 'blockquote') return { node, kind: 'quote', depth: 0 }
  if (node.type === 'list') return { node, kind: visit.kind, depth: visit.depth }
  if (node.type === 'listItem') {
    const depth = visit.kind === 'bullet' || visit.kind === 'task' ? visit.depth + 1 : 1
    return { node, kind: typeof node.checked === 'boolean' ? 'task' : 'bullet', depth }
  }
  return { node, kind: visit.kind, depth: visit.depth }
}

/** `Some words` over `-----` is a heading to markdown; people mean a line under their text. */
function headingOrText(node: Extract<Nodes, { type: 'heading' }>, body: string): Piece[] {
  const all = rows(node)
  const end = node.position?.end.offset ?? 0
  const underlined = body[end - 1] === '-' && body[node.position?.start.offset ?? 0] !== '#'
  const one = all.length === 1 ? all[0] : undefined
  const title = !underlined || (one !== undefined && one.text.length <= 60 && !/[.,:;!?\d]/.test(one.text))
  return title ? [{ kind: 'heading', depth: node.depth, rows: all }] : [{ kind: 'paragraph', depth: 0, rows: all }]
}

/** `- [ ] send the deck`: a task also where the parser reads no GFM. */
function boxed(piece: Piece): Piece {
  const [first] = piece.rows
  const box = first && piece.kind === 'bullet' ? /^\[[ xX]\]\s+/u.exec(first.text) : null
  if (!first || !box) return piece
  return {
    ...piece,
    kind: 'task',
    rows: [{ ...first, text: first.text.slice(box[0].length), strong: 0 }, ...piece.rows.slice(1)],
  }
}

function cells(table: Extract<Nodes, { type: 'table' }>, index: number): Piece[] {
  const [head, ...body] = table.children
  const headers = (head?.children ?? []).map((cell) => joined(rows(cell)))
  return body.flatMap((row) =>
    row.children.map((cell, column) => ({
      kind: 'cell' as const,
      depth: 0,
      rows: rows(cell),
      cell: { header: headers[column] ?? '', column, table: index },
    })),
  )
}

export function joined(all: readonly Row[]): string {
  return all.map((row) => row.text).join(' ')
}

/** The text below a node, by line. */
function rows(parent: Parents): Row[] {
  const found = new Map<number, Row>()
  const stack: { node: Nodes; strong: boolean }[] = [{ node: parent as Nodes, strong: false }]
  const add = (line: number, text: string, strong: boolean): void => {
    const row = found.get(line) ?? { line, text: '', strong: 0 }
    if (strong && row.strong === row.text.trimEnd().length) row.strong = row.text.length + text.length
    row.text += text
    found.set(line, row)
  }
  for (let visit = stack.pop(); visit; visit = stack.pop()) {
    const { node, strong } = visit
    const start = node.position?.start.line ?? 0
    if (node.type === 'text' || node.type === 'inlineCode') {
      node.value.split('\n').forEach((text, index) => add(start + index, text, strong))
    } else if (node.type === 'html') {
      const voice = /^<v(?:\.[\w.]+)?[ \t]+([^<>]{1,80})>$/.exec(node.value)
      if (voice?.[1]) add(start, `<v ${voice[1].trim()}>`, false)
    } else if (node.type === 'image') add(start, node.alt ?? '', strong)
    else if ('children' in node) {
      const marked = strong || node.type === 'strong' || node.type === 'emphasis'
      for (const child of node.children.toReversed()) stack.push({ node: child as Nodes, strong: marked })
    }
  }
  return [...found.values()].map(trimmed).filter((row) => row.text !== '')
}

function trimmed(row: Row): Row {
  const lead = row.text.length - row.text.trimStart().length
  const text = row.text.trim()
  return { line: row.line, text, strong: Math.max(0, Math.min(text.length, row.strong - lead)) }
}

const ABSURD = /(?:(?:[>*+-]|\d{1,9}[.)])[ \t]*){12}|^[ \t]{24}/m
const INDENT = 24

/** Flattens absurd nesting and gaps; lines stay lines, and columns count for nothing. */
function tame(body: string): string {
  const text = withoutGaps(body)
  if (!ABSURD.test(text)) return text
  return text.replace(/^.*$/gm, (line) => {
    const lead = NESTED.exec(line)?.[0] ?? ''
    const marks = lead.match(/[>*+-]|(?<!\d)\d+[.)]/g)?.length ?? 0
    return marks > MAX_NESTING ? line.slice(lead.length) : line.replace(/^[ \t]{24,}/, ' '.repeat(INDENT))
  })
}
