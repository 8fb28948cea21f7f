/** Finds for every statement that people labelled the statement that the tool saw. */
import { TAGS, type Tag } from '../types.ts'

/** One line of a labels file: what a person saw in a note (annotation guide). */
export interface GoldStatement {
  line: number
  text: string
  tag: Tag
  /** Other tags that a careful reader would accept as well. */
  also: Tag[]
  speaker?: string | null
  theme?: string | null
  scope?: string
  surface?: boolean
  category?: string
  force?: string
  amount?: string
}

/** Any statement with a place and a text. */
export interface Placed {
  line: number
  endLine: number
  text: string
}

export interface Pair<G, P> {
  gold: G
  /** null where the tool has no statement like it. */
  seen: P | null
  /** How much of their words they share, 0..1. */
  overlap: number
}

/** Least share of words that two cuts of a sentence must have in common. */
const LEAST = 0.5
/** How many lines apart they may stand: people miscount. */
const DRIFT = 2

/**
 * Pairs one to one, the most alike first; equals go to the nearer line, then to text order.
 * @param gold statements of one note as labelled
 * @param seen statements of the same note as the tool cut them
 * @returns one pair per gold statement, in order
 */
export function align<G extends { line: number; text: string }, P extends Placed>(
  gold: readonly G[],
  seen: readonly P[],
): Pair<G, P>[] {
  const pairs: Pair<G, P>[] = gold.map((one) => ({ gold: one, seen: null, overlap: 0 }))
  const taken = new Set<P>()
  for (const { pair, other, overlap } of candidates(pairs, seen)) {
    if (pair.seen !== null || taken.has(other)) continue
    pair.seen = other
    pair.overlap = overlap
    taken.add(other)
  }
  return pairs
}

interface Candidate<G, P> {
  pair: Pair<G, P>
  other: P
  overlap: number
  rank: number
}

function candidates<G extends { line: number; text: string }, P extends Placed>(
  pairs: readonly Pair<G, P>[],
  seen: readonly P[],
): Candidate<G, P>[] {
  const bags = seen.map((other) => wordsIn(other.text))
  const found: Candidate<G, P>[] = []
  for (const pair of pairs) {
    const words = wordsIn(pair.gold.text)
    for (const [at, other] of seen.entries()) {
      if (pair.gold.line < other.line - DRIFT || pair.gold.line > other.endLine + DRIFT) continue
      const overlap = sharedWords(words, bags[at] ?? [])
      const rank = overlap - Math.abs(pair.gold.line - other.line) / 1000
      if (overlap >= LEAST) found.push({ pair, other, overlap, rank })
    }
  }
  return found.toSorted((a, b) => b.rank - a.rank)
}

function wordsIn(text: string): string[] {
  return (
    text
      .toLowerCase()
      .normalize('NFKD')
      .match(/[\p{L}\p{N}]+/gu) ?? []
  )
}

/** F1 of two bags of words. */
function sharedWords(a: readonly string[], b: readonly string[]): number {
  if (a.length === 0 || b.length === 0) return 0
  const left = new Map<string, number>()
  for (const word of b) left.set(word, (left.get(word) ?? 0) + 1)
  let shared = 0
  for (const word of a) {
    const count = left.get(word) ?? 0
    if (count > 0) shared += 1
    left.set(word, count - 1)
  }
  return (2 * shared) / (a.length + b.length)
}

/**
 * @returns the labels of one file, blank lines skipped; tags that are none of ours are dropped from `also`. Throws an error that
 * names the line where one is no label.
 */
export function parseLabels(jsonl: string): GoldStatement[] {
  return jsonl.split('\n').flatMap((line, at) => (line.trim() === '' ? [] : [parseLabel(line, at + 1)]))
}

function parseLabel(line: string, number: number): GoldStatement {
  let label: Partial<GoldStatement> | null
  try {
    label = JSON.parse(line) as Partial<GoldStatement> | null
  } catch {
    throw new Error(`line ${number} is not JSON`)
  }
  const tag = label?.tag
  if (typeof label?.line !== 'number' || typeof label.text !== 'string' || tag === undefined || !TAGS.includes(tag))
    throw new Error(`line ${number} is no label: it needs a line, a text and a tag (${TAGS.join(', ')})`)
  return {
    ...label,
    line: label.line,
    text: label.text,
    tag,
    also: (label.also ?? []).filter((other) => TAGS.includes(other)),
  }
}
