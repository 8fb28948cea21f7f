/** Layers y = x Wᵀ + b by their name in the weights file: packed bytes for the large, floats for the small. */
import type { Kernel } from './kernel.ts'
import type { Tensor } from './weights-file.ts'

/** A layer whose tensors lie in the kernel's memory. */
export interface Layer {
  inputs: number
  outputs: number
  /** `outputs` rounded up to 8: the width of the rows that it writes. */
  width: number
  weight: number
  bias: number
  /** Of packed bytes: a scale for each output and for each input. Floats have none. */
  scales: { outputs: number; inputs: number } | null
}

/** Says where tensors lie, after they were copied to `base`. */
export interface Weights {
  has(name: string): boolean
  address(name: string): number
  shape(name: string): readonly number[]
  layer(name: string): Layer
}

export function placeWeights(tensors: ReadonlyMap<string, Tensor>, base: number): Weights {
  const find = (name: string): Tensor => {
    const tensor = tensors.get(name)
    if (tensor === undefined) throw new Error(`the weights have no tensor "${name}"`)
    return tensor
  }
  const address = (name: string) => base + find(name).offset
  return {
    has: (name) => tensors.has(name),
    address,
    shape: (name) => find(name).shape,
    layer: (name) => {
      const { type, shape } = find(`${name}.weight`)
      const [outputs = 0, inputs = 0] = shape
      return {
        inputs,
        outputs,
        width: roundUp(outputs, 8),
        weight: address(`${name}.weight`),
        bias: address(`${name}.bias`),
        scales: type === 'i8' ? { outputs: address(`${name}.scale`), inputs: address(`${name}.columns`) } : null,
      }
    },
  }
}

/** The largest activation for which `inputs` products with a byte stay below 2³¹. */
function limitOf(inputs: number): number {
  return Math.min(32_767, Math.floor((2 ** 31 - 1) / (127 * inputs)))
}

/**
 * @param x address of [rows, inputs] floats, with room for rows rounded up to 4
 * @returns the address of [rows, width] floats, borrowed, with room for rows rounded up to 4
 */
export function applyLayer(kernel: Kernel, layer: Layer, x: number, rows: number): number {
  const { inputs, width, weight, bias, scales } = layer
  const blocks = roundUp(rows, 4)
  const y = kernel.take(blocks * width * 4)
  kernel.borrow(() => {
    if (scales === null) {
      kernel.product(x, inputs * 4, weight, width * 4, y, width * 4, rows, inputs, width)
      kernel.addBias(y, rows, width, bias)
      return
    }
    const integers = kernel.take(blocks * inputs * 2)
    const rowScales = kernel.take(blocks * 4)
    const scratch = kernel.take(inputs * 16)
    kernel.quantize(x, blocks, inputs, scales.inputs, limitOf(inputs), integers, rowScales)
    kernel.linear(integers, rowScales, blocks, inputs, weight, scales.outputs, bias, width, y, scratch)
  })
  return y
}

export function roundUp(value: number, to: number): number {
  return Math.ceil(value / to) * to
}
