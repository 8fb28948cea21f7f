/** One step of a gated recurrent unit, as PyTorch defines it: the two products are made before, by `product` or `linear`. */
import { expAll } from './functions'

/**
 * r = σ(i_r + h_r), z = σ(i_z + h_z), n = tanh(i_n + r · h_n), state = (1 - z) · n + z · state
 * with σ(x) = 1 / (1 + e^-x) and tanh(x) = 1 - 2 / (1 + e^2x)
 *
 * @param fromInput, fromState [3, D] f32: W x + b and U h + c, in the order r, z, n; fromState is overwritten
 * @param state [D] f32, D a multiple of 4; becomes the new state
 */
export function gruStep(fromInput: usize, fromState: usize, D: i32, state: usize): void {
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
