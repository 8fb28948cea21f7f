/**
 * A small BERT: tokens in, a vector for each out (embedding, layers of attention and gelu with norms behind them), and the
 * heads that stand on such vectors. Each sequence is computed at its own length, without padding, and each row by itself:
 * its numbers depend on nothing but the weights and its sequence, not on the company, the machine or the run.
 */
import {
  applyBlock,
  placeBlock,
  placeNorm,
  placeProjections,
  pooled,
  projectAll,
  spans,
  sum,
  takeRows,
  type Block,
} from './block.ts'
import { projectFirst } from './first-layer.ts'
import { startKernel, type Kernel } from './kernel.ts'
import { applyLayer, placeWeights, roundUp, type Weights } from './layers.ts'
import { readWeights, type EncoderConfig } from './weights-file.ts'
import { wordPiece, type Tokenizer } from './wordpiece.ts'

/** Rows of floats, one behind the other. */
export interface Matrix {
  rows: number
  width: number
  data: Float32Array
}

export interface Encoder {
  config: EncoderConfig
  /** What the training handed on. */
  extra: unknown
  tokenizer: Tokenizer
  /** @returns for each sequence of token ids the mean of what the last layer gives, [sequences, hidden] */
  encode(sequences: readonly (readonly number[])[]): Matrix
  /** The layer of this name in the weights file. @returns [rows, outputs] */
  linear(name: string, x: Matrix): Matrix
  /** The recurrent unit of this name, forward and, where the file has it, backward. @returns [rows, D] or [rows, 2 D] */
  gru(name: string, x: Matrix): Matrix
  /** @returns each row as probabilities */
  softmax(x: Matrix): Matrix
}

/** Sequences are multiplied together up to this many rows: more would push each other's activations out of the cache. */
const ROWS_AT_ONCE = 128

/**
 * @param wasm the bytes of kernel.wasm
 * @param bytes the weights, as weights-file.ts tells
 * @param name of the weights file, for the sentence where it is not one
 */
export function loadEncoder(wasm: Uint8Array, bytes: Uint8Array, name: string): Encoder {
  const { config, extra, tensors, data } = readWeights(bytes, name)
  const kernel = startKernel(wasm)
  const base = kernel.take(data.length)
  kernel.bytes(base, data.length).set(data)
  const weights = placeWeights(tensors, base)
  const [words = 0] = weights.shape('vocabulary')
  const vocabulary = new TextDecoder().decode(kernel.bytes(weights.address('vocabulary'), words)).split('\n')
  const blocks = config.pool.map((pool, at): Block => {
    const layers = placeProjections(weights, `layer.${at}`)
    const isFirst = at === 0 && pool === 1
    const project = isFirst ? projectFirst(kernel, layers, config.hidden, config.positions) : projectAll(kernel, layers)
    return { ...placeBlock(weights, `layer.${at}`), pool, project }
  })
  return {
    config,
    extra,
    tokenizer: wordPiece(vocabulary),
    encode: (sequences) => ({
      rows: sequences.length,
      width: config.hidden,
      data: joined(
        groups(sequences).map((group) => kernel.borrow(() => encodeGroup(kernel, config, weights, blocks, group))),
      ),
    }),
    linear: (layerName, x) =>
      kernel.borrow(() => {
        const layer = weights.layer(layerName)
        const y = applyLayer(kernel, layer, put(kernel, x), x.rows)
        return get(kernel, y, x.rows, layer.outputs, layer.width)
      }),
    gru: (unit, x) => kernel.borrow(() => recur(kernel, weights, unit, x)),
    softmax: (x) =>
      kernel.borrow(() => {
        const columns = roundUp(x.width, 4)
        const at = kernel.take(x.rows * columns * 4)
        for (let row = 0; row < x.rows; row += 1)
          kernel.floats(at + row * columns * 4, x.width).set(x.data.subarray(row * x.width, (row + 1) * x.width))
        kernel.softmax(at, x.rows, x.width, columns)
        return get(kernel, at, x.rows, x.width, columns)
      }),
  }
}

/** Sequences in their order, in groups of at most ROWS_AT_ONCE rows, or of one. */
function groups(sequences: readonly (readonly number[])[]): (readonly number[])[][] {
  const all: (readonly number[])[][] = []
  let rows = Infinity
  for (const sequence of sequences) {
    rows += sequence.length
    if (rows > ROWS_AT_ONCE) {
      all.push([])
      rows = sequence.length
    }
    all.at(-1)?.push(sequence)
  }
  return all
}

/** @returns the mean of the last vectors of each sequence, one behind the other */
function encodeGroup(
  kernel: Kernel,
  config: EncoderConfig,
  weights: Weights,
  blocks: readonly Block[],
  sequences: readonly (readonly number[])[],
): Float32Array {
  const { hidden, epsilon } = config
  let lengths = sequences.map((sequence) => sequence.length)
  let x = takeRows(kernel, sum(lengths), hidden)
  embedAll(kernel, config, weights, sequences, x)
  const { gamma, beta } = placeNorm(weights, 'embedding.norm')
  kernel.layerNorm(x, sum(lengths), hidden, gamma, beta, epsilon)
  for (const block of blocks) {
    const asking = lengths.map((length) => spans(length, block.pool))
    const shorter = asking.map((each) => each.length)
    const asked = block.pool === 1 ? x : pooled(kernel, x, lengths, asking, hidden)
    applyBlock(kernel, config, block, { sequences, x, lengths, asked, shorter })
    x = asked
    lengths = shorter
  }
  const whole = pooled(
    kernel,
    x,
    lengths,
    lengths.map((length) => spans(length, 0)),
    hidden,
  )
  return kernel.floats(whole, sequences.length * hidden).slice()
}

function joined(parts: readonly Float32Array[]): Float32Array {
  const all = new Float32Array(sum(parts.map((part) => part.length)))
  let at = 0
  for (const part of parts) {
    all.set(part, at)
    at += part.length
  }
  return all
}

function embedAll(
  kernel: Kernel,
  { hidden, positions }: EncoderConfig,
  weights: Weights,
  sequences: readonly (readonly number[])[],
  x: number,
): void {
  const [words = 0] = weights.shape('embedding.token.weight')
  const table = weights.address('embedding.token.weight')
  const scales = weights.address('embedding.token.scale')
  const places = weights.address('embedding.position')
  const ids = kernel.take(positions * 4)
  let to = x
  for (const sequence of sequences) {
    // the kernel checks no bounds: a wrong id would read what lies behind the table
    if (sequence.length > positions) throw new RangeError(`a sequence has more than ${positions} tokens`)
    if (sequence.some((id) => !(id >= 0 && id < words))) throw new RangeError('a token is not in the vocabulary')
    kernel.integers(ids, sequence.length).set(sequence)
    kernel.embed(ids, sequence.length, hidden, table, scales, places, to)
    to += sequence.length * hidden * 4
  }
}

/** @returns the states of a recurrent unit that starts at 0, those of its directions beside each other */
function recur(kernel: Kernel, weights: Weights, name: string, x: Matrix): Matrix {
  const ways = ['forward', 'backward'].filter((way) => weights.has(`${name}.${way}.input.weight`))
  const from = put(kernel, x)
  const { inputs: depth } = weights.layer(`${name}.forward.state`)
  const width = depth * ways.length
  const out = kernel.take(x.rows * width * 4)
  const scratch = kernel.take(depth * 4 * 4)
  for (const [at, way] of ways.entries()) {
    const { weight, bias } = weights.layer(`${name}.${way}.state`)
    const inputs = applyLayer(kernel, weights.layer(`${name}.${way}.input`), from, x.rows)
    kernel.gru(inputs, x.rows, depth, weight, bias, at, out + at * depth * 4, width * 4, scratch)
  }
  return get(kernel, out, x.rows, width, width)
}

/** Copies a matrix into borrowed memory, with room for rows rounded up to 4. */
function put(kernel: Kernel, { rows, width, data }: Matrix): number {
  const at = kernel.take(roundUp(rows, 4) * width * 4)
  kernel.floats(at, data.length).set(data)
  return at
}

/** Copies the first `width` of `line` columns out of the kernel's memory. */
function get(kernel: Kernel, at: number, rows: number, width: number, line: number): Matrix {
  if (width === line) return { rows, width, data: kernel.floats(at, rows * width).slice() }
  const data = new Float32Array(rows * width)
  for (let row = 0; row < rows; row += 1) data.set(kernel.floats(at + row * line * 4, width), row * width)
  return { rows, width, data }
}
