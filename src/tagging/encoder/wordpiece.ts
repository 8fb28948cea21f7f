/**
 * The tokenizer of BERT, uncased, as Hugging Face's `tokenizers` does it (normalizers/bert.rs, pre_tokenizers/bert.rs,
 * models/wordpiece): words are cut greedily into the longest pieces that the vocabulary has. One difference is meant:
 * "[SEP]" written in a note is five signs and letters here, not the token that ends a sequence.
 */

export interface Tokenizer {
  /** @returns the ids of a text's pieces, without [CLS] and [SEP] */
  tokenize(text: string): number[]
  /** @returns the id of a token such as [CLS]; throws where the vocabulary lacks it */
  id(token: string): number
}

const LONGEST_WORD = 100
const CONTINUES = '##'
/** Most text: nothing to drop or to take apart. */
const PLAIN = /^[\t\n\r -~]*$/
/** Controls, formats, private use, and what stands for broken bytes. */
const DROPPED = /[\p{Cc}\p{Cf}\p{Co}\p{Cs}\uFFFD]/gu
/** Each of these is a word by itself: they are written without spaces between words. */
const CHINESE =
  /[\u3400-\u4DBF\u4E00-\u9FFF\uF900-\uFAFF\u{20000}-\u{2A6DF}\u{2A700}-\u{2B73F}\u{2B740}-\u{2B81F}\u{2B920}-\u{2CEAF}\u{2F800}-\u{2FA1F}]/gu
const MARKS = /\p{Mn}/gu
/** A punctuation mark, as is every sign of ASCII, or what stands between two of them or spaces. */
const WORD = /[!-/:-@[-`{-~\p{P}]|[^\s!-/:-@[-`{-~\p{P}]+/gu

/** The vocabulary, as the search for pieces needs it. */
interface Pieces {
  starts: ReadonlyMap<string, number>
  /** Those that go on with a word, without the ## before them. */
  continues: ReadonlyMap<string, number>
  longest: number
  unknown: number
}

/** @param vocabulary tokens in the order of their ids */
export function wordPiece(vocabulary: readonly string[]): Tokenizer {
  const starts = new Map<string, number>()
  const continues = new Map<string, number>()
  let longest = 0
  for (const [at, token] of vocabulary.entries()) {
    if (token.startsWith(CONTINUES)) continues.set(token.slice(CONTINUES.length), at)
    starts.set(token, at)
    longest = Math.max(longest, token.length)
  }
  const id = (token: string): number => {
    const found = starts.get(token)
    if (found === undefined) throw new Error(`the vocabulary has no token "${token}"`)
    return found
  }
  const pieces = { starts, continues, longest, unknown: id('[UNK]') }
  return {
    id,
    tokenize: (text) => {
      const ids: number[] = []
      for (const word of words(text)) addPieces(pieces, word, ids)
      return ids
    },
  }
}

/** @returns lower-case words and punctuation marks, without accents */
function words(text: string): readonly string[] {
  if (PLAIN.test(text)) return text.toLowerCase().match(WORD) ?? []
  const plain = text
    .replace(DROPPED, (sign) => (sign === '\t' || sign === '\n' || sign === '\r' ? ' ' : ''))
    .replace(CHINESE, ' $& ')
    .normalize('NFD')
    .replace(MARKS, '')
  return lowerCase(plain).match(WORD) ?? []
}

/** Sign by sign: in a whole word, JavaScript would write the Greek sigma at the end in another way. */
function lowerCase(text: string): string {
  return text.includes('Σ') ? Array.from(text, (sign) => sign.toLowerCase()).join('') : text.toLowerCase()
}

/** Adds the ids of a word's pieces, or the unknown where a part of it is in no piece. */
function addPieces({ starts, continues, longest, unknown }: Pieces, word: string, ids: number[]): void {
  const before = ids.length
  if (word.length > LONGEST_WORD && Array.from(word).length > LONGEST_WORD) {
    ids.push(unknown)
    return
  }
  for (let from = 0; from < word.length;) {
    const known = from === 0 ? starts : continues
    let to = Math.min(word.length, from + longest)
    let id = known.get(word.slice(from, to))
    while (id === undefined && to > from + 1) {
      to -= 1
      id = known.get(word.slice(from, to))
    }
    if (id === undefined) {
      ids.length = before
      ids.push(unknown)
      return
    }
    ids.push(id)
    from = to
  }
}
