/** Notes typed without capitals: which they are, and the first names in them given theirs. */
import { pronounOf } from './first-names.ts'
import { isCommonWord, isTitleWord } from './names.ts'

/** First names that notes without capitals rather have as words: met in lower case where names have their capitals. */
const ALSO_WORDS = new Set(
  'aide aim amber angel arena art autumn beat bella bent berry bill bless blessed blessing bonny bright buddy cam carol champion chance channel charity chase cherry chip chuck cloud court darling dawn dean deny dia don dot drew dusty earnest edge edit ernest eve faith favour ferry frank gala gene geo gift ginger given glen grace grant guy happy holly honey honor hope hung jam joke joy kit lady laid lain lance levy link lira lovely lucky mac mama marine mark marry max may merry miles min mine mio naira nick nil norm olive owe pal passion pat patience peace peer penny perry pier polo praise precious promise ray reno rich rob robin rose royal ruby sahib saint sawyer shade sheriff sherry sincere sole stone sue sunny tally telly urban violet will windy winner yen'.split(
    ' ',
  ),
)

/** A first name of the lists that is no word besides. */
export function isListed(word: string): boolean {
  return (
    word.length > 2 && pronounOf(word) !== null && !isCommonWord(word) && !isTitleWord(word) && !ALSO_WORDS.has(word)
  )
}

/** Notes typed without capitals name people without them too. */
export function isLowerCase(lines: readonly string[]): boolean {
  return lines.length > 0 && lines.filter((line) => /^\W*\p{Ll}/u.test(line)).length > lines.length * 0.5
}

/** Gives the first names in a note typed without capitals theirs, so that they are seen; no place in the text changes. */
export function withCapitals(text: string): string {
  return text.replace(/(?<![\p{L}'’])\p{Ll}{3,}(?!\p{L}|['’]t)/gu, (word) =>
    isListed(word) ? word.charAt(0).toUpperCase() + word.slice(1) : word,
  )
}
