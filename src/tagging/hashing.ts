/** Features as numbers: names are hashed, so that no vocabulary has to be kept. FNV-1a and a murmur finisher, 32 bits. */

/** @returns the hash of a string, over its UTF-16 units */
export function hash(text: string): number {
  let h = 0x811c9dc5
  for (let i = 0; i < text.length; i += 1) h = Math.imul(h ^ text.charCodeAt(i), 0x01000193)
  return h >>> 0
}

/** @returns the hash of two hashes in this order */
export function join(a: number, b: number): number {
  let h = Math.imul(a ^ 0x9e3779b9, 0x85ebca6b) ^ b
  h = Math.imul(h ^ (h >>> 15), 0xc2b2ae35)
  return (h ^ (h >>> 13)) >>> 0
}

/** A sparse vector in the making. Groups are scaled to a length of their own, so that long texts don't outweigh short ones. */
export class Bag {
  readonly index: number[] = []
  readonly value: number[] = []
  readonly #mask: number
  #groupStart = 0

  /** @param bits the vector has 2^bits places */
  constructor(bits: number) {
    this.#mask = 2 ** bits - 1
  }

  add(feature: number, value = 1): void {
    this.index.push((feature & this.#mask) >>> 0)
    this.value.push(value)
  }

  /** Scales what was added since the last call to the Euclidean length `length`. */
  closeGroup(length: number): void {
    let squares = 0
    for (let i = this.#groupStart; i < this.value.length; i += 1) squares += (this.value[i] ?? 0) ** 2
    const factor = squares === 0 ? 0 : length / Math.sqrt(squares)
    for (let i = this.#groupStart; i < this.value.length; i += 1) this.value[i] = (this.value[i] ?? 0) * factor
    this.#groupStart = this.value.length
  }
}
