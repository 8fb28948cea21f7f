/**
 * Layers y = x Wᵀ + b in integers: bytes for the weights, 16 bits for the activations, sums in 32 bits. Where nearly all the
 * time goes, so its memory is laid out for i32x4.dot_i16x8_s, which multiplies 8 pairs and adds neighbours: 4 sums a step.
 *
 *     weights      [N/8][K/2][8 outputs][2]   i8    a load of 8 bytes = 4 outputs x 2 neighbours along K
 *     activations  [T/4][K/2][4 rows][2]      i16   a splat of 4 bytes = the 2 neighbours of one row
 *
 * T is rounded up to 4 by the caller's buffers; what the surplus rows hold is computed and never looked at.
 */
import { largest, nearest } from './functions'

/**
 * Rounds each row to integers of ±limit, by the row's own largest value, so that no row depends on its neighbours. Before,
 * each column is multiplied by a number that the weights of that column were divided by when they became bytes: integers of
 * 14 bits have room for the spread between columns that bytes have not.
 * The caller chooses the limit so that 127 · limit · K < 2³¹: the sums of `linear` can't overflow.
 *
 * @param x [rows, K] f32, rows a multiple of 4, K of 8
 * @param columns [K] f32
 * @param to [rows/4][K/2][4][2] i16
 * @param scales [rows] f32: x ≈ scale · integer
 */
export function quantize(x: usize, rows: i32, K: i32, columns: usize, limit: f32, to: usize, scales: usize): void {
  const line = <usize>K * 4
  for (let row = 0; row < rows; row += 4) {
    const factor0 = scaleOf(x, columns, line, limit, scales)
    const factor1 = scaleOf(x + line, columns, line, limit, scales + 4)
    const factor2 = scaleOf(x + line * 2, columns, line, limit, scales + 8)
    const factor3 = scaleOf(x + line * 3, columns, line, limit, scales + 12)
    let column = columns
    for (const end = x + line; x < end; x += 32) {
      const low = v128.load(column)
      const high = v128.load(column, 16)
      column += 32
      // four rows of four pairs, turned into four pairs of four rows
      const a = eight(x, low, high, factor0)
      const b = eight(x + line, low, high, factor1)
      const c = eight(x + line * 2, low, high, factor2)
      const d = eight(x + line * 3, low, high, factor3)
      const ab0 = i32x4.shuffle(a, b, 0, 4, 1, 5)
      const ab2 = i32x4.shuffle(a, b, 2, 6, 3, 7)
      const cd0 = i32x4.shuffle(c, d, 0, 4, 1, 5)
      const cd2 = i32x4.shuffle(c, d, 2, 6, 3, 7)
      v128.store(to, i64x2.shuffle(ab0, cd0, 0, 2))
      v128.store(to, i64x2.shuffle(ab0, cd0, 1, 3), 16)
      v128.store(to, i64x2.shuffle(ab2, cd2, 0, 2), 32)
      v128.store(to, i64x2.shuffle(ab2, cd2, 1, 3), 48)
      to += 64
    }
    x += line * 3
    scales += 16
  }
}

/** Writes the scale of a row. @returns what its values are multiplied by */
function scaleOf(x: usize, columns: usize, line: usize, limit: f32, scale: usize): v128 {
  let most = f32x4.splat(0)
  for (const end = x + line; x < end; x += 16, columns += 16)
    most = f32x4.pmax(most, f32x4.abs(f32x4.mul(v128.load(x), v128.load(columns))))
  const top = largest(most)
  store<f32>(scale, top / limit)
  return f32x4.splat(top > 0 ? limit / top : 0)
}

function eight(x: usize, low: v128, high: v128, factor: v128): v128 {
  return i16x8.narrow_i32x4_s(
    nearest(f32x4.mul(f32x4.mul(v128.load(x), low), factor)),
    nearest(f32x4.mul(f32x4.mul(v128.load(x, 16), high), factor)),
  )
}

/** Bytes to 16 bits, once for 8 outputs, so that the loop over the rows is free of it. */
function widen(from: usize, bytes: i32, to: usize): void {
  const end = from + bytes
  while (from < end) {
    v128.store(to, v128.load8x8_s(from))
    v128.store(to, v128.load8x8_s(from, 8), 16)
    from += 16
    to += 32
  }
}

function dot(sum: v128, a: v128, b: v128): v128 {
  return i32x4.add(sum, i32x4.dot_i16x8_s(a, b))
}

function finish(y: usize, sum: v128, scale: v128, bias: v128): void {
  v128.store(y, f32x4.add(f32x4.mul(f32x4.convert_i32x4_s(sum), scale), bias))
}

/**
 * Blocks of 4 rows x 8 outputs: 8 sums, 2 weights and a splat stay in the 16 registers of an x64; every load serves 2 or 4
 * products. Blocks from 2x16 to 4x12 were equally fast within the noise, 8x4 and 6x8 slower by a tenth: what multiplies and
 * adds seems to be the limit, not what loads.
 *
 * @param x, xScales what `quantize` wrote, rows a multiple of 4
 * @param w, wScales, bias [N/8][K/2][8][2] i8, [N] f32, [N] f32, N a multiple of 8
 * @param y [rows, N] f32
 * @param scratch K · 16 bytes
 */
export function linear(
  x: usize,
  xScales: usize,
  rows: i32,
  K: i32,
  w: usize,
  wScales: usize,
  bias: usize,
  N: i32,
  y: usize,
  scratch: usize,
): void {
  const line = <usize>N * 4
  const end = scratch + <usize>K * 16
  for (let n = 0; n < N; n += 8) {
    widen(w, K * 8, scratch)
    w += <usize>K * 8
    const scale0 = v128.load(wScales)
    const scale1 = v128.load(wScales, 16)
    const bias0 = v128.load(bias)
    const bias1 = v128.load(bias, 16)
    wScales += 32
    bias += 32
    let from = x
    let scales = xScales
    let to = y + <usize>n * 4
    for (let row = 0; row < rows; row += 4) {
      let p0 = i32x4.splat(0)
      let p1 = p0
      let q0 = p0
      let q1 = p0
      let r0 = p0
      let r1 = p0
      let s0 = p0
      let s1 = p0
      for (let at = scratch; at < end; at += 32) {
        const w0 = v128.load(at)
        const w1 = v128.load(at, 16)
        const p = v128.load32_splat(from)
        p0 = dot(p0, w0, p)
        p1 = dot(p1, w1, p)
        const q = v128.load32_splat(from, 4)
        q0 = dot(q0, w0, q)
        q1 = dot(q1, w1, q)
        const r = v128.load32_splat(from, 8)
        r0 = dot(r0, w0, r)
        r1 = dot(r1, w1, r)
        const s = v128.load32_splat(from, 12)
        s0 = dot(s0, w0, s)
        s1 = dot(s1, w1, s)
        from += 16
      }
      let scale = v128.load32_splat(scales)
      finish(to, p0, f32x4.mul(scale, scale0), bias0)
      finish(to + 16, p1, f32x4.mul(scale, scale1), bias1)
      to += line
      scale = v128.load32_splat(scales, 4)
      finish(to, q0, f32x4.mul(scale, scale0), bias0)
      finish(to + 16, q1, f32x4.mul(scale, scale1), bias1)
      to += line
      scale = v128.load32_splat(scales, 8)
      finish(to, r0, f32x4.mul(scale, scale0), bias0)
      finish(to + 16, r1, f32x4.mul(scale, scale1), bias1)
      to += line
      scale = v128.load32_splat(scales, 12)
      finish(to, s0, f32x4.mul(scale, scale0), bias0)
      finish(to + 16, s1, f32x4.mul(scale, scale1), bias1)
      to += line
      scales += 16
    }
  }
}
