/** Finds words of a list in more texts than there is time to take apart: a word that is none of them is never made into a string. */

export interface FoundWord {
  word: string
  /** The word that stands before it; empty where it is the first. */
  before: string
}

const SUMS = 1 << 14

export class WordFinder {
  readonly #words: ReadonlySet<string>
  /** 1 at each sum that a word of the list has. */
  readonly #sums = new Uint8Array(SUMS)
  readonly #kinds = kindsOfUnits()

  /** @param words letters and their marks alone */
  constructor(words: Iterable<string>) {
    this.#words = new Set(words)
    for (const word of this.#words) {
      let sum = 0
      for (let at = 0; at < word.length; at += 1) sum = added(sum, word.charCodeAt(at))
      this.#sums[sum] = 1
    }
  }

  /** @returns those that a text holds as whole words, in its order */
  in(text: string): FoundWord[] {
    const found: FoundWord[] = []
    let begin = -1
    let sum = 0
    let [beforeBegin, beforeEnd] = [0, 0]
    for (let at = 0; at <= text.length; at += 1) {
      const unit = at < text.length ? text.charCodeAt(at) : END
      const kind = this.#kinds[unit]
      if (kind === LETTER || (kind === HALF && isLetter(text, at))) {
        if (begin < 0) {
          begin = at
          sum = 0
        }
        sum = added(sum, unit)
      } else if (begin >= 0) {
        if (this.#sums[sum] === 1) {
          const word = text.slice(begin, at)
          if (this.#words.has(word)) found.push({ word, before: text.slice(beforeBegin, beforeEnd) })
        }
        beforeBegin = begin
        beforeEnd = at
        begin = -1
      }
    }
    return found
  }
}

/** Stands behind every text, and is no letter. */
const END = 0

function added(sum: number, unit: number): number {
  return (31 * sum + unit) & (SUMS - 1)
}

const LETTER = 1
const HALF = 2
const LETTER_HERE = /[\p{L}\p{M}]/uy
let kinds: Uint8Array | undefined

/** By code unit: a letter or a mark on one, half of a sign that takes two units, or nothing of a word. Made when first asked for. */
function kindsOfUnits(): Uint8Array {
  return (kinds ??= Uint8Array.from({ length: 1 << 16 }, (_, unit) => {
    if (unit >= 0xd800 && unit < 0xe000) return HALF
    return isLetter(String.fromCharCode(unit), 0) ? LETTER : 0
  }))
}

function isLetter(text: string, at: number): boolean {
  LETTER_HERE.lastIndex = at
  return LETTER_HERE.test(text)
}
