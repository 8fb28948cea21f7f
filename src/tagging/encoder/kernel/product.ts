/**
 * Products of float matrices: for attention, where both sides are activations, and for the small heads. Each element is
 * summed in the order of the inner index, in the block of 4 rows as in the block of one, so that a row's result does not
 * depend on how many rows stand beside it.
 */

function plus(sum: v128, a: v128, b: v128): v128 {
  return f32x4.add(sum, f32x4.mul(a, b))
}

/**
 * c = a b. Distances between rows (aLine, bLine, cLine) are in bytes.
 *
 * @param a [rows, inner]
 * @param b [inner, columns], columns a multiple of 8
 * @param c [rows, columns]
 */
export function product(
  a: usize,
  aLine: usize,
  b: usize,
  bLine: usize,
  c: usize,
  cLine: usize,
  rows: i32,
  inner: i32,
  columns: i32,
): void {
  let row = 0
  for (; row + 4 <= rows; row += 4) {
    four(a, aLine, b, bLine, c, cLine, inner, columns)
    a += aLine * 4
    c += cLine * 4
  }
  for (; row < rows; row++) {
    one(a, b, bLine, c, inner, columns)
    a += aLine
    c += cLine
  }
}

function four(a: usize, aLine: usize, b: usize, bLine: usize, c: usize, cLine: usize, inner: i32, columns: i32): void {
  const end = a + <usize>inner * 4
  const line2 = aLine * 2
  const line3 = aLine * 3
  for (let column = 0; column < columns; column += 8) {
    let p0 = f32x4.splat(0)
    let p1 = p0
    let q0 = p0
    let q1 = p0
    let r0 = p0
    let r1 = p0
    let s0 = p0
    let s1 = p0
    let from = b
    for (let at = a; at < end; at += 4) {
      const b0 = v128.load(from)
      const b1 = v128.load(from, 16)
      const p = v128.load32_splat(at)
      p0 = plus(p0, p, b0)
      p1 = plus(p1, p, b1)
      const q = v128.load32_splat(at + aLine)
      q0 = plus(q0, q, b0)
      q1 = plus(q1, q, b1)
      const r = v128.load32_splat(at + line2)
      r0 = plus(r0, r, b0)
      r1 = plus(r1, r, b1)
      const s = v128.load32_splat(at + line3)
      s0 = plus(s0, s, b0)
      s1 = plus(s1, s, b1)
      from += bLine
    }
    v128.store(c, p0)
    v128.store(c, p1, 16)
    v128.store(c + cLine, q0)
    v128.store(c + cLine, q1, 16)
    v128.store(c + cLine * 2, r0)
    v128.store(c + cLine * 2, r1, 16)
    v128.store(c + cLine * 3, s0)
    v128.store(c + cLine * 3, s1, 16)
    b += 32
    c += 32
  }
}

function one(a: usize, b: usize, bLine: usize, c: usize, inner: i32, columns: i32): void {
  const end = a + <usize>inner * 4
  for (let column = 0; column < columns; column += 8) {
    let p0 = f32x4.splat(0)
    let p1 = p0
    let from = b
    for (let at = a; at < end; at += 4) {
      const p = v128.load32_splat(at)
      p0 = plus(p0, p, v128.load(from))
      p1 = plus(p1, p, v128.load(from, 16))
      from += bLine
    }
    v128.store(c, p0)
    v128.store(c, p1, 16)
    b += 32
    c += 32
  }
}
