/**
 * The file of a linear model: magic, version, a JSON header, then one byte per weight.
 *
 *     "PLIN" · u32 version · u32 length of the header · header (UTF-8 JSON) · weights of each head in the header's order
 *
 * A byte q stands for sign(q) · (q / 127)² · scale: fine steps for the many small weights, coarse ones for the few large.
 */
import { CannotRun } from '../failures.ts'
import type { SparseVector } from './features.ts'

const MAGIC = 0x4e494c50
/** Rises when the features or this format change, so that weights never meet features they were not trained on. */
const VERSION = 1

/** One classifier: logit of class k = bias[k] + Σ value · weights[(index mod 2^bits) · classes + k]. */
export interface Head {
  classes: readonly string[]
  bits: number
  bias: readonly number[]
  weights: Float32Array
}

/** From the model's own probability to how often it was right: `right[i]` at `said[i]`, straight lines between. */
export interface Curve {
  said: readonly number[]
  right: readonly number[]
}

export interface LinearModel {
  heads: ReadonlyMap<string, Head>
  /** Calibration of each tag, learned on sets that the model had not seen. */
  curves: Readonly<Record<string, Curve>>
  threshold: number
}

interface HeaderHead extends Omit<Head, 'weights'> {
  name: string
  scale: number
}
interface Header extends Omit<LinearModel, 'heads'> {
  heads: HeaderHead[]
}

/** @returns the bytes of a model file */
export function encodeModel(model: LinearModel): Uint8Array {
  const heads = [...model.heads].map(([name, { classes, bits, bias, weights }]) => {
    const scale = weights.reduce((most, weight) => Math.max(most, Math.abs(weight)), 0)
    return { name, classes, bits, bias, scale }
  })
  const header = new TextEncoder().encode(JSON.stringify({ ...model, heads } satisfies Header))
  const size = [...model.heads.values()].reduce((sum, head) => sum + head.weights.length, 0)
  const bytes = new Uint8Array(12 + header.length + size)
  const view = new DataView(bytes.buffer)
  for (const [i, word] of [MAGIC, VERSION, header.length].entries()) view.setUint32(i * 4, word, true)
  bytes.set(header, 12)
  let at = 12 + header.length
  for (const { name, scale } of heads)
    for (const weight of model.heads.get(name)?.weights ?? []) view.setInt8(at++, toByte(weight, scale))
  return bytes
}

/** @returns the model, or a failure with a sentence where the bytes are not a model of this version */
export function decodeModel(bytes: Uint8Array): LinearModel {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (bytes.length < 12 || view.getUint32(0, true) !== MAGIC) throw broken('it is not a file of weights')
  const version = view.getUint32(4, true)
  if (version !== VERSION) throw broken(`it is of version ${version}, this program needs version ${VERSION}`)
  const start = 12 + view.getUint32(8, true)
  const header = readHeader(bytes.subarray(12, start))
  const needed = header.heads.reduce((sum, head) => sum + 2 ** head.bits * head.classes.length, 0)
  if (bytes.length !== start + needed) throw broken('it is cut off')
  let at = start
  const heads = new Map<string, Head>()
  for (const { name, scale, ...head } of header.heads) {
    const weights = new Float32Array(2 ** head.bits * head.classes.length)
    for (let i = 0; i < weights.length; i += 1) weights[i] = fromByte(view.getInt8(at++), scale)
    heads.set(name, { ...head, weights })
  }
  return { heads, curves: header.curves, threshold: header.threshold }
}

function readHeader(bytes: Uint8Array): Header {
  try {
    return JSON.parse(new TextDecoder().decode(bytes)) as Header
  } catch {
    throw broken('its header can not be read')
  }
}

function broken(reason: string): CannotRun {
  return new CannotRun('no-model', { path: 'linear.bin', reason })
}

function toByte(weight: number, scale: number): number {
  return scale === 0 ? 0 : Math.sign(weight) * Math.round(Math.sqrt(Math.abs(weight) / scale) * 127)
}

function fromByte(byte: number, scale: number): number {
  return Math.sign(byte) * (byte / 127) ** 2 * scale
}

/** @returns the head of a name; every model of this version has it */
export function headOf(model: LinearModel, name: string): Head {
  const head = model.heads.get(name)
  if (head === undefined) throw broken(`it has no part "${name}"`)
  return head
}

/** @returns the probabilities of a head's classes, in their order */
export function probabilities(head: Head, vector: SparseVector): number[] {
  return softmax(logits(head, vector))
}

/** @returns the logits of a head's classes, in their order */
export function logits({ classes, bits, bias, weights }: Head, { index, value }: SparseVector): number[] {
  const sums = [...bias]
  const mask = 2 ** bits - 1
  const width = classes.length
  for (let i = 0; i < index.length; i += 1) {
    const row = ((index[i] ?? 0) & mask) * width
    const x = value[i] ?? 0
    for (let k = 0; k < width; k += 1) sums[k] = (sums[k] ?? 0) + x * (weights[row + k] ?? 0)
  }
  return sums
}

export function softmax(logits: readonly number[]): number[] {
  const top = Math.max(...logits)
  const powers = logits.map((logit) => Math.exp(logit - top))
  const sum = powers.reduce((a, b) => a + b, 0)
  return powers.map((power) => power / sum)
}

/** Straight lines between the knots, level outside them. */
export function onCurve({ said, right }: Curve, probability: number): number {
  const after = said.findIndex((knot) => knot >= probability)
  if (after === 0) return right[0] ?? probability
  if (after < 0) return right.at(-1) ?? probability
  const [x0, x1, y0, y1] = [said[after - 1] ?? 0, said[after] ?? 1, right[after - 1] ?? 0, right[after] ?? 1]
  return x1 === x0 ? y1 : y0 + ((probability - x0) / (x1 - x0)) * (y1 - y0)
}
