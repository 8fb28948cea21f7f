/** One step of a gated recurrent unit, as PyTorch defines it: the two products are made before, by `product`. */
import { sigmoid, tanh } from './functions'

/**
 * r = σ(i_r + h_r), z = σ(i_z + h_z), n = tanh(i_n + r · h_n), state = (1 - z) · n + z · state
 *
 * @param fromInput, fromState [3, D] f32: W x + b and U h + c, in the order r, z, n
 * @param state [D] f32, D a multiple of 4; becomes the new state
 */
export function gruStep(fromInput: usize, fromState: usize, D: i32, state: usize): void {
  const part = <usize>D * 4
  for (let i: usize = 0; i < part; i += 16) {
    const r = sigmoid(f32x4.add(v128.load(fromInput + i), v128.load(fromState + i)))
    const z = sigmoid(f32x4.add(v128.load(fromInput + part + i), v128.load(fromState + part + i)))
    const n = tanh(f32x4.add(v128.load(fromInput + part * 2 + i), f32x4.mul(r, v128.load(fromState + part * 2 + i))))
    const old = v128.load(state + i)
    v128.store(state + i, f32x4.add(n, f32x4.mul(z, f32x4.sub(old, n))))
  }
}
