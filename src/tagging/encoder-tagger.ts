/**
 * The tagger: a small sentence encoder reads each statement, a network over the note reads what stands around it, and the linear
 * model's opinion is one more thing that it reads. (Hierarchical tagging: Z. Yang et al., "Hierarchical attention networks", 2016,
 * with a recurrent unit over the statements; stacking: D. Wolpert, "Stacked generalization", 1992.)
 */
import { digestOfAll } from '../digest.ts'
import { TAGS } from '../types.ts'
import { loadEncoder, type Encoder, type Matrix } from './encoder/encoder.ts'
import { FACET_HEADS, likeliest, type Asked, type FacetName } from './facets.ts'
import { noteFeatures, type SparseVector } from './features.ts'
import { linearLogits, linearRoles, predictionsOf, rolesOf } from './linear.ts'
import { standings } from './roles.ts'
import { surroundings } from './surroundings.ts'
import type { NotePredictions, Prediction, Tagger, TaggerInput } from './tagger.ts'
import { decodeModel, headOf, probabilities, softmax, type Curve, type LinearModel } from './weights.ts'

/** What the training hands on beside the weights. */
interface Trained {
  curves: Record<string, Curve>
  threshold: number
  /** Linear probability of `none` above which a statement is not encoded. */
  sure: number
  /** Tokens of a statement and of a heading that are read. */
  longest: number
  longestHeading: number
  /** Zeros behind the inputs of the network over the note. */
  pad: number
  /** Classes of each facet, in the order of its head. */
  facets: Record<FacetName, readonly string[]>
}

/** What is loaded. */
interface Models {
  linear: LinearModel
  encoder: Encoder
  trained: Trained
}

/**
 * @param linear bytes of linear.bin, kernel bytes of kernel.wasm, weights bytes of encoder.bin
 * @returns the tagger; throws a failure with a sentence where the bytes are not of this version, and WebAssembly's own error where
 * the platform can't run the kernel
 */
export function encoderTagger(linear: Uint8Array, kernel: Uint8Array, weights: Uint8Array): Tagger {
  const encoder = loadEncoder(kernel, weights, 'encoder.bin')
  const models = { linear: decodeModel(linear), encoder, trained: encoder.extra as Trained }
  return {
    digest: digestOfAll([linear, kernel, weights]),
    threshold: models.trained.threshold,
    tag: async (notes) => {
      const reader = readerOf(encoder)
      return notes.map((note) => tagNote(models, reader, note))
    },
  }
}

function tagNote(models: Models, reader: Reader, note: TaggerInput): NotePredictions {
  if (note.statements.length === 0) return { statements: [], roles: rolesOf(note, []) }
  const { linear, encoder, trained } = models
  const vectors = noteFeatures(note)
  const first = linearLogits(linear, note, vectors)
  const inputs = noteInputs(models, reader, note, first)
  const states = encoder.gru('note', inputs)
  const seen = beside(states, inputs)
  const facets = facetsSaid(models, seen, vectors)
  const statements = predictionsOf(note, rounded(encoder.linear('tag', seen)), facets, trained.curves)
  return { statements, roles: rolesOf(note, roleNumbers(models, reader, note, statements, states)) }
}

/** @returns what the network over the note reads of each statement */
function noteInputs(
  { encoder, trained }: Models,
  reader: Reader,
  note: TaggerInput,
  first: readonly (readonly number[])[],
): Matrix {
  const { statements } = note
  const none = TAGS.indexOf('none')
  const skipped = statements.map(
    ({ side }, at) => side === 'seller' || (softmax(first[at] ?? [])[none] ?? 0) > trained.sure,
  )
  const said = reader(
    statements.map(({ text }, at) => (skipped[at] ? '' : text || '.')),
    trained.longest,
  )
  const titles = reader(
    statements.map(({ headings }) => headings.at(-1) ?? ''),
    trained.longestHeading,
  )
  const around = surroundings(note).map((numbers, at) => [
    ...numbers,
    skipped[at] ? 1 : 0,
    ...(first[at] ?? []).map((logit) => Math.fround(logit) / 3),
    ...Array.from({ length: trained.pad }, () => 0),
  ])
  return beside(
    softsign(encoder.linear('statement', said)),
    softsign(encoder.linear('heading', titles)),
    matrix(around),
  )
}

/**
 * The network's heads see more of the note, the linear model more of the words; each is right where the other errs, so both count the same.
 * @returns what to ask for the facets of each statement
 */
function facetsSaid({ linear, encoder, trained }: Models, seen: Matrix, vectors: readonly SparseVector[]): Asked[] {
  const names = Object.keys(FACET_HEADS) as FacetName[]
  const opinions = names.map((name) => vectors.map((vector) => probabilities(headOf(linear, name), vector)))
  const read = beside(seen, ...opinions.map(matrix))
  const scores = new Map(
    names.map((name, at) => [name, bothOf(rounded(encoder.linear(name, read)).map(softmax), opinions[at] ?? [])]),
  )
  return vectors.map((_, at) => (name) => likeliest(trained.facets[name], scores.get(name)?.[at] ?? []))
}

/** The mean of two opinions on the same rows. */
function bothOf(these: readonly (readonly number[])[], others: readonly (readonly number[])[]): number[][] {
  return these.map((row, at) => row.map((number, k) => (number + (others[at]?.[k] ?? 0)) / 2))
}

/**
 * Roles by what the person says and what is said where the name stands, the title, and the linear model's opinion.
 * @returns scores of BUYING_ROLES, per person, adding up to 1
 */
function roleNumbers(
  { linear, encoder, trained }: Models,
  reader: Reader,
  note: TaggerInput,
  statements: readonly Prediction[],
  states: Matrix,
): number[][] {
  if (note.people.length === 0) return []
  const standing = standings(note)
  const opinions = linearRoles(linear, note, statements)
  const titles = reader(
    note.people.map(({ title }) => title ?? ''),
    trained.longestHeading,
  )
  const read = beside(
    softsign(encoder.linear('title', titles)),
    means(
      states,
      standing.map(({ spoken }) => spoken),
    ),
    means(
      states,
      standing.map(({ named }) => named),
    ),
    matrix(standing.map(({ numbers }, at) => [...numbers, ...(opinions[at] ?? [])])),
  )
  return bothOf(rounded(encoder.linear('role', read)).map(softmax), opinions)
}

/** The mean of the rows at each list of places, zeros for none. */
function means({ data, width }: Matrix, places: readonly (readonly number[])[]): Matrix {
  const all = new Float32Array(places.length * width)
  for (const [at, rows] of places.entries())
    for (let column = 0; column < width; column += 1) {
      const sum = rows.reduce((total, row) => total + (data[row * width + column] ?? 0), 0)
      all[at * width + column] = rows.length === 0 ? 0 : sum / rows.length
    }
  return { rows: places.length, width, data: all }
}

/** Logits as lists, rounded so that the last bit of a sum never decides. */
function rounded(logits: Matrix): number[][] {
  return rows(logits).map((numbers) => numbers.map((logit) => Math.round(logit * 1e4) / 1e4))
}

/** Texts, of which at most so many tokens are read → their vectors as rows; zeros for an empty text. */
type Reader = (texts: readonly string[], longest: number) => Matrix

/** A text that comes again (a heading, a statement of a note that is asked about many times) is encoded once. */
function readerOf(encoder: Encoder): Reader {
  const { hidden } = encoder.config
  const known = new Map<string, Float32Array>([['', new Float32Array(hidden)]])
  return (texts, longest) => {
    const key = (text: string) => (text === '' ? '' : `${longest} ${text}`)
    const fresh = [...new Set(texts)].filter((text) => !known.has(key(text)))
    const encoded = encoder.encode(fresh.map((text) => tokens(encoder, text, longest)))
    for (const [at, text] of fresh.entries())
      known.set(key(text), encoded.data.subarray(at * hidden, (at + 1) * hidden))
    const data = new Float32Array(texts.length * hidden)
    for (const [at, text] of texts.entries()) data.set(known.get(key(text)) ?? [], at * hidden)
    return { rows: texts.length, width: hidden, data }
  }
}

function tokens(encoder: Encoder, text: string, longest: number): number[] {
  const ids = encoder.tokenizer.tokenize(text.trim()).slice(0, longest)
  return ids.length > 0 ? ids : [encoder.tokenizer.id('[UNK]')]
}

/** x / (1 + |x|): unlike tanh, the same bits on every machine. */
function softsign(x: Matrix): Matrix {
  return { ...x, data: x.data.map((value) => value / (1 + Math.abs(value))) }
}

function matrix(numbers: readonly (readonly number[])[]): Matrix {
  return { rows: numbers.length, width: numbers[0]?.length ?? 0, data: Float32Array.from(numbers.flat()) }
}

/** Matrices of as many rows, side by side. */
function beside(...parts: readonly Matrix[]): Matrix {
  const count = parts[0]?.rows ?? 0
  const width = parts.reduce((sum, part) => sum + part.width, 0)
  const data = new Float32Array(count * width)
  let column = 0
  for (const part of parts) {
    for (let row = 0; row < count; row += 1)
      data.set(part.data.subarray(row * part.width, (row + 1) * part.width), row * width + column)
    column += part.width
  }
  return { rows: count, width, data }
}

function rows({ rows: count, width, data }: Matrix): number[][] {
  return Array.from({ length: count }, (_, row) => Array.from(data.subarray(row * width, (row + 1) * width)))
}
