/**
 * exp, erf, gelu, sigmoid and tanh of four floats at once, as polynomials: only + - * / of 32-bit floats, which WebAssembly
 * defines to the last bit. Math.exp and its kin may differ between engines, and then tags would differ between machines.
 */

function c(value: f32): v128 {
  return f32x4.splat(value)
}

/** 1.5 · 2²³: added to a float below 2²², it leaves the nearest integer in the lowest bits, at the cost of one addition. */
const ROUNDER: f32 = 12582912
const ROUNDER_BITS: i32 = 0x4b400000

/** Four floats below 2²² to the nearest integers. The conversion that WebAssembly has takes five times as long. */
export function nearest(x: v128): v128 {
  return i32x4.sub(f32x4.add(x, c(ROUNDER)), i32x4.splat(ROUNDER_BITS))
}

/**
 * e^x, relative error below 2e-7. Cephes expf (S. Moshier), as in J. Pommier's sse_mathfun.h:
 * x = n ln 2 + r, a polynomial of degree 5 for e^r, and n added to the exponent. Below -87.3 it stays at 1e-38.
 */
export function exp(x: v128): v128 {
  // pmin and pmax are one instruction each; min and max take care of NaN, which is not here
  x = f32x4.pmin(f32x4.pmax(x, c(-87.3)), c(88.3))
  const rounded = f32x4.add(f32x4.mul(x, c(Mathf.LOG2E)), c(ROUNDER))
  const n = f32x4.sub(rounded, c(ROUNDER))
  // ln 2 in two parts, so that n times the first is exact
  const r = f32x4.sub(f32x4.sub(x, f32x4.mul(n, c(0.693359375))), f32x4.mul(n, c(-2.1219444e-4)))
  let p = c(1.98756915e-4)
  p = f32x4.add(f32x4.mul(p, r), c(1.3981999507e-3))
  p = f32x4.add(f32x4.mul(p, r), c(8.3334519073e-3))
  p = f32x4.add(f32x4.mul(p, r), c(4.1665795894e-2))
  p = f32x4.add(f32x4.mul(p, r), c(1.6666665459e-1))
  p = f32x4.add(f32x4.mul(p, r), c(5.0000001201e-1))
  p = f32x4.add(f32x4.add(f32x4.mul(p, f32x4.mul(r, r)), r), c(1))
  // n is in the lowest bits of `rounded`; shifted to the exponent, the others fall out
  return f32x4.mul(p, i32x4.add(i32x4.shl(rounded, 23), i32x4.splat(127 << 23)))
}

/**
 * The error function, absolute error below 4e-7: the rational approximation of Eigen (generic_fast_erf_float), odd polynomial
 * of degree 13 over even polynomial of degree 8, on [-4, 4], where it reaches ±1 as far as a float can tell.
 */
function erf(x: v128): v128 {
  x = f32x4.pmin(f32x4.pmax(x, c(-4)), c(4))
  const s = f32x4.mul(x, x)
  let p = c(-2.72614225801306e-10)
  p = f32x4.add(f32x4.mul(p, s), c(2.77068142495902e-8))
  p = f32x4.add(f32x4.mul(p, s), c(-2.10102402082508e-6))
  p = f32x4.add(f32x4.mul(p, s), c(-5.69250639462346e-5))
  p = f32x4.add(f32x4.mul(p, s), c(-7.34990630326855e-4))
  p = f32x4.add(f32x4.mul(p, s), c(-2.95459980854025e-3))
  p = f32x4.add(f32x4.mul(p, s), c(-1.60960333262415e-2))
  let q = c(-1.45660718464996e-5)
  q = f32x4.add(f32x4.mul(q, s), c(-2.13374055278905e-4))
  q = f32x4.add(f32x4.mul(q, s), c(-1.68282697438203e-3))
  q = f32x4.add(f32x4.mul(q, s), c(-7.37332916720468e-3))
  q = f32x4.add(f32x4.mul(q, s), c(-1.42647390514189e-2))
  return f32x4.div(f32x4.mul(x, p), q)
}

/** x Φ(x), the gelu of BERT (not the one with tanh). */
export function gelu(x: v128): v128 {
  const half = f32x4.mul(x, c(0.5))
  return f32x4.add(half, f32x4.mul(half, erf(f32x4.mul(x, c(Mathf.SQRT1_2)))))
}

/** 1 / (1 + e^-x) */
export function sigmoid(x: v128): v128 {
  return f32x4.div(c(1), f32x4.add(c(1), exp(f32x4.neg(x))))
}

/** 1 - 2 / (1 + e^2x), absolute error below 2e-7 */
export function tanh(x: v128): v128 {
  return f32x4.sub(c(1), f32x4.div(c(2), f32x4.add(c(1), exp(f32x4.add(x, x)))))
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
