/** Words and phrases of a statement as themes compare them: in lower case, by their stems. */
import { stem } from '../language.ts'
import { remembering } from '../remembering.ts'

const WORD = /\p{L}[\p{L}'’]*|\d+/gu
const ROUGH_WORD = /[\p{L}\p{N}%][\p{L}\p{N}'/&-]*|%/gu

/** Stems of the words in order; every number is `0`. */
export function stemsOf(text: string): string[] {
  return lowerWordsOf(text).map(stemOf)
}

/** The words in order, as `stemOf` takes them. */
export function lowerWordsOf(text: string): string[] {
  return normalized(text.toLowerCase()).match(WORD) ?? []
}

/** The words as they stand there, for names. */
export function wordsOf(text: string): string[] {
  return normalized(text).match(WORD) ?? []
}

/** Lower-case words with their hyphens and slashes, as cues are written. */
export function roughWordsOf(text: string): string[] {
  return normalized(text.toLowerCase()).replaceAll('’', "'").match(ROUGH_WORD) ?? []
}

/** How many pieces white space cuts a text into, as `split` counts them. */
export function wordCount(text: string): number {
  let [count, inSpace] = [1, false]
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at)
    const space = code === SPACE || (code < SPACE || code > LAST_ASCII ? /\s/.test(text[at] ?? '') : false)
    if (space && !inSpace) count += 1
    inSpace = space
  }
  return count
}

const SPACE = ' '.charCodeAt(0)
const LAST_ASCII = 127

/** What finds whatever one of the patterns finds: most texts hold none, and one pass tells. They all ignore case. */
export function anyOf(patterns: readonly RegExp[]): RegExp {
  return new RegExp(patterns.map(({ source }) => source).join('|'), 'i')
}

/** Most texts are plain, and normalizing them would give them back at some cost. */
function normalized(text: string): string {
  return NOT_PLAIN.test(text) ? text.normalize('NFKC') : text
}

const NOT_PLAIN = /[^\0-\x7F]/

/** Words begin with a letter or a digit, and no letter comes before the digits. */
const DIGIT_NINE = '9'.charCodeAt(0)

/** A language has few words and an archive many, so each is stemmed once. */
const wordStem = remembering((word: string): string =>
  stem(word.replaceAll('’', "'").replace(/'s$/, '').replaceAll("'", '')),
)

/** @param word one of `lowerWordsOf` */
export function stemOf(word: string): string {
  return word.charCodeAt(0) <= DIGIT_NINE ? '0' : wordStem(word)
}

/** Whether the words of a text from a place on are those of a phrase, which is given by its stems. */
export function holdsAt(words: readonly string[], place: number, phrase: readonly string[]): boolean {
  return phrase.every((stem, offset) => {
    const word = words[place + offset]
    return word !== undefined && stemOf(word) === stem
  })
}

/** A name as an id: lower-case words joined by hyphens. */
export function slug(name: string): string {
  const words = name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .match(/[a-z0-9]+/g)
  return words?.join('-') ?? 'theme'
}
