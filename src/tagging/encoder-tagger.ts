/**
 * The tagger: a small sentence encoder reads each statement, a network over the note reads what stands around it, and the linear
 * model's opinion is one more thing that it reads. (Hierarchical tagging: Z. Yang et al., "Hierarchical attention networks", 2016,
 * with a recurrent unit over the statements; stacking: D. Wolpert, "Stacked generalization", 1992.)
 */
import { digest } from '../digest.ts'
import { TAGS } from '../types.ts'
import { loadEncoder, type Encoder, type Matrix } from './encoder/encoder.ts'
import { noteFeatures } from './features.ts'
import { linearLogits, linearTagger, predictionsOf } from './linear.ts'
import { surroundings } from './surroundings.ts'
import type { Prediction, Tagger, TaggerInput } from './tagger.ts'
import { decodeModel, softmax, type Curve, type LinearModel } from './weights.ts'

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
}

/**
 * @param linear bytes of linear.bin, kernel bytes of kernel.wasm, weights bytes of encoder.bin
 * @returns the tagger; throws a failure with a sentence where the bytes are not of this version, and WebAssembly's own error where
 * the platform can't run the kernel
 */
export function encoderTagger(linear: Uint8Array, kernel: Uint8Array, weights: Uint8Array): Tagger {
  const model = decodeModel(linear)
  const encoder = loadEncoder(kernel, weights, 'encoder.bin')
  const trained = encoder.extra as Trained
  return {
    digest: digest([linear, kernel, weights].map(digest).join(' ')),
    threshold: trained.threshold,
    tag: async (notes) => {
      const reader = readerOf(encoder)
      return notes.map((note) => tagNote(model, encoder, trained, reader, note))
    },
    roles: linearTagger(linear).roles,
  }
}

function tagNote(
  model: LinearModel,
  encoder: Encoder,
  trained: Trained,
  reader: Reader,
  note: TaggerInput,
): Prediction[] {
  if (note.statements.length === 0) return []
  const vectors = noteFeatures(note)
  const first = linearLogits(model, note, vectors)
  const last = noteLogits(encoder, trained, reader, note, first)
  // Rounded, so that the last bit of a sum never decides.
  const scores = last.map((logits) => logits.map((logit) => Math.round(logit * 1e4) / 1e4))
  return predictionsOf(model, note, vectors, scores, trained.curves)
}

/** @returns the logits of TAGS per statement */
function noteLogits(
  encoder: Encoder,
  trained: Trained,
  reader: Reader,
  note: TaggerInput,
  first: readonly (readonly number[])[],
): number[][] {
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
  const inputs = beside(
    softsign(encoder.linear('statement', said)),
    softsign(encoder.linear('heading', titles)),
    matrix(around),
  )
  return rows(encoder.linear('tag', beside(encoder.gru('note', inputs), inputs)))
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
    for (const [at, text] of fresh.entries()) {
      const vectors = encoded[at]
      if (vectors !== undefined) known.set(key(text), encoder.mean(vectors, [[0, vectors.rows]]).data)
    }
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
