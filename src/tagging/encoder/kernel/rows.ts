/** What is done to every row by itself: embedding, norm, sums and means. Widths are multiples of 8. */
import { sum } from './functions'

/**
 * Row t = table[ids[t]] · scales[ids[t]] + positions[t].
 *
 * @param ids [T] i32
 * @param table, scales [V, H] i8, [V] f32
 * @param positions [P, H] f32, P ≥ T
 * @param x [T, H] f32
 */
export function embed(ids: usize, T: i32, H: i32, table: usize, scales: usize, positions: usize, x: usize): void {
  for (let t = 0; t < T; t++) {
    const id = load<i32>(ids + <usize>t * 4)
    const scale = v128.load32_splat(scales + <usize>id * 4)
    let from = table + <usize>(id * H)
    const end = from + <usize>H
    while (from < end) {
      const eight = v128.load8x8_s(from)
      const low = f32x4.convert_i32x4_s(i32x4.extend_low_i16x8_s(eight))
      const high = f32x4.convert_i32x4_s(i32x4.extend_high_i16x8_s(eight))
      v128.store(x, f32x4.add(f32x4.mul(low, scale), v128.load(positions)))
      v128.store(x, f32x4.add(f32x4.mul(high, scale), v128.load(positions, 16)), 16)
      from += 8
      positions += 32
      x += 32
    }
  }
}

/** x += y, n floats */
export function add(x: usize, y: usize, n: i32): void {
  const end = x + <usize>n * 4
  for (; x < end; x += 16, y += 16) v128.store(x, f32x4.add(v128.load(x), v128.load(y)))
}

/** x [rows, N] += bias [N] */
export function addBias(x: usize, rows: i32, N: i32, bias: usize): void {
  for (let row = 0; row < rows; row++) {
    add(x, bias, N)
    x += <usize>N * 4
  }
}

/**
 * Each row to mean 0 and variance 1, times gamma, plus beta; in place. The variance is taken around the mean in a second
 * pass, since the difference of two large sums would lose what makes small rows differ.
 *
 * @param x [rows, H] f32
 * @param gamma, beta [H] f32
 */
export function layerNorm(x: usize, rows: i32, H: i32, gamma: usize, beta: usize, epsilon: f32): void {
  const bytes = <usize>H * 4
  for (let row = 0; row < rows; row++) {
    let total = f32x4.splat(0)
    for (let i: usize = 0; i < bytes; i += 16) total = f32x4.add(total, v128.load(x + i))
    const middle = f32x4.splat(sum(total) / <f32>H)
    let squares = f32x4.splat(0)
    for (let i: usize = 0; i < bytes; i += 16) {
      const apart = f32x4.sub(v128.load(x + i), middle)
      squares = f32x4.add(squares, f32x4.mul(apart, apart))
    }
    const factor = f32x4.splat(<f32>1 / sqrt<f32>(sum(squares) / <f32>H + epsilon))
    for (let i: usize = 0; i < bytes; i += 16) {
      const unit = f32x4.mul(f32x4.sub(v128.load(x + i), middle), factor)
      v128.store(x + i, f32x4.add(f32x4.mul(unit, v128.load(gamma + i)), v128.load(beta + i)))
    }
    x += bytes
  }
}

/** to [H] = the mean of `rows` rows of x [rows, H] */
export function mean(x: usize, rows: i32, H: i32, to: usize): void {
  const bytes = <usize>H * 4
  const count = f32x4.splat(<f32>rows)
  for (let i: usize = 0; i < bytes; i += 16) {
    let total = f32x4.splat(0)
    for (let row = 0; row < rows; row++) total = f32x4.add(total, v128.load(x + <usize>row * bytes + i))
    v128.store(to + i, f32x4.div(total, count))
  }
}
