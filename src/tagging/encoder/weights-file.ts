/**
 * The file of an encoder, as fixtures/training/export_weights.py writes it:
 *
 *     "PENC" · u32 version · u32 length of the header · header (UTF-8 JSON), spaces up to a multiple of 64 · tensors
 *
 * Numbers are little-endian, as WebAssembly's memory is, so that the tensors are copied into it as they stand. Each starts
 * at a multiple of 64. Matrices of bytes are packed the way kernel/linear.ts multiplies them.
 */
import { CannotRun } from '../../failures.ts'

const MAGIC = 0x434e4550
/** Rises when the format or the arithmetic changes, so that weights never meet a kernel they were not made for. */
export const VERSION = 2

export interface EncoderConfig {
  /** Width of a token's vector. */
  hidden: number
  /** Width between the two products of a layer. */
  inner: number
  /** For each layer, how many neighbours ask together (their mean is the query): 1 keeps every token, 0 makes one vector of all. */
  pool: readonly number[]
  heads: number
  /** The longest sequence. */
  positions: number
  /** What the norms add to the variance. */
  epsilon: number
}

export interface Tensor {
  type: 'f32' | 'i8' | 'utf8'
  shape: readonly number[]
  /** Bytes from the start of the tensors. */
  offset: number
}

export interface WeightsFile {
  config: EncoderConfig
  /** What the training wants to hand on: names of classes, calibration, thresholds. */
  extra: unknown
  tensors: ReadonlyMap<string, Tensor>
  data: Uint8Array
}

interface Header {
  config: EncoderConfig
  extra: unknown
  tensors: ({ name: string } & Tensor)[]
  /** Bytes of all tensors. */
  size: number
}

/**
 * @param name of the file, for the sentence
 * @returns its parts; throws a failure with a sentence where the bytes are no such file of this version
 */
export function readWeights(bytes: Uint8Array, name: string): WeightsFile {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (bytes.length < 12 || view.getUint32(0, true) !== MAGIC) throw broken(name, 'it is not a file of weights')
  const version = view.getUint32(4, true)
  if (version !== VERSION) throw broken(name, `it is of version ${version}, this program needs version ${VERSION}`)
  const start = 12 + view.getUint32(8, true)
  const { config, extra, tensors, size } = readHeader(bytes.subarray(12, start), name)
  const data = bytes.subarray(start)
  if (data.length !== size) throw broken(name, 'it is cut off')
  return { config, extra, tensors: new Map(tensors.map((tensor) => [tensor.name, tensor])), data }
}

function readHeader(bytes: Uint8Array, name: string): Header {
  try {
    return JSON.parse(new TextDecoder().decode(bytes)) as Header
  } catch {
    throw broken(name, 'its header can not be read')
  }
}

function broken(path: string, reason: string): CannotRun {
  return new CannotRun('no-model', { path, reason })
}
