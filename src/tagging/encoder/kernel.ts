/** The compiled kernel (kernel/index.ts → kernel.wasm) and its memory. Addresses are bytes from the start of that memory. */

/** What kernel/ exports; shapes are told there. */
interface KernelFunctions {
  embed(ids: number, T: number, H: number, table: number, scales: number, positions: number, x: number): void
  quantize(
    ...args: [...[x: number, rows: number, K: number, columns: number, limit: number], ...[to: number, scales: number]]
  ): void
  linear(
    ...args: [
      ...[x: number, xScales: number, rows: number, K: number],
      ...[w: number, wScales: number, bias: number, N: number],
      ...[y: number, scratch: number],
    ]
  ): void
  product(
    ...args: [
      ...[a: number, aLine: number, b: number, bLine: number, c: number, cLine: number],
      ...[rows: number, inner: number, columns: number],
    ]
  ): void
  attention(
    ...args: [
      ...[q: number, Q: number, kv: number, T: number],
      ...[heads: number, d: number, out: number, scratch: number],
    ]
  ): void
  softmax(x: number, rows: number, width: number, columns: number): void
  add(x: number, y: number, n: number): void
  addBias(x: number, rows: number, N: number, bias: number): void
  geluAll(x: number, n: number): void
  layerNorm(x: number, rows: number, H: number, gamma: number, beta: number, epsilon: number): void
  mean(x: number, rows: number, H: number, to: number): void
  firstFree(): number
  gru(
    ...args: [
      ...[fromInput: number, rows: number, D: number, weight: number, bias: number],
      ...[backward: number, out: number, outLine: number, scratch: number],
    ]
  ): void
}

interface Memory {
  readonly buffer: ArrayBuffer
  grow(pages: number): number
}

/** The part of the API that is used: its types come with the DOM's, which this program does without. */
declare const WebAssembly: {
  Module: new (bytes: Uint8Array) => object
  Instance: new (module: object) => { readonly exports: unknown }
}

const PAGE = 65_536
/** Addresses are multiples of a cache line. */
const LINE = 64

export interface Kernel extends KernelFunctions {
  /** Reserves bytes, grows the memory where needed, and says where they are; what stands there is undefined. */
  take(bytes: number): number
  /** Runs what takes memory, and gives it back at the end. */
  borrow<Result>(run: () => Result): Result
  /** Views of the memory as it is now: `take` may replace it, so none outlives a call of it. */
  floats(at: number, length: number): Float32Array
  integers(at: number, length: number): Int32Array
  bytes(at: number, length: number): Uint8Array
}

/** @param wasm the bytes of kernel.wasm; compiled here, in a few milliseconds */
export function startKernel(wasm: Uint8Array): Kernel {
  const { exports } = new WebAssembly.Instance(new WebAssembly.Module(wasm))
  const { memory, ...functions } = exports as KernelFunctions & { memory: Memory }
  let free = Math.ceil(functions.firstFree() / LINE) * LINE
  return {
    ...functions,
    take: (bytes) => {
      const at = free
      free = at + Math.ceil(bytes / LINE) * LINE
      const missing = free - memory.buffer.byteLength
      if (missing > 0) memory.grow(Math.ceil(missing / PAGE))
      return at
    },
    borrow: (run) => {
      const before = free
      try {
        return run()
      } finally {
        free = before
      }
    },
    floats: (at, length) => new Float32Array(memory.buffer, at, length),
    integers: (at, length) => new Int32Array(memory.buffer, at, length),
    bytes: (at, length) => new Uint8Array(memory.buffer, at, length),
  }
}
