/** A gated recurrent unit, as PyTorch defines it; the products with the input are made before, for all rows at once. */
import { expAll } from './functions'
import { product } from './product'
import { add } from './rows'

/**
 * @param fromInput [rows, 3, D] f32: W x + b, in the order r, z, n; D a multiple of 8
 * @param weight, bias [D, 3, D] and [3, D] f32: U turned on its side, and c
 * @param backward 1 to go from the last row to the first
 * @param out [rows, D] f32 with `outLine` bytes from row to row: the state after each row
 * @param scratch 4 D floats
 */
export function gru(
  fromInput: usize,
  rows: i32,
  D: i32,
  weight: usize,
  bias: usize,
  backward: i32,
  out: usize,
  outLine: usize,
  scratch: usize,
): void {
  const part = <usize>D * 4
  const state = scratch
  const fromState = scratch + part
  memory.fill(state, 0, part)
  for (let step = 0; step < rows; step++) {
    const row = <usize>(backward ? rows - 1 - step : step)
    product(state, part, weight, part * 3, fromState, part * 3, 1, D, D * 3)
    add(fromState, bias, D * 3)
    advance(fromInput + row * part * 3, fromState, D, state)
    memory.copy(out + row * outLine, state, part)
  }
}

/**
 * r = σ(i_r + h_r), z = σ(i_z + h_z), n = tanh(i_n + r · h_n), state = (1 - z) · n + z · state
 * with σ(x) = 1 / (1 + e^-x) and tanh(x) = 1 - 2 / (1 + e^2x)
 *
 * @param fromInput, fromState [3, D] f32: W x + b and U h + c; fromState is overwritten
 * @param state [D] f32; becomes the new state
 */
function advance(fromInput: usize, fromState: usize, D: i32, state: usize): void {
  const part = <usize>D * 4
  const one = f32x4.splat(1)
  const inN = fromInput + part * 2
  const z = fromState + part
  const n = fromState + part * 2
  for (let i: usize = 0; i < part * 2; i += 16)
    v128.store(fromState + i, f32x4.neg(f32x4.add(v128.load(fromInput + i), v128.load(fromState + i))))
  expAll(fromState, D * 2)
  for (let i: usize = 0; i < part; i += 16) {
    const r = f32x4.div(one, f32x4.add(one, v128.load(fromState + i)))
    const x = f32x4.add(v128.load(inN + i), f32x4.mul(r, v128.load(n + i)))
    v128.store(n + i, f32x4.add(x, x))
  }
  expAll(n, D)
  for (let i: usize = 0; i < part; i += 16) {
    const share = f32x4.div(one, f32x4.add(one, v128.load(z + i)))
    const fresh = f32x4.sub(one, f32x4.div(f32x4.splat(2), f32x4.add(one, v128.load(n + i))))
    v128.store(state + i, f32x4.add(fresh, f32x4.mul(share, f32x4.sub(v128.load(state + i), fresh))))
  }
}
