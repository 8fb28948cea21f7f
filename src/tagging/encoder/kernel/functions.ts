/**
 * exp and gelu as polynomials: only + - * / of 32-bit floats, which WebAssembly defines to the last bit. Math.exp and its kin
 * may differ between engines, and then tags would differ between machines.
 *
 * They work on arrays, so that each polynomial stands once in the module and inside its loop: the optimizer puts a function
 * that is called from one place there, and vectors would go through memory with every call.
 */

/**
 * Numbers stand in memory: a splat from there is one load, whereas V8 builds a constant vector anew in every turn of a loop,
 * in three instructions for which the products' units are needed.
 */
function at(table: usize, index: usize): v128 {
  return v128.load32_splat(table + index * 4)
}

/** A step of Horner's rule. */
function next(polynomial: v128, x: v128, table: usize, index: usize): v128 {
  return f32x4.add(f32x4.mul(polynomial, x), at(table, index))
}

/** 1.5 · 2²³: added to a float below 2²², it leaves the nearest integer in the lowest bits, at the cost of one addition. */
const ROUNDER: f32 = 12582912
const ROUNDER_BITS: i32 = 0x4b400000

/** Four floats below 2²² to the nearest integers. The conversion that WebAssembly has takes five times as long. */
export function nearest(x: v128): v128 {
  return i32x4.sub(f32x4.add(x, f32x4.splat(ROUNDER)), i32x4.splat(ROUNDER_BITS))
}

// prettier-ignore
const EXP = memory.data<f32>([
  -87.3, 88.3, Mathf.LOG2E, ROUNDER,
  // ln 2 in two parts, so that n times the first is exact
  0.693359375, -2.1219444e-4,
  1.98756915e-4, 1.3981999507e-3, 8.3334519073e-3, 4.1665795894e-2, 1.6666665459e-1, 5.0000001201e-1, 1,
])

/**
 * e^x, relative error below 2e-7. Cephes expf (S. Moshier), as in J. Pommier's sse_mathfun.h:
 * x = n ln 2 + r, a polynomial of degree 5 for e^r, and n added to the exponent. Below -87.3 it stays at 1e-38.
 */
function exp(x: v128): v128 {
  // pmin and pmax are one instruction each; min and max take care of NaN, which is not here
  x = f32x4.pmin(f32x4.pmax(x, at(EXP, 0)), at(EXP, 1))
  const rounded = f32x4.add(f32x4.mul(x, at(EXP, 2)), at(EXP, 3))
  const n = f32x4.sub(rounded, at(EXP, 3))
  const r = f32x4.sub(f32x4.sub(x, f32x4.mul(n, at(EXP, 4))), f32x4.mul(n, at(EXP, 5)))
  let p = at(EXP, 6)
  p = next(p, r, EXP, 7)
  p = next(p, r, EXP, 8)
  p = next(p, r, EXP, 9)
  p = next(p, r, EXP, 10)
  p = next(p, r, EXP, 11)
  p = f32x4.add(f32x4.add(f32x4.mul(p, f32x4.mul(r, r)), r), at(EXP, 12))
  // n is in the lowest bits of `rounded`; shifted to the exponent, the others fall out, and 127 is added by way of 1
  return f32x4.mul(p, i32x4.add(i32x4.shl(rounded, 23), at(EXP, 12)))
}

/** x = e^x for n floats, n a multiple of 4. */
export function expAll(x: usize, n: i32): void {
  for (const end = x + <usize>n * 4; x < end; x += 16) v128.store(x, exp(v128.load(x)))
}

// prettier-ignore
const ERF = memory.data<f32>([
  -4, 4,
  -2.72614225801306e-10, 2.77068142495902e-8, -2.10102402082508e-6, -5.69250639462346e-5, -7.34990630326855e-4,
  -2.95459980854025e-3, -1.60960333262415e-2,
  -1.45660718464996e-5, -2.13374055278905e-4, -1.68282697438203e-3, -7.37332916720468e-3, -1.42647390514189e-2,
  Mathf.SQRT1_2, 0.5,
])

/**
 * The error function, absolute error below 4e-7: the rational approximation of Eigen (generic_fast_erf_float), odd polynomial
 * of degree 13 over even polynomial of degree 8, on [-4, 4], where it reaches ±1 as far as a float can tell.
 */
function erf(x: v128): v128 {
  x = f32x4.pmin(f32x4.pmax(x, at(ERF, 0)), at(ERF, 1))
  const s = f32x4.mul(x, x)
  let p = at(ERF, 2)
  p = next(p, s, ERF, 3)
  p = next(p, s, ERF, 4)
  p = next(p, s, ERF, 5)
  p = next(p, s, ERF, 6)
  p = next(p, s, ERF, 7)
  p = next(p, s, ERF, 8)
  let q = at(ERF, 9)
  q = next(q, s, ERF, 10)
  q = next(q, s, ERF, 11)
  q = next(q, s, ERF, 12)
  q = next(q, s, ERF, 13)
  return f32x4.div(f32x4.mul(x, p), q)
}

/** x Φ(x), the gelu of BERT (not the one with tanh). */
function gelu(x: v128): v128 {
  const half = f32x4.mul(x, at(ERF, 15))
  return f32x4.add(half, f32x4.mul(half, erf(f32x4.mul(x, at(ERF, 14)))))
}

/** Gelu of n floats in place, n a multiple of 4. */
export function geluAll(x: usize, n: i32): void {
  for (const end = x + <usize>n * 4; x < end; x += 16) v128.store(x, gelu(v128.load(x)))
}

/** ((a + b) + (c + d)): the order is part of the result. */
export function sum(x: v128): f32 {
  return f32x4.extract_lane(x, 0) + f32x4.extract_lane(x, 1) + (f32x4.extract_lane(x, 2) + f32x4.extract_lane(x, 3))
}

export function largest(x: v128): f32 {
  return max<f32>(
    max<f32>(f32x4.extract_lane(x, 0), f32x4.extract_lane(x, 1)),
    max<f32>(f32x4.extract_lane(x, 2), f32x4.extract_lane(x, 3)),
  )
}
