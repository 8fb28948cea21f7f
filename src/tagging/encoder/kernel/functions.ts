/**
 * exp, erf, gelu, sigmoid and tanh of four floats at once, as polynomials: only + - * / of 32-bit floats, which WebAssembly
 * defines to the last bit. Math.exp and its kin may differ between engines, and then tags would differ between machines.
 */

function c(value: f32): v128 {
  return f32x4.splat(value)
}

/**
 * e^x, relative error below 2e-7. Cephes expf (S. Moshier), as in J. Pommier's sse_mathfun.h:
 * x = n ln 2 + r, a polynomial of degree 5 for e^r, and n added to the exponent. Below -87.3 it stays at 1e-38.
 */
export function exp(x: v128): v128 {
  x = f32x4.min(f32x4.max(x, c(-87.3)), c(88.3))
  const n = f32x4.floor(f32x4.add(f32x4.mul(x, c(Mathf.LOG2E)), c(0.5)))
  // ln 2 in two parts, so that n times the first is exact
  const r = f32x4.sub(f32x4.sub(x, f32x4.mul(n, c(0.693359375))), f32x4.mul(n, c(-2.1219444e-4)))
  let p = c(1.98756915e-4)
  p = f32x4.add(f32x4.mul(p, r), c(1.3981999507e-3))
  p = f32x4.add(f32x4.mul(p, r), c(8.3334519073e-3))
  p = f32x4.add(f32x4.mul(p, r), c(4.1665795894e-2))
  p = f32x4.add(f32x4.mul(p, r), c(1.6666665459e-1))
  p = f32x4.add(f32x4.mul(p, r), c(5.0000001201e-1))
  p = f32x4.add(f32x4.add(f32x4.mul(p, f32x4.mul(r, r)), r), c(1))
  const power = i32x4.shl(i32x4.add(i32x4.trunc_sat_f32x4_s(n), i32x4.splat(127)), 23)
  return f32x4.mul(p, power)
}

/**
 * The error function, absolute error below 4e-7: the rational approximation of Eigen (generic_fast_erf_float), odd polynomial
 * of degree 13 over even polynomial of degree 8, on [-4, 4], where it reaches ±1 as far as a float can tell.
 */
function erf(x: v128): v128 {
  x = f32x4.min(f32x4.max(x, c(-4)), c(4))
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
