/**
 * A small BERT: tokens in, a vector for each out (embedding, layers of attention and gelu with norms behind them), and the
 * heads that stand on such vectors. Each sequence is computed at its own length, without padding, and each row by itself:
 * its numbers depend on nothing but the weights and its sequence, not on the company, the machine or the run.
 */
import { firstLayer, type FirstLayer } from './first-layer.ts'
import { startKernel, type Kernel } from './kernel.ts'
import { applyLayer, placeWeights, roundUp, type Layer, type Weights } from './layers.ts'
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
  const layers = config.pool.map((pool, at): Block => {
    const block = placeBlock(weights, `layer.${at}`)
    const first = at === 0 && pool === 1 ? firstLayer(kernel, block, config.hidden, config.positions) : null
    return { ...block, pool, first }
  })
  return {
    config,
    extra,
    tokenizer: wordPiece(vocabulary),
    encode: (sequences) => ({
      rows: sequences.length,
      width: config.hidden,
      data: joined(
        groups(sequences).map((group) => kernel.borrow(() => encodeGroup(kernel, config, weights, layers, group))),
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

interface Norm {
  gamma: number
  beta: number
}

/**
 * One layer of the encoder. Where several neighbours ask together it gives fewer vectors than it takes, and the layers above cost
 * less. (Z. Dai et al., "Funnel-Transformer", 2020.)
 */
interface Block {
  q: Layer
  kv: Layer
  out: Layer
  norm1: Norm
  up: Layer
  down: Layer
  norm2: Norm
  pool: number
  /** Of the lowest layer, where every token asks for itself. */
  first: FirstLayer | null
}

function placeNorm(weights: Weights, name: string): Norm {
  return { gamma: weights.address(`${name}.weight`), beta: weights.address(`${name}.bias`) }
}

function placeBlock(weights: Weights, name: string): Omit<Block, 'pool' | 'first'> {
  return {
    q: weights.layer(`${name}.q`),
    kv: weights.layer(`${name}.kv`),
    out: weights.layer(`${name}.out`),
    norm1: placeNorm(weights, `${name}.norm1`),
    up: weights.layer(`${name}.up`),
    down: weights.layer(`${name}.down`),
    norm2: placeNorm(weights, `${name}.norm2`),
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

/** Vectors of sequences one behind the other, and those that ask: `asked` becomes what the layer gives. */
interface Asked {
  sequences: readonly (readonly number[])[]
  x: number
  lengths: readonly number[]
  asked: number
  shorter: readonly number[]
}

function applyBlock(kernel: Kernel, { hidden, heads, epsilon }: EncoderConfig, block: Block, asked: Asked): void {
  const rows = sum(asked.shorter)
  const y = asked.asked
  const normed = ({ gamma, beta }: Norm) => kernel.layerNorm(y, rows, hidden, gamma, beta, epsilon)
  kernel.borrow(() => {
    const { q, kv } = block.first?.(asked.sequences, asked.x) ?? {
      q: applyLayer(kernel, block.q, y, rows),
      kv: applyLayer(kernel, block.kv, asked.x, sum(asked.lengths)),
    }
    const mixed = takeRows(kernel, rows, hidden)
    attendAll(kernel, { q, kv, mixed }, asked, heads, hidden)
    kernel.add(y, applyLayer(kernel, block.out, mixed, rows), rows * hidden)
    normed(block.norm1)
    const wide = applyLayer(kernel, block.up, y, rows)
    kernel.geluAll(wide, rows * block.up.width)
    kernel.add(y, applyLayer(kernel, block.down, wide, rows), rows * hidden)
    normed(block.norm2)
  })
}

/** [from, to) of each `size` neighbours of a sequence, the last perhaps fewer; 0: of all. */
function spans(length: number, size: number): [from: number, to: number][] {
  const step = size === 0 ? length : size
  return Array.from({ length: Math.ceil(length / step) }, (_, at) => [at * step, Math.min(length, (at + 1) * step)])
}

/** Means over the spans of each sequence. @returns their address, with room for rows rounded up to 4 */
function pooled(
  kernel: Kernel,
  x: number,
  lengths: readonly number[],
  parts: readonly (readonly (readonly [from: number, to: number])[])[],
  hidden: number,
): number {
  const y = takeRows(kernel, sum(parts.map((each) => each.length)), hidden)
  let from = x
  let to = y
  for (const [at, each] of parts.entries()) {
    for (const [first, end] of each) {
      kernel.mean(from + first * hidden * 4, end - first, hidden, to)
      to += hidden * 4
    }
    from += (lengths[at] ?? 0) * hidden * 4
  }
  return y
}

function takeRows(kernel: Kernel, rows: number, width: number): number {
  return kernel.take(roundUp(rows, 4) * width * 4)
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0)
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

function attendAll(
  kernel: Kernel,
  { q, kv, mixed }: { q: number; kv: number; mixed: number },
  { lengths, shorter }: Pick<Asked, 'lengths' | 'shorter'>,
  heads: number,
  hidden: number,
): void {
  const depth = hidden / heads
  const longest = Math.max(...lengths)
  const scratch = kernel.take((depth + longest) * roundUp(longest, 8) * 4)
  const line = hidden * 4
  let row = 0
  let asking = 0
  for (const [at, length] of lengths.entries()) {
    const queries = shorter[at] ?? 0
    kernel.attention(
      q + asking * line,
      queries,
      kv + row * line * 2,
      length,
      heads,
      depth,
      mixed + asking * line,
      scratch,
    )
    row += length
    asking += queries
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
