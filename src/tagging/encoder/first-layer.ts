/**
 * What the tokens of sequences ask and answer in the first layer. None has met another before it, so these rows depend on
 * nothing but which token stands at which place of its sequence, and text is made of few words: what was made once is kept.
 */
import type { Project, Projections } from './block.ts'
import type { Kernel } from './kernel.ts'
import { applyLayer, roundUp } from './layers.ts'

/** Tokens at places of which rows are kept, of 4.6 kB at a width of 384: over half of a text. The first to come come often. */
const KEPT = 8_192

/**
 * As projectAll, the same bytes, for the lowest layer where every token asks for itself.
 * @param positions the longest sequence
 */
export function projectFirst(kernel: Kernel, layers: Projections, hidden: number, positions: number): Project {
  const asks = hidden * 4
  const answers = 2 * asks
  const kept = kernel.take(KEPT * (asks + answers))
  const places = new Map<number, number>()
  return ({ sequences, x }) => {
    const keys = sequences.flatMap((sequence) => sequence.map((token, place) => token * positions + place))
    const rows = roundUp(keys.length, 4)
    const all = { q: kernel.take(rows * asks), kv: kernel.take(rows * answers) }
    kernel.borrow(() => {
      const fresh = [...new Set(keys.filter((key) => !places.has(key)))]
      const from = kernel.take(roundUp(fresh.length, 4) * asks)
      const gather = copier(kernel)
      for (const [at, key] of fresh.entries()) gather(x + keys.indexOf(key) * asks, from + at * asks, asks)
      const q = applyLayer(kernel, layers.q, from, fresh.length)
      const kv = applyLayer(kernel, layers.kv, from, fresh.length)
      const made = new Map(fresh.map((key, at) => [key, at]))
      const copy = copier(kernel)
      for (const [row, key] of keys.entries()) {
        const at = made.get(key)
        const old = kept + (places.get(key) ?? 0) * (asks + answers)
        copy(at === undefined ? old : q + at * asks, all.q + row * asks, asks)
        copy(at === undefined ? old + asks : kv + at * answers, all.kv + row * answers, answers)
      }
      for (const [key, at] of [...made].slice(0, KEPT - places.size)) {
        const place = kept + places.size * (asks + answers)
        copy(q + at * asks, place, asks)
        copy(kv + at * answers, place + asks, answers)
        places.set(key, places.size)
      }
    })
    return all
  }
}

/** @returns what copies bytes from one address to another, until more memory is taken */
function copier(kernel: Kernel): (from: number, to: number, bytes: number) => void {
  const memory = kernel.bytes(0, kernel.take(0))
  return (from, to, bytes) => memory.copyWithin(to, from, from + bytes)
}
