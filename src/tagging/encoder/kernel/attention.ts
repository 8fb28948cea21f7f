/** Attention of queries to a sequence, softmax(q kᵀ / √d) v for each head, in floats. */
import { expAll, largest, sum } from './functions'
import { product } from './product'

/**
 * @param q [Q, heads, d] f32
 * @param kv [T, 2, heads, d] f32, d a multiple of 8
 * @param out [Q, heads, d] f32
 * @param scratch (d + Q) · T' floats, T' = T rounded up to 8: the keys of a head turned on their side, and its weights
 */
export function attention(q: usize, Q: i32, kv: usize, T: i32, heads: i32, d: i32, out: usize, scratch: usize): void {
  const columns = (T + 7) & ~7
  const line = <usize>(heads * d) * 4
  const keys = scratch
  const weights = scratch + <usize>(d * columns) * 4
  for (let head = 0; head < heads; head++) {
    turnKeys(kv, line * 2, T, d, columns, keys)
    product(q, line, keys, <usize>columns * 4, weights, <usize>columns * 4, Q, d, columns)
    softmax(weights, Q, T, columns)
    // the inner index runs over T, not over columns: the padding has no part in the sum
    product(weights, <usize>columns * 4, kv + line, line * 2, out, line, Q, T, d)
    q += d * 4
    kv += d * 4
    out += d * 4
  }
}

/** [T, d] with distance `line` → [d, columns], times 1/√d; the columns behind T are 0. */
function turnKeys(from: usize, line: usize, T: i32, d: i32, columns: i32, to: usize): void {
  const scale: f32 = <f32>1 / sqrt<f32>(<f32>d)
  for (let k = 0; k < d; k++) {
    let at = from + <usize>k * 4
    for (let t = 0; t < T; t++) {
      store<f32>(to, load<f32>(at) * scale)
      at += line
      to += 4
    }
    for (let t = T; t < columns; t++) {
      store<f32>(to, 0)
      to += 4
    }
  }
}

/**
 * Softmax of each row in place.
 *
 * @param x [rows, columns] f32 of which `width` columns count, columns a multiple of 4; the others become 0
 */
export function softmax(x: usize, rows: i32, width: i32, columns: i32): void {
  for (let row = 0; row < rows; row++) {
    const end = x + <usize>columns * 4
    for (let at = x + <usize>width * 4; at < end; at += 4) store<f32>(at, -Infinity)
    let most = v128.load(x)
    for (let at = x + 16; at < end; at += 16) most = f32x4.pmax(most, v128.load(at))
    const top = f32x4.splat(largest(most))
    for (let at = x; at < end; at += 16) v128.store(at, f32x4.sub(v128.load(at), top))
    expAll(x, columns)
    let total = f32x4.splat(0)
    for (let at = x; at < end; at += 16) total = f32x4.add(total, v128.load(at))
    const factor = f32x4.splat(<f32>1 / sum(total))
    for (let at = x; at < end; at += 16) v128.store(at, f32x4.mul(v128.load(at), factor))
    for (let at = x + <usize>width * 4; at < end; at += 4) store<f32>(at, 0)
    x = end
  }
}
