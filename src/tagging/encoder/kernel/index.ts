/**
 * The arithmetic of the encoder, in AssemblyScript: `npm run build` makes kernel.wasm of it. It has no state and allocates
 * nothing: every argument is a number or an address in the memory that ../kernel.ts hands out.
 */
export { attention, softmax } from './attention'
export { geluAll } from './functions'
export { gru } from './gru'
export { linear, quantize } from './linear'
export { product } from './product'
export { add, addBias, embed, layerNorm, mean } from './rows'

/** The first address that the kernel does not use itself: its tables of numbers lie below. */
export function firstFree(): usize {
  return __heap_base
}
