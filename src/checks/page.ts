/** A page of the output folder as it is committed, taken apart for the rules, every value with its line. */
import { LineCounter, isMap, isScalar, parseDocument } from 'yaml'
import { readPage, blockDigest } from '../render/managed.ts'

export interface CommittedPage {
  /** In the output folder. */
  path: string
  /** From the root. */
  file: string
  kind: 'persona' | 'evidence' | 'index'
  /** Id of the persona; null for the index. */
  persona: string | null
  /** All lines of the file, line ends taken off. */
  lines: readonly string[]
  head: Head
  /** null where there is none that can be read, then `broken` says why. */
  block: Block | null
  broken: string | null
  /** What the block says of its evidence; null where it says nothing. */
  sample: BlockSample | null
}

interface Block {
  lines: readonly string[]
  /** Digest of the lines as they are. */
  content: string
  /** Digest that the begin marker claims. */
  claimed: string
  /** Day of the last content change that the begin marker claims. */
  changed: string
  /** Line of the file on which the begin marker stands; the first line of the block is the next. */
  marker: number
}

/** Values of the front matter by key, with their line. A value that is a map is given by its parts, `evidence.last`. */
type Head = ReadonlyMap<string, { value: string; line: number }>

interface BlockSample {
  calls: number
  accounts: number
  people: number
  statements: number
  last: string | null
  line: number
}

/** Pages about all personas. */
const OVERVIEWS: ReadonlySet<string> = new Set(['README.md', 'demands.md', 'accounts.md'])

/**
 * @param path in the output folder
 * @param out from the root to the output folder, with a slash at its end
 * @returns null for a file that is none of ours
 */
export function readCommittedPage(path: string, text: string, out: string, locked: boolean): CommittedPage | null {
  const overview = OVERVIEWS.has(path)
  const name = overview
    ? null
    : /^(?:(evidence\/)([a-z0-9]+(?:-[a-z0-9]+)*)(?:\.\d+)?|([a-z0-9]+(?:-[a-z0-9]+)*))\.md$/.exec(path)
  if (name === null && !overview) return null
  const lines = text.split(/\r?\n/)
  const page = readPage(text)
  const head = readHead(lines)
  if (page === null && !locked && !head.has('persona')) return null
  const block = page === null || 'error' in page ? null : blockOf(page)
  return {
    path,
    file: `${out}${path}`,
    kind: name === null ? 'index' : name[1] === undefined ? 'persona' : 'evidence',
    persona: name?.[2] ?? name?.[3] ?? null,
    lines,
    head,
    block,
    broken: page === null ? 'it has no block of ours' : 'error' in page ? page.error : null,
    sample: block === null ? null : sampleOf(block),
  }
}

function blockOf(page: Exclude<ReturnType<typeof readPage>, null | { error: string }>): Block {
  const { lines, digest, changed, before } = page
  return { lines, content: blockDigest(lines), claimed: digest, changed, marker: before.split('\n').length }
}

function readHead(lines: readonly string[]): Head {
  const found = new Map<string, { value: string; line: number }>()
  const close = lines.findIndex((line, at) => at > 0 && /^---\s*$/.test(line))
  if (close < 0 || !/^\uFEFF?---\s*$/.test(lines[0] ?? '')) return found
  const counter = new LineCounter()
  const { contents } = parseDocument(lines.slice(1, close).join('\n'), { lineCounter: counter, logLevel: 'silent' })
  const add = (prefix: string, map: unknown) => {
    if (!isMap(map)) return
    for (const { key, value } of map.items) {
      if (!isScalar(key)) continue
      const name = `${prefix}${String(key.value)}`
      if (isMap(value)) add(`${name}.`, value)
      // Text as written: a day stays what was typed, whatever YAML would make of it.
      const written = isScalar(value) ? (value.source ?? (value.value === null ? '' : String(value.value))) : ''
      const start = key.range?.[0] ?? 0
      if (!isMap(value)) found.set(name, { value: written, line: counter.linePos(start).line + 1 })
      else if (prefix === '') found.set(name, { value: '', line: counter.linePos(start).line + 1 })
    }
  }
  add('', contents)
  return found
}

/** The sentence that persona-page.ts writes under the introduction. */
const SAMPLE =
  /^\*\*(?:Thin|Indicative|Solid)\*\*: (\d+) calls?, (\d+) accounts?, (\d+) (?:person|people), (\d+) statements?(?:; last heard (\d{4}-\d{2}-\d{2}))?\./

function sampleOf({ lines, marker }: Block): BlockSample | null {
  const at = lines.findIndex((line) => SAMPLE.test(line))
  const [, calls, accounts, people, statements, last] = SAMPLE.exec(lines[at] ?? '') ?? []
  if (calls === undefined) return null
  return {
    calls: Number(calls),
    accounts: Number(accounts),
    people: Number(people),
    statements: Number(statements),
    last: last ?? null,
    line: marker + 1 + at,
  }
}

/** A page that the tool keeps although nobody is behind it any more. */
export function isRetired(page: CommittedPage): boolean {
  return page.head.get('evidence.calls')?.value === '0' && page.sample === null
}
