/** A layer of the encoder: attention and gelu with norms behind them, over sequences that stand one behind the other. */
import type { Kernel } from './kernel.ts'
import { applyLayer, roundUp, type Layer, type Weights } from './layers.ts'
import type { EncoderConfig } from './weights-file.ts'

interface Norm {
  gamma: number
  beta: number
}

/**
 * One layer of the encoder. Where several neighbours ask together it gives fewer vectors than it takes, and the layers above cost
 * less. (Z. Dai et al., "Funnel-Transformer", 2020.)
 */
export interface Block {
  project: Project
  out: Layer
  norm1: Norm
  up: Layer
  down: Layer
  norm2: Norm
  pool: number
}

/** @returns addresses of the questions of those that ask, [rows, hidden], and of the keys and values of all, [rows, 2 hidden], borrowed */
export type Project = (asked: Asked) => { q: number; kv: number }

/** The layers by which a block projects. */
export interface Projections {
  q: Layer
  kv: Layer
}

/** @param name of a norm in the weights file @returns where its factors and summands stand */
export function placeNorm(weights: Weights, name: string): Norm {
  return { gamma: weights.address(`${name}.weight`), beta: weights.address(`${name}.bias`) }
}

/** Projects each row by itself. */
export function projectAll(kernel: Kernel, { q, kv }: Projections): Project {
  return ({ x, lengths, asked, shorter }) => ({
    q: applyLayer(kernel, q, asked, sum(shorter)),
    kv: applyLayer(kernel, kv, x, sum(lengths)),
  })
}

/** @param name of a layer in the weights file */
export function placeProjections(weights: Weights, name: string): Projections {
  return { q: weights.layer(`${name}.q`), kv: weights.layer(`${name}.kv`) }
}

/** @param name of a layer in the weights file */
export function placeBlock(weights: Weights, name: string): Omit<Block, 'pool' | 'project'> {
  return {
    out: weights.layer(`${name}.out`),
    norm1: placeNorm(weights, `${name}.norm1`),
    up: weights.layer(`${name}.up`),
    down: weights.layer(`${name}.down`),
    norm2: placeNorm(weights, `${name}.norm2`),
  }
}

/** Vectors of sequences one behind the other, and those that ask: `asked` becomes what the layer gives. */
export interface Asked {
  sequences: readonly (readonly number[])[]
  x: number
  lengths: readonly number[]
  asked: number
  shorter: readonly number[]
}

/** @param asked [rows, hidden] floats as the layer takes them; those that ask are overwritten */
export function applyBlock(
  kernel: Kernel,
  { hidden, heads, epsilon }: EncoderConfig,
  block: Block,
  asked: Asked,
): void {
  const rows = sum(asked.shorter)
  const y = asked.asked
  const normed = ({ gamma, beta }: Norm) => kernel.layerNorm(y, rows, hidden, gamma, beta, epsilon)
  kernel.borrow(() => {
    const { q, kv } = block.project(asked)
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
export function spans(length: number, size: number): [from: number, to: number][] {
  const step = size === 0 ? length : size
  return Array.from({ length: Math.ceil(length / step) }, (_, at) => [at * step, Math.min(length, (at + 1) * step)])
}

/** Means over the spans of each sequence. @returns their address, with room for rows rounded up to 4 */
export function pooled(
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

/** @returns the address of [rows, width] floats, with room for rows rounded up to 4 */
export function takeRows(kernel: Kernel, rows: number, width: number): number {
  return kernel.take(roundUp(rows, 4) * width * 4)
}

export function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0)
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
