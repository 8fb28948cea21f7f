/** Which concept a signal is about: a linear model over stems, cues and facets, learned from the labelled notes in fixtures/training. */
import { SIGNALS, type Signal, type StatementRecord } from '../types.ts'
import { featuresOf } from './concept-features.ts'
import { WEIGHTS } from './concept-weights.ts'

/** As in training. */
const TAG_WEIGHT = 0.5

/** Under it a statement is of no built-in concept: a wrong theme costs a page more than a missing one. */
export const SURE_ENOUGH = 0.4

interface Model {
  concepts: string[]
  rows: Map<string, number>
  weights: Int8Array
  scale: number
  allowed: Record<Signal, boolean[]>
}

let loaded: Model | undefined

/** Decoding takes some milliseconds, so it waits until the first statement. */
function model(): Model {
  loaded ??= {
    concepts: WEIGHTS.concepts.split(' '),
    rows: new Map(WEIGHTS.features.split('\n').map((feature, row) => [feature, row])),
    weights: new Int8Array(Buffer.from(WEIGHTS.weights, 'base64')),
    scale: WEIGHTS.scale,
    allowed: Object.fromEntries(
      SIGNALS.map((tag) => [
        tag,
        WEIGHTS.concepts.split(' ').map((concept) => WEIGHTS.tags[tag].split(' ').includes(concept)),
      ]),
    ) as Record<Signal, boolean[]>,
  }
  return loaded
}

export interface Guess {
  concept: string
  probability: number
}

interface Known {
  text: string
  tag: StatementRecord['tag']
  guess: Guess | null
}

/**
 * Grouping asks several times for each statement and its copies. It stands on the statement under a key that copies take along and no
 * JSON shows: a WeakMap of all statements of an archive costs more than what it spares, at every collection of garbage.
 */
const KNOWN = Symbol('what a signal is about')
type Remembering = StatementRecord & { [KNOWN]?: Known }

/** @returns the likeliest concept of a signal and how likely it is; null for what is no signal or of no built-in concept */
export function conceptOf(statement: StatementRecord): Guess | null {
  const { text, tag } = statement
  const known = (statement as Remembering)[KNOWN]
  if (known?.text === text && known.tag === tag) return known.guess
  const guess = guessOf(statement)
  recallConcept(statement, guess)
  return guess
}

/** Tells what `conceptOf` said of the statement in an earlier run of this program. */
export function recallConcept(statement: StatementRecord, guess: Guess | null): void {
  const { text, tag } = statement
  ;(statement as Remembering)[KNOWN] = { text, tag, guess }
}

function guessOf(statement: StatementRecord): Guess | null {
  const { tag } = statement
  if (tag === 'none') return null
  const { concepts, allowed } = model()
  const scores = scoresOf(statement, tag)
  const best = scores.reduce(
    (top, score, k) => (allowed[tag][k] && score > (scores[top] ?? -Infinity) ? k : top),
    allowed[tag].indexOf(true),
  )
  const highest = scores[best] ?? 0
  const sum = scores.reduce((total, score, k) => (allowed[tag][k] ? total + Math.exp(score - highest) : total), 0)
  const concept = concepts[best]
  // Rounded, so that the last bits of a processor's arithmetic decide nothing.
  return concept === undefined || concept === 'other' ? null : { concept, probability: Math.round(1000 / sum) / 1000 }
}

function scoresOf(statement: StatementRecord, tag: Signal): number[] {
  const { concepts, rows, weights, scale } = model()
  const features = featuresOf(statement)
  const known: number[] = []
  let squares = 0
  for (const [feature, value] of features) {
    const row = rows.get(feature)
    if (row === undefined) continue
    known.push(row, value)
    squares += value * value
  }
  const length = Math.sqrt(squares) || 1
  const width = concepts.length
  const scores = new Float64Array(width)
  const add = (row: number, value: number) => {
    const start = row * width
    for (let k = 0; k < width; k += 1) scores[k]! += value * weights[start + k]!
  }
  for (let at = 0; at < known.length; at += 2) add(known[at]!, known[at + 1]! / length)
  add(rows.get(`@tag=${tag}`) ?? 0, TAG_WEIGHT)
  return Array.from(scores, (score) => (score * scale) / 127)
}
