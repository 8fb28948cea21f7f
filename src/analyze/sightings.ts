/** Runs of words in a text that are written like names, before anything is said of what they are. */
import { pronounOf } from './first-names.ts'
import { isCommonWord, isHonorific, isNameWord, isParticle, withoutClitic } from './names.ts'

interface Sighting {
  name: string
  /** Where the name ends. */
  end: number
  start: number
}

/** A text with the names in it, found once. */
export interface Sighted {
  text: string
  names: readonly Sighting[]
}

export function sight(text: string): Sighted {
  return { text, names: sightings(text) }
}

/** Runs of words that are written like a name of two words or more, or of one. */
function sightings(text: string): Sighting[] {
  const found: Sighting[] = []
  const words = [...text.slice(0, 4000).matchAll(/[\p{L}\p{M}][\p{L}\p{M}'’.-]*/gu)].map((match) => ({
    word: match[0].replace(/(?<![.'’-])[.'’-]+$/u, ''),
    raw: match[0],
    start: match.index,
    end: match.index + match[0].length,
  }))
  for (let at = 0; at < words.length; at += 1) {
    const first = words[at]
    if (!first || !nameLike(first.word)) continue
    let last = at
    while (last + 1 < words.length && last - at < 3) {
      const next = words[last + 1]
      const beyond = words[last + 2]
      const gap = text.slice(words[last]?.end ?? 0, next?.start ?? 0)
      if (!next || !/^[ ]$/u.test(gap) || endsSentence(words[last]?.raw ?? '')) break
      if (nameLike(next.word)) last += 1
      else if (isParticle(next.word) && beyond && nameLike(beyond.word) && text.slice(next.end, beyond.start) === ' ')
        last += 2
      else break
    }
    // `Prezada Sônia`, `Mondays Günther`: a first name that stands second begins the name.
    const begins =
      last > at &&
      pronounOf(first.word) === null &&
      pronounOf(words[at + 1]?.word ?? '') !== null &&
      !isHonorific(first.word) &&
      (startsSentence(text, first.start) || first.word.endsWith('s'))
    if (begins) at += 1
    const opening = words[at] ?? first
    const end = (words[last]?.start ?? 0) + (words[last]?.word.length ?? 0)
    const name = withoutClitic(text.slice(opening.start, end))
    const dotted = /(?:^|\s)\p{Lu}$/u.test(name) && text[opening.start + name.length] === '.' ? 1 : 0
    found.push({ name, start: opening.start, end: opening.start + name.length + dotted })
    at = last
  }
  return found
}

function nameLike(word: string): boolean {
  return isNameWord(word) && !isCommonWord(word) && !/^\p{Lu}{2,}$/u.test(word)
}

function startsSentence(text: string, at: number): boolean {
  return /(?:^|[.!?:;"“”(]\s*|[-–—•]\s+)$/u.test(text.slice(Math.max(0, at - 4), at))
}

function endsSentence(raw: string): boolean {
  return raw.endsWith('.') && raw.length > 3 && !isHonorific(raw)
}

/** `FacilTrak`, `BuildLog`: capitals inside a word make a product. */
export function hasInnerCapital(word: string): boolean {
  const plain = word
    .replace(/(?<!\p{L})(?:Mac|Mc|De|Van|Le|La|Di|Du|Fitz|O|Jo|Mary|Anna|Ter)(?=\p{Lu})/gu, '')
    .replace(/['’-]\p{Lu}/gu, '')
  return /\p{Ll}\p{Lu}/u.test(plain)
}
